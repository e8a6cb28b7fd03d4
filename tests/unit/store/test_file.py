"""The library file: opened by the wrong program, by two at once, damaged, newer, killed."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine
from tests.build import a_document

from curbside.errors import BrokenLibrary, CurbsideError, LibraryBusy, NotHeld
from curbside.model.document import Document, DocumentId, Notice, Passage, Span, Standing, cut
from curbside.store.migrations import Step, migrate
from curbside.store.sqlite import SqliteStore


def whole(document: Document) -> tuple[Passage, ...]:
    return (cut(document, Span(0, len(document.text))),)


def opened(path: Path, busy_s: float = 0.05) -> SqliteStore:
    return SqliteStore(path, whole, busy_s)


def run(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, " * 500)
    with pytest.raises(BrokenLibrary, match=r"notes\.txt"):
        opened(path)
    assert path.read_text() == "Dear diary, " * 500


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(BrokenLibrary, match=str(tmp_path)):
        opened(tmp_path)


def test_a_file_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BrokenLibrary, match="unable to open"):
        opened(tmp_path / "none" / "library.db")


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    run(path, "CREATE TABLE bookmarks (url)")
    before = path.read_bytes()
    with pytest.raises(BrokenLibrary, match="another program"):
        opened(path)
    assert path.read_bytes() == before


def test_a_newer_library_is_refused_with_a_hint_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    opened(path).close()
    run(path, "PRAGMA user_version = 7")
    before = path.read_bytes()
    with pytest.raises(BrokenLibrary, match="layout 7") as refusal:
        opened(path)
    assert "newer version" in refusal.value.hint
    assert path.read_bytes() == before


def test_a_damaged_library_is_said_to_be_broken(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    store = opened(path)
    store.put_all([a_document("text " * 3000, f"pmid:{n}") for n in range(1, 40)])
    store.close()
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * (len(content) - 8192))
    store = opened(path)
    with pytest.raises(BrokenLibrary, match=r"library\.db"):
        list(store.documents())
    store.close()


def test_steps_are_taken_forwards_once_each(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    opened(path).close()
    steps: tuple[Step, ...] = (lambda c: _make(c, "first"), lambda c: _make(c, "second"))
    for known in (steps[:1], steps[:1], steps, steps):
        _migrated(path, known)
    assert _tables(path) >= {"first", "second", "versions"}
    assert _layout(path) == 3


def test_a_step_that_fails_leaves_the_library_as_it_was(tmp_path: Path) -> None:
    def fails(connection: Connection) -> None:
        _make(connection, "half")
        raise CurbsideError("no room")

    path = tmp_path / "library.db"
    opened(path).close()
    with pytest.raises(CurbsideError, match="no room"):
        _migrated(path, (fails,))
    assert "half" not in _tables(path)
    assert _layout(path) == 1


def test_a_second_writer_is_told_that_the_library_is_busy(tmp_path: Path) -> None:
    first, second = opened(tmp_path / "library.db"), opened(tmp_path / "library.db")
    first.put(a_document("one"))
    with first._file.writing(), pytest.raises(LibraryBusy, match=r"library\.db"):
        second.put(a_document("two", "pmid:2"))
    assert second.held(DocumentId("pmid:1")).id == "pmid:1"
    assert second.put(a_document("two", "pmid:2")) == "added"
    first.close()
    second.close()


def test_what_is_kept_in_memory_is_never_older_than_the_file(tmp_path: Path) -> None:
    reader, writer = opened(tmp_path / "library.db"), opened(tmp_path / "library.db")
    writer.put(a_document("one"))
    seen = [reader.held(DocumentId("pmid:1")).citation.standing]
    notice = a_document("notice", "pmid:2", notices=(Notice("pmid:1", Standing.RETRACTED),))
    writer.put(notice)
    seen.append(reader.held(DocumentId("pmid:1")).citation.standing)
    writer.remove(notice.id)
    seen.append(reader.held(DocumentId("pmid:1")).citation.standing)
    assert seen == [Standing.CURRENT, Standing.RETRACTED, Standing.CURRENT]
    writer.remove(DocumentId("pmid:1"))
    with pytest.raises(NotHeld):
        reader.held(DocumentId("pmid:1"))
    reader.close()
    writer.close()


def test_an_interrupted_batch_leaves_nothing(tmp_path: Path) -> None:
    calls = []

    def interrupted(document: Document) -> tuple[Passage, ...]:
        calls.append(document.id)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return whole(document)

    store = SqliteStore(tmp_path / "library.db", interrupted)
    with pytest.raises(KeyboardInterrupt):
        store.put_all([a_document("text", f"pmid:{n}") for n in range(1, 6)])
    assert (list(store.documents()), store.sequence) == ([], 0)
    assert store.put(a_document("text")) == "added"
    store.close()


def test_threads_may_read_while_one_writes(tmp_path: Path) -> None:
    store = opened(tmp_path / "library.db")
    documents = [a_document(f"text {n} " * 40, f"pmid:{n}") for n in range(1, 31)]
    store.put_all(documents)
    wrong: list[object] = []

    def read() -> None:
        for document in documents * 3:
            passage = store.passage(whole(document)[0].id)
            if passage.text != document.text or store.held(document.id).digest != document.digest:
                wrong.append(passage)
            wrong.extend(c for c in store.changes(0) if c.passages == ())

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for n in range(100, 130):
        store.put(a_document("more", f"pmid:{n}"))
    for thread in threads:
        thread.join()
    assert wrong == []
    store.close()


def test_two_processes_may_make_a_library_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from curbside.store.sqlite import SqliteStore; "
        "SqliteStore(Path(sys.argv[1]), lambda d: ()).close()"
    )
    path = str(tmp_path / "library.db")
    started = [subprocess.Popen([sys.executable, "-c", code, path]) for _ in range(3)]
    assert [process.wait() for process in started] == [0, 0, 0]


def _make(connection: Connection, table: str) -> None:
    connection.exec_driver_sql(f"CREATE TABLE {table} (x)")


def _migrated(path: Path, steps: tuple[Step, ...]) -> None:
    engine = create_engine(f"sqlite:///{path}", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            migrate(connection, steps)
            connection.exec_driver_sql("COMMIT")
        except CurbsideError:
            connection.exec_driver_sql("ROLLBACK")
            raise
    engine.dispose()


def _tables(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    return names


def _layout(path: Path) -> int:
    connection = sqlite3.connect(path)
    layout = int(connection.execute("PRAGMA user_version").fetchone()[0])
    connection.close()
    return layout
