"""One drug for one patient: orders, amounts, what is put aside and what is missing."""

from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_source, a_statement, a_topic, an_extract
from tests.unit.dosing.sums import a_dose, a_drug, a_patient, a_range, per_kg

from curbside.dosing.sheet import orders_of, sheet
from curbside.model.calculation import DrugSheet
from curbside.model.condition import Case, Condition, Criterion
from curbside.model.drug import Drug, Effect, Rule
from curbside.model.patient import Known, Patient
from curbside.model.regimen import AnyOf
from curbside.model.topic import Statement, Topic

D = Decimal
OF_80 = a_patient(age=60, weight=80)
PREGNANT = Condition(((Criterion("pregnancy", "is", wanted=Known.YES),),))
BELOW_30 = Condition(((Criterion("crcl", "<", D(30), "mL/min"),),))


def told(
    *statements: Statement,
    patient: Patient = OF_80,
    drug: Drug | None = None,
    barred: str | None = None,
    objection: str | None = None,
    route: str | None = None,
) -> DrugSheet:
    found = drug or a_drug(a_range("1", "100", per="kg"), a_range("1", "10000"))
    topic = a_topic(*statements, sources=(a_source(an_extract("20 mg/kg")),))
    return sheet(found, orders_of(found, (topic,), route), Case(patient), barred, lambda t, s: objection)


def an_order(id: str = "o-1", **more: Any) -> Statement:
    return a_statement(id, "Give it.", order=more.pop("order", per_kg("20", interval="once")), **more)


def test_an_order_stands_with_amount_source_and_cautions() -> None:
    caution = a_statement("c-1", "Watch the kidneys.")
    (one,) = told(an_order(requires=("c-1",)), caution).orders
    assert (one.topic, one.statement, one.at, one.cautions, one.aside) == (
        "a-topic",
        "o-1",
        "p. 1",
        ("Watch the kidneys.",),
        None,
    )
    assert (one.citation and one.citation.title, [a.computed and a.computed.rounded for a in one.applied]) == (
        "A guideline",
        ["1,600 mg"],
    )


ASIDE = [
    ("the checks object", an_order(), None, "no line says so", "withheld: no line says so"),
    ("it is put aside for such a patient", an_order(unless=PREGNANT, reason="pregnancy"), a_patient(age=30, weight=80, pregnancy=True), None, "pregnancy"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "patient", "objection", "aside"), [a[1:] for a in ASIDE], ids=[a[0] for a in ASIDE]
)
def test_what_is_put_aside_has_its_reason_and_no_amount(
    statement: Statement, patient: Patient | None, objection: str | None, aside: str
) -> None:
    (one,) = told(statement, patient=patient or OF_80, objection=objection).orders
    assert (one.aside, one.applied) == (aside, ())


def test_orders_for_others_are_counted_and_left_out() -> None:
    found = told(
        an_order(order=per_kg("20", population="child")),
        an_order("o-2", when=PREGNANT),
        patient=a_patient(age=60, weight=80, sex="male"),
    )
    assert (found.orders, found.others) == ((), 2)


def test_what_depends_on_an_unknown_fact_has_no_amount_and_names_it() -> None:
    found = told(an_order(when=BELOW_30))
    (step,) = found.orders[0].applied
    assert (step.given, step.why, found.missing) == (None, "it depends on crcl", ("crcl",))


def test_missing_facts_are_named_once() -> None:
    assert told(an_order(), an_order("o-2"), patient=a_patient(age=60)).missing == ("weight",)


def a_rule(effect: Effect, text: str, when: Condition | None = None) -> Rule:
    return Rule(a_statement(f"examplamycin-{effect}", text, when=when), "kidney", effect)


RULES = (
    a_rule(Effect.CAUTION, "With care."),
    a_rule(Effect.ADJUST, "Half of it: 10 mg/kg.", BELOW_30),
    a_rule(Effect.CONTRAINDICATED, "Never in pregnancy.", PREGNANT),
)


def test_rules_stand_gravest_first_and_those_for_others_are_left_out() -> None:
    drug = a_drug(a_range("1", "100", per="kg"), rules=RULES)
    assert told(patient=a_patient(sex="male", age=60), drug=drug).rules == (
        ("adjust", "Half of it: 10 mg/kg."),
        ("caution", "With care."),
    )


def test_a_barred_drug_has_no_order_and_no_rule_but_what_bars_it() -> None:
    drug = a_drug(a_range("1", "100", per="kg"), rules=RULES)
    found = told(an_order(), drug=drug, patient=a_patient(age=30, weight=60, pregnancy=True), barred="pregnancy")
    assert (found.orders, found.rules, found.barred) == ((), (("contraindicated", "Never in pregnancy."),), "pregnancy")


KIDNEYS = [
    (
        "bad",
        a_patient(age=60, weight=80, crcl=20),
        "a rule of the drug adjusts it to this patient's kidney function; see the rules",
        (),
    ),
    ("well", a_patient(age=60, weight=80, crcl=90), None, ()),
    ("not known", OF_80, None, ("not adjusted to kidney function, which is not known",)),
]


@pytest.mark.parametrize(("patient", "why", "notes"), [k[1:] for k in KIDNEYS], ids=[k[0] for k in KIDNEYS])
def test_an_adjustment_to_the_kidneys_goes_before_the_order(
    patient: Patient, why: str | None, notes: tuple[str, ...]
) -> None:
    drug = a_drug(a_range("1", "100", per="kg"), a_range("1", "10000"), rules=RULES)
    (step,) = told(an_order(), patient=patient, drug=drug).orders[0].applied
    assert (step.why, step.notes) == (why, notes)


def test_only_the_drug_and_the_route_asked_for_are_listed() -> None:
    mixed = AnyOf(
        (per_kg("20"), a_dose(drug="otheramycin"), per_kg("10", route="oral"), per_kg("5", route="oral or IV"))
    )
    routes = {
        route: [one.dose.route for one in told(an_order(order=mixed), route=route).orders]
        for route in (None, "IV", "oral", "IM")
    }
    assert routes == {
        None: ["IV", "oral", "oral or IV"],
        "IV": ["IV", "oral or IV"],
        "oral": ["oral", "oral or IV"],
        "IM": [],
    }


def test_marks_say_what_kind_of_drug_it_is() -> None:
    drug = a_drug(high_alert=True, narrow_index=True, look_alike=("examplamine",))
    assert told(drug=drug).marks == ("high-alert drug", "narrow therapeutic index", "looks or sounds like examplamine")


def test_topics_are_read_in_their_order() -> None:
    topics: tuple[Topic, ...] = (a_topic(an_order("b"), slug="z"), a_topic(an_order("a"), slug="y"))
    assert [(t.slug, s.id) for t, s, _ in orders_of(a_drug(), topics)] == [("z", "b"), ("y", "a")]
