"""Which curated topics a question is about: those it names, then those a cue reaches, and never by a weak word."""

from typing import Any

import pytest
from tests.build import a_query, a_topic

from curbside import packaged
from curbside.model.patient import MEASURED, Fact, Known, Patient
from curbside.model.question import Concept, Query, Question
from curbside.model.topic import Head, Topic
from curbside.retrieve.shelf import CuratedShelf
from curbside.text.analyse import analyse
from curbside.text.normalise import fold
from curbside.topics.cues import cue
from curbside.understand.understand import understand
from curbside.understand.vocabulary import Vocabulary

CLASSES = {"alteplase": frozenset({"thrombolytic"}), "nivolumab": frozenset({"checkpoint inhibitor"})}
NAMES: dict[str, tuple[str, ...]] = {
    "stroke": ("stroke", "CVA"),
    "hyperkalaemia": ("hyperkalaemia",),
    "myositis": ("myositis",),
    "anaphylaxis": ("anaphylaxis",),
}
CUES: dict[str, tuple[str, ...]] = {
    "stroke": ("thrombolytic + large vessel occlusion", "thrombolytic + weak arm | weak leg"),
    "hyperkalaemia": ("potassium > 5.4 mmol/L", "peaked T waves"),
    "myositis": ("checkpoint inhibitor + CK | diplopia",),
    "anaphylaxis": (),
}
HEADS = {slug: Head(slug, slug, NAMES[slug], tuple(map(cue, CUES[slug]))) for slug in NAMES}
TOPICS: dict[str, Topic] = {slug: a_topic(slug=slug) for slug in NAMES}
SHELF = CuratedShelf(TOPICS, HEADS, CLASSES, {"tpa": "alteplase"})


def drug(name: str, *also: str) -> Concept:
    return Concept(name, "drug", name, also=(name, *also))


def condition(name: str, topic: str | None = None, *also: str) -> Concept:
    return Concept(name, "condition", name, topic, also=(name, *also))


def asked(text: str, *concepts: Concept, facts: tuple[Fact, ...] = ()) -> Query:
    terms = tuple(dict.fromkeys(analyse(text)))
    return a_query(text, terms=terms, concepts=concepts, patient=Patient(facts))


def value(name: str, told: str, unit: str | None = None, **more: Any) -> Fact:
    return Fact(name, Known.VALUE, told, unit or (MEASURED[name].unit if name in MEASURED else None), **more)


