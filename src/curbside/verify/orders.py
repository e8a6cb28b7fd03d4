"""R1: an order is complete, and each of its figures stands in one line of its own source with its drug."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

from curbside.model.answer import Claim, Finding
from curbside.model.regimen import Dose, DoseStep, TaperStep, doses
from curbside.ports import Check
from curbside.text.population import populations
from curbside.text.quantities import Quantity, quantities, shown
from curbside.verify.joining import joins_are_sourced, together
from curbside.verify.naming import DrugNames, Mention
from curbside.verify.numbers import breaths
from curbside.verify.reading import amount_of, cited_as, contradicted, is_dose, lines, not_enough, ordered, terms

ONCE = ("load", "bolus", "start")
"""Steps that are given once unless they say otherwise."""
DAILY = frozenset({"daily", "once daily", "every day", "every 24 hours", "once a day", "per day", "a day"})
_ROUTES = {
    "IV": ("iv", "intraven"),
    "IM": ("im", "intramuscular"),
    "oral": ("oral", "mouth", "po"),
    "subcut": ("subcut", "subcutan", "sc"),
    "inhaled": ("inhal", "puff", "spacer"),
    "nebulised": ("nebulis", "nebuliz", "nebul"),
    "IO": ("io", "intraosse"),
    "sublingual": ("sublingu", "tongu"),
    "buccal": ("buccal",),
    "intra-arterial": ("arteri", "intraarteri", "cathet"),
    "topical": ("topic", "cream", "ointment", "skin"),
    "rectal": ("rectal", "rectum", "suppositori"),
    "intranasal": ("intranas", "nasal", "nose"),
}


def orders_are_sourced(drugs: DrugNames) -> Check:
    """The check for one list of drug names."""

    def check(claim: Claim) -> Finding | None:
        for dose in ordered(claim):
            if finding := _incomplete(dose) or _unsourced(claim, dose, drugs):
                return finding
        ordering = (
            (_beside(claim, drugs) or joins_are_sourced(claim, drugs) or _doubled(claim, drugs))
            if claim.order
            else None
        )
        return ordering or _taper(claim)

    return check


def _incomplete(dose: Dose) -> Finding | None:
    for step in dose.steps:
        if not (step.interval or step.over or step.rate or step.label in ONCE):
            return not_enough("R1", f"the order for {dose.drug} does not say how often")
    return None


def _unsourced(claim: Claim, dose: Dose, drugs: DrugNames) -> Finding | None:
    if not any(cited_as(cite, dose.reference) for cite in claim.cites):
        return not_enough("R1", f"the order for {dose.drug} rests on {dose.reference}, which is not cited")
    drug = _drug(dose, drugs)
    own = _own(claim, dose)
    naming = tuple(line for line in own if _said_of(drug, line, drugs) is not None)
    if not naming:
        return not_enough("R1", f"{dose.reference} does not name {dose.drug} for {dose.population}")
    if not any(_routes(line, drug, drugs) & set(dose.route.split(" or ")) for line in (*naming, *_of_all(own, drugs))):
        return not_enough("R1", f"{dose.reference} does not say that {dose.drug} is given {dose.route}")
    for step in dose.steps:
        if not any(_line_has(line, dose, step, drug, drugs) for line in naming):
            return not_enough("R1", f"no line of {dose.reference} says {_phrase(dose, step)} of {dose.drug}")
    return _maxima(dose, naming)


def giving(claim: Claim, dose: Dose, drugs: DrugNames) -> tuple[str, ...]:
    """The lines of the dose's own source that give one of its steps."""
    drug = _drug(dose, drugs)
    own = _own(claim, dose)
    return tuple(line for line in own if any(_line_has(line, dose, step, drug, drugs) for step in dose.steps))


def _own(claim: Claim, dose: Dose) -> tuple[str, ...]:
    """The lines of the place a dose rests on that may speak for its people."""
    cites = tuple(cite for cite in claim.cites if cited_as(cite, dose.reference))
    return lines(claim, cites, populations(dose.population) or frozenset({dose.population}))


def _drug(dose: Dose, drugs: DrugNames) -> str:
    named = drugs.found(dose.drug)
    return named[0].drug if len(named) == 1 else dose.drug.lower()


