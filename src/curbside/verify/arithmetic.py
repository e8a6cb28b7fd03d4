"""K2: an amount worked out for a patient is vouched for when its sum is redone and nothing else is said.

The dose it applies is asked for like any order (R1). Here the formula must begin with that dose, multiply it by what
the stated facts of the patient give, and come to the result; and what is to be given must be that, capped and rounded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

from curbside.model.answer import Claim, Computed, Finding, Verdict
from curbside.model.regimen import LABELS, Dose, DoseStep
from curbside.ports import Check
from curbside.text.arithmetic import Worked, work
from curbside.text.quantities import Quantity, quantities, shown
from curbside.verify.naming import DrugNames
from curbside.verify.orders import routes_in
from curbside.verify.reading import is_dose, not_enough

NEAR = Decimal("0.1")
"""Part of the amount that rounding to what can be measured may change."""
EXACT = Decimal("1e-20")
_INPUT = re.compile(r"(?P<number>[\d,]+(?:\.\d+)?) (?P<unit>kg|cm)\b")
_EVERY = re.compile(r"every (?:(\d{1,2}) to )?(\d{1,2}) hours?")
_TIMES = {
    "daily": 1, "once daily": 1, "every day": 1, "nightly": 1, "twice daily": 2, "three times daily": 3,
    "four times daily": 4, "five times daily": 5, "six times daily": 6, "hourly": 24,
}  # fmt: skip
_ADULT = re.compile(r"never more than an adult: [\d,.]+ [a-z ]+?(?=[.;]|$)")
_ONCE = re.compile(r"\bonce\b(?! (?:daily|weekly|a day|a week|every))", re.IGNORECASE)
_CONSTANTS = {
    "ideal": frozenset({(Decimal(50), "kg"), (Decimal("45.5"), "kg"), (Decimal("2.3"), "kg"), (Decimal("2.54"), "cm"), (Decimal(60), "")}),
    "adjusted": frozenset({(Decimal("0.6"), ""), (Decimal("0.4"), "")}),
    "m2": frozenset({(Decimal(3600), ""), (Decimal("0.5"), "")}),
}  # fmt: skip
"""Figures of the equations of Devine, of adjusted body weight and of Mosteller."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A computed claim with the step of its dose that the formula begins with."""

    claim: Claim
    computed: Computed
    dose: Dose
    step: DoseStep
    worked: tuple[Worked, ...]

    @property
    def ends(self) -> tuple[Decimal, ...]:
        return tuple(dict.fromkeys((self.step.amount.low, self.step.amount.high)))


def sums_are_right(drugs: DrugNames) -> Check:
    """The check for one list of drug names. Silent where nothing was computed."""

    def check(claim: Claim) -> Finding | None:
        if claim.computed is None:
            return None
        with localcontext(Context(prec=40)):
            why = _wrong(claim, claim.computed, drugs)
        return not_enough("K2", why) if why else Finding("K2", Verdict.SUPPORTED, "the sum was redone")

    return check


def _wrong(claim: Claim, computed: Computed, drugs: DrugNames) -> str | None:
    if computed.dose is None or not claim.cites or computed.of not in claim.requires:
        return "it does not say which dose of which claim was worked out"
    if claim.order or claim.taper or claim.table or claim.plain:
        return "what is worked out carries nothing beside its sentence"
    try:
        worked = work(computed.formula)
    except ValueError as error:
        return f"the formula cannot be redone: {error}"
    sums = (_Sum(claim, computed, computed.dose, step, worked) for step in computed.dose.steps)
    wrong = [_first(found, drugs) for found in sums if _starts(found)]
    return "the formula does not begin with a dose of the order" if not wrong else None if None in wrong else wrong[0]


def _first(found: _Sum, drugs: DrugNames) -> str | None:
    steps = (_sum, _inputs, _result, _given)
    return next((why for ask in steps if (why := ask(found))), None) or _text(found, drugs)


def _starts(found: _Sum) -> bool:
    """Whether each formula begins with one end of the step's amount, lowest first."""
    step = found.step
    time = " per day" if step.divided else f" {step.rate}" if step.rate else ""
    head = f"{step.unit}{f'/{step.per}' if step.per else ''}{time}"
    return [one.operands[0] for one in found.worked] == [(end, head) for end in found.ends]


