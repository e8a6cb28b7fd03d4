"""`curbside ask`: one question, one page."""

import os
import time
from enum import StrEnum
from typing import Annotated

import typer

from curbside.cli.screen import Home, Page, PageFormat, colour, say, say_json, width


class Readers(StrEnum):
    """Readers a page can be worded for so far."""

    CLINICIAN = "clinician"


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="What you want to know, in quotes.")],
    format: PageFormat = Page.TEXT,
    reader: Annotated[Readers, typer.Option(help="Who the words are for.")] = Readers.CLINICIAN,
    home: Home = None,
) -> None:
    """Answer a question. An answer that abstains is an answer: exit code 0.

    \b
    Examples:
      curbside ask 'treatment of an acute flare of necrotizing myositis in a woman?'
      curbside ask 'IVIG dose for IMNM?' --format json
    """
    from curbside.app import open_app
    from curbside.model.question import Question
    from curbside.model.reader import Reader

    asked = Question(question, reader=Reader(reader.value))
    with open_app(os.environ, home) as app:
        begun = time.perf_counter()
        answer = app.ask(asked)
        took_ms = round((time.perf_counter() - begun) * 1000, 1)
        id, as_of = app.new_id(), app.now().date().isoformat()
    if format is Page.JSON:
        from curbside.render.answer_json import answer_object

        say_json(answer_object(answer, id=id, as_of=as_of, took_ms=took_ms))
    elif format is Page.MARKDOWN:
        from curbside.render.markdown import answer_markdown

        say(answer_markdown(answer, as_of))
    else:
        from curbside.render.page_text import answer_text

        say(answer_text(answer, as_of, width(), colour()))
