"""S1: nothing retracted supports anything; what may no longer be leaned on supports no dose, and is named."""

from curbside.model.answer import Claim, Finding, Wording
from curbside.model.document import Standing
from curbside.verify.numbers import missing_figures
from curbside.verify.reading import contradicted, gives_dose, is_dose, not_enough

SHAKY = frozenset({Standing.SUPERSEDED, Standing.CONCERN})
"""Standings on which no dose may rest alone."""
NAMED = frozenset({Standing.DRAFT, Standing.SUPERSEDED, Standing.CONCERN})
"""Standings that are said on the same line as a quotation."""


def standing_allows(claim: Claim) -> Finding | None:
    """Objects by the standing of the sources cited."""
    for cite in claim.cites:
        if cite.citation.standing is Standing.RETRACTED:
            return contradicted("S1", f"{cite.reference} has been retracted")
    return _dose(claim) or _named(claim)


def _dose(claim: Claim) -> Finding | None:
    if not gives_dose(claim):
        return None
    firm = tuple(cite for cite in claim.cites if cite.citation.standing not in SHAKY)
    if len(firm) == len(claim.cites):
        return None
    if not firm:
        said = ", ".join(f"{cite.reference} ({cite.citation.standing})" for cite in claim.cites)
        return not_enough("S1", f"a dose may not rest on {said} alone")
    alone = [str(figure) for figure in missing_figures(claim, firm) if is_dose(figure.quantity)]
    return not_enough("S1", f"only a source that may no longer be leaned on says {', '.join(alone)}") if alone else None


def _named(claim: Claim) -> Finding | None:
    if claim.wording is Wording.OURS:
        return None
    remark = (claim.remark or "").lower()
    for cite in claim.cites:
        standing = cite.citation.standing
        if standing in NAMED and standing.value not in remark:
            return not_enough("S1", f"{cite.reference} is {standing.value}, and the line does not say so")
    return None
