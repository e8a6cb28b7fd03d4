"""Units of what is measured in a patient and of what is given: exact factors, never a float.

Factors are those of UCUM (ucum-essence 2.2), which defines the avoirdupois pound as 0.45359237 kg and the inch as
2.54 cm. Between mass and amount of substance the molar mass of the substance is needed; those are given with it.
"""

from collections.abc import Mapping
from decimal import Decimal

from curbside.errors import IntegrityError

UCUM: Mapping[str, str] = {
    "mcg": "ug", "mg": "mg", "g": "g", "kg": "kg", "lb": "[lb_av]", "oz": "[oz_av]", "stone": "[stone_av]",
    "mL": "mL", "L": "L", "units": "[USP'U]", "million units": "10*6.[USP'U]", "international units": "[iU]",
    "mmol": "mmol", "umol": "umol", "mEq": "meq", "cm": "cm", "m": "m", "in": "[in_i]", "ft": "[ft_i]",
    "minute": "min", "hour": "h", "day": "d", "week": "wk", "month": "mo", "year": "a",
    "mmol/L": "mmol/L", "mEq/L": "meq/L", "umol/L": "umol/L", "mg/dL": "mg/dL", "mg/L": "mg/L", "mL/min": "mL/min",
    "mL/min/1.73 m2": "mL/min/{1.73_m2}", "mmHg": "mm[Hg]", "Cel": "Cel", "m2": "m2", "%": "%", "units/L": "[USP'U]/L",
    "10*9/L": "10*9/L", "puffs": "{puff}", "tablets": "{tbl}",
}  # fmt: skip
"""Display unit -> UCUM code."""

_FACTORS: Mapping[str, tuple[str, Decimal]] = {
    "mcg": ("mass", Decimal("0.000001")), "mg": ("mass", Decimal("0.001")), "g": ("mass", Decimal(1)),
    "kg": ("mass", Decimal(1000)), "lb": ("mass", Decimal("453.59237")), "oz": ("mass", Decimal("28.349523125")),
    "stone": ("mass", Decimal("6350.29318")),
    "mL": ("volume", Decimal(1)), "L": ("volume", Decimal(1000)),
    "units": ("units", Decimal(1)), "million units": ("units", Decimal(1_000_000)),
    "international units": ("international units", Decimal(1)),
    "umol": ("substance", Decimal("0.001")), "mmol": ("substance", Decimal(1)), "mEq": ("equivalents", Decimal(1)),
    "cm": ("length", Decimal(1)), "m": ("length", Decimal(100)), "in": ("length", Decimal("2.54")),
    "ft": ("length", Decimal("30.48")),
    "minute": ("time", Decimal(1)), "hour": ("time", Decimal(60)), "day": ("time", Decimal(1440)),
    "week": ("time", Decimal(10080)),
    # A month is a twelfth of a year here, and a year 365.25 days: ages are compared, never summed.
    "month": ("time", Decimal(43830)), "year": ("time", Decimal(525960)),
    "mg/dL": ("concentration", Decimal(10)), "mg/L": ("concentration", Decimal(1)), "g/L": ("concentration", Decimal(1000)),
    "mcg/mL": ("concentration", Decimal(1)),
    "umol/L": ("molarity", Decimal("0.001")), "mmol/L": ("molarity", Decimal(1)), "mEq/L": ("charge", Decimal(1)),
    "mmHg": ("pressure", Decimal(1)), "kPa": ("pressure", Decimal("7.50061682704")), "mL/min": ("clearance", Decimal(1)),
    "mL/min/1.73 m2": ("indexed clearance", Decimal(1)), "%": ("share", Decimal(1)), "Cel": ("temperature", Decimal(1)),
    "units/L": ("activity", Decimal(1)), "10*9/L": ("count", Decimal(1)), "m2": ("area", Decimal(1)), "": ("number", Decimal(1)),
    "puffs": ("puffs", Decimal(1)), "tablets": ("tablets", Decimal(1)),
}  # fmt: skip

PER_MMOL: Mapping[str, Decimal] = {
    "creatinine": Decimal("113.1222"),
    "glucose": Decimal("180.156"),
    "bilirubin": Decimal("584.673"),
    "paracetamol": Decimal("151.165"),
}
"""mg in a millimole (g/mol). Creatinine: 88.4 umol/L is 1 mg/dL (113.12 g/mol); glucose 18.0156 mg/dL is 1 mmol/L;
bilirubin 17.1 umol/L is 1 mg/dL."""

MONOVALENT = frozenset({"potassium", "sodium", "bicarbonate", "chloride"})
"""One milliequivalent of these is one millimole."""


def convert(number: Decimal, given: str, wanted: str, substance: str = "") -> Decimal:
    """The number in another unit. `IntegrityError` for a unit nobody knows, or two that do not measure the same."""
    if given == wanted:
        return number
    if given == "degF" and wanted == "Cel":
        return (number - 32) * 5 / 9
    for unit in (given, wanted):
        if unit not in _FACTORS:
            raise IntegrityError(f"not a unit known here: {unit!r}; there are: {', '.join(filter(None, _FACTORS))}")
    (kind, factor), (other, divisor) = _FACTORS[given], _FACTORS[wanted]
    if kind == other:
        return number * factor / divisor
    if substance in MONOVALENT and {kind, other} == {"molarity", "charge"}:
        return number * factor / divisor
    if substance == "creatinine" and {kind, other} == {"molarity", "concentration"}:
        # The factor that laboratories and the equations' authors use, exactly: 88.4 umol/L is 1 mg/dL.
        per = Decimal("8.84")
        return number * factor * 1000 / per / divisor if kind == "molarity" else number * factor * per / 1000 / divisor
    if substance in PER_MMOL and {kind, other} == {"molarity", "concentration"}:
        mass = PER_MMOL[substance]
        return number * factor * mass / divisor if kind == "molarity" else number * factor / mass / divisor
    of = f" of {substance}" if substance else ""
    raise IntegrityError(f"{given or 'a bare number'} and {wanted} do not measure the same{of}")


def alike(given: str, wanted: str, substance: str = "") -> bool:
    """Whether one can be told in the other."""
    try:
        convert(Decimal(1), given, wanted, substance)
    except IntegrityError:
        return False
    return True
