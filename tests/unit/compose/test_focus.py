"""Which statements of a topic answer a question, and what stays beside them."""

from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_query, a_statement, a_topic

from curbside.compose.beside import beside, bottom_lines, for_patient
from curbside.compose.focus import MOST, asked_for, branch_of, branches_meant
from curbside.model.patient import Fact, Known, Patient
from curbside.model.question import Concept, Query, QuestionType
from curbside.model.regimen import AllOf, Amount, AnyOf, Dose, DoseStep, Order
from curbside.model.topic import Statement, Table, Topic, TopicSection
from curbside.text.analyse import analyse

OWN = frozenset(analyse("recommend dose"))
BRANCHES = {"inf": "infectious myositis", "imm": "immune myopathy"}


def a_dose(drug: str, population: str = "adult") -> Dose:
    return Dose(drug, "oral", (DoseStep(Amount(Decimal(1), Decimal(1)), "g"),), population, "a-guideline/p1")


def asked(text: str, **more: Any) -> Query:
    return a_query(text, terms=tuple(dict.fromkeys(analyse(text))), **more)


def aged(value: str, unit: str | None = "year") -> Patient:
    return Patient((Fact("age", Known.VALUE, value, unit),))


def ids(statements: tuple[Statement, ...]) -> list[str]:
    return [statement.id for statement in statements]


RITUXIMAB = a_statement("first", "Rituximab relieves weakness.", line=1)
SURGERY = a_statement("second", "Surgeons debride early.", line=2)
TOPIC = a_topic(RITUXIMAB, SURGERY, names=("a condition", "hard myositis"))
NAME = Concept("hard myositis", "condition", "hard myositis", "a-topic")

WIDTH = [
    # why, question, statements (none: the whole page)
    ("only the condition", "hard myositis", []),
    ("only words of asking", "best treatment recommended for hard myositis, woman aged 34", []),
    ("the caller's own words of asking", "recommended dose in hard myositis", []),
    ("numbers and units", "hard myositis 70 kg, 34 years, 0.9 mg/dL, 5 mmol/L, 3 days, 2 weeks, 6 hours, 4 months", []),
    ("nothing that is there", "aspirin in hard myositis", []),
    ("less than enough of it", "aspirin, paracetamol or rituximab in hard myositis", []),
    ("a drug that is there", "rituximab in hard myositis", ["first"]),
    ("a drug and a number", "rituximab 375 mg in hard myositis for 2 weeks", ["first"]),
    ("most of what was asked", "rituximab weakness paracetamol in hard myositis", ["first"]),
    ("both", "rituximab or debride in hard myositis", []),
    ("empty", "", []),
]


@pytest.mark.parametrize(("why", "text", "expected"), WIDTH, ids=[row[0] for row in WIDTH])
def test_a_broad_question_gets_the_whole_page_and_a_narrow_one_its_statements(
    why: str, text: str, expected: list[str]
) -> None:
    concepts = (NAME,) if NAME.surface in text else ()
    assert ids(asked_for(TOPIC, asked(text, concepts=concepts), OWN)) == expected


def test_a_topic_without_statements_answers_nothing() -> None:
    assert asked_for(a_topic(), asked("rituximab"), OWN) == ()


def test_what_holds_nearly_as_much_as_the_best_is_shown_too_best_first() -> None:
    best = a_statement("best", "Rituximab, weakness, biopsy.", line=3)
    near = a_statement("near", "Rituximab and weakness.", line=2)
    far = a_statement("far", "Rituximab.", line=1)
    topic = a_topic(far, near, best)
    assert ids(asked_for(topic, asked("rituximab weakness biopsy"), OWN)) == ["best", "near"]


def test_ties_go_by_line_then_by_id_and_no_more_are_shown_than_a_page_takes() -> None:
    last = [a_statement(f"s{n:02}", "Rituximab.", line=2) for n in range(MOST)]
    topic = a_topic(*reversed(last), a_statement("z", "Rituximab.", line=1))
    expected = ["z", *(f"s{n:02}" for n in range(MOST - 1))]
    assert ids(asked_for(topic, asked("rituximab"), OWN)) == expected


