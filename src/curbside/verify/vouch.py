"""V1: the voucher for a sentence in our words: the sources speak of what it speaks of."""

from curbside.model.answer import Claim, Finding, Verdict, Wording
from curbside.verify.reading import lines, not_enough, terms

SHARED = 0.4
"""Part of the content words of a claim that must stand in its lines. Measured on pairs of statement and extract:
faithful pairs share 0.5 and more, a statement beside the extract of another one at most 0.3."""


def subject_is_sourced(claim: Claim) -> Finding | None:
    """Vouches when enough of the claim's words stand in its lines. Figures do not count: N1 holds them. A sum is K2's."""
    if claim.wording is Wording.VERBATIM or claim.computed:
        return None
    part = shared(claim.text, lines(claim))
    if part >= SHARED:
        return Finding("V1", Verdict.SUPPORTED, "the sources cited speak of this")
    return not_enough("V1", "the lines cited do not speak of this")


def shared(text: str, among: tuple[str, ...]) -> float:
    """Part of the content words (stems, no figures) of a text that stand in the lines, 0 to 1; 0 for no words."""
    words = {word for word in terms(text) if not word[0].isdigit()}
    there = frozenset[str]().union(*map(terms, among))
    return len(words & there) / len(words) if words else 0.0
