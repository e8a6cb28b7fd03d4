"""Conditions: yes, no or unknown; unknown is never no, and one estimate of kidney function never answers for the other."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from curbside.errors import IntegrityError
from curbside.model.condition import Case, Condition, Criterion, bounds, by_the_other_estimate, holds, met, number
from curbside.model.patient import MEASURED, Fact, Known, Patient

YES, NO, UNKNOWN = Known.YES, Known.NO, Known.UNKNOWN
CLASSES = {
    "amoxicillin": frozenset({"penicillin", "beta-lactam"}),
    "ceftriaxone": frozenset({"cephalosporin", "beta-lactam"}),
    "atorvastatin": frozenset({"statin"}),
    "rosuvastatin": frozenset({"statin"}),
    "diabetic ketoacidosis": frozenset({"diabetes"}),
}


def value(name: str, told: str, unit: str | None = None) -> Fact:
    return Fact(name, Known.VALUE, told, unit or (MEASURED[name].unit if name in MEASURED else None))


def case(*facts: Fact, given: tuple[str, ...] = (), assumed: tuple[str, ...] = ()) -> Case:
    return Case(Patient(facts, assumed), frozenset(given), CLASSES)


def limit(name: str, sign: str, told: str, unit: str = "") -> Criterion:
    return Criterion(name, sign, Decimal(told), unit)


def is_(name: str, *names: str) -> Criterion:
    return Criterion(name, "is", names=names)


def stated(name: str, wanted: Known = YES) -> Criterion:
    return Criterion(name, "is", wanted=wanted)


CRCL, EGFR = limit("crcl", "<", "30"), limit("egfr", "<", "30")
ADULT, OLD, CHILD = limit("age", ">=", "18", "year"), limit("age", ">=", "65", "year"), limit("age", "<", "18", "year")
#   why, criterion, case, expected
CRITERIA: list[tuple[str, Criterion, Case, Known]] = [
    ("nothing known", CRCL, case(), UNKNOWN),
    ("below", CRCL, case(value("crcl", "29.9")), YES),
    ("at the limit is not below", CRCL, case(value("crcl", "30")), NO),
    ("at the limit is at most", limit("crcl", "<=", "30"), case(value("crcl", "30")), YES),
    ("above", CRCL, case(value("crcl", "31")), NO),
    ("a range wholly below", limit("egfr", "<", "60"), case(value("egfr", "15-29")), YES),
    ("a range that reaches the limit", limit("egfr", "<", "29"), case(value("egfr", "15-29")), UNKNOWN),
    ("a range across the limit", limit("egfr", "<", "20"), case(value("egfr", "15-29")), UNKNOWN),
    ("a range wholly above", limit("egfr", "<", "10"), case(value("egfr", "15-29")), NO),
    ("the other estimate is no answer", CRCL, case(value("egfr", "12")), UNKNOWN),
    ("nor the other way round", EGFR, case(value("crcl", "120")), UNKNOWN),
    ("dialysis lies below every limit", CRCL, case(Fact("dialysis", YES)), YES),
    ("of either estimate", EGFR, case(Fact("dialysis", YES)), YES),
    ("dialysis is not above a limit", limit("crcl", ">", "30"), case(Fact("dialysis", YES)), UNKNOWN),
    ("no dialysis says nothing of the kidneys", CRCL, case(Fact("dialysis", NO)), UNKNOWN),
    ("a fact known to be unknown", CRCL, case(Fact("crcl", UNKNOWN)), UNKNOWN),
    ("another unit", limit("weight", "<", "60", "kg"), case(value("weight", "120", "lb")), YES),
    ("the limit in another unit", limit("weight", "<", "10", "stone"), case(value("weight", "70")), NO),
    ("potassium in milliequivalents", limit("potassium", ">", "5.4", "mEq/L"), case(value("potassium", "5.5")), YES),
    ("glucose in mg/dL", limit("glucose", "<", "4", "mmol/L"), case(value("glucose", "60", "mg/dL")), YES),
    ("a unit of something else", limit("weight", "<", "60"), case(value("weight", "50", "year")), UNKNOWN),
    ("a number nobody can read", CRCL, case(value("crcl", "low")), UNKNOWN),
    ("not a number", CRCL, case(value("crcl", "NaN")), UNKNOWN),
    ("months", limit("age", "<", "2", "year"), case(value("age", "18", "month")), YES),
    ("an assumed adult is one", ADULT, case(assumed=("adult",)), YES),
    ("and no child", CHILD, case(assumed=("adult",)), NO),
    ("an infant's limit is answered too", limit("age", "<", "12", "month"), case(assumed=("adult",)), NO),
    ("an assumed adult is of no known age", OLD, case(assumed=("adult",)), UNKNOWN),
    ("nor below it", limit("age", "<", "65", "year"), case(assumed=("adult",)), UNKNOWN),
    ("no age and nothing assumed", CHILD, case(), UNKNOWN),
    ("what is assumed never beats what is told", CHILD, case(value("age", "8"), assumed=("adult",)), YES),
    ("an adult is assumed of nothing but age", limit("weight", ">", "10"), case(assumed=("adult",)), UNKNOWN),
    ("pregnant", stated("pregnancy"), case(Fact("pregnancy", YES)), YES),
    ("not pregnant", stated("pregnancy"), case(Fact("pregnancy", NO)), NO),
    ("nobody said", stated("pregnancy"), case(), UNKNOWN),
    ("a woman may or may not be", stated("pregnancy"), case(value("sex", "female")), UNKNOWN),
    ("a man is not pregnant", stated("pregnancy"), case(value("sex", "male")), NO),
    ("nor breast-feeding", stated("lactation"), case(value("sex", "male")), NO),
    ("so he is one of those who are not", stated("pregnancy", NO), case(value("sex", "male")), YES),
    ("his kidneys are another matter", stated("dialysis"), case(value("sex", "male")), UNKNOWN),
    ("no is asked and told", stated("dialysis", NO), case(Fact("dialysis", NO)), YES),
    ("no is asked and yes told", stated("dialysis", NO), case(Fact("dialysis", YES)), NO),
    ("a woman", is_("sex", "female"), case(value("sex", "female")), YES),
    ("no woman", is_("sex", "female"), case(value("sex", "male")), NO),
    ("of unknown sex", is_("sex", "female"), case(), UNKNOWN),
    ("an allergy", is_("allergy", "amoxicillin"), case(value("allergy", "amoxicillin")), YES),
    ("of its class", is_("allergy", "penicillin"), case(value("allergy", "amoxicillin")), YES),
    ("of a class does not tell the drug", is_("allergy", "amoxicillin"), case(value("allergy", "penicillin")), UNKNOWN),
    ("another allergy says nothing", is_("allergy", "penicillin"), case(value("allergy", "latex")), UNKNOWN),
    ("no allergies", is_("allergy", "penicillin"), case(Fact("allergy", NO)), NO),
    ("not this one", is_("allergy", "penicillin"), case(Fact("allergy", NO, "penicillin")), NO),
    ("not another one", is_("allergy", "penicillin"), case(Fact("allergy", NO, "latex")), UNKNOWN),
    ("who denies a class denies its drugs", is_("allergy", "amoxicillin"), case(Fact("allergy", NO, "penicillin")), NO),
    ("who denies a drug does not deny its class", is_("allergy", "penicillin"), case(Fact("allergy", NO, "amoxicillin")), UNKNOWN),
    ("one of two denied", is_("allergy", "penicillin", "macrolide"), case(Fact("allergy", NO, "penicillin")), UNKNOWN),
    ("both denied", is_("allergy", "penicillin", "macrolide"),
     case(Fact("allergy", NO, "penicillin"), Fact("allergy", NO, "macrolide")), NO),
    ("one denied, one there", is_("allergy", "penicillin", "latex"),
     case(Fact("allergy", NO, "penicillin"), value("allergy", "latex")), YES),
    ("an allergy that is not known", is_("allergy", "penicillin"), case(Fact("allergy", UNKNOWN)), UNKNOWN),
    ("taking one of a class", is_("taking", "statin"), case(value("taking", "atorvastatin")), YES),
    ("what the question names is not taken", is_("taking", "statin"), case(given=("atorvastatin",)), UNKNOWN),
    ("taking nothing", is_("taking", "statin"), case(Fact("taking", NO)), NO),
    ("a condition of a wider kind", is_("condition", "diabetes"), case(value("condition", "diabetic ketoacidosis")), YES),
    ("an antibody", is_("antibody", "anti-hmgcr"), case(value("antibody", "anti-hmgcr")), YES),
    ("given: the question names it", is_("given", "statin"), case(given=("atorvastatin",)), YES),
    ("given: the patient takes it", is_("given", "rosuvastatin", "atorvastatin"), case(value("taking", "atorvastatin")), YES),
    ("given: nobody said", is_("given", "statin"), case(), UNKNOWN),
    ("given: another drug", is_("given", "statin"), case(given=("amoxicillin",)), UNKNOWN),
    ("given: an allergy is no drug in play", is_("given", "penicillin"), case(value("allergy", "amoxicillin")), UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(("why", "asked", "of", "expected"), CRITERIA, ids=[row[0] for row in CRITERIA])
def test_one_criterion(why: str, asked: Criterion, of: Case, expected: Known) -> None:
    assert met(asked, of) is expected
    assert holds(Condition(((asked,),)), of) is expected


#   criteria that are met, not met and unknown of this patient
PATIENT = case(value("sex", "female"), Fact("dialysis", NO))
CRITERION = {YES: is_("sex", "female"), NO: is_("sex", "male"), UNKNOWN: stated("pregnancy")}
#   all of two, and any of two, as Kleene has it
TABLE = [
    (YES, YES, YES, YES), (YES, NO, NO, YES), (YES, UNKNOWN, UNKNOWN, YES),
    (NO, YES, NO, YES), (NO, NO, NO, NO), (NO, UNKNOWN, NO, UNKNOWN),
    (UNKNOWN, YES, UNKNOWN, YES), (UNKNOWN, NO, NO, UNKNOWN), (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "both", "either"), TABLE, ids=[f"{r[0]} {r[1]}" for r in TABLE])
def test_three_values(first: Known, second: Known, both: Known, either: Known) -> None:
    one, other = CRITERION[first], CRITERION[second]
    assert holds(Condition(((one, other),)), PATIENT) is both
    assert holds(Condition(((one,), (other,))), PATIENT) is either


OTHER = [
    ("only the other is known, and would hold", EGFR, case(value("crcl", "20")), True),
    ("and the other way round", CRCL, case(value("egfr", "15-29")), True),
    ("only the other is known, and would not", EGFR, case(value("crcl", "80")), False),
    ("its own estimate answers, whatever the other says", EGFR, case(value("egfr", "45"), value("crcl", "20")), False),
    ("neither is known", EGFR, case(), False),
    ("a range that could be either", EGFR, case(value("crcl", "20-40")), False),
    ("no estimate is asked for", is_("sex", "female"), case(value("sex", "female"), value("crcl", "20")), False),
]


@pytest.mark.parametrize(("why", "asked", "of", "expected"), OTHER, ids=[row[0] for row in OTHER])
def test_the_other_estimate_only_makes_careful(why: str, asked: Criterion, of: Case, expected: bool) -> None:
    assert by_the_other_estimate(Condition(((asked,),)), of) is expected


BOUNDS: list[tuple[str, Fact, Any]] = [
    ("a number", value("weight", "70.5"), ("70.5", "70.5")),
    ("a range", value("egfr", "15-29"), ("15", "29")),
    ("in the unit of the measure", value("weight", "100", "lb"), ("45.359237", "45.359237")),
    ("Fahrenheit", value("temperature", "104", "degF"), ("40", "40")),
    ("unknown", Fact("weight", UNKNOWN), None),
    ("no number", value("weight", "heavy"), None),
    ("not a number", value("weight", "NaN"), None),
    ("endless", value("weight", "Infinity"), None),
    ("a unit of something else", value("weight", "70", "cm"), None),
    ("not measured", value("sex", "female"), None),
]


@pytest.mark.parametrize(("why", "fact", "expected"), BOUNDS, ids=[row[0] for row in BOUNDS])
def test_bounds_of_a_fact(why: str, fact: Fact, expected: tuple[str, str] | None) -> None:
    found = None if expected is None else (Decimal(expected[0]), Decimal(expected[1]))
    assert bounds(fact) == found
    assert number(fact) == (found[0] if found and found[0] == found[1] else None)


BROKEN = [
    ("a sign nobody knows", {"name": "age", "sign": "=", "number": Decimal(1)}),
    ("a measure without number", {"name": "age", "sign": "<"}),
    ("a number of what is not measured", {"name": "sex", "sign": "is", "number": Decimal(1)}),
]


@pytest.mark.parametrize(("why", "fields"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_criterion_that_is_none_is_refused(why: str, fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError):
        Criterion(**fields)


def test_what_is_told_later_changes_only_what_was_unknown() -> None:
    """A fact added never turns yes into no nor no into yes, as long as it contradicts none."""
    known = case(value("crcl", "20"))
    more = replace(known, patient=Patient((*known.patient.facts, value("egfr", "90"), Fact("pregnancy", YES))))
    for asked in (CRCL, limit("crcl", ">", "30")):
        assert met(asked, more) is met(asked, known) is not UNKNOWN
