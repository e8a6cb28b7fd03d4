"""Ways to turn a true statement into a dangerous one. Every mutant of a supported claim must be withheld."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from curbside.model.condition import Condition, Criterion
from curbside.model.patient import MEASURED, STATED, Known
from curbside.model.regimen import AllOf, Amount, AnyOf, Barred, Dose, DoseStep, Order, TaperStep

_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w]|[.,]\d|-[A-Za-z])")
_UNITS = {
    "mg": "g", "mcg": "mg", "g": "mg", "hours": "days", "hour": "day", "days": "weeks", "weeks": "days", "minutes": "hours",
    "months": "weeks", "mL/kg": "L/kg", "mg/kg": "mg", "units": "mg",
}  # fmt: skip
_INTERVALS = {
    "every 4 hours": "every 12 hours", "every 6 hours": "every 8 hours", "every 8 hours": "every 12 hours",
    "every 12 hours": "every 8 hours", "every 24 hours": "every 12 hours", "every 2 weeks": "every 2 days",
    "once daily": "twice daily", "twice daily": "once daily", "daily": "weekly", "weekly": "daily", "once weekly": "once daily",
}  # fmt: skip
_DENY = {
    "should": "should not", "is": "is not", "are": "are not", "was": "was not", "were": "were not", "can": "cannot",
    "must": "must not", "may": "may not", "has": "has not", "had": "had no", "have": "have not", "recommends": "does not recommend",
    "suggests": "does not suggest", "gives": "does not give", "considers": "does not consider", "names": "does not name",
    "requires": "does not require", "carries": "does not carry", "caused": "did not cause", "increases": "does not increase",
    "continue": "do not continue", "use": "do not use", "begins": "does not begin", "progresses": "does not progress",
    "resolves": "does not resolve", "includes": "does not include", "needs": "does not need", "need": "do not need",
    "lists": "does not list", "carry": "do not carry", "shows": "does not show", "died": "did not die", "removes": "does not remove",
}  # fmt: skip
_IMPERATIVE = re.compile(
    r"^(Give|Start|Stop|Use|Add|Continue|Offer|Consider|Take|Screen|Measure|Check|Call|Explore|Return|Test|Treat|Switch|Hold|Aim|Reduce|Repeat)\b"
)
_AFFIRM = (
    (r"\b([Dd])o not (\w)", r"\2"),
    (r"\bcannot\b", "can"),
    (r"\b(should|is|are|was|were|must|did|does|do|has|have|may) (not|never)\b", r"\1"),
    (r"\bNo\b|\bno\b", "a"),
    (r"\bAvoid\b", "Use"),
    (r"\bavoid\b", "use"),
    (r"\bwithout\b", "with"),
    (r"\b(suggests|recommends) against\b", r"\1"),
    (r"\bdoes not (\w+)\b", r"\1s"),
    (r"\bnone\b", "all"),
    (r"\b(is|are) avoided\b", r"\1 given"),
    (r"\bcontraindicated\b", "indicated"),
    (r"\b(is|are) stopped\b", r"\1 continued"),
    (r"\bStop the\b", "Continue the"),
    (r"\bneither (\w+) nor\b", r"either \1 or"),
    (r"\bnever\b", "always"),
)
_PEOPLE = {
    "adults": "children", "adult": "child", "children": "adults", "child": "adult", "women": "men", "woman": "man",
    "neonates": "adults", "infants": "adults", "pregnant": "breast-feeding", "pregnancy": "childhood",
}  # fmt: skip
_STRENGTHS = {
    "recommends": "suggests",
    "recommended": "suggested",
    "suggests": "recommends",
    "suggested": "recommended",
}
_BOUNDS = {
    "at least": "at most", "at most": "at least", "up to": "at least", "above": "below", "below": "above", "more than": "less than",
    "less than": "more than", "or more": "or less", "or older": "or younger", "not later than": "not earlier than",
}  # fmt: skip
_ORDER_OF_TIME = {"before": "after", "after": "before", "within": "after"}
_TURNED = {
    "increases": "reduces", "increased": "reduced", "increase": "reduce", "reduces": "increases", "reduced": "increased",
    "reduce": "increase", "lowers": "raises", "lowered": "raised", "lower": "higher", "higher": "lower", "raises": "lowers",
    "raised": "lowered", "better": "worse", "worse": "better", "improves": "worsens", "improved": "worsened", "fewer": "more",
}  # fmt: skip


def mutants(text: str, drugs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(kind, mutated text): one change each, never the text itself. `drugs`: names to swap among."""
    seen = {text}
    for kind, mutated in _all(text, drugs):
        if mutated not in seen:
            seen.add(mutated)
            yield kind, mutated


