"""Taking in, catching up and removing: the real store and the real indexes, in a folder of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.build import a_document, a_query

from curbside.errors import LibraryBusy, NotHeld, UnreadableSource
from curbside.index.embedded import EmbeddedIndex
from curbside.index.memory import MemoryIndex
from curbside.ingest import Outcome, Reading, catch_up, ingest, remove
from curbside.model.document import DocumentId
from curbside.model.passages import passages_of
from curbside.ports import KeptIndex
from curbside.store.sqlite import SqliteStore

WARFARIN = a_query(terms=("warfarin",))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = SqliteStore(tmp_path / "library.db", passages_of)
    yield made
    made.close()


@pytest.fixture(params=["memory", "embedded"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> KeptIndex:
    return MemoryIndex() if request.param == "memory" else EmbeddedIndex(tmp_path / "index", busy_s=0.05)


def a_reading(number: int, text: str = "Warfarin needs monitoring.") -> Reading:
    return f"{number}.xml", a_document(text, f"pmid:{number}")


def found(index: KeptIndex) -> list[str]:
    return [hit.passage_id.partition("@")[0] for hit in index.search(WARFARIN, 100)]


def test_every_reading_has_its_outcome_in_order(store: SqliteStore, index: KeptIndex) -> None:
    store.put(a_document("Warfarin needs monitoring.", "pmid:2"))
    store.put(a_document("An older text.", "pmid:3"))
    readings = [
        a_reading(1),
        ("bad.xml", UnreadableSource("bad.xml: is no XML", "fetch it again")),
        a_reading(2),
        a_reading(3),
        ("half.xml", a_document("half \ud800", "pmid:4")),
        a_reading(1),
    ]
    half = "pmid:4: its text holds half a character"
    assert list(ingest(readings, store, index)) == [
        Outcome("1.xml", "pmid:1", "added"),
        Outcome("bad.xml", None, "refused", "bad.xml: is no XML"),
        Outcome("2.xml", "pmid:2", "unchanged"),
        Outcome("3.xml", "pmid:3", "changed"),
        Outcome("half.xml", "pmid:4", "refused", half),
        Outcome("1.xml", "pmid:1", "unchanged"),
    ]
    assert found(index) == ["pmid:1", "pmid:2", "pmid:3"]
    assert index.sequence == store.sequence


@pytest.mark.parametrize("batch", [1, 2, 7, 200])
def test_the_size_of_a_batch_does_not_show(store: SqliteStore, index: KeptIndex, batch: int) -> None:
    readings = [a_reading(n % 5 + 1, f"Warfarin, reading {n}.") for n in range(11)]
    statuses = [outcome.status for outcome in ingest(readings, store, index, batch)]
    assert statuses == ["added"] * 5 + ["changed"] * 6
    assert (sorted(found(index)), index.sequence) == ([f"pmid:{n}" for n in range(1, 6)], store.sequence)


def test_adding_the_same_again_changes_nothing(store: SqliteStore, index: KeptIndex) -> None:
    readings = [a_reading(n) for n in range(1, 4)]
    list(ingest(readings, store, index))
    before = store.sequence, store.library_digest(), index.search(WARFARIN, 10)
    assert [outcome.status for outcome in ingest(readings, store, index)] == ["unchanged"] * 3
    assert (store.sequence, store.library_digest(), index.search(WARFARIN, 10)) == before


def test_what_was_told_is_held_even_when_nobody_reads_on(store: SqliteStore, index: KeptIndex) -> None:
    told = ingest([a_reading(n) for n in range(1, 9)], store, index, batch=2)
    assert next(told) == Outcome("1.xml", "pmid:1", "added")
    told.close()  # type: ignore[attr-defined]  # it is a generator
    assert [held.id for held in store.documents()] == ["pmid:1", "pmid:2"]
    catch_up(store, index)
    assert found(index) == ["pmid:1", "pmid:2"]


def test_nothing_to_take_in(store: SqliteStore, index: KeptIndex) -> None:
    assert list(ingest([], store, index)) == []


def test_catching_up_replays_only_what_was_missed(store: SqliteStore, index: KeptIndex) -> None:
    store.put_all([a_document("Warfarin.", f"pmid:{n}") for n in (1, 2)])
    counts = [catch_up(store, index), catch_up(store, index)]
    store.put(a_document("Warfarin, anew.", "pmid:2"))
    store.put(a_document("Warfarin, once more.", "pmid:2"))
    counts.append(catch_up(store, index))
    assert (counts, sorted(found(index))) == ([2, 0, 1], ["pmid:1", "pmid:2"])


def test_an_index_ahead_of_a_restored_store_begins_again(store: SqliteStore, tmp_path: Path) -> None:
    index = MemoryIndex()
    list(ingest([a_reading(n) for n in range(1, 5)], store, index))
    restored = SqliteStore(tmp_path / "copy.db", passages_of)
    restored.put(a_document("Warfarin.", "pmid:9"))
    assert (catch_up(restored, index), found(index), index.sequence) == (1, ["pmid:9"], restored.sequence)
    restored.close()


def test_removing_takes_a_document_out_of_both(store: SqliteStore, index: KeptIndex) -> None:
    list(ingest([a_reading(1), a_reading(2)], store, index))
    remove(DocumentId("pmid:1"), store, index)
    assert ([held.id for held in store.documents()], found(index)) == (["pmid:2"], ["pmid:2"])
    with pytest.raises(NotHeld):
        remove(DocumentId("pmid:1"), store, index)


def test_catching_up_with_nothing_missed_waits_for_nobody(store: SqliteStore, tmp_path: Path) -> None:
    index = EmbeddedIndex(tmp_path / "index", busy_s=0.05)
    list(ingest([a_reading(1)], store, index))
    with EmbeddedIndex(tmp_path / "index")._alone():
        assert catch_up(store, index) == 0
        store.put(a_document("Warfarin.", "pmid:2"))
        with pytest.raises(LibraryBusy):
            catch_up(store, index)
    assert catch_up(store, index) == 1


def test_the_library_is_the_same_however_it_came_to_be(tmp_path: Path) -> None:
    ways: list[Callable[[SqliteStore, KeptIndex], None]] = [_at_once, _with_detours]
    seen = []
    for number, way in enumerate(ways):
        store, index = SqliteStore(tmp_path / f"{number}.db", passages_of), EmbeddedIndex(tmp_path / f"index-{number}")
        way(store, index)
        seen.append((store.library_digest(), index.search(WARFARIN, 100), list(store.documents())))
        store.close()
    assert seen[0] == seen[1]


def _at_once(store: SqliteStore, index: KeptIndex) -> None:
    list(ingest([a_reading(n) for n in range(1, 6)], store, index))


def _with_detours(store: SqliteStore, index: KeptIndex) -> None:
    for n in (5, 3, 1, 2, 4):
        list(ingest([a_reading(n, f"Warfarin {n}."), a_reading(n + 10)], store, index))
        list(ingest([a_reading(n)], store, index))
        remove(DocumentId(f"pmid:{n + 10}"), store, index)
