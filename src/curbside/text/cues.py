"""Words around a figure that say what it is: a bound, an age, a ratio, a p value, a label."""

from curbside.text.tokens import Token, glued
from curbside.text.wordlist import wordlist

_ABOVE = wordlist("more greater higher older longer larger bigger later heavier")
_BELOW = wordlist("less fewer lower younger shorter smaller earlier lighter")
_UP = _ABOVE | wordlist("above over up upwards upward")
_DOWN = _BELOW | wordlist("below under down")
_SIGNS = {">": "above", "<": "below", "≥": "at least", "≤": "at most"}
_SIGNS |= {">=": "at least", "=>": "at least", "<=": "at most", "=<": "at most", "≯": "at most", "≮": "at least"}
_NOT = wordlist("not no never without nor cannot")
_APPROXIMATE = wordlist("the a an about approximately approx around roughly ~ ≈ age ages of = : total some")
_DOSE_WORDS = wordlist(
    "of dose doses dosage daily single total is : = recommended the a to per day ( ) , be cumulative"
)
_PEOPLE = wordlist(
    "adults children patients women men people infants individuals persons adolescents girls boys those subjects "
    "participants neonates newborns toddlers teenagers"
)
_RATIO_SIGNS = wordlist("OR RR HR aOR aHR aRR IRR aIRR PR SHR sHR SIR SMR ORs HRs RRs ROR")
_SOFT = wordlist("= : , ( ) [ ] ; of was were is are a the for with ≈ ~")

_CHANGING = tuple(
    wordlist(
        "increas decreas reduc titrat taper ros rise fell fall rais lower chang escalat switch declin drop improv went "
        "step wean grew down up"
    )
)


def bound_before(tokens: list[Token], i: int) -> tuple[str, int, str]:
    """("at least", index of the cue, cue word) for the figure at token `i`; ("", i, "") when nothing bounds it."""
    k = i - 1
    for _ in range(5):
        found = _bound_ending(tokens, k)
        if found:
            return found
        if tokens[k].low not in _APPROXIMATE:
            break
        k -= 1
    return _limit(tokens, i)


def _bound_ending(tokens: list[Token], k: int) -> tuple[str, int, str] | None:
    word, before = tokens[k], tokens[k - 1]
    if word.raw in _SIGNS:
        return _SIGNS[word.raw], k, word.raw
    if word.raw == "=" and before.low == "or" and tokens[k - 2].raw in "<>" and tokens[k - 2].raw:
        return ("at least" if tokens[k - 2].raw == ">" else "at most"), k - 2, "="
    if word.low == "to" and before.low == "equal" and tokens[k - 2].low == "or":
        return _than(tokens, k - 3 if tokens[k - 3].low == "than" else k - 2, equal=True)
    if word.low == "than":
        return _than(tokens, k, equal=False)
    if (before.low, word.low) in (("at", "least"), ("at", "most"), ("up", "to")):
        return ("at least" if word.low == "least" else "at most"), k - 1, word.low
    if word.low in ("above", "over", "exceeding", "exceeds", "exceed", "exceeded", "beyond"):
        denied = before.low in _NOT or (before.low == "to" and tokens[k - 2].low in _NOT)
        return ("at most" if denied else "above"), k, word.low
    if word.low in ("below", "under"):
        return ("at least" if before.low in _NOT else "below"), k, word.low
    return ("at most", k, "within") if word.low == "within" else None


def _than(tokens: list[Token], k: int, equal: bool) -> tuple[str, int, str] | None:
    """`k` is the token "than", or the one after the comparative when there is no "than"."""
    word = tokens[k - 1].low
    if word not in _ABOVE | _BELOW:
        return None
    up, denied = word in _ABOVE, tokens[k - 2].low in _NOT
    if denied:
        return ("at most" if up else "at least"), k - 2, word
    if equal:
        return ("at least" if up else "at most"), k - 1, word
    return ("above" if up else "below"), k - 1, word


def _limit(tokens: list[Token], i: int) -> tuple[str, int, str]:
    """ "maximum daily dose of 4 g", "do not exceed a total of 4 g"."""
    for k in range(i - 1, i - 8, -1):
        low = tokens[k].low
        if low in ("maximum", "max", "maximal", "minimum", "minimal"):
            return ("at most" if low.startswith("max") else "at least"), k, low
        if low in ("exceed", "exceeding", "exceeds"):
            denied = any(tokens[n].low in _NOT for n in range(k - 3, k))
            return ("at most" if denied else "above"), k, low
        if low not in _DOSE_WORDS and low != ".":
            break
    return "", i, ""


