"""The embedded index on disk: damaged, outdated, busy, killed half way, read from elsewhere."""

import json
import os
import random
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.build import a_document, a_query

from curbside.errors import BrokenLibrary, LibraryBusy
from curbside.index import embedded
from curbside.index.embedded import EmbeddedIndex
from curbside.index.memory import MemoryIndex
from curbside.model.document import DocumentId, Span, cut
from curbside.ports import Change

WARFARIN = a_query(terms=("warfarin",))


def change(sequence: int, id: str = "pmid:1", text: str = "Warfarin.") -> Change:
    if not text:
        return Change(sequence, DocumentId(id), ())
    document = a_document(text, id)
    return Change(sequence, DocumentId(id), (cut(document, Span(0, len(text))),))


def filled(folder: Path) -> EmbeddedIndex:
    index = EmbeddedIndex(folder)
    index.apply([change(1), change(2, "pmid:2")])
    return index


def ids(index: EmbeddedIndex) -> list[str]:
    return [hit.passage_id for hit in index.search(WARFARIN, k=10)]


def folders(home: Path) -> list[Path]:
    return list(home.glob("g-*"))


def current(home: Path) -> dict[str, object]:
    return dict(json.loads((home / "current.json").read_text()))


def test_everything_survives_reopening(tmp_path: Path) -> None:
    index = filled(tmp_path)
    again = EmbeddedIndex(tmp_path)
    assert (again.sequence, again.search(WARFARIN, 10)) == (2, index.search(WARFARIN, 10))
    assert again.weight("warfarin") == index.weight("warfarin")


def _cut_a_segment(home: Path) -> None:
    segment = next(file for file in folders(home)[0].iterdir() if file.suffix == ".store")
    segment.write_bytes(segment.read_bytes()[:-7])


def _lose_a_segment(home: Path) -> None:
    next(file for file in folders(home)[0].iterdir() if file.suffix == ".idx").unlink()


def _spoil_the_list(home: Path) -> None:
    meta = folders(home)[0] / "meta.json"
    meta.write_bytes(b"{" + b" " * (meta.stat().st_size - 1))


def _lose_the_folder(home: Path) -> None:
    folders(home)[0].rename(home / "elsewhere")


def _rewrite(**fields: object) -> Callable[[Path], object]:
    return lambda home: (home / "current.json").write_text(json.dumps(current(home) | fields))


DAMAGE: list[tuple[str, Callable[[Path], object]]] = [
    ("a file is cut short", _cut_a_segment),
    ("a file is missing", _lose_a_segment),
    ("tantivy's own list is spoilt", _spoil_the_list),
    ("the folder is missing", _lose_the_folder),
    ("the sidecar is missing", lambda home: (home / "current.json").unlink()),
    ("the sidecar is empty", lambda home: (home / "current.json").write_text("")),
    ("the sidecar is not JSON", lambda home: (home / "current.json").write_bytes(b"\xff\x00")),
    ("the sidecar is JSON of something else", lambda home: (home / "current.json").write_text("[1]")),
    ("the sidecar has a field too many", _rewrite(colour="red")),
    ("the counts disagree", _rewrite(passages=3)),
    ("another analyser wrote it", _rewrite(analyser="old")),
]


@pytest.mark.parametrize(("why", "damage"), DAMAGE, ids=[case[0] for case in DAMAGE])
def test_a_damaged_index_is_empty_and_is_made_anew(tmp_path: Path, why: str, damage: Callable[[Path], object]) -> None:
    before = filled(tmp_path).search(WARFARIN, 10)
    damage(tmp_path)
    index = EmbeddedIndex(tmp_path)
    assert (index.sequence, ids(index), list(index.passage_ids())) == (0, [], [])
    index.apply([change(1), change(2, "pmid:2")])
    assert (index.sequence, index.search(WARFARIN, 10)) == (2, before)
    assert EmbeddedIndex(tmp_path).search(WARFARIN, 10) == before


def test_damage_between_asking_and_replaying_leaves_no_gap(tmp_path: Path) -> None:
    index = filled(tmp_path)
    assert index.sequence == 2
    (tmp_path / "current.json").unlink()
    with pytest.raises(BrokenLibrary, match="lost or cleared"):
        index.apply([change(3, "pmid:3")])
    assert index.sequence == 0
    index.apply([change(3, "pmid:3")])
    assert index.sequence == 3


def test_only_the_current_folder_is_kept(tmp_path: Path) -> None:
    index = filled(tmp_path)
    index.apply([change(3, "pmid:3")])
    index.apply([change(4, "pmid:3", "")])
    index.apply([change(4, "pmid:3", "")])
    assert [folder.name for folder in folders(tmp_path)] == [current(tmp_path)["folder"]]


