"""Folding text for comparison. Never used on what is shown: quoted words stay as they stand."""

import re
import unicodedata

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " "
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LOOKALIKE = {ord("µ"): "μ", ord("’"): "'", ord("‘"): "'", ord("“"): '"', ord("”"): '"', ord("×"): "x", ord("·"): "."}
_FOLD = {**_DASHES, **_SPACES, **_INVISIBLE, **_LOOKALIKE}


def nfc(text: str) -> str:
    """Canonical composition; what every held text is in."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case, one kind of dash, space, quote and micro sign, no invisible characters.

    Length may change; offsets into the result are not offsets into the argument."""
    return text.lower() if text.isascii() else nfc(text).translate(_FOLD).casefold()


def squeeze(text: str) -> str:
    """Runs of white space become one space; none at the ends."""
    return re.sub(r"\s+", " ", text).strip()
