"""Every dangerous change of a claim of a topic: in its sentence, its plain wording, its table, its order, its taper."""

from collections.abc import Iterator
from dataclasses import replace

from tests.mutations import mutant_conditions, mutant_orders, mutant_tapers, mutants, turned_orders

from curbside.model.answer import Claim
from curbside.verify.naming import DrugNames

OUTSIDER = "warfarin"
"""A drug that is no part of the topic."""


def mutant_claims(claim: Claim, drugs: DrugNames) -> Iterator[tuple[str, str, Claim]]:
    """(kind, what changed, claim with that one change)."""
    for kind, text in _texts(claim.text, claim, drugs):
        yield kind, text, replace(claim, text=text)
    for kind, text in _texts(claim.plain or "", claim, drugs):
        yield kind, text, replace(claim, plain=text)
    yield from _cells(claim, drugs)
    if claim.order:
        for kind, order in (*mutant_orders(claim.order), *turned_orders(claim.order)):
            yield f"order: {kind}", f"{claim.id}: {order}", replace(claim, order=order)
    for kind, when in mutant_conditions(claim.when):
        yield kind, f"when {when}", replace(claim, when=when)
    for kind, unless in mutant_conditions(claim.unless):
        yield kind, f"unless {unless}", replace(claim, unless=unless)
    for kind, reason in _texts(claim.reason or "", claim, drugs):
        if kind in ("figure x10", "figure /10", "drug swap", "unit swap"):
            yield f"reason: {kind}", reason, replace(claim, reason=reason)
    for place in range(len(claim.cites)):
        yield (
            "source removed",
            f"without {claim.cites[place].reference}",
            replace(claim, cites=(*claim.cites[:place], *claim.cites[place + 1 :])),
        )
    for kind, taper in mutant_tapers(claim.taper):
        yield f"taper: {kind}", f"{claim.id}: {taper}", replace(claim, taper=taper)


def _texts(text: str, claim: Claim, drugs: DrugNames) -> Iterator[tuple[str, str]]:
    for kind, changed in mutants(text, ()):
        if kind != "strength word" or claim.strength:
            yield kind, changed
    yield from _drug_swaps(text, claim, drugs)


def _drug_swaps(text: str, claim: Claim, drugs: DrugNames) -> Iterator[tuple[str, str]]:
    """Each drug named becomes each other drug that the cited lines name, and an outsider.

    No mutants: another name of the same drug; the class of the drug, which the drug speaks for; for a class, the member
    that the claim itself means by it; a name already beside it, which only drops the drug from its list."""
    cited = [line for cite in claim.cites for line in (cite.extract.says if cite.extract else ())]
    others = sorted({OUTSIDER}.union(*map(drugs.named, cited)))
    for mention in drugs.found(text):
        for other in others:
            changed = text[: mention.start] + other + text[mention.end :]
            meant = drugs.speaks_for(other, mention.drug) and other in drugs.named(claim.text)
            left_out = drugs.named(changed) == drugs.named(text) - {mention.drug}
            if not (drugs.speaks_for(mention.drug, other) or meant or left_out):
                yield "drug swap", changed


def _cells(claim: Claim, drugs: DrugNames) -> Iterator[tuple[str, str, Claim]]:
    if claim.table is None:
        return
    rows = claim.table.rows
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            for kind, changed in _texts(cell, claim, drugs):
                turned = (*row[:x], changed, *row[x + 1 :])
                table = replace(claim.table, rows=(*rows[:y], turned, *rows[y + 1 :]))
                yield kind, f"cell {changed}", replace(claim, table=table)
