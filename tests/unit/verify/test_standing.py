"""S1: nothing retracted supports anything; what may no longer be leaned on supports no dose, and is named."""

from dataclasses import replace

import pytest
from tests.build import a_citation, a_cite, a_claim, a_passage

from curbside.model.answer import Cite, Claim, Wording
from curbside.model.document import Span, Standing
from curbside.verify.standing import standing_allows


def of(standing: Standing, *says: str, reference: str = "x") -> Cite:
    return a_cite(
        *(says or ("Meropenem 1 g every 8 hours.",)), reference=reference, citation=a_citation(standing=standing)
    )


def quoted(standing: Standing, remark: str | None, text: str = "Surgery comes first.") -> Claim:
    cite = a_cite(
        passage=a_passage(text), quote=Span(0, len(text)), reference="x", citation=a_citation(standing=standing)
    )
    return a_claim(text, cite, wording=Wording.VERBATIM, remark=remark)


DOSE = "Meropenem 1 g every 8 hours."
CASES = [
    ("current", a_claim(DOSE, of(Standing.CURRENT)), None),
    ("unchecked", a_claim(DOSE, of(Standing.UNCHECKED)), None),
    ("retracted, even beside a good one", a_claim("It helps.", of(Standing.CURRENT), of(Standing.RETRACTED)), "x has been retracted"),
    ("superseded, no dose", a_claim("Surgery comes first.", of(Standing.SUPERSEDED)), None),
    ("superseded, dose", a_claim(DOSE, of(Standing.SUPERSEDED)), "a dose may not rest on x (superseded) alone"),
    ("concern, dose", a_claim(DOSE, of(Standing.CONCERN)), "a dose may not rest on x (concern) alone"),
    ("superseded dose that a current source has too", a_claim(DOSE, of(Standing.SUPERSEDED), of(Standing.CURRENT)), None),
    ("superseded dose beside a current source without it", a_claim(DOSE, of(Standing.SUPERSEDED), of(Standing.CURRENT, "Meropenem is used.")),
     "only a source that may no longer be leaned on says 1 g"),
    ("draft quoted without saying so", quoted(Standing.DRAFT, None), "x is draft, and the line does not say so"),
    ("draft quoted and said", quoted(Standing.DRAFT, "public-comment Draft"), None),
    ("superseded quoted without saying so", quoted(Standing.SUPERSEDED, "old"), "x is superseded, and the line does not say so"),
    ("concern quoted and said", quoted(Standing.CONCERN, "expression of concern"), None),
    ("corrected needs no word", quoted(Standing.CORRECTED, None), None),
    ("superseded dose quoted and said", quoted(Standing.SUPERSEDED, "superseded", DOSE), "a dose may not rest on x (superseded) alone"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claim", "reason"), CASES, ids=[row[0] for row in CASES])
def test_standing_decides(why: str, claim: Claim, reason: str | None) -> None:
    finding = standing_allows(claim)
    assert (finding.reason if finding else None) == reason


def test_plain_wording_can_carry_a_dose_too() -> None:
    claim = replace(a_claim("Meropenem.", of(Standing.CONCERN)), plain="1 g of meropenem every 8 hours.")
    finding = standing_allows(claim)
    assert finding is not None
    assert finding.reason == "a dose may not rest on x (concern) alone"
