"""The rules an editor keeps to: each has its hostile cases, and the good file breaks none."""

import pytest
from tests.unit.topics.written import SOURCES, TOPIC, but

from curbside.topics.read import read_topic
from curbside.topics.rules import RULES, broken, unused
from curbside.topics.settle import told
from curbside.topics.sources import read_sources

DRUGS = frozenset({"ampicillin", "methotrexate"})


def found(topic: str, sources: str = SOURCES) -> tuple[str, ...]:
    _, held = read_sources("sources.yaml", sources)
    return told("f", broken(read_topic("blue-fever.yaml", topic, held), held, DRUGS))


def test_a_good_topic_breaks_no_rule() -> None:
    assert found(TOPIC) == ()


STRONG = "strength: {system: GRADE, strength: strong, certainty: low, direction: for}"
ORDER = "    order:\n      drug: ampicillin"
#   rule and why                              what stands there               what is put there                            what is said
TOPICS = [
    ("dose_is_complete: how often", ", interval: every 6 hours", "", "f:10: the dose of ampicillin does not say how often; add interval (or over, or rate; `once` is one)"),
    ("dose_is_complete: not cited", "reference: a-guideline/rec-1", "reference: a-guideline/rec-2", "f:10: the dose of ampicillin rests on a-guideline/rec-2; add it to `cites`"),
    ("drug_is_known: misspelt", "drug: ampicillin", "drug: ampicilin", "f:10: no drug called 'ampicilin' in the vocabulary; correct it or add it there"),
    ("drug_is_known: two in one", "drug: ampicillin", "drug: ampicillin and rest", "f:10: no drug called 'ampicillin and rest' in the vocabulary; correct it or add it there"),
    ("methotrexate_is_weekly: daily", "drug: ampicillin", "drug: methotrexate", "f:10: methotrexate is given once weekly; write the interval so, in every step"),
    ("recommend_is_strong: no strength", "text: Rest is advised", "text: Rest is recommended", "f:21: it says “recommend” without a strong grade; write suggests, lists or advises"),
    ("recommend_is_strong: in plain words", "text: Rest is advised", "plain: Doctors recommend rest.\n    text: Rest is advised", "f:21: it says “recommend” without a strong grade; write suggests, lists or advises"),
    ("strength_is_published: none in the extract", "text: Rest is advised", f"{STRONG}\n    text: Rest is advised", "f:21: no extract it cites publishes this strength; copy it from the extract, or leave it out"),
    ("strength_is_published: another certainty", "text: Adults", f"{STRONG.replace('low', 'high')}\n    text: Adults", "f:10: no extract it cites publishes this strength; copy it from the extract, or leave it out"),
    ("medicines_are_written_out: text", "are given ampicillin.", "are given ampicillin 1.0 g.", "f:10: '1.0': a trailing zero can be read ten times too high; write 1 mg, not 1.0 mg"),
    ("medicines_are_written_out: plain", "text: Rest is advised", "plain: Rest and 5mg.\n    text: Rest is advised", "f:21: '5mg': write a space between number and unit: 5 mg"),
    ("medicines_are_written_out: cell", "text: Rest is advised", "table: {columns: [A], rows: [[MTX]]}\n    text: Rest is advised", "f:21: 'MTX': drug names are written out; write methotrexate"),
    ("medicines_are_written_out: order", "every 6 hours", "QD", "f:10: 'QD': QD gets misread; write daily"),
    ("medicines_are_written_out: maximum", "      steps:", "      maximum: {daily: 2.0 g}\n      steps:", "f:10: '2.0': a trailing zero can be read ten times too high; write 1 mg, not 1.0 mg"),
    ("medicines_are_written_out: taper", "text: Rest is advised", "taper: [{from_day: 1, amount: 5, unit: mg QD}]\n    text: Rest is advised", "f:21: 'QD': QD gets misread; write daily"),
    ("medicines_are_written_out: heading", "heading: Treatment", "heading: MTX", "f:1: in a title or heading, 'MTX': drug names are written out; write methotrexate"),
    ("plain_words: always shown", "text: Rest is advised", "must_show: true\n    text: Rest is advised", "f:21: rest is always shown and has no `plain` wording"),
    ("length: too long", "text: Rest is advised in blue fever.", f"text: {'Rest. ' * 70}", "f:21: 419 characters; split what is over 400"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "old", "new", "said"), TOPICS, ids=[row[0] for row in TOPICS])
def test_a_broken_rule_is_named(rule: str, old: str, new: str, said: str) -> None:
    assert found(but(TOPIC, old, new)) == (said,)