def test_what_a_killed_writer_left_is_swept_away(tmp_path: Path) -> None:
    index = filled(tmp_path)
    left = tmp_path / "g-77"
    left.mkdir()
    (left / "meta.json").write_text("{}")
    index.apply([change(3, "pmid:3")])
    assert left not in folders(tmp_path)
    assert len(ids(index)) == 3


def test_a_second_writer_is_told_that_the_index_is_busy(tmp_path: Path) -> None:
    index = filled(tmp_path)
    other = EmbeddedIndex(tmp_path, busy_s=0.05)
    with index._alone():
        with pytest.raises(LibraryBusy, match="another process"):
            other.apply([change(3)])
        with pytest.raises(LibraryBusy, match="another process"):
            other.clear()
        assert len(ids(other)) == 2
    other.apply([change(3, "pmid:3")])
    assert index.sequence == 3


def test_a_writer_killed_holding_the_lock_does_not_keep_it(tmp_path: Path) -> None:
    index = filled(tmp_path)
    code = (
        "import sys, os; from pathlib import Path; from curbside.index.embedded import EmbeddedIndex\n"
        "with EmbeddedIndex(Path(sys.argv[1]))._alone(): os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 9
    index.apply([change(3, "pmid:3")])
    assert index.sequence == 3


def test_another_reader_sees_what_was_committed(tmp_path: Path) -> None:
    writer, reader = filled(tmp_path), EmbeddedIndex(tmp_path)
    seen = [(reader.sequence, len(ids(reader)))]
    writer.apply([change(3, "pmid:3")])
    seen.append((reader.sequence, len(ids(reader))))
    writer.apply([change(4, "pmid:1", "")])
    seen.append((reader.sequence, len(ids(reader))))
    writer.clear()
    seen.append((reader.sequence, len(ids(reader))))
    assert seen == [(2, 2), (3, 3), (4, 2), (0, 0)]


def test_threads_search_while_one_writes(tmp_path: Path) -> None:
    index, wrong = filled(tmp_path), []

    def search() -> None:
        for _ in range(150):
            found = index.search(WARFARIN, 100)
            if len(found) < 2 or [hit.rank for hit in found] != list(range(1, len(found) + 1)):
                wrong.append(found)

    threads = [threading.Thread(target=search) for _ in range(3)]
    for thread in threads:
        thread.start()
    for n in range(3, 9):
        index.apply([change(10 * n, f"pmid:{n}"), change(10 * n + 1, "pmid:2")])
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_file_system_without_second_names_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refused)
    index = filled(tmp_path)
    index.apply([change(3, "pmid:3")])
    assert len(ids(index)) == 3


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BrokenLibrary, match="file"):
        EmbeddedIndex(tmp_path / "file" / "index")


def test_many_passages_of_all_lengths_rank_as_in_the_reference(tmp_path: Path) -> None:
    """Long passages have lengths that tantivy rounds: its own order is wrong for them, ours must not be."""
    draw = random.Random(7)
    words = ["warfarin", *(f"w{n}" for n in range(40))]
    texts = [" ".join(draw.choices(words, k=draw.choice([5, 41, 43, 90, 180, 400]))) for _ in range(900)]
    log = [change(n, f"pmid:{n}", text) for n, text in enumerate(texts, start=1)]
    reference, index = MemoryIndex(), embedded.EmbeddedIndex(tmp_path)
    for start in range(0, 900, 300):
        reference.apply(log[start : start + 300])
        index.apply(log[start : start + 300])
    for terms in (("warfarin",), ("warfarin", "w3"), ("w1", "w2", "w3", "w4", "w5"), ("w9",)):
        query = a_query(terms=terms, expansions=("w7", "w8"))
        for k in (1, 10, 60, 900):
            assert index.search(query, k) == reference.search(query, k)


def test_a_search_that_ties_beyond_what_is_fetched_is_still_exact(tmp_path: Path) -> None:
    log = [change(n, f"pmid:{n}", "No conflict of interest.") for n in range(1, 1501)]
    log += [change(n, f"pmid:{n}", "Interest rates, conflict and a lot of other words.") for n in range(1501, 1600)]
    reference, index = MemoryIndex(), EmbeddedIndex(tmp_path)
    for each in (reference, index):
        each.apply(log)
    query = a_query(terms=("conflict", "interest"))
    assert index.search(query, 20) == reference.search(query, 20)
