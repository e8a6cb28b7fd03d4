"""How long understanding, composing from topics and the gate take, over 1,000 varied questions.

    python -m benchmarks.topics HOME [--questions 1000] [--seed 7]

Questions are made by rule from the names of the curated topics, the drugs they order, what is asked of them and facts
of a patient, so that no two are alike. Times are of a warm process: every question is asked twice, and the second time
counts; the first one pays for reading its topic and judging its statements. The reference question is timed on its own.
"""

import argparse
import os
import random
import statistics
import time

from curbside.app import App, open_app
from curbside.compose.composer import Extractive
from curbside.model.drug import case_of
from curbside.model.question import Question
from curbside.model.regimen import doses
from curbside.safety.fit import fit
from curbside.safety.gate import gate
from curbside.understand.understand import understand
from curbside.verify.judge import judge

REFERENCE = "What is the recommended treatment for a woman with an acute flare-up of necrotizing myositis?"
ASKING = (
    "treatment?",
    "what now?",
    "dose?",
    "management",
    "monitoring?",
    "when to escalate?",
    "contraindications?",
    "how sure is this?",
)
FACTS = (
    *("", "70 kg", "34 year old woman", "pregnant 20 weeks", "eGFR 25", "CrCl 100", "on dialysis", "6 year old 20 kg"),
    *("penicillin allergy", "82 M", "on warfarin", "breastfeeding", "with asthma", "weight 110 kg", "CKD4"),
)


def questions(app: App, count: int, seed: int) -> list[str]:
    """Different questions, the same for the same seed."""
    dice = random.Random(seed)
    made: dict[str, None] = {}
    topics = [
        (topic, sorted({d.drug for s in topic.statements if s.order for d in doses(s.order)})) for topic in app.topics()
    ]
    while len(made) < count:
        topic, drugs = dice.choice(topics)
        parts = [
            dice.choice(topic.names),
            dice.choice(FACTS),
            dice.choice(["", dice.choice(drugs)]),
            dice.choice(ASKING),
        ]
        made[" ".join(part for part in parts if part)] = None
    return list(made)


def timed(app: App, text: str) -> dict[str, float]:
    """Milliseconds of each stage of one question."""
    engine, question = app.engine, Question(text)
    composer = engine.composer
    assert isinstance(composer, Extractive)
    marks = [time.perf_counter()]
    query = understand(question, engine.vocabulary)
    marks.append(time.perf_counter())
    topics = engine.topics.about(query)
    draft = fit(composer.compose(question, query, (), topics), case_of(query, engine.formulary), engine.formulary)
    marks.append(time.perf_counter())
    judged = tuple(judge(claim, engine.checks) for claim in draft.claims)
    marks.append(time.perf_counter())
    gate(judged, draft, engine.formulary)
    marks.append(time.perf_counter())
    names = ("understanding", "composing", "judging", "gate")
    return {name: (b - a) * 1000 for name, a, b in zip(names, marks, marks[1:], strict=False)} | {
        "all": (marks[-1] - marks[0]) * 1000
    }


def main() -> None:
    """Prints one line a stage: median, 95th percentile, and the median as a share of the whole."""
    options = argparse.ArgumentParser()
    options.add_argument("home")
    options.add_argument("--questions", type=int, default=1000)
    options.add_argument("--seed", type=int, default=7)
    given = options.parse_args()
    with open_app(os.environ, given.home) as app:
        asked = questions(app, given.questions, given.seed)
        for text in asked:
            timed(app, text)
        found = [timed(app, text) for text in asked]
        app.ask(Question(REFERENCE))
        whole = [_whole(app) for _ in range(15)]
    for stage in found[0]:
        times = sorted(one[stage] for one in found)
        median, late = statistics.median(times), times[int(len(times) * 0.95)]
        share = median / statistics.median(one["all"] for one in found)
        print(
            f"{stage:>14}: median {median:6.2f} ms, 95th percentile {late:6.2f} ms ({late / median:.1f} x), {share:.2f} of the whole"
        )
    print(f"reference question, whole answer: median {statistics.median(whole):.1f} ms, best {min(whole):.1f} ms")


def _whole(app: App) -> float:
    begun = time.perf_counter()
    app.ask(Question(REFERENCE))
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
