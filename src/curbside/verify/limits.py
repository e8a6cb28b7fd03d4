"""Limits in words: whether a text tells a measured criterion's figure, in its kind of unit, and on which side."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from curbside.errors import IntegrityError
from curbside.model.condition import Criterion
from curbside.model.measure import convert
from curbside.model.patient import MEASURED
from curbside.text.population import populations
from curbside.text.quantities import Quantity, quantities

COMPLEMENT = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
"""Sign of everybody else."""
_SIGNS = {"below": "<", "at most": "<=", "above": ">", "at least": ">="}
_BEHIND = re.compile(
    r"\s*(?:of age |old |of gestation |of pregnancy )?(?:(?P<up>onwards?|on\b|and (?:over|above|older|more))|(?P<down>and (?:under|below|younger|less)))",
    re.IGNORECASE,
)
_BETWEEN = r"\s+(?:(?!(?:and|or|but|then|with|to)\b)[a-z][a-z-]*[ ]){0,5}(?:about )?$"
"""Words that may stand between the word of a side and its figure: "below a creatinine clearance of 30"."""
_AHEAD = (
    (">=", re.compile(rf"\b(?:at least|from|since|starting at|reach(?:es|ing)|begins? at|at least){_BETWEEN}", re.IGNORECASE)),
    ("<=", re.compile(rf"\b(?:at most|up to|within|no more than|not above){_BETWEEN}", re.IGNORECASE)),
    ("<", re.compile(rf"\b(?:below|less than|lower than|under|before|until|prior to|younger than|to the age of){_BETWEEN}", re.IGNORECASE)),
    (">", re.compile(rf"\b(?:above|more than|greater than|over|after|past|beyond|exceed(?:s|ing)?|older than){_BETWEEN}", re.IGNORECASE)),
)  # fmt: skip
_UNTIL = re.compile(r"\b(?:until|not (?:\w+ ){0,4}within|once)\b[^.;]{0,40}$", re.IGNORECASE)
""" "Waits until potassium is above 3.5" speaks of those below; they are told by the other side."""
_UNITS = {"mL/minute": "mL/min", "mL/minute/1.73 m2": "mL/min/1.73 m2", "\u00b0C": "Cel", "units/L": "units/L"}
_WORDS = {
    "gestation": r"pregnan|gestation|trimester|fetus|fetal",
    "height": r"height|tall",
    "creatinine": r"creatinine",
    "crcl": r"creatinine clearance|crcl|cockcroft|clearance|ml/min|kidney|renal",
    "egfr": r"gfr|glomerular|ml/min|kidney|renal",
    "potassium": r"potassium|kal(?:a?e)mia",
    "sodium": r"sodium",
    "bicarbonate": r"bicarbonate",
    "glucose": r"glucose|sugar|glyc(?:a?e)mia",
    "ketones": r"keton|hydroxybutyrate",
    "lactate": r"lactate",
    "ph": r"\bph\b",
    "ck": r"\bck\b|creatine kinase",
    "alt": r"\balt\b|alanine|transaminase|aminotransferase",
    "bilirubin": r"bilirubin",
    "inr": r"\binr\b|prothrombin|normali[sz]ed ratio",
    "platelets": r"platelet",
    "paracetamol": r"paracetamol|acetaminophen",
    "sbp": r"systolic|blood pressure|\bsbp\b",
    "map": r"mean arterial|\bmap\b|arterial pressure",
    "spo2": r"saturation|spo2|oxygen",
    "gcs": r"gcs|glasgow|coma scale",
    "temperature": r"temperature|fever",
}
_SPOKEN = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _WORDS.items()}
"""What the text that has the figure speaks of; facts that are not here are told by their unit."""
_CLEARANCE, _RATE = (
    re.compile(r"clearance|crcl|cockcroft", re.IGNORECASE),
    re.compile(r"gfr|glomerular|1\.73", re.IGNORECASE),
)
_ESTIMATES = {"crcl": (_CLEARANCE, _RATE), "egfr": (_RATE, _CLEARANCE)}
"""What names the estimate, and what names the other one."""
_GROUPS: tuple[tuple[str, str, tuple[tuple[int, str], ...]], ...] = (
    ("neonate", "<", ((28, "day"), (1, "month"))),
    ("infant", "<", ((12, "month"),)),
    ("child", "<", ((18, "year"),)),
    ("adolescent", "<", ((18, "year"),)),
    ("adult", ">", ((18, "year"),)),
    ("elderly", ">", ((65, "year"),)),
)
"""(population, direction, limits that the word alone bears)."""
_YOUNGEST = frozenset({"neonate", "infant"})
_TRIMESTERS = ((14, "<", "first"), (14, ">", "second"), (28, ">", "third|last|late"))
_ORGAN = r"(?:kidney|renal)(?: \w+)? (?:impairment|insufficiency|disease|dysfunction|function|failure|injury)"
_STAGES: tuple[tuple[re.Pattern[str], frozenset[Decimal]], ...] = (
    (re.compile(rf"(?:severe(?:ly)?|advanced|serious)\b.{{0,30}}\b{_ORGAN}", re.IGNORECASE), frozenset(map(Decimal, (30, 20, 15)))),
    (re.compile(rf"moderate(?:ly)?\b.{{0,30}}\b{_ORGAN}", re.IGNORECASE), frozenset(map(Decimal, (60, 50)))),
    (re.compile(r"(?:kidney|renal) failure|end[- ]stage|anuri|uremi|uraemi", re.IGNORECASE), frozenset(map(Decimal, (30, 20, 15, 10)))),
    (
        re.compile(
            r"(?:kidney|renal)(?: \w+){0,2} (?:impairment|insufficiency|disease|dysfunction)|(?:weak|poor|bad|damaged) kidneys|"
            r"(?:impaired|reduced|poor|decreased) (?:kidney|renal) function|nephrotoxic",
            re.IGNORECASE,
        ),
        frozenset(map(Decimal, (60, 50, 30))),
    ),
)  # fmt: skip
"""Words of kidney function and the limits (mL/min, and per 1.73 m2) that may be meant by them: the stages of KDIGO 2024,
and 50 and 20, which drug labels use."""
NEAR = Decimal("0.01")
"""Part of itself by which a limit told in another kind of unit may differ: 250 mg/dL of glucose is 13.9 mmol/L."""


OTHER = "other"
"""Told of a text that gives another figure of the same fact."""


@lru_cache(maxsize=20_000)
def sides(text: str, one: Criterion) -> frozenset[str]:
    """Signs under which a text tells the figure of a measured criterion; "is" where it tells it without a side,
    `OTHER` where it tells another age. Empty: it does not tell it."""
    found = frozenset(sign for figure in quantities(text) for sign in _told(text, figure, one)) | _worded(text, one)
    aged = one.name == "age" and any(figure.kind == "age" for figure in quantities(text))
    return found or frozenset({OTHER} if aged else ())


def is_of(figure: Quantity, one: Criterion) -> bool:
    """Whether a figure, or an end of it, is the number of a measured criterion."""
    return _same(figure.low, figure, one) or _same(figure.high, figure, one)


def _told(text: str, figure: Quantity, one: Criterion) -> Iterator[str]:
    low, high = (_same(end, figure, one) for end in (figure.low, figure.high))
    if figure.low != figure.high:
        # "15 to 29" lies below 30, "6.0 to 6.4" below 6.5.
        last = Decimal(1).scaleb(int(figure.high.as_tuple().exponent))
        below = _same(figure.high + last, figure, one)
        if (low or high or below) and _speaks(text, one):
            yield from (">=", ">") if low else ("<=", "<") if high else ("<",)
        return
    if not low or not _speaks(text, one):
        return
    behind = _BEHIND.match(text, figure.end)
    ahead = next((sign for sign, words in _AHEAD if words.search(text[: figure.start])), "")
    sign = _SIGNS.get(figure.bound) or (behind and (">=" if behind["up"] else "<=")) or ahead or "is"
    yield sign
    if _UNTIL.search(text[: figure.start]):
        yield from {"<": (">", ">="), ">": ("<", "<=")}.get(sign[0], ())


def _speaks(text: str, one: Criterion) -> bool:
    words, other = _SPOKEN.get(one.name), _ESTIMATES.get(one.name)
    if other and other[1].search(text) and not other[0].search(text):
        return False  # The two estimates are never swapped.
    return words is None or words.search(text) is not None


def _same(end: Decimal, figure: Quantity, one: Criterion) -> bool:
    """Whether an end of a figure is the number of the criterion, in a unit that measures the same."""
    base = MEASURED[one.name].unit
    number = one.number or Decimal(0)
    told, unit = _measure(end, figure, one.name)
    if not unit and base and one.name not in ("crcl", "egfr", "gcs", "alt", "ck"):
        return False
    try:
        wanted = convert(number, one.unit or base, base, one.name)
        here = convert(told, unit, base, one.name) if unit else told
    except IntegrityError:
        return False
    return here == wanted or ((one.unit or base) != unit and abs(here - wanted) <= wanted * NEAR)


def _measure(end: Decimal, figure: Quantity, name: str) -> tuple[Decimal, str]:
    """A figure with its unit as `model.measure` spells it; "" for a bare number."""
    unit = "/".join((figure.unit, *figure.per))
    if name == "platelets" and unit in ("/L", "/mcL"):
        return end / (10**9 if unit == "/L" else 1000), "10*9/L"
    if name in ("crcl", "egfr") and figure.unit == "mL" and figure.per[:1] == ("minute",):
        # The unit tells a clearance; which estimate is meant, its name tells.
        return end, MEASURED[name].unit
    return end, _UNITS.get(unit, unit)


def _worded(text: str, one: Criterion) -> frozenset[str]:
    """The side a word alone tells: a child is below 18 years, the third trimester begins with week 28."""
    base, number = MEASURED[one.name].unit, one.number or Decimal(0)
    if one.name == "age":
        named, aged = populations(text), any(figure.kind == "age" for figure in quantities(text))
        return frozenset(
            sign
            for name, way, limits in _GROUPS
            if name in named and not (aged and name in _YOUNGEST)
            for limit, unit in limits
            if convert(Decimal(limit), unit, base) == convert(number, one.unit or base, base)
            for sign in (way, f"{way}=")
        )
    if one.name in _ESTIMATES and one.sign[0] == "<":
        return frozenset({one.sign} if any(number in stage and words.search(text) for words, stage in _STAGES) else ())
    if one.name == "gestation":
        weeks = convert(number, one.unit or base, base)
        told = (
            way
            for week, way, word in _TRIMESTERS
            if week == weeks and re.search(rf"\b(?:{word}) trimester", text, re.I)
        )
        return frozenset(sign for way in told for sign in (way, f"{way}="))
    return frozenset()
