"""Checking what is held against itself: every problem in words, none means that all agrees."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from curbside.compose.from_drugs import as_topic
from curbside.compose.from_topics import claims_of
from curbside.errors import BrokenLibrary, NotHeld
from curbside.model.document import Document, DocumentId, Passage
from curbside.model.topic import Topic
from curbside.ports import Check, KeptIndex, Store
from curbside.topics.folder import read_folder
from curbside.verify.judge import judge


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of topic files found. Problems keep a topic out; warnings do not."""

    problems: tuple[str, ...]
    """`file:line: what; what to do`, file by file."""
    warnings: tuple[str, ...]
    statements: int
    """How many statements were judged."""


def topics_check(files: Mapping[str, str], checks: Sequence[Check], names: frozenset[str]) -> Checked:
    """Reads content files by path, holds them against the rules, and judges every statement by its extracts alone, as
    in a library that holds no source. A statement that would be withheld is a problem. `names`: folded names of drugs, classes and conditions known."""
    folder = read_folder(files, names)
    pages = {**folder.topics, **{name: as_topic(drug) for name, drug in folder.drugs.items()}}
    withheld = [said for name, topic in pages.items() for said in _withheld(name, topic, checks)]
    statements = sum(len(topic.statements) for topic in pages.values())
    return Checked((*folder.problems, *withheld), folder.warnings, statements)


def _withheld(name: str, topic: Topic, checks: Sequence[Check]) -> Iterator[str]:
    for statement, claim in zip(topic.statements, claims_of(topic, topic.statements, None), strict=True):
        objection = judge(claim, checks).objection
        if objection:
            what = f"{statement.id} would be withheld by {objection.check}: {objection.reason}"
            yield f"{name}:{statement.line}: {what}; correct the statement or its extract"


def library_check(store: Store, index: KeptIndex) -> tuple[str, ...]:
    """Re-reads every version, passage and index entry. What does not agree, in order of documents; empty: all does."""
    return (*_documents(store), *_index(store, index))


def _documents(store: Store) -> Iterator[str]:
    try:
        for held in store.documents():
            for digest in store.versions(held.id):
                yield from _version(store, held.id, digest)
    except BrokenLibrary as error:
        yield f"the store cannot be read to its end: {error.message}"


def _version(store: Store, id: DocumentId, digest: str) -> Iterator[str]:
    try:
        document = store.document(id, digest)
    except BrokenLibrary as error:
        yield f"{id}: version {digest[:16]} cannot be read: {error.message}"
        return
    if document.digest != digest:
        yield f"{id}: version {digest[:16]} no longer says what it said; its digest is now {document.digest[:16]}"
    for passage in store.passages_of(id):
        if passage.document_digest == digest:
            yield from _passage(passage, document, store)


def _passage(passage: Passage, document: Document, store: Store) -> Iterator[str]:
    span = passage.span
    if span.end > len(document.text):
        yield f"{passage.id}: leaves its document, which ends at {len(document.text)}"
        return
    if passage.text != document.text[span.start : span.end]:
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
        held = {passage.id for each in store.documents() for passage in store.passages_of(each.id)}
        found = set(index.passage_ids())
    except BrokenLibrary as error:
        yield f"the index cannot be compared with the store: {error.message}"
        return
    if len(found) != len(held):
        yield f"the index holds {len(found)} passages, the store {len(held)}"
    yield from (f"{id}: is not in the index" for id in sorted(held - found))
    yield from (f"{id}: is in the index and no longer in the store" for id in sorted(found - held))
