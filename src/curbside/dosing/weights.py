"""Which weight (or body surface) a dose is multiplied by: the one its source names, else the actual one."""

from dataclasses import dataclass
from decimal import Decimal

from curbside.dosing import calculators as by
from curbside.dosing.amounts import figure
from curbside.dosing.facts import grown, measured, missing, sex, stated
from curbside.model.calculation import Estimate, NotCalculated
from curbside.model.patient import Patient
from curbside.model.regimen import DoseStep

OBESE = Decimal(30)
"""kg/m2 from which an adult is obese (WHO)."""


@dataclass(frozen=True, slots=True)
class Multiplier:
    """What a per-kg or per-m2 amount is multiplied by."""

    exact: Decimal
    formula: str
    """As it stands in the dose's formula: "80 kg", or an equation in parentheses."""
    words: str
    """ "80 kg", "65.9 kg (ideal body weight)", "1.82 m2"."""
    inputs: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


def multiplier(step: DoseStep, patient: Patient) -> Multiplier | NotCalculated:
    """Of a step that is per kg or per m2; why there is none, with the facts that are missing."""
    if step.per == "m2":
        return _surface(patient)
    weight = measured(patient, "weight")
    if weight is None:
        return NotCalculated("weight", "the weight is not stated", ("weight",))
    actual = Multiplier(weight, f"{figure(weight)} kg", f"{figure(weight)} kg", stated(patient, "weight"))
    if step.weight in ("ideal", "adjusted"):
        return _by_height(step.weight, actual, patient)
    return Multiplier(actual.exact, actual.formula, actual.words, actual.inputs, _obese(step, patient))


def _surface(patient: Patient) -> Multiplier | NotCalculated:
    height, weight = measured(patient, "height"), measured(patient, "weight")
    if height is None or weight is None:
        lacking = missing(patient, "height", "weight")
        return NotCalculated("body surface", f"{_and(lacking)} not stated: no body surface", lacking)
    found = by.mosteller(height, weight)
    if isinstance(found, NotCalculated):
        return found
    return Multiplier(
        found.exact, by.mosteller_text(height, weight), f"{found.shown} m2", stated(patient, "height", "weight")
    )


def _by_height(name: str, actual: Multiplier, patient: Patient) -> Multiplier | NotCalculated:
    height, whose = measured(patient, "height"), sex(patient)
    if height is None or whose is None:
        lacking = missing(patient, "height", "sex")
        return NotCalculated(f"{name} body weight", f"{_and(lacking)} not stated: no {name} body weight", lacking)
    if grown(patient) is not True:
        return NotCalculated(f"{name} body weight", f"the {name} body weight is an adult's", missing(patient, "age"))
    ideal = by.devine(height, whose)
    if isinstance(ideal, NotCalculated):
        return NotCalculated(f"{name} body weight", f"no {name} body weight: {ideal.why}")
    inputs = stated(patient, "weight", "height", "sex")
    if actual.exact <= ideal.exact:
        note = f"the actual weight is not above the ideal one ({ideal.shown} kg), so it is the one used"
        return Multiplier(actual.exact, actual.formula, actual.words, inputs, (note,))
    if name == "ideal":
        return Multiplier(
            ideal.exact, f"({by.devine_text(height, whose)})", f"{ideal.shown} kg (ideal body weight)", inputs
        )
    found = by.adjusted_weight(actual.exact, height, whose)
    if isinstance(found, NotCalculated):
        return found
    text = f"({by.adjusted_text(actual.exact, height, whose)})"
    return Multiplier(found.exact, text, f"{found.shown} kg (adjusted body weight)", inputs)


def _obese(step: DoseStep, patient: Patient) -> tuple[str, ...]:
    """Said, never done: the source decides which weight is meant."""
    found = body_mass_index(patient)
    if found is None or found.exact < OBESE or grown(patient) is not True or step.weight == "actual":
        return ()
    return (f"BMI {found.shown} kg/m2: the source does not say which weight it means; the actual weight is used",)


def body_mass_index(patient: Patient) -> Estimate | None:
    """Of a patient whose weight and height are known."""
    weight, height = measured(patient, "weight"), measured(patient, "height")
    found = by.body_mass_index(weight, height) if weight is not None and height is not None else None
    return found if isinstance(found, Estimate) else None


def ideal_weight(patient: Patient) -> Estimate | NotCalculated:
    """Devine, of an adult whose height and sex are known."""
    height, whose = measured(patient, "height"), sex(patient)
    if height is None or whose is None:
        lacking = missing(patient, "height", "sex")
        return NotCalculated(by.IDEAL, f"{_and(lacking)} not stated", lacking)
    return by.devine(height, whose) if grown(patient) else _adults(by.IDEAL, patient)


def adjusted_weight(patient: Patient) -> Estimate | NotCalculated:
    """Ideal weight and two fifths of what is above it, of an adult."""
    weight, height, whose = measured(patient, "weight"), measured(patient, "height"), sex(patient)
    if weight is None or height is None or whose is None:
        lacking = missing(patient, "weight", "height", "sex")
        return NotCalculated(by.ADJUSTED, f"{_and(lacking)} not stated", lacking)
    return by.adjusted_weight(weight, height, whose) if grown(patient) else _adults(by.ADJUSTED, patient)


def _adults(name: str, patient: Patient) -> NotCalculated:
    return NotCalculated(name, "the equation is for adults", missing(patient, "age"))


def _and(names: tuple[str, ...]) -> str:
    return f"{' and '.join(names)} {'is' if len(names) == 1 else 'are'}"
