"""Q1: a quotation is the source's own words, to the letter, at the place it names."""

import re

from curbside.model.answer import Cite, Claim, Finding, Verdict, Wording
from curbside.verify.reading import contradicted, not_enough, our_words

_QUOTED = re.compile(r"\"([^\"]+)\"|“([^”]+)”|«([^»]+)»|„([^“”]+)[“”]|‘([^’]+)’|(?<!\w)'([^']+)'(?!\w)")
QUOTATION_WORDS = 5
"""From this many words on, what stands in quotation marks is a quotation; below, it is a term."""


def quotation_is_verbatim(claim: Claim) -> Finding | None:
    """Vouches for a verbatim claim; asks of our own sentences that what they quote stands in a passage held."""
    if claim.wording is Wording.VERBATIM:
        return _verbatim(claim)
    held = [cite.passage.text for cite in claim.cites if cite.passage]
    for text in our_words(claim):
        for match in _QUOTED.finditer(text):
            quoted = next(group for group in match.groups() if group)
            if len(quoted.split()) >= QUOTATION_WORDS and not any(quoted in passage for passage in held):
                return not_enough("Q1", f"no cited passage held here has the words “{quoted}”")
    return None


def _verbatim(claim: Claim) -> Finding:
    if len(claim.cites) != 1:
        return not_enough("Q1", "a quotation names exactly one place")
    if claim.order or claim.taper or claim.table or claim.plain:
        return not_enough("Q1", "a quotation carries nothing in other words beside it")
    words = _at_quote(claim.cites[0])
    if words is None:
        return not_enough("Q1", "the place quoted is not in a passage held here")
    if words != claim.text:
        return contradicted("Q1", "the words differ from those of the source at the place named")
    return Finding("Q1", Verdict.SUPPORTED, "these are the source's own words, to the letter")


def _at_quote(cite: Cite) -> str | None:
    if cite.passage is None or cite.quote is None:
        return None
    span = cite.passage.span
    if not span.start <= cite.quote.start < cite.quote.end <= span.end:
        return None
    return cite.passage.text[cite.quote.start - span.start : cite.quote.end - span.start]
