"""`curbside dose`, `renal` and `taper`: the calculators, with formula and inputs shown."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from curbside.cli.screen import Home, ListFormat, Listing, complain, say, say_json
from curbside.errors import BadPlan, CurbsideError, NotHeld

if TYPE_CHECKING:
    from curbside.app import App
    from curbside.model.course import Plan
    from curbside.model.drug import Drug
    from curbside.model.patient import Patient
    from curbside.model.topic import Statement, Topic

Told = Annotated[
    str,
    typer.Option("--patient", metavar="FACTS", help="sex=female, age=34, weight=70 kg, creatinine=0.9 mg/dL, ..."),
]
NEAR = 0.6
"""Likeness (0 to 1) from which a name is offered to somebody who misspelt it; it is never taken for it."""


def dose(
    drug: Annotated[str, typer.Argument(metavar="DRUG", help="A drug by any of its names.")],
    *,
    patient: Told = "",
    topic: Annotated[str | None, typer.Option("--topic", metavar="SLUG", help="Orders of this topic only.")] = None,
    route: Annotated[str | None, typer.Option("--route", metavar="ROUTE", help="Orders by this route only.")] = None,
    format: ListFormat = Listing.TEXT,
    home: Home = None,
) -> None:
    """List every curated order for a drug that fits the patient, with calculated amounts, maximum, cautions and source.

    \b
    Examples:
      curbside dose vancomycin --patient 'age=60, weight=80 kg'
      curbside dose prednisolone --topic necrotizing-myositis --route oral --format json
    """
    from curbside.app import open_app
    from curbside.dosing.sheet import orders_of, sheet
    from curbside.model.condition import Case
    from curbside.model.regimen import ROUTES
    from curbside.render.sums import sheet_object, sheet_text
    from curbside.safety.bars import bars

    routes = [name for name in ROUTES if " or " not in name]
    if route is not None and route not in routes:
        raise NotHeld(f"no route {route!r}", f"there are: {', '.join(routes)}")
    with open_app(os.environ, home) as opened:
        found, whom = _drug(opened, drug), _patient(opened, patient)
        topics = (opened.topic(topic),) if topic else opened.topics()
        case = Case(whom, frozenset({found.name.casefold()}), opened.formulary.classes)
        barred = bars((found.name,), case, opened.formulary).get(found.name.casefold())
        orders = tuple(orders_of(found, topics, route))
        told = sheet(found, orders, case, barred, lambda t, s: _objection(opened, t, s))
    if format is Listing.JSON:
        say_json(sheet_object(told))
    else:
        say(sheet_text(told, whom))


def renal(patient: Told = "", format: ListFormat = Listing.TEXT, home: Home = None) -> None:
    """Estimate kidney function: Cockcroft-Gault and CKD-EPI 2021, each labelled with its use; never one for the other.

    \b
    Example:
      curbside renal --patient 'age=60, sex=male, weight=72 kg, creatinine=1 mg/dL'
    """
    from curbside.app import open_app
    from curbside.dosing.kidney import report
    from curbside.render.sums import renal_object, renal_text
    from curbside.understand.given import read_patient

    with open_app(os.environ, home) as opened:
        whom = read_patient(patient, opened.vocabulary)
    results = report(whom)
    if format is Listing.JSON:
        say_json(renal_object(results))
    else:
        say(renal_text(whom, results))


def taper(
    plan: Annotated[str, typer.Argument(metavar="PLAN|TOPIC/STATEMENT", help="Steps in words, or a curated taper.")],
    *,
    start: Annotated[str, typer.Option("--start", metavar="DATE", help="The first day, as 2026-11-22.")],
    strengths: Annotated[str, typer.Option("--strengths", metavar="LIST", help="'5 mg, 1 mg scored'.")] = "",
    dose: Annotated[str, typer.Option("--dose", metavar="AMOUNT", help="Starting dose of a curated taper.")] = "",
    calendar: Annotated[Path | None, typer.Option("--calendar", metavar="FILE.ics", help="Write iCalendar.")] = None,
    table: Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="Write a line a day as CSV.")] = None,
    format: ListFormat = Listing.TEXT,
    home: Home = None,
) -> None:
    """Put a taper on the calendar: dates, tablets, totals and the day it ends.

    \b
    Examples:
      curbside taper '60 mg x 28 days, reduce 10 mg every 7 days to 10 mg, stop' --start 2026-11-22 --strengths '5 mg'
      curbside taper necrotizing-myositis/imm-taper-schedule --dose '60 mg' --start 2026-11-22 --calendar taper.ics
    """
    from curbside.dosing.plan import read_plan
    from curbside.dosing.taper import course, read_strengths
    from curbside.render.calendar import course_csv, course_ics, course_object, course_text

    first = _date(start)
    made, title, notes = _curated(plan, dose, home) or (read_plan(plan), "Taper", ())
    found = course(made, first, read_strengths(strengths, made.unit) if strengths else (), title, notes)
    if calendar:
        _write(calendar, course_ics(found))
    if table:
        _write(table, course_csv(found).encode())
    if format is Listing.JSON:
        say_json(course_object(found))
    else:
        say(course_text(found))


def _patient(opened: "App", text: str) -> "Patient":
    from curbside.dosing.kidney import with_estimates
    from curbside.understand.given import read_patient

    return with_estimates(read_patient(text, opened.vocabulary))


def _drug(opened: "App", name: str) -> "Drug":
    """The drug of a name, by preferred name or synonym; `NotHeld` names near ones and takes none of them."""
    from difflib import get_close_matches

    from curbside.model.drug import Drug
    from curbside.text.normalise import fold

    preferred = opened.content.canonical.get(fold(name.strip()))
    if preferred is not None:
        # Without a file nothing is known of it but the orders of topics; the sheet says so beside each amount.
        return opened.formulary.drugs.get(fold(preferred)) or Drug(preferred, (), ())
    near = get_close_matches(fold(name), sorted(opened.content.canonical), n=3, cutoff=NEAR)
    hint = f"near it are: {', '.join(near)}" if near else "write the name in full"
    raise NotHeld(f"no drug called {name.strip()!r} here", hint)


def _objection(opened: "App", topic: "Topic", statement: "Statement") -> str | None:
    """What the checks hold against a statement; they are asked here as they are for an answer."""
    from curbside.compose.from_topics import claim_of
    from curbside.verify.judge import judge

    sources = {source.key: source for source in topic.sources}
    judged = judge(claim_of(statement, topic, sources, opened.store), opened.engine.checks)
    objection = judged.objection
    return None if judged.shown else objection.reason if objection else "no check vouches for it"


def _curated(text: str, dose: str, home: str | None) -> "tuple[Plan, str, tuple[str, ...]] | None":
    """(plan, drug, cautions) of the curated taper that is named; None when the text is no name of one."""
    slug, _, id = text.strip().partition("/")
    if not id or " " in text.strip():
        return None
    from curbside.app import open_app
    from curbside.dosing.plan import plan_of

    with open_app(os.environ, home) as opened:
        topic = opened.topic(slug)
        tapers = {statement.id: statement for statement in topic.statements if statement.taper}
        if id not in tapers:
            raise NotHeld(f"no taper {id!r} in {slug}", f"there are: {', '.join(tapers) or 'none'}")
        if objection := _objection(opened, topic, tapers[id]):
            raise BadPlan(f"{text} is withheld: {objection}", "correct the topic; `curbside topics check` says where")
        named = opened.formulary.named(tapers[id].text)
    title = next(iter(named)).capitalize() if len(named) == 1 else "Taper"
    return plan_of(tapers[id].taper, dose or None), title, _notes(topic, tapers[id])


def _notes(topic: "Topic", statement: "Statement") -> tuple[str, ...]:
    """The taper's own words and the cautions it requires, each with where it stands."""
    texts = {other.id: other for other in topic.statements}
    wanted = [statement, *(texts[id] for id in statement.requires if id in texts)]
    return tuple(f"{one.text} [{', '.join(one.cites)}]" for one in wanted)


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise BadPlan(f"{text!r} is no date", "write it as 2026-11-22") from None


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CurbsideError(
            f"cannot write {path}: {error.strerror}", "name a file in a folder that is yours"
        ) from error
    complain(f"wrote {path}")
