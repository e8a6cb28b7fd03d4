"""Lay people in need: an emergency now, or a question about one's own body. A clinician's "my patient" is neither."""

import re

_FAMILY = (
    r"my (?:[\w'-]+ ){0,2}?(?:wife|husband|son|daughter|child|children|kid|kids|baby|newborn|toddler|mum|mom|dad|mother|father|partner|friend|brother|sister"
    r"|girlfriend|boyfriend|grandma|grandmother|grandfather|grandad|granddaughter|grandson|neighbou?r|boy|girl|aunt|uncle)"
)
_CLINICIAN = re.compile(
    r"\b(?:patients?|pts?|y/o|yo|ecg|ekg|gcs|bp \d|sats? \d|spo2|intubat\w+|history of|on examination|o/e|hx|pmh|differential|work-?up|aetiology|etiology|case of"
    r"|resident|registrar|gp trainee|clinic|on my ward|in (?:the )?(?:ed|icu|er|a&e)|\d{1,3}[mf])\b|\bi have an? (?:\d+|[\w-]+ (?:man|woman|boy|girl))"
)
_EVENT = (
    r"(?:can(?:'?t|not) breathe?|not breathing|struggling to breathe|stopped breathing|unconscious|unresponsive|has collapsed|just collapsed|collapsed|passed out"
    r"|won'?t wake(?: up)?|not waking up|(?:crushing|severe|bad|terrible) chest pain|chest (?:is )?(?:hurts|tight) and|choking|turning blue|going blue|gone blue"
    r"|having an? (?:[\w-]+ )?(?:stroke|heart attack|seizure|fit|anaphyla\w+)|bleeding (?:heavily|a lot|badly|and it)|bleeding won'?t stop|won'?t stop bleeding"
    r"|coughing up blood|vomiting blood|face (?:is )?(?:drooping|droops|dropping)|slurred speech|slurring|throat (?:is )?(?:closing|swelling)|tongue (?:is )?swelling"
    r"|has swallowed|just swallowed|swallowed an?|swallowed bleach|swallowed some|took too many|took an overdose|taken an overdose|has overdosed|overdosed|drank bleach"
    r"|(?:took|taken|swallowed|ate) (?:all|too many|\d{2,} (?:\w+ )?(?:pills|tablets|paracetamol|tylenol|ibuprofen))|took all)"
)
_SELF = r"(?:i|i'm|im|i am|i've|ive|i have)"
_EMERGENCY = re.compile(
    rf"\b(?:{_SELF}|{_FAMILY})\b[^.?!\n]{{0,60}}?\b{_EVENT}\b"
    r"|\b(?:i'm|im|i am|i have|i've got|having) (?:got |having |a |an |some |really |bad |severe |terrible |sudden |crushing ){0,4}chest pains?\b"
    r"(?! (?:when|after|last|ago|since|for (?:weeks|months|years)))"
    r"|\b(?:he|she|baby|someone|somebody) (?:is |has |just |'s )?(?:not breathing|stopped breathing|turning blue|choking|won'?t wake up)\b"
    r"|^(?:help[!, ]+)?(?:can(?:'?t|not) breathe|not breathing|call an ambulance|someone call)\b|^(?:help[!, ]+choking\b|choking\W*$)"
    r"|\bmy (?:throat|tongue|face|lips|airway) (?:is|are) (?:closing|swelling|swollen|drooping)\b"
)
_PAST = re.compile(r"\b(?:last (?:year|month|week)|years? ago|months? ago|weeks? ago|as a child|in the past|used to)\b")
_BODY = (
    r"(?:leg|arm|chest|back|head|stomach|tummy|belly|throat|skin|knee|foot|feet|hand|hands|eye|eyes|ear|ears|neck|shoulder|face|tongue|tooth|teeth|breast|penis|vagina"
    r"|period|periods|pee|urine|poo|stool|blood pressure|heart rate|symptoms?|test results?|mri|scan|biopsy)"
)
_PERSONAL = re.compile(
    r"\b(?:do i (?:have|need|start|stop|take)|have i got|am i|should i (?:take|stop|see|go|be|still|continue|start|keep|use|get|worry|eat|drink|avoid)"
    r"|(?:can|could|may) i (?:take|still take|stop|drink|eat|use|have sex|get pregnant|continue|go to|exercise|fly)|i (?:can|should) take|i have been|i've been|i was diagnosed"
    r"|i was (?:told|given|prescribed)|i am having|i'm having|my (?:doctor|doc|gp|dentist|pharmacist)\b|i (?:feel|take|took|am taking|'m taking|hurt|think i|suffer)"
    r"|will i|would i|kill me|if i(?:'m| am) (?:pregnant|allergic)|i'm (?:pregnant|allergic|sick|worried)|im (?:pregnant|allergic|sick|worried)|i am (?:pregnant|allergic|sick|worried)"
    rf"|my (?:[\w-]+ )?{_BODY}\b|{_FAMILY})\b"
)
_HURTS = re.compile(
    r"\b(?:hurts?|aches?|aching|sore|swollen|painful|rash|fever|lump|dizzy|sick|itch\w*|bleed\w*|contagious|infectious|burning|vomit\w*|cough\w*)\b"
)


def is_emergency(text: str) -> bool:
    """Whether a folded text tells of an emergency happening now, in lay words."""
    return bool(_EMERGENCY.search(text)) and not (_CLINICIAN.search(text) or _PAST.search(text))


def is_personal(text: str, about_care: bool) -> bool:
    """Whether a folded text asks about the asker's own body or a relative's. `about_care`: it names something medical."""
    return bool(_PERSONAL.search(text)) and not _CLINICIAN.search(text) and (about_care or bool(_HURTS.search(text)))
