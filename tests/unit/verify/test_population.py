"""G1: what holds for some people is not said of others; what was seen in animals is not said of people."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_cite, a_claim, a_passage

from curbside.model.answer import Cite, Claim, Wording
from curbside.model.document import Span
from curbside.model.regimen import Amount, Dose, DoseStep
from curbside.verify.population import population_is_sourced


def for_adults(reference: str = "a-guideline/p1") -> Dose:
    step = DoseStep(Amount(Decimal(1), Decimal(1)), "g", interval="every 8 hours")
    return Dose("meropenem", "IV", (step,), "adult", reference)


def on(*says: str, to: tuple[str, ...] = (), **more: Any) -> Cite:
    return a_cite(*says, population=to, **more)


def quoted(text: str, **more: Any) -> Claim:
    passage = a_passage(text)
    cite = replace(a_cite(passage=passage, quote=Span(0, len(text))), population=more.pop("to", ()))
    return a_claim(text, cite, wording=Wording.VERBATIM, **more)


LINE = "Meropenem 1 g."
CASES = [
    ("nobody named on either side", a_claim("Meropenem.", on(LINE)), None),
    ("adults, of whom the place speaks", a_claim("In adults: meropenem.", on(LINE, to=("adult",))), None),
    ("adults, of whom the line speaks", a_claim("Meropenem.", on("Adults: meropenem."), population="adult"), None),
    ("adults, of whom nothing speaks", a_claim("Meropenem.", on(LINE), population="adult"), "nothing cited speaks of adult"),
    ("adults out of a source on children", a_claim("In adults: meropenem.", on(LINE, to=("child",))), "nothing cited speaks of adult; it speaks of child"),
    ("children out of a source on adults", a_claim("In children: meropenem.", on(LINE, to=("adult",))), "nothing cited speaks of child; it speaks of adult"),
    ("neonates out of a source on children", a_claim("In neonates: meropenem.", on(LINE, to=("child",))), "nothing cited speaks of neonate; it speaks of child"),
    ("the elderly are adults", a_claim("In elderly patients: meropenem.", on(LINE, to=("adult",))), None),
    ("pregnancy out of nowhere", a_claim("Meropenem in pregnancy.", on(LINE, to=("adult",))), "nothing cited speaks of pregnancy"),
    ("anybody out of a source on children", a_claim("Meropenem.", on(LINE, to=("child",))), "the sources speak of child only, the claim of anyone"),
    ("people out of mice", a_claim("Meropenem helps.", on(LINE, to=("animal",))), "a-guideline speaks of animals, the claim of people"),
    ("people out of lines on mice", a_claim("Meropenem helps.", on("In mice meropenem helped.")), "a-guideline speaks of animals, the claim of people"),
    ("mice, said so", a_claim("Meropenem helped mice.", on("In mice meropenem helped.")), None),
    ("an animal study beside a good source", a_claim("Meropenem helps.", on(LINE), on(LINE, to=("animal",), reference="z")), "z speaks of animals, the claim of people"),
    ("quoted from an animal study", quoted("Meropenem helped.", to=("animal",)), "pmid:1 speaks of animals, the claim of people"),
    ("quoted from an animal study, said so", quoted("Meropenem helped.", to=("animal",), remark="in rats"), None),
    ("quoted from a paper on children", quoted("Meropenem helped.", to=("child",)), None),
    ("an order for those of whom its place speaks", a_claim("Meropenem.", on(LINE, to=("adult",)), order=for_adults()), None),
    ("an order whose place names nobody", a_claim("Meropenem.", on(LINE), on(LINE, to=("adult",), reference="other"), order=for_adults()),
     "a-guideline/p1 does not say that it speaks of adult"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claim", "reason"), CASES, ids=[row[0] for row in CASES])
def test_people_are_those_of_the_source(why: str, claim: Claim, reason: str | None) -> None:
    finding = population_is_sourced(claim)
    assert (finding.reason if finding else None) == reason
