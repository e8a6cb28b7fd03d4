"""What of the packaged content must not go missing unnoticed: `python -m tests.torture.must_show` writes it down anew.

For every page (a topic, or a drug as "drug:name"): its statements that are always shown, lead, state a contraindication
or are a caution of another, with the cautions and the places each rests on. The difference in review is what was removed.
"""

import json
from pathlib import Path

from curbside import packaged
from curbside.compose.from_drugs import as_topic
from curbside.model.topic import Statement, Topic

FILE = Path(__file__).with_suffix(".json")
Lock = dict[str, dict[str, dict[str, list[str]]]]


def must_show() -> Lock:
    """As the packaged content has it now."""
    content = packaged.load()
    pages = [*content.topics.values(), *map(as_topic, content.drugs.values())]
    return {topic.slug: found for topic in sorted(pages, key=lambda topic: topic.slug) if (found := of_topic(topic))}


def of_topic(topic: Topic) -> dict[str, dict[str, list[str]]]:
    """Of one page: statement -> its cautions and its places."""
    cautions = {id for statement in topic.statements for id in statement.requires}
    telling = {id for branch in topic.branches for id in branch.discriminators}
    kept = (s for s in topic.statements if _is_kept(s, cautions | telling, topic.slug.startswith("drug:")))
    return {s.id: {"requires": sorted(s.requires), "cites": sorted(s.cites)} for s in kept}


def _is_kept(statement: Statement, named: set[str], drug: bool) -> bool:
    shown = statement.must_show or statement.bottom_line or statement.lead or statement.order is not None
    return drug or shown or bool(statement.requires) or statement.id in named


def missing(now: Lock, before: Lock) -> list[str]:
    """What was there before and is not now, in words."""
    lost = []
    for page, statements in before.items():
        for id, held in statements.items():
            there = now.get(page, {}).get(id)
            if there is None:
                lost.append(f"{page}/{id}")
                continue
            lost += [f"{page}/{id}: {key} {one}" for key in held for one in held[key] if one not in there[key]]
    return lost


def written() -> Lock:
    """As it was written down."""
    found: Lock = json.loads(FILE.read_text(encoding="utf-8"))
    return found


if __name__ == "__main__":
    FILE.write_text(json.dumps(must_show(), indent=0, sort_keys=True) + "\n", encoding="utf-8")
