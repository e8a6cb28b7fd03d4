"""Whether drugs of an order are given together or one of them is chosen: as the sentence or a cited line joins them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from curbside.model.answer import Claim, Finding
from curbside.model.regimen import AllOf, AnyOf, Barred, Dose, Order, doses
from curbside.verify.naming import DrugNames, Mention
from curbside.verify.reading import contradicted, lines, not_enough

_JOINT = re.compile(r"\b(?:(?P<choice>or|alternatively|instead)|(?P<sum>and|plus|with|together))\b", re.IGNORECASE)
_SAID = {"choice": "one of them is chosen", "sum": "they are given together"}


def joins_are_sourced(claim: Claim, drugs: DrugNames) -> Finding | None:
    """Objects to a choice made a sum and to a sum made a choice, and to either when nothing says which it is."""
    texts = (claim.text, *lines(claim))
    for group in _groups(claim.order):
        wanted = "choice" if isinstance(group, AnyOf) else "sum"
        for left, right in pairwise(part for part in group.orders if not isinstance(part, Barred)):
            ones, others = _names(left, drugs), _names(right, drugs)
            said = next((joint for text in texts if (joint := _joint(text, ones, others, drugs))), None)
            if ones != others and said != wanted:
                pair = f"{'/'.join(sorted(ones))} and {'/'.join(sorted(others))}"
                if said:
                    return contradicted("R1", f"of {pair} it is said that {_SAID[said]}; the order has it otherwise")
                return not_enough("R1", f"nothing cited says of {pair} that {_SAID[wanted]}")
    return None


def _groups(order: Order | None) -> Iterator[AnyOf | AllOf]:
    if order is None or isinstance(order, Dose | Barred):
        return
    if isinstance(order, AnyOf | AllOf):
        yield order
    for part in order.orders:
        yield from _groups(part)


def _names(order: Order, drugs: DrugNames) -> frozenset[str]:
    return frozenset[str]().union(*(drugs.named(dose.drug) for dose in doses(order)))


def _joint(text: str, ones: frozenset[str], others: frozenset[str], drugs: DrugNames) -> str | None:
    """What joins the nearest two of them in a text; the members of a list are joined by the word that closes it."""
    found = drugs.found(text)
    pairs = [pair for pair in pairwise(found) if _crosses(pair, ones, others)]
    pairs = pairs or [(a, b) for i, a in enumerate(found) for b in found[i + 1 :] if _crosses((a, b), ones, others)]
    if not pairs:
        return None
    left, right = min(pairs, key=lambda pair: pair[1].start - pair[0].end)
    match = _JOINT.search(text, left.end, right.start) or _JOINT.search(text, right.end)
    return match.lastgroup if match else None


def _crosses(pair: tuple[Mention, Mention], ones: frozenset[str], others: frozenset[str]) -> bool:
    left, right = pair[0].drug, pair[1].drug
    return (left in ones and right in others) or (left in others and right in ones)


def together(order: Order | None) -> Iterator[AllOf]:
    """Every group of orders that are given together."""
    return (group for group in _groups(order) if isinstance(group, AllOf))
