"""What a topic file points to must exist: statements, sections, branches and extracts named in it, without circles."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from curbside.model.topic import Source, Topic
from curbside.topics.tree import Problem


@dataclass(slots=True)
class Links:
    """Names given and names pointed to, as they are read. `known` maps a kind of thing to name -> line."""

    known: dict[str, dict[str, int]] = field(default_factory=dict)
    pointers: list[tuple[str, str, int]] = field(default_factory=list)
    """(kind, name, line)."""
    problems: list[Problem] = field(default_factory=list)

    def name(self, kind: str, name: str, line: int) -> None:
        """A thing of this kind is called so; twice is a problem."""
        if not name:
            return
        names = self.known.setdefault(kind, {})
        if name in names:
            self.problems.append(
                Problem(line, f"{kind} {name!r} already stands on line {names[name]}; give it another id")
            )
        names.setdefault(name, line)

    def point(self, kind: str, name: str | None, line: int) -> None:
        """Something on this line needs a thing of this kind."""
        if name:
            self.pointers.append((kind, name, line))

    def cite(self, sources: Mapping[str, Source]) -> None:
        """Names the extracts of every source pointed to, or nearly so, and of no other: reading a source costs."""
        keys = {name.partition("/")[0] for kind, name, _ in self.pointers if kind == "extract"}
        near = {other for key in keys - set(sources) for other in get_close_matches(key, list(sources), 1)}
        for key in sorted((keys & set(sources)) | near):
            for extract in sources[key].extracts:
                self.name("extract", f"{key}/{extract.key}", extract.line)

    def dangling(self, kinds: Collection[str]) -> Iterator[Problem]:
        """Pointers of these kinds to what is not there."""
        for kind, name, line in self.pointers:
            names = self.known.get(kind, {})
            if kind in kinds and name not in names:
                near = get_close_matches(name, names, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"add it, or name one of the {len(names)} there are"
                yield Problem(line, f"there is no {kind} {name!r}; {hint}")


def circles(topic: Topic) -> Iterator[Problem]:
    """Statements or sections that need themselves in the end."""
    lines = {statement.id: statement.line for statement in topic.statements}
    yield from _circles("requires", {s.id: s.requires for s in topic.statements}, lines)
    yield from _circles("parent", {s.id: (s.parent,) if s.parent else () for s in topic.statements}, lines)
    yield from _circles("parent", {s.id: (s.parent,) if s.parent else () for s in topic.sections}, {})


def _circles(field: str, graph: Mapping[str, tuple[str, ...]], lines: Mapping[str, int]) -> Iterator[Problem]:
    reported: set[str] = set()
    for start in graph:
        circle = _way_back(start, graph)
        if circle and not reported & set(circle):
            reported |= set(circle)
            way = " -> ".join((*circle, start))
            yield Problem(lines.get(start, 1), f"`{field}` goes in a circle: {way}; take one of them out")


def _way_back(start: str, graph: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from `start` back to itself, without the return; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for target in graph.get(way[-1], ()):
            if target == start:
                return way
            if target not in seen:
                seen.add(target)
                ways.append((*way, target))
    return ()


def misplaced(topic: Topic) -> Iterator[Problem]:
    """Two leads in a section; a point in another section than the statement it belongs to; a branch for nobody."""
    leads: dict[str, int] = {}
    sections = {statement.id: statement.section for statement in topic.statements}
    for statement in topic.statements:
        if statement.lead and statement.section in leads:
            first = leads[statement.section]
            yield Problem(
                statement.line, f"section {statement.section!r} already has its lead on line {first}; keep one"
            )
        if statement.lead:
            leads.setdefault(statement.section, statement.line)
        if statement.parent and sections[statement.parent] != statement.section:
            yield Problem(statement.line, f"its parent {statement.parent!r} is in another section; put them in one")
        if statement.lead and statement.parent:
            yield Problem(statement.line, "a lead is nobody's point; take out `lead` or `parent`")
    yield from _itself(topic)


def _itself(topic: Topic) -> Iterable[Problem]:
    for statement in topic.statements:
        if statement.id in statement.against:
            yield Problem(statement.line, f"{statement.id!r} cannot speak against itself; name the other statement")
