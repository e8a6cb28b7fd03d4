"""Kidney function of a patient: both estimates, never swapped, and none where none holds."""

from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_query
from tests.unit.dosing.sums import a_patient

from curbside.dosing.kidney import adjusted_clearance, clearance, deindexed, derived, filtration, sizes, with_estimates
from curbside.model.calculation import Estimate, NotCalculated
from curbside.model.patient import Fact, Known, Patient
from curbside.text.arithmetic import is_right

D = Decimal
WHOLE = {"sex": "male", "age": 60, "weight": 72, "creatinine": 1}


def shown(found: Estimate | NotCalculated | None) -> str | None:
    return found.shown if isinstance(found, Estimate) else found.why if found else None


#   why                         facts                                     Cockcroft-Gault                                     eGFR
CASES: list[tuple[str, dict[str, Any], str, str]] = [
    ("all known",               {}, "80", "86"),
    ("micromoles",              {"creatinine": "88.4 umol/L"}, "80", "86"),
    ("a woman",                 {"sex": "female"}, "68", "64"),
    ("no age",                  {"age": None}, "not stated: age", "not stated: age"),
    ("no weight",               {"weight": None}, "not stated: weight", "86"),
    ("no creatinine",           {"creatinine": None}, "not stated: creatinine", "not stated: creatinine"),
    ("no sex",                  {"sex": None}, "not stated: sex", "not stated: sex"),
    ("a range of creatinine",   {"creatinine": "1-2 mg/dL"}, "not stated: creatinine", "not stated: creatinine"),
    ("nothing",                 {"age": None, "weight": None, "creatinine": None, "sex": None}, "not stated: age, weight, creatinine, sex", "not stated: age, creatinine, sex"),
    ("dialysis",                {"dialysis": True}, "not valid on dialysis", "not valid on dialysis"),
    ("pregnancy",               {"sex": "female", "pregnancy": True}, "not valid in pregnancy", "not valid in pregnancy"),
    ("acute kidney injury",     {"condition": "acute kidney injury"}, "not valid in acute kidney injury: the creatinine is not at its level yet", "not valid in acute kidney injury: the creatinine is not at its level yet"),
    ("another condition",       {"condition": "gout"}, "80", "86"),
    ("a child",                 {"age": 8, "height": 120, "creatinine": "0.5 mg/dL", "weight": 25}, "valid from 18 years; children: bedside Schwartz", "99"),
    ("a child without height",  {"age": 8}, "valid from 18 years; children: bedside Schwartz", "not stated: height"),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "crcl", "egfr"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_an_estimate_or_why_there_is_none(facts: dict[str, Any], crcl: str, egfr: str) -> None:
    patient = a_patient(**{name: value for name, value in (WHOLE | facts).items() if value is not None})
    assert (shown(clearance(patient)), shown(filtration(patient))) == (crcl, egfr)


OBESE = {"weight": 120, "height": 170, "sex": "female", "age": 60, "creatinine": 1}


def test_an_obese_patient_has_both_clearances_and_is_told_so() -> None:
    actual, adjusted = clearance(a_patient(**OBESE)), adjusted_clearance(a_patient(**OBESE))
    assert (shown(actual), shown(adjusted)) == ("113.3", "80.2")
    assert isinstance(actual, Estimate)
    assert actual.notes == ("actual body weight; BMI 41.5 kg/m2: this estimate is likely too high",)


def test_sizes_need_a_height() -> None:
    told = [shown(found) for found in sizes(a_patient(age=60, sex="male", weight=70, height=170))]
    assert (told, sizes(a_patient(age=60, sex="male", weight=70))) == (
        ["65.9", "67.6", "24.2", "1.82", "1.81", "1.83"],
        (),
    )


def test_every_formula_can_be_redone() -> None:
    patient = a_patient(**OBESE)
    found = [clearance(patient), adjusted_clearance(patient), filtration(patient), deindexed(patient), *sizes(patient)]
    assert [is_right(one.formula) for one in found if isinstance(one, Estimate)] == [True] * 10


def calculated(name: str, value: str, unit: str, detail: str) -> Fact:
    return Fact(name, Known.VALUE, value, unit, "calculated", detail)


def test_both_estimates_join_the_facts_with_their_names() -> None:
    patient = with_estimates(a_patient(**WHOLE))
    assert patient.facts == (
        *a_patient(**WHOLE).facts,
        calculated("crcl", "80", "mL/min", "Cockcroft-Gault"),
        calculated("egfr", "86.2", "mL/min/1.73 m2", "CKD-EPI 2021"),
    )


def test_the_clearance_of_an_obese_patient_is_a_range() -> None:
    assert with_estimates(a_patient(**OBESE)).of("crcl") == calculated(
        "crcl", "80.2-113.3", "mL/min", "Cockcroft-Gault, from adjusted to actual body weight"
    )


UNCHANGED = [
    ("stated", a_patient(**WHOLE, crcl=30, egfr=20)),
    ("nothing to calculate with", Patient()),
    ("a child", a_patient(age=8, height=120, weight=25, sex="male", creatinine="0.5 mg/dL")),
    ("dialysis", a_patient(**WHOLE, dialysis=True)),
]


@pytest.mark.parametrize("patient", [p for _, p in UNCHANGED], ids=[w for w, _ in UNCHANGED])
def test_what_is_stated_or_not_valid_stays_as_it_is(patient: Patient) -> None:
    assert with_estimates(patient) == patient


def test_one_that_is_stated_does_not_keep_the_other_away() -> None:
    patient = with_estimates(a_patient(**WHOLE, egfr=20))
    assert (patient.of("egfr").value, patient.of("egfr").source, patient.of("crcl").value) == ("20", "question", "80")


def test_unknown_that_was_said_stays_unknown() -> None:
    patient = Patient((*a_patient(**WHOLE).facts, Fact("crcl", Known.UNKNOWN)))
    assert with_estimates(patient).of("crcl").known is Known.UNKNOWN


def test_a_query_carries_the_estimates() -> None:
    assert derived(a_query(patient=a_patient(**WHOLE))).patient == with_estimates(a_patient(**WHOLE))
