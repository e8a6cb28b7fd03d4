"""The JSON of an answer is the contract's, and its schema describes it."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields

import pytest
from jsonschema import Draft202012Validator
from tests.build import a_cite, a_claim, a_judgement, a_passage, an_answer
from tests.unit.render.pages import HOSTILE, a_full_answer, a_hostile_answer, an_abstention

from curbside.model.answer import Answer, Basis, Gap, Provenance, ReviewStatus, Wording
from curbside.model.document import Span
from curbside.model.regimen import DoseStep
from curbside.model.topic import Strength
from curbside.render.answer_json import answer_object, dumps
from curbside.render.schema import answer_schema

VALIDATOR = Draft202012Validator(answer_schema())


def render(answer: Answer) -> dict[str, object]:
    return answer_object(answer, id="a-1", as_of="2026-11-22", took_ms=12.4)


def claim_of(answer: Answer) -> dict[str, object]:
    sections = render(answer)["sections"]
    assert isinstance(sections, list)
    claim = sections[0]["claims"][0]
    assert isinstance(claim, dict)
    return claim


ANSWERS = {
    "full": a_full_answer(),
    "abstention": an_abstention(),
    "hostile": a_hostile_answer(),
    "nothing at all": an_answer(title=""),
    "long question": an_answer(question="x" * 2000),
    "approved": an_answer(review=ReviewStatus("approved", "b", "2026-01-01", "2027-01-01", (("A B", "MD", "2026-01-01"),))),
    "reply with claims": an_answer(a_judgement(a_claim("t", a_cite("x"), section="reply")), reply="r"),
    "ungraded": an_answer(a_judgement(a_claim("t", a_cite("x"), strength=Strength("S", None, None, None)))),
    "gap": an_answer(gaps=(Gap("age", "not_applicable", ""),)),
}  # fmt: skip


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=list(ANSWERS))
def test_every_answer_validates_also_after_a_round_trip(answer: Answer) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(dumps(render(answer))))] == []


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=list(ANSWERS))
def test_bytes_are_the_same_and_safe_to_show(answer: Answer) -> None:
    text = dumps(render(answer))
    assert text == dumps(render(answer))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
    assert json.loads(text) == render(answer)


def test_the_schema_is_itself_valid_and_strict() -> None:
    Draft202012Validator.check_schema(answer_schema())
    shapes = list(objects(answer_schema()))
    assert len(shapes) > 15
    open_ended = [
        s
        for s in shapes
        if s.get("additionalProperties") is not False or s["required"] != list(as_dict(s["properties"]))
    ]
    assert open_ended == []


def objects(schema: object) -> Iterator[dict[str, object]]:
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


def as_dict(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return value


#   where            what is done to it
BREAKS = [
    ("an unknown key", {"extra": 1}),
    ("an unknown scope", {"scope": "anything"}),
    ("a reply that is only text", {"reply": "text"}),
    ("a date that is none", {"as_of": "yesterday"}),
    ("an unknown reader", {"reader": "robot"}),
    ("a negative time", {"took_ms": -1}),
    ("an empty disclaimer", {"disclaimer": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "change"), BREAKS, ids=[row[0] for row in BREAKS])
def test_the_schema_refuses(why: str, change: dict[str, object]) -> None:
    assert not VALIDATOR.is_valid({**render(a_full_answer()), **change})


def test_the_schema_refuses_a_missing_key_and_a_claim_without_cites() -> None:
    whole = render(a_full_answer())
    for key in whole:
        assert not VALIDATOR.is_valid({k: v for k, v in whole.items() if k != key})
    assert VALIDATOR.is_valid({**whole, "bottom_line": [claim_of(a_full_answer())]})
    assert not VALIDATOR.is_valid({**whole, "bottom_line": [{**claim_of(a_full_answer()), "cites": []}]})


def test_the_keys_are_the_contract_s() -> None:
    assert list(render(an_abstention())) == [
        "id", "question", "title", "consult", "reader", "composed_by", "abstains", "scope", "reply", "notes", "review", "as_of",
        "jurisdiction", "topics", "branches", "bottom_line", "sections", "patient", "gaps", "withheld", "references", "disclaimer",
        "took_ms", "provenance",
    ]  # fmt: skip
    assert list(claim_of(a_full_answer())) == [
        "id", "text", "basis", "cites", "strength", "population", "remark", "order", "taper", "table", "computed", "when",
        "jurisdiction", "single_source", "requires",
        "disagreement", "points",
    ]  # fmt: skip


def test_dose_steps_and_provenance_leave_no_field_out() -> None:
    step = as_dict(as_dict(as_dict(as_dict(answer_schema()["$defs"])["dose"])["properties"])["steps"])
    assert list(as_dict(as_dict(step["items"])["properties"]))[:4] == ["amount", "unit", "per", "weight"]
    assert set(as_dict(as_dict(step["items"])["properties"])) == {f.name for f in fields(DoseStep)}
    provenance = as_dict(as_dict(answer_schema()["properties"])["provenance"])
    assert set(as_dict(provenance["properties"])) == {f.name for f in fields(Provenance)}


def test_an_order_is_structure_with_decimal_strings() -> None:
    claims = as_dict(render(a_full_answer())["sections"][1])["claims"]  # type: ignore[index]  # JSON is object
    order = claims[0]["order"]  # type: ignore[index]  # JSON is object
    assert list(order) == ["all_of"]
    vancomycin, choice, clindamycin = order["all_of"]
    assert vancomycin["maximum"] == {"single": "3 g", "daily": None}
    assert [s["label"] for s in vancomycin["steps"]] == ["load", "maintenance"]
    assert [dose["drug"] for dose in choice["any_of"]] == ["meropenem", "piperacillin-tazobactam"]
    assert clindamycin == {
        "drug": "clindamycin",
        "route": "IV",
        "steps": [
            {
                "amount": {"low": "600", "high": "900"}, "unit": "mg", "per": None, "weight": None, "rate": None, "over": None,
                "interval": "every 8 hours", "duration": None, "until": None, "label": None, "divided": None, "cap": None,
            }
        ],
        "maximum": {"single": None, "daily": None},
        "population": "adult",
        "reference": 1,
        "note": None,
        "when": None,
    }  # fmt: skip


def test_a_verbatim_claim_cites_exactly_its_words() -> None:
    passage = a_passage("It helps. It harms nobody at all. It is old.")
    cite = a_cite(passage=passage, quote=Span(10, 33))
    claim = claim_of(
        an_answer(a_judgement(a_claim("It harms nobody at all.", cite, wording=Wording.VERBATIM), Basis.QUOTED))
    )
    assert claim["cites"] == [
        {
            "reference": 1,
            "at": "p. 1",
            "read_in": "original",
            "passage": {"id": passage.id, "text": "It harms nobody at all.", "start": 10, "end": 33},
        }
    ]


def test_a_claim_in_our_words_cites_the_whole_passage() -> None:
    passage = a_passage("It helps.")
    claim = claim_of(an_answer(a_judgement(a_claim("Help it.", a_cite(passage=passage)), Basis.CHECKED)))
    assert claim["cites"] == [
        {
            "reference": 1,
            "at": "p. 1",
            "read_in": "original",
            "passage": {"id": passage.id, "text": "It helps.", "start": 0, "end": 9},
        }
    ]


def test_a_disagreement_stands_side_by_side_without_nesting() -> None:
    cite = a_cite("x")
    both = (
        a_claim("Wait.", cite, id="a", against=("b",)),
        a_claim("Go.", cite, id="b"),
        a_claim("Why.", cite, id="p", parent="a"),
    )
    claim = claim_of(an_answer(*map(a_judgement, both)))
    pair = claim["disagreement"]
    assert isinstance(pair, list)
    assert [
        (p["says"]["text"], p["says"]["points"], p["against"]["text"], p["against"]["disagreement"]) for p in pair
    ] == [("Wait.", [], "Go.", None)]


def test_an_abstention_says_so_and_claims_nothing() -> None:
    value = render(an_abstention())
    silent = {
        key: value[key] for key in ("abstains", "scope", "reply", "bottom_line", "sections", "branches", "references")
    }
    assert silent == {
        "abstains": True,
        "scope": "off_topic",
        "reply": {"text": "This is outside what is answered here.", "claims": []},
        "bottom_line": [],
        "sections": [],
        "branches": [],
        "references": [],
    }


def test_withheld_claims_give_check_and_reason() -> None:
    assert render(a_full_answer())["withheld"] == [
        {"text": "Give 5 g.", "check": "N1", "reason": "no cited passage mentions 5 g"}
    ]


def test_a_question_is_kept_to_the_letter() -> None:
    assert render(a_hostile_answer())["question"] == HOSTILE
