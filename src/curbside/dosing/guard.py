"""The ten-fold guard: an amount far from anything the drug is given in is a slip, and slips get no number."""

from decimal import Decimal

from curbside.dosing.amounts import figure, in_unit, told
from curbside.dosing.caps import PER_DAY
from curbside.model.drug import Drug, Plausible
from curbside.model.regimen import Amount, Dose, DoseStep
from curbside.text.population import populations

HARD = 2
"""Times the plausible high above which no number is given."""
LOW = Decimal("0.1")


def guarded(
    dose: Dose, step: DoseStep, given: Amount, drug: Drug | None, child: bool
) -> tuple[str | None, tuple[str, ...]]:
    """(why no number may be given or None, warnings) for one administration, or for an infusion's amount per time."""
    if drug is None or not drug.plausible:
        return None, ("no usual range of this drug is on file: the amount was not held against one",)
    ranges = [found for found in drug.plausible if _speaks(found, dose, step, child)]
    same = [found for found in ranges if found.per == step.per]
    fixed = [found for found in ranges if found.per is None]
    dosed = Amount(step.amount.low / (step.divided or 1), step.amount.high / (step.divided or 1))
    why, warned = _held(same, dosed if step.per else given, step)
    warnings = list(warned)
    if not why and step.per:
        # A range of fixed amounts may be that of another indication: where there is one per kg, it only warns.
        above, warned = _held(fixed, given, step)
        why = None if same else above
        warnings += [above] if above and same else warned
    if why:
        return why, ()
    if not ranges:
        warnings.append(f"no usual range {dose.route} in {step.unit} is on file: the amount was not held against one")
    return _above_adults(dose, step, given, drug, child), tuple(dict.fromkeys(warnings))


def _held(ranges: list[Plausible], value: Amount, step: DoseStep) -> tuple[str | None, list[str]]:
    if not ranges:
        return None, []
    highs, lows = (
        [_told(end, step, found) for found, end in ((r, getattr(r, name)) for r in ranges)] for name in ("high", "low")
    )
    high, low = max(filter(None, highs)), min(filter(None, lows))
    per = f"/{ranges[0].per}" if ranges[0].per else ""
    usual = f"{told(low, high, step.unit + per)}{f' {step.rate}' if step.rate else ''}"
    if value.high > HARD * high:
        return f"{figure(value.high)} {step.unit}{per} is more than twice what is ever given ({usual})", []
    if value.high > high:
        return None, [f"above the usual range ({usual})"]
    if value.low < LOW * low:
        return None, [f"less than a tenth of what is usually given ({usual})"]
    return None, []


def _above_adults(dose: Dose, step: DoseStep, given: Amount, drug: Drug, child: bool) -> str | None:
    """A child gets no more than the most an adult is ever given, where that is on file as a fixed amount."""
    if not child:
        return None
    ranges = [r for r in drug.plausible if r.per is None and r.population == "adult" and _speaks(r, dose, step, None)]
    highs = [high for found in ranges if (high := _told(found.high, step, found)) is not None]
    if highs and given.high > max(highs):
        return f"{figure(given.high)} {step.unit} is more than an adult is given ({figure(max(highs))} {step.unit})"
    return None


def _speaks(found: Plausible, dose: Dose, step: DoseStep, child: bool | None) -> bool:
    """Whether a range is of this route, kind of unit, kind of rate and population; `child` None: of any."""
    meant = populations(dose.population)
    whom = child is None or found.population in (
        None,
        "child" if child or meant & {"child", "infant", "neonate"} else "adult",
    )
    routed = bool(set(found.route.split(" or ")) & set(dose.route.split(" or ")))
    return (
        routed and whom and (found.rate is None) == (step.rate is None) and _told(found.high, step, found) is not None
    )


def _told(value: Decimal, step: DoseStep, found: Plausible) -> Decimal | None:
    """A number of a range in the step's unit and per the step's time; None: another kind of unit."""
    number = in_unit(value, found.unit, step.unit)
    if number is None or not found.rate or not step.rate:
        return number
    return number * PER_DAY[found.rate] / PER_DAY[step.rate]