def _all(text: str, drugs: Sequence[str]) -> Iterator[tuple[str, str]]:
    for match in _NUMBER.finditer(text):
        number = Decimal(match.group().replace(",", ""))
        for kind, changed in (("figure x10", number * 10), ("figure /10", number / 10)):
            if changed != number:
                yield kind, text[: match.start()] + f"{changed.normalize():f}" + text[match.end() :]
    for unit, other in _UNITS.items():
        yield from _each("unit swap", text, rf"(?<=\d )({re.escape(unit)})(?![\w/])", other)
        yield from _each("unit removed", text, rf"(?<=\d)( {re.escape(unit)})(?![\w/])", "")
    for interval, other in _INTERVALS.items():
        yield from _each("interval swap", text, rf"\b({interval})\b", other)
    yield from _drug_swaps(text, drugs)
    for word, denied in _DENY.items():
        yield from _each("negation inserted", text, rf"\b({word})\b(?! not\b)", denied)
    yield "negation inserted", _IMPERATIVE.sub(lambda m: f"Do not {m[1].lower()}", text)
    for pattern, affirmed in _AFFIRM:
        yield "negation removed", re.sub(pattern, affirmed, text, count=1)
    for word, other in _PEOPLE.items():
        yield from _each("population swap", text, rf"\b({word})\b", other)
    for kind, words in (("direction swap", _TURNED), ("strength word", _STRENGTHS), ("bound turned", _BOUNDS)):
        for word, other in words.items():
            yield from _each(kind, text, rf"\b({word})\b", other)
    if _NUMBER.search(text):
        for word, other in _ORDER_OF_TIME.items():
            yield from _each("time order", text, rf"\b({word})\b", other)


