"""W1: strength is shown as published, and "recommend" is kept for what is recommended strongly."""

from dataclasses import replace

import pytest
from tests.build import a_cite, a_claim, an_extract

from curbside.model.answer import Claim
from curbside.model.topic import Strength
from curbside.verify.wording import strength_is_as_published

STRONG = Strength("GRADE", "strong", "low", "for")
WEAK = Strength("GRADE", "conditional", "low", "for")
AGAINST = Strength("GRADE", "strong", "low", "against")


def of(text: str, strength: Strength | None, published: Strength | None = None, **more: object) -> Claim:
    cite = a_cite("A line.")
    place = an_extract("A line.", strength=published or strength)
    return a_claim(text, replace(cite, extract=place), strength=strength, **more)


WORD = "it says “recommend”, and no strong recommendation is cited"
CASES = [
    ("strong and said so", of("The guideline recommends surgery.", STRONG), None),
    ("BSR 1", of("Steroids are recommended.", Strength("BSR", "1", "B", "for")), None),
    ("AHA class I", of("Steroids are recommended.", Strength("AHA", "Class I", None, "for")), None),
    ("BSR 2 is not strong", of("Steroids are recommended.", Strength("BSR", "2", "C", "for")), WORD),
    ("AHA class IIa is not strong", of("Steroids are recommended.", Strength("AHA", "Class IIa", None, "for")), WORD),
    ("conditional", of("We recommend surgery.", WEAK), WORD),
    ("no strength at all", of("Surgery is recommended.", None), WORD),
    ("conditionally recommended, as published", of("Surgery is conditionally recommended.", WEAK), None),
    ("in plain words only", of("Surgery.", WEAK, plain="Doctors recommend surgery."), WORD),
    ("a recommendation as a thing", of("Of 18 recommendations, 3 apply.", None), None),
    ("another certainty than published", of("Surgery.", Strength("GRADE", "strong", "high", "for"), STRONG),
     "no source cited publishes the strength “GRADE, strong, high, for”"),
    ("weak made strong", of("Surgery.", STRONG, WEAK), "no source cited publishes the strength “GRADE, strong, low, for”"),
    ("another system", of("Surgery.", Strength("IDSA", "strong", "low", "for"), STRONG),
     "no source cited publishes the strength “IDSA, strong, low, for”"),
    ("for made against", of("The guideline recommends against surgery.", STRONG), "the recommendation published is for it"),
    ("against made for", of("The guideline recommends oxygen.", AGAINST), "the recommendation published is against it"),
    ("against and said so", of("Oxygen is not recommended.", AGAINST), None),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claim", "reason"), CASES, ids=[row[0] for row in CASES])
def test_strength_words_are_the_sources(why: str, claim: Claim, reason: str | None) -> None:
    finding = strength_is_as_published(claim)
    assert (finding.reason if finding else None) == reason
