"""Paragraphs, lists, tables and captions of a JATS section as plain text.

Paragraphs are apart by blank lines. A list follows its lead-in on lines that begin with a bullet (printed numbers are
left out: "1. 5 mg" must not become 1.5 mg). A table is its caption, then one line a row, cells joined by " | "; a cell
that spans rows is repeated in each, so that a line says all that it means; then its notes.
"""

from collections.abc import Iterator

from curbside.model.document import Role
from curbside.sources.flat import flat
from curbside.sources.parts import Part
from curbside.sources.xml import Element

_BLOCKS = frozenset(("list", "def-list", "disp-quote", "statement", "speech", "verse-group", "p"))
_MOST_ROWS_SPANNED = 20
_MOST_REPEATED = 100
"""Characters of a spanning cell that are repeated; with the rows above, the bound on what a hostile table grows to."""


class Blocks:
    """Paragraphs of a section as they are gathered."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._open = False
        """Whether a list may follow on the lines after the last paragraph."""

    def add(self, element: Element, aside: list[Element]) -> None:
        """A paragraph, list, quotation, statement or formula; floats and footnotes inside it go to `aside`."""
        if element.tag in ("list", "def-list"):
            self._bullets(_items(element, aside))
        elif any(child.tag in _BLOCKS for child in element):
            self._mixed(element, aside)
        else:
            self._paragraph(flat(element, aside))

    def float(self, element: Element) -> None:
        """A table, a figure, a group of them, or a footnote."""
        if element.tag in ("table-wrap-group", "fig-group"):
            self._paragraph(_caption(element))
            for child in element.iterfind("*"):
                if child.tag in ("table-wrap", "fig"):
                    self.float(child)
        elif element.tag == "table-wrap":
            self._table(element)
        elif element.tag == "fig":
            self._paragraph(_caption(element))
            self._open = False
        else:
            self._paragraph(flat(element))

    def part(self, heading: str, role: Role) -> Iterator[Part]:
        """What was gathered as one part, or nothing; begins anew."""
        if self._texts:
            yield Part(heading, role, "\n\n".join(self._texts))
        self._texts, self._open = [], False

    def _paragraph(self, text: str) -> None:
        if text:
            self._texts.append(text)
            self._open = True

    def _bullets(self, lines: list[str]) -> None:
        if lines and self._open:
            self._texts[-1] += "\n" + "\n".join(lines)
        else:
            self._paragraph("\n".join(lines))

    def _mixed(self, element: Element, aside: list[Element]) -> None:
        """Text with blocks inside it: what comes before a block, the block, what comes after."""
        run = element.makeelement("p")
        run.text = element.text
        for child in list(element):
            if child.tag not in _BLOCKS:
                run.append(child)
                continue
            self._paragraph(flat(run, aside))
            self.add(child, aside)
            run = element.makeelement("p")
            run.text = child.tail
        self._paragraph(flat(run, aside))

    def _table(self, wrap: Element) -> None:
        lines = [_caption(wrap)]
        for table in wrap.iter("table", "array"):
            lines += _rows(table)
        for foot in wrap.iterfind("table-wrap-foot"):
            lines += [_note(note) for note in foot]
        text = "\n".join(filter(None, lines))
        if text:
            self._texts.append(text)
            self._open = False


def _caption(float_: Element) -> str:
    label, caption = flat(float_.find("label")).rstrip(" .:"), flat(float_.find("caption"))
    return ": ".join(filter(None, (label, caption)))


def _note(note: Element) -> str:
    label = flat(note.find("label"))
    text = " ".join(filter(None, (flat(child) for child in note if child.tag != "label"))) if len(note) else ""
    return ": ".join(filter(None, (label, text or flat(note) * (not label))))


def _items(element: Element, aside: list[Element]) -> list[str]:
    """One line a list item or definition; items of a list within follow theirs."""
    lines = []
    for item in element:
        if item.tag == "def-item":
            term, meaning = flat(item.find("term"), aside), flat(item.find("def"), aside)
            lines.append("• " + ": ".join(filter(None, (term, meaning))))
        elif item.tag == "list-item":
            own, inner = [item.text or ""], []
            for child in item:
                if child.tag in ("list", "def-list"):
                    inner += _items(child, aside)
                elif child.tag != "label":
                    own.append(flat(child, aside))
            text = " ".join(" ".join(own).split())
            lines += (["• " + text] if text else []) + inner
    return lines


def _rows(table: Element) -> list[str]:
    """Lines of a table, head first as it stands in the file; rows without text are left out."""
    lines, group, reaching = [], None, dict[int, tuple[int, str, int]]()
    for row in table.iter("tr"):
        if row.getparent() is not group:
            group, reaching = row.getparent(), {}
        line = " | ".join(_cells(row, reaching))
        if line.strip(" |"):
            lines.append(line)
    return lines


def _cells(row: Element, reaching: dict[int, tuple[int, str, int]]) -> list[str]:
    """Texts of a row's cells. `reaching`: by column, the cells of rows above that reach down here: rows still to come,
    text, columns covered."""
    texts: list[str] = []
    column = 0
    for cell in (*row.iterchildren("td", "th"), None):
        while column in reaching:
            left, text, wide = reaching.pop(column)
            if left > 1:
                reaching[column] = (left - 1, text, wide)
            texts.append(text)
            column += wide
        if cell is None:
            break
        text, wide = flat(cell), _span(cell.get("colspan"))
        down = min(_span(cell.get("rowspan")), _MOST_ROWS_SPANNED)
        if down > 1:
            reaching[column] = (down - 1, text if len(text) <= _MOST_REPEATED else "", wide)
        texts.append(text)
        column += wide
    return texts


def _span(text: str | None) -> int:
    return max(1, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 5 else 1