#   rule and why                              what stands there               what is put there                         what is said
LISTS = [
    ("own_pages: our name as publisher", "container: A Journal", "container: Curbside", "f:10: a-guideline is a page of ours; cite the outside source it rests on"),
    ("own_pages: our name in the title", "title: Care of", "title: Curbside topic on", "f:10: a-guideline is a page of ours; cite the outside source it rests on"),
    ("own_pages: our address", 'pmid: "123"', "url: https://curbside.example.org/topics/x", "f:10: a-guideline is a page of ours; cite the outside source it rests on"),
    ("own_pages: this machine", 'pmid: "123"', "url: http://127.0.0.1:8000/topics/x", "f:10: a-guideline is a page of ours; cite the outside source it rests on"),
    ("standing: retracted", "standing: current", "standing: retracted", "f:10: a-guideline is retracted; cite what stands in its place"),
    ("standing: superseded", "standing: current", "standing: superseded", "f:10: a-guideline is superseded; cite what stands in its place"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "old", "new", "said"), LISTS, ids=[row[0] for row in LISTS])
def test_a_source_that_may_not_be_used_is_named_wherever_it_is_used(rule: str, old: str, new: str, said: str) -> None:
    assert found(TOPIC, but(SOURCES, old, new)) == (said, said.replace("f:10:", "f:21:"))


def test_a_journal_column_of_our_name_is_not_ours() -> None:
    assert found(TOPIC, but(SOURCES, "title: Care of", "title: A Curbside Consultation on")) == ()


def test_every_rule_has_a_hostile_case() -> None:
    assert {row[0].split(":")[0] for row in (*TOPICS, *LISTS)} == {rule.__name__ for rule in RULES}


@pytest.mark.parametrize(
    ("strength", "strong"),
    [
        ("strong", True),
        ("1", True),
        ("I", True),
        ("class I", True),
        ("class 1", True),
        ("A", True),
        ("grade A", True),
        ("1B", True),
        ("conditional", False),
        ("weak", False),
        ("2", False),
        ("IIa", False),
        ("2a", False),
        ("B", False),
        ("III", False),
        ("not strong", False),
        ("class 1 in men only", False),
    ],
)
def test_recommend_is_kept_for_strong(strength: str, strong: bool) -> None:
    graded = f"strength: {{system: GRADE, strength: {strength}, certainty: low, direction: for}}"
    topic = but(
        TOPIC, "text: Adults with blue fever are given ampicillin.", f"{graded}\n    text: Ampicillin is recommended."
    )
    assert (found(topic, but(SOURCES, STRONG, graded)) == ()) is strong


def test_a_class_three_recommendation_is_strong_against_only() -> None:
    graded = "strength: {system: AHA, strength: 'III: harm', direction: against}"
    topic = but(
        TOPIC,
        "text: Adults with blue fever are given ampicillin.",
        f"{graded}\n    text: Ampicillin is not recommended.",
    )
    assert found(topic, but(SOURCES, STRONG, graded)) == ()


def test_methotrexate_once_weekly_is_let_through() -> None:
    assert found(but(but(TOPIC, "drug: ampicillin", "drug: methotrexate"), "every 6 hours", "once weekly")) == ()


def test_a_single_dose_says_once() -> None:
    assert found(but(TOPIC, "every 6 hours", "once")) == ()


def again(amount: str, more: str = "") -> str:
    """The topic with the same drug ordered a second time, on line 25."""
    order = TOPIC.partition("    order:")[2].partition("  - id: rest")[0].replace("500", amount)
    head = f"  - id: again\n    section: treatment\n    text: Again.\n    cites: [a-guideline/rec-1]\n{more}"
    return f"{TOPIC}{head}    order:{order}"


def test_two_orders_that_differ_are_named() -> None:
    said = "f:25: ampicillin is ordered otherwise on line 10 (give-ampicillin); name it in `against`, or correct one"
    assert found(again("250")) == (said,)


@pytest.mark.parametrize(
    "topic", [again("500"), again("250", "    against: [give-ampicillin]\n")], ids=["same", "against"]
)
def test_orders_that_agree_or_say_that_they_differ_are_let_through(topic: str) -> None:
    assert found(topic) == ()


def test_what_no_statement_cites_is_named() -> None:
    more = SOURCES.partition("  a-guideline:")[2].replace("rec-", "line-")
    text = f"{SOURCES}        \n  another:{more}".replace("        \n", "")
    _, held = read_sources("sources.yaml", text)
    topic = read_topic("blue-fever.yaml", but(TOPIC, "cites: [a-guideline/rec-2]", "cites: [a-guideline/rec-1]"), held)
    assert told("sources.yaml", unused((topic,), held)) == (
        "sources.yaml:19: no statement cites a-guideline/rec-2; cite it or take it out",
        "sources.yaml:23: no statement cites another; cite it or take it out",
    )
