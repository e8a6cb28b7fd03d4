"""Exact BM25, in one place, so that every index gives the same scores to the last bit."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from curbside.index.terms import clip
from curbside.model.evidence import Hit
from curbside.model.question import Query

K1 = 1.2
B = 0.75
EXPANSION_WEIGHT = 0.7
"""What a synonym or abbreviation counts against a word of the question itself."""


@dataclass(frozen=True, slots=True)
class Collection:
    """What BM25 must know of all passages together."""

    passages: int
    terms: int
    """Terms in all passages, with repeats."""

    def idf(self, holding: int) -> float:
        """Inverse document frequency of a term that *holding* passages hold; above 0."""
        return math.log(1 + (self.passages - holding + 0.5) / (holding + 0.5))


def weights(query: Query) -> dict[str, float]:
    """What each searched term counts. A term both asked and expanded counts as asked."""
    expansions = {clip(term): EXPANSION_WEIGHT for term in query.expansions}
    return expansions | {clip(term): 1.0 for term in query.terms}


def score(frequencies: Mapping[str, int], length: int, worth: Mapping[str, float], collection: Collection) -> float:
    """BM25 of one passage: *frequencies* of the searched terms in it, its *length* in terms, and what each term is
    *worth* (weight times idf). `fsum`, so that the order of the terms does not show in the last bit."""
    norm = K1 * (1 - B + B * length * collection.passages / collection.terms) if collection.terms else K1
    return math.fsum(worth[term] * count * (K1 + 1) / (count + norm) for term, count in frequencies.items())


def ranked(scores: Iterable[tuple[str, float]], k: int) -> tuple[Hit, ...]:
    """The best *k* of (passage id, score), ties by passage id."""
    best = sorted(scores, key=lambda scored: (-scored[1], scored[0]))[: max(k, 0)]
    return tuple(Hit(id, rank, points) for rank, (id, points) in enumerate(best, start=1))
