"""Tapers: plans read or refused, and put on the calendar day by day."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curbside.dosing.plan import plan_of, read_plan
from curbside.dosing.tablets import Tablet
from curbside.dosing.taper import course, read_strengths
from curbside.errors import BadPlan
from curbside.model.course import Counted, Course, Plan, PlanStep, Stretch
from curbside.model.regimen import TaperStep

D = Decimal
START = date(2026, 11, 22)


def steps(text: str) -> str:
    """A plan in short: "60x28 50x7 10x*"."""
    return " ".join(f"{s.amount.normalize():f}x{s.days or '*'}" for s in read_plan(text).steps)


READ = [
    ("step by step", "60 mg x 28 days, 50 mg x 7 days, stop", "60x28 50x7"),
    ("weeks", "60 mg x 4 weeks, 50 mg for 1 week, stop", "60x28 50x7"),
    ("a cross and no spaces", "60mg × 28 days,50mg x 7 days,stop", "60x28 50x7"),
    ("in capitals, daily", "60 MG daily x 28 days; STOP", "60x28"),
    ("by rule", "60 mg, reduce 20 mg every 7 days to 20 mg, stop", "60x7 40x7 20x7"),
    ("by rule after a first stretch", "60 mg x 28 days, reduce by 20 mg every 7 days to 20 mg, stop", "60x28 40x7 20x7"),
    ("by rule every week", "15 mg, reduce 5 mg every week to 5 mg, stop", "15x7 10x7 5x7"),
    ("two rules", "30 mg, reduce 10 mg every 7 days to 10 mg, reduce 2.5 mg every 14 days to 5 mg, stop", "30x7 20x7 10x7 7.5x14 5x14"),
    ("by rule to nothing", "15 mg, reduce 5 mg every 7 days to 0 mg", "15x7 10x7 5x7"),
    ("a dose to hold", "20 mg x 7 days, hold at 10 mg", "20x7 10x*"),
    ("hold what a rule leads to", "15 mg, reduce 5 mg every 7 days to 5 mg, hold at 5 mg", "15x7 10x7 5x*"),
    ("hold what is there", "20 mg x 7 days, hold until reviewed", "20x*"),
    ("thousands", "1,000 mg x 3 days, 500 mg x 2 days, stop", "1000x3 500x2"),
    ("grams and milligrams", "1 g x 3 days, 500 mg x 2 days, stop", "1x3 0.5x2"),
    ("the same dose again", "20 mg x 7 days, 20 mg x 7 days, stop", "20x14"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [r[1:] for r in READ], ids=[r[0] for r in READ])
def test_a_plan_is_read(text: str, expected: str) -> None:
    assert (steps(text), read_plan(text).warnings) == (expected, ())


def test_an_end_that_is_not_said_is_pointed_out() -> None:
    plan = read_plan("60 mg x 28 days, 50 mg x 7 days")
    assert plan == Plan(
        "mg",
        (PlanStep(D(60), 28), PlanStep(D(50), 7)),
        ("the plan does not say what follows 50 mg: read as stop",),
    )


REFUSED = [
    ("nothing", "", "part 1 of the plan is empty"),
    ("a gap", "60 mg x 7 days,, stop", "part 2 of the plan is empty"),
    ("words", "as usual", "'as usual' cannot be read"),
    ("upwards", "20 mg x 7 days, 30 mg x 7 days, stop", "the dose goes up from 20 mg to 30 in step 2"),
    ("upwards in another unit", "20 mg x 7 days, 1 g x 7 days, stop", "the dose goes up from 20 mg to 1,000 in step 2"),
    ("a hold above", "20 mg x 7 days, hold at 25 mg", "the dose goes up from 20 mg to 25 in step 2"),
    ("no days", "60 mg, 50 mg x 7 days, stop", "for how many days 60 mg?"),
    ("no days at the end", "60 mg x 7 days, 50 mg, stop", "for how many days 50 mg?"),
    ("no day", "60 mg x 0 days, stop", "60 mg for no day"),
    ("a reduction from nowhere", "reduce 5 mg every 7 days to 10 mg", "the plan begins with a reduction; say from which dose"),
    ("a reduction that does not land", "60 mg, reduce 7 mg every 7 days to 10 mg, stop", "steps of 7 mg do not lead from 60 mg to 10"),
    ("a reduction upwards", "10 mg, reduce 5 mg every 7 days to 20 mg, stop", "steps of 5 mg do not lead from 10 mg to 20"),
    ("a reduction by no days", "60 mg, reduce 5 mg every 0 days to 10 mg, stop", "60 mg for no day"),
    ("a share", "60 mg, reduce 10 % every 7 days to 10 mg", "'reduce 10 % every 7 days to 10 mg' cannot be read"),
    ("only a stop", "stop", "the plan has no dose"),
    ("only a hold", "hold", "the plan holds a dose that it does not say"),
    ("more after the stop", "60 mg x 7 days, stop, 10 mg x 7 days", "'10 mg x 7 days' comes after the end of the plan"),
    ("no dose at all", "0 mg x 7 days, stop", "'0 mg' is not an amount such as 5 mg, 0.5 mg or 1,000 mg"),
    ("a negative dose", "-5 mg x 7 days, stop", "'-5 mg x 7 days' cannot be read"),
    ("a decimal comma", "2,5 mg x 7 days, stop", "'2' cannot be read"),
    ("another kind of unit", "60 mg x 7 days, 10 units x 7 days, stop", "'10 units' and the mg before it do not measure the same"),
    ("no unit", "60 x 7 days, stop", "'60 x 7 days' cannot be read"),
    ("years on end", "60 mg x 9999 days, stop", "the plan has more than 400 steps or 3,650 days"),
    ("steps without number", "100 mg, reduce 0.01 mg every 1 day to 1 mg", "the plan has more than 400 steps or 3,650 days"),
    ("too long to read", "6" * 2_001, "the plan has 2,001 characters; at most 2,000 are read"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_is_no_taper_is_refused(text: str, why: str) -> None:
    with pytest.raises(BadPlan) as refused:
        read_plan(text)
    assert refused.value.message == why


FULL = (
    TaperStep(1, 42, "full starting dose", "mg"),
    TaperStep(43, None, "reduce the daily prednisolone dose by 5 mg every 2 weeks down to 25 mg", "mg"),
)


def test_a_curated_taper_in_words_begins_with_the_dose_given() -> None:
    assert plan_of(FULL, "40 mg") == Plan(
        "mg", (PlanStep(D(40), 42), PlanStep(D(35), 14), PlanStep(D(30), 14), PlanStep(D(25), None))
    )


CURATED = [
    ("no dose given", FULL, None, "this taper begins with the patient's own dose (full starting dose)"),
    ("a dose that does not land", FULL, "42 mg", "steps of 5 mg do not lead from 42 mg to 25"),
    ("a dose below the end", FULL, "20 mg", "steps of 5 mg do not lead from 20 mg to 25"),
    ("words", (TaperStep(1, 7, "half", "mg"),), None, "'half' of this taper is not told in figures"),
]


@pytest.mark.parametrize(("taper", "dose", "why"), [c[1:] for c in CURATED], ids=[c[0] for c in CURATED])
def test_a_curated_taper_without_figures_is_refused(taper: tuple[TaperStep, ...], dose: str | None, why: str) -> None:
    with pytest.raises(BadPlan) as refused:
        plan_of(taper, dose)
    assert refused.value.message == why


def test_a_curated_taper_in_figures_is_taken_as_it_is() -> None:
    taper = (TaperStep(1, 14, "40", "mg"), TaperStep(15, 21, "20", "mg"), TaperStep(22, None, "7.5", "mg"))
    assert plan_of(taper).steps == (PlanStep(D(40), 14), PlanStep(D(20), 7), PlanStep(D("7.5"), None))


def test_a_course_has_dates_tablets_sums_and_an_end() -> None:
    found = course(
        read_plan("17 mg x 3 days, 10 mg x 2 days, stop"),
        START,
        read_strengths("1 mg, 5 mg", "mg"),
        "Prednisolone",
        ("Ask.",),
    )
    assert found == Course(
        "Prednisolone",
        "mg",
        (
            Stretch(date(2026, 11, 22), date(2026, 11, 24), D(17), (Counted("5 mg", D(3)), Counted("1 mg", D(2)))),
            Stretch(date(2026, 11, 25), date(2026, 11, 26), D(10), (Counted("5 mg", D(2)),)),
        ),
        date(2026, 11, 27),
        D(71),
        ("5 mg", "1 mg"),
        (Counted("5 mg", D(13)), Counted("1 mg", D(6))),
        (),
        ("Ask.",),
    )


def test_a_hold_has_no_stop_and_no_total_of_tablets() -> None:
    found = course(read_plan("10 mg x 2 days, hold at 5 mg"), START, read_strengths("5 mg", "mg"))
    assert (found.stop, found.total, found.tablets, found.stretches[-1].last) == (None, D(20), (), None)


def test_what_the_strengths_do_not_make_is_said_and_not_rounded() -> None:
    found = course(read_plan("10 mg x 2 days, 7.5 mg x 2 days, stop"), START, read_strengths("5 mg", "mg"))
    assert ([s.tablets for s in found.stretches], found.tablets, found.warnings) == (
        [(Counted("5 mg", D(2)),), None],
        (),
        ("7.5 mg cannot be made of whole tablets of 5 mg; nothing was rounded",),
    )


def test_a_scored_tablet_is_split() -> None:
    found = course(read_plan("7.5 mg x 2 days, stop"), START, read_strengths("5 mg scored", "mg"))
    assert found.stretches[0].tablets == (Counted("5 mg", D("1.5")),)


def test_a_forgotten_strength_is_asked_for() -> None:
    found = course(read_plan("60 mg x 2 days, stop"), START, read_strengths("1 mg", "mg"))
    assert found.warnings == ("up to 60 tablets a day: is there a stronger tablet?",)


def test_a_leap_day_and_a_new_year_are_days_like_others() -> None:
    found = course(read_plan("10 mg x 60 days, 5 mg x 1 day, stop"), date(2027, 12, 31))
    assert [(s.first, s.last) for s in found.stretches] == [
        (date(2027, 12, 31), date(2028, 2, 28)),
        (date(2028, 2, 29), date(2028, 2, 29)),
    ]


def test_the_end_of_the_calendar_is_an_error() -> None:
    with pytest.raises(BadPlan):
        course(read_plan("10 mg x 60 days, stop"), date(9999, 12, 1))


STRENGTHS = [
    ("strongest first, in the unit", "1 mg, 5 mg scored, 0.5 g", [(D(500), False), (D(5), True), (D(1), False)]),
    ("thousands", "1,000 mg", [(D(1000), False)]),
]


@pytest.mark.parametrize(("text", "expected"), [s[1:] for s in STRENGTHS], ids=[s[0] for s in STRENGTHS])
def test_strengths_are_read(text: str, expected: list[tuple[Decimal, bool]]) -> None:
    assert [(t.strength, t.scored) for t in read_strengths(text, "mg")] == expected


@pytest.mark.parametrize(
    "text", ["", "5", "five mg", "5 mg/mL", "5 mg,", "5 units", "0 mg", "2,5 mg", "5 mg, 5 mg scored"]
)
def test_strengths_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(BadPlan):
        read_strengths(text, "mg")


falling = st.lists(st.integers(1, 80), min_size=1, max_size=8, unique=True).map(lambda a: sorted(a, reverse=True))


@given(falling, st.data(), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_dates_follow_each_other_and_totals_are_right(amounts: list[int], data: st.DataObject, start: date) -> None:
    days = data.draw(st.lists(st.integers(1, 60), min_size=len(amounts), max_size=len(amounts)))
    text = ", ".join(f"{a} mg x {n} days" for a, n in zip(amounts, days, strict=True)) + ", stop"
    found = course(read_plan(text), start, (Tablet(D(5)), Tablet(D(1))))
    each = {s.first + timedelta(i): s for s in found.stretches for i in range(s.days or 0)}
    assert sorted(each) == [start + timedelta(i) for i in range(sum(days))]
    assert found.stop == start + timedelta(sum(days))
    assert found.total == sum(s.amount for s in each.values()) == sum(a * n for a, n in zip(amounts, days, strict=True))
    assert all(a.amount > b.amount for a, b in pairwise(found.stretches))
    assert sum(D(c.strength.split()[0]) * c.count for c in found.tablets) == found.total


@given(st.text(alphabet="0123456789 ,.mgxdaysreducehlt", max_size=80))
def test_any_text_is_a_plan_or_refused(text: str) -> None:
    try:
        plan = read_plan(text)
    except BadPlan:
        return
    assert plan.steps
