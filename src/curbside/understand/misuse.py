"""Whether a question seeks to drug somebody unnoticed, to misuse a medicine, to get round a safeguard or to make a weapon.

One pattern family for each intent. Whoever treats, prevents, detects or reads about the same thing asks in other words:
of a patient, a casualty, an exposure, a risk. Those words excuse a family, unless the asker says "I" would do it.
"""

import re

_OTHER = (
    r"(?:him|her|them|someone|somebody|anyone|people|a (?:girl|woman|man|guy|boy|person|date|stranger|colleague|relative)|(?:my|his|her|their|our) (?!patient)(?:[\w-]+ ){0,2}?(?:wife|husband|ex|partner"
    r"|boss|date|boyfriend|girlfriend|(?:step|grand)?(?:mother|father|son|daughter|child|mum|mom|dad|ma|pa)(?:[- ]in[- ]law)?|gran|granny|brother|sister|aunt|uncle|friend|flat-?mate|room-?mate"
    r"|house-?mate|neighbou?r|colleague|co-?worker|relative|kid|baby|toddler|victim|enemy|rival|teacher|carer|landlord))\b"
)
_TO = (
    r"(?:\bhow (?:to|(?:do|can|could|would|should|might) (?:i|we|you|one|someone|somebody|people|athletes?|he|she|they))|\b(?:best|easiest|easy|safest|quickest|good) ways? to|\bways? (?:to|of|around|round)"
    r"|\bcan i|\bcould i|\bi (?:want|need|wish|plan|would like|intend) to|\bwanna|\bhelp me|\btell me|\bteach me|\bshow me|\bsteps to|\binstructions (?:to|for)|(?:^|[.:!?\"'“] ?)(?:please |pls )?)"
)
_HOW_MUCH = r"\b(?:how (?:much|many)|(?:what|which)\b.{0,30}?\b(?:dose|amount|drugs?|pills?|tablets?)|mg of|doses? of|dose|dosage|amount|what|which)\b"
_FOOD = r"(?:food|drinks?|tea|coffee|meals?|soup|wine|beer|porridge|juice|cocktail|water bottle|dinner|lunch|breakfast|smoothie|cake|glass|formula|milk)\b"
_UNNOTICED = (
    r"(?:\bso (?:that )?(?:he|she|they|nobody|no one|my \w+|the \w+) (?:does not|doesn't|doesnt|won't|wont|will not|can't|cannot|don't|do not|never|will never) (?:ever )?(?:notice|know|taste|find out|reali[sz]e|suspect|remember|wake)"
    r"|\bwithout (?:telling|asking|\w+ing) (?:him|her|them|anyone|my \w+)\b|\bsecretly\b|\bcovertly\b|\bunnoticed\b|\bunknowingly\b|\bbehind (?:his|her|their|my \w+'s) back\b|\bagainst (?:his|her|their|someone's) will\b)"
)
_COVERT = re.compile(
    rf"\b(?:hide|hiding|conceal|disguise|dissolves?|crush|mix|slip|sneak|sprinkle|put|add|stir|smuggle|give|giving|feed|drug|sedate|medicate|inject|make)\b.{{0,90}}?{_UNNOTICED}"
    rf"|{_UNNOTICED}.{{0,20}}?\b(?:give|giving|put|mix|crush|sedate|drug|poison|dissolve|medicate)\b|\b(?:sedative|drug|pill|poison|medicine|tablet|drops|sleeping \w+)s?\b.{{0,30}}?\b(?:no taste|tasteless|can't be tasted)\b"
    rf"|{_TO}.{{0,60}}?\bsecretly\b.{{0,30}}?\b(?:medic\w+|drugs?|pills?|tablets?|hormones?)\b"
    rf"|\b(?:sneak|slip|spike|lace|smuggle|hide)\b.{{0,60}}?(?:\b(?:his|her|their)|\w['’]s?) {_FOOD}"
    rf"|\b(?:put|add|mix|crush|dissolve|stir|sprinkle)\b.{{0,60}}?\b(?:someone|somebody|(?:flat|room|house)-?mate|colleague|boss|ex|enemy|neighbou?r)['’]s? {_FOOD}"
    rf"|\b(?:put|add|slip|spike|mix|crush|crushing|stir)\b.{{0,60}}?{_FOOD} so (?:that )?(?:he|she|they) (?:sleeps?|bleeds?|dies?|gets? (?:ill|sick)|pass(?:es)? out|forgets?|miscarr\w+|cannot|can't)"
    rf"|\b(?:in|into) (?:a|her|his|their|someone's) {_FOOD}.{{0,30}}?\b(?:makes?|that)\b.{{0,30}}?\b(?:forgets?|pass out|sleep|asleep|compliant|remember)"
    rf"|\bmakes? {_OTHER} (?:pass out|black out|unconscious|sleepy|compliant|forget)\b.{{0,40}}?\b(?:party|drink|date|remember|forget|hotel|club|taxi)\b"
    rf"|\b(?:keep|keeping|make|making) {_OTHER} (?:\w+ )?(?:ill|sick|unwell)\b(?! (?:notes?|leave|pay))(?<!make you sick)"
)
_HIGH = r"(?:high(?=\s*(?:$|[?.,!;:]|from\b|on\b|off\b|with\b|at\b|before\b|and\b|or\b|fast\b|quick|how\b|without\b))|stoned|buzzed|wasted|tripping|euphoric|a buzz|a kick)"
_ABUSE = re.compile(
    rf"\b(?:i|you|we|one|to|people) (?:(?:really|just|actually|can|will) )?(?:get|feel|be|stay|catch) (?:(?:really|so|very|super|more) )?{_HIGH}"
    rf"|\bgetting (?:(?:really|so|very) )?{_HIGH}|\b(?:gets?|getting|makes?) (?:you|me|us|people|someone) (?:(?:really|so|very) )?{_HIGH}|\b(?:gives?|giving|for|get) (?:you |me )?(?:an? |the best )(?:(?:better|good|nice|strong|quick|legal|great|bigger) )?{_HIGH}"
    r"|\bfor (?:a |an |the )?(?:(?:better|good|nice|strong|quick|great|legal|bit of a) )?(?:buzz|rush|kick|euphoria)\b|\b(?:good|strong|nice|great|mind-?blowing|psychedelic|proper) trip\b|\b(?:to|i) trip (?:on|off)\b"
    r"|\b(?:recreational|euphoric|psychedelic|hallucinogenic|tripping|plugging|snorting|boofing) (?:dos\w+|amounts?)\b|\bdos\w+ (?:for|to (?:get|feel|reach)) (?:\w+ )?euphoria\b|\bmost euphoric\b|\bfeels? like (?:cocaine|heroin|meth|ecstasy|mdma)\b|\bshoot(?:ing)? up \w+.{0,12}?\bhow\b|\b(?:recipe|instructions|ingredients) (?:for|to make) (?:crystal )?(?:meth|crack|lean|dmt|ghb|lsd|heroin)\b"
    rf"|{_TO} ?(?:i |safely )?(?:snort|rail|boof|plug|freebase|parachute|chase|bang)\b(?! (?:up|out|in) )|{_TO} ?(?:\w+ )?(?:smok\w+|inject\w*|shoot up|vape|chew)\b.{{0,30}}?\b(?:patch(?:es)?|crushed|tablets?|pills?|buprenorphine|subutex|suboxone|oxycodone|heroin|fentanyl)\b"
    rf"|{_TO} ?(?:make|mix|brew|cook|prepare|synthesi[sz]e|produce)\b.{{0,15}}?\b(?:lean|purple drank|sizzurp|crack|(?:crystal )?meth|methamphetamine|krokodil|poppy (?:seed )?tea|dmt|ghb|lsd|mdma|ecstasy|heroin|fentanyl|carfentanil)\b(?! (?:patch|infusion|pump|syringe|drip|mixture))"
)
_CONTROLLED = r"\b(?:opioids?|oxy\w*|xanax|alprazolam|adderall|ritalin|benzos?|valium|diazepam|codeine|tramadol|morphine|fentanyl|ketamine|ghb|pregabalin|heroin|methadone)\b"
_SAFEGUARD = re.compile(
    rf"{_TO} ?(?:i |you )?(?:extract|isolate|filter|recover|separate|get|cook)\b.{{0,40}}?\b(?:out of|from)\b.{{0,40}}?\b(?:tablets?|pills?|patch(?:es)?|syrup|capsules?|inhalers?|co-?codamol|medicines?|cold medicine|cough \w+)\b"
    r"|\bcold[- ]water extraction\b|\b(?:defeat|beat|bypass|get a?round|ways? a?round|overcome|crush|trick|circumvent|disable|hack|cheat|fool|pass|passing|evade|dodge|hide|mask|outsmart)\b.{0,40}?"
    r"\b(?:abuse[- ]?deterr\w+|tamper[- ]\w+|(?:urine |hair |saliva |workplace )?(?:drugs?|doping|urine|tox\w*) (?:tests?|testing|screens?|screening|controls?)|anti-?doping|prescription monitoring|pdmp|lock|lockout|breathaly[sz]er)\b"
    rf"|{_TO} ?(?:i |you )?(?:fake|forge|feign|exaggerate|lie about|make up|trick|fool)\b.{{0,60}}?\b(?:prescri\w+|scripts?|doctors?|from a|to get|sick notes?)\b|\b(?:how (?:to|do i|can i|could i)|what (?:should|do|can) i|where (?:to|can i|do i)|^)\b.{{0,20}}?\b(?:get|buy|order|obtain|say|tell)\b.{{0,40}}?{_CONTROLLED}.{{0,40}}?\b(?:without (?:a )?(?:prescription|script|doctor)|online|no prescription|dark web|dealer|street)\b"
    rf"|\b(?:say to|tell) (?:my|the|a) (?:doctor|gp|dr|psychiatrist|dentist) (?:so|to get|to be)\b.{{0,40}}?{_CONTROLLED}|\b(?:edit|alter|photoshop|copy|duplicate) (?:a|my|the) (?:prescription|script)\b"
    rf"|\bmicrodos\w+\b.{{0,20}}?\b(?:undetected|unnoticed|without)\b|\bwithout (?:failing|flagging|triggering) (?:a |the |any )?(?:drug|doping|urine) (?:test|screen)\b|\bdoctor[- ]shopping\b.{{0,20}}?\bhow\b"
)
_AGENT = r"(?:ricin|abrin|sarin|tabun|soman|novichok|nerve (?:agents?|gas)|mustard gas|phosgene|chlorine gas|anthrax|botulin\w*|smallpox|variola|plague bacteria|hydrogen cyanide|bombs?|explosives?|chloroform|dirty bomb|(?:bio|chemical |biological )weapons?)"
_WEAPON = re.compile(
    rf"{_TO} ?(?:i |you |we )?(?:make|synthesi[sz]e|produce|grow|culture|cultivate|purify|extract|brew|build|manufacture|refine|distil|isolate|weaponi[sz]e|engineer|acquire|buy|obtain)\b(?! up\b).{{0,25}}?\b{_AGENT}"
    rf"|{_TO} ?(?:i |you )?(?:get|obtain|buy|steal) (?:\w+ )?(?:anthrax|plague|smallpox|botulinum|ricin) (?:spores?|samples?|cultures?|toxin)\b"
    r"|\bweaponi[sz]\w+\b|\b(?:turn|convert|make|build|create|use|transform)\b.{0,50}?\b(?:into|as) an? (?:\w+ ){0,2}weapon\b|\b(?:aerosol|chemical|biological) weapon\b.{0,20}?\bfrom\b"
    rf"|(?:{_TO}|\b(?:what|which) \w+).{{0,40}}?\b(?:disperse|spray|aerosoli[sz]e|contaminate|poison|release|gas|adulterate)\b.{{0,40}}?\b(?:crowds?|people|buildings?|subway|metro|water supply|town|city|reservoir|salad bar|food|school|office|audience|everyone|population|train)\b"
    r"|\b(?:make|making|produce|release|use|build)\b.{0,50}?\bto (?:hurt|harm|injure|maim|sicken|attack) (?:people|others|someone|somebody|him|her|them|a crowd)\b"
    r"|\b(?:enhance|engineer|modify|mutate)\b.{0,30}?\b(?:virus|flu|h\dn\d|smallpox|variola|plague|anthrax|ebola|pathogen|bacteri\w+)\b.{0,40}?\b(?:spreads?|transmissib\w+|deadl\w+|contagious|virulent|release|resistant)\b"
)
_CARE = re.compile(
    r"\b(?:patients?|pts?|residents?|clients?|casualt\w+|exposures?|exposed|treat\w*|manag\w*|antidotes?|antitoxin|antivenom|withdrawal|intoxicat\w+|toxicity|triage|decontaminat\w+|post-?exposure|prophyla\w+|prevent\w*|prevalence|potential|use disorder"
    r"|dependen\w+|addict\w+|counsel\w*|false[- ]positive|interpret\w*|detect\w*|surveillance|monitoring for|who (?:snorts?|injects?|smokes?|misuses?|uses?)|(?:man|woman|boy|girl|teenager|child) (?:with|who)|\d+ ?(?:yo|y/o|year)|dementia|best interests|care home|dysphagia"
    r"|capacity|mental health act|lawful\w*|premedication|premed|tranquilli[sz]\w+|side effects?|adverse|incidence|how common|reduces? (?:overdose|deaths)|sexual assault|mitochondri\w+|strains?|gene|receptors?)\b"
)
_FIRST = re.compile(
    r"\b(?:how (?:much|many)\b.{0,60}?\b(?:do|can|should|could|would|must) i\b|how (?:do|can|could|would|should) i|can i|could i|i (?:want|wanna|need|plan|would like) to|help me|my (?:wife|husband|ex|boss|date|girlfriend|boyfriend|flat-?mate|room-?mate)(?:'s)?)\b"
)


def seeks_misuse(text: str) -> bool:
    """Whether a folded text asks how to drug somebody unnoticed, to get high, to get round a safeguard or to make a weapon."""
    found = _COVERT.search(text) or _ABUSE.search(text) or _SAFEGUARD.search(text) or _WEAPON.search(text)
    return bool(found) and not (_CARE.search(text) and not _FIRST.search(text))
