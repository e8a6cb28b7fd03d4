"""The reference index: slow, obvious, in memory. What it finds is what every index must find."""

from collections import Counter
from collections.abc import Iterable, Iterator

from curbside.index.bm25 import Collection, ranked, score, weights
from curbside.index.terms import clip, terms_of
from curbside.model.evidence import Hit
from curbside.model.question import Query
from curbside.ports import Change


class MemoryIndex:
    """Fits `ports.KeptIndex`. For tests and throw-away libraries: every search reads every passage."""

    def __init__(self) -> None:
        self._sequence = 0
        self._documents: dict[str, dict[str, Counter[str]]] = {}

    @property
    def sequence(self) -> int:
        return self._sequence

    def apply(self, changes: Iterable[Change]) -> None:
        sequence, documents = self._sequence, dict(self._documents)
        for change in changes:
            if change.sequence > sequence:
                documents[change.document_id] = {p.id: Counter(terms_of(p)) for p in change.passages}
                sequence = change.sequence
        self._sequence, self._documents = sequence, documents

    def search(self, query: Query, k: int) -> tuple[Hit, ...]:
        passages = self._passages()
        searched = weights(query)
        collection = Collection(len(passages), sum(terms.total() for terms in passages.values()))
        worth = {term: weight * self.weight(term) for term, weight in searched.items()}
        scores = []
        for id, terms in passages.items():
            frequencies = {term: terms[term] for term in searched if term in terms}
            if frequencies:
                scores.append((id, score(frequencies, terms.total(), worth, collection)))
        return ranked(scores, k)

    def weight(self, term: str) -> float:
        passages = self._passages()
        holding = sum(clip(term) in terms for terms in passages.values())
        return Collection(len(passages), 0).idf(holding)

    def passage_ids(self) -> Iterator[str]:
        return iter(sorted(self._passages()))

    def clear(self) -> None:
        self._sequence, self._documents = 0, {}

    def _passages(self) -> dict[str, Counter[str]]:
        return {id: terms for held in self._documents.values() for id, terms in held.items()}
