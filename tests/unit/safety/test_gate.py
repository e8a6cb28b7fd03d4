"""The gate: no regimen without its cautions, no point without its statement, and every gap is said."""

from dataclasses import replace
from typing import Any

import pytest
from tests.build import a_cite, a_claim, a_formulary
from tests.unit.safety.shelf_of_drugs import a_dose

from curbside.model.answer import Claim, Draft, Finding, Gap, Judgement, Outline, Verdict, Withheld
from curbside.model.drug import Drug
from curbside.model.patient import Fact, Known, Patient
from curbside.model.question import Query, Question, QuestionType, Scope
from curbside.model.regimen import Barred
from curbside.safety.gate import ITEMS, MOST, gate
from curbside.verify.judge import judge

OBJECTION = Finding("N1", Verdict.NOT_ENOUGH, "nothing cited says 5 mg")


def only_good(claim: Claim) -> Finding | None:
    return OBJECTION if "bad" in claim.text else Finding("Y", Verdict.SUPPORTED, "yes")


def say(id: str, text: str | None = None, **more: Any) -> Claim:
    return a_claim(text or f"Statement {id}.", a_cite("A line."), id=id, **more)


def judged(*claims: Claim) -> tuple[Judgement, ...]:
    return tuple(judge(claim, (only_good,)) for claim in claims)


def a_draft(*facts: Fact, scope: Scope = Scope.CLINICAL) -> Draft:
    query = Query("What now?", (), (), (), (QuestionType.GENERAL,), scope, Patient(facts))
    return Draft(Question("What now?"), query, "T", scope, "topics")


