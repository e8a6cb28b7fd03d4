"""Conditions the patient has or is said not to have, and antibodies."""

import re

from curbside.model.patient import Fact, Known
from curbside.understand.concepts import Named
from curbside.understand.doubts import Reading
from curbside.understand.named import Place, chained, places, settled
from curbside.understand.vocabulary import Vocabulary

_TOLD_OTHERWISE = re.compile(r"allergy$|^pregnancy$|^lactation$|^drug allergy$|^immunosuppression$")
"""Names of conditions that are other facts."""
_DENIED = re.compile(
    r"\b(?:no|not|non|without|never had|never has|denies|denied|nil|w/o|nor|isn't|isnt)"
    r"(?: (?:known|history of|hx of|h/o|previous|prior|past|evidence of|any|other|signs of|an?|has|had|having))*[\s-]$"
)
_UNSURE = re.compile(
    r"(?:\?\s?(?:an? )?|\b(?:suspected|suspecting|possible|possibly|probable|probably|query|presumed|potential|rule out|ruling out|r/o|exclud\w+|versus|vs\.?|or|differential|ddx|mimic\w*|prevent\w*|prophyla\w+|proph"
    r"|risk of|risk factors? for|screen\w*(?: for)?|vaccin\w+(?: against| for)?|against|test\w*(?: for)?|what is|what's|define|definition of|difference between|is (?:it|this|that)|send|sent|check\w*|order\w*|await\w*|could (?:it|this|that) be|might (?:it )?be|may be"
    r"|do i have|have i got|does (?:he|she) have|has (?:he|she) got)(?: (?:for|of|from|to|an?|the|acute|severe|early|that|be))*\s)$"
)
_HOW_AN_ALLERGY_SHOWED = re.compile(r"allerg[^.;?]{0,60}\([^()]*$|allerg\w*[^.;?,]{0,40}[-–:] ?$")
_ONLY_NAMED = re.compile(
    r"\s?(?:proph\w*|prevention|risk\b|screen\w*|vaccin\w*|excluded|ruled out|unlikely|vs\b|versus|negative|antibod\w+|guidelines?|trial)"
)
_QUESTIONED = re.compile(r"^\s?\?\s?\S")
_NONE = re.compile(
    r"\b(?:no|nil|without)(?: (?:known|other|significant|relevant|underlying|major))* (?:co-?morbid(?:ity|ities|s)?(?: (?:illness|conditions?|diseases?))?|pmh|pmhx|past medical history|medical history|medical problems|underlying (?:conditions?|disease))\b"
    r"|\b(?:otherwise|previously) (?:fit and |fit & |f&)?(?:healthy|well)\b|\bfit and well\b"
)
ANTIBODIES: tuple[tuple[str, str], ...] = (
    ("anti-hmgcr", r"(?:anti[- ]?)?hmg-?co?a?-?r(?:eductase)?"), ("anti-srp", r"(?:anti[- ]?)?(?:srp|signal recognition particle)"),
    ("anti-mda5", r"(?:anti[- ]?)?mda-?5"), ("anti-jo-1", r"(?:anti[- ]?)?jo-?1"), ("anti-tif1-gamma", r"(?:anti[- ]?)?tif-?1(?:-?(?:gamma|γ|g))?"),
    ("anti-nxp2", r"(?:anti[- ]?)?nxp-?2"), ("anti-mi-2", r"(?:anti[- ]?)mi-?2"), ("anti-achr", r"(?:anti[- ]?)?achr"),
    ("anti-musk", r"(?:anti[- ]?)?musk"), ("anti-nmdar", r"(?:anti[- ]?)nmdar?"), ("anti-ro", r"anti[- ]?(?:ro|ssa)"), ("anti-la", r"anti[- ]?(?:la|ssb)"),
    ("anti-ccp", r"(?:anti[- ]?)?ccp"), ("anti-dsdna", r"(?:anti[- ]?)?dsdna"), ("anca", r"(?:[pc]-?)?anca"), ("anti-gbm", r"anti[- ]?gbm"),
    ("antiphospholipid", r"(?:anti-?phospholipid|anti-?cardiolipin|lupus anticoagulant)"),
)  # fmt: skip
"""Antibody -> how it is written. Without "anti" it counts only with "positive" or "negative" behind it."""
_RESULT = r"\s?(?:ab|abs|antibody|antibodies|igg)?[\s-]*"
_POSITIVE = re.compile(_RESULT + r"(?:positive|pos\b|\+ve|\+(?!\s?[a-z\d])|\+)")
_NEGATIVE = re.compile(_RESULT + r"(?:negative|neg\b|-ve\b|not detected)")
_TO_BE_TESTED = re.compile(
    r"(?:\?|\b(?:send|sent|check|test|testing|tests|for|order|request|awaiting|pending|suspected|possible|if|repeat|measure|titre of|the|are|what is|role of)) ?$"
)
_SERONEGATIVE = re.compile(
    r"\b(?:sero-?negative|antibody[- ]negative|myositis antibod(?:y|ies) negative)\b(?! (?:rheum|ra\b|arthritis|spondyl|donor|recipient))"
)


def _is_condition(name: Named) -> bool:
    concept = name.concepts[0]
    return concept.kind == "condition" and not _TOLD_OTHERWISE.search(concept.name.lower())


def conditions(text: str, low: str, vocabulary: Vocabulary) -> Reading:
    """Conditions in text order, denied ones among them. `low` is the folded text."""
    facts: list[Fact] = []
    for together in chained(low, places(text, vocabulary, _is_condition)):
        before = low[: together[0].start]
        if _UNSURE.search(before) or _HOW_AN_ALLERGY_SHOWED.search(before):
            continue
        known = Known.NO if _DENIED.search(before) else Known.VALUE
        facts += [Fact("condition", known, place.value) for place in together if not _only_named(low, place)]
    told, doubts = settled(facts)
    return ((*told, Fact("condition", Known.NO)) if _NONE.search(low) else told), doubts


def _only_named(low: str, place: Place) -> bool:
    after = low[place.end :]
    if place.value == "anaphylaxis" and re.match(r" (?:to|with)\b", after):
        return True  # An allergy and how it showed.
    if _ONLY_NAMED.match(after):
        return True
    return place.start == 0 and bool(_QUESTIONED.match(after))


def antibodies(low: str) -> Reading:
    """Antibodies found or not found; "seronegative" is none of them."""
    facts: list[Fact] = []
    for value, written in ANTIBODIES:
        for match in re.finditer(rf"(?<![\w-])(?:{written})(?![a-z\d])", low):
            if _NEGATIVE.match(low, match.end()):
                facts.append(Fact("antibody", Known.NO, value))
            elif _POSITIVE.match(low, match.end()) or (
                "anti" in match[0] and not _TO_BE_TESTED.search(low[: match.start()])
            ):
                facts.append(Fact("antibody", Known.VALUE, value))
    told, doubts = settled(facts)
    return ((*told, Fact("antibody", Known.NO)) if _SERONEGATIVE.search(low) else told), doubts
