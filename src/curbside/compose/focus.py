"""Which statements of a topic answer this question. A broad question gets the whole page."""

from collections.abc import Iterable

from curbside.model.question import Query
from curbside.model.regimen import doses
from curbside.model.topic import Statement, Topic
from curbside.text.analyse import analyse

ENOUGH = 0.6
"""Share of a narrow question's own words that the best statement must hold for the page to be narrowed to it."""
NEAR = 0.75
"""A statement is shown as an answer when it holds at least this share of what the best one holds."""
MOST = 12
"""Statements shown as direct answers, at most."""

_BROAD = frozenset(
    analyse(
        "woman women female lady man men male adult patient person acute flare flares flaring up new severe recommended treatment treat "
        "treating management manage therapy regimen best current first line need please tell help options guideline answer question case "
        "suspected confirmed year years old presenting presents hospital ward start approach give use do"
    )
)


def asked_for(topic: Topic, query: Query, own: frozenset[str]) -> tuple[Statement, ...]:
    """Statements that answer a narrow question, best first, with the cautions they require, the points under them and
    what contradicts them; empty: the question is broad, or no statement fits it, and the whole page answers.

    `own` are the words of asking, which never narrow anything."""
    named = frozenset(term for name in topic.names for term in analyse(name))
    telling = frozenset(query.terms) - named - _BROAD - own
    if not telling:
        return ()
    groups = dict(query.synonyms)
    ranked = sorted(
        ((_share(s, telling, groups, query), s) for s in topic.statements),
        key=lambda pair: (-pair[0], pair[1].line, pair[1].id),
    )
    best = ranked[0][0] if ranked else 0.0
    if best < ENOUGH:
        return ()
    chosen = [s for share, s in ranked if share >= NEAR * best][:MOST]
    return _with_theirs(topic, chosen)


def always(topic: Topic, chosen: Iterable[Statement]) -> tuple[Statement, ...]:
    """What stays on a narrowed page besides the answer: what must be shown, the bottom line and the deciding distinction."""
    taken = {statement.id for statement in chosen}
    telling = {id for branch in topic.branches for id in branch.discriminators}
    kept = [
        s
        for s in topic.statements
        if s.id not in taken and (s.must_show or s.bottom_line or s.id in telling or s.section == topic.deciding)
    ]
    return tuple(s for s in _with_theirs(topic, kept) if s.id not in taken)


def _share(statement: Statement, telling: frozenset[str], groups: dict[str, tuple[str, ...]], query: Query) -> float:
    ordered = " ".join(dose.drug for dose in doses(statement.order)) if statement.order else ""
    cells = " ".join(cell for row in statement.table.rows for cell in row) if statement.table else ""
    text = frozenset(analyse(f"{statement.text} {statement.plain or ''} {ordered} {cells} {statement.id}"))
    held = sum(term in text or set(groups.get(term, ("\0",))) <= text for term in telling)
    typed = bool(statement.types) and query.types[0] in statement.types
    return held / len(telling) + (0.1 if typed and held else 0.0)


def _with_theirs(topic: Topic, chosen: list[Statement]) -> tuple[Statement, ...]:
    """The statements with their parents before them and their points, cautions and disagreements after, each once."""
    kept: dict[str, Statement] = {}

    def take(statement: Statement) -> None:
        if statement.id in kept:
            return
        if statement.parent:
            take(topic.statement(statement.parent))
        kept[statement.id] = statement
        for id in (*statement.requires, *statement.against):
            take(topic.statement(id))

    for statement in chosen:
        take(statement)
        for point in topic.statements:
            if point.parent == statement.id:
                take(point)
    return tuple(kept.values())
