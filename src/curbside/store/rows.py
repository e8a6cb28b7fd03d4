"""Rows <-> values: how a document is written down and read again, equal to what it was."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Row

from curbside.errors import BrokenLibrary, IntegrityError
from curbside.model.document import (
    Citation,
    Document,
    DocumentId,
    Doi,
    Extent,
    Fidelity,
    Kind,
    Notice,
    Passage,
    Pmcid,
    Pmid,
    Role,
    Section,
    Span,
    Standing,
)
from curbside.model.evidence import Held

_WORST_LAST = list(Standing)


def row_of(document: Document) -> dict[str, Any]:
    """The columns of a version, without its number and whether it is current."""
    return {
        "document_id": str(document.id),
        "digest": document.digest,
        "citation": json.dumps({name: getattr(document.citation, name) for name in Citation.__dataclass_fields__}),
        "text": document.text,
        "sections": json.dumps([[s.heading, s.role, s.span.start, s.span.end] for s in document.sections]),
        "licence": document.licence,
        "fidelity": document.fidelity.value,
        "extent": document.extent.value,
        "population": json.dumps(document.population),
        "notices": json.dumps([[n.target, n.standing] for n in document.notices]),
        "remarks": json.dumps(document.remarks),
    }


@contextmanager
def _whole(row: Row[Any]) -> Iterator[None]:
    """A row that is not what was written names itself."""
    try:
        yield
    except (IntegrityError, ValueError, KeyError, TypeError) as error:
        raise BrokenLibrary(
            f"the row of {row.document_id}, version {row.digest[:16]}, is damaged: {error}",
            "remove the document and add it again",
        ) from error


def document_of(row: Row[Any]) -> Document:
    """The version a row was written from, with the standing it gives itself."""
    with _whole(row):
        return _document(row)


def held_of(row: Row[Any]) -> Held:
    """A current version without its text; `row.said` are the standings that other documents' notices give it."""
    with _whole(row):
        return _held(row)


def _document(row: Row[Any]) -> Document:
    return Document(
        id=DocumentId(row.document_id),
        citation=_citation(row.citation),
        text=row.text,
        sections=tuple(Section(h, Role(r), Span(start, end)) for h, r, start, end in json.loads(row.sections)),
        licence=row.licence,
        fidelity=Fidelity(row.fidelity),
        extent=Extent(row.extent),
        population=tuple(json.loads(row.population)),
        notices=tuple(Notice(target, Standing(standing)) for target, standing in json.loads(row.notices)),
        remarks=tuple(json.loads(row.remarks)),
    )


def _held(row: Row[Any]) -> Held:
    citation = _citation(row.citation, row.said.split(",") if row.said else ())
    return Held(
        id=DocumentId(row.document_id),
        digest=row.digest,
        citation=citation,
        fidelity=Fidelity(row.fidelity),
        extent=Extent(row.extent),
        licence=row.licence,
        population=tuple(json.loads(row.population)),
        remarks=tuple(json.loads(row.remarks)),
    )


def passage_of(row: Row[Any], text: str) -> Passage:
    """The passage of a row, with its text."""
    return Passage(DocumentId(row.document_id), row.digest, Span(row.start, row.end), text, Role(row.role), row.heading)


def identifiers_of(id: DocumentId, citation: Citation) -> frozenset[str]:
    """All names a notice or citation may call this source by, in one spelling."""
    named = {("pmid", citation.pmid), ("pmcid", citation.pmcid), ("doi", citation.doi)}
    return frozenset({spelling(id)} | {spelling(f"{scheme}:{value}") for scheme, value in named if value})


def spelling(identifier: str) -> str:
    """One spelling for comparing: DOIs are the same in any case, and no other identifier differs by case alone."""
    return identifier.casefold()


def _citation(written: str, said: Iterable[str] = ()) -> Citation:
    fields = json.loads(written)
    standings = [Standing(fields["standing"]), *map(Standing, said)]
    return Citation(
        **{
            **fields,
            "authors": tuple(fields["authors"]),
            "kind": Kind(fields["kind"]),
            "pmid": fields["pmid"] and Pmid(fields["pmid"]),
            "pmcid": fields["pmcid"] and Pmcid(fields["pmcid"]),
            "doi": fields["doi"] and Doi(fields["doi"]),
            "standing": max(standings, key=_WORST_LAST.index),
        }
    )
