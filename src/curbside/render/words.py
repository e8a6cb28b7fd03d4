"""The words every page uses: basis, kind, standing, strength, orders, tapers, references.

The display rules for medicines (commas from 1,000, no trailing zero, a zero before the point, a space before the
unit, "to" in ranges) are kept by what is built here out of data. Quoted text never passes through here.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from curbside.model.answer import Basis
from curbside.model.condition import Condition, Criterion
from curbside.model.document import Citation, Fidelity, Kind, Standing
from curbside.model.patient import MEASURED, Known
from curbside.model.regimen import AllOf, Amount, AnyOf, Barred, Dose, DoseStep, Order, TaperStep, Then
from curbside.model.topic import ReadIn, Strength
from curbside.render.outside import address

MARK = {basis: basis.value for basis in Basis}
BASIS = {
    Basis.QUOTED: "quoted word for word from the text held here",
    Basis.CHECKED: "our wording; every figure, unit, drug, direction and population found in the source held here",
    Basis.CURATED: "our wording, checked against our notes of the source; source text not held here",
    Basis.COMPUTED: "calculated from the regimen and the patient facts shown; not reviewed",
}
STANDING = {
    Standing.CURRENT: "current",
    Standing.UNCHECKED: "standing not checked",
    Standing.CORRECTED: "corrected since publication",
    Standing.DRAFT: "draft, not final",
    Standing.CONCERN: "under an expression of concern",
    Standing.SUPERSEDED: "superseded",
    Standing.RETRACTED: "RETRACTED",
}
FIDELITY = {
    Fidelity.ORIGINAL: "original text",
    Fidelity.TRANSCRIPTION: "transcription of the original",
    Fidelity.MACHINE_DERIVED: "machine-derived text, not the original words",
}
READ_IN = {
    ReadIn.ORIGINAL: "read in the original",
    ReadIn.ABSTRACT: "read in the abstract",
    ReadIn.RESTATEMENT: "read in a restatement",
}
KIND = {kind: "kind not stated" if kind is Kind.UNCLASSIFIED else kind.value for kind in Kind}
GAP = {"answered": "Addressed", "not_addressed": "NOT addressed", "not_applicable": "Not applicable"}
REVIEW = {
    "submitted": "Submitted, not yet reviewed",
    "under_review": "Under review",
    "approved": "Approved",
    "mixed": "Contains parts not reviewed",
}
COMPOSED = {
    "topics": "our curated topics",
    "passages": "passages held here",
    "topics+passages": "our curated topics and passages held here",
    "model": "what a language model proposed and the checks let through",
}
NOTHING = "No answer is given: nothing held here supports one."
MAX_AUTHORS = 6
"""AMA style: more than six authors become the first three and "et al"."""

Cited = Callable[[str], int | None]
"""Number of the reference that an order's source key names; None when the page has no such reference."""


def number(value: Decimal) -> str:
    """An exact decimal as printed: "0.5", "1", "1,250"."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Amount) -> str:
    """ "1" or "600 to 900"."""
    return number(value.low) if value.low == value.high else f"{number(value.low)} to {number(value.high)}"


def strength(value: Strength) -> str:
    """ "strong recommendation against, low certainty (IDSA GRADE)"; what the source did not give is left out."""
    parts = []
    if value.strength is not None:
        parts.append(
            _graded(value.strength, ("strong", "weak", "conditional", "moderate"), "recommendation", "strength")
        )
    if value.direction == "against":
        parts = [f"{parts[0]} against"] if parts else ["recommendation against"]
    if value.certainty is not None:
        parts.append(_graded(value.certainty, ("high", "moderate", "low", "very low"), "certainty", "certainty"))
    return f"{', '.join(parts)} ({value.system})" if parts else f"no strength published ({value.system})"


def _graded(text: str, grades: tuple[str, ...], after: str, before: str) -> str:
    """A grade of words gets its noun behind it, a code such as "1B" in front; a phrase stands as published."""
    if text.casefold() in grades:
        return f"{text} {after}"
    return f"{before} {text}" if len(text) <= 4 else text


def step(value: DoseStep, route: str | None = None) -> str:
    """One step: "600 to 900 mg IV every 8 hours", "0.5 to 1 mg/kg per day oral for 6 weeks"."""
    per = {"kg": "/kg", "m2": "/m²", None: ""}[value.per]
    interval = value.interval
    if interval is None and not (value.over or value.rate or value.duration or value.until):
        interval = "once"
    divided = f"in {value.divided} divided doses" if value.divided else None
    daily = interval is not None and interval.startswith("per ")
    parts = [
        f"{amount(value.amount)} {value.unit}{per}",
        value.rate,
        interval if daily else None,
        f"({value.weight} body weight)" if value.weight else None,
        route,
        _led("over", value.over),
        None if daily else interval,
        divided,
        _led("for", value.duration),
        _led("until", value.until),
    ]
    said = " ".join(part for part in parts if part)
    if not value.cap:
        return said
    return (
        f"{said}, at most {value.cap} {value.rate}"
        if value.rate and "per" not in value.cap
        else f"{said}, at most {value.cap}"
    )


def _led(word: str, text: str | None) -> str | None:
    return text if text is None or text.startswith(f"{word} ") else f"{word} {text}"


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One line of an order in words. Depth 0 is the outermost; `cited` is the number of the dose's reference."""

    depth: int
    text: str
    cited: int | None = None


