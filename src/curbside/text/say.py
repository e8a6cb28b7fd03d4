"""Saying a quantity in words, for messages."""

from decimal import Decimal

from curbside.text.quantity import Quantity
from curbside.text.wordlist import wordlist

_COUNTED = wordlist(
    "dose tablet capsule drop puff spray ampoule vial sachet patch teaspoon tablespoon application cycle course "
    "injection infusion session"
)
_TIMES = {"1": "once", "2": "twice", "3": "three times", "4": "four times"}
_BOUNDS = {"at least": "at least ", "at most": "at most ", "above": "more than ", "below": "less than "}
_SIGNS = {"": "=", "at least": "≥", "at most": "≤", "above": ">", "below": "<"}


_MANY = Decimal(10) ** 15


def _whole(number: Decimal, unit: int) -> bool:
    return number < _MANY and number % unit == 0


def plain(number: Decimal) -> str:
    """Without exponent or trailing zeros; at most six decimals unless the number is smaller than that."""
    if Decimal("0.000001") <= abs(number) < _MANY:
        number = round(number, 6)
    return f"{number.normalize():f}"


def span(low: Decimal, high: Decimal) -> str:
    """ "5" or "5 to 10"."""
    return plain(low) if low == high else f"{plain(low)} to {plain(high)}"


def amount(low: Decimal, high: Decimal, unit: str, per: tuple[str, ...]) -> str:
    """In the unit a reader would choose: whole and half grams in g, less than 0.1 mg in mcg."""
    scale, name = Decimal(1), unit
    if unit == "mg" and low >= 1000 and (per[:1] in (("L",), ("dL",)) or (_whole(low, 500) and _whole(high, 500))):
        scale, name = Decimal(1000), "g"
    elif unit == "mg" and 0 < high < Decimal("0.0001"):
        scale, name = Decimal("0.000001"), "ng"
    elif unit == "mg" and 0 < high < Decimal("0.1"):
        scale, name = Decimal("0.001"), "mcg"
    elif unit == "mmol" and 0 < high < Decimal("0.5"):
        scale, name = Decimal("0.001"), "μmol"
    elif unit == "mL" and low >= 1000:
        scale, name = Decimal(1000), "L"
    elif unit in ("units", "IU") and low >= 1_000_000:
        scale, name = Decimal(1_000_000), f"million {unit}"
    elif not unit and per and low >= 1_000_000:
        scale, name = Decimal(10) ** 9, "× 10⁹"
    if name in _COUNTED and not low == high == 1:
        name += "es" if name == "patch" else "s"
    number = span(low / scale, high / scale)
    return "/".join((f"{number} {name}".strip(), *per))


def interval(low: Decimal, high: Decimal, unit: str) -> str:
    """ "every 8 hours", "daily", "every 2 weeks", "monthly"."""
    if unit == "month":
        if low == high and _whole(low, 12):
            return "yearly" if low == 12 else f"every {plain(low / 12)} years"
        return "monthly" if low == high == 1 else f"every {span(low, high)} months"
    if low == high == 24:
        return "daily"
    if low == high and _whole(low, 168):
        return "weekly" if low == 168 else f"every {plain(low / 168)} weeks"
    if low < 1:
        return f"every {span(low * 60, high * 60)} minutes"
    if _whole(low, 24) and _whole(high, 24) and low > 48:
        return f"every {span(low / 24, high / 24)} days"
    return "hourly" if low == high == 1 else f"every {span(low, high)} hours"


def time(low: Decimal, high: Decimal, unit: str) -> str:
    """ "3 days", "2 to 5 days", "6 weeks"."""
    if unit == "day" and low >= 14 and _whole(low, 7) and _whole(high, 7):
        low, high, unit = low / 7, high / 7, "week"
    return f"{span(low, high)} {unit}{'' if low == high == 1 else 's'}"


def shown(quantity: Quantity) -> str:
    """The quantity in words for a message: "5 mg", "every 8 hours", "at least 36.5 %"."""
    low, high, unit = quantity.low, quantity.high, quantity.unit
    before, number = _BOUNDS.get(quantity.bound, ""), span(low, high)
    match quantity.kind:
        case "interval":
            return before + interval(low, high, unit)
        case "frequency":
            times = _TIMES.get(number, f"{number} times")
            return f"{before}{times} {'daily' if unit == 'day' else f'a {unit}'}"
        case "duration":
            return before + time(low, high, unit)
        case "age":
            return f"age {before}{time(low, high, unit)}"
        case "confidence":
            return f"{number} % confidence"
        case "p":
            return f"p {_SIGNS[quantity.bound]} {number}"
        case "ratio":
            return before + _ratio(number, unit)
        case "label":
            if unit == "th":
                return f"number {number} in order"
            return f"{unit} {_SIGNS[quantity.bound].replace('=', '')}{number}"
        case "unread":
            return f"“{unit}”, which cannot be read"
    return before + amount(low, high, unit, quantity.per)


def _ratio(number: str, unit: str) -> str:
    if unit.endswith(":"):
        return unit + number
    if unit == "ratio":
        return f"ratio {number}"
    return f"{number}-fold" if unit == "fold" else f"{number} x {unit}"
