"""Orders, tapers and tables: YAML -> values. An amount is read exactly as written, or refused."""

import re
from collections.abc import Callable
from decimal import Decimal

from curbside.errors import IntegrityError
from curbside.model.regimen import (
    LABELS,
    RATES,
    ROUTES,
    UNITS,
    AllOf,
    Amount,
    AnyOf,
    Dose,
    DoseStep,
    Order,
    TaperStep,
    Then,
)
from curbside.model.topic import Table
from curbside.topics.conditions import read_condition
from curbside.topics.record import Record, record
from curbside.topics.tree import Fields, Listed, Value, Words

_NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]{0,2})(?:\.[0-9]{0,5}[1-9])?"
_AMOUNT = re.compile(rf"({_NUMBER})(?: ?[-–] ?({_NUMBER}))?")
_JOINS: dict[str, Callable[[tuple[Order, ...]], Order]] = {"all_of": AllOf, "any_of": AnyOf, "then": Then}
_DOSE = ("drug", "route", "population", "reference", "steps", "maximum", "note", "when")
_STEP = ("label", "amount", "unit", "per", "weight", "rate", "over", "interval", "duration", "until", "divided", "cap")


def read_order(statement: Record) -> Order | None:
    """The order of a statement; None when there is none, or when it is wrong (noted)."""
    value = statement.value("order")
    return None if value is None else _order(value, statement)


def amount(text: str) -> Amount:
    """ "0.5-1", "1,000" or "40" as decimals. ValueError for anything a reader could take for another number."""
    found = _AMOUNT.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not an amount such as 40, 0.5, 1,000 or 0.5-1 (no trailing or missing zeros)")
    low, high = (Decimal((part or found[1]).replace(",", "")) for part in found.groups())
    return Amount(low, high)


def read_taper(statement: Record) -> tuple[TaperStep, ...]:
    """The taper of a statement, day after day without gap or overlap; empty when there is none."""
    steps: list[TaperStep] = []
    expected = 1
    for step in statement.records("taper", "taper step", ("from_day", "to_day", "amount", "unit")):
        made = _taper_step(step)
        if made is None:
            continue
        if made.from_day != expected:
            step.note(step.line, f"this step begins on day {made.from_day}; the step before leads to day {expected}")
        if made.to_day is None and step.fields is not _last(statement):
            step.note(step.line, "only the last step may be without `to_day`; add it")
        expected = (made.to_day or made.from_day) + 1
        if steps and _rises(steps[-1], made):
            step.note(
                step.line, f"{made.amount} {made.unit} after {steps[-1].amount} {steps[-1].unit}: a taper does not rise"
            )
        steps.append(made)
    return tuple(steps)


def read_table(statement: Record) -> Table | None:
    """The table of a statement; every row has a cell per column."""
    table = statement.record("table", "table", ("columns", "rows"))
    if table is None:
        return None
    columns, rows = table.texts("columns"), table.value("rows")
    if not columns:
        table.needed("columns")
    if not isinstance(rows, Listed) or not rows.items:
        table.note(table.line, "a table needs `rows`: a list of lists, one cell per column")
        return None
    found = []
    for row in rows.items:
        cells = row.items if isinstance(row, Listed) else ()
        texts = tuple(cell.text for cell in cells if isinstance(cell, Words) and cell.text)
        if len(texts) != len(columns) or len(cells) != len(columns):
            table.note(row.line, f"this row needs {len(columns)} filled cells, one per column")
        found.append(texts)
    return Table(columns, tuple(found))


def _order(value: Value, owner: Record) -> Order | None:
    joined = [key.text for key, _ in value.entries if key.text in _JOINS] if isinstance(value, Fields) else []
    if not joined:
        dose = record(value, "dose", _DOSE, owner.problems)
        return _dose(dose) if dose else None
    order = record(value, "combination", joined[:1], owner.problems)
    parts = order.value(joined[0]) if order else None
    items = parts.items if isinstance(parts, Listed) else ()
    if len(items) < 2:
        owner.note(value.line, f"`{joined[0]}` joins two or more orders; list them, or write the one order alone")
    made = tuple(part for item in items if (part := _order(item, owner)))
    return _JOINS[joined[0]](made) if made and len(made) == len(items) else None


def _dose(dose: Record) -> Dose | None:
    before = len(dose.problems)
    drug, route = dose.needed("drug"), dose.choice("route", ROUTES)
    population, reference = dose.needed("population"), dose.needed("reference")
    if not dose.has("route"):
        dose.needed("route")
    if not dose.has("steps"):
        dose.note(dose.line, f"the dose of {drug} has no `steps`; add at least one")
    steps = tuple(made for step in dose.records("steps", "step", _STEP) if (made := _step(step)))
    maximum = dose.record("maximum", "maximum", ("single", "daily"))
    single, daily = (maximum.text("single"), maximum.text("daily")) if maximum else (None, None)
    note, when = dose.text("note"), read_condition(dose, "when")
    if len(dose.problems) > before or not steps or route is None:
        return None
    return Dose(drug, route, steps, population, reference, single, daily, note, when)


def _step(step: Record) -> DoseStep | None:
    before = len(step.problems)
    given, unit = step.made("amount", amount), step.choice("unit", UNITS)
    for key in ("amount", "unit"):
        if not step.has(key):
            step.needed(key)
    made = {key: step.text(key) for key in ("over", "interval", "duration", "until", "cap")}
    per, weight = step.choice("per", ("kg", "m2")), step.choice("weight", ("actual", "ideal", "adjusted"))
    label, rate = step.choice("label", LABELS), step.choice("rate", RATES)
    divided = step.whole("divided", 2, 24)
    if weight and per != "kg":
        step.note(step.line, "`weight` says which body weight to multiply by; it goes with `per: kg` only")
    if len(step.problems) > before or given is None or unit is None:
        return None
    return DoseStep(given, unit, per, weight, rate, label=label, divided=divided, **made)


def _taper_step(step: Record) -> TaperStep | None:
    first, last = step.whole("from_day", 1, 9_999), step.whole("to_day", 1, 9_999)
    given, unit = step.needed("amount"), step.needed("unit")
    if not step.has("from_day"):
        step.needed("from_day")
    if given and re.search(r"^[\d.]", given):
        try:
            amount(given)
        except (IntegrityError, ValueError) as error:
            step.note(step.line, f"`amount`: {error}")
    if first and last and last < first:
        step.note(step.line, f"this step ends on day {last}, before it begins on day {first}")
    return TaperStep(first, last, given, unit) if first else None


def _rises(before: TaperStep, after: TaperStep) -> bool:
    """Whether a daily amount told in figures is above the one before it."""
    figures = [Decimal(one.amount) for one in (before, after) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", one.amount)]
    return before.unit == after.unit and len(figures) == 2 and figures[1] > figures[0]


def _last(statement: Record) -> Fields | None:
    taper = statement.value("taper")
    last = taper.items[-1] if isinstance(taper, Listed) else None
    return last if isinstance(last, Fields) else None
