"""Whether a question may be answered here, and with what kind of reply."""

import re

from curbside.model.question import Concept, Scope
from curbside.text.analyse import analyse, words
from curbside.text.normalise import fold
from curbside.text.wordlist import wordlist
from curbside.understand.animals import about_an_animal
from curbside.understand.harm import seeks_harm
from curbside.understand.lay import is_emergency, is_personal

_FULL_TEXT = re.compile(
    r"\b(?:paste|reproduce|print|copy|copies|send|give|show|download|recite|quote|type out|output|want|need|provide|post|share|email)\b[^.?!\n]{0,40}?"
    r"\b(?:whole|entire|full|complete|verbatim|all of the|unabridged)\b(?: (?!of|by|from|per|in|for|with|according)[\w'-]+){0,4}"
    r"(?: (?:text|pdf|chapter|contents?) of [^.?!\n]{0,40}?| of the [^.?!\n]{0,30}?)? (?:guidelines?|guidance|articles?|papers?|text|textbook|book|chapter|pdf|document|monograph)\b"
    r"|\b(?:full|complete|entire) text of\b|\bword[- ]for[- ]word\b[^.?!\n]{0,60}?\b(?:guidelines?|article|paper|text|book|chapter|document)\b"
    r"|\b(?:guidelines?|article|paper|book|chapter|document)\b[^.?!\n]{0,40}?\b(?:word[- ]for[- ]word|verbatim|in full|in its entirety)\b"
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


def scope_of(text: str, found: tuple[Concept, ...], unknown: tuple[str, ...]) -> Scope:
    """The first of these that holds: harm, lay emergency, animal, request for a whole text, something made up to order,
    nothing asked, unknown name, off topic, personal; else clinical.

    A text without one Latin letter is unclear: nothing here can read it."""
    folded = fold(text)
    if seeks_harm(folded):
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
    if not found and _OFF_TOPIC.search(folded) and not _CARE.search(folded):
        return Scope.OFF_TOPIC
    if is_personal(folded, bool(found) or bool(_CARE.search(folded))):
        return Scope.PERSONAL
    return Scope.CLINICAL if found or _asks(folded) else Scope.UNCLEAR


def _asks(text: str) -> bool:
    """Whether one word says what the question is about: any that is not a number, a mere letter or vague."""
    telling = (word for word in words(text) if word not in _VAGUE and analyse(word))
    return any(_LETTERS.search(word) for word in telling)
