"""For whom something holds: a small language of facts, answered yes, no or unknown. Unknown is never no."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from curbside.errors import IntegrityError
from curbside.model.measure import convert
from curbside.model.patient import MEASURED, NAMED, STATED, Fact, Known, Patient

ESTIMATES = {"crcl": "egfr", "egfr": "crcl"}
"""The two estimates of kidney function. They are never swapped: a limit told in one is not answered by the other."""
SIGNS = ("<", "<=", ">", ">=", "is")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One fact asked for. Measured facts have a sign, a number and its unit; the others are or are not."""

    name: str
    """A name of `model.patient.FACTS`, or "given": a drug the patient takes or the question names."""
    sign: str
    number: Decimal | None = None
    unit: str = ""
    names: tuple[str, ...] = ()
    """Any of these, folded (named facts, "given", sex)."""
    wanted: Known = Known.YES
    """Of a stated fact."""

    def __post_init__(self) -> None:
        if self.sign not in SIGNS or (self.name in MEASURED) != (self.number is not None):
            raise IntegrityError(f"not a criterion: {self.name} {self.sign}")


@dataclass(frozen=True, slots=True)
class Condition:
    """Any of these groups; in a group, all criteria. At least one group, none of them empty."""

    groups: tuple[tuple[Criterion, ...], ...]

    @property
    def personal(self) -> bool:
        """Whether it asks for more than the patient's sex: what holds for every woman makes nothing one woman's own."""
        return any(one.name != "sex" for one in self.criteria)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion, in order."""
        return tuple(one for group in self.groups for one in group)


@dataclass(frozen=True, slots=True)
class Case:
    """A patient with the drugs in play, as far as conditions are concerned."""

    patient: Patient
    given: frozenset[str] = frozenset()
    """Preferred names of drugs the question names (folded)."""
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Folded name of a drug, allergen or condition -> folded names of every class it belongs to."""

    def is_a(self, name: str, wanted: tuple[str, ...]) -> bool:
        """Whether a name is one of the wanted, or belongs to a class that is."""
        return name in wanted or bool(self.classes.get(name, frozenset()) & set(wanted))


def holds(condition: Condition, case: Case) -> Known:
    """YES, NO or UNKNOWN; one group that holds is enough, and one criterion that does not hold ends a group."""
    return _any(_all(met(one, case) for one in group) for group in condition.groups)


def _any(found: Iterable[Known]) -> Known:
    seen = set(found)
    return Known.YES if Known.YES in seen else Known.UNKNOWN if Known.UNKNOWN in seen else Known.NO


def _all(found: Iterable[Known]) -> Known:
    seen = set(found)
    return Known.NO if Known.NO in seen else Known.UNKNOWN if Known.UNKNOWN in seen else Known.YES


def by_the_other_estimate(condition: Condition, case: Case) -> bool:
    """Whether it would hold if a limit told in one estimate of kidney function were read in the other. Never used to
    calculate a dose: only to be careful when the estimate the source used is not known."""
    swapped = tuple(tuple(_swapped(one, case) for one in group) for group in condition.groups)
    return swapped != condition.groups and holds(Condition(swapped), case) is Known.YES


def met(one: Criterion, case: Case) -> Known:
    """One criterion of one patient."""
    if one.name == "given":
        taken = {fact.value for fact in case.patient.all("taking") if fact.known is Known.VALUE and fact.value}
        return Known.YES if any(case.is_a(name, one.names) for name in case.given | taken) else Known.UNKNOWN
    if one.name in MEASURED:
        return _measured(one, case.patient)
    if one.name in STATED:
        fact = case.patient.of(one.name)
        if fact.known is Known.UNKNOWN:
            return _by_sex(one, case.patient)
        return Known.YES if fact.known is one.wanted else Known.NO
    if one.name in NAMED:
        return _named(one, case)
    fact = case.patient.of(one.name)
    if fact.known is not Known.VALUE:
        return Known.UNKNOWN
    return Known.YES if fact.value in one.names else Known.NO


def _by_sex(one: Criterion, patient: Patient) -> Known:
    """A man is neither pregnant nor breast-feeding."""
    if one.name in ("pregnancy", "lactation") and patient.of("sex").value == "male":
        return Known.NO if one.wanted is Known.YES else Known.YES
    return Known.UNKNOWN


def _named(one: Criterion, case: Case) -> Known:
    told = case.patient.all(one.name)
    if any(f.known is Known.VALUE and f.value and case.is_a(f.value, one.names) for f in told):
        return Known.YES
    denied = [f.value for f in told if f.known is Known.NO]
    if None in denied:
        return Known.NO
    # Who denies a class denies what belongs to it; who denies one of several says nothing of the others.
    absent = tuple(value for value in denied if value)
    return Known.NO if absent and all(case.is_a(name, absent) for name in one.names) else Known.UNKNOWN


def _measured(one: Criterion, patient: Patient) -> Known:
    if one.name in ESTIMATES and patient.of("dialysis").known is Known.YES and one.sign in ("<", "<="):
        return Known.YES  # Kidney failure (KDIGO stage 5D) lies below every limit a source sets.
    fact = patient.of(one.name)
    if fact.known is not Known.VALUE:
        return _adult(one, patient)
    ends = bounds(fact)
    if ends is None or one.number is None:
        return Known.UNKNOWN
    limit = one.number if not one.unit else _in_unit(one.number, one.unit, one.name)
    results = {_compared(end, one.sign, limit) for end in ends}
    return Known.UNKNOWN if len(results) > 1 else Known.YES if results.pop() else Known.NO


def _adult(one: Criterion, patient: Patient) -> Known:
    """Where an adult is assumed, limits of childhood are answered; limits of old age are not."""
    if one.name != "age" or "adult" not in patient.assumed or one.number is None:
        return Known.UNKNOWN
    years = one.number if not one.unit else _in_unit(one.number, one.unit, "age")
    if years > ADULT:
        return Known.UNKNOWN
    return Known.YES if one.sign in (">", ">=") else Known.NO


ADULT = 18
"""Years of age from which a patient is an adult here."""


def bounds(fact: Fact) -> tuple[Decimal, Decimal] | None:
    """Lowest and highest the fact can be, in the unit of `MEASURED`; None when it cannot be told so."""
    if fact.known is not Known.VALUE or not fact.value or fact.name not in MEASURED:
        return None
    low, _, high = fact.value.partition("-")
    try:
        ends = Decimal(low), Decimal(high or low)
        unit = MEASURED[fact.name].unit
        first, last = (convert(end, fact.unit or unit, unit, fact.name) for end in ends)
    except (InvalidOperation, IntegrityError):
        return None
    return (first, last) if first.is_finite() and last.is_finite() else None


def number(fact: Fact) -> Decimal | None:
    """The one number a fact is, in the unit of `MEASURED`; None when it is unknown or a range."""
    ends = bounds(fact)
    return ends[0] if ends and ends[0] == ends[1] else None


def _in_unit(value: Decimal, unit: str, name: str) -> Decimal:
    return convert(value, unit, MEASURED[name].unit, name)


def _compared(value: Decimal, sign: str, limit: Decimal) -> bool:
    return {"<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit, "is": value == limit}[
        sign
    ]


def _swapped(one: Criterion, case: Case) -> Criterion:
    other = ESTIMATES.get(one.name)
    if other is None or case.patient.of(one.name).known is Known.VALUE:
        return one
    return Criterion(other, one.sign, one.number)
