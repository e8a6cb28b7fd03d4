"""What kind of figure the unit and the words around it make: an age, a percentage, a confidence level, a label."""

from curbside.text.cues import ratio_or_p
from curbside.text.found import Found
from curbside.text.measures import Measure
from curbside.text.numbers import LABELS
from curbside.text.tokens import Token
from curbside.text.units import unit
from curbside.text.wordlist import wordlist

LEVEL = wordlist("ci cis cri cris confidence credible credibility prediction uncertainty")
"""Words of a confidence level."""


def kind_of(tokens: list[Token], found: Found, measured: Measure, aged: bool, free_from: int) -> str:
    """What a figure is. Gives it its unit where a word and no unit says it. Tokens before `free_from` are spoken for."""
    family = measured.unit.family if measured.unit else ""
    if family == "time":
        return "age" if aged else "duration"
    if family == "percent":
        after = tokens[found.j]
        level = after.low if after.raw != "-" else tokens[found.j + 1].low
        if level in LEVEL or (tokens[found.i - 1].low in LEVEL and found.low in (90, 95, 99)):
            found.unit = "% CI level"
            return "confidence"
        return "percent"
    if family == "fold":
        found.unit = measured.unit.symbol if measured.unit else ""
        return "ratio"
    if family or found.per:
        return "amount"
    if _labelled(tokens, found, free_from):
        return "duration" if found.placed else "label"
    if aged:
        found.unit = "year"
        return "age"
    said = ratio_or_p(tokens, found.i, found.low != found.low.to_integral_value())
    found.unit = said
    return said or "number"


def _labelled(tokens: list[Token], found: Found, free_from: int) -> bool:
    """Takes the word before the number as what it names: "grade 3", "day 5"."""
    k = found.cue - 1
    k -= tokens[k].raw in ("-", ".", "#") and tokens[k].raw != ""
    word = tokens[k].low
    if word in LABELS:
        found.unit = LABELS[word]
        return True
    if word == "no" and k == found.cue - 2:
        found.unit = "no"
        return True
    each = unit(tokens[k].raw) if len(word) > 2 else None
    if each is None or each.family != "time" or free_from > k:
        return False
    found.low, found.high, found.factor = found.low * each.factor, found.high * each.factor, each.factor
    found.unit, found.placed = each.name, True
    return True


def grown(tokens: list[Token], found: Found) -> bool:
    """Whether bounded years can hardly be anything but an age: 12 or more, and not how long something took."""
    lasting = ("for", "over", "after", "within", "during", "of", "up", "last", "past", "follow")
    return found.unit == "year" and found.low >= 12 and tokens[found.cue - 1].low not in lasting