def _said_of(drug: str, line: str, drugs: DrugNames) -> frozenset[Quantity] | None:
    """Figures a line gives for a drug; None when it does not name it. A drug in no list (a fluid, a combination) is
    looked for by its letters, in lines that name no other."""
    named = drugs.named(line)
    if drug in named:
        return frozenset(quantity for name, quantity in drugs.held(line) if name == drug)
    listed = drugs.named(drug)
    if drug in listed or not named <= listed:
        return None
    spelled = re.search(rf"(?<!\w){re.escape(drug)}(?!\w)", line, re.IGNORECASE)
    return frozenset(quantities(line)) if spelled else None


def _line_has(line: str, dose: Dose, step: DoseStep, drug: str, drugs: DrugNames) -> bool:
    """Whether one line gives the whole step for this drug, and does not give it by another route only."""
    said = _said_of(drug, line, drugs) or frozenset()
    parts = f"{step.divided} divided doses" if step.divided else None
    timing = (step.over, parts, step.duration, step.until, step.weight)
    timed = all(not text or _says(text, line, said) for text in timing)
    if not timed or not _route_fits(dose.route, _routes(line, drug, drugs)):
        return False
    if _called_otherwise(line, step):
        return False
    once = _figure(step)
    if once <= said and (step.interval is None or _says(step.interval, line, said)):
        return True
    return step.interval in DAILY and frozenset(quantities(f"{amount_of(step)}/day")) <= said


_LOADS = re.compile(r"\bload(?:s|ing|ed)?\b|\bbolus\b|\binitial(?:ly)?\b|\bfirst\b", re.IGNORECASE)
_MAINTAINS = re.compile(r"\bmaintenance\b|\bthereafter\b|\bthen\b|\bfollowed by\b|\bafterwards\b", re.IGNORECASE)


def _called_otherwise(line: str, step: DoseStep) -> bool:
    """Whether the part of a line that has the amount calls a load maintenance, or the other way round. A dose that
    nobody calls maintenance is none; one that is given once over minutes may be called a load."""
    if step.label not in ("load", "maintenance"):
        return False
    if step.label == "maintenance" and not _MAINTAINS.search(line):
        return True
    own, other = (_LOADS, _MAINTAINS) if step.label == "load" else (_MAINTAINS, _LOADS)
    figures = _figure(step)
    parts = [text for text, group in breaths(line) if any(figure.quantity in figures for figure in group)]
    return bool(parts) and all(other.search(part) and not own.search(part) for part in parts)


def _says(text: str, line: str, said: frozenset[Quantity]) -> bool:
    """Whether a line says a timing: its figures, or, when it has none, its words."""
    figures = frozenset(quantities(text))
    return figures <= said if figures else terms(text) <= terms(line)


def routes_in(text: str) -> set[str]:
    """Every route a text names."""
    words = terms(text)
    return {name for name, stems in _ROUTES.items() if words & set(stems)}


def _routes(line: str, drug: str, drugs: DrugNames) -> set[str]:
    """Routes a line gives. With several drugs in it: those said right before this one, or after it and before the next."""
    named = routes_in(line)
    mentions = drugs.found(line)
    if len(named) < 2 or len({mention.drug for mention in mentions}) < 2:
        return named
    owners = ((name, _owner(line, match, mentions)) for name, match in _route_words(line))
    return {name for name, owner in owners if owner == drug}


def _route_words(line: str) -> Iterator[tuple[str, re.Match[str]]]:
    for match in re.finditer(r"[^\W_]+", line):
        yield from ((name, match) for name, stems in _ROUTES.items() if terms(match[0]) & set(stems))


def _owner(line: str, word: re.Match[str], mentions: tuple[Mention, ...]) -> str:
    after = [mention for mention in mentions if mention.start >= word.end()]
    before = [mention.drug for mention in mentions if mention.end <= word.start()]
    if after and (not before or line[word.end() : after[0].start].isspace()):
        return after[0].drug
    return before[-1]


def _route_fits(route: str, named: set[str]) -> bool:
    """Silence fits: then another line of the place must give the route."""
    return not named or bool(named & set(route.split(" or ")))


def _of_all(own: tuple[str, ...], drugs: DrugNames) -> tuple[str, ...]:
    """Lines that name no drug and no dose say what they say of all ("all doses are given intravenously")."""
    return tuple(line for line in own if not drugs.named(line) and not any(map(is_dose, quantities(line))))


