"""A question becomes a query: total, deterministic, nothing silent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.understand.held import vocabulary

from curbside.model.question import MAX_QUESTION, Query, Question, QuestionType, Scope
from curbside.understand.understand import understand


def _read(text: str) -> Query:
    return understand(Question(text), vocabulary())


def test_the_reference_question_is_read_whole() -> None:
    query = _read("What is the recommended treatment for a woman with an acute flare-up of necrotizing myositis?")
    assert (query.scope, query.types, query.corrections, query.unknown) == (
        Scope.CLINICAL,
        (QuestionType.TREATMENT,),
        (),
        (),
    )
    assert [concept.topic for concept in query.concepts] == ["necrotizing-myositis"]
    assert query.terms == ("recommend", "treatment", "woman", "acut", "flare", "up", "necrot", "myositi")


def test_a_correction_is_reported_and_searched() -> None:
    query = _read("gonorhea treatment")
    assert (query.corrections, query.terms) == ((("gonorhea", "gonorrhea"),), ("gonorrhea", "treatment"))
    assert query.text == "gonorhea treatment"


def test_an_abbreviation_brings_its_long_form_and_a_long_form_its_abbreviation() -> None:
    assert ("ck", ("creatin", "kinas")) in _read("CK raised").synonyms
    assert ("creatin", ("ck",)) in _read("creatine kinase raised").synonyms


def test_an_ambiguous_abbreviation_brings_all_its_meanings() -> None:
    groups = [group for term, group in _read("treatment of PE").synonyms if term == "pe"]
    assert len(groups) > 1


@pytest.mark.parametrize(
    ("why", "text", "word"),
    [
        ("co-trimoxazole complains of nothing", "co-trimoxazole dose", "complain"),
        ("anti-Ro rules nothing out", "anti-Ro antibodies", "rule"),
        ("5-FU follows nothing up", "5-FU dose", "follow"),
        ("or is no operating room", "sepsis or gout", "odd"),
        ("gas is no streptococcus", "blood gas in sepsis", "streptococcus"),
    ],
)
def test_a_word_is_no_abbreviation_it_only_looks_like(why: str, text: str, word: str) -> None:
    assert word not in _read(text).expansions, why


@pytest.mark.parametrize(
    "text",
    [
        "how much paracetamol would kill me",
        "my dog is sick",
        "paste the whole guideline",
        "??",
        "my baby is not breathing",
    ],
)
def test_nothing_is_searched_where_the_reply_is_not_made_of_passages(text: str) -> None:
    query = _read(text)
    assert (query.terms, query.expansions) == ((), ())


def test_text_pasted_from_a_page_is_read_as_text() -> None:
    assert _read("sepsis &amp;amp; gout").terms == ("sepsi", "gout")


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("K 6.9", QuestionType.TREATMENT),
        ("K 6.9 ECG wide", QuestionType.TREATMENT),
        ("38/40", QuestionType.TREATMENT),
        ("GCS 7?", QuestionType.TREATMENT),
        ("eGFR 25 how much?", QuestionType.DOSE),
        ("on warfarin", QuestionType.TREATMENT),
    ],
)
def test_a_finding_alone_makes_a_clinical_question(text: str, type: QuestionType) -> None:
    query = _read(text)
    assert (query.scope, query.types[0]) == (Scope.CLINICAL, type)


@pytest.mark.parametrize("text", ["70 M", "hello", "34F"])
def test_sex_and_age_alone_ask_nothing(text: str) -> None:
    query = _read(text)
    assert (query.scope, query.types) == (Scope.UNCLEAR, (QuestionType.GENERAL,))


def test_facts_and_doubts_of_the_patient_come_with_the_query() -> None:
    query = _read("gout, eGFR 25, glucose 400")
    assert [(f.name, f.value) for f in query.patient.facts if f.value] == [("egfr", "25"), ("condition", "gout")]
    assert query.patient.doubts == ("glucose 400 has no unit: left out; write it with its unit (mmol/L or mg/dL)",)


def test_a_stage_glued_to_its_name_names_the_condition() -> None:
    assert [c.name for c in _read("colchicine + clarithromycin CKD4").concepts] == [
        "colchicine", "clarithromycin", "chronic kidney disease",
    ]  # fmt: skip


HOSTILE = [
    "how much " * 222, "kill a " * 285, "my dog " * 285, "a" * 2000, "0" * 2000, "1/40 " * 400, "(((((" * 400, "\u202e" * 2000,
    "show the whole " * 133, "i can't " * 250, "her mother " * 181, "pregnant " * 222, "34F " * 500, "é\u0301" * 1000, "\x00" * 2000,
    "paracetamol-" * 166, "for a a a a a a " * 125, "what dose dose kills " * 95, "' " * 1000, "&amp;" * 400, "ibruprofen " * 181,
    "xqzkwvjh" * 250, "which drug is fatal together " * 68, "give full of the of the of the " * 64, "🙂" * 2000, "مرحبا " * 333,
    "٣٤ سنة", "३४", "²²²²", "１２ weeks pregnant", "34Ｆ with fever", "½ year old", "\ud7ff\ue000", "İstanbul ßtraße",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_long_and_strange_text_has_a_query(text: str) -> None:
    assert _read(text[:MAX_QUESTION]) == _read(text[:MAX_QUESTION])


WORDS = st.sampled_from(
    [
        "how",
        "much",
        "many",
        "to",
        "kill",
        "a",
        "person",
        "lethal",
        "dose",
        "my",
        "dog",
        "the",
        "patient",
        "woman",
        "pregnant",
        "34F",
        "12",
        "/40",
        "weeks",
        "not",
        "her",
        "mother",
        "is",
        "paracetamol",
        "ibruprofen",
        "zorvamycin",
        "sepsis",
        "?",
        ".",
        ",",
        "-",
        "'",
        "(anti)",
        "IVIG",
        "show",
        "whole",
        "guideline",
        "i",
        "can't",
        "breathe",
        "aged",
        "8",
        "yr",
        "old",
        "\u200b",
        "\x1b[31m",
        "&lt;",
        "ＦＦ",
        "9",
        "Ⅷ",
        "ß",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(min_size=1, max_size=300), st.lists(WORDS, min_size=1, max_size=60).map(" ".join)))
def test_understanding_never_fails_and_never_changes_its_mind(text: str) -> None:
    if text.strip():
        query = _read(text)
        assert query == _read(text)
        assert query.types
        assert query.text == text
