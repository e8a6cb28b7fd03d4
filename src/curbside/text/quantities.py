"""Quantities in text: every figure a text gives, and which figures of one text another text lacks."""

from functools import lru_cache

from curbside.text.figures import figures
from curbside.text.quantity import Quantity
from curbside.text.say import shown

__all__ = ["Quantity", "missing", "quantities", "shown"]


@lru_cache(maxsize=50_000)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities, in text order; empty when there are none. Identifiers (CYP3A4, IL-6) are none."""
    return tuple(
        Quantity(found.low, found.high, found.unit, found.per, found.kind, found.bound, found.start, found.end)
        for found in figures(text)
    )


def missing(claim: str, source: str) -> tuple[Quantity, ...]:
    """Quantities of the claim that the source does not have, in the claim's order."""
    held = frozenset(quantities(source))
    return tuple(quantity for quantity in quantities(claim) if quantity not in held)