def _maxima(dose: Dose, naming: tuple[str, ...]) -> Finding | None:
    for maximum in filter(None, (dose.maximum_single, dose.maximum_daily, *(step.cap for step in dose.steps))):
        most = frozenset(replace(quantity, bound="") for quantity in quantities(maximum))
        if not most or not any(most <= {replace(q, bound="") for q in quantities(line)} for line in naming):
            return not_enough("R1", f"no line of {dose.reference} gives {maximum} as the most {dose.drug} to give")
    noted = frozenset(quantities(dose.note or ""))
    if noted and not any(noted <= frozenset(quantities(line)) for line in naming):
        return not_enough("R1", f"no line of {dose.reference} has the figures noted with {dose.drug}")
    return None


def _figure(step: DoseStep) -> frozenset[Quantity]:
    return frozenset(quantities(amount_of(step)))


def _phrase(dose: Dose, step: DoseStep) -> str:
    parts = (amount_of(step), dose.route, step.interval, step.over and f"over {step.over}", step.duration)
    return " ".join(part for part in parts if part)


def _beside(claim: Claim, drugs: DrugNames) -> Finding | None:
    """The sentence beside an order gives no other dose than the order does."""
    allowed = {quantity for dose in ordered(claim) for text in _texts(dose) for quantity in quantities(text)}
    own = {_drug(dose, drugs) for dose in ordered(claim)}
    for item in drugs.bound(claim.text):
        about = not item.drugs or set(item.drugs) & own
        if is_dose(item.quantity) and about and item.quantity not in allowed:
            return contradicted("R1", f"the sentence says {shown(item.quantity)}, the order does not")
    return None


def _texts(dose: Dose) -> Iterator[str]:
    for maximum in filter(None, (dose.maximum_single, dose.maximum_daily, *(step.cap for step in dose.steps))):
        yield from (maximum, f"at most {maximum}")
    yield dose.note or ""
    for step in dose.steps:
        yield from (amount_of(step), f"{amount_of(step)}/day" if step.interval in DAILY else "")
        yield from filter(None, (step.until, step.over))


def _doubled(claim: Claim, drugs: DrugNames) -> Finding | None:
    """One drug is given twice over together only where one line gives both doses."""
    for group in together(claim.order):
        for left, right in combinations(group.orders, 2):
            for one, other in product(doses(left), doses(right)):
                same = _drug(one, drugs) == _drug(other, drugs)
                if same and _apart(one, other):
                    return contradicted("R1", f"two doses of {one.drug} for different patients are not given together")
                if same and not set(giving(claim, one, drugs)) & set(giving(claim, other, drugs)):
                    return not_enough("R1", f"nothing cited gives two doses of {one.drug} together")
    return None


def _apart(one: Dose, other: Dose) -> bool:
    """Whether two doses are for different patients: on either side of one limit."""
    limits = other.when.criteria if other.when else ()
    return any(
        left.number is not None and replace(left, sign=right.sign) == right and left.sign[0] != right.sign[0]
        for left in (one.when.criteria if one.when else ())
        for right in limits
    )


def _taper(claim: Claim) -> Finding | None:
    for step in claim.taper:
        if not any(_line_has_taper(line, step) for line in lines(claim)):
            days = f"days {step.from_day} to {step.to_day}" if step.to_day else f"from day {step.from_day}"
            return not_enough("R1", f"no line cited says {step.amount} {step.unit} for {days}")
    return None


def _line_has_taper(line: str, step: TaperStep) -> bool:
    said = frozenset(quantities(line))
    amounts = (f"{step.amount} {step.unit}", f"{step.amount} {step.unit}/day")
    numeric = step.amount.replace(".", "", 1).isdigit()
    if not any(_says(text, line, said) for text in (amounts if numeric else (step.amount,))):
        return False
    if step.to_day is None:
        return step.from_day == 1 or _has_number(line, step.from_day)
    length = step.to_day - step.from_day + 1
    lasts = frozenset(quantities(f"{length} days"))
    named = _has_number(line, step.from_day) and _has_number(line, step.to_day)
    return named or (bool(lasts) and lasts <= said)


def _has_number(line: str, number: int) -> bool:
    return str(number) in terms(line)
