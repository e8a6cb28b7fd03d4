"""Q1: a quotation is the source's own words, to the letter, at the place it names."""

from dataclasses import replace

import pytest
from tests.build import a_cite, a_claim, a_document

from curbside.model.answer import Claim, Finding, Verdict, Wording
from curbside.model.document import Span, cut
from curbside.model.regimen import TaperStep
from curbside.verify.quotation import quotation_is_verbatim

TEXT = "Fever was rare. Clindamycin reduced deaths in 12 of 40. Nothing else did."
SENTENCE = "Clindamycin reduced deaths in 12 of 40."


def a_quotation(
    words: str = SENTENCE, passage: tuple[int, int] = (10, 73), quote: tuple[int, int] | None = (16, 55)
) -> Claim:
    held = cut(a_document(TEXT), Span(*passage))
    cite = a_cite(passage=held, quote=Span(*quote) if quote else None)
    return a_claim(words, cite, wording=Wording.VERBATIM)


def test_quotation_to_the_letter_is_vouched_for() -> None:
    assert quotation_is_verbatim(a_quotation()) == Finding(
        "Q1", Verdict.SUPPORTED, "these are the source's own words, to the letter"
    )


ONE = "a quotation names exactly one place"
PLACE = "the place quoted is not in a passage held here"
WORDS = "the words differ from those of the source at the place named"
BESIDE = "a quotation carries nothing in other words beside it"
HOSTILE = [
    ("one letter more", a_quotation(SENTENCE + " "), WORDS),
    ("another case", a_quotation(SENTENCE.lower()), WORDS),
    ("a figure changed", a_quotation(SENTENCE.replace("12", "21")), WORDS),
    ("a look-alike letter", a_quotation(SENTENCE.replace("o", "о")), WORDS),
    ("a no-break space", a_quotation(SENTENCE.replace(" ", "\u00a0")), WORDS),
    ("a word dropped out of the middle", a_quotation(SENTENCE.replace("deaths ", "")), WORDS),
    ("the words stand elsewhere in the passage", a_quotation(quote=(17, 56)), WORDS),
    ("offsets counted in the passage, not in the document", a_quotation(quote=(6, 45)), PLACE),
    ("the quote begins before the passage", a_quotation(passage=(20, 73)), PLACE),
    ("the quote ends after the passage", a_quotation(passage=(10, 40)), PLACE),
    ("no place named", a_quotation(quote=None), PLACE),
    ("no passage, only an editor's note", a_claim(SENTENCE, a_cite(SENTENCE, quote=Span(16, 55)), wording=Wording.VERBATIM), PLACE),
    ("no cite", a_claim(SENTENCE, wording=Wording.VERBATIM), ONE),
    ("two cites", replace(a_quotation(), cites=a_quotation().cites * 2), ONE),
    ("a taper beside it", replace(a_quotation(), taper=(TaperStep(1, 2, "5", "mg"),)), BESIDE),
    ("plain words beside it", replace(a_quotation(), plain="It saves lives."), BESIDE),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claim", "reason"), HOSTILE, ids=[row[0] for row in HOSTILE])
def test_quotation_that_differs_is_refused(why: str, claim: Claim, reason: str) -> None:
    finding = quotation_is_verbatim(claim)
    assert finding is not None
    assert (finding.check, finding.verdict is Verdict.SUPPORTED, finding.reason) == ("Q1", False, reason)


OWN = [
    ("our words without a quotation", "Clindamycin helped.", True),
    ("a term in quotation marks", 'The "second look" is planned.', True),
    ("a true quotation", 'They wrote: "Clindamycin reduced deaths in 12 of 40."', True),
    ("a made-up quotation", 'They wrote: "Clindamycin reduced deaths in all patients."', False),
    ("curly marks", "They wrote: “Clindamycin reduced deaths in all patients.”", False),
    ("angle marks", "They wrote: «Clindamycin reduced deaths in all patients.»", False),
    ("single marks", "They wrote: 'Clindamycin reduced deaths in all patients.'", False),
    ("an apostrophe is no quotation mark", "The patient's course and the surgeon's view of it and the nurse's differ.", True),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "silent"), OWN, ids=[row[0] for row in OWN])
def test_quotation_inside_our_words_stands_in_a_passage(why: str, text: str, silent: bool) -> None:
    cite = a_cite("Clindamycin reduced deaths in all patients.", passage=cut(a_document(TEXT), Span(0, 73)))
    assert (quotation_is_verbatim(a_claim(text, cite)) is None) is silent