WHERE = [
    ("its text", a_statement("x", "Rituximab.")),
    ("its plain words", a_statement("x", plain="Rituximab is a drip.")),
    ("its order", a_statement("x", order=AllOf((a_dose("aspirin"), AnyOf((a_dose("rituximab"),)))))),
    ("its table", a_statement("x", table=Table(("drug",), (("aspirin",), ("rituximab",))))),
    ("its id", a_statement("rituximab-second-line")),
]


@pytest.mark.parametrize(("why", "statement"), WHERE, ids=[row[0] for row in WHERE])
def test_a_statement_is_found_by_any_part_of_it(why: str, statement: Statement) -> None:
    assert ids(asked_for(a_topic(statement), asked("rituximab"), OWN)) == [statement.id]


NAMED = [
    ("a brand", asked("MabThera", concepts=(Concept("rituximab", "drug", "mabthera", also=("rituximab", "mabthera")),)), True),
    ("an abbreviation", asked("RTX", synonyms=(("rtx", analyse("rituximab")),)), True),
    ("a name of two words", asked("green pill", concepts=(Concept("rituximab", "drug", "green pill", also=("rituximab",)),)), True),
    ("another drug's brand", asked("Aspro", concepts=(Concept("aspirin", "drug", "aspro", also=("aspirin",)),)), False),
    ("half of what it means", asked("RTX", synonyms=(("rtx", analyse("rituximab infusion")),)), False),
    ("a synonym of nothing", asked("RTX", synonyms=(("rtx", ()),)), False),
]  # fmt: skip


@pytest.mark.parametrize(("why", "query", "found"), NAMED, ids=[row[0] for row in NAMED])
def test_a_statement_is_found_by_another_name(why: str, query: Query, found: bool) -> None:
    assert ids(asked_for(TOPIC, query, OWN)) == (["first"] if found else [])


def test_the_kind_of_question_leans_the_order() -> None:
    words = a_statement("words", "Rituximab.", line=1)
    dosed = a_statement("dosed", "Rituximab.", order=a_dose("rituximab"), line=2)
    typed = a_statement("typed", "Rituximab.", types=(QuestionType.MONITORING,), line=3)
    topic = a_topic(words, dosed, typed)

    def order(type: QuestionType) -> list[str]:
        return ids(asked_for(topic, asked("rituximab", types=(type,)), OWN))

    assert order(QuestionType.GENERAL) == ["words", "dosed", "typed"]
    assert order(QuestionType.DOSE) == ["dosed", "words", "typed"]
    assert order(QuestionType.MONITORING) == ["typed", "words", "dosed"]


def test_a_kind_alone_narrows_nothing() -> None:
    typed = a_statement("typed", "Rest.", types=(QuestionType.MONITORING,))
    assert asked_for(a_topic(typed), asked("rituximab", types=(QuestionType.MONITORING,)), OWN) == ()


PREGNANT = Patient((Fact("pregnancy", Known.YES),))


@pytest.mark.parametrize(
    ("patient", "expected"),
    [
        (PREGNANT, ["pregnant", "other"]),
        (Patient((Fact("pregnancy", Known.NO),)), ["other"]),
        (Patient(), ["other"]),
    ],
)
def test_in_pregnancy_what_is_said_of_it_comes_first(patient: Patient, expected: list[str]) -> None:
    other = a_statement("other", "Methotrexate and folate.", line=1)
    pregnant = a_statement("pregnant", "Methotrexate harms.", addresses=("pregnancy",), line=2)
    if len(expected) == 1:
        pregnant = a_statement("pregnant", "No.", addresses=("pregnancy",), line=2)
    query = asked("methotrexate", patient=patient)
    assert ids(asked_for(a_topic(other, pregnant), query, OWN)) == expected


