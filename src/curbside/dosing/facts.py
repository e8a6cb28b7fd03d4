"""What is known of a patient, as numbers. What is not one possible number is missing."""

from decimal import ROUND_HALF_EVEN, Context, Decimal

from curbside.dosing.amounts import figure
from curbside.model.condition import ADULT, bounds, number
from curbside.model.patient import MEASURED, Known, Patient

SIX_DIGITS = Context(prec=6, rounding=ROUND_HALF_EVEN)
"""What was stated in another unit is taken to six digits, so that a reader can redo the sum with the figure shown."""
SMALL_KG = Decimal(40)
"""Below it a patient of unknown age is not taken for an adult."""


def measured(patient: Patient, name: str) -> Decimal | None:
    """The one number a fact is, in the unit of `MEASURED`; None when it is unknown, a range or impossible."""
    fact, limits = patient.of(name), MEASURED[name]
    found = number(fact)
    if found is None or not Decimal(limits.low) <= found <= Decimal(limits.high):
        return None
    return (
        found if (fact.unit or limits.unit) == limits.unit else Decimal(figure(SIX_DIGITS.plus(found)).replace(",", ""))
    )


def stated(patient: Patient, *names: str) -> tuple[tuple[str, str], ...]:
    """(name, value with unit) of measured facts and sex, those that are known; what was stated in another unit stands
    in parentheses."""
    found = []
    for name in names:
        fact = patient.of(name)
        if name == "sex":
            found += [(name, fact.value)] if fact.value else []
        elif (value := measured(patient, name)) is not None:
            unit = MEASURED[name].unit
            years = unit == "year" and value != 1
            told = f"{figure(value)} {unit}{'s' if years else ''}".strip()
            other = fact.unit if fact.unit and fact.unit != unit else None
            found.append((name, f"{told} ({fact.value} {other})" if other else told))
    return tuple(found)


def sex(patient: Patient) -> str | None:
    """ "male", "female" or None."""
    told = patient.of("sex").value
    return told if told in ("male", "female") else None


def missing(patient: Patient, *names: str) -> tuple[str, ...]:
    """Which of these facts are not one possible number (sex: not stated)."""
    return tuple(name for name in names if (sex(patient) if name == "sex" else measured(patient, name)) is None)


def grown(patient: Patient) -> bool | None:
    """Whether the patient is an adult: by age, else as the page assumes; None when neither is known."""
    ends = bounds(patient.of("age"))
    if ends:
        return True if ends[0] >= ADULT else False if ends[1] < ADULT else None
    return True if "adult" in patient.assumed else None


def yes(patient: Patient, name: str) -> bool:
    """Whether a stated fact is yes."""
    return patient.of(name).known is Known.YES
