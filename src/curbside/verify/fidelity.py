"""F1: a machine's reading of a source is called that, and no dose rests on a copy alone."""

from curbside.model.answer import Claim, Finding, Wording
from curbside.model.document import Fidelity
from curbside.verify.numbers import missing_figures
from curbside.verify.reading import gives_dose, is_dose, not_enough


def fidelity_allows(claim: Claim) -> Finding | None:
    """Objects to a dose out of copied text, and to machine-derived words that are not called so."""
    original = tuple(cite for cite in claim.cites if cite.fidelity is Fidelity.ORIGINAL)
    if len(original) < len(claim.cites) and gives_dose(claim):
        if not original:
            return not_enough("F1", "a dose may not rest on transcribed or machine-derived text alone")
        alone = [str(figure) for figure in missing_figures(claim, original) if is_dose(figure.quantity)]
        if alone:
            return not_enough("F1", f"only transcribed or machine-derived text says {', '.join(alone)}")
    derived = any(cite.fidelity is Fidelity.MACHINE_DERIVED for cite in claim.cites)
    said = Fidelity.MACHINE_DERIVED.value in (claim.remark or "").lower()
    if derived and claim.wording is Wording.VERBATIM and not said:
        return not_enough("F1", "the text is machine-derived, and the line does not say so")
    return None