# -- with whom a statement comes ------------------------------------------------------------------


def test_an_answer_brings_its_parent_points_cautions_and_disagreements_each_once() -> None:
    topic = a_topic(
        a_statement("parent", "Drugs of the second line."),
        a_statement("point", "Rituximab.", parent="parent", requires=("care",), against=("other",)),
        a_statement("under", "Twice.", parent="point"),
        a_statement("care", "Screen for hepatitis.", requires=("deeper", "point")),
        a_statement("deeper", "Screen for more."),
        a_statement("other", "Others disagree.", against=("point",), requires=("gone",)),
        a_statement("apart", "Rest."),
        a_statement("beneath", "Last.", parent="apart"),
    )
    chosen = asked_for(topic, asked("rituximab"), OWN)
    assert ids(chosen) == ["parent", "point", "care", "deeper", "other", "under"]


def test_of_what_must_be_shown_the_bottom_line_and_the_deciding_section_stay_with_their_cautions() -> None:
    chosen = a_statement("chosen", must_show=True, bottom_line=True)
    topic = a_topic(
        chosen,
        a_statement("bottom", must_show=True, bottom_line=True, requires=("care", "chosen")),
        a_statement("care"),
        a_statement("deciding", section="s-2", must_show=True),
        a_statement("elsewhere", must_show=True),
        a_statement("optional", bottom_line=True),
        a_statement("decides-little", section="s-2"),
        sections=(TopicSection("s-1", "One"), TopicSection("s-2", "Two")),
        deciding="s-2",
    )
    assert ids(beside(topic, (chosen,), a_query())) == ["bottom", "care", "deciding"]
    assert ids(beside(topic, (), a_query())) == ["chosen", "bottom", "care", "deciding"]


# -- branches -------------------------------------------------------------------------------------

FORKED = a_topic(
    a_statement("both", must_show=True, bottom_line=True),
    a_statement(
        "germs", "Rituximab never.", section="s-inf", must_show=True, bottom_line=True, requires=("germ-care",)
    ),
    a_statement("germ-care", section="s-inf"),
    a_statement("cells", "Rituximab late.", section="s-imm", must_show=True, bottom_line=True),
    branches=BRANCHES,
)


def naming(surface: str, topic: str | None = "a-topic", text: str = "") -> Query:
    return asked(text, concepts=(Concept("a condition", "condition", surface, topic),))


MEANT = [
    ("a word of one label", naming("hard myopathy"), {"imm"}),
    ("a word of the other", naming("infectious disease"), {"inf"}),
    ("a word of none", naming("a condition"), set()),
    ("a name of another topic", naming("hard myopathy", "another"), set()),
    ("no topic at all", naming("hard myopathy", None), set()),
    ("one of each", naming("infectious myopathy"), {"inf", "imm"}),
    ("no concept", a_query("myopathy"), set()),
]  # fmt: skip


@pytest.mark.parametrize(("why", "query", "expected"), MEANT, ids=[row[0] for row in MEANT])
def test_branches_meant(why: str, query: Query, expected: set[str]) -> None:
    assert branches_meant(FORKED, query) == frozenset(expected)


def test_a_word_of_two_labels_means_neither() -> None:
    topic = a_topic(branches={"one": "hard myositis", "two": "soft myositis"})
    assert branches_meant(topic, naming("myositis")) == frozenset()


def test_branch_of_is_that_of_the_section() -> None:
    assert [branch_of(s, FORKED) for s in FORKED.statements] == [None, "inf", "inf", "imm"]
    assert branch_of(a_statement("x", section="nowhere"), FORKED) is None


def test_the_branch_that_is_meant_answers_and_the_other_does_not() -> None:
    assert ids(asked_for(FORKED, naming("hard myopathy", text="rituximab"), OWN)) == ["cells"]
    assert ids(asked_for(FORKED, naming("a condition", text="rituximab"), OWN)) == ["cells", "germs", "germ-care"]


