"""Orders and tapers: an amount is read exactly, or refused."""

from decimal import Decimal
from typing import Any

import pytest
from tests.unit.topics.written import SOURCES, TOPIC, but

from curbside.errors import BadTopic, IntegrityError
from curbside.model.regimen import AllOf, Amount, AnyOf, Dose, DoseStep, Order, TaperStep, Then
from curbside.topics.orders import amount
from curbside.topics.read import read_topic
from curbside.topics.sources import read_sources

_, HELD = read_sources("sources.yaml", SOURCES)
DOSE = "drug: ampicillin, route: oral, population: adult, reference: a-guideline/rec-1"
HEAD = TOPIC.split("statements:")[0]


def of(fields: str) -> str:
    """A topic with one statement; `fields` begin on line 14."""
    lines = ("statements:", "  - id: one", "    section: treatment", "    text: One.", "    cites: [a-guideline/rec-1]")
    return HEAD + "\n".join(lines) + f"\n    {fields}\n"


def order(written: str) -> Order | None:
    return read_topic("blue-fever.yaml", of(f"order: {written}"), HELD).statement("one").order


def said(fields: str) -> list[str]:
    with pytest.raises(BadTopic) as bad:
        read_topic("blue-fever.yaml", of(fields), HELD)
    return [problem.removeprefix("blue-fever.yaml:14: ") for problem in bad.value.problems]


def a_dose(low: str, high: str = "", **step: Any) -> Dose:
    steps = (DoseStep(Amount(Decimal(low), Decimal(high or low)), step.pop("unit", "mg"), **step),)
    return Dose("ampicillin", "oral", steps, "adult", "a-guideline/rec-1")


#   why                            written        low       high
AMOUNTS = [
    ("whole", "40", "40", "40"),
    ("decimal", "0.5", "0.5", "0.5"),
    ("thousands", "1,000", "1000", "1000"),
    ("millions", "2,400,000", "2400000", "2400000"),
    ("range", "0.5-1", "0.5", "1"),
    ("range with a dash", "600–900", "600", "900"),
    ("range with spaces", "600 - 900", "600", "900"),
    ("smallest figures are exact", "0.000001", "0.000001", "0.000001"),
]


@pytest.mark.parametrize(("why", "written", "low", "high"), AMOUNTS, ids=[row[0] for row in AMOUNTS])
def test_an_amount_is_exact(why: str, written: str, low: str, high: str) -> None:
    assert amount(written) == Amount(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "written",
    [
        "1.0",
        "0.50",
        ".5",
        "5.",
        "05",
        "1000",
        "1,00",
        "1,0000",
        "10,00",
        "1,5",
        "1.000,5",
        "1e3",
        "-5",
        "+5",
        "5 mg",
        "~5",
        "<5",
        "5-",
        "1-2-3",
        "0",
        "0-5",
        "5-1",
        "½",
        "٥",
        "five",
        "",
        "1 000",
        "0x10",
        "inf",
        "NaN",
        "5\n",
        "0.0000001",
    ],
)
def test_what_could_be_read_as_another_number_is_refused(written: str) -> None:
    with pytest.raises((ValueError, IntegrityError)):
        amount(written)


#   why                     written                                                                 order
ORDERS = [
    ("one dose", f"{{{DOSE}, steps: [{{amount: 0.5-1, unit: g, interval: daily}}]}}", a_dose("0.5", "1", unit="g", interval="daily")),
    ("PLUS", f"{{all_of: [{{{DOSE}, steps: [{{amount: 5, unit: mg}}]}}, {{{DOSE}, steps: [{{amount: 6, unit: mg}}]}}]}}", AllOf((a_dose("5"), a_dose("6")))),
    ("OR", f"{{any_of: [{{{DOSE}, steps: [{{amount: 5, unit: mg}}]}}, {{{DOSE}, steps: [{{amount: 6, unit: mg}}]}}]}}", AnyOf((a_dose("5"), a_dose("6")))),
    ("THEN", f"{{then: [{{{DOSE}, steps: [{{amount: 5, unit: mg}}]}}, {{{DOSE}, steps: [{{amount: 6, unit: mg}}]}}]}}", Then((a_dose("5"), a_dose("6")))),
    ("one inside another", f"{{then: [{{{DOSE}, steps: [{{amount: 5, unit: mg}}]}}, {{any_of: [{{{DOSE}, steps: [{{amount: 6, unit: mg}}]}}, {{{DOSE}, steps: [{{amount: 7, unit: mg}}]}}]}}]}}", Then((a_dose("5"), AnyOf((a_dose("6"), a_dose("7")))))),
]  # fmt: skip


