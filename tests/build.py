"""Builders named `a_...`: a test says only what it is about."""

from typing import Any

from curbside.model.answer import Cite, Claim, Wording
from curbside.model.document import (
    Citation,
    Document,
    DocumentId,
    Extent,
    Fidelity,
    Kind,
    Passage,
    Pmid,
    Role,
    Section,
    Span,
    Standing,
    cut,
)
from curbside.model.topic import Extract, ReadIn


def a_citation(title: str = "A trial of something", **more: Any) -> Citation:
    defaults: dict[str, Any] = {
        "authors": ("Author A",),
        "container": "A Journal",
        "year": 2020,
        "kind": Kind.RANDOMIZED_TRIAL,
        "pmid": Pmid("1"),
        "standing": Standing.CURRENT,
    }
    return Citation(title=title, **{**defaults, **more})


def a_document(text: str, id: str = "pmid:1", role: Role = Role.RESULTS, **more: Any) -> Document:
    citation = more.pop("citation", None) or a_citation(pmid=Pmid(id.split(":")[1]) if id.startswith("pmid:") else None)
    defaults: dict[str, Any] = {"licence": "CC BY 4.0", "fidelity": Fidelity.ORIGINAL, "extent": Extent.FULL_TEXT}
    sections = more.pop("sections", (Section("Results", role, Span(0, len(text))),))
    return Document(DocumentId(id), citation, text, sections, **{**defaults, **more})


def a_passage(text: str, id: str = "pmid:1", role: Role = Role.RESULTS, **more: Any) -> Passage:
    return cut(a_document(text, id, role, **more), Span(0, len(text)))


def an_extract(
    *says: str, population: tuple[str, ...] = (), source: str = "a-guideline", key: str = "p1", **more: Any
) -> Extract:
    return Extract(source, key, "p. 1", ReadIn.ORIGINAL, says, population, **more)


def a_cite(*says: str, passage: Passage | None = None, population: tuple[str, ...] = (), **more: Any) -> Cite:
    """Cites an extract with these lines, or a held passage, or both."""
    extract = an_extract(*says, population=population) if says else None
    defaults: dict[str, Any] = {
        "reference": "a-guideline" if extract else str(passage.document_id) if passage else "a-guideline",
        "citation": a_citation(),
        "fidelity": Fidelity.ORIGINAL,
        "at": "p. 1",
        "read_in": ReadIn.ORIGINAL,
        "extent": Extent.FULL_TEXT if passage else None,
    }
    return Cite(extract=extract, passage=passage, **{**defaults, **more})


def a_claim(text: str, *cites: Cite, **more: Any) -> Claim:
    defaults: dict[str, Any] = {"id": "c-1", "wording": Wording.OURS, "section": "s-1"}
    return Claim(text=text, cites=cites, **{**defaults, **more})
