"""Allergies: to a drug, a class of drugs, or one of a few other things."""

import re

from curbside.model.patient import Fact, Known
from curbside.text.normalise import fold
from curbside.understand import doubts as say
from curbside.understand.concepts import named
from curbside.understand.named import Place, chained, is_drug, places, settled
from curbside.understand.vocabulary import Vocabulary, phrase

ALLERGENS = {
    "pen": "penicillin", "pens": "penicillin", "pcn": "penicillin", "latex": "latex", "egg": "egg", "eggs": "egg",
    "peanut": "peanut", "peanuts": "peanut", "nuts": "nuts", "tree nuts": "nuts", "milk": "milk", "dairy": "milk", "soy": "soya",
    "soya": "soya", "shellfish": "shellfish", "fish": "fish", "wheat": "wheat", "gelatin": "gelatin", "gelatine": "gelatin",
    "contrast": "contrast medium", "contrast media": "contrast medium", "contrast medium": "contrast medium", "iodine": "iodine",
    "chlorhexidine": "chlorhexidine", "bee stings": "bee venom", "bee sting": "bee venom", "wasp stings": "wasp venom",
    "wasp sting": "wasp venom", "plasters": "adhesive plaster", "tape": "adhesive plaster",
}  # fmt: skip
"""Things people are allergic to that are no drugs, and how clinicians shorten penicillin; as written -> value."""
_OTHER = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, ALLERGENS), key=len, reverse=True)) + r")\b")
_REACTION = r"(?P<{0}>anaphyla\w+|rash|hives|urticaria|angio-?o?edema|sjs|stevens[- ]johnson\w*|ten|dress|bronchospasm|swelling|vomiting|diarrhoea|diarrhea)"
_BEFORE = re.compile(
    rf"(?:\b(?:allerg(?:y|ic|ies)|hypersensitiv\w+)(?: reaction)?s?\s?(?:to|:|=|with|-)|\b(?:severe )?{_REACTION.format('r')} (?:to|with|from|after|following)|\ballergies)"
    r"\s?(?:the |all |any |both |an? |include |are |is |oral |iv )*$"
)
_AFTER = re.compile(
    r"[\s-]*(?:allerg(?:y|ic|ies)\b(?! (?:test|clinic|label|de-?label|challenge))|hypersensitivity\b|anaphylaxis\b)"
)
_DETAIL = re.compile(
    rf"\s?(?:allerg(?:y|ic|ies)\s?)?[(:–,-]+\s?(?:with |severe |mild |bad |gets |causes |it was )*{_REACTION.format('r')}\b"
)
_DENIED = re.compile(
    r"\b(?:no|not|non|without|denies|denied|never)(?: (?:known|any|an?|history of|been|previous|drug|prior))*[\s-]*$"
)
_UNSURE = re.compile(
    r"(?:\?|\b(?:possible|possibly|query|questionable|unconfirmed|maybe|might be|may be|whether|is (?:he|she|the patient)|unclear|suspected)|\bis (?:[a-z]+ ){1,3}an?) ?(?:an? )?$"
)
_LISTED = re.compile(r"\ballerg(?:y|ies|ic)\s?[:=]")
_ITSELF = re.compile(r"(.+) allerg(?:y|ic)")
_NONE = re.compile(
    r"\b(?:nkda|nka|nil known allergies|no (?:known )?(?:drug |other )?allergies|no known drug allergy|no known allergy|allerg(?:y|ies):? (?:none|nil|nkda)|(?:has |with )?no allergies)\b(?! to)"
)
_UNKNOWN_NAME = re.compile(
    r"\ballerg(?:ic|y) to (?!(?:it|this|that|them|these|those|the|her|his|any\w*|some\w*|what|every\w*|one|all|both|which|a|an|drugs?|med\w*|food|multiple|several|other|pollen|dust|cats?|dogs?|grass|nickel|perfume|insects?|nothing)\b)(?P<name>[a-z][\w-]{3,})"
)


def allergies(text: str, low: str, vocabulary: Vocabulary) -> tuple[say.Reading, list[Place]]:
    """Allergies with what happened as detail, and the places of their names: an allergen there is not a drug taken.
    `low` is the folded text."""
    found = places(text, vocabulary, is_drug) + _inside(text, vocabulary)
    taken = {place.start for place in found}
    found += [Place(m.start(), m.end(), ALLERGENS[m[0]]) for m in _OTHER.finditer(low) if m.start() not in taken]
    facts: list[Fact] = [Fact("allergy", Known.NO)] if _NONE.search(low) else []
    doubts: list[str] = []
    used: list[Place] = []
    listed = bool(_LISTED.search(low))
    for together in chained(low, sorted(found, key=lambda place: place.start), listed):
        before, after = low[: together[0].start], low[together[-1].end :]
        lead, follow = _BEFORE.search(before), _AFTER.match(after)
        if not (lead or follow):
            continue
        used += together
        ahead = before[: lead.start()] if lead else before
        for place in together:
            if _UNSURE.search(ahead):
                doubts.append(f"allergy to {place.value} is not certain: taken as unknown; say yes or no")
            elif _DENIED.search(ahead):
                facts.append(Fact("allergy", Known.NO, place.value))
            else:
                facts.append(Fact("allergy", Known.VALUE, place.value, detail=_detail(lead, follow, low, place)))
    told, contradictions = _with_none(*settled(facts))
    return (told, (*doubts, *contradictions, *_not_held(low, used))), used


def _inside(text: str, vocabulary: Vocabulary) -> list[Place]:
    """Allergens of names that are an allergy themselves ("penicillin allergy")."""
    found: list[Place] = []
    for name in named(text, vocabulary):
        match = _ITSELF.fullmatch(name.concepts[0].surface)
        allergen = vocabulary.phrases.get(phrase(match[1])) if match else None
        if match and allergen:
            found.append(Place(name.start, name.start + len(match[1]), fold(allergen.name)))
    return found


def _detail(lead: re.Match[str] | None, follow: re.Match[str] | None, low: str, place: Place) -> str | None:
    if lead and lead["r"]:
        return "anaphylaxis" if lead["r"].startswith("anaphyla") else lead["r"]
    if follow and "anaphylaxis" in follow[0]:
        return "anaphylaxis"
    match = _DETAIL.match(low, place.end)
    return match["r"] if match else None


def _with_none(told: tuple[Fact, ...], doubts: tuple[str, ...]) -> say.Reading:
    """ "No known allergies" beside an allergy: the allergy is kept, for it is the safer of the two."""
    kept = [fact for fact in told if fact.known is Known.VALUE]
    if not (kept and any(fact.known is Known.NO and fact.value is None for fact in told)):
        return told, doubts
    both = [
        f'"no known allergy" and {say.named(fact)} are both said: the allergy is kept; say which one holds'
        for fact in kept
    ]
    return tuple(f for f in told if f.value is not None), (*doubts, *both)


def _not_held(low: str, used: list[Place]) -> list[str]:
    names = (match for match in _UNKNOWN_NAME.finditer(low))
    return [
        f'allergy to "{match["name"]}": that name is not known here, so nothing is checked against it; check its spelling'
        for match in names
        if not any(place.start <= match.start("name") < place.end for place in used)
    ]
