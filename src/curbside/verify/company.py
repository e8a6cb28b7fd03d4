"""The company a word keeps: the words to its left and right, and whether another word keeps it better.

Two opposites, or two drugs, can stand in one line. What tells which of them a claim means is where it stands: "stopped
6 weeks before conception" keeps the company that "before" keeps in the source, "stopped 6 weeks after conception" does
not.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from curbside.text.analyse import STOP, stem
from curbside.text.normalise import fold
from curbside.text.wordlist import wordlist

REACH = 4
"""Words of company looked at on either side."""
ENOUGH = 3
"""Company less than this is chance."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*|;")
_DENIALS = wordlist("not no never without cannot none")
_KEPT = _DENIALS | {"with"}
"""Words kept among the company though the analyser drops some of them: they say which way a sentence goes."""
_AXES = (
    ("before prior", "after following", "within"),
    (
        "increase increased increases increasing raise raised raises raising higher more rise rises rose elevated",
        "reduce reduced reduces reducing lower lowered lowers decrease decreased decreases less fewer fall fell declined",
    ),
    ("better improve improved improves", "worse worsen worsens worsened"),
    ("stop stopped stopping hold held withhold withheld avoid avoided discontinue", "continue continued start started use used give given resume"),
    ("indicated", "contraindicated"),
    ("with", "without"),
    ("above over", "below under"),
    ("least", "most"),
    ("later", "earlier"),
    ("older", "younger"),
    ("adult adults", "child children childhood", "neonate neonates infant infants"),
    ("pregnant pregnancy", "childhood", "breast breastfeeding lactation lactating"),
    ("recommend recommends recommended", "suggest suggests suggested"),
)  # fmt: skip
"""Opposites: words of one group say another thing than those of the groups beside it."""
_SIDES: dict[str, frozenset[tuple[int, int]]] = {}
for _axis, _groups in enumerate(_AXES):
    for _side, _group in enumerate(_groups):
        for _word in map(stem, _group.split()):
            _SIDES[_word] = _SIDES.get(_word, frozenset()) | {(_axis, _side)}


@dataclass(frozen=True, slots=True)
class Place:
    """A word (its stem, or the preferred name of a drug) and its company on either side, nearest first."""

    word: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    def like(self, other: "Place") -> int:
        """How much of the company is the same: words on the same side, the nearest counted twice."""
        near = (self.left[:1] == other.left[:1]) + (self.right[:1] == other.right[:1])
        return len({*self.left} & {*other.left}) + len({*self.right} & {*other.right}) + near


def words_of(text: str) -> list[str]:
    """The words of a text in order, stems."""
    return [stem(word) for word in _WORD.findall(fold(text)) if word in _KEPT or word not in STOP]


def words_with(text: str, named: Iterable[tuple[int, int, str]]) -> list[tuple[str, bool]]:
    """The same, where each span (start, end, word) is one word and is marked as such: a drug."""
    found: list[tuple[str, bool]] = []
    done = 0
    for start, end, name in named:
        found += [(word, False) for word in words_of(text[done:start])]
        found.append((name, True))
        done = end
    return found + [(word, False) for word in words_of(text[done:])]


def place_at(words: list[str], i: int, after: int) -> Place:
    """The place at `i`, its company on the right beginning at `after`."""
    left = tuple(reversed(words[max(0, i - REACH) : i]))
    return Place(words[i] if after > i else "", left, tuple(words[after : after + REACH]))


def outdone(here: Place, among: Iterable[Place], own: Callable[[str], bool]) -> Place | None:
    """The place where another word keeps this company better than any of its own does; None when there is none."""
    mine, theirs, best = 0, 0, None
    for there in among:
        like = here.like(there)
        if own(there.word):
            mine = max(mine, like)
        elif like > theirs:
            theirs, best = like, there
    return best if theirs > mine and theirs >= ENOUGH else None


@lru_cache(maxsize=20_000)
def _turning(text: str) -> tuple[Place, ...]:
    """The places of words that have an opposite, and of denials."""
    words = words_of(text)
    return tuple(place_at(words, i, i + 1) for i, word in enumerate(words) if word in _SIDES or word in _DENIALS)


@lru_cache(maxsize=20_000)
def _gaps(text: str) -> tuple[Place, ...]:
    """The places between two words where no denial stands."""
    words = words_of(text)
    return tuple(
        place_at(words, i, i) for i in range(len(words) + 1) if _DENIALS.isdisjoint(words[max(0, i - 1) : i + 1])
    )


def turned(text: str, lines: tuple[str, ...]) -> tuple[str, str] | None:
    """The first word that stands where the lines have its opposite, and that; "" when they have no denial there."""
    among = tuple(there for line in lines for there in _turning(line))
    for here in _turning(text):
        for axis, side in sorted(_SIDES.get(here.word, ())):
            rivals = (there for there in among if any(other == axis for other, _ in _SIDES.get(there.word, ())))
            other = outdone(here, rivals, lambda word, at=(axis, side): at in _SIDES[word])  # type: ignore[misc]
            if other:
                return here.word, other.word
        if here.word in _DENIALS:
            denied = [there for there in among if there.word in _DENIALS]
            open_places = (there for line in lines for there in _gaps(line))
            if outdone(here, (*denied, *open_places), _DENIALS.__contains__):
                return here.word, ""
    return None
