"""Where each judged claim stands on the page. Every shown claim is somewhere: none is lost to a section, parent
or branch that does not exist."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from curbside.model.answer import Answer, Arm, Judgement, Outline


@dataclass(frozen=True, slots=True)
class Point:
    """A shown claim, the claims under it, and the shown claims of other guidance that speak against it."""

    judgement: Judgement
    points: tuple["Point", ...] = ()
    against: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section with something in it: a lead, points, or sections of its own."""

    id: str
    heading: str
    branch: str | None
    lead: Point | None
    points: tuple[Point, ...]
    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Fork:
    """One branch of the deciding distinction: what points to it and what to do then."""

    arm: Arm
    discriminators: tuple[Point, ...]
    bottom_line: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All shown claims of an answer in page order. A claim of the forks or the bottom line may stand in its
    section too; points are nested in sections only."""

    forks: tuple[Fork, ...]
    bottom_line: tuple[Point, ...]
    parts: tuple[Part, ...]
    reply: tuple[Point, ...]
    """Claims that stand with the reply, in no section."""


def lay_out(answer: Answer) -> Page:
    """The page of an answer. Claims keep the answer's order, sections the outline's."""
    shown = answer.claims
    known = _first(shown)
    arms = {arm.id for arm in answer.arms}
    sections = {section.id for section in answer.outline}
    parents = {index: _parent(index, shown, known) for index in range(len(shown))}
    points = _points(shown, known, parents)
    bottom = [j for j in shown if j.claim.bottom_line]
    forks = tuple(
        Fork(
            arm,
            tuple(_flat(j, known) for j in shown if j.claim.discriminator and j.claim.branch == arm.id),
            tuple(_flat(j, known) for j in bottom if j.claim.branch == arm.id),
        )
        for arm in answer.arms
    )
    loose = [point for point in points if point.judgement.claim.section not in sections]
    beside = tuple(p for p in loose if not p.judgement.claim.bottom_line or p.points)
    parts = _parts(answer.outline, points)
    if answer.reply is None and beside:
        parts, beside = (*parts, Part("other", "Also", None, None, beside, ())), ()
    top = tuple(_flat(j, known) for j in bottom if j.claim.branch not in arms)
    return Page(forks, top, parts, beside)


def _first(shown: Iterable[Judgement]) -> dict[str, Judgement]:
    known: dict[str, Judgement] = {}
    for judgement in shown:
        known.setdefault(judgement.claim.id, judgement)
    return known


def _flat(judgement: Judgement, known: Mapping[str, Judgement]) -> Point:
    against = (known[id] for id in judgement.claim.against if id in known and id != judgement.claim.id)
    return Point(judgement, (), tuple(against))


def _parent(index: int, shown: tuple[Judgement, ...], known: Mapping[str, Judgement]) -> str | None:
    """The shown parent in the same section; None at the top, and for every member of a circle."""
    claim = shown[index].claim
    passed = {claim.id}
    above = claim.parent
    while above is not None and above in known:
        if above in passed:
            return None
        passed.add(above)
        above = known[above].claim.parent
    parent = known.get(claim.parent or "")
    return claim.parent if parent is not None and parent.claim.section == claim.section else None


def _points(
    shown: tuple[Judgement, ...], known: Mapping[str, Judgement], parents: Mapping[int, str | None]
) -> tuple[Point, ...]:
    """The claims without a parent, with those that have one nested under it."""

    def grow(index: int) -> Point:
        judgement = shown[index]
        first = known[judgement.claim.id] is judgement
        below = tuple(grow(i) for i, above in parents.items() if first and above == judgement.claim.id)
        return Point(judgement, below, _flat(judgement, known).against)

    return tuple(grow(index) for index, above in parents.items() if above is None)


def _parts(outline: tuple[Outline, ...], points: tuple[Point, ...]) -> tuple[Part, ...]:
    ids = {section.id: section for section in outline}

    def top(section: Outline) -> bool:
        passed, above = {section.id}, section.parent
        while above is not None and above in ids:
            if above in passed:
                return True
            passed.add(above)
            above = ids[above].parent
        return section.parent not in ids

    def grow(section: Outline) -> Part | None:
        inside = [p for p in points if p.judgement.claim.section == section.id]
        lead = next((p for p in inside if p.judgement.claim.lead), None)
        grown = (grow(s) for s in ids.values() if s.parent == section.id and not top(s))
        parts = tuple(part for part in grown if part is not None)
        rest = tuple(p for p in inside if p is not lead)
        return Part(section.id, section.heading, section.branch, lead, rest, parts) if inside or parts else None

    return tuple(part for section in ids.values() if top(section) and (part := grow(section)) is not None)
