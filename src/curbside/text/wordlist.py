"""Lists of words, written as words."""


def wordlist(text: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(text.split())
