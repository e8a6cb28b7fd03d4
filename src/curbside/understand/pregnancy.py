"""Pregnancy, its weeks, and lactation.

A general question about pregnancy ("contraindicated in pregnancy") counts as pregnancy, and one about lactation as
lactation: the cautions needed are the same, and leaving them out is the worse mistake.
"""

import re

from curbside.model.patient import MEASURED, Fact, Known
from curbside.understand.doubts import figure, impossible, more_than_one

_NOT_PREGNANT = re.compile(
    r"\b(?:not|isn't|isnt|non|never|no longer|nor|denies being)[- ]?(?:currently |been )?pregnant\b|\bdenies pregnancy\b|\bpregnancy (?:test )?(?:was |is )?(?:negative|excluded|ruled out)\b"
    r"|\bnegative pregnancy test\b|\bnon-?pregnant\b"
)
_POSTPARTUM = re.compile(r"\bpost-?partum\b|\bpost-?natal\b|\bafter (?:delivery|childbirth)\b")
_MAYBE_PREGNANT = re.compile(
    r"\b(?:could|might|may|if|whether|possibly|potentially|\?) ?(?:she |i |you |they )?(?:is |be |are |am )?pregnant\b|\bis (?:she|he|the patient) pregnant\b|\?pregnant\b"
    r"|\b(?:trying|planning|wants?|hoping|wishes|like|able|ability|unable|possible|want) (?:\w+ ){0,2}(?:get|become|be|fall) pregnant\b|\b(?:get|getting|become|becoming|becomes|fall) pregnant\b"
    r"|\b(?:plan\w*|before|after|prevent\w*|avoid\w*|unplanned|unwanted|unintended|future|previous|prior|last|past|exclude\w*|ruling out|rule out|desires?|possible|risk of|achiev\w+)"
    r" (?:a |any |another |an? )?pregnanc(?:y|ies)\b|\bpregnancy (?:test\w*|status|prevention|plan\w*|rates?|wish|outreach|loss)\b(?! positive)|\bno (?:current )?pregnancy\b"
)
_PREGNANT = re.compile(
    r"\bpregnan(?:t|cy|cies)\b|\b(?:first|second|third|1st|2nd|3rd) trimester\b|\bgravid(?:a|ity)?\b|\bprimigravida\b|\bmultigravida\b|\bantenatal\b|\bin labou?r\b|\bg\d{1,2}p\d{1,2}\b"
    r"|\b\d{1,2} ?(?:wk|wks|weeks?|/40) (?:preg\b|pregnant|gestation|gestational|of gestation|into (?:her|my) pregnancy)\b|\bgestation(?:al age)?(?: of)? \d{1,2}\b|\b\d{1,2}(?:wks?|weeks?|w) ?preg\b"
)
_OUT_OF_40 = re.compile(
    r"(?<![\d./,≥≤-])(?P<n>[4-9]|[1-3]\d|4[0-2])(?P<days>\+\d)?/40\b(?! ?(?:mg|mcg|ug|ml|mmhg|mm|%|[a-z]*vision|points?|patients?|or better|feet|\)|\d))"
)
_NOT_GESTATION = re.compile(
    r"\b(?:visual|acuity|vision|snellen|20/\d|bp|mg|tablets?|score|premature|preterm|neonate|newborn|born (?:at|in|before))\b"
)
_BORN = re.compile(
    r"\b(?:born (?:at|in|before)|neonates?|newborns?|preterm|premature (?:baby|infant)s?|birth ?weight)\b"
)
_NOT_FOR_SO_LONG = r"(?<![\d.,/+-])(?<!for )(?<!over )(?<!after )(?<!since )(?<!last )(?<!past )(?<!every )(?<!x )(?<!in )(?<!another )(?<!to )"
_NO_DURATION = (
    r"(?! ?(?:ago|later|course|post|postpartum|treatment|therapy|history|apart|old|on\b|of (?!pregnancy|gestation)))"
)
_WEEKS = re.compile(
    rf"{_NOT_FOR_SO_LONG}(?P<n>\d{{1,2}})(?P<days>\+\d)?[- ]?(?P<unit>weeks?|wks?|wk|w)\b{_NO_DURATION}"
    r"|(?<![\d.])(?P<m>\d{1,2})[- ]?months? (?:pregnant|gravid|gestation)|pregnant,? (?P<m2>\d{1,2}) months?\b"
)
_TRIMESTER = re.compile(r"\b(first|second|third|1st|2nd|3rd) trimester\b")
TRIMESTERS = {"1": "1-13", "f": "1-13", "2": "14-27", "s": "14-27", "3": "28-42", "t": "28-42"}
"""First letter of the word -> completed weeks."""
_ACUTE = re.compile(
    r"(?:^(?=\d{1,2}(?:\+\d)? ?(?:weeks?|wks?|w),)|\b(?:pe|dvt|vte|dka|aki|mi|stemi|nstemi|itp|ttp|uti|pyelonephritis|pyelo|pneumonia|cap|asthma|sepsis|seizures?|seizing|stroke|appendicitis|hypertension|htn|influenza|flu|covid"
    r"|malaria|chickenpox|varicella|migraine|cholestasis|vomiting|hyperemesis|cellulitis|embolism|thrombosis|myocarditis|flare),? (?:at )?)(?P<n>\d{1,2})(?:\+\d)? ?(?:weeks?|wks?|w)\b"
    + _NO_DURATION
)
_COURSE = re.compile(
    r"\b(?:treated|treatment|therapy|course|duration|since|ago|old|stop\w*|post|after|infant|baby|m[ae]n|male|he|his)\b"
)
_USUAL_COURSES = frozenset({"4", "6", "8", "12", "24", "26"})
"""Weeks for which things are usually treated."""
_NOT_NURSING = re.compile(
    r"\b(?:not|isn't|isnt|never|no longer|non|stopped|denies)[- ]?(?:currently )?(?:breastfeeding|lactating|nursing)\b|\bformula[- ]fe(?:d|eding)\b"
)
_MAYBE_NURSING = re.compile(
    r"\b(?:plan\w*|wants?|wish\w*|intend\w*|hop\w+|will|going|before|after|stop|start)(?: to)? (?:\w+ )?breastfeed(?:ing)?\b|\?breastfeeding\b|\bis (?:she|the patient) breastfeeding\b"
)
_NURSING = re.compile(r"\bbreastfeed(?:ing|s)\b|\blactat(?:ing|ion)\b|\bnursing (?:mother|mum|mom|wom[ae]n|her|my)\b")


