"""Every packaged order, for many patients: no limit is unreadable, no formula wrong, no amount above its limits."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from tests.unit.dosing.sums import a_patient

from curbside import packaged
from curbside.dosing.apply import applied
from curbside.model.calculation import Applied
from curbside.model.patient import Patient
from curbside.model.regimen import Dose, doses
from curbside.text.arithmetic import is_right

D = Decimal
PATIENTS: tuple[Patient, ...] = tuple(
    a_patient(age=age, weight=weight, height=height, sex=sex, pregnancy=False, dialysis=False, creatinine=1, crcl=80, egfr=80)
    for age, weight, height, sex in (
        (60, 80, 175, "male"), (30, 45, 160, "female"), (50, 200, 180, "male"), (85, 50, 150, "female"),
        (10, 30, 138, "male"), (2, 12, 88, "female"), ("0.5", 7, 66, "male"),
    )
)  # fmt: skip


def orders() -> Iterator[Dose]:
    content = packaged.load()
    statements = [s for topic in content.topics.values() for s in topic.statements]
    statements += [rule.statement for drug in content.drugs.values() for rule in drug.rules]
    return (dose for s in statements if s.order for dose in doses(s.order))


def found() -> Iterator[Applied]:
    drugs = packaged.load().drugs
    return (one for dose in orders() for patient in PATIENTS for one in applied(dose, patient, drugs.get(dose.drug)))


def test_every_limit_of_an_order_can_be_read() -> None:
    unread = Counter(f"{one.dose.drug}: {one.why}" for one in found() if one.why and "cannot be" in one.why)
    assert unread == Counter()


def test_every_formula_is_right_and_its_units_multiply_out() -> None:
    formulas = {one.computed.formula for one in found() if one.computed}
    assert {formula for formula in formulas if not is_right(formula, cancelling=True)} == set()


def test_no_amount_comes_to_more_than_twice_what_is_ever_given() -> None:
    adult = PATIENTS[0]
    drugs = packaged.load().drugs
    refused = [
        one for dose in orders() for one in applied(dose, adult, drugs.get(dose.drug)) if one.why and "twice" in one.why
    ]
    assert [(one.dose.drug, one.why) for one in refused] == []
