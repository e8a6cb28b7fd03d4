"""What each kind of question gets: a page, a reply, or both; never an amount in a reply."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_citation, a_document, a_formulary, a_query, a_statement, a_topic
from tests.holding import Holding, a_held

from curbside.compose.composer import ASKED, BESIDE, Extractive
from curbside.compose.from_passages import OUTLINE, claims_from
from curbside.compose.from_topics import arms_of, claims_of, outline_of
from curbside.compose.replies import notes_on, reply_to
from curbside.model.answer import Draft, Outline
from curbside.model.document import Document, Pmid
from curbside.model.evidence import Evidence
from curbside.model.passages import passages_of
from curbside.model.patient import Fact, Known, Patient
from curbside.model.question import Concept, Query, Question, QuestionType, Scope
from curbside.model.regimen import Amount, Dose, DoseStep
from curbside.model.topic import Topic
from curbside.text.analyse import analyse
from curbside.text.quantities import quantities

ASKING = frozenset(analyse("treatment dose"))
ORDER = Dose("aspirin", "oral", (DoseStep(Amount(Decimal(300), Decimal(300)), "mg"),), "adult", "a-guideline/p1")
TOPIC = a_topic(
    a_statement("tell", "Fever tells."),
    a_statement("bottom", "Cut early.", must_show=True, bottom_line=True, lead=True, requires=("care",)),
    a_statement("give", "Give aspirin 300 mg.", parent="bottom", bottom_line=True, order=ORDER, plain="Aspirin."),
    a_statement("care", "Watch the kidneys."),
    a_statement("drip", "Rituximab relieves weakness.", section="s-inf"),
    branches={"inf": "infectious", "imm": "immune"},
    discriminators={"inf": ("tell",)},
    names=("bad leg",),
)
PAPER = a_document(
    "Leeches healed a bad leg in 9 of 12 adults.", "pmid:5", citation=a_citation("Leeches", pmid=Pmid("5"))
)
NO_TOPIC: tuple[Topic, ...] = ()


NAME = Concept("bad leg", "condition", "bad leg", "a-topic")


def asked(text: str, **more: Any) -> Query:
    """`about`: the topic's name, when the question says it."""
    concepts = more.pop("concepts", ()) + ((NAME,) if more.pop("about", False) else ())
    return a_query(text, terms=tuple(dict.fromkeys(analyse(text))), concepts=concepts, **more)


def evidence_of(*documents: Document) -> tuple[Evidence, ...]:
    return tuple(Evidence(passages_of(d)[0], a_held(d), n, 1.0) for n, d in enumerate(documents, start=1))


def composed(query: Query, *topics: Topic, papers: tuple[Document, ...] = ()) -> Draft:
    return Extractive(Holding(*papers), ASKING, a_formulary()).compose(
        Question(query.text), query, evidence_of(*papers), topics
    )


BROAD = asked("treatment of a bad leg")
LEECHES = asked("leeches for a bad leg")


# -- a clinical question --------------------------------------------------------------------------


def test_nothing_found_is_an_empty_draft() -> None:
    assert composed(BROAD) == Draft(Question(BROAD.text), BROAD, BROAD.text.capitalize(), Scope.CLINICAL, "nobody")


def test_a_broad_question_gets_the_whole_topic() -> None:
    assert composed(BROAD, TOPIC) == Draft(
        Question(BROAD.text),
        BROAD,
        "A condition",
        Scope.CLINICAL,
        "topics",
        claims=claims_of(TOPIC, TOPIC.statements, None),
        outline=outline_of(TOPIC),
        arms=arms_of(TOPIC),
        topics=("a-topic",),
        jurisdiction=("US",),
        updated_on="2026-01-01",
    )


def test_passages_alone() -> None:
    claims = claims_from(evidence_of(PAPER), LEECHES, frozenset(LEECHES.terms), Holding(PAPER))
    assert [claim.text for claim in claims] == [PAPER.text]
    assert composed(LEECHES, papers=(PAPER,)) == Draft(
        Question(LEECHES.text),
        LEECHES,
        "Leeches for a bad leg",
        Scope.CLINICAL,
        "passages",
        claims=claims,
        outline=OUTLINE,
    )