def bound_after(tokens: list[Token], j: int) -> tuple[str, int, str]:
    """The same for what follows ("65 years or older", "65+", "4 g maximum"): bound, index after it, cue word."""
    here, then = tokens[j], tokens[j + 1]
    if (here.low, then.low) == ("of", "age"):
        j, here, then = j + 2, tokens[j + 2], tokens[j + 3]
    elif here.low == "old":
        j, here, then = j + 1, tokens[j + 1], tokens[j + 2]
    if here.low in ("or", "and") and then.low in _UP | _DOWN and tokens[j + 2].low != "than":
        return ("at least" if then.low in _UP else "at most"), j + 2, then.low
    if here.raw == "+" and glued(tokens[j - 1], here) and then.kind != "number" and then.raw != "/":
        return "at least", j + 1, "+"
    limits = here.low in ("maximum", "max", "minimum") and then.kind != "number"
    if limits and then.low not in ("of", "dose", "daily", "single", "total", ":"):
        return ("at most" if here.low.startswith("max") else "at least"), j + 1, here.low
    return "", j, ""


def speaks_of_age(tokens: list[Token], i: int, j: int, cues: tuple[str, str]) -> bool:
    """Whether the figure in tokens [i, j), counted with its bound words, is an age."""
    if {"older", "younger"} & set(cues):
        return True
    k = j + 1 if tokens[j].raw == "-" else j
    if tokens[k].low in ("old", "olds", "yo") or (tokens[j].low, tokens[j + 1].low) == ("of", "age"):
        return True
    if tokens[j].raw == "/" and tokens[j + 1].low == "o":
        return True
    for k in range(i - 1, i - 6, -1):
        if tokens[k].low in ("aged", "age", "ages"):
            return tokens[k + 1].raw != "-"
        if tokens[k].low not in _APPROXIMATE | {"was", "is", "years", "between", "from", "at", "median", "mean", ","}:
            break
    return False


def follows_between(tokens: list[Token], i: int) -> bool:
    """Whether "between" opens the pair of figures whose first is token `i` ("between the ages of 18 and 65")."""
    k = i - 1
    while tokens[k].low in ("the", "age", "ages", "of", "about"):
        k -= 1
    return tokens[k].low == "between"


def follows_people(tokens: list[Token], i: int) -> bool:
    """Whether the word before token `i` (past "between", "from") names people."""
    k = i - 2 if tokens[i - 1].low in ("between", "from", "who", "are") else i - 1
    return tokens[k].low in _PEOPLE


def ratio_or_p(tokens: list[Token], i: int, decimal: bool) -> str:
    """ "p", "ratio" or "": what the words before a figure without a unit say it is.

    A ratio's name may stand further off ("the hazard ratio for death was 0.79"), if the figure has decimals."""
    k = i - 1
    while tokens[k].raw in ("=", "<", ">", "≤", "≥", "<=", ">=", "-", ":") or tokens[k].low in (
        "of",
        "was",
        "is",
        "than",
        "less",
    ):
        k -= 1
    if tokens[k].low == "p" or (tokens[k].low in ("value", "values") and "p" in (tokens[k - 1].low, tokens[k - 2].low)):
        return "p"
    if (
        tokens[k].low in ("trend", "interaction", "heterogeneity")
        and tokens[k - 1].low == "for"
        and tokens[k - 2].low == "p"
    ):
        return "p"
    for step in range(10):
        k = i - 1 - step
        token = tokens[k]
        if token.raw in _RATIO_SIGNS or token.low in ("ratio", "ratios") or _relative_risk(tokens, k):
            return "ratio"
        if token.kind in ("number", "") or token.raw in (".", ";") or (not decimal and token.raw not in _SOFT):
            break
        if step > 2 and not decimal:
            break
    return ""


def _relative_risk(tokens: list[Token], k: int) -> bool:
    return tokens[k].low in ("risk", "risks") and tokens[k - 1].low == "relative"


def changes(tokens: list[Token], i: int) -> bool:
    """Whether "from" before token `i` belongs to a change ("reduced from 5 mg to 10 mg"): two figures, no range."""
    if tokens[i - 1].low != "from":
        return False
    return any(tokens[k].low.startswith(_CHANGING) for k in range(i - 2, i - 9, -1))
