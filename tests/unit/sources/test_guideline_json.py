"""Guidelines kept as JSON: what they say, and that they say how they were made."""

import json
from typing import Any

import pytest

from curbside.errors import UnreadableSource
from curbside.model.document import Citation, Document, DocumentId, Extent, Fidelity, Kind, Standing
from curbside.sources.guideline_json import read_guideline


def a_condition(**more: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "condition_name": "Gout", "condition_slug": "gout", "source": "NSTG 2022", "introduction": "", "clinical_features": [],
        "investigations": [], "treatment": {}, "differential_diagnoses": [], "complications": [], "prevention": [],
        "other_investigations": None, "definitive_treatment": None, "prognosis": None,
    }  # fmt: skip
    return {**empty, **more}


def a_recommendation(**more: Any) -> dict[str, Any]:
    return {
        "id": 7,
        "title": "Gout: Screening -- Adults",
        "grade": "D",
        "ageRange": [18, 100],
        "sex": "female",
        "text": "Do not screen.",
        **more,
    }


def sections_of(document: Document) -> list[tuple[str, str, str]]:
    return [(s.heading, s.role.value, document.text[s.span.start : s.span.end]) for s in document.sections]


def test_a_condition_is_a_machine_derived_guideline() -> None:
    record = a_condition(
        introduction="Gout hurts.",
        clinical_features=[{"type": "Acute", "features": ["pain", "redness"]}, {"type": "", "features": ["tophi"]}],
        investigations=["Urate"],
        treatment={"goals": ["No pain"], "drug": ["Note the following:\n• Rest\n• Ice", "Fictitium 5 mg daily"], "adverse_reactions_and_cautions": ["Rash"]},
        prevention=["Drink water"],
        prognosis=["Good"],
    )  # fmt: skip
    document = read_guideline(record, "GOUT.json")
    assert sections_of(document) == [
        ("Title", "title", "Gout"),
        ("Introduction", "background", "Gout hurts."),
        ("Clinical features: Acute", "other", "pain\n\nredness"),
        ("Clinical features", "other", "tophi"),
        ("Investigations", "other", "Urate"),
        ("Treatment goals", "treatment", "No pain"),
        ("Drug treatment", "treatment", "Note the following:\n• Rest\n• Ice\n\nFictitium 5 mg daily"),
        ("Adverse reactions and cautions", "cautions", "Rash"),
        ("Prevention", "recommendation", "Drink water"),
        ("Prognosis", "other", "Good"),
    ]
    assert document == Document(
        id=DocumentId("nstg2022:gout"),
        citation=Citation("Gout", container="NSTG 2022", year=2022, kind=Kind.GUIDELINE, standing=Standing.UNCHECKED),
        text=document.text,
        sections=document.sections,
        licence=None,
        fidelity=Fidelity.MACHINE_DERIVED,
        extent=Extent.FULL_TEXT,
        remarks=("machine-derived transcription",),
    )


#   why, slug, file name, id
NAMES = [
    ("the slug", "gout", "GOUT.json", "nstg2022:gout"),
    ("whatever the file is called", "gout", "upload.json", "nstg2022:gout"),
    ("or where it lies", "gout", "set.tar.gz/json/GOUT.json", "nstg2022:gout"),
    ("a second file of the same slug", "gout", "GOUT_2.json", "nstg2022:gout-2"),
    ("a third, with a longer name", "gout", "TREATMENT OF GOUT_3.json", "nstg2022:gout-3"),
    ("a slug as it is written", "acute_gout", "ACUTE GOUT.json", "nstg2022:acute_gout"),
    ("a longer name of the same", "gout", "GOUT (PODAGRA).json", "nstg2022:gout"),
    ("a misspelt file beside a well-spelt one", "neonatal-gout", "NEONTAL GOUT.json", "nstg2022:neontal-gout"),
    ("a number that is no ordinal of ours", "gout", "batch 12.json", "nstg2022:gout"),
]


