"""Weight and height, and hours since it began: what is told by its unit alone."""

import re
from decimal import Decimal

from curbside.model.patient import Fact, Known
from curbside.understand.doubts import Reading, two_units, unitless
from curbside.understand.measured import checked, plain, settle
from curbside.understand.notation import AMOUNT, unit_at

_N = r"(?P<n>\d+(?:[.,]\d+)?)"
_WEIGHT = re.compile(
    rf"(?<![\d.,/<>≥≤+–])(?<!\d-)(?P<minus>(?<=[\s=:])-)?{_N}(?:\s|-)?(?P<unit>kgs?|kilos?|kilogram(?:me)?s?|lbs?|pounds?|stones?|st)\b"
    r"(?:[ ,]?(?P<pounds>\d{1,2}) ?(?:lbs?|pounds?)\b)?(?P<other>\s(?:kgs?|lbs?|pounds?|stones?)\b)?",
    re.IGNORECASE,
)
_NO_WEIGHT_BEFORE = re.compile(
    r"(?:/|per|each|every|[<>≥≤]=?|\b(?:over|under|above|below|than|least|most|exceeding|up to|lost|losing|lose|gain|gained|gaining|loss of|gain of|birth ?weight(?: of)?|ideal body ?weight|ibw"
    r"|adjusted body ?weight|creat(?:inine)?|cr|lift\w*|carr\w+|by|to|if|when|born at|born weighing|tumou?r of))\s?(?:is |of |= ?)?$",
    re.IGNORECASE,
)
_NO_WEIGHT_AFTER = re.compile(
    r"\s?(?:/|per\b|[-–] ?\d|to \d|\+|or (?:more|less|over|under|above|below)|(?:weight )?(?:loss|gain)|overweight|heavier|lighter|tumou?r|mass|in (?:the |a |his |her )?(?:past|last|bile|gall|kidney|ureter|common|week|month|year|\d)"
    r"|of (?:fluid|weight)|f(?:o)?etus|baby|bands?)",
    re.IGNORECASE,
)
_SAID_TO_WEIGH = re.compile(r"\b(?:weigh\w*|wt)\b[^.;,]{0,12}$", re.IGNORECASE)
_CALCULUS = re.compile(
    r"\b(?:renal|kidney|ureter\w*|gall\w*|bladder|bile|biliary|calcul\w+|urolog\w+|lithotripsy|mm)\b", re.IGNORECASE
)
_WEIGHED = re.compile(
    r"\b(?:(?:body ?)?weight|wt|weighs|weighing|weighed)[\s:=]*(?:(?:is|of|about|around)\s)*(?P<n>-?\d+(?:[.,]\d+)?)(?![\d/%-]|[.,]\d)",
    re.I,
)
_HEIGHT = re.compile(
    r"\b(?:height|ht)[\s:=]*(?:(?:is|of)\s)?(?P<a>\d+(?:[.,]\d+)?)\s?(?P<ua>cms?|m|in(?:ches)?)\b|(?<![\d.,])(?P<b>\d+(?:[.,]\d+)?)\s?(?P<ub>cms?|m|met(?:re|er)s?) tall\b"
    r"|\bkg[,/ ]+(?P<c>1\d\d|2[0-3]\d) ?cms?\b|(?<![\d.,])(?P<d>1\d\d|2[0-3]\d) ?cms?[,/ ]+(?=\d+(?:\.\d+)? ?kg)|\btall (?P<e>\d{2,3}) ?cms?\b",
    re.IGNORECASE,
)
_FEET = re.compile(
    r"(?<![\d./])(?P<f>[3-7])\s?(?:ft|foot|feet|')\s?(?P<i>\d{1,2})?\s?(?:in(?:ches)?\b|\"|'')?", re.IGNORECASE
)
_HEIGHT_ALONE = re.compile(
    r"\b(?:height|ht)[\s:=]*(?:is |of )?(?P<n>\d+(?:[.,]\d+)?)(?![\d.,'/%]|\s?(?:cm|m\b|met|in|ft|f[eo]))", re.I
)


def weight(text: str) -> Reading:
    """The weight in the unit it is told in; a bare number behind the word is a doubt."""
    facts: list[Fact] = []
    doubts: list[str] = []
    for match in _WEIGHT.finditer(text):
        if _is_no_weight(text, match):
            continue
        unit = (unit_at(match["unit"], 0) or ("kg", 0))[0]
        other = unit_at(match["other"], 0) if match["other"] else None
        if other and other[0] != unit:
            doubts.append(two_units("weight", match["n"], (unit, other[0])))
            continue
        value = ("-" if match["minus"] else "") + plain(match["n"])
        if unit == "stone" and match["pounds"]:
            value, unit = f"{Decimal(value) * 14 + Decimal(match['pounds']):f}", "lb"
        _keep(checked("weight", value, unit), facts, doubts)
    for match in _WEIGHED.finditer(text):
        behind = unit_at(text, match.end())
        if behind is None and not (AMOUNT.match(text, match.end()) or _NO_WEIGHT_AFTER.match(text[match.end() :])):
            doubts.append(unitless("weight", match["n"]))
        elif behind and behind[0] == "g":
            _keep(checked("weight", plain(match["n"]), "g"), facts, doubts)
    return _settled("weight", facts, doubts)


