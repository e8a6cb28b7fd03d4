"""Facts given outright: each is read whole or refused with what, which and what to do."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.understand.held import vocabulary

from curbside.errors import BadPatient
from curbside.model.patient import FACTS, Fact, Known, Patient
from curbside.understand.facts import patient_of
from curbside.understand.given import patient_from, read_patient


def _value(name: str, value: str, unit: str | None = None, detail: str | None = None) -> Fact:
    return Fact(name, Known.VALUE, value, unit, "given", detail)


def _is(name: str, known: Known, value: str | None = None) -> Fact:
    return Fact(name, known, value, source="given")


#   why, text, facts
READ: list[tuple[str, str, tuple[Fact, ...]]] = [
    ("blank", "  ", ()),
    ("sex", "sex=female", (_value("sex", "female"),)),
    ("sex, short", "sex = M", (_value("sex", "male"),)),
    ("years without saying so", "age=34", (_value("age", "34", "year"),)),
    ("months", "age=8 months", (_value("age", "8", "month"),)),
    ("weight", "weight=70 kg", (_value("weight", "70", "kg"),)),
    ("stone", "weight=11 stone", (_value("weight", "11", "stone"),)),
    ("pounds glued", "weight=176lb", (_value("weight", "176", "lb"),)),
    ("height", "height=1.7 m", (_value("height", "1.7", "m"),)),
    ("creatinine", "creatinine=0.9 mg/dL", (_value("creatinine", "0.9", "mg/dL"),)),
    ("micromoles", "creatinine=80 µmol/L", (_value("creatinine", "80", "umol/L"),)),
    ("estimates", "egfr=25, crcl=100", (_value("egfr", "25", "mL/min/1.73 m2"), _value("crcl", "100", "mL/min"))),
    ("decimal comma", "potassium=6,9", (_value("potassium", "6.9", "mmol/L"),)),
    ("thousands", "ck=9,000, ph=7.1", (_value("ck", "9000", "units/L"), _value("ph", "7.1"))),
    ("weeks", "gestation=12", (_value("gestation", "12", "week"), _is("pregnancy", Known.YES))),
    ("stated", "pregnancy=no; lactation=yes; dialysis=unknown", (_is("pregnancy", Known.NO), _is("lactation", Known.YES), _is("dialysis", Known.UNKNOWN))),
    ("allergy", "allergy=penicillin", (_value("allergy", "penicillin"),)),
    ("a brand", "allergy=Septrin", (_value("allergy", "trimethoprim-sulfamethoxazole"),)),
    ("what happened", "allergy=penicillin (anaphylaxis)", (_value("allergy", "penicillin", None, "anaphylaxis"),)),
    ("none", "allergy=none", (_is("allergy", Known.NO),)),
    ("not one", "allergy=no penicillin", (_is("allergy", Known.NO, "penicillin"),)),
    ("no drug", "allergy=latex", (_value("allergy", "latex"),)),
    ("a list", "taking=AZA 150 mg + allopurinol", (_value("taking", "azathioprine", None, "150 mg"), _value("taking", "allopurinol"))),
    ("repeated", "taking=allopurinol, taking=aspirin", (_value("taking", "allopurinol"), _value("taking", "aspirin"))),
    ("condition", "condition=CKD", (_value("condition", "chronic kidney disease"),)),
    ("antibody", "antibody=HMGCR", (_value("antibody", "anti-hmgcr"),)),
    ("hours", "hours=3", (_value("hours", "3", "hour"),)),
    ("Fahrenheit", "temperature=102 F", (_value("temperature", "102", "degF"),)),
    ("twice the same", "weight=70 kg, weight=70000 g", (_value("weight", "70", "kg"), _value("weight", "70000", "g"))),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "facts"), READ, ids=[row[0] for row in READ])
def test_what_is_given_is_read(why: str, text: str, facts: tuple[Fact, ...]) -> None:
    assert read_patient(text, vocabulary()) == Patient(facts), why


#   why, text, what the error says, what to do
REFUSED: list[tuple[str, str, str, str]] = [
    ("a slip in the key", "wieght=70 kg", "no fact about a patient is called 'wieght'; did you mean weight?", f"there are: {', '.join(FACTS)}"),
    ("no such key", "shoe size=9", "no fact about a patient is called 'shoe size'", f"there are: {', '.join(FACTS)}"),
    ("no pair", "female", "not a fact about the patient: 'female'", "write for example: sex=female, age=34, weight=70 kg, creatinine=0.9 mg/dL, allergy=penicillin, taking=allopurinol + aspirin"),
    ("empty", "age=", "age is empty", "write age=unknown, or leave it out"),
    ("too old", "age=240", "age 240 years is not possible (0 to 120 years)", "check the figure and its unit"),
    ("negative", "weight=-3 kg", "weight -3 kg is not possible (0.3 to 350 kg)", "check the figure and its unit"),
    ("no unit", "weight=70", "weight 70 has no unit", "write it with its unit, for example weight=70 kg"),
    ("creatinine without unit", "creatinine=80", "creatinine 80 has no unit", "write it with its unit, for example creatinine=0.9 mg/dL"),
    ("creatinine in kilograms", "creatinine=80 kg", "creatinine is not measured in kg", "write it with its unit (mg/dL or umol/L)"),
    ("creatinine in the other unit", "creatinine=90 mg/dL", "creatinine 90 mg/dL is not possible (0.1 to 40 mg/dL)", "check the figure and its unit"),
    ("two units", "weight=80 lb kg", "weight is not measured in 'lb kg'", "write for example weight=70 kg"),
    ("a unit nobody knows", "weight=70 firkin", "weight is not measured in 'firkin'", "write for example weight=70 kg"),
    ("a word", "weight=heavy", "weight cannot be 'heavy'", "write a number, for example weight=70 kg"),
    ("a sex nobody knows", "sex=table", "sex cannot be 'table'", "write sex=female, sex=male or sex=unknown"),
    ("neither yes nor no", "pregnancy=12 weeks", "pregnancy cannot be '12 weeks'", "write pregnancy=yes, pregnancy=no or pregnancy=unknown"),
    ("a pregnant man", "sex=male, pregnancy=yes", "sex is male and pregnancy is yes", "give the one that holds; leave the other out"),
    ("weeks of a man", "sex=male, gestation=12", "sex is male and pregnancy is yes", "give the one that holds; leave the other out"),
    ("weeks and no pregnancy", "pregnancy=no, gestation=12", "pregnancy is no and weeks of pregnancy are given", "give the one that holds; leave the other out"),
    ("two weights", "weight=70 kg, weight=80 kg", "weight is given more than one way: 70 kg and 80 kg", "give the one that holds"),
    ("two sexes", "sex=male, sex=female", "sex is given more than one way: male and female", "give the one that holds"),
    ("none and one", "allergy=none, allergy=penicillin", "allergy is given more than one way: none and penicillin", "give the one that holds"),
    ("there and not", "taking=aspirin, taking=no aspirin", "taking is given more than one way: aspirin and no aspirin", "give the one that holds"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "says", "way_out"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_cannot_be_is_refused(why: str, text: str, says: str, way_out: str) -> None:
    with pytest.raises(BadPatient) as caught:
        read_patient(text, vocabulary())
    assert (caught.value.message, caught.value.hint) == (says, way_out), why


def test_a_name_not_held_is_kept_and_said() -> None:
    doubt = 'allergy "zorvamycin": that name is not known here, so nothing is checked against it; check its spelling'
    assert read_patient("allergy=zorvamycin", vocabulary()) == Patient((_value("allergy", "zorvamycin"),), (), (doubt,))


def test_a_mapping_gives_the_same() -> None:
    facts = {
        "sex": "female",
        "age": 34,
        "weight": "70 kg",
        "ph": Decimal("7.1"),
        "crcl": 80.5,
        "pregnancy": False,
        "lactation": None,
    }
    names: dict[str, object] = {"allergy": ["penicillin (rash)", "latex"], "taking": ["allopurinol"], "condition": []}
    text = (
        "sex=female, age=34, weight=70 kg, ph=7.1, crcl=80.5, pregnancy=no, lactation=unknown, "
        "allergy=penicillin (rash) + latex, taking=allopurinol"
    )
    assert patient_from({**facts, **names}, vocabulary()) == read_patient(text, vocabulary())


@pytest.mark.parametrize(
    ("why", "facts", "says"),
    [
        ("an object", {"weight": {"kg": 70}}, "weight cannot be read from dict"),
        ("a list of figures", {"taking": [1]}, "taking cannot be read from list"),
        ("several sexes", {"sex": ["male"]}, "sex cannot be read from list"),
        ("a bare number", {"weight": 70}, "weight 70 has no unit"),
        ("not a number", {"age": float("nan")}, "age cannot be 'nan'"),
        ("no end", {"age": float("inf")}, "age cannot be 'inf'"),
        ("yes is no age", {"age": True}, "age cannot be 'yes'"),
        ("an unknown key", {"AGE ": 3, "agee": 3}, "no fact about a patient is called 'agee'; did you mean age?"),
    ],
)
def test_a_bad_mapping_is_refused(why: str, facts: dict[str, object], says: str) -> None:
    with pytest.raises(BadPatient) as caught:
        patient_from(facts, vocabulary())
    assert caught.value.message == says, why


def test_given_wins_over_the_question_and_a_difference_is_said() -> None:
    told = read_patient("sex=female, age=34, weight=70 kg, taking=no warfarin", vocabulary())
    read = patient_of("34F, 80 kg, on warfarin", told, vocabulary())
    assert read == Patient(
        (*told.facts, Fact("pregnancy", Known.UNKNOWN)),
        (),
        (
            "weight is 70 kg as given and 80 kg in the question: what was given is used",
            "taking (warfarin) is not there as given and there in the question: what was given is used",
        ),
    )


def test_an_allergy_in_the_question_is_kept_beside_none_given() -> None:
    told = read_patient("sex=female, age=34, pregnancy=no, allergy=none", vocabulary())
    read = patient_of("anaphylaxis to penicillin", told, vocabulary())
    kept = Fact("allergy", Known.VALUE, "penicillin", detail="anaphylaxis")
    doubt = (
        "allergy (penicillin) is in the question, and no allergy was given: the allergy is kept; say which one holds"
    )
    assert read == Patient((*told.facts, kept), (), (doubt,))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.sampled_from(FACTS))
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    for whole in (text, f"{name}={text}"):
        with suppress(BadPatient):
            assert isinstance(read_patient(whole, vocabulary()), Patient)
