"""Everything curated about giving one drug to one patient: orders with amounts, maxima, cautions and rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from curbside.dosing.apply import applied
from curbside.dosing.dose import AT_FIRST, adjusting
from curbside.dosing.people import unfit
from curbside.model.calculation import Applied, DrugSheet, Listed
from curbside.model.condition import Case, holds
from curbside.model.drug import BARRING, Drug, Effect
from curbside.model.patient import Known
from curbside.model.regimen import Dose, doses
from curbside.model.topic import Source, Statement, Topic
from curbside.text.normalise import fold

Objects = Callable[[Topic, Statement], str | None]
"""Why a statement may not be shown, or None; what stands on the page of an answer is judged too."""
ADJUSTED = "a rule of the drug adjusts it to this patient's kidney function; see the rules"


Ordered = tuple[Topic, Statement, Dose]
"""A dose, where it stands."""


def sheet(drug: Drug, orders: Iterable[Ordered], case: Case, barred: str | None, objects: Objects) -> DrugSheet:
    """The orders for the patient, in their order. `barred`: why the drug is not for the patient; no order is listed
    then."""
    listed: list[Listed] = []
    others = 0
    for topic, statement, dose in orders:
        of_others = statement.when is not None and holds(statement.when, case) is Known.NO
        if of_others or unfit(dose, case):
            others += 1
        elif barred is None:
            listed.append(_listed((topic, statement, dose), drug, case, objects))
    return DrugSheet(
        drug.name,
        barred,
        tuple(listed),
        others,
        tuple(_rules(drug, case, barred is not None)),
        drug.unknown,
        tuple(_marks(drug)),
    )


def orders_of(drug: Drug, topics: Iterable[Topic], route: str | None = None) -> Iterator[Ordered]:
    """Every dose of the drug in the topics, in their order; by one route only when that is asked."""
    for topic in topics:
        for statement in topic.statements:
            for dose in doses(statement.order) if statement.order else ():
                if fold(dose.drug) == fold(drug.name) and (route is None or route in dose.route.split(" or ")):
                    yield topic, statement, dose


def _listed(order: Ordered, drug: Drug, case: Case, objects: Objects) -> Listed:
    topic, statement, dose = order
    aside = objects(topic, statement)
    why = f"withheld: {aside}" if aside else None
    if statement.unless is not None and holds(statement.unless, case) is Known.YES:
        why = statement.reason or "it is not for this patient"
    texts = {other.id: other.text for other in topic.statements}
    cautions = tuple(texts[id] for id in statement.requires if id in texts)
    source, extract = _place(dose.reference, {source.key: source for source in topic.sources})
    steps = () if why else tuple(_steps(statement, dose, drug, case))
    citation = source.citation if source else None
    return Listed(topic.slug, statement.id, statement.text, dose, steps, citation, extract, cautions, why)


def _steps(statement: Statement, dose: Dose, drug: Drug, case: Case) -> Iterator[Applied]:
    """Of a statement whose condition is not known, nothing is calculated."""
    condition = statement.when
    by_rule = adjusting(drug, f"/{statement.id}", case)
    for found in applied(dose, case.patient, drug, case):
        if condition is not None and holds(condition, case) is Known.UNKNOWN:
            names = tuple(dict.fromkeys(one.name for one in condition.criteria))
            lacking = tuple(name for name in names if case.patient.of(name).known is Known.UNKNOWN)
            yield Applied(dose, found.step, why=f"it depends on {' and '.join(names)}", missing=lacking)
        elif by_rule is Known.YES and found.step.label not in AT_FIRST:
            yield Applied(dose, found.step, why=ADJUSTED)
        elif by_rule is Known.UNKNOWN and found.given is not None:
            yield replace(found, notes=(*found.notes, "not adjusted to kidney function, which is not known"))
        else:
            yield found


def _place(reference: str, sources: Mapping[str, Source]) -> tuple[Source | None, str]:
    key, _, extract = reference.partition("/")
    source = sources.get(key)
    at = next((one.at for one in source.extracts if one.key == extract), "") if source else ""
    return source, at


def _rules(drug: Drug, case: Case, barred: bool) -> Iterator[tuple[str, str]]:
    """Rules that hold or may, gravest first; of a drug that is barred only what bars it: no amount is shown then."""
    order = list(Effect)
    for rule in sorted(drug.rules, key=lambda rule: order.index(rule.effect)):
        when = rule.statement.when
        known = Known.YES if when is None else holds(when, case)
        wanted = known is Known.YES and rule.effect in BARRING if barred else known is not Known.NO
        if wanted:
            yield rule.effect.value, rule.statement.text


def _marks(drug: Drug) -> Iterator[str]:
    if drug.high_alert:
        yield "high-alert drug"
    if drug.narrow_index:
        yield "narrow therapeutic index"
    if drug.look_alike:
        yield f"looks or sounds like {', '.join(drug.look_alike)}"
