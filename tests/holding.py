"""A library in a dictionary: what answering needs of a store, and nothing more."""

from curbside.errors import NotHeld
from curbside.model.document import Citation, Document, DocumentId, Passage
from curbside.model.evidence import Held
from curbside.model.passages import passages_of
from curbside.ports import Change


def a_held(document: Document) -> Held:
    """The document as the library holds it."""
    return Held(
        document.id,
        document.digest,
        document.citation,
        document.fidelity,
        document.extent,
        document.licence,
        document.population,
        document.remarks,
    )


class Holding:
    """Fits `ports.Passages`. Remembers the passages of every version it was given."""

    def __init__(self, *documents: Document) -> None:
        self._now: dict[str, Document] = {}
        self._passages: dict[str, Passage] = {}
        for document in documents:
            self.put(document)

    def put(self, document: Document) -> None:
        """Takes in a document, or another version of it."""
        self._now[document.id] = document
        self._passages |= {passage.id: passage for passage in passages_of(document)}

    def remove(self, id: str) -> None:
        """Forgets a document with all its passages."""
        del self._now[id]
        self._passages = {key: p for key, p in self._passages.items() if p.document_id != id}

    def changes(self) -> tuple[Change, ...]:
        """What an index replays to be in step."""
        return tuple(Change(n, d.id, passages_of(d)) for n, d in enumerate(self._now.values(), start=1))

    def passage(self, id: str) -> Passage:
        if id not in self._passages:
            raise NotHeld(id)
        return self._passages[id]

    def held(self, id: DocumentId) -> Held:
        if id not in self._now:
            raise NotHeld(id)
        return a_held(self._now[id])

    def holding(self, citation: Citation) -> Held | None:
        same = (d for d in self._now.values() if d.citation.pmid is not None and d.citation.pmid == citation.pmid)
        return next((a_held(document) for document in same), None)

    def passages_of(self, id: DocumentId) -> tuple[Passage, ...]:
        return passages_of(self._now[id]) if id in self._now else ()
