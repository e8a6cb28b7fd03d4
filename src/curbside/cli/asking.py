"""`curbside ask`: one question, one page."""

import os
import time
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from curbside.cli.screen import Home, Page, PageFormat, colour, say, say_json, width

if TYPE_CHECKING:
    from curbside.model.answer import Answer


class Readers(StrEnum):
    """Readers a page can be worded for so far."""

    CLINICIAN = "clinician"
    PATIENT = "patient"


Worded = Annotated[
    Readers | None, typer.Option("--reader", help="Who the words are for; not given: the words of the question decide.")
]


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="What you want to know, in quotes.")],
    format: PageFormat = Page.TEXT,
    reader: Worded = None,
    patient: Annotated[
        str | None,
        typer.Option(metavar="FACTS", help="What is known of the patient: 'sex=female, age=34, weight=70 kg'."),
    ] = None,
    home: Home = None,
) -> None:
    """Answer a question. An answer that abstains is an answer: exit code 0.

    \b
    Examples:
      curbside ask 'treatment of an acute flare of necrotizing myositis in a woman?'
      curbside ask 'IVIG dose for IMNM?' --format json
      curbside ask 'vancomycin loading dose?' --patient 'weight=80 kg, allergy=penicillin'
    """
    from curbside.app import open_app
    from curbside.model.patient import Patient
    from curbside.model.question import Question
    from curbside.model.reader import Reader

    with open_app(os.environ, home) as app:
        given, chosen = app.patient(patient) if patient else Patient(), Reader(reader.value) if reader else None
        begun = time.perf_counter()
        answer = app.ask(Question(question, given, chosen))
        took_ms = round((time.perf_counter() - begun) * 1000, 1)
        id, as_of = app.new_id(), app.now().date().isoformat()
    _print(answer, format, {"id": id, "as_of": as_of, "took_ms": took_ms})


def _print(answer: "Answer", format: Page, made: dict[str, Any]) -> None:
    if format is Page.JSON:
        from curbside.render.answer_json import answer_object

        say_json(answer_object(answer, **made))
    elif format is Page.MARKDOWN:
        from curbside.render.markdown import answer_markdown

        say(answer_markdown(answer, made["as_of"]))
    else:
        from curbside.render.page_text import answer_text

        say(answer_text(answer, made["as_of"], width(), colour()))
