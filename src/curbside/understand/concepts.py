"""Conditions, drugs and animals named in a question: longest phrase first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from curbside.model.question import Concept
from curbside.text.analyse import stem
from curbside.text.normalise import fold
from curbside.understand.ordinary import is_listed, is_ordinary
from curbside.understand.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands: half-open range of the folded text, and what it may be. More than one concept: an
    abbreviation of either of two drugs ("pred"), most usual first."""

    start: int
    end: int
    concepts: tuple[Concept, ...]


_GLUED = re.compile(r"\b(CKD)(?=[1-5][ab]?\b)", re.IGNORECASE)


def apart(text: str) -> str:
    """The text with a stage set off from the name it is glued to: "CKD4" is CKD, stage 4."""
    return _GLUED.sub(r"\1 ", text)


def capitals(text: str) -> frozenset[str]:
    """Folded words that stand in capitals where the rest does not; empty for a text all in capitals."""
    return frozenset() if text.isupper() else frozenset(w.lower() for w in _LETTERS.findall(text) if w.isupper())


def concepts(text: str, vocabulary: Vocabulary) -> tuple[Concept, ...]:
    """Concepts in text order, each name once. A word belongs to the longest name it stands in."""
    found: dict[str, Concept] = {}
    for name in named(text, vocabulary):
        for concept in name.concepts:
            found.setdefault(concept.name, concept)
    return tuple(found.values())


def named(text: str, vocabulary: Vocabulary) -> Iterator[Named]:
    """Every name in text order, where it stands in `fold(text)`."""
    loud = capitals(text)
    seen = list(_WORD.finditer(fold(text)))
    stems = tuple(stem(word[0]) for word in seen)
    at = 0
    while at < len(stems):
        for length in range(min(vocabulary.longest, len(stems) - at), 0, -1):
            here = stems[at : at + length]
            meant = vocabulary.meanings.get(here)
            if (
                meant
                and _is_meant(seen[at][0], vocabulary.shouted.get(here), loud)
                and not _only_alike(here, seen[at][0], meant)
            ):
                last = seen[at + length - 1]
                surface = " ".join(word[0] for word in seen[at : at + length])
                yield Named(seen[at].start(), last.end(), tuple(replace(one, surface=surface) for one in meant))
                at += length - 1
                break
        at += 1


def _only_alike(here: tuple[str, ...], word: str, meant: tuple[Concept, ...]) -> bool:
    """Whether an ordinary word merely shares the stem of a name: "immune" is no immunisation."""
    return len(here) == 1 and is_listed(word) and not any(word in map(fold, one.also) for one in meant)


def _is_meant(word: str, shouted: str | None, loud: frozenset[str]) -> bool:
    """Whether a word is the name in capitals, one or many of it, and not an ordinary word that looks like it."""
    if shouted is None:
        return True
    return word in (shouted, f"{shouted}s") and (word in loud or not is_ordinary(word))
