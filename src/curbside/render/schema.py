"""The JSON Schema (draft 2020-12) of an answer. Strict: every key is required and no other is allowed."""

from collections.abc import Iterable, Sequence

from curbside.model.answer import Basis
from curbside.model.document import Fidelity, Kind, Standing
from curbside.model.patient import Known
from curbside.model.question import MAX_QUESTION, Scope
from curbside.model.reader import Reader
from curbside.model.regimen import LABELS, RATES, ROUTES, UNITS
from curbside.model.topic import ReadIn

Schema = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
COMPOSED_BY = ("topics", "passages", "topics+passages", "model", "nobody")
REVIEW_STATES = ("submitted", "under_review", "approved", "mixed")
GAP_STATES = ("answered", "not_addressed", "not_applicable")

_TEXT: Schema = {"type": "string"}
_WORDS: Schema = {"type": "string", "minLength": 1}
_COUNT: Schema = {"type": "integer", "minimum": 1}
_FLAG: Schema = {"type": "boolean"}
_DATE: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_DECIMAL: Schema = {"type": "string", "pattern": r"^\d+(\.\d+)?$"}


def answer_schema() -> Schema:
    """Describes what `answer_json.answer_object` makes."""
    return {
        "$schema": DIALECT,
        "title": "Answer",
        "description": "A Curbside answer: judged claims, what was withheld, what is missing, and typed references.",
        **_answer(),
        "$defs": {
            "claim": _claim(),
            "cite": _cite(),
            "section": _section(),
            "order": _order(),
            "dose": _dose(),
            "reference": _reference(),
        },
    }


def _shape(**properties: Schema) -> Schema:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": dict(properties),
    }


