"""How often: "every 8 hours", "q8h", "twice daily", "bd", "weekly", "on alternate days"."""

import re
from decimal import Decimal

from curbside.text.found import ONE, Found, a_frequency, an_interval, unread
from curbside.text.measures import measure, period_at, unit_at
from curbside.text.numbers import starts_number, value
from curbside.text.tokens import Token, glued
from curbside.text.units import Unit, unit
from curbside.text.wordlist import wordlist

_Q = re.compile(r"q ?(\d+(?:\.\d+)?)(?: ?(?:-|to) ?(\d+))? ?-?([a-z]+)")
_DAILY = {"bd": 2, "bid": 2, "tid": 3, "tds": 3, "qid": 4, "qds": 4}
_HOURS = {"qd": 24, "od": 24, "qod": 48, "eod": 48, "qhs": 24, "qam": 24, "qpm": 24, "nocte": 24, "qw": 168, "qwk": 168}
_UNCLEAR = frozenset(["biweekly", "bimonthly", "biannually", "biannual"])
_ADVERBS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}
_ADVERBS |= {"annually": "year", "nightly": "day", "fortnightly": "fortnight", "hrly": "hour"}
_ORDINALS = {"other": 2, "second": 2, "alternate": 2, "third": 3, "fourth": 4}
_TIMES = {"once": ONE, "twice": Decimal(2), "thrice": Decimal(3)}
_BEFORE_A = wordlist("within for after over in about every than least approximately last past first")

WORDS = frozenset(_DAILY) | _HOURS.keys() | _UNCLEAR | _ADVERBS.keys() | _TIMES.keys()
WORDS |= frozenset(["every", "each", "per", "alternate", "a", "an", "half"])
"""Words, lower case, at which `rhythm` may find something."""


def rhythm(tokens: list[Token], i: int, after_amount: bool) -> tuple[Found | None, int]:
    """What starts at the word `i`, and where to go on. `after_amount`: an amount ends right before it."""
    low = tokens[i].low
    if low in _TIMES:
        return _times(tokens, i)
    if low in ("every", "each", "per", "alternate"):
        return _every(tokens, i)
    if low in ("a", "an"):
        return _single(tokens, i)
    if low == "half":
        return _half(tokens, i, i + 1)
    if low in _DAILY:
        return Found(Decimal(_DAILY[low]), Decimal(_DAILY[low]), i, i + 1, "day", kind="frequency", cue=i), i + 1
    if low in _UNCLEAR:
        return unread(tokens, i, i + 1), i + 1
    if low in _HOURS and (low != "od" or after_amount):
        return Found(Decimal(_HOURS[low]), Decimal(_HOURS[low]), i, i + 1, "hour", kind="interval", cue=i), i + 1
    each = period_at(tokens, i) if low in _ADVERBS else None
    return (an_interval(ONE, ONE, each[0], i, i + 1) if each else None), i + 1


def every_token(token: Token, i: int) -> Found | None:
    """The interval of "q8h" or "q6-8h"."""
    match = _Q.fullmatch(token.low)
    each = unit(_ADVERBS.get(match[3], match[3])) if match else None
    if match is None or each is None:
        return None
    low, high = Decimal(match[1]), Decimal(match[2] or match[1])
    return an_interval(low, high, each, i, i + 1) if low <= high else None


def hourly(tokens: list[Token], low: Decimal, high: Decimal, i: int, j: int) -> Found | None:
    """The interval of a number in tokens [i, j) before "hourly", "-weekly", "monthly"; None for "2 weekly doses"."""
    hyphen = tokens[j].raw == "-" and glued(tokens[j - 1], tokens[j])
    k = j + 1 if hyphen else j
    name = _ADVERBS.get(tokens[k].low)
    if name is None or (name in ("day", "year") and not hyphen):
        return None
    counted = unit_at(tokens, k + 1)
    each = unit(name)
    if each is None or (not hyphen and name != "hour" and counted and counted[0].family == "count"):
        return None
    return an_interval(low, high, each, i, k + 1)


