"""The draft for one patient: what comes first, what is left out, what is put aside, and no amount of what is barred."""

from typing import Any

import pytest
from tests.build import a_cite, a_claim, a_query
from tests.unit.safety.shelf_of_drugs import FORMULARY, PREGNANT, a_case, a_dose, fact, given_if

from curbside.model.answer import Claim, Draft, Finding, Outline, Verdict
from curbside.model.patient import Fact, Known
from curbside.model.question import Question, Scope
from curbside.model.regimen import AllOf, AnyOf, Barred, TaperStep
from curbside.model.topic import Table
from curbside.safety.fit import FOR_PATIENT, fit
from curbside.safety.gate import gate
from curbside.text.quantities import quantities
from curbside.verify.judge import judge

PENICILLIN = fact("allergy", "penicillin")
YES, NO = Fact("pregnancy", Known.YES), Fact("pregnancy", Known.NO)
PREGNANCY_ONLY: dict[str, Any] = {"when": PREGNANT}


def say(id: str, text: str | None = None, **more: Any) -> Claim:
    return a_claim(text or f"Statement {id}.", a_cite("A line."), id=id, **more)


def a_draft(*claims: Claim) -> Draft:
    outline = (Outline("s-1", "One"), Outline("s-2", "Two"))
    return Draft(Question("q"), a_query(), "T", Scope.CLINICAL, "topics", claims=claims, outline=outline)


def fitted(*claims: Claim, facts: tuple[Fact, ...] = ()) -> Draft:
    return fit(a_draft(*claims), a_case(*facts), FORMULARY)


def ids(draft: Draft) -> list[str]:
    return [claim.id for claim in draft.claims]


def test_a_draft_that_concerns_nobody_in_particular_stays_as_it_is() -> None:
    draft = a_draft(say("a"), say("b", order=a_dose("vancomycin")), say("c", "Give benzylpenicillin 600 mg."))
    assert fit(draft, a_case(), FORMULARY) == draft


def test_what_holds_comes_first_in_a_section_of_its_own() -> None:
    found = fitted(
        say("a", lead=True), say("b", branch="x", lead=True, **PREGNANCY_ONLY), say("p", parent="b"), facts=(YES,)
    )
    assert [(c.id, c.section, c.branch, c.lead, c.parent) for c in found.claims] == [
        ("b", FOR_PATIENT, None, False, None),
        ("p", FOR_PATIENT, None, False, "b"),
        ("a", "s-1", None, True, None),
    ]
    assert found.outline[0] == Outline(FOR_PATIENT, "For this patient")
    assert len(found.outline) == 3


def test_what_does_not_hold_is_left_out_with_its_points() -> None:
    found = fitted(say("a"), say("b", **PREGNANCY_ONLY), say("p", parent="b"), say("q", parent="p"), facts=(NO,))
    assert ids(found) == ["a"]


def test_what_is_unknown_stays_where_it_stands() -> None:
    assert fitted(say("a"), say("b", **PREGNANCY_ONLY)) == a_draft(say("a"), say("b", **PREGNANCY_ONLY))


def test_what_holds_for_every_woman_is_nothing_of_her_own() -> None:
    claim = say("b", when=given_if("sex", named=("female",)))
    assert fitted(say("a"), claim, facts=(fact("sex", "female"),)) == a_draft(say("a"), claim)


def test_a_caution_for_others_is_not_asked_for() -> None:
    """Else a man's regimen would fall because a caution for pregnancy is not on his page."""
    regimen = say("r", requires=("b", "c"), against=("b",))
    found = fitted(regimen, say("b", **PREGNANCY_ONLY), say("c"), facts=(fact("sex", "male"),))
    assert [(c.id, c.requires, c.against) for c in found.claims] == [("r", ("c",), ()), ("c", (), ())]


CAUTIONS = [
    ("it speaks of a barred drug alone", "Give no more than benzylpenicillin 600 mg.", ()),
    ("it speaks of another drug too", "Benzylpenicillin 600 mg is given after vancomycin.", ("c",)),
    ("it is no caution of the barred drug", "Vancomycin is harmful.", ("c",)),
]


@pytest.mark.parametrize(("why", "text", "required"), CAUTIONS, ids=[row[0] for row in CAUTIONS])
def test_a_caution_is_asked_for_unless_it_speaks_of_barred_drugs_alone(
    why: str, text: str, required: tuple[str, ...]
) -> None:
    found = fitted(say("r", requires=("c",)), say("c", text), facts=(PENICILLIN,))
    assert [claim.requires for claim in found.claims] == [required, ()]