@pytest.mark.parametrize(("why", "slug", "file_name", "id"), NAMES, ids=[case[0] for case in NAMES])
def test_names_are_stable_and_told_apart(why: str, slug: str, file_name: str, id: str) -> None:
    assert read_guideline(a_condition(condition_slug=slug, introduction="x"), file_name).id == id


def test_without_a_slug_the_name_serves() -> None:
    assert (
        read_guideline(a_condition(condition_name="Sjögren's disease", condition_slug=None), "x.json").id
        == "nstg2022:sjogrens-disease"
    )


def test_a_recommendation_carries_its_grade_and_population() -> None:
    document = read_guideline(
        a_recommendation(servFreq="Never.", riskText="Old < i>age</i> and uric acid <7 mg."), "r.jsonl"
    )
    assert sections_of(document) == [
        ("Title", "title", "Gout: Screening -- Adults"),
        ("Recommendation", "recommendation", "Do not screen."),
        ("Frequency of service", "recommendation", "Never."),
        ("Risk", "other", "Old age and uric acid <7 mg."),
    ]
    assert (
        document.id,
        document.citation,
        document.fidelity,
        document.extent,
        document.population,
        document.remarks,
    ) == (
        "uspstf:7",
        Citation("Gout: Screening -- Adults", container="U.S. Preventive Services Task Force", kind=Kind.GUIDELINE),
        Fidelity.TRANSCRIPTION,
        Extent.ABSTRACT,
        ("adult", "elderly", "women"),
        ("grade D",),
    )


@pytest.mark.parametrize(
    ("more", "population"),
    [
        ({"ageRange": [0, 5], "sex": "men and women"}, ("child", "infant", "men", "neonate", "women")),
        ({"ageRange": [6, 17], "sex": "male"}, ("adolescent", "child", "men")),
        ({"ageRange": [65, 75], "sex": "men"}, ("elderly", "men")),
        ({"ageRange": None, "sex": None, "title": "Iron: Pregnant Women"}, ("pregnancy",)),
        ({"ageRange": ["a"], "sex": "", "title": "Iron: Nonpregnant Adults"}, ()),
    ],
)
def test_population_is_what_the_record_declares(more: dict[str, Any], population: tuple[str, ...]) -> None:
    assert read_guideline(a_recommendation(**more), "r.jsonl").population == population


def test_a_lost_character_is_shown_not_left_out() -> None:
    document = read_guideline(a_condition(introduction="aged 16 \x17 55 \ud800years"), "x.json")
    assert sections_of(document)[1][2] == "aged 16 \ufffd 55 \ufffdyears"


#   why, record, complaint
BAD = [
    ("a text that is a number", a_condition(introduction=5), "`introduction` is not text"),
    ("a list that is a text list of numbers", a_condition(investigations=[5]), "`investigations` is not text"),
    ("features that are no objects", a_condition(clinical_features=["x"]), "`clinical_features` is not a list of objects"),
    ("treatment that is a text", a_condition(treatment="rest"), "`treatment.goals` is not inside an object"),
    ("no source", a_condition(source=""), "`condition_name` or `source` is empty"),
    ("a slug with a slash of the wrong kind", a_condition(condition_slug="a b\\c"), "'nstg2022:a b\\\\c' cannot name a document"),
    ("a recommendation without text", a_recommendation(text=""), "recommendation 7 has no text"),
    ("a recommendation without number", a_recommendation(id=None), "`id` or `title` is missing"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "record", "complaint"), BAD, ids=[case[0] for case in BAD])
def test_a_wrong_field_is_named(why: str, record: dict[str, Any], complaint: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read_guideline(record, "x.json")
    assert refused.value.message == complaint


def test_a_document_of_either_kind_can_be_written_down_again() -> None:
    for record in (a_condition(introduction="é"), a_recommendation()):
        assert json.dumps(read_guideline(record, "x.json").text)