def _is_no_weight(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() :]
    if _NO_WEIGHT_BEFORE.search(before) or _NO_WEIGHT_AFTER.match(after):
        return True
    if match["unit"].lower() == "st" and not (match["pounds"] or _SAID_TO_WEIGH.search(before)):
        return True  # The ST segment, or a street.
    small = match["unit"].lower().startswith("st") and Decimal(match["n"].replace(",", ".")) < 3
    return match["unit"].lower().startswith("st") and (small or bool(_CALCULUS.search(text)))


def height(text: str) -> Reading:
    """The height; centimetres alone are a wound's, unless a weight stands beside them."""
    facts: list[Fact] = []
    doubts: list[str] = []
    for match in _HEIGHT.finditer(text):
        number = next(filter(None, (match["a"], match["b"], match["c"], match["d"], match["e"])))
        unit = (unit_at(match["ua"] or match["ub"] or "cm", 0) or ("in", 0))[0]
        _keep(checked("height", plain(number), unit), facts, doubts)
    for match in _FEET.finditer(text):
        if match["i"] or re.match(r" tall", text[match.end() :]):
            _keep(checked("height", str(int(match["f"]) * 12 + int(match["i"] or 0)), "in"), facts, doubts)
    doubts += [unitless("height", match["n"]) for match in _HEIGHT_ALONE.finditer(text)]
    return _settled("height", facts, doubts)


_LONG = r"(?P<{0}>\d{{1,3}}(?:\.\d)?) ?(?P<u{0}>h|hrs?|hours?|min(?:ute)?s?|days?)"
_BEGUN = r"(?:onset|symptoms?|ingest\w+|overdos\w+|exposure|poisoning|last (?:seen|known) well|lkw|lsw|swallowed|stroke|collapse\w*|burns?|injury|bite|sting)"
_SINCE = re.compile(
    rf"(?<![\d.,/<>≥≤q-]){_LONG.format('a')} (?:after|from|since|post)[- ](?:the |symptom |stroke |an? )?{_BEGUN}\b"
    rf"|\b{_BEGUN}\b[^.?;]{{0,40}}?(?<![\d.,/<>≥≤q-])\b{_LONG.format('b')} (?:ago|earlier|previously)\b"
    rf"|\b(?:took|taken|ate|drank) [^.;?]{{0,20}}?\d[^.;?]{{0,40}}?(?<![\d.,/<>≥≤q-])\b{_LONG.format('e')} ago\b"
    rf"|\b(?:onset|ingested|lkw|last (?:seen|known) well)[\s:]*(?:at |was |of )?{_LONG.format('c')}\b(?! (?:post|level))"
    rf"|(?<![\d.,/<>≥≤q-]){_LONG.format('d')} (?:post[- ]?ingestion|into (?:the )?(?:stroke|symptoms))\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![\d.,/<>≥≤q-])(?<!every )(?<!over )(?<!for )(?<!within )(?<!per )(?<!next )(?<!each )(?<!in )(?<!first )(?<!up to )(?<!after )(?<!than )(?<!x )(?<!infusion )(?<!window )(?<!for up to )(?P<a>\d{1,2}(?:\.\d)?) ?(?P<ua>h|hrs?|hours?)\b(?=\s*(?:$|[,;?]|\.(?!\d)))",
    re.IGNORECASE,
)
_TIMED = re.compile(
    r"\b(?:stroke|tnk\w*|tenecteplase|alteplase|t-?pa|lysis|thrombolys\w+|thrombectomy|overdose|ingest\w+|poisoning)\b",
    re.I,
)


def hours(text: str) -> Reading:
    """Time since onset or ingestion, where it is plain that it is that."""
    found = list(_SINCE.finditer(text))
    if not found and _TIMED.search(text):
        found = list(_BARE.finditer(text))
    facts: list[Fact] = []
    doubts: list[str] = []
    for match in found:
        name = next(key for key in "abcde" if match.groupdict().get(key))
        unit = {"h": "hour", "m": "minute", "d": "day"}[match[f"u{name}"][0].lower()]
        _keep(checked("hours", match[name], unit), facts, doubts)
    return _settled("hours", facts, doubts)


def _keep(fact: Fact | str, facts: list[Fact], doubts: list[str]) -> None:
    if isinstance(fact, Fact):
        facts.append(fact)
    else:
        doubts.append(fact)


def _settled(name: str, facts: list[Fact], doubts: list[str]) -> Reading:
    fact, doubt = settle(name, facts) if facts else (None, None)
    told = (fact,) if fact and fact.known is Known.VALUE else ()
    return told, (*dict.fromkeys(doubts), *((doubt,) if doubt else ()))
