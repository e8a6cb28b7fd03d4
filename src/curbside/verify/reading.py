"""Reading what a claim rests on: lines, be they an editor's or sentences of a passage held here.

A line binds the drug, figures, direction and people that stand in it. A line about animals, or about another age
group than the claim's, says nothing for the claim.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from curbside.model.answer import Cite, Claim, Finding, Verdict, Wording
from curbside.model.regimen import Dose, DoseStep, doses
from curbside.text.analyse import analyse
from curbside.text.population import populations
from curbside.text.quantities import Quantity, quantities
from curbside.text.sentences import sentences

ANIMAL = "animal"
YOUNG = frozenset({"child", "infant", "neonate", "adolescent"})
AGES = YOUNG | {"adult", "elderly"}
WIDER = {"elderly": "adult", "adolescent": "child"}
"""An age group that a source about the wider group speaks for. A child's dose is not a neonate's."""
AMOUNT_UNITS = frozenset(
    {"mg", "mL", "units", "IU", "mmol", "mEq", "MBq", "tablet", "capsule", "puff", "spray", "drop"}
)
"""What amounts of a drug are counted in (as quantities are compared: 1 g is 1000 mg)."""
PER_VOLUME = frozenset({"L", "dL", "mL", "mcL"})
"""An amount per volume is a laboratory value or a strength, not a dose; millilitres a minute are a kidney's."""
NEAR = 0.6
"""A line is near a text when it shares at least this part of the words the best line shares."""


def not_enough(check: str, reason: str) -> Finding:
    """The sources do not say it."""
    return Finding(check, Verdict.NOT_ENOUGH, reason)


def contradicted(check: str, reason: str) -> Finding:
    """The sources say otherwise."""
    return Finding(check, Verdict.CONTRADICTED, reason)


def our_words(claim: Claim) -> tuple[str, ...]:
    """Every text of the claim that is in our wording: its sentence, its plain wording, each table row with its
    column headings. A verbatim sentence is not ours."""
    own = (claim.text,) if claim.wording is Wording.OURS else ()
    plain = (claim.plain,) if claim.plain else ()
    rows = claim.table.rows if claim.table else ()
    columns = claim.table.columns if claim.table else ()
    return own + plain + tuple(", ".join(f"{c}: {cell}" for c, cell in zip(columns, row, strict=True)) for row in rows)


def told(cite: Cite) -> tuple[str, ...]:
    """All lines of a cite, the editor's first."""
    said = cite.extract.says if cite.extract else ()
    held = cite.passage.text if cite.passage else ""
    return said + _sentences(held) if held else said


@lru_cache(maxsize=2_000)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in sentences(text))


@lru_cache(maxsize=20_000)
def terms(text: str) -> frozenset[str]:
    """The search terms of a text; lines are read again for every claim that cites them."""
    return frozenset(analyse(text))


def place(cite: Cite) -> frozenset[str]:
    """Populations the cited place, or the held document, declares of itself."""
    return frozenset(cite.population) | frozenset(cite.extract.population if cite.extract else ())


def people(claim: Claim) -> frozenset[str]:
    """Populations the claim names, in its words, its limits or its order."""
    texts = (*our_words(claim), claim.remark or "", *(dose.population for dose in ordered(claim)))
    return frozenset({claim.population} if claim.population else ()).union(*map(populations, texts))


def ordered(claim: Claim) -> tuple[Dose, ...]:
    """Every dose of the claim's order, and the dose it works out for a patient; empty when it orders nothing."""
    worked_out = (claim.computed.dose,) if claim.computed and claim.computed.dose else ()
    return (*(doses(claim.order) if claim.order else ()), *worked_out)


def amount_of(step: DoseStep) -> str:
    """The amount of a step in words: "20 to 35 mg/kg", "0.1 units/kg per hour"."""
    low, high = f"{step.amount.low:f}", f"{step.amount.high:f}"
    per, rate = f"/{step.per}" if step.per else "", f" {step.rate}" if step.rate else ""
    return f"{low if low == high else f'{low} to {high}'} {step.unit}{per}{rate}"


def cited_as(cite: Cite, reference: str) -> bool:
    """Whether an order's reference ("source/extract", or a document's id) names this cite."""
    if cite.extract is None:
        return cite.reference == reference or reference.startswith(f"{cite.reference}/")
    return f"{cite.reference}/{cite.extract.key}" == reference


def covers(source: frozenset[str], population: str) -> bool:
    """Whether a source about these populations speaks for that one."""
    return population in source or WIDER.get(population) in source


@lru_cache(maxsize=4_096)
def speaks_for(named: frozenset[str], source: frozenset[str]) -> bool:
    """Whether a source that names these populations may support a claim that names those."""
    if ANIMAL in source and not source & AGES and ANIMAL not in named:
        return False
    ages, wanted = source & AGES, named & AGES
    if not ages:
        return True
    return any(covers(ages, age) for age in wanted) if wanted else not ages <= YOUNG


def lines(claim: Claim, cites: Iterable[Cite] | None = None, named: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The lines that may speak for the claim, from all its cites or those given; for the people it names or those
    given."""
    named = named or people(claim)
    found: list[str] = []
    for cite in claim.cites if cites is None else cites:
        declared = place(cite)
        found += [line for line in told(cite) if speaks_for(named, populations(line) or declared)]
    return tuple(dict.fromkeys(found))


def closest(claim: Claim) -> tuple[str, ...]:
    """The lines whose every word may be held against ours: the editor's where there are any, else the passage's. A
    passage beside an editor's line may well say the like of another drug."""
    edited = (cite for cite in claim.cites if cite.extract and cite.extract.says)
    bare = (cite for cite in claim.cites if not (cite.extract and cite.extract.says))
    return lines(claim, (*(replace(cite, passage=None) for cite in edited), *bare))


def near(text: str, among: tuple[str, ...]) -> tuple[str, ...]:
    """The lines that speak of what the text speaks of: those that share the most words with it, or nearly."""
    words = terms(text)
    shared = [len(words & terms(line)) for line in among]
    best = max(shared, default=0)
    return tuple(line for line, count in zip(among, shared, strict=True) if best and count >= best * NEAR)


def is_dose(quantity: Quantity) -> bool:
    """Whether a figure is an amount of a drug to be given."""
    if quantity.unit == "mL" and "minute" in quantity.per:
        return False
    return (
        quantity.kind == "amount"
        and quantity.unit in AMOUNT_UNITS
        and not any(per.split()[-1] in PER_VOLUME for per in quantity.per)
    )


def is_ordered(quantity: Quantity) -> bool:
    """Whether a figure says how much of a drug, or how often."""
    return is_dose(quantity) or quantity.kind in ("interval", "frequency")


def gives_dose(claim: Claim) -> bool:
    """Whether somebody could give a drug by this claim."""
    if claim.order or claim.taper:
        return True
    texts = {claim.text, *our_words(claim)}
    return any(is_dose(quantity) for text in texts for quantity in quantities(text))
