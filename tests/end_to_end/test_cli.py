"""The real `curbside` command, each time in a process of its own: what it prints where, and its exit codes."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.end_to_end.command import (
    COMMAND,
    CORPUS,
    DOCUMENTS,
    a_record,
    a_set,
    curbside,
    ends,
    holds,
    one_line,
    printed,
)

from curbside.app import open_app
from curbside.model.passages import passages_of
from curbside.model.question import Question
from curbside.render.schema import answer_schema
from curbside.store.sqlite import SqliteStore

EPISTAXIS = "Does topical tranexamic acid help in epistaxis?"


# -- the library ----------------------------------------------------------------------------------


def test_documents_are_added_listed_shown_counted_checked_and_removed(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    assert ends(curbside("library", "add", CORPUS, home=home)) == (
        0,
        "13 added, 0 changed, 0 unchanged, 0 refused\n",
        "",
    )
    assert ends(curbside("library", "add", CORPUS, home=home)) == (
        0,
        "0 added, 0 changed, 13 unchanged, 0 refused\n",
        "",
    )
    listed = printed("library", "list", home=home)
    assert [held["id"] for held in listed] == sorted(held["id"] for held in listed)
    assert len(listed) == DOCUMENTS
    shown = curbside("library", "show", "pmcid:PMC99990011", home=home)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "Topical tranexamic acid stopped epistaxis more often than saline." in " ".join(shown.stdout.split())
    assert ends(curbside("library", "check", home=home)) == (0, "the library agrees with itself\n", "")
    assert ends(curbside("library", "remove", "pmcid:PMC99990011", home=home)) == (0, "removed pmcid:PMC99990011\n", "")
    stats = printed("library", "stats", home=home)
    assert (stats["documents"], stats["standing: retracted"]) == (DOCUMENTS - 1, 1)
    gone = curbside("library", "show", "pmcid:PMC99990011", home=home)
    assert (gone.returncode, gone.stdout) == (4, "")
    assert one_line(gone).startswith("no document pmcid:PMC99990011 is held here")


def test_a_bad_file_is_named_and_the_rest_goes_in(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    a_set(folder / "good.xml", a_record(1, "Apixaban helped."), a_record(2, "Warfarin helped."))
    (folder / "empty.xml").write_bytes(b"")
    (folder / "cut\x1b[31m.xml").write_text("<article><front>", encoding="utf-8")
    (folder / "noise.xml.gz").write_bytes(b"\x1f\x8b\x08\x00 no gzip")
    (folder / "words.txt").write_text("just words", encoding="utf-8")
    paths = [folder, tmp_path / "nowhere.xml"]
    done = curbside("library", "add", *paths, home=tmp_path / "home")
    assert (done.returncode, done.stdout) == (1, "2 added, 0 changed, 0 unchanged, 5 refused\n")
    lines = done.stderr.splitlines()
    named = ("cut", "empty.xml", "noise.xml.gz", "nowhere.xml", "words.txt")
    assert [sum(name in line for line in lines) for name in named] == [1] * 5
    assert len(lines) == 5
    assert "\x1b" not in done.stderr
    told = curbside("library", "add", *paths, "--format", "json", home=tmp_path / "home")
    assert (told.returncode, told.stderr) == (1, "")
    value = json.loads(told.stdout)
    assert value["counts"] == {"added": 0, "changed": 0, "unchanged": 2, "refused": 5}
    assert all(refused["name"] and refused["reason"] for refused in value["refused"])


def test_a_citation_opens_the_same_words_after_the_text_has_changed(tmp_path: Path) -> None:
    home, file = tmp_path / "home", tmp_path / "trial.xml"
    title = "Apixaban compared with warfarin to reduce stroke in atrial fibrillation"
    before, after = (
        "Apixaban reduced stroke in atrial fibrillation compared with warfarin" + end
        for end in (".", " in 2 of 9 trials.")
    )
    question = "Does apixaban reduce stroke in atrial fibrillation compared with warfarin?"
    holds(home, a_set(file, a_record(1, before, title=title)))
    first = printed("ask", question, home=home)
    cited = [cite["passage"] for claim in first["sections"][0]["claims"] for cite in claim["cites"]]
    assert [passage["text"] for passage in cited] == [before]
    holds(home, a_set(file, a_record(1, after, title=title)))
    second = printed("ask", question, home=home)
    now = [cite["passage"] for claim in second["sections"][0]["claims"] for cite in claim["cites"]]
    assert [passage["text"] for passage in now] == [after]
    store = SqliteStore(home / "library.sqlite", passages_of)
    opened = [store.passage(passage["id"]) for passage in (*cited, *now)]
    store.close()
    spans = [
        slice(p["start"] - o.span.start, p["end"] - o.span.start) for p, o in zip((*cited, *now), opened, strict=True)
    ]
    assert [o.text[span] for o, span in zip(opened, spans, strict=True)] == [before, after]
    assert ends(curbside("library", "check", home=home))[0] == 0


# -- what is typed wrongly ------------------------------------------------------------------------

#   why                              arguments                                        settings                        code  the line begins
REFUSED = [
    ("a blank question", ["ask", " \t"], {}, (3, "the question is empty")),
    ("a question too long", ["ask", "x" * 2_001], {}, (3, "the question has 2,001 characters")),
    ("no question", ["ask"], {}, (2, "Missing argument 'QUESTION'")),
    ("no such command", ["answer", "x"], {}, (2, "No such command 'answer'")),
    ("no such format", ["ask", "x", "--format", "pdf"], {}, (2, "Invalid value for '--format'")),
    ("no such reader", ["ask", "x", "--reader", "robot"], {}, (2, "Invalid value for '--reader'")),
    ("no such topic", ["topics", "show", "gout"], {}, (4, "no topic 'gout'")),
    ("no such document", ["library", "show", "pmid:5"], {}, (4, "no document pmid:5 is held here")),
    ("no document id", ["library", "remove", "../etc"], {}, (4, "'../etc' is no document id")),
    ("nothing to export", ["export", "gout"], {}, (4, "no topic 'gout'")),
    ("no such folder of topics", ["topics", "check", "nowhere"], {}, (4, "there is no nowhere")),
    ("a setting nobody knows", ["library", "list"], {"CURBSIDE_HOEM": "x"}, (5, "CURBSIDE_HOEM is no setting")),
    ("a setting out of range", ["library", "list"], {"CURBSIDE_DEPTH": "1"}, (5, "CURBSIDE_DEPTH is 1")),
    ("a setting that is no number", ["library", "list"], {"CURBSIDE_WORKERS": "two"}, (5, "CURBSIDE_WORKERS is 'two'")),
]  # fmt: skip


@pytest.mark.parametrize(("why", "arguments", "settings", "expected"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_typed_wrongly_is_one_line_with_a_way_out(
    why: str, arguments: list[str], settings: dict[str, str], expected: tuple[int, str], tmp_path: Path
) -> None:
    done = curbside(*arguments, home=tmp_path / "home", **settings)
    code, begins = expected
    assert (done.returncode, done.stdout) == (code, "")
    line = one_line(done)
    assert line.startswith(begins)
    assert "; " in line


def test_an_error_is_json_when_json_is_asked_for(tmp_path: Path) -> None:
    done = curbside("library", "stats", "--format", "json", home=tmp_path, CURBSIDE_HOEM="x")
    error = json.loads(done.stdout)["error"]
    assert (done.returncode, list(error), error["kind"]) == (5, ["kind", "message", "hint"], "bad_setting")
    assert "CURBSIDE_HOME" in error["hint"]
    usage = curbside("ask", "x", "--reader", "robot", "--format=json", home=tmp_path)
    assert (usage.returncode, json.loads(usage.stdout)["error"]["kind"]) == (2, "usage")


def test_a_bad_topic_file_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "gout.yaml").write_text("slug: gout\ntitle: Gout\n", encoding="utf-8")
    done = curbside("topics", "check", tmp_path / "gout.yaml", home=tmp_path / "home")
    assert done.returncode == 8
    assert all("gout.yaml:" in line for line in done.stdout.splitlines()[:-1])
    assert ", 0 problems" not in done.stdout.splitlines()[-1]


# -- the other commands ---------------------------------------------------------------------------


def test_topics_doctor_and_export_in_a_new_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert curbside("topics", "list", home=home).stdout.count("\nnecrotizing-myositis: ") == 1
    assert printed("topics", "show", "necrotizing-myositis", home=home)["slug"] == "necrotizing-myositis"
    assert [(found["name"], found["ok"]) for found in printed("doctor", home=home)] == [
        (name, True) for name in ("home", "software", "library", "index", "topics")
    ]
    exported = curbside("export", "necrotizing-myositis", "--format", "markdown", home=home)
    assert (exported.returncode, exported.stderr, exported.stdout[:2]) == (0, "", "# ")


def test_version_and_completion(tmp_path: Path) -> None:
    done = curbside("--version", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("curbside 0.")
    script = curbside(home=tmp_path, _CURBSIDE_COMPLETE="source_bash")
    assert (script.returncode, script.stderr) == (0, "")
    assert f"complete -o default -F _curbside_completion {COMMAND.name}" in script.stdout


#   why                              question
HOSTILE = [
    ("escapes", "\x1b[2J\x1b]0;x\x07 what treats sarcoidosis?"),
    ("a half character", "what \udce9 treats sarcoidosis?"),
    ("a command", "'; rm -rf ~ # $(touch x) `touch y`"),
    ("a pattern of the database", '" OR 1=1 -- %'),
]  # fmt: skip


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("empty")


@pytest.mark.parametrize(("why", "question"), HOSTILE, ids=[row[0] for row in HOSTILE])
def test_a_hostile_question_is_only_words(why: str, question: str, empty: Path) -> None:
    done = curbside("ask", question, "--format", "json", home=empty)
    assert (done.returncode, done.stderr) == (0, "")
    assert not set("\x1b\x07\u202e\udce9") & set(done.stdout)
    value = json.loads(done.stdout)
    assert [error.message for error in Draft202012Validator(answer_schema()).iter_errors(value)] == []
    assert (value["abstains"], value["references"], value["question"]) == (True, [], question)
    assert sorted(path.name for path in empty.iterdir()) == ["index", "library.sqlite"]


def test_asking_in_this_process_and_in_another_says_the_same(tmp_path: Path) -> None:
    home = holds(tmp_path / "home", CORPUS)
    with open_app({}, str(home)) as app:
        shown = [judgement.claim.text for judgement in app.ask(Question(EPISTAXIS)).claims]
    page = " ".join(curbside("ask", EPISTAXIS, home=home).stdout.split())
    assert shown
    assert [text for text in shown if text not in page] == []
