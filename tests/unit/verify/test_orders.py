"""R1: an order is complete, and each of its figures stands in one line of its own source with its drug."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_citation, a_cite, a_claim
from tests.mutations import mutant_orders
from tests.unit.verify.pairs import CANONICAL, NAMES

from curbside.model.answer import Basis, Claim
from curbside.model.document import Kind
from curbside.model.regimen import AllOf, Amount, AnyOf, Dose, DoseStep, Order, TaperStep, Then, doses
from curbside.verify.checks import standard_checks
from curbside.verify.judge import judge
from curbside.verify.naming import DrugNames
from curbside.verify.orders import orders_are_sourced

check = orders_are_sourced(DrugNames(NAMES, CANONICAL))
CHECKS = standard_checks(NAMES, CANONICAL)
SAYS = (
    "Adults: clindamycin 600 to 900 mg IV every 8 hours.",
    "Adults: meropenem 1 g IV every 8 hours for 14 days.",
    "Adults: penicillin G 2 to 4 million units IV every 4 to 6 hours.",
    "Adults: vancomycin load 25 mg/kg actual weight, maximum 3 g, then 15 mg/kg IV every 12 hours.",
    "Adults: immunoglobulin 2 g/kg IV over 2 to 5 days.",
    "Adults: prednisolone 1 mg/kg oral daily until 7 days without relapse.",
    "Adults: linezolid 600 mg IV every 12 hours plus imipenem 500 mg IV every 6 hours.",
    "Adults: meropenem or imipenem, with clindamycin.",
    "Adults: cefepime 2 g every 8 hours.",
    "Adults: doxycycline plus ciprofloxacin 500 mg IV every 8 hours.",
    "Adults: crystalloid 30 mL/kg IV over 3 hours.",
    "Adults: crystalloid 20 mL/kg with noradrenaline 5 mg IV over 3 hours.",
    "Adults: a noradrenaline infusion of 0.1 mcg/kg per minute IV.",
    "Adults: infliximab 8 mg/kg daily IV in 4 divided doses, at most 500 mg per dose.",
    "Children: ertapenem 15 mg/kg IV every 12 hours.",
)


def step(low: str, unit: str = "mg", high: str | None = None, **more: Any) -> DoseStep:
    return DoseStep(Amount(Decimal(low), Decimal(high or low)), unit, **{"interval": "every 8 hours", **more})


def dose(drug: str, *steps: DoseStep, route: str = "IV", population: str = "adult", **more: Any) -> Dose:
    return Dose(drug, route, steps, population, more.pop("reference", "a-guideline/p1"), **more)


CLINDAMYCIN = dose("clindamycin", step("600", high="900"))
MEROPENEM = dose("meropenem", step("1", "g", duration="14 days"))
PENICILLIN = dose("benzylpenicillin", step("2", "million units", "4", interval="every 4 to 6 hours"))
VANCOMYCIN = dose(
    "vancomycin",
    step("25", per="kg", weight="actual", interval=None, label="load"),
    step("15", per="kg", interval="every 12 hours"),
    maximum_single="3 g",
)
IMMUNOGLOBULIN = dose("immunoglobulin", step("2", "g", per="kg", interval=None, over="2 to 5 days"))
PREDNISOLONE = dose("prednisolone", step("1", per="kg", interval="daily", until="7 days without relapse"), route="oral")
IMIPENEM = dose("imipenem", step("500", interval="every 6 hours"))
CRYSTALLOID = dose("crystalloid", step("30", "mL", per="kg", interval=None, over="3 hours"))
INFUSION = dose("noradrenaline", step("0.1", "mcg", per="kg", rate="per minute", interval=None, label="infusion"))
DIVIDED = dose("infliximab", step("8", per="kg", interval="daily", divided=4, cap="500 mg per dose"))
FAITHFUL: list[Order] = [
    INFUSION,
    DIVIDED,
    CRYSTALLOID,
    CLINDAMYCIN,
    MEROPENEM,
    PENICILLIN,
    VANCOMYCIN,
    IMMUNOGLOBULIN,
    PREDNISOLONE,
    IMIPENEM,
    AllOf((AnyOf((MEROPENEM, IMIPENEM)), CLINDAMYCIN)),
    Then((VANCOMYCIN, PENICILLIN)),
]


def ordering(
    order: Order, text: str = "Adults: treatment as ordered.", says: tuple[str, ...] = SAYS, **more: Any
) -> Claim:
    cite = a_cite(*says, population=("adult",), citation=a_citation(kind=Kind.GUIDELINE))
    return a_claim(text, cite, order=order, **more)


@pytest.mark.parametrize("order", FAITHFUL, ids=lambda order: " ".join(dose.drug for dose in doses(order)))
def test_order_of_the_source_stands(order: Order) -> None:
    judgement = judge(ordering(order, "Adults, IV or oral, every drug in its daily dose."), CHECKS[:-1])
    assert check(ordering(order)) is None
    assert [finding for finding in judgement.findings if finding.check != "V0"] == []


@pytest.mark.parametrize("order", FAITHFUL, ids=lambda order: " ".join(dose.drug for dose in doses(order)))
def test_order_with_one_thing_changed_falls(order: Order) -> None:
    shown = [kind for kind, changed in mutant_orders(order) if judge(ordering(changed, SAYS[0]), CHECKS).shown]
    assert shown == []


def none_said(drug: str, said: str) -> str:
    return f"no line of a-guideline/p1 says {said} of {drug}"


CASES = [
    ("all figures of the line are the other drug's", dose("doxycycline", step("500")), none_said("doxycycline", "500 mg IV every 8 hours")),
    ("a fluid beside a drug", dose("crystalloid", step("5", interval=None, over="3 hours")), none_said("crystalloid", "5 mg IV over 3 hours")),
    ("dose of the other drug of the line", dose("linezolid", step("500", interval="every 6 hours")), none_said("linezolid", "500 mg IV every 6 hours")),
    ("interval of the other drug of the line", dose("linezolid", step("600", interval="every 6 hours")), none_said("linezolid", "600 mg IV every 6 hours")),
    ("dose of a line on children", dose("ertapenem", step("15", per="kg", interval="every 12 hours")), "a-guideline/p1 does not name ertapenem for adult"),
    ("oral for a drug given IV", replace(CLINDAMYCIN, route="oral"), "a-guideline/p1 does not say that clindamycin is given oral"),
    ("a route nobody gives", dose("cefepime", step("2", "g")), "a-guideline/p1 does not say that cefepime is given IV"),
    ("children get what adults get", replace(CLINDAMYCIN, population="child"), "a-guideline/p1 does not name clindamycin for child"),
    ("one end of the range", dose("clindamycin", step("900")), none_said("clindamycin", "900 mg IV every 8 hours")),
    ("ideal weight for actual", replace(VANCOMYCIN, steps=(replace(VANCOMYCIN.steps[0], weight="ideal"),)), none_said("vancomycin", "25 mg/kg IV")),
    ("how often is not said", replace(CLINDAMYCIN, steps=(step("600", high="900", interval=None),)), "the order for clindamycin does not say how often"),
    ("another extract", replace(CLINDAMYCIN, reference="a-guideline/p2"), "the order for clindamycin rests on a-guideline/p2, which is not cited"),
    ("another source", replace(CLINDAMYCIN, reference="b-guideline/p1"), "the order for clindamycin rests on b-guideline/p1, which is not cited"),
    ("a drug not named", dose("ceftriaxone", step("1", "g")), "a-guideline/p1 does not name ceftriaxone for adult"),
    ("a maximum nobody gave", replace(CLINDAMYCIN, maximum_daily="2.7 g"), "no line of a-guideline/p1 gives 2.7 g as the most clindamycin to give"),
    ("a figure in the note", replace(CLINDAMYCIN, note="infuse over 20 minutes"), "no line of a-guideline/p1 has the figures noted with clindamycin"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "order", "reason"), CASES, ids=[row[0] for row in CASES])
def test_order_that_differs_is_refused(why: str, order: Order, reason: str) -> None:
    finding = check(ordering(order))
    assert (finding.reason if finding else None) == reason


def test_figures_of_one_order_are_not_gathered_from_two_lines() -> None:
    says = ("Clindamycin 600 to 900 mg IV.", "Clindamycin every 8 hours.")
    finding = check(ordering(CLINDAMYCIN, says=says))
    assert finding is not None
    assert finding.reason == none_said("clindamycin", "600 to 900 mg IV every 8 hours")


def test_sentence_beside_an_order_gives_the_same_dose() -> None:
    texts = ("Clindamycin 600 to 900 mg IV.", "Clindamycin 900 mg IV.", "Meropenem 1 g, then clindamycin as ordered.")
    findings = [check(ordering(CLINDAMYCIN, text)) for text in texts]
    assert [finding.reason if finding else None for finding in findings] == [
        None,
        "the sentence says 900 mg, the order does not",
        None,
    ]


TAPER = "Prednisolone: 60 mg daily for 6 weeks, then 55 mg from day 43 to day 56; 5 mg from day 57."
TAPERS = [
    ("as the source says", (TaperStep(1, 42, "60", "mg"), TaperStep(43, 56, "55", "mg"), TaperStep(57, None, "5", "mg")), None),
    ("an amount it does not say", (TaperStep(1, 42, "50", "mg"),), "no line cited says 50 mg for days 1 to 42"),
    ("days it does not say", (TaperStep(1, 40, "60", "mg"),), "no line cited says 60 mg for days 1 to 40"),
    ("an end it does not say", (TaperStep(90, None, "5", "mg"),), "no line cited says 5 mg for from day 90"),
    ("words it does not say", (TaperStep(1, 42, "full starting dose", "mg"),), "no line cited says full starting dose mg for days 1 to 42"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "taper", "reason"), TAPERS, ids=[row[0] for row in TAPERS])
def test_taper_stands_in_a_line(why: str, taper: tuple[TaperStep, ...], reason: str | None) -> None:
    finding = check(a_claim("Taper.", a_cite(TAPER), taper=taper))
    assert (finding.reason if finding else None) == reason


def test_order_is_curated_when_only_the_extract_is_held() -> None:
    claim = ordering(CLINDAMYCIN, "Clindamycin 600 to 900 mg IV every 8 hours.")
    assert (judge(claim, CHECKS).objection, judge(claim, CHECKS).basis) == (None, Basis.CURATED)
