"""Text as figures, words and signs, each with its place in the text as given."""

import re
import unicodedata
from typing import NamedTuple

_DASHES = "‐‑‒–—―−﹣－"
_NARROW = "\u00a0\u2006\u2007\u2008\u2009\u200a\u202f"
_SAME = {"µ": "μ", "⩾": "≥", "≧": "≥", "⩽": "≤", "≦": "≤", "∙": "·", "⋅": "·", "‧": "·", "٫": ".", "٬": ",", "’": "'"}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0e\ufe0f]")

_TOKEN = re.compile(
    r"""
    (?P<letters>[^\W\d_]{2}\w*)       # a word, as below; none of the forms between opens with two letters
  | (?P<every>(?<!\w)[qQ]\ ?\d+(?:\.\d+)?(?:\ ?(?:-|to)\ ?\d+)?\ ?-?
        (?i:hourly|hrly|hours?|hrs?|h|minutes?|mins?|days?|d|weeks?|wks?|w|months?|mo)(?!\w))
  | (?P<dotted>(?<!\w)[bBtTqQoO](?:\.[a-zA-Z]){1,2}(?!\w)\.?)
  | (?P<times>(?<!\w)[xX](?=\d))
  | (?P<odd>\d+(?:\.\d+){2,}|\d{19,}|\d+[.·]\d{19,})
  | (?P<number>
        [1-9]\d{0,2}(?:,\d{3}){1,5}(?:[.·]\d+)?(?!\d|,\d)
      | [1-9]\d?(?:,\d\d)+,\d{3}(?:[.·]\d+)?(?!\d|,\d)
      | [1-9]\d{0,2}(?:['\u00a0]\d{3})+(?:[.,·]\d+)?(?!\d)
      | [1-9]\d{0,2}(?:\.\d{3})+,\d+(?!\d)
      | (?<=\d,)\d+(?:[.·]\d+)?
      | \d+(?=,\d+,\d)
      | (?:0,\d+|\d+,\d\d?)(?!\d)
      | \d+(?:[.·]\d+)?(?:[eE][-+]?1?\d(?!\w))?
      | (?<![\w.·)\]%”"])[.·]\d+
    )
  | (?P<word>[^\W\d_]\w*)
  | (?P<sign>>=|=>|<=|=<|[^\w\s]|_)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """`kind` is "number", "word", "sign", "every" (q8h), "odd" (1.2.3, or more figures than anyone reads) or "" past either end of the text."""

    kind: str
    raw: str
    low: str
    """Lower case; of "b.i.d." without the points."""
    start: int
    end: int


_END = [Token("", "", "", -1, -2)] * 14
"""Padding: looking a few tokens ahead or back never leaves the list (a negative index lands in here)."""


class _Fold(dict[int, str]):
    """Single characters to the single characters they stand for; learns as it reads."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


def _folded(char: str) -> str:
    if char in _DASHES:
        return "-"
    if char in _NARROW:
        return "\u00a0"
    if char in _SAME:
        return _SAME[char]
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    if unicodedata.decomposition(char).startswith(("<wide>", "<font>")):
        plain = unicodedata.normalize("NFKC", char)
        return plain if len(plain) == 1 else char
    return char


_FOLD = _Fold()


def folded(text: str) -> str:
    """Same length: one dash, one micro sign, digits of every script as 0-9; superscripts stay superscripts."""
    return text if text.isascii() else text.translate(_FOLD)


def tokens(text: str) -> list[Token]:
    """Tokens in order, then padding. Invisible characters are passed over; places count them."""
    if text.isascii() or not _INVISIBLE.search(text):
        return [_token(match, match.start(), match.end()) for match in _TOKEN.finditer(folded(text))] + _END
    places = [place for place, char in enumerate(text) if not _INVISIBLE.match(char)]
    visible = folded("".join(text[place] for place in places))
    found = _TOKEN.finditer(visible)
    return [_token(match, places[match.start()], places[match.end() - 1] + 1) for match in found] + _END


def _token(match: re.Match[str], start: int, end: int) -> Token:
    kind, raw = match.lastgroup or "", match[0]
    if kind == "letters":
        return Token("word", raw, raw.lower(), start, end)
    if kind == "dotted":
        return Token("word", raw, raw.lower().replace(".", ""), start, end)
    return Token("word" if kind == "times" else kind, raw, raw.lower(), start, end)


def glued(left: Token, right: Token) -> bool:
    """Whether nothing stands between two tokens."""
    return left.end == right.start
