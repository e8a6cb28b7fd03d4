"""Whom a question speaks of: what is said of somebody else, or only supposed, is taken out before facts are read."""

import re

from curbside.text.normalise import nfc, squeeze

_ESCAPES = re.compile(r"\x1b?\[\d{1,3}(?:;\d{1,3}){0,4}m")
_RELATIVE = (
    r"(?:mothers?|fathers?|mums?|moms?|dads?|sisters?|brothers?|siblings?|partners?|husbands?|wife|wives|aunts?|uncles?|sons?|daughters?|grand(?:mother|father|parents?)"
    r"|cousins?|parents?|girlfriends?|boyfriends?|neighbou?rs?|family|relatives?|room-?mates?|flat-?mates?|colleagues?|caregivers?|carers?)"
)
_SOMEBODY_ELSE = re.compile(
    rf"\b(?:her|his|their|whose|(?:the |my |a )?(?:patient|child|boy|girl|baby|woman|man|wife|husband|son|daughter)'s)"
    rf" (?:\w+ ){{0,2}}?{_RELATIVE}\b[^,.;?]{{0,200}}"
    r"|\b(?:another|other|previous|different|next) (?:patient|woman|man|person|child)\b[^,.;?]{0,200}|\b(?:family history|fhx?)\b[^,.;?]{0,200}"
    rf"|\b(?:a|of|has|with) (?:an? )?(?:first[- ]degree )?{_RELATIVE} (?:with|who|of)\b[^,.;?]{{0,200}}"
    rf"|(?<=[,.;] )(?:the |and )?{_RELATIVE} (?:is|has|had|was|were|takes?|on|with)\b[^,.;?]{{0,200}}",
    re.IGNORECASE,
)
_I_AM_THE_PATIENT = re.compile(
    r"\b(?:can|could|should|may|do) i (?:still )?(?:take|use|drink|eat|stop|need|have)\b|\bi take\b"
    r"|\b(?:i'm|i am|im) (?:\d|on\b|taking|pregnant|allergic|breast-?feeding|an? \d)",
    re.IGNORECASE,
)
_MY_RELATIVE = re.compile(
    rf"\bmy (?:\w+ )?{_RELATIVE}(?:'s)? (?:is|has|had|was|takes?|who|with|on)\b[^,.;?]{{0,200}}", re.I
)
_SUPPOSED = re.compile(
    r"\b(?:what )?if (?!an? )[^,.;?]{0,200}|\b(?:unless|suppos(?:e|ing)|assuming|in case|hypothetically)\b[^,.;?]{0,200}"
    r"|\b(?:were|had) (?:she|he|they) [^,.;?]{0,200}",
    re.IGNORECASE,
)
_NURSED = re.compile(
    r"\bbreastfeeding (?:(?:my|her|a|an|the) )?(?:[\w-]+ ){0,3}?[\w-]*(?:old|baby|infant|newborn|child|son|daughter)\b",
    re.IGNORECASE,
)
_NOT_A_PERSON = re.compile(
    r"\bHER(?:-?\s?2(?:/neu)?)?\b|\bher-?2\b|\bS?HE\b|\bMEN ?-?[12IV]+[AB]?\b|\b[Cc]hild[- ]?(?:[Tt]urcotte|[Pp]ugh|class|score)\w*|\bChild'?s? [ABC]\b"
    r"|\bchild-?bearing\b|\bbaby aspirin\b|\bboyfriend|\b(?:fe)?male (?:condom|connector|luer|catheter|pelvis)\w*\b|\bmale (?:partner|to female)\w*|\bfetal (?:fe)?male\b"
)
_INTRODUCED = re.compile(
    r"^\W*(?:(?:ok|okay|now|and|so|right|thanks|thank you|then)[,.]? )*(?:(?:an?|the) )?(?:another|new|different|next|other) "
    r"(?:patient|pt|case|one)\b(?=$|\s?[,:;.–-]|\s(?:is an? )?(?:\d|aged|with|who|an? |on |in |wom|m[ae]n|male|female|lady|gent|boy|girl|child))",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|new|different|next) (?:patient|pt|case|person)\b(?! (?:populations?|groups?|visits?|leaflets?|information|safety|cohorts?))",
    re.IGNORECASE,
)


def own(text: str) -> str:
    """The text without what is said of other people and without words that only look like people (HER2, Child-Pugh).
    Capitals are kept."""
    plain = squeeze(_ESCAPES.sub(" ", nfc(text).replace("’", "'")))
    plain = re.sub(r"\bbreast[- ]feeding\b", "breastfeeding", plain, flags=re.IGNORECASE)
    plain = _INTRODUCED.sub(" ", _NURSED.sub("breastfeeding", _NOT_A_PERSON.sub(" ", plain)))
    if _I_AM_THE_PATIENT.search(plain):
        plain = _MY_RELATIVE.sub(" ", plain)
    return squeeze(_SOMEBODY_ELSE.sub(" ", plain))


def stated(text: str) -> str:
    """A text without what is only supposed: "if she were pregnant", "unless the eGFR is below 30"."""
    return squeeze(_SUPPOSED.sub(" ", text))


def another_patient(text: str) -> bool:
    """Whether the text turns to another patient than the one spoken of before."""
    return bool(_INTRODUCED.search(nfc(text)) or _ANOTHER.search(nfc(text)))
