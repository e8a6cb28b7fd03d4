"""A taper as dates: which dose on which day, and when it ends."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A daily amount for so many days; None: until somebody decides otherwise."""

    amount: Decimal
    days: int | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps downwards, one after the other. Only the last may be without an end."""

    unit: str
    steps: tuple[PlanStep, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """So many tablets of a strength."""

    strength: str
    """ "5 mg"."""
    count: Decimal


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days at one daily amount."""

    first: date
    last: date | None
    """The last day, included; None: no end is set."""
    amount: Decimal
    tablets: tuple[Counted, ...] | None = None
    """What makes the daily amount, strongest first; None: no strengths are told, or they do not make it."""

    @property
    def days(self) -> int | None:
        """How many; None without an end."""
        return None if self.last is None else (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Course:
    """A plan from a first day on."""

    title: str
    """What is tapered; "Taper" when it has no name."""
    unit: str
    stretches: tuple[Stretch, ...]
    """In order, without gap or overlap."""
    stop: date | None
    """The first day without a dose; None: the last stretch has no end."""
    total: Decimal
    """Of everything with an end, in the unit."""
    strengths: tuple[str, ...] = ()
    """Tablets there are, strongest first; empty: none were told."""
    tablets: tuple[Counted, ...] = ()
    """In total; empty when a day cannot be made, an end is missing or no strengths are told."""
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """What sourced statements say of it, as the caller gives it."""
