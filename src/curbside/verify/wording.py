"""W1: strength is shown as published, and "recommend" is kept for what is recommended strongly."""

import re

from curbside.model.answer import Claim, Finding
from curbside.model.topic import Strength
from curbside.verify.reading import contradicted, not_enough, our_words

STRONG = re.compile(r"(?:(?:class|grade|level) )?(?:strong\b.*|1|i|a|[1i][abc])", re.IGNORECASE)
"""What the systems in use call their strongest recommendation: GRADE "strong", BSR and ACCP "1", AHA class "I", "A"."""
_RECOMMENDS = re.compile(r"(?<!conditionally )(?<!weakly )\brecommend(?:s|ed|ing)?\b", re.IGNORECASE)
_AGAINST = re.compile(r"\brecommend(?:s|ed|ing)? (?:\w+ )?against\b|\bnot recommend", re.IGNORECASE)


def strength_is_as_published(claim: Claim) -> Finding | None:
    """Objects to strength words that the source did not publish."""
    strength = claim.strength
    published = [cite.extract.strength for cite in claim.cites if cite.extract and cite.extract.strength]
    if strength is not None and strength not in published:
        return not_enough("W1", f"no source cited publishes the strength “{_said(strength)}”")
    text = " ".join(our_words(claim))
    if not _RECOMMENDS.search(text):
        return None
    if strength is None or not STRONG.fullmatch((strength.strength or "").strip()):
        return not_enough("W1", "it says “recommend”, and no strong recommendation is cited")
    turned = {"for": bool(_AGAINST.search(text)), "against": not _denied(text)}
    if turned.get(strength.direction or "", False):
        return contradicted("W1", f"the recommendation published is {strength.direction} it")
    return None


def _denied(text: str) -> bool:
    return bool(_AGAINST.search(text) or re.search(r"\b(?:not|never|no|avoid)\b", text, re.IGNORECASE))


def _said(strength: Strength) -> str:
    return ", ".join(filter(None, (strength.system, strength.strength, strength.certainty, strength.direction)))
