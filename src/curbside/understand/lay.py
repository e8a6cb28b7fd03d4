"""Lay people in need: an emergency now, a question about one's own body or a relative's, or one asked in lay words.

A clinician's "my patient" is none of them, nor is "should I give": what a clinician says of the work is no own body.
"""

import re

_KIN = (
    r"(?:wife|husband|son|daughter|child|children|kids?|baby|babies|newborn|toddler|teenager|twins?|mum|mom|mummy|dad|mother|father|parents?|partner|spouse|fianc[eé]e?|friend|brother|sister|cousin|niece|nephew"
    r"|girlfriend|boyfriend|gran|granny|nan|nana|grandma|grandmother|grandpa|grandfather|grandad|granddad|granddaughter|grandson|neighbou?r|boy|girl|aunt|uncle|little one|family)(?:'?s)?"
)
_FAMILY = (
    rf"(?:(?:my|our) (?:[\w'-]+ ){{0,2}}?{_KIN}\b(?! (?:doctor|physician|medicine|practice|history|meeting))|(?:my|our) \w+[- ](?:yr|year|month|week|day)s?[- ]?olds?\b(?! (?:patient|man|woman|lady|gentleman))"
    rf"|(?:^|[.!?,] |\bhi |\bhello )(?:wife|husband|mum|mom|dad|gran|grandma|grandad)(?:'?s)? (?:has|had|is|was|got|keeps|diagnosed|with|can't|cannot|won't|feels|took))"
)
_CLINICIAN = re.compile(
    r"\b(?:patients?|pts?|y/o|yo|ecg|ekg|gcs|bp \d|sats? \d|spo2|intubat\w+|history of|on examination|o/e|hx|pmh|differential|work-?up|aetiology|etiology|case of"
    r"|resident|registrar|consultant (?:says|asked|wants)|gp trainee|clinic|on my ward|in (?:the )?(?:ed|icu|er|a&e)|\d{1,3}[mf])\b|\bi have an? (?:\d+|[\w-]+ (?:man|woman|boy|girl))"
)
_PROFESSIONAL = re.compile(
    r"\b(?:theat(?:re|er)|imaging|surgical|debrid\w+|(?:nor)?adrenaline (?:at|infusion)|noradrenaline|norepinephrine|vasopress\w+|central line|alteplase|tenecteplase|thrombolys\w+|blood (?:cultures?|from|gas)|empiric\w*|abx|prophyla\w*|proph"
    r"|regimens?|titrat\w+|infusions?|bolus\w*|loading dose|iv|m[c]?g/kg|ml/kg|egfr|gfr|crcl|ck(?: of)? \d\w*|k\+? \d[\d.]*|map \d+|lactate|extubat\w+|icu|resus\w*|my (?:registrar|consultant|team|colleague|senior|trainee|student|ward|unit|shift|list|plan|target|differential|practice"
    r"|department)|at \d+ ?h(?:ours?|rs?)?|(?:adjust|hold) \w+|co-?prescri\w+|contraindicated|first[- ]line|second[- ]line|guidelines?|in an? (?:[\w-]+ ){0,3}(?:man|woman|child|boy|girl|neonate|infant|adult|lady|gentleman))\b"
)
"""What a clinician asks about at work. Cancels what only might be about the asker: "should I start noradrenaline"."""
_CAPITALS = re.compile(
    r"\b(?!(?:I|A|HIV|TB|MRI|CT|GP|ER|ED|ENT|OTC|UTI|ADHD|PCOS|STD|STI|OCD|PTSD|IBS|COPD|OK|NHS|UK|US|USA|AM|PM|DR|MS|PPI|BP|DNA|XL|SR|MG|ML)\b)[A-Z][A-Z]{1,4}\d?\b"
)
"""An abbreviation that hardly anybody but a clinician writes."""
_EVENT = (
    r"(?:can(?:'?t|not) breathe?|not breathing|struggling to breathe|stopped breathing|unconscious|unresponsive|has collapsed|just collapsed|collapsed|passed out"
    r"|won'?t wake(?: up)?|not waking up|(?:crushing|severe|bad|terrible) chest pain|chest (?:is )?(?:hurts|tight) and|choking|turning blue|going blue|gone blue"
    r"|having an? (?:[\w-]+ )?(?:stroke|heart attack|seizure|fit|anaphyla\w+)|bleeding (?:heavily|a lot|badly|and it)|bleeding won'?t stop|won'?t stop bleeding"
    r"|coughing up blood|vomiting blood|face (?:is )?(?:drooping|droops|dropping)|slurred speech|slurring|throat (?:is )?(?:closing|swelling)|(?:tongue|lips?) (?:is |are )?swelling"
    r"|has swallowed|just swallowed|swallowed an?|swallowed bleach|swallowed some|took too many|took an overdose|taken an overdose|has overdosed|overdosed|dr[au]nk (?:some )?(?:bleach|antifreeze|petrol|white spirit|drain cleaner|weedkiller)"
    r"|(?:took|taken|swallowed|ate) (?:all|too many|\d{2,} (?:\w+ )?(?:pills|tablets|paracetamol|tylenol|ibuprofen))|took all|ha(?:s|ving) (?:\w+ ){0,2}chest pains?)"
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
_LIMB = r"(?:leg|arm|foot|hand|limb|skin|toes?|fingers?|wound|thigh)"
_DULL = r"(?:drows\w+|confused|delirious|very sleepy|so sleepy|floppy|hard to wake|not making sense)"
_ILL = rf"(?:fever|temperature|infection|rash|stiff neck|{_LIMB})"
_DANGER = re.compile(
    rf"\b{_ILL}\b.{{0,80}}?\b{_DULL}\b|\b{_DULL}\b.{{0,80}}?\b{_ILL}\b|\b{_LIMB}\b (?:(?:is|are|has|have|going|turn\w*|turned|gone|went|all|now) ){{1,3}}(?:black|purple|blue|gr[ae]y|dusky)\b|\bstiff neck\b.{{0,60}}?\b(?:fever|rash)\b"
    r"|\brash\b.{0,30}?\b(?:not|doesn'?t|won'?t|does not|will not|isn'?t) (?:fad\w+|blanch\w*|disappear\w*)|\b(?:inhaler|reliever|ventolin|puffer|epipen|adrenaline pen)\b.{0,20}?\b(?:isn'?t|not|doesn'?t|does not|won'?t) (?:work\w*|help\w*)"
    r"|\bcan(?:'?t|not) (?:feel|move|lift) (?:my|his|her) (?:face|arm|leg|side|hand)\b|\b(?:arm|leg|face|side)\b.{0,20}?\b(?:weak|numb)\b.{0,40}?\b(?:speak|speech|talk|face)\b"
)
_OWN = re.compile(rf"\b(?:{_SELF}|my|our)\b|{_FAMILY}")
_PAST = re.compile(r"\b(?:last (?:year|month|week)|years? ago|months? ago|weeks? ago|as a child|in the past|used to)\b")
_BODY = (
    r"(?:legs?|arms?|chest|back|head|stomach|tummy|belly|throat|skin|knees?|foot|feet|hands?|eyes?|ears?|neck|shoulders?|face|tongue|tooth|teeth|breasts?|penis|vagina"
    r"|periods?|pee|urine|poo|stool|blood pressure|heart rate|symptoms?|test results?|mri|scan|biopsy)"
)
_PERSONAL = re.compile(
    r"\b(?:do i have|have i got|could i have|might i have|i have been|i've been|i (?:was|got|am|have been) diagnosed|i was (?:told|given|prescribed)|i am having|i'm having|am i (?:having|contagious|infectious|dying|pregnant|allergic|at risk)"
    r"|my (?:doctor|doc|gp|dentist|pharmacist)\b|(?<!should )(?<!can )(?<!do )(?<!could )(?<!must )i (?:feel|take|took|am taking|'m taking|hurt|think i|suffer)|kill me|if i(?:'m| am) (?:pregnant|allergic)|i'm (?:pregnant|allergic|sick|worried)"
    rf"|im (?:pregnant|allergic|sick|worried)|i am (?:pregnant|allergic|sick|worried)|my (?:[\w-]+ )?{_BODY})\b|\b{_FAMILY}"
)
"""About the asker or a relative, whatever else stands there."""
_PERHAPS = re.compile(
    r"\b(?:do i (?:need|(?:start|stop|take) (?:it|taking|my))|am i|should i (?:take|stop|see|go|be|still|continue|start|keep|use|get|worry|eat|drink|avoid)"
    r"|(?:can|could|may) i (?:take|still take|stop|drink|eat|use|have sex|get pregnant|continue|go to|exercise|fly)|i (?:can|should) take|will i|would i|i(?:'ve)? (?:have|got|had)(?! (?:to|a patient|been asked)\b)"
    r"|my (?!patients?\b)[a-z]{3,})\b"
)
"""May be about the asker, unless the words are a clinician's."""
_HURTS = re.compile(
    r"\b(?:hurts?|aches?|aching|sore|swollen|painful|rash|fever|lump|dizzy|sick|itch\w*|bleed\w*|contagious|infectious|burning|vomit\w*|cough\w*)\b"
)
_LAY_ILLNESS = re.compile(
    r"\b(?:flesh[- ]eating|blood poisoning|heart attack|lockjaw|water on the lungs?|sugar diabetes|brain fever|stomach bug|muscle disease)\b"
)
_IS_IT = re.compile(
    r"\b(?:is|could|might|can) (?:it|this|that) (?:be )?(?:that|a|the|flesh|blood|an|serious|contagious)?\b"
)
_PLAIN_WORDS = re.compile(
    r"\bin (?:plain|simple|easy|lay|layman'?s?|normal|everyday) (?:words?|terms?|english|language)\b|\bexplain(?:ed)? (?:it |this |\w+ )?(?:simply|like i'?m (?:5|five)|to a (?:child|patient|lay))|\beli5\b|\bfor (?:a )?lay(?:man|person|people|men)\b"
    r"|\bas a patient\b|\b(?:do|will|would|can|should) (?:the )?(?:doctors|docs|drs|medics|the hospital|hospitals) (?:\w+ )?(?:do|treat|give|check|find|tell|use)\b|\bwhat happens at (?:the )?hospital\b"
)


def is_emergency(text: str) -> bool:
    """Whether a folded text tells of an emergency happening now, in lay words."""
    if _CLINICIAN.search(text) or _PAST.search(text):
        return False
    return bool(
        _EMERGENCY.search(text) or (_DANGER.search(text) and _OWN.search(text) and not _PROFESSIONAL.search(text))
    )


def is_personal(written: str, text: str, about_care: bool) -> bool:
    """Whether a question asks about the asker's own body or a relative's. `written` has the capitals, `text` is folded;
    `about_care`: it names something medical."""
    if _CLINICIAN.search(text) or not (about_care or _HURTS.search(text) or _LAY_ILLNESS.search(text)):
        return False
    if _PERSONAL.search(text) or (_LAY_ILLNESS.search(text) and _IS_IT.search(text)):
        return True
    return bool(_PERHAPS.search(text)) and not is_professional(written, text)


def is_professional(written: str, text: str) -> bool:
    """Whether the words of a question are a clinician's; `text` is it folded."""
    shouted = not written.isupper() and bool(_CAPITALS.search(written))
    return shouted or bool(_CLINICIAN.search(text) or _PROFESSIONAL.search(text))


def in_lay_words(written: str, text: str) -> bool:
    """Whether a clinical question is asked for lay reading: in plain words, or what doctors do about an illness."""
    if _PLAIN_WORDS.search(text):
        return True
    return bool(_LAY_ILLNESS.search(text)) and not is_professional(written, text)
