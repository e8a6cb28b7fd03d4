"""Held documents and library listings -> JSON, Markdown and terminal pages.

Words are printed as they are held; only white space is laid out anew.
"""

from collections.abc import Iterable, Iterator

from curbside.model.document import Citation, Document
from curbside.model.evidence import Held
from curbside.render import words
from curbside.render.blocks import Block, Heading, Item, Run, Style, line
from curbside.render.markdown import to_markdown
from curbside.render.terminal import to_text

Json = dict[str, object]


def document_markdown(document: Document) -> str:
    """The document as a Markdown page."""
    return to_markdown(document_blocks(document))


def document_text(document: Document, width: int, colour: bool) -> str:
    """The document as a terminal page, 40 to 120 columns wide."""
    return to_text(document_blocks(document), width, colour)


def document_blocks(document: Document) -> tuple[Block, ...]:
    """Citation, what the text is, and the sections; text between sections is printed too."""
    cited = document.citation
    typed = f"{words.KIND[cited.kind]}; {words.standing(cited)}; {words.FIDELITY[document.fidelity]}"
    licence = document.licence or "licence not stated"
    address = words.link(cited)
    return (
        Heading(1, cited.title),
        line(words.citation(cited)),
        *((line(address, Style.LINK),) if address else ()),
        line(f"{document.id} ({typed}; {document.extent} held; {licence})", Style.MARK),
        *((line(f"Population: {', '.join(document.population)}."),) if document.population else ()),
        *(line(remark, Style.ALERT) for remark in document.remarks),
        *_text(document),
        line(f"Digest {document.digest}.", Style.MARK),
    )


def _text(document: Document) -> Iterator[Block]:
    at = 0
    for section in document.sections:
        yield from _paragraphs(document.text[at : section.span.start])
        if section.heading:
            yield Heading(2, section.heading)
        yield from _paragraphs(document.text[section.span.start : section.span.end])
        at = section.span.end
    yield from _paragraphs(document.text[at:])


def _paragraphs(text: str) -> Iterator[Block]:
    return (line(paragraph) for paragraph in text.split("\n\n") if paragraph.strip())


def document_object(document: Document) -> Json:
    """The document as JSON values; spans count code points of `text`."""
    return {
        "id": document.id,
        "digest": document.digest,
        **_citation(document.citation),
        "licence": document.licence,
        "fidelity": document.fidelity.value,
        "extent": document.extent.value,
        "population": list(document.population),
        "remarks": list(document.remarks),
        "sections": [
            {"heading": s.heading, "role": s.role.value, "start": s.span.start, "end": s.span.end}
            for s in document.sections
        ],
        "text": document.text,
    }


def held_object(held: Held) -> Json:
    """A document as a listing has it: everything but its text."""
    return {
        "id": held.id,
        "digest": held.digest,
        **_citation(held.citation),
        "licence": held.licence,
        "fidelity": held.fidelity.value,
        "extent": held.extent.value,
        "population": list(held.population),
        "remarks": list(held.remarks),
    }


def _citation(cited: Citation) -> Json:
    return {
        "kind": cited.kind.value,
        "title": cited.title,
        "authors": list(cited.authors),
        "container": cited.container,
        "year": cited.year,
        "pmid": cited.pmid,
        "pmcid": cited.pmcid,
        "doi": cited.doi,
        "url": words.link(cited),
        "standing": cited.standing.value,
        "superseded_by": cited.superseded_by,
    }


def library_text(documents: Iterable[Held], width: int, colour: bool) -> str:
    """One item for each document: id, title, year, kind, standing, extent."""
    blocks = [_listed(held) for held in documents]
    return to_text(blocks or [line("The library is empty. `curbside library add PATH` fills it.")], width, colour)


def _listed(held: Held) -> Block:
    cited = held.citation
    year = str(cited.year) if cited.year else "year not stated"
    typed = f"{year}; {words.KIND[cited.kind]}; {words.standing(cited)}; {held.extent}"
    return Item(0, (Run(str(held.id), Style.STRONG), Run(cited.title), Run(f"({typed})", Style.MARK)))