BAD = say("bad", "A bad caution.")
LOST = "a caution it requires was withheld: A bad caution."
FALLS = [
    ("nothing required", (say("a"), say("b")), ["a", "b"], []),
    ("a claim that failed its check", (say("a"), BAD), ["a"], [("bad", "N1", "nothing cited says 5 mg")]),
    ("a caution withheld takes the regimen with it", (say("r", requires=("bad",)), BAD), [],
     [("r", "C1", LOST), ("bad", "N1", "nothing cited says 5 mg")]),
    ("one caution of two withheld", (say("r", requires=("ok", "bad")), say("ok"), BAD), ["ok"],
     [("r", "C1", LOST), ("bad", "N1", "nothing cited says 5 mg")]),
    ("a caution that is not there at all", (say("r", requires=("gone",)),), [],
     [("r", "C1", "a caution it requires is not on this page (gone)")]),
    ("a caution given", (say("r", requires=("ok",)), say("ok")), ["r", "ok"], []),
    ("the chain falls to its end", (say("s", requires=("r",)), say("r", requires=("bad",)), BAD), [],
     [("s", "C1", "a caution it requires was withheld: Statement r."), ("r", "C1", LOST), ("bad", "N1", "nothing cited says 5 mg")]),
    ("a point falls with its statement", (BAD, say("p", parent="bad")), [],
     [("bad", "N1", "nothing cited says 5 mg"), ("p", "C2", "the statement it is a point of was withheld: A bad caution.")]),
    ("a point of a statement that is not there", (say("p", parent="gone"),), [], [("p", "C2", "the statement it is a point of is not on this page")]),
    ("a caution that is a point of what fell", (say("r", requires=("p",)), BAD, say("p", parent="bad")), [],
     [("r", "C1", "a caution it requires was withheld: Statement p."), ("bad", "N1", "nothing cited says 5 mg"),
      ("p", "C2", "the statement it is a point of was withheld: A bad caution.")]),
    ("two that require each other stand", (say("a", requires=("b",)), say("b", requires=("a",))), ["a", "b"], []),
    ("two that require each other fall together", (say("a", requires=("b", "bad")), say("b", requires=("a",)), BAD), [],
     [("a", "C1", LOST), ("b", "C1", "a caution it requires was withheld: Statement a."), ("bad", "N1", "nothing cited says 5 mg")]),
    ("one side of a disagreement stands alone", (say("a", against=("bad",)), BAD), ["a"], [("bad", "N1", "nothing cited says 5 mg")]),
    ("a twin that fell does not count as given", (say("r", requires=("x",)), say("x"), say("x", "A bad twin.")), ["x"],
     [("r", "C1", "a caution it requires was withheld: A bad twin."), ("x", "N1", "nothing cited says 5 mg")]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claims", "standing", "fallen"), FALLS, ids=[row[0] for row in FALLS])
def test_what_falls_takes_along(
    why: str, claims: tuple[Claim, ...], standing: list[str], fallen: list[tuple[str, str, str]]
) -> None:
    gated = gate(judged(*claims), a_draft(), a_formulary())
    assert [judgement.claim.id for judgement in gated.shown] == standing
    assert [(w.claim.id, w.check, w.reason) for w in gated.withheld] == fallen


def test_withheld_carries_the_whole_claim() -> None:
    assert gate(judged(BAD), a_draft(), a_formulary()).withheld == (Withheld(BAD, "N1", "nothing cited says 5 mg"),)


def missing(item: str) -> Gap:
    return Gap(item, "not_addressed", f"{dict(ITEMS)[item]}: not addressed by the sources of this page.")


def test_every_item_is_answered_or_said_to_be_missing() -> None:
    claims = judged(
        say("l", "Check creatinine first.", addresses=("kidney",), section="tests"),
        say("k", "Halve the dose in kidney failure. Then measure.", addresses=("kidney", "age"), section="doses"),
        say("p", "A bad line on pregnancy.", addresses=("pregnancy",)),
    )
    outline = (Outline("doses", "Doses"), Outline("tests", "Tests"), Outline("other", "Other"))
    assert gate(claims, replace(a_draft(), outline=outline), a_formulary()).gaps == (
        missing("pregnancy"),
        missing("lactation"),
        Gap("kidney", "answered", "Kidney function: see “Doses”, “Tests”."),
        missing("liver"),
        Gap("age", "answered", "Age: see “Doses”."),
        missing("weight"),
        missing("allergy"),
        missing("interactions"),
        missing("prophylaxis"),
        missing("infection"),
    )


SEX = [
    ("male", Fact("sex", Known.VALUE, "male"), "not_applicable"),
    ("capitals", Fact("sex", Known.VALUE, "Male "), "not_applicable"),
    ("female", Fact("sex", Known.VALUE, "female"), "not_addressed"),
    ("unknown is never no", Fact("sex", Known.UNKNOWN), "not_addressed"),
]


@pytest.mark.parametrize(("why", "sex", "status"), SEX, ids=[row[0] for row in SEX])
def test_pregnancy_is_left_out_only_for_a_patient_known_to_be_male(why: str, sex: Fact, status: str) -> None:
    gaps = {gap.item: gap.status for gap in gate(judged(say("a")), a_draft(sex), a_formulary()).gaps}
    assert (gaps["pregnancy"], gaps["lactation"], gaps["kidney"]) == (status, status, "not_addressed")


def test_contraception_is_shown_to_a_man_when_a_source_speaks_of_it() -> None:
    claim = say("a", "Men stop methotrexate 3 months before conception.", addresses=("pregnancy",))
    gaps = gate(judged(claim), a_draft(Fact("sex", Known.VALUE, "male")), a_formulary()).gaps
    assert gaps[0] == Gap("pregnancy", "answered", "Pregnancy and contraception: see the statements above.")


def test_no_gaps_where_nothing_clinical_is_answered() -> None:
    assert gate(judged(BAD), a_draft(), a_formulary()).gaps == ()
    assert gate(judged(say("a")), a_draft(scope=Scope.HARMFUL), a_formulary()).gaps == ()


SILENT = (
    Drug("vancomycin", (), ("IV",), unknown=("kidney", "lactation")),
    Drug("linezolid", (), ("IV",), unknown=("kidney",)),
    Drug("clindamycin", (), ("IV",)),
)
KIDNEY = ("kidney",)
#   why, drugs ordered, what is said of the kidney beside where it is answered
UNKNOWN = [
    ("no drug is ordered", (), ""),
    ("a drug whose file found an answer", ("clindamycin",), ""),
    ("a drug without a file", ("ofloxacin",), ""),
    ("a drug whose file found none", ("vancomycin",), " Not addressed by the sources found: vancomycin."),
    ("two, in the order of the page, each once", ("linezolid", "Vancomycin", "linezolid"),
     " Not addressed by the sources found: linezolid, vancomycin."),
    ("one of each", ("clindamycin", "linezolid"), " Not addressed by the sources found: linezolid."),
]  # fmt: skip


def ordering(id: str, drug: str, text: str | None = None, **more: Any) -> Claim:
    return say(id, text, order=a_dose(drug), **more)


@pytest.mark.parametrize(("why", "drugs", "said"), UNKNOWN, ids=[row[0] for row in UNKNOWN])
def test_an_item_answered_names_the_drugs_it_was_not_answered_for(why: str, drugs: tuple[str, ...], said: str) -> None:
    claims = (say("k", addresses=KIDNEY), *(ordering(str(place), drug) for place, drug in enumerate(drugs)))
    gaps = {gap.item: gap for gap in gate(judged(*claims), a_draft(), a_formulary(*SILENT)).gaps}
    assert gaps["kidney"] == Gap("kidney", "answered", f"Kidney function: see the statements above.{said}")


def test_an_item_nobody_answers_is_missing_whatever_the_files_say() -> None:
    gaps = gate(judged(ordering("1", "vancomycin")), a_draft(), a_formulary(*SILENT)).gaps
    assert [gap for gap in gaps if gap.item == "lactation"] == [missing("lactation")]


def test_a_drug_whose_order_was_withheld_is_not_spoken_of() -> None:
    claims = judged(say("k", addresses=KIDNEY), ordering("1", "vancomycin", "A bad order."))
    gaps = {gap.item: gap.text for gap in gate(claims, a_draft(), a_formulary(*SILENT)).gaps}
    assert gaps["kidney"] == "Kidney function: see the statements above."


def test_a_barred_drug_is_not_spoken_of() -> None:
    claim = say("1", order=Barred("vancomycin", "allergy to vancomycin", ""))
    gaps = {
        g.item: g.text for g in gate(judged(say("k", addresses=KIDNEY), claim), a_draft(), a_formulary(*SILENT)).gaps
    }
    assert gaps["kidney"] == "Kidney function: see the statements above."


def test_a_long_list_of_drugs_is_cut_and_says_so() -> None:
    many = tuple(Drug(f"drug {n}", (), ("IV",), unknown=KIDNEY) for n in range(MOST + 2))
    claims = (say("k", addresses=KIDNEY), *(ordering(str(n), drug.name) for n, drug in enumerate(many)))
    gaps = {gap.item: gap.text for gap in gate(judged(*claims), a_draft(), a_formulary(*many)).gaps}
    listed = ", ".join(f"drug {n}" for n in range(MOST))
    said = f"Kidney function: see the statements above. Not addressed by the sources found: {listed} and 2 more."
    assert gaps["kidney"] == said


def test_what_is_put_aside_is_withheld_whatever_the_checks_say_and_takes_its_regimen_along() -> None:
    """A regimen whose required caution is withheld is withheld."""
    aside = replace(say("c", "Vancomycin: not shown for this patient"), aside="allergy to vancomycin")
    gated = gate(judged(say("r", requires=("c",)), aside), a_draft(), a_formulary())
    assert gated.shown == ()
    assert [(w.claim.id, w.check, w.reason) for w in gated.withheld] == [
        ("r", "C1", "a caution it requires was withheld: Vancomycin: not shown for this patient"),
        ("c", "U1", "allergy to vancomycin"),
    ]
