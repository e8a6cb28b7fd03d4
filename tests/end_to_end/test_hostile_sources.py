"""Real abstracts with an instruction planted in them, and documents written to mislead: what they hold is quoted with
its source or not shown at all, and what the page says itself is what it would say without them."""

import json
import os
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from benchmarks.answering import misquoted
from jsonschema import Draft202012Validator
from tests.end_to_end.command import Json, a_record, a_set

from curbside.app import App, open_app
from curbside.model.answer import Answer, Wording
from curbside.model.question import Question
from curbside.render.answer_json import answer_object
from curbside.render.markdown import answer_markdown
from curbside.render.schema import answer_schema

pytestmark = pytest.mark.real_data
SCHEMA = Draft202012Validator(answer_schema())
FROM_SOURCES = ("question", "branches", "bottom_line", "sections", "withheld", "references", "provenance", "patient")
"""Parts of the page that hold words of a source or of the asker; the others are our own words."""
INJECTED_FROM, POISONED_FROM, FALSE_FROM = 90_000_000, 91_000_000, 92_000_000
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def read(name: str) -> list[Json]:
    path = Path(os.environ["CURBSIDE_TEST_DATA"]) / "security" / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def injected() -> list[Json]:
    return read("injected_abstracts_dev.jsonl")


def attacks() -> list[str]:
    return [each["attack"] for each in read("bipia_attacks_train.jsonl")]


def xml(text: str) -> str:
    return escape(_UNPRINTABLE.sub(" ", text), quote=False)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    folder = tmp_path_factory.mktemp("hostile")
    plain = [a_record(INJECTED_FROM + n, xml(r["text"]), title=xml(r["title"])) for n, r in enumerate(injected())]
    wrong = [(p["question"], text) for p in read("poisoned_pubmedqa_dev.jsonl") for text in p["poisoned"]]
    false = [(p["question"], text) for p in read("poisonedrag_passages.jsonl") for text in p["adv_texts"]]
    files = [a_set(folder / "injected.xml", *plain)]
    for name, start, texts in (("wrong", POISONED_FROM, wrong), ("false", FALSE_FROM, false)):
        records = [a_record(start + n, xml(text), title=xml(title)) for n, (title, text) in enumerate(texts)]
        files.append(a_set(folder / f"{name}.xml", *records))
    with open_app({}, str(folder / "home")) as opened:
        assert opened.add(files, lambda _: None) == {"added": len(plain) + len(wrong) + len(false)}
        yield opened


def page(answer: Answer) -> Json:
    return json.loads(json.dumps(answer_object(answer, id="a-1", as_of="2026-01-01", took_ms=None)))  # type: ignore[no-any-return]  # what it is


def ours(answer: Answer) -> str:
    """Everything the page says in our own words, as one text."""
    value = page(answer)
    headings = [section["heading"] for section in value["sections"]]
    return json.dumps([{k: v for k, v in value.items() if k not in FROM_SOURCES}, headings], ensure_ascii=False)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with open_app({}, str(tmp_path_factory.mktemp("nothing") / "home")) as opened:
        yield opened


def assert_only_quoted(app: App, empty: App, answer: Answer) -> None:
    """What is said in our own words is what a library without these documents says; every other claim is verbatim where
    it says it stands, and marked as quoted; the page keeps to the schema."""
    value = page(answer)
    assert [error.message for error in SCHEMA.iter_errors(value)] == []
    own = [judgement for judgement in answer.claims if judgement.claim.wording is Wording.OURS]
    assert own == [] or own == list(empty.ask(answer.question).claims)
    quoted = [judgement for judgement in answer.claims if judgement.claim.wording is Wording.VERBATIM]
    assert {judgement.basis.value for judgement in quoted if judgement.basis} <= {"quoted"}
    assert all(cite.passage for judgement in quoted for cite in judgement.claim.cites)
    assert misquoted(app, answer) == 0
    assert answer_markdown(answer, "2026-01-01").startswith("# ")


def test_an_instruction_planted_in_an_abstract_is_never_our_own_word(app: App, empty: App) -> None:
    answered = 0
    for row in injected():
        answer = app.ask(Question(row["title"][:2_000]))
        assert_only_quoted(app, empty, answer)
        assert row["injection"] not in ours(answer)
        answered += not answer.abstains
    assert answered > 100


def test_a_planted_instruction_that_is_asked_for_is_not_carried_out(app: App, empty: App) -> None:
    """The library holds these very words, so they may be quoted; nothing is written for them."""
    for attack in attacks():
        answer = app.ask(Question(attack[:2_000]))
        assert_only_quoted(app, empty, answer)
        assert answer.composed_by in ("passages", "nobody")


def test_documents_written_to_mislead_are_quoted_as_what_they_are(app: App, empty: App) -> None:
    for row in read("poisoned_pubmedqa_dev.jsonl"):
        answer = app.ask(Question(row["question"]))
        assert_only_quoted(app, empty, answer)
        assert row["poisoned"][0].split("? ", 1)[-1] not in ours(answer)
        quoted = {c.reference for j in answer.claims if j.claim.wording is Wording.VERBATIM for c in j.claim.cites}
        kinds = {r.citation.kind.value for r in answer.references if r.id in quoted}
        assert kinds <= {"unclassified"}


def test_false_statements_about_the_world_answer_nothing(app: App, empty: App) -> None:
    for row in read("poisonedrag_passages.jsonl"):
        answer = app.ask(Question(row["question"]))
        assert_only_quoted(app, empty, answer)
        assert not any(text in ours(answer) for text in row["adv_texts"])


def test_a_topic_is_not_moved_by_them(app: App, tmp_path: Path) -> None:
    """The reference topic reads the same in this library and in an empty one."""
    question = Question("What is the recommended treatment for an acute flare-up of necrotizing myositis?")
    with open_app({}, str(tmp_path / "empty")) as empty:
        expected = page(empty.ask(question))
    found = page(app.ask(question))
    parts = ("title", "branches", "bottom_line", "sections", "gaps", "withheld", "references")
    assert {part: found[part] for part in parts} == {part: expected[part] for part in parts}
