"""Reading what follows a number: its unit and what the amount is per."""

from dataclasses import dataclass
from decimal import Decimal

from curbside.text.numbers import starts_number, value
from curbside.text.tokens import Token, glued
from curbside.text.units import LITRE, MILLIMOLE, Unit, period, unit, unit_of_two

_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"}
_ADVERBS |= {"nightly": "day", "hourly": "hour", "fortnightly": "fortnight"}
_EACH = frozenset(["a", "an", "per", "each", "every", "/"])
_MOLAR = {"mM": Decimal(1), "μM": Decimal("0.001"), "uM": Decimal("0.001"), "nM": Decimal("0.000001")}
_ULN = ("limit", "limits")


@dataclass(slots=True)
class Measure:
    """What stands after a number. `unit` None: nothing that is a unit; `stranger`: a glued word that is none ("18F")."""

    unit: Unit | None
    next: int
    per: tuple[str, ...] = ()
    every: Decimal | None = None
    """Hours, when the amount is per day or week ("40 mg/day"); months when `every_unit` is "month"."""
    every_unit: str = "hour"
    stranger: bool = False


def unit_at(tokens: list[Token], k: int) -> tuple[Unit, int] | None:
    """The unit that starts at token `k`, and the index after it."""
    first, second = tokens[k], tokens[k + 1]
    pair = unit_of_two(first.low, second.low)
    if pair:
        return pair, k + 2
    if first.kind not in ("word", "sign"):
        return None
    found = unit(first.raw)
    if found is None:
        return None
    if found.symbol in ("m", "cm") and second.raw == "^" and tokens[k + 2].raw == "2":
        found = unit(found.symbol + "2") or found
        return found, k + 3
    return found, k + 1


def measure(tokens: list[Token], j: int) -> Measure:
    """The measure of the number that ends before token `j`."""
    k = j
    hyphen = tokens[j].raw == "-" and glued(tokens[j - 1], tokens[j]) and glued(tokens[j], tokens[j + 1])
    if hyphen and tokens[j + 1].kind != "number":
        k = j + 1
    molar = _MOLAR.get(tokens[k].raw)
    if molar is not None:
        return Measure(MILLIMOLE._replace(factor=molar), k + 1, (LITRE.symbol,))
    if tokens[k].low == "bpm":
        return Measure(unit("beats"), k + 1, ("minute",))
    found = unit_at(tokens, k)
    if found is None or _no_unit_here(tokens, k, found[0]):
        stranger = (hyphen or glued(tokens[j - 1], tokens[j])) and tokens[k].kind == "word" and tokens[k].low != "s"
        if tokens[k].raw == "/" or tokens[k].low == "per":
            return _rest(tokens, k, Measure(None, j))
        return Measure(None, j, stranger=stranger)
    here, k = found
    if here.family == "fold":
        return _fold(tokens, k, here)
    if here.family == "time" and tokens[k].raw == "'":
        k += 1
    if here.symbol == "mg" and tokens[k].raw in (".", "·", "*", "×") and tokens[k + 1].low in ("h", "hr"):
        here, k = here._replace(name="mg.h", symbol="mg.h"), k + 2
    return _rest(tokens, k, Measure(here, k))


def _no_unit_here(tokens: list[Token], k: int, found: Unit) -> bool:
    """Letters that are a unit elsewhere: the s of "1990s", the x of "2 x 500 mg"."""
    before, here = tokens[k - 1], tokens[k]
    if here.raw == "s" and glued(before, here) and len(before.raw) == 4:
        return True
    if here.raw in ("x", "×"):
        return tokens[k + 1].kind == "number"
    if here.low == "time":
        return not (period_at(tokens, k + 1) or before.raw == "1")
    return found.symbol == "minute" and here.raw == "min" and tokens[k + 1].raw == "="