def _sum(found: _Sum) -> str | None:
    times = _multiplier(found)
    for one, end in zip(found.worked, found.ends, strict=True):
        if not one.right or not one.cancels:
            return f"the formula does not come to {one.stated:,f} {one.unit}".strip()
        if times is None or abs(one.exact - end * times / (found.step.divided or 1)) > EXACT * one.exact:
            return "the formula does not multiply the dose by what the patient's facts give"
    return None


def _inputs(found: _Sum) -> str | None:
    """Every other figure is a fact of the patient, the number of doses, or a figure of the equation."""
    facts = _facts(found.computed)
    numbers = set(facts.values())
    step = found.step
    kinds = (
        ("m2",) if step.per == "m2" else ("ideal", "adjusted") if step.weight == "adjusted" else (step.weight or "",)
    )
    fixed = frozenset[tuple[Decimal, str]]().union(*(_CONSTANTS.get(kind, frozenset()) for kind in kinds))
    for number, unit in (operand for one in found.worked for operand in one.operands[1:]):
        doses = unit == "doses per day" and number == step.divided
        if not (doses or (number, unit) in fixed or (number in numbers and unit in ("", "kg", "cm"))):
            return f"{number:,f} {unit}".strip() + " in the formula is no fact of the patient"
    return None


def _facts(computed: Computed) -> dict[str, Decimal]:
    """Weight in kg and height in cm among the inputs."""
    found = {}
    for name, value in computed.inputs:
        told = _INPUT.match(value)
        if told and (name, told["unit"]) in (("weight", "kg"), ("height", "cm")):
            found[name] = Decimal(told["number"].replace(",", ""))
    return found


def _multiplier(found: _Sum) -> Decimal | None:
    """What the dose is multiplied by, from the inputs alone; None when one is missing."""
    facts, step = _facts(found.computed), found.step
    weight, height = facts.get("weight"), facts.get("height")
    if step.per is None:
        return Decimal(1)
    if weight is None:
        return None
    if step.per == "m2":
        return (height * weight / 3600).sqrt() if height else None
    if step.weight not in ("ideal", "adjusted"):
        return weight
    start = {"male": Decimal(50), "female": Decimal("45.5")}.get(dict(found.computed.inputs).get("sex", ""))
    if height is None or start is None:
        return None
    ideal = start + Decimal("2.3") * (height / Decimal("2.54") - 60)
    if weight <= ideal:
        return weight
    return ideal if step.weight == "ideal" else ideal * Decimal("0.6") + weight * Decimal("0.4")


def _result(found: _Sum) -> str | None:
    stated = _amount(found.computed.result)
    step = found.step
    unit = f"{step.unit} {step.rate}" if step.rate else step.unit
    said = " to ".join(f"{one.stated:,f}" for one in found.worked) + f" {unit}"
    units = {f"{unit} per dose" if step.divided else unit}
    if stated is None or stated != _amount(said) or {one.unit for one in found.worked} != units:
        return f"the result is not {found.computed.result}"
    return None


def _given(found: _Sum) -> str | None:
    """What is to be given is the result, not above any limit, and rounded by no more than a tenth."""
    given = _amount(found.computed.rounded)
    base = _amount(found.computed.result)
    if given is None or base is None or (given.unit, given.per) != (base.unit, base.per):
        return f"{found.computed.rounded} is not told as {found.computed.result} is"
    most, times = [], _multiplier(found) or Decimal(1)
    for text, divide in _limits(found):
        limit = _amount(text)
        if limit is None or limit.unit != base.unit:
            return f"the limit {text} cannot be read"
        most.append(limit.high * (times if limit.per[:1] == (found.step.per,) and limit.per else 1) / divide)
    scale = base.high / found.worked[-1].stated
    for end, one in ((given.low, found.worked[0]), (given.high, found.worked[-1])):
        exact = one.exact * scale
        wanted = min((exact, *most))
        if most and end > min(most):
            return f"{found.computed.rounded} is above the limit"
        if abs(end - wanted) > NEAR * wanted:
            return f"{found.computed.rounded} is further than a tenth from what the sum gives"
    return None


