"""The most that may be given: of a step, in one dose, in a day, and of a child never more than of an adult."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from curbside.dosing.amounts import Limit, in_unit, limit, told
from curbside.dosing.weights import Multiplier
from curbside.model.drug import Drug
from curbside.model.regimen import Dose, DoseStep, doses
from curbside.text.population import populations

_EVERY = re.compile(r"every (?:(\d{1,2}) to )?(\d{1,2}) hours?")
_TIMES = {
    "daily": 1, "once daily": 1, "every day": 1, "nightly": 1, "twice daily": 2, "three times daily": 3,
    "four times daily": 4, "five times daily": 5, "six times daily": 6, "hourly": 24,
}  # fmt: skip
PER_DAY = {"per minute": Decimal(1440), "per hour": Decimal(24), "per day": Decimal(1)}


@dataclass(frozen=True, slots=True)
class Cap:
    """A ceiling on one administration (or on the rate), in the step's unit."""

    most: Decimal | None
    """None: it is said and not applied, because it is on the whole of an infusion and not on its rate."""
    words: str
    """As the order says it: "at most 3,000 mg in one dose"."""


class Unreadable(ValueError):
    """A limit that cannot be read: then no amount is given, for it may lie above it."""


def times_a_day(step: DoseStep) -> tuple[int, int] | None:
    """(fewest, most) doses of a step in a day; None when its words do not say, or it is an infusion."""
    if step.rate:
        return None
    if step.divided:
        return step.divided, step.divided
    if step.interval in _TIMES:
        return _TIMES[step.interval], _TIMES[step.interval]
    found = _EVERY.fullmatch(step.interval or "")
    if not found or not int(found[2]) or (found[1] and not int(found[1])):
        return None
    longest, shortest = int(found[2]), int(found[1] or found[2])
    return max(24 // longest, 1), max(24 // shortest, 1)


def caps(dose: Dose, step: DoseStep, drug: Drug | None, child: bool, size: Multiplier | None) -> tuple[Cap, ...]:
    """Every limit on one administration (of an infusion: on its rate). `Unreadable` when one cannot be read."""
    found = list(_own(dose, step, size))
    if child:
        found += _adults(dose, step, drug)
    return tuple(found)


def _own(dose: Dose, step: DoseStep, size: Multiplier | None) -> Iterator[Cap]:
    told = ((step.cap, "", ""), (dose.maximum_single, "dose", " in one dose"), (dose.maximum_daily, "day", " in a day"))
    for text, time, behind in told:
        if text:
            limited = _number(text, step, size)
            words = f"at most {text}{behind if limited.time is None else ''}"
            yield Cap(_each(limited, limited.time or time, step), words)


def _number(text: str, step: DoseStep, size: Multiplier | None) -> Limit:
    """The limit in the step's unit, times the weight where it is told per kg (or per m2, as the step is)."""
    found = limit(text)
    number = in_unit(found.number, found.unit, step.unit) if found else None
    if found is None or number is None or (found.per and (size is None or found.per != step.per)):
        raise Unreadable(f"the limit {text!r} cannot be read as {step.unit}")
    if found.per and size is not None:
        number *= size.exact
    return Limit(number, step.unit, None, found.time)


def _each(limited: Limit, time: str, step: DoseStep) -> Decimal | None:
    """The limit on one administration, or on the rate of an infusion. `time` "": on what the step's amount says."""
    if step.rate:
        per = "" if not time else f"per {time}"
        if not per or per == step.rate:
            return limited.number
        return limited.number * PER_DAY[per] / PER_DAY[step.rate] if time in ("hour", "minute") else None
    if time == "dose" or (not time and not step.divided):
        return limited.number
    if time in ("hour", "minute"):
        raise Unreadable(f"a limit per {time} cannot be held by single doses")
    times = times_a_day(step)
    return limited.number / (times[0] if times else 1)


def within_a_day(dose: Dose, step: DoseStep, high: Decimal) -> str | None:
    """A note when the shortest interval would lead above the daily limit, which the longest does not."""
    times, most = times_a_day(step), limit(dose.maximum_daily or "")
    number = in_unit(most.number, most.unit, step.unit) if most and not most.per else None
    if not times or number is None or high * times[1] <= number:
        return None
    return f"not more than {dose.maximum_daily} in a day, however often"


def _adults(dose: Dose, step: DoseStep, drug: Drug | None) -> Iterable[Cap]:
    """Limits of adult orders of the drug's rules, by the same route."""
    if step.rate or drug is None:
        return
    for rule in drug.rules:
        for other in doses(rule.statement.order) if rule.statement.order else ():
            if other.drug == dose.drug and other.route == dose.route and "adult" in populations(other.population):
                most = limit(other.maximum_single or "")
                number = in_unit(most.number, most.unit, step.unit) if most and not most.per else None
                if number is not None:
                    yield Cap(number, f"never more than an adult: {told(number, number, step.unit)}")
