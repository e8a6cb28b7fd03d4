"""Orders for one patient: a choice keeps what is left, what is given together falls as a whole, and no barred drug
keeps an amount."""

import pytest
from tests.unit.safety.shelf_of_drugs import PREGNANT, a_case, a_dose

from curbside.model.patient import Fact, Known
from curbside.model.regimen import AllOf, AnyOf, Barred, Order, Then, doses
from curbside.safety.orders import fitted

BARRED = {"amoxicillin": "allergy to penicillin", "apixaban": "pregnancy", "dabigatran": "pregnancy"}
A, B, C = a_dose("vancomycin"), a_dose("linezolid"), a_dose("clindamycin")
AMOXICILLIN, APIXABAN, DABIGATRAN = a_dose("Amoxicillin"), a_dose("apixaban"), a_dose("dabigatran")
NOT_AMOXICILLIN = Barred("Amoxicillin", "allergy to penicillin", "a-guideline/p1")
NOT_APIXABAN = Barred("apixaban", "pregnancy", "a-guideline/p1")
WOMEN = a_dose("folic acid", PREGNANT)
NOT_PREGNANT, MAYBE = Fact("pregnancy", Known.NO), Fact("pregnancy", Known.UNKNOWN)

CASES: list[tuple[str, Order, Order | None]] = [
    ("nothing is barred", A, A),
    ("a dose that is", AMOXICILLIN, NOT_AMOXICILLIN),
    ("a choice names it last", AnyOf((AMOXICILLIN, A, B)), AnyOf((A, B, NOT_AMOXICILLIN))),
    ("a choice of two with one left", AnyOf((A, AMOXICILLIN)), AnyOf((A, NOT_AMOXICILLIN))),
    ("a choice of none names all of them", AnyOf((AMOXICILLIN, APIXABAN, DABIGATRAN)),
     Barred("Amoxicillin, apixaban, dabigatran", "allergy to penicillin, pregnancy", "a-guideline/p1")),
    ("what is given together falls as a whole", AllOf((A, AMOXICILLIN)), NOT_AMOXICILLIN),
    ("what comes after falls with what comes before", Then((AMOXICILLIN, A)), NOT_AMOXICILLIN),
    ("and before with after", Then((A, AMOXICILLIN)), NOT_AMOXICILLIN),
    ("a regimen among alternatives", AnyOf((AllOf((A, AMOXICILLIN)), B)), AnyOf((B, NOT_AMOXICILLIN))),
    ("a choice within a regimen keeps it", AllOf((A, AnyOf((AMOXICILLIN, B)))), AllOf((A, AnyOf((B, NOT_AMOXICILLIN))))),
    ("a regimen whose choices are all barred", AllOf((A, AnyOf((AMOXICILLIN, APIXABAN)))),
     Barred("Amoxicillin, apixaban", "allergy to penicillin, pregnancy", "a-guideline/p1")),
    ("what is barred already stays so", NOT_APIXABAN, NOT_APIXABAN),
    ("a dose for others is left out", WOMEN, None),
    ("a choice without it", AnyOf((A, WOMEN)), A),
    ("a regimen without it", AllOf((A, B, WOMEN)), AllOf((A, B))),
    ("a sequence of it alone", Then((WOMEN, WOMEN)), None),
]  # fmt: skip


@pytest.mark.parametrize(("why", "order", "expected"), CASES, ids=[row[0] for row in CASES])
def test_an_order_for_this_patient(why: str, order: Order, expected: Order | None) -> None:
    assert fitted(order, BARRED, a_case(NOT_PREGNANT)) == expected


@pytest.mark.parametrize(("why", "order", "expected"), CASES, ids=[row[0] for row in CASES])
def test_no_barred_drug_keeps_an_amount(why: str, order: Order, expected: Order | None) -> None:
    left = fitted(order, BARRED, a_case(NOT_PREGNANT))
    assert [dose.drug for dose in doses(left or AllOf(())) if dose.drug.casefold() in BARRED] == []


def test_unknown_is_never_no() -> None:
    assert fitted(AnyOf((A, WOMEN)), BARRED, a_case(MAYBE)) == AnyOf((A, WOMEN))
    assert fitted(WOMEN, {}, a_case()) == WOMEN


def test_a_drug_barred_is_named_even_where_its_dose_is_for_others() -> None:
    assert fitted(WOMEN, {"folic acid": "x"}, a_case(NOT_PREGNANT)) == Barred("folic acid", "x", "a-guideline/p1")
