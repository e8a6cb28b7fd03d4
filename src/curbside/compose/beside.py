"""What stands on a page besides the answer to what was asked: what concerns this patient, what stands in place of a
drug they may not have, what must not be missed."""

from collections.abc import Iterable
from dataclasses import replace

from curbside.compose.focus import branch_of, branches_meant, with_theirs
from curbside.model.condition import ADULT, Case, Condition, bounds, holds
from curbside.model.patient import Known
from curbside.model.question import Query
from curbside.model.regimen import doses
from curbside.model.topic import Statement, Topic
from curbside.text.normalise import fold

CERTAINTY = "certainty"
"""Section of a topic that says how certain its evidence is."""


def for_patient(topic: Topic, query: Query) -> Topic:
    """The topic without what is said of adults only, when the patient is known to be a child; else the topic."""
    age = query.patient.of("age")
    years = bounds(age)
    if years is None or years[1] >= ADULT:
        return topic
    kept = {s.id: s for s in topic.statements if s.population != "adult" and not _adult_order(s)}
    while lost := [s.id for s in kept.values() if s.parent and s.parent not in kept]:
        for id in lost:
            del kept[id]
    return replace(
        topic,
        statements=tuple(replace(s, against=tuple(a for a in s.against if a in kept)) for s in kept.values()),
    )


def concerning(topic: Topic, case: Case) -> tuple[Statement, ...]:
    """Statements whose condition holds for this patient or which it puts aside, with their cautions: shown whatever
    was asked. A condition of sex alone makes nothing this patient's own."""
    own = [
        s
        for s in topic.statements
        if (s.when is not None and s.when.personal and holds(s.when, case) is Known.YES)
        or (s.unless is not None and holds(s.unless, case) is Known.YES)
        or (s.unless is not None and _told(s.unless, case) and holds(s.unless, case) is Known.NO)
    ]
    return with_theirs(topic, own)


def _told(condition: Condition, case: Case) -> bool:
    """Whether the patient was told by a measure the condition asks for: then what it does not put aside is theirs."""
    measured = {one.name for one in condition.criteria if one.number is not None and one.name not in ("age", "weight")}
    return any(case.patient.of(name).known is Known.VALUE for name in measured)


def instead(topic: Topic, asked: Iterable[Statement], barred: frozenset[str]) -> tuple[Statement, ...]:
    """What stands beside a drug that is not for this patient: the other statements of the sections it is ordered in, so
    that its alternatives are named before it."""
    sections = {s.section for s in topic.statements if s.order and barred & {fold(d.drug) for d in doses(s.order)}}
    meant = sections & {s.section for s in asked} or sections
    others = [s for s in topic.statements if s.section in meant and not any(name in fold(s.text) for name in barred)]
    return with_theirs(topic, others) if barred else ()


def _adult_order(statement: Statement) -> bool:
    return statement.order is not None and all(dose.population == "adult" for dose in doses(statement.order))


def beside(topic: Topic, chosen: Iterable[Statement], query: Query) -> tuple[Statement, ...]:
    """What stays on a narrowed page besides the answer: what must be shown of the bottom line and of the deciding
    distinction, with its cautions; of branches that the question does not mean, nothing."""
    chosen = tuple(chosen)
    taken = {statement.id for statement in chosen}
    meant = branches_meant(topic, query) or _branches(topic, chosen[:FIRST])
    kept = [
        s
        for s in topic.statements
        if s.id not in taken and _unmissable(s, topic) and (not meant or branch_of(s, topic) in (None, *meant))
    ]
    return tuple(s for s in with_theirs(topic, kept) if s.id not in taken)


FIRST = 4
"""Answers whose branches tell which bottom lines go with them: the last of many may come from anywhere."""


def _unmissable(statement: Statement, topic: Topic) -> bool:
    """Bottom lines and the deciding distinction, as far as they must be shown; and how certain it all is."""
    if statement.section == CERTAINTY:
        return statement.must_show or statement.lead
    return statement.must_show and (statement.bottom_line or statement.section == topic.deciding)


def _branches(topic: Topic, chosen: tuple[Statement, ...]) -> frozenset[str]:
    """The branches that the statements chosen belong to; empty: none."""
    return frozenset(branch for s in chosen if (branch := branch_of(s, topic)) is not None)


def bottom_lines(topic: Topic, query: Query) -> tuple[Statement, ...]:
    """The bottom lines of the branches that may be meant, then their cautions."""
    meant = branches_meant(topic, query)
    own = [s for s in topic.statements if s.bottom_line and (not meant or branch_of(s, topic) in (None, *meant))]
    return tuple(sorted(with_theirs(topic, own), key=lambda statement: statement not in own))
