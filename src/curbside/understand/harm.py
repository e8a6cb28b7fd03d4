"""Whether a question seeks to harm somebody. Care after harm, and harm done by a disease, are medicine and not this.

Two steps. Some things are refused whatever stands around them: how to kill, how much kills, poison nobody finds.
Others ("lethal dose") are refused unless the question is plainly about care. No pattern holds a repeat in a repeat.
"""

import re

from curbside.text.normalise import squeeze
from curbside.understand.misuse import seeks_misuse

_PERSON = (
    r"(?:myself|yourself|me|you|him|her|them|himself|herself|someone|somebody|anyone|anybody|people"
    r"|(?:a|an|the|one|my|his|her|their|our|your|this|that|some) (?:[\w-]+ ){0,3}?(?:person|human|adult|man|woman|child|kid|baby|boy|girl|patient|grown-?up|husband|wife|ex"
    r"|partner|boss|neighbou?r|mother|father|mum|mom|dad|brother|sister|son|daughter|aunt|uncle|granny|grandmother|grandfather|friend"
    r"|boyfriend|girlfriend|enemy|character|guy|colleague|relative|co-?worker|flat-?mate|room-?mate|teen\w*|stranger|grandma|grandpa|granddad|carer|wives|nan|gran|date"
    r"|step\w+|(?:mother|father|son|daughter)[- ]in[- ]law|landlord|teacher|rival))\b(?!['’]s)"
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
    r"|\bstop (?:my|his|her|their|someone's|somebody's|a person's|a patient's) (?:heart|breathing)\b(?! (?:tube|circuit|machine|trial|rate))|\bmake (?:her|my \w+) miscarry\b|\bwithout (?:her|his|their) consent\b"
    rf"|\bto (?:cause|induce|trigger|give)(?: an?)? (?:cardiac arrest|heart attack|fatal \w+|death|stroke) (?:in|to) {_PERSON}"
    r"|\bput (?:him|her|them|someone|somebody|my \w+|a person) (?:down|to sleep)(?: \w+)? (?:forever|permanently|for good)\b"
    rf"|\b(?:murder|assassinate) {_PERSON}|\bpoison (?:my|him|her|them|someone|somebody|people)\b(?! (?:exposure|ingestion|control))(?<!rat poison my)"
    r"|\b(?:get away with|commit) murder\b|\bperfect murder\b"
    rf"|(?:{_MEANS}|{_QUANTITY_OF}|\bhow do people\b){_NEAR}\b(?:commit|committing|complete) suicide\b|\bsuicide (?:method|pill|kit|technique|pact|recipe)s?\b"
    r"|\b(?:i|i'm|im|i am) (?!(?:ask|assess|screen|manage|treat|talk|speak|discuss|approach|respond|refer|admit|prescribe|document|monitor|care|counsel)\b)[^.?!]{0,60}?\b(?:suicide|suicidal|end it all|want to die|wanna die|wish i (?:was|were) dead)\b"
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
_SOMEBODY = r"(?:man|woman|person|relative|patient|husband|wife|mother|father|uncle|aunt|child|boss|neighbou?r|lady|gentleman|adult)\b"
_EVENT = (
    r"\b(?:hypoglyc\w+|heart attack|cardiac arrest|seizures?|stroke|anaphyla\w+|allergic reaction|coma|(?:organ|liver|kidney|heart) failure|overdose|arrhythmia|miscarriage|abortion|infertility|death|bleed\w*"
    r"|respiratory (?:arrest|depression)|psychosis|serotonin syndrome|hyperkal\w+)\b"
)
_RELATION = r"(?:someone|somebody|an? (?:[\w-]+ ){0,2}?(?:person|relative|parent|grandparent)|him|her|them|people|(?:my|his|her|their) (?!patient)(?:[\w-]+ ){0,3}?[\w-]+)"
_KILLING = re.compile(
    rf"(?:{_QUANTITY_OF}|{_MEANS}|\bhow\b){_NEAR}\b(?:finish(?:es)?|bump|knock|do away with|get rid of|dispose of|eliminate|poison|silence) (?:off )?{_PERSON}(?! (?:on|off) \w)"
    rf"|\bfinish(?:es)? {_PERSON} off\b|\b(?:finish|bump|knock|polish) off (?:a|an|the|my|his|her|their) (?!course|antibiotics?)(?:[\w-]+ )?{_SOMEBODY}"
    rf"|{_MEANS}{_NEAR}\b(?:speed up|hasten|accelerate|quicken|bring on|bring forward)\b.{{0,40}}?\b(?:death|dying|end)\b"
    rf"|\b(?:put|puts|send|sends)\b {_RELATION} (?:in|into|in to) an? (?:coma|permanent sleep|early grave)\b"
    rf"|\bto (?:end|take) (?:a|another|someone's|somebody's|people's|an? [\w-]+'s) (?:human )?life\b"
    rf"|\bslow(?:ly)? (?:acting )?poison(?:ing)? for\b|\b(?:how (?:to|do i|can i|could i|would i))\b.{{0,20}}?\b(?:cause|induce|trigger|provoke|bring on|give)\b.{{0,50}}?{_EVENT}.{{0,20}}?\b(?:in|to) {_RELATION}"
    rf"|\b(?:cause|induce|trigger|give)\b {_RELATION} .{{0,30}}?\b(?:on purpose|deliberately|intentionally)\b"
    r"|\bhow long\b.{0,40}?\bto die (?:from|by|after|of) (?:drinking|eating|taking|swallowing|inhaling|injecting)\b"
    rf"|\b(?:amount|dose|quantity|how much|enough|how (?:to|can i|do i|could i))\b.{{0,60}}?\b(?:make|keep) {_RELATION} (?:\w+ )?(?:ill|sick|unwell|infertile|bleed|collapse|faint|miscarry)\b"
)
_ONESELF = re.compile(
    r"\b(?:i|me|my|myself)\b.{0,100}?\b(?:to|and|can|could|will|would|just) end (?:it|things|everything|it all|this all)\b(?! (?:with|by|at|on|in)\b)|\b(?:until|till|so that|before) (?:i am|i'm|im) (?:gone|dead|no more)\b"
    r"|\benough to (?:die|end (?:it|my|his|her|their|someone's)|kill)\b|\bi(?:'m| am)? (?:done|tired of|finished|sick of|fed up (?:of|with)) (?:living|life|being alive|existing)\b|\bno reason (?:for me )?to live\b"
    r"|\b(?:hang|drown|shoot|gas|strangle|suffocate|electrocute|poison|asphyxiate) (?:myself|yourself|oneself)\b|\b(?:slit|slash|cut|slice|open) (?:my|your|one's) (?:\w+ )?(?:wrists?|veins?|arms?|throat)\b"
    r"|\b(?:drink|swallow|inject|eat|mix|(?:i|to|and) (?:take|use))\b.{0,40}?\bto die\b(?! (?:of|from))|\b(?:helium|nitrogen|exit|suicide)\b.{0,12}?\b(?:hood|bag|mask|kit)\b(?! valve)"
    r"|\b(?:what|which) (?:\w+ )?can i (?:overdose|od)\b|\b(?:make sure|ensure|what can|which)\b.{0,40}?\boverdos\w+\b.{0,40}?\b(?:cannot|can't|can not|won't|not) be (?:reversed|saved|treated|found|survived)\b"
    r"|\boverdose on that\b.{0,30}?\b(?:cannot|can't|can not)\b|\b(?:harm|hurt|injure|burn|cut) (?:myself|yourself)\b.{0,40}?\b(?:so (?:that )?(?:nobody|no one)|without|deep|safely|properly|and hide)\b"
    r"|\bhow to (?:harm|hurt|injure|burn|cut) (?:myself|yourself)\b|\bhow (?:many|much)\b.{0,30}?\b(?:laxatives?|diuretics?|water tablets|ipecac|thyroxine|levothyroxine|clenbuterol|insulin)\b.{0,30}?\b(?:lose weight|stay thin|slim|skinny|purge)\b"
    r"|\b(?:make|force) myself (?:to )?(?:throw up|vomit|puke|be sick)\b.{0,60}?\b(?:after (?:eating|meals?|food|a binge|i eat)|lose weight|nobody|no one|calories)\b"
)
_DEADLY = re.compile(
    r"\b(?:how (?:much|many)|(?:what|which)(?! (?:\w+ )?levels?\b)|amount|quantity|dose|number)\b.{0,80}?\b(?:is|are|be|become|becomes|would be|will be|turns?|proves?|gets?) (?:(?!an?\b|the\b)\w+ )?(?:l[ei]a?th[ae]l|fatal|deadly|deadliest)\b(?! (?:hyper|hypo|inter|side|outcome|arrhyth))"
    r"|\bdeadl\w+\b.{0,60}?\b(?:whole|entire|full) (?:box|pack|packet|bottle|strip)\b|\b(?:combination|mix|mixture|cocktail)s?\b.{0,60}?\b(?:be|is|are) (?:\w+ )?(?:l[ei]a?th[ae]l|fatal|deadly)\b"
    r"|\b(?:how (?:much|many)|what (?:amount|quantity|dose))\b.{0,80}?\b(?:stops? (?:a |the |someone's |somebody's )?(?:\w+ )?(?:heart|breathing)|(?:make|makes) \w+ stop breathing)\b"
    rf"|\b(?:drug|pill|tablet|dose|amount|inject\w*|bubble|mushroom|plant|allerg\w+|poison|chemical|mg|gas|units|how (?:much|many|big|little))s?\b.{{0,80}}?\bkills? {_PERSON}|\bkills? {_PERSON}.{{0,60}}?\b(?:inject\w*|drug|pill|poison|allerg\w+|overdose|chemical)s?\b"
    r"|\b(?:deadly|lethal|fatal) (?:combination|mix|mixture|cocktail)s? (?:of|with|for)\b|\bhow many\b.{0,40}?\bto kill\b"
    r"|\bquantity of .{0,40}?\bstops? a heart\b|\b(?:how (?:much|many))\b.{0,60}?\b(?:does it take|needed|takes|it takes|need|required|would i need)?\s?to (?:destroy|wreck|ruin|shut down|cause|induce|damage|stop) (?:an? |the |your |his |her |someone's )?"
    r"(?:\w+ )?(?:liver|kidneys?|heart|organs?|brain|respiratory arrest|cardiac arrest|coma|death)\b|\b(?:how (?:much|many))\b.{0,60}?\bstop breathing\b"
)
_DESPAIR = re.compile(
    r"\bi (?:hate (?:my life|being alive|living)|(?:can't|cannot|can not) (?:go on|do this any ?more|live like this)|wish (?:it|this) (?:was|were) (?:all )?over)\b|\b(?:no ?one|nobody) (?:will|would) (?:miss|care about) me\b"
    r"|\b(?:life is(?:n't| not)? (?:not )?worth (?:living|it)|better off (?:without me|dead))\b|\bkill(?:ing)? myself\b|\b(?:permanent|eternal|everlasting|endless) sleep\b|\bsleep permanently\b|\b(?:make|plan|cause|fake) my (?:own )?death\b"
    r"|\b(?:instructions?|guide|steps|plan|recipe|protocol|tutorial|how ?to) (?:for|to|of|on) (?:an? |my )?(?:suicide|self-harm|dying)\b|\bsuicide (?:by|with) (?:overdose|pills|insulin|helium|tablets)\b.{0,30}?\b(?:how|instructions?|steps)\b"
    r"|\bstarve myself\b|\b(?:burn|cut|scratch|bruise) my (?:own )?(?:skin|arms?|legs?|wrists?|thighs?)\b|\b(?:cuts|wounds|sores)\b.{0,20}?\b(?:never|don't|do not|won't) heal\b(?=.{0,40}\bmy\b|$)"
    r"|\b(?:best|good|easiest|worst|right) [\w -]{0,30}?\bto (?:overdose|od) on\b|\b(?:overdose|od) on\b.{0,50}?\b(?:and|to) die\b|\b(?:meds|pills|tablets|medicines?|medications?|drugs?)\b.{0,60}?\b(?:would|could|will|can|to) kill me\b"
    r"|\b(?:minimum|number|amount|how (?:much|many)|dose)\b.{0,60}?\bto cause (?:my |his |her |a |someone's )?death\b|\bwhat (?:dose|amount|pills?|tablets?)\b.{0,40}?\bwould do (?:it|the job|the trick)\b"
)
_CRUEL = re.compile(
    rf"\b(?:not|never|without) (?:be|being|get|getting) (?:found out|caught|discovered|suspected|detected)\b|\b(?:poison|toxin|venom)s?\b.{{0,30}}?\b(?:mimics?|looks? like|pass(?:es)? for|resembles?)\b|(?<!sudden )\bdeath (?:that|which) (?:looks?|appears?|seems?)\b"
    rf"|\b(?:drug|poison|medicine|toxin|substance|chemical|injection)s?\b.{{0,40}}?\b(?:leaves? no trace|untraceable|without (?:a )?trace|(?:cannot|can't) be traced)\b|\bprank (?:my|a|him|her|them|on|someone)\b"
    rf"|\b(?:what|which) (?:[\w-]+ ){{0,3}}?(?:chemicals?|drugs?|pills?|meds|medicines?|medications?|poisons?|substances?|toxins?|plants?|mushrooms?|dose|amount|tablets?)\b.{{0,60}}?\bkills?\b"
    rf"|\bmakes? {_RELATION} (?:\w+ )?(?:ill|sick|unwell|vomit)\b.{{0,30}}?\b(?:drink|food|coffee)\b|\b(?:drink|food|coffee)\b.{{0,20}}?\bmakes? {_RELATION} (?:\w+ )?(?:ill|sick|unwell|vomit)\b"
    rf"|\b(?:give|use|get|put|inject|medicate|treat)\b.{{0,50}}?\bwithout (?:his|her|their) knowledge\b|\bslip (?:\w+ ){{1,3}}(?:to|into) {_RELATION}|\bmakes? (?:a |any )?(?:woman|girl|her|women|girls) (?:\w+ )?(?:easy|horny|willing|compliant|submissive|say yes)\b"
    rf"|\broofie\w*\b|\b(?:rohypnol|ghb|scopolamine|ketamine|xanax)\b.{{0,20}}?\bfor (?:a |my )?(?:date|(?:\d+ kg )?(?:girl|woman)|party)\b|\bkeep {_RELATION} (?:sedated|asleep|quiet|drugged|drowsy) (?:so|while) (?:that )?(?:i|we)\b"
    rf"|\b(?:infect|spread|give|expose|transmit)\b.{{0,60}}?\b(?:on purpose|deliberately|intentionally)\b|\b(?:hack|stop|switch off|turn off|disable|reprogram\w*|sabotage|jam)\b.{{0,50}}?\b(?:pacemaker|insulin pump|ventilator|oxygen|life support|defibrillator|alarm)\b"
    rf".{{0,50}}?\b(?:remotely|noticing|fatal|secretly|unnoticed|kill)\b|\btortur(?:e|ing) (?:{_RELATION}|a prisoner|prisoners)\b|\bexecut(?:e|ing|ion of) (?:a |the |an )?(?:person|prisoner|inmate|people|someone|man|woman)\b|\btruth (?:serum|drug)\b|\bmake (?:people|{_RELATION}) confess\b"
    rf"|\bmake {_RELATION} (?:become )?(?:addicted|dependent|(?:look|seem|appear|go) (?:mad|demented|insane|crazy|senile)|psychotic|hallucinate|impotent)\b"
)
_INTENT = re.compile(
    rf"\bends? (?:a|my|his|her|their|someone's|somebody's) (?:own )?(?:life|suffering|pain for ?ever|misery)\b|\bmakes? me die\b|\bi(?:'m| am|'ll)? (?:plan|planning|going|will|want|intend|about)\b.{{0,12}}?\btake (?:all|every|the whole)\b"
    rf"|\bassassin\w*|\bhit ?m[ae]n\b|\bto rape\b|\bincapacitate (?:an? )?{_PERSON}|\bincapacitate {_RELATION}|\bkeep (?:someone|somebody|a person|people|my (?!patient)\w+) (?:unconscious|drugged|paraly[sz]ed)\b"
    rf"|\bmass (?:poisoning|murder|killing)s?\b.{{0,60}}?\b(?:needed|amount|how|required)\b|\bhow (?:to|can i|do i|could i) (?:hurt|harm|injure|torment|punish) {_PERSON}|\b(?:give|inject) (?:someone|somebody|people|him|them|my (?!patient)\w+) (?:an? (?:\w+ )?{_EVENT}|with)\b"
    r"|\bhow (?:to|can i|do i|could i) (?:trigger|set off|provoke|worsen) (?:my|his|her|their|someone's) (?!patient)[\w' -]{0,25}(?:allerg\w+|asthma|seizures?|epilepsy|anaphylaxis)\b"
)
_UNLESS_CARE = re.compile(
    r"\b(?:l[ei]a?th[ae]l|fatal|deadly) (?:\w+ )?(?:dose|amount|quantity|dosage|overdose|cocktail|mixture|injection)s?\b|\bhow (?:much|many)\b.{0,80}?"
    r"\b(?:kills?|is an overdose|would be an overdose|counts as an overdose|makes an overdose|for an overdose|is poisonous)\b"
)
_CARE = re.compile(
    r"\b(?:treat\w*|manag\w+|antidotes?|naloxone|acetylcysteine|nac|charcoal|ingest\w+|has taken|took|swallowed|present\w*|prevent\w*|risk"
    r"|surviv\w+|mortality|incidence|toxicity|poisoning|bacteria|virus\w*|cancer|tumou?r|cells?|lice|worms?|parasites?|fungus|germs?|mites|bugs?"
    r"|mosquito\w*|ticks?|accident\w*|associated|rates?|deaths?|trends?|epidemiology|evidence|ethic\w*)\b"
)
_STILL_CARE = re.compile(
    r"\bkill(?:s|ed|ing)? (?!(?:me|you|him|her|them|people|someone|somebody|\w+sel(?:f|ves)|an? \w+|my \w+)\b)(?:[\w.-]+ ){0,3}?(?:bacteri\w*|virus\w*|noro\w+|cancers?|tumou?rs?|cells?|lice|nits|worms?|tapeworms?|eggs|parasites?|fung\w+|germs?|mites|bugs?|infections?|spores|tuberculosis"
    r"|tb|mrsa|organisms?|amoeb\w+|malaria|plasmodi\w+|scabies|microb\w+|mosquito\w*|ticks?|weeds|clostridi\w+|pseudomonas|staph\w*|strep\w*|biofilm\w*)\b|\bkill (?:time|switch|curves?)\b"
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
_INTENTS = (_ALWAYS, _KILLING, _ONESELF, _DESPAIR, _CRUEL, _INTENT)
"""Refused whatever stands around them, but for a patient who is being cared for."""


def seeks_harm(text: str) -> bool:
    """Whether a folded text asks how to harm somebody or to misuse a medicine, or says that the asker means to."""
    if seeks_misuse(text):
        return True
    text = squeeze(_STILL_CARE.sub(" ", text))
    if not _HOW_MUCH.search(text):
        text = _SUFFERER.sub("patient", _PREVENTED.sub(" ", text))
    if any(intent.search(text) for intent in _INTENTS):
        about_care = _ENDORSED.search(text) or _PATIENT.search(text)
        return not (about_care and not (_QUANTITY.search(text) and _TO_KILL.search(text)))
    deadly = _UNLESS_CARE.search(text) or _DEADLY.search(text)
    return bool(deadly) and not (_CARE.search(text) or _ENDORSED.search(text))
