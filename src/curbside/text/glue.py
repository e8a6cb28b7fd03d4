"""Digits that belong to something else: names (IL-6), notes (effective.12), list numbers, signs, unreadable figures."""

import re
from decimal import Decimal

from curbside.text.measures import unit_at
from curbside.text.numbers import LABELS
from curbside.text.tokens import Token, glued
from curbside.text.units import unit
from curbside.text.wordlist import wordlist

MEASURED = ("mass", "volume", "units", "percent", "count")
"""Families of units that make a figure a dose, a strength or a level."""
LOOKALIKE = frozenset("OolI|")
"""Characters that pass for 0 and 1."""
_HYPHENED = wordlist(
    "factor valent lead drug item point stage component arm line view gauge drugs way agent fraction session arms"
)
_PREFIXES = wordlist("mid pre post early late to of")
_SHORTENED = wordlist("fig no p ca approx max min vol ref vs dose")
_RUN_ON = re.compile(r"(?:m[gl]|mcg|g|μg|ug|iu|units?|kg|m2|day)(?:x\d|q\d|kg|\d{2}).*")


def is_name(tokens: list[Token], i: int, j: int) -> bool:
    """Whether the number in tokens [i, j) is part of a name: hyphen or slash glued to a word, and no dose after it."""
    joint, word = tokens[i - 1], tokens[i - 2]
    if tokens[j].raw == "(" and tokens[j + 1].low == "oh" and glued(tokens[j - 1], tokens[j]):
        return True
    if not (joint.kind == "sign" and glued(joint, tokens[i]) and glued(word, joint) and word.kind == "word"):
        return False
    if joint.raw in ("/", "*", "_", "+"):
        return any(char.isdigit() for char in word.raw)
    if joint.raw != "-" or word.low in LABELS or word.low in _PREFIXES:
        return False
    time = unit(word.raw)
    if time and time.family == "time":
        return False
    found = unit_at(tokens, j)
    return found is None or found[0].family not in MEASURED


def is_note(tokens: list[Token], i: int) -> bool:
    """Whether the number is a note glued to a sentence's end ("effective.12 The", "(P<0.05).12")."""
    point, word = tokens[i - 1], tokens[i - 2]
    if point.raw != "." or not (glued(point, tokens[i]) and glued(word, point)):
        return False
    return word.raw in (")", "]", "%", "”", '"') or (word.kind == "word" and word.low not in _SHORTENED)


def is_list_number(tokens: list[Token], i: int, text: str) -> bool:
    """ "1." or "2)" that opens a line."""
    token, mark, then = tokens[i], tokens[i + 1], tokens[i + 2]
    if mark.raw not in (".", ")") or not glued(token, mark) or len(token.raw) > 2 or not token.raw.isdigit():
        return False
    opens = not text[: token.start].rpartition("\n")[2].strip()
    return opens and then.kind == "word" and not glued(mark, then)


def is_negative(tokens: list[Token], i: int, text: str) -> bool:
    """Whether the dash before a number is its sign; one that opens a line before a dose is a bullet."""
    dash, before = tokens[i - 1], tokens[i - 2]
    if (
        dash.raw != "-"
        or not glued(dash, tokens[i])
        or (glued(before, dash) and before.raw not in ("(", "[", "=", "<", ">", ":"))
    ):
        return False
    if text[: dash.start].rpartition("\n")[2].strip():
        return True
    found = unit_at(tokens, i + 1)
    return found is None or found[0].family not in MEASURED


def lookalike(tokens: list[Token], j: int) -> bool:
    """Whether the number that ends before token `j` runs on in letters that pass for figures ("1O mg", "5OO mg")."""
    return all(char in LOOKALIKE or char.isdigit() for char in tokens[j].raw)


def runs_on(tokens: list[Token], j: int) -> bool:
    """Whether a unit after the number runs on into something else ("10 mgx3")."""
    return bool(_RUN_ON.fullmatch(tokens[j].low))


def named_by_next(tokens: list[Token], i: int, j: int) -> tuple[str, int] | None:
    """What a number names with the word glued after it ("4-factor", "grade 3b"), and the index after that."""
    if tokens[j].low in ("st", "nd", "rd", "th"):
        return "th", j + 1
    if tokens[j].raw == "-":
        word = tokens[j + 1]
        return (word.low.rstrip("s"), j + 2) if word.low in _HYPHENED else None
    k = i - 2 if tokens[i - 1].raw in ("-", ".") else i - 1
    label = LABELS.get(tokens[k].low)
    return (f"{label} {tokens[j].low}", j + 1) if label and len(tokens[j].raw) <= 2 else None


def proportion(tokens: list[Token], i: int, low: Decimal, j: int) -> tuple[str, int] | None:
    """ "1:1000" and "1 in 1000": ("1:", index of the second number); None when it is neither."""
    mark, then = tokens[j], tokens[j + 1]
    if mark.raw == ":" and glued(tokens[i], mark) and glued(mark, then) and then.kind == "number":
        return f"{low:f}:", j + 1
    return ("1:", j + 1) if mark.low == "in" and low == 1 and tokens[i].raw == "1" and then.kind == "number" else None
