"""Drugs of an order are given together, or one is chosen, as the sentence or a cited line says."""

from decimal import Decimal

import pytest
from tests.build import a_cite, a_claim
from tests.unit.verify.pairs import CANONICAL, NAMES

from curbside.model.regimen import AllOf, Amount, AnyOf, Dose, DoseStep, Order
from curbside.verify.joining import joins_are_sourced
from curbside.verify.naming import DrugNames

DRUGS = DrugNames(NAMES, CANONICAL)


def dose(drug: str) -> Dose:
    return Dose(drug, "IV", (DoseStep(Amount(Decimal(1), Decimal(1)), "g"),), "adult", "a-guideline/p1")


V, L, M, C = map(dose, ("vancomycin", "linezolid", "meropenem", "clindamycin"))
NESTED = AllOf((AnyOf((V, L)), M, C))
TEXT = "Vancomycin or linezolid, plus meropenem, plus clindamycin."
#   why, the sentence, what is cited, the order, the reason
CASES = [
    ("one dose joins nothing", "Vancomycin.", "Vancomycin.", V, None),
    ("as said", TEXT, "-", NESTED, None),
    ("a sum made a choice", TEXT, "-", AnyOf((AnyOf((V, L)), M, C)), "of linezolid/vancomycin and meropenem it is said that they are given together; the order has it otherwise"),
    ("a choice made a sum, within", TEXT, "-", AllOf((AllOf((V, L)), M, C)), "of vancomycin and linezolid it is said that one of them is chosen; the order has it otherwise"),
    ("a list is joined by the word that closes it", "Vancomycin, linezolid or meropenem.", "-", AllOf((V, L, M)),
     "of vancomycin and linezolid it is said that one of them is chosen; the order has it otherwise"),
    ("only the source says it", "As ordered.", "vancomycin with meropenem", AllOf((V, M)), None),
    ("nothing says it", "As ordered.", "vancomycin", AllOf((V, M)), "nothing cited says of vancomycin and meropenem that they are given together"),
    ("the same drug by two routes", "As ordered.", "vancomycin", AnyOf((V, V)), None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says", "order", "reason"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_order_joins_its_drugs_as_said(text: str, says: str, order: Order, reason: str | None) -> None:
    finding = joins_are_sourced(a_claim(text, a_cite(says), order=order), DRUGS)
    assert (finding.reason if finding else None) == reason
