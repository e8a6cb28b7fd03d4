"""Which statements of a topic answer this question. A broad question gets the whole page."""

from collections.abc import Iterable
from dataclasses import replace

from curbside.model.patient import Known
from curbside.model.question import Query, QuestionType
from curbside.model.regimen import doses
from curbside.model.topic import Statement, Topic
from curbside.text.analyse import analyse

ENOUGH = 0.6
"""Share of a narrow question's own words that the best statement must hold for the page to be narrowed to it."""
NEAR = 0.65
"""A statement is shown as an answer when it holds at least this share of what the best one holds."""
ADULT = 18
"""Years of age from which a page for adults is shown whole."""
_A_YEAR = {"month": 12, "week": 52, "day": 365}
"""How many of a unit of age make a year, about."""
MOST = 12
"""Statements shown as direct answers, at most."""

_BROAD = frozenset(
    analyse(
        "ok okay woman women female lady man men male adult patient person acute flare flares flaring up new severe recommended ok okay treatment treat "
        "treating management manage therapy regimen best current first line need please tell help options guideline answer question case "
        "go back get when how often soon suspected confirmed old presenting presents hospital ward start approach give use do "
        "kg mg mcg ml dl mmol unit units iu mmhg bpm hour hours hr hrs day days wk wks week weeks month months yr yrs yo year years"
    )
)


def asked_for(topic: Topic, query: Query, own: frozenset[str]) -> tuple[Statement, ...]:
    """Statements that answer a narrow question, best first, with the cautions they require, the points under them and
    what contradicts them; empty: the question is broad, or no statement fits it, and the whole page answers.

    `own` are the words of asking, which never narrow anything."""
    named = frozenset(term for name in topic.names for term in analyse(name))
    words = (term for term in query.terms if not any(c.isdigit() for c in term))
    telling = frozenset(words) - named - _BROAD - own
    if not telling:
        return ()
    same = _same(query)
    meant = branches_meant(topic, query)
    ranked = sorted(
        ((_share(s, telling, same, query) + _leaning(s, topic, query, meant), s) for s in topic.statements),
        key=lambda pair: (-pair[0], pair[1].line, pair[1].id),
    )
    best = ranked[0][0] if ranked else 0.0
    if best < ENOUGH:
        return ()
    chosen = [s for share, s in ranked if share >= NEAR * best][:MOST]
    return _with_theirs(topic, chosen)


def branches_meant(topic: Topic, query: Query) -> frozenset[str]:
    """Branches that the name used in the question speaks of ("myopathy" and not "myositis"); empty: it could be any."""
    labels = {branch.id: frozenset(analyse(branch.label)) for branch in topic.branches}
    used = frozenset(t for concept in query.concepts if concept.topic == topic.slug for t in analyse(concept.surface))
    return frozenset(
        id
        for id, label in labels.items()
        if any(term in label and sum(term in other for other in labels.values()) == 1 for term in used)
    )


def branch_of(statement: Statement, topic: Topic) -> str | None:
    """The branch a statement's section belongs to; None: all of them."""
    return next((section.branch for section in topic.sections if section.id == statement.section), None)


def for_patient(topic: Topic, query: Query) -> Topic:
    """The topic without what is said of adults only, when the patient is known to be a child; else the topic."""
    age = query.patient.of("age")
    if age.known is not Known.VALUE or float(age.value or ADULT) / _A_YEAR.get(age.unit or "year", 1) >= ADULT:
        return topic
    kept = {s.id: s for s in topic.statements if s.population != "adult" and not _adult_order(s)}
    while lost := [s.id for s in kept.values() if s.parent and s.parent not in kept]:
        for id in lost:
            del kept[id]
    return replace(
        topic,
        statements=tuple(replace(s, against=tuple(a for a in s.against if a in kept)) for s in kept.values()),
    )


def _adult_order(statement: Statement) -> bool:
    return statement.order is not None and all(dose.population == "adult" for dose in doses(statement.order))


def beside(topic: Topic, chosen: Iterable[Statement], query: Query) -> tuple[Statement, ...]:
    """What stays on a narrowed page besides the answer: what must be shown of the bottom line and of the deciding
    distinction, with its cautions; of branches that the question does not mean, nothing."""
    taken = {statement.id for statement in chosen}
    meant = branches_meant(topic, query)
    kept = [
        s
        for s in topic.statements
        if s.id not in taken
        and s.must_show
        and (s.bottom_line or s.section == topic.deciding)
        and (not meant or branch_of(s, topic) in (None, *meant))
    ]
    return tuple(s for s in _with_theirs(topic, kept) if s.id not in taken)


def bottom_lines(topic: Topic, query: Query) -> tuple[Statement, ...]:
    """The bottom lines of the branches that may be meant, then their cautions."""
    meant = branches_meant(topic, query)
    own = [s for s in topic.statements if s.bottom_line and (not meant or branch_of(s, topic) in (None, *meant))]
    return tuple(sorted(_with_theirs(topic, own), key=lambda statement: statement not in own))


def _same(query: Query) -> dict[str, list[frozenset[str]]]:
    """Term of the question -> groups of terms that mean it: expansions, and the other names of what it names."""
    same: dict[str, list[frozenset[str]]] = {}
    for term, group in query.synonyms:
        same.setdefault(term, []).append(frozenset(group))
    for concept in query.concepts:
        for term in analyse(concept.surface):
            same.setdefault(term, []).extend(frozenset(analyse(name)) for name in concept.also)
    return same


def _share(statement: Statement, telling: frozenset[str], same: dict[str, list[frozenset[str]]], query: Query) -> float:
    ordered = " ".join(dose.drug for dose in doses(statement.order)) if statement.order else ""
    cells = " ".join(cell for row in statement.table.rows for cell in row) if statement.table else ""
    text = frozenset(analyse(f"{statement.text} {statement.plain or ''} {ordered} {cells} {statement.id}"))
    held = sum(term in text or any(group and group <= text for group in same.get(term, ())) for term in telling)
    typed = bool(statement.types) and query.types[0] in statement.types
    return held / len(telling) + (0.1 if typed and held else 0.0)


def _leaning(statement: Statement, topic: Topic, query: Query, meant: frozenset[str]) -> float:
    """A little more for an order where a dose was asked, more for a pregnant patient or a child, much less for a branch that was not meant."""
    ordered = 0.1 if statement.order and query.types[0] is QuestionType.DOSE else 0.0
    elsewhere = bool(meant) and branch_of(statement, topic) not in (None, *meant)
    pregnant = query.patient.of("pregnancy").known is Known.YES and "pregnancy" in statement.addresses
    young = statement.population == "child" and for_patient(topic, query) is not topic
    return ordered + (0.4 if pregnant else 0.0) + (0.5 if young else 0.0) - (0.5 if elsewhere else 0.0)


def _with_theirs(topic: Topic, chosen: list[Statement]) -> tuple[Statement, ...]:
    """The statements with their parents before them and their points, cautions and disagreements after, each once."""
    kept: dict[str, Statement] = {}

    there = {statement.id: statement for statement in topic.statements}

    def take(statement: Statement) -> None:
        if statement.id in kept:
            return
        if statement.parent:
            take(there[statement.parent])
        kept[statement.id] = statement
        for id in (*statement.requires, *statement.against):
            if id in there:  # a caution that is not there withholds what requires it (check C1)
                take(there[id])

    for statement in chosen:
        take(statement)
        for point in topic.statements:
            if point.parent == statement.id:
                take(point)
    return tuple(kept.values())
