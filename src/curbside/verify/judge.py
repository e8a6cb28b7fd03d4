"""The judge: a claim is shown when a check vouches for it and none objects. It fails closed.

The only place that makes a `Judgement`.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from curbside.errors import CurbsideError
from curbside.model.answer import Basis, Cite, Claim, Finding, Judgement, Verdict, Wording
from curbside.model.document import Extent
from curbside.ports import Check
from curbside.verify.numbers import missing_figures
from curbside.verify.reading import contradicted, not_enough


def judge(claim: Claim, checks: Sequence[Check]) -> Judgement:
    """The claim with what every check found, in the order of the checks, and its basis; None withholds it.

    A judgement depends on the whole claim and the checks and on nothing else, so it is remembered under both."""
    return _judged(claim, tuple(checks))


@lru_cache(maxsize=16_384)
def _judged(claim: Claim, checks: tuple[Check, ...]) -> Judgement:
    findings = _findings(claim, checks)
    if _passes(findings) and (dispute := _disputed(claim, checks)):
        findings = (*findings, dispute)
    return Judgement(claim, _basis(claim, checks) if _passes(findings) else None, findings or (_nobody(),))


def _findings(claim: Claim, checks: Sequence[Check]) -> tuple[Finding, ...]:
    found = tuple(finding for check in checks if (finding := _finding(check, claim)) is not None)
    return found if any(finding.verdict is Verdict.SUPPORTED for finding in found) or _objects(found) else (_nobody(),)


def _finding(check: Check, claim: Claim) -> Finding | None:
    # Checks read hostile text. Whatever a check stumbles over there (a lookup, a number, a shape), the claim it could
    # not finish must not be shown, and the other claims must be: so the error becomes an objection.
    try:
        return check(claim)
    except (CurbsideError, ValueError, ArithmeticError, LookupError, TypeError):
        return not_enough(getattr(check, "__name__", "check"), "the check could not be completed")


def _nobody() -> Finding:
    return not_enough("V0", "no check vouches for it; silence is not support")


def _objects(findings: tuple[Finding, ...]) -> bool:
    return any(map(_speaks_against, findings))


def _speaks_against(finding: Finding) -> bool:
    return finding.verdict is not Verdict.SUPPORTED


def _passes(findings: tuple[Finding, ...]) -> bool:
    return bool(findings) and not _objects(findings)


def _basis(claim: Claim, checks: Sequence[Check]) -> Basis:
    if claim.wording is Wording.VERBATIM:
        return Basis.QUOTED
    if claim.computed:
        return Basis.COMPUTED
    curated = any(cite.extract for cite in claim.cites)
    held = tuple(_held_only(cite) for cite in claim.cites if cite.passage and (not curated or _in_full(cite)))
    if held and _passes(_findings(replace(claim, cites=held), checks)):
        return Basis.CHECKED
    return Basis.CURATED


def _in_full(cite: Cite) -> bool:
    return cite.passage is not None and cite.extent is Extent.FULL_TEXT


def _held_only(cite: Cite) -> Cite:
    """The cite with nothing of the editor's reading but where it was read and the strength published."""
    return replace(cite, extract=cite.extract and replace(cite.extract, says=(), population=()))


def _disputed(claim: Claim, checks: Sequence[Check]) -> Finding | None:
    """A finding when a source held in full does not bear out what its extract was cited for. Less than the full
    text disputes nothing: it may stand in the part that is not held."""
    for cite in claim.cites:
        if cite.extract is None or not _in_full(cite):
            continue
        held = _held_only(cite)
        curated = replace(cite, passage=None)
        unread = missing_figures(claim, (curated,))
        absent = [str(f) for f in missing_figures(claim, (held,)) if f not in unread]
        if absent:
            return not_enough(
                "H1", f"the text of {cite.reference} held here does not show {', '.join(absent)}; put before the board"
            )
        before = {
            finding.check for finding in _findings(replace(claim, cites=(curated,)), checks) if _speaks_against(finding)
        }
        for finding in _findings(replace(claim, cites=(held,)), checks):
            if finding.check == "D1" and finding.verdict is Verdict.CONTRADICTED and "D1" not in before:
                return contradicted("H1", f"the text of {cite.reference} held here differs: {finding.reason}")
    return None
