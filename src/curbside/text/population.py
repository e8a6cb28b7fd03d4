"""Whom a text speaks of, by its words."""

import re
from functools import lru_cache

from curbside.text.normalise import fold
from curbside.text.quantities import Quantity, quantities

_WORDS = {
    "adult": r"adults?|adulthood|grown-?ups?",
    "child": (
        r"child|children|childhood|kids?|paediatrics?|pediatrics?|paediatric|pediatric|boys?|girls?|toddlers?|"
        r"schoolchildren|preschoolers?|school-?age[d]?"
    ),
    "infant": r"infants?|infantile|infancy|bab(?:y|ies)",
    "neonate": r"neonates?|neonatal|newborns?|preterms?|premature (?:infants?|bab(?:y|ies))",
    "adolescent": r"adolescents?|adolescence|teenagers?|teens?|youths?",
    "elderly": r"elderly|geriatrics?|(?:older|frail) (?:adults?|people|persons?|patients?|individuals?|women|men)|nursing home residents?",
    "pregnancy": r"pregnan(?:t|cy|cies)|gestation(?:al)?|gravidas?|antenatal|prenatal|trimesters?|expectant mothers?",
    "lactation": r"lactation|lactating|breast-?feed(?:s|ing)?|breast-?fed|nursing mothers?|breast-?milk|human milk",
    "women": r"wom[ae]n|females?|girls?|ladies|lady|mothers?",
    "men": r"m[ae]n|males?|boys?|gentlem[ae]n|fathers?",
    "animal": (
        r"mouse|mice|rats?|murine|rodents?|dogs?|canines?|cats?|felines?|rabbits?|guinea[ -]pigs?|hamsters?|piglets?|"
        r"pigs?|swine|porcine|sheep|ovine|bovine|cattle|calves|cows?|goats?|horses?|equine|monkeys?|macaques?|primates?|"
        r"zebrafish|veterinary|poultry|chickens?|ferrets?"
    ),
}
_PATTERN = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()) + r")(?:'s|s')?(?!\w)"
)
# Words that hold one of the words above and mean something else; blanked before reading.
_NOT_MEANT = re.compile(
    r"""
    \b(?:non-?|not\ (?:currently\ )?)pregnan(?:t|cy)        | \bnot\ (?:breast-?feeding|lactating)
  | \bnon-?(?:lactating|breast-?feeding)   | \bpregnancy\ (?:test|tests|testing)
  | \b(?:adult|child|childhood|infant|infantile|adolescent|juvenile|elderly|neonatal)-onset
  | \b(?:male|female)-to-(?:female|male)   | \bchild-pugh | \bchild(?:'s)?\ (?:class|score|[abc]\b)
  | \b(?:mouse|murine|rabbit|rat|goat|sheep|ovine|bovine|porcine|equine|canine|chicken)[\ -](?:anti\w*|monoclonal|polyclonal|
      ig[a-z]*|immunoglobulins?|serum|heparin|insulin|protein|valves?|hepatitis|bites?|scratch\w*|dander|hair|fur|model\ antibod\w*|
      meat|milk|derived)
  | \b(?:dog|cat|rat|animal|monkey|horse)\ bites?          | \bcat[\ -]scratch | \bcat\ scans?
  | \b(?:child|patient|baby|infant|neonate|newborn|boy|girl)(?:'s|s')\ (?:mothers?|fathers?|parents?|carers?)
  | \bfemale\ (?:connector|catheter|condoms?|adapter)s?    | \bmale\ (?:connector|catheter|condoms?|adapter)s?
  | \bguinea-bissau | \b(?:papua\ new|equatorial|new)\ guinea  | \bsex\ with\ (?:wo)?men | \bhuman\ males?\ only
  | \bchild-?(?:resistant|proof)\b | \b(?:mother|father)\ (?:and|or)\ (?:father|mother)
    """,
    re.VERBOSE,
)
_YEARS = {"year": 1.0, "month": 1 / 12, "day": 1 / 365}


@lru_cache(maxsize=20_000)
def populations(text: str) -> frozenset[str]:
    """Subset of adult, child, infant, neonate, adolescent, elderly, pregnancy, lactation, women, men, animal.

    From the words and from ages ("6-year-old" is a child, "aged 65 years or older" elderly). Empty: it names no one,
    which is not the same as everyone. Postpartum is neither pregnancy nor lactation."""
    meant = _NOT_MEANT.sub(" ", fold(text))
    found = {name for match in _PATTERN.finditer(meant) for name in _both(match)}
    if (
        "neonate" in found
        and "infant" in found
        and not re.search(r"\binfan|\bbab(?:y|ies)", re.sub(r"premature \w+", "", meant))
    ):
        found.discard("infant")
    return frozenset(found | {name for quantity in quantities(text) for name in _of_age(quantity)})


def _both(match: re.Match[str]) -> tuple[str, ...]:
    """A girl is a child and female; a boy a child and male."""
    word = match[0]
    if word.startswith("girl"):
        return "child", "women"
    return ("child", "men") if word.startswith("boy") else (match.lastgroup or "",)


def _of_age(quantity: Quantity) -> tuple[str, ...]:
    """Groups an age lies in wholly; a bound counts as one end of a range."""
    if quantity.kind != "age" or quantity.unit not in _YEARS:
        return ()
    low, high = (float(end) * _YEARS[quantity.unit] for end in (quantity.low, quantity.high))
    if quantity.bound in ("at least", "above"):
        high = 120.0
    elif quantity.bound in ("at most", "below"):
        low = 0.0
    if low >= 65:
        return ("adult", "elderly")
    if low >= 18:
        return ("adult",)
    if high >= 18 and not (quantity.bound == "below" and high == 18):
        return ()
    if quantity.unit == "day" and high <= 28 / 365:
        return ("neonate",)
    return ("infant",) if high < 1 or (high == 1 and quantity.bound == "below") else ("child",)
