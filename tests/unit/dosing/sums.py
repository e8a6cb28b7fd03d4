"""Builders for sums: patients, doses and drugs of which a test says only what it is about."""

from decimal import Decimal
from typing import Any

from curbside.model.drug import Drug, Plausible, Product
from curbside.model.patient import MEASURED, NAMED, STATED, Fact, Known, Patient
from curbside.model.regimen import Amount, Dose, DoseStep


def a_patient(**facts: Any) -> Patient:
    """`age=60`, `weight="160 lb"`, `sex="male"`, `pregnancy=True`, `condition="sepsis"`; numbers are in the unit of
    `MEASURED`. `assumed=("adult",)` as it is."""
    assumed = facts.pop("assumed", ())
    return Patient(tuple(_fact(name, value) for name, value in facts.items()), assumed)


def _fact(name: str, value: Any) -> Fact:
    if name in STATED:
        return Fact(name, Known.YES if value else Known.NO)
    if name in NAMED or name == "sex":
        return Fact(name, Known.VALUE, value)
    number, _, unit = str(value).partition(" ")
    return Fact(name, Known.VALUE, number, unit or MEASURED[name].unit)


def an_amount(text: str) -> Amount:
    low, _, high = text.partition("-")
    return Amount(Decimal(low), Decimal(high or low))


def a_step(amount: str = "20", unit: str = "mg", **more: Any) -> DoseStep:
    return DoseStep(an_amount(amount), unit, **more)


def a_dose(*steps: DoseStep, drug: str = "examplamycin", **more: Any) -> Dose:
    defaults: dict[str, Any] = {"route": "IV", "population": "adult", "reference": "a-guideline/p1"}
    return Dose(drug, steps=steps or (a_step(),), **{**defaults, **more})


def per_kg(amount: str = "20", unit: str = "mg", **more: Any) -> Dose:
    """A dose of one step per kg; step fields and dose fields as they come."""
    names = ("weight", "rate", "over", "interval", "duration", "label", "divided", "cap", "until")
    step = {name: more.pop(name) for name in names if name in more}
    return a_dose(a_step(amount, unit, per="kg", **step), **more)


def a_range(low: str, high: str, unit: str = "mg", route: str = "IV", **more: Any) -> Plausible:
    return Plausible(route, Decimal(low), Decimal(high), unit, **{"population": "adult", **more})


def a_drug(*plausible: Plausible, name: str = "examplamycin", **more: Any) -> Drug:
    products = tuple(Product(*product) for product in more.pop("products", ()))
    allergy = more.pop("allergy", (name,))
    return Drug(
        name, ("antibacterial",), ("IV", "oral"), allergy=allergy, plausible=plausible, products=products, **more
    )
