"""What stands beside a reply to somebody who asks for themselves or a relative: the topic's bottom lines in plain
words. Never an order, a taper, a table or an amount: those are the treating team's."""

from collections.abc import Mapping
from dataclasses import replace

from curbside.compose.beside import bottom_lines
from curbside.compose.from_topics import claims_of
from curbside.model.answer import Claim
from curbside.model.question import Query, Scope
from curbside.model.topic import Statement, Topic
from curbside.ports import Passages
from curbside.text.quantities import quantities

MOST = {Scope.PERSONAL: 12, Scope.EMERGENCY: 5}
"""Lines beside the reply, at most; a scope that is not here gets none."""
_GIVEN = frozenset({"mg", "g", "mL", "units", "IU", "mmol", "mEq", "puff", "tablet", "drop", "kcal", "J"})
"""Units of an amount that somebody could take."""


def in_plain_words(topic: Topic, query: Query, passages: Passages) -> tuple[Claim, ...]:
    """Bottom lines of the branches that may be meant, in page order, in their plain wording and with their cautions; one
    whose caution has no plain wording is left out with it."""
    chosen = bottom_lines(topic, query)
    plain = {s.id: s for s in topic.statements if s.plain and s.when is None and not _holds_amount(s.plain)}
    kept: dict[str, Statement] = {}
    for statement in chosen:
        wanted = _with_cautions(statement, plain)
        if statement.bottom_line and statement.must_show and wanted and len(kept | wanted) <= MOST.get(query.scope, 0):
            kept |= wanted
    return claims_of(topic, _bare(kept), passages)


def _with_cautions(statement: Statement, plain: Mapping[str, Statement]) -> dict[str, Statement]:
    """The statement and all cautions it requires, by id; empty when one of them cannot be said in plain words."""
    found: dict[str, Statement] = {}
    ahead = [statement.id]
    while ahead:
        id = ahead.pop()
        if id not in plain:
            return {}
        if id not in found:
            found[id] = plain[id]
            ahead += plain[id].requires
    return found


def _bare(kept: Mapping[str, Statement]) -> list[Statement]:
    """The plain wordings alone, each said once: a caution told in the words of another is that one."""
    first: dict[str, str] = {}
    said = {id: first.setdefault(s.plain or "", id) for id, s in kept.items()}
    return [
        replace(
            s,
            text=s.plain or "",
            plain=None,
            order=None,
            taper=(),
            table=None,
            parent=None,
            requires=tuple(said[one] for one in s.requires if said[one] != id),
            against=tuple(one for one in s.against if said.get(one) == one),
        )
        for id, s in kept.items()
        if said[id] == id
    ]


def _holds_amount(text: str) -> bool:
    return any(q.kind == "amount" and q.unit in _GIVEN for q in quantities(text))
