"""The real `curbside` command in a process of its own, and documents made up for it."""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from curbside.app import open_app

COMMAND = Path(sys.executable).parent / "curbside"
CORPUS = Path(__file__).parents[1] / "golden" / "corpus" / "invented"
DOCUMENTS = 13
"""In `CORPUS`."""

Done = subprocess.CompletedProcess[str]
Json = dict[str, Any]

_RECORD = """<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">{pmid}</PMID>
<Article><Journal><JournalIssue><PubDate><Year>2021</Year></PubDate></JournalIssue><Title>J Invented</Title></Journal>
<ArticleTitle>{title}</ArticleTitle><Abstract>{abstract}</Abstract><Language>eng</Language>
<PublicationTypeList><PublicationType UI="">Journal Article</PublicationType></PublicationTypeList></Article>
</MedlineCitation></PubmedArticle>"""
_PART = '<AbstractText Label="RESULTS">{}</AbstractText>'
_DAC_OVERRIDE, _DAC_READ_SEARCH, _DROP_FROM_BOUNDING_SET = 1, 2, 24


def environment(home: Path, **more: str) -> dict[str, str]:
    """Ours without any setting of Curbside, and with this home."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CURBSIDE_")}
    return {**kept, "CURBSIDE_HOME": str(home), **more}


def curbside(*arguments: str | Path, home: Path, **more: str) -> Done:
    """Runs a command to its end. `more`: variables of the environment."""
    return _run(arguments, environment(home, **more), None)


def held_to_permissions(*arguments: str | Path, home: Path) -> Done:
    """Runs a command that may not write where permissions forbid it, not even as root."""
    return _run(arguments, environment(home), _without_privilege)


def _run(arguments: Sequence[str | Path], environ: dict[str, str], first: Callable[[], None] | None) -> Done:
    return subprocess.run(
        [COMMAND, *arguments],
        env=environ,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        preexec_fn=first,
    )


def started(*arguments: str | Path, home: Path, **more: str) -> "subprocess.Popen[str]":
    """Starts a command, the head of a process group of its own as in a terminal."""
    return subprocess.Popen(
        [COMMAND, *arguments],
        env=environment(home, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def printed(*arguments: str | Path, home: Path) -> Any:
    """What a command that succeeds prints as JSON."""
    done = curbside(*arguments, "--format", "json", home=home)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def ends(done: Done) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    return done.returncode, done.stdout, done.stderr


def holds(home: Path, *paths: Path) -> Path:
    """A home that holds these files; nothing of them was refused."""
    with open_app({"CURBSIDE_WORKERS": "1"}, str(home)) as app:
        assert "refused" not in app.add(paths, lambda _: None)
    return home


def one_line(done: Done) -> str:
    """Standard error, which is one line, and no trace of our insides."""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("curbside: ")
    assert "Traceback" not in done.stderr + done.stdout
    return done.stderr.removeprefix("curbside: ").rstrip("\n")


def a_record(pmid: int, *results: str, title: str = "An invented trial") -> str:
    """A PubMed record with these results; texts are XML."""
    return _RECORD.format(pmid=pmid, title=title, abstract="".join(map(_PART.format, results)))


def a_set(path: Path, *records: str) -> Path:
    """Writes records as PubMed gives them."""
    path.write_text(f"<PubmedArticleSet>{''.join(records)}</PubmedArticleSet>", encoding="utf-8")
    return path


def many(folder: Path, first: int, count: int, each: int = 250) -> Path:
    """Writes so many records, numbered from `first`, in files of `each`."""
    folder.mkdir()
    numbers = range(first, first + count)
    for start in numbers[::each]:
        records = (a_record(n, *_words(n), title=f"Invented trial {n}") for n in numbers if start <= n < start + each)
        a_set(folder / f"{start}.xml", *records)
    return folder


def _words(number: int) -> Iterator[str]:
    for part in range(8):
        yield (
            f"In part {part} of trial {number} apixaban was given to {number % 97 + part} adults with invented disease. "
            * 3
        )


def _without_privilege() -> None:
    """Takes from root what lets it write where permissions forbid it; for others nothing changes."""
    if sys.platform == "linux" and os.geteuid() == 0:
        for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, capability, 0, 0, 0)
