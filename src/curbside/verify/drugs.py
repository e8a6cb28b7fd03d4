"""D1: every drug a claim names is named by what it cites, and no figure goes from one drug to another."""

from functools import partial

from curbside.model.answer import Claim, Finding, Wording
from curbside.ports import Check
from curbside.text.quantities import Quantity, quantities, shown
from curbside.verify.company import outdone
from curbside.verify.naming import DrugNames
from curbside.verify.reading import closest, contradicted, lines, not_enough, ordered, our_words, terms

OF_IT = 0.5
"""The lines that name a drug must share at least this part of the words that the best line shares with the clause it
stands in. Of 321 drugs named in the clauses of curated statements, 312 reach it."""


def drugs_are_sourced(drugs: DrugNames) -> Check:
    """The check for one list of drug names."""

    def check(claim: Claim) -> Finding | None:
        cited, close = lines(claim), closest(claim)
        if claim.computed:
            return _named(drugs, claim.text, cited)  # The figures are K2's, and the dose they rest on is R1's.
        for text in (*our_words(claim), claim.remark or ""):
            if finding := _text(drugs, text, cited) or _displaced(drugs, text, close):
                return finding
        ordered_here = frozenset[str]().union(*(drugs.named(dose.drug) for dose in ordered(claim)))
        for text in filter(None, (claim.text if claim.wording is Wording.OURS else None, claim.plain)):
            if finding := _spoken_of(drugs, text, cited, ordered_here):
                return finding
        return None

    return check


def _text(drugs: DrugNames, text: str, cited: tuple[str, ...]) -> Finding | None:
    return _named(drugs, text, cited) or _bound(drugs, text, cited) or _compared(drugs, text, cited)


def _named(drugs: DrugNames, text: str, cited: tuple[str, ...]) -> Finding | None:
    there = frozenset[str]().union(*map(drugs.vouched, cited))
    missing = sorted(drugs.named(text) - there)
    return not_enough("D1", f"nothing cited names {', '.join(missing)}") if missing else None


def _spoken_of(drugs: DrugNames, text: str, cited: tuple[str, ...], elsewhere: frozenset[str]) -> Finding | None:
    """What is said of a drug is said of it by the lines that name it, not by those about another one. Drugs of
    the claim's order are R1's."""
    told = [(drugs.vouched(line), terms(line)) for line in cited]
    for named, words in drugs.clauses(text):
        best = max((len(words & there) for _, there in told), default=0)
        for drug in sorted(named - elsewhere):
            of_it = max((len(words & there) for naming, there in told if drug in naming), default=0)
            if of_it < best * OF_IT:
                return not_enough("D1", f"what is cited says this of another drug, not of {drug}")
    return None


def _bound(drugs: DrugNames, text: str, cited: tuple[str, ...]) -> Finding | None:
    said = frozenset[tuple[str, Quantity]]().union(*(drugs.held(line) for line in cited))
    for item in drugs.bound(text):
        if item.drugs and not any((drug, item.quantity) in said for drug in item.drugs):
            return _misplaced(drugs, item.drugs[0], item.quantity, cited)
    return None


def _compared(drugs: DrugNames, text: str, cited: tuple[str, ...]) -> Finding | None:
    """Of two drugs compared, the one that is measured against is the same as in the source, and they are two."""
    there = frozenset[str]().union(*(drugs.compared(line) for line in cited))
    doubled = sorted(drugs.echoed(text).difference(*(drugs.echoed(line) for line in cited)))
    if doubled:
        return not_enough("D1", f"it names {doubled[0]} beside itself, the sources cited do not")
    turned = sorted(drugs.compared(text) - there)
    return not_enough("D1", f"nothing cited compares another drug with {', '.join(turned)}") if turned else None


def _displaced(drugs: DrugNames, text: str, cited: tuple[str, ...]) -> Finding | None:
    """A drug that stands where the lines have another one."""
    among = tuple(there for line in cited for there in drugs.places(line))
    for here in drugs.places(text):
        other = outdone(here, among, partial(drugs.speaks_for, other=here.word))
        if other:
            return not_enough("D1", f"what is cited says this of {other.word}, not of {here.word}")
    return None


def _misplaced(drugs: DrugNames, drug: str, quantity: Quantity, cited: tuple[str, ...]) -> Finding:
    having = [line for line in cited if quantity in quantities(line)]
    others = sorted({name for line in having for name, held in drugs.held(line) if held == quantity} - {drug})
    if others and all(drugs.named(line) for line in having):
        return contradicted("D1", f"what is cited says {shown(quantity)} of {', '.join(others)}, not of {drug}")
    return not_enough("D1", f"no line cited says {shown(quantity)} of {drug}")
