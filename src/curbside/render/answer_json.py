"""Answer -> the JSON of the outside contract. `schema.py` describes the same object."""

import json
from collections.abc import Mapping

from curbside.model.answer import Answer, Basis, Cite, Computed, Judgement, ReviewStatus, Wording
from curbside.model.document import Passage, Span
from curbside.model.patient import Patient
from curbside.model.regimen import AllOf, AnyOf, Barred, Dose, Order
from curbside.render.layout import Fork, Part, Point, lay_out
from curbside.render.outside import json_safe
from curbside.render.references import Numbers, number_of, reference_object
from curbside.render.words import condition

Json = dict[str, object]


def answer_object(answer: Answer, *, id: str, as_of: str, took_ms: float | None) -> Json:
    """The answer as JSON values, keys in the contract's order. `as_of` is an ISO date."""
    page = lay_out(answer)
    numbers = {reference.id: reference.number for reference in answer.references}
    reply = None
    if answer.reply is not None:
        reply = {"text": answer.reply, "claims": [_point(p, numbers) for p in page.reply]}
    return {
        "id": id,
        "question": answer.question.text,
        "title": answer.title,
        "consult": answer.question.consult,
        "reader": answer.query.reader.value,
        "composed_by": answer.composed_by,
        "abstains": answer.abstains,
        "scope": answer.scope.value,
        "reply": reply,
        "notes": list(answer.notes),
        "review": _review(answer.review),
        "as_of": as_of,
        "jurisdiction": list(answer.jurisdiction),
        "topics": list(answer.topics),
        "branches": [_fork(fork, numbers) for fork in page.forks],
        "bottom_line": [_point(p, numbers) for p in page.bottom_line],
        "sections": [_part(part, numbers) for part in page.parts],
        "patient": _patient(answer.query.patient),
        "gaps": [{"item": gap.item, "status": gap.status, "text": gap.text} for gap in answer.gaps],
        "withheld": [{"text": w.claim.text, "check": w.check, "reason": w.reason} for w in answer.withheld],
        "references": [reference_object(reference) for reference in answer.references],
        "disclaimer": answer.disclaimer,
        "took_ms": took_ms,
        "provenance": {
            "software": answer.provenance.software,
            "content": answer.provenance.content,
            "library": answer.provenance.library,
            "settings": answer.provenance.settings,
            "composer": answer.provenance.composer,
        },
    }


