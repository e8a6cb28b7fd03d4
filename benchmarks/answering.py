"""Does it answer what is held, abstain from what is not, quote to the letter, and how fast?

    CURBSIDE_TEST_DATA=... python -m benchmarks.answering HOME [--questions 100] [--seed 7] [--misses]

HOME holds the library of the full texts and guidelines of the test data. Held questions are training questions of a
judged set about articles that are held, and guideline titles. Questions that are not held are questions of the same
set about articles that are not held, and consumer health questions about conditions that no held title names.
"""

import argparse
import gzip
import json
import os
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from curbside.app import App, open_app
from curbside.model.answer import Answer, Wording
from curbside.model.document import DocumentId
from curbside.model.question import Question
from curbside.text.analyse import analyse

Asked = tuple[str, str | None]
"""A question and the id of the document that answers it; None when none is held."""


def records(path: Path) -> Iterator[dict[str, Any]]:
    """JSON lines of a gzip file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def questions(app: App, data: Path, count: int, seed: int) -> dict[str, list[Asked]]:
    """Sets of questions by name, the same for the same seed."""
    dice = random.Random(seed)
    documents = {held.id: held.citation.title for held in app.documents()}
    judged = [q for q in records(data / "evidence_inference/ei_questions.jsonl.gz") if q["split"] == "train"]
    held: list[Asked] = [(q["question"], f"pmcid:{q['pmcid']}") for q in judged if f"pmcid:{q['pmcid']}" in documents]
    others: list[Asked] = [(q["question"], None) for q in judged if f"pmcid:{q['pmcid']}" not in documents]
    guidelines: list[Asked] = [
        (f"What is the treatment of {title.lower()}?", id)
        for id, title in sorted(documents.items())
        if id.startswith("nstg2022:")
    ]
    titles: set[frozenset[str]] = {frozenset(analyse(title)) for title in documents.values()}
    seen: dict[str, bool] = {}
    everyday = dice.sample(list(records(data / "medquad/qa.jsonl.gz")), count * 4)
    consumer: list[Asked] = [
        (q["question"], None)
        for q in everyday
        if not seen.setdefault(q["focus"], any(frozenset(analyse(q["focus"])) <= title for title in titles))
    ]
    sets: dict[str, list[Asked]] = {
        "held: trials": held,
        "held: guidelines": guidelines,
        "not held: trials": others,
        "not held: consumer": consumer,
    }
    return {name: dice.sample(all_, min(count, len(all_))) for name, all_ in sets.items()}


def right(answer: Answer, id: str | None) -> bool:
    """Whether one of the first three claims comes from the right document."""
    return any(cite.reference == id for judgement in answer.claims[:3] for cite in judgement.claim.cites)


def misquoted(app: App, answer: Answer) -> int:
    """Quotations that are not found byte for byte where they say they stand."""
    wrong = 0
    for judgement in answer.claims:
        claim = judgement.claim
        for cite in claim.cites:
            if claim.wording is Wording.VERBATIM and cite.passage and cite.quote:
                text = app.store.document(DocumentId(cite.reference), cite.passage.document_digest).text
                wrong += text[cite.quote.start : cite.quote.end].encode() != claim.text.encode()
    return wrong


def main() -> None:
    """Prints the measures."""
    options = argparse.ArgumentParser()
    options.add_argument("home")
    options.add_argument("--questions", type=int, default=100)
    options.add_argument("--seed", type=int, default=7)
    options.add_argument("--misses", action="store_true")
    given = options.parse_args()
    took: list[float] = []
    quotations = wrong = 0
    with open_app(os.environ, given.home) as app:
        app.ask(Question("warm up: treatment of malaria?"))
        for name, asked in questions(app, Path(os.environ["CURBSIDE_TEST_DATA"]), given.questions, given.seed).items():
            abstained = first = 0
            for text, id in asked:
                begun = time.perf_counter()
                answer = app.ask(Question(text[:2000]))
                took.append((time.perf_counter() - begun) * 1000)
                abstained += answer.abstains
                first += right(answer, id)
                quotations += sum(j.claim.wording is Wording.VERBATIM for j in answer.claims)
                wrong += misquoted(app, answer)
                if given.misses and (answer.abstains == name.startswith("held") or (id and not right(answer, id))):
                    print("  ", text[:150], "|", [j.claim.cites[0].reference for j in answer.claims[:3]], id)
            print(
                f"{name}: {len(asked)} asked, {abstained} abstained, {first} right document in the first three claims"
            )
    took.sort()
    print(f"quotations {quotations}, not found to the letter {wrong}")
    print(f"ms: p50 {statistics.median(took):.1f}, p95 {took[int(len(took) * 0.95)]:.1f}, most {took[-1]:.1f}")


if __name__ == "__main__":
    main()
