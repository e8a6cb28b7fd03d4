"""Whether a question seeks to harm somebody. Care after harm, and harm done by a disease, are medicine and not this.

Two steps. Some things are refused whatever stands around them: how to kill, how much kills, poison nobody finds.
Others ("lethal dose") are refused unless the question is plainly about care. No pattern holds a repeat in a repeat.
"""

import re

from curbside.text.normalise import squeeze

_PERSON = (
    r"(?:myself|yourself|me|you|him|her|them|himself|herself|someone|somebody|anyone|anybody|people"
    r"|(?:a|an|the|one|my|his|her|their|our|your|this|that|some) (?:[\w-]+ ){0,3}?(?:person|human|adult|man|woman|child|kid|baby|boy|girl|patient|grown-?up|husband|wife|ex"
    r"|partner|boss|neighbou?r|mother|father|mum|mom|dad|brother|sister|son|daughter|aunt|uncle|granny|grandmother|grandfather|friend"
    r"|boyfriend|girlfriend|enemy|character|guy))\b"
)
_QUANTITY_OF = (
    r"\b(?:how (?:much|many|little)|(?:what|which)(?: \w+)? (?:dose|amount|quantity|level|drug|poison|medicine|medication|pill|substance|mix|combination|injection)s?"
    r"|doses?|amount|quantity|number|milligrams?|mg|pills?|tablets?|enough|overdose|poisons?|something|ways?|methods?)\b"
)
_MEANS = (
    r"\b(?:how (?:to|(?:do|can|could|would|should|might) (?:i|we|you|one|someone|somebody|he|she|they|my \w+)|does (?:one|someone|he|she))|best|easiest|easy|quickest|quick|fastest"
    r"|painless|peaceful|undetectable|want(?:s|ed)? to|wanna|going to|gonna|needs? to|plans? to|planning to|trying to|tell me|help me|what can (?:i|one|you))\b"
)
_NEAR = r".{0,120}?"
_ALWAYS = re.compile(
    rf"{_QUANTITY_OF}{_NEAR}\bkill(?:s|ing)? {_PERSON}|{_MEANS}{_NEAR}\b(?:kill|killing|euthani[sz]e|suffocate|smother|strangle|drown) {_PERSON}"
    rf"|\b(?:would|could|can|will|does|do) (?:\w+ ){{0,3}}?\d.{{0,60}}?\bkill {_PERSON}|\bkill(?:s|ing)? {_PERSON}.{{0,60}}?\b(?:if (?:\w+ )?(?:put|mixed|added|injected|given|taken)"
    r"|without (?:being|getting) (?:caught|detected|noticed|found))\b|\bpoison for (?:my|his|her|their|a|an|some\w+)\b|\b(?:pills?|drugs?|tablets?|medications?|mix|combin\w+)\b.{0,40}?\bto die\b"
    r"|\b(?:dose|amount|quantity) of .{0,60}?\bthat (?:kills?|would kill|will kill)\b|\b(?:how to|want to|how (?:can|do|could) i) make (?:him|her|them|someone|somebody|my \w+) (?:very |really )?"
    r"(?:sick|ill|unconscious|pass out)\b"
    r"|\bat what (?:dose|amount)\b.{0,80}?\b(?:lethal|fatal|deadly|kills?)\b|\b(?:that|which) (?:would|could|will|can|is|are) (?:be )?(?:surely |certainly )?"
    r"(?:l[ei]a?th[ae]l|fatal|deadly) (?:to|for|in) (?:me|you|him|her|someone|an? (?:[\w-]+ ){0,3}?(?:adult|person|man|woman|child|human))\b"
    r"|\bdie (?:from|by|after) (?:taking|swallowing|overdosing|injecting)\b|\bmy overdose (?:work|works|succeed|succeeds|is fatal)\b|\bto pass away\b"
    r"|\b(?:don't|do not|dont) want to (?:live|be alive|be here|exist)\b|\bkms\b|\bsewerslide\b|\b(?:how to|best way to|methods? (?:of|to)) self-?\s?harm\b|\bself-?harm methods?\b"
    r"|\bstop (?:my|his|her|their|someone's|somebody's|a person's|a patient's) (?:heart|breathing)\b|\bmake (?:her|my \w+) miscarry\b|\bwithout (?:her|his|their) consent\b"
    rf"|\bto (?:cause|induce|trigger|give)(?: an?)? (?:cardiac arrest|heart attack|fatal \w+|death|stroke) (?:in|to) {_PERSON}"
    r"|\bput (?:him|her|them|someone|somebody|my \w+|a person) (?:down|to sleep)(?: \w+)? (?:forever|permanently|for good)\b"
    rf"|\b(?:murder|assassinate) {_PERSON}|\bpoison (?:my|him|her|them|someone|somebody|people)\b(?! (?:exposure|ingestion|control))(?<!rat poison my)"
    r"|\b(?:get away with|commit) murder\b|\bperfect murder\b"
    rf"|(?:{_MEANS}|{_QUANTITY_OF}|\bhow do people\b){_NEAR}\b(?:commit|committing|complete) suicide\b|\bsuicide (?:method|pill|kit|technique|pact|recipe)s?\b"
    r"|\b(?:i|i'm|im|i am) [^.?!]{0,60}?\b(?:suicide|suicidal|end it all|want to die|wanna die|wish i (?:was|were) dead)\b"
    r"|\bi (?:want|wanna|would like|wish|need|plan|intend|am going|'m going)(?: to)? (?:die|be dead|end it|disappear forever)\b"
    r"|\b(?:want|wants|going|plan|planning|like|urge|urges|thinking (?:of|about)|feel like|how) (?:to )?"
    r"(?:hurt|hurting|harm|harming|cut|cutting) (?:myself|my (?:wife|husband|child|baby|kid|partner|boss|ex)|someone|somebody|him|her)\b"
    r"|\bend(?:ing)? my (?:own )?life\b|\btake my (?:own )?life\b|\boff myself\b|\bunalive\b"
    r"|\bhow (?:much|many)\b.{0,100}?\b(?:to die|to be fatal|to be lethal|is fatal|is lethal|is deadly|are fatal|are lethal|be fatal|be lethal"
    r"|till i die|until i die|before i die|before it kills|does it take to kill|so (?:that )?(?:i|he|she|they) (?:die|dies))\b"
    r"|\b(?:how (?:much|many)|what (?:dose|amount|mix|drug|pill)s?|which|something|pills?|tablets?|enough|want)\b.{0,100}?"
    r"\b(?:not|never|don't|do not|won't|doesn't) (?:to )?wake(?: back)?(?: up)?\b"
    r"|\bsleep forever\b|\bgo to sleep (?:and|for) (?:never|forever|ever|not)\b"
    r"|\b(?:painless|painlessly|peaceful|easy|easiest|quick|quickest|fast|fastest|best|least painful|surest) (?:and (?:\w+) )?"
    r"(?:way|ways|method|methods|drug|drugs|pill|pills|means) (?:to|of|for) (?:die|dying|kill|killing|end(?:ing)? (?:it|my|your|one's)|go|suicide|overdose|overdosing)\b"
    r"|\bdie (?:painlessly|peacefully|quickly|in my sleep) (?:from|with|using|by)\b"
    r"|\bhow (?:do i|to|can i|could i|would i|would someone|would one|does one) (?:overdose|od|fatally)\b|\bhow (?:much|many)\b.{0,80}?\bto (?:overdose|od)\b"
    r"|\boverdose on purpose\b"
    r"|\b(?:untraceable|undetectable|undetected|traceless|tasteless|odou?rless|colou?rless)\b.{0,30}?\b(?:poisons?|toxins?|murder|kill|drug to|way to|substance)\b"
    r"|\bpoisons?\b.{0,60}?\b(?:untraceable|undetectable|undetected|tasteless|no one|nobody|without a trace|leaves? no|never be found|not be detected"
    r"|can(?:not|'t) be (?:traced|detected))\b"
    r"|\b(?:not show|undetected|not be (?:found|detected)|won't show|escape detection|evade)\b.{0,40}?\b(?:autopsy|post-?mortem|toxicology|coroner)\b"
    r"|\bwithout (?:him|her|them|my \w+|anyone|anybody|someone|the \w+) (?:knowing|noticing|realising|realizing|finding out|tasting)\b(?! (?:the|about|their|his|her|why|what)\b)"
    r"|\b(?:secretly|covertly) (?:\w+ )?(?:give|giving|poison|drug|sedate|medicate|abort|cause|induce|make)\b"
    r"|\b(?:spike|lace|slip|put)\b.{0,60}?\b(?:someone's|somebody's|her|his|their|a|my \w+) (?:drink|food|coffee|tea|meal|soup|wine)\b"
    r"|\bdate[- ]rape drug\b.{0,60}?\b(?:buy|get|make|use|dose)\b|\b(?:knock|drug) (?:out )?(?:a girl|a woman|her|him|someone|somebody|my \w+)\b"
    r"(?: out\b| so\b| with(?:out)?\b|$|[?.!])"
    r"|\b(?:make|making|synthesi[sz]e|cook|cooking|extract|produce|brew|build)\b.{0,20}?\b(?:methamphetamine|crystal meth|ricin|sarin|nerve agent|nerve gas"
    r"|mustard gas|anthrax|botulinum toxin at home|bomb|explosive)\b"
    r"|\b(?:make|look) (?:it )?(?:look )?like (?:an accident|a natural death|natural causes|suicide)\b"
    r"|\bwhat (?:would|will|happens?|could)\b.{0,30}?\bif i (?:take|took|swallow(?:ed)?) (?:\d{2,}|a (?:whole|full) (?:bottle|pack|box)|all (?:my|the)|too many)\b"
    r"|\b(?:deadliest|most lethal) (?:drug|pill|poison|combination|mix|way|medication|dose|amount)s?\b"
    r"|\b(?:to|will|would|is it|are) (?:be )?(?:deadly|lethal|fatal) together\b"
    r"|\b(?:what|what's|whats|tell me|give me|state|list|name|know)\b.{0,40}?\b(?:l[ei]a?th[ae]l|fatal|deadly) (?:single )?(?:dose|amount|quantity|dosage)s?\b"
    r"|\b(?:l[ei]a?th[ae]l|fatal|deadly) (?:dose|amount|quantity|dosage)\b.{0,60}?\b(?:novel|story|book|character|friend|film|movie|game)\b"
    r"|\bld ?-?50\b (?:of|for)\b(?!.{0,60}\b(?:mice|mouse|rats?|rodents?|rabbits?)\b)"
)
_UNLESS_CARE = re.compile(
    r"\b(?:l[ei]a?th[ae]l|fatal|deadly) (?:single )?(?:dose|amount|quantity|dosage|overdose|cocktail|mixture|injection)s?\b|\bhow (?:much|many)\b.{0,80}?"
    r"\b(?:kills?|is an overdose|would be an overdose|counts as an overdose|makes an overdose|for an overdose|is poisonous)\b"
)
_CARE = re.compile(
    r"\b(?:treat\w*|manag\w+|antidotes?|naloxone|acetylcysteine|nac|charcoal|ingest\w+|has taken|took|swallowed|present\w*|prevent\w*|risk"
    r"|surviv\w+|mortality|incidence|toxicity|poisoning|bacteria|virus\w*|cancer|tumou?r|cells?|lice|worms?|parasites?|fungus|germs?|mites|bugs?"
    r"|mosquito\w*|ticks?|accident\w*|associated|rates?|deaths?|trends?|epidemiology)\b"
)
_STILL_CARE = re.compile(
    r"\bkill(?:s|ed|ing)? (?:the |off |all )?(?:bacteria|virus\w*|cancer|tumou?r|cells?|lice|worms?|parasites?|fungus|germs?|mites|bugs?|infection)\b"
)
_ENDORSED = re.compile(
    r"\b(?:palliative|hospice|end[- ]of[- ]life|terminal(?:ly)?|assisted (?:dying|suicide)|euthanasia|maid|risk of suicide|suicid\w+ (?:risk|ideation|prevention)"
    r"|safety plan|crisis plan|risk assessment|psychiatric assessment)\b"
)
_PREVENTED = re.compile(r"\b(?:prevent\w*|avoid\w*|protect\w*|survive)\b.{0,80}?\bkill\w*")
_SUFFERER = re.compile(
    r"\b(?:patients?|pts?|clients?|teenagers?|adolescents?|veterans?) (?:who|that) (?:wants?|wishes|is trying|are trying|tried|threatens?)(?: to)? "
    r"(?:die|kill|end|harm|hurt|commit)(?: \w+){0,2}"
)
_HOW_MUCH = re.compile(
    r"\b(?:how (?:much|many)|what (?:dose|amount|drug)|which (?:drug|dose|pill)s?|lethal|fatal|deadly)\b"
)
_PATIENT = re.compile(
    r"\b(?:patients?|pt|clients?)\b.{0,60}?\b(?:took|taken|swallowed|ingested|wants?|wish\w*|says?|said|asks?|asked|tried|threat\w*|express\w*|feels?)\b"
)
_TO_KILL = re.compile(
    rf"\bkill(?:s|ing)? {_PERSON}|\b(?:l[ei]a?th[ae]l|fatal|deadly) (?:dose|amount|quantity)\b|\b(?:to|not|never) (?:die|wake)\b"
)
_QUANTITY = re.compile(
    r"\b(?:how (?:much|many|to|do i|can i)|what (?:dose|amount|drug)|which|(?:l[ei]a?th[ae]l|fatal|deadly) (?:dose|amount|quantity))\b"
)


def seeks_harm(text: str) -> bool:
    """Whether a folded text asks how to harm somebody, or says that the asker means to."""
    text = squeeze(_STILL_CARE.sub(" ", text))
    if not _HOW_MUCH.search(text):
        text = _SUFFERER.sub("patient", _PREVENTED.sub(" ", text))
    if _ALWAYS.search(text):
        about_care = _ENDORSED.search(text) or _PATIENT.search(text)
        return not (about_care and not (_QUANTITY.search(text) and _TO_KILL.search(text)))
    return bool(_UNLESS_CARE.search(text)) and not (_CARE.search(text) or _ENDORSED.search(text))
