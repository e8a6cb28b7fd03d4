"""An order applied to a patient. A wrong number is worse than none: the tables are mostly of the second kind."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.dosing.sums import a_dose, a_drug, a_patient, a_range, a_step, an_amount, per_kg

from curbside.dosing.apply import applied
from curbside.model.answer import Computed
from curbside.model.calculation import Applied
from curbside.model.condition import Condition, Criterion
from curbside.model.drug import Drug
from curbside.model.patient import Patient
from curbside.model.regimen import Amount, Dose
from curbside.text.arithmetic import is_right

D = Decimal
OF_80 = a_patient(age=60, weight=80)
OF_12 = a_patient(age=2, weight=12)


def one(dose: Dose, patient: Patient = OF_80, drug: Drug | None = None) -> Applied:
    (found,) = applied(dose, patient, drug)
    return found


def told(found: Applied) -> tuple[str, str, str | None]:
    assert found.computed is not None, found.why
    return found.computed.formula, found.computed.rounded, found.computed.change


def test_a_dose_per_kg_is_all_told() -> None:
    vancomycin = per_kg("20-35", interval="once", maximum_single="3,000 mg")
    assert one(vancomycin, OF_80, a_drug(a_range("10", "40", per="kg"))) == Applied(
        vancomycin,
        vancomycin.steps[0],
        exact=Amount(D(1600), D(2800)),
        given=Amount(D(1600), D(2800)),
        computed=Computed(
            "20 mg/kg x 80 kg = 1,600 mg; 35 mg/kg x 80 kg = 2,800 mg",
            (("weight", "80 kg"),),
            "1,600 to 2,800 mg",
            "1,600 to 2,800 mg",
            dose=vancomycin,
        ),
        caps=("at most 3,000 mg in one dose",),
        basis="80 kg",
    )


#    why                                 dose                                                                     patient                 formula                                                rounded                 change
WORKED: list[tuple[str, Dose, Patient, str, str, str | None]] = [
    ("a cap, said",                      per_kg("20", interval="once", maximum_single="3,000 mg"),                a_patient(age=60, weight=180), "20 mg/kg x 180 kg = 3,600 mg", "3,000 mg", "3,600 mg is capped: at most 3,000 mg in one dose"),
    ("a cap in another unit",            per_kg("20", interval="once", maximum_single="3 g"),                     a_patient(age=60, weight=180), "20 mg/kg x 180 kg = 3,600 mg", "3,000 mg", "3,600 mg is capped: at most 3 g in one dose"),
    ("a cap of one end",                 per_kg("20-35", interval="once", maximum_single="3,000 mg"),             a_patient(age=60, weight=100), "20 mg/kg x 100 kg = 2,000 mg; 35 mg/kg x 100 kg = 3,500 mg", "2,000 to 3,000 mg", "2,000 to 3,500 mg is capped: at most 3,000 mg in one dose"),
    ("the cap of the step",              per_kg("60", "units", label="bolus", cap="4,000 units"),                 OF_80, "60 units/kg x 80 kg = 4,800 units", "4,000 units", "4,800 units is capped: at most 4,000 units"),
    ("a cap per kg",                     per_kg("20-35", interval="once", maximum_single="30 mg/kg"),             OF_80, "20 mg/kg x 80 kg = 1,600 mg; 35 mg/kg x 80 kg = 2,800 mg", "1,600 to 2,400 mg", "1,600 to 2,800 mg is capped: at most 30 mg/kg in one dose"),
    ("a daily cap over three doses",     per_kg("20", interval="every 8 hours", maximum_daily="3 g"),             OF_80, "20 mg/kg x 80 kg = 1,600 mg", "1,000 mg", "1,600 mg is capped: at most 3 g in a day"),
    ("a daily cap over divided doses",   per_kg("50", divided=4, interval="daily", maximum_daily="400 mg", population="child"), OF_12, "50 mg/kg per day x 12 kg / 4 doses per day = 150 mg per dose", "100 mg", "150 mg is capped: at most 400 mg in a day"),
    ("a divided daily amount",           per_kg("50", divided=4, interval="daily", population="child"),           OF_12, "50 mg/kg per day x 12 kg / 4 doses per day = 150 mg per dose", "150 mg", None),
    ("a fixed daily amount, divided",    a_dose(a_step("300", divided=2, interval="daily")),                      OF_80, "300 mg per day / 2 doses per day = 150 mg per dose", "150 mg", None),
    ("an infusion per hour",             per_kg("0.1", "units", rate="per hour", label="infusion"),               OF_80, "0.1 units/kg per hour x 80 kg = 8 units per hour", "8 units per hour", None),
    ("an infusion with its own cap",     per_kg("12", "units", rate="per hour", cap="1,000 units"),               a_patient(age=60, weight=100), "12 units/kg per hour x 100 kg = 1,200 units per hour", "1,000 units per hour", "1,200 units per hour is capped: at most 1,000 units"),
    ("a rate capped in another time",    per_kg("2", "mg", rate="per minute", cap="6,000 mg per hour"),           OF_80, "2 mg/kg per minute x 80 kg = 160 mg per minute", "100 mg per minute", "160 mg per minute is capped: at most 6,000 mg per hour"),
    ("small amounts",                    per_kg("0.01", interval="once", route="IM", population="child"),         a_patient(age=2, weight="12.3"), "0.01 mg/kg x 12.3 kg = 0.123 mg", "0.12 mg", "0.123 mg is rounded to 0.12 mg, 2.4 % less"),
    ("body surface",                     a_dose(a_step("375", per="m2", interval="once weekly")),                 a_patient(age=60, weight=70, height=170), "375 mg/m2 x (170 x 70 / 3,600)^0.5 m2 = 681.795 mg", "682 mg", "681.795 mg is rounded to 682 mg, less than 0.1 % more"),
    ("ideal weight",                     per_kg("2", weight="ideal", interval="daily"),                           a_patient(age=60, sex="female", weight=90, height=170), "2 mg/kg x (45.5 kg + 2.3 kg x (170 cm / 2.54 cm - 60)) = 122.874 mg", "123 mg", "122.874 mg is rounded to 123 mg, 0.1 % more"),
    ("adjusted weight",                  per_kg("1", weight="adjusted", interval="daily"),                        a_patient(age=60, sex="female", weight=120, height=170), "1 mg/kg x (0.6 x (45.5 kg + 2.3 kg x (170 cm / 2.54 cm - 60)) + 0.4 x 120 kg) = 84.8622 mg", "85 mg", "84.8622 mg is rounded to 85 mg, 0.2 % more"),
    ("pounds",                           per_kg("10", interval="once"),                                           a_patient(age=60, weight="160 lb"), "10 mg/kg x 72.5748 kg = 725.748 mg", "726 mg", "725.748 mg is rounded to 726 mg, less than 0.1 % more"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("dose", "patient", "formula", "rounded", "change"), [r[1:] for r in WORKED], ids=[r[0] for r in WORKED]
)
def test_an_amount_is_worked_out_in_sight(
    dose: Dose, patient: Patient, formula: str, rounded: str, change: str | None
) -> None:
    found = one(dose, patient)
    assert (told(found), is_right(formula, cancelling=True)) == ((formula, rounded, change), True)


def a_condition(*criteria: Criterion) -> Condition:
    return Condition((criteria,))


RENAL = a_condition(Criterion("crcl", "<", D(30), "mL/min"))
#    why                                       dose                                                                patient                       why there is no number                                       missing
REFUSED: list[tuple[str, Dose, Patient, str, tuple[str, ...]]] = [
    ("no weight",                              per_kg(),                                                           a_patient(age=60),            "the weight is not stated",                                  ("weight",)),
    ("a weight that is a range",               per_kg(),                                                           a_patient(age=60, weight="70-80 kg"), "the weight is not stated",                          ("weight",)),
    ("a weight nobody has",                    per_kg(),                                                           a_patient(age=60, weight=-3), "the weight is not stated",                                  ("weight",)),
    ("no height for a surface",                a_dose(a_step("375", per="m2")),                                    OF_80,                        "height is not stated: no body surface",                     ("height",)),
    ("neither for a surface",                  a_dose(a_step("375", per="m2")),                                    a_patient(age=60),            "height and weight are not stated: no body surface",         ("height", "weight")),
    ("no height for an ideal weight",          per_kg(weight="ideal"),                                             a_patient(age=60, weight=80, sex="male"), "height is not stated: no ideal body weight",    ("height",)),
    ("no sex for an adjusted weight",          per_kg(weight="adjusted"),                                          a_patient(age=60, weight=80, height=170), "sex is not stated: no adjusted body weight",    ("sex",)),
    ("too short for an ideal weight",          per_kg(weight="ideal"),                                             a_patient(age=60, weight=50, height=150, sex="male"), "no ideal body weight: valid from 152.4 cm (60 inches)", ()),
    ("an ideal weight for a child",            per_kg(weight="ideal", population="child"),                         a_patient(age=15, weight=50, height=160, sex="male"), "the ideal body weight is an adult's", ()),
    ("an adult's dose for a child",            per_kg(),                                                           OF_12,                        "for adults; the patient is a child",                        ()),
    ("a fixed adult's dose for a child",       a_dose(),                                                           OF_12,                        "for adults; the patient is a child",                        ()),
    ("a child's dose for an adult",            per_kg(population="child"),                                         OF_80,                        "for a child; the patient is an adult",                      ()),
    ("a child's dose for an assumed adult",    per_kg(population="child"),                                         a_patient(weight=80, assumed=("adult",)), "for a child; the patient is an adult",          ()),
    ("a child's dose and no age",              per_kg(population="child"),                                         a_patient(weight=12),         "for a child; the age is not stated",                        ("age",)),
    ("an adult's dose, 12 kg and no age",      per_kg(),                                                           a_patient(weight=12),         "at 12 kg the patient may be a child; the age is not stated", ("age",)),
    ("a child's dose for a newborn",           per_kg(population="child"),                                         a_patient(age="10 day", weight=3), "not for newborns",                                     ()),
    ("a newborn's dose for a child",           per_kg(population="neonate"),                                       OF_12,                        "for newborns; the patient is older",                        ()),
    ("an infant's dose for a child",           per_kg(population="infant"),                                        OF_12,                        "for infants; the patient is older",                         ()),
    ("a dose for pregnancy for a man",         per_kg(population="pregnancy"),                                     a_patient(age=30, weight=80, sex="male"), "for pregnancy; the patient is male",            ()),
    ("a dose for pregnancy, not pregnant",     per_kg(population="pregnancy"),                                     a_patient(age=30, weight=80, pregnancy=False), "for pregnancy; the patient is not pregnant", ()),
    ("a dose for pregnancy, not known",        per_kg(population="pregnancy"),                                     a_patient(age=30, weight=80), "for pregnancy, which is not stated",                        ("pregnancy",)),
    ("a condition that does not hold",         per_kg(when=RENAL),                                                 a_patient(age=60, weight=80, crcl=50), "its condition does not hold for this patient",     ()),
    ("a condition that is not known",          per_kg(when=RENAL),                                                 OF_80,                        "it depends on crcl",                                        ("crcl",)),
    ("a condition in the other estimate",      per_kg(when=RENAL),                                                 a_patient(age=60, weight=80, egfr=20), "it depends on crcl",                               ("crcl",)),
    ("a limit that cannot be read",            per_kg(maximum_single="the usual maximum"),                         OF_80,                        "the limit 'the usual maximum' cannot be read as mg",        ()),
    ("a limit in another kind of unit",        per_kg(maximum_daily="3,000 units"),                                OF_80,                        "the limit '3,000 units' cannot be read as mg",              ()),
    ("a limit with a decimal comma",           per_kg(maximum_single="2,5 g"),                                     OF_80,                        "the limit '2,5 g' cannot be read as mg",                    ()),
    ("a limit of a rate on single doses",      per_kg(cap="10 mg per minute"),                                     OF_80,                        "a limit per minute cannot be held by single doses",         ()),
]  # fmt: skip


@pytest.mark.parametrize(("dose", "patient", "why", "missing"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_without_what_it_needs_there_is_no_number(
    dose: Dose, patient: Patient, why: str, missing: tuple[str, ...]
) -> None:
    found = one(dose, patient)
    assert (found.given, found.exact, found.computed, found.why, found.missing) == (None, None, None, why, missing)


#    why                              dose                                              drug                                                     patient   why no number, or the warnings
GUARDED: list[tuple[str, Dose, Drug, Patient, str | None, tuple[str, ...]]] = [
    ("ten-fold",                      per_kg("200"),                                    a_drug(a_range("10", "40", per="kg")),                   OF_80,    "no amount is given: 200 mg/kg is more than twice what is ever given (10 to 40 mg/kg)", ()),
    ("twice and not more",            per_kg("80"),                                     a_drug(a_range("10", "40", per="kg")),                   OF_80,    None, ("above the usual range (10 to 40 mg/kg)",)),
    ("a mg for a mcg",                per_kg("5", rate="per minute"),                   a_drug(a_range("0.1", "20", "mcg", per="kg", rate="per minute")), OF_80, "no amount is given: 5 mg/kg is more than twice what is ever given (0.0001 to 0.02 mg/kg per minute)", ()),
    ("an hour for a minute",          per_kg("6", "mcg", rate="per minute"),            a_drug(a_range("6", "120", "mcg", per="kg", rate="per hour")), OF_80, "no amount is given: 6 mcg/kg is more than twice what is ever given (0.1 to 2 mcg/kg per minute)", ()),
    ("against fixed amounts",         per_kg("20"),                                     a_drug(a_range("100", "500")),                           OF_80,    "no amount is given: 1,600 mg is more than twice what is ever given (100 to 500 mg)", ()),
    ("fixed amounts of another use only warn", per_kg("20"), a_drug(a_range("100", "500"), a_range("10", "40", per="kg")), OF_80, None, ("1,600 mg is more than twice what is ever given (100 to 500 mg)",)),
    ("one dose of a divided amount",  per_kg("200", divided=4, interval="daily"),       a_drug(a_range("10", "60", per="kg")),                   OF_80,    None, ()),
    ("a tenth",                       per_kg("0.5"),                                    a_drug(a_range("10", "40", per="kg")),                   OF_80,    None, ("less than a tenth of what is usually given (10 to 40 mg/kg)",)),
    ("another route only",            per_kg(route="IM"),                               a_drug(a_range("10", "40", per="kg")),                   OF_80,    None, ("no usual range IM in mg is on file: the amount was not held against one",)),
    ("no range at all",               per_kg(),                                         a_drug(),                                                OF_80,    None, ("no usual range of this drug is on file: the amount was not held against one",)),
    ("a range of children only",      per_kg(),                                         a_drug(a_range("1", "2", per="kg", population="child")), OF_80,    None, ("no usual range IV in mg is on file: the amount was not held against one",)),
    ("a child above an adult",        per_kg("50", population="child"),                 a_drug(a_range("10", "500"), a_range("10", "50", per="kg", population="child")), OF_12, "no amount is given: 600 mg is more than an adult is given (500 mg)", ()),
    ("a child as much as an adult",   per_kg("40", population="child"),                 a_drug(a_range("10", "480"), a_range("10", "50", per="kg", population="child")), OF_12, None, ()),
    ("fixed, ten-fold",               a_dose(a_step("5000", interval="once")),          a_drug(a_range("100", "500")),                           OF_80,    "no amount is given: 5,000 mg is more than twice what is ever given (100 to 500 mg)", ()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("dose", "drug", "patient", "why", "notes"), [r[1:] for r in GUARDED], ids=[r[0] for r in GUARDED]
)
def test_a_slip_gets_no_number(
    dose: Dose, drug: Drug, patient: Patient, why: str | None, notes: tuple[str, ...]
) -> None:
    found = one(dose, patient, drug)
    assert (found.why, found.given is None, found.notes) == (why, why is not None, notes)


ANY = (
    a_range("0.001", "100000"),
    a_range("0.001", "100000", route="oral"),
    a_range("0.001", "100000", "units", rate="per hour"),
)
TABLETS = (("tablet", "25 mg"), ("tablet", "50 mg", True))


def a_measured(*products: Any, **more: Any) -> Drug:
    return a_drug(*ANY, products=products, **more)


#    why                                  dose                                                patient                      drug                                             rounded        change, notes
ROUNDED: list[tuple[str, Dose, Patient, Drug, str, str | None, tuple[str, ...]]] = [
    ("to tablets",                        per_kg("2.5", route="oral", interval="daily"),      a_patient(age=60, weight=75), a_measured(*TABLETS),                           "175 mg",      "187.5 mg is rounded to 175 mg (3 tablets of 50 mg and 1 tablet of 25 mg), 6.7 % less", ()),
    ("exactly tablets",                   per_kg("2", route="oral", interval="daily"),        a_patient(age=60, weight=75), a_measured(*TABLETS),                           "150 mg",      None, ()),
    ("a half only where scored",          per_kg("1", route="oral", interval="daily"),        a_patient(age=60, weight=75), a_measured(("tablet", "50 mg")),                "75 mg", None, ("no product on file measures this amount",)),
    ("a half of a scored one",            per_kg("1", route="oral", interval="daily"),        a_patient(age=60, weight=75), a_measured(("tablet", "50 mg", True)),          "75 mg",       None, ()),
    ("no tablets into a vein",            per_kg("2.5", interval="daily"),                    a_patient(age=60, weight=75), a_measured(*TABLETS),                           "188 mg",      "187.5 mg is rounded to 188 mg, 0.3 % more", ()),
    ("two routes, no product",            per_kg("2.5", route="oral or IV", interval="daily"), a_patient(age=60, weight=75), a_drug(a_range("1", "1000"), products=TABLETS), "188 mg",      "187.5 mg is rounded to 188 mg, 0.3 % more", ()),
    ("a warning above ten percent",       per_kg("0.4", route="oral", interval="daily"),      a_patient(age=60, weight=75), a_measured(*TABLETS),                           "25 mg",       "30 mg is rounded to 25 mg (1 tablet of 25 mg), 16.7 % less", ("rounding changes the dose by 16.7 %: check",)),
    ("above five, narrow index",          per_kg("2.5", route="oral", interval="daily"),      a_patient(age=60, weight=75), a_measured(*TABLETS, narrow_index=True),        "175 mg",      "187.5 mg is rounded to 175 mg (3 tablets of 50 mg and 1 tablet of 25 mg), 6.7 % less", ("rounding changes the dose by 6.7 %: in a drug of narrow therapeutic index",)),
    ("tenths below 1 mL",                 per_kg("0.25", interval="once"),                    a_patient(age=60, weight=73), a_measured(("injection", "50 mg in 2 mL")),     "17.5 mg",     "18.25 mg is rounded to 17.5 mg (0.7 mL of 50 mg in 2 mL), 4.1 % less", ()),
    ("halves above 1 mL",                 per_kg("20", interval="once"),                      a_patient(age=60, weight=73), a_measured(("injection", "50 mg in 1 mL")),     "1,450 mg",    "1,460 mg is rounded to 1,450 mg (29 mL of 50 mg in 1 mL), 0.7 % less", ()),
    ("tenths where halves are too coarse", per_kg("0.8", interval="once"),                    a_patient(age=60, weight=75), a_measured(("injection", "50 mg in 1 mL")),     "60 mg",       None, ()),
    ("never rounded above the cap",       per_kg("2", route="oral", interval="daily", maximum_single="140 mg"), a_patient(age=60, weight=75), a_measured(*TABLETS),           "125 mg",      "150 mg is capped: at most 140 mg in one dose; 140 mg is rounded to 125 mg (2 tablets of 50 mg and 1 tablet of 25 mg), 10.7 % less", ("rounding changes the dose by 10.7 %: check",)),
    ("no drop above the cap",             per_kg("20", interval="once", maximum_single="1,470 mg"), a_patient(age=60, weight=75), a_measured(("injection", "50 mg in 1 mL")), "1,450 mg", "1,500 mg is capped: at most 1,470 mg in one dose; 1,470 mg is rounded to 1,450 mg (29 mL of 50 mg in 1 mL), 1.4 % less", ()),
    ("to 250 mg where bags say so",       per_kg("20", interval="once"),                      a_patient(age=60, weight=73), a_measured(("premixed bag", "250 mg")),          "1,500 mg",    "1,460 mg is rounded to 1,500 mg (6 premixed bags of 250 mg), 2.7 % more", ()),
    ("a powder measures nothing",         per_kg("20", interval="once"),                      a_patient(age=60, weight=73), a_measured(("powder for injection", "500 mg")),  "1,460 mg",    None, ()),
    ("hundredths where tenths are too coarse", per_kg("0.01", interval="once", route="IM", population="child"), a_patient(age=2, weight=12), a_drug(a_range("0.01", "1", route="IM"), a_range("0.01", "1", route="IM", per="kg", population="child"), products=(("injection", "1 mg in 1 mL"),), high_alert=True), "0.12 mg", None, ()),
    ("units have syringes of their own",  per_kg("0.1", "units", interval="once", route="subcut"), OF_80, a_drug(a_range("0.05", "1", "units", per="kg", route="subcut"), products=(("injection", "100 units in 1 mL"),), high_alert=True), "8 units", None, ()),
    ("a high-alert drug is not rounded far", per_kg("0.4", route="oral", interval="daily"),   a_patient(age=60, weight=75), a_measured(*TABLETS, high_alert=True), "30 mg", None, ("no product on file measures this amount",)),
    ("mL per hour of a dose per minute",  per_kg("0.1", "mcg", rate="per minute"),            OF_80,                       a_drug(a_range("0.01", "2", "mcg", per="kg", rate="per minute"), products=(("solution for infusion", "4 mg in 250 mL"),)), "8 mcg per minute", None, ("30 mL per hour of a solution of 4 mg in 250 mL",)),
    ("mL per hour",                       per_kg("0.1", "units", rate="per hour"),            OF_80,                       a_measured(("solution for infusion", "50 units in 50 mL")), "8 units per hour", None, ("8 mL per hour of a solution of 50 units in 50 mL",)),
    ("a vial is no infusion",             per_kg("0.1", "units", rate="per hour"),            OF_80,                       a_measured(("injection", "100 units in 1 mL")), "8 units per hour", None, ()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("dose", "patient", "drug", "expected"), [(*r[1:4], r[4:]) for r in ROUNDED], ids=[r[0] for r in ROUNDED]
)
def test_an_amount_is_rounded_to_what_can_be_measured(
    dose: Dose, patient: Patient, drug: Drug, expected: tuple[Any, ...]
) -> None:
    found = one(dose, patient, drug)
    assert (*told(found)[1:], found.notes) == expected


def test_a_weight_below_the_ideal_one_is_used_as_it_is() -> None:
    found = one(per_kg("2", weight="ideal"), a_patient(age=60, sex="male", weight=50, height=180))
    assert (told(found)[0], found.basis, found.notes[0]) == (
        "2 mg/kg x 50 kg = 100 mg",
        "50 kg",
        "the actual weight is not above the ideal one (75 kg), so it is the one used",
    )


def test_obesity_is_said_and_changes_nothing() -> None:
    found = one(per_kg("2"), a_patient(age=60, sex="male", weight=120, height=170), a_drug(a_range("1", "5", per="kg")))
    assert (found.given, found.notes) == (
        Amount(D(240), D(240)),
        ("BMI 41.5 kg/m2: the source does not say which weight it means; the actual weight is used",),
    )


def test_a_fixed_amount_is_given_as_it_stands() -> None:
    for amount in ("37.5-75", "37.5"):
        drug = a_drug(a_range("10", "100", route="oral"), products=TABLETS)
        found = one(a_dose(a_step(amount, interval="daily"), route="oral"), OF_80, drug)
        assert (found.given, found.computed, found.notes) == (an_amount(amount), None, ())


def test_what_measures_the_amount_is_told_beside_it() -> None:
    found = one(per_kg("2", route="oral", interval="daily"), a_patient(age=60, weight=75), a_measured(*TABLETS))
    assert found.products == ("150 mg: 3 tablets of 50 mg",)


def test_every_step_is_applied_in_order() -> None:
    dose = a_dose(
        a_step("60", "units", per="kg", label="bolus"),
        a_step("12", "units", per="kg", rate="per hour", label="infusion"),
    )
    assert [f.computed and f.computed.rounded for f in applied(dose, OF_80, None)] == [
        "4,800 units",
        "960 units per hour",
    ]


def test_the_shortest_interval_is_held_against_the_day() -> None:
    found = one(
        a_dose(a_step("1", "g", interval="every 4 to 6 hours"), maximum_daily="4 g"),
        OF_80,
        a_drug(a_range("0.3", "1", "g")),
    )
    assert (found.given, found.notes) == (an_amount("1"), ("not more than 4 g in a day, however often",))


def test_a_child_is_never_given_more_than_an_adult_where_a_rule_has_the_maximum() -> None:
    from tests.build import a_statement

    from curbside.model.drug import Effect, Rule

    adults = a_dose(a_step("100"), maximum_single="100 mg")
    drug = a_drug(
        a_range("1", "200", population=None), rules=(Rule(a_statement("r", order=adults), "maximum", Effect.ADJUST),)
    )
    found = one(per_kg("10", population="child", interval="once"), OF_12, drug)
    assert told(found)[1:] == ("100 mg", "120 mg is capped: never more than an adult: 100 mg")


amounts = st.decimals(D("0.01"), D(100), places=2)
weights = st.decimals(D(40), D(250), places=1)


@given(
    amounts,
    weights,
    st.sampled_from(
        [(), *((p,) for p in (("tablet", "5 mg"), ("tablet", "2.5 mg", True), ("oral solution", "5 mg in 5 mL")))]
    ),
)
def test_rounding_stays_within_what_is_said(amount: Decimal, weight: Decimal, products: tuple[Any, ...]) -> None:
    found = one(per_kg(f"{amount}", route="oral"), a_patient(age=60, weight=weight), a_measured(*products))
    assert found.exact is not None
    assert found.given is not None
    away = abs(found.given.high - found.exact.high) / found.exact.high
    warned = any("rounding changes" in note for note in found.notes)
    assert away <= (D("0.25") if products else D("0.05"))
    assert warned == (away > D("0.1"))


@given(amounts, weights, st.decimals(D(1), D(5000), places=1), st.booleans())
def test_a_cap_is_never_exceeded_and_always_said(amount: Decimal, weight: Decimal, cap: Decimal, tablets: bool) -> None:
    drug = a_measured(("tablet", "5 mg"), ("tablet", "1 mg", True)) if tablets else None
    found = one(
        per_kg(f"{amount}", route="oral", maximum_single=f"{cap.normalize():f} mg"),
        a_patient(age=60, weight=weight),
        drug,
    )
    assert found.given is not None
    assert found.given.high <= cap
    assert found.changed == (amount * weight > cap)


@given(amounts, weights, weights, st.booleans())
def test_more_weight_is_never_less_drug(amount: Decimal, one_weight: Decimal, other: Decimal, tablets: bool) -> None:
    drug = a_measured(("tablet", "5 mg"), ("tablet", "25 mg", True)) if tablets else None
    light, heavy = (
        one(per_kg(f"{amount}", route="oral"), a_patient(age=60, weight=w), drug) for w in sorted((one_weight, other))
    )
    assert light.given is not None
    assert heavy.given is not None
    assert light.given.high <= heavy.given.high


@given(amounts, weights)
def test_every_formula_is_right(amount: Decimal, weight: Decimal) -> None:
    formula, _, _ = told(one(per_kg(f"{amount}"), a_patient(age=60, weight=weight)))
    assert is_right(formula, cancelling=True)
