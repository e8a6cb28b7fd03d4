"""A dose of a high-alert drug that rests on one source says so; any other is left as it is."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.build import a_cite, a_claim, a_judgement

from curbside.model.answer import Cite
from curbside.model.drug import Drug, Formulary
from curbside.model.regimen import Amount, Dose, DoseStep
from curbside.verify.single import marked

HEPARIN = Drug("heparin", ("anticoagulant",), ("IV",), high_alert=True)
AMOXICILLIN = Drug("amoxicillin", ("penicillin",), ("oral",))


def named(text: str) -> frozenset[str]:
    return frozenset(
        name for name in ("heparin", "amoxicillin") if name in text.lower() or (name == "heparin" and "UFH" in text)
    )


FORMULARY = Formulary({"heparin": HEPARIN, "amoxicillin": AMOXICILLIN}, {}, named)
LINE = "heparin 80 units/kg IV once as a bolus"


def by(reference: str, *says: str) -> Cite:
    return a_cite(*says, reference=reference)


def a_step(amount: str) -> DoseStep:
    return DoseStep(Amount(Decimal(amount), Decimal(amount)), "units", "kg", label="bolus")


#   why                                    drug           cites                                                                     steps          marked
CASES = [
    ("one source", "heparin", (by("a", LINE),), ("80",), True),
    ("two sources", "heparin", (by("a", LINE), by("b", LINE)), ("80",), False),
    ("two extracts of one source", "heparin", (by("a", LINE), by("a", "heparin bolus 80 units/kg")), ("80",), True),
    ("the second has another figure", "heparin", (by("a", LINE), by("b", "heparin 60 units/kg IV")), ("80",), True),
    ("the second has the figure of another drug", "heparin", (by("a", LINE), by("b", "amoxicillin 80 units/kg")), ("80",), True),
    ("the second has the figure in another unit", "heparin", (by("a", LINE), by("b", "heparin 80 mg/kg IV")), ("80",), True),
    ("the second names it otherwise", "heparin", (by("a", LINE), by("b", "UFH 80 units/kg IV")), ("80",), False),
    ("one step of two rests on one", "heparin", (by("a", LINE, "heparin 18 units/kg IV"), by("b", LINE)), ("80", "18"), True),
    ("no high-alert drug", "amoxicillin", (by("a", "amoxicillin 80 units/kg"),), ("80",), False),
    ("a drug without a file", "zilucoplan", (by("a", "zilucoplan 80 units/kg"),), ("80",), False),
]  # fmt: skip


@pytest.mark.parametrize(("why", "drug", "cites", "steps", "single"), CASES, ids=[case[0] for case in CASES])
def test_what_rests_on_one_source_is_marked(
    why: str, drug: str, cites: tuple[Cite, ...], steps: tuple[str, ...], single: bool
) -> None:
    dose = Dose(drug, "IV", tuple(map(a_step, steps)), "adult", "a/p1")
    judgement = a_judgement(a_claim("As ordered.", *cites, order=dose))
    assert marked(judgement, FORMULARY) == replace(judgement, claim=replace(judgement.claim, single_source=single))


def test_a_sentence_without_an_order_is_left_as_it_is() -> None:
    judgement = a_judgement(a_claim("Heparin 80 units/kg.", by("a", LINE)))
    assert marked(judgement, FORMULARY) is judgement
