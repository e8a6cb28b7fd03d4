"""K2: what is worked out for a patient is shown when its sum is redone, and only then."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_cite, a_claim

from curbside.model.answer import Basis, Claim, Computed
from curbside.model.regimen import Amount, Dose, DoseStep
from curbside.verify.checks import standard_checks
from curbside.verify.judge import judge

CHECKS = standard_checks(
    frozenset({"vancomycin", "insulin", "rituximab", "gentamicin", "amoxicillin"}),
    {name: name for name in ("vancomycin", "insulin", "rituximab", "gentamicin", "amoxicillin")},
)
D = Decimal
SAYS = (
    "in adults, vancomycin 20 to 35 mg/kg IV once as a loading dose, at most 3,000 mg",
    "in adults, vancomycin maintenance 15 mg/kg IV every 12 hours",
    "in adults, an insulin infusion of 0.1 units/kg per hour IV",
    "in adults, gentamicin 7 mg/kg IV daily, ideal body weight",
    "in adults, gentamicin 5 mg/kg IV daily, adjusted body weight",
    "in adults, rituximab 375 mg/m2 IV weekly",
    "in adults, amoxicillin 50 mg/kg daily oral in 4 divided doses, at most 500 mg per dose",
)


def a_step(low: str, high: str | None = None, unit: str = "mg", per: str | None = "kg", **more: Any) -> DoseStep:
    return DoseStep(Amount(D(low), D(high or low)), unit, per, **more)


def a_dose(drug: str, *steps: DoseStep, route: str = "IV", **more: Any) -> Dose:
    return Dose(drug, route, steps, "adult", "a-guideline/p1", **more)


def worked_out(text: str, dose: Dose, formula: str, result: str, rounded: str = "", **inputs: str) -> Claim:
    facts = tuple((name, value) for name, value in (inputs or {"weight": "80 kg"}).items())
    computed = Computed(formula, facts, result, rounded or result, of="t/order", dose=dose)
    return a_claim(text, a_cite(*SAYS), id="t/order/computed-1", requires=("t/order",), computed=computed)


LOAD = worked_out(
    "Vancomycin load for 80 kg: 1,600 to 2,800 mg IV once (20 to 35 mg/kg); at most 3,000 mg in one dose.",
    a_dose("vancomycin", a_step("20", "35", label="load"), a_step("15", interval="every 12 hours", label="maintenance"), maximum_single="3,000 mg"),
    "20 mg/kg x 80 kg = 1,600 mg; 35 mg/kg x 80 kg = 2,800 mg",
    "1,600 to 2,800 mg",
)  # fmt: skip
MAINTENANCE = worked_out(
    "Vancomycin maintenance for 80 kg: 1,200 mg IV every 12 hours (15 mg/kg).",
    LOAD.computed.dose if LOAD.computed and LOAD.computed.dose else a_dose("vancomycin"),
    "15 mg/kg x 80 kg = 1,200 mg",
    "1,200 mg",
)
CAPPED = worked_out(
    "Vancomycin load for 140 kg: 2,800 to 3,000 mg IV once (20 to 35 mg/kg); at most 3,000 mg in one dose.",
    a_dose("vancomycin", a_step("20", "35", label="load"), maximum_single="3,000 mg"),
    "20 mg/kg x 140 kg = 2,800 mg; 35 mg/kg x 140 kg = 4,900 mg",
    "2,800 to 4,900 mg", "2,800 to 3,000 mg",
    weight="140 kg",
)  # fmt: skip
INFUSION = worked_out(
    "Insulin infusion for 80 kg: 8 units per hour IV (0.1 units/kg per hour).",
    a_dose("insulin", a_step("0.1", unit="units", rate="per hour", label="infusion")),
    "0.1 units/kg per hour x 80 kg = 8 units per hour",
    "8 units per hour",
)
IDEAL = worked_out(
    "Gentamicin for 61.4 kg (ideal body weight): 430 mg IV daily (7 mg/kg ideal body weight).",
    a_dose("gentamicin", a_step("7", weight="ideal", interval="daily")),
    "7 mg/kg x (45.5 kg + 2.3 kg x (170 cm / 2.54 cm - 60)) = 430.059 mg",
    "430.059 mg", "430 mg",
    weight="90 kg", height="170 cm", sex="female",
)  # fmt: skip
SURFACE = worked_out(
    "Rituximab for 1.94 m2: 729 mg IV weekly (375 mg/m2).",
    a_dose("rituximab", a_step("375", per="m2", interval="weekly")),
    "375 mg/m2 x (170 x 80 / 3,600)^0.5 m2 = 728.869 mg",
    "728.869 mg", "729 mg",
    height="170 cm", weight="80 kg",
)  # fmt: skip
DIVIDED = worked_out(
    "Amoxicillin for 30 kg: 375 mg oral for each of 4 doses a day (50 mg/kg per day); at most 500 mg per dose.",
    a_dose("amoxicillin", a_step("50", interval="daily", divided=4, cap="500 mg per dose"), route="oral"),
    "50 mg/kg per day x 30 kg / 4 doses per day = 375 mg per dose",
    "375 mg",
    weight="30 kg",
)


@pytest.mark.parametrize(
    "claim", [LOAD, MAINTENANCE, CAPPED, INFUSION, IDEAL, SURFACE, DIVIDED], ids=lambda c: c.text[:20]
)
def test_a_right_sum_is_shown_as_computed(claim: Claim) -> None:
    judgement = judge(claim, CHECKS)
    assert (judgement.basis, judgement.objection) == (Basis.COMPUTED, None)


def turned(claim: Claim, text: str | None = None, **more: Any) -> Claim:
    assert claim.computed
    return replace(claim, text=text or claim.text, computed=replace(claim.computed, **more))


def said(claim: Claim, old: str, new: str) -> Claim:
    assert old in claim.text
    return replace(claim, text=claim.text.replace(old, new))


def other_dose(claim: Claim, **more: Any) -> Claim:
    assert claim.computed
    assert claim.computed.dose
    return turned(claim, dose=replace(claim.computed.dose, **more))


def other_step(claim: Claim, **more: Any) -> Claim:
    assert claim.computed
    assert claim.computed.dose
    return other_dose(claim, steps=tuple(replace(step, **more) for step in claim.computed.dose.steps))


#   why                                   the claim
HOSTILE = [
    ("a wrong sum", turned(LOAD, formula="20 mg/kg x 80 kg = 1,700 mg; 35 mg/kg x 80 kg = 2,800 mg", result="1,700 to 2,800 mg")),
    ("a sum ten-fold, everywhere", turned(said(said(LOAD, "1,600", "16,000"), "2,800", "28,000"), formula="20 mg/kg x 80 kg = 16,000 mg; 35 mg/kg x 80 kg = 28,000 mg", result="16,000 to 28,000 mg", rounded="16,000 to 28,000 mg")),
    ("another weight in the formula", turned(LOAD, formula="20 mg/kg x 90 kg = 1,800 mg; 35 mg/kg x 90 kg = 3,150 mg", result="1,800 to 3,150 mg", rounded="1,800 to 3,000 mg")),
    ("the weight of one end only", turned(LOAD, formula="20 mg/kg x 80 kg = 1,600 mg; 35 mg/kg x 8 kg = 280 mg")),
    ("a weight nobody stated", turned(LOAD, inputs=())),
    ("the weight told as another fact", turned(LOAD, inputs=(("height", "80 kg"),))),
    ("another source figure", turned(LOAD, formula="30 mg/kg x 80 kg = 2,400 mg; 35 mg/kg x 80 kg = 2,800 mg", result="2,400 to 2,800 mg", rounded="2,400 to 2,800 mg")),
    ("another unit of the dose", turned(LOAD, formula="20 g/kg x 80 kg = 1,600 g; 35 g/kg x 80 kg = 2,800 g", result="1,600 to 2,800 g", rounded="1,600 to 2,800 g")),
    ("another unit of the result", turned(INFUSION, formula="0.1 units/kg per hour x 80 kg = 8 units per minute", result="8 units per minute", rounded="8 units per minute")),
    ("the cap passed over", turned(said(CAPPED, "3,000 mg IV", "4,900 mg IV"), rounded="2,800 to 4,900 mg")),
    ("the cap left out of the dose and passed over", turned(other_dose(CAPPED, maximum_single=None), text=CAPPED.text.replace("3,000 mg IV", "4,900 mg IV"), rounded="2,800 to 4,900 mg")),
    ("a cap ten-fold", other_dose(turned(said(said(CAPPED, "3,000 mg IV", "4,900 mg IV"), "most 3,000", "most 30,000"), rounded="2,800 to 4,900 mg"), maximum_single="30,000 mg")),
    ("a cap nobody can read", other_dose(LOAD, maximum_single="plenty")),
    ("rounded by more than a tenth", turned(said(LOAD, "1,600", "1,900"), rounded="1,900 to 2,800 mg")),
    ("capped far below the cap", turned(said(CAPPED, "2,800 to 3,000 mg IV", "2,000 to 2,500 mg IV"), rounded="2,000 to 2,500 mg")),
    ("a tenth of the result", turned(said(INFUSION, "8 units", "0.8 units"), rounded="0.8 units per hour")),
    ("the sentence gives another amount", said(LOAD, "1,600 to 2,800 mg", "1,600 to 28,000 mg")),
    ("the sentence gives the result before the cap", said(CAPPED, "2,800 to 3,000 mg IV", "2,800 to 4,900 mg IV")),
    ("the sentence gives the amount per kg", said(LOAD, "1,600 to 2,800 mg IV once (20 to 35 mg/kg)", "20 to 35 mg IV once (1,600 to 2,800 mg/kg)")),
    ("a figure smuggled into the sentence", said(LOAD, "; at most", ", then 500 mg daily; at most")),
    ("an interval smuggled into the sentence", said(LOAD, "IV once", "IV every 6 hours")),
    ("another interval", said(MAINTENANCE, "every 12 hours", "every 2 hours")),
    ("once, of what is repeated", said(MAINTENANCE, "every 12 hours", "once")),
    ("another weight in the sentence", said(LOAD, "80 kg", "60 kg")),
    ("another ideal weight in the sentence", said(IDEAL, "61.4", "64.1")),
    ("another drug in the sentence", said(LOAD, "Vancomycin", "Gentamicin")),
    ("another drug in the dose", other_dose(said(LOAD, "Vancomycin", "Gentamicin"), drug="gentamicin")),
    ("a second drug", said(LOAD, " IV once", " IV once with gentamicin")),
    ("another route in the sentence", said(LOAD, " IV once", " oral once")),
    ("another route in both", other_dose(said(LOAD, " IV once", " oral once"), route="oral")),
    ("the load called maintenance", said(LOAD, "load for", "maintenance for")),
    ("the maintenance called load", said(MAINTENANCE, "maintenance", "load")),
    ("the rate per minute", other_step(turned(said(said(INFUSION, "units per hour", "units per minute"), "kg per hour", "kg per minute"), formula="0.1 units/kg per minute x 80 kg = 8 units per minute", result="8 units per minute", rounded="8 units per minute"), rate="per minute")),
    ("divided by two", other_step(turned(said(said(DIVIDED, "375", "750"), "of 4", "of 2"), formula="50 mg/kg per day x 30 kg / 2 doses per day = 750 mg per dose", result="750 mg", rounded="750 mg"), divided=2, cap="1,000 mg per dose")),
    ("divided by two in the sentence", said(DIVIDED, "of 4", "of 2")),
    ("not divided", turned(said(DIVIDED, "375 mg", "1,500 mg"), formula="50 mg/kg per day x 30 kg = 1,500 mg per day", result="1,500 mg", rounded="1,500 mg")),
    ("the actual weight where the ideal is meant", turned(said(said(IDEAL, "430", "630"), "61.4", "90"), formula="7 mg/kg x 90 kg = 630 mg", result="630 mg", rounded="630 mg")),
    ("the other sex's ideal weight", turned(IDEAL, formula="7 mg/kg x (50 kg + 2.3 kg x (170 cm / 2.54 cm - 60)) = 461.559 mg", result="461.559 mg")),
    ("no sex stated", turned(IDEAL, inputs=(("weight", "90 kg"), ("height", "170 cm")))),
    ("no height stated", turned(SURFACE, inputs=(("weight", "80 kg"),))),
    ("another height in the formula", turned(SURFACE, formula="375 mg/m2 x (180 x 80 / 3,600)^0.5 m2 = 750 mg", result="750 mg", rounded="750 mg")),
    ("a factor nobody knows", turned(LOAD, formula="20 mg/kg x 80 kg x 2 = 3,200 mg; 35 mg/kg x 80 kg x 2 = 5,600 mg", result="3,200 to 5,600 mg", rounded="3,000 mg")),
    ("one end of the range", turned(said(LOAD, "1,600 to 2,800 mg", "2,800 mg"), formula="35 mg/kg x 80 kg = 2,800 mg", result="2,800 mg", rounded="2,800 mg")),
    ("a formula that is none", turned(LOAD, formula="about 1,600 mg")),
    ("a formula that divides by zero", turned(LOAD, formula="20 mg/kg / 0 = 1,600 mg; 35 mg/kg x 80 kg = 2,800 mg")),
    ("no dose", turned(LOAD, dose=None)),
    ("the claim it was worked out from is not required", replace(LOAD, requires=())),
    ("a source that does not give the dose", replace(LOAD, cites=(a_cite("in adults, vancomycin 25 mg/kg IV once as a loading dose"),))),
    ("no source", replace(LOAD, cites=())),
    ("a plain wording beside it", replace(LOAD, plain="Take 5 tablets.")),
    ("the sum is not there", replace(LOAD, computed=None)),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claim"), HOSTILE, ids=[why for why, _ in HOSTILE])
def test_a_sum_that_does_not_hold_is_withheld(why: str, claim: Claim) -> None:
    assert not judge(claim, CHECKS).shown


def test_the_reason_names_what_is_wrong() -> None:
    found = judge(
        turned(CAPPED, text=CAPPED.text.replace("3,000 mg IV", "4,900 mg IV"), rounded="2,800 to 4,900 mg"), CHECKS
    )
    assert found.objection
    assert (found.objection.check, found.objection.reason) == (
        "K2",
        "2,800 to 4,900 mg is above the limit",
    )
