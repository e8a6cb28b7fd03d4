"""A folder read as a whole: several source lists, drug files beside topics, and what they must agree on."""

import pytest
from tests.unit.topics.written import DRUG, SOURCES, TOPIC, but

from curbside.topics.folder import Folder, is_sources, read_folder

NAMES = frozenset({"ampicillin", "penicillin", "antibacterial"})
MORE = but(SOURCES, 'content_version: "1.0"\n', "")
OTHER = MORE.replace("a-guideline", "another")
FILES = {"sources.yaml": SOURCES, "topics/blue-fever.yaml": TOPIC, "drugs/ampicillin.yaml": DRUG}


def read(**changed: str) -> Folder:
    """The good folder with some files otherwise; `more` is a second source list."""
    names = {"topic": "topics/blue-fever.yaml", "drug": "drugs/ampicillin.yaml", "main": "sources.yaml"}
    names["more"] = "sources/more.yaml"
    return read_folder({**FILES, **{names[key]: text for key, text in changed.items()}}, NAMES)


def test_topics_and_drugs_are_read_by_file() -> None:
    found = read()
    assert (found.problems, found.warnings) == ((), ())
    assert {name: topic.slug for name, topic in found.topics.items()} == {"topics/blue-fever.yaml": "blue-fever"}
    assert {name: drug.name for name, drug in found.drugs.items()} == {"drugs/ampicillin.yaml": "ampicillin"}


def test_a_topic_may_cite_any_list() -> None:
    found = read(more=OTHER, topic=but(TOPIC, "cites: [a-guideline/rec-2]", "cites: [another/rec-2]"))
    assert found.problems == ()
    assert list(found.sources) == ["a-guideline", "another"]
    # rec-1 of the second list is cited by nobody, and is named where it stands.
    assert found.warnings == ("sources/more.yaml:12: no statement cites another/rec-1; cite it or take it out",)


def test_a_key_in_two_lists_is_named_in_the_second() -> None:
    assert read(more=MORE).problems == ("sources/more.yaml:2: a-guideline is already in sources.yaml; keep one",)


def test_a_version_in_a_further_list_is_refused() -> None:
    found = read(more=OTHER.replace("sources:", 'content_version: "1"\nsources:', 1))
    said = "sources/more.yaml:1: a source list has no field 'content_version'; there are: sources"
    assert found == Folder({}, {}, {}, (said,), ())


def test_a_list_that_cannot_be_read_hides_no_other_problem_and_makes_none() -> None:
    found = read(
        more="sources: [", drug=but(DRUG, "effect: avoid", "effect: x"), topic=but(TOPIC, "id: rest", "id: a b")
    )
    assert [problem.split(": ")[0] for problem in found.problems] == [
        "sources/more.yaml:1",
        "drugs/ampicillin.yaml:12",
        "topics/blue-fever.yaml:21",
    ]


def test_topics_are_held_against_the_drug_files_of_the_folder() -> None:
    said = "500 to 500 g of ampicillin oral lies outside the plausible range of its drug file; correct one"
    found = read(topic=but(TOPIC, "unit: mg", "unit: g"))
    assert found.problems == (f"topics/blue-fever.yaml:10: {said}",)


def test_a_drug_file_that_cannot_be_read_calls_nothing_unused() -> None:
    found = read(
        drug="drug: ampicillin\n", topic=but(TOPIC, "cites: [a-guideline/rec-2]", "cites: [a-guideline/rec-1]")
    )
    assert found.warnings == ()


def test_what_a_rule_of_a_drug_cites_is_used() -> None:
    assert read(topic=but(TOPIC, "cites: [a-guideline/rec-2]", "cites: [a-guideline/rec-1]")).warnings == ()


def test_statements_that_need_each_other_in_a_circle_are_named() -> None:
    circle = but(TOPIC, "text: Rest is", "requires: [give-ampicillin]\n    text: Rest is")
    circle = but(circle, "text: Adults", "requires: [rest]\n    text: Adults")
    said = "`requires` goes in a circle: give-ampicillin -> rest -> give-ampicillin; take one of them out"
    assert read(topic=circle).problems == (f"topics/blue-fever.yaml:10: {said}",)


def test_two_topics_that_tell_one_fact_differently_are_named() -> None:
    other = (
        TOPIC.replace("blue-fever", "red-fever", 1)
        .replace("Blue fever", "Red fever")
        .replace("[blue fever, BLF]", "[red fever]")
    )
    fact = "fact: fever/rest\n    text: Rest for {} days is"
    found = read_folder(
        {
            **FILES,
            "topics/blue-fever.yaml": but(TOPIC, "text: Rest is", fact.format(7)),
            "topics/red-fever.yaml": but(other, "text: Rest is", fact.format(9)),
        },
        NAMES,
    )
    said = "rest and rest (topics/blue-fever.yaml:21) both tell 'fever/rest' and do not carry the same figures"
    assert found.problems == (f"topics/red-fever.yaml:21: {said}; correct one, or tell two facts by two keys",)


@pytest.mark.parametrize(
    ("name", "is_one"), [("sources.yaml", True), ("sources/x.yaml", True), ("topics/sources.yaml", False), ("sources-old.yaml", False)]
)  # fmt: skip
def test_source_lists_are_known_by_their_place(name: str, is_one: bool) -> None:
    assert is_sources(name) is is_one


def test_the_order_of_files_changes_nothing() -> None:
    assert read_folder(dict(reversed(FILES.items())), NAMES) == read()
