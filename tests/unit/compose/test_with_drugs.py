"""Rules of the drugs in play: those that concern the patient first, those asked about, those nothing else answers."""

from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_cite, a_claim, a_formulary, a_query, a_source, a_statement

from curbside.compose.from_drugs import HEADING, SECTION, as_topic
from curbside.compose.with_drugs import FOR_PATIENT, FOR_PATIENT_HEADING, MANY, MOST, with_rules
from curbside.model.answer import Claim, Draft, Outline
from curbside.model.condition import Condition, Criterion
from curbside.model.drug import Drug, Effect, Rule
from curbside.model.patient import MEASURED, Fact, Known, Patient
from curbside.model.question import Concept, Query, Question, QuestionType, Scope
from curbside.model.regimen import Amount, Dose, DoseStep
from curbside.text.analyse import analyse


def only(name: str, *names: str, wanted: Known = Known.YES) -> Condition:
    return Condition(((Criterion(name, "is", names=names, wanted=wanted),),))


PREGNANT, FEMALE, WITH_STATIN = only("pregnancy"), only("sex", "female"), only("given", "simvastatin")
FAILING = Condition(((Criterion("egfr", "<", Decimal(30)),),))
ADDRESSED = ("kidney", "liver", "pregnancy", "interactions")


def a_rule(id: str, about: str, effect: Effect = Effect.CAUTION, when: Condition | None = None, **more: Any) -> Rule:
    addresses = (about,) if about in ADDRESSED else ()
    text = more.pop("text", f"Rule {id}.")
    return Rule(a_statement(id, text, SECTION, when=when, addresses=addresses), about, effect)


def a_drug(name: str, *rules: Rule, **more: Any) -> Drug:
    return Drug(name, (), ("oral",), rules=rules, sources=(a_source(),), **more)


CLARITHROMYCIN = a_drug(
    "clarithromycin",
    a_rule("c-kidney", "kidney", Effect.ADJUST, FAILING),
    a_rule("c-statin", "interactions", Effect.CONTRAINDICATED, WITH_STATIN),
    a_rule("c-liver", "liver"),
    a_rule("c-maximum", "maximum"),
    a_rule("c-women", "pregnancy", Effect.MONITOR, FEMALE),
    a_rule("c-pregnancy", "pregnancy", Effect.AVOID, PREGNANT),
)
GENTAMICIN = a_drug(
    "gentamicin", a_rule("g-kidney", "kidney", Effect.AVOID, FAILING), a_rule("g-levels", "monitoring"), high_alert=True
)
FORMULARY = a_formulary(CLARITHROMYCIN, GENTAMICIN)


def value(name: str, told: str) -> Fact:
    return Fact(name, Known.VALUE, told, MEASURED[name].unit if name in MEASURED else None)


def ordering(drug: str, **more: Any) -> Claim:
    five = Amount(Decimal(500), Decimal(500))
    order = Dose(drug, "oral", (DoseStep(five, "mg", interval="daily"),), "adult", "a-guideline/p1")
    return a_claim(f"Give {drug}.", a_cite("A line."), id=f"t/{drug}", order=order, **more)


def a_draft(
    *claims: Claim, text: str = "", drugs: tuple[str, ...] = (), facts: tuple[Fact, ...] = (), **more: Any
) -> Draft:
    concepts = tuple(Concept(name, "drug", name) for name in drugs)
    types = (more.pop("type", QuestionType.GENERAL),)
    query: Query = a_query(
        text or "?", terms=tuple(analyse(text)), concepts=concepts, patient=Patient(facts), types=types
    )
    defaults: dict[str, Any] = {
        "claims": claims,
        "topics": ("a-topic",) if claims else (),
        "composed_by": "topics" if claims else "nobody",
    }
    return Draft(Question(text or "?"), query, "T", more.pop("scope", Scope.CLINICAL), **{**defaults, **more})


def sections(draft: Draft) -> dict[str, list[str]]:
    """Ids of the rules shown, by section; claims of the topic are left out."""
    found: dict[str, list[str]] = {}
    for claim in with_rules(draft, FORMULARY, None).claims:
        if claim.id.startswith("drug:"):
            found.setdefault(claim.section, []).append(claim.id.partition("/")[2])
    return found


