"""Which hits become evidence, and in what order."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from tests.build import a_citation, a_document, a_query
from tests.holding import Holding, a_held

from curbside.index.memory import MemoryIndex
from curbside.model.document import Document, Extent, Fidelity, Kind, Pmid, Role, Section, Span, Standing
from curbside.model.evidence import Evidence, Hit
from curbside.model.passages import passages_of
from curbside.model.question import Concept, Query, QuestionType
from curbside.retrieve import select as module
from curbside.retrieve.select import ASKING, PER_DOCUMENT, READ, RELATING, Fit, Wanted, select
from curbside.text.analyse import analyse

Weight = Callable[[str], float]
COLCHICINE = Concept("colchicine", "drug", "colchicine", also=("colchicine",))
ATTACK = Concept("myocardial infarction", "condition", "heart attack", also=("myocardial infarction", "heart attack"))


def one(_term: str) -> float:
    """Every word is as telling as the next."""
    return 1.0


def weighing(weights: Mapping[str, float]) -> Weight:
    """Weights by word; 1 for the rest."""
    stems = {analyse(word)[0]: value for word, value in weights.items()}
    return lambda term: stems.get(term, 1.0)


def asked(text: str, **more: Any) -> Query:
    """A query for the words of a text; `means` gives (word, what means the same)."""
    means = tuple((analyse(word)[0], analyse(other)) for word, other in more.pop("means", ()))
    return a_query(text, terms=tuple(dict.fromkeys(analyse(text))), synonyms=means, **more)


def a_paper(title: str, text: str, id: str = "pmid:1", role: Role = Role.RESULTS, **more: Any) -> Document:
    """Headless by default: the words are those of the title and the text."""
    cited = {key: more.pop(key) for key in ("kind", "standing") if key in more}
    citation = a_citation(title, pmid=Pmid(id.split(":")[1]), **cited)
    sections = (Section(more.pop("heading", ""), role, Span(0, len(text))),)
    return a_document(text, id, sections=sections, citation=citation, **more)


def hits_on(*documents: Document, scores: Mapping[str, float] | None = None) -> tuple[Hit, ...]:
    """A hit on every passage, in the order given; all score 1 unless said otherwise."""
    passages = [passage for document in documents for passage in passages_of(document)]
    return tuple(Hit(p.id, rank, (scores or {}).get(p.document_id, 1.0)) for rank, p in enumerate(passages, start=1))


def found(
    query: Query, *documents: Document, weight: Weight = one, scores: Mapping[str, float] | None = None
) -> list[str]:
    """Ids of the documents whose passages became evidence, best first."""
    held = Holding(*documents)
    return [e.held.id for e in select(hits_on(*documents, scores=scores), held, query, weight)]


PERICARDITIS = asked("does colchicine prevent recurrent pericarditis")
TITLE = "Colchicine to prevent recurrent pericarditis"
RESULT = "Colchicine did prevent recurrent pericarditis."


def test_evidence_is_a_whole_value() -> None:
    paper = a_paper(TITLE, RESULT)
    passage = passages_of(paper)[0]
    score = 2.0 * 1.0 * (1 + 1.0) * 1.0 * 1.05
    assert select((Hit(passage.id, 7, 2.0),), Holding(paper), PERICARDITIS, one) == (
        Evidence(passage, a_held(paper), 1, score, 1.0),
    )


# -- what may not be cited ------------------------------------------------------------------------


@pytest.mark.parametrize("standing", list(Standing))
def test_a_retracted_document_never_becomes_evidence(standing: Standing) -> None:
    expected = [] if standing is Standing.RETRACTED else ["pmid:1"]
    assert found(PERICARDITIS, a_paper(TITLE, RESULT, standing=standing)) == expected


def test_a_document_removed_after_the_search_is_passed_over() -> None:
    gone, here = a_paper(TITLE, RESULT), a_paper(TITLE, RESULT, "pmid:2")
    held = Holding(gone, here)
    held.remove("pmid:1")
    assert [e.held.id for e in select(hits_on(gone, here), held, PERICARDITIS, one)] == ["pmid:2"]


def test_a_passage_of_an_older_version_is_passed_over() -> None:
    """An index that lags behind finds words that the source has taken back."""
    before, now = a_paper(TITLE, RESULT), a_paper(TITLE, "Colchicine did not prevent recurrent pericarditis.")
    held = Holding(before, now)
    assert select(hits_on(before), held, PERICARDITIS, one) == ()
    assert [e.passage.text for e in select(hits_on(before, now), held, PERICARDITIS, one)] == [now.text]


def test_no_terms_find_nothing() -> None:
    assert found(a_query("?"), a_paper(TITLE, RESULT)) == []
    assert select((), Holding(), PERICARDITIS, one) == ()


def test_terms_without_weight_find_nothing() -> None:
    assert found(PERICARDITIS, a_paper(TITLE, RESULT), weight=lambda term: 0.0) == []


def test_no_more_hits_are_opened_than_are_read() -> None:
    papers = [a_paper(TITLE, RESULT, f"pmid:{n}") for n in range(1, READ + 3)]
    assert len(found(PERICARDITIS, *papers)) == READ
    hits = tuple(reversed(hits_on(*papers)))
    taken = {e.held.id for e in select(hits, Holding(*papers), PERICARDITIS, one)}
    assert taken == {f"pmid:{n}" for n in range(1, READ + 1)}


# -- coverage -------------------------------------------------------------------------------------

HEAVY = {"colchicine": 2.0, "prevent": 1.0, "recurrent": 1.0, "pericarditis": 2.0}
COVER = [
    # why, title, text, weights, found
    ("all of it", TITLE, RESULT, HEAVY, True),
    ("title and text together", "Colchicine and recurrent pericarditis", "We prevent what we can.", HEAVY, True),
    ("another drug", "Aspirin to prevent recurrent pericarditis", "Aspirin did prevent recurrent pericarditis.",
     HEAVY, False),
    ("another condition", "Colchicine to prevent recurrent gout", "Colchicine did prevent recurrent gout.", HEAVY, False),
    ("no word of it", "Insulin", "Insulin lowers glucose.", HEAVY, False),
    ("a light word is missing in passage and document", "Colchicine in recurrent pericarditis", "Colchicine helped.",
     {**HEAVY, "prevent": 0.2}, True),
    ("a word that must stand somewhere in the document", "Colchicine in recurrent pericarditis", "Colchicine helped.",
     {**HEAVY, "prevent": 0.5}, False),
    ("a word nobody holds weighs most", "Colchicine in recurrent pericarditis", "Colchicine helped.",
     {**HEAVY, "prevent": 9.0}, False),
]  # fmt: skip


@pytest.mark.parametrize(("why", "title", "text", "weights", "expected"), COVER, ids=[row[0] for row in COVER])
def test_coverage(why: str, title: str, text: str, weights: dict[str, float], expected: bool) -> None:
    assert found(PERICARDITIS, a_paper(title, text), weight=weighing(weights)) == (["pmid:1"] if expected else [])


def test_the_thresholds_cut_where_they_say() -> None:
    """Just above each one is found, just below is not."""
    paper = a_paper("Colchicine and pericarditis", "Colchicine helped.")
    filler = "Recurrent cases stay rare. " * 50
    whole = a_paper("Colchicine and pericarditis", f"Colchicine helped.\n\n{filler}")
    query = asked("colchicine prevent recurrent pericarditis")
    hits = hits_on(paper)
    for light, expected in ((2 / module.COVERED - 2 - 0.01, 1), (2 / module.COVERED - 2 + 0.01, 0)):
        weight = weighing({"recurrent": light, "prevent": 0.0})
        assert len(select(hits_on(whole)[:1], Holding(whole), query, weight)) == expected
    for light, expected in ((2 / module.WHOLE - 2 - 0.01, 1), (2 / module.WHOLE - 2 + 0.01, 0)):
        assert len(select(hits, Holding(paper), query, weighing({"recurrent": light, "prevent": 0.0}))) == expected


def test_another_passage_of_the_document_may_say_the_rest() -> None:
    first = "Colchicine was compared with placebo in pericarditis. " * 20
    rest = "Attacks that were recurrent did not prevent going home. " * 20
    paper = a_paper("Colchicine in pericarditis", f"{first}\n\n{rest}")
    lone = a_paper("Colchicine in pericarditis", first, "pmid:2")
    weight = weighing({"recurrent": 0.3, "prevent": 0.3})
    assert set(found(PERICARDITIS, paper, lone, weight=weight)) == {"pmid:1"}


# -- what the title must say ----------------------------------------------------------------------


TITLES = [
    # why, question, concepts, title, weights, found
    ("one thing, named", "causes of pericarditis", (), "Pericarditis and its causes", {"pericarditis": 3.0}, True),
    ("one thing, not named", "causes of pericarditis", (), "Causes of chest pain", {"pericarditis": 3.0}, False),
    ("two set against each other", "effect of tea causing pericarditis", (), "Tea and more", {"pericarditis": 1.1}, True),
    ("the title says too little", "effect of tea causing pericarditis", (), "More of chest pain", {}, False),
    ("a drug asked about heads it", "colchicine causes pain", (COLCHICINE,), "Colchicine", {"pain": 1.2}, True),
    ("the drug asked about does not", "colchicine causes pain", (COLCHICINE,), "Causes of pain", {"pain": 1.2}, False),
]  # fmt: skip


@pytest.mark.parametrize("row", TITLES, ids=[row[0] for row in TITLES])
def test_the_title_says_what_it_is_about(
    row: tuple[str, str, tuple[Concept, ...], str, dict[str, float], bool],
) -> None:
    _, text, concepts, title, weights, expected = row
    paper = a_paper(title, f"{text} indeed.")
    found_now = found(asked(text, concepts=concepts), paper, weight=weighing(weights))
    assert found_now == (["pmid:1"] if expected else [])


def test_about_is_a_share_of_the_weight_in_the_title() -> None:
    query = asked("effect of tea causing pericarditis")
    paper = a_paper("Tea", "Tea causing pericarditis.")
    least = module.ABOUT * 2 / (1 - module.ABOUT)
    assert found(query, paper, weight=weighing({"tea": least + 0.01})) == ["pmid:1"]
    assert found(query, paper, weight=weighing({"tea": least - 0.01})) == []


MANY_WORDS = "ginger tea lemon honey clove"


@pytest.mark.parametrize(
    ("text", "each", "expected"),
    [
        (MANY_WORDS, module.SPECIFIC / module.MANY, ["pmid:1"]),
        (MANY_WORDS, module.SPECIFIC / module.MANY - 0.01, []),
        ("ginger tea lemon honey", module.SPECIFIC, []),
    ],
)
def test_many_telling_words_that_agree_need_no_title(text: str, each: float, expected: list[str]) -> None:
    assert found(asked(text), a_paper("A study", f"It was {text}."), weight=lambda term: each) == expected


def test_equally_telling_words_are_told_apart_by_the_alphabet() -> None:
    query = asked("zinc causes acne")
    assert found(query, a_paper("Zinc", "Zinc causes acne.")) == ["pmid:1"]
    assert found(query, a_paper("Acne", "Zinc causes acne.")) == []


# -- names ----------------------------------------------------------------------------------------

NAMES = [
    # why, title, text, found
    ("the phrase itself", "Aspirin after heart attack", "Aspirin after heart attack.", True),
    ("its other name", "Aspirin after myocardial infarction", "Aspirin: heart attack is the lay word.", True),
    ("its words apart", "Aspirin in rheumatic heart disease", "An attack in rheumatic heart disease; aspirin.", False),
    ("its words turned", "Aspirin, the attack and the heart", "Attack of aspirin.", False),
    ("the end of the title and the start of the text", "Attack by aspirin and the heart", "Attack.", False),
]  # fmt: skip


@pytest.mark.parametrize(("why", "title", "text", "expected"), NAMES, ids=[row[0] for row in NAMES])
def test_a_name_is_a_phrase(why: str, title: str, text: str, expected: bool) -> None:
    query = asked("aspirin after heart attack", concepts=(ATTACK,))
    assert found(query, a_paper(title, text)) == (["pmid:1"] if expected else [])


def test_a_name_does_not_run_from_the_heading_into_the_text() -> None:
    query = asked("effect of aspirin after heart attack", concepts=(ATTACK,))
    running = a_paper("Aspirin after an attack", "Attack after aspirin.", heading="The heart")
    assert found(query, running) == []
    assert found(query, a_paper("Aspirin after an attack", "Heart attack after aspirin.")) == ["pmid:1"]


def test_a_name_of_small_words_only_names_nothing() -> None:
    """ "AS" may be a disease, and is no word to the analyser: it must not count as found everywhere."""
    short = Concept("ankylosing spondylitis", "condition", "AS", also=("ankylosing spondylitis", "AS"))
    query = asked("colchicine for pericarditis", concepts=(short,))
    assert found(query, a_paper(TITLE, RESULT)) == []
    alone = Concept("as", "condition", "AS", also=("AS",))
    assert found(asked("colchicine for pericarditis", concepts=(alone,)), a_paper(TITLE, RESULT)) == ["pmid:1"]


def test_of_many_telling_words_one_name_of_two_may_be_missing() -> None:
    tea = Concept("green tea", "drug", "green tea", also=("green tea",))
    ginger = Concept("ginger", "drug", "ginger", also=("ginger",))
    text = "ginger green tea lemon honey clove"
    paper = a_paper("Ginger", "Ginger, tea of green lemon, honey, clove.")
    heavy, light = module.SPECIFIC, 0.1
    query = asked(text, concepts=(ginger, tea))
    assert found(query, paper, weight=lambda term: heavy) == ["pmid:1"]
    assert found(query, paper, weight=lambda term: light) == []
    both_missing = replace(query, concepts=(tea, ATTACK))
    assert found(both_missing, paper, weight=lambda term: heavy) == []


# -- synonyms -------------------------------------------------------------------------------------

MEANS = [
    # why, question, what means the same, title, text, found
    ("short asked, long held", "IMNM and fever", (("IMNM", "immune necrotizing myopathy"),),
     "Immune-mediated necrotizing myopathy", "Fever in necrotizing myopathy.", True),
    ("long asked, short held", "necrotizing and fever", (("necrotizing", "IMNM"),), "IMNM", "Fever in IMNM.", True),
    ("part of the long form", "IMNM and fever", (("IMNM", "immune necrotizing myopathy"),),
     "Necrotizing fasciitis", "Fever in necrotizing fasciitis.", False),
    ("another word's synonym", "IMNM and fever", (("fever", "immune necrotizing myopathy"),),
     "Immune necrotizing myopathy", "Fever in necrotizing myopathy.", False),
]  # fmt: skip


@pytest.mark.parametrize("row", MEANS, ids=[row[0] for row in MEANS])
def test_synonyms_cover_both_ways(row: tuple[str, str, tuple[tuple[str, str], ...], str, str, bool]) -> None:
    _, text, means, title, held, expected = row
    assert found(asked(text, means=means), a_paper(title, held)) == (["pmid:1"] if expected else [])


# -- words of asking ------------------------------------------------------------------------------


def test_words_of_asking_are_not_wanted() -> None:
    query = asked("best treatment guideline for pericarditis")
    assert Wanted.of(query, one).terms == {analyse("pericarditis")[0]: 1.0}


def test_a_question_of_nothing_but_asking_wants_its_own_words() -> None:
    query = asked("best treatment")
    assert Wanted.of(query, one).terms == dict.fromkeys(analyse("best treatment"), 1.0)


def test_the_word_lists_hold_terms_as_they_are_analysed() -> None:
    assert {analyse("treatment")[0], analyse("doses")[0]} <= ASKING
    assert {analyse("compared")[0], analyse("preventing")[0]} <= RELATING


def test_fit_says_how_exact_the_title_is() -> None:
    wanted = Wanted.of(asked("pericarditis"), one)

    def fit(title: str) -> Fit | None:
        paper = a_paper(title, "Pericarditis.")
        return wanted.fit(passages_of(paper)[0], a_held(paper))

    assert fit("Pericarditis") == Fit(1.0, 1.0, 1.0)
    assert fit("Treatment of pericarditis") == Fit(1.0, 1.0, 1.0)
    assert fit("Chronic pericarditis") == Fit(1.0, 1.0, 10 / 11)
    longest = fit("Chronic constrictive effusive relapsing uraemic tuberculous pericarditis")
    assert longest == Fit(1.0, 1.0, 10 / 16)
    assert fit("Chronic constrictive effusive relapsing uraemic tuberculous viral pericarditis") == longest


# -- order ----------------------------------------------------------------------------------------

ORDERS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    # why, the better one, the worse one
    ("a guideline before a consensus", {"kind": Kind.GUIDELINE}, {"kind": Kind.CONSENSUS}),
    ("a consensus before a review", {"kind": Kind.CONSENSUS}, {"kind": Kind.SYSTEMATIC_REVIEW}),
    ("a review before a trial", {"kind": Kind.SYSTEMATIC_REVIEW}, {"kind": Kind.RANDOMIZED_TRIAL}),
    ("a trial before a study", {"kind": Kind.RANDOMIZED_TRIAL}, {"kind": Kind.OBSERVATIONAL_STUDY}),
    ("a study before a preprint", {"kind": Kind.OBSERVATIONAL_STUDY}, {"kind": Kind.PREPRINT}),
    ("current before corrected", {}, {"standing": Standing.CORRECTED}),
    ("unchecked before corrected", {"standing": Standing.UNCHECKED}, {"standing": Standing.CORRECTED}),
    ("corrected before a draft", {"standing": Standing.CORRECTED}, {"standing": Standing.DRAFT}),
    ("a draft before a concern", {"standing": Standing.DRAFT}, {"standing": Standing.CONCERN}),
    ("a draft before what is superseded", {"standing": Standing.DRAFT}, {"standing": Standing.SUPERSEDED}),
    ("results before background", {"role": Role.RESULTS}, {"role": Role.BACKGROUND}),
    ("other before methods", {"role": Role.OTHER}, {"role": Role.METHODS}),
    ("results before other", {"role": Role.RESULTS}, {"role": Role.OTHER}),
    ("original before machine-derived", {}, {"fidelity": Fidelity.MACHINE_DERIVED}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "better", "worse"), ORDERS, ids=[row[0] for row in ORDERS])
def test_kind_standing_section_and_fidelity_order_what_fits_alike(
    why: str, better: dict[str, Any], worse: dict[str, Any]
) -> None:
    last, first = a_paper(TITLE, RESULT, "pmid:1", **worse), a_paper(TITLE, RESULT, "pmid:2", **better)
    assert found(PERICARDITIS, last, first) == ["pmid:2", "pmid:1"]


def test_a_guideline_about_the_condition_comes_before_a_study_that_scores_higher() -> None:
    study = a_paper(TITLE, RESULT, "pmid:1")
    guideline = a_paper("Recurrent pericarditis: to prevent with colchicine", RESULT, "pmid:2", kind=Kind.GUIDELINE)
    elsewhere = a_paper("Colchicine and recurrent pericarditis", RESULT, "pmid:3", kind=Kind.GUIDELINE)
    assert found(PERICARDITIS, study, guideline, scores={"pmid:1": 4.0}) == ["pmid:2", "pmid:1"]
    assert found(PERICARDITIS, study, elsewhere, scores={"pmid:1": 4.0}) == ["pmid:1", "pmid:3"]


@pytest.mark.parametrize(
    ("type", "first"),
    [
        (QuestionType.TREATMENT, "pmid:2"),
        (QuestionType.DOSE, "pmid:2"),
        (QuestionType.DIAGNOSIS, "pmid:1"),
        (QuestionType.GENERAL, "pmid:1"),
    ],
)
def test_a_treatment_section_comes_first_where_treatment_was_asked(type: QuestionType, first: str) -> None:
    screen, treat = a_paper(TITLE, RESULT, "pmid:1"), a_paper(TITLE, RESULT, "pmid:2", Role.TREATMENT)
    query = replace(PERICARDITIS, types=(type, QuestionType.TREATMENT))
    assert found(query, screen, treat, scores={"pmid:1": 1.2})[0] == first


def test_the_index_score_coverage_and_title_all_count() -> None:
    near = a_paper(TITLE, RESULT, "pmid:1")
    far = a_paper("Colchicine in pericarditis", RESULT, "pmid:2")
    assert found(PERICARDITIS, far, near) == ["pmid:1", "pmid:2"]
    assert found(PERICARDITIS, far, near, scores={"pmid:2": 5.0}) == ["pmid:2", "pmid:1"]


def test_at_most_so_many_passages_of_one_document() -> None:
    paragraph = "Colchicine did prevent recurrent pericarditis in this cohort of patients. " * 14
    paper = a_paper(TITLE, "\n\n".join([paragraph.strip()] * (PER_DOCUMENT + 2)))
    other = a_paper(TITLE, RESULT, "pmid:2")
    taken = select(hits_on(paper, other, scores={"pmid:1": 3.0}), Holding(paper, other), PERICARDITIS, one)
    assert [(e.held.id, e.rank) for e in taken] == [("pmid:1", 1), ("pmid:1", 2), ("pmid:1", 3), ("pmid:2", 4)]
    assert PER_DOCUMENT == 3


def test_ties_are_broken_by_passage_id_however_the_hits_came() -> None:
    papers = [a_paper(TITLE, RESULT, f"pmid:{n}") for n in (3, 1, 2)]
    expected = sorted(passages_of(paper)[0].id for paper in papers)
    hits = hits_on(*papers)
    for order in (hits, hits[::-1]):
        taken = select(order, Holding(*papers), PERICARDITIS, one)
        assert [(e.passage.id, e.rank) for e in taken] == list(zip(expected, (1, 2, 3), strict=True))


def test_with_a_real_index_a_word_nobody_holds_keeps_the_answer_from_being_claimed() -> None:
    papers = [a_paper(TITLE, RESULT, f"pmid:{n}", extent=Extent.ABSTRACT) for n in (1, 2, 3)]
    held, index = Holding(*papers), MemoryIndex()
    index.apply(held.changes())

    def ids(query: Query) -> list[str]:
        return [e.held.id for e in select(index.search(query, 10), held, query, index.weight)]

    assert ids(PERICARDITIS) == ["pmid:1", "pmid:2", "pmid:3"]
    assert ids(asked("does colchicine prevent recurrent zorbitis")) == []
    assert index.weight("zorbiti") > index.weight(analyse("colchicine")[0]) > 0
