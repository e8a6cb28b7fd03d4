"""The rules of the drugs in play, beside what a topic says: those that concern this patient, those of the drugs asked
about, and those that answer what must not be forgotten."""

from collections.abc import Iterable
from dataclasses import replace

from curbside.compose.from_drugs import HEADING, SECTION, as_topic
from curbside.compose.from_topics import claim_of
from curbside.compose.subjects import subjects
from curbside.model.answer import Claim, Draft, Outline
from curbside.model.condition import Case, by_the_other_estimate, holds
from curbside.model.drug import BARRING, Drug, Effect, Formulary, Rule, case_of
from curbside.model.patient import Known
from curbside.model.question import QuestionType, Scope
from curbside.model.regimen import Dose, doses
from curbside.ports import Passages
from curbside.text.normalise import fold

FOR_PATIENT = "for-patient"
FOR_PATIENT_HEADING = "For this patient"
MANY = 10
"""Rules of one drug shown because the question asks about it, at most."""
MOST = 3
"""Rules shown for one item that nothing else on the page answers, at most."""
_GRAVITY = [*sorted(BARRING), Effect.ADJUST, Effect.CAUTION, Effect.MONITOR, Effect.COMPATIBLE]


def with_rules(draft: Draft, formulary: Formulary, passages: Passages | None) -> Draft:
    """The draft with rules of the drugs in play; a page that had nothing else is then made of them."""
    if draft.scope is not Scope.CLINICAL:
        return draft
    case = case_of(draft.query, formulary)
    ordered = tuple(dict.fromkeys(fold(dose.drug) for claim in draft.claims for dose in _doses(claim)))
    asked = tuple(dict.fromkeys(fold(name) for name in draft.query.drugs))
    taken = tuple(f.value for f in draft.query.patient.all("taking") if f.known is Known.VALUE and f.value)
    own = _of((*asked, *taken, *ordered), formulary)
    holding = [(drug, rule) for drug in own for rule in drug.rules if _concerns(rule, case)]
    about = subjects(draft.query)
    told = [(d, r) for d in _of(asked, formulary) for r in _asked(d, about, draft, case) if (d, r) not in holding]
    more = [pair for pair in _unanswered(draft, _of(ordered, formulary), case) if pair not in (*holding, *told)]
    there = {claim.text for claim in draft.claims}
    lifted = _claims(holding, FOR_PATIENT, passages)
    below = [c for c in _claims((*told, *more), SECTION, passages) if c.text not in there]
    return _placed(draft, lifted, tuple(below))


def _of(names: Iterable[str], formulary: Formulary) -> tuple[Drug, ...]:
    found = (formulary.drugs.get(name) for name in dict.fromkeys(names))
    return tuple(drug for drug in found if drug)


def _doses(claim: Claim) -> tuple[Dose, ...]:
    return doses(claim.order) if claim.order else ()


def _asked(drug: Drug, about: frozenset[str], draft: Draft, case: Case) -> list[Rule]:
    """Rules of a drug the question names: those about what it asks of the drug; when it asks for nothing of the kind and
    no topic answers, what forbids the drug and what limits it."""
    if draft.query.research:
        return []
    open_rules = [rule for rule in drug.rules if _open(rule, case)]
    if about:
        return [rule for rule in open_rules if rule.about in about][:MANY]
    if draft.claims or draft.query.types[0] not in (QuestionType.DOSE, QuestionType.CONTRAINDICATION):
        return []
    return [rule for rule in open_rules if rule.effect in BARRING or rule.about == "maximum"][:MANY]


def _concerns(rule: Rule, case: Case) -> bool:
    """Whether a rule with a condition holds for this patient, or would by the other estimate of kidney function."""
    when = rule.statement.when
    if when is None or not when.personal:
        return False
    return holds(when, case) is Known.YES or by_the_other_estimate(when, case)


def _open(rule: Rule, case: Case) -> bool:
    when = rule.statement.when
    return when is None or holds(when, case) is Known.UNKNOWN or (not when.personal and holds(when, case) is Known.YES)


def _unanswered(draft: Draft, drugs: tuple[Drug, ...], case: Case) -> list[tuple[Drug, Rule]]:
    """For every item that no claim answers, the gravest rules of the drugs ordered; high-alert drugs first."""
    told = {item for claim in draft.claims for item in claim.addresses}
    found: dict[str, list[tuple[Drug, Rule]]] = {}
    for drug in sorted(drugs, key=lambda drug: not drug.high_alert):
        for rule in drug.rules:
            for item in rule.statement.addresses:
                if item not in told and _open(rule, case):
                    found.setdefault(item, []).append((drug, rule))
    return [
        pair
        for pairs in found.values()
        for pair in sorted(pairs, key=lambda pair: _GRAVITY.index(pair[1].effect))[:MOST]
    ]


def _claims(pairs: Iterable[tuple[Drug, Rule]], section: str, passages: Passages | None) -> tuple[Claim, ...]:
    made = []
    for drug, rule in pairs:
        topic = as_topic(drug)
        sources = {source.key: source for source in topic.sources}
        made.append(replace(claim_of(rule.statement, topic, sources, passages), section=section))
    # Two drugs of one class may carry the same sentence; it is said once.
    return tuple({claim.text: claim for claim in reversed(made)}.values())[::-1]


def _placed(draft: Draft, lifted: tuple[Claim, ...], below: tuple[Claim, ...]) -> Draft:
    outline = draft.outline
    if lifted:
        outline = (Outline(FOR_PATIENT, FOR_PATIENT_HEADING), *outline)
    if below:
        outline = (*outline, Outline(SECTION, HEADING))
    composed = draft.composed_by
    if (lifted or below) and composed in ("nobody", "passages"):
        composed = "topics" if composed == "nobody" else "topics+passages"
    return replace(draft, claims=(*lifted, *draft.claims, *below), outline=outline, composed_by=composed)
