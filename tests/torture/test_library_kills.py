"""A process that takes documents in is killed at many points; what it leaves is whole, and finishing it gives exactly
the library that was never disturbed."""

import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from tests.build import a_document, a_query

from curbside.audit import library_check
from curbside.index.embedded import EmbeddedIndex
from curbside.ingest import Reading, catch_up, ingest
from curbside.model.document import Notice, Standing
from curbside.model.evidence import Hit
from curbside.model.passages import passages_of
from curbside.store.sqlite import SqliteStore

DOCUMENTS, BATCH = 200, 20
KILLS = 15
DRUGS = ("warfarin", "apixaban", "allopurinol", "colchicine", "metformin")
QUERIES = [a_query(terms=terms) for terms in (("warfarin",), ("apixaban", "renal"), ("dose", "metformin", "sepsi"))]


def made() -> Iterator[Reading]:
    """First an older version of some, then all: additions, replacements and notices on the way."""
    for number in range(1, 41):
        yield f"{number}", a_document(f"An older text on {DRUGS[number % 5]}. " * 5, f"pmid:{number}")
    for number in range(1, DOCUMENTS + 1):
        words = (f"{DRUGS[(number + n) % 5]} in renal failure, dose {n * number} mg, sepsis. " for n in range(40))
        says = (Notice(f"pmid:{number - 1}", Standing.CORRECTED),) if number % 7 == 0 else ()
        yield f"{number}", a_document("".join(words).strip(), f"pmid:{number}", notices=says)


def child(home: Path, tell: Callable[[str], object]) -> None:
    store, index = SqliteStore(home / "library.db", passages_of), EmbeddedIndex(home / "index")
    tell("ready")
    for _ in ingest(made(), store, index, BATCH):
        pass
    tell("done")
    store.close()


def told_child(home: Path, pipe: Connection) -> None:
    child(home, pipe.send)


def killed(home: Path, after_s: float) -> tuple[bool, float]:
    """Whether the child had finished before it was killed, *after_s* after it began; and how long it ran, seconds."""
    # Children are forked from a server that has imported everything, and holds no library open.
    processes = get_context("forkserver")
    processes.set_forkserver_preload([__name__])
    here, there = processes.Pipe()
    started = processes.Process(target=told_child, args=(home, there))
    started.start()
    assert here.recv() == "ready"
    start = time.monotonic()
    done = here.poll(after_s) and here.recv() == "done"
    took_s = time.monotonic() - start
    started.kill()
    started.join()
    return done, took_s


def state(home: Path) -> tuple[str, list[tuple[Hit, ...]], list[object], int]:
    """Digest of the library, what searches find, what is held; and the passages in the index. The check is silent."""
    store, index = SqliteStore(home / "library.db", passages_of), EmbeddedIndex(home / "index")
    catch_up(store, index)
    assert library_check(store, index) == ()
    found = [index.search(query, 50) for query in QUERIES]
    seen = store.library_digest(), found, list[object](store.documents()), len(list(index.passage_ids()))
    store.close()
    return seen


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """A library that was never disturbed, and how long it took, seconds."""
    home = tmp_path_factory.mktemp("undisturbed")
    done, took_s = killed(home, 60)
    assert done
    return home, took_s


def test_a_library_killed_at_any_point_is_whole_and_can_be_finished(
    tmp_path: Path, undisturbed: tuple[Path, float]
) -> None:
    expected = state(undisturbed[0])
    # Kills are spread over the time an undisturbed run takes; each begins where the one before was killed, or afresh.
    points = [undisturbed[1] * (0.03 + 0.9 * n / KILLS) for n in range(KILLS)]
    interrupted = 0
    for number, point in enumerate(points):
        home = tmp_path / f"{number // 2}"
        home.mkdir(exist_ok=True)
        done, _ = killed(home, point)
        interrupted += not done
        documents = state(home)[2]
        assert len(documents) % BATCH == 0
    assert interrupted >= KILLS // 2
    for home in (tmp_path / "0", tmp_path / "3"):
        child(home, str)
        assert state(home) == expected
