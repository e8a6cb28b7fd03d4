"""A plan on the calendar: dates without gap or overlap, tablets that make the dose exactly, sums that are checked."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from curbside.dosing.amounts import figure, in_unit, limit, told
from curbside.dosing.tablets import Tablet, made_of
from curbside.errors import BadPlan, IntegrityError
from curbside.model.course import Counted, Course, Plan, Stretch

MOST_TABLETS = 20
"""A day; more of them are said, because a stronger tablet was probably forgotten."""


def course(
    plan: Plan, start: date, strengths: Sequence[Tablet] = (), title: str = "Taper", notes: Sequence[str] = ()
) -> Course:
    """The plan from its first day on. What the strengths do not make is said and not rounded. `BadPlan` when the
    calendar ends before the plan does."""
    stretches: list[Stretch] = []
    day = start
    try:
        for step in plan.steps:
            last = None if step.days is None else day + timedelta(days=step.days - 1)
            stretches.append(Stretch(day, last, step.amount, _tablets(step.amount, strengths, plan.unit)))
            day = day if last is None else last + timedelta(days=1)
    except OverflowError as error:
        raise BadPlan(f"the plan leads from {start} beyond the calendar", "begin it earlier") from error
    ends = stretches[-1].last is not None
    total = sum((one.amount * one.days for one in stretches if one.days), Decimal(0))
    warnings = (*plan.warnings, *_unmade(stretches, strengths, plan.unit), *_many(stretches))
    counted = _counted(stretches, strengths, plan.unit) if ends else ()
    return Course(
        title,
        plan.unit,
        tuple(stretches),
        day if ends else None,
        total,
        tuple(_strength(tablet, plan.unit) for tablet in strengths),
        counted,
        warnings,
        tuple(notes),
    )


def read_strengths(text: str, unit: str) -> tuple[Tablet, ...]:
    """ "5 mg, 2.5 mg scored", strongest first, in a unit; `BadPlan` names what cannot be read."""
    found = set()
    for part in re.split(r",(?!\d{3}(?!\d))|;", text):
        words, scored = re.subn(r"\s+scored$", "", part.strip())
        strength = limit(words)
        number = (
            in_unit(strength.number, strength.unit, unit) if strength and not (strength.per or strength.time) else None
        )
        if number is None:
            raise BadPlan(f"{part.strip()!r} is not a strength in {unit}", "write --strengths '5 mg, 1 mg scored'")
        found.add(Tablet(number, bool(scored)))
    if len({tablet.strength for tablet in found}) < len(found):
        raise BadPlan("a strength is told twice, scored and not", "say each strength once")
    return tuple(sorted(found, key=lambda tablet: -tablet.strength))


def _tablets(amount: Decimal, strengths: Sequence[Tablet], unit: str) -> tuple[Counted, ...] | None:
    made = made_of(amount, strengths) if strengths else None
    if made is None:
        return None
    if sum(tablet.strength * count for tablet, count in made) != amount:
        raise IntegrityError(f"tablets do not add up to {amount} {unit}")
    return tuple(Counted(_strength(tablet, unit), count) for tablet, count in made)


def _strength(tablet: Tablet, unit: str) -> str:
    return f"{figure(tablet.strength)} {unit}"


def _unmade(stretches: Sequence[Stretch], strengths: Sequence[Tablet], unit: str) -> list[str]:
    if not strengths:
        return []
    there = ", ".join(f"{_strength(t, unit)}{' scored' if t.scored else ''}" for t in strengths)
    doses = dict.fromkeys(told(s.amount, s.amount, unit) for s in stretches if s.tablets is None)
    return [f"{dose} cannot be made of whole tablets of {there}; nothing was rounded" for dose in doses]


def _many(stretches: Sequence[Stretch]) -> list[str]:
    most = max((sum((c.count for c in s.tablets or ()), Decimal(0)) for s in stretches), default=Decimal(0))
    return [f"up to {figure(most)} tablets a day: is there a stronger tablet?"] if most > MOST_TABLETS else []


def _counted(stretches: Sequence[Stretch], strengths: Sequence[Tablet], unit: str) -> tuple[Counted, ...]:
    """Tablets in all; nothing when a day could not be made."""
    if any(stretch.tablets is None for stretch in stretches):
        return ()
    totals = {_strength(tablet, unit): Decimal(0) for tablet in strengths}
    for stretch in stretches:
        for counted in stretch.tablets or ():
            totals[counted.strength] += counted.count * (stretch.days or 0)
    return tuple(Counted(strength, count) for strength, count in totals.items() if count)
