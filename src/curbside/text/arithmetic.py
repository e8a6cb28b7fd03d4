"""The grammar of formulas shown to readers, and an evaluator that redoes them: "20 mg/kg x 80 kg = 1,600 mg".

    formulas  = formula {"; " formula}
    formula   = sum " = " number [unit]
    sum       = product {(" + " | " - ") product}
    product   = power {(" x " | " / ") power}
    power     = operand ["^" ["-"] number] [unit]
    operand   = number [unit] | "(" sum ")" | ("min(" | "max(") sum ", " sum ")"
    unit      = atom {("/" | " per ") atom}

Operators stand between spaces, so that a slash inside a unit is none. Numbers are written as medicine writes them:
commas from 1,000, a zero before the point, no exponent. Nothing else is read; anything else is a ValueError.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException, localcontext

MAX_LENGTH = 1_000
"""Characters of a text of formulas."""
MAX_DEPTH = 20
MAX_POWER = 150
"""Ages are powers in CKD-EPI."""
PRECISION = Context(prec=40, Emax=60, Emin=-60)

_ATOMS = {
    **{name: name for name in ("mcg", "mg", "g", "kg", "lb", "mL", "L", "dL", "cm", "m", "in", "m2", "1.73 m2")},
    **{name: name for name in ("units", "million units", "international units", "mmol", "umol", "mEq", "puffs")},
    **{name: name for name in ("tablets", "doses", "day", "week", "year", "hour")},
    "minute": "min",
    "min": "min",
    "minutes": "min",
    "hours": "hour",
    "days": "day",
    "weeks": "week",
    "years": "year",
    "dose": "doses",
    "tablet": "tablets",
    "puff": "puffs",
}
"""Unit as written -> unit as compared."""
FACTORS: Mapping[tuple[str, str], Decimal] = {
    ("mcg", "mg"): Decimal(1000), ("mg", "g"): Decimal(1000), ("mcg", "g"): Decimal(10) ** 6, ("g", "kg"): Decimal(1000),
    ("kg", "lb"): Decimal("0.45359237"), ("cm", "in"): Decimal("2.54"), ("cm", "m"): Decimal(100), ("mL", "L"): Decimal(1000),
    ("min", "hour"): Decimal(60), ("hour", "day"): Decimal(24), ("min", "day"): Decimal(1440), ("day", "week"): Decimal(7),
    ("umol", "mmol"): Decimal(1000), ("dL", "L"): Decimal(10), ("units", "million units"): Decimal(10) ** 6,
}  # fmt: skip
"""How many of the first make one of the second: a factor in a formula must be true."""
_WORD = "|".join(sorted(map(re.escape, _ATOMS), key=len, reverse=True))
_UNIT = re.compile(rf" ({_WORD})(?![\w.^])((?:(?:/| per )(?:{_WORD})(?![\w.^]))*)")
_NUMBER = re.compile(r"(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2})(?:\.\d{1,30})?(?![\d,.]\d|\.)")
_OPERATOR = re.compile(r" ([-+x/]) ")

Units = Mapping[str, int]
"""Power of each unit. No entry: a bare number."""


@dataclass(frozen=True, slots=True)
class Worked:
    """One formula, redone."""

    stated: Decimal
    """The result as it stands there."""
    unit: str
    """Its unit as it stands there; "" for a bare number."""
    exact: Decimal
    """The result redone, to 40 digits."""
    places: int
    """Decimals the stated result shows."""
    cancels: bool
    """Whether the units on the left multiply out to the unit stated. Equations fitted to patients never do."""
    operands: tuple[tuple[Decimal, str], ...]
    """Every number on the left with its unit as written ("" for none), in order."""

    @property
    def right(self) -> bool:
        """Whether the stated result is the exact one to the digits it shows; rounded away by more than a twentieth
        of itself it is not, whatever it shows."""
        off = abs(self.exact - self.stated)
        return off <= Decimal(5).scaleb(-self.places - 1) and off * 20 <= abs(self.exact)


def work(text: str) -> tuple[Worked, ...]:
    """Every formula of a text, redone. ValueError when it is not in the grammar, divides by zero or runs away."""
    if len(text) > MAX_LENGTH:
        raise ValueError(f"a formula has at most {MAX_LENGTH:,} characters, not {len(text):,}")
    try:
        with localcontext(PRECISION):
            return tuple(_formula(part) for part in text.split("; "))
    except DecimalException as error:
        raise ValueError(f"{text!r} cannot be calculated") from error


def is_right(text: str, cancelling: bool = False) -> bool:
    """Whether every formula gives what it states; `cancelling`: and its units multiply out too. ValueError as `work`."""
    return all(one.right and (one.cancels or not cancelling) for one in work(text))


@dataclass(frozen=True, slots=True)
class _Value:
    number: Decimal
    units: Units | None
    """None: they cannot be told."""


def _formula(text: str) -> Worked:
    left, sign, right = text.partition(" = ")
    if not sign:
        raise ValueError(f"{text!r} states no result")
    reader = _Reader(left)
    found = reader.sum(0)
    reader.end()
    if not found.number.is_finite():
        raise ValueError(f"{text!r} has no finite result")
    result = _Reader(right)
    stated = result.number()
    units, unit = result.unit()
    result.end()
    places = -int(stated.as_tuple().exponent)
    return Worked(stated, unit, found.number, max(places, 0), found.units == units, tuple(reader.operands))


class _Reader:
    """Reads from the left; every method takes what it names or raises ValueError."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.operands: list[tuple[Decimal, str]] = []

    def end(self) -> None:
        if self.at != len(self.text):
            raise self.refuse()

    def refuse(self) -> ValueError:
        return ValueError(f"{self.text!r} is no formula at character {self.at + 1}")

    def take(self, literal: str) -> bool:
        found = self.text.startswith(literal, self.at)
        self.at += len(literal) * found
        return found

    def operator(self, signs: str) -> str | None:
        found = _OPERATOR.match(self.text, self.at)
        if not found or found[1] not in signs:
            return None
        self.at = found.end()
        return found[1]

    def number(self) -> Decimal:
        found = _NUMBER.match(self.text, self.at)
        if not found:
            raise self.refuse()
        self.at = found.end()
        return Decimal(found[0].replace(",", ""))

    def unit(self) -> tuple[Units, str]:
        found = _UNIT.match(self.text, self.at)
        if not found:
            return {}, ""
        self.at = found.end()
        return _powers(found[0].strip()), found[0].strip()

    def sum(self, depth: int) -> _Value:
        value = self.product(depth)
        while sign := self.operator("+-"):
            other = self.product(depth)
            number = value.number + other.number if sign == "+" else value.number - other.number
            value = _Value(number, value.units if value.units == other.units else None)
        return value

    def product(self, depth: int) -> _Value:
        value = self.power(depth)
        while sign := self.operator("x/"):
            other = self.power(depth)
            number = value.number * other.number if sign == "x" else value.number / other.number
            value = _Value(number, _joined(value.units, other.units, 1 if sign == "x" else -1))
        return value

    def power(self, depth: int) -> _Value:
        value = self.operand(depth)
        if self.take("^"):
            sign = -1 if self.take("-") else 1
            exponent = self.number()
            if exponent > MAX_POWER:
                raise self.refuse()
            value = _Value(value.number ** (sign * exponent), None if value.units else {})
        units, unit = self.unit()
        if unit and value.units:
            raise self.refuse()
        return _Value(value.number, units) if unit else value

    def operand(self, depth: int) -> _Value:
        if depth > MAX_DEPTH:
            raise self.refuse()
        for name, choose in (("min(", min), ("max(", max)):
            if self.take(name):
                first, second = self.sum(depth + 1), self.after(", ", depth)
                self.close()
                units = first.units if first.units == second.units else None
                return _Value(choose(first.number, second.number), units)
        if self.take("("):
            inner = self.sum(depth + 1)
            self.close()
            return inner
        number = self.number()
        units, unit = self.unit()
        self.operands.append((number, unit))
        self.truth(number, units)
        return _Value(number, units)

    def after(self, literal: str, depth: int) -> _Value:
        if not self.take(literal):
            raise self.refuse()
        return self.sum(depth + 1)

    def close(self) -> None:
        if not self.take(")"):
            raise self.refuse()

    def truth(self, number: Decimal, units: Units) -> None:
        """A factor between two units of one kind ("1,000 mcg/mg") is true, else no formula."""
        above, below = ([unit for unit, power in units.items() if power == sign] for sign in (1, -1))
        if len(units) != 2 or not above or not below:
            return
        pair = above[0], below[0]
        factor = FACTORS.get(pair) or (1 / FACTORS[pair[::-1]] if pair[::-1] in FACTORS else None)
        # 2 mg/kg is a dose and 0.5 g/kg too: only the unit of weight is also the unit of a patient.
        if factor is not None and pair[1] != "kg" and number != factor:
            raise ValueError(f"{number:,} {pair[0]}/{pair[1]} is not true: {factor:,}")


def _powers(unit: str) -> Units:
    first, *rest = _atoms(unit)
    found = {first: 1}
    for atom in rest:
        found[atom] = found.get(atom, 0) - 1
    return {atom: power for atom, power in found.items() if power}


def _atoms(unit: str) -> Iterator[str]:
    """Atoms in order. "1.73 m2" is one; a "/" or "per" stands between two."""
    for part in re.split(r"/| per ", unit):
        yield _ATOMS[part]


def _joined(one: Units | None, other: Units | None, sign: int) -> Units | None:
    if one is None or other is None:
        return None
    found = dict(one)
    for atom, power in other.items():
        found[atom] = found.get(atom, 0) + sign * power
    return {atom: power for atom, power in found.items() if power}
