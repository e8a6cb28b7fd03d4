"""Whether the patient in a question is an animal. Bites, allergens, materials and laboratory animals are human medicine."""

import re

_ANIMAL = (
    r"(?:dogs?|doggy|pupp(?:y|ies)|pups?|cats?|kitt(?:y|ens?)|horses?|mares?|foals?|stallions?|gelding|pon(?:y|ies)|donkeys?|rabbits?|bunn(?:y|ies)|hamsters?"
    r"|guinea pigs?|gerbils?|chinchillas?|hedgehogs?|parrots?|parakeets?|budgies?|budgerigars?|cockatiels?|macaws?|canar(?:y|ies)|cows?|cattle|heifers?|sheep"
    r"|ewes?|lambs?|goats?|pigs?|piglets?|ferrets?|tortoises?|turtles?|lizards?|geckos?|iguanas?|bearded dragons?|goldfish|chickens?|hens?|ducks?"
    r"|alpacas?|llamas?|camels?|livestock|labradors?|retrievers?|poodles?|terriers?|spaniels?|bulldogs?|dachshunds?|chihuahuas?|greyhounds?|beagles?"
    r"|german shepherds?|collies?|rottweilers?|huskies|pet rats?|pet mouse|pet snakes?)"
)
_NOT_THE_PATIENT = (
    r"(?!['’]?s?[- ](?:bit\w*|scratch\w*|lick\w*|kick\w*|allerg\w*|hair|dander|fur|saliva|owners?|own|owning|living with|sentinels?|exposure|contact|serum|antiserum|faeces|feces|litter"
    r"|milk|meat|handlers?|models?|study|studies|trials?|scan\w*|flu|influenza|pox|breast|soup|eggs?|tapeworms?|roundworms?|hookworms?|ticks?|flea"
    r"|fle(?:a|as) bites?|liver|valves?|insulin|heparin|skin|xenografts?|islets?|tissue|brain|lung|urine|riding|rider|chestnut|fl(?:y|ies)|therap\w+|assisted"
    r"|eye syndrome|claw|cry|cortex|farm\w*|breed\w*|vet|kidney|heart|stings?|score|assessment test|bladder|anti\w*|immunoglobulin|globulin|igg|atg|derived)\b)"
)
_LAB = r"(?!['’]?s? (?:and|or) (?:human|mouse|mice|rat)|[^.?!\n]{0,40}\bmodels?\b)"
_DETERMINER = r"(?:my|our|his|her|their|the|a|an|this|for|in|to|of|on|with|give|giving|pregnant|old|year-old|month-old|kg|lb|kilo|pound|sick|ill|family|neighbou?r's|friend's)"
_PATIENT = re.compile(rf"\b{_DETERMINER} (?:[\w-]+ ){{0,2}}?{_ANIMAL}\b{_NOT_THE_PATIENT}{_LAB}")
_FIRST = re.compile(
    rf"^(?:[\w/-]+ ){{0,1}}{_ANIMAL}\b{_NOT_THE_PATIENT}[^.?!\n]{{0,60}}?\b(?:vomit\w*|limp\w*|ate|eaten|dose|dosage|seizures?|diarrh\w+|sick|lame|colic|worming|kg|ill|take|have|treatment|infections?|antibiotics?|with)\b"
)
_SUFFERS = re.compile(
    rf"\b(?:my|our|his|her|their|the) (?:[\w-]+ )?{_ANIMAL} (?:was|got|has been|had been|is|keeps|ate|has eaten|got into|swallowed)\b(?! (?:scared|at home))"
)
_VET = re.compile(
    r"\bveterinar\w+\b(?!-assessed)|\b(?:my|the|our|a) vet\b|\b(?:my|our|his|her|family) pet\b(?! scan)|\bvet (?:says?|said|gave|prescribed|told|recommend\w*|surgeon|nurse)\b|\bas a vet\b"
    r"|\b(?:canine|feline|equine|bovine|ovine|porcine|avian|caprine) (?:parvo\w*|distemper|mastitis|colic|lepto\w+|infectious|hepatitis|patients?|arthritis|diabetes"
    r"|asthma|heartworm|laminitis|pneumonia|lymphoma|epilepsy|osteoarthritis|kennel|herpes|leuk\w+|immunodeficiency|dose|dosing|dosage)\b"
    r"|\b(?:dose|dosing|dosage|safe|treatment) (?:in|for) (?:canines?|felines?|equines?)\b|\bheartworm\b|\blaminitis\b|\bkennel cough\b"
)
_KIND_OF = re.compile(
    r"\b(?:canine|feline|equine|bovine|ovine|porcine|avian|caprine|leporine)\b(?![- ](?:bit\w+|scratch\w*|tooth|teeth|fossa|space|eminence|muscle|antitoxin|antivenom\w*|antiserum|serum|sera|atg|anti\w*|thymocyte|assisted|therap\w+|globulin|immun\w*"
    r"|insulin|heparin|valves?|grafts?|xenograft\w*|spongiform|influenza|flu|exposure|derived|surfactant|lactoferrin|colostrum|collagen|pericard\w+|thyroid|factor|thrombin|albumin|gelatin\w*|cartilage|trypsin|o?estrogens?|matrix|mesh|tuberculosis"
    r"|tb|milk|igg|f\(?ab|rabies|skin|dermis|encephalopathy|papular|h\dn\d|transplant\w*|kidney|heart|bone|models?|cells?|virus|genes?|genome))"
)
_MEDICATED = re.compile(
    r"\b(?:dos\w+|mg|ml|mcg|treat\w*|antibiotics?|antimicrobials?|bolus|fluids?|management|therapy|how much|\w+(?:cillin|mycin|azole|olone|isone|floxacin|imazole|oxicam|profen|tamol|adrenaline|bactam))\b"
)
_PERSON_HURT = re.compile(
    r"\b(?:bit|bite|bites|bitten|scratch|scratched|scratches|licked|kicked|stung|trampled|gored|thrown|fell off|allerg\w+|zoono\w+|litter|toxoplasm\w+|owners?|owning"
    r"|exposed to|exposure to|contact with|contact to|caught from|catch from|transmitted|transmission|hydatid|farmers?|rabies|psittacosis|toxocar\w+|keeps? \w+ at home"
    r"|human\w*|patients?|wom[ae]n|man|men|boy|girl|child|children|mice|models?|preclinical|genes?|chromosom\w+|therapy dog|guide dog|service dog|assistance dog)\b"
)


def about_an_animal(text: str) -> bool:
    """Whether a folded text asks about the care of an animal."""
    if _VET.search(text) or (_SUFFERS.search(text) and not re.search(r"\b(?:me|litter)\b", text)):
        return True
    asked = _PATIENT.search(text) or _FIRST.search(text) or (_KIND_OF.search(text) and _MEDICATED.search(text))
    return bool(asked) and not _PERSON_HURT.search(text)
