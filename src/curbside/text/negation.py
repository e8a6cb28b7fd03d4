"""Negation and direction: which words stand denied, and which way a sentence points."""

import re
from collections.abc import Sequence
from functools import lru_cache

from curbside.text.analyse import stem
from curbside.text.scope import DENYING, LEAVING, Word, read
from curbside.text.wordlist import wordlist

_UP = re.compile(
    r"rais(?:ed?|es|ing)|high(?:er|est)|increas\w+|more|greater|longer|ris(?:e|es|en|ing)|rose|elevat\w+|doubl(?:ed|es|ing)|grew"
)
_DOWN = re.compile(
    r"lower(?:ed|s|ing)?|lowest|reduc\w+|decreas\w+|fewer|less|shorter|shorten\w*|fell|fall(?:s|en|ing)?|declin\w+|"
    r"drop(?:s|ped)?|halv\w+|diminish\w*"
)
_BETTER = re.compile(r"improv\w+|benefit\w*|beneficial|better|superior|superiority|ameliorat\w+")
_WORSE = re.compile(r"worse\w*|worst|harm(?:s|ed|ful|ing)?|deteriorat\w+|inferior|inferiority|detriment\w*")
_NONE = re.compile(r"similar\w*|comparable|unchanged|equivalent|unaffected|noninferior\w*|nonsignificant\w*")
_DENIED_NONE = re.compile(
    r"differ\w*|effects?|affect\w*|chang\w+|associat\w+|impacts?|influenc\w+|significan\w+|advantages?"
)
_FOR = re.compile(
    r"recommend\w*|should|indicated|suggest\w*|offer(?:ed)?|gives?|given|use|start|continue|administer(?:ed)?|prefer\w*"
)
_BODY = re.compile(
    r"limbs?|extremit\w+|respiratory|abdom\w+|back|limits?|legs?|urinary|gastrointestinal|airways?|lobes?|quadrants?"
)
_DOSES = re.compile(r"doses?|dosages?|dosing|strength")
_DESCRIBED = re.compile(r"ejection|renal|kidney|hepatic|liver|mobility")
_FOUND_BY = re.compile(r"results?|data|findings?|evidence|stud(?:y|ies)|trials?|analys[ei]s|symptoms?|this|these|that")
_POINTING = (_UP, _DOWN, _BETTER, _WORSE, _NONE, _DENIED_NONE, _FOR)
_NOUNED = wordlist("of alcohol drug drugs illicit tobacco steroid opioid long-term the their its concomitant")
_NUMBER = re.compile(r"\d|one$|two$|three$|four$|five$|six$|seven$|eight$|nine$|ten$|or$|equal$|half$")


@lru_cache(maxsize=20_000)
def polarity(text: str) -> frozenset[tuple[str, bool]]:
    """Every content stem with whether it stands in the scope of a negation; a stem may stand both ways.

    The cues themselves ("not", "without") are left out; a verb that denies ("avoid") is a content word. A negation
    that denies such a verb ends there: of "never stop steroids" only "stop" is denied. Hedged denial ("not
    necessarily") counts as denial; "not only" and "no more than" do not."""
    return frozenset((stem(word.text), word.denied) for word in read(text) if word.content)


def negated(text: str) -> frozenset[str]:
    """Stems that stand negated."""
    return frozenset(stem for stem, denied in polarity(text) if denied)


@lru_cache(maxsize=20_000)
def directions(text: str) -> frozenset[str]:
    """Subset of up, down, none, better, worse, for, against. A denied effect is "none"; denied advice turns round.

    Empty: it points nowhere. Bounds ("less than 30"), doses ("higher dose") and places ("lower limb") are no effects.
    "Not contraindicated" is neither for nor against."""
    words = read(text)
    return frozenset(way for i, word in enumerate(words) if _can_point(word.text) for way in _way(words, i))


@lru_cache(maxsize=20_000)
def _can_point(word: str) -> bool:
    """Whether any rule of `_way` could read the word: few words of a text can be, and each is looked at once."""
    listed = word in DENYING or word in ("shouldn't", "should", "must", "against")
    return listed or any(pattern.fullmatch(word) for pattern in _POINTING)


def _way(words: Sequence[Word], i: int) -> tuple[str, ...]:
    word = words[i]
    if word.text == "shouldn't" or (word.text in ("should", "must") and _near(words, i + 1) in ("not", "never")):
        left_alone = any(w.denied and w.text in LEAVING and w.clause == word.clause for w in words[i + 1 : i + 6])
        return () if left_alone else ("against",)
    if word.cue and word.text != "against":
        return ()
    for way, pattern in (("up", _UP), ("down", _DOWN), ("better", _BETTER), ("worse", _WORSE)):
        if pattern.fullmatch(word.text):
            effect = way in ("better", "worse") or not _no_effect(words, i)
            denied = word.denied or any(w.denied and w.text.startswith("significan") for w in words[max(0, i - 2) : i])
            return (("none" if denied else way),) if effect else ()
    if _NONE.fullmatch(word.text):
        return ("none",) if not word.denied else ()
    if word.denied and _DENIED_NONE.fullmatch(word.text):
        return ("none",)
    if word.text in DENYING or (word.text == "against" and word.cue):
        return _denying(word)
    if _FOR.fullmatch(word.text) and _advises(words, i):
        return ("against",) if word.denied else ("for",)
    return ()


def _denying(word: Word) -> tuple[str, ...]:
    if not word.denied:
        return ("against",)
    return () if word.text.startswith("contraindicat") else ("for",)


def _near(words: Sequence[Word], i: int) -> str:
    return words[i].text if 0 <= i < len(words) else ""


def _no_effect(words: Sequence[Word], i: int) -> bool:
    """Whether a comparative is a bound, a dose, a part of the body or a state rather than an effect."""
    before, then, second = _near(words, i - 1), _near(words, i + 1), _near(words, i + 2)
    if then == "than" and _NUMBER.match(second):
        return True
    if (
        before in ("or", "and")
        and i >= 2
        and (_NUMBER.match(_near(words, i - 2)) or _NUMBER.match(_near(words, i - 3)))
    ):
        return True
    if before in ("no", "not") and then == "than":
        return True
    if _DOSES.fullmatch(then) or _DOSES.fullmatch(second):
        return True
    if words[i].text.startswith("lower") and _BODY.fullmatch(then):
        return True
    return words[i].text in ("reduced", "decreased") and bool(_DESCRIBED.fullmatch(then))


def _advises(words: Sequence[Word], i: int) -> bool:
    """Whether a word of advice is for what follows: not "should be avoided", "recommend against", "data suggest"."""
    word, before = words[i], _near(words, i - 1)
    if any(_turned(words, i, k) for k in range(i + 1, min(len(words), i + 6))):
        return False
    if word.text.startswith("suggest"):
        return not _FOUND_BY.fullmatch(before)
    if word.text == "use":
        return _near(words, i + 1) not in _NOUNED and before not in _NOUNED
    return True


def _turned(words: Sequence[Word], i: int, k: int) -> bool:
    there = words[k]
    return there.clause == words[i].clause and (there.text in DENYING or (there.text == "against" and there.cue))
