"""The command line, over a small application of our own: what it prints where, and with which exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType

import pytest
from jsonschema import Draft202012Validator
from tests.unit.cli.desk import Desk

from curbside.cli.main import run
from curbside.errors import BadTopic, BrokenLibrary, CurbsideError, LibraryBusy, NotHeld
from curbside.render.schema import answer_schema


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    there = Desk()

    @contextmanager
    def open_app(environ: Mapping[str, str], home: str | None = None) -> Iterator[Desk]:
        there.homes.append(home)
        yield there

    application = ModuleType("curbside.app")
    application.__dict__["open_app"] = open_app
    monkeypatch.setitem(sys.modules, "curbside.app", application)
    return there


COMMANDS = [
    "", "ask", "library", "library add", "library list", "library show", "library remove", "library stats", "library check", "topics",
    "topics list", "topics show", "topics check", "schema", "doctor", "export",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*command.split(), "--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith(f"Usage: curbside {command}".rstrip())
    assert "Example" in out or command in ("library", "topics")


#   why                            arguments                                   the line on standard error
USAGE = [
    ("no question", ["ask"], "curbside: Missing argument 'QUESTION'; `curbside ask --help` shows how it is used\n"),
    ("no such command", ["asc", "x"], "curbside: No such command 'asc'. Did you mean 'ask'?; `curbside --help` shows how it is used\n"),
    (
        "no such format",
        ["export", "x", "--format", "ris"],
        "curbside: Invalid value for '--format': 'ris' is not one of 'json', 'markdown'; `curbside export --help` shows how it is used\n",
    ),
    (
        "no such reader",
        ["ask", "x", "--reader", "robot"],
        "curbside: Invalid value for '--reader': 'robot' is not one of 'clinician', 'patient'; `curbside ask --help` shows how it is used\n",
    ),
    (
        "escapes in what was typed",
        ["ask", "x", "\x1b[31m"],
        "curbside: Got unexpected extra argument(s) (\\x1b[31m); `curbside ask --help` shows how it is used\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "arguments", "line"), USAGE, ids=[row[0] for row in USAGE])
def test_wrong_usage_is_one_line_and_exit_code_2(
    why: str, arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert capsys.readouterr() == ("", line)


#   what is raised                                                           code   kind
ERRORS = [
    (NotHeld("no topic called 'x'", "list them"), 4, "not_held"),
    (LibraryBusy("the library is being written", "wait"), 6, "library_busy"),
    (BrokenLibrary("the index is gone", "run doctor"), 7, "broken_library"),
    (BadTopic(("a.yaml:1: no title", "a.yaml:2: no source")), 8, "bad_topic"),
    (CurbsideError("it broke"), 70, "curbside_error"),
]  # fmt: skip


@pytest.mark.parametrize(("error", "code", "kind"), ERRORS, ids=[row[2] for row in ERRORS])
def test_an_error_is_one_line_with_its_exit_code(
    error: CurbsideError, code: int, kind: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.raises = error
    line = " ".join(f"curbside: {error.message}{f'; {error.hint}' if error.hint else ''}".split()) + "\n"
    assert run(["ask", "x?"]) == code
    assert capsys.readouterr() == ("", line)
    assert run(["ask", "x?", "--format", "json"]) == code
    out, err = capsys.readouterr()
    assert json.loads(out) == {"error": {"kind": kind, "message": error.message, "hint": error.hint}}
    assert err == line


def test_a_blank_question_is_refused(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", " \n"]) == 3
    assert capsys.readouterr().err == "curbside: the question is empty; write what you want to know in plain words\n"
    assert run(["ask", "x" * 2001]) == 3
    assert desk.asked == []


def test_ask_prints_the_page_plain_when_piped(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "How is infection treated?"]) == 0
    out, err = capsys.readouterr()
    assert (out.splitlines()[0], "\x1b" in out, err) == ("Deep infection in an adult", False, "")
    assert [len(line) for line in out.splitlines() if len(line) > 80] == []


def test_ask_in_markdown_and_json(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "How is infection treated?", "--format", "markdown", "--home", "/tmp/h"]) == 0
    assert capsys.readouterr().out.startswith("# Deep infection in an adult\n\n**Question:**")
    assert run(["ask", "How is infection treated?", "--format=json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert (value["id"], value["as_of"]) == ("a-1", "2026-11-22")
    assert [error.message for error in Draft202012Validator(answer_schema()).iter_errors(value)] == []
    assert desk.homes == ["/tmp/h", None]


def test_an_abstention_is_an_answer(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "zorvamycin?"]) == 0
    assert "No answer is given: nothing held here supports one.\n" in capsys.readouterr().out


def test_a_question_cannot_command_the_terminal(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for format in ("text", "markdown", "json"):
        assert run(["ask", "\x1b[2J\x9b1m\u202e \udc80 what?", "--format", format]) == 0
        out = capsys.readouterr().out
        assert not set("\x1b\x9b\u202e\udc80") & set(out)


def test_interruption_is_one_line_and_130(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.raises = KeyboardInterrupt()
    assert run(["ask", "x?"]) == 130
    assert capsys.readouterr() == ("", "curbside: stopped; what was finished stays, nothing is half-written\n")


def test_add_sums_up_and_names_what_was_refused(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["library", "add", "a.xml", "bad\x1b.xml"]) == 1
    assert capsys.readouterr() == (
        "1 added, 0 changed, 0 unchanged, 1 refused\n",
        "curbside: refused bad␛.xml: no title\n",
    )
    assert run(["library", "add", "a.xml", "bad.xml", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "counts": {"added": 1, "changed": 0, "unchanged": 0, "refused": 1},
        "refused": [{"name": "bad.xml", "reason": "no title"}],
    }
    assert run(["library", "add", "bad-named.xml"]) == 1
    assert capsys.readouterr().err == "curbside: refused bad-named.xml: no title\n"
    assert run(["library", "add", "a.xml"]) == 0


def test_list_show_remove(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["library", "list"]) == 0
    assert capsys.readouterr().out == "• pmid:1 A trial of something (2020; randomized trial; current; full text)\n"
    assert run(["library", "list", "--format", "json"]) == 0
    assert [held["id"] for held in json.loads(capsys.readouterr().out)] == ["pmid:1"]
    for format, start in (
        ("text", "A trial of something\n===="),
        ("markdown", "# A trial"),
        ("json", '{\n  "id": "pmid:1"'),
    ):
        assert run(["library", "show", "pmid:1", "--format", format]) == 0
        assert capsys.readouterr().out.startswith(start)
    assert run(["library", "remove", "pmid:1"]) == 0
    assert capsys.readouterr().out == "removed pmid:1\n"
    assert run(["library", "remove", "pmid:1"]) == 4
    assert run(["library", "show", "pmid:1"]) == 4


def test_stats(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["library", "stats"]) == 0
    assert capsys.readouterr().out == "documents: 1,234\ndigest: sha256:x\n"
    assert run(["library", "stats", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"documents": 1234, "digest": "sha256:x"}


def test_checks_name_every_problem_and_give_the_kind_s_exit_code(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [run(["library", "check"]), run(["topics", "check"]), run(["doctor"])] == [0, 0, 0]
    out, err = capsys.readouterr()
    assert out == "the library agrees with itself\n7 checked, 0 problems, 1 warnings\nok index: agrees\n"
    assert err == "curbside: warning: thin\n"
    desk.problems, desk.well = ("one", "two"), False
    assert [run(["library", "check"]), run(["topics", "check", "x"]), run(["doctor"])] == [7, 8, 7]
    out = capsys.readouterr().out
    assert out == "one\ntwo\none\ntwo\n7 checked, 2 problems, 1 warnings\nWRONG index: rebuild it\n"


def test_checks_as_json(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.problems, desk.well = ("one",), False
    assert run(["library", "check", "--format", "json"]) == 7
    assert json.loads(capsys.readouterr().out) == {"problems": ["one"]}
    assert run(["topics", "check", "--format", "json"]) == 8
    assert json.loads(capsys.readouterr().out) == {"checked": 7, "problems": ["one"], "warnings": ["thin"]}
    assert run(["doctor", "--format", "json"]) == 7
    assert json.loads(capsys.readouterr().out) == [{"name": "index", "ok": False, "words": "rebuild it"}]


def test_topics(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["topics", "list"]) == 0
    assert capsys.readouterr().out == "deep-infection: Deep infection (3 statements, updated 2026-11-01)\n"
    assert run(["topics", "list", "--format", "json"]) == 0
    assert [topic["slug"] for topic in json.loads(capsys.readouterr().out)] == ["deep-infection"]
    for format, start in (("text", "Deep infection\n===="), ("markdown", "# Deep"), ("json", '{\n  "slug"')):
        assert run(["topics", "show", "deep-infection", "--format", format]) == 0
        assert capsys.readouterr().out.startswith(start)
    assert run(["topics", "show", "x"]) == 4


def test_export_takes_a_topic_or_a_document(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for id, format, start in (
        ("deep-infection", "json", '{\n  "slug"'),
        ("deep-infection", "markdown", "# Deep"),
        ("pmid:1", "json", '{\n  "id"'),
        ("pmid:1", "markdown", "# A trial"),
    ):
        assert run(["export", id, "--format", format]) == 0
        assert capsys.readouterr().out.startswith(start)
    assert [run(["export", "x"]), run(["export", "pmid:2"])] == [4, 4]


def test_schema_and_version(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "answer"]) == 0
    assert json.loads(capsys.readouterr().out) == answer_schema()
    for what in ("topic", "sources"):
        assert run(["schema", what]) == 0
        Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == "curbside 0.1.0, content c-1\n"


def test_without_a_command_the_help_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert capsys.readouterr().out.startswith("Usage: curbside")


HEAVY = ("rich", "lxml", "sqlalchemy", "tantivy", "yaml", "curbside.app", "curbside.store", "curbside.index")


def test_starting_imports_nothing_heavy() -> None:
    code = f"import sys, curbside.cli.main; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    code = "import sys; from curbside.cli.main import run; sys.exit(run(['schema', 'answer']))"
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([sys.executable, "-c", code], stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_narrow_character_set_loses_no_sign() -> None:
    code = (
        "from curbside.cli.screen import say; from curbside.cli.main import run; run(['schema', 'x']); say('≥ 5 µg\\n')"
    )
    environ = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True)
    assert done.stdout == "\\u2265 5 \\xb5g\n"


def test_shells_can_complete_it() -> None:
    environ = {**os.environ, "COMP_WORDS": "curbside to", "COMP_CWORD": "1", "_CURBSIDE_COMPLETE": "complete_bash"}
    done = subprocess.run([sys.executable, "-m", "curbside"], env=environ, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("topics\n", "")
