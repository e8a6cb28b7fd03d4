"""Sex and age of the patient, as they stand plainly."""

import re
from decimal import Decimal

from curbside.model.patient import MEASURED, Fact, Known
from curbside.text.numbers import SMALL
from curbside.understand.doubts import figure, impossible, more_than_one

_FEMALE = re.compile(
    r"\b(?:wom[ae]n|females?|girls?|lady|ladies|wife|my (?:mother|mum|mom|sister|daughter|girlfriend|aunt|grandmother|granny)|she|her|herself|pregnant|gravid\w*|post-?partum|lactating"
    r"|primigravida|multigravida|(?:is|am|i'm|im|while|whilst|when|currently|and|who are) breastfeeding|breastfeeding (?:mother|mum|mom|patient)s?)\b",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:m[ae]n|males?|boys?|gentlem[ae]n|husband|my (?:father|dad|brother|son|boyfriend|uncle|grandfather|grandad)|he|his|him|himself)\b",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(
    r"\b(?:wom[ae]n|females?|girls?|ladies|she|her|he|his)\b[ ,]*(?:and|or|vs\.?|versus|/)[ ,]*(?:m[ae]n|males?|boys?|he|his|she|her)\b"
    r"|\b(?:m[ae]n|males?|boys?)\b[ ,]*(?:and|or|vs\.?|versus|/)[ ,]*(?:wom[ae]n|females?|girls?)\b",
    re.IGNORECASE,
)
_CHILD = re.compile(
    r"\b(?:child|children|childhood|kids?|infants?|infancy|infantile|baby|babies|newborns?|neonat\w+|toddlers?|paediatr\w+|pediatr\w+|adolescen\w+|teen|teens|teenage\w*|preterm"
    r"|boys?|girls?|schoolchild\w*|preschool\w*|juvenile|picu|nicu|my (?:son|daughter|grandson|granddaughter)|paeds?|peds|birth ?weight)\b",
    re.IGNORECASE,
)
_UNIT = r"(?P<{0}>years?|yrs?|y|months?|mths?|mos?|weeks?|wks?|days?)"
_BOUND = r"(?<![\d.,/≥≤<>=–-])(?<!over )(?<!under )(?<!above )(?<!below )(?<!than )(?<!least )(?<!older )(?<![≥≤<>=–-] )(?<!to )"
_AGE = re.compile(
    rf"{_BOUND}(?P<old>\d{{1,3}})[- ]?{_UNIT.format('a')}[- ]?(?:old|of age|/o\b)|{_BOUND}(?P<yo>\d{{1,3}})[- ]?(?:y/?o|yo)(?=[mfMF]?\b)"
    rf"|\bage[d:]?(?: is| of|:|=)? ?(?P<aged>\d{{1,3}})\b(?! ?(?:-|–|to|and|or|%|mg))(?: ?{_UNIT.format('b')}\b)?"
    rf"|{_BOUND}(?P<who>\d{{1,3}})[- ]?{_UNIT.format('c')}[- ]?(?:wom[ae]n|m[ae]n|lady|gentleman|boy|girl|male|female|child|baby|infant|neonate|[mf])\b"
    rf"|\b(?:wom[ae]n|m[ae]n|lady|gentleman|boy|girl|male|female|child|baby|infant|neonate|pt|patient),? (?P<then>\d{{1,3}}) ?{_UNIT.format('d')}\b"
    r"(?! (?:ago|of|history|later|after|follow|post|since|on|mortality|survival))"
    r"|\b(?:wom[ae]n|m[ae]n|lady|gentleman|boy|girl|patient) of (?P<of>\d{1,3})\b(?! ?(?:kg|wk|weeks?|w\b|months?|m\b|days?|d\b|/|cm|%|-|–|to\b|and\b|or\b|lb|st|[.,]\d))",
    re.IGNORECASE,
)
_WORDED = re.compile(rf"\b({'|'.join(SMALL)})(?=[- ](?:years?|months?|weeks?|days?)[- ]old\b)", re.IGNORECASE)
_AFTER = r"(?=$|[,;:.?]|\s?\(| (?:with|w/|on|has|had|and|c/o|p/w|presents?|presenting|presented|hx|pmh|who|known|post|s/p|pregnant|smoker|admitted|taking|in|needs?|started|nil|new|acute|ckd|dm|type|t2dm|pe|af)\b)"
_LETTER = re.compile(
    rf"(?:^|(?<=[.;:,?] )|(?<=\bin )|(?<=\bfor )|(?<=\ba )|(?<=\ban )|(?<=\bmy ))(?P<age>\d{{1,3}})[ /]?(?:y/?o?|yo|yr|yrs)? ?/?(?P<sex>[mMfF]){_AFTER}"
    rf"|(?:^|(?<=[.;:,?] ))(?P<sex2>[MF])[ /,]{{1,2}}(?P<age2>\d{{2}}){_AFTER}",
    re.IGNORECASE,
)
_VIGNETTE = re.compile(r"(?<![\w.,/+-])(?P<age>\d{2})(?P<sex>[MF])(?![\w/+-])")
_NO_VIGNETTE = re.compile(
    r"\b(?:catheters?|french|tubes?|drains?|sheaths?|introducers?|foley|cannulas?|stents?|molar|solution|buffer|copies|cells|people|deaths|usd)\b|\$",
    re.IGNORECASE,
)
_YOUNG = re.compile(
    r"\b(?P<n>\d{1,2})[- ]?(?:years?|yrs?|y)[- ]?olds?\b|\b(?:aged|under|below|<|≤) ?(?P<m>\d{1,2})\b(?! ?(?:mg|%|kg|mmol))",
    re.IGNORECASE,
)
OLDEST = int(MEASURED["age"].high)
"""Years; a figure above it is no age."""


