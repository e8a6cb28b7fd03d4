"""Taking documents in: into the store first, which is the truth, then into the index, which follows its log."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from curbside.errors import IntegrityError, UnreadableSource
from curbside.model.document import Document, DocumentId
from curbside.ports import Change, KeptIndex, Store

Reading = tuple[str, Document | UnreadableSource]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document. It is told only after it is durable in the store."""

    name: str
    """The file, or member of an archive, that it stands in."""
    document_id: str | None
    """None when there was nothing to identify."""
    status: str
    """"added", "changed", "unchanged" or "refused"."""
    reason: str | None = None
    """Why it was refused."""


def ingest(readings: Iterable[Reading], store: Store, index: KeptIndex, batch: int = 200) -> Iterator[Outcome]:
    """Puts documents into the library, *batch* at a time; one that cannot go in is refused and the rest goes in.

    Ended at any point, the store holds every document whose outcome was told, and `catch_up` completes the index."""
    catch_up(store, index)
    incoming, follow = iter(readings), True
    while taken := list(islice(incoming, batch)):
        outcomes = _put(taken, store)
        # A replaced version makes the index copy itself; from the first one on that is left for the end.
        follow = follow and all(outcome.status != "changed" for outcome in outcomes)
        if follow:
            catch_up(store, index)
        yield from outcomes
    catch_up(store, index)


def catch_up(store: Store, index: KeptIndex) -> int:
    """Replays to the index what it missed; gives the number of documents that had changed. Writes nothing, and waits
    for nobody, when it missed nothing."""
    if index.sequence > store.sequence:
        # The store was put back to an earlier state: what the index saw since then never happened.
        index.clear()
    if index.sequence == store.sequence:
        return 0
    replayed = 0

    def missed() -> Iterator[Change]:
        nonlocal replayed
        for change in store.changes(index.sequence):
            replayed += 1
            yield change

    index.apply(missed())
    return replayed


def remove(id: DocumentId, store: Store, index: KeptIndex) -> None:
    """Forgets a document with all its versions. `NotHeld` when there is none."""
    store.remove(id)
    catch_up(store, index)


def _put(taken: Sequence[Reading], store: Store) -> list[Outcome]:
    """Outcomes in order; all in one transaction, or, when one of them cannot go in, each in its own."""
    documents = [document for _, document in taken if isinstance(document, Document)]
    try:
        statuses = iter(store.put_all(documents))
    except (UnreadableSource, IntegrityError):
        return [_put_one(name, found, store) for name, found in taken]
    return [
        Outcome(name, found.id, next(statuses)) if isinstance(found, Document) else _refused(name, None, found)
        for name, found in taken
    ]


def _put_one(name: str, found: Document | UnreadableSource, store: Store) -> Outcome:
    if isinstance(found, UnreadableSource):
        return _refused(name, None, found)
    try:
        return Outcome(name, found.id, store.put(found))
    except (UnreadableSource, IntegrityError) as error:
        return _refused(name, found.id, error)


def _refused(name: str, document_id: str | None, error: UnreadableSource | IntegrityError) -> Outcome:
    return Outcome(name, document_id, "refused", error.message)