def _dose(value: Dose, cited: Cited) -> tuple[OrderLine, ...]:
    """The first line names the drug; further lines, one for each step, when there are several."""
    limits = "".join(f", maximum {limit}" for limit in _limits(value))
    fitting = f", {condition(value.when)}" if value.when else ""
    end = f"({value.population}{fitting}){limits}{f'; {value.note}' if value.note else ''}"
    source = cited(value.reference)
    if len(value.steps) == 1:
        only = value.steps[0]
        label = f" ({only.label})" if only.label else ""
        return (OrderLine(0, f"{value.drug} {step(only, value.route)}{label} {end}", source),)
    steps = (f"{'then ' if i else ''}{f'{s.label}: ' if s.label else ''}{step(s)}" for i, s in enumerate(value.steps))
    return (OrderLine(0, f"{value.drug} {value.route} {end}", source), *(OrderLine(1, text) for text in steps))


def condition(value: Condition) -> str:
    """ "for age at least 65 years", "for weight below 60 kg and eGFR below 30": for whom something is."""
    groups = (" and ".join(map(_criterion, group)) for group in value.groups)
    return f"for {' or for '.join(groups)}"


_SIGNS = {"<": "below", "<=": "at most", ">": "above", ">=": "at least", "is": ""}
UNITS = {"year": "years", "month": "months", "week": "weeks", "day": "days", "hour": "hours", "Cel": "°C"}
FACTS = {
    "egfr": "eGFR",
    "crcl": "creatinine clearance",
    "ph": "pH",
    "sbp": "systolic pressure",
    "given": "use with",
    "lactation": "breast-feeding",
    "hours": "time since onset",
}
FACTS |= {"map": "mean arterial pressure", "spo2": "SpO2", "gcs": "GCS", "ck": "CK", "inr": "INR", "alt": "ALT"}


def _criterion(one: Criterion) -> str:
    name = FACTS.get(one.name, one.name)
    if one.number is None:
        return (
            f"{name} {' or '.join(one.names)}".strip()
            if one.names
            else f"{'' if one.wanted is Known.YES else 'no '}{name}"
        )
    unit = one.unit or MEASURED[one.name].unit
    return f"{name} {_SIGNS[one.sign]} {number(one.number)} {UNITS.get(unit, unit)}".strip()


def _limits(value: Dose) -> tuple[str, ...]:
    limits = ((value.maximum_single, "per dose"), (value.maximum_daily, "per day"))
    return tuple(text if " per " in text or "/" in text else f"{text} {per}" for text, per in limits if text)


def order(value: Order, cited: Cited) -> tuple[OrderLine, ...]:
    """An order as lines: PLUS, OR and THEN stand before what they join."""
    if isinstance(value, Dose):
        return _dose(value, cited)
    if isinstance(value, Barred):
        return (OrderLine(0, f"not for this patient: {value.drug} ({value.reason})"),)
    head, joint = _JOINTS[type(value)]
    lines = [OrderLine(0, head)]
    for position, part in enumerate(value.orders):
        first, *rest = order(part, cited)
        joined = f"{joint} {first.text}" if position else first.text
        lines.append(OrderLine(1, joined, first.cited))
        lines.extend(replace(line, depth=line.depth + 1) for line in rest)
    return tuple(lines)


_JOINTS: dict[type[AllOf | AnyOf | Then], tuple[str, str]] = {
    AllOf: ("all of:", "PLUS"),
    AnyOf: ("one of:", "OR"),
    Then: ("one after the other:", "THEN"),
}


def taper(value: TaperStep) -> str:
    """ "days 1 to 14: 60 mg per day"."""
    days = f"day {value.from_day} onwards"
    if value.to_day is not None:
        one = value.to_day == value.from_day
        days = f"day {value.from_day}" if one else f"days {value.from_day:,} to {value.to_day:,}"
    try:
        figure = number(Decimal(value.amount))
    except InvalidOperation:
        return f"{days}: {value.amount}"
    return f"{days}: {figure} {value.unit}{'' if 'day' in value.unit else ' per day'}"


def citation(value: Citation) -> str:
    """ "Authors. Title. Container. Year. PMID 1. doi:10.1/x", in the manner of the AMA."""
    many = len(value.authors) > MAX_AUTHORS
    authors = ", ".join(value.authors[:3] if many else value.authors) + (", et al" if many else "")
    year = str(value.year) if value.year else "year not stated"
    parts = [authors, value.title, value.container, year]
    parts += [f"PMID {value.pmid}" if value.pmid else None, value.pmcid, f"doi:{value.doi}" if value.doi else None]
    return " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts if part)


def standing(value: Citation) -> str:
    """The standing; for a superseded source also by what, when that is known."""
    by = f" by {value.superseded_by}" if value.superseded_by else ""
    return f"{STANDING[value.standing]}{by}"


def link(value: Citation) -> str | None:
    """Where the source can be opened: its own address, else its DOI, PMC or PubMed page; None when it has none."""
    derived = None
    if value.doi:
        derived = address(f"https://doi.org/{value.doi}")
    if derived is None and value.pmcid:
        derived = f"https://pmc.ncbi.nlm.nih.gov/articles/{value.pmcid}/"
    if derived is None and value.pmid:
        derived = f"https://pubmed.ncbi.nlm.nih.gov/{value.pmid}/"
    return address(value.url) or derived
