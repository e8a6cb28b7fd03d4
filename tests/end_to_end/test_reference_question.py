"""The reference question, asked with the real command, offline, in a new home: what the page must hold, and figures
that circulate and are wrong."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.end_to_end.command import Done, Json, curbside
from tests.spec.library import REFERENCE, claims, doses, every

FORMATS = ("text", "json", "markdown")
MARKS = {"quoted", "checked", "curated", "computed"}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Done]:
    home = tmp_path_factory.mktemp("reference") / "home"
    return {format: curbside("ask", REFERENCE, "--format", format, home=home) for format in FORMATS}


@pytest.fixture(scope="module")
def answer(pages: dict[str, Done]) -> Json:
    value: Json = json.loads(pages["json"].stdout)
    return value


def folded(text: str) -> str:
    """On one line, without marks of Markdown."""
    return " ".join(re.sub(r"[\\*_]", "", text).split())


def test_it_is_answered_in_every_format(pages: dict[str, Done]) -> None:
    assert [(done.returncode, done.stderr) for done in pages.values()] == [(0, "")] * 3
    assert not any("\x1b" in done.stdout for done in pages.values())


def test_the_json_keeps_to_the_printed_schema(answer: Json, tmp_path: Path) -> None:
    schema = json.loads(curbside("schema", "answer", home=tmp_path).stdout)
    Draft202012Validator.check_schema(schema)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(answer)] == []


def test_it_begins_with_the_distinction_that_decides(answer: Json) -> None:
    assert [branch["id"] for branch in answer["branches"]] == ["infectious", "immune", "checkpoint", "mimic"]
    assert all(branch["label"] and branch["discriminators"] and branch["bottom_line"] for branch in answer["branches"])
    assert (answer["abstains"], answer["scope"], answer["topics"]) == (False, "clinical", ["necrotizing-myositis"])
    assert answer["withheld"] == []


#   what the page must say something about                        found in a heading
SECTIONS = [
    ("what to do at once", "do this now"), ("antibiotics", "antibiotics"), ("surgery", "surgery"), ("first treatment", "glucocorticoid"),
    ("steroid-sparing drugs", "steroid-sparing"), ("IVIG", "ivig"), ("refractory disease", "refractory"), ("tapering", "taper"),
    ("monitoring", "monitoring"), ("prophylaxis", "prophylaxis"), ("pregnancy", "pregnancy"), ("pitfalls", "pitfalls"),
    ("disagreement", "differs"), ("certainty", "certain"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "words"), SECTIONS, ids=[row[0] for row in SECTIONS])
def test_it_has_the_sections_a_clinician_needs(what: str, words: str, answer: Json) -> None:
    found = [part for part in parts(answer["sections"]) if words in part["heading"].lower()]
    assert found
    assert any(part["claims"] or part["lead"] or part["sections"] for part in found)


def parts(sections: list[Json]) -> Iterator[Json]:
    for section in sections:
        yield section
        yield from parts(section["sections"])


def test_references_say_what_they_are_and_can_be_found_again(answer: Json) -> None:
    references = answer["references"]
    kinds = {reference["kind"] for reference in references}
    assert len([r for r in references if r["kind"] != "unclassified" and r["year"] and (r["pmid"] or r["doi"])]) >= 10
    assert all(r["kind"] and (r["pmid"] or r["doi"] or r["pmcid"] or r["url"]) for r in references)
    assert {"guideline", "randomized trial", "drug label"} <= kinds
    assert [reference["number"] for reference in references] == list(range(1, len(references) + 1))
    assert {cite["reference"] for cites in every(answer, "cites") for cite in cites} == {
        r["number"] for r in references
    }
    assert not any("curbside" in json.dumps(reference).lower() for reference in references)


def test_every_claim_has_a_basis_and_a_citation(answer: Json) -> None:
    shown = claims(answer)
    assert len(shown) > 100
    assert [c["id"] for c in shown if c["basis"] not in MARKS or not c["cites"]] == []
    assert all(cite["at"] and cite["read_in"] for claim in shown for cite in claim["cites"])


def test_nobody_has_approved_it_and_every_format_says_so(answer: Json, pages: dict[str, Done]) -> None:
    review = answer["review"]
    assert (review["state"], review["approved_by"], review["next_review"]) == ("submitted", [], None)
    assert "No medical board has reviewed this page yet" in review["banner"]
    for format in ("text", "markdown"):
        page = folded(pages[format].stdout)
        assert folded(review["banner"]) in page
        assert folded(answer["disclaimer"]) in page


def test_every_format_says_the_same_claims(answer: Json, pages: dict[str, Done]) -> None:
    plain = [claim for claim in claims(answer) if claim["table"] is None]
    for format in ("text", "markdown"):
        page = folded(pages[format].stdout).replace("\xa0", " ")
        assert [claim["text"] for claim in plain if folded(claim["text"]).replace("\xa0", " ") not in page] == []


def test_what_must_not_be_forgotten_is_answered_or_named(answer: Json) -> None:
    gaps = {gap["item"]: gap["status"] for gap in answer["gaps"]}
    needed = {"pregnancy", "lactation", "kidney", "liver", "age", "weight", "allergy", "interactions", "prophylaxis"}
    assert needed <= set(gaps)
    assert gaps["pregnancy"] == "answered"


_HOURS_8 = r"(?:every|q|each)\s*8\s*-?\s*(?:hours|hourly|hrs?|h)\b"
_HOURS_6 = r"(?:every|q|each)\s*6\s*-?\s*(?:hours|hourly|hrs?|h)\b"
_WEEKS_2 = r"(?:every|each)\s*(?:2|two)\s*-?\s*weeks?"
#   what is wrong                        how it is found                                                a sentence that says it
WRONG = [
    ("piperacillin-tazobactam too rarely", rf"4[.,]5\s*g\b[^.;]{{0,25}}{_HOURS_8}", "piperacillin-tazobactam 4.5 g IV every 8 hours"),
    ("imipenem too little", rf"imipenem[^.;]{{0,40}}500\s*mg\b[^.;]{{0,25}}{_HOURS_6}", "imipenem-cilastatin 500 mg IV every 6 hours"),
    ("steroid by the tenfold", r"\b10\s*(?:to|-|–)\s*20\s*mg\s*/\s*kg", "methylprednisolone 10 to 20 mg/kg"),
    ("IVIG as last resort", r"(?:IVIG|immunoglobulin)[^.;]{0,90}\b(?:only|solely)\b[^.;]{0,60}last resort", "IVIG should be used only as a last resort"),
    ("IVIG as last resort, turned", r"last resort[^.;]{0,60}(?:IVIG|immunoglobulin)", "as a last resort, IVIG may be tried"),
    ("taper by 2.5 mg every 2 weeks", rf"2[.,]5\s*mg\b[^.;]{{0,25}}{_WEEKS_2}", "reduce by 2.5 mg every 2 weeks"),
    ("mortality that nobody measured", r"baseline\s+mortality", "the baseline mortality is 50%"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "pattern", "says"), WRONG, ids=[row[0] for row in WRONG])
def test_figures_that_circulate_and_are_wrong_are_not_given(
    what: str, pattern: str, says: str, pages: dict[str, Done], answer: Json
) -> None:
    assert re.search(pattern, says, re.IGNORECASE)
    texts = [*map(folded, [done.stdout for done in pages.values()]), *(claim["text"] for claim in claims(answer))]
    found = [re.search(pattern, text, re.IGNORECASE) for text in texts]
    assert [match.group() for match in found if match] == []


def test_no_dose_holds_them_as_structure_either(answer: Json) -> None:
    steps = [(dose, step) for dose in doses(answer) for step in dose["steps"]]
    given = {(d["drug"], s["amount"]["low"], s["unit"], s["per"], s["interval"], d["population"]) for d, s in steps}
    assert len(given) > 30
    assert not {
        g[:5]
        for g in given
        if (g[0], g[1], g[4])
        in {("piperacillin-tazobactam", "4.5", "every 8 hours"), ("imipenem-cilastatin", "500", "every 6 hours")}
        or ("predniso" in g[0] and g[2:4] == ("mg", "kg") and float(g[1]) > 2 and "adult" in g[5])
    }
