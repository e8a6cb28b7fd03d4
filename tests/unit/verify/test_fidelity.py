"""F1: a machine's reading of a source is called that, and no dose rests on a copy alone."""

import pytest
from tests.build import a_cite, a_claim, a_passage

from curbside.model.answer import Cite, Claim, Wording
from curbside.model.document import Fidelity, Span
from curbside.verify.fidelity import fidelity_allows

DOSE = "Artesunate 2.4 mg/kg every 12 hours."
PLAIN = "Refer the patient."
MACHINE, COPY, ORIGINAL = Fidelity.MACHINE_DERIVED, Fidelity.TRANSCRIPTION, Fidelity.ORIGINAL


def of(fidelity: Fidelity, *says: str) -> Cite:
    return a_cite(*(says or (DOSE, PLAIN)), fidelity=fidelity)


def quoted(text: str, fidelity: Fidelity, remark: str | None) -> Claim:
    cite = a_cite(passage=a_passage(text), quote=Span(0, len(text)), fidelity=fidelity)
    return a_claim(text, cite, wording=Wording.VERBATIM, remark=remark)


ALONE = "a dose may not rest on transcribed or machine-derived text alone"
UNSAID = "the text is machine-derived, and the line does not say so"
SAID = "machine-derived transcription"
CASES = [
    ("dose in our words out of machine-derived text", a_claim(DOSE, of(MACHINE)), ALONE),
    ("dose in our words out of a transcription", a_claim(DOSE, of(COPY)), ALONE),
    ("dose out of the original", a_claim(DOSE, of(ORIGINAL)), None),
    ("the original has the dose too", a_claim(DOSE, of(MACHINE), of(ORIGINAL)), None),
    ("the original is cited and has another dose", a_claim(DOSE, of(MACHINE), of(ORIGINAL, "Artesunate 2 mg/kg.")),
     "only transcribed or machine-derived text says 2.4 mg/kg"),
    ("no dose in our words", a_claim(PLAIN, of(MACHINE)), None),
    ("quoted without a dose, said", quoted(PLAIN, MACHINE, SAID), None),
    ("quoted without a dose, not said", quoted(PLAIN, MACHINE, None), UNSAID),
    ("quoted with a dose, said", quoted(DOSE, MACHINE, SAID), ALONE),
    ("a laboratory value is no dose", quoted("Glucose below 70 mg/dL is low.", MACHINE, SAID), None),
    ("a clearance is no dose", quoted("Below 30 mL/min refer.", MACHINE, SAID), None),
    ("units are a dose", quoted("Give 10 units of oxytocin.", MACHINE, SAID), ALONE),
    ("a volume is a dose", quoted("Give 5 mL of syrup.", MACHINE, SAID), ALONE),
    ("tablets are a dose", quoted("Take 2 tablets.", MACHINE, SAID), ALONE),
    ("original quoted", quoted(DOSE, ORIGINAL, None), None),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claim", "reason"), CASES, ids=[row[0] for row in CASES])
def test_fidelity_decides(why: str, claim: Claim, reason: str | None) -> None:
    finding = fidelity_allows(claim)
    assert (finding.reason if finding else None) == reason
