"""The library check: silent when all agrees, and it names each thing that does not."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.build import a_document

from curbside.audit import library_check
from curbside.index.memory import MemoryIndex
from curbside.ingest import catch_up
from curbside.model.document import Document, DocumentId, Passage, Span, cut
from curbside.ports import Change
from curbside.store.sqlite import SqliteStore

OLD, NEW, OTHER = a_document("Old words."), a_document("New words."), a_document("Other words.", "pmid:2")


def whole(document: Document) -> tuple[Passage, ...]:
    return (cut(document, Span(0, len(document.text))),)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[tuple[SqliteStore, MemoryIndex]]:
    store, index = SqliteStore(tmp_path / "library.db", whole), MemoryIndex()
    store.put_all([OLD, OTHER, NEW])
    catch_up(store, index)
    yield store, index
    store.close()


NEW_ID, OTHER_ID = whole(NEW)[0].id, whole(OTHER)[0].id
TAMPERED = [
    ("the text of a current version", f"UPDATE versions SET text = 'New wörds.' WHERE digest = '{NEW.digest}'",
     (f"pmid:1: version {NEW.digest[:16]} no longer says what it said",)),
    ("the text of an old version", f"UPDATE versions SET text = 'Odd words.' WHERE digest = '{OLD.digest}'",
     (f"pmid:1: version {OLD.digest[:16]} no longer says what it said",)),
    ("a citation", f"UPDATE versions SET citation = replace(citation, '2020', '2024') WHERE digest = '{OTHER.digest}'",
     (f"pmid:2: version {OTHER.digest[:16]} no longer says what it said",)),
    ("a row that is no document", f"UPDATE versions SET fidelity = 'fair' WHERE digest = '{OLD.digest}'",
     (f"pmid:1: version {OLD.digest[:16]} cannot be read",)),
    ("a current row that is no document", f"UPDATE versions SET citation = '[' WHERE digest = '{OTHER.digest}'",
     ("the store cannot be read to its end: the row of pmid:2",
      "the index cannot be compared with the store: the row of pmid:2")),
    ("a passage beyond the end", "UPDATE passages SET \"end\" = 99 WHERE version = 2",
     (f"{OTHER_ID[:-2]}99: leaves its document", f"{OTHER_ID[:-2]}99: is not in the index",
      f"{OTHER_ID}: is in the index and no longer in the store")),
    ("a passage lost", "DELETE FROM passages WHERE version = 2",
     ("the index holds 2 passages, the store 1", f"{OTHER_ID}: is in the index and no longer in the store")),
    ("an entry in the log", "INSERT INTO log (document_id) VALUES ('pmid:2')",
     ("the index has seen the log up to 3, the store is at 4",)),
]  # fmt: skip


def test_a_whole_library_has_no_problems(library: tuple[SqliteStore, MemoryIndex]) -> None:
    assert library_check(*library) == ()


def test_an_empty_library_has_no_problems(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "library.db", whole)
    assert library_check(store, MemoryIndex()) == ()
    store.close()


@pytest.mark.parametrize(("what", "statement", "problems"), TAMPERED, ids=[case[0] for case in TAMPERED])
def test_what_was_tampered_with_is_named(
    library: tuple[SqliteStore, MemoryIndex], tmp_path: Path, what: str, statement: str, problems: tuple[str, ...]
) -> None:
    connection = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    connection.execute(statement)
    connection.close()
    found = library_check(*library)
    assert [problem[: len(start)] for problem, start in zip(found, problems, strict=True)] == list(problems)


def test_an_index_that_holds_something_else_is_named(library: tuple[SqliteStore, MemoryIndex]) -> None:
    store, _ = library
    index = MemoryIndex()
    index.apply([Change(store.sequence, DocumentId("pmid:1"), whole(OLD))])
    assert library_check(store, index) == (
        "the index holds 1 passages, the store 2",
        f"{NEW_ID}: is not in the index",
        f"{OTHER_ID}: is not in the index",
        f"{whole(OLD)[0].id}: is in the index and no longer in the store",
    )
