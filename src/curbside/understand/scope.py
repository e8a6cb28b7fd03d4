"""Whether a question may be answered here, and with what kind of reply."""

import re
from unicodedata import normalize

from curbside.model.question import Concept, Scope
from curbside.text.analyse import analyse, words
from curbside.text.normalise import fold
from curbside.text.wordlist import wordlist
from curbside.understand.animals import about_an_animal
from curbside.understand.harm import seeks_harm
from curbside.understand.lay import in_lay_words, is_emergency, is_personal

_WORK = r"(?:guid\w{0,2}lines?|guidance|articles?|papers?|textbook|book|chapter|pdf|document|monograph)"
_FULL_TEXT = re.compile(
    r"\b(?:paste|reproduce|print|copy|copies|send|give|show|download|recite|quote|type out|output|dump|want|need|provide|post|share|email)\b[^.?!\n]{0,40}?"
    r"\b(?:whole|entire|full|complete|verbatim|all of the|unabridged)\b(?: (?!of|by|from|per|in|for|with|according)[\w'-]+){0,4}"
    rf"(?: (?:text|pdf|chapter|contents?) of [^.?!\n]{{0,40}}?| of the [^.?!\n]{{0,30}}?)? (?:{_WORK}|text|topic file|files?)\b"
    rf"|\b(?:full|complete|entire) text of\b|\b(?:word[- ](?:for|by)[- ]word|verbatim)\b[^.?!\n]{{0,60}}?\b{_WORK}\b|\bevery word of\b"
    rf"|\b{_WORK}\b[^.?!\n]{{0,40}}?\b(?:word[- ](?:for|by)[- ]word|verbatim|in full|in its entirety|full[- ]text)\b|\b(?:copy and )?paste (?:in |here |me )?(?:the|this|that|your|a|an)\b[^.?!\n]{{0,40}}?\b{_WORK}\b"
    rf"|\b(?:whole|entire|full|complete) (?!text)[^.?!\n]{{0,40}}?\b{_WORK} (?:text|pdf)\b"
)
_MAKE_ME = re.compile(
    r"\b(?:write|compose|make|tell|sing)(?: me)?(?: up)? (?:a|an|some|my|another) (?:[\w-]+ ){0,2}?(?:poems?|haiku|limerick|songs?|story|novel|essay|jokes?|rap"
    r"|cover letter|love letter|python (?:script|code|program)|(?:computer )?(?:code|program))\b|\btell me a joke\b"
)
_OFF_TOPIC = re.compile(
    r"\b(?:capital (?:city )?of|what(?:'s| is) the weather|weather (?:in|forecast|today|tomorrow)|football (?:match|team|score|club)|world cup|premier league|super bowl"
    r"|cricket score|stock (?:price|market)|share price|bitcoin|cryptocurrency|recipe|bake a|python code|javascript|who won|won the|presidential election"
    r"|president of|prime minister|movie|song lyrics|horoscope|star sign|translate (?:this|the|into|to)|my homework|plumb(?:er|ing)|leaking tap|car (?:engine|insurance)"
    r"|mortgage|lottery|hotel|flight to|flights to|tax return|wifi|iphone|laptop|printer|netflix|celebrity|meaning of life|square root|solve (?:the|this) equation)\b"
)
_CARE = re.compile(
    r"\b(?:patients?|treat\w*|therap\w*|dos\w+|drugs?|diseases?|diagnos\w*|symptoms?|syndrome|infections?|cancer|pain|manag\w*|guidelines?|tablets?"
    r"|blood|surg\w+|clinical|trials?|mg|risk|screening|effect|compared|vaccin\w+|medic\w+|injur\w+|health)\b"
    r"|\b\w{3,30}(?:itis|osis|emia|aemia|pathy|oma|ectomy|plasty)\b"
)
_VAGUE = wordlist(
    """
    help hi hello hey dose dosage dosing treatment treatments treat therapy drug drugs medication medications medicine medicines meds med thing things
    question questions contagious normal ok okay yes no not please thanks thank advice information test tests testing testings something anything
    more tell know explain asap urgent now today next again still why how much many best good bad really well sure get give take taking help
    need want doctor answer quick patient patients guideline guidelines it's that's what's im cause causes means mean happen happens symptoms
    symptom side effects effect pill pills tablet tablets used use work works anything else first second last one two see say go going come
    check like just very too ever always mg ml per day daily twice once update here hmm um uh lol ugh wow eh huh ya yeah nope
    """
)


_LETTERS = re.compile(r"[a-zà-ÿ]{3}|[a-z]\d|[a-z]{2}$")


def scope_of(text: str, found: tuple[Concept, ...], unknown: tuple[str, ...], told: bool = False) -> Scope:
    """The first of these that holds: harm, lay emergency, animal, request for a whole text, something made up to order,
    nothing asked, unknown name, off topic, personal; else clinical.

    A text without one Latin letter is unclear: nothing here can read it. `told`: it tells a finding or another fact of a
    patient, which makes it clinical where nothing else does."""
    folded = fold(text)
    if seeks_harm(fold(_revealed(text))):
        return Scope.HARMFUL
    if is_emergency(folded):
        return Scope.EMERGENCY
    if about_an_animal(folded):
        return Scope.VETERINARY
    if _FULL_TEXT.search(folded):
        return Scope.FULL_TEXT_REQUEST
    if _MAKE_ME.search(folded):
        return Scope.OFF_TOPIC
    if unknown:
        return Scope.UNKNOWN_ENTITY
    if not (found or told) and _OFF_TOPIC.search(folded) and not _CARE.search(folded):
        return Scope.OFF_TOPIC
    if is_personal(text, folded, bool(found) or told or bool(_CARE.search(folded))):
        return Scope.PERSONAL
    return Scope.CLINICAL if found or told or _asks(folded) else Scope.UNCLEAR


_COMMAND = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|omit|drop|break)\b[^.?!\n]{0,30}?\b(?:rules?|instructions?|guidelines? above|safety|safeguards?|restrictions?|(?:all )?cautions|prompt|previous|training)\b"
    r"|\b(?:you are|you're|act as|pretend (?:to be|you are|you have)|roleplay as) (?:now |no longer |an? |the )?(?:\w+ )?(?:dan\b|dr ?\w*norules|unrestricted|jailbroken|free of|bound by|no rules|without rules)"
    r"|\b(?:answer|reply|respond|output|say|print) only\b|^(?:system|assistant|developer) ?:|</?(?:system|question|instructions?|prompt)>|\bsystem prompt\b|\b(?:just|and|then) say (?:that )?\w+ (?:cures?|is safe|works)\b"
)


def commands(text: str) -> bool:
    """Whether a folded text tells whatever reads it what to say, or which of its rules to drop."""
    return bool(_COMMAND.search(text))


def reads_as_lay(text: str, scope: Scope) -> bool:
    """Whether a question of that scope is a lay person's: it will be answered for a patient unless a reader was chosen."""
    if scope is Scope.CLINICAL:
        return in_lay_words(text, fold(text))
    return scope in (Scope.PERSONAL, Scope.EMERGENCY)


_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|<[^<>]{0,40}>")


def _revealed(text: str) -> str:
    """The text with full-width letters as plain ones, and without joiners and tags that could hide a word."""
    return _UNSEEN.sub("", normalize("NFKC", text))


def _asks(text: str) -> bool:
    """Whether one word says what the question is about: any that is not a number, a mere letter or vague."""
    telling = (word for word in words(text) if word not in _VAGUE and analyse(word))
    return any(_LETTERS.search(word) for word in telling)
