"""Patient facts that stand plainly in the question: sex, age and pregnancy. Everything else stays unknown.

What is said of somebody else ("her mother is allergic") is not read. A fact said both ways is unknown. A general
question about pregnancy ("contraindicated in pregnancy") counts as pregnancy: the cautions it needs are the same, and
leaving them out is the worse mistake. Where children are spoken of, no adult is assumed.
"""

import re

from curbside.model.patient import Fact, Known, Patient
from curbside.text.normalise import nfc, squeeze

OLDEST = 120
"""Years; a figure above it is no age."""
_ESCAPES = re.compile(r"\x1b?\[\d{1,3}(?:;\d{1,3}){0,4}m")
_RELATIVE = (
    r"(?:mothers?|fathers?|mums?|moms?|dads?|sisters?|brothers?|siblings?|partners?|husbands?|wife|wives|aunts?|uncles?|sons?|daughters?|grand(?:mother|father|parents?)"
    r"|cousins?|parents?|girlfriends?|boyfriends?|neighbou?rs?|family|relatives?|room-?mates?|flat-?mates?|colleagues?|caregivers?|carers?)"
)
_SOMEBODY_ELSE = re.compile(
    rf"\b(?:her|his|their|whose|(?:the |my |a )?(?:patient|child|boy|girl|baby|woman|man|wife|husband|son|daughter)(?:'s|’s))"
    rf" (?:\w+ ){{0,2}}?{_RELATIVE}\b[^,.;?]{{0,200}}"
    r"|\b(?:another|other|previous|different|next) (?:patient|woman|man|person|child)\b[^,.;?]{0,200}|\b(?:family history|fhx?)\b[^,.;?]{0,200}"
    rf"|\b(?:a|of|has|with) (?:an? )?(?:first[- ]degree )?{_RELATIVE} (?:with|who|of)\b[^,.;?]{{0,200}}",
    re.IGNORECASE,
)
_NURSED = re.compile(
    r"\bbreast-?feeding (?:my|her|a|an|the) (?:[\w-]+ ){0,3}?[\w-]*(?:old|baby|infant|newborn|child|son|daughter)\b",
    re.IGNORECASE,
)
_NOT_A_PERSON = re.compile(
    r"\bHER(?:-?\s?2(?:/neu)?)?\b|\bher-?2\b|\bS?HE\b|\bMEN ?-?[12IV]+[AB]?\b|\b[Cc]hild[- ]?(?:[Tt]urcotte|[Pp]ugh|class|score)\w*|\bChild'?s? [ABC]\b"
    r"|\bchild-?bearing\b|\bbaby aspirin\b|\bboyfriend|\b(?:fe)?male (?:condom|connector|luer|catheter|pelvis)\w*\b|\bmale (?:partner|to female)\w*|\bfetal (?:fe)?male\b"
)
_FEMALE = re.compile(
    r"\b(?:wom[ae]n|females?|girls?|lady|ladies|wife|my (?:mother|mum|mom|sister|daughter|girlfriend|aunt|grandmother|granny)|she|her|herself|pregnant|gravid\w*|post-?partum|lactating"
    r"|primigravida|multigravida|(?:is|am|i'm|im|while|whilst|when|currently|and|who are) breast-?feeding|breast-?feeding (?:mother|mum|mom|patient)s?)\b",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:m[ae]n|males?|boys?|gentlem[ae]n|husband|my (?:father|dad|brother|son|boyfriend|uncle|grandfather|grandad)|he|his|him|himself)\b",
    re.IGNORECASE,
)
_CHILD = re.compile(
    r"\b(?:child|children|childhood|kids?|infants?|infancy|infantile|baby|babies|newborns?|neonat\w+|toddlers?|paediatr\w+|pediatr\w+|adolescen\w+|teen|teens|teenage\w*|preterm"
    r"|boys?|girls?|schoolchild\w*|preschool\w*|juvenile|picu|nicu|my (?:son|daughter|grandson|granddaughter)|paeds?|peds)\b",
    re.IGNORECASE,
)
_UNIT = r"(?P<{0}>years?|yrs?|y|months?|mths?|mos?|weeks?|wks?|days?)"
_BOUND = r"(?<![\d.,/≥≤<>=–-])(?<!over )(?<!under )(?<!above )(?<!below )(?<!than )(?<!least )(?<!older )(?<![≥≤<>=–-] )(?<!to )"
_AGE = re.compile(
    rf"{_BOUND}(?P<old>\d{{1,3}})[- ]?{_UNIT.format('a')}[- ]?(?:old|of age|/o\b)|{_BOUND}(?P<yo>\d{{1,3}})[- ]?(?:y/?o|yo)(?=[mfMF]?\b)"
    rf"|\bage[d:]?(?: is| of|:)? (?P<aged>\d{{1,3}})\b(?! ?(?:-|–|to|and|or|%|mg))(?: ?{_UNIT.format('b')}\b)?"
    rf"|{_BOUND}(?P<who>\d{{1,3}})[- ]?{_UNIT.format('c')}[- ]?(?:wom[ae]n|m[ae]n|lady|gentleman|boy|girl|male|female|child|baby|infant|neonate|[mf])\b",
    re.IGNORECASE,
)
_AFTER = r"(?=$|[,;:.?]|\s?\(| (?:with|w/|on|has|had|and|c/o|p/w|presents?|presenting|presented|hx|pmh|who|known|post|s/p|pregnant|smoker|admitted|taking|in|needs?|started|nil|new|acute|ckd|dm|type|t2dm)\b)"
_LETTER = re.compile(
    rf"(?:^|(?<=[.;:,?] )|(?<=\bin )|(?<=\bfor )|(?<=\ba )|(?<=\ban )|(?<=\bmy ))(?P<age>\d{{1,3}})[ /]?(?:y/?o?|yo|yr|yrs)? ?/?(?P<sex>[mMfF]){_AFTER}"
    rf"|(?:^|(?<=[.;:,?] ))(?P<sex2>[MF])[ /,]{{1,2}}(?P<age2>\d{{2}}){_AFTER}"
)
_YOUNG = re.compile(
    r"\b(?P<n>\d{1,2})[- ]?(?:years?|yrs?|y)[- ]?olds?\b|\b(?:aged|under|below|<|≤) ?(?P<m>\d{1,2})\b(?! ?(?:mg|%|kg|mmol))",
    re.IGNORECASE,
)
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
    r"|\b\d{1,2} ?(?:wk|wks|weeks?|/40) (?:pregnant|gestation|gestational|of gestation|into (?:her|my) pregnancy)\b|\bgestation(?:al age)?(?: of)? \d{1,2}\b"
)
_OUT_OF_40 = re.compile(
    r"(?<![\d./,≥≤-])(?:[4-9]|[1-3]\d|4[0-2])(?:\+\d)?/40\b(?! ?(?:mg|mcg|ug|ml|mmhg|mm|%|[a-z]*vision|points?|patients?|or better|feet|\)|\d))"
)
_NOT_GESTATION = re.compile(
    r"\b(?:visual|acuity|vision|snellen|20/\d|bp|mg|tablets?|score|premature|preterm|neonate|newborn|born (?:at|in|before))\b"
)
_BORN = re.compile(
    r"\b(?:born (?:at|in|before)|neonates?|newborns?|preterm|premature (?:baby|infant)s?|birth ?weight)\b"
)


