"""Reading one number: figures in any usual notation, and number words."""

import re
from decimal import Decimal

from curbside.text.tokens import Token, glued
from curbside.text.units import unit
from curbside.text.wordlist import wordlist

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMERALS = "I II III IV V VI VII VIII IX X XI XII"
SMALL = {word: Decimal(n) for n, word in enumerate(_WORDS.split())}
_TENS = {word: Decimal(10 * n) for n, word in enumerate(_TEN_WORDS.split(), 2)}
_SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
}
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅕": "0.2", "⅛": "0.125", "⅜": "0.375"}
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_THREE = re.compile(r"\d{3}")
_DATED = wordlist("day days week weeks month months cycle cycles")
ROMAN = {word: Decimal(n) for n, word in enumerate(_NUMERALS.split(), 1)}
"""Numerals of grades, stages, types and the like; capitals only."""

_LABELS = """
grade stage phase type class category level step table figure fig box appendix section chapter panel group arm cohort
part tier line factor criterion criteria question recommendation reference ref version item cluster subtype genotype
serotype interleukin
"""
_PLURALS = {"criteria": "criterion", "criterion": "criterion", "class": "class"}
LABELS = (
    {word: word for word in _LABELS.split()}
    | {
        plural: word
        for word in _LABELS.split()
        for plural in (word + "s", word[:-1] + "ies" if word.endswith("y") else word + "es")
    }
    | _PLURALS
)
"""Words whose number names something rather than counts it ("grade 3"), with their singular."""


def starts_number(token: Token) -> bool:
    """Whether `value` may find a number here."""
    return token.kind == "number" or token.raw in _VULGAR or token.low in SMALL or token.low in _TENS


def value(tokens: list[Token], i: int) -> tuple[Decimal, int] | None:
    """The number that starts at token `i`, and the index after it; None when there is none."""
    token = tokens[i]
    if token.kind == "number":
        number, i = _grouped(tokens, i, literal(token.raw))
        if tokens[i].raw in _VULGAR:
            return number + _fraction(_VULGAR[tokens[i].raw]), i + 1
        part = _slashed(tokens, i) if glued(tokens[i - 1], tokens[i]) or tokens[i].kind == "number" else None
        if part:
            return (number + part[0], part[1]) if tokens[i].kind == "number" else (part[0], part[1])
        return _scaled(tokens, i, number)
    if token.raw in _VULGAR:
        return _fraction(_VULGAR[token.raw]), i + 1
    return _spelled(tokens, i)


def literal(raw: str) -> Decimal:
    """A figure as written. A comma before exactly three figures groups thousands, unless a lone 0 stands before it;
    any other comma is a decimal comma, as are a middle dot and a point decimal points."""
    raw = raw.replace("·", ".").replace("\u00a0", "").replace("'", "")
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+,\d+", raw):
        raw = raw.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"0,\d+|\d+,\d\d?", raw):
        raw = raw.replace(",", ".")
    return Decimal(raw.replace(",", ""))


def _fraction(text: str) -> Decimal:
    over, _, under = text.partition("/")
    return Decimal(over) / Decimal(under or 1)


def _slashed(tokens: list[Token], i: int) -> tuple[Decimal, int] | None:
    """The part of "1/2 tablet" (slash at token `i`) or of "1 1/2 tablets" (its 1 at token `i`), before a unit."""
    slash = i + 1 if tokens[i].kind == "number" else i
    over, under, behind = tokens[slash - 1], tokens[slash + 1], unit(tokens[slash + 2].raw)
    proper = over.raw in ("1", "2", "3") and under.raw in ("2", "3", "4", "8") and over.raw < under.raw
    whole = tokens[slash].raw == "/" and glued(over, tokens[slash]) and glued(tokens[slash], under)
    if not (proper and whole and behind and behind.family in ("count", "mass", "volume")):
        return None
    return Decimal(over.raw) / Decimal(under.raw), slash + 2


