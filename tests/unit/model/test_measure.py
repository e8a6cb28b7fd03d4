"""Units: every conversion is held against an independent library, and what cannot be converted is refused."""

from decimal import Decimal
from itertools import permutations

import pint
import pytest

from curbside.errors import IntegrityError
from curbside.model.measure import MONOVALENT, PER_MMOL, UCUM, alike, convert
from curbside.model.patient import MEASURED
from curbside.model.regimen import UNITS

REGISTRY: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal)
#   units of one kind, each as the other library calls it
KINDS = [
    {"mcg": "microgram", "mg": "milligram", "g": "gram", "kg": "kilogram", "lb": "pound", "oz": "ounce", "stone": "stone"},
    {"mL": "milliliter", "L": "liter"},
    {"umol": "micromole", "mmol": "millimole"},
    {"cm": "centimeter", "m": "meter", "in": "inch", "ft": "foot"},
    {"minute": "minute", "hour": "hour", "day": "day", "week": "week", "month": "julian_month", "year": "julian_year"},
    {"mg/dL": "milligram / deciliter", "mg/L": "milligram / liter", "g/L": "gram / liter", "mcg/mL": "microgram / milliliter"},
    {"umol/L": "micromole / liter", "mmol/L": "millimole / liter"},
    {"mmHg": "mmHg", "kPa": "kilopascal"},
]  # fmt: skip
PAIRS = [(kind, given, wanted) for kind in KINDS for given, wanted in permutations(kind, 2)]
REGISTRY.define("julian_year = 365.25 * day")
REGISTRY.define("julian_month = 30.4375 * day")


@pytest.mark.parametrize(("kind", "given", "wanted"), PAIRS, ids=[f"{given} in {wanted}" for _, given, wanted in PAIRS])
def test_a_conversion_is_that_of_an_independent_library(kind: dict[str, str], given: str, wanted: str) -> None:
    other = REGISTRY.Quantity(Decimal("7.3"), kind[given]).to(kind[wanted]).magnitude
    # Millimetres of mercury are defined in two ways that differ in the seventh place.
    assert abs(convert(Decimal("7.3"), given, wanted) / other - 1) < Decimal("1e-6")


EXACT = [
    ("a pound", "1", "lb", "kg", "0.45359237"),
    ("a stone is 14 pounds", "1", "stone", "lb", "14"),
    ("a pound is 16 ounces", "1", "lb", "oz", "16"),
    ("an inch", "1", "in", "cm", "2.54"),
    ("a foot is 12 inches", "1", "ft", "in", "12"),
    ("a milligram is 1,000 micrograms", "1", "mg", "mcg", "1000"),
    ("a deciliter is a tenth", "1", "mg/dL", "mg/L", "10"),
    ("million units", "2.4", "million units", "units", "2400000"),
    ("a year is 12 months", "1", "year", "month", "12"),
    ("a week is 7 days", "1", "week", "day", "7"),
    ("the same unit, untouched", "1.10", "kg", "kg", "1.10"),
]


@pytest.mark.parametrize(("why", "number", "given", "wanted", "expected"), EXACT, ids=[row[0] for row in EXACT])
def test_what_is_exact_stays_exact(why: str, number: str, given: str, wanted: str, expected: str) -> None:
    assert convert(Decimal(number), given, wanted) == Decimal(expected)


#   why, how much, in what, of what, is how much, in what
SUBSTANCES = [
    ("creatinine as laboratories have it", "1 mg/dL", "creatinine", "88.4 umol/L"),
    ("and back", "88.4 umol/L", "creatinine", "1 mg/dL"),
    ("creatinine per litre", "10 mg/L", "creatinine", "88.4 umol/L"),
    ("creatinine in millimoles", "0.0884 mmol/L", "creatinine", "1 mg/dL"),
    ("glucose", "1 mmol/L", "glucose", "18.0156 mg/dL"),
    ("glucose back", "18.0156 mg/dL", "glucose", "1 mmol/L"),
    ("bilirubin", "1000 umol/L", "bilirubin", "584.673 mg/L"),
    ("paracetamol", "1 mmol/L", "paracetamol", "151.165 mg/L"),
    ("potassium", "5.4 mEq/L", "potassium", "5.4 mmol/L"),
    ("sodium back", "140 mmol/L", "sodium", "140 mEq/L"),
    ("Fahrenheit", "212 degF", "temperature", "100 Cel"),
    ("Fahrenheit below zero", "-40 degF", "temperature", "-40 Cel"),
]


