"""The real `curbside` command in trouble: interrupted, twice at once, and with a home that will not do. Nothing is
lost, and what is wrong is said in one line."""

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.command import CORPUS, curbside, ends, held_to_permissions, holds, many, one_line, started

from curbside.app import open_app
from curbside.model.passages import passages_of
from curbside.store.sqlite import SqliteStore

EPISTAXIS = "Does topical tranexamic acid help in epistaxis?"

# -- interrupted, and two at once -----------------------------------------------------------------

COUNT = 1_500


def sequence(home: Path) -> int:
    """How far the log of the library has come; 0 when there is no library yet."""
    if not (home / "library.sqlite").exists():
        return 0
    store = SqliteStore(home / "library.sqlite", passages_of)
    try:
        return store.sequence
    finally:
        store.close()


@pytest.mark.parametrize(("workers", "share"), [("1", 0.0), ("2", 0.1), ("2", 0.5)])
def test_ctrl_c_while_adding_leaves_the_library_whole(workers: str, share: float, tmp_path: Path) -> None:
    home, folder = tmp_path / "home", many(tmp_path / "papers", 1, COUNT)
    adding = started("library", "add", folder, home=home, CURBSIDE_WORKERS=workers)
    while sequence(home) <= share * COUNT and adding.poll() is None:
        time.sleep(0.05)
    os.killpg(adding.pid, signal.SIGINT)
    out, err = adding.communicate(timeout=60)
    stopped = "curbside: stopped; what was finished stays, nothing is half-written\n"
    assert (adding.returncode, out, err) == (130, "", stopped)
    assert ends(curbside("library", "check", home=home)) == (0, "the library agrees with itself\n", "")
    with open_app({}, str(home)) as app:
        kept = sum(1 for _ in app.documents())
        assert share * COUNT < kept < COUNT
        counts = app.add([folder], lambda _: None)
        assert counts == {"added": COUNT - kept, "unchanged": kept}
        assert app.check_library() == ()


def test_two_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    folders = {1: many(tmp_path / "one", 1, 800), 2: many(tmp_path / "two", 5_001, 800)}
    both = {number: started("library", "add", folder, home=home) for number, folder in folders.items()}
    told = {number: (*process.communicate(timeout=120), process.returncode) for number, process in both.items()}
    for out, err, code in told.values():
        assert (code, err) == (0, "") or (code == 6 and err.startswith("curbside: another process is writing to "))
        assert out == ("800 added, 0 changed, 0 unchanged, 0 refused\n" if code == 0 else "")
    assert 0 in {code for *_, code in told.values()}
    with open_app({}, str(home)) as app:
        held = {document.id for document in app.documents()}
        firsts = {1: 1, 2: 5_001}
        for number in (number for number, (*_, code) in told.items() if code == 0):
            assert {f"pmid:{n}" for n in range(firsts[number], firsts[number] + 800)} <= held
        app.add(list(folders.values()), lambda _: None)
        assert sum(1 for _ in app.documents()) == 1_600
        assert app.check_library() == ()


# -- a home that will not do ----------------------------------------------------------------------


def a_file(folder: Path) -> Path:
    (folder / "home").write_text("a file", encoding="utf-8")
    return folder / "home"


def below_a_file(folder: Path) -> Path:
    return a_file(folder) / "below"


def not_a_library(folder: Path) -> Path:
    (folder / "home").mkdir()
    (folder / "home" / "library.sqlite").write_bytes(b"this is no database, it only has its name" * 40)
    return folder / "home"


def not_to_be_made(folder: Path) -> Path:
    folder.chmod(0o500)
    return folder / "home"


def not_to_be_written(folder: Path) -> Path:
    (folder / "home").mkdir(mode=0o500)
    return folder / "home"


#   why                                  how                  code  kind             what is said
HOMES: list[tuple[str, Callable[[Path], Path], tuple[int, str, str]]] = [
    ("it is a file", a_file, (70, "curbside_error", "cannot make the folder {home}: File exists")),
    ("it stands below a file", below_a_file, (70, "curbside_error", "cannot make the folder {home}: Not a directory")),
    ("its library is none", not_a_library, (7, "broken_library", "{home}/library.sqlite: file is not a database")),
    ("it may not be made", not_to_be_made, (70, "curbside_error", "cannot make the folder {home}: Permission denied")),
    ("it may not be written to", not_to_be_written, (7, "broken_library", "{home}/library.sqlite: unable to open database file")),
]  # fmt: skip


@pytest.mark.parametrize(("why", "how", "expected"), HOMES, ids=[row[0] for row in HOMES])
def test_a_home_that_will_not_do_is_named(
    why: str, how: Callable[[Path], Path], expected: tuple[int, str, str], tmp_path: Path
) -> None:
    home = how(tmp_path)
    done = held_to_permissions("ask", EPISTAXIS, "--format", "json", home=home)
    tmp_path.chmod(0o700)
    error = json.loads(done.stdout)["error"]
    code, kind, said = expected
    assert (done.returncode, error["kind"], error["message"]) == (code, kind, said.format(home=home))
    assert one_line(done) == f"{error['message']}; {error['hint']}"
    assert error["hint"]


def test_a_library_that_may_only_be_read_still_answers_or_says_why(tmp_path: Path) -> None:
    home = holds(tmp_path / "home", CORPUS)
    for path in (home, *home.rglob("*")):
        path.chmod(0o500 if path.is_dir() else 0o400)
    done = held_to_permissions("ask", EPISTAXIS, home=home)
    for path in (home, *home.rglob("*")):
        path.chmod(0o700)
    assert (done.returncode, done.stderr) == (0, "") or (done.returncode == 7 and one_line(done))
    assert ends(curbside("library", "check", home=home)) == (0, "the library agrees with itself\n", "")