def _fold(tokens: list[Token], k: int, here: Unit) -> Measure:
    """Past "times the upper limit of normal" and "x ULN"."""
    start = k
    while tokens[k].low in ("the", "higher", "than", "greater", "above", "institutional"):
        k += 1
    normal = unit(tokens[k].raw)
    if normal and normal.symbol in ("ULN", "LLN"):
        return Measure(normal, k + 1)
    if tokens[k].low in ("upper", "lower") and tokens[k + 1].low in (*_ULN, "normal"):
        end = k + 2
        while tokens[end].low in ("limit", "limits", "of", "the", "normal", "reference", "range"):
            end += 1
        return Measure(unit("uln" if tokens[k].low == "upper" else "lln"), end)
    return Measure(here, start)


def _rest(tokens: list[Token], k: int, so_far: Measure) -> Measure:
    """Adds the denominators that start at token `k`."""
    while True:
        found = _denominator(tokens, k, so_far.unit)
        if found is None:
            return so_far
        amount, each, k = found
        interval = period(each.name) if each.family == "time" and each.symbol not in ("minute", "second") else None
        if interval and (each.symbol != "hour" or amount == 24):
            so_far.every, so_far.every_unit = interval[0] * each.factor * (amount or 1), interval[1]
        else:
            counted = f"{amount.normalize():f} {each.symbol}" if amount not in (None, 1) and amount else each.symbol
            so_far.per += (counted,)
        so_far.next = k


def _denominator(tokens: list[Token], k: int, over: Unit | None) -> tuple[Decimal | None, Unit, int] | None:
    mark = tokens[k]
    if mark.raw == "/" or mark.low == "per":
        amount, n = None, k + 1
        if over and starts_number(tokens[n]):
            amount, n = value(tokens, n) or (None, n)
        found = unit_at(tokens, n)
        if found is None or (found[0].family in ("fold", "percent")):
            return None
        return amount, found[0], _past_body_weight(tokens, found[1])
    if over is None:
        return None
    if mark.low in ("a", "an", "each", "every"):
        found = unit_at(tokens, k + 1)
        single = found is not None and found[0].family == "time" and not tokens[k + 1].low.endswith("s")
        allowed = single and over.family != "time" and len(tokens[k + 1].raw) > 2
        return (None, found[0], found[1]) if found and allowed else None
    n = k + 1 if mark.raw in (".", "·", "*") and glued(mark, tokens[k + 1]) else k
    found = unit_at(tokens, n)
    return (None, found[0], after) if found and (after := _inverse(tokens, found[1])) else None


def _past_body_weight(tokens: list[Token], k: int) -> int:
    n = k + 1 if tokens[k].low == "of" else k
    if (tokens[n].low, tokens[n + 1].low) in (("body", "weight"), ("actual", "bodyweight"), ("ideal", "bodyweight")):
        return n + 2
    return n + 1 if tokens[n].low == "bodyweight" else k


def _inverse(tokens: list[Token], k: int) -> int:
    """The index after an exponent of minus one that starts at token `k` (kg-1, kg⁻¹, kg^-1); 0 when there is none."""
    n = k + 1 if tokens[k].raw == "^" else k
    whole = tokens[n].raw in ("-", "⁻") and tokens[n + 1].raw in ("1", "¹")
    return n + 2 if whole and glued(tokens[k - 1], tokens[k]) and glued(tokens[n], tokens[n + 1]) else 0


def period_at(tokens: list[Token], k: int) -> tuple[Unit, int] | None:
    """ "daily", "a week", "per day", "/day", "each night", "in 24 hours" at token `k`: the period, the index after it."""
    low = tokens[k].low
    if low in _ADVERBS:
        each = unit(_ADVERBS[low])
        return (each, k + 1) if each and tokens[k + 1].low not in ("living", "life") else None
    if low in (*_EACH, "in") and tokens[k + 1].raw == "24" and tokens[k + 2].low in ("h", "hr", "hrs", "hours"):
        day = unit("day")
        return (day, k + 3) if day else None
    if low not in _EACH:
        return None
    found = unit_at(tokens, k + 1)
    if found is None or found[0].family != "time" or found[0].symbol in ("minute", "second"):
        return None
    return None if tokens[k + 1].low.endswith("s") and len(tokens[k + 1].low) > 2 else found
