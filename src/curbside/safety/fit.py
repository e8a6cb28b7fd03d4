"""The draft for this patient: what is not for them is put aside with its reason, what is for them comes first."""

import re
from collections.abc import Mapping
from dataclasses import replace

from curbside.model.answer import Claim, Draft, Outline
from curbside.model.condition import Case, holds
from curbside.model.drug import Formulary
from curbside.model.patient import Known
from curbside.model.regimen import Barred, doses
from curbside.safety.bars import bars
from curbside.safety.orders import fitted
from curbside.text.normalise import fold
from curbside.text.quantities import Quantity, quantities

FOR_PATIENT = "for-patient"
"""Section that comes first; composing makes it too when rules of drugs concern the patient."""
_WARNS = re.compile(
    r"\b(?:avoid\w*|contra-?indicat\w*|stop\w*|not|never|no|without|instead|unless|except|caution\w*|withh[eo]ld\w*|hold|held|"
    r"switch\w*|discontinu\w*|before|exclud\w*|risk|toxic\w*|harm\w*|teratogen\w*|malformation\w*|loss|inhibit\w*|"
    r"interact\w*|clash\w*|check\w*|screen\w*|allerg\w*|warn\w*|neither|nor)\b",
    re.IGNORECASE,
)
_DOSED = frozenset({"mg", "mL", "units", "IU", "mmol", "mEq", "puff", "tablet", "ampoule", "drop"})
_MEASURED = frozenset({"L", "dL"})
"""What is told per litre was measured, not given."""
_CLEARANCES = (("minute",), ("minute", "1.73 m2"))
"""mL per these is kidney function."""


def fit(draft: Draft, case: Case, formulary: Formulary) -> Draft:
    """The draft with every claim held against the patient: claims of people the patient is not are left out; what must
    not be acted on here is put aside, with the reason and without an amount; what is for this patient comes first."""
    barred = bars(_in_play(draft, formulary), case, formulary)
    fitting = [found for claim in draft.claims if (found := _fitted(claim, barred, case, formulary)) is not None]
    claims = _without(fitting, {claim.id for claim in draft.claims} - {claim.id for claim in fitting})
    # A caution put aside that speaks only of drugs not given is asked for by nobody; one that speaks of others still is.
    spoken = {
        claim.id: {fold(name) for text in _texts(claim) for name in formulary.named(text)} for claim in draft.claims
    }
    aside = frozenset(claim.id for claim in claims if claim.aside is not None and spoken[claim.id] <= set(barred))
    claims = [replace(claim, requires=tuple(id for id in claim.requires if id not in aside)) for claim in claims]
    lifted = {
        claim.id for claim in claims if claim.when and claim.when.personal and holds(claim.when, case) is Known.YES
    }
    lifted |= {claim.id for claim in claims if claim.parent in lifted}
    first = [_lift(claim, lifted) for claim in claims if claim.id in lifted]
    first.sort(key=lambda claim: claim.id.startswith("drug:"))  # what to do, then the rules behind it
    rest = [claim for claim in claims if claim.id not in lifted]
    there = any(section.id == FOR_PATIENT for section in draft.outline)
    outline = draft.outline if there or not lifted else (Outline(FOR_PATIENT, "For this patient"), *draft.outline)
    return replace(draft, claims=(*first, *_alternatives_first(rest)), outline=outline)


def _without(claims: list[Claim], gone: set[str]) -> list[Claim]:
    """The claims without those that were left out: points of such a claim go with it, and a caution that is for other
    people is not asked for."""
    while points := {claim.id for claim in claims if claim.parent in gone}:
        claims = [claim for claim in claims if claim.parent not in gone]
        gone = gone | points
    return [
        replace(
            claim,
            requires=tuple(id for id in claim.requires if id not in gone),
            against=tuple(id for id in claim.against if id not in gone),
        )
        for claim in claims
    ]


def _in_play(draft: Draft, formulary: Formulary) -> list[str]:
    """Every drug a claim names or orders, and every drug the question names, sorted."""
    found = {fold(name) for claim in draft.claims for text in _texts(claim) for name in formulary.named(text)}
    found |= {fold(dose.drug) for claim in draft.claims if claim.order for dose in doses(claim.order)}
    return sorted(found | {fold(name) for name in draft.query.drugs})


def _texts(claim: Claim) -> tuple[str, ...]:
    return (claim.text, claim.plain or "", *(cell for row in (claim.table.rows if claim.table else ()) for cell in row))


def _fitted(claim: Claim, barred: Mapping[str, str], case: Case, formulary: Formulary) -> Claim | None:
    """The claim as this patient may see it; None when it is not about them."""
    if claim.when is not None and holds(claim.when, case) is Known.NO:
        return None
    if claim.unless is not None and holds(claim.unless, case) is Known.YES:
        return _aside(claim, claim.reason or "it is not for this patient", formulary)
    order = fitted(claim.order, barred, case) if claim.order else None
    if claim.order is not None and order is None:
        return None
    told = replace(claim, order=order, taper=() if isinstance(order, Barred) else claim.taper)
    named = [fold(name) for text in _texts(claim) for name in formulary.named(text)]
    reasons = [f"{name}: {barred[name]}" for name in dict.fromkeys(named) if name in barred]
    if reasons and _acts(told, barred):
        return _aside(told, "; ".join(reasons), formulary)
    return told


def _acts(claim: Claim, barred: Mapping[str, str]) -> bool:
    """Whether a claim that names a barred drug could be acted on: it gives an amount, or does not warn."""
    dosed = any(_is_dose(q) for text in _texts(claim) for q in quantities(text))
    dosed = dosed or (claim.order is None and bool(claim.taper))
    if claim.id.startswith("drug:") and fold(claim.id.removeprefix("drug:").rpartition("/")[0]) in barred:
        return dosed  # a rule of the drug may be the one that says why; it says so without an amount, or not at all
    choosing = claim.order is not None and not isinstance(claim.order, Barred)
    return dosed or not (choosing or _WARNS.search(claim.text))


def _is_dose(found: Quantity) -> bool:
    cleared = found.unit == "mL" and found.per in _CLEARANCES
    return found.kind == "amount" and found.unit in _DOSED and not cleared and not _MEASURED & set(found.per)


def _aside(claim: Claim, reason: str, formulary: Formulary) -> Claim:
    """The claim with its reason, without its amounts."""
    named = {dose.drug for dose in doses(claim.order)} if claim.order else set[str]()
    named |= formulary.named(claim.text)
    what = ", ".join(sorted(named)) or claim.section.replace("-", " ")
    return replace(
        claim,
        text=f"{what[:1].upper()}{what[1:]}: not shown for this patient",
        plain=None,
        order=None,
        taper=(),
        table=None,
        aside=reason,
    )


def _lift(claim: Claim, lifted: set[str]) -> Claim:
    parent = claim.parent if claim.parent in lifted else None
    return replace(claim, section=FOR_PATIENT, branch=None, lead=False, parent=parent)


def _alternatives_first(claims: list[Claim]) -> list[Claim]:
    """Within each section, orders that are barred as a whole stand after everything else."""
    last: dict[str, int] = {claim.section: place for place, claim in enumerate(claims)}
    return [
        claim
        for _, claim in sorted(
            enumerate(claims),
            key=lambda pair: (
                (last[pair[1].section] + 0.5, pair[0])
                if isinstance(pair[1].order, Barred) and not pair[1].lead
                else (pair[0], 0)
            ),
        )
    ]
