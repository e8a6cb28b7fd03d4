"""Documents and their parts: what a source says, exactly, and what kind of source it is."""

import hashlib
import json
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from curbside.errors import IntegrityError


class Identifier(str):
    """A string of one fixed pattern; a malformed one cannot be made."""

    __slots__ = ()
    pattern = re.compile(r".+")

    def __new__(cls, value: str) -> "Identifier":
        if not cls.pattern.fullmatch(value):
            raise IntegrityError(f"not a {cls.__name__}: {value!r}")
        return super().__new__(cls, value)


class Pmid(Identifier):
    """PubMed identifier: 1-8 digits, no leading zero."""

    __slots__ = ()
    pattern = re.compile(r"[1-9]\d{0,7}")


class Pmcid(Identifier):
    """PubMed Central identifier: `PMC` and digits."""

    __slots__ = ()
    pattern = re.compile(r"PMC[1-9]\d{0,8}")


class Doi(Identifier):
    """Digital object identifier, without a resolver in front: `10.` prefix, slash, suffix."""

    __slots__ = ()
    pattern = re.compile(r"10\.\d{4,9}/\S+")


class DocumentId(Identifier):
    """Name of a document in the library, stable over its versions: `pmcid:PMC1`, `pmid:1`, `nstg2022:malaria`."""

    __slots__ = ()
    pattern = re.compile(r"[a-z0-9-]+:[A-Za-z0-9._()/;:<>-]+")


class Kind(StrEnum):
    """What a reference is, as its source says; never guessed, so `unclassified` is a kind."""

    GUIDELINE = "guideline"
    CONSENSUS = "consensus"
    SYSTEMATIC_REVIEW = "systematic review"
    RANDOMIZED_TRIAL = "randomized trial"
    NON_RANDOMIZED_TRIAL = "non-randomized trial"
    OBSERVATIONAL_STUDY = "observational study"
    CASE_SERIES = "case series"
    NARRATIVE_REVIEW = "narrative review"
    DRUG_LABEL = "drug label"
    PREPRINT = "preprint"
    UNCLASSIFIED = "unclassified"


class Standing(StrEnum):
    """Whether a source may still be leaned on, best to worst as listed."""

    CURRENT = "current"
    UNCHECKED = "unchecked"
    CORRECTED = "corrected"
    DRAFT = "draft"
    CONCERN = "concern"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


class Fidelity(StrEnum):
    """How the held text came from the original."""

    ORIGINAL = "original"
    TRANSCRIPTION = "transcription"
    MACHINE_DERIVED = "machine-derived"


class Extent(StrEnum):
    """How much of the source is held as text. Silence of less than the full text proves nothing."""

    FULL_TEXT = "full text"
    ABSTRACT = "abstract"


class Role(StrEnum):
    """What a section of a document is for. Background and methods are never findings."""

    TITLE = "title"
    ABSTRACT = "abstract"
    BACKGROUND = "background"
    METHODS = "methods"
    RESULTS = "results"
    DISCUSSION = "discussion"
    CONCLUSIONS = "conclusions"
    RECOMMENDATION = "recommendation"
    TREATMENT = "treatment"
    CAUTIONS = "cautions"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range [start, end) in Unicode code points of `Document.text`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise IntegrityError(f"not a span: [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True)
class Citation:
    """What one needs to find a source again. `None` means the source does not give it."""

    title: str
    authors: tuple[str, ...] = ()
    """As "Surname Initials", in the source's order; empty when none are given."""
    container: str | None = None
    """Journal, publisher or body."""
    year: int | None = None
    kind: Kind = Kind.UNCLASSIFIED
    pmid: Pmid | None = None
    pmcid: Pmcid | None = None
    doi: Doi | None = None
    url: str | None = None
    standing: Standing = Standing.UNCHECKED
    superseded_by: str | None = None
    """Named by the source itself or by the editor of the source list."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a document says about another one: a correction or retraction notice names its target."""

    target: str
    """`pmid:...`, `pmcid:...` or `doi:...` (lower case) of the document spoken about."""
    standing: Standing


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a document. Sections are in text order and never overlap; gaps are allowed."""

    heading: str
    role: Role
    span: Span


@dataclass(frozen=True)
class Document:
    """One version of one source. Another text is another version, with another digest."""

    id: DocumentId
    citation: Citation
    text: str
    """NFC. Section texts joined by blank lines; every span counts code points of this string."""
    sections: tuple[Section, ...]
    licence: str | None
    fidelity: Fidelity
    extent: Extent
    population: tuple[str, ...] = ()
    """Populations the source declares of itself (MeSH check tags, guideline age range), lower case, sorted;
    empty means it declares none."""
    notices: tuple[Notice, ...] = ()
    remarks: tuple[str, ...] = ()
    """What a reader must be told on the same line (for instance the publisher's grade or "public-comment draft")."""

    def __post_init__(self) -> None:
        if not unicodedata.is_normalized("NFC", self.text):
            raise IntegrityError(f"{self.id}: text is not NFC")
        end = 0
        for section in self.sections:
            if section.span.start < end or section.span.end > len(self.text):
                raise IntegrityError(f"{self.id}: section {section.heading!r} overlaps or leaves the text")
            end = section.span.end

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) over everything the version says; equal values have equal digests."""
        parts = [self.id, _plain(self.citation), self.text, [_plain(s) for s in self.sections], self.licence]
        parts += [self.fidelity, self.extent, self.population, [_plain(n) for n in self.notices], self.remarks]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=True, default=str).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document, small enough to read and to quote.

    Invariant: `text == document.text[span.start:span.end]` for the document version whose digest is
    `document_digest`. Use `cut` to make one; it cannot break the invariant.
    """

    document_id: DocumentId
    document_digest: str
    span: Span
    text: str
    role: Role
    heading: str

    @property
    def id(self) -> str:
        """Names the version and the span, so that it opens the same words for ever."""
        return f"{self.document_id}@{self.document_digest[:16]}:{self.span.start}-{self.span.end}"


def cut(document: Document, span: Span) -> Passage:
    """The verbatim passage at `span`; role and heading are those of the section it starts in."""
    if span.end > len(document.text):
        raise IntegrityError(f"{document.id}: [{span.start}, {span.end}) leaves the text")
    held = [s for s in document.sections if s.span.start <= span.start < s.span.end]
    role, heading = (held[0].role, held[0].heading) if held else (Role.OTHER, "")
    text = document.text[span.start : span.end]
    return Passage(document.id, document.digest, span, text, role, heading)


def _plain(value: object) -> object:
    slots = getattr(value, "__dataclass_fields__", None)
    return {name: _plain(getattr(value, name)) for name in slots} if slots else value
