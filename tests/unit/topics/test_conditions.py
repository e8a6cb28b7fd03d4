"""Conditions and cues as an editor writes them: what they become, and what is said of each mistake."""

from decimal import Decimal

import pytest
from tests.unit.topics.written import SOURCES, TOPIC, but

from curbside.errors import BadTopic
from curbside.model.condition import Condition, Criterion
from curbside.model.patient import FACTS, Known
from curbside.model.topic import Cue
from curbside.topics.conditions import finding, named
from curbside.topics.cues import cue
from curbside.topics.read import read_head, read_topic
from curbside.topics.sources import read_sources

_, HELD = read_sources("sources.yaml", SOURCES)
REST = "text: Rest is advised"


def when(written: str) -> Condition | None:
    """The condition of the second statement, written so."""
    return read_topic("blue-fever.yaml", but(TOPIC, REST, f"when: {written}\n    {REST}"), HELD).statements[1].when


def one(name: str, sign: str, number: str, unit: str = "") -> Criterion:
    return Criterion(name, sign, Decimal(number), unit)


def told(name: str, *names: str) -> Criterion:
    return Criterion(name, "is", names=names)


READ = [
    ("stated", "{pregnancy: yes}", Condition(((Criterion("pregnancy", "is"),),))),
    ("stated not", "{dialysis: no}", Condition(((Criterion("dialysis", "is", wanted=Known.NO),),))),
    ("quoted", '{lactation: "yes"}', Condition(((Criterion("lactation", "is"),),))),
    ("sex", "{sex: female}", Condition(((told("sex", "female"),),))),
    ("without a unit it is the usual one", "{crcl: < 30}", Condition(((one("crcl", "<", "30"),),))),
    ("years", '{age: ">= 65 years"}', Condition(((one("age", ">=", "65", "year"),),))),
    ("months", "{age: < 18 months}", Condition(((one("age", "<", "18", "month"),),))),
    ("a decimal", "{potassium: <= 3.5 mmol/L}", Condition(((one("potassium", "<=", "3.5", "mmol/L"),),))),
    ("milliequivalents of potassium", '{potassium: "> 5.4 mEq/L"}', Condition(((one("potassium", ">", "5.4", "mEq/L"),),))),
    ("degrees", '{temperature: "> 38 C"}', Condition(((one("temperature", ">", "38", "Cel"),),))),
    ("a band", '{age: [">= 12 years", "< 18 years"]}',
     Condition(((one("age", ">=", "12", "year"), one("age", "<", "18", "year")),))),
    ("names are folded", "{allergy: Penicillin}", Condition(((told("allergy", "penicillin"),),))),
    ("any of several names", "{given: [clarithromycin, Azithromycin]}",
     Condition(((told("given", "clarithromycin", "azithromycin"),),))),
    ("all of a mapping", "{sex: female, egfr: < 30}", Condition(((told("sex", "female"), one("egfr", "<", "30")),))),
    ("any of a list", "[{crcl: < 30}, {dialysis: yes}]",
     Condition(((one("crcl", "<", "30"),), (Criterion("dialysis", "is"),)))),
]  # fmt: skip


@pytest.mark.parametrize(("why", "written", "expected"), READ, ids=[row[0] for row in READ])
def test_a_condition_is_read_as_it_is_written(why: str, written: str, expected: Condition) -> None:
    assert when(written) == expected


KNOWN = ", ".join((*FACTS, "given"))
SHAPE = '`when` is a mapping such as {pregnancy: yes} or {age: "< 18 years"}'
UNITS = "g/L, mcg/mL"
WRONG = [
    ("no fact", "{kidneys: bad}", f"`when`: no patient fact is called 'kidneys'; there are: {KNOWN}"),
    ("nearly a fact", "{alergy: penicillin}", "`when`: no patient fact is called 'alergy'; did you mean 'allergy'?"),
    ("a word", "pregnancy", SHAPE),
    ("a list of words", "[pregnancy]", SHAPE),
    ("nothing", "{}", SHAPE),
    ("an empty list is not: everybody", "[]", SHAPE),
    ("one group of two is wrong", "[{pregnancy: yes}, {}]", SHAPE),
    ("no value", "{allergy: }", "`when`: 'allergy' needs a value, or a list of values"),
    ("no values", "{allergy: []}", "`when`: 'allergy' needs a value, or a list of values"),
    ("a value that is a mapping", "{allergy: [penicillin, {a: b}]}", "`when`: 'allergy' needs a value, or a list of values"),
    ("maybe", "{pregnancy: maybe}", "`when`: 'pregnancy' is yes or no, not 'maybe'"),
    ("both", "{pregnancy: [yes, no]}", "`when`: 'pregnancy' is yes or no, not 'yes, no'"),
    ("true is not yes", "{pregnancy: true}", "`when`: 'pregnancy' is yes or no, not 'true'"),
    ("no sex", "{sex: both}", "`when`: sex is female or male, not 'both'"),
    ("two sexes", "{sex: [female, male]}", "`when`: sex is female or male, not 'female, male'"),
    ("no sign", "{crcl: 30}", "`when`: 'crcl' is compared, for instance \"< 30\" or \">= 65 years\", not '30'"),
    ("a sign turned round", "{crcl: => 30}", "`when`: 'crcl' is compared, for instance \"< 30\" or \">= 65 years\", not '=> 30'"),
    ("words", "{crcl: below 30}", "`when`: 'crcl' is compared, for instance \"< 30\" or \">= 65 years\", not 'below 30'"),
    ("a negative number", "{crcl: < -3}", "`when`: 'crcl' is compared, for instance \"< 30\" or \">= 65 years\", not '< -3'"),
    ("a comma", '{ck: "> 1,000"}', "`when`: 'ck' is compared, for instance \"< 30\" or \">= 65 years\", not '> 1,000'"),
    ("a unit of something else", "{weight: < 60 years}", "`when`: year and kg do not measure the same of weight"),
    ("an estimate is not told in the unit of the other", "{egfr: < 30 mL/min}", "`when`: mL/min and mL/min/1.73 m2 do not measure the same of egfr"),
    ("milliequivalents of glucose", "{glucose: < 70 mEq/L}", "`when`: mEq/L and mmol/L do not measure the same of glucose"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "written", "said"), WRONG, ids=[row[0] for row in WRONG])