def test_a_topic_with_passages_after_it() -> None:
    whole, both = composed(BROAD, TOPIC), composed(BROAD, TOPIC, papers=(PAPER,))
    quoted = claims_from(evidence_of(PAPER), BROAD, frozenset(BROAD.terms) - ASKING, Holding(PAPER))
    assert len(quoted) == 1
    assert both == replace(
        whole, composed_by="topics+passages", claims=(*whole.claims, *quoted), outline=(*whole.outline, *OUTLINE)
    )


def test_words_of_asking_need_not_be_quoted_unless_there_are_no_others() -> None:
    paper = a_document("The dose was too small for most adults.", "pmid:6")
    assert [claim.text for claim in composed(asked("dose"), papers=(paper,)).claims] == [paper.text]
    assert composed(asked("dose of leeches"), papers=(paper,)).claims == ()
    leeches = a_document("Leeches helped most adults that year.", "pmid:7")
    assert [claim.text for claim in composed(asked("dose of leeches"), papers=(leeches,)).claims] == [leeches.text]


def test_only_the_first_topic_answers() -> None:
    assert composed(BROAD, TOPIC, replace(TOPIC, slug="another")) == composed(BROAD, TOPIC)


def test_another_topic_the_question_names_is_pointed_out() -> None:
    named = replace(BROAD, concepts=(*BROAD.concepts, Concept("another", "condition", "another", "another")))
    both, alone = composed(named, TOPIC, replace(TOPIC, slug="another")), composed(named, TOPIC)
    assert both == replace(alone, notes=("The question also touches “A condition”: topic “another”.",))


def test_a_narrow_question_is_answered_first_and_what_must_not_be_missed_follows() -> None:
    query = asked("rituximab for a bad leg", about=True)
    draft = composed(query, TOPIC)
    assert [(c.id, c.section, c.branch) for c in draft.claims] == [
        ("a-topic/drip", ASKED, None),
        ("a-topic/bottom", "s-1", None),
        ("a-topic/care", "s-1", None),
        ("a-topic/give", "s-1", None),
    ]
    assert {(c.lead, c.bottom_line, c.discriminator) for c in draft.claims} == {(False, False, False)}
    assert draft.outline == (Outline(ASKED, "What you asked"), *outline_of(TOPIC))
    assert (draft.arms, draft.composed_by, draft.topics) == ((), "topics", ("a-topic",))
    assert draft.notes == (
        "Shown: what answers the question and what must not be missed. The whole page: topic “a-topic”.",
    )


def test_sources_held_here_are_looked_up_on_every_page() -> None:
    source = a_document("Rest helps.", "pmid:100")
    for query in (BROAD, asked("rituximab for a bad leg", about=True), UNKNOWN):
        claims = composed(query, TOPIC, papers=(source,)).claims
        curated = [claim for claim in claims if claim.id.startswith("a-topic/")]
        assert curated != []
        assert {cite.passage for claim in curated for cite in claim.cites} == {passages_of(source)[0]}


# -- notes ----------------------------------------------------------------------------------------

SPELLING = "“lag” was read as “leg”."
ADULT = "No age was given: doses are for adults."
CHILD = "The patient is a child: what the sources say of adults only is left out. Ask a paediatric specialist."
THIN = "This topic is thin: few of its sources could be opened."
EIGHT = Patient((Fact("age", Known.VALUE, "8", "year"),))
NOTES: list[tuple[str, dict[str, Any], dict[str, Any], tuple[str, ...]]] = [
    # why, of the query, of the topic, notes
    ("nothing to say", {}, {}, ()),
    ("spelling", {"corrections": (("lag", "leg"),)}, {}, (SPELLING,)),
    ("an adult is assumed", {"patient": Patient(assumed=("adult",))}, {}, (ADULT,)),
    ("a child", {"patient": EIGHT}, {}, (CHILD,)),
    ("a thin topic", {}, {"thin": True}, (THIN,)),
    ("in this order", {"corrections": (("lag", "leg"),), "patient": replace(EIGHT, assumed=("adult",))}, {"thin": True},
     (SPELLING, ADULT, CHILD, THIN)),
]  # fmt: skip


