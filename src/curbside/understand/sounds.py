"""How a word sounds, roughly: two spellings of one sound are likely one word misspelt."""

import re

_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^pn", "n"),
        (r"^ps", "s"),
        (r"^x", "s"),
        (r"ph", "f"),
        (r"qu", "k"),
        (r"x", "ks"),
        (r"ch|ck", "k"),
        (r"sc(?=[eiy])", "s"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"z", "s"),
        (r"h", ""),
        (r"[aeiouy]+", "a"),
        (r"(.)\1+", r"\1"),
    )
)


def sound(word: str) -> str:
    """Letters of one sound become one letter, every run of vowels becomes "a", h is silent. Lower case in and out."""
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word
