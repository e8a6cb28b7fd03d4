"""Ways to turn a true statement into a dangerous one. Every mutant of a supported claim must be withheld."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from curbside.model.regimen import Amount, Dose, DoseStep, Order

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
    "must": "must not", "may": "may not",
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
    (r"\bnever\b", "always"),
)
_PEOPLE = {
    "adults": "children", "adult": "child", "children": "adults", "child": "adult", "women": "men", "woman": "man",
    "neonates": "adults", "infants": "adults", "pregnant": "breast-feeding", "pregnancy": "childhood",
}  # fmt: skip
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
    for word, other in _TURNED.items():
        yield from _each("direction swap", text, rf"\b({word})\b", other)


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
    if isinstance(order, Dose):
        yield from _mutant_doses(order)
        return
    for place, part in enumerate(order.orders):
        for kind, changed in mutant_orders(part):
            yield kind, replace(order, orders=(*order.orders[:place], changed, *order.orders[place + 1 :]))


def _mutant_doses(dose: Dose) -> Iterator[tuple[str, Order]]:
    yield "drug swap", replace(dose, drug="warfarin" if dose.drug != "warfarin" else "heparin")
    yield "route swap", replace(dose, route="oral" if dose.route == "IV" else "IV")
    yield "population swap", replace(dose, population="child" if dose.population != "child" else "adult")
    yield "maximum", replace(dose, maximum_single="77 g")
    yield "other source", replace(dose, reference="another/place")
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
    if step.interval:
        yield "interval dropped", replace(step, interval=None, over=None, rate=None, label=None)
