"""An order applied to a patient: weight, caps, rounding, guard. One missing input, and there is no number."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext

from curbside.dosing import amounts
from curbside.dosing.amounts import EXACT, figure, told
from curbside.dosing.caps import PER_DAY, Cap, Unreadable, caps, within_a_day
from curbside.dosing.facts import grown
from curbside.dosing.guard import guarded
from curbside.dosing.people import remarks, unfit, unsettled
from curbside.dosing.rounding import Measured, concentration, measurable, sensible, unmeasured
from curbside.dosing.weights import Multiplier, multiplier
from curbside.model.answer import Computed
from curbside.model.calculation import Applied, NotCalculated
from curbside.model.condition import Case
from curbside.model.drug import Drug
from curbside.model.patient import Patient
from curbside.model.regimen import Amount, Dose, DoseStep

WARN, WARN_NARROW = Decimal(10), Decimal(5)
"""Percent that rounding may change without a warning; less for drugs of a narrow therapeutic index."""


def applied(dose: Dose, patient: Patient, drug: Drug | None, case: Case | None = None) -> tuple[Applied, ...]:
    """Every step of a dose for a patient, in order. `case`: the patient with the drugs in play; else the patient alone.

    The caller removes what is contraindicated: rules of the drug are not read here."""
    asked = case or Case(patient)
    if why := unfit(dose, asked):
        return tuple(Applied(dose, step, why=why, fits=False) for step in dose.steps)
    if open_ := unsettled(dose, asked):
        return tuple(Applied(dose, step, why=open_[0], missing=open_[1]) for step in dose.steps)
    with localcontext(EXACT):
        return tuple(_Sum(dose, step, patient, drug).applied() for step in dose.steps)


@dataclass(frozen=True, slots=True)
class _Sum:
    """One step being worked out."""

    dose: Dose
    step: DoseStep
    patient: Patient
    drug: Drug | None

    @property
    def child(self) -> bool:
        return grown(self.patient) is False

    @property
    def per(self) -> str:
        return self.step.rate or ""

    @property
    def unit(self) -> str:
        """Of what is given: "mg", "units per hour"."""
        return f"{self.step.unit} {self.step.rate}" if self.step.rate else self.step.unit

    def applied(self) -> Applied:
        empty = Applied(self.dose, self.step, self.per)
        size = multiplier(self.step, self.patient) if self.step.per else None
        if isinstance(size, NotCalculated):
            return replace(empty, why=size.why, missing=size.missing)
        try:
            limits = caps(self.dose, self.step, self.drug, self.child, size)
        except Unreadable as error:
            return replace(empty, why=str(error))
        share = (size.exact if size else Decimal(1)) / (self.step.divided or 1)
        exact = Amount(self.step.amount.low * share, self.step.amount.high * share)
        capped, tight = _capped(exact, limits)
        # A fixed amount is given as the source says; only what was worked out is rounded.
        ends = dict.fromkeys((capped.low, capped.high)) if size or self.step.divided else ()
        measured = [self._measured(end, tight) for end in ends]
        given = _between(measured) if measured else capped
        why, guarding = guarded(self.dose, self.step, given, self.drug, self.child)
        said = tuple(cap.words for cap in limits)
        if why:
            return replace(empty, why=f"no amount is given: {why}", caps=said)
        notes = (
            *(size.notes if size else ()),
            *remarks(self.patient),
            *guarding,
            *self._warnings(capped, given, measured),
        )
        made = replace(empty, exact=exact, given=given, caps=said, notes=notes, changed=capped != exact)
        if not measured and capped == exact:
            return made
        changes = (*self._capping(exact, limits, tight), *self._rounding(capped, measured))
        computed = self._computed(exact, given, size, "; ".join(changes) or None)
        return replace(made, computed=computed, products=self._products(measured), basis=size.words if size else "")

    def _warnings(self, capped: Amount, given: Amount, measured: list[Measured]) -> Iterator[str]:
        if note := within_a_day(self.dose, self.step, given.high):
            yield note
        yield from self._far(capped, measured)
        yield from self._volume(given)

    def _capping(self, exact: Amount, limits: tuple[Cap, ...], tight: Decimal | None) -> Iterator[str]:
        words = next((cap.words for cap in limits if cap.most is not None and cap.most == tight), None)
        if words and tight is not None and tight < exact.high:
            low, high = amounts.to_show(exact.low), amounts.to_show(exact.high)
            yield f"{told(low, high, self.unit)} is capped: {words}"

    def _measured(self, exact: Decimal, most: Decimal | None) -> Measured:
        if self.step.rate:
            return Measured(sensible(exact, most))
        return measurable(exact, self.step.unit, self.dose.route, self.drug, most)

    def _rounding(self, capped: Amount, measured: list[Measured]) -> Iterator[str]:
        for exact, made in _pairs(capped, measured):
            if exact == made.value:
                continue
            words = f" ({made.words})" if made.words else ""
            more = "more" if made.value > exact else "less"
            before = told(amounts.to_show(exact), amounts.to_show(exact), self.unit)
            after = told(made.value, made.value, self.unit)
            yield f"{before} is rounded to {after}{words}, {_percent(exact, made.value)} {more}"

    def _products(self, measured: list[Measured]) -> tuple[str, ...]:
        return tuple(f"{told(made.value, made.value, self.unit)}: {made.words}" for made in measured if made.words)

    def _far(self, capped: Amount, measured: list[Measured]) -> Iterator[str]:
        narrow = bool(self.drug and self.drug.narrow_index)
        bound = WARN_NARROW if narrow else WARN
        for exact, made in _pairs(capped, measured):
            if abs(made.value - exact) * 100 > bound * exact:
                beyond = "in a drug of narrow therapeutic index" if narrow else "check"
                yield f"rounding changes the dose by {_percent(exact, made.value)}: {beyond}"
            if not self.step.rate and (warning := unmeasured(exact, self.step.unit, self.dose.route, self.drug)):
                yield warning

    def _volume(self, given: Amount) -> Iterator[str]:
        """mL per hour of an infusion, as pumps are set, when exactly one solution for infusion is on file."""
        solutions = [p for p in (self.drug.products if self.drug else ()) if "infusion" in p.form.lower()]
        known = concentration(solutions[0], self.step.unit) if self.step.rate and len(solutions) == 1 else None
        if known and self.step.rate:
            hourly = PER_DAY[self.step.rate] / 24 * known[1] / known[0]
            low, high = (amounts.to_places(end * hourly, 1) for end in (given.low, given.high))
            yield f"{told(low, high, 'mL')} per hour of a solution of {solutions[0].strength}"

    def _computed(self, exact: Amount, given: Amount, size: Multiplier | None, change: str | None) -> Computed:
        ends = dict.fromkeys((self.step.amount.low, self.step.amount.high))
        results = dict.fromkeys((exact.low, exact.high))
        formula = "; ".join(self._formula(end, value, size) for end, value in zip(ends, results, strict=True))
        shown = told(amounts.to_show(exact.low), amounts.to_show(exact.high), self.unit)
        rounded = told(given.low, given.high, self.unit)
        return Computed(formula, size.inputs if size else (), shown, rounded, change, dose=self.dose)

    def _formula(self, amount: Decimal, value: Decimal, size: Multiplier | None) -> str:
        """ "50 mg/kg per day x 12 kg / 4 doses per day = 150 mg per dose"."""
        divided = self.step.divided
        per = f"/{self.step.per}" if self.step.per else ""
        time = " per day" if divided else f" {self.step.rate}" if self.step.rate else ""
        parts = f"{figure(amount)} {self.step.unit}{per}{time}" + (f" x {size.formula}" if size else "")
        by, each = (f" / {divided} doses per day", " per dose") if divided else ("", "")
        return f"{parts}{by} = {figure(amounts.to_show(value))} {self.unit}{each}"


def _capped(exact: Amount, limits: tuple[Cap, ...]) -> tuple[Amount, Decimal | None]:
    """The amount under its limits, and the tightest of them."""
    tight = min((cap.most for cap in limits if cap.most is not None), default=None)
    if tight is None:
        return exact, None
    return Amount(min(exact.low, tight), min(exact.high, tight)), tight


def _between(measured: list[Measured]) -> Amount:
    return Amount(measured[0].value, max(measured[0].value, measured[-1].value))


def _pairs(capped: Amount, measured: list[Measured]) -> Iterator[tuple[Decimal, Measured]]:
    """Each end with what measures it; one pair when both ends are one, none of what was not worked out."""
    return zip(dict.fromkeys((capped.low, capped.high)) if measured else (), measured, strict=True)


def _percent(exact: Decimal, value: Decimal) -> str:
    share = abs(value - exact) * 100 / exact
    return f"{figure(share.quantize(Decimal('0.1')))} %" if share >= Decimal("0.1") else "less than 0.1 %"
