"""The gate over judged claims: no regimen without its cautions, and what is missing is said.

It runs after judging, so a withheld caution never counts as given.
"""

from curbside.model.answer import Claim, Draft, Gap, Gated, Judgement, Withheld
from curbside.model.drug import Drug, Formulary
from curbside.model.question import Scope
from curbside.model.regimen import doses
from curbside.text.normalise import fold

ITEMS: tuple[tuple[str, str], ...] = (
    ("pregnancy", "Pregnancy and contraception"),
    ("lactation", "Breast-feeding"),
    ("kidney", "Kidney function"),
    ("liver", "Liver function"),
    ("age", "Age"),
    ("weight", "Weight"),
    ("allergy", "Allergy"),
    ("interactions", "Interactions"),
    ("prophylaxis", "Prophylaxis"),
    ("infection", "Infection"),
)
"""What must not be forgotten, in page order: item and what the page calls it."""
MOST = 8
"""Drugs named in one line of gaps, at most."""
NOT_FOR_MEN = frozenset({"pregnancy", "lactation"})


def gate(judged: tuple[Judgement, ...], draft: Draft, formulary: Formulary) -> Gated:
    """Splits what is shown from what is withheld and why, both in the order of the draft, and lists the gaps.

    A shown claim falls with any caution it requires (C1) and with the claim it is a point of (C2), however long the
    chain. Where guidance disagrees, one side stands without the other."""
    fallen: dict[int, Withheld] = {}
    for place, judgement in enumerate(judged):
        if judgement.claim.aside is not None:
            fallen[place] = Withheld(judgement.claim, "U1", judgement.claim.aside)
        elif not judgement.shown:
            objection = judgement.objection
            check, reason = (objection.check, objection.reason) if objection else ("V0", "no check vouches for it")
            fallen[place] = Withheld(judgement.claim, check, reason)
    while newly := _falling(judged, fallen):
        fallen |= newly
    shown = tuple(judgement for place, judgement in enumerate(judged) if place not in fallen)
    withheld = tuple(fallen[place] for place in sorted(fallen))
    return Gated(shown, withheld, _gaps(shown, draft, formulary))


def _falling(judged: tuple[Judgement, ...], fallen: dict[int, Withheld]) -> dict[int, Withheld]:
    standing = {judgement.claim.id for place, judgement in enumerate(judged) if place not in fallen}
    standing -= {withheld.claim.id for withheld in fallen.values()}
    texts = {judgement.claim.id: judgement.claim.text for judgement in judged}
    return {
        place: lost
        for place, judgement in enumerate(judged)
        if place not in fallen and (lost := _lost(judgement.claim, standing, texts))
    }


def _lost(claim: Claim, standing: set[str], texts: dict[str, str]) -> Withheld | None:
    for caution in claim.requires:
        if caution not in standing:
            how = f"was withheld: {texts[caution]}" if caution in texts else f"is not on this page ({caution})"
            return Withheld(claim, "C1", f"a caution it requires {how}")
    if claim.parent is not None and claim.parent not in standing:
        how = f"was withheld: {texts[claim.parent]}" if claim.parent in texts else "is not on this page"
        return Withheld(claim, "C2", f"the statement it is a point of {how}")
    return None


def _gaps(shown: tuple[Judgement, ...], draft: Draft, formulary: Formulary) -> tuple[Gap, ...]:
    if draft.scope is not Scope.CLINICAL or not shown:
        return ()
    ordered = [dose.drug for judgement in shown if judgement.claim.order for dose in doses(judgement.claim.order)]
    drugs = [d for name in dict.fromkeys(map(fold, ordered)) if (d := formulary.drugs.get(name))]
    return tuple(_gap(item, name, shown, draft, drugs) for item, name in ITEMS)


def _gap(item: str, name: str, shown: tuple[Judgement, ...], draft: Draft, drugs: list[Drug]) -> Gap:
    told = [judgement.claim for judgement in shown if item in judgement.claim.addresses]
    if told:
        return Gap(item, "answered", f"{name}: see {_where(told, draft)}.{_silent(item, drugs)}")
    if item in NOT_FOR_MEN and (draft.query.patient.of("sex").value or "").strip().lower() in ("male", "m"):
        return Gap(item, "not_applicable", f"{name}: not applicable, the patient is male.")
    return Gap(item, "not_addressed", f"{name}: not addressed by the sources of this page.")


def _silent(item: str, drugs: list[Drug]) -> str:
    """Drugs ordered on the page whose files looked for an answer and found none."""
    names = [drug.name for drug in drugs if item in drug.unknown]
    if not names:
        return ""
    more = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return f" Not addressed by the sources found: {', '.join(names[:MOST])}{more}."


def _where(told: list[Claim], draft: Draft) -> str:
    """The headings under which an item is answered, in page order."""
    sections = {claim.section for claim in told}
    headings = dict.fromkeys(section.heading for section in draft.outline if section.id in sections)
    return ", ".join(f"“{heading}”" for heading in headings) or "the statements above"
