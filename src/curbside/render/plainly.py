"""A page worded for a patient: the plain wording of every claim that has one, and no amount of a medicine to take.

The answer keeps all it holds (the JSON shows it); what is printed names the medicines and leaves amounts to the team.
"""

from collections.abc import Iterator
from dataclasses import replace

from curbside.model.answer import Answer, Claim
from curbside.model.reader import Reader
from curbside.model.regimen import doses
from curbside.render.blocks import Block, Heading, Item, Run, Style, line
from curbside.render.references import Numbers, number_of

TEAM = "What the treating team may use"
DECIDED = (
    "Amounts are decided by the treating team. Nobody should start, stop or change a medicine because of this list."
)


def worded(answer: Answer) -> Answer:
    """The answer in the words of its reader; for a patient without orders, tapers, calculations, and tables of what has
    a plain wording."""
    if answer.query.reader is not Reader.PATIENT:
        return answer
    kept = (judgement for judgement in answer.claims if judgement.claim.computed is None)
    return replace(answer, claims=tuple(replace(j, claim=_plain(j.claim)) for j in kept))


def _plain(claim: Claim) -> Claim:
    bare = replace(claim, order=None, taper=(), table=None if claim.plain or claim.order else claim.table)
    return replace(bare, text=claim.plain) if claim.plain else bare


def team_blocks(answer: Answer, numbers: Numbers) -> Iterator[Block]:
    """For a patient: the medicines of the page by name and way of giving, in page order, without amounts."""
    if answer.query.reader is not Reader.PATIENT:
        return
    ordered = [dose for j in answer.claims if j.claim.order is not None for dose in doses(j.claim.order)]
    named = {(dose.drug, dose.route): dose for dose in reversed(ordered)}
    if named:
        yield Heading(2, TEAM)
        yield line(DECIDED, Style.ALERT)
    for drug, route in dict.fromkeys((dose.drug, dose.route) for dose in ordered):
        number = number_of(named[drug, route].reference, numbers)
        source = () if number is None else (Run(f"[{number}]", Style.CITE),)
        yield Item(0, (Run(f"{drug} ({route})"), *source))
