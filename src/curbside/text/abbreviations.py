"""Abbreviations a text defines for itself: "long form (SF)" and "SF (long form)".

After Schwartz and Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text, 2003.
"""

import re

_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]")
_WORD = re.compile(r"[^\W_]+")
_SHORT = re.compile(r"(?=.{2,10}$)(?=.*[A-Z])[^\W_][\w/.+-]*")
_NEVER = re.compile(r"(?:n|N|p|P|r|R|Fig|Table|see|e\.g|i\.e|eg|ie)\b|\d")


def abbreviations(text: str) -> tuple[tuple[str, str], ...]:
    """(short, long) pairs in text order, as they stand; each pair once. Empty when the text defines none."""
    pairs: dict[tuple[str, str], None] = {}
    for match in _BRACKET.finditer(text):
        inside, before = match[1].strip(), text[max(0, match.start() - 200) : match.start()].rstrip()
        short = re.split(r"[,;] | or ", inside)[0].strip()
        long = _long_form(short, before) if _may_be_short(short) else None
        if long is None:
            word = re.search(r"[^\s()\[\]]+$", before)
            short, long = (word[0], inside) if word else ("", None)
            long = _whole(short, inside) if _may_be_short(short) else None
        if long:
            pairs[short, long] = None
    return tuple(pairs)


def _may_be_short(word: str) -> bool:
    return bool(_SHORT.fullmatch(word)) and not _NEVER.match(word)


def _long_form(short: str, before: str) -> str | None:
    """The words right before the bracket that spell the short form; None when they do not."""
    clause = re.split(r"[.;:()\[\]]\s", before)[-1]
    words = list(_WORD.finditer(clause))
    letters = [char for char in short if char.isalnum()]
    for word in words[-min(len(letters) + 5, 2 * len(letters)) :][::-1]:
        candidate = clause[word.start() :]
        if candidate[0].lower() == letters[0].lower() and _spells(short, candidate):
            return candidate.strip() if len(candidate) > len(short) and short not in candidate.split() else None
    return None


def _whole(short: str, inside: str) -> str | None:
    """The bracket as long form: all its words must be used, so that a mere remark is none."""
    words = inside.split()
    fits = bool(words) and len(words) <= len(short) + 3 and inside[0].lower() == short[0].lower()
    return inside if fits and len(inside) > len(short) and _spells(short, inside) else None


def _spells(short: str, long: str) -> bool:
    """Whether the letters of `short` stand in `long` in order: most at the start of a word, the first certainly."""
    letters = [char.lower() for char in short.rstrip("s") if char.isalnum()] or [char.lower() for char in short]
    low, place, initial = long.lower(), 0, 0
    for letter in letters:
        starts = [m.start() for m in re.finditer(rf"(?<![^\W_]){re.escape(letter)}", low) if m.start() >= place]
        inner = low.find(letter, place)
        if inner < 0:
            return False
        here = starts[0] if starts and not _skips(low, place, starts[0]) else inner
        initial += bool(starts) and here == starts[0]
        place = here + 1
    rest = re.findall(r"[^\W\d_]{4,}", long[place:])
    tail = long[place:]
    last_word_open = " " not in tail.strip() and not re.search(r"\s[^\W_]{4,}", tail)
    return initial * 2 >= len(letters) and (last_word_open or not rest)


def _skips(low: str, place: int, start: int) -> bool:
    """Whether going on to `start` would pass over more than one long word."""
    return len(re.findall(r"(?<![^\W_])[^\W\d_]{4,}", low[place:start])) > 1