@pytest.mark.parametrize(("why", "of_query", "of_topic", "notes"), NOTES, ids=[row[0] for row in NOTES])
def test_notes(why: str, of_query: dict[str, Any], of_topic: dict[str, Any], notes: tuple[str, ...]) -> None:
    assert composed(replace(BROAD, **of_query), replace(TOPIC, **of_topic)).notes == notes


def test_a_child_for_whom_nothing_is_left_out_is_told_nothing_of_it() -> None:
    topic = a_topic(a_statement("one"))
    assert composed(replace(BROAD, patient=EIGHT), topic).notes == ()


def test_a_child_gets_no_adult_order() -> None:
    draft = composed(replace(BROAD, patient=EIGHT), TOPIC)
    assert [claim.id for claim in draft.claims] == ["a-topic/tell", "a-topic/bottom", "a-topic/care", "a-topic/drip"]
    assert [claim.order for claim in draft.claims] == [None] * 4


def test_notes_on_spelling_keep_the_order_of_the_question() -> None:
    query = a_query(corrections=(("lag", "leg"), ("asprin", "aspirin")))
    assert notes_on(Question("x"), query) == (SPELLING, "“asprin” was read as “aspirin”.")
    assert notes_on(Question("x"), a_query()) == ()


# -- titles ---------------------------------------------------------------------------------------

TITLED = replace(TOPIC, title_for=(("sex=female", "In a woman"), ("pregnancy=yes", "Never"), ("sex=male", "In a man")))
DRUG, ILLNESS = Concept("aspirin", "drug", "Aspro"), Concept("gout", "condition", "gout")


def sexed(sex: str) -> Patient:
    return Patient((Fact("sex", Known.VALUE, sex),))


TITLES: list[tuple[str, Query, tuple[Topic, ...], str]] = [
    ("the topic's", BROAD, (TOPIC,), "A condition"),
    ("the topic's for a woman", replace(BROAD, patient=sexed("female")), (TITLED,), "In a woman"),
    ("the topic's for a man", replace(BROAD, patient=sexed("male")), (TITLED,), "In a man"),
    ("the topic's for nobody known", BROAD, (TITLED,), "A condition"),
    ("names and what is asked", asked("Aspro in gout?", concepts=(DRUG, ILLNESS), types=(QuestionType.DOSE,)), NO_TOPIC,
     "Aspirin, gout: dose"),
    ("the question, when it names nothing", asked("what helps?"), NO_TOPIC, "What helps?"),
    ("at most so long", asked("é" * 300), NO_TOPIC, "É" + "é" * 199),
    ("the topic's, not its names", asked("Aspro", concepts=(DRUG,)), (TOPIC,), "A condition"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "query", "topics", "title"), TITLES, ids=[row[0] for row in TITLES])
def test_titles_follow_a_rule(why: str, query: Query, topics: tuple[Topic, ...], title: str) -> None:
    assert composed(query, *topics).title == title


# -- replies --------------------------------------------------------------------------------------

REPLIED = [
    Scope.HARMFUL,
    Scope.EMERGENCY,
    Scope.VETERINARY,
    Scope.FULL_TEXT_REQUEST,
    Scope.OFF_TOPIC,
    Scope.UNCLEAR,
    Scope.PERSONAL,
]
BEGINNINGS = {
    Scope.HARMFUL: "Curbside does not answer questions about harming a person.",
    Scope.EMERGENCY: "This sounds like an emergency. Call the emergency number now",
    Scope.VETERINARY: "Curbside is for human medicine only",
    Scope.FULL_TEXT_REQUEST: "Curbside does not reproduce whole guidelines",
    Scope.OFF_TOPIC: "Curbside answers clinical questions only.",
    Scope.UNCLEAR: "That is too little to go on.",
    Scope.PERSONAL: "Curbside cannot examine anyone and does not advise one person about their own care.",
}


