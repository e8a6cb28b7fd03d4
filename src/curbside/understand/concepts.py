"""Conditions, drugs and animals named in a question: longest phrase first."""

from dataclasses import replace

from curbside.model.question import Concept
from curbside.text.analyse import stem, words
from curbside.understand.vocabulary import Vocabulary


def concepts(text: str, vocabulary: Vocabulary) -> tuple[Concept, ...]:
    """Concepts in text order, each name once. A word belongs to the longest name it stands in."""
    seen = words(text)
    stems = tuple(stem(word) for word in seen)
    found: dict[str, Concept] = {}
    at = 0
    while at < len(stems):
        for length in range(min(vocabulary.longest, len(stems) - at), 0, -1):
            concept = vocabulary.phrases.get(stems[at : at + length])
            if concept is not None:
                surface = " ".join(seen[at : at + length])
                found.setdefault(concept.name, replace(concept, surface=surface))
                at += length - 1
                break
        at += 1
    return tuple(found.values())
