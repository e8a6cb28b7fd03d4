"""Where sentences begin and end."""

import re

from curbside.text.wordlist import wordlist

_BREAK = re.compile(
    r"""
    \n[ \t\r]*\n\s*                                       # a blank line
  | \n(?=[ \t]*(?:[-–—•‣◦▪●○*·][ \t]|\(?\d{1,2}[.)][ \t]|•))   # a line that opens with a bullet or a list number
  | (?<![.!?…]) [.!?…]++ (?:["'”’»)\]] | \[[\d,\s–-]+\] | [⁰¹²³⁴⁵⁶⁷⁸⁹])*+ (?=\s)     # a stop, what closes with it, white space
  | (?<=[^\W\d]{2}) \. \d{1,3} (?:[,–-]\d{1,3})* (?=\s+[A-Z])     # a stop with the number of a note: "effective.12 The"
  | \s•                                                 # a bullet within a line
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"(?:[^\W\d_][\w.]*|\S)$")
_ABBREVIATED = wordlist(
    "e.g i.e eg ie al vs cf fig figs no nos dr drs mr mrs ms prof st approx ca ref refs eq eqs vol pp p inc ltd co dept "
    "viz sp spp subsp var resp incl excl max min est jr sr tab sec ch ed eds n.b nb u.s u.k a.k.a sub q.v wt vit"
)
_ENDS_ANYWAY = wordlist("etc a.m p.m u.s u.k jr sr inc ltd co spp al")
"""Abbreviations after which a capital letter opens a new sentence."""
_OPENS = re.compile(r"\s*[\"'“‘«(\[]*([^\W_]|[≥≤<>~±•%$€£-])")
_MIXED = re.compile(r"[a-z]{1,2}[A-Z]")
"""A sentence may open with "mRNA" or "pH"."""
_LOOK_BACK = 40


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open code point spans of the sentences, in order, without white space at either end; none when blank.

    A blank line and a bullet always divide. A stop divides unless it belongs to a number, an initial or an
    abbreviation, or a lower case word follows."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        mark = match[0]
        end = match.start() if mark[0].isspace() else match.end()
        if not mark[0].isspace() and not _ends(text, match.start(), match.end()):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left < len(piece):
        spans.append((start + left, start + len(piece.rstrip())))


def _ends(text: str, stop: int, after: int) -> bool:
    """Whether the stop at `stop`, with what closes up to `after`, ends a sentence."""
    opening = _OPENS.match(text, after)
    if opening is None:
        return True
    first = opening[1]
    if text[stop] != ".":
        return not first.islower()
    found = _WORD_BEFORE.search(text, max(0, stop - _LOOK_BACK), stop)
    word = found[0] if found else ""
    closed = text[stop + 1 : after].strip("0123456789,–-.")
    if first.islower():
        return bool(_MIXED.match(text, opening.start(1)))
    if len(word) == 1 and word.isalpha() and not closed:
        return _letter_ends(text, stop, word)
    low = word.lower()
    if low in _ABBREVIATED and not closed:
        return low in _ENDS_ANYWAY and first.isupper()
    return not _numbers_a_line(text, stop)


def _letter_ends(text: str, stop: int, letter: str) -> bool:
    """A single capital is an initial ("J. Smith", "S. Aureus") unless it is a vitamin, a group or the like."""
    before = text[max(0, stop - _LOOK_BACK) : stop - 1].rstrip().rpartition(" ")[2].lower()
    named = before in (
        "vitamin",
        "hepatitis",
        "group",
        "type",
        "class",
        "grade",
        "arm",
        "influenza",
        "child-pugh",
        "factor",
    )
    return named or (letter.islower() and letter not in "pnsv")


def _numbers_a_line(text: str, stop: int) -> bool:
    """Whether the stop belongs to a list number that opens a line ("2. Give fluids")."""
    line = text[max(0, stop - _LOOK_BACK) : stop].rpartition("\n")[2] if stop else ""
    at_start = stop <= _LOOK_BACK or "\n" in text[stop - _LOOK_BACK : stop]
    return at_start and bool(re.fullmatch(r"\s*\(?\d{1,2}", line))
