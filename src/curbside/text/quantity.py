"""One quantity: a figure with its unit, its denominators and its bound, as a value that can be compared."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure, range, interval or frequency. Two are equal when they say the same, wherever they stand.

    What is brought together: mass is in mg, volume in mL, million units in units, weeks in days, years next to months
    in months; intervals in hours (or months), so "q8h" is "every 8 hours" and "once daily", "per day" and "every 24
    hours" are one. "40 mg/day" gives two quantities, 40 mg and the interval, as "40 mg daily" does.
    What is kept apart: "twice daily" (a frequency) and "every 12 hours" (an interval); 24 hours and 1 day, a month and
    4 weeks, IU and units; a range and either of its ends; a figure and the same figure with a bound or another kind.
    """

    low: Decimal
    high: Decimal
    """Equal to `low` for a single value."""
    unit: str
    """"" for a bare number."""
    per: tuple[str, ...] = ()
    """Denominators in the order written, days and weeks excepted: ("kg",), ("5 mL",), ("minute", "1.73 m2")."""
    kind: str = "amount"
    """"amount", "interval", "frequency" (so often per `unit`), "duration", "percent", "confidence" (the 95 of a 95%
    CI), "age", "ratio", "p", "number", "label" (grade 3) or "unread" (a figure no one should guess at: "1O mg")."""
    bound: str = ""
    """"", "at least", "at most", "above" or "below"."""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    """Half-open code point range in the text as given, without the words of the bound."""
