"""Decimals in words, and words of an order as decimals: exactly, or not at all."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from curbside.errors import IntegrityError
from curbside.model.measure import convert
from curbside.model.regimen import UNITS, Amount

EXACT = Context(prec=34)
"""Every calculation here is done in this context."""
_NUMBER = r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?"
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_LIMIT = re.compile(
    rf"(?P<number>{_NUMBER}) (?P<unit>{_UNIT}|unit|tablet|puff)(?:(?:/| per )(?P<kg>kg|m2))?"
    r"(?:(?:/| per )(?P<time>dose|day|hour|minute)| (?P<word>daily|hourly|once|in total))?"
)
_ONE = {"unit": "units", "tablet": "tablets", "puff": "puffs"}
_TIMES = {"daily": "day", "hourly": "hour", "once": "dose", "in total": "dose"}


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that may be given, as an order says it."""

    number: Decimal
    unit: str
    per: str | None
    """"kg", "m2" or None."""
    time: str | None
    """"dose", "day", "hour", "minute" or None where it does not say."""


def limit(text: str) -> Limit | None:
    """ "3,000 mg", "4 g", "10 mg/kg per dose", "1 g daily"; None for anything else."""
    found = _LIMIT.fullmatch(text.strip())
    if not found:
        return None
    number = Decimal(found["number"].replace(",", ""))
    unit, time = found["unit"], found["time"] or _TIMES.get(found["word"] or "")
    return Limit(number, _ONE.get(unit, unit), found["kg"], time) if number > 0 else None


def figure(value: Decimal) -> str:
    """As medicine writes it: "1,600", "0.5"; never a trailing zero or an exponent."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def told(low: Decimal, high: Decimal, unit: str) -> str:
    """ "1,600 mg", "1,600 to 2,800 mg"."""
    both = figure(low) if low == high else f"{figure(low)} to {figure(high)}"
    return f"{both} {unit}".strip()


def amount(value: Amount, unit: str) -> str:
    """An amount in words."""
    return told(value.low, value.high, unit)


def to_show(value: Decimal, digits: int = 6) -> Decimal:
    """The value as it is shown: its own digits when they are few, else `digits` significant ones and never fewer than
    the whole number has."""
    places = -int(value.normalize().as_tuple().exponent)
    if places <= 2:
        return value
    wanted = digits - 1 - value.adjusted()
    return value.quantize(Decimal(1).scaleb(-min(places, max(wanted, 0))), ROUND_HALF_UP, EXACT)


def to_places(value: Decimal, places: int) -> Decimal:
    """Rounded half up; a value too small for so few places keeps three digits, so that it never shows as another."""
    places = max(places, 1 - value.adjusted()) if abs(value) < 10 else places
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT)


def in_unit(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """The value in another unit; None when the two do not measure the same."""
    try:
        return convert(value, unit, wanted)
    except IntegrityError:
        return None
