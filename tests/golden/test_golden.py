"""Every golden question gives the page it gave when a clinician last read it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.golden.cases import AS_OF, BadCase, Case, answered, files, read, settled, write
from tests.golden.run import Bench

from curbside.render.answer_json import answer_object, dumps
from curbside.render.page_text import answer_text
from curbside.render.schema import answer_schema
from curbside.render.terminal import columns

SCHEMA = Draft202012Validator(answer_schema())


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with Bench() as opened:
        yield opened


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_golden(path: Path, bench: Bench) -> None:
    """A difference is a change in behaviour: `python -m tests.golden.rewrite` writes it down, a clinician reads the diff."""
    case = read(path.read_text(encoding="utf-8"))
    assert answered(case, bench.answer(case.question, case.corpus)) == case


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_every_golden_answer_prints_in_every_format(path: Path, bench: Bench) -> None:
    case = read(path.read_text(encoding="utf-8"))
    answer = bench.ask(case.question, case.corpus)
    value = json.loads(dumps(answer_object(answer, id="a-1", as_of=AS_OF, took_ms=None)))
    assert [error.message for error in SCHEMA.iter_errors(value)] == []
    for width in (40, 80, 120):
        lines = answer_text(answer, AS_OF, width, colour=False).splitlines()
        assert [line for line in lines if columns(line) > width and " " in line.strip(" •")] == []


def test_titles_and_questions_are_told_apart() -> None:
    cases = [read(path.read_text(encoding="utf-8")) for path in files()]
    assert len({case.title for case in cases}) == len({case.question for case in cases}) == len(cases) >= 20


CASES = [
    Case("A title", "invented", "What?", "# Page\n\n## Question\n\n## Answer\n\ntext\n"),
    Case("A title", "nothing", "Two\nlines # and [marks](x)?"),
]


@pytest.mark.parametrize("case", CASES)
def test_a_case_read_back_is_the_case_written(case: Case) -> None:
    assert read(write(case)) == case


#   why                      text
BROKEN = [
    ("nothing", ""),
    ("no corpus", "# T\n\n## Question\n\nq\n\n## Answer\n\n"),
    ("no title", "corpus: c\n\n## Question\n\nq\n\n## Answer\n\n"),
    ("no question", "# T\ncorpus: c\n\n## Question\n\n\n## Answer\n\n"),
    ("no answer heading", "# T\ncorpus: c\n\n## Question\n\nq\n"),
    ("something else above", "# T\ncorpus: c\nmore\n\n## Question\n\nq\n\n## Answer\n\n"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_broken_case_is_refused(why: str, text: str) -> None:
    with pytest.raises(BadCase):
        read(text)


def test_versions_and_digests_are_no_part_of_a_golden_page() -> None:
    page = "# T\n\ntext\n\n*Made by Curbside 0.1.0, content 1, composer x, library sha256:a, settings sha256:b.*\n"
    assert settled(page) == "# T\n\ntext\n"
    assert settled("# T\n\ntext\n") == "# T\n\ntext\n"