def _times(tokens: list[Token], i: int) -> tuple[Found | None, int]:
    low = high = _TIMES[tokens[i].low]
    j = i + 1
    if tokens[j].low in ("or", "to", "-") and tokens[j + 1].low in _TIMES:
        high, j = _TIMES[tokens[j + 1].low], j + 2
    each = period_at(tokens, j)
    if each:
        return a_frequency(low, high, each[0], i, each[1]), each[1]
    if low == 1:
        return None, i + 1
    fold = measure([*tokens[:j], tokens[i]._replace(raw="times", low="times"), *tokens[j:]], j)
    name = fold.unit.symbol if fold.unit else "fold"
    return Found(low, high, i, fold.next - 1, name, kind="ratio", cue=i), fold.next - 1


def _every(tokens: list[Token], i: int) -> tuple[Found | None, int]:
    word, j = tokens[i].low, i + 1
    low = high = ONE
    if word == "alternate" or (word == "every" and tokens[j].low in _ORDINALS):
        low = high = Decimal(_ORDINALS[tokens[i].low if word == "alternate" else tokens[j].low])
        j = j if word == "alternate" else j + 1
        j = j + 1 if tokens[j].raw == "-" else j
    elif word == "every" and starts_number(tokens[j]):
        return _every_so_many(tokens, i, j)
    elif word == "every" and tokens[j].low in ("morning", "evening", "bedtime"):
        return an_interval(ONE, ONE, _unit("day"), i, j + 1), j + 1
    found = unit_at(tokens, j)
    if (
        found is None
        or found[0].family != "time"
        or (word == "per" and found[0].symbol in ("hour", "minute", "second"))
    ):
        return None, i + 1
    return an_interval(low, high, found[0], i, found[1]), found[1]


def _every_so_many(tokens: list[Token], i: int, j: int) -> tuple[Found | None, int]:
    """ "every 6 to 8 hours", "every 30 minutes to 2 hours" is left to the figures."""
    read = value(tokens, j)
    if read is None:
        return None, i + 1
    low, k = read
    high = low
    if tokens[k].low in ("rd", "th", "nd"):
        k += 1
    if tokens[k].low in ("-", "to", "or") and starts_number(tokens[k + 1]):
        second = value(tokens, k + 1)
        if second and second[0] > low:
            high, k = second
    found = unit_at(tokens, k + 1 if tokens[k].raw == "-" else k)
    every = an_interval(low, high, found[0], i, found[1]) if found and found[0].family == "time" else None
    return every, every.j if every else i + 1


def _single(tokens: list[Token], i: int) -> tuple[Found | None, int]:
    """ "within an hour", "a third of"."""
    if tokens[i + 1].low in ("third", "quarter", "half"):
        if tokens[i + 1].low == "half":
            return _half(tokens, i, i + 2)
        part = ONE / {"third": 3, "quarter": 4}[tokens[i + 1].low]
        counted = tokens[i + 2].low == "of"
        return (Found(part, part, i, i + 2, cue=i) if counted else None), i + 2
    found = unit_at(tokens, i + 1)
    if found is None or found[0].family != "time" or tokens[i - 1].low not in _BEFORE_A or len(tokens[i + 1].raw) < 3:
        return None, i + 1
    factor = found[0].factor
    return Found(factor, factor, i, found[1], found[0].name, kind="duration", factor=factor, cue=i), found[1]


def _half(tokens: list[Token], i: int, j: int) -> tuple[Found | None, int]:
    """ "half a tablet", "half an hour", "half the dose"; not "half-life"."""
    k = j
    while tokens[k].low in ("a", "an", "of", "the"):
        k += 1
    found = unit_at(tokens, k)
    half = Decimal("0.5")
    if found and found[0].family in ("count", "mass", "volume") and tokens[k - 1].low not in ("of", "the"):
        return Found(
            half * found[0].factor, half * found[0].factor, i, found[1], found[0].name, kind="amount", cue=i
        ), found[1]
    if found and found[0].symbol == "hour":
        return Found(Decimal(30), Decimal(30), i, found[1], "minute", kind="duration", cue=i), found[1]
    return (Found(half, half, i, j, cue=i) if k > j else None), j


def _unit(word: str) -> Unit:
    found = unit(word)
    assert found is not None
    return found