def _grouped(tokens: list[Token], i: int, number: Decimal) -> tuple[Decimal, int]:
    """Thousands set apart by plain spaces: joined when the next group is 000, or when a word stands after the groups
    and no label before them ("group 1 200 mg" is not 1200)."""
    first, j = tokens[i].raw, i + 1
    if not first.isdigit() or len(first) > 3 or first[0] == "0":
        return number, j
    while tokens[j].kind == "number" and _THREE.fullmatch(tokens[j].raw) and tokens[j].start == tokens[j - 1].end + 1:
        j += 1
    plain = tokens[j].kind == "word" and tokens[i - 1].low not in LABELS.keys() | _DATED
    if j == i + 1 or not (plain or tokens[i + 1].raw == "000"):
        return number, i + 1
    return Decimal("".join(token.raw for token in tokens[i:j])), j


def _scaled(tokens: list[Token], i: int, number: Decimal) -> tuple[Decimal, int]:
    if tokens[i].low in _SCALES:
        number, i = number * _SCALES[tokens[i].low], i + 1
        k = i + 1 if tokens[i].low == "and" else i
        rest = _below_hundred(tokens, k) if tokens[i - 1].low == "hundred" else None
        return (number + rest[0], rest[1]) if rest else (number, i)
    if tokens[i].low in ("x", "×", "*", "·") and tokens[i + 1].kind == "number":
        power = _power(tokens, i + 1)
        return (number * power[0], power[1]) if power else (number, i)
    if number == 10:
        power = _power(tokens, i - 1)
        return power or (number, i)
    return number, i


def _power(tokens: list[Token], i: int) -> tuple[Decimal, int] | None:
    """A power of ten at token `i`: 10^9, 10⁹, 10(9)/, 10*9/, 10-5 after a cross, and 109/L whose superscript was lost."""
    ten, after, then = tokens[i], tokens[i + 1], tokens[i + 2]
    if ten.raw in ("106", "109", "1012", "103") and after.raw == "/" and tokens[i - 1].low in ("x", "×"):
        return Decimal(10) ** int(ten.raw[2:]), i + 1
    if ten.raw != "10" or not glued(ten, after):
        return None
    raised = after.raw.translate(_SUPERSCRIPT)
    if raised != after.raw and raised.isdigit() and int(raised) <= 18:
        return Decimal(10) ** int(raised), i + 2
    if after.raw == "⁻" and then.raw.translate(_SUPERSCRIPT).isdigit():
        return Decimal(10) ** -int(then.raw.translate(_SUPERSCRIPT)[:2]), i + 3
    exponent = then if then.raw.isascii() and then.raw.isdigit() and int(then.raw[:3]) <= 18 else None
    if exponent and (after.raw == "^" or (after.raw in "*(" and tokens[i + 3 + (after.raw == "(")].raw == "/")):
        return Decimal(10) ** int(exponent.raw), i + 3 + (after.raw == "(")
    if exponent and after.raw == "-" and tokens[i - 1].low in ("x", "×"):
        return Decimal(10) ** -int(exponent.raw), i + 3
    return None


def _spelled(tokens: list[Token], i: int) -> tuple[Decimal, int] | None:
    low = tokens[i].low
    if low in SMALL:
        k = i + 2 if tokens[i + 1].raw == "-" else i + 1
        if tokens[k].low in _PARTS and 0 < SMALL[low] < _PARTS[tokens[k].low] and tokens[k + 1].raw != "-":
            return SMALL[low] / _PARTS[tokens[k].low], k + 1
    found = _below_hundred(tokens, i)
    return _scaled(tokens, found[1], found[0]) if found else None


def _below_hundred(tokens: list[Token], i: int) -> tuple[Decimal, int] | None:
    """ "six", "eighty six", "twenty-four"."""
    low = tokens[i].low
    if low in SMALL:
        return SMALL[low], i + 1
    if low not in _TENS:
        return None
    k = i + 2 if tokens[i + 1].raw == "-" else i + 1
    ones = SMALL.get(tokens[k].low, Decimal(0))
    return (_TENS[low] + ones, k + 1) if 0 < ones < 10 else (_TENS[low], i + 1)
