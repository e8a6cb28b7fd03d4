"""Mends spelling against the vocabulary; never turns one drug name into another.

A word is left alone when it is in the vocabulary or in the library. Otherwise it is read as the one vocabulary word
close to it, and the page says so. A word close to a drug name is only read as that drug when no second drug name is
nearly as close; else it stays as written and is named as unknown.
"""

import re
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from curbside.text.analyse import analyse, stem, words
from curbside.understand.vocabulary import Vocabulary

_DRUG_ENDING = re.compile(
    r"(?:mycin|micin|cillin|mab|[tn]ib|prazole|statin|olol|pril|sartan|vir|azole|cycline|floxacin|dipine|gliptin|gliflozin"
    r"|glutide|caine|parin|xaban|gatran|tidine|setron|triptan|lukast|dronate|penem|sporin|oxetine|zepam|zolam|barbital)s?$"
)
"""Stems of international nonproprietary names (WHO INN stem list), as they end a drug name."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """The text as it will be read, what was changed, and what could not be read."""

    text: str
    corrections: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


def mend(text: str, vocabulary: Vocabulary) -> Spelling:
    """Reads misspelt names; words the vocabulary or the library hold stay as they are."""
    corrections: dict[str, str] = {}
    unknown: list[str] = []
    for word in dict.fromkeys(words(text)):
        if len(word) < 5 or not word.isalpha() or _held(word, vocabulary):
            continue
        near, drugs = _nearest(word, vocabulary)
        if near:
            corrections[word] = near
        elif drugs or _DRUG_ENDING.search(word):
            unknown.append(word)
    for wrong, right in corrections.items():
        text = re.sub(rf"(?<!\w){re.escape(wrong)}(?!\w)", right, text, flags=re.IGNORECASE)
    return Spelling(text, tuple(corrections.items()), tuple(unknown))


def _held(word: str, vocabulary: Vocabulary) -> bool:
    named = word in vocabulary.spellings or word in vocabulary.short or stem(word) in vocabulary.stems
    return named or not analyse(word) or vocabulary.known(word)


def _nearest(word: str, vocabulary: Vocabulary) -> tuple[str | None, bool]:
    """The one close enough vocabulary word, if any; and whether the word is close to the name of a drug."""
    allowed = 1 if len(word) < 8 else 2
    close = sorted(
        (distance, other)
        for other in vocabulary.spellings
        if other[0] == word[0] and (distance := _distance(word, other, allowed + 1)) <= allowed + 1
    )
    if not close or close[0][0] > allowed:
        return None, False
    best, name = close[0]
    rivals = {other for distance, other in close if distance == best and stem(other) != stem(name)}
    drugs = {drug for distance, other in close if distance <= best + 1 for drug in _drugs(other, vocabulary)}
    if rivals or drugs - _drugs(name, vocabulary):
        return None, bool(drugs)
    return name, bool(drugs)


def _distance(word: str, other: str, most: int) -> int:
    return DamerauLevenshtein.distance(word, other, score_cutoff=most)


def _drugs(word: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(c.name for c in vocabulary.spellings[word] if c.kind.startswith("drug"))