@pytest.mark.parametrize(("why", "told", "of", "expected"), SUBSTANCES, ids=[row[0] for row in SUBSTANCES])
def test_a_substance_has_its_own_factor(why: str, told: str, of: str, expected: str) -> None:
    (number, given), (result, wanted) = told.split(), expected.split()
    assert convert(Decimal(number), given, wanted, of) == Decimal(result)


WEIGHTS = {"C": "12.011", "H": "1.008", "N": "14.007", "O": "15.999"}
"""Standard atomic weights, IUPAC, abridged to three decimals."""
FORMULAS = {
    "creatinine": {"C": 4, "H": 7, "N": 3, "O": 1},
    "glucose": {"C": 6, "H": 12, "O": 6},
    "bilirubin": {"C": 33, "H": 36, "N": 4, "O": 6},
    "paracetamol": {"C": 8, "H": 9, "N": 1, "O": 2},
}


@pytest.mark.parametrize("substance", PER_MMOL)
def test_a_molar_mass_is_the_sum_of_its_atoms(substance: str) -> None:
    mass = sum(Decimal(WEIGHTS[atom]) * count for atom, count in FORMULAS[substance].items())
    assert abs(PER_MMOL[substance] / mass - 1) < Decimal("0.0001")


REFUSED = [
    ("a volume is no mass", "mL", "mg", ""),
    ("units are no mass", "units", "mg", "insulin"),
    ("international units are not the units of another substance", "international units", "units", ""),
    ("moles without a substance", "mmol/L", "mg/dL", ""),
    ("moles of a substance nobody gave the mass of", "mmol/L", "mg/dL", "sodium"),
    ("milliequivalents of what has more charges or none", "mEq/L", "mmol/L", "glucose"),
    ("milliequivalents without a substance", "mEq/L", "mmol/L", ""),
    ("the two estimates of kidney function", "mL/min", "mL/min/1.73 m2", ""),
    ("a concentration is no amount", "mg/L", "mg", ""),
    ("a bare number is no weight", "", "kg", ""),
    ("nor is a weight a bare number", "kg", "", ""),
    ("puffs are no tablets", "puffs", "tablets", ""),
    ("Fahrenheit is only a temperature", "degF", "kg", ""),
]


@pytest.mark.parametrize(("why", "given", "wanted", "substance"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_does_not_measure_the_same_is_refused(why: str, given: str, wanted: str, substance: str) -> None:
    assert alike(given, wanted, substance) is False
    with pytest.raises(IntegrityError):
        convert(Decimal(1), given, wanted, substance)


def test_a_unit_nobody_knows_is_named() -> None:
    with pytest.raises(IntegrityError, match=r"not a unit known here: 'grains'; there are: mcg, mg, g, kg"):
        convert(Decimal(1), "grains", "mg")


def test_every_unit_of_an_amount_has_a_code_and_a_factor() -> None:
    assert [unit for unit in UNITS if unit not in UCUM or not alike(unit, unit)] == []
    assert [unit for unit in UNITS if convert(Decimal(2), unit, unit) != 2] == []


@pytest.mark.parametrize("name", MEASURED)
def test_every_measure_is_compared_in_a_unit_that_has_a_code(name: str) -> None:
    unit = MEASURED[name].unit
    assert unit == "" or unit in UCUM
    assert Decimal(MEASURED[name].low) < Decimal(MEASURED[name].high)


def test_only_ions_of_one_charge_are_counted_as_moles() -> None:
    assert sorted(MONOVALENT) == ["bicarbonate", "chloride", "potassium", "sodium"]
