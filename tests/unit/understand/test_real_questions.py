"""Real questions, counted: hardly one may be sent away. An empty library, so that every unknown drug name shows."""

import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.unit.understand.held import vocabulary

from curbside.model.question import MAX_QUESTION, Question, Scope
from curbside.text.analyse import words
from curbside.understand.spelling import mend
from curbside.understand.understand import understand


def _lines(name: str) -> Iterator[dict[str, Any]]:
    path = Path(os.environ["CURBSIDE_TEST_DATA"]) / name
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


#   file, field, every n-th, most of each scope (as measured; a veterinary question of BioASQ and of the trials is one)
SETS: list[tuple[str, str, int, dict[Scope, int]]] = [
    ("kqa/kqa_questions_only.jsonl", "question", 1, {Scope.UNCLEAR: 27, Scope.UNKNOWN_ENTITY: 4, Scope.PERSONAL: 200}),
    ("bioasq/queries.jsonl.gz", "text", 1, {Scope.VETERINARY: 1, Scope.UNKNOWN_ENTITY: 49}),
    ("medication_qa/half1.jsonl", "question", 1, {Scope.HARMFUL: 2, Scope.UNKNOWN_ENTITY: 1, Scope.PERSONAL: 19}),
    ("medquad/qa.jsonl.gz", "question", 8, {Scope.VETERINARY: 1, Scope.UNKNOWN_ENTITY: 8, Scope.PERSONAL: 5}),
    ("evidence_inference/ei_questions.jsonl.gz", "question", 6, {Scope.VETERINARY: 5, Scope.UNKNOWN_ENTITY: 64, Scope.PERSONAL: 1}),
]  # fmt: skip


@pytest.mark.real_data
@pytest.mark.parametrize(("name", "field", "step", "most"), SETS, ids=[name.split("/")[0] for name, *_ in SETS])
def test_hardly_a_real_question_is_sent_away(name: str, field: str, step: int, most: dict[Scope, int]) -> None:
    texts = [str(row[field]).strip()[:MAX_QUESTION] for row in _lines(name)][::step]
    counted = Counter(understand(Question(text), vocabulary()).scope for text in texts if text)
    over = {scope: n for scope, n in counted.items() if scope is not Scope.CLINICAL and n > most.get(scope, 0)}
    assert over == {}


@pytest.mark.real_data
def test_no_ingredient_on_the_market_is_read_as_another_drug() -> None:
    read: dict[str, str] = {}
    for row in _lines("vocab/drugsatfda_ingredients.jsonl"):
        for word in words(str(row["ingredient"])):
            read.update(mend(word, vocabulary()).corrections)
    assert read == {}
