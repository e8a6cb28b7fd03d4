"""JATS and its forerunners (NLM Archiving and Publishing): one article becomes one document, front matter first."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from curbside.model.document import Citation, Document, DocumentId, Extent, Fidelity, Kind, Role
from curbside.sources import parts
from curbside.sources.flat import flat
from curbside.sources.jats_body import body_parts, heading_of, section_parts
from curbside.sources.jats_kind import article_kind, notices_of, standing_of
from curbside.sources.xml import Element, child_text, parse

_HREF = "{http://www.w3.org/1999/xlink}href"
_OTHER_ABSTRACTS = frozenset(
    ("graphical", "toc", "teaser", "web-summary", "editor", "editors-summary", "editor-summary", "longsummary")
)
"""Kinds of abstract that are not the authors' account of the study."""
_PRINTED = frozenset(("epub", "ppub", "epub-ppub", "collection", "pub"))
_CREATIVE = re.compile(
    r"creativecommons\.org/(?:licenses/([a-z-]+)(?:/(\d(?:\.\d)?))?|publicdomain/(zero|mark)/1\.0)", re.IGNORECASE
)
_ADVICE = frozenset((Role.TREATMENT, Role.CAUTIONS, Role.RECOMMENDATION))
_ADVISING = frozenset((Kind.GUIDELINE, Kind.CONSENSUS, Kind.SYSTEMATIC_REVIEW, Kind.NARRATIVE_REVIEW))
_LICENCE_LENGTH = 160
"""Code points of a licence statement that is kept when no licence address is given."""


def read_jats(content: bytes) -> Iterator[Document]:
    """The articles of a JATS file: one, or those of a `pmc-articleset`. Raises UnreadableSource.

    Sub-articles (reviewers' reports, translations) are not part of an article and are left out."""
    root = parse(content)
    articles = [root] if root.tag == "article" else root.findall("article")
    for article in articles:
        yield _document(article, content)


def _document(article: Element, content: bytes) -> Document:
    meta = article.find("front/article-meta")
    citation = _citation(article, meta)
    front = [parts.titled(citation.title), *_abstract(meta)] if citation.title else _abstract(meta)
    body = _fitting(list(body_parts(article)), citation.kind)
    text, sections = parts.joined([*front, *body])
    return Document(
        id=_id(citation, content),
        citation=citation,
        text=text,
        sections=sections,
        licence=_licence(meta),
        fidelity=Fidelity.ORIGINAL,
        extent=Extent.FULL_TEXT if body else Extent.ABSTRACT,
        notices=notices_of(article),
    )


def _fitting(body: list[parts.Part], kind: Kind) -> list[parts.Part]:
    """In the report of a study (it has methods, and is no review or guideline) "Treatment" or "Safety" tells what was
    given and watched, not what to give: such sections are of no special role there."""
    if kind in _ADVISING or not any(part.role is Role.METHODS for part in body):
        return body
    return [replace(part, role=Role.OTHER) if part.role in _ADVICE else part for part in body]


def _id(citation: Citation, content: bytes) -> DocumentId:
    if citation.pmcid:
        return DocumentId(f"pmcid:{citation.pmcid}")
    if citation.pmid:
        return DocumentId(f"pmid:{citation.pmid}")
    by_doi = f"doi:{(citation.doi or '').lower()}"
    if citation.doi and DocumentId.pattern.fullmatch(by_doi):
        return DocumentId(by_doi)
    return DocumentId(f"file:{hashlib.sha256(content).hexdigest()[:12]}")


def _citation(article: Element, meta: Element | None) -> Citation:
    ids = {} if meta is None else {i.get("pub-id-type"): flat(i) for i in reversed(meta.findall("article-id"))}
    title = _title(meta)
    return Citation(
        title=title,
        authors=_authors(meta),
        container=_journal(article),
        year=_year(meta),
        kind=article_kind(article, title, _journal(article)),
        pmid=parts.pmid(ids.get("pmid")),
        pmcid=parts.pmcid(ids.get("pmc") or ids.get("pmcid")),
        doi=parts.doi(ids.get("doi")),
        standing=standing_of(article, title),
    )


def _title(meta: Element | None) -> str:
    if meta is None:
        return ""
    main, more = flat(meta.find("title-group/article-title")), flat(meta.find("title-group/subtitle"))
    return f"{main}{' ' if main[-1] in '.:?!' else ': '}{more}" if main and more else main or more


def _journal(article: Element) -> str | None:
    for path in (
        "journal-title-group/journal-title",
        "journal-title",
        "journal-title-group/abbrev-journal-title",
        "journal-id",
    ):
        found = child_text(article, f"front/journal-meta/{path}")
        if found:
            return found
    return None


def _authors(meta: Element | None) -> tuple[str, ...]:
    if meta is None:
        return ()
    found = []
    for contributor in meta.iterfind("contrib-group/contrib"):
        if contributor.get("contrib-type", "author") in ("author", "collab"):
            found.append(_author(contributor))
    return tuple(dict.fromkeys(filter(None, found)))


def _author(contributor: Element) -> str | None:
    for path in ("name", "name-alternatives/name", "string-name"):
        name = contributor.find(path)
        surname = flat(name.find("surname")) if name is not None else ""
        if name is not None and surname:
            return parts.author(surname, flat(name.find("given-names")), flat(name.find("suffix")) or None)
    group = contributor.find("collab")
    if group is None:
        return flat(contributor.find("string-name")) or None
    for members in group.findall("contrib-group"):
        members.clear()
    return flat(group) or None


def _year(meta: Element | None) -> int | None:
    """The earliest year of appearance: electronic, print or collection; other dates when there is none of these."""
    if meta is None:
        return None
    dates = [
        (d.get("pub-type") or d.get("date-type") or "pub", parts.year(child_text(d, "year")))
        for d in meta.findall("pub-date")
    ]
    printed = [year for kind, year in dates if year and kind in _PRINTED]
    return min(printed or [year for _, year in dates if year], default=None)


def _licence(meta: Element | None) -> str | None:
    """ "CC BY 4.0" where the file gives a Creative Commons address or says so; else what it says, cut short."""
    if meta is None:
        return None
    licences = meta.findall("permissions/license")
    said = " ".join(flat(licence) for licence in licences) or flat(meta.find("permissions/copyright-statement"))
    addresses = [x.get(_HREF) or "" for licence in licences for x in (licence, *licence.iter("ext-link", "uri"))]
    for text in (*addresses, said):
        found = _CREATIVE.search(text)
        if found:
            name = {"zero": "CC0", "mark": "Public Domain Mark"}.get(
                found.group(3) or ""
            ) or f"CC {found.group(1).upper()}"
            return " ".join(filter(None, (name, "1.0" if found.group(3) else found.group(2))))
    return next(filter(None, addresses), None) or said[:_LICENCE_LENGTH].strip() or None


def _abstract(meta: Element | None) -> list[parts.Part]:
    found: list[parts.Part] = []
    for abstract in [] if meta is None else meta.findall("abstract"):
        if (abstract.get("abstract-type") or "").casefold() in _OTHER_ABSTRACTS:
            continue
        heading = heading_of(abstract) or "Abstract"
        for part in section_parts(abstract, Role.ABSTRACT, heading):
            found.append(part)
    return found