def _limits(found: _Sum) -> Iterator[tuple[str, Decimal]]:
    """Every limit on one administration (or on the rate), as told, and how many of them it is on."""
    step, dose = found.step, found.dose
    times = Decimal(_times(step))
    if step.cap:
        yield (
            step.cap,
            Decimal(1)
            if step.cap.endswith("per dose")
            else times
            if _of_a_day(step.cap)
            else Decimal(step.divided or 1),
        )
    if dose.maximum_single and not step.rate:
        yield dose.maximum_single, Decimal(1)
    if dose.maximum_daily and not step.rate:
        yield dose.maximum_daily, times
    for adult in _ADULT.findall(found.claim.text):
        yield adult.rpartition(": ")[2], Decimal(1)


def _of_a_day(limit: str) -> bool:
    return any(quantity.kind == "interval" for quantity in quantities(limit))


def _times(step: DoseStep) -> int:
    """Fewest doses in a day; 1 when the words do not say."""
    if step.divided:
        return step.divided
    every = _EVERY.fullmatch(step.interval or "")
    return max(24 // max(int(every[2]), 1), 1) if every else _TIMES.get(step.interval or "", 1)


def _amount(text: str) -> Quantity | None:
    """The one amount of a text, bound and all left out."""
    found = [quantity for quantity in quantities(text) if quantity.kind == "amount" and quantity.unit != "dose"]
    return found[0] if len(found) == 1 else None


def _text(found: _Sum, drugs: DrugNames) -> str | None:
    """The sentence says the dose, for whom, and what to give; no other drug, route or figure."""
    text, step = found.claim.text, found.step
    named = drugs.named(text)
    if named != drugs.named(found.dose.drug) or (not named and found.dose.drug.lower() not in text.lower()):
        return f"it speaks of another drug than {found.dose.drug}"
    if not routes_in(text) <= set(found.dose.route.split(" or ")):
        return f"it gives another route than {found.dose.route}"
    label = next((word for word in LABELS if re.search(rf"\b{word}\b", text, re.IGNORECASE)), step.label)
    if label != step.label or (_ONCE.search(text) and "once" not in (step.interval or "once")):
        return "it tells another step of the order"
    amounts = [quantity for quantity in quantities(text) if is_dose(quantity)]
    if not amounts or amounts[0] not in quantities(found.computed.rounded):
        return f"the sentence does not give {found.computed.rounded}"
    allowed = {quantity for said in _allowed(found) for quantity in quantities(said)}
    strange = [q for q in quantities(text) if q not in allowed and not _is_size(q, found)]
    return f"nothing in the sum says {shown(strange[0])}" if strange else None


def _allowed(found: _Sum) -> Iterator[str]:
    step, dose = found.step, found.dose
    low, high = (f"{end:f}" for end in (step.amount.low, step.amount.high))
    time = " per day" if step.divided else f" {step.rate}" if step.rate else ""
    yield f"{low if low == high else f'{low} to {high}'} {step.unit}{f'/{step.per}' if step.per else ''}{time}"
    yield from (found.computed.rounded, *(value for _, value in found.computed.inputs))
    yield from filter(None, (step.interval, step.over and f"over {step.over}", step.over, step.until))
    yield from (f"for {step.duration}", step.duration) if step.duration else ()
    yield f"for each of {step.divided} doses a day" if step.divided else ""
    for limit in filter(None, (step.cap, dose.maximum_single, dose.maximum_daily)):
        yield from (f"at most {limit}{behind}" for behind in ("", " in one dose", " in a day"))
    yield from _ADULT.findall(found.claim.text)


def _is_size(quantity: Quantity, found: _Sum) -> bool:
    """Whether it is the weight or surface that was multiplied by, rounded."""
    size = _multiplier(found)
    if size is None or quantity.low != quantity.high or (quantity.unit, quantity.per) not in (("kg", ()), ("m2", ())):
        return False
    places = -int(quantity.low.as_tuple().exponent)
    return quantity.unit == found.step.per and abs(quantity.low - size) <= Decimal(5).scaleb(-max(places, 0) - 1)
