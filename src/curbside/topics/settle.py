"""Opening a file and, at the end, saying everything that was wrong with it."""

from collections.abc import Iterable, Sequence

from curbside.errors import BadTopic
from curbside.topics.record import Record, record
from curbside.topics.tree import Problem, Refused, tree


def opened(name: str, text: str, what: str, known: Sequence[str] | None = None) -> tuple[Record, list[Problem]]:
    """The file as a record, and the list its problems go into; `BadTopic` at once when it is no mapping.

    `known` None: any field may stand in it."""
    problems: list[Problem] = []
    try:
        fields = tree(text)
    except Refused as refused:
        raise BadTopic((refused.problem.said(name),)) from None
    root = record(fields, what, [key.text for key, _ in fields.entries] if known is None else known, problems)
    return root or Record(fields, what, problems), problems


def settle(name: str, problems: Iterable[Problem]) -> None:
    """`BadTopic` with every problem, in line order, once each; nothing when there is none."""
    if said := told(name, problems):
        raise BadTopic(said)


def told(name: str, problems: Iterable[Problem]) -> tuple[str, ...]:
    """Problems as printed, in line order, once each."""
    ordered = sorted(dict.fromkeys(problems), key=lambda problem: problem.line)
    return tuple(problem.said(name) for problem in ordered)
