"""Abbreviations a text defines: tables of definitions and of brackets that define nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curbside.text.abbreviations import abbreviations

#   why, text, short form and long form
DEFINED: list[tuple[str, str, str, str]] = [
    ("initials", "patients with heart failure (HF) were", "HF", "heart failure"),
    ("four words", "chronic obstructive pulmonary disease (COPD)", "COPD", "chronic obstructive pulmonary disease"),
    ("plural", "randomized controlled trials (RCTs)", "RCTs", "randomized controlled trials"),
    ("small words skipped", "the upper limit of normal (ULN)", "ULN", "upper limit of normal"),
    ("within words", "intravenous immunoglobulin (IVIG)", "IVIG", "intravenous immunoglobulin"),
    ("within one word", "tuberculosis (TB)", "TB", "tuberculosis"),
    ("hyphen", "immune-mediated necrotizing myopathy (IMNM)", "IMNM", "immune-mediated necrotizing myopathy"),
    ("after a hyphen", "anti-signal recognition particle (SRP)", "SRP", "signal recognition particle"),
    ("figures", "glucose-6-phosphate dehydrogenase (G6PD)", "G6PD", "glucose-6-phosphate dehydrogenase"),
    ("small letter first", "estimated glomerular filtration rate (eGFR)", "eGFR", "estimated glomerular filtration rate"),
    ("more in the bracket", "body mass index (BMI; kg/m2)", "BMI", "body mass index"),
    ("turned round", "MRI (magnetic resonance imaging) showed", "MRI", "magnetic resonance imaging"),
    ("square bracket", "hazard ratio [HR], 0.5", "HR", "hazard ratio"),
    ("after a figure", "95% confidence interval (CI) 0.4-0.6", "CI", "confidence interval"),
    ("new sentence", "It fell. Creatine kinase (CK) rose", "CK", "Creatine kinase"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "short", "long"), [row[1:] for row in DEFINED], ids=[row[0] for row in DEFINED])
def test_a_definition_is_found(text: str, short: str, long: str) -> None:
    assert abbreviations(text) == ((short, long),)


NOTHING = [
    ("a count", "the patients (n = 20) were"),
    ("a count, capital", "the patients (N=20) were"),
    ("a reference", "as shown (see Fig 1)"),
    ("a figure", "as shown (Fig 1)"),
    ("a p value", "it fell (P < 0.05)"),
    ("words that do not match", "the outcome of treatment (HR)"),
    ("another name of it", "aspirin (ASA)"),
    ("an amount", "paracetamol (500 mg)"),
    ("a year", "by Smith (2014)"),
    ("a remark", "CT (which was not available)"),
    ("lower case", "the drug (daily)"),
    ("a letter alone", "vitamin (D)"),
    ("words in between", "heart disease without any failure of pumping (HF)"),
    ("nothing before", "(HF)"),
    ("no bracket", "heart failure HF"),
    ("empty", ""),
]


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_other_brackets_define_nothing(text: str) -> None:
    assert abbreviations(text) == ()


def test_pairs_come_in_text_order_and_once() -> None:
    text = "Heart failure (HF) and creatine kinase (CK). Heart failure (HF) again."
    assert abbreviations(text) == (("HF", "Heart failure"), ("CK", "creatine kinase"))


@given(st.text(alphabet="aB cD()[],.; 1-", max_size=80))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    assert all(short in text and long in text for short, long in abbreviations(text))
