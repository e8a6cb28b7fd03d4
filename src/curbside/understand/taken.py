"""Drugs the patient takes: what stands behind "on", "taking", "despite"; never what a question would start."""

import re

from curbside.model.patient import Fact, Known
from curbside.understand.doubts import Reading
from curbside.understand.named import AMOUNT, Place, chained, dosed, is_drug, places, settled
from curbside.understand.vocabulary import Vocabulary

_QUALIFIED = rf"(?:(?:an?|the|her|his|my|low[- ]dose|high[- ]dose|oral|iv|daily|weekly|long-?term|chronic|regular|some|only|already|still|{AMOUNT}(?: of)?)\s)*$"
_ON = re.compile(
    r"(?:^|[\s(,;.+&/-])(?P<word>on|taking|takes|(?:i|we) (?:also |already |currently )?take|receiving|receives|prescribed|despite|(?:being |is |was |currently )treated with|maintained on|anticoagulated (?:with|on)|continues|meds?:|medications?:|dh:?|drugs?:|prophylaxis (?:for|with)|proph (?:for|with))\s"
    + _QUALIFIED
)
_NO_MATTER_OF_TAKING = re.compile(
    r"\b(?:guidance|guidelines?|advice|info(?:rmation)?|evidence|data|stud(?:y|ies)|trials?|reviews?|effects?|impact|questions?|opinions?|thoughts|literature|recommendations?|papers?|articles?|depends?|depending"
    r"|based|focus\w*|rely|put|puts|start|starting|commenc\w+|go|going|keep|switch\w*|update|policy|statement|position|say|says|view|tell me|anything|know|lecture|talk|chapter|be|get|getting|placed?|imprint|prices?|cost|listed|long|affects?|after|before|stop|stopping|of|in|by|about|recommend\w*|avoid\w*|consider\w*|issues?|problems?)"
    r"(?: (?:her|him|them|me|the patient|pt|patient))?\s?$|\b(?:should|can|could|may|must|do|does|did|would|shall)(?: (?:i|she|he|we|they|you|the patient|pt))? (?:still )?$|\b(?:is|are|was) (?:he|she|they|the patient)\s?$|\bto\s?$|[?]\s?$"
)
_DENIED = re.compile(
    r"\b(?:not|never|no longer|isn't|isnt|nor|neither|denies|denied|without|n't)(?: (?:currently|yet|been|being|now|any|ever))*\s?$"
)
_OFF = re.compile(
    r"\b(?:stopped|(?:(?:now|been|is|was|currently|already|came|pt|patient|she|he|taken)\s|^|[,;(]\s?)off|discontinued|ceased|denies(?: taking)?|no longer on|not had|never had|finished|previously on|used to (?:take|be on))\s"
    + _QUALIFIED
)
_OF_THE_PATIENT = re.compile(r"[\s-]*(?:treated[\s-]|treated )?(?:patient|pt)s?\b")
_NOT_THE_DRUG = re.compile(r"\s(?:levels?|concentrations?|sensitivity|resistance|secretion|allerg\w+)\b")
_NONE = re.compile(
    r"\b(?:not on any|on no|takes no|taking no|(?:no|nil) (?:regular|current|other|known|prescribed|home|usual))(?: (?:regular|current|other|known|prescribed))* (?:medications?|medicines?|meds|drugs|tablets)\b(?! (?:allerg|interact))"
    r"|(?:^|[,;.(] ?)(?:no|nil) (?:medications?|medicines|meds|drugs)(?=$|[,;.)])"
)


def taken(text: str, low: str, vocabulary: Vocabulary, not_these: list[Place]) -> Reading:
    """Drugs taken with their amounts as detail, and drugs the patient is said not to take. `low` is the folded text;
    `not_these` are names that were read as something else."""
    elsewhere = {place.start for place in not_these}
    found = [place for place in places(text, vocabulary, is_drug) if place.start not in elsewhere]
    facts: list[Fact] = []
    for together in chained(low, found):
        known = _standing(low, together)
        facts += [
            Fact("taking", known, place.value, detail=dosed(low, place) if known is Known.VALUE else None)
            for place in together
            if known is not Known.UNKNOWN
        ]
    told, doubts = settled(facts)
    return ((*told, Fact("taking", Known.NO)) if _NONE.search(low) else told), doubts


def _standing(low: str, together: list[Place]) -> Known:
    before = low[: together[0].start]
    if _NOT_THE_DRUG.match(low, together[-1].end):
        return Known.UNKNOWN
    if _OFF.search(before):
        return Known.NO
    trigger = _ON.search(before)
    if trigger is None:
        return Known.VALUE if len(together) == 1 and _OF_THE_PATIENT.match(low, together[0].end) else Known.UNKNOWN
    ahead = before[: trigger.start("word")]
    if _DENIED.search(ahead):
        return Known.NO
    return Known.UNKNOWN if _NO_MATTER_OF_TAKING.search(ahead) else Known.VALUE
