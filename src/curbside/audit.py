"""Checking what is held against itself: every problem in words, none means that all agrees."""

from collections.abc import Iterator

from curbside.errors import BrokenLibrary, IntegrityError, NotHeld
from curbside.model.document import Document, DocumentId, Passage
from curbside.ports import KeptIndex, Store


def library_check(store: Store, index: KeptIndex) -> tuple[str, ...]:
    """Re-reads every version, passage and index entry. What does not agree, in order of documents; empty: all does."""
    return (*_documents(store), *_index(store, index))


def _documents(store: Store) -> Iterator[str]:
    for held in store.documents():
        for digest in store.versions(held.id):
            yield from _version(store, held.id, digest)
        try:
            document = store.document(held.id)
        except (IntegrityError, ValueError):
            continue  # named above
        for passage in store.passages_of(held.id):
            yield from _passage(passage, document, store)


def _version(store: Store, id: DocumentId, digest: str) -> Iterator[str]:
    try:
        found = store.document(id, digest).digest
    except (IntegrityError, ValueError) as error:
        yield f"{id}: version {digest[:16]} cannot be read: {error}"
        return
    if found != digest:
        yield f"{id}: version {digest[:16]} no longer says what it said; its digest is now {found[:16]}"


def _passage(passage: Passage, document: Document, store: Store) -> Iterator[str]:
    span = passage.span
    if span.end > len(document.text):
        yield f"{passage.id}: leaves its document, which ends at {len(document.text)}"
        return
    if passage.document_digest != document.digest or passage.text != document.text[span.start : span.end]:
        yield f"{passage.id}: is not verbatim in its document"
    try:
        if store.passage(passage.id) != passage:
            yield f"{passage.id}: opens to something else"
    except NotHeld:
        yield f"{passage.id}: cannot be opened"


def _index(store: Store, index: KeptIndex) -> Iterator[str]:
    if index.sequence != store.sequence:
        yield f"the index has seen the log up to {index.sequence}, the store is at {store.sequence}"
    try:
        found = set(index.passage_ids())
    except BrokenLibrary as error:
        yield f"the index cannot be read: {error.message}"
        return
    held = {passage.id for each in store.documents() for passage in store.passages_of(each.id)}
    if len(found) != len(held):
        yield f"the index holds {len(found)} passages, the store {len(held)}"
    yield from (f"{id}: is not in the index" for id in sorted(held - found))
    yield from (f"{id}: is in the index and no longer in the store" for id in sorted(found - held))
