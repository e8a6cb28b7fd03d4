"""A taper as a calendar: a table to print, CSV with a line a day, and iCalendar (RFC 5545) for other programs.

There is no clock in it: the time stamp of the events is the caller's, and their names depend on what they say.
"""

import csv
import hashlib
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from icalendar import Calendar, Event

from curbside.model.course import Counted, Course, Stretch
from curbside.render.outside import visible
from curbside.render.words import number

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""By `date.weekday()`; English on every machine."""
PRODUCT = "-//Curbside//Taper calendar//EN"


def course_text(course: Course) -> str:
    """A table of stretches with the stop date, the totals, warnings first and notes last."""
    rows = [("Days", "From", "To", "Each day", "Made of"), *(_row(course, stretch) for stretch in course.stretches)]
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    table = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    lines = [f"{visible(course.title)}: from {_day(course.stretches[0].first)}", ""]
    lines += [f"WARNING: {visible(warning)}" for warning in course.warnings]
    lines += ["", *table, ""] if course.warnings else [*table, ""]
    lines += [_end(course), *_totals(course), *map(visible, course.notes)]
    return "\n".join(lines) + "\n"


def course_csv(course: Course) -> str:
    """One line a day: date, weekday, day of the course, dose, unit, tablets by strength, note. Lines end in CRLF (RFC
    4180). What is held without an end has one line for its first day."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["date", "weekday", "day", "dose", "unit", *(f"tablets of {s}" for s in course.strengths), "note"])
    start = course.stretches[0].first
    for day, stretch in _days(course):
        counts = {counted.strength: number(counted.count) for counted in stretch.tablets or ()}
        known = [counts.get(s, "0") if stretch.tablets is not None else "" for s in course.strengths]
        note = "this day and every day until reviewed" if stretch.last is None else ""
        note = note or ("cannot be made of the tablets" if course.strengths and stretch.tablets is None else "")
        weekday = WEEKDAYS[day.weekday()]
        writer.writerow([day, weekday, (day - start).days + 1, _plain(stretch.amount), course.unit, *known, note])
    if course.stop:
        weekday = WEEKDAYS[course.stop.weekday()]
        nothing = ["0"] * len(course.strengths)
        writer.writerow([course.stop, weekday, (course.stop - start).days + 1, "0", course.unit, *nothing, "stop"])
    return out.getvalue()


def course_ics(course: Course, at: datetime | None = None) -> bytes:
    """One all-day event a stretch, and one on the day of the stop. `at`: the time stamp of the events; without it, the
    first hour of the first day."""
    stamp = at or datetime.combine(course.stretches[0].first, datetime.min.time(), UTC)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for stretch in course.stretches:
        last = stretch.last or stretch.first
        until = "" if stretch.last else " until reviewed"
        made = f" ({_made(stretch.tablets)})" if stretch.tablets else ""
        summary = f"{course.title} {number(stretch.amount)} {course.unit} daily{until}{made}"
        calendar.add_component(_event(course, stretch.first, last, summary, stamp))
    if course.stop:
        calendar.add_component(
            _event(course, course.stop, course.stop, f"{course.title}: stop, no dose from today", stamp)
        )
    written: bytes = calendar.to_ical()
    return written


def course_object(course: Course) -> dict[str, object]:
    """The course as JSON; amounts are decimal strings, dates ISO."""
    return {
        "title": course.title,
        "unit": course.unit,
        "stretches": [
            {
                "first": stretch.first.isoformat(),
                "last": stretch.last.isoformat() if stretch.last else None,
                "weekday": WEEKDAYS[stretch.first.weekday()],
                "days": stretch.days,
                "amount": _plain(stretch.amount),
                "tablets": None if stretch.tablets is None else _counted(stretch.tablets),
            }
            for stretch in course.stretches
        ],
        "stop": course.stop.isoformat() if course.stop else None,
        "total": _plain(course.total),
        "strengths": list(course.strengths),
        "tablets": _counted(course.tablets),
        "warnings": list(course.warnings),
        "notes": list(course.notes),
    }


def _event(course: Course, first: date, last: date, summary: str, stamp: datetime) -> Event:
    told = "|".join((course.title, course.unit, first.isoformat(), last.isoformat(), summary))
    event = Event()
    event.add("uid", f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@curbside")
    event.add("dtstamp", stamp)
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", summary)
    event.add("transp", "TRANSPARENT")
    notes = (*course.warnings, *course.notes)
    if notes:
        event.add("description", "\n".join(notes))
    return event


def _row(course: Course, stretch: Stretch) -> tuple[str, str, str, str, str]:
    start = course.stretches[0].first
    first = (stretch.first - start).days + 1
    days = (
        f"{first} on"
        if stretch.days is None
        else f"{first}"
        if stretch.days == 1
        else f"{first} to {first + stretch.days - 1}"
    )
    last = "until reviewed" if stretch.last is None else _day(stretch.last)
    made = _made(stretch.tablets) if stretch.tablets else "CANNOT BE MADE" if course.strengths else ""
    return days, _day(stretch.first), last, f"{number(stretch.amount)} {course.unit}", made


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()][:3]} {day.isoformat()}"


def _made(tablets: tuple[Counted, ...]) -> str:
    return " + ".join(f"{number(counted.count)} x {counted.strength}" for counted in tablets)


def _end(course: Course) -> str:
    if course.stop:
        return f"Stop: no dose from {_day(course.stop)}."
    last = course.stretches[-1]
    return f"No stop date: {number(last.amount)} {course.unit} daily from {_day(last.first)} until reviewed."


def _totals(course: Course) -> Iterator[str]:
    ended = "in all" if course.stop else "up to there"
    yield f"Total: {number(course.total)} {course.unit} {ended}."
    if course.tablets:
        yield f"Tablets in all: {', '.join(f'{number(c.count)} of {c.strength}' for c in course.tablets)}."


def _days(course: Course) -> Iterator[tuple[date, Stretch]]:
    for stretch in course.stretches:
        for day in range(stretch.days or 1):
            yield stretch.first + timedelta(days=day), stretch


def _counted(tablets: tuple[Counted, ...]) -> list[dict[str, str]]:
    return [{"strength": counted.strength, "count": _plain(counted.count)} for counted in tablets]


def _plain(value: Decimal) -> str:
    """Without commas: for programs."""
    return number(value).replace(",", "")
