"""Headed texts become the text of a document with its sections."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from curbside.errors import UnreadableSource
from curbside.model.document import Doi, Pmcid, Pmid, Role, Section, Span
from curbside.text.normalise import nfc

_YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)")
_PMCID = re.compile(r"(?:PMC)?([1-9]\d{0,8})\b")
_RESOLVER = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|info:doi/|doi:\s*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One section to be: heading, role and text, paragraphs apart by blank lines."""

    heading: str
    role: Role
    text: str


def titled(title: str) -> Part:
    """The title as a section of its own."""
    return Part("Title", Role.TITLE, title)


def joined(parts: Iterable[Part]) -> tuple[str, tuple[Section, ...]]:
    """Text of a document and its sections; parts without text are left out. Raises UnreadableSource when none has."""
    kept = [Part(part.heading, part.role, nfc(part.text)) for part in parts if part.text]
    if not kept:
        raise UnreadableSource("holds neither a title nor any text", "add a version that has text")
    sections, at = [], 0
    for part in kept:
        sections.append(Section(part.heading, part.role, Span(at, at + len(part.text))))
        at += len(part.text) + 2
    return "\n\n".join(part.text for part in kept), tuple(sections)


def pmid(text: str | None) -> Pmid | None:
    """A PubMed identifier, or None when the text is none."""
    digits = (text or "").strip()
    return Pmid(digits) if Pmid.pattern.fullmatch(digits) and digits.isascii() else None


def pmcid(text: str | None) -> Pmcid | None:
    """A PMC identifier written with or without `PMC` in front, or None."""
    found = _PMCID.match((text or "").strip())
    return Pmcid("PMC" + found.group(1)) if found and found.group(1).isascii() else None


def doi(text: str | None) -> Doi | None:
    """A DOI with or without a resolver in front, or None."""
    bare = _RESOLVER.sub("", (text or "").strip())
    return Doi(bare) if Doi.pattern.fullmatch(bare) else None


def year(text: str | None) -> int | None:
    """The first year (1600 to 2099) written in the text, or None."""
    found = _YEAR.search(text or "")
    return int(found.group(1)) if found else None


def author(surname: str | None, given: str | None, suffix: str | None = None) -> str | None:
    """ "Surname Initials" with a suffix after it; None without a surname. `given`: names or initials."""
    if not surname:
        return None
    words = [word for word in re.split(r"[\s.\-‐]+", given or "") if word]
    letters = "".join(word if word.isupper() and len(word) <= 3 else word[0].upper() for word in words)
    return " ".join(filter(None, (surname, letters, suffix)))
