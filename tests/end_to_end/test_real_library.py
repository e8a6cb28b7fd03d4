"""One library of real articles, records and guidelines, made once: everything well-formed goes in, what is held is
answered from the right source, what is not held is not answered, and every quotation opens to the letter."""

import os
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from benchmarks.answering import Asked, misquoted, questions, records

from curbside.app import App, open_app
from curbside.model.answer import Answer, Wording
from curbside.model.document import DocumentId
from curbside.model.question import Question
from curbside.text.analyse import analyse

pytestmark = [pytest.mark.real_data, pytest.mark.xdist_group("real-library")]
SEEDS = (7, 11, 23)
EACH = 50
"""Questions of each of the four sets, for one seed."""
HELD = (
    "evidence_inference/jats_ccby.tar.gz",
    "jats_other",
    "pubmed_xml",
    "guidelines/nstg2022/json",
    "guidelines/uspstf/recommendations.jsonl",
)


@dataclass(frozen=True)
class Real:
    """The library, open, and what became of what went in."""

    app: App
    counts: Counter[str]
    refused: tuple[str, ...]


def given() -> Path:
    return Path(os.environ["CURBSIDE_TEST_DATA"])


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Real]:
    refused: list[str] = []
    with open_app({}, str(tmp_path_factory.mktemp("real-library"))) as app:
        paths = [given() / path for path in HELD]
        counts = app.add(paths, lambda outcome: refused.append(outcome.name) if outcome.status == "refused" else None)
        yield Real(app, counts, tuple(refused))


def test_everything_well_formed_goes_in(real: Real) -> None:
    """One record comes twice, as a file of each of two folders; a list of identifiers is no document."""
    assert real.counts == {"added": 3_027, "unchanged": 1, "refused": 1}
    assert [Path(name).name for name in real.refused] == ["pmids.txt"]
    assert real.app.check_library() == ()


# -- what is asked --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """A question of a set, the title of the document that answers it (None: none is held), and the answer."""

    question: str
    title: str | None
    answer: Answer
    first_titles: tuple[str, ...]
    """Titles of the sources of the first three claims. Two editions of one chapter have one title."""
    misquoted: int

    @property
    def right(self) -> bool:
        return self.title in self.first_titles


@pytest.fixture(scope="module")
def told(real: Real) -> dict[tuple[str, int], list[Told]]:
    """The answers to every set of every seed."""
    sets = {(name, seed): asked for seed in SEEDS for name, asked in sets_of(real.app, seed).items()}
    return {key: [tell(real.app, text, id) for text, id in asked] for key, asked in sets.items()}


def sets_of(app: App, seed: int) -> dict[str, list[Asked]]:
    """The sets of the benchmark, and one more of questions that no held document can answer."""
    sets = questions(app, given(), EACH, seed)
    return {**sets, "answered nowhere: trials": random.Random(seed).sample(answered_nowhere(app), EACH)}


@cache
def answered_nowhere(app: App) -> list[Asked]:
    """Trial questions of which no held document, not even another trial of the same comparison, can be the answer:
    no document holds every word of intervention and outcome, as the analyser reads words."""
    words = {held.id: frozenset(analyse(app.store.document(held.id).text)) for held in app.documents()}
    asked: list[Asked] = []
    for q in records(given() / "evidence_inference/ei_questions.jsonl.gz"):
        needed = frozenset(analyse(f"{q['intervention']} {q['outcome']}"))
        if q["split"] == "train" and f"pmcid:{q['pmcid']}" not in words:
            if not any(needed <= held for held in words.values()):
                asked.append((q["question"], None))
    return asked


def tell(app: App, text: str, id: str | None) -> Told:
    answer = app.ask(Question(text[:2_000]))
    first = tuple(cite.citation.title for judgement in answer.claims[:3] for cite in judgement.claim.cites)
    title = app.store.held(DocumentId(id)).citation.title if id else None
    return Told(text, title, answer, first, misquoted(app, answer))


def measured(told: dict[tuple[str, int], list[Told]], name: str) -> dict[str, list[int]]:
    """For each seed: how many were asked, abstained from, and answered from the right document first."""
    rows = [told[name, seed] for seed in SEEDS]
    return {
        "asked": [len(row) for row in rows],
        "abstained": [sum(each.answer.abstains for each in row) for row in rows],
        "right": [sum(each.right for each in row) for row in rows],
    }


def test_every_quotation_opens_to_the_letter(told: dict[tuple[str, int], list[Told]]) -> None:
    answers = [each for row in told.values() for each in row]
    quoted = sum(j.claim.wording is Wording.VERBATIM for each in answers for j in each.answer.claims)
    assert quoted > 4_000
    assert [each.question for each in answers if each.misquoted] == []
