"""Rules that hold a statement against the drug files and the vocabulary."""

from collections.abc import Iterator
from decimal import Decimal

from curbside.errors import IntegrityError
from curbside.model.drug import Drug, Plausible
from curbside.model.measure import convert
from curbside.model.regimen import AllOf, Dose, DoseStep, doses
from curbside.model.topic import Statement
from curbside.text.normalise import fold
from curbside.topics.conditions import named
from curbside.topics.desk import Desk
from curbside.topics.tree import Problem


def drug_has_a_file(statement: Statement, desk: Desk) -> Iterator[Problem]:
    """A drug that is ordered has a drug file."""
    for dose in _doses(statement):
        if desk.drugs and _file(dose, desk) is None:
            yield Problem(statement.line, f"{dose.drug} has no drug file; add drugs/{fold(dose.drug)}.yaml")


def dose_is_plausible(statement: Statement, desk: Desk) -> Iterator[Problem]:
    """A dose lies within what its drug file says one administration can be: a slip of a place or a unit does not."""
    for dose in _doses(statement):
        drug = _file(dose, desk)
        for step in dose.steps if drug else ():
            ranges = [r for r in drug.plausible if _fits(r, dose, step)] if drug else []
            if not ranges:
                shape = " ".join(filter(None, (dose.route, step.unit, step.per and f"per {step.per}", step.rate)))
                yield Problem(
                    statement.line, f"{dose.drug} has no plausible range for {shape}; add it to its drug file"
                )
            elif not any(_within(found, step) for found in ranges):
                told = f"{step.amount.low:f} to {step.amount.high:f} {step.unit}"
                what = (
                    f"{told} of {dose.drug} {dose.route} lies outside the plausible range of its drug file; correct one"
                )
                yield Problem(statement.line, what)


def condition_is_known(statement: Statement, desk: Desk) -> Iterator[Problem]:
    """What a condition names stands in the vocabulary, else it would never hold."""
    conditions = (statement.when, statement.unless, *(dose.when for dose in _doses(statement)))
    for fact, name in (pair for condition in conditions for pair in named(condition)):
        if fact != "antibody" and name not in desk.names:
            yield Problem(statement.line, f"no {fact} called {name!r} in the vocabulary; correct it or add it there")


def _doses(statement: Statement) -> tuple[Dose, ...]:
    return doses(statement.order or AllOf(()))


def _file(dose: Dose, desk: Desk) -> Drug | None:
    return desk.drugs.get(dose.drug) or next((d for n, d in desk.drugs.items() if fold(n) == fold(dose.drug)), None)


def _fits(found: Plausible, dose: Dose, step: DoseStep) -> bool:
    """Whether a range speaks of such a dose: route, per what, per what time, and a unit of the same kind."""
    route = bool(set(found.route.split(" or ")) & set(dose.route.split(" or ")))
    populated = found.population is None or found.population in fold(dose.population)
    return (
        route
        and populated
        and (found.per, found.rate) == (step.per, step.rate)
        and _told(step.amount.low, step, found) is not None
    )


def _within(found: Plausible, step: DoseStep) -> bool:
    ends = [_told(end, step, found) for end in (step.amount.low, step.amount.high)]
    return all(end is not None and found.low <= end <= found.high for end in ends)


def _told(number: Decimal, step: DoseStep, found: Plausible) -> Decimal | None:
    """An amount in the unit of a range; a daily amount that is divided, as one of its doses; None: another kind of unit."""
    try:
        return convert(number, step.unit, found.unit) / (step.divided or 1)
    except IntegrityError:
        return None
