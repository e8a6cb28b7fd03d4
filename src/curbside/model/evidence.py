"""What retrieval hands to composing: hits of an index, and the passages behind them with their standing."""

from dataclasses import dataclass

from curbside.errors import IntegrityError
from curbside.model.document import Citation, DocumentId, Extent, Fidelity, Passage, Standing


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result. `rank` 1 is best; `score` is higher when better, comparable within one search only."""

    passage_id: str
    rank: int
    score: float


@dataclass(frozen=True, slots=True)
class Held:
    """A document as the library holds it now: everything about it but its text."""

    id: DocumentId
    digest: str
    citation: Citation
    """Its standing takes in what other held documents (correction and retraction notices) say of it."""
    fidelity: Fidelity
    extent: Extent
    licence: str | None
    population: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that may be cited. A retracted document never becomes evidence."""

    passage: Passage
    held: Held
    rank: int
    """1 is best."""
    score: float
    coverage: float = 0.0
    """Share of the question's terms, by weight, that the passage and its document's title hold: 0 to 1."""

    def __post_init__(self) -> None:
        if self.held.citation.standing is Standing.RETRACTED:
            raise IntegrityError(f"{self.held.id} is retracted and cannot be evidence")
