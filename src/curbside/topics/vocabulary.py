"""Vocabulary files: names with their other names, and abbreviations.

A file groups its names; in the drug file a group is one or more classes (`carbapenem, beta-lactam`), elsewhere a
heading for the editor. Other names stand behind a name, separated by commas. `other` is the group of no class.
"""

import re
from collections.abc import Iterator

from curbside.model.terms import Abbreviation, Term
from curbside.text.normalise import fold
from curbside.topics.settle import opened, settle
from curbside.topics.tree import Fields, Problem, Value, Words

_NAME = re.compile(r"[^\W\d_].*[^\W\d_]|[^\W\d_]\d|\d[^\W\d_]")
"""A name holds two letters, or a letter beside a figure (O2): a figure alone would be found in every dose."""
KINDS = ("drug", "condition", "animal")
"""What a vocabulary file may hold."""


def read_terms(name: str, text: str) -> tuple[Term, ...]:
    """Terms in file order, classes first. A name or other name that two terms share is an error: one spelling
    must never mean two drugs."""
    root, problems = opened(name, text, "vocabulary", ("kind", "classes", "terms"))
    kind = root.choice("kind", KINDS) or root.needed("kind")
    root.needed_mapping("terms")
    groups = root.value("terms")
    classes = _mapping(root.value("classes"), problems)
    known = {key.text: _names(others, problems) for key, others in classes}
    lines = {key.text: key.line for key, _ in classes}
    terms = [Term(short, also, f"{kind} class") for short, also in known.items()]
    grouped = _grouped(
        groups if isinstance(groups, Fields) else None, known if root.has("classes") else None, problems, lines
    )
    terms += [Term(short, also, kind, within) for short, (also, within) in grouped.items()]
    problems += _shared(terms, lines)
    settle(name, problems)
    return tuple(terms)


def read_abbreviations(name: str, text: str) -> tuple[Abbreviation, ...]:
    """Abbreviations in file order. Expansions are separated by ` | `; more than one means ambiguous."""
    root, problems = opened(name, text, "list of abbreviations")
    found = []
    for short, long in root.fields.entries:
        expansions = tuple(part.strip() for part in long.text.split("|")) if isinstance(long, Words) else ("",)
        if not all(expansions) or len(set(expansions)) < len(expansions):
            problems.append(Problem(short.line, f"{short.text}: write one or more different expansions, ` | ` between"))
        else:
            found.append(Abbreviation(short.text, expansions))
    settle(name, problems)
    return tuple(found)


def _mapping(value: Value | None, problems: list[Problem]) -> tuple[tuple[Words, Value], ...]:
    if value is None:
        return ()
    if isinstance(value, Fields):
        return value.entries
    problems.append(Problem(value.line, "names are written as `name: other name, other name`"))
    return ()


def _names(value: Value, problems: list[Problem]) -> tuple[str, ...]:
    if not isinstance(value, Words):
        problems.append(Problem(value.line, "other names are written on one line, commas between"))
        return ()
    names = tuple(part.strip() for part in value.text.split(",")) if value.text else ()
    if not all(names):
        problems.append(Problem(value.line, "an empty name between two commas; delete one comma"))
    for spelling in names:
        if spelling and not _NAME.search(spelling):
            problems.append(Problem(value.line, f"{spelling!r} is no name: two letters at least; mind the comma"))
    return names


def _grouped(
    groups: Value | None, known: dict[str, tuple[str, ...]] | None, problems: list[Problem], lines: dict[str, int]
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Other names and classes by name. A name may stand in several groups; its other names are joined."""
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for group, members in _mapping(groups, problems):
        classes = tuple(part.strip() for part in group.text.split(",")) if known is not None else ()
        problems += [
            Problem(group.line, f"no class called {c!r}; add it under `classes:`")
            for c in classes
            if c != "other" and known is not None and c not in known
        ]
        for key, value in _mapping(members, problems):
            also, earlier = found.get(key.text, ((), ()))
            more = tuple(c for c in classes if c != "other" and c not in earlier)
            found[key.text] = (also + _names(value, problems), earlier + more)
            lines.setdefault(key.text, key.line)
    return found


def _shared(terms: list[Term], lines: dict[str, int]) -> Iterator[Problem]:
    owner: dict[str, Term] = {}
    for term in terms:
        for spelling in (term.name, *term.also):
            first = owner.setdefault(fold(spelling), term)
            if first is not term or (spelling != term.name and fold(spelling) == fold(term.name)):
                yield Problem(lines[term.name], f"{spelling!r} already stands for {first.name!r}; keep it in one place")
