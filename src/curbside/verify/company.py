"""The company a word keeps: the words to its left and right, and in which line another word keeps it better.

Two opposites, or two drugs, can stand in one line. What tells which of them a claim means is where it stands: "stopped
6 weeks before conception" keeps the company that "before" keeps in the source, "stopped 6 weeks after conception" does
not.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from curbside.text.analyse import STOP, stem
from curbside.text.normalise import fold
from curbside.text.wordlist import wordlist

REACH = 4
"""Words of company looked at on either side."""
_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*|;")
_KEPT = wordlist("with without not no")
"""Words that the analyser drops or that are cues, and that say here which way a sentence goes."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word (stem, or a drug's preferred name) and its company, nearest first."""

    word: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    def like(self, other: "Place") -> int:
        """How much of the company is the same: words on the same side, the nearest counted twice."""
        near = (self.left[:1] == other.left[:1]) + (self.right[:1] == other.right[:1])
        return len(set(self.left) & set(other.left)) + len(set(self.right) & set(other.right)) + near


def places(text: str, named: Iterable[tuple[int, int, str]]) -> tuple[Place, ...]:
    """Every word of a text in its place. `named`: spans that are one word, with the word they are (drugs)."""
    words = _words(text, tuple(named))
    return tuple(
        Place(word, tuple(reversed(words[max(0, i - REACH) : i])), tuple(words[i + 1 : i + 1 + REACH]))
        for i, word in enumerate(words)
    )


def _words(text: str, named: tuple[tuple[int, int, str], ...]) -> list[str]:
    found = [(start, word) for start, _, word in named]
    for match in _WORD.finditer(text):
        word = fold(match[0])
        if word and (word in _KEPT or word not in STOP) and not any(start <= match.start() < end for start, end, _ in named):
            found.append((match.start(), stem(word)))
    return [word for _, word in sorted(found)]


def outdone(place: Place, among: Iterable[Place], own: Callable[[str], bool], other: Callable[[str], bool]) -> int:
    """By how much the best company of another word beats that of its own in the lines; 0 or less: it does not."""
    mine = theirs = 0
    for there in among:
        if own(there.word):
            mine = max(mine, place.like(there))
        elif other(there.word):
            theirs = max(theirs, place.like(there))
    return theirs - mine