@pytest.mark.parametrize(("why", "written", "expected"), ORDERS, ids=[row[0] for row in ORDERS])
def test_an_order_is_structure(why: str, written: str, expected: Order) -> None:
    assert order(written) == expected


def test_every_field_of_a_dose_is_read() -> None:
    steps = (
        "{label: load, amount: 25, unit: mg, per: kg, weight: actual, rate: per minute, over: 2 hours}, "
        "{label: maintenance, amount: 15-20, unit: mg, per: kg, interval: every 12 hours, duration: 3 days, until: stable}"
    )
    load = DoseStep(Amount(Decimal(25), Decimal(25)), "mg", "kg", "actual", "per minute", "2 hours", label="load")
    keep = DoseStep(
        Amount(Decimal(15), Decimal(20)),
        "mg",
        "kg",
        None,
        None,
        None,
        "every 12 hours",
        "3 days",
        "stable",
        "maintenance",
    )
    written = f"{{{DOSE}, maximum: {{single: 3 g, daily: 6 g}}, note: slowly, steps: [{steps}]}}"
    assert order(written) == Dose(
        "ampicillin", "oral", (load, keep), "adult", "a-guideline/rec-1", "3 g", "6 g", "slowly"
    )


STEP = "steps: [{amount: 5, unit: mg}]"
#   why                         written                                                     what is said
BROKEN = [
    ("no unit", f"{{{DOSE}, steps: [{{amount: 5}}]}}", "this step has no `unit`; add it"),
    ("no amount", f"{{{DOSE}, steps: [{{unit: mg}}]}}", "this step has no `amount`; add it"),
    ("no steps", f"{{{DOSE}}}", "the dose of ampicillin has no `steps`; add at least one"),
    ("no population", f"{{{DOSE.replace('population: adult, ', '')}, {STEP}}}", "this dose has no `population`; add it"),
    ("no reference", f"{{{DOSE.partition(', reference')[0]}, {STEP}}}", "this dose has no `reference`; add it"),
    ("no route", f"{{{DOSE.replace('route: oral, ', '')}, {STEP}}}", "this dose has no `route`; add it"),
    ("no drug", f"{{{DOSE.replace('drug: ampicillin, ', '')}, {STEP}}}", "this dose has no `drug`; add it"),
    ("a unit that gets misread", f"{{{DOSE}, steps: [{{amount: 5, unit: µg}}]}}", "`unit` cannot be 'μg'; there are: mcg, mg"),
    ("units as U", f"{{{DOSE}, steps: [{{amount: 5, unit: U}}]}}", "`unit` cannot be 'U'; there are: mcg, mg"),
    ("a route by abbreviation", f"{{{DOSE.replace('oral', 'PO')}, {STEP}}}", "`route` cannot be 'PO'; there are: IV, IM"),
    ("per day is not per kg", f"{{{DOSE}, steps: [{{amount: 5, unit: mg, per: day}}]}}", "`per` cannot be 'day'"),
    ("a weight for a fixed dose", f"{{{DOSE}, steps: [{{amount: 5, unit: mg, weight: ideal}}]}}", "`weight` says which body weight"),
    ("a trailing zero", f"{{{DOSE}, steps: [{{amount: 5.0, unit: mg}}]}}", "`amount`: '5.0' is not an amount"),
    ("one of nothing", "{any_of: []}", "`any_of` joins two or more orders"),
    ("one of one", f"{{all_of: [{{{DOSE}, {STEP}}}]}}", "`all_of` joins two or more orders"),
    ("two ways to join", f"{{all_of: [{{{DOSE}, {STEP}}}, {{{DOSE}, {STEP}}}], then: []}}", "a combination has no field 'then'"),
    ("words", "take two", "a dose is a mapping"),
    ("a list", "[1]", "a dose is a mapping"),
    ("a label of its own", f"{{{DOSE}, steps: [{{label: boost, amount: 5, unit: mg}}]}}", "`label` cannot be 'boost'"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "written", "expected"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_wrong_order_is_named(why: str, written: str, expected: str) -> None:
    found = said(f"order: {written}".replace("µ", "μ"))
    assert [problem[: len(expected)] for problem in found] == [expected]


def test_a_taper_is_read_day_after_day() -> None:
    written = "taper: [{from_day: 1, to_day: 14, amount: full starting dose, unit: daily}, {from_day: 15, amount: 7.5, unit: mg}]"
    assert read_topic("blue-fever.yaml", of(written), HELD).statement("one").taper == (
        TaperStep(1, 14, "full starting dose", "daily"),
        TaperStep(15, None, "7.5", "mg"),
    )


#   why                            taper                                                            what is said
TAPERS = [
    ("a day without a dose", "[{from_day: 1, to_day: 7, amount: 5, unit: mg}, {from_day: 9, amount: 2, unit: mg}]", "this step begins on day 9; the step before leads to day 8"),
    ("a day with two doses", "[{from_day: 1, to_day: 7, amount: 5, unit: mg}, {from_day: 7, amount: 2, unit: mg}]", "this step begins on day 7; the step before leads to day 8"),
    ("does not begin on day 1", "[{from_day: 2, amount: 5, unit: mg}]", "this step begins on day 2; the step before leads to day 1"),
    ("backwards", "[{from_day: 1, to_day: 1, amount: 5, unit: mg}, {from_day: 2, to_day: 1, amount: 5, unit: mg}]", "this step ends on day 1, before it begins on day 2"),
    ("day zero", "[{from_day: 0, amount: 5, unit: mg}]", "`from_day` is a whole number from 1 to 9999, not '0'"),
    ("half a day", "[{from_day: 1.5, amount: 5, unit: mg}]", "`from_day` is a whole number from 1 to 9999, not '1.5'"),
    ("a trailing zero", "[{from_day: 1, amount: 5.0, unit: mg}]", "`amount`: '5.0' is not an amount"),
    ("no end in the middle", "[{from_day: 1, amount: 5, unit: mg}, {from_day: 2, amount: 4, unit: mg}]", "only the last step may be without `to_day`; add it"),
    ("no unit", "[{from_day: 1, amount: 5}]", "this taper step has no `unit`; add it"),
    ("nothing", "[]", "`taper` is a list of entries"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "taper", "expected"), TAPERS, ids=[row[0] for row in TAPERS])
def test_a_wrong_taper_is_named(why: str, taper: str, expected: str) -> None:
    assert [problem[: len(expected)] for problem in said(f"taper: {taper}")] == [expected]


def test_a_taper_that_rises_is_named() -> None:
    steps = "[{from_day: 1, to_day: 7, amount: 2, unit: mg}, {from_day: 8, to_day: 14, amount: 10, unit: mg}]"
    topic = but(TOPIC, "    text: Rest is advised", f"    taper: {steps}\n    text: Rest is advised")
    with pytest.raises(BadTopic) as refused:
        read_topic("blue-fever.yaml", topic, read_sources("sources.yaml", SOURCES)[1])
    assert refused.value.problems == ("blue-fever.yaml:23: 10 mg after 2 mg: a taper does not rise",)
