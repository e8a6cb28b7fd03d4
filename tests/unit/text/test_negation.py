"""What stands denied, and which way a sentence points: tables of hostile sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curbside.text.negation import directions, negated, polarity

#   why, text, stems that stand denied
DENIED: list[tuple[str, str, set[str]]] = [
    ("no", "no fever", {"fever"}),
    ("not", "aspirin did not reduce stroke", {"reduc", "stroke"}),
    ("n't", "aspirin didn't reduce stroke", {"reduc", "stroke"}),
    ("without", "patients without diabetes", {"diabet"}),
    ("a list goes on", "No fever, cough, or rash", {"fever", "cough", "rash"}),
    ("a semicolon ends it", "no fever; cough was present", {"fever"}),
    ("but ends it", "no fever but cough", {"fever"}),
    ("except ends it", "no drugs except aspirin", {"drug"}),
    ("unless ends it", "do not operate unless unstable", {"oper"}),
    ("a comma with which ends it", "no response, which was fatal", {"respons"}),
    ("a new verb ends it", "patients without fever had higher mortality", {"fever"}),
    ("and with a new verb ends it", "it did not reduce pain and improved function", {"reduc", "pain"}),
    ("a full stop ends it", "No fever. Cough.", {"fever"}),
    ("neither nor", "neither aspirin nor clopidogrel", {"aspirin", "clopidogrel"}),
    ("not only is no denial", "not only aspirin but also clopidogrel", set()),
    ("no more than is no denial", "no more than 4 g daily", set()),
    ("no more likely is denial", "they were no more likely to bleed", {"more", "like", "bleed"}),
    ("or no is denial", "steroids or no treatment", {"treatment"}),
    ("not yet is denial", "it is not yet approved", {"yet", "approv"}),
    ("whether or not is no denial", "whether or not steroids help", set()),
    ("no doubt is no denial", "there is no doubt that aspirin works", set()),
    ("with or without is no denial", "with or without fever", set()),
    ("no number", "see no. 5", set()),
    ("hedged denial is denial", "not necessarily harmful", {"necessarili", "harm"}),
    ("no significant difference", "no significant difference in mortality", {"signific", "differ", "mortal"}),
    ("no evidence of", "no evidence of harm", {"evid", "harm"}),
    ("non-", "a non-significant rise", {"signific"}),
    ("cannot exclude", "one cannot exclude infection", {"exclud"}),
    ("without delay", "operate without delay", {"delay"}),
    ("do not delay", "do not delay surgery for imaging", {"delay"}),
    ("never stop", "never stop steroids abruptly", {"stop"}),
    ("do not exceed", "do not exceed the dose", {"exceed"}),
    ("avoid", "avoid co-trimoxazole with methotrexate", {"co", "trimoxazol", "methotrex"}),
    ("withhold", "withhold methotrexate", {"methotrex"}),
    ("stop", "stop statins", {"statin"}),
    ("rather than", "give rituximab rather than azathioprine", {"azathioprin"}),
    ("instead of", "plasma exchange instead of immunoglobulin", {"immunoglobulin"}),
    ("lack of", "lack of response", {"respons"}),
    ("failed to", "the drug failed to reduce mortality", {"reduc", "mortal"}),
    ("no longer", "prophylaxis is no longer recommended", {"prophylaxi", "recommend"}),
    ("recommend against", "we recommend against routine imaging", {"routin", "imag"}),
    ("active against is no denial", "ceftriaxone is active against pneumococci", set()),
    ("contraindicated, behind", "statins are contraindicated", {"statin"}),
    ("contraindicated in whom stays", "statins are contraindicated in pregnancy", {"statin"}),
    ("not contraindicated", "statins are not contraindicated", {"contraind"}),
    ("should be avoided, behind", "live vaccines should be avoided", {"live", "vaccin"}),
    ("not recommended, behind", "live vaccines are not recommended", {"live", "vaccin", "recommend"}),
    ("not given, behind", "steroids were not given", {"steroid", "given"}),
    ("unlikely to", "surgery is unlikely to help", {"help"}),
    ("unlikely, behind", "benefit is unlikely", {"benefit"}),
    ("nothing denied", "aspirin reduced stroke", set()),
    ("empty", "", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in DENIED], ids=[row[0] for row in DENIED])
def test_only_what_a_negation_reaches_stands_denied(text: str, expected: set[str]) -> None:
    assert negated(text) == expected


#   why, text, directions
POINTS: list[tuple[str, str, set[str]]] = [
    ("lower", "mortality was lower", {"down"}),
    ("reduced", "aspirin reduced stroke", {"down"}),
    ("increase", "bleeding increased", {"up"}),
    ("did not reduce", "aspirin did not reduce stroke", {"none"}),
    ("failed to reduce", "aspirin failed to reduce stroke", {"none"}),
    ("no increase", "no increase in bleeding", {"none"}),
    ("neither nor", "neither aspirin nor clopidogrel reduced stroke", {"none"}),
    ("did not differ", "groups did not differ", {"none"}),
    ("no difference", "there was no significant difference", {"none"}),
    ("not significantly different", "rates were not significantly different", {"none"}),
    ("similar", "mortality was similar", {"none"}),
    ("non-significant increase", "a non-significant increase", {"none"}),
    ("no evidence of harm", "no evidence of harm", {"none"}),
    ("non-inferior", "apixaban was non-inferior", {"none"}),
    ("better", "steroids improved strength", {"better"}),
    ("no benefit", "no benefit was seen", {"none"}),
    ("worse", "renal function deteriorated", {"worse"}),
    ("two ways", "stroke fell but bleeding increased", {"down", "up"}),
    ("one denied, one not", "it did not reduce stroke and increased bleeding", {"none", "up"}),
    ("the denial is of something else", "patients without fever had higher mortality", {"up"}),
    ("less than a figure", "eGFR less than 30 mL/min", set()),
    ("more than a figure", "for more than 2 weeks", set()),
    ("more than in controls", "bleeding was higher than in controls", {"up"}),
    ("no more than", "no more than 4 g", set()),
    ("or older", "65 years or more", set()),
    ("higher dose", "a higher dose", set()),
    ("high-dose", "high-dose steroids", set()),
    ("lower limb", "lower limb weakness", set()),
    ("lower respiratory", "lower respiratory tract infection", set()),
    ("reduced ejection fraction", "heart failure with reduced ejection fraction", set()),
    ("no longer is no length", "it is no longer recommended", {"against"}),
    ("recommended", "rituximab is recommended", {"for"}),
    ("should", "patients should receive rituximab", {"for"}),
    ("should not", "patients should not receive rituximab", {"against"}),
    ("shouldn't", "patients shouldn't receive rituximab", {"against"}),
    ("should not be stopped", "steroids should not be stopped", {"for"}),
    ("should not be delayed", "surgery should not be delayed", set()),
    ("should be avoided", "rituximab should be avoided", {"against"}),
    ("recommend against", "we recommend against rituximab", {"against"}),
    ("recommend avoiding", "we recommend avoiding rituximab", {"against"}),
    ("not recommended", "rituximab is not recommended", {"against"}),
    ("contraindicated", "rituximab is contraindicated", {"against"}),
    ("not contraindicated is neither", "rituximab is not contraindicated", set()),
    ("never stop", "never stop steroids", {"for"}),
    ("stop", "stop statins", {"against"}),
    ("results suggest", "results suggest that", set()),
    ("we suggest", "we suggest rituximab", {"for"}),
    ("use of", "the use of rituximab", set()),
    ("use", "use rituximab", {"for"}),
    ("nothing", "necrotizing myopathy", set()),
    ("empty", "", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in POINTS], ids=[row[0] for row in POINTS])
def test_a_sentence_points_where_its_words_point(text: str, expected: set[str]) -> None:
    assert directions(text) == expected


def test_polarity_gives_each_content_stem_its_side() -> None:
    text = "Aspirin did not reduce stroke; clopidogrel reduced stroke."
    assert polarity(text) == {
        ("aspirin", False), ("reduc", True), ("stroke", True), ("clopidogrel", False), ("reduc", False), ("stroke", False),
    }  # fmt: skip


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    assert negated(text) == {stem for stem, denied in polarity(text) if denied}
    assert directions(text) <= {"up", "down", "none", "better", "worse", "for", "against"}