def dumps(value: object) -> str:
    """JSON text, two spaces deep, keys as they stand, one line break at the end. Safe to show in a terminal."""
    return json_safe(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _review(review: ReviewStatus) -> Json:
    signed = [{"name": name, "credential": credential, "on": on} for name, credential, on in review.approved_by]
    return {
        "state": review.state,
        "banner": review.banner,
        "approved_by": signed,
        "updated_on": review.updated_on,
        "next_review": review.next_review,
    }


def _patient(patient: Patient) -> Json:
    facts = [
        {
            "name": f.name,
            "value": f.value,
            "unit": f.unit,
            "known": f.known.value,
            "source": f.source,
            "detail": f.detail,
        }
        for f in patient.facts
    ]
    return {"facts": facts, "assumed": list(patient.assumed), "doubts": list(patient.doubts)}


def _fork(fork: Fork, numbers: Numbers) -> Json:
    return {
        "id": fork.arm.id,
        "label": fork.arm.label,
        "discriminators": [point.judgement.claim.text for point in fork.discriminators],
        "bottom_line": [_point(point, numbers) for point in fork.bottom_line],
    }


def _part(part: Part, numbers: Numbers) -> Json:
    return {
        "id": part.id,
        "heading": part.heading,
        "branch": part.branch,
        "lead": None if part.lead is None else _point(part.lead, numbers),
        "claims": [_point(point, numbers) for point in part.points],
        "sections": [_part(inner, numbers) for inner in part.parts],
    }


def _point(point: Point, numbers: Numbers) -> Json:
    value = _claim(point.judgement, numbers)
    if point.against:
        says = _claim(point.judgement, numbers)
        value["disagreement"] = [{"says": says, "against": _claim(other, numbers)} for other in point.against]
    value["points"] = [_point(inner, numbers) for inner in point.points]
    return value


def _claim(judgement: Judgement, numbers: Numbers) -> Json:
    claim = judgement.claim
    basis = judgement.basis
    strength = claim.strength
    return {
        "id": claim.id,
        "text": claim.text,
        "basis": basis.value if isinstance(basis, Basis) else None,
        "cites": [_cite(cite, claim.wording, numbers) for cite in claim.cites],
        "strength": None
        if strength is None
        else {
            "system": strength.system,
            "strength": strength.strength,
            "certainty": strength.certainty,
            "direction": strength.direction,
        },
        "population": claim.population,
        "remark": claim.remark,
        "order": None if claim.order is None else order_object(claim.order, numbers),
        "taper": [{"from_day": s.from_day, "to_day": s.to_day, "amount": s.amount, "unit": s.unit} for s in claim.taper]
        or None,
        "table": None
        if claim.table is None
        else {"columns": list(claim.table.columns), "rows": [list(row) for row in claim.table.rows]},
        "computed": None if claim.computed is None else computed_object(claim.computed),
        "when": None if claim.when is None else condition(claim.when),
        "jurisdiction": list(claim.jurisdiction),
        "single_source": claim.single_source,
        "requires": list(claim.requires),
        "disagreement": None,
        "points": [],
    }


def _cite(cite: Cite, wording: Wording, numbers: Numbers) -> Json:
    quote = cite.quote if wording is Wording.VERBATIM else None
    return {
        "reference": numbers[cite.reference],
        "at": cite.at,
        "read_in": cite.read_in.value,
        "passage": None if cite.passage is None else _passage(cite.passage, quote),
    }


def _passage(passage: Passage, quote: Span | None) -> Json:
    """The passage, or the quoted stretch of it; start and end count code points of the document's text."""
    span = quote or passage.span
    text = passage.text[span.start - passage.span.start : span.end - passage.span.start]
    return {"id": passage.id, "text": text, "start": span.start, "end": span.end}


def computed_object(computed: Computed) -> Json:
    """The arithmetic: formula, inputs, exact result and what to give."""
    return {
        "formula": computed.formula,
        "inputs": dict(computed.inputs),
        "result": computed.result,
        "rounded": computed.rounded,
        "change": computed.change,
    }


def order_object(order: Order, numbers: Mapping[str, int]) -> Json:
    """An order as structure; amounts are decimal strings, `reference` is the number on the page or null."""
    if isinstance(order, Dose):
        return _dose(order, numbers)
    if isinstance(order, Barred):
        return {"barred": {"drug": order.drug, "reason": order.reason}}
    key = "all_of" if isinstance(order, AllOf) else "any_of" if isinstance(order, AnyOf) else "then"
    return {key: [order_object(part, numbers) for part in order.orders]}


def _dose(dose: Dose, numbers: Mapping[str, int]) -> Json:
    steps = [
        {
            "amount": {"low": f"{step.amount.low:f}", "high": f"{step.amount.high:f}"},
            "unit": step.unit,
            "per": step.per,
            "weight": step.weight,
            "rate": step.rate,
            "over": step.over,
            "interval": step.interval,
            "duration": step.duration,
            "until": step.until,
            "label": step.label,
            "divided": step.divided,
            "cap": step.cap,
        }
        for step in dose.steps
    ]
    return {
        "drug": dose.drug,
        "route": dose.route,
        "steps": steps,
        "maximum": {"single": dose.maximum_single, "daily": dose.maximum_daily},
        "population": dose.population,
        "reference": number_of(dose.reference, numbers),
        "note": dose.note,
        "when": None if dose.when is None else condition(dose.when),
    }
