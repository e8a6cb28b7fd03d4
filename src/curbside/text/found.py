"""A figure while it is being read: still open to what the words around it add."""

from dataclasses import dataclass
from decimal import Decimal

from curbside.text.tokens import Token
from curbside.text.units import Unit, period

ONE = Decimal(1)


@dataclass(slots=True)
class Found:
    """A figure in tokens [i, j). `cue` is where the words that bound it begin."""

    low: Decimal
    high: Decimal
    i: int
    j: int
    unit: str = ""
    per: tuple[str, ...] = ()
    kind: str = "number"
    bound: str = ""
    factor: Decimal = ONE
    """What `low` and `high` were multiplied by to be in `unit`."""
    cue: int = 0
    listed: bool = False
    """Has its unit from a later member of a list."""
    placed: bool = False
    """Named by the word before it ("day 3")."""
    start: int = 0
    end: int = 0


def an_interval(low: Decimal, high: Decimal, each: Unit, i: int, j: int) -> Found | None:
    """Every so many of a unit of time; None for seconds."""
    length = period(each.name)
    if length is None:
        return None
    low, high = (each.factor * number * length[0] for number in (low, high))
    return Found(low, high, i, j, length[1], kind="interval", cue=i)


def a_frequency(low: Decimal, high: Decimal, each: Unit, i: int, j: int) -> Found | None:
    """So many times in a unit of time; once a day is every 24 hours."""
    if low == high == 1:
        return an_interval(ONE, ONE, each, i, j)
    return Found(low, high, i, j, each.symbol, kind="frequency", cue=i)


def unread(tokens: list[Token], i: int, j: int) -> Found:
    """A figure that must not be guessed at: equal only to the same characters."""
    return Found(Decimal(0), Decimal(0), i, j, "".join(token.low for token in tokens[i:j]), kind="unread", cue=i)
