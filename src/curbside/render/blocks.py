"""A page as blocks: headings, lines, list items and tables made of styled runs. Markdown and the terminal
page are two ways to print the same blocks, so neither can say what the other does not."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Style(StrEnum):
    """What a run of words is, not how it looks."""

    PLAIN = "plain"
    STRONG = "strong"
    QUOTE = "quote"
    """Words of a source, printed in quotation marks and never rewritten."""
    CITE = "cite"
    """Our own citation marks such as "[1, 3]"."""
    MARK = "mark"
    """Our own small print after a claim."""
    ALERT = "alert"
    LINK = "link"
    """An address that `outside.address` let through."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one style. Any text, from anywhere; the printers make it safe."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is the page title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. Runs are separated by one space."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; depth 0 is the outermost. Runs are separated by one space."""

    depth: int
    runs: tuple[Run, ...]
    number: int | None = None
    """Printed in place of the bullet; None: a bullet."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that belongs to the item of depth `depth - 1` above it."""

    depth: int
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Heading | Line | Item | Grid


def line(text: str, style: Style = Style.PLAIN) -> Line:
    """A paragraph of one run."""
    return Line((Run(text, style),))


def item(depth: int, text: str, style: Style = Style.PLAIN) -> Item:
    """A list item of one run."""
    return Item(depth, (Run(text, style),))
