"""Whether a question may be answered here, and with what kind of reply."""

import re

from curbside.model.question import Concept, Scope
from curbside.text.analyse import analyse
from curbside.text.normalise import fold

_HARM = re.compile(
    r"\b(?:how (?:much|many|long)|what (?:dose|amount|quantity)|which (?:drug|pill|dose)s?|(?:best|easiest|painless|quickest) way)\b"
    r"[^.?!]*\b(?:kill|die|dying|death|fatal|lethal|murder|suicide|end (?:my|his|her|their) life|overdose on|poison)\b"
    r"|\b(?:lethal|fatal|deadly) (?:dose|amount|quantity)\b|\bld ?50\b|\b(?:kill|hurt|harm|poison|drug|sedate) (?:myself|my \w+|someone|him|her|them)\b"
    r"|\bcommit suicide\b|\bend (?:my|his|her) life\b|\bwithout (?:anyone|anybody|him|her|them) (?:knowing|noticing)\b"
    r"|\b(?:make|making|synthesi[sz]e|cook) (?:a )?(?:methamphetamine|ricin|sarin|nerve agent|bomb)\b"
)
_HARM_CARE = re.compile(
    r"\b(?:treat|treatment|manage|management|antidote|after|has taken|took|ingested|swallowed|presents?|presenting|prevent|prevention|risk)\b"
)
_ANIMAL_CARE = re.compile(
    r"\b(?:my|our|the|a|an|his|her|their|this|for|in|of) (?:\w+ )?(dogs?|cats?|pupp(?:y|ies)|kittens?|horses?|pon(?:y|ies)|rabbits?|hamsters?|guinea pigs?"
    r"|parrots?|cows?|calf|calves|cattle|sheep|goats?|pigs?|ferrets?|tortoises?|chickens?|budgies?)\b(?!['’]?s? (?:bites?|bitten|scratch\w*"
    r"|allerg\w*|hair|dander|saliva|owners?|exposure|contact|serum|faeces|feces|milk|meat|handlers?|models?|study|studies))"
    r"|\b(?:veterinary|canine|feline|equine|bovine|ovine)\b(?! (?:insulin|heparin|serum|spongiform|pericardi\w+|valves?|collagen|lactoferrin|colostrum))"
)
_BITTEN = re.compile(r"\b(?:bit|bitten|bite|bites|scratched|scratch|kicked|allergic|allergy)\b")
_FULL_TEXT = re.compile(
    r"\b(?:paste|reproduce|print|copy|send|give me|show me|download|recite|quote)\b[^.?!]*\b(?:whole|entire|full|complete|verbatim)\b"
    r"[^.?!]*\b(?:guidelines?|articles?|papers?|text|book|chapter|pdf|document)\b"
)
_OFF_TOPIC = re.compile(
    r"\b(?:capital of|weather|football|soccer|cricket score|stock (?:price|market)|bitcoin|recipe|write (?:me )?(?:a|an) (?:poem|song|story|essay|email|joke)"
    r"|poem|tell me a joke|python code|javascript|who won|election|president of|prime minister|movie|song lyrics|horoscope|translate|homework|plumb\w*"
    r"|car (?:engine|insurance)|mortgage|lottery|holiday|hotel|flight to)\b"
)
_EMERGENCY = re.compile(
    r"\b(?:i|i'm|im|my (?:wife|husband|son|daughter|child|baby|mum|mom|dad|mother|father|partner|friend)|he|she)\b[^.?!]*"
    r"\b(?:can(?:'?t|not) breathe|not breathing|stopped breathing|unconscious|collapsed|won'?t wake|crushing chest pain|chest (?:pain|hurts)"
    r"|choking|turning blue|having a (?:stroke|heart attack|seizure)|bleeding (?:heavily|a lot|won'?t stop)|face (?:is )?(?:drooping|droops)"
    r"|swallowed|took (?:too many|an overdose|all (?:my|his|her))|throat (?:is )?(?:closing|swelling))\b"
)
_PERSONAL = re.compile(
    r"\b(?:do i have|have i got|am i|should i (?:take|stop|see|go|be worried|worry)|can i (?:take|stop|drink)|i have been|i've been|i was diagnosed"
    r"|my (?:leg|arm|chest|back|head|stomach|throat|skin|doctor|doc|gp|blood test|results?|tablets?|wife|husband|son|daughter|mum|mom|dad|mother"
    r"|father|partner|child|baby|kid|girlfriend|boyfriend)|i (?:feel|take|am taking|hurt|think i))\b"
)
_CARE = re.compile(
    r"\b(?:patients?|treat\w*|therap\w*|dos\w+|drugs?|diseases?|diagnos\w*|symptoms?|syndrome|infections?|cancer|pain|manage\w*|guidelines?|tablets?"
    r"|blood|surg\w+|clinical|trials?|mg|risk|screening|effect|compared|vaccin\w+|medic\w+)\b|\w+(?:itis|osis|emia|aemia|pathy|oma|ectomy|plasty)\b"
)


def scope_of(text: str, found: tuple[Concept, ...], unknown: tuple[str, ...]) -> Scope:
    """The first of these that holds: harm, lay emergency, animal, request for a whole text, nothing asked, unknown name,
    off topic, personal; else clinical."""
    folded = fold(text)
    if _HARM.search(folded) and not (_HARM_CARE.search(folded) and not _asks_quantity_to_harm(folded)):
        return Scope.HARMFUL
    if _EMERGENCY.search(folded):
        return Scope.EMERGENCY
    if _animal(folded):
        return Scope.VETERINARY
    if _FULL_TEXT.search(folded):
        return Scope.FULL_TEXT_REQUEST
    if not found and len(set(analyse(text))) < 2:
        return Scope.UNKNOWN_ENTITY if unknown else Scope.UNCLEAR
    if unknown:
        return Scope.UNKNOWN_ENTITY
    if not found and _OFF_TOPIC.search(folded):
        return Scope.OFF_TOPIC
    if _PERSONAL.search(folded) and (found or _CARE.search(folded) or _hurts(folded)):
        return Scope.PERSONAL
    return Scope.CLINICAL


def _asks_quantity_to_harm(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:would|will|could|can|to|does it take to) kill\b|\bto die\b|\bkill (?:myself|my|him|her|someone)\b",
            text,
        )
    )


def _animal(text: str) -> bool:
    return bool(_ANIMAL_CARE.search(text)) and not _BITTEN.search(text)


def _hurts(text: str) -> bool:
    return bool(re.search(r"\b(?:hurts?|aches?|aching|sore|swollen|painful|rash|fever|lump|dizzy|sick)\b", text))
