"""The rules an editor keeps to: each has its hostile cases, and the good file breaks none."""

import pytest
from tests.unit.topics.written import DRUG, SOURCES, TOPIC, but

from curbside.topics.across import disagreeing, unused
from curbside.topics.desk import Desk
from curbside.topics.drugs import read_drug
from curbside.topics.read import read_topic
from curbside.topics.rules import NEEDED, RULES, broken, broken_drug
from curbside.topics.settle import told
from curbside.topics.sources import read_sources

DRUGS = frozenset({"ampicillin", "methotrexate", "penicillin", "blue fever"})


def found(topic: str, sources: str = SOURCES, drug: str | None = None) -> tuple[str, ...]:
    _, held = read_sources("sources.yaml", sources)
    file = read_drug("ampicillin.yaml", drug, held) if drug else None
    desk = Desk(held, DRUGS, {file.name: file} if file else {})
    return told("f", broken(read_topic("blue-fever.yaml", topic, held), desk))


def found_in_drug(drug: str) -> tuple[str, ...]:
    _, held = read_sources("sources.yaml", SOURCES)
    file = read_drug("ampicillin.yaml", drug, held)
    return told("f", broken_drug(file, Desk(held, DRUGS, {file.name: file})))


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


STEPS = "- {amount: 500, unit: mg, interval: every 6 hours}"
SHAPE = "f:10: ampicillin has no plausible range for {}; add it to its drug file"
OUTSIDE = "f:10: {} of ampicillin oral lies outside the plausible range of its drug file; correct one"
#   rule and why                        what stands there        what is put there                                      what is said
GUARDED = [
    ("drug_has_a_file: another drug", "drug: ampicillin", "drug: penicillin", "f:10: penicillin has no drug file; add drugs/penicillin.yaml"),
    ("dose_is_plausible: ten times too much", "amount: 500", 'amount: "5,000"', OUTSIDE.format("5000 to 5000 mg")),
    ("dose_is_plausible: ten times too little", "amount: 500", "amount: 50", OUTSIDE.format("50 to 50 mg")),
    ("dose_is_plausible: a slip of the unit", STEPS, "- {amount: 500, unit: g, interval: once}", OUTSIDE.format("500 to 500 g")),
    ("dose_is_plausible: a slip of the unit downwards", STEPS, "- {amount: 500, unit: mcg, interval: once}", OUTSIDE.format("500 to 500 mcg")),
    ("dose_is_plausible: one end of a range", "amount: 500", 'amount: "500-1,500"', OUTSIDE.format("500 to 1500 mg")),
    ("dose_is_plausible: another route", "route: oral", "route: IV", SHAPE.format("IV mg")),
    ("dose_is_plausible: per weight", STEPS, "- {amount: 50, unit: mg, per: kg, interval: once}", SHAPE.format("oral mg per kg")),
    ("dose_is_plausible: a rate", STEPS, "- {amount: 500, unit: mg, rate: per hour}", SHAPE.format("oral mg per hour")),
    ("dose_is_plausible: another kind of unit", STEPS, "- {amount: 500, unit: units, interval: once}", SHAPE.format("oral units")),
    ("dose_is_plausible: another population", "population: adult\n", "population: child\n", SHAPE.format("oral mg")),
    ("dose_is_plausible: a divided day is one dose at a time", STEPS, "- {amount: 800, unit: mg, interval: daily, divided: 4}", OUTSIDE.format("800 to 800 mg")),
    ("condition_is_known: misspelt", "text: Rest is", "when: {allergy: penicilin}\n    text: Rest is", "f:21: no allergy called 'penicilin' in the vocabulary; correct it or add it there"),
    ("condition_is_known: put aside", "text: Rest is", "unless: {given: [ampicillin, warfarine]}\n    reason: clash\n    text: Rest is", "f:21: no given called 'warfarine' in the vocabulary; correct it or add it there"),
    ("condition_is_known: of a dose", "      reference:", "      when: {condition: green fever}\n      reference:", "f:10: no condition called 'green fever' in the vocabulary; correct it or add it there"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "old", "new", "said"), GUARDED, ids=[row[0] for row in GUARDED])
def test_a_dose_and_a_condition_are_held_against_drug_files_and_vocabulary(
    rule: str, old: str, new: str, said: str
) -> None:
    topic = TOPIC.replace(old, new, 1) if "population" in old else but(TOPIC, old, new)
    assert found(topic, SOURCES, DRUG) == (said,)


LET_THROUGH = [
    ("the same drug in capitals", "drug: ampicillin", "drug: Ampicillin"),
    ("told in grams", STEPS, "- {amount: 0.5, unit: g, interval: every 6 hours}"),
    ("the ends of the range", "amount: 500", 'amount: "250-1,000"'),
    ("one of two routes", "route: oral", "route: oral or IV"),
    ("a day in doses", STEPS, '- {amount: "2,000", unit: mg, interval: daily, divided: 4}'),
    ("antibodies have no vocabulary", "text: Rest is", "when: {antibody: anti-blue}\n    text: Rest is"),
    ("a class", "text: Rest is", "when: {allergy: Penicillin}\n    text: Rest is"),
]


@pytest.mark.parametrize(("why", "old", "new"), LET_THROUGH, ids=[row[0] for row in LET_THROUGH])
def test_what_is_plausible_is_let_through(why: str, old: str, new: str) -> None:
    assert found(but(TOPIC, old, new), SOURCES, DRUG) == ()


