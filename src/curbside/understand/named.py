"""What the patient is allergic to, takes, has and has antibodies against: names found in the text, and how they stand.

Values are preferred names of the vocabulary, folded. A name that is only asked about, suspected, prevented or tested
for is nobody's; a denied one is told as denied.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from curbside.model.patient import Fact, Known
from curbside.text.analyse import words
from curbside.text.normalise import fold
from curbside.understand import doubts as say
from curbside.understand.concepts import Named, named
from curbside.understand.vocabulary import Vocabulary, phrase

AMOUNT = r"\d[\d.,]*\s?(?:mg|mcg|ug|g|units?|iu|ml)?(?:/(?:day|d|week|wk|kg|m2))*(?:\s?(?:daily|od|bd|tds|qds|bid|tid|qid|nightly|nocte|weekly|monthly|once|twice|a day|per day|per week|every (?:other )?day))*"
_DOSED = re.compile(rf"\s?({AMOUNT})(?!\w)", re.IGNORECASE)
_AND = re.compile(
    rf"\s?(?:{AMOUNT})?\s?(?:,? ?and|\+|&|/|,? ?plus|,? ?with|as well as|,? ?or|,? ?nor)\s?(?:an? |the |her |his |low[- ]dose |high[- ]dose |oral |iv )*(?:{AMOUNT} of )?$",
    re.I,
)
_COMMA = re.compile(rf"\s?(?:{AMOUNT})?\s?[,;]\s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A name in the folded text, by the value a fact would have."""

    start: int
    end: int
    value: str


def places(text: str, vocabulary: Vocabulary, wanted: Callable[[Named], bool]) -> list[Place]:
    """Names wanted, in text order; `text` is the patient's own with its capitals."""
    return [
        Place(name.start, name.end, fold(name.concepts[0].name))
        for name in named(text, vocabulary)
        if wanted(name) and _spelt_so(name, vocabulary)
    ]


def _spelt_so(name: Named, vocabulary: Vocabulary) -> bool:
    """Whether it is a name and not a word of the same stem: "alcohol" is no alcoholism, "immune" no immunisation."""
    seen = words(name.concepts[0].surface)
    if phrase(name.concepts[0].surface) not in vocabulary.phrases:
        return True  # An abbreviation.
    names = map(words, name.concepts[0].also)
    return any(
        len(one) == len(seen) and all(abs(len(a) - len(b)) <= 2 for a, b in zip(one, seen, strict=True))
        for one in names
    )


def is_drug(name: Named) -> bool:
    """Whether a name is a drug or a class of drugs."""
    return name.concepts[0].kind.startswith("drug")


def chained(text: str, found: list[Place], listed: bool = False) -> list[list[Place]]:
    """Names that stand in one list ("AZA 150 mg + allopurinol", "a, b and c") together. A comma alone joins only in a
    list that ends with "and", between two names with their amounts, and where a list was announced (`listed`)."""
    lists: list[list[Place]] = []
    commas = 0
    for place in found:
        between = text[lists[-1][-1].end : place.start] if lists else ""
        comma = bool(lists and _COMMA.fullmatch(between))
        sure = listed or bool(comma and dosed(text, lists[-1][-1]) and dosed(text, place))
        if lists and (_AND.fullmatch(between) or (comma and sure)):
            lists[-1].append(place)
            commas = 0
        elif comma:
            lists[-1].append(place)
            commas += 1
        else:
            _cut(lists, commas)
            commas = 0
            lists.append([place])
    _cut(lists, commas)
    return lists


def _cut(lists: list[list[Place]], commas: int) -> None:
    """Takes the names behind the last "and" out of a list again: each stands for itself."""
    if commas:
        tail = lists[-1][-commas:]
        del lists[-1][-commas:]
        lists.extend([place] for place in tail)


def dosed(text: str, place: Place) -> str | None:
    """The amount behind a drug, as written; None when there is none."""
    match = _DOSED.match(text, place.end)
    return re.sub(r"(?<=\d)(?=[a-z])", " ", match[1].strip()) if match else None


def settled(facts: list[Fact]) -> say.Reading:
    """Each name once; one that is there and denied is unknown. A fact without a name ("none") stays beside others."""
    ways: dict[str | None, dict[Known, Fact]] = {}
    for fact in facts:
        ways.setdefault(fact.value, {}).setdefault(fact.known, fact)
    told: list[Fact] = []
    doubts: list[str] = []
    for value, found in ways.items():
        if len(found) > 1:
            told.append(Fact(facts[0].name, Known.UNKNOWN, value))
            doubts.append(say.both_ways(say.named(told[-1])))
        else:
            told.append(next(iter(found.values())))
    return tuple(told), tuple(doubts)
