"""The one analyser: both indexes, understanding and selection see the same terms."""

import re
from functools import lru_cache

import Stemmer

from curbside.text.normalise import fold

ANALYSER = "english-2"
"""Names this analyser; an index built by another one is rebuilt."""

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
STOP = frozenset(
    """
    a an and are as at be been by can could did do does for from had has have having how if in into is it its may
    might must of on or shall should so such than that the their them then there these they this those to was we were
    what when where which who whom why will with would you your i my me our us he she his her him am being about also
    any both each per
    """.split()  # noqa: SIM905 - a word list reads better as words
)
_SPELLINGS = (
    ("haem", "hem"),
    ("ae", "e"),
    ("oe", "e"),
    ("ising", "izing"),
    ("isation", "ization"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("lysing", "lyzing"),
    ("lysed", "lyzed"),
    ("lyse", "lyze"),
    ("mour", "mor"),
    ("sulph", "sulf"),
)
"""British to American, so that "necrotising oedema" and "necrotizing edema" are one pair of terms. The result need not
be a word: both spellings only have to meet."""
_ALIKE = {
    "pregnant": "pregnancy",
    "children": "child",
    "women": "woman",
    "men": "man",
    "mice": "mouse",
    "teeth": "tooth",
    "feet": "foot",
}
"""Words that the stemmer keeps apart though they speak of the same."""
_ENGLISH = Stemmer.Stemmer("english", 0)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """English stem (Snowball) of one folded word, British and American spelling alike; numbers stay as they are."""
    if word[0].isdigit():
        return word
    word = _ALIKE.get(word, word)
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return str(_ENGLISH.stemWord(word))


def words(text: str) -> tuple[str, ...]:
    """Folded words and numbers of a text, in order, stop words included."""
    return tuple(_WORD.findall(fold(text)))


def analyse(text: str) -> tuple[str, ...]:
    """Search terms of a text, in order, with repeats: folded, stop words dropped, stemmed. Empty for no words.

    "no" and "not" are kept. Hyphenated words come apart; a decimal number stays one term."""
    return tuple(stem(word) for word in words(text) if word not in STOP)
