"""Drugs: what a pharmacist looks up. What is not here is unknown, and a page says so."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from curbside.model.condition import Case, by_the_other_estimate, holds
from curbside.model.patient import Known
from curbside.model.question import Query
from curbside.model.topic import Source, Statement


class Effect(StrEnum):
    """What a rule makes of a drug for the patients it is about."""

    CONTRAINDICATED = "contraindicated"
    AVOID = "avoid"
    STOP = "stop"
    ADJUST = "adjust"
    CAUTION = "caution"
    MONITOR = "monitor"
    COMPATIBLE = "compatible"


BARRING = frozenset({Effect.CONTRAINDICATED, Effect.AVOID, Effect.STOP})
"""A drug under one of these is named after its alternatives, with the reason and without any amount."""

ABOUT = (
    *("kidney", "liver", "pregnancy", "lactation", "contraception", "allergy", "interactions", "monitoring", "age"),
    *("weight", "prophylaxis", "infection", "maximum", "administration"),
)
"""What a rule can be about."""


@dataclass(frozen=True, slots=True)
class Plausible:
    """What one administration (or one hour, minute or day of an infusion) can be at all. A guard, not advice."""

    route: str
    low: Decimal
    high: Decimal
    unit: str
    per: str | None = None
    rate: str | None = None
    population: str | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A form that can be measured."""

    form: str
    strength: str
    """"2.5 mg" of a tablet, "50 mg in 2 mL" of a solution."""
    scored: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a drug: a statement with its sources, what it is about and what it does."""

    statement: Statement
    """Its `when` says for whom; None: for everybody."""
    about: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Drug:
    """One drug file."""

    name: str
    """Preferred name of the vocabulary."""
    classes: tuple[str, ...]
    routes: tuple[str, ...]
    high_alert: bool = False
    """On the ISMP list of high-alert medications in acute care settings."""
    narrow_index: bool = False
    look_alike: tuple[str, ...] = ()
    allergy: tuple[str, ...] = ()
    """An allergy to any of these bars it."""
    plausible: tuple[Plausible, ...] = ()
    products: tuple[Product, ...] = ()
    rules: tuple[Rule, ...] = ()
    unknown: tuple[str, ...] = ()
    """Looked for and not found."""
    sources: tuple[Source, ...] = field(default=(), compare=False)
    digest: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Formulary:
    """Every drug file, and how drugs are found in words."""

    drugs: Mapping[str, Drug]
    """By preferred name, folded."""
    classes: Mapping[str, frozenset[str]]
    """Folded preferred name of a drug, allergen or condition -> folded names of every class it belongs to."""
    named: Callable[[str], frozenset[str]]
    """Preferred names of the drugs and classes a text names."""


def barring(drug: Drug, case: Case) -> Rule | None:
    """The first rule that bars the drug for this patient: it holds, or it would by the other estimate of kidney function
    (an amount is then kept back, never changed); None: nothing known bars it."""
    for rule in drug.rules:
        when = rule.statement.when
        barred = rule.effect in BARRING and when is not None
        if barred and when and (holds(when, case) is Known.YES or by_the_other_estimate(when, case)):
            return rule
    return None


def case_of(query: Query, formulary: Formulary) -> Case:
    """The patient of a question with the drugs and drug classes it names."""
    named = (concept.name.casefold() for concept in query.concepts if concept.kind.startswith("drug"))
    given = frozenset[str]() if query.compared else frozenset(named)
    return Case(query.patient, given, formulary.classes)
