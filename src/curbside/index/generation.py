"""One state of the embedded index: a folder of tantivy files that never changes once it is named current.

tantivy finds candidates; `bm25` scores them exactly. tantivy keeps passage lengths in one byte, rounded down, so its
score is never below the exact one (by more than its 32-bit rounding). Candidates are fetched until the last of them
scores, by tantivy, below the k-th best exact score: nothing that was not fetched can then belong among the hits.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import tantivy

from curbside.index.bm25 import Collection, ranked, score, weights
from curbside.index.terms import clip
from curbside.model.evidence import Hit
from curbside.model.question import Query

_ROUNDING = 1 + 1e-4
"""Far above what 32-bit sums of some hundred terms can lose."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is written beside the folders, last: which of them is current, and what it must look like."""

    sequence: int
    passages: int
    terms: int
    analyser: str
    folder: str
    files: dict[str, int]
    """Name and size in bytes of every file of the folder: a missing or cut file shows before it is read."""

    @classmethod
    def read(cls, path: Path) -> "Sidecar | None":
        """None when there is none, or when it is damaged."""
        try:
            return cls(**json.loads(path.read_bytes()))
        except (OSError, ValueError, TypeError):
            return None

    def write(self, path: Path) -> None:
        """All or nothing: a reader sees the old one or the new one."""
        draft = path.with_suffix(".new")
        with draft.open("w", encoding="utf-8") as file:
            json.dump(asdict(self), file)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)


def sizes(folder: Path) -> dict[str, int]:
    """The files that make up a generation; tantivy's lock files are not among them."""
    return {entry.name: entry.stat().st_size for entry in sorted(folder.iterdir()) if not entry.name.endswith(".lock")}


class Generation:
    """Reads one folder. Safe to share between threads. `ValueError` or `OSError` when it cannot be read."""

    def __init__(self, folder: Path, sidecar: Sidecar) -> None:
        if sizes(folder) != sidecar.files:
            raise ValueError(f"{folder}: a file is missing or cut")
        self.folder, self.sidecar = folder, sidecar
        self._searcher = opened(folder).searcher()
        if self._searcher.num_docs != sidecar.passages:
            raise ValueError(f"{folder}: holds {self._searcher.num_docs} passages, not {sidecar.passages}")
        self._collection = Collection(sidecar.passages, sidecar.terms)

    def search(self, query: Query, k: int) -> tuple[Hit, ...]:
        searched = {term: weight for term, weight in weights(query).items() if self.holding(term)}
        if not searched or k < 1:
            return ()
        worth = {term: weight * self.weight(term) for term, weight in searched.items()}
        wanted = _any_of(searched)
        exact: dict[tuple[int, int], tuple[str, float]] = {}
        fetch = 2 * k + 40
        while True:
            found = self._searcher.search(wanted, min(fetch, self.sidecar.passages), count=False).hits
            for _, address in found:
                place = (address.segment_ord, address.doc)
                if place not in exact:
                    exact[place] = self._exact(address, worth)
            hits = ranked(exact.values(), k)
            nothing_left = len(found) < fetch
            if nothing_left or (len(hits) == k and hits[-1].score > found[-1][0] * _ROUNDING):
                return hits
            fetch *= 4

    def weight(self, term: str) -> float:
        return self._collection.idf(self.holding(term))

    def holding(self, term: str) -> int:
        """How many passages hold a term."""
        return int(self._searcher.doc_freq("terms", clip(term)))

    def holds(self, document_id: str) -> bool:
        return bool(self._searcher.doc_freq("document", document_id))

    def passage_ids(self) -> list[str]:
        """Sorted."""
        return sorted(id for id, _, _ in contents(self._searcher))

    def _exact(self, address: tantivy.DocAddress, worth: dict[str, float]) -> tuple[str, float]:
        row = self._searcher.doc(address)
        terms = _stored(row, "terms").split(" ")
        frequencies: dict[str, int] = {}
        for term in terms:
            if term in worth:
                frequencies[term] = frequencies.get(term, 0) + 1
        return _stored(row, "id"), score(frequencies, len(terms), worth, self._collection)


def schema() -> tantivy.Schema:
    """Terms are analysed by us and come joined by spaces; tantivy only splits them."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", stored=True, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("document", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def opened(folder: Path) -> tantivy.Index:
    """The tantivy index of a folder; a new one when the folder is empty."""
    index = tantivy.Index(schema(), str(folder))
    # By default a thread watches the folder and, when it changes, writes a lock file into it: perhaps while we delete.
    index.config_reader("manual")
    return index


def contents(searcher: tantivy.Searcher) -> Iterator[tuple[str, str, str]]:
    """Passage id, document id and terms joined by spaces, of every passage, in no order."""
    every = searcher.search(tantivy.Query.all_query(), max(1, searcher.num_docs), count=False)
    for _, address in every.hits:
        row = searcher.doc(address)
        yield _stored(row, "id"), _stored(row, "document"), _stored(row, "terms")


def _stored(row: tantivy.Document, field: str) -> str:
    return str(row.get_first(field) or "")


def _any_of(searched: dict[str, float]) -> tantivy.Query:
    clauses = []
    for term, weight in searched.items():
        clause = tantivy.Query.term_query(schema(), "terms", term, index_option="freq")
        clauses.append((tantivy.Occur.Should, tantivy.Query.boost_query(clause, weight) if weight != 1 else clause))
    return tantivy.Query.boolean_query(clauses)
