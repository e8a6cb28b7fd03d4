"""Whether a dose is for this patient: its population and its condition."""

from decimal import Decimal

from curbside.dosing.facts import SMALL_KG, grown, measured, sex, yes
from curbside.model.condition import Case, holds
from curbside.model.patient import Known, Patient
from curbside.model.regimen import Dose
from curbside.text.population import populations

NEWBORN = Decimal(28) / Decimal("365.25")
"""Years up to which a child is a newborn (WHO: 28 days)."""
YOUNG = frozenset({"child", "infant", "neonate", "adolescent"})
GROWN = frozenset({"adult", "elderly"})


def unfit(dose: Dose, case: Case) -> str | None:
    """Why a dose is not for this patient at all; None: it is, or it may be."""
    whom, patient, adult = populations(dose.population), case.patient, grown(case.patient)
    if "animal" in whom:
        return "for animals"
    if adult and whom & YOUNG and not whom & GROWN:
        return f"for a {_word(whom & YOUNG)}; the patient is an adult"
    if adult is False and whom & GROWN and not whom & YOUNG:
        return "for adults; the patient is a child"
    if (told := sex(patient)) and (
        (told == "male" and whom & {"women", "pregnancy"}) or (told == "female" and "men" in whom)
    ):
        return f"for {_word(whom & {'women', 'pregnancy', 'men'})}; the patient is {told}"
    if "pregnancy" in whom and patient.of("pregnancy").known is Known.NO:
        return "for pregnancy; the patient is not pregnant"
    if why := _of_another_age(whom, measured(patient, "age")):
        return why
    if dose.when is not None and holds(dose.when, case) is Known.NO:
        return "its condition does not hold for this patient"
    return None


def unsettled(dose: Dose, case: Case) -> tuple[str, tuple[str, ...]] | None:
    """Why it is not known whether a dose is for this patient, with the facts that are missing; None: it is for them."""
    whom, patient, adult = populations(dose.population), case.patient, grown(case.patient)
    if adult is None:
        if whom & YOUNG and not whom & GROWN:
            return f"for a {_word(whom & YOUNG)}; the age is not stated", ("age",)
        weight = measured(patient, "weight")
        if weight is not None and weight < SMALL_KG:
            return f"at {weight:f} kg the patient may be a child; the age is not stated", ("age",)
    if "pregnancy" in whom and not yes(patient, "pregnancy"):
        return "for pregnancy, which is not stated", ("pregnancy",)
    if whom & {"women", "men"} and sex(patient) is None:
        return "the sex is not stated", ("sex",)
    if dose.when is not None and holds(dose.when, case) is Known.UNKNOWN:
        names = dict.fromkeys(one.name for one in dose.when.criteria)
        lacking = tuple(name for name in names if patient.of(name).known is Known.UNKNOWN)
        return f"it depends on {' and '.join(names)}", lacking
    return None


def remarks(patient: Patient) -> tuple[str, ...]:
    """What goes with every amount calculated for such a patient."""
    adult, weight = grown(patient), measured(patient, "weight")
    if adult is None:
        return ("calculated for an adult; the age is not stated",)
    if adult and weight is not None and weight < SMALL_KG:
        return (f"{weight:f} kg is little for an adult: check the weight",)
    return ()


def _of_another_age(whom: frozenset[str], age: Decimal | None) -> str | None:
    young = whom & YOUNG
    if age is None or not young or whom & GROWN:
        return None
    newborn, infant = age <= NEWBORN, age < 1
    if newborn and "neonate" not in young:
        return "not for newborns"
    if young == {"neonate"} and not newborn:
        return "for newborns; the patient is older"
    if young <= {"infant", "neonate"} and not infant:
        return "for infants; the patient is older"
    return None


def _word(whom: frozenset[str]) -> str:
    return " or ".join(sorted(whom))