def test_a_caution_put_aside_by_its_own_condition_is_still_asked_for_when_it_names_a_drug() -> None:
    caution = say("c", "Vancomycin is given slowly.", unless=PREGNANT, reason="pregnancy")
    found = fitted(say("r", requires=("c",)), caution, facts=(YES,))
    assert [(c.id, c.requires, c.aside) for c in found.claims] == [("r", ("c",), None), ("c", (), "pregnancy")]


STEP = TaperStep(1, None, "40", "mg")
ASIDE = [
    ("an order", say("a", "Give vancomycin 500 mg daily.", order=a_dose("vancomycin")), "Vancomycin: not shown for this patient"),
    ("a taper", say("a", "Vancomycin is tapered.", taper=(STEP,)), "Vancomycin: not shown for this patient"),
    ("a table", say("a", "Doses.", table=Table(("drug", "dose"), (("vancomycin", "500 mg"),))), "S 1: not shown for this patient"),
    ("no drug", say("a", "Give 500 mL of water."), "S 1: not shown for this patient"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claim", "text"), ASIDE, ids=[row[0] for row in ASIDE])
def test_what_is_put_aside_loses_every_amount(why: str, claim: Claim, text: str) -> None:
    told = a_draft(
        say("x"), Claim(**{**fields(claim), "unless": PREGNANT, "reason": "pregnancy", "plain": "Take 500 mg."})
    )
    found = fit(told, a_case(YES), FORMULARY).claims[1]
    assert (found.text, found.aside, found.plain, found.order, found.taper, found.table) == (
        text,
        "pregnancy",
        None,
        None,
        (),
        None,
    )
    assert quantities(found.text.replace("S 1", "")) == ()


def fields(claim: Claim) -> dict[str, Any]:
    return {name: getattr(claim, name) for name in claim.__slots__}


@pytest.mark.parametrize(
    "facts", [(), (NO,), (Fact("pregnancy", Known.UNKNOWN),)], ids=["nobody said", "no", "unknown"]
)
def test_only_what_holds_puts_aside(facts: tuple[Fact, ...]) -> None:
    claim = say("a", "Give vancomycin 500 mg.", unless=PREGNANT, reason="pregnancy")
    assert fitted(claim, facts=facts).claims == (claim,)


def test_what_is_put_aside_is_withheld_with_its_reason() -> None:
    draft = fitted(say("a"), say("b", "Give vancomycin 500 mg.", unless=PREGNANT, reason="pregnancy"), facts=(YES,))
    vouched = Finding("Y", Verdict.SUPPORTED, "yes")
    gated = gate(tuple(judge(claim, (lambda _claim: vouched,)) for claim in draft.claims), draft, FORMULARY)
    assert [judgement.claim.id for judgement in gated.shown] == ["a"]
    assert [(w.claim.text, w.check, w.reason) for w in gated.withheld] == [
        ("Vancomycin: not shown for this patient", "U1", "pregnancy")
    ]


def test_a_barred_option_stands_after_its_alternatives_with_its_reason_and_no_amount() -> None:
    order = AnyOf((a_dose("benzylpenicillin"), a_dose("vancomycin")))
    found = fitted(say("a", "One of these is given.", order=order), facts=(PENICILLIN,))
    barred = Barred("benzylpenicillin", "allergy to penicillin", "a-guideline/p1")
    assert [claim.order for claim in found.claims] == [AnyOf((a_dose("vancomycin"), barred))]


def test_an_order_barred_as_a_whole_stands_last_in_its_section() -> None:
    together = AllOf((a_dose("benzylpenicillin"), a_dose("vancomycin")))
    found = fitted(
        say("both", "First choice.", order=together, taper=(STEP,)),
        say("one", "Second choice.", order=a_dose("vancomycin")),
        say("other", section="s-2"),
        facts=(PENICILLIN,),
    )
    barred = Barred("benzylpenicillin", "allergy to penicillin", "a-guideline/p1")
    assert [(c.id, c.order, c.taper) for c in found.claims] == [
        ("one", a_dose("vancomycin"), ()),
        ("both", barred, ()),
        ("other", None, ()),
    ]


def test_an_order_whose_doses_are_all_for_others_is_left_out() -> None:
    claim = say("a", order=a_dose("vancomycin", given_if("weight", below="30")))
    assert ids(fitted(claim, say("b"), facts=(fact("weight", "70"),))) == ["b"]
    assert ids(fitted(claim, say("b"))) == ["a", "b"]


#   why, what a sentence says to somebody allergic to penicillin, whether it is put aside
SENTENCES = [
    ("an amount", "Give benzylpenicillin 600 mg IV.", True),
    ("an amount in a warning", "Do not give benzylpenicillin 600 mg too fast.", True),
    ("units", "Benzylpenicillin 4 million units is not enough.", True),
    ("millilitres", "Avoid benzylpenicillin 10 mL undiluted.", True),
    ("an instruction without amount", "Benzylpenicillin is the treatment of choice.", True),
    ("its class", "A penicillin is the treatment of choice.", True),
    ("a warning", "Benzylpenicillin is contraindicated after anaphylaxis.", False),
    ("a warning of a label", "The piperacillin-tazobactam label carries a warning of bleeding.", False),
    ("how it is tested", "Allergy to benzylpenicillin is tested first.", False),
    ("a limit of kidney function is no amount", "Avoid benzylpenicillin below 30 mL/min.", False),
    ("nor one per body surface", "Avoid benzylpenicillin below an eGFR of 30 mL/min/1.73 m2.", False),
    ("nor is a laboratory value", "Stop benzylpenicillin when CK is above 1,000 units/L.", False),
    ("nor a concentration", "Stop benzylpenicillin above creatinine 2 mg/dL.", False),
    ("nor how long", "Stop benzylpenicillin after 7 days.", False),
    ("another drug's amount", "Give vancomycin 500 mg daily.", False),
    ("another class", "A cephalosporin is the treatment of choice.", False),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "aside"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_a_sentence_on_a_barred_drug_is_put_aside_when_it_could_be_acted_on(why: str, text: str, aside: bool) -> None:
    found = fitted(say("a", text), facts=(PENICILLIN,)).claims[0]
    assert (found.aside is not None) is aside
    assert found.text == (found.text if aside else text)
    assert "600" not in found.text
    assert fitted(say("a", text)).claims[0].text == text


def test_a_table_with_a_barred_drug_and_an_amount_is_put_aside() -> None:
    table = Table(("drug", "dose"), (("benzylpenicillin", "600 mg"), ("vancomycin", "500 mg")))
    found = fitted(say("a", "What is given.", table=table), facts=(PENICILLIN,)).claims[0]
    assert (found.table, found.aside) == (None, "benzylpenicillin: allergy to penicillin")


def test_a_taper_of_a_barred_drug_is_put_aside_whatever_is_said_beside_it() -> None:
    found = fitted(say("a", "Do not stop benzylpenicillin at once.", taper=(STEP,)), facts=(PENICILLIN,)).claims[0]
    assert (found.taper, found.aside) == ((), "benzylpenicillin: allergy to penicillin")


RULES = [
    ("the rule that says why stays", "drug:methotrexate/mtx-kidney", "Methotrexate is for eGFR of 30 mL/min and more.", False),
    ("with an amount it does not", "drug:methotrexate/mtx-dose", "Contraindicated above methotrexate 20 mg.", True),
    ("a rule of another drug is a sentence like others", "drug:vancomycin/x", "Methotrexate is preferred.", True),
]  # fmt: skip


@pytest.mark.parametrize(("why", "id", "text", "aside"), RULES, ids=[row[0] for row in RULES])
def test_a_rule_of_a_barred_drug_tells_why_and_never_how_much(why: str, id: str, text: str, aside: bool) -> None:
    found = fitted(say(id, text), facts=(fact("egfr", "20"),)).claims[0]
    assert (found.aside is not None) is aside


def test_rules_of_drugs_come_after_what_to_do() -> None:
    rule = say("drug:vancomycin/x", **PREGNANCY_ONLY)
    assert ids(fitted(rule, say("b", **PREGNANCY_ONLY), say("c"), facts=(YES,))) == ["b", "drug:vancomycin/x", "c"]


def test_nothing_is_barred_by_what_is_unknown() -> None:
    texts = ["Give benzylpenicillin 600 mg.", "Give methotrexate 15 mg once weekly.", "Give apixaban 5 mg."]
    draft = a_draft(*(say(str(n), text) for n, text in enumerate(texts)))
    unknown = [Fact(name, Known.UNKNOWN) for name in ("allergy", "pregnancy", "lactation", "egfr", "crcl", "dialysis")]
    assert fit(draft, a_case(*unknown), FORMULARY) == draft
