"""The same set of documents gives the same answer byte for byte, however it came to be: libraries made in different
ways, each asked in a process of its own with a hash seed of its own."""

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.end_to_end.command import CORPUS, DOCUMENTS, a_record, a_set, environment
from tests.spec.library import REFERENCE, settled

from curbside.app import App, open_app

QUESTIONS = [
    REFERENCE,
    "IMNM anti-HMGCR+ flare on pred 10 + MTX, CK 9k, tx?",
    "Does topical tranexamic acid help in epistaxis?",
    "Does apixaban reduce stroke compared with warfarin in atrial fibrillation?",
    "Do corticosteroids reduce death in community-acquired pneumonia?",
    "dexamethasone dose for croup in a child?",
    "Does vitamin D prevent fractures in older adults?",
    "Are statins associated with migraine?",
    "How is cellulitis treated?",
    "Does colchicine prevent recurrent pericarditis?",
]
ASKED = """
import sys
from curbside.cli.main import run
for question in sys.stdin.read().splitlines():
    print("\\0")
    if run(["ask", question, "--format", "json"]):
        sys.exit(f"not answered: {question}")
"""


def files() -> list[Path]:
    return sorted(CORPUS.iterdir())


def added(app: App, *paths: Path) -> None:
    assert "refused" not in app.add(paths, lambda _: None)


def at_once(home: Path, folder: Path) -> None:
    with open_app({"CURBSIDE_WORKERS": "2"}, str(home)) as app:
        added(app, CORPUS)


def one_by_one_backwards(home: Path, folder: Path) -> None:
    for file in reversed(files()):
        with open_app({"CURBSIDE_WORKERS": "1"}, str(home)) as app:
            added(app, file)


def with_detours(home: Path, folder: Path) -> None:
    """Shuffled; other documents come and go, some change and change back, all are removed and added again."""
    order = files()
    random.Random(5).shuffle(order)
    other = a_set(
        folder / "other.xml", *(a_record(n, "Topical apixaban in epistaxis and migraine. " * n) for n in range(1, 9))
    )
    changed = a_set(
        folder / "changed.xml",
        a_record(99990001, "Apixaban caused stroke in atrial fibrillation.", title="Apixaban, atrial fibrillation"),
        a_record(99990008, "Vitamin D caused fractures.", title="Vitamin D and fractures in older adults"),
    )
    with open_app({"CURBSIDE_WORKERS": "1"}, str(home)) as app:
        added(app, other, *order[:3])
        added(app, changed)
        for held in list(app.documents())[::2]:
            app.remove(held.id)
    with open_app({"CURBSIDE_WORKERS": "1"}, str(home)) as app:
        added(app, *order)
        for held in list(app.documents()):
            app.remove(held.id)
        added(app, *order[::-1])
        added(app, changed)
        added(app, *order)


def asked(home: Path, seed: str) -> list[bytes]:
    """Every answer as printed, but for `id`, `as_of` and `took_ms`."""
    done = subprocess.run(
        [sys.executable, "-c", ASKED],
        input="\n".join(QUESTIONS),
        env=environment(home, PYTHONHASHSEED=seed),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [settled(page.strip("\n")) for page in done.stdout.split("\0")[1:]]


WAYS: list[tuple[Callable[[Path, Path], None], str]] = [(one_by_one_backwards, "2"), (with_detours, "4294967295")]


def test_however_the_library_came_to_be_it_answers_the_same_byte_for_byte(tmp_path: Path) -> None:
    at_once(tmp_path / "at-once", tmp_path)
    expected = asked(tmp_path / "at-once", "0")
    assert len(expected) == len(set(expected)) == len(QUESTIONS)
    assert sum(b'"abstains": false' in page for page in expected) >= 7
    for way, seed in WAYS:
        home = tmp_path / way.__name__
        way(home, tmp_path)
        with open_app({}, str(home)) as app:
            assert (sum(1 for _ in app.documents()), app.check_library()) == (DOCUMENTS, ())
        pages = asked(home, seed)
        assert [q for q, page, same in zip(QUESTIONS, pages, expected, strict=True) if page != same] == []
