"""What several files must agree on: the same fact with the same figures, no source that nobody cites."""

from collections.abc import Iterator, Mapping, Sequence

from curbside.model.drug import Drug
from curbside.model.regimen import doses
from curbside.model.topic import Source, Statement, Topic
from curbside.text.quantities import quantities
from curbside.topics.tree import Problem


def disagreeing(topics: Mapping[str, Topic]) -> Iterator[tuple[str, Problem]]:
    """(file, problem): statements with one `fact` key that do not carry the same figures, and orders of two topics
    for one use (`fact`) that do not. Topics by file name."""
    first: dict[str, tuple[str, Statement]] = {}
    for name, topic in topics.items():
        for statement in topic.statements:
            if not statement.fact:
                continue
            where, other = first.setdefault(statement.fact, (name, statement))
            if other is not statement and _figures(other) != _figures(statement):
                what = (
                    f"{statement.id} and {other.id} ({where}:{other.line}) both tell {statement.fact!r} and do not carry"
                    " the same figures; correct one, or tell two facts by two keys"
                )
                yield name, Problem(statement.line, what)


def unused(
    topics: Sequence[Topic], drugs: Sequence[Drug], sources: Mapping[str, Source]
) -> Iterator[tuple[str, Problem]]:
    """(source key, warning) for sources and extracts that no statement and no rule cites."""
    cited = {cite for topic in topics for statement in topic.statements for cite in statement.cites}
    cited |= {cite for drug in drugs for rule in drug.rules for cite in rule.statement.cites}
    keys = {cite.partition("/")[0] for cite in cited}
    for source in sources.values():
        if source.key not in keys:
            what = f"no statement cites {source.key}; cite it or take it out"
            yield source.key, Problem(source.line, what, warning=True)
            continue
        for extract in source.extracts:
            if f"{source.key}/{extract.key}" not in cited:
                what = f"no statement cites {source.key}/{extract.key}; cite it or take it out"
                yield source.key, Problem(extract.line, what, warning=True)


def _figures(statement: Statement) -> tuple[object, ...]:
    """What a statement tells in figures: those of its sentence, and its order as it stands."""
    ordered = [
        (dose.drug, dose.route, dose.population, [(s.amount, s.unit, s.per, s.rate, s.interval) for s in dose.steps])
        for dose in (doses(statement.order) if statement.order else ())
    ]
    return frozenset(quantities(statement.text)), repr(ordered)
