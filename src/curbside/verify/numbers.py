"""N1: every figure in a claim, with its unit, stands in a line it cites."""

import re
from dataclasses import dataclass

from curbside.model.answer import Cite, Claim, Finding
from curbside.text.quantities import Quantity, quantities, shown
from curbside.verify.reading import lines, not_enough, our_words

_DENIED = re.compile(r"\b(?:never|not|no)\s+(?:once\s+|given\s+|taken\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity, and whether the text says "never" or "not" to it ("weekly, never daily")."""

    quantity: Quantity
    denied: bool

    def __str__(self) -> str:
        return ("not " if self.denied else "") + shown(self.quantity)


def figures_in(text: str) -> tuple[Figure, ...]:
    """Every figure of a text, in order."""
    return tuple(Figure(q, bool(_DENIED.search(text[: q.start]))) for q in quantities(text))


def figures(claim: Claim) -> tuple[Figure, ...]:
    """Every figure of our wording, in order, without repeats; the remark's too."""
    texts = (*our_words(claim), claim.remark or "")
    return tuple(dict.fromkeys(figure for text in texts for figure in figures_in(text)))


def missing_figures(claim: Claim, cites: tuple[Cite, ...]) -> tuple[Figure, ...]:
    """Figures of the claim that no line of these cites has."""
    sourced = frozenset(figure for line in lines(claim, cites) for figure in figures_in(line))
    return tuple(figure for figure in figures(claim) if figure not in sourced)


def numbers_are_sourced(claim: Claim) -> Finding | None:
    """Objects to a figure that nothing cited has with the same unit; a range is not its ends."""
    missing = missing_figures(claim, claim.cites)
    if not missing:
        return None
    listed = ", ".join(dict.fromkeys(map(str, missing)))
    return not_enough("N1", f"nothing cited says {listed}")
