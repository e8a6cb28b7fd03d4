"""G1: what holds for some people is not said of others; what was seen in animals is not said of people."""

from curbside.model.answer import Claim, Finding, Wording
from curbside.model.regimen import Dose
from curbside.text.population import populations
from curbside.verify.reading import (
    AGES,
    ANIMAL,
    YOUNG,
    cited_as,
    contradicted,
    covers,
    not_enough,
    ordered,
    our_words,
    people,
    place,
    told,
)


def population_is_sourced(claim: Claim) -> Finding | None:
    """Objects to a claim about other people than its sources speak of."""
    named = people(claim)
    if claim.wording is Wording.VERBATIM:
        named |= populations(claim.text)
    return _animal(claim, named) or _ours(claim, named)


def _animal(claim: Claim, named: frozenset[str]) -> Finding | None:
    for cite in claim.cites:
        only = place(cite) == {ANIMAL} or all(ANIMAL in populations(line) for line in told(cite))
        if only and ANIMAL not in named:
            return contradicted("G1", f"{cite.reference} speaks of animals, the claim of people")
    return None


def _ours(claim: Claim, named: frozenset[str]) -> Finding | None:
    if not our_words(claim):
        return None
    declared = frozenset[str]().union(*map(place, claim.cites))
    lined = frozenset[str]().union(*(populations(line) for cite in claim.cites for line in told(cite)))
    there = declared | lined
    for population in sorted(named):
        if not covers(there, population):
            ages = there & AGES
            if population in AGES and ages:
                said = ", ".join(sorted(ages))
                return contradicted("G1", f"nothing cited speaks of {population}; it speaks of {said}")
            return not_enough("G1", f"nothing cited speaks of {population}")
    if declared & AGES and declared & AGES <= YOUNG and not named & AGES:
        return not_enough("G1", f"the sources speak of {', '.join(sorted(declared & YOUNG))} only, the claim of anyone")
    return next((finding for dose in ordered(claim) if (finding := _dose(claim, dose))), None)


def _dose(claim: Claim, dose: Dose) -> Finding | None:
    """An order's people are those of the very place its figures stand in, and none that the sentence leaves out."""
    wanted = populations(dose.population) or {dose.population}
    meant, ages = _meant(claim), frozenset(wanted & AGES)
    if (
        claim.order
        and ages
        and meant
        and not any(covers(ages, one) or covers(meant, age) for age in ages for one in meant)
    ):
        return contradicted("G1", f"the sentence speaks of {', '.join(sorted(meant))}, the order of {dose.population}")
    for cite in claim.cites:
        if not cited_as(cite, dose.reference):
            continue
        there = place(cite) | frozenset[str]().union(*map(populations, told(cite)))
        if all(covers(there, population) for population in wanted):
            return None
    return not_enough("G1", f"{dose.reference} does not say that it speaks of {dose.population}")


def _meant(claim: Claim) -> frozenset[str]:
    """Age groups that every part of the sentence names; empty when a part of it names none."""
    parts = [populations(part) & AGES for part in claim.text.split(";")]
    return frozenset[str]().union(*parts) if all(parts) else frozenset()