ORDER = ordering("clarithromycin")
KIDNEYS, OPEN_KIDNEYS = (value("egfr", "20"),), (value("egfr", "90"),)
#   why, the draft, rules by section
CASES: list[tuple[str, Draft, dict[str, list[str]]]] = [
    ("no drug in play", a_draft(text="what now?"), {}),
    ("a drug without a file", a_draft(drugs=("ofloxacin",)), {}),
    ("a rule that holds, of a drug asked about", a_draft(drugs=("gentamicin",), facts=KIDNEYS), {FOR_PATIENT: ["g-kidney"]}),
    ("of a drug taken", a_draft(facts=(*KIDNEYS, value("taking", "gentamicin"))), {FOR_PATIENT: ["g-kidney"]}),
    ("not of a drug the patient does not take", a_draft(facts=(*KIDNEYS, Fact("taking", Known.NO, "gentamicin"))), {}),
    ("of a drug ordered", a_draft(ordering("gentamicin"), facts=KIDNEYS), {FOR_PATIENT: ["g-kidney"]}),
    ("would hold by the other estimate", a_draft(drugs=("gentamicin",), facts=(value("crcl", "20"),)), {FOR_PATIENT: ["g-kidney"]}),
    ("a rule that does not hold is not shown", a_draft(drugs=("gentamicin",), facts=OPEN_KIDNEYS), {}),
    ("a clash with a drug taken", a_draft(drugs=("clarithromycin",), text="clarithromycin dose", type=QuestionType.DOSE, facts=(value("taking", "simvastatin"),)),
     {FOR_PATIENT: ["c-statin"], SECTION: ["c-maximum", "c-pregnancy"]}),
    ("what is asked of a drug", a_draft(drugs=("gentamicin",), text="gentamicin levels"), {SECTION: ["g-levels"]}),
    ("unknown is never no: it is told", a_draft(drugs=("gentamicin",), text="gentamicin in CKD"), {SECTION: ["g-kidney"]}),
    ("asked for a dose that nobody gives: what forbids and limits", a_draft(drugs=("clarithromycin",), text="clarithromycin", type=QuestionType.DOSE),
     {SECTION: ["c-statin", "c-maximum", "c-pregnancy"]}),
    ("asked for a dose and a topic answers",
     a_draft(ordering("ofloxacin"), drugs=("clarithromycin",), text="clarithromycin", type=QuestionType.DOSE), {}),
    ("asked for nothing of the kind", a_draft(drugs=("clarithromycin",), text="clarithromycin"), {}),
    ("what nothing else answers, of drugs ordered", a_draft(ORDER),
     {SECTION: ["c-kidney", "c-statin", "c-liver", "c-pregnancy", "c-women"]}),
    ("what a claim answers is not said again", a_draft(ordering("clarithromycin", addresses=("kidney", "pregnancy"))),
     {SECTION: ["c-statin", "c-liver"]}),
    ("high-alert drugs first", a_draft(ORDER, ordering("gentamicin", addresses=("liver", "pregnancy", "interactions"))),
     {SECTION: ["g-kidney", "c-kidney"]}),
    ("every woman is nothing of her own", a_draft(ordering("clarithromycin", addresses=("kidney", "liver", "interactions")), facts=(value("sex", "female"),)),
     {SECTION: ["c-pregnancy", "c-women"]}),
    ("and a man is left alone", a_draft(ordering("clarithromycin", addresses=("kidney", "liver", "interactions")), facts=(value("sex", "male"),)), {}),
    ("nothing where no answer is given", a_draft(drugs=("gentamicin",), facts=KIDNEYS, scope=Scope.HARMFUL), {}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "draft", "expected"), CASES, ids=[row[0] for row in CASES])
def test_rules_of_the_drugs_in_play(why: str, draft: Draft, expected: dict[str, list[str]]) -> None:
    assert sections(draft) == expected


def test_a_rule_is_a_claim_with_its_source_condition_and_words() -> None:
    found = with_rules(a_draft(drugs=("gentamicin",), facts=KIDNEYS), FORMULARY, None).claims[0]
    told = (found.id, found.text, found.section, found.when, found.addresses, [c.reference for c in found.cites])
    assert told == ("drug:gentamicin/g-kidney", "Rule g-kidney.", FOR_PATIENT, FAILING, ("kidney",), ["a-guideline"])


def test_rules_for_the_patient_come_first_and_the_others_last() -> None:
    draft = a_draft(ORDER, ordering("gentamicin"), facts=KIDNEYS, outline=(Outline("s-1", "One"),))
    found = with_rules(draft, FORMULARY, None)
    assert found.outline == (
        Outline(FOR_PATIENT, FOR_PATIENT_HEADING),
        Outline("s-1", "One"),
        Outline(SECTION, HEADING),
    )
    places = [claim.section for claim in found.claims]
    assert places == sorted(places, key=[FOR_PATIENT, "s-1", SECTION].index)
    assert [claim for claim in found.claims if claim.section == "s-1"] == [ORDER, ordering("gentamicin")]


COMPOSED = [("nobody", "topics"), ("passages", "topics+passages"), ("topics", "topics"), ("topics+passages",) * 2]


@pytest.mark.parametrize(("before", "after"), COMPOSED)
def test_a_page_says_what_it_is_made_of(before: str, after: str) -> None:
    with_some = a_draft(drugs=("gentamicin",), facts=KIDNEYS, composed_by=before)
    with_none = a_draft(composed_by=before)
    assert with_rules(with_some, FORMULARY, None).composed_by == after
    assert with_rules(with_none, FORMULARY, None) == with_none


def test_the_gravest_rules_are_shown_of_many() -> None:
    effects = [Effect.COMPATIBLE, Effect.CAUTION, Effect.CONTRAINDICATED, Effect.MONITOR, Effect.ADJUST]
    many = a_drug("gentamicin", *(a_rule(effect.value, "liver", effect) for effect in effects))
    found = with_rules(a_draft(ordering("gentamicin")), a_formulary(many), None).claims[1:]
    assert [claim.id for claim in found] == [f"drug:gentamicin/{e}" for e in ("contraindicated", "adjust", "caution")]
    assert len(found) == MOST


def test_rules_asked_about_are_limited() -> None:
    many = a_drug("gentamicin", *(a_rule(f"r-{n}", "liver") for n in range(MANY + 5)))
    found = with_rules(a_draft(drugs=("gentamicin",), text="gentamicin in cirrhosis"), a_formulary(many), None)
    assert len(found.claims) == MANY


def test_one_sentence_of_two_drugs_is_said_once() -> None:
    same = [a_drug(name, a_rule(f"{name}-liver", "liver", text="Tests come first.")) for name in ("one", "two")]
    found = with_rules(a_draft(drugs=("one", "two"), text="liver"), a_formulary(*same), None)
    assert [claim.text for claim in found.claims] == ["Tests come first."]


def test_a_drug_is_a_page_of_one_section() -> None:
    topic = as_topic(GENTAMICIN)
    assert (topic.slug, [s.heading for s in topic.sections]) == ("drug:gentamicin", [HEADING])
    assert topic.statements == tuple(rule.statement for rule in GENTAMICIN.rules)
    assert topic.sources == GENTAMICIN.sources
