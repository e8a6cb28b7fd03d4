"""Every seam, on one page. A seam exists only with two real implementations and one shared contract suite.

Adapters do not inherit from these; fitting is enough, and mypy checks it where `app.py` joins them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from curbside.model.answer import Claim, Draft, Finding
from curbside.model.document import Citation, Document, DocumentId, Passage
from curbside.model.evidence import Evidence, Held, Hit
from curbside.model.question import Query, Question
from curbside.model.topic import Topic


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the store's log, as an index replays it: what `document_id` holds from now on."""

    sequence: int
    """Grows by one or more from entry to entry."""
    document_id: DocumentId
    passages: tuple[Passage, ...]
    """All passages of the version now current; empty: the document was removed."""


class Index(Protocol):
    """Passages you can search. Derived from the store, never the truth."""

    @property
    def sequence(self) -> int:
        """The last store sequence number seen; 0 for an empty index."""
        ...

    def apply(self, changes: Iterable[Change]) -> None:
        """Replays changes in order; a version replaces the one before. All or nothing: after an error the
        index is as it was."""
        ...

    def search(self, query: Query, k: int) -> tuple[Hit, ...]:
        """At most *k* hits, best first, ties broken by passage id. The same set of passages gives the same hits
        and scores however it came to be. Empty query, no hits."""
        ...

    def weight(self, term: str) -> float:
        """How telling an analysed term is here: its inverse document frequency, above 0; highest for a term
        that no passage holds."""
        ...


class KeptIndex(Index, Protocol):
    """An index, as far as keeping it in step with the store is concerned."""

    def passage_ids(self) -> Iterator[str]:
        """Ids of all passages that can be found, sorted."""
        ...

    def clear(self) -> None:
        """Forgets everything; `sequence` is 0 again."""
        ...


class Passages(Protocol):
    """The store, as far as answering is concerned."""

    def passage(self, id: str) -> Passage:
        """The passage of that id, of whatever version; `NotHeld` when its document was removed."""
        ...

    def held(self, id: DocumentId) -> Held:
        """The current version of a document; `NotHeld` when there is none."""
        ...

    def holding(self, citation: Citation) -> Held | None:
        """The document held here that is this source (same PMID, PMCID or DOI); None when it is not held."""
        ...

    def passages_of(self, id: DocumentId) -> tuple[Passage, ...]:
        """All passages of the current version, in text order; empty when not held."""
        ...


class Shelf(Protocol):
    """The curated topics."""

    def about(self, query: Query) -> tuple[Topic, ...]:
        """Topics that the query is about, best first; empty when none is."""
        ...


class Composer(Protocol):
    """Makes a draft out of what was found. May propose anything; what nothing supports is withheld later."""

    def compose(
        self, question: Question, query: Query, evidence: Sequence[Evidence], topics: Sequence[Topic]
    ) -> Draft: ...


class Check(Protocol):
    """Vouches for a claim, objects to it, or stays silent (None)."""

    def __call__(self, claim: Claim) -> Finding | None: ...


class Store(Passages, Protocol):
    """The library's memory: every version ever added and not removed, and the log of what changed."""

    def put(self, document: Document) -> str:
        """ "added", "changed" (a new version of a known document) or "unchanged" (the same digest)."""
        ...

    def put_all(self, documents: Sequence[Document]) -> tuple[str, ...]:
        """`put` for each, in order, in one transaction: after an error or a kill none of them went in."""
        ...

    def remove(self, id: DocumentId) -> None:
        """Forgets a document with all its versions; `NotHeld` when there is none."""
        ...

    def documents(self) -> Iterator[Held]:
        """Current versions, by document id."""
        ...

    def document(self, id: DocumentId, digest: str | None = None) -> Document:
        """A version in full, the current one by default; `NotHeld` when there is none."""
        ...

    def versions(self, id: DocumentId) -> tuple[str, ...]:
        """Digests of all versions kept, oldest first; empty when not held."""
        ...

    @property
    def sequence(self) -> int:
        """The number of the last entry of the log; 0 for a new library."""
        ...

    def changes(self, after: int) -> Iterator[Change]:
        """The log past a sequence number, oldest first; a document that changed twice comes once, as it is now."""
        ...

    def library_digest(self) -> str:
        """SHA-256 over the sorted digests of all current versions: the same set, the same digest."""
        ...