HIGH = value("potassium", "6.1")
ALTEPLASE = drug("alteplase")
#   why, question, slugs in order
CASES: list[tuple[str, Query, list[str]]] = [
    ("nothing", asked("what is the weather"), []),
    ("an empty question", asked(""), []),
    ("a topic named", asked("stroke", condition("stroke", "stroke")), ["stroke"]),
    ("a topic that is not on the shelf", asked("gout", condition("gout", "gout")), []),
    ("by another of its names", asked("CVA", condition("brain attack", None, "cva")), ["stroke"]),
    ("two named, in their order", asked("myositis or stroke", condition("myositis", "myositis"), condition("stroke", "stroke")),
     ["myositis", "stroke"]),
    ("a cue by class and words", asked("large vessel occlusion, give it now?", ALTEPLASE), ["stroke"]),
    ("the words of a phrase in another order", asked("occlusion of a large vessel", ALTEPLASE), ["stroke"]),
    ("half the words of a phrase", asked("a large vessel", ALTEPLASE), []),
    ("one part of two", asked("alteplase dose?", ALTEPLASE), []),
    ("the other part of two", asked("large vessel occlusion"), []),
    ("an alternative", asked("a weak leg", ALTEPLASE), ["stroke"]),
    ("half of one alternative and half of the other", asked("arm, leg", ALTEPLASE), []),
    ("a finding", asked("what now?", facts=(HIGH,)), ["hyperkalaemia"]),
    ("a finding in another unit", asked("what now?", facts=(value("potassium", "6.1", "mEq/L"),)), ["hyperkalaemia"]),
    ("a finding that is not", asked("what now?", facts=(value("potassium", "4.1"),)), []),
    ("a finding that is unknown", asked("what now?", facts=(Fact("potassium", Known.UNKNOWN),)), []),
    ("a range that could be either", asked("what now?", facts=(value("potassium", "5-6"),)), []),
    ("a drug the patient takes", asked("large vessel occlusion", facts=(value("taking", "alteplase"),)), ["stroke"]),
    ("a drug the patient does not take", asked("large vessel occlusion", facts=(Fact("taking", Known.NO, "alteplase"),)), []),
    ("the most telling cue first", asked("large vessel occlusion, peaked T waves", ALTEPLASE), ["stroke", "hyperkalaemia"]),
    ("as telling: by slug", asked("diplopia", drug("nivolumab"), facts=(HIGH,)), ["myositis", "hyperkalaemia"]),
    ("what is named leads what is reached",
     asked("hyperkalaemia, large vessel occlusion", ALTEPLASE, condition("hyperkalaemia", "hyperkalaemia")),
     ["hyperkalaemia", "stroke"]),
    ("named and reached is one", asked("stroke: large vessel occlusion", ALTEPLASE, condition("stroke", "stroke")), ["stroke"]),
    ("what happened once does not lead",
     asked("anaphylaxis to penicillin, now a stroke", condition("anaphylaxis", "anaphylaxis"), condition("stroke", "stroke"),
           facts=(value("allergy", "penicillin", detail="anaphylaxis"),)),
     ["stroke", "anaphylaxis"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "query", "slugs"), CASES, ids=[row[0] for row in CASES])
def test_topics_a_question_is_about(why: str, query: Query, slugs: list[str]) -> None:
    assert [topic.slug for topic in SHELF.about(query)] == slugs


def test_only_topics_a_question_is_about_are_looked_up() -> None:
    looked: list[str] = []

    class Watched(dict[str, Topic]):
        def __getitem__(self, slug: str) -> Topic:
            looked.append(slug)
            return super().__getitem__(slug)

    shelf = CuratedShelf(Watched(TOPICS), HEADS, CLASSES)
    shelf.about(asked("what now?", facts=(HIGH,)))
    assert looked == ["hyperkalaemia"]


WEAK = (
    "fever", "pain", "weakness", "shock", "seizure treatment", "cough", "headache", "rash", "dyspnoea", "vomiting", "weight loss",
    "what dose?", "treatment of an infection", "antibiotics", "steroids", "fluids", "a woman of 34 with pain", "blood pressure",
    "warfarin dose", "how is metformin given?", "potassium 4.2 mmol/L", "sodium 140 mmol/L", "glucose 6 mmol/L", "lactate 1 mmol/L",
    "what is the capital of France?", "statin", "insulin pen", "paracetamol for a cold", "aspirin",
)  # fmt: skip


@pytest.fixture(scope="module")
def content() -> packaged.Content:
    return packaged.load()


@pytest.mark.parametrize("text", WEAK)
def test_no_packaged_topic_is_reached_by_weak_words(text: str, content: packaged.Content) -> None:
    names = {slug: head.names for slug, head in content.heads.items()}
    words = Vocabulary(content.terms, content.abbreviations, names, lambda _word: False)
    query = understand(Question(text), words)
    named = {concept.topic for concept in query.concepts}
    reached = CuratedShelf(content.topics, content.heads, words.classes, content.preferred).about(query)
    assert [topic.slug for topic in reached if topic.slug not in named] == []


EVERYDAY = frozenset(
    analyse(
        "fever pain weakness cough headache rash vomiting nausea dizziness swelling bleeding infection inflammation collapse "
        "confusion fatigue cancer surgery pregnancy child adult elderly ECG CT MRI CK troponin lactate creatinine culture bolus "
        "infusion steroid antibiotic fluid oxygen intubation ventilation diabetes hypertension drug overdose ward emergency"
    )
)


def test_no_packaged_cue_is_one_everyday_word(content: packaged.Content) -> None:
    """Such a cue would catch everything."""
    lone = {
        (slug, way)
        for slug, head in content.heads.items()
        for c in head.cues
        if len(c.parts) == 1
        for way in c.parts[0]
    }
    assert sorted(f"{slug}: {way}" for slug, way in lone if len(set(analyse(way)) - EVERYDAY) == 0) == []


def test_every_packaged_cue_asks_for_something(content: packaged.Content) -> None:
    empty = [
        f"{slug}: {way}"
        for slug, head in content.heads.items()
        for c in head.cues
        for way in (way for part in c.parts for way in part)
        if not analyse(way) and fold(way) not in content.names
    ]
    assert empty == []
