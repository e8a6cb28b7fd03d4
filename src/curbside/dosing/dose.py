"""Doses of a draft, worked out for its patient: after each order, what it comes to, with the arithmetic."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count

from curbside.dosing.amounts import amount, figure
from curbside.dosing.apply import applied
from curbside.dosing.people import unsettled
from curbside.model.answer import Claim, Computed, Draft, Wording
from curbside.model.calculation import Applied
from curbside.model.condition import ESTIMATES, Case, Condition, by_the_other_estimate, holds
from curbside.model.drug import BARRING, Drug, Effect, Formulary, case_of
from curbside.model.patient import Known
from curbside.model.question import Scope
from curbside.model.regimen import Dose, DoseStep, doses
from curbside.text.normalise import fold

AT_FIRST = frozenset({"load", "bolus", "start"})
"""Steps that an adjustment to kidney function leaves as they are."""


def dose(draft: Draft, formulary: Formulary) -> Draft:
    """The draft with a computed claim after every order that a fact of the patient turns into an amount.

    Runs after what is not for the patient was put aside. Where an amount cannot be given and the patient was told
    about, a note says why."""
    if draft.scope is not Scope.CLINICAL:
        return draft
    case = case_of(draft.query, formulary)
    claims: list[Claim] = []
    lacking: dict[str, list[str]] = {}
    for claim in draft.claims:
        claims.append(claim)
        numbers = count(1)
        for drug, found, remark in _worked_out(claim, case, formulary):
            if found.computed is not None and found.computed.inputs:
                claims.append(_claim(claim, found, found.computed, f"{claim.id}/computed-{next(numbers)}", remark))
            elif found.why and _is_told(found, case):
                lacking.setdefault(found.why, []).append(drug)
    notes = _notes(lacking) if case.patient.facts else ()
    return replace(draft, claims=tuple(claims), notes=(*draft.notes, *(n for n in notes if n not in draft.notes)))


def _worked_out(claim: Claim, case: Case, formulary: Formulary) -> Iterator[tuple[str, Applied, str | None]]:
    """(drug, step applied, remark) of every step that stands for this patient."""
    for one in doses(claim.order) if claim.order else ():
        drug = formulary.drugs.get(fold(one.drug))
        if drug is not None and _barred(drug, case):
            continue
        by_rule = adjusting(drug, claim.id, case) if drug else Known.NO
        remark = "not adjusted to kidney function, which is not known" if by_rule is Known.UNKNOWN else None
        for found in applied(one, case.patient, drug, case):
            if by_rule is not Known.YES or found.step.label in AT_FIRST:
                yield one.drug, found, remark


def _barred(drug: Drug, case: Case) -> bool:
    """The caller has put barred drugs aside; should one be left, nothing is worked out for it."""
    return any(
        rule.effect in BARRING and rule.statement.when is not None and holds(rule.statement.when, case) is Known.YES
        for rule in drug.rules
    )


def adjusting(drug: Drug, id: str, case: Case) -> Known:
    """Whether a rule other than the one of this id adjusts the drug to this patient's kidneys: then that rule's order
    stands and not this one."""
    rules = [rule for rule in drug.rules if rule.effect is Effect.ADJUST and rule.about == "kidney"]
    if any(id.endswith(f"/{rule.statement.id}") for rule in rules):
        return Known.NO
    found = {_holds(rule.statement.when, case) for rule in rules if rule.statement.when is not None}
    return Known.YES if Known.YES in found else Known.UNKNOWN if Known.UNKNOWN in found else Known.NO


def _holds(when: Condition, case: Case) -> Known:
    """Whether an adjustment is meant for the patient. Where only the other estimate of kidney function is known, and would
    not ask for it, nothing is left unsaid; it is never used to adjust."""
    found = holds(when, case)
    told = any(case.patient.of(name).known is Known.VALUE for name in ESTIMATES)
    return Known.NO if found is Known.UNKNOWN and told and not by_the_other_estimate(when, case) else found


def _claim(claim: Claim, found: Applied, computed: Computed, id: str, remark: str | None) -> Claim:
    """It falls with the claim it was worked out from (`requires`), whose places it cites."""
    remarks = tuple(dict.fromkeys((*found.notes, *((remark,) if remark else ()))))
    return Claim(
        id=id,
        text=sentence(found),
        wording=Wording.OURS,
        cites=claim.cites,
        section=claim.section,
        branch=claim.branch,
        population=claim.population,
        requires=(claim.id,),
        parent=claim.parent or claim.id,
        remark="; ".join(remarks) or None,
        jurisdiction=claim.jurisdiction,
        computed=replace(computed, of=claim.id),
    )


def sentence(found: Applied) -> str:
    """ "Vancomycin load for 80 kg: 1,600 to 2,800 mg IV once (20 to 35 mg/kg); at most 3,000 mg in one dose."; for an
    `Applied` with an amount."""
    one, step = found.dose, found.step
    if found.given is None:
        return f"{_capital(one.drug)}: no amount. {_capital(found.why or 'It is not known')}."
    who = f" for {found.basis}" if found.basis else ""
    label = f" {step.label}" if step.label else ""
    given = amount(found.given, step.unit)
    caps = "".join(f"; {cap}" for cap in found.caps)
    basis = f" ({_per(step)})" if step.per or step.divided else ""
    return f"{_capital(one.drug)}{label}{who}: {given} {_how(one, step)}{basis}{caps}."


def _how(one: Dose, step: DoseStep) -> str:
    each = f"for each of {step.divided} doses a day" if step.divided else None
    untimed = not (step.over or step.rate or step.duration or step.until)
    interval = None if step.divided else step.interval or ("once" if untimed else None)
    parts = (
        step.rate,
        one.route,
        interval,
        each,
        step.over and f"over {step.over}".replace("over over ", "over "),
        step.duration and f"for {step.duration}".replace("for for ", "for "),
        step.until and f"until {step.until}".replace("until until ", "until "),
    )
    return " ".join(part for part in parts if part)


def _per(step: DoseStep) -> str:
    low, high = figure(step.amount.low), figure(step.amount.high)
    number = low if low == high else f"{low} to {high}"
    weight = f" {step.weight} body weight" if step.weight else ""
    time = " per day" if step.divided else f" {step.rate}" if step.rate else ""
    return f"{number} {step.unit}{f'/{step.per}' if step.per else ''}{time}{weight}"


def _is_told(found: Applied, case: Case) -> bool:
    """Whether a missing amount is worth a note: a dose for such a patient that lacks a measure, or was refused."""
    return found.fits and bool(found.step.per) and unsettled(found.dose, case) is None


def _notes(lacking: Mapping[str, list[str]]) -> tuple[str, ...]:
    names = (
        (why.removeprefix("no amount is given: "), ", ".join(dict.fromkeys(drugs))) for why, drugs in lacking.items()
    )
    return tuple(f"Not calculated for {drugs}: {why}." for why, drugs in names)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
