"""Findings with a number: "K 6.9", "eGFR 25", "BP 85/40", "glucose 400 mg/dL". One of the patient's own, said plainly.

A target, a limit ("if K > 5.5") and an amount to give are no findings. A number that could be in two units is not
taken unless its unit stands with it.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from curbside.errors import IntegrityError
from curbside.model.condition import bounds
from curbside.model.measure import convert
from curbside.model.patient import MEASURED, Fact, Known
from curbside.text.numbers import literal
from curbside.understand.doubts import Reading, figure, impossible, more_than_one, unitless, wrong_unit
from curbside.understand.notation import AMOUNT, BETWEEN, FOREIGN, NUMBER, Mark, patterns, unit_at

_SIGNED = re.compile(
    BETWEEN
    + r"\s?(?P<sign>[<>≤≥]=?|(?:less|lower|greater|more|higher) than|below|under|above|over|at least|at most)?\s?"
    + NUMBER
    + r"(?P<range>\s?(?:-|–|to)\s?\d[\d.]*)?"
)
_AIMED = re.compile(
    r"\b(?:target(?:ing|s)?|goals?|aim(?:ing|s)?|keep(?:ing)?|maintain(?:ing)?|threshold|cut-?off|until|till|once|when|whenever|unless|if|above|below|over|under|achieve|reach|correct"
    r"|urine|urinary|csf|pleural|gastric|aspirate|ascitic|synovial|vaginal|stool|vitamin|vit|transferrin|iron|dialysate|ringer'?s|hartmann'?s|central venous|mixed venous)"
    r"(?:[ ,:](?:for|of|an?|the|her|his|is|to|serum|at|with|lactated))*\s?$|\bto\s?$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\b(?:for|at)(?: a)?\s?$", re.IGNORECASE)
_AT = re.compile(r"\bat(?: a)?\s?$", re.IGNORECASE)
_TARGET = re.compile(
    r"\s?(?:%|mmHg)?\s?(?:target|goal|threshold|cut-?off|or (?:more|less|above|below|higher|lower)|\+(?!\d))", re.I
)
_OWNED = re.compile(
    r"\b(?:her|his|my|\w+'s|(?:she|he|pt|patient|man|woman|who|i) (?:has|have)(?: an?)?|(?:man|woman|patient|pt|girl|boy|child|\d[mf]) with(?: an?)?)(?: (?:latest|last|current|recent|serum))*\s?$",
    re.IGNORECASE,
)
_PRESSURE = re.compile(
    r"\b(?:N?IBP|BP|blood pressure)[\s:=]*(?:(?:is|was|of|now|currently)\s)*(?P<s>\d{1,3})\s?/\s?(?P<d>\d{1,3})(?!\d)|\bBP\s?(?P<only>\d{2,3}) ?(?:systolic|sys|palp)",
    re.IGNORECASE,
)


def measured(text: str, more: Iterable[Fact] = ()) -> Reading:
    """Findings in the order of `model.patient.MEASURED`; `more` are those read elsewhere, settled with them."""
    found: dict[str, list[Fact]] = {}
    doubts: list[str] = []
    for fact in more:
        found.setdefault(fact.name, []).append(fact)
    for mark, pattern in patterns():
        for match in pattern.finditer(text):
            read = _fact(text, match, mark)
            if isinstance(read, Fact):
                found.setdefault(mark.name, []).append(read)
            elif read:
                doubts.append(read)
    pressures, impossible_ones = _pressures(text)
    found.setdefault("sbp", []).extend(pressures)
    settled = [settle(name, found[name]) for name in MEASURED if found.get(name)]
    facts = tuple(fact for fact, _ in settled if fact)
    return facts, (*dict.fromkeys((*doubts, *impossible_ones)), *(doubt for _, doubt in settled if doubt))


def settle(name: str, facts: list[Fact]) -> tuple[Fact | None, str | None]:
    """One fact out of several of a name: they are the same, or a number within a range; else a doubt."""
    different: dict[object, Fact] = {}
    for fact in facts:
        different.setdefault(bounds(fact), fact)
    exact = [(ends, fact) for ends, fact in different.items() if isinstance(ends, tuple) and ends[0] == ends[1]]
    if len(exact) == 1 and all(isinstance(e, tuple) and e[0] <= exact[0][0][0] <= e[1] for e in different):
        return exact[0][1], None
    if len(different) == 1:
        return next(iter(different.values())), None
    return None, more_than_one(name, [figure(f.value, f.unit) for f in different.values()])


def checked(name: str, value: str, unit: str | None) -> Fact | str:
    """The fact, or the sentence that says why it cannot be. `value`: a decimal."""
    try:
        number = convert(Decimal(value), unit or "", MEASURED[name].unit, name)
    except IntegrityError:
        return wrong_unit(name, unit or "a bare number")
    if not Decimal(MEASURED[name].low) <= number <= Decimal(MEASURED[name].high):
        return impossible(name, value, unit)
    return Fact(name, Known.VALUE, value, unit)


def plain(written: str, thousands: bool = False) -> str:
    """A number as written ("9,000", "2,5", 9 with a k behind it) as a plain decimal."""
    number = literal(written) * (1000 if thousands else 1)
    return f"{number:f}"


def _fact(text: str, match: re.Match[str], mark: Mark) -> Fact | str | None:
    number = _SIGNED.match(text, match.end())
    before = text[max(0, match.start() - 40) : match.start()]
    if number is None or _not_the_patients(before, mark) or not (number["sign"] is None or _OWNED.search(before)):
        return None
    if number["range"] or _TARGET.match(text, number.end()):
        return None
    value = plain(number["n"], bool(number["k"]))
    if mark.name == "gcs" and text.startswith("/15", number.end()):
        return checked("gcs", value, None)
    unit = _unit(text, number.end(), mark)
    if unit == "amount":
        return None
    if unit is None:
        return _bare(match[0], value, mark, number)
    if unit not in mark.units:
        return wrong_unit(mark.name, unit)
    if mark.name == "egfr":
        unit = "mL/min/1.73 m2"
    return _told(value, unit, mark, number)


def _not_the_patients(before: str, mark: Mark) -> bool:
    if _AIMED.search(before) or (mark.aimed and _FOR.search(before)):
        return True
    return bool(not mark.asked_at and _AT.search(before))


def _unit(text: str, at: int, mark: Mark) -> str | None:
    """The unit behind a number; None: none; "amount": what stands there makes it no finding."""
    found = unit_at(text, at)
    if found and found[0] in mark.units:
        return found[0]
    if AMOUNT.match(text, at):
        return "amount"
    return found[0] if found and found[0] in FOREIGN else None


def _bare(written: str, value: str, mark: Mark, number: re.Match[str]) -> Fact | str | None:
    if mark.name == "glucose" and written.upper().startswith("BM"):
        return checked("glucose", value, "mmol/L")  # A capillary glucose in British notation.
    if mark.name == "platelets" and number["k"]:
        return checked("platelets", plain(number["n"]), "10*9/L")
    if mark.usual is None:
        return unitless(mark.name, value)
    if mark.name == "temperature" and Decimal(value) > Decimal(MEASURED["temperature"].high):
        return unitless("temperature", value)
    if mark.name == "lactate" and Decimal(value) > 20:
        return unitless("lactate", value)  # Above it, it may be mg/dL.
    return _told(value, mark.usual, mark, number)


def _told(value: str, unit: str, mark: Mark, number: re.Match[str]) -> Fact | str:
    if unit == "/uL":
        value, unit = f"{(Decimal(value) / 1000).normalize():f}", "10*9/L"
    fact = checked(mark.name, value, unit or None)
    sign = number["sign"]
    if sign is None or isinstance(fact, str):
        return fact
    return Fact(mark.name, Known.VALUE, _range(mark.name, value, sign), unit or None)


def _range(name: str, value: str, sign: str) -> str:
    """What "<30" leaves: 1-29 of an eGFR. The step is one of the last place written."""
    limit = Decimal(value)
    step = Decimal(1).scaleb(int(limit.as_tuple().exponent))
    if sign[0] in "<≤lLbBuU" or sign == "at most":
        inclusive = sign in ("<=", "≤", "≤=", "at most")
        return f"{MEASURED[name].low}-{limit if inclusive else limit - step:f}"
    inclusive = sign in (">=", "≥", "≥=", "at least")
    return f"{limit if inclusive else limit + step:f}-{MEASURED[name].high}"


def _pressures(text: str) -> tuple[list[Fact], list[str]]:
    facts: list[Fact] = []
    doubts: list[str] = []
    for match in _PRESSURE.finditer(text):
        if _AIMED.search(text[max(0, match.start() - 40) : match.start()]):
            continue
        fact = checked("sbp", match["s"] or match["only"], "mmHg")
        if isinstance(fact, str) or (match["d"] and not 10 <= int(match["d"]) < int(match["s"])):
            doubts.append(f"blood pressure {match['s']}/{match['d']} is not possible: left out; check the figures")
        else:
            facts.append(fact)
    return facts, doubts
