"""Two implementations that share no code agree on 10,000 patients, to nine digits."""

from collections.abc import Iterator
from decimal import Decimal
from math import isclose
from random import Random

from tests.second import formulas

from curbside.dosing import calculators
from curbside.dosing.apply import applied
from curbside.model.calculation import Estimate
from curbside.model.patient import Fact, Known, Patient
from curbside.model.regimen import Amount, Dose, DoseStep

PATIENTS = 10_000
AGREES = 1e-9
D = Decimal
TIMES = {1: "daily", 2: "every 12 hours", 3: "every 8 hours", 4: "four times daily", 6: "every 4 hours"}


def value(found: object) -> float:
    assert isinstance(found, Estimate), found
    return float(found.exact)


def decimal(dice: Random, low: float, high: float, places: int) -> Decimal:
    return D(str(round(dice.uniform(low, high), places)))


def pairs(dice: Random) -> Iterator[tuple[str, float, float]]:
    """Of one random patient: (what, ours, the other)."""
    age, kg, cm = decimal(dice, 18, 110, 0), decimal(dice, 30, 300, 1), decimal(dice, 152.4, 220, 1)
    scr, sex = decimal(dice, 0.1, 20, 2), dice.choice(("female", "male"))
    female = sex == "female"
    years, weight, height, creatinine = map(float, (age, kg, cm, scr))
    yield (
        "clearance",
        value(calculators.cockcroft_gault(age, kg, scr, sex)),
        formulas.clearance(years, weight, creatinine, female),
    )
    yield (
        "eGFR",
        value(calculators.ckd_epi_2021(age, scr, sex)),
        formulas.race_free_filtration(years, creatinine, female),
    )
    yield "ideal", value(calculators.devine(cm, sex)), formulas.lean(height, female)
    if formulas.lean(height, female) < weight - 0.01:
        yield "adjusted", value(calculators.adjusted_weight(kg, cm, sex)), formulas.between(weight, height, female)
    small, short = decimal(dice, 2, 150, 1), decimal(dice, 45, 200, 1)
    child = decimal(dice, 1, 17, 0)
    yield (
        "Schwartz",
        value(calculators.bedside_schwartz(child, short, scr)),
        formulas.child_filtration(float(short), creatinine),
    )
    for name, equation in (
        ("Mosteller", calculators.mosteller),
        ("DuBois", calculators.du_bois),
        ("Haycock", calculators.haycock),
    ):
        yield name, value(equation(short, small)), formulas.surface(float(small), float(short), name)
    yield "BMI", value(calculators.body_mass_index(kg, cm)), formulas.mass_index(weight, height)
    egfr, m2 = decimal(dice, 1, 150, 1), decimal(dice, 0.3, 3, 2)
    yield "de-indexed", value(calculators.deindexed(egfr, m2)), float(egfr) / 1.73 * float(m2)
    yield from doses(dice, age, kg)


def doses(dice: Random, age: Decimal, kg: Decimal) -> Iterator[tuple[str, float, float]]:
    """A random dose per kg under random limits. The limits are even numbers of the doses of a day, so that rounding to
    a figure that can be written does not blur them."""
    times, per_kg = dice.choice(list(TIMES)), decimal(dice, 0.5, 40, 2)
    once, daily = dice.randrange(20, 5_000), dice.randrange(20, 500) * 60
    step = DoseStep(Amount(per_kg, per_kg), "mg", per="kg", interval=TIMES[times])
    dose = Dose("examplamycin", "IV", (step,), "adult", "a/b", f"{once:,} mg", f"{daily:,} mg")
    facts = (Fact("age", Known.VALUE, str(age), "year"), Fact("weight", Known.VALUE, str(kg), "kg"))
    (found,) = applied(dose, Patient(facts), None)
    exact, capped = formulas.by_weight(float(per_kg), float(kg), times, float(once), float(daily))
    assert found.exact is not None
    assert found.given is not None
    yield "dose", float(found.exact.high), exact
    if capped < exact * (1 - AGREES):  # the division by doses a day leaves float dust
        yield "capped dose", float(found.given.high), capped


def test_ten_thousand_patients_give_the_same_twice() -> None:
    dice = Random(20261122)
    apart = [
        (number, what, ours, other)
        for number in range(PATIENTS)
        for what, ours, other in pairs(dice)
        if not isclose(ours, other, rel_tol=AGREES)
    ]
    assert apart == []
