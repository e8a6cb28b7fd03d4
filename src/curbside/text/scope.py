"""Which words of a text stand in the scope of a negation: cues before and after, within one clause.

After NegEx (Chapman and others 2001) and ConText (Harkema and others 2009), with our own cues.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from curbside.text.analyse import STOP
from curbside.text.normalise import fold
from curbside.text.wordlist import wordlist

_PIECE = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]\w*(?:'[a-z]+)?|[.;:!?(),\n]")
_REACH = 8
"""Content words a cue reaches, at most."""

FORWARD = wordlist("no not never without neither nor cannot none hardly barely unlikely nothing non")
DENYING = wordlist(
    "avoid avoids avoiding avoided contraindicated contraindication contraindications withhold withholding withheld withholds "
    "stop stopping stopped discontinue discontinued discontinuing omit omitted forbidden prohibited refrain hold"
)
"""Verbs that deny what they govern; denied themselves, they deny nothing ("never stop steroids")."""
LEAVING = DENYING | wordlist(
    "delay delayed delaying exclude excluded excluding miss missed forget hesitate interrupt interrupted defer deferred "
    "postpone postponed exceed exceeding preclude precludes rule ruled restrict overlook underestimate"
)
"""The same and others that, denied, leave what they govern as it is ("do not delay surgery")."""
_PASSIVE = wordlist("be been is are was were being remain remains")
_REFUSED = wordlist(
    "recommended advised indicated given used needed required necessary appropriate advisable suitable licensed "
    "approved justified warranted permitted allowed prescribed administered started offered"
)
"""Participles that, denied, deny what stands before them ("live vaccines are not recommended")."""
_PAIRS = frozenset(
    [
        ("lack", "of"), ("absence", "of"), ("rather", "than"), ("instead", "of"), ("fails", "to"), ("failed", "to"),
        ("failing", "to"), ("fail", "to"), ("failure", "to"), ("free", "of"), ("devoid", "of"), ("no", "longer"),
    ]
)  # fmt: skip
_HARMLESS = frozenset(
    [
        ("not", "only"), ("no", "doubt"), ("no", "matter"), ("not", "just"), ("not", "merely"), ("not", "exceeding"),
        ("not", "uncommon"), ("not", "uncommonly"), ("not", "infrequently"),
    ]
)  # fmt: skip
_BOUNDS = wordlist("more less later earlier fewer greater longer higher lower")
"""After "no" or "not" and before "than" these make a bound, not a denial ("no more than 4 g")."""
_ENDS = wordlist("but however except although though unless until whereas while nevertheless because")
_HARD = frozenset(".;:!?()\n")
_NEW_CLAUSE = wordlist("and so then which who where as because if when this these it they we")
_FINITE = wordlist("had has have was were is are should may must can could did does will would")
_DETERMINERS = wordlist("no none neither nor nothing hardly barely of")
_OPENS_A_CUE = FORWARD | DENYING | {"against"} | {first for first, _ in _PAIRS}
_ADVISING = ("recommend", "advis", "suggest", "caution", "warn", "decid", "counsel", "evidence")


@dataclass(slots=True)
class Word:
    """One word of a text, folded. Not to be changed once read: readings are shared."""

    text: str
    denied: bool = False
    cue: bool = False
    """It is a negation itself."""
    clause: int = 0
    """Words with the same number stand in one clause."""

    @property
    def content(self) -> bool:
        """Whether it says something: neither a stop word nor a cue."""
        return self.text not in STOP and not self.cue


@lru_cache(maxsize=20_000)
def read(text: str) -> tuple[Word, ...]:
    """The words of a text in order, each with whether it stands denied. Punctuation is left out."""
    words = [Word(piece) for piece in _PIECE.findall(fold(text))]
    _clauses(words)
    words = [word for word in words if word.text not in _HARD and word.text != ","]
    for i, word in enumerate(words):
        if word.text in _OPENS_A_CUE or word.text.endswith("n't"):
            _apply(words, i, word)
    return tuple(words)


def _clauses(words: list[Word]) -> None:
    """Numbers the clauses. A comma divides unless it stands in a list that "or" or "nor" closes."""
    clause = 0
    for i, word in enumerate(words):
        if word.text in _HARD or word.text in _ENDS:
            clause += word.text not in ".,:" or i + 1 < len(words)
        elif word.text == "," and not _listing(words, i):
            clause += 1
        word.clause = clause


def _listing(words: list[Word], comma: int) -> bool:
    after = words[comma + 1].text if comma + 1 < len(words) else ""
    if after in ("or", "nor"):
        return True
    if after in _NEW_CLAUSE:
        return False
    for word in words[comma + 1 : comma + 14]:
        if word.text in _HARD or word.text in _ENDS:
            return False
        if word.text in ("or", "nor"):
            return True
    return False


def _text(words: list[Word], i: int) -> str:
    return words[i].text if 0 <= i < len(words) else ""


def _apply(words: list[Word], i: int, word: Word) -> None:
    """Marks what the cue at `i` denies, when there is one."""
    then = _text(words, i + 1)
    if (word.text, then) in _PAIRS:
        word.cue = words[i + 1].cue = True
        _deny_forward(words, i + 1)
    elif word.text in FORWARD or word.text.endswith("n't"):
        if word.cue or _harmless(words, i):
            return
        word.cue = True
        _deny_forward(words, i)
        if word.text == "unlikely" and then != "to":
            _deny_back(words, i)
    elif word.text == "against" and any(_text(words, k).startswith(_ADVISING) for k in range(i - 3, i)):
        word.cue = True
        _deny_forward(words, i)
    elif word.text in DENYING and not word.denied:
        _deny_by_verb(words, i)


def _harmless(words: list[Word], i: int) -> bool:
    """Whether the cue denies nothing here: "not only", "no more than", "with or without", "whether or not", "no. 5"."""
    pair, then = (_text(words, i), _text(words, i + 1)), _text(words, i + 2)
    if pair in _HARMLESS or (pair[0] in ("no", "not") and pair[1] in _BOUNDS and then == "than"):
        return True
    if pair[0] == "no" and pair[1][:1].isdigit():
        return True
    return _text(words, i - 1) == "or" and (_text(words, i - 2), pair[0]) in (("with", "without"), ("whether", "not"))


def _deny_forward(words: list[Word], i: int) -> None:
    reached, single = 0, words[i].text == "non"
    for k in range(i + 1, len(words)):
        word = words[k]
        if word.clause != words[i].clause or reached == (1 if single else _REACH):
            return
        if word.text in FORWARD and word.text not in ("nor", "neither"):
            return
        if reached and _new_verb(words, k, words[i].text):
            return
        word.denied = True
        reached += word.content
        if word.text in _REFUSED and k - i <= 4:
            _deny_back(words, i)
        if word.text in LEAVING:
            return


def _new_verb(words: list[Word], k: int, cue: str) -> bool:
    """Whether a statement of its own begins at `k`: "patients without fever | had ...", "did not fall | and improved"."""
    then = _text(words, k + 1)
    if words[k].text == "and" and (then.endswith("ed") or then in _FINITE):
        return True
    return words[k].text in _FINITE and cue not in _DETERMINERS


def _deny_by_verb(words: list[Word], i: int) -> None:
    """ "Avoid X" denies X; "X is contraindicated", "X should be avoided" deny what stands before."""
    passive = _text(words, i - 1) in _PASSIVE or _text(words, i - 2) in _PASSIVE
    if words[i].text.startswith("contraindicat") or passive:
        _deny_back(words, i)
        return
    if words[i].text == "hold" and _text(words, i + 1) in ("that", "for", "true", "a", ""):
        return
    for k in range(i + 1, min(len(words), i + 1 + _REACH)):
        if words[k].clause != words[i].clause or words[k].text in FORWARD:
            return
        words[k].denied = True


def _deny_back(words: list[Word], i: int) -> None:
    reached = 0
    for k in range(i - 1, -1, -1):
        if words[k].clause != words[i].clause or reached == _REACH:
            return
        words[k].denied = True
        reached += words[k].content
