"""What an order comes to for the patient of the question: one more claim after it, or none."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_cite, a_claim, a_query, a_statement
from tests.unit.dosing.sums import a_dose, a_drug, a_patient, a_range, a_step, per_kg

from curbside.dosing.dose import dose
from curbside.model.answer import Claim, Computed, Draft, Wording
from curbside.model.condition import Condition, Criterion
from curbside.model.drug import Drug, Effect, Formulary, Rule
from curbside.model.patient import Patient
from curbside.model.question import Question, Scope
from curbside.model.regimen import AllOf, AnyOf, Barred, Order

D = Decimal
OF_80 = a_patient(age=60, weight=80)
WIDE = (a_range("0.01", "100", per="kg"), a_range("0.01", "10000"), a_range("0.01", "100", per="kg", route="oral"))
LOAD = per_kg("20-35", label="load", interval="once", maximum_single="3,000 mg")
CITE = a_cite("20 to 35 mg/kg")


def an_order(order: Order, **more: Any) -> Claim:
    return a_claim("Give it.", CITE, order=order, **{"id": "t/order", **more})


def dosed(patient: Patient, *claims: Claim, drugs: tuple[Drug, ...] = (a_drug(*WIDE),)) -> Draft:
    draft = Draft(Question("what dose?"), a_query(patient=patient), "A title", Scope.CLINICAL, "topics", claims)
    formulary = Formulary({drug.name: drug for drug in drugs}, {}, lambda text: frozenset())
    return dose(draft, formulary)


def added(patient: Patient, *claims: Claim, **more: Any) -> list[Claim]:
    return [claim for claim in dosed(patient, *claims, **more).claims if claim.computed]


def test_the_computed_claim_stands_after_its_order_with_its_cites() -> None:
    order = an_order(LOAD, branch="b", population="adult", jurisdiction=("UK",))
    later = a_claim("Rest.", CITE, id="t/rest")
    assert dosed(OF_80, order, later).claims == (
        order,
        Claim(
            id="t/order/computed-1",
            text="Examplamycin load for 80 kg: 1,600 to 2,800 mg IV once (20 to 35 mg/kg); at most 3,000 mg in one dose.",
            wording=Wording.OURS,
            cites=(CITE,),
            section="s-1",
            branch="b",
            population="adult",
            requires=("t/order",),
            parent="t/order",
            jurisdiction=("UK",),
            computed=Computed(
                "20 mg/kg x 80 kg = 1,600 mg; 35 mg/kg x 80 kg = 2,800 mg",
                (("weight", "80 kg"),),
                "1,600 to 2,800 mg",
                "1,600 to 2,800 mg",
                of="t/order",
                dose=LOAD,
            ),
        ),
        later,
    )


def test_a_point_shares_its_parent_and_still_falls_with_its_claim() -> None:
    (claim,) = added(OF_80, an_order(LOAD, parent="t/above"))
    assert (claim.parent, claim.requires) == ("t/above", ("t/order",))


TEXTS = [
    ("an infusion", per_kg("0.1", "units", rate="per hour", label="infusion"), OF_80, "Examplamycin infusion for 80 kg: 8 units per hour IV (0.1 units/kg per hour)."),
    ("divided", per_kg("30", divided=3, interval="daily", route="oral"), OF_80, "Examplamycin for 80 kg: 800 mg oral for each of 3 doses a day (30 mg/kg per day)."),
    ("over and for", per_kg("2", interval="daily", over="30 minutes", duration="5 days"), OF_80, "Examplamycin for 80 kg: 160 mg IV daily over 30 minutes for 5 days (2 mg/kg)."),
    ("until", per_kg("2", interval="daily", until="the fever is gone"), OF_80, "Examplamycin for 80 kg: 160 mg IV daily until the fever is gone (2 mg/kg)."),
    ("ideal weight", per_kg("2", weight="ideal"), a_patient(age=60, weight=90, height=170, sex="female"), "Examplamycin for 61.4 kg (ideal body weight): 123 mg IV once (2 mg/kg ideal body weight)."),
    ("surface", a_dose(a_step("100", per="m2")), a_patient(age=60, weight=70, height=170), "Examplamycin for 1.82 m2: 182 mg IV once (100 mg/m2)."),
]  # fmt: skip


@pytest.mark.parametrize(("order", "patient", "text"), [t[1:] for t in TEXTS], ids=[t[0] for t in TEXTS])
def test_the_sentence_says_the_whole_order(order: Order, patient: Patient, text: str) -> None:
    assert [claim.text for claim in added(patient, an_order(order))] == [text]


NOTHING = [
    ("a fixed amount", an_order(a_dose(a_step("500", interval="daily"))), OF_80),
    (
        "a divided fixed amount: no fact of the patient",
        an_order(a_dose(a_step("500", divided=2, interval="daily"))),
        OF_80,
    ),
    ("no order", a_claim("Rest.", CITE), OF_80),
    ("a barred drug", an_order(Barred("examplamycin", "allergy", "")), OF_80),
    ("a dose for others", an_order(per_kg("20", population="child")), OF_80),
    ("no weight", an_order(LOAD), a_patient(age=60)),
]


@pytest.mark.parametrize(("claim", "patient"), [n[1:] for n in NOTHING], ids=[n[0] for n in NOTHING])
def test_where_no_fact_changes_an_amount_nothing_is_added(claim: Claim, patient: Patient) -> None:
    assert added(patient, claim) == []


def test_every_dose_of_an_order_is_numbered_in_order() -> None:
    order = AllOf((per_kg("2"), AnyOf((per_kg("3"), a_dose(a_step("100")), per_kg("4")))))
    assert [(c.id, c.computed and c.computed.rounded) for c in added(OF_80, an_order(order))] == [
        ("t/order/computed-1", "160 mg"),
        ("t/order/computed-2", "240 mg"),
        ("t/order/computed-3", "320 mg"),
    ]


NOTES = [
    ("no weight", a_patient(age=60), LOAD, ("Not calculated for examplamycin: the weight is not stated.",)),
    ("nothing told about the patient", Patient(), LOAD, ()),
    ("a child's dose is not missed in an adult", OF_80, per_kg("2", population="child"), ()),
    ("ten-fold", OF_80, per_kg("300"), ("Not calculated for examplamycin: 300 mg/kg is more than twice what is ever given (0.01 to 100 mg/kg).",)),
]  # fmt: skip


@pytest.mark.parametrize(("patient", "order", "notes"), [n[1:] for n in NOTES], ids=[n[0] for n in NOTES])
def test_what_could_not_be_calculated_is_said(patient: Patient, order: Order, notes: tuple[str, ...]) -> None:
    assert dosed(patient, an_order(order)).notes == notes


BELOW_30 = Condition(((Criterion("crcl", "<", D(30), "mL/min"),),))


def a_rule(effect: Effect, order: Order | None = None) -> Rule:
    statement = a_statement("examplamycin-kidney", "Half of it.", when=BELOW_30, order=order)
    return Rule(statement, "kidney", effect)


MAINTENANCE = a_dose(
    a_step("20", per="kg", label="load"), a_step("15", per="kg", interval="every 12 hours", label="maintenance")
)
LESS = per_kg("15", interval="daily")


def test_an_order_gives_way_to_the_one_adjusted_to_the_kidneys() -> None:
    drug = a_drug(*WIDE, rules=(a_rule(Effect.ADJUST, LESS),))
    rule = an_order(LESS, id="drug:examplamycin/examplamycin-kidney")
    told = {
        crcl: [(c.computed.of, c.computed.rounded) for c in added(a_patient(age=60, weight=80, crcl=crcl), an_order(MAINTENANCE), rule, drugs=(drug,)) if c.computed]
        for crcl in ("20", "50")
    }  # fmt: skip
    own = ("drug:examplamycin/examplamycin-kidney", "1,200 mg")
    # Whether the rule's own claim is on the page of a patient it is not for is the composer's to say.
    assert told == {"20": [("t/order", "1,600 mg"), own], "50": [("t/order", "1,600 mg"), ("t/order", "1,200 mg"), own]}


def test_an_amount_not_adjusted_because_nothing_is_known_of_the_kidneys_says_so() -> None:
    (claim,) = added(OF_80, an_order(per_kg("15")), drugs=(a_drug(*WIDE, rules=(a_rule(Effect.ADJUST),)),))
    assert claim.remark == "not adjusted to kidney function, which is not known"


@pytest.mark.parametrize("effect", [Effect.CONTRAINDICATED, Effect.AVOID, Effect.STOP])
def test_nothing_is_worked_out_for_a_barred_drug(effect: Effect) -> None:
    drug = a_drug(*WIDE, rules=(a_rule(effect),))
    of_20 = a_patient(age=60, weight=80, crcl=20)
    assert (added(of_20, an_order(LOAD), drugs=(drug,)), len(added(OF_80, an_order(LOAD), drugs=(drug,)))) == ([], 1)


def test_warnings_stand_on_the_same_line() -> None:
    (claim,) = added(a_patient(weight=80), an_order(per_kg("2")))
    assert claim.remark == "calculated for an adult; the age is not stated"


def test_dosing_twice_is_dosing_once_in_what_it_says() -> None:
    once = dosed(a_patient(age=60), an_order(LOAD))
    formulary = Formulary({}, {}, lambda text: frozenset())
    assert dose(once, formulary) == replace(once)
