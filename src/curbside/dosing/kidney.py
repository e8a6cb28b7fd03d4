"""Kidney function of a patient: both estimates, labelled, each for its use; never one in place of the other."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from curbside.dosing import calculators as by
from curbside.dosing.amounts import figure, to_places
from curbside.dosing.facts import grown, measured, missing, sex, stated, yes
from curbside.dosing.weights import OBESE, adjusted_weight, body_mass_index, ideal_weight
from curbside.model.calculation import Estimate, NotCalculated
from curbside.model.patient import Fact, Known, Patient
from curbside.model.question import Query
from curbside.text.normalise import fold

UNSTABLE = frozenset({"acute kidney injury", "aki", "acute renal failure", "rhabdomyolysis with acute kidney injury"})
"""Conditions in which creatinine is not at its level yet: no estimate holds."""
NEEDS: Mapping[str, tuple[str, ...]] = {
    by.CG: ("age", "weight", "creatinine", "sex"),
    by.CKD_EPI: ("age", "creatinine", "sex"),
    by.SCHWARTZ: ("age", "height", "creatinine"),
}


def clearance(patient: Patient) -> Estimate | NotCalculated:
    """Cockcroft-Gault with the actual weight; children have none."""
    if refused := _unsteady(by.CG, patient):
        return refused
    age, weight, creatinine, whose = *_numbers(patient, "age", "weight", "creatinine"), sex(patient)
    if age is None or weight is None or creatinine is None or whose is None:
        return _lacking(by.CG, patient)
    found = by.cockcroft_gault(age, weight, creatinine, whose)
    if isinstance(found, NotCalculated):
        return found
    size = body_mass_index(patient)
    note = ("actual body weight",)
    if size is not None and size.exact >= OBESE:
        note = (f"actual body weight; BMI {size.shown} kg/m2: this estimate is likely too high",)
    return replace(found, inputs=stated(patient, *NEEDS[by.CG]), notes=note)


def adjusted_clearance(patient: Patient) -> Estimate | NotCalculated | None:
    """Cockcroft-Gault with the adjusted weight, of a patient with a BMI of 30 or more; None for everybody else."""
    size, weight = body_mass_index(patient), adjusted_weight(patient)
    if size is None or size.exact < OBESE or isinstance(weight, NotCalculated):
        return None
    if refused := _unsteady(by.CG, patient):
        return refused
    age, creatinine, whose = *_numbers(patient, "age", "creatinine"), sex(patient)
    if age is None or creatinine is None or whose is None:
        return _lacking(by.CG, patient)
    # The weight as it is shown, so that the formula can be redone with it.
    found = by.cockcroft_gault(age, Decimal(weight.shown), creatinine, whose)
    return found if isinstance(found, NotCalculated) else replace(found, notes=("adjusted body weight",))


def filtration(patient: Patient) -> Estimate | NotCalculated:
    """eGFR per 1.73 m2: CKD-EPI 2021 of adults, bedside Schwartz of children."""
    child = grown(patient) is False
    name = by.SCHWARTZ if child else by.CKD_EPI
    if refused := _unsteady(name, patient):
        return refused
    age, height, creatinine, whose = *_numbers(patient, "age", "height", "creatinine"), sex(patient)
    if child and age is not None and height is not None and creatinine is not None:
        found = by.bedside_schwartz(age, height, creatinine)
    elif not child and age is not None and creatinine is not None and whose is not None:
        found = by.ckd_epi_2021(age, creatinine, whose)
    else:
        return _lacking(name, patient)
    return found if isinstance(found, NotCalculated) else replace(found, inputs=stated(patient, *NEEDS[name]))


def sizes(patient: Patient) -> tuple[Estimate | NotCalculated, ...]:
    """Ideal and adjusted weight, body mass index and body surface, as far as height is known; else nothing."""
    height, weight = measured(patient, "height"), measured(patient, "weight")
    if height is None:
        return ()
    if weight is None:
        return (ideal_weight(patient),)
    surfaces = tuple(equation(height, weight) for equation in (by.mosteller, by.du_bois, by.haycock))
    return (ideal_weight(patient), adjusted_weight(patient), by.body_mass_index(weight, height), *surfaces)


def deindexed(patient: Patient) -> Estimate | NotCalculated | None:
    """The eGFR for this body surface (Mosteller), in mL/min; None without height, weight or an eGFR."""
    height, weight, found = measured(patient, "height"), measured(patient, "weight"), filtration(patient)
    if height is None or weight is None or isinstance(found, NotCalculated):
        return None
    surface = by.mosteller(height, weight)
    if isinstance(surface, NotCalculated):
        return surface
    return by.deindexed(to_places(found.exact, 1), Decimal(surface.shown))


def report(patient: Patient) -> tuple[Estimate | NotCalculated, ...]:
    """Everything that can be said of a patient's kidney function and size, in the order of a report."""
    more = (adjusted_clearance(patient), filtration(patient), deindexed(patient))
    return (clearance(patient), *(found for found in more if found is not None), *sizes(patient))


def derived(query: Query) -> Query:
    """The query with both estimates among the patient's facts, where they can be calculated and nobody stated them."""
    return replace(query, patient=with_estimates(query.patient))


def with_estimates(patient: Patient) -> Patient:
    """The patient with `crcl` and `egfr`, source "calculated", behind what was stated. Both are adults' estimates; the
    clearance of an obese patient is the range from adjusted to actual weight."""
    made = [fact for fact in (_clearance_fact(patient), _filtration_fact(patient)) if fact is not None]
    new = tuple(fact for fact in made if not patient.all(fact.name))
    return replace(patient, facts=(*patient.facts, *new)) if new else patient


def _clearance_fact(patient: Patient) -> Fact | None:
    found, other = clearance(patient), adjusted_clearance(patient)
    if isinstance(found, NotCalculated):
        return None
    value, detail = _tenth(found), "Cockcroft-Gault"
    if isinstance(other, Estimate):
        value, detail = f"{_tenth(other)}-{value}", f"{detail}, from adjusted to actual body weight"
    return Fact("crcl", Known.VALUE, value, found.unit, "calculated", detail)


def _filtration_fact(patient: Patient) -> Fact | None:
    found = filtration(patient)
    if isinstance(found, NotCalculated) or found.name != by.CKD_EPI:
        return None
    return Fact("egfr", Known.VALUE, _tenth(found), found.unit, "calculated", "CKD-EPI 2021")


def _tenth(found: Estimate) -> str:
    """To one decimal and not to a whole number: 29.6 lies below a limit of 30."""
    return figure(to_places(found.exact, 1)).replace(",", "")


def _unsteady(name: str, patient: Patient) -> NotCalculated | None:
    if yes(patient, "dialysis"):
        return NotCalculated(name, "not valid on dialysis")
    if yes(patient, "pregnancy"):
        return NotCalculated(name, "not valid in pregnancy")
    told = [fact.value for fact in patient.all("condition") if fact.known is Known.VALUE and fact.value]
    if any(fold(value) in UNSTABLE for value in told):
        return NotCalculated(name, "not valid in acute kidney injury: the creatinine is not at its level yet")
    return None


def _numbers(patient: Patient, *names: str) -> tuple[Decimal | None, ...]:
    return tuple(measured(patient, name) for name in names)


def _lacking(name: str, patient: Patient) -> NotCalculated:
    lacking = missing(patient, *NEEDS[name])
    return NotCalculated(name, f"not stated: {', '.join(lacking)}", lacking)
