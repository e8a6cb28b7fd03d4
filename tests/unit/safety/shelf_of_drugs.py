"""A small invented formulary for the tests of this room: drugs with and without files, and patients."""

from decimal import Decimal
from typing import Any

from tests.build import a_source, a_statement

from curbside.model.condition import Case, Condition, Criterion
from curbside.model.drug import Drug, Effect, Formulary, Rule
from curbside.model.patient import MEASURED, Fact, Known, Patient
from curbside.model.regimen import Amount, Dose, DoseStep


def given_if(name: str, *, below: str | None = None, named: tuple[str, ...] = ()) -> Condition:
    """A condition of one criterion: a limit, names, or a stated fact that is so."""
    limit = Decimal(below) if below else None
    return Condition(((Criterion(name, "<" if below else "is", limit, "", named),),))


PREGNANT, NO_KIDNEYS = given_if("pregnancy"), given_if("egfr", below="30")


def a_rule(
    id: str, about: str, effect: Effect, when: Condition | None = None, text: str = "Avoid it.", **more: str
) -> Rule:
    addresses = (about,) if about in ("pregnancy", "kidney", "lactation", "interactions", "liver") else ()
    reason = more.get("reason")
    return Rule(a_statement(id, text, "drug-rules", when=when, reason=reason, addresses=addresses), about, effect)


def a_drug(name: str, *rules: Rule, allergy: tuple[str, ...] = (), **more: Any) -> Drug:
    return Drug(name, (), ("oral",), allergy=(name, *allergy), rules=rules, sources=(a_source(),), **more)


FORBIDDEN = Effect.CONTRAINDICATED
DRUGS = (
    a_drug("benzylpenicillin", allergy=("penicillin", "beta-lactam")),
    a_drug("piperacillin-tazobactam", allergy=("penicillin", "beta-lactam")),
    a_drug("ceftriaxone", allergy=("cephalosporin",)),
    a_drug("cefazolin", allergy=("cephalosporin",)),
    a_drug("vancomycin"),
    a_drug(
        "methotrexate",
        a_rule("mtx-kidney", "kidney", FORBIDDEN, NO_KIDNEYS, reason="eGFR below 30"),
        a_rule("mtx-pregnancy", "pregnancy", FORBIDDEN, PREGNANT),
        a_rule("mtx-trimethoprim", "interactions", Effect.STOP, given_if("given", named=("trimethoprim",)), reason="trimethoprim"),
        a_rule("mtx-lactation", "lactation", Effect.CAUTION, given_if("lactation"), reason="breast milk"),
    ),
    a_drug("apixaban", a_rule("apixaban-pregnancy", "pregnancy", Effect.AVOID, PREGNANT, reason="pregnancy")),
    a_drug("rivaroxaban", a_rule("rivaroxaban-pregnancy", "pregnancy", FORBIDDEN, PREGNANT, reason="pregnancy")),
    a_drug("atorvastatin", a_rule("atorvastatin-pregnancy", "pregnancy", FORBIDDEN, PREGNANT, reason="pregnancy")),
    a_drug("rosuvastatin"),
    a_drug("warfarin", a_rule("warfarin-always", "monitoring", FORBIDDEN, None, reason="always")),
)  # fmt: skip
LACTAM = ("beta-lactam", "antibacterial")
CLASSES = {
    **dict.fromkeys(("benzylpenicillin", "piperacillin-tazobactam", "amoxicillin"), frozenset(("penicillin", *LACTAM))),
    **dict.fromkeys(("ceftriaxone", "cefazolin", "cefalexin"), frozenset(("cephalosporin", *LACTAM))),
    "vancomycin": frozenset(("antibacterial",)),
    **dict.fromkeys(("apixaban", "rivaroxaban"), frozenset(("DOAC".casefold(),))),
    **dict.fromkeys(("atorvastatin", "rosuvastatin"), frozenset(("statin",))),
}
NAMES = {drug.name for drug in DRUGS} | set(CLASSES) | {"penicillin", "doac", "statin", "cephalosporin", "trimethoprim"}


def named(text: str) -> frozenset[str]:
    """Drugs and classes a text names, plurals too."""
    words = {word.strip(".,;:()").casefold() for word in text.split()}
    return frozenset(name for name in NAMES if name in words or f"{name}s" in words)


FORMULARY = Formulary({drug.name: drug for drug in DRUGS}, CLASSES, named)


def fact(name: str, value: str, unit: str | None = None, detail: str | None = None) -> Fact:
    return Fact(name, Known.VALUE, value, unit or (MEASURED[name].unit if name in MEASURED else None), detail=detail)


def a_case(*facts: Fact, given: tuple[str, ...] = ()) -> Case:
    return Case(Patient(facts), frozenset(given), CLASSES)


def a_dose(drug: str, when: Condition | None = None, amount: str = "500") -> Dose:
    step = DoseStep(Amount(Decimal(amount), Decimal(amount)), "mg", interval="daily")
    return Dose(drug, "oral", (step,), "adult", "a-guideline/p1", when=when)
