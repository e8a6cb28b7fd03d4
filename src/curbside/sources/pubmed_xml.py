"""PubMed and MEDLINE XML of any year: a stream of records, one document each, in bounded memory.

`PubmedArticle` (since 2015), bare `MedlineCitation` (until 2016), `PubmedBookArticle` (Bookshelf). `DeleteCitation`
lists identifiers and says nothing about a document held: it yields nothing.
"""

from collections.abc import Iterator
from typing import BinaryIO

from curbside.errors import UnreadableSource
from curbside.model.document import Citation, Document, DocumentId, Extent, Fidelity, Pmcid, Role
from curbside.sources import parts
from curbside.sources.flat import flat
from curbside.sources.pubmed_kind import kind_of, notices_of, population_of, standing_of
from curbside.sources.roles import role_of
from curbside.sources.xml import Element, child_text, elements, refuse_entities

ROOTS = frozenset(
    [
        "MedlineCitationSet",
        "PubmedArticleSet",
        "PubmedBookArticleSet",
        "MedlineCitation",
        "PubmedArticle",
        "PubmedBookArticle",
        "DeleteCitation",
    ]
)
_RECORDS = ("PubmedArticle", "MedlineCitation", "PubmedBookArticle")
_CATEGORIES: dict[str, Role] = {
    "BACKGROUND": Role.BACKGROUND,
    "OBJECTIVE": Role.BACKGROUND,
    "METHODS": Role.METHODS,
    "RESULTS": Role.RESULTS,
    "CONCLUSIONS": Role.CONCLUSIONS,
}


def read_pubmed(stream: BinaryIO) -> Iterator[Document | UnreadableSource]:
    """Documents in file order. A record that cannot be read comes as the error that says which and why; where the
    file stops being XML, UnreadableSource is raised, since nothing after that point can be trusted."""
    number = 0
    for element in elements(stream, _RECORDS):
        parent = element.getparent()
        if parent is not None and parent.tag == "PubmedArticle":
            continue
        number += 1
        try:
            yield _book(element) if element.tag == "PubmedBookArticle" else _document(element)
        except UnreadableSource as error:
            yield UnreadableSource(f"record {number}: {error.message}", error.hint)


def _document(record: Element) -> Document:
    refuse_entities(record)
    found = record if record.tag == "MedlineCitation" else record.find("MedlineCitation")
    article = found.find("Article") if found is not None else None
    pmid = parts.pmid(child_text(found, "PMID"))
    if found is None or article is None or pmid is None:
        raise UnreadableSource("has no PMID or no Article", "fetch the record again from PubMed")
    title = flat(article.find("ArticleTitle")) or flat(article.find("VernacularTitle"))
    standing, superseded_by = standing_of(found)
    citation = Citation(
        title=title,
        authors=_authors(article.find("AuthorList")),
        container=child_text(article, "Journal/Title") or child_text(found, "MedlineJournalInfo/MedlineTA"),
        year=_year(article),
        kind=kind_of(article, title),
        pmid=pmid,
        pmcid=_pmcid(record, found),
        doi=parts.doi(_article_id(record, "doi")) or parts.doi(_location(article)),
        standing=standing,
        superseded_by=superseded_by,
    )
    text, sections = parts.joined(([parts.titled(title)] if title else []) + _abstract(article.find("Abstract")))
    return Document(
        id=DocumentId(f"pmid:{pmid}"),
        citation=citation,
        text=text,
        sections=sections,
        licence=child_text(article, "Abstract/CopyrightInformation"),
        fidelity=Fidelity.ORIGINAL,
        extent=Extent.ABSTRACT,
        population=population_of(found),
        notices=notices_of(found),
    )


def _book(record: Element) -> Document:
    """A Bookshelf chapter or book: title, authors, abstract; the book is the container."""
    refuse_entities(record)
    book = record.find("BookDocument")
    pmid = parts.pmid(child_text(book, "PMID"))
    if book is None or pmid is None:
        raise UnreadableSource("has no PMID or no BookDocument", "fetch the record again from PubMed")
    whole = flat(book.find("Book/BookTitle"))
    title = flat(book.find("ArticleTitle")) or whole
    standing, superseded_by = standing_of(book)
    citation = Citation(
        title=title,
        authors=_authors(book.find("AuthorList")) or _authors(book.find("Book/AuthorList")),
        container=(whole if whole != title else child_text(book, "Book/Publisher/PublisherName")) or None,
        year=parts.year(child_text(book, "Book/PubDate/Year") or child_text(book, "Book/PubDate/MedlineDate")),
        kind=kind_of(book, title),
        pmid=pmid,
        pmcid=parts.pmcid(_article_id(record, "pmc", "PubmedBookData/ArticleIdList")),
        doi=parts.doi(_article_id(record, "doi", "PubmedBookData/ArticleIdList")),
        standing=standing,
        superseded_by=superseded_by,
    )
    text, sections = parts.joined(([parts.titled(title)] if title else []) + _abstract(book.find("Abstract")))
    licence = child_text(book, "Abstract/CopyrightInformation")
    return Document(DocumentId(f"pmid:{pmid}"), citation, text, sections, licence, Fidelity.ORIGINAL, Extent.ABSTRACT)


def _abstract(abstract: Element | None) -> list[parts.Part]:
    """One part per `AbstractText`; translations (`OtherAbstract`) are not read."""
    found = []
    for text in [] if abstract is None else abstract.findall("AbstractText"):
        label = (text.get("Label") or "").strip()
        category = _CATEGORIES.get(text.get("NlmCategory") or "", Role.ABSTRACT)
        found.append(parts.Part(label or "Abstract", role_of(label, category), flat(text)))
    return found


def _authors(authors: Element | None) -> tuple[str, ...]:
    found = []
    for author in [] if authors is None else authors.findall("Author"):
        if author.get("ValidYN") == "N":
            continue
        given = child_text(author, "Initials") or child_text(author, "ForeName") or child_text(author, "FirstName")
        name = parts.author(flat(author.find("LastName")), given, flat(author.find("Suffix")) or None)
        found.append(name or flat(author.find("CollectiveName")))
    return tuple(filter(None, found))


def _year(article: Element) -> int | None:
    for path in ("Journal/JournalIssue/PubDate/Year", "Journal/JournalIssue/PubDate/MedlineDate", "ArticleDate/Year"):
        found = parts.year(child_text(article, path))
        if found:
            return found
    return None


def _article_id(record: Element, kind: str, path: str = "PubmedData/ArticleIdList") -> str | None:
    """From the record's own list only: reference lists hold the identifiers of other papers."""
    ids = record.find(path)
    return (
        next((flat(i) for i in ids.findall("ArticleId") if i.get("IdType") == kind), None) if ids is not None else None
    )


def _pmcid(record: Element, citation: Element) -> Pmcid | None:
    """From the article ids, or, in files before 2017, from `OtherID` ("PMC123 [Available on ...]")."""
    others = (flat(i) for i in citation.findall("OtherID") if i.get("Source") == "NLM")
    older = next((i for i in others if i.startswith("PMC")), None)
    return parts.pmcid(_article_id(record, "pmc") or older)


def _location(article: Element) -> str | None:
    places = article.findall("ELocationID")
    return next((flat(p) for p in places if p.get("EIdType") == "doi" and p.get("ValidYN") != "N"), None)
