"""Orders: a dose is data. Steps, alternatives and combinations are structure, not prose."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from curbside.errors import IntegrityError
from curbside.model.condition import Condition

UNITS = (
    *("mcg", "mg", "g", "mL", "units", "million units", "mmol", "mEq", "international units"),
    *("puffs", "tablets"),
)
"""Units an amount may have, as displayed; `model.measure.UCUM` has their codes."""
ROUTES = (
    *("IV", "IM", "IO", "oral", "subcut", "inhaled", "nebulised", "topical", "rectal", "intranasal", "sublingual"),
    *("buccal", "intra-arterial", "oral or IV", "IV or IM", "IV or IO", "IM or subcut"),
)
RATES = ("per minute", "per hour", "per day")
LABELS = ("load", "maintenance", "bolus", "infusion", "repeat", "titration", "start")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range of numbers, exact decimals, low <= high, both above zero."""

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        if not 0 < self.low <= self.high:
            raise IntegrityError(f"not an amount: {self.low} to {self.high}")


@dataclass(frozen=True, slots=True)
class DoseStep:
    """One step of a dose: how much, per what, how fast, how often, for how long."""

    amount: Amount
    unit: str
    per: str | None = None
    """"kg" or "m2"; None is a fixed amount."""
    weight: str | None = None
    """"actual", "ideal" or "adjusted"; None when the source does not say or the dose is fixed."""
    rate: str | None = None
    """One of `RATES`: the amount is per that time; None: the amount is one administration."""
    over: str | None = None
    """How long one administration takes, or over how many days one course is given, in words ("2 to 5 days")."""
    interval: str | None = None
    """How often, in words a person reads ("every 8 hours"); None is once."""
    duration: str | None = None
    until: str | None = None
    label: str | None = None
    """One of `LABELS`, or None."""
    divided: int | None = None
    """In how many doses a daily amount is given; None: the amount is not divided."""
    cap: str | None = None
    """The most this step may give, in words with a unit ("4,000 units")."""

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise IntegrityError(f"not a unit of an amount: {self.unit!r}; there are: {', '.join(UNITS)}")
        if self.per not in (None, "kg", "m2"):
            raise IntegrityError(f"an amount is per kg, per m2 or fixed, not per {self.per!r}")
        if self.rate not in (None, *RATES):
            raise IntegrityError(f"a rate is {', '.join(RATES)}, not {self.rate!r}")


@dataclass(frozen=True, slots=True)
class Dose:
    """One drug by one route for one population, from one source."""

    drug: str
    route: str
    steps: tuple[DoseStep, ...]
    population: str
    reference: str
    """Source and extract the figures stand in: `source-key/extract-key`."""
    maximum_single: str | None = None
    maximum_daily: str | None = None
    note: str | None = None
    when: Condition | None = None
    """For which patients this dose is; None: for all of its population."""

    def __post_init__(self) -> None:
        if not (self.drug and self.steps and self.population and self.reference):
            raise IntegrityError(f"an order for {self.drug or 'no drug'} lacks steps, population or source")
        if self.route not in ROUTES:
            raise IntegrityError(f"not a route: {self.route!r}; there are: {', '.join(ROUTES)}")


@dataclass(frozen=True, slots=True)
class AllOf:
    """Give every one of these together (PLUS)."""

    orders: tuple["Order", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Choose one of these (OR)."""

    orders: tuple["Order", ...]


@dataclass(frozen=True, slots=True)
class Then:
    """One after the other, in this order (THEN)."""

    orders: tuple["Order", ...]


@dataclass(frozen=True, slots=True)
class Barred:
    """A drug that stood here and is not for this patient: named with its reason, without any amount."""

    drug: str
    reason: str
    reference: str
    """The rule that bars it: the id of its claim, or "" when the patient's allergy does."""


Order: TypeAlias = Dose | AllOf | AnyOf | Then | Barred


def doses(order: "Order") -> tuple[Dose, ...]:
    """Every single dose in an order, left to right."""
    if isinstance(order, Dose):
        return (order,)
    if isinstance(order, Barred):
        return ()
    return tuple(dose for part in order.orders for dose in doses(part))


@dataclass(frozen=True, slots=True)
class TaperStep:
    """A stretch of days at one daily amount. Days count from 1; `to_day` None means until told otherwise."""

    from_day: int
    to_day: int | None
    amount: str
    """Decimal number, or an expression of the starting dose such as "full starting dose"."""
    unit: str