def test_a_wrong_condition_is_named_with_its_line(why: str, written: str, said: str) -> None:
    with pytest.raises(BadTopic) as refused:
        when(written)
    assert refused.value.problems == (f"blue-fever.yaml:23: {said}",)


def test_a_unit_nobody_knows_is_named() -> None:
    with pytest.raises(BadTopic, match=r"`when`: not a unit known here: 'stones'; there are: mcg, mg, g, kg,"):
        when("{weight: < 10 stones}")


def test_what_is_put_aside_needs_its_reason() -> None:
    with pytest.raises(BadTopic) as refused:
        read_topic("blue-fever.yaml", but(TOPIC, REST, f"unless: {{pregnancy: yes}}\n    {REST}"), HELD)
    said = "blue-fever.yaml:21: rest is put aside for some; add `reason`: why, in a few words"
    assert refused.value.problems == (said,)


def test_the_names_of_a_condition_are_those_the_vocabulary_must_have() -> None:
    condition = when("[{allergy: [Penicillin, macrolide], age: < 5 years}, {given: warfarin, sex: female}]")
    assert named(condition) == (("allergy", "penicillin"), ("allergy", "macrolide"), ("given", "warfarin"))
    assert named(None) == ()


FINDINGS = [
    ("a finding", "potassium > 5.4 mmol/L", one("potassium", ">", "5.4", "mmol/L")),
    ("without unit", "gcs < 9", one("gcs", "<", "9")),
    ("words that begin like one", "potassium binder", None),
    ("a measure alone", "lactate", None),
    ("no measure", "fever > 38", None),
]


@pytest.mark.parametrize(("why", "text", "expected"), FINDINGS, ids=[row[0] for row in FINDINGS])
def test_a_part_of_a_cue_may_be_a_finding(why: str, text: str, expected: Criterion | None) -> None:
    assert finding(text) == expected


HIGH = one("potassium", ">", "5.4", "mmol/L")
CUES = [
    ("one phrase", "large vessel occlusion", Cue((("large vessel occlusion",),), ((),))),
    ("parts", "tenecteplase + stroke", Cue((("tenecteplase",), ("stroke",)), ((), ()))),
    ("alternatives", "tenecteplase | alteplase + stroke | large vessel occlusion",
     Cue((("tenecteplase", "alteplase"), ("stroke", "large vessel occlusion")), ((), ()))),
    ("a finding", "potassium > 5.4 mmol/L", Cue(((),), ((HIGH,),))),
    ("a finding or a word", "ECG + potassium > 5.4 mmol/L | hyperkalaemia",
     Cue((("ECG",), ("hyperkalaemia",)), ((), (HIGH,)))),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "expected"), CUES, ids=[row[0] for row in CUES])
def test_a_cue_is_parts_of_alternatives(why: str, text: str, expected: Cue) -> None:
    assert cue(text) == expected


WRONG_CUES = [
    ("an empty part", '"fever + "', "'fever +' has an empty part; write `one | other + third`"),
    ("an empty alternative", '"a |  | b"', "'a | | b' has an empty part; write `one | other + third`"),
    ("a finding that nearly is one", '"potassium > high"',
     "'potassium' is compared, for instance \"< 30\" or \">= 65 years\", not '> high'"),
    ("a finding in a unit of something else", '"potassium > 5 mg"', "mg and mmol/L do not measure the same of potassium"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "written", "said"), WRONG_CUES, ids=[row[0] for row in WRONG_CUES])
def test_a_wrong_cue_is_named_with_its_line(why: str, written: str, said: str) -> None:
    with pytest.raises(BadTopic) as refused:
        read_topic("blue-fever.yaml", but(TOPIC, "sections:", f"cues: [fever, {written}]\nsections:"), HELD)
    assert refused.value.problems == (f"blue-fever.yaml:7: `cues`: {said}",)


def test_the_head_of_a_topic_is_read_without_the_rest() -> None:
    text = but(TOPIC, "names: [blue fever, BLF]", "names: [blue fever, BLF]\ncues: [blue skin + fever]")
    head = read_head("blue-fever.yaml", text.partition("statements:")[0] + "statements: [[[ not YAML")
    topic = read_topic("blue-fever.yaml", text, HELD)
    assert (head.slug, head.title, head.names, head.cues) == (topic.slug, topic.title, topic.names, topic.cues)
    assert head.cues == (Cue((("blue skin",), ("fever",)), ((), ())),)


@pytest.mark.parametrize("key", ["names: [blue fever, BLF]\n", "cues: [blue skin]\n"])
def test_what_reaches_a_topic_stands_before_its_body(key: str) -> None:
    """Else a question would not find the topic, and nobody would see why."""
    moved = TOPIC.replace(key, "") + key
    with pytest.raises(BadTopic) as refused:
        read_topic("blue-fever.yaml", moved, HELD)
    said = "write `names` and `cues` before `branches` and `sections`: questions reach the topic by them"
    assert refused.value.problems == (f"blue-fever.yaml:1: {said}",)