@pytest.mark.parametrize("scope", REPLIED)
def test_a_reply_stands_alone_and_holds_no_amount(scope: Scope) -> None:
    query = replace(LEECHES, scope=scope, corrections=(("lag", "leg"),))
    draft = composed(query, TOPIC, papers=(PAPER,))
    assert draft == Draft(
        Question(query.text),
        query,
        "A condition",
        scope,
        "nobody",
        reply=reply_to(query),
        notes=(SPELLING,),
    )
    reply = draft.reply or ""
    assert reply.startswith(BEGINNINGS[scope])
    assert [q for q in quantities(reply) if q.kind != "number"] == []


def test_every_scope_has_a_reply_but_those_that_are_answered_by_what_is_found() -> None:
    without = {scope for scope in Scope if reply_to(a_query(scope=scope, unknown=("x",))) is None}
    assert without == {Scope.CLINICAL, Scope.NOT_HELD}


def test_a_scope_without_reply_that_is_not_clinical_gets_an_empty_draft() -> None:
    query = replace(LEECHES, scope=Scope.NOT_HELD)
    assert composed(query, TOPIC, papers=(PAPER,)) == Draft(
        Question(query.text), query, "A condition", Scope.NOT_HELD, "nobody"
    )


# -- an unknown name ------------------------------------------------------------------------------

UNKNOWN = replace(
    asked("zorvamycin dose for a bad leg", about=True), scope=Scope.UNKNOWN_ENTITY, unknown=("zorvamycin",)
)


@pytest.mark.parametrize(
    ("names", "said"),
    [(("zorvamycin",), "“zorvamycin”"), (("zorvamycin", "quellamab"), "“zorvamycin” and “quellamab”")],
)
def test_the_reply_to_an_unknown_name_says_which(names: tuple[str, ...], said: str) -> None:
    assert reply_to(replace(UNKNOWN, unknown=names)) == (
        f"No source held here knows {said}. Curbside does not guess at names, and never reads one drug for another: "
        "please check the spelling, or ask by the generic name."
    )


def test_beside_an_unknown_name_stand_the_bottom_lines_in_no_section() -> None:
    draft = composed(UNKNOWN, TOPIC, papers=(PAPER,))
    assert (draft.scope, draft.reply, draft.outline, draft.arms) == (
        Scope.UNKNOWN_ENTITY,
        reply_to(UNKNOWN),
        (),
        (),
    )
    assert (draft.composed_by, draft.topics) == ("topics", ("a-topic",))
    bottom, give, care = (TOPIC.statement(id) for id in ("bottom", "give", "care"))
    assert draft.claims == tuple(
        replace(claim, section=BESIDE, bottom_line=False, discriminator=False, branch=None, parent=None)
        for claim in claims_of(TOPIC, (bottom, give, care), None)
    )


def test_an_unknown_name_is_never_taken_for_a_drug() -> None:
    draft = composed(UNKNOWN, TOPIC, papers=(PAPER,))
    told = " ".join([draft.title, *(claim.text for claim in draft.claims), *map(str, (c.order for c in draft.claims))])
    assert "zorvamycin" not in told.lower()
    assert UNKNOWN.drugs == ()


def test_an_unknown_name_without_topic_gets_the_reply_alone() -> None:
    draft = composed(UNKNOWN, papers=(PAPER,))
    assert (draft.claims, draft.composed_by, draft.topics, draft.reply) == ((), "nobody", (), reply_to(UNKNOWN))
    bare = composed(UNKNOWN, a_topic(a_statement("one")))
    assert (bare.claims, bare.composed_by, bare.topics) == ((), "nobody", ())


def test_beside_an_unknown_name_a_child_gets_no_adult_order_either() -> None:
    draft = composed(replace(UNKNOWN, patient=EIGHT), TOPIC)
    assert [(claim.id, claim.order) for claim in draft.claims] == [("a-topic/bottom", None), ("a-topic/care", None)]