def patient_of(text: str, given: Patient) -> Patient:
    """Facts given win over facts read; a fact stated both ways in the text is unknown; silence is unknown.

    `assumed` is ("adult",) when no age was given and nothing speaks of children, else empty."""
    own = _own(text)
    read = {"sex": _sex(own), "age": _age(own), "pregnancy": _pregnancy(own.lower())}
    facts = {fact.name: fact for fact in given.facts}
    for name, fact in read.items():
        if facts.get(name, Fact(name, Known.UNKNOWN)).known is Known.UNKNOWN:
            facts[name] = fact
    unknown_age = facts["age"].known is Known.UNKNOWN
    return Patient(tuple(facts.values()), ("adult",) if unknown_age and not _young(own, facts["pregnancy"]) else ())


def _own(text: str) -> str:
    """The text without what is said of other people and without words that only look like people (HER2, Child-Pugh)."""
    plain = squeeze(_ESCAPES.sub(" ", nfc(text).replace("’", "'")))
    return _SOMEBODY_ELSE.sub(" ", _NURSED.sub("breastfeeding", _NOT_A_PERSON.sub(" ", plain)))


def _sex(text: str) -> Fact:
    letters = {(match["sex"] or match["sex2"]).lower() for match in _LETTER.finditer(text) if _plausible(match)}
    female = bool(_FEMALE.search(text)) or "f" in letters
    male = bool(_MALE.search(text)) or "m" in letters
    if female == male:
        return Fact("sex", Known.UNKNOWN)
    return Fact("sex", Known.VALUE, "female" if female else "male")


def _age(text: str) -> Fact:
    found: set[tuple[str, str]] = set()
    for match in _AGE.finditer(text):
        figure = match["old"] or match["yo"] or match["aged"] or match["who"]
        found.add((figure, _unit(match["a"] or match["b"] or match["c"] or "year")))
    found |= {(match["age"] or match["age2"], "year") for match in _LETTER.finditer(text) if _plausible(match)}
    if len(found) != 1:
        return Fact("age", Known.UNKNOWN)
    figure, unit = found.pop()
    if not 0 < int(figure) <= (OLDEST if unit == "year" else 999):
        return Fact("age", Known.UNKNOWN)
    return Fact("age", Known.VALUE, figure, unit)


def _unit(word: str) -> str:
    return {"y": "year", "m": "month", "w": "week", "d": "day"}[word[0].lower()]


def _plausible(match: re.Match[str]) -> bool:
    """Whether a figure with M or F is an age and a sex: one digit may be millions, molar or a size, 95 to 110 F a fever."""
    age, sex = int(match["age"] or match["age2"]), (match["sex"] or match["sex2"]).lower()
    return 10 <= age <= OLDEST and not (sex == "f" and 95 <= age <= 110)


def _pregnancy(text: str) -> Fact:
    no = bool(_NOT_PREGNANT.search(text))
    rest = _MAYBE_PREGNANT.sub(" ", _NOT_PREGNANT.sub(" ", text))
    yes = bool(_PREGNANT.search(rest)) and not (_BORN.search(rest) and not re.search(r"\bpregnan", rest))
    yes = yes or bool(_OUT_OF_40.search(rest) and not _NOT_GESTATION.search(rest))
    if no and yes:
        return Fact("pregnancy", Known.UNKNOWN)
    if yes or re.search(r"\bpregnancy test (?:is |was )?positive\b|\bpositive pregnancy test\b", text):
        return Fact("pregnancy", Known.YES)
    return Fact("pregnancy", Known.NO if no or _POSTPARTUM.search(rest) else Known.UNKNOWN)


def _young(text: str, pregnancy: Fact) -> bool:
    """Whether children may be meant. A pregnant woman's baby is not the patient."""
    ages = {int(match["n"] or match["m"]) for match in _YOUNG.finditer(text)}
    return any(age < 18 for age in ages) or (bool(_CHILD.search(text)) and pregnancy.known is not Known.YES)
