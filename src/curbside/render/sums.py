"""Results of the calculators in words and as JSON: estimates of kidney function, and one drug for one patient."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from curbside.model.calculation import Applied, DrugSheet, Estimate, Listed, NotCalculated
from curbside.model.patient import Fact, Patient
from curbside.render.answer_json import computed_object
from curbside.render.outside import visible
from curbside.render.patient import fact
from curbside.render.words import citation, number, step

Result = Estimate | NotCalculated
NOT_REVIEWED = "Calculated, not reviewed. Check before acting."


def patient_line(patient: Patient) -> str:
    """ "Patient: age 60 years; sex male."; what is assumed is said."""
    told = [_fact(one) for one in patient.facts] + [f"assumed: {one}" for one in patient.assumed]
    return f"Patient: {'; '.join(told) or 'nothing is known'}."


def _fact(one: Fact) -> str:
    return fact(one) + (f" ({one.detail})" if one.source == "calculated" and one.detail else "")


def renal_text(patient: Patient, results: Iterable[Result]) -> str:
    """Each result with its use and formula, or why there is none."""
    lines = [patient_line(patient), ""]
    for result in results:
        lines += [*_result(result), ""]
    return _page([*lines, NOT_REVIEWED])


def renal_object(results: Iterable[Result]) -> dict[str, object]:
    """Results in order; one without a number has `why` and `missing`."""
    return {"results": [_result_object(result) for result in results]}


def sheet_text(sheet: DrugSheet, patient: Patient) -> str:
    """Orders with amounts, formula and source; cautions; rules; what is missing."""
    lines = [sheet.drug, patient_line(patient), *(f"! {mark}" for mark in sheet.marks)]
    if sheet.barred:
        lines += ["", f"NOT FOR THIS PATIENT: {sheet.barred}. No amount is shown."]
    for order in sheet.orders:
        lines += ["", *_order(order)]
    if not sheet.orders and not sheet.barred:
        lines += ["", "No curated order for such a patient."]
    if sheet.others:
        lines += ["", f"Left out: {sheet.others} order{'s' if sheet.others > 1 else ''} for other patients."]
    if sheet.missing:
        lines += ["", f"Missing: {', '.join(sheet.missing)}. Give it with --patient to have amounts calculated."]
    if sheet.rules:
        lines += ["", "Rules of this drug:", *(f"- {effect}: {text}" for effect, text in sheet.rules)]
    if sheet.unknown:
        lines += ["", f"Not found in sources: {', '.join(sheet.unknown)}."]
    return _page([*lines, "", NOT_REVIEWED])


def sheet_object(sheet: DrugSheet) -> dict[str, object]:
    """The sheet as JSON; amounts are decimal strings."""
    return {
        "drug": sheet.drug,
        "barred": sheet.barred,
        "marks": list(sheet.marks),
        "orders": [_order_object(order) for order in sheet.orders],
        "others": sheet.others,
        "missing": list(sheet.missing),
        "rules": [{"effect": effect, "text": text} for effect, text in sheet.rules],
        "unknown": list(sheet.unknown),
    }


def _page(lines: Iterable[str]) -> str:
    """Lines that a terminal obeys nothing of; their indents are ours and stay."""
    return "".join(f"{' ' * (len(line) - len(line.lstrip(' ')))}{visible(line)}\n" for line in lines)


def _result(result: Result) -> Iterator[str]:
    if isinstance(result, NotCalculated):
        yield f"{result.name}: no number ({result.why})"
        return
    yield f"{result.name}: {result.shown} {result.unit}"
    yield f"  formula: {result.formula}"
    yield f"  for: {result.use}"
    yield from (f"  note: {note}" for note in result.notes)
    yield f"  equation: {result.source}"


def _result_object(result: Result) -> dict[str, object]:
    if isinstance(result, NotCalculated):
        return {"name": result.name, "why": result.why, "missing": list(result.missing)}
    return {
        "name": result.name,
        "shown": result.shown,
        "unit": result.unit,
        "exact": f"{result.exact:f}",
        "formula": result.formula,
        "inputs": dict(result.inputs),
        "use": result.use,
        "source": result.source,
        "notes": list(result.notes),
    }


def _order(order: Listed) -> Iterator[str]:
    yield f"{order.topic}/{order.statement}: {order.text}"
    if order.aside:
        yield f"  put aside: {order.aside}. No amount is shown."
    for found in order.applied:
        yield from (f"  {line}" for line in _applied(found))
    limits = [
        f"{text} {per}"
        for text, per in ((order.dose.maximum_single, "in one dose"), (order.dose.maximum_daily, "in a day"))
        if text
    ]
    if limits and not order.aside:
        yield f"  maximum: {', '.join(limits)}"
    yield from (f"  caution: {caution}" for caution in order.cautions)
    source = citation(order.citation) if order.citation else order.dose.reference
    yield f"  source: {source} [{order.at}]"


def _applied(found: Applied) -> Iterator[str]:
    label = f"{found.step.label}: " if found.step.label else ""
    yield f"{label}{step(found.step, found.dose.route)} ({found.dose.population})"
    if found.given is None:
        yield f"  no amount: {found.why}"
        return
    if found.computed is not None:
        yield f"  = {found.computed.rounded}"
        yield f"  formula: {found.computed.formula}"
        yield from [f"  changed: {found.computed.change}"] if found.computed.change else []
    yield from (f"  made of: {made}" for made in found.products)
    yield from (f"  note: {note}" for note in found.notes)


def _order_object(order: Listed) -> dict[str, object]:
    return {
        "topic": order.topic,
        "statement": order.statement,
        "text": order.text,
        "drug": order.dose.drug,
        "route": order.dose.route,
        "population": order.dose.population,
        "maximum": {"single": order.dose.maximum_single, "daily": order.dose.maximum_daily},
        "aside": order.aside,
        "steps": [_applied_object(found) for found in order.applied],
        "cautions": list(order.cautions),
        "source": {
            "reference": order.dose.reference,
            "at": order.at,
            "citation": citation(order.citation) if order.citation else None,
        },
    }


def _applied_object(found: Applied) -> dict[str, object]:
    given = found.given
    return {
        "order": step(found.step, found.dose.route),
        "label": found.step.label,
        "given": None
        if given is None
        else {"low": _plain(given.low), "high": _plain(given.high), "unit": found.step.unit, "per": found.per or None},
        "computed": None if found.computed is None else computed_object(found.computed),
        "caps": list(found.caps),
        "products": list(found.products),
        "notes": list(found.notes),
        "why": found.why,
        "missing": list(found.missing),
    }


def _plain(value: Decimal) -> str:
    return number(value).replace(",", "")