def test_beside_the_answer_only_the_branch_that_is_meant_must_be_shown() -> None:
    assert ids(beside(FORKED, (), naming("hard myopathy"))) == ["both", "cells"]
    assert ids(beside(FORKED, (), naming("a condition"))) == ["both", "germs", "germ-care", "cells"]


def test_bottom_lines_come_before_their_cautions() -> None:
    assert ids(bottom_lines(FORKED, naming("a condition"))) == ["both", "germs", "cells", "germ-care"]
    assert ids(bottom_lines(FORKED, naming("hard myopathy"))) == ["both", "cells"]
    assert bottom_lines(a_topic(a_statement("one")), a_query()) == ()


# -- children -------------------------------------------------------------------------------------

AGES = [
    ("17", "year", True),
    ("18", "year", False),
    ("34", "year", False),
    ("17", None, True),
    ("6", "month", True),
    ("240", "month", False),
    ("3", "week", True),
    ("20", "day", True),
    ("900", "week", True),
    ("999", "week", False),
    ("12-16", "year", True),
    ("16-18", "year", False),
    ("30-39", "year", False),
    ("old", "year", False),
]


def mixed(*orders: Order) -> Order:
    return AnyOf(orders)


NURSERY = a_topic(
    a_statement("all"),
    a_statement("grown", population="adult"),
    a_statement("small", population="child", against=("grown", "all")),
    a_statement("adult-order", order=AllOf((a_dose("a"), a_dose("b")))),
    a_statement("child-order", order=a_dose("a", "child")),
    a_statement("mixed-order", order=mixed(a_dose("a"), a_dose("a", "child"))),
    a_statement("under", parent="grown"),
    a_statement("under-under", parent="under"),
    a_statement("fine", parent="all"),
)


@pytest.mark.parametrize(("value", "unit", "child"), AGES)
def test_who_is_a_child(value: str, unit: str | None, child: bool) -> None:
    topic = for_patient(NURSERY, a_query(patient=aged(value, unit)))
    assert (topic is NURSERY) is not child


def test_an_unknown_age_is_no_childs() -> None:
    for fact in (Fact("age", Known.UNKNOWN), Fact("age", Known.YES), Fact("age", Known.VALUE, None)):
        assert for_patient(NURSERY, a_query(patient=Patient((fact,)))) is NURSERY
    assert for_patient(NURSERY, a_query()) is NURSERY


def test_a_child_gets_nothing_that_is_said_of_adults_only_nor_what_hangs_on_it() -> None:
    topic = for_patient(NURSERY, a_query(patient=aged("8")))
    assert ids(topic.statements) == ["all", "small", "child-order", "mixed-order", "fine"]
    assert topic.statement("small").against == ("all",)


def test_a_narrow_question_about_a_child_does_not_stumble_over_what_was_left_out() -> None:
    query = asked("rituximab", patient=aged("8", "month"))
    topic: Topic = for_patient(
        a_topic(
            a_statement("grown", population="adult"),
            a_statement("under", "Rituximab.", parent="grown"),
            a_statement("under-under", "Rituximab.", parent="under"),
            a_statement("kept", "Rituximab.", requires=("grown",)),
        ),
        query,
    )
    assert ids(asked_for(topic, query, OWN)) == ["kept"]
    assert topic.statement("kept").requires == ("grown",)


def test_what_is_said_of_children_comes_first_for_a_child_only() -> None:
    topic = a_topic(
        a_statement("any", "Rituximab.", line=1), a_statement("small", "Rituximab.", population="child", line=2)
    )
    child, adult = asked("rituximab", patient=aged("8")), asked("rituximab", patient=aged("40"))
    assert ids(asked_for(for_patient(topic, child), child, OWN)) == ["small", "any"]
    assert ids(asked_for(for_patient(topic, adult), adult, OWN)) == ["any", "small"]
