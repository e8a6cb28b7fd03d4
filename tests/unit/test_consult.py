"""A consult: what holds for the next question, and when nothing does."""

import pytest
from tests.unit.understand.held import vocabulary

from curbside.consult import Turn, follow
from curbside.errors import BadQuestion
from curbside.model.patient import Fact, Known, Patient
from curbside.model.question import Question
from curbside.model.reader import Reader
from curbside.understand.facts import patient_of
from curbside.understand.understand import understand

TOPICS = ("a-topic",)


def _before(text: str) -> Patient:
    return patient_of(text, Patient(), vocabulary())


def _told(patient: Patient) -> list[str]:
    """Known facts in words, those carried over with a star."""
    return [
        f"{fact.name} {fact.value if fact.known is Known.VALUE else fact.known.value}{'*' if fact.source == 'carried over' else ''}"
        for fact in patient.facts
        if fact.known is not Known.UNKNOWN
    ]


WOMAN = "34F, 70 kg, allergic to penicillin, on warfarin"
KEPT = ["sex female*", "age 34*", "weight 70*", "allergy penicillin*", "taking warfarin*"]
BARE = "nothing is carried over"
#   why, the question before, the next question, facts of the next, topics still spoken of
CASES: list[tuple[str, str, str, list[str], tuple[str, ...]]] = [
    ("nothing new", WOMAN, "what about doxycycline?", KEPT, TOPICS),
    ("a fact more", WOMAN, "and with an eGFR of 25?", [*KEPT, "egfr 25"], TOPICS),
    ("a fact anew", WOMAN, "weight is 72 kg in fact", ["sex female*", "age 34*", "weight 72", *KEPT[3:]], TOPICS),
    ("the same again", WOMAN, "she is 34 years old, dose?", ["sex female", "age 34", *KEPT[2:]], TOPICS),
    ("an allergy more", WOMAN, "she is allergic to latex too", ["sex female", *KEPT[1:], "allergy latex"], TOPICS),
    ("a drug stopped", WOMAN, "she stopped warfarin", ["sex female", *KEPT[1:4], "taking no"], TOPICS),
    ("no allergy after all", WOMAN, "not allergic to penicillin", [*KEPT[:3], "taking warfarin*", "allergy no"], TOPICS),
    ("pregnant now", WOMAN, "she is 12 weeks pregnant", ["sex female", *KEPT[1:], "pregnancy yes", "gestation 12"], TOPICS),
    ("no longer pregnant", "34F, 12 weeks pregnant", "now postpartum, dose?", ["sex female", "age 34*", "pregnancy no"], TOPICS),
    ("another patient", WOMAN, "another patient, 70 M", ["sex male", "age 70"], ()),
    ("another patient, no comma", WOMAN, "another patient 70 M with gout", ["sex male", "age 70", "condition gout"], ()),
    ("new patient", WOMAN, "new patient: gout", ["condition gout"], ()),
    ("different patient", WOMAN, "Different patient. eGFR 25", ["egfr 25"], ()),
    ("next case", WOMAN, "next case, 8 yr old 25 kg", ["age 8", "weight 25"], ()),
    ("another patient alone", WOMAN, "ok, another patient", [], ()),
    ("in the middle", WOMAN, "thanks. Now a different patient with gout", ["condition gout"], ()),
    ("a new patient leaflet is none", WOMAN, "is there a new patient leaflet?", KEPT, TOPICS),
    ("her mother", WOMAN, "her mother is 70 years old", KEPT, TOPICS),
    ("supposed", WOMAN, "what if she were pregnant?", ["sex female", *KEPT[1:]], TOPICS),
    ("another sex", WOMAN, "and in a man?", ["sex male"], TOPICS),
    ("another age", WOMAN, "and for an 8 yr old?", ["age 8"], TOPICS),
    ("children", WOMAN, "and the dose in children?", [], TOPICS),
    ("a pregnant man", "62M, 70 kg", "26/40 now", ["pregnancy yes", "gestation 26"], TOPICS),
    ("her baby", "pregnant 30 weeks, 34F", "is it safe for the baby?", ["sex female*", "age 34*", "pregnancy yes*", "gestation 30*"], TOPICS),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_facts_are_carried_over(case: tuple[str, str, str, list[str], tuple[str, ...]]) -> None:
    why, before, text, facts, topics = case
    turn = follow(text, _before(before), TOPICS, vocabulary())
    read = understand(turn.question, vocabulary()).patient
    assert (sorted(_told(read)), turn.topics) == (sorted(facts), topics), why


def test_a_turn_is_a_question_with_what_was_known() -> None:
    weight = Fact("weight", Known.VALUE, "70", "kg")
    worked_out = Fact("crcl", Known.VALUE, "80", "mL/min", "calculated")
    before = Patient((weight, worked_out, Fact("age", Known.UNKNOWN)), ("adult",), ("a doubt",))
    carried = Fact("weight", Known.VALUE, "70", "kg", "carried over")
    assert follow("and then?", before, TOPICS, vocabulary(), Reader.NURSE) == Turn(
        Question("and then?", Patient((carried,)), Reader.NURSE), TOPICS
    )


def test_a_change_of_person_nobody_announced_is_said() -> None:
    turn = follow("and in a man?", _before(WOMAN), TOPICS, vocabulary())
    said = "sex differs from what was said before: read as another patient, nothing is carried over; say again what still holds"
    assert turn.question.patient == Patient(doubts=(said,))


def test_a_blank_follow_up_is_refused() -> None:
    with pytest.raises(BadQuestion, match="the question is empty"):
        follow(" ", Patient(), (), vocabulary())
