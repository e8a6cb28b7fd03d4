"""A taper on paper, in a table and in the calendars of other programs."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import vobject
from hypothesis import given
from hypothesis import strategies as st

from curbside.model.course import Counted, Course, Stretch
from curbside.render.calendar import course_csv, course_ics, course_object, course_text

D = Decimal
COURSE = Course(
    "Prednisolone",
    "mg",
    (
        Stretch(date(2026, 11, 22), date(2026, 11, 23), D(17), (Counted("5 mg", D(3)), Counted("1 mg", D(2)))),
        Stretch(date(2026, 11, 24), date(2026, 11, 24), D("7.5"), (Counted("5 mg", D("1.5")),)),
    ),
    date(2026, 11, 25),
    D("41.5"),
    ("5 mg", "1 mg"),
    (Counted("5 mg", D("7.5")), Counted("1 mg", D(4))),
    (),
    ("Ask before stopping; carry your card, always.",),
)
HELD = Course("Taper", "mg", (Stretch(date(2026, 11, 22), None, D(5)),), None, D(0), warnings=("it has no end",))
UNMADE = Course(
    "Taper", "mg", (Stretch(date(2026, 11, 22), date(2026, 11, 22), D(7)),), date(2026, 11, 23), D(7), ("5 mg",)
)


def test_the_table_says_every_stretch_the_end_and_the_totals() -> None:
    assert course_text(COURSE) == (
        "Prednisolone: from Sun 2026-11-22\n"
        "\n"
        "Days    From            To              Each day  Made of\n"
        "1 to 2  Sun 2026-11-22  Mon 2026-11-23  17 mg     3 x 5 mg + 2 x 1 mg\n"
        "3       Tue 2026-11-24  Tue 2026-11-24  7.5 mg    1.5 x 5 mg\n"
        "\n"
        "Stop: no dose from Wed 2026-11-25.\n"
        "Total: 41.5 mg in all.\n"
        "Tablets in all: 7.5 of 5 mg, 4 of 1 mg.\n"
        "Ask before stopping; carry your card, always.\n"
    )


def test_what_has_no_end_says_so_and_warnings_come_first() -> None:
    assert course_text(HELD) == (
        "Taper: from Sun 2026-11-22\n"
        "\n"
        "WARNING: it has no end\n"
        "\n"
        "Days  From            To              Each day  Made of\n"
        "1 on  Sun 2026-11-22  until reviewed  5 mg\n"
        "\n"
        "No stop date: 5 mg daily from Sun 2026-11-22 until reviewed.\n"
        "Total: 0 mg up to there.\n"
    )


def test_what_cannot_be_made_stands_in_its_line() -> None:
    assert course_text(UNMADE).splitlines()[3] == "1     Sun 2026-11-22  Sun 2026-11-22  7 mg      CANNOT BE MADE"


def test_csv_has_a_line_a_day() -> None:
    assert course_csv(COURSE) == (
        "date,weekday,day,dose,unit,tablets of 5 mg,tablets of 1 mg,note\r\n"
        "2026-11-22,Sunday,1,17,mg,3,2,\r\n"
        "2026-11-23,Monday,2,17,mg,3,2,\r\n"
        "2026-11-24,Tuesday,3,7.5,mg,1.5,0,\r\n"
        "2026-11-25,Wednesday,4,0,mg,0,0,stop\r\n"
    )


def test_csv_of_what_is_held_or_cannot_be_made_says_so() -> None:
    rows = [list(csv.reader(io.StringIO(course_csv(course))))[1] for course in (HELD, UNMADE)]
    assert rows == [
        ["2026-11-22", "Sunday", "1", "5", "mg", "this day and every day until reviewed"],
        ["2026-11-22", "Sunday", "1", "7", "mg", "", "cannot be made of the tablets"],
    ]


def events(written: bytes) -> list[tuple[date, date, str]]:
    """(first day, day after the last, summary) as another program reads them."""
    calendar: Any = vobject.readOne(written.decode())
    return [(e.dtstart.value, e.dtend.value, e.summary.value) for e in calendar.vevent_list]


def test_another_program_reads_the_calendar() -> None:
    assert events(course_ics(COURSE)) == [
        (date(2026, 11, 22), date(2026, 11, 24), "Prednisolone 17 mg daily (3 x 5 mg + 2 x 1 mg)"),
        (date(2026, 11, 24), date(2026, 11, 25), "Prednisolone 7.5 mg daily (1.5 x 5 mg)"),
        (date(2026, 11, 25), date(2026, 11, 26), "Prednisolone: stop, no dose from today"),
    ]


def test_notes_travel_with_every_event() -> None:
    calendar: Any = vobject.readOne(course_ics(COURSE).decode())
    assert [e.description.value for e in calendar.vevent_list] == ["Ask before stopping; carry your card, always."] * 3


def test_the_file_keeps_the_rules_of_rfc_5545() -> None:
    written = course_ics(COURSE)
    lines = written.split(b"\r\n")
    assert (lines[0], lines[-2], lines[-1]) == (b"BEGIN:VCALENDAR", b"END:VCALENDAR", b"")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert [line for line in lines if line.startswith(b"DTSTART")] == [
        b"DTSTART;VALUE=DATE:20261122",
        b"DTSTART;VALUE=DATE:20261124",
        b"DTSTART;VALUE=DATE:20261125",
    ]
    assert {line for line in lines if line.startswith(b"DTSTAMP")} == {b"DTSTAMP:20261122T000000Z"}
    assert len({line for line in lines if line.startswith(b"UID:")}) == 3


def test_there_is_no_clock_in_it_but_the_one_given() -> None:
    at = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
    assert course_ics(COURSE) == course_ics(COURSE)
    assert course_ics(COURSE, at).count(b"DTSTAMP:20261120T123000Z") == 3


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=200), st.integers(1, 400))
def test_any_name_is_folded_and_read_back(title: str, days: int) -> None:
    start = date(2026, 11, 22)
    course = Course(
        title, "mg", (Stretch(start, start + timedelta(days - 1), D(5)),), start + timedelta(days), D(5) * days
    )
    written = course_ics(course)
    assert max(map(len, written.split(b"\r\n"))) <= 75
    assert events(written)[0] == (start, start + timedelta(days), f"{title} 5 mg daily")


def test_programs_get_decimal_strings_and_iso_dates() -> None:
    assert course_object(UNMADE) == {
        "title": "Taper",
        "unit": "mg",
        "stretches": [
            {
                "first": "2026-11-22",
                "last": "2026-11-22",
                "weekday": "Sunday",
                "days": 1,
                "amount": "7",
                "tablets": None,
            }
        ],
        "stop": "2026-11-23",
        "total": "7",
        "strengths": ["5 mg"],
        "tablets": [],
        "warnings": [],
        "notes": [],
    }
