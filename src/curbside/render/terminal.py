"""Blocks -> lines for a terminal: wrapped without parting a word, or a figure from its unit; colour on request."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from curbside.render.blocks import Block, Grid, Heading, Item, Line, Run, Style
from curbside.render.outside import visible

NARROWEST, WIDEST = 40, 120
"""Columns a page is laid out for; other widths are brought into this range."""

_GLUE = "\x00"
"""A space at which a line is not broken. Cannot come from outside: `visible` lets no control character through."""
_SGR = {
    Style.STRONG: "1",
    Style.ALERT: "1;33",
    Style.CITE: "36",
    Style.MARK: "2",
    Style.LINK: "4;34",
    Style.QUOTE: "3",
}
_HEADINGS = {1: "1;4", 2: "1;36"}
_UNIT = (
    r"(?:%|°C|mcg|mg|kg|g|mL|L|mmol|mol|mEq|units?|million|international|hours?|h|days?|weeks?|months?|years?|minutes?|min|"
    r"seconds?|s|times|mmHg|mm|cm|m|doses?|tablets?|/)"
)
_FIGURE = r"\d[\d.,]*(?:[-–]\d[\d.,]*)?"
_RANGE = re.compile(rf"({_FIGURE}) (to|and|or) ({_FIGURE})(?= {_UNIT}(?![A-Za-z]))")
_MEASURE = re.compile(rf"({_FIGURE}) (?={_UNIT}(?![A-Za-z]))")
_UNIT_WORDS = re.compile(r"\b(million|international) (?=units?\b)")
_SIGN = re.compile(r"(?<=[<>=≤≥±~]) (?=\d)")


def to_text(blocks: Sequence[Block], width: int, colour: bool) -> str:
    """The page, ending with one line break. No line is longer than `width` columns unless one word is."""
    width = max(NARROWEST, min(WIDEST, width))
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(block, Item | Grid) and isinstance(before, Item | Grid)):
            lines.append("")
        lines.extend(_block(block, width, colour))
        before = block
    return "\n".join(lines) + "\n"


def _block(block: Block, width: int, colour: bool) -> Iterator[str]:
    if isinstance(block, Heading):
        code = _HEADINGS.get(block.level, "1") if colour else None
        for line in _fill((Run(block.text),), width, colour=False):
            yield f"\x1b[{code}m{line}\x1b[0m" if code else line
        if block.level <= 2 and not colour:
            yield ("=" if block.level == 1 else "-") * min(width, columns(visible(block.text)))
    elif isinstance(block, Line):
        yield from _fill(block.runs, width, colour)
    elif isinstance(block, Item):
        bullet = "•" if block.number is None else f"{block.number}."
        margin = " " * (2 * min(block.depth, 6))
        filled = _fill(block.runs, width - len(margin) - len(bullet) - 1, colour)
        for i, line in enumerate(filled):
            yield f"{margin}{bullet if i == 0 else ' ' * len(bullet)} {line}"
    else:
        yield from _grid(block, width, colour)


def _grid(grid: Grid, width: int, colour: bool) -> Iterator[str]:
    """A table in columns when it fits, else each row as "column: cell" items."""
    margin = " " * (2 * min(grid.depth, 6))
    rows = [[visible(cell) for cell in row] for row in (grid.columns, *grid.rows)]
    sizes = [max(columns(row[i]) for row in rows) for i in range(len(grid.columns))]
    if len(margin) + sum(sizes) + 2 * (len(sizes) - 1) <= width:
        for row in rows:
            cells = (cell + " " * (size - columns(cell)) for cell, size in zip(row, sizes, strict=True))
            yield f"{margin}{'  '.join(cells)}".rstrip()
        return
    for row in rows[1:]:
        pairs = "; ".join(f"{name}: {cell}" for name, cell in zip(rows[0], row, strict=True))
        yield from _block(Item(grid.depth, (Run(pairs),)), width, colour)


def columns(text: str) -> int:
    """Terminal columns of a text: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def bound(text: str) -> str:
    """The text with a glue character in place of each space at which a line must not be broken."""
    text = _RANGE.sub(rf"\1{_GLUE}\2{_GLUE}\3", text)
    text = _MEASURE.sub(rf"\1{_GLUE}", text)
    return _SIGN.sub(_GLUE, _UNIT_WORDS.sub(rf"\1{_GLUE}", text))


Word = list[tuple[str, Style]]


def _fill(runs: Sequence[Run], width: int, colour: bool) -> Iterator[str]:
    line: list[Word] = []
    used = 0
    for word in _words(runs):
        size = sum(columns(text) for text, _ in word)
        if line and used + 1 + size > width:
            yield _painted(line, colour)
            line, used = [], 0
        used += size + (1 if line else 0)
        line.append(word)
    if line:
        yield _painted(line, colour)


def _words(runs: Sequence[Run]) -> Iterator[Word]:
    """Words as pieces of one style. A citation mark hangs on the word before it."""
    words: list[Word] = []
    for run in runs:
        text = visible(run.text)
        if not text:
            continue
        if run.style is Style.QUOTE:
            text = f"“{text}”"
        if run.style is Style.CITE and words:
            words[-1].append((f" {text}", run.style))
            continue
        words.extend([(piece.replace(_GLUE, " "), run.style)] for piece in bound(text).split(" "))
    yield from words


def _painted(line: Sequence[Word], colour: bool) -> str:
    if not colour:
        return " ".join("".join(text for text, _ in word) for word in line)
    runs: list[tuple[str, Style]] = []
    for i, word in enumerate(line):
        for j, (text, style) in enumerate(word):
            gap = " " if i and not j else ""
            if runs and runs[-1][1] is style:
                runs[-1] = (f"{runs[-1][0]}{gap}{text}", style)
            else:
                if gap:
                    runs[-1] = (runs[-1][0] + gap, runs[-1][1])
                runs.append((text, style))
    return "".join(f"\x1b[{_SGR[style]}m{text}\x1b[0m" if style in _SGR else text for text, style in runs)