def test_a_good_drug_file_breaks_no_rule() -> None:
    assert found_in_drug(DRUG) == ()


ALERT = [
    f"f:1: ampicillin is a high-alert drug and says nothing of {item}; add a rule, or list it in `unknown`"
    for item in NEEDED
]
#   why                                    what stands there             what is put there                     what is said
DRUG_FILES = [
    ("a condition nobody knows", 'when: {crcl: "< 10"}', "when: {taking: warfarine}", ["f:10: no taking called 'warfarine' in the vocabulary; correct it or add it there"]),
    ("it recommends without a grade", "text: Rest is advised", "text: Rest is recommended", ["f:10: it says “recommend” without a strong grade; write suggests, lists or advises"]),
    ("written so that it gets misread", "text: Rest is advised", "text: Rest and 5.0 mg are advised", ["f:10: '5.0': a trailing zero can be read ten times too high; write 1 mg, not 1.0 mg"]),
    ("filed as avoid and saying nothing of it", "in blue fever, and ampicillin is avoided", "in blue fever", ["f:10: ampicillin-kidney is filed as avoid, and its sentence does not say so; correct one"]),
    ("filed as compatible and warning", "effect: avoid", "effect: compatible", ["f:10: ampicillin-kidney is filed as compatible, and its sentence warns; correct one"]),
    ("a high-alert drug must say more", "drug: ampicillin\n", "drug: ampicillin\nhigh_alert: true\n", [line for line in ALERT if "of kidney" not in line and "of lactation" not in line]),
    ("an order that is out of its own range", "    reason: failing kidneys\n", "    order: {drug: ampicillin, route: oral, population: adult, reference: a-guideline/rec-2, steps: [{amount: 50, unit: mg, interval: daily}]}\n", [OUTSIDE.format("50 to 50 mg")]),
    ("an order that rests on what the rule does not cite", "    reason: failing kidneys\n", "    order: {drug: ampicillin, route: oral, population: adult, reference: a-guideline/rec-1, steps: [{amount: 500, unit: mg, interval: daily}]}\n", ["f:10: the dose of ampicillin rests on a-guideline/rec-1; add it to `cites`"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new", "said"), DRUG_FILES, ids=[row[0] for row in DRUG_FILES])
def test_a_drug_file_that_breaks_a_rule_is_named(why: str, old: str, new: str, said: list[str]) -> None:
    assert sorted(found_in_drug(but(DRUG, old, new))) == sorted(said)


def test_a_drug_the_vocabulary_lacks_is_named() -> None:
    _, held = read_sources("sources.yaml", SOURCES)
    file = read_drug("ampicillin.yaml", DRUG, held)
    said = told("f", broken_drug(file, Desk(held, frozenset({"penicillin"}), {})))
    assert said == ("f:1: no drug called 'ampicillin' in the vocabulary; correct it or add it there",)


def test_every_rule_has_a_hostile_case() -> None:
    assert {row[0].split(":")[0] for row in (*TOPICS, *LISTS, *GUARDED)} == {rule.__name__ for rule in RULES}


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
    assert told("sources.yaml", [problem for _, problem in unused((topic,), (), held)]) == (
        "sources.yaml:19: no statement cites a-guideline/rec-2; cite it or take it out",
        "sources.yaml:23: no statement cites another; cite it or take it out",
    )


def facts(first: str, second: str) -> list[str]:
    """What is said of two topics, each with one statement of a text that tells the same fact."""
    _, held = read_sources("sources.yaml", SOURCES)
    key = "fact: blue-fever/rest\n    text: "
    one = but(TOPIC, "text: Rest is advised in blue fever.", key + first)
    two = but(TOPIC, "text: Rest is advised in blue fever.", key + second).replace("blue-fever\n", "red-fever\n", 1)
    topics = {"one": read_topic("blue-fever.yaml", one, held), "two": read_topic("red-fever.yaml", two, held)}
    return [f"{name}: {line}" for name, problem in disagreeing(topics) for line in told("f", [problem])]


FACT = "rest and rest (one:21) both tell 'blue-fever/rest' and do not carry the same figures; correct one, or tell two facts by two keys"
FACTS = [
    ("other words, same figures", "Rest for 7 days.", "For 7 days patients rest.", []),
    ("another figure", "Rest for 7 days.", "Rest for 10 days.", [f"two: f:21: {FACT}"]),
    ("another unit", "Rest for 7 days.", "Rest for 7 weeks.", [f"two: f:21: {FACT}"]),
    ("one figure more", "Rest for 7 days.", "Rest for 7 days at 18 Cel.", [f"two: f:21: {FACT}"]),
    ("the same in other units", "Rest for 7 days.", "Rest for 1 week.", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "first", "second", "said"), FACTS, ids=[row[0] for row in FACTS])
def test_topics_that_tell_one_fact_carry_the_same_figures(why: str, first: str, second: str, said: list[str]) -> None:
    assert facts(first, second) == said


def test_an_order_is_part_of_a_fact() -> None:
    _, held = read_sources("sources.yaml", SOURCES)
    one = but(TOPIC, "    text: Adults", "    fact: blue-fever/dose\n    text: Adults")
    two = but(one, "amount: 500", "amount: 250")
    topics = {name: read_topic("blue-fever.yaml", text, held) for name, text in (("one", one), ("two", two))}
    assert [name for name, _ in disagreeing(topics)] == ["two"]
