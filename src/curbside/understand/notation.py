"""How clinicians write what is measured: names, units, and what only looks like either."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_LITRE = r"l(?:it(?:re|er)s?)?"
UNITS: tuple[tuple[str, str], ...] = (
    ("mL/min/1.73 m2", r"mls?\s?/\s?min(?:ute)?\s?(?:/|per)\s?1[.,]73\s?(?:m\s?\^?[2²]|sqm)?"),
    ("mL/min", r"mls?\s?(?:/|per)\s?min(?:ute)?"),
    ("umol/L", rf"(?:[uµμ]|micro|mc)\s?mol(?:es?)?\s?(?:/|per)\s?{_LITRE}"),
    ("mmol/L", rf"m\s?mol(?:es?)?\s?(?:/|per)\s?{_LITRE}"),
    ("mEq/L", rf"meq\s?/\s?{_LITRE}"),
    ("mg/dL", r"mg\s?(?:/|per)\s?dl|mg%|mg/100 ?ml"),
    ("mcg/mL", r"(?:[uµμ]|mc)g\s?/\s?ml"),
    ("mg/L", rf"mg\s?(?:/|per)\s?{_LITRE}"),
    ("units/L", rf"(?:i?u|units?)\s?(?:/|per)\s?{_LITRE}"),
    ("10*9/L", rf"[x×]?\s?10\s?(?:[\^*]\s?9|⁹|9)\s?/\s?{_LITRE}|k\s?/\s?(?:[uµμ]l|mm3)"),
    ("/uL", r"(?:cells)?\s?(?:/|per)\s?(?:[uµμ]l|mm3|mm³|cmm|microlit(?:re|er))"),
    ("mmHg", r"mm\s?hg"),
    ("kPa", r"kpa"),
    ("degF", r"°\s?f|deg(?:rees?)?\s?f(?:ahrenheit)?|fahrenheit|f"),
    ("Cel", r"°\s?c|deg(?:rees?)?\s?c(?:elsius)?|celsius|c"),
    ("%", r"%|per ?cent"),
    ("kg", r"kgs?|kilos?|kilogram(?:me)?s?"),
    ("lb", r"lbs?|pounds?"),
    ("stone", r"stones?|st"),
    ("cm", r"cms?|centimet(?:re|er)s?"),
    ("in", r"inch(?:es)?"),
    ("ft", r"ft|feet|foot"),
    ("m", r"m|met(?:re|er)s?"),
    ("g", r"g|grams?"),
)
"""Unit known to `model.measure` (and `/uL`, a thousandth of 10*9/L) -> how it is written, case put aside."""

_SPELT = re.compile(
    r"\s?-?(?:" + "|".join(f"(?P<u{n}>{spelt})" for n, (_, spelt) in enumerate(UNITS)) + r")(?![\w/²^])", re.IGNORECASE
)
AMOUNT = re.compile(
    r"\s?-?(?!HR\b)(?:(?:mg|g|gm|grams?|mcg|[uµμ]g|micrograms?|mls?|l|lit(?:re|er)s?|mmol|meq|units?|u|iu|tabs?|tablets?|caps(?:ules)?|amps?|ampoules?|vials?|bags?|pools?|puffs|drops"
    r"|h|hrs?|hours?|min(?:ute)?s?|sec(?:ond)?s?|d|days?|wks?|weeks?|w|months?|mths?|y|yrs?|years?|yo)\b|%|x\b|×|times\b|fold\b|/(?:kg|h|hr|hour|min|day|d|l|ml|dl|24)\b)",
    re.IGNORECASE,
)
"""What makes a number behind a name an amount to give, a rate or a time, and no finding."""
FOREIGN = frozenset(
    (
        "kg",
        "lb",
        "cm",
        "mmHg",
        "kPa",
        "mmol/L",
        "umol/L",
        "mg/dL",
        "mEq/L",
        "mL/min",
        "mL/min/1.73 m2",
        "mcg/mL",
        "mg/L",
        "units/L",
        "10*9/L",
    )
)
"""Units that are nothing else: behind the wrong name they are a slip. ("ST", "F" and "M" may be the next word.)"""
NUMBER = r"(?P<n>\d+(?:[.,·]\d+)*)(?P<k>[kK](?![\w/]))?"
BETWEEN = (
    r"(?:\s|=|:|\(|~|≈|,(?=\s?(?:now|currently))|\b(?:levels?|values?|is|was|are|now|of|about|around|approx\.?|approximately|today|currently|"
    r"up to|up at|down to|rising to|risen to|raised at|raised|elevated at|high at|low at|has|have|only|just|measured at|sitting at)\b){0,6}"
)
"""What may stand between a name and its number."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing measured: how it is written, in which units it is told, and which unit a bare number is in (None:
    a bare number could be in more than one and is not taken; "" where it has no unit)."""

    name: str
    written: str
    units: tuple[str, ...]
    usual: str | None
    aimed: bool = False
    """Often a target: "for MAP 65" is one."""
    asked_at: bool = False
    """"at eGFR 25" is the patient's; of the others it is a limit to act at."""


