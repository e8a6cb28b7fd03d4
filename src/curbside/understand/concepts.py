"""Conditions, drugs and animals named in a question: longest phrase first."""

import re
from dataclasses import replace

from curbside.model.question import Concept
from curbside.text.analyse import stem, words
from curbside.understand.ordinary import is_ordinary
from curbside.understand.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W_]+")


def capitals(text: str) -> frozenset[str]:
    """Folded words that stand in capitals where the rest does not; empty for a text all in capitals."""
    return frozenset() if text.isupper() else frozenset(w.lower() for w in _WORD.findall(text) if w.isupper())


def concepts(text: str, vocabulary: Vocabulary) -> tuple[Concept, ...]:
    """Concepts in text order, each name once. A word belongs to the longest name it stands in."""
    seen, loud = words(text), capitals(text)
    stems = tuple(stem(word) for word in seen)
    found: dict[str, Concept] = {}
    at = 0
    while at < len(stems):
        for length in range(min(vocabulary.longest, len(stems) - at), 0, -1):
            here = stems[at : at + length]
            concept = vocabulary.phrases.get(here)
            if concept is not None and _is_meant(seen[at], vocabulary.shouted.get(here), loud):
                surface = " ".join(seen[at : at + length])
                found.setdefault(concept.name, replace(concept, surface=surface))
                at += length - 1
                break
        at += 1
    return tuple(found.values())


def _is_meant(word: str, shouted: str | None, loud: frozenset[str]) -> bool:
    """Whether a word is the name in capitals, one or many of it, and not an ordinary word that looks like it."""
    if shouted is None:
        return True
    return word in (shouted, f"{shouted}s") and (word in loud or not is_ordinary(word))
