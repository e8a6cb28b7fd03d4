"""The gate: no regimen without its cautions, no point without its statement, and every gap is said."""

from dataclasses import replace
from typing import Any

import pytest
from tests.build import a_cite, a_claim

from curbside.model.answer import Claim, Draft, Finding, Gap, Judgement, Outline, Verdict, Withheld
from curbside.model.patient import Fact, Known, Patient
from curbside.model.question import Query, Question, QuestionType, Scope
from curbside.safety.gate import ITEMS, gate
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
    gated = gate(judged(*claims), a_draft())
    assert [judgement.claim.id for judgement in gated.shown] == standing
    assert [(w.claim.id, w.check, w.reason) for w in gated.withheld] == fallen


def test_withheld_carries_the_whole_claim() -> None:
    assert gate(judged(BAD), a_draft()).withheld == (Withheld(BAD, "N1", "nothing cited says 5 mg"),)


def missing(item: str) -> Gap:
    return Gap(item, "not_addressed", f"{dict(ITEMS)[item]}: not addressed by the sources of this page.")


def test_every_item_is_answered_or_said_to_be_missing() -> None:
    claims = judged(
        say("l", "Check creatinine first.", addresses=("kidney",), section="tests"),
        say("k", "Halve the dose in kidney failure. Then measure.", addresses=("kidney", "age"), section="doses"),
        say("p", "A bad line on pregnancy.", addresses=("pregnancy",)),
    )
    outline = (Outline("doses", "Doses"), Outline("tests", "Tests"), Outline("other", "Other"))
    assert gate(claims, replace(a_draft(), outline=outline)).gaps == (
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
    gaps = {gap.item: gap.status for gap in gate(judged(say("a")), a_draft(sex)).gaps}
    assert (gaps["pregnancy"], gaps["lactation"], gaps["kidney"]) == (status, status, "not_addressed")


def test_contraception_is_shown_to_a_man_when_a_source_speaks_of_it() -> None:
    claim = say("a", "Men stop methotrexate 3 months before conception.", addresses=("pregnancy",))
    gaps = gate(judged(claim), a_draft(Fact("sex", Known.VALUE, "male"))).gaps
    assert gaps[0] == Gap("pregnancy", "answered", "Pregnancy and contraception: see the statements above.")


def test_no_gaps_where_nothing_clinical_is_answered() -> None:
    assert gate(judged(BAD), a_draft()).gaps == ()
    assert gate(judged(say("a")), a_draft(scope=Scope.HARMFUL)).gaps == ()