def _many(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _one_of(values: Iterable[str]) -> Schema:
    return {"type": "string", "enum": [str(value) for value in values]}


def _or_null(of: Schema) -> Schema:
    return {"anyOf": [of, {"type": "null"}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _answer() -> Schema:
    claims = _many(_ref("claim"))
    return _shape(
        id=_WORDS,
        question={"type": "string", "minLength": 1, "maxLength": MAX_QUESTION},
        title=_TEXT,
        consult=_or_null(_WORDS),
        reader=_one_of(Reader),
        composed_by=_one_of(COMPOSED_BY),
        abstains=_FLAG,
        scope=_one_of(Scope),
        reply=_or_null(_shape(text=_TEXT, claims=claims)),
        notes=_many(_TEXT),
        review=_review(),
        as_of=_DATE,
        jurisdiction=_many(_WORDS),
        topics=_many(_WORDS),
        branches=_many(_shape(id=_WORDS, label=_TEXT, discriminators=_many(_TEXT), bottom_line=claims)),
        bottom_line=claims,
        sections=_many(_ref("section")),
        patient=_patient(),
        gaps=_many(_shape(item=_WORDS, status=_one_of(GAP_STATES), text=_TEXT)),
        withheld=_many(_shape(text=_TEXT, check=_WORDS, reason=_WORDS)),
        references=_many(_ref("reference")),
        disclaimer=_WORDS,
        took_ms=_or_null({"type": "number", "minimum": 0}),
        provenance=_shape(software=_TEXT, content=_TEXT, library=_TEXT, settings=_TEXT, composer=_TEXT),
    )


def _review() -> Schema:
    return _shape(
        state=_one_of(REVIEW_STATES),
        banner=_TEXT,
        approved_by=_many(_shape(name=_WORDS, credential=_TEXT, on=_DATE)),
        updated_on=_or_null(_DATE),
        next_review=_or_null(_DATE),
    )


def _patient() -> Schema:
    fact = _shape(
        name=_WORDS,
        value=_or_null(_TEXT),
        unit=_or_null(_TEXT),
        known=_one_of(Known),
        source=_one_of(("question", "given", "carried over", "calculated")),
        detail=_or_null(_TEXT),
    )
    return _shape(facts=_many(fact), assumed=_many(_TEXT), doubts=_many(_TEXT))


def _section() -> Schema:
    return _shape(
        id=_WORDS,
        heading=_TEXT,
        branch=_or_null(_WORDS),
        lead=_or_null(_ref("claim")),
        claims=_many(_ref("claim")),
        sections=_many(_ref("section")),
    )


def _claim() -> Schema:
    strength = _shape(
        system=_TEXT,
        strength=_or_null(_TEXT),
        certainty=_or_null(_TEXT),
        direction=_or_null(_one_of(("for", "against"))),
    )
    step = _shape(from_day=_COUNT, to_day=_or_null(_COUNT), amount=_WORDS, unit=_TEXT)
    inputs: Schema = {"type": "object", "additionalProperties": _TEXT}
    computed = _shape(formula=_WORDS, inputs=inputs, result=_WORDS, rounded=_WORDS, change=_or_null(_WORDS))
    return _shape(
        id=_WORDS,
        text=_WORDS,
        basis=_one_of(Basis),
        cites={"type": "array", "items": _ref("cite"), "minItems": 1},
        strength=_or_null(strength),
        population=_or_null(_WORDS),
        remark=_or_null(_WORDS),
        order=_or_null(_ref("order")),
        taper=_or_null({"type": "array", "items": step, "minItems": 1}),
        table=_or_null(_shape(columns=_many(_TEXT), rows=_many(_many(_TEXT)))),
        computed=_or_null(computed),
        when=_or_null(_WORDS),
        jurisdiction=_many(_WORDS),
        single_source=_FLAG,
        requires=_many(_WORDS),
        disagreement=_or_null(_many(_shape(says=_ref("claim"), against=_ref("claim")))),
        points=_many(_ref("claim")),
    )


def _cite() -> Schema:
    start: Schema = {"type": "integer", "minimum": 0}
    passage = _shape(id=_WORDS, text=_WORDS, start=start, end=_COUNT)
    return _shape(reference=_COUNT, at=_TEXT, read_in=_one_of(ReadIn), passage=_or_null(passage))


def _order() -> Schema:
    parts = {"type": "array", "items": _ref("order"), "minItems": 1}
    barred = _shape(barred=_shape(drug=_WORDS, reason=_WORDS))
    return {"anyOf": [_shape(all_of=parts), _shape(any_of=parts), _shape(then=parts), barred, _ref("dose")]}


def _dose() -> Schema:
    step = _shape(
        amount=_shape(low=_DECIMAL, high=_DECIMAL),
        unit=_one_of(UNITS),
        per=_or_null(_one_of(("kg", "m2"))),
        weight=_or_null(_one_of(("actual", "ideal", "adjusted"))),
        **{name: _or_null(_WORDS) for name in ("over", "interval", "duration", "until", "cap")},
        rate=_or_null(_one_of(RATES)),
        label=_or_null(_one_of(LABELS)),
        divided=_or_null(_COUNT),
    )
    return _shape(
        drug=_WORDS,
        route=_one_of(ROUTES),
        steps={"type": "array", "items": step, "minItems": 1},
        maximum=_shape(single=_or_null(_WORDS), daily=_or_null(_WORDS)),
        population=_WORDS,
        reference=_or_null(_COUNT),
        note=_or_null(_WORDS),
        when=_or_null(_WORDS),
    )


def _reference() -> Schema:
    maybe = _or_null(_WORDS)
    standings: Sequence[Standing] = [standing for standing in Standing if standing is not Standing.RETRACTED]
    return _shape(
        number=_COUNT,
        id=_WORDS,
        kind=_one_of(Kind),
        title=_TEXT,
        authors=_many(_TEXT),
        container=maybe,
        year=_or_null({"type": "integer"}),
        pmid=maybe,
        pmcid=maybe,
        doi=maybe,
        url=maybe,
        standing=_one_of(standings),
        superseded_by=maybe,
        fidelity=_one_of(Fidelity),
        held=_FLAG,
    )