def _each(kind: str, text: str, pattern: str, other: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(pattern, text):
        yield kind, text[: match.start(1)] + other + text[match.end(1) :]


def _drug_swaps(text: str, drugs: Sequence[str]) -> Iterator[tuple[str, str]]:
    present = [drug for drug in drugs if re.search(rf"(?<!\w){re.escape(drug)}(?!\w)", text, re.IGNORECASE)]
    whole = [drug for drug in present if not any(drug != other and drug in other for other in present)]
    for drug in whole:
        for other in (name for name in drugs if name not in drug and drug not in name):
            yield "drug swap", re.sub(rf"(?<!\w){re.escape(drug)}(?!\w)", other, text, count=1, flags=re.IGNORECASE)


def mutant_orders(order: Order) -> Iterator[tuple[str, Order]]:
    """(kind, order with one change in one dose)."""
    if isinstance(order, Barred):
        return
    if isinstance(order, Dose):
        yield from _mutant_doses(order)
        return
    for place, part in enumerate(order.orders):
        for kind, changed in mutant_orders(part):
            yield kind, replace(order, orders=(*order.orders[:place], changed, *order.orders[place + 1 :]))


def turned_orders(order: Order) -> Iterator[tuple[str, Order]]:
    """A choice made a sum, and a sum a choice, at any depth."""
    if isinstance(order, Dose | Barred):
        return
    if isinstance(order, AnyOf | AllOf):
        yield "or made and", (AllOf if isinstance(order, AnyOf) else AnyOf)(order.orders)
    for place, part in enumerate(order.orders):
        for kind, changed in turned_orders(part):
            yield kind, replace(order, orders=(*order.orders[:place], changed, *order.orders[place + 1 :]))


def mutant_tapers(taper: tuple[TaperStep, ...]) -> Iterator[tuple[str, tuple[TaperStep, ...]]]:
    """(kind, taper with one change in one step)."""
    for place, step in enumerate(taper):
        for kind, changed in _mutant_taper_steps(step):
            yield kind, (*taper[:place], changed, *taper[place + 1 :])


def _mutant_taper_steps(step: TaperStep) -> Iterator[tuple[str, TaperStep]]:
    for match in _NUMBER.finditer(step.amount):
        for kind, number in (("x10", Decimal(match[0]) * 10), ("/10", Decimal(match[0]) / 10)):
            amount = step.amount[: match.start()] + f"{number.normalize():f}" + step.amount[match.end() :]
            yield f"figure {kind}", replace(step, amount=amount)
    yield "first day x10", replace(step, from_day=step.from_day * 10)
    if step.to_day:
        yield "last day x10", replace(step, to_day=step.to_day * 10)
    if step.amount.replace(".", "").isdigit():
        yield "unit swap", replace(step, unit="g" if step.unit == "mg" else "mg")


def _mutant_doses(dose: Dose) -> Iterator[tuple[str, Order]]:
    yield "drug swap", replace(dose, drug="warfarin" if dose.drug != "warfarin" else "heparin")
    yield "route swap", replace(dose, route=next(way for way in ("oral", "IV", "rectal") if way not in dose.route))
    yield "population swap", replace(dose, population="child" if dose.population != "child" else "adult")
    yield "maximum", replace(dose, maximum_single="77 g")
    if dose.maximum_daily:
        yield "maximum", replace(dose, maximum_daily="77 g")
    yield "other source", replace(dose, reference="another/place")
    for kind, when in mutant_conditions(dose.when):
        yield kind, replace(dose, when=when)
    for place, step in enumerate(dose.steps):
        for kind, changed in _mutant_steps(step):
            yield kind, replace(dose, steps=(*dose.steps[:place], changed, *dose.steps[place + 1 :]))


def _mutant_steps(step: DoseStep) -> Iterator[tuple[str, DoseStep]]:
    def scaled(change: Callable[[Decimal], Decimal]) -> DoseStep:
        return replace(step, amount=Amount(change(step.amount.low), change(step.amount.high)))

    yield "figure x10", scaled(lambda number: number * 10)
    yield "figure /10", scaled(lambda number: number / 10)
    if step.amount.low != step.amount.high:
        yield "range cut", replace(step, amount=Amount(step.amount.high, step.amount.high))
    yield "unit swap", replace(step, unit="mg" if step.unit != "mg" else "g")
    yield "per swap", replace(step, per=None if step.per else "kg")
    yield "interval swap", replace(step, interval="every 3 hours")
    yield "duration", replace(step, duration="77 days")
    yield "over", replace(step, over="77 minutes")
    yield "until", replace(step, until="77 days without fever")
    if step.rate:
        yield "rate swap", replace(step, rate="per minute" if step.rate == "per hour" else "per hour")
    if step.divided:
        yield "divided", replace(step, divided=step.divided * 2)
    if step.cap:
        yield "cap", replace(step, cap=_NUMBER.sub(lambda m: f"{Decimal(m[0].replace(',', '')) * 10:,f}", step.cap))
    if step.label in ("load", "maintenance"):
        yield "label swap", replace(step, label="maintenance" if step.label == "load" else "load")
    if step.interval:
        yield "interval dropped", replace(step, interval=None, over=None, rate=None, label=None)


_SIGNS = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_OTHER_UNITS = {
    "year": "month", "month": "year", "week": "month", "day": "month", "hour": "day", "kg": "lb", "mmol/L": "umol/L", "mg/dL": "mg/L",
    "mg/L": "mg/dL", "umol/L": "mmol/L", "mmHg": "kPa",
}  # fmt: skip


def mutant_conditions(condition: Condition | None) -> Iterator[tuple[str, Condition]]:
    """(kind, condition with one change in one criterion)."""
    for x, group in enumerate(condition.groups if condition else ()):
        for y, one in enumerate(group):
            for kind, changed in _mutant_criteria(one):
                turned = (*group[:y], changed, *group[y + 1 :])
                groups = condition.groups if condition else ()
                yield f"condition {kind}", Condition((*groups[:x], turned, *groups[x + 1 :]))


def _mutant_criteria(one: Criterion) -> Iterator[tuple[str, Criterion]]:
    if one.name in MEASURED and one.number is not None:
        yield "figure x10", replace(one, number=one.number * 10)
        yield "figure /10", replace(one, number=one.number / 10)
        yield "sign", replace(one, sign=_SIGNS[one.sign])
        unit = one.unit or MEASURED[one.name].unit
        if unit in _OTHER_UNITS:
            yield "unit", replace(one, unit=_OTHER_UNITS[unit])
    elif one.name in STATED:
        yield "yes or no", replace(one, wanted=Known.NO if one.wanted is Known.YES else Known.YES)
    elif one.name == "sex":
        yield "sex", replace(one, names=("male",) if one.names == ("female",) else ("female",))
    else:
        others = {"condition": "tennis elbow", "antibody": "anti-nobody"}
        for place in range(len(one.names)):
            other = others.get(one.name, "zilucoplan")
            yield "name", replace(one, names=(*one.names[:place], other, *one.names[place + 1 :]))
