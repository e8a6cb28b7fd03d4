"""P1: what the sources deny stays denied, what they affirm stays affirmed, no effect changes its direction."""

import pytest
from tests.build import a_citation, a_cite, a_claim

from curbside.model.answer import Wording
from curbside.model.document import Kind
from curbside.verify.polarity import polarity_is_kept

DENIED = "it denies “{}”, the sources cited do the opposite"
AFFIRMED = "it affirms “{}”, the sources cited do the opposite"
CASES = [
    ("the same denial", ("Imaging must not delay surgery.",), "Surgery must not be delayed by imaging.", None),
    ("denial dropped", ("Imaging must not delay surgery.",), "Imaging may delay surgery.", AFFIRMED.format("delay")),
    ("denial put in", ("Clindamycin is effective.",), "Clindamycin is not effective.", DENIED.format("effect")),
    ("denial of what nothing speaks of", ("Clindamycin is used.",), "It is not toxic.", "it denies “toxic”, of which nothing cited speaks"),
    ("denied of one drug, affirmed of the other", ("Azathioprine is compatible with pregnancy.", "Mycophenolate is not compatible with pregnancy."),
     "Mycophenolate is compatible with pregnancy.", AFFIRMED.format("compat")),
    ("denial without an object", ("Mycophenolate is not compatible.",), "Azathioprine is compatible; mycophenolate is not.",
     "it ends in “not” and does not say what it denies"),
    ("denial of a denial", ("No drug is approved.",), "No drug is not approved.", "it denies twice in one clause, the sources cited do not"),
    ("up made down", ("Delay raised mortality.",), "Delay lowered mortality.", "it speaks of a decrease, the sources cited of an increase"),
    ("no difference made a benefit", ("There was no difference in mortality.",), "It improved mortality.", AFFIRMED.format("mortal")),
    ("a benefit made of silence", ("Mortality was 8%.",), "Mortality was 8%, an improvement.", "it speaks of a benefit, and nothing cited does"),
    ("the direction of another line", ("Surgery lowered mortality.", "Delay of antibiotics raised costs in all hospitals."), "Surgery raised mortality.",
     "it speaks of an increase, the sources cited of a decrease"),
    ("avoid made give", ("Avoid live vaccines.",), "Give live vaccines.", AFFIRMED.format("live")),
]  # fmt: skip


@pytest.mark.parametrize(("why", "says", "claim", "reason"), CASES, ids=[row[0] for row in CASES])
def test_denials_and_directions_are_kept(why: str, says: tuple[str, ...], claim: str, reason: str | None) -> None:
    finding = polarity_is_kept(a_claim(claim, a_cite(*says)))
    assert (finding.reason if finding else None) == reason


def test_dose_in_a_guideline_is_advice_and_in_a_trial_is_not() -> None:
    reasons = []
    for kind in (Kind.GUIDELINE, Kind.DRUG_LABEL, Kind.RANDOMIZED_TRIAL):
        cite = a_cite("Meropenem 1 g every 8 hours.", citation=a_citation(kind=kind))
        finding = polarity_is_kept(a_claim("Give meropenem 1 g every 8 hours.", cite))
        reasons.append(finding.reason if finding else None)
    assert reasons == [None, None, "it speaks of advice for it, and nothing cited does"]


def test_verbatim_words_are_another_checks_business() -> None:
    assert polarity_is_kept(a_claim("It is not so.", a_cite("It is so."), wording=Wording.VERBATIM)) is None
