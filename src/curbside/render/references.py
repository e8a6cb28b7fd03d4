"""Numbered references: as JSON, and as blocks of a page."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from curbside.model.answer import Cite, Reference
from curbside.model.document import Fidelity
from curbside.render import words
from curbside.render.blocks import Block, Item, Run, Style

Numbers: TypeAlias = Mapping[str, int]
"""Reference id (source key or document id) to its number on the page."""


def number_of(key: str, numbers: Numbers) -> int | None:
    """The number of `source-key/extract-key`, or of a plain reference id; None when the page has no such reference."""
    return numbers.get(key, numbers.get(key.rpartition("/")[0]))


def reference_object(reference: Reference) -> dict[str, object]:
    """A reference as the contract has it; `url` is where it can be opened."""
    cited = reference.citation
    return {
        "number": reference.number,
        "id": reference.id,
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
        "fidelity": reference.fidelity.value,
        "held": reference.held,
    }


def mark(cites: Iterable[Cite], numbers: Numbers) -> Run:
    """The citation mark of a claim: "[1, 3]", each number once, ascending."""
    found = sorted({numbers[cite.reference] for cite in cites})
    return Run(f"[{', '.join(map(str, found))}]", Style.CITE)


def reference_blocks(references: Sequence[Reference], cites: Iterable[Cite]) -> tuple[Block, ...]:
    """Each reference with its kind, standing and fidelity, and below it the places of it that are cited."""
    places: dict[str, dict[str, None]] = {}
    for cite in cites:
        spot = f"{cite.at}, {words.READ_IN[cite.read_in]}" if cite.at else words.READ_IN[cite.read_in]
        places.setdefault(cite.reference, {})[spot] = None
    blocks: list[Block] = []
    for reference in references:
        typed = f"{words.KIND[reference.citation.kind]}; {words.standing(reference.citation)}"
        marks = Run(f"({typed}; {_text_of(reference)})", Style.MARK)
        blocks.append(Item(0, (Run(words.citation(reference.citation)), marks), reference.number))
        read = places.get(reference.id)
        if read:
            blocks.append(Item(1, (Run(f"Cited: {'; '.join(read)}"),)))
        address = words.link(reference.citation)
        if address is not None:
            blocks.append(Item(1, (Run(address, Style.LINK),)))
    return tuple(blocks)


def _text_of(reference: Reference) -> str:
    """What of the source can be read here; of a text that is not held only what makes it doubtful is said."""
    fidelity = words.FIDELITY[reference.fidelity]
    if reference.held:
        return f"{fidelity}; held here"
    return ("" if reference.fidelity is Fidelity.ORIGINAL else f"{fidelity}; ") + "source text not held here"
