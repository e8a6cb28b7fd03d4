"""Reading a taper: "60 mg x 28 days, 50 mg x 7 days, stop", "60 mg, reduce 5 mg every 7 days to 10 mg, hold"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from curbside.dosing.amounts import figure, in_unit, limit, told
from curbside.errors import BadPlan
from curbside.model.course import Plan, PlanStep
from curbside.model.regimen import TaperStep
from curbside.text.normalise import fold, squeeze

MOST_DAYS, MOST_STEPS, MOST_TEXT = 3_650, 400, 2_000
HOW = "write “60 mg x 28 days, 50 mg x 7 days, stop” or “60 mg, reduce 5 mg every 7 days to 10 mg, hold at 10 mg”"
_AMOUNT = r"(?P<{}>[\d.,]+ ?[a-z]+(?: units)?)"
_TIME = r"(?P<{0}>\d{{1,4}}) ?(?P<{0}_unit>day|week)s?"
_DAILY = r"(?: daily| a day| per day|/day)?"
_DOSE = re.compile(_AMOUNT.format("amount") + _DAILY + r"(?: ?(?:x|for) ?" + _TIME.format("time") + ")?")
_REDUCE = re.compile(
    r"(?:then )?reduce(?:d)?(?: the [a-z ]*?dose)?(?: by)? "
    + _AMOUNT.format("less")
    + r" every (?:(?P<every>\d{1,3}) )?(?P<every_unit>day|week)s?(?: down)? to "
    + _AMOUNT.format("to")
    + _DAILY
)
_HOLD = re.compile(r"(?:hold|stay|continue)(?: at " + _AMOUNT.format("amount") + _DAILY + r")?(?: until reviewed)?")
_PARTS = re.compile(r"(?<!\d),|,(?!\d{3}(?!\d))|;")
_DAYS = {"day": 1, "week": 7}


def read_plan(text: str) -> Plan:
    """The plan of a text; `BadPlan` names what cannot be read or must not be."""
    if len(text) > MOST_TEXT:
        raise BadPlan(f"the plan has {len(text):,} characters; at most {MOST_TEXT:,} are read", HOW)
    parts = [squeeze(part) for part in _PARTS.split(fold(text))]
    draft = _Draft()
    for place, part in enumerate(parts, 1):
        if not part:
            raise BadPlan(f"part {place} of the plan is empty", HOW)
        draft.add(part)
    return draft.plan()


def plan_of(steps: tuple[TaperStep, ...], start: str | None = None) -> Plan:
    """The plan of a curated taper. `start`: the dose it begins with ("60 mg"), where the taper is told relative to it."""
    draft = _Draft()
    for step in steps:
        days = None if step.to_day is None else step.to_day - step.from_day + 1
        draft.curated(step.amount, step.unit, days, start)
    return draft.plan()


@dataclass(slots=True)
class _Draft:
    unit: str = ""
    steps: list[PlanStep] = field(default_factory=list)
    open_: Decimal | None = None
    """An amount whose days the next part tells."""
    ended: bool = False

    def add(self, part: str) -> None:
        if self.ended:
            raise BadPlan(f"{part!r} comes after the end of the plan", "end the plan once, with its last part")
        if part in ("stop", "then stop"):
            self.ended = True
        elif found := _REDUCE.fullmatch(part):
            days = int(found["every"] or 1) * _DAYS[found["every_unit"]]
            self.reduce(self.amount(found["less"]), days, self.amount(found["to"], zero=True))
        elif found := _HOLD.fullmatch(part):
            self.hold(self.amount(found["amount"]) if found["amount"] else None)
        elif found := _DOSE.fullmatch(part):
            lasting = int(found["time"]) * _DAYS[found["time_unit"]] if found["time"] else None
            self.dose(self.amount(found["amount"]), lasting)
        else:
            raise BadPlan(f"{part!r} cannot be read", HOW)

    def amount(self, text: str, zero: bool = False) -> Decimal:
        """A number in the plan's unit, which its first amount sets."""
        spaced = re.sub(r"(?<=[\d]) ?(?=[a-z])", " ", text, count=1)
        if zero and re.fullmatch(r"0 [a-z ]+", spaced):
            return Decimal(0)
        found = limit(spaced.replace(" ml", " mL"))
        if found is None or found.per or found.time:
            raise BadPlan(f"{text!r} is not an amount such as 5 mg, 0.5 mg or 1,000 mg", HOW)
        self.unit = self.unit or found.unit
        number = in_unit(found.number, found.unit, self.unit)
        if number is None:
            raise BadPlan(
                f"{text!r} and the {self.unit} before it do not measure the same", "write one unit throughout"
            )
        return number

    def dose(self, amount: Decimal, days: int | None) -> None:
        self.closed()
        if days is None:
            self.open_ = amount
        else:
            self.step(amount, days)

    def closed(self) -> None:
        if self.open_ is not None:
            raise BadPlan(f"for how many days {told(self.open_, self.open_, self.unit)}?", HOW)

    def reduce(self, less: Decimal, days: int, to: Decimal) -> None:
        if self.open_ is None and not self.steps:
            raise BadPlan("the plan begins with a reduction; say from which dose", HOW)
        start = self.steps[-1].amount if self.open_ is None else self.open_
        if self.open_ is not None:
            self.step(self.open_, days)
            self.open_ = None
        if to >= start or (start - to) % less:
            low, high = figure(to), told(start, start, self.unit)
            raise BadPlan(
                f"steps of {told(less, less, self.unit)} do not lead from {high} to {low}", "choose steps that do"
            )
        now = start - less
        while now >= max(to, less if to == 0 else to) and now > 0:
            self.step(now, days)
            now -= less
        self.ended = to == 0

    def hold(self, amount: Decimal | None) -> None:
        if amount is None and self.open_ is None and not self.steps:
            raise BadPlan("the plan holds a dose that it does not say", HOW)
        held = self.open_ if amount is None else amount
        if amount is not None:
            self.closed()
        self.open_, self.ended = None, True
        self.step(self.steps[-1].amount if held is None else held, None)

    def step(self, amount: Decimal, days: int | None) -> None:
        if days == 0:
            raise BadPlan(f"{told(amount, amount, self.unit)} for no day", "leave the step out")
        if self.steps and amount > self.steps[-1].amount:
            up = f"from {told(self.steps[-1].amount, self.steps[-1].amount, self.unit)} to {figure(amount)}"
            raise BadPlan(f"the dose goes up {up} in step {len(self.steps) + 1}", "a taper goes down; correct the step")
        self.steps.append(PlanStep(amount, days))
        if len(self.steps) > MOST_STEPS or sum(step.days or 0 for step in self.steps) > MOST_DAYS:
            raise BadPlan(f"the plan has more than {MOST_STEPS} steps or {MOST_DAYS:,} days", "write a shorter one")

    def curated(self, amount: str, unit: str, days: int | None, start: str | None) -> None:
        """A step of a topic: a number, the starting dose in words, or a reduction."""
        self.unit = self.unit or unit
        words = fold(amount)
        if "starting dose" in words:
            if start is None:
                raise BadPlan(f"this taper begins with the patient's own dose ({amount})", "give it: --dose '60 mg'")
            self.dose(self.amount(fold(start)), days)
        elif found := _REDUCE.fullmatch(words):
            every = int(found["every"] or 1) * _DAYS[found["every_unit"]]
            self.reduce(self.amount(found["less"]), every, self.amount(found["to"], zero=True))
            if days is None and not self.ended:
                self.hold(None)
        elif re.fullmatch(r"[\d.,]+", words):
            self.hold(self.amount(f"{words} {unit}")) if days is None else self.dose(
                self.amount(f"{words} {unit}"), days
            )
        else:
            raise BadPlan(f"{amount!r} of this taper is not told in figures", "write the plan out for this patient")

    def plan(self) -> Plan:
        self.closed()
        if not self.steps:
            raise BadPlan("the plan has no dose", HOW)
        return Plan(self.unit, tuple(_merged(self.steps)), tuple(self._warnings()))

    def _warnings(self) -> Iterator[str]:
        last = self.steps[-1]
        if not self.ended and last.days is not None:
            yield f"the plan does not say what follows {told(last.amount, last.amount, self.unit)}: read as stop"


def _merged(steps: list[PlanStep]) -> list[PlanStep]:
    """A step at the same dose as the one before lengthens it."""
    found: list[PlanStep] = []
    for step in steps:
        before = found[-1] if found and found[-1].amount == step.amount else None
        if before is None or before.days is None:
            found.append(step)
        else:
            found[-1] = PlanStep(step.amount, None if step.days is None else before.days + step.days)
    return found