MARKS: tuple[Mark, ...] = (
    Mark("potassium", r"(?:serum |plasma )?potassium(?! chloride)|(?:hyper|hypo)-?K|K(?:\+|(?=[\s=:(]|\d\.\d))|hyper-?kala?emi[ac]|hypo-?kala?emi[ac]", ("mmol/L", "mEq/L"), "mmol/L"),
    Mark("sodium", r"(?:serum |plasma )?sodium(?= \d|=|:| of| is| level)|(?-i:Na|na)(?:\+|(?=[\s=:(]))|hypo-?natra?emi[ac]|hyper-?natra?emi[ac]", ("mmol/L", "mEq/L"), "mmol/L"),
    Mark("bicarbonate", r"HCO3-?|bicarb(?:onate)?", ("mmol/L", "mEq/L"), "mmol/L"),
    Mark("glucose", r"(?:blood |capillary |serum |plasma |random )?(?:glucose|sugars?)|CBG|BGL?|BSL|BMs?|hypoglyca?emi[ac]|hyperglyca?emi[ac]", ("mmol/L", "mg/dL"), None),
    Mark("ketones", r"(?:blood |capillary )?ketones?|beta-?hydroxybutyrate|BOHB", ("mmol/L",), "mmol/L"),
    Mark("lactate", r"lactate", ("mmol/L",), "mmol/L"),
    Mark("ph", r"(?:arterial |venous |blood )?pH", (), ""),
    Mark("creatinine", r"(?:serum |plasma )?creat(?:inine)?(?! clearance| kinase|-)|S?Cr(?![\w-])", ("mg/dL", "umol/L"), None),
    Mark("egfr", r"e?-?GFR", ("mL/min/1.73 m2", "mL/min"), "mL/min/1.73 m2", asked_at=True),
    Mark("crcl", r"Cr ?Cl|CL ?Cr|creatinine clearance|creat(?:inine)? cl", ("mL/min",), "mL/min", asked_at=True),
    Mark("ck", r"CK(?![ -]?MB)|CPK|creatine kinase", ("units/L",), "units/L"),
    Mark("alt", r"ALT", ("units/L",), "units/L"),
    Mark("bilirubin", r"(?:total )?bili(?:rubin)?", ("mg/dL", "umol/L"), None),
    Mark("inr", r"INR", (), ""),
    Mark("platelets", r"plate?lets?|plts?", ("10*9/L", "/uL"), "10*9/L"),
    Mark("paracetamol", r"(?:paracetamol|acetaminophen|APAP) (?:level|concentration)", ("mg/L", "mcg/mL", "umol/L", "mmol/L"), None),
    Mark("sbp", r"SBP|systolic(?: BP| blood pressure| pressure)?", ("mmHg",), "mmHg", aimed=True),
    Mark("map", r"(?-i:MAP)|mean arterial (?:blood )?pressure", ("mmHg",), "mmHg", aimed=True),
    Mark("spo2", r"s[pa]o2|(?:O2 |oxygen )?sats?|(?:oxygen |O2 )?saturations?|saturating(?: at)?", ("%",), "%", aimed=True),
    Mark("gcs", r"GCS|glasgow coma (?:scale|score)", (), ""),
    Mark("temperature", r"temp(?:erature)?|T(?=\s?(?:3[4-9]|4[0-2])\.\d)|febrile(?= at| to| \d)|pyrexia of|fever of", ("Cel", "degF"), "Cel"),
)  # fmt: skip
"""In the order of `model.patient.MEASURED` as far as findings go. Only kinds of notation in common use."""

_PATTERNS = tuple((mark, re.compile(rf"(?<![\w-])(?:{mark.written})(?![a-z])", re.IGNORECASE)) for mark in MARKS)


def patterns() -> tuple[tuple[Mark, re.Pattern[str]], ...]:
    """Each mark with the pattern of its name."""
    return _PATTERNS


def unit_at(text: str, at: int) -> tuple[str, int] | None:
    """The unit that is written at a place of a text, and where it ends."""
    match = _SPELT.match(text, at)
    if match is None or match.lastgroup is None:
        return None
    return UNITS[int(match.lastgroup[1:])][0], match.end()


UNITS_ALONE: Mapping[str, str] = {"age": "year", "gestation": "week", "hours": "hour"}
"""Facts told in a unit of time, and the one a bare number is in."""


def usual_unit(name: str) -> str | None:
    """The unit a bare number of a finding is in, "" where it has none; None when it could be in more than one."""
    return next((mark.usual for mark in MARKS if mark.name == name), None)
