"""Reading a mapping field by field: what is missing, misspelt or of the wrong shape is noted with its line, and reading
goes on, so that an editor sees every problem at once."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from curbside.errors import IntegrityError
from curbside.topics.tree import Fields, Listed, Problem, Value, Words

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
KEY = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
"""What an id or key looks like."""


@dataclass(frozen=True, slots=True)
class Record:
    """One mapping of a file. A method that finds a field wrong notes it and returns None, "" or ()."""

    fields: Fields
    what: str
    """What it is, for messages: "statement", "dose"."""
    problems: list[Problem]

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.fields.line

    def note(self, line: int, what: str) -> None:
        """Notes what is wrong and what to do."""
        self.problems.append(Problem(line, what))

    def value(self, key: str) -> Value | None:
        """The field; None when it is left out."""
        return next((value for name, value in self.fields.entries if name.text == key), None)

    def has(self, *keys: str) -> bool:
        """Whether any of the fields is there."""
        return any(name.text in keys for name, _ in self.fields.entries)

    def words(self, key: str) -> Words | None:
        """A field of one text, not empty."""
        value = self.value(key)
        return None if value is None else self._filled(value, key)

    def text(self, key: str) -> str | None:
        """A field of one text that may be left out."""
        words = self.words(key)
        return words.text if words else None

    def needed(self, key: str) -> str:
        """A field of one text that must be there."""
        if not self.has(key):
            self.note(self.line, f"this {self.what} has no `{key}`; add it")
        return self.text(key) or ""

    def needed_mapping(self, key: str) -> None:
        """Notes when a field that holds named entries is missing, empty or something else."""
        value = self.value(key)
        if not isinstance(value, Fields) or not value.entries:
            line = value.line if value else self.line
            self.note(line, f"this {self.what} needs `{key}`: a mapping with at least one entry")

    def id(self, key: str = "id") -> str:
        """A needed id: small letters, digits and hyphens."""
        found = self.needed(key)
        if found and not KEY.fullmatch(found):
            self.note(self._line(key), f"{found!r} is not an id; use small letters, digits and hyphens")
        return found

    def many(self, key: str) -> tuple[Words, ...]:
        """A list of texts; empty when left out. A repeated text is an error."""
        value = self.value(key)
        if value is None:
            return ()
        if not isinstance(value, Listed) or not value.items:
            self.note(value.line, f"`{key}` is a list with at least one entry; write [one, two], or leave it out")
            return ()
        found = tuple(words for item in value.items if (words := self._filled(item, key)))
        seen: set[str] = set()
        for words in found:
            if words.text in seen:
                self.note(words.line, f"{words.text!r} stands twice in `{key}`; keep one")
            seen.add(words.text)
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """`many`, without the lines."""
        return tuple(words.text for words in self.many(key))

    def pairs(self, key: str) -> tuple[tuple[Words, str], ...]:
        """A mapping of texts, in file order; empty when left out."""
        value = self.value(key)
        if value is None:
            return ()
        if not isinstance(value, Fields):
            self.note(value.line, f"`{key}` is a mapping; write `word: text`, one to a line")
            return ()
        return tuple((name, words.text) for name, item in value.entries if (words := self._filled(item, name.text)))

    def flag(self, key: str) -> bool:
        """true or false; false when left out."""
        words = self.words(key)
        if words and words.text not in ("true", "false"):
            self.note(words.line, f"`{key}` is true or false, not {words.text!r}")
        return bool(words and words.text == "true")

    def choice(self, key: str, options: Sequence[str]) -> str | None:
        """One of the options; None when left out."""
        words = self.words(key)
        return words.text if words and self._among(words, key, options) else None

    def choices(self, key: str, options: Sequence[str]) -> tuple[str, ...]:
        """A list of options; empty when left out."""
        return tuple(words.text for words in self.many(key) if self._among(words, key, options))

    def one_of(self, key: str, enum: type[E], default: E) -> E:
        """A needed member of a list of words; `default` only stands in where a problem is noted."""
        found = self.choice(key, [member.value for member in enum])
        if not self.has(key):
            self.needed(key)
        return enum(found) if found else default

    def whole(self, key: str, low: int, high: int) -> int | None:
        """A whole number within bounds; None when left out."""
        words = self.words(key)
        if words is None:
            return None
        if not re.fullmatch(r"[1-9][0-9]{0,5}", words.text) or not low <= int(words.text) <= high:
            self.note(words.line, f"`{key}` is a whole number from {low} to {high}, not {words.text!r}")
            return None
        return int(words.text)

    def made(self, key: str, make: Callable[[str], T]) -> T | None:
        """A field as a value of its own type; None when left out or refused by that type."""
        words = self.words(key)
        if words is None:
            return None
        try:
            return make(words.text)
        except (IntegrityError, ValueError) as error:
            self.note(words.line, f"`{key}`: {error}; correct it")
            return None

    def record(self, key: str, what: str, known: Sequence[str]) -> "Record | None":
        """A mapping inside; None when left out."""
        value = self.value(key)
        return None if value is None else record(value, what, known, self.problems)

    def records(self, key: str, what: str, known: Sequence[str]) -> "tuple[Record, ...]":
        """A list of mappings; empty when left out."""
        value = self.value(key)
        if value is None:
            return ()
        if not isinstance(value, Listed) or not value.items:
            self.note(value.line, f"`{key}` is a list of entries, each beginning with `-`")
            return ()
        return tuple(found for item in value.items if (found := record(item, what, known, self.problems)))

    def _line(self, key: str) -> int:
        value = self.value(key)
        return value.line if value else self.line

    def _filled(self, value: Value, key: str) -> Words | None:
        if isinstance(value, Words) and value.text:
            return value
        empty = isinstance(value, Words)
        self.note(value.line, f"`{key}` is {'empty; fill it or leave it out' if empty else 'one text; write it so'}")
        return None

    def _among(self, words: Words, key: str, options: Sequence[str]) -> bool:
        if words.text in options:
            return True
        self.note(words.line, f"`{key}` cannot be {words.text!r}; there are: {', '.join(options)}")
        return False


def record(value: Value, what: str, known: Sequence[str], problems: list[Problem]) -> Record | None:
    """The value as a record with only known fields; None when it is no mapping."""
    if not isinstance(value, Fields):
        problems.append(Problem(value.line, f"a {what} is a mapping; write `key: value`, one to a line"))
        return None
    for name, _ in value.entries:
        if name.text not in known:
            near = get_close_matches(name.text, known, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(known)}"
            problems.append(Problem(name.line, f"a {what} has no field {name.text!r}; {hint}"))
    return Record(value, what, problems)
