"""D1: every drug a claim names is named by what it cites, and no figure goes from one drug to another."""

from collections.abc import Mapping

from curbside.model.answer import Claim, Finding
from curbside.ports import Check
from curbside.text.quantities import Quantity, quantities, shown
from curbside.verify.naming import DrugNames
from curbside.verify.reading import contradicted, lines, not_enough, our_words


def drugs_are_sourced(names: frozenset[str], canonical: Mapping[str, str]) -> Check:
    """The check for one list of drug names (lower case, synonyms included); `canonical` gives the preferred name."""
    drugs = DrugNames(names, canonical)

    def check(claim: Claim) -> Finding | None:
        cited = lines(claim)
        for text in (*our_words(claim), claim.remark or ""):
            if finding := _named(text, cited) or _bound(text, cited) or _compared(text, cited):
                return finding
        return None

    def _named(text: str, cited: tuple[str, ...]) -> Finding | None:
        there = frozenset[str]().union(*(drugs.named(line) for line in cited))
        missing = sorted(drugs.named(text) - there)
        return not_enough("D1", f"nothing cited names {', '.join(missing)}") if missing else None

    def _bound(text: str, cited: tuple[str, ...]) -> Finding | None:
        said = frozenset[tuple[str, Quantity]]().union(*(drugs.held(line) for line in cited))
        for item in drugs.bound(text):
            for drug in item.drugs:
                if (drug, item.quantity) not in said:
                    return _misplaced(drug, item.quantity, cited)
        return None

    def _compared(text: str, cited: tuple[str, ...]) -> Finding | None:
        """Of two drugs compared, the one that is measured against is the same as in the source, and they are two."""
        there = frozenset[str]().union(*(drugs.compared(line) for line in cited))
        doubled = sorted(drugs.echoed(text).difference(*(drugs.echoed(line) for line in cited)))
        if doubled:
            return not_enough("D1", f"it names {doubled[0]} beside itself, the sources cited do not")
        turned = sorted(drugs.compared(text) - there)
        return not_enough("D1", f"nothing cited compares another drug with {', '.join(turned)}") if turned else None

    def _misplaced(drug: str, quantity: Quantity, cited: tuple[str, ...]) -> Finding:
        having = [line for line in cited if quantity in quantities(line)]
        others = sorted({name for line in having for name, held in drugs.held(line) if held == quantity} - {drug})
        if others and all(drugs.named(line) for line in having):
            return contradicted("D1", f"what is cited says {shown(quantity)} of {', '.join(others)}, not of {drug}")
        return not_enough("D1", f"no line cited says {shown(quantity)} of {drug}")

    return check
