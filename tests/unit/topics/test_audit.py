"""The check of topic files: what cannot be read, what breaks a rule, and what would be withheld, each at its line."""

import pytest
from tests.unit.topics.written import SOURCES, TOPIC, but

from curbside import packaged
from curbside.audit import Checked, topics_check
from curbside.verify.checks import standard_checks

DRUGS = frozenset({"ampicillin"})
CHECKS = standard_checks(DRUGS, {"ampicillin": "ampicillin"})
FILES = {"sources.yaml": SOURCES, "topics/blue-fever.yaml": TOPIC, "glossary.yaml": "CK: creatine kinase\n"}
NAME = "topics/blue-fever.yaml"


def checked(**changed: str) -> Checked:
    """The check of the good files with some of them otherwise; `topic` and `sources` name them."""
    names = {"topic": NAME, "sources": "sources.yaml", "glossary": "glossary.yaml", "drugs": "vocabulary/drugs.yaml"}
    return topics_check({**FILES, **{names[key]: text for key, text in changed.items()}}, CHECKS, DRUGS)


def test_good_files_have_no_problems() -> None:
    assert checked() == Checked((), (), 2)


def test_a_statement_that_would_be_withheld_is_a_problem_at_its_line() -> None:
    text = but(TOPIC, "text: Rest is advised in blue fever.", "text: Rest for 7 days is advised in blue fever.")
    problems = checked(topic=text).problems
    beginning = f"{NAME}:21: rest would be withheld by N1: "
    end = "; correct the statement or its extract"
    assert [(p[: len(beginning)], p[-len(end) :]) for p in problems] == [(beginning, end)]


def test_a_dose_that_its_extract_does_not_give_is_a_problem() -> None:
    problems = checked(topic=but(TOPIC, "amount: 500", "amount: 50")).problems
    assert [problem.partition(" would be withheld by ")[0] for problem in problems] == [f"{NAME}:10: give-ampicillin"]


def test_problems_of_all_files_are_named_at_once() -> None:
    found = checked(topic=but(TOPIC, "heading: Treatment", "hedding: T"), glossary="a:\n", drugs="kind: drug\nterms:\n")
    assert [problem.split(": ")[0] for problem in found.problems] == [
        "glossary.yaml:1",
        "topics/blue-fever.yaml:8",
        "topics/blue-fever.yaml:8",
        "vocabulary/drugs.yaml:2",
    ]


def test_a_source_list_that_cannot_be_read_hides_no_problem_of_a_topic_and_makes_none() -> None:
    found = checked(sources="sources: [", topic=but(TOPIC, "id: rest", "id: a rest"))
    assert [problem.split(": ")[0] for problem in found.problems] == ["sources.yaml:1", f"{NAME}:21"]


def test_a_folder_without_a_source_list_says_so() -> None:
    found = topics_check({NAME: TOPIC}, CHECKS, DRUGS)
    assert found == Checked(("sources.yaml:1: the file is not a mapping; begin with `key: value`",), (), 0)


def test_warnings_are_no_problems() -> None:
    text = but(TOPIC, "text: Rest is advised", "must_show: true\n    text: Rest is advised")
    assert checked(topic=text) == Checked((), (f"{NAME}:21: rest is always shown and has no `plain` wording",), 2)


def test_what_nothing_cites_is_a_warning() -> None:
    text = but(TOPIC, "cites: [a-guideline/rec-2]", "cites: [a-guideline/rec-1]")
    warned = checked(topic=text).warnings
    assert warned == ("sources.yaml:19: no statement cites a-guideline/rec-2; cite it or take it out",)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_files_changes_nothing(order: int) -> None:
    files = dict(sorted(FILES.items())[::order])
    assert topics_check(files, CHECKS, DRUGS) == Checked((), (), 2)


def test_every_packaged_statement_would_be_shown() -> None:
    content = packaged.load()
    checks = standard_checks(content.drug_names, content.canonical, content.members)
    assert topics_check(packaged.files(), checks, content.names).problems == ()
