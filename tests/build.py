"""Builders named `a_...`: a test says only what it is about."""

from collections.abc import Callable
from typing import Any

from curbside.model.answer import (
    Answer,
    Basis,
    Cite,
    Claim,
    Finding,
    Judgement,
    Outline,
    Provenance,
    Reference,
    ReviewStatus,
    Verdict,
    Wording,
)
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
from curbside.model.drug import Drug, Formulary
from curbside.model.patient import Patient
from curbside.model.question import Query, Question, QuestionType, Scope
from curbside.model.topic import Branch, Extract, ReadIn, Source, Statement, Topic, TopicSection


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


def a_source(*extracts: Extract, key: str = "a-guideline", **more: Any) -> Source:
    """By default a guideline with one extract that says nothing of importance."""
    citation = more.pop("citation", None) or a_citation("A guideline", kind=Kind.GUIDELINE, pmid=Pmid("100"))
    return Source(key, citation, more.pop("fidelity", Fidelity.ORIGINAL), extracts or (an_extract("rest helps"),))


def a_statement(id: str, text: str = "Rest helps.", section: str = "s-1", **more: Any) -> Statement:
    return Statement(id, text, section, more.pop("cites", ("a-guideline/p1",)), **more)


def a_topic(*statements: Statement, **more: Any) -> Topic:
    """One section for all branches, and one for each of the branches named in `branches` (id -> label)."""
    branches = more.pop("branches", {})
    told = more.pop("discriminators", {})
    defaults: dict[str, Any] = {
        "slug": "a-topic",
        "title": "A condition",
        "title_for": (),
        "revision": "1",
        "updated_on": "2026-01-01",
        "jurisdiction": ("US",),
        "names": ("a condition",),
        "deciding": None,
        "branches": tuple(Branch(id, label, told.get(id, ())) for id, label in branches.items()),
        "sections": (
            TopicSection("s-1", "Section one"),
            *(TopicSection(f"s-{id}", f"Section {label}", id) for id, label in branches.items()),
        ),
        "sources": (a_source(),),
    }
    return Topic(statements=statements, **{**defaults, **more})


def a_query(text: str = "what is asked?", **more: Any) -> Query:
    defaults: dict[str, Any] = {
        "terms": (),
        "expansions": (),
        "concepts": (),
        "types": (QuestionType.GENERAL,),
        "scope": Scope.CLINICAL,
        "patient": Patient(),
    }
    return Query(text=text, **{**defaults, **more})


def a_judgement(claim: Claim, basis: Basis = Basis.CURATED) -> Judgement:
    return Judgement(claim, basis, (Finding("V1", Verdict.SUPPORTED, "said so"),))


def an_answer(*claims: Judgement, question: str = "what is asked?", **more: Any) -> Answer:
    """Its references are numbered in the order in which the claims cite them."""
    cites = {cite.reference: cite for judgement in claims for cite in judgement.claim.cites}
    references = tuple(
        Reference(number, id, cite.citation, cite.fidelity, cite.extent is not None)
        for number, (id, cite) in enumerate(cites.items(), 1)
    )
    defaults: dict[str, Any] = {
        "query": a_query(question),
        "title": "A title",
        "scope": Scope.CLINICAL,
        "composed_by": "topics" if claims else "nobody",
        "withheld": (),
        "gaps": (),
        "references": references,
        "outline": (Outline("s-1", "Section one"),),
        "arms": (),
        "topics": (),
        "jurisdiction": (),
        "review": ReviewStatus("submitted", "Not yet reviewed by a board."),
        "provenance": Provenance("0.1.0", "c-1", "sha256:l", "sha256:s", "topics+passages"),
        "disclaimer": "For healthcare professionals. Check before acting.",
    }
    return Answer(Question(question), claims=claims, **{**defaults, **more})


def a_formulary(*drugs: Drug, named: Callable[[str], frozenset[str]] = lambda _text: frozenset()) -> Formulary:
    """A formulary of these drugs; `named` finds drugs in words, none by default."""
    classes = {drug.name.casefold(): frozenset(name.casefold() for name in drug.classes) for drug in drugs}
    return Formulary({drug.name.casefold(): drug for drug in drugs}, classes, named)