def pregnancy(text: str) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """Pregnancy, always told, and its weeks where they are plain. `text`: the patient's own, in small letters."""
    no = bool(_NOT_PREGNANT.search(text))
    rest = _MAYBE_PREGNANT.sub(" ", _NOT_PREGNANT.sub(" ", text))
    yes = bool(_PREGNANT.search(rest)) and not (_BORN.search(rest) and not re.search(r"\bpregnan", rest))
    yes = yes or bool(_OUT_OF_40.search(rest) and not _NOT_GESTATION.search(rest))
    yes = yes or bool(
        re.search(
            r"\bpregnancy test (?:is |was )?positive\b|\bpositive pregnancy test\b|hcg (?:is |was )?(?:positive|\+)",
            text,
        )
    )
    if no and yes:
        in_general = re.search(
            r"pregnant (?:and|or|vs\.?|versus|/) ?(?:non|not)|(?:non|not)-? ?pregnant (?:and|or|vs\.?|versus|/)", text
        )
        return (Fact("pregnancy", Known.UNKNOWN),), () if in_general else (more_than_one("pregnancy", ("yes", "no")),)
    if yes:
        weeks, doubts = _gestation(rest)
        return (Fact("pregnancy", Known.YES), *weeks), doubts
    if no or _POSTPARTUM.search(rest):
        return (Fact("pregnancy", Known.NO),), ()
    return _meant(rest)


def _meant(text: str) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """Weeks behind an acute illness ("PE 30 weeks") are weeks of pregnancy, unless things are treated that long."""
    unknown = Fact("pregnancy", Known.UNKNOWN)
    match = _ACUTE.search(text)
    if match is None or _COURSE.search(text) or not 4 <= int(match["n"]) <= 42:
        return (unknown,), ()
    weeks = match["n"]
    if weeks in _USUAL_COURSES:
        either = f'{weeks} weeks may be weeks of pregnancy or of treatment: taken as neither; write "pregnant {weeks} weeks" or "for {weeks} weeks"'
        return (unknown,), (either,)
    read = f'{weeks} weeks is read as weeks of pregnancy; if a duration is meant, write "for {weeks} weeks"'
    return (Fact("pregnancy", Known.YES), Fact("gestation", Known.VALUE, weeks, "week")), (read,)


def _gestation(text: str) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    found = {match["n"]: match["days"] for match in _OUT_OF_40.finditer(text) if not _NOT_GESTATION.search(text)}
    months: list[str] = []
    for match in _WEEKS.finditer(text):
        if match["n"]:
            found[match["n"]] = match["days"] or found.get(match["n"])
        else:
            months.append(match["m"] or match["m2"])
    ways = [figure(weeks, "week") for weeks in found] + [figure(month, "month") for month in months]
    if len(ways) > 1:
        return (), (more_than_one("gestation", ways),)
    if found:
        ((weeks, days),) = found.items()
        if not int(MEASURED["gestation"].low) <= int(weeks) <= int(MEASURED["gestation"].high):
            return (), (impossible("gestation", weeks, "week"),)
        return (Fact("gestation", Known.VALUE, weeks, "week", detail=f"{weeks}{days}" if days else None),), ()
    if months:
        return (
            ((Fact("gestation", Known.VALUE, months[0], "month"),), ())
            if int(months[0]) <= 10
            else ((), (impossible("gestation", months[0], "month"),))
        )
    trimesters = {TRIMESTERS[match[1][0]] for match in _TRIMESTER.finditer(text)}
    return ((Fact("gestation", Known.VALUE, trimesters.pop(), "week"),) if len(trimesters) == 1 else ()), ()


def lactation(text: str) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """Lactation where something is said of it. `text`: the patient's own, in small letters."""
    no = bool(_NOT_NURSING.search(text))
    yes = bool(_NURSING.search(_MAYBE_NURSING.sub(" ", _NOT_NURSING.sub(" ", text))))
    if no and yes:
        return (), (more_than_one("lactation", ("yes", "no")),)
    return ((Fact("lactation", Known.YES if yes else Known.NO),) if yes or no else ()), ()