def sex(text: str) -> tuple[Fact, tuple[str, ...]]:
    """The sex, unknown when both or neither is said; a doubt when one patient is said to be both."""
    letters = {letter for _, letter in _lettered(text)}
    female = bool(_FEMALE.search(text)) or "f" in letters
    male = bool(_MALE.search(text)) or "m" in letters
    if female and male:
        in_general = _EVERYBODY.search(text) and not letters
        return Fact("sex", Known.UNKNOWN), () if in_general else (more_than_one("sex", ("female", "male")),)
    if not (female or male):
        return Fact("sex", Known.UNKNOWN), ()
    return Fact("sex", Known.VALUE, "female" if female else "male"), ()


def age(text: str) -> tuple[Fact, tuple[str, ...]]:
    """The age in the unit it is told in; unknown with a doubt when impossible or told more than one way."""
    text = _WORDED.sub(lambda match: str(SMALL[match[0].lower()]), text)
    found: dict[tuple[str, str], None] = {}
    for match in _AGE.finditer(text):
        number = next(filter(None, map(match.group, ("old", "yo", "aged", "who", "then", "of"))))
        found[(number, _unit(match["a"] or match["b"] or match["c"] or match["d"] or "year"))] = None
    found |= {(years, "year"): None for years, _ in _lettered(text)}
    if not found:
        return Fact("age", Known.UNKNOWN), ()
    if len(found) > 1:
        return Fact("age", Known.UNKNOWN), (more_than_one("age", [figure(*one) for one in found]),)
    number, unit = next(iter(found))
    if not 0 < int(number) <= (OLDEST if unit == "year" else 999):
        return Fact("age", Known.UNKNOWN), (impossible("age", number, unit),)
    return Fact("age", Known.VALUE, number, unit), ()


def _lettered(text: str) -> list[tuple[str, str]]:
    """(age, sex) of "70 M", "F 34" and, glued and in capitals, of "DKA 19M"; sizes of catheters left out."""
    found = [(match["age"] or match["age2"], match["sex"] or match["sex2"]) for match in _LETTER.finditer(text)]
    if not _NO_VIGNETTE.search(text):
        found += [(match["age"], match["sex"]) for match in _VIGNETTE.finditer(text)]
    return [(years, letter.lower()) for years, letter in found if _plausible(int(years), letter.lower())]


def _unit(word: str) -> str:
    return {"y": "year", "m": "month", "w": "week", "d": "day"}[word[0].lower()]


def _plausible(age: int, sex: str) -> bool:
    """Whether a figure with M or F is an age and a sex: one digit may be millions, molar or a size, 95 to 110 F a fever."""
    return 10 <= age <= OLDEST and not (sex == "f" and 95 <= age <= 110)


LIGHTEST_ADULT = Decimal(30)
"""kg. Below it nobody is taken for an adult unasked."""


def young(text: str, pregnancy: Fact, weight: Decimal | None) -> bool:
    """Whether a child may be meant. A pregnant woman's baby is not the patient. `weight` in kg."""
    if weight is not None and weight < LIGHTEST_ADULT:
        return True
    ages = {int(match["n"] or match["m"]) for match in _YOUNG.finditer(text)}
    return any(age < 18 for age in ages) or (bool(_CHILD.search(text)) and pregnancy.known is not Known.YES)
