"""V1: the voucher for a sentence in our words."""

import pytest
from tests.build import a_cite, a_claim

from curbside.model.answer import Finding, Verdict, Wording
from curbside.verify.vouch import subject_is_sourced

YES = Finding("V1", Verdict.SUPPORTED, "the sources cited speak of this")
NO = Finding("V1", Verdict.NOT_ENOUGH, "the lines cited do not speak of this")
CASES = [
    ("other forms of the same words", "Debridements were repeated daily.", "Repeat debridement daily.", YES),
    ("another subject", "Screen for malignancy.", "Repeat debridement daily.", NO),
    ("shared figures do not vouch", "Rest for 36 hours.", "Debridement after 36 h.", NO),
    ("no words at all", "36", "Debridement after 36 h.", NO),
    ("a line about mice", "Debridement helps.", "Debridement helped mice.", NO),
]


@pytest.mark.parametrize(("why", "claim", "line", "finding"), CASES, ids=[row[0] for row in CASES])
def test_subject_is_that_of_the_lines(why: str, claim: str, line: str, finding: Finding) -> None:
    assert subject_is_sourced(a_claim(claim, a_cite(line))) == finding


def test_verbatim_words_need_another_voucher() -> None:
    assert subject_is_sourced(a_claim("It is so.", a_cite("It is so."), wording=Wording.VERBATIM)) is None
