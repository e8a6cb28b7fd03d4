"""Strict YAML: text -> a tree in which every value is a string or holds strings, and knows its line.

No value is ever guessed: `no`, `1.10` and `2026-11-22` stay what is written. What an editor cannot see or would not
expect (tabs, invisible characters, anchors, tags, merge keys, repeated keys) is refused with its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from curbside.text.normalise import nfc, squeeze

MAX_CHARACTERS = 2_000_000
"""Characters a file may have."""
MAX_DEPTH = 16
"""Mappings and lists inside one another. The deepest order a person can still read needs ten."""
_HIDDEN = re.compile("[\t\u0085\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Words:
    """A scalar as written: NFC, white space squeezed; empty when nothing is written."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A list."""

    items: tuple["Value", ...]
    line: int


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping, in file order; no key twice."""

    entries: tuple[tuple[Words, "Value"], ...]
    line: int


Value: TypeAlias = Words | Listed | Fields


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a line, and what to do about it. A warning does not keep the file out."""

    line: int
    what: str
    warning: bool = False

    def said(self, name: str) -> str:
        """As printed: `file:line: what`."""
        return f"{name}:{self.line}: {self.what}"


class Refused(Exception):
    """The text is no tree at all; reading stops at this one problem. Never leaves this room: it becomes `BadTopic`."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.what)
        self.problem = problem


def tree(text: str) -> Fields:
    """The mapping the text holds; `Refused` at the first thing that is not allowed."""
    _readable(text)
    try:
        return _build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise Refused(_syntax(error, text.count("\n") + 1)) from None


def _readable(text: str) -> None:
    if len(text) > MAX_CHARACTERS:
        raise Refused(Problem(1, f"the file has {len(text):,} characters; at most {MAX_CHARACTERS:,} are read"))
    if hidden := _HIDDEN.search(text):
        line = text.count("\n", 0, hidden.start()) + 1
        what = "a tab" if hidden.group() == "\t" else f"an invisible character (U+{ord(hidden.group()):04X})"
        raise Refused(Problem(line, f"{what}; write spaces and visible characters only"))


def _syntax(error: yaml.YAMLError, lines: int) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        return Problem(
            min(mark.line + 1, lines) if mark else 1, f"not YAML: {error.problem}; check indentation and quotes"
        )
    return Problem(1, f"not YAML: {squeeze(str(error))}")


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun."""

    line: int
    keyed: bool
    values: list[Value]
    seen: dict[str, int]


def _build(events: Iterator[yaml.Event]) -> Fields:
    stack: list[_Open] = []
    root: Value | None = None
    for event in events:
        done = _step(event, stack)
        if done is None:
            continue
        if root is not None:
            raise Refused(Problem(done.line, "a second document; keep one document to a file"))
        root = done
    if not isinstance(root, Fields):
        raise Refused(Problem(1, "the file is not a mapping; begin with `key: value`"))
    return root


def _step(event: yaml.Event, stack: list[_Open]) -> Value | None:
    """The finished root, once there is one."""
    line = event.start_mark.line + 1 if event.start_mark else 1
    _plain(event, line)
    if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
        if len(stack) == MAX_DEPTH:
            raise Refused(Problem(line, f"more than {MAX_DEPTH} levels inside one another; flatten it"))
        stack.append(_Open(line, isinstance(event, yaml.MappingStartEvent), [], {}))
        return None
    if isinstance(event, yaml.ScalarEvent):
        return _add(Words(_tidy(event.value), line), stack)
    if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
        return _add(_close(stack.pop()), stack)
    return None


def _tidy(text: str) -> str:
    # Most values are short and plain; a vocabulary has thousands of them.
    return text if text.isascii() and text.isprintable() and text == " ".join(text.split()) else squeeze(nfc(text))


def _plain(event: yaml.Event, line: int) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise Refused(Problem(line, "an anchor or alias (& or *); write the value out, or put it in quotes"))
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        raise Refused(Problem(line, f"a tag ({event.tag}); every value is text, so leave tags out"))


def _add(value: Value, stack: list[_Open]) -> Value | None:
    if not stack:
        return value
    top = stack[-1]
    if top.keyed and len(top.values) % 2 == 0:
        _check_key(value, top)
    top.values.append(value)
    return None


def _check_key(key: Value, top: _Open) -> None:
    if not isinstance(key, Words) or not key.text:
        raise Refused(Problem(key.line, "a key must be a word"))
    if key.text == "<<":
        raise Refused(Problem(key.line, "a merge key (<<); write the values out"))
    if key.text in top.seen:
        raise Refused(Problem(key.line, f"{key.text!r} a second time (first on line {top.seen[key.text]}); keep one"))
    top.seen[key.text] = key.line


def _close(top: _Open) -> Value:
    if not top.keyed:
        return Listed(tuple(top.values), top.line)
    keys = [key for key in top.values[::2] if isinstance(key, Words)]
    return Fields(tuple(zip(keys, top.values[1::2], strict=True)), top.line)
