"""K1: for whom a claim is, and for whom not, is what its sentence or its sources say."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_cite, a_claim

from curbside.model.answer import Claim, Finding
from curbside.model.condition import Condition, Criterion
from curbside.model.patient import MEASURED, Known
from curbside.model.regimen import Amount, AnyOf, Dose, DoseStep
from curbside.verify.conditions import conditions_are_sourced
from curbside.verify.naming import DrugNames

DRUGS = (
    "enoxaparin",
    "clarithromycin",
    "colchicine",
    "warfarin",
    "allopurinol",
    "valproate",
    "penicillin",
    "macrolide",
    "insulin",
    "adrenaline",
    "ketoconazole",
)
MEMBERS = {"macrolide": frozenset({"clarithromycin"})}
CONDITIONS = {
    "asthma": "asthma",
    "heart failure": "heart failure",
    "cirrhosis": "cirrhosis",
    "aki": "acute kidney injury",
    "acute kidney injury": "acute kidney injury",
}
check = conditions_are_sourced(DrugNames(DRUGS, {}, MEMBERS), DrugNames(CONDITIONS, CONDITIONS))


def a_criterion(text: str) -> Criterion:
    """ "crcl < 30", "age >= 65 year", "pregnancy no", "given clarithromycin, ketoconazole"."""
    name, _, rest = text.partition(" ")
    if name in MEASURED:
        sign, number, *unit = rest.split(" ")
        return Criterion(name, sign, Decimal(number), " ".join(unit))
    if rest in ("yes", "no"):
        return Criterion(name, "is", wanted=Known(rest))
    return Criterion(name, "is", names=tuple(rest.split(", ")))


def a_condition(text: str) -> Condition:
    """Groups apart by " | ", criteria of one by " & "."""
    return Condition(tuple(tuple(map(a_criterion, group.split(" & "))) for group in text.split(" | ")))


#   why                                    the sentence (its own only line)                          for whom                      borne out
WHEN = [
    ("the figure and its side", "Avoid it with a creatinine clearance below 30 mL/min.", "crcl < 30", True),
    ("words between the side and the figure", "Halve it below a creatinine clearance of 30 mL/min.", "crcl < 30", True),
    ("ten-fold", "Avoid it with a creatinine clearance below 30 mL/min.", "crcl < 300", False),
    ("a tenth", "Avoid it with a creatinine clearance below 30 mL/min.", "crcl < 3", False),
    ("the other side", "Avoid it with a creatinine clearance below 30 mL/min.", "crcl >= 30", False),
    ("on the limit or below it", "Avoid it with a creatinine clearance below 30 mL/min.", "crcl <= 30", False),
    ("the other estimate", "Avoid it with a creatinine clearance below 30 mL/min.", "egfr < 30", False),
    ("the other estimate beside its own", "Avoid it with a creatinine clearance below 30 mL/min.", "crcl < 30 | egfr < 30", True),
    ("the other estimate with another figure", "Avoid it with a creatinine clearance below 30 mL/min.", "crcl < 30 | egfr < 60", False),
    ("dialysis beside a limit of the kidney", "Avoid it with a creatinine clearance below 30 mL/min.", "crcl < 30 | dialysis yes", True),
    ("dialysis alone", "Avoid it with a creatinine clearance below 30 mL/min.", "dialysis yes", False),
    ("a range below", "At creatinine clearance 15 to 29 mL/min give half.", "crcl < 30", True),
    ("a range, the other side", "At creatinine clearance 15 to 29 mL/min give half.", "crcl > 30", False),
    ("a stage in words", "Avoid it in severe renal impairment.", "egfr < 30", True),
    ("another stage than the words", "Avoid it in severe renal impairment.", "egfr < 90", False),
    ("a stage, the other side", "Avoid it in severe renal impairment.", "egfr >= 30", False),
    ("another unit of the same kind", "With a potassium below 3.5 mEq/L wait.", "potassium < 3.5 mmol/L", True),
    ("the figure of something else", "With a glucose below 3.5 mmol/L wait.", "potassium < 3.5 mmol/L", False),
    ("another kind of unit", "With a potassium below 3.5 mg/L wait.", "potassium < 3.5 mmol/L", False),
    ("no unit at all", "With a potassium below 3.5 wait.", "potassium < 3.5 mmol/L", False),
    ("mass and substance", "Add glucose below 250 mg/dL.", "glucose < 13.9 mmol/L", True),
    ("waits until", "Insulin waits until potassium is above 3.5 mmol/L.", "potassium < 3.5 mmol/L", True),
    ("a bare number with its name", "With a GCS of 8 or less intubate.", "gcs <= 8", True),
    ("a bare number, ten-fold", "With a pH below 7.0 call for help.", "ph < 70", False),
    ("weeks and days", "From 20 weeks of pregnancy it is eclampsia.", "gestation >= 20 week", True),
    ("weeks beside pregnancy", "Avoid it in pregnancy.", "pregnancy yes | gestation >= 20 week", True),
    ("weeks beside pregnancy that nobody has", "Avoid it in pregnancy.", "pregnancy yes | gestation >= 200 week", False),
    ("weeks beside pregnancy, the other side", "Avoid it in pregnancy.", "pregnancy yes | gestation < 20 week", False),
    ("a trimester", "Not in the third trimester.", "gestation >= 28 week", True),
    ("the first for the third", "Not in the first trimester.", "gestation >= 28 week", False),
    ("children are below 18", "In children give it by weight.", "age < 18 year", True),
    ("children are not above 18", "In children give it by weight.", "age >= 18 year", False),
    ("children are not below 180", "In children give it by weight.", "age < 180 year", False),
    ("an age", "From 75 years of age give half.", "age >= 75 year", True),
    ("an age in another unit", "From 75 years of age give half.", "age >= 75 month", False),
    ("platelets", "Not with platelets below 100 x 10^9/L.", "platelets < 100 10*9/L", True),
    ("platelets ten-fold", "Not with platelets below 100 x 10^9/L.", "platelets < 1000 10*9/L", False),
    ("hours", "More than 4.5 hours after onset it is not given.", "hours > 4.5", True),
    ("hours as days", "More than 4.5 hours after onset it is not given.", "hours > 4.5 day", False),
    ("pregnancy", "Avoid it in pregnancy.", "pregnancy yes", True),
    ("the fetus", "It harms the fetus.", "pregnancy yes", True),
    ("no word of it", "Avoid it in women.", "pregnancy yes", False),
    ("yes made no", "Avoid it in pregnancy.", "pregnancy no", False),
    ("a denial", "For a woman who is not pregnant it is the first choice.", "pregnancy no", True),
    ("a denial is no yes", "For non-pregnant women it is the first choice.", "pregnancy yes", False),
    ("nonpregnant", "For nonpregnant women it is the first choice.", "pregnancy no", True),
    ("breast-feeding", "Mothers should not breastfeed on it.", "lactation yes", True),
    ("breast-feeding made no", "Mothers should not breastfeed on it.", "lactation no", False),
    ("not breast-feeding", "For women who are not breast-feeding.", "lactation no", True),
    ("dialysis", "On haemodialysis give it after the session.", "dialysis yes", True),
    ("with and without dialysis", "Avoid it in kidney failure with and without dialysis.", "dialysis yes", True),
    ("not on dialysis", "In patients not on dialysis give it daily.", "dialysis no", True),
    ("not on dialysis made yes", "In patients not on dialysis give it daily.", "dialysis yes", False),
    ("women", "In women of childbearing potential ask first.", "sex female", True),
    ("women made men", "In women of childbearing potential ask first.", "sex male", False),
    ("a drug", "Do not give it with clarithromycin.", "given clarithromycin", True),
    ("another drug", "Do not give it with clarithromycin.", "given warfarin", False),
    ("one drug of two", "Do not give it with clarithromycin.", "given clarithromycin, warfarin", False),
    ("a member of a class", "Do not give it with a macrolide.", "given clarithromycin", True),
    ("the class of a member", "Do not give it with clarithromycin.", "given macrolide", True),
    ("a kind of drugs", "Do not give it with strong CYP3A4 inhibitors.", "given clarithromycin, ketoconazole", True),
    ("a stranger among a kind of drugs", "Do not give it with strong CYP3A4 inhibitors.", "given warfarin, ketoconazole", False),
    ("an allergy", "Not after anaphylaxis to penicillin.", "allergy penicillin", True),
    ("another allergy", "Not after anaphylaxis to penicillin.", "allergy allopurinol", False),
    ("a condition", "Caution in asthma.", "condition asthma", True),
    ("a condition by another name", "Caution in AKI.", "condition acute kidney injury", True),
    ("another condition", "Caution in asthma.", "condition heart failure", False),
    ("a condition by its organ", "Avoid it in hepatic insufficiency.", "condition cirrhosis", True),
    ("an antibody", "With anti-HMGCR antibodies look for a statin.", "antibody anti-hmgcr", True),
    ("another antibody", "With anti-HMGCR antibodies look for a statin.", "antibody anti-srp", False),
    ("one of two criteria", "Avoid it in pregnancy.", "pregnancy yes & age >= 65 year", False),
    ("the guideline is for others", "The doses here are for adults.", "age < 18 year", True),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "whom", "borne"), WHEN, ids=[row[0] for row in WHEN])
def test_for_whom_a_claim_is(why: str, text: str, whom: str, borne: bool) -> None:
    found = check(a_claim(text, a_cite(text), when=a_condition(whom)))
    assert (found is None) == borne
    assert found is None or found.check == "K1"


#   why                                   the sentence                                  not for whom                reason                                   borne out
UNLESS = [
    ("who does not get it", "Insulin; not with a potassium below 3.5 mmol/L.", "potassium < 3.5 mmol/L", None, True),
    ("who gets it", "Insulin, only with a potassium of at least 3.5 mmol/L.", "potassium < 3.5 mmol/L", None, True),
    ("ten-fold", "Insulin, only with a potassium of at least 3.5 mmol/L.", "potassium < 35 mmol/L", None, False),
    ("a figure of the reason alone", "Insulin by infusion.", "potassium < 3.5 mmol/L", "potassium below 3.5 mmol/L", False),
    ("the reason has another figure", "Insulin, only with a potassium of at least 3.5 mmol/L.", "potassium < 3.5 mmol/L", "potassium below 5.3 mmol/L", False),
    ("the reason turns it round", "Insulin, only with a potassium of at least 3.5 mmol/L.", "potassium < 3.5 mmol/L", "potassium of at least 3.5 mmol/L", False),
    ("the condition turned round", "Insulin, only with a potassium of at least 3.5 mmol/L.", "potassium >= 3.5 mmol/L", "potassium below 3.5 mmol/L", False),
    ("the reason says whom it is for", "Insulin with a potassium of 6.5 mmol/L or more.", "potassium < 6.5 mmol/L", "for potassium 6.5 mmol/L or more", True),
    ("pregnancy in the reason", "Valproate by vein.", "pregnancy yes", "pregnancy: valproate harms the fetus", True),
    ("pregnancy made no", "Valproate by vein.", "pregnancy no", "pregnancy: valproate harms the fetus", False),
    ("the reason names another drug", "Valproate by vein.", "pregnancy yes", "pregnancy: warfarin instead", False),
    ("the reason says nothing of it", "Valproate by vein.", "pregnancy yes", "not for you", False),
    ("a drug of the condition in the reason", "Colchicine by mouth; not with clarithromycin.", "given clarithromycin", "with clarithromycin", True),
    ("a figure nobody gave", "Valproate by vein.", "pregnancy yes", "pregnancy: malformations in 10%", False),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "whom", "reason", "borne"), UNLESS, ids=[row[0] for row in UNLESS])
def test_for_whom_a_claim_is_not(why: str, text: str, whom: str, reason: str | None, borne: bool) -> None:
    found = check(a_claim(text, a_cite(text), unless=a_condition(whom), reason=reason))
    assert (found is None) == borne


LINES = (
    "enoxaparin 1 mg/kg subcut every 12 hours",
    "with a creatinine clearance below 30 mL/min, enoxaparin 1 mg/kg subcut daily",
    "with a body weight of 100 kg or more, enoxaparin 120 mg subcut daily",
)


def a_dose(amount: str, interval: str, when: str | None, per: str | None = "kg") -> Dose:
    step = DoseStep(Amount(Decimal(amount), Decimal(amount)), "mg", per, interval=interval)
    condition = a_condition(when) if when else None
    return Dose("enoxaparin", "subcut", (step,), "adult", "a-guideline/p1", when=condition)


USUAL, LESS = a_dose("1", "every 12 hours", "crcl >= 30"), a_dose("1", "daily", "crcl < 30")
HEAVY = a_dose("120", "daily", "weight >= 100 kg", None)
#   why                                    the doses                                                      borne out
DOSES: list[tuple[str, tuple[Dose, ...], bool]] = [
    ("the usual and the reduced dose", (USUAL, LESS), True),
    ("the reduced dose for the others", (USUAL, replace(LESS, when=USUAL.when)), False),
    ("the usual dose for those who get less", (replace(USUAL, when=LESS.when), LESS), False),
    ("swapped", (replace(USUAL, when=LESS.when), replace(LESS, when=USUAL.when)), False),
    ("another figure", (USUAL, replace(LESS, when=a_condition("crcl < 300"))), False),
    ("the usual dose alone, with a limit no line gives it", (USUAL,), False),
    ("the limit of the line that gives it", (HEAVY,), True),
    ("the other side of that limit", (replace(HEAVY, when=a_condition("weight < 100 kg")),), False),
    ("a limit of another dose", (replace(HEAVY, when=a_condition("crcl < 30")),), False),
    ("a word nobody said", (replace(HEAVY, when=a_condition("pregnancy yes")),), False),
    ("no condition", (replace(HEAVY, when=None),), True),
]  # fmt: skip


@pytest.mark.parametrize(("why", "doses", "borne"), DOSES, ids=[row[0] for row in DOSES])
def test_for_whom_a_dose_is(why: str, doses: tuple[Dose, ...], borne: bool) -> None:
    order = AnyOf(doses) if len(doses) > 1 else doses[0]
    found = check(a_claim("Enoxaparin under the skin.", a_cite(*LINES), order=order))
    assert (found is None) == borne


def test_lines_speak_where_the_sentence_does_not_and_the_sentence_speaks_first() -> None:
    def asked(text: str, whom: str, **more: Any) -> Finding | None:
        claim: Claim = a_claim(text, a_cite("below an eGFR of 30 mL/min/1.73 m2 colchicine is avoided"), **more)
        return check(replace(claim, when=a_condition(whom)))

    assert asked("Colchicine is avoided then.", "egfr < 30") is None
    assert asked("Colchicine is given from an eGFR of 30 mL/min/1.73 m2.", "egfr >= 30") is None
    found = asked("Colchicine is given from an eGFR of 30 mL/min/1.73 m2.", "egfr < 30")
    assert found
    assert found.reason == "neither the sentence nor anything cited says egfr < 30 mL/min/1.73 m2"


def test_a_claim_without_conditions_is_none_of_its_business() -> None:
    assert check(a_claim("Rest helps.", a_cite("Rest helps."))) is None
