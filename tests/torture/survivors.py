"""Mutants of the packaged content that no check catches: `python -m tests.torture.survivors` writes them down anew.

Most say what the places cited say as well (another drug of the same line, "5 or 10 mg"), or change what no source tells
(a step called load). What does not is a debt of the checks, here to be read. The list may only grow in review.
"""

import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.topic_mutants import mutant_claims

from curbside import packaged
from curbside.compose.from_drugs import as_topic
from curbside.compose.from_topics import claims_of
from curbside.model.topic import Topic
from curbside.text.normalise import fold
from curbside.verify.checks import standard_checks
from curbside.verify.judge import judge
from curbside.verify.naming import DrugNames

FILE = Path(__file__).with_suffix(".json")
HARMLESS = {
    "source removed": "the sources left say it all; must_show.json notices that one is gone",
    "reason: drug swap": "a reason may name any drug its sentence names; it orders nothing",
}
"""Kinds of changes that are noticed elsewhere, or by which nobody could act, and why."""
SHOWN = 160
"""Characters of a survivor that are written down."""
CONTENT = packaged.load()
DRUGS = DrugNames(CONTENT.drug_names, CONTENT.canonical, CONTENT.members)
CONDITIONS = {fold(name): t.name for t in CONTENT.terms if not t.kind.startswith("drug") for name in (t.name, *t.also)}
CHECKS = standard_checks(CONTENT.drug_names, CONTENT.canonical, CONTENT.members, CONDITIONS)
PAGES = tuple(sorted([*CONTENT.topics, *(f"drug:{name}" for name in CONTENT.drugs)]))


def page_of(slug: str) -> Topic:
    """A topic, or the rules of a drug."""
    return as_topic(CONTENT.drugs[slug.removeprefix("drug:")]) if slug.startswith("drug:") else CONTENT.topics[slug]


def survivors(slug: str, tried: Counter[str]) -> Iterator[tuple[str, str]]:
    """(key, changed text) of every mutant of a page that would be shown; counts what was tried by kind."""
    topic = page_of(slug)
    for claim in claims_of(topic, topic.statements, None):
        if judge(claim, CHECKS).objection is not None:
            continue  # `topics check` says so; nothing of it is shown, so no mutant counts.
        for kind, changed, mutant in mutant_claims(claim, DRUGS):
            tried[kind] += 1
            if kind not in HARMLESS and judge(mutant, CHECKS).shown:
                digest = hashlib.sha256(changed.encode()).hexdigest()[:10]
                yield f"{claim.id} | {kind} | {digest}", changed[-SHOWN:]


def written() -> dict[str, str]:
    """As they were written down."""
    found: dict[str, str] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    counted = Counter[str]()
    found = dict(pair for slug in PAGES for pair in survivors(slug, counted))
    by_kind = Counter(key.split(" | ")[1] for key in found)
    lines = (f"{number:6} {by_kind[kind]:5} {kind}" for kind, number in sorted(counted.items()))
    sys.stdout.write("\n".join((*lines, f"{counted.total():6} {len(found):5} in all", "")))
    if "--print" not in sys.argv:
        FILE.write_text(json.dumps(found, indent=0, sort_keys=True, ensure_ascii=False) + os.linesep, encoding="utf-8")
