"""The one analyser: both indexes, understanding and selection see the same terms."""

import re
from functools import lru_cache

import Stemmer

from curbside.text.normalise import fold

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_STOP = frozenset(
    "a an and are as at be been by can could did do does for from had has have having how if in into is it its may might "
    "must of on or shall should so such than that the their them then there these they this those to was we were what "
    "when where which who whom why will with would you your i my me our us he she his her him am being about also any "
    "both each per".split()
)
_ENGLISH = Stemmer.Stemmer("english", 0)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """English stem (Snowball) of one folded word; numbers stay as they are."""
    return word if word[0].isdigit() else str(_ENGLISH.stemWord(word))


def analyse(text: str) -> tuple[str, ...]:
    """Search terms of a text, in order, with repeats: folded, stop words dropped, stemmed. Empty for no words.

    "no" and "not" are kept. Hyphenated words come apart; a decimal number stays one term."""
    return tuple(stem(word) for word in _WORD.findall(fold(text)) if word not in _STOP)
