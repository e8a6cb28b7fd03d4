"""Cutting a document into passages: paragraph-sized, verbatim, never across a section.

A passage aims at 400 to 1,200 code points. A longer paragraph is cut where a line or a sentence ends; short neighbours
are joined. A line that ends in a colon stays with what it leads to, and a list with its lead-in.
"""

from collections.abc import Iterator

from curbside.model.document import Document, Passage, Role, Section, Span, cut
from curbside.text.sentences import sentences

_SHORT = 400
_JOINED = 800
_LONG = 1_200
_TAIL = 200
"""A rest no longer than this is not worth a passage of its own."""
_LED = 2_000
"""Most code points that a lead-in and its list, or a list whole, may have together."""

Reach = tuple[int, int]
"""[start, end) in code points of the document's text."""


def passages_of(document: Document) -> tuple[Passage, ...]:
    """All passages of a document, in text order. The title is one: a guideline names its condition nowhere else. A
    document of white space has none."""
    sections = document.sections or (Section("", Role.OTHER, Span(0, max(1, len(document.text)))),)
    cuts = [reach for section in sections for reach in _reaches(document.text, section.span)]
    return tuple(cut(document, Span(*reach)) for reach in cuts)


def _reaches(text: str, span: Span) -> Iterator[Reach]:
    """The passages of one section."""
    held: Reach | None = None
    for start, end in _paragraphs(text, span):
        if held is not None and _belong(text, held, (start, end)):
            held = (held[0], end)
            continue
        if held is not None:
            yield from _parts(text, held)
        held = (start, end)
    if held is not None:
        yield from _parts(text, held)


def _paragraphs(text: str, span: Span) -> Iterator[Reach]:
    start = span.start
    while start < span.end:
        end = text.find("\n\n", start, span.end)
        end = span.end if end < 0 else end
        trimmed = _trimmed(text, start, end)
        if trimmed:
            yield trimmed
        start = end + 2


def _belong(text: str, held: Reach, following: Reach) -> bool:
    together = following[1] - held[0]
    if text[held[1] - 1] == ":" or text[following[0]] == "•":
        return together <= _LED
    return held[1] - held[0] < _SHORT and together <= _JOINED


def _parts(text: str, reach: Reach) -> Iterator[Reach]:
    """A stretch cut into passages of about equal length, where lines or sentences end; one that is short enough, or a
    list that may stay whole, as it is."""
    start, end = reach
    length = end - start
    listed = "\n" in text[start:end]
    if length <= (_LED if listed else _LONG):
        yield reach
        return
    pieces = [p for line in _lines(text, start, end) for p in _small(text, line)]
    goal = length / -(-length // (_LONG - _SHORT // 2))
    at = pieces[0]
    for piece in pieces[1:]:
        if end - at[0] <= _LONG + _TAIL:
            break
        if piece[1] - at[0] > _LONG or (at[1] - at[0] >= goal * 0.9 and end - piece[0] >= _SHORT):
            yield at
            at = piece
        else:
            at = (at[0], piece[1])
    yield (at[0], end)


def _lines(text: str, start: int, end: int) -> Iterator[Reach]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        trimmed = _trimmed(text, start, stop)
        if trimmed:
            yield trimmed
        start = stop + 1


def _small(text: str, line: Reach) -> Iterator[Reach]:
    """A line as it is, or its sentences, or, of a sentence longer than a passage, stretches that end at a space."""
    start, end = line
    if end - start <= _LONG:
        yield line
        return
    for first, last in sentences(text[start:end]):
        at, stop = start + first, start + last
        while stop - at > _LONG:
            goal = at + (stop - at) // -(-(stop - at) // _LONG) + 1
            space = text.rfind(" ", at + 1, goal)
            middle = space if space > 0 else goal
            yield (at, middle)
            at = middle + (1 if space > 0 else 0)
        if at < stop:
            yield (at, stop)


def _trimmed(text: str, start: int, end: int) -> Reach | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
