"""Marked-up text becomes plain text: what a reader sees, with nothing glued to a figure that is not part of it.

Citation and footnote marks that stand as superscripts are dropped ("12 mg" must not become "12 mg3"); citations
printed in the line ("[3]") stay. A raised figure is written with a caret after a digit (10^9), plain in m2 and its
like, in raised digits after any other word (I²), and not at all after a full stop or comma, where it can only be a
mark. A lowered figure after a digit has an underscore. A raised footnote letter has a caret (12.3^a): it must not be
read as a unit. A formula or sign that is only a picture leaves "[formula]" or "[image]": a reader must see that
something stood there.
"""

import re
from collections.abc import Callable

from lxml import etree

from curbside.errors import UnreadableSource
from curbside.sources.xml import Element
from curbside.text.normalise import nfc, squeeze

Out = list[str]
Aside = list[Element]
"""Elements that stand inside a sentence but are read after it: floats, inline footnotes."""

_ASIDE = frozenset(
    ("table-wrap", "table-wrap-group", "fig", "fig-group", "boxed-text", "fn", "table-wrap-foot", "floats-group")
)
_DROPPED = frozenset(
    [
        "supplementary-material",
        "media",
        "graphic",
        "object-id",
        "permissions",
        "alt-text",
        "long-desc",
        "index-term",
        "tex-math",
        "annotation",
        "annotation-xml",
        "related-object",
    ]
)
_SPACED = frozenset(
    [
        "p",
        "list",
        "list-item",
        "def-list",
        "def-item",
        "def",
        "term",
        "title",
        "td",
        "th",
        "tr",
        "break",
        "disp-quote",
        "attrib",
        "verse-line",
        "sec",
    ]
)
_MARKS = frozenset(("table-fn", "fn", "author-notes", "corresp", "aff"))
_ONLY_MARKS = re.compile(r"[\s,;:.\-‐–—()\[\]]*")
_ORDINAL = frozenset(("st", "nd", "rd", "th"))
_DROPPED_MARK = "\x00"
"""Stands where a mark was dropped, until the brackets it leaves empty are gone. No XML can hold this character."""
_EMPTIED = re.compile(r"\s?[(\[][\s,;–\x00-]*\x00[\s,;–\x00-]*[)\]]")
_FIGURES = re.compile(r"\d[\d,;–-]*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_AREA = re.compile(r"(?:^|[^A-Za-zµμ])(?:[kcdmnµμ]?m|in|ft)$")
_FOOTNOTE_LETTERS = re.compile(r"[a-z](?:[,; ]+[a-z])*")
_TEX_BODY = re.compile(r"\\begin\{document\}\s*\$*(.*?)\$*\s*\\end\{document\}", re.DOTALL)


def flat(element: Element | None, aside: Aside | None = None) -> str:
    """Visible text of an element, NFC, runs of white space made one space; "" for None.

    Floats and inline footnotes go to `aside` in order, or are left out without one."""
    if element is None:
        return ""
    out: Out = []
    _gather(element, out, [] if aside is None else aside)
    text = "".join(out)
    if _DROPPED_MARK in text:
        text = _EMPTIED.sub("", text).replace(_DROPPED_MARK, "")
    return nfc(squeeze(text))


def _gather(element: Element, out: Out, aside: Aside) -> None:
    if element.text:
        out.append(element.text)
    for child in element:
        _element(child, out, aside)
        if child.tail:
            out.append(child.tail)


def _element(child: Element, out: Out, aside: Aside) -> None:
    tag: object = child.tag
    if not isinstance(tag, str):
        if tag is etree.Entity:
            raise UnreadableSource(f"holds {child.text}, which nothing here defines")
        return
    special = _SPECIAL.get(tag)
    if special is not None:
        special(child, out, aside)
    elif tag in _ASIDE:
        aside.append(child)
    elif tag in _SPACED:
        out.append(" • " if tag == "list-item" else " ")
        _gather(child, out, aside)
        out.append(" ")
    elif tag.endswith("}math"):
        out.append(_math(child))
    elif tag not in _DROPPED:
        _gather(child, out, aside)


def _raised(child: Element, out: Out, aside: Aside) -> None:
    inner: Out = []
    _gather(child, inner, aside)
    text = "".join(inner)
    marked = any(x.get("ref-type") in _MARKS or x.get("ref-type") in ("bibr", "ref") for x in child.iter("xref"))
    if marked:
        text = "".join(_outside_marks(child))
        if not _tail(out)[-1:].isdigit() and _FIGURES.fullmatch(text.strip(" ,;")):
            out.append(_DROPPED_MARK)
            return
    if (marked and _ONLY_MARKS.fullmatch(text)) or not text.strip(" ,;"):
        out.append(_DROPPED_MARK)
        return
    out.append(_caret(text, _tail(out)))


def _outside_marks(sup: Element) -> list[str]:
    kept = [sup.text or ""]
    for child in sup:
        if child.tag != "xref":
            kept.append(flat(child))
        kept.append(child.tail or "")
    return kept


def _caret(text: str, before: str) -> str:
    stripped = text.strip()
    letters = stripped not in _ORDINAL and _FOOTNOTE_LETTERS.fullmatch(stripped) is not None
    if not before or before[-1].isspace():
        return text + " " if letters else text
    if letters:
        return "^" + text
    if _FIGURES.fullmatch(stripped) and not before[-1].isdigit():
        if before[-1] in ".,;:?!":
            return ""
        return text if stripped in ("2", "3") and _AREA.search(before) else text.translate(_RAISED)
    if before[-1].isdigit() and stripped not in _ORDINAL and stripped.lstrip("-−–+ ")[:1].isalnum():
        return "^" + text
    return text


def _lowered(child: Element, out: Out, aside: Aside) -> None:
    inner: Out = []
    _gather(child, inner, aside)
    text = "".join(inner)
    glued = _tail(out)[-1:].isdigit() and text[:1].isdigit()
    out.append("_" + text if glued else text)


def _reference(child: Element, out: Out, aside: Aside) -> None:
    kind = child.get("ref-type")
    if kind in _MARKS:
        out.append(_DROPPED_MARK)
        return
    if kind in ("bibr", "ref") and len(child) and not (child.text or "").strip() and child[0].tag == "sup":
        out.append(_DROPPED_MARK)
        return
    _gather(child, out, aside)
    if kind in ("table", "fig", "table-wrap", "boxed-text"):
        aside.append(child)


def _formula(child: Element, out: Out, aside: Aside) -> None:
    inner: Out = []
    _gather(child, inner, aside)
    text = "".join(inner).strip()
    if not text or text == "[image]":
        tex = child.find(".//tex-math")
        text = _tex(tex) if tex is not None else "[formula]"
    pad = " " if child.tag == "disp-formula" else ""
    out.append(f"{pad}{text}{pad}")


def _tex(tex: Element) -> str:
    source = tex.text or ""
    body = _TEX_BODY.search(source)
    return (body.group(1) if body else source).strip() or "[formula]"


def _picture(_child: Element, out: Out, _aside: Aside) -> None:
    out.append("[image]")


def _alternatives(child: Element, out: Out, aside: Aside) -> None:
    """The same thing in several forms: the first that is text."""
    for form in child:
        if isinstance(form.tag, str) and form.tag not in _DROPPED and form.tag not in ("inline-graphic", "graphic"):
            _element(form, out, aside)
            return
    if child.find("inline-graphic") is not None and child.find("tex-math") is None:
        out.append("[image]")


def _math(element: Element) -> str:
    """Formula in one line: fractions with a slash, powers with a caret, so that 1/2 and 10^9 stay themselves."""
    name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if name in ("annotation", "annotation-xml"):
        return ""
    parts = [_math(child) for child in element]
    if name == "mfrac" and len(parts) == 2:
        return f"{_grouped(parts[0])}/{_grouped(parts[1])}"
    if name in ("msup", "msub") and len(parts) == 2:
        return f"{parts[0]}{'^' if name == 'msup' else '_'}{_grouped(parts[1])}"
    if name == "msubsup" and len(parts) == 3:
        return f"{parts[0]}_{_grouped(parts[1])}^{_grouped(parts[2])}"
    if name in ("msqrt", "mroot"):
        return f"√({' '.join(parts)})"
    return (element.text or "") + (" " if name in ("mtr", "mtable") else "").join(parts)


def _grouped(part: str) -> str:
    return part if re.fullmatch(r"[^\W_]*(?:[.,]\d+)?|[-−]?\d+", part) else f"({part})"


def _tail(out: Out) -> str:
    """The last few characters so far; "" at the very start."""
    tail = ""
    for part in reversed(out):
        tail = part[-3:] * (part != _DROPPED_MARK) + tail
        if len(tail) >= 3:
            break
    return tail[-3:]


_SPECIAL: dict[str, Callable[[Element, Out, Aside], None]] = {
    "sup": _raised,
    "sub": _lowered,
    "xref": _reference,
    "inline-formula": _formula,
    "disp-formula": _formula,
    "inline-graphic": _picture,
    "private-char": _picture,
    "alternatives": _alternatives,
}
