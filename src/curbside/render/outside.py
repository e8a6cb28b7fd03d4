"""Text from outside (questions, papers, models), made safe to print.

What is stored, and the values sent as JSON, keep every character.
"""

import re

from curbside.text.normalise import squeeze

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200e\u200f\u2028-\u202e\u2061-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_EVERYWHERE = re.compile(r"[\\`*_\[\]|~$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_LINK = re.compile(r"(?<=:)//|(?<=www)\.", re.IGNORECASE)
_LINE_START = re.compile(r"^(?:([-+#>=:])|(\d+)([.)]))")
_ADDRESS = re.compile(r"https?://[!#-;=?-Z\]_a-z~\[]+")


def visible(text: str) -> str:
    """One line without anything a terminal or a page would obey: control characters, escapes, direction
    overrides and half characters are printed as pictures or code points; invisible characters go."""
    return _UNPRINTABLE.sub(_picture, _INVISIBLE.sub("", squeeze(text)))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def markdown(text: str, starts_line: bool = False) -> str:
    """`visible(text)` that Markdown (CommonMark and GitHub's) renders as these very characters: no markup,
    no HTML, no links. `starts_line`: nothing of ours stands before it on its line."""
    safe = _EVERYWHERE.sub(lambda m: "\\" + m.group(), visible(text))
    safe = _LINK.sub(lambda m: "\\" + m.group(), safe)
    if not starts_line:
        return safe
    return _LINE_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", safe)


def address(url: str | None) -> str | None:
    """The address when it is a plain http or https one, in printable ASCII; else None: it is not to be followed."""
    return url if url is not None and _ADDRESS.fullmatch(url) else None


def json_safe(text: str) -> str:
    """JSON text (already escaped by the encoder) in which no character is obeyed by a terminal; same value."""
    return _UNPRINTABLE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x0A:
        return "\n"
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"
