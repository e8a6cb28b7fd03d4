"""The checks in force, in the order they are asked, and one sentence on each."""

from collections.abc import Mapping
from types import MappingProxyType

from curbside.ports import Check
from curbside.verify.arithmetic import sums_are_right
from curbside.verify.conditions import conditions_are_sourced
from curbside.verify.drugs import drugs_are_sourced
from curbside.verify.fidelity import fidelity_allows
from curbside.verify.naming import DrugNames
from curbside.verify.numbers import numbers_are_sourced
from curbside.verify.orders import orders_are_sourced
from curbside.verify.outside import sources_are_outside
from curbside.verify.polarity import polarity_is_kept
from curbside.verify.population import population_is_sourced
from curbside.verify.quotation import quotation_is_verbatim
from curbside.verify.standing import standing_allows
from curbside.verify.vouch import subject_is_sourced
from curbside.verify.wording import strength_is_as_published

CATALOGUE: tuple[tuple[str, str], ...] = (
    ("O1", "Every cite is an outside source with an identifier or an address; our own pages are never evidence."),
    ("S1", "Nothing retracted supports anything; a superseded or doubted source supports no dose alone and is named."),
    ("F1", "Transcribed or machine-derived text supports no dose alone, and machine-derived words are called so."),
    ("Q1", "A quotation is the source's own words, to the letter, at the place it names."),
    ("N1", "Every figure stands in a cited line with the same unit."),
    ("D1", "Every drug is named by what is cited, and a dose stays with its drug."),
    ("R1", "An order is complete, and each step stands in one line of its own source with its drug."),
    ("K1", "For whom a claim or a dose is, and for whom not, is what its sentence or its sources say."),
    ("K2", "A sum for a patient is redone: the dose and every fact in it are given, and nothing is above its limit."),
    ("P1", "What the sources deny stays denied, and an effect keeps its direction."),
    ("G1", "What holds for some people is not said of others, nor what was seen in animals of people."),
    ("W1", "Strength is shown as published; “recommend” is kept for strong recommendations."),
    ("V1", "The lines cited speak of what the sentence speaks of."),
    ("V0", "Some check vouches for the claim; silence is not support."),
    ("H1", "A source held here in full shows the figures its extract was cited for."),
    ("U1", "What is not for this patient is put aside: the reason is said, no amount is."),
    ("C1", "A claim is shown only with the cautions it requires."),
    ("C2", "A point is shown only under the claim it belongs to."),
)
"""Identifier and meaning of every reason a claim can be withheld for: the checks in order, then the judge's own
(V0, H1) and the gate's (U1, C1, C2)."""


_NO_CLASSES: Mapping[str, frozenset[str]] = MappingProxyType({})
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def standard_checks(
    drug_names: frozenset[str],
    canonical: Mapping[str, str],
    members: Mapping[str, frozenset[str]] = _NO_CLASSES,
    conditions: Mapping[str, str] = _NO_NAMES,
) -> tuple[Check, ...]:
    """All checks, in the order of the catalogue, for one list of drug names (lower case, synonyms included), each with
    its preferred name, the members of each class by preferred names, and the preferred name of every name of a
    condition."""
    drugs = DrugNames(drug_names, canonical, members)
    named = DrugNames(conditions, conditions, members)
    return (
        sources_are_outside,
        standing_allows,
        fidelity_allows,
        quotation_is_verbatim,
        numbers_are_sourced,
        drugs_are_sourced(drugs),
        orders_are_sourced(drugs),
        conditions_are_sourced(drugs, named),
        sums_are_right(drugs),
        polarity_is_kept,
        population_is_sourced,
        strength_is_as_published,
        subject_is_sourced,
    )
