"""Whether a dose of a high-alert drug rests on one source alone: then the page says so."""

from collections.abc import Callable
from dataclasses import replace

from curbside.model.answer import Claim, Judgement
from curbside.model.drug import Formulary
from curbside.model.regimen import Dose
from curbside.text.normalise import fold
from curbside.text.quantities import quantities
from curbside.verify.reading import amount_of, lines, ordered


def marked(judgement: Judgement, formulary: Formulary) -> Judgement:
    """The judgement with its claim marked where an order, or a sum, of a high-alert drug rests on one source."""
    claim = judgement.claim
    for dose in ordered(claim):
        drug = formulary.drugs.get(fold(dose.drug))
        if drug is not None and drug.high_alert and rests_on_one(claim, dose, formulary.named):
            return replace(judgement, claim=replace(claim, single_source=True))
    return judgement


def rests_on_one(claim: Claim, dose: Dose, named: Callable[[str], frozenset[str]]) -> bool:
    """Whether some step of a dose has its amount in the lines of one source only. `named`: preferred names of the drugs
    a text names. Two extracts of one source are one; so are the text of a source held here and its extract."""
    own = {fold(name) for name in named(dose.drug)} or {fold(dose.drug)}
    for step in dose.steps:
        figures = frozenset(quantities(amount_of(step)))
        carrying = set()
        for cite in claim.cites:
            said = (line for line in lines(claim, (cite,)) if figures <= frozenset(quantities(line)))
            if any(own & {fold(name) for name in named(line)} or fold(dose.drug) in fold(line) for line in said):
                carrying.add(cite.reference)
        if len(carrying) < 2:
            return True
    return False
