"""The judge needs a voucher and no objection, and fails closed."""

from dataclasses import replace

import pytest
from tests.build import a_citation, a_cite, a_claim, a_passage
from tests.unit.verify.pairs import CANONICAL, NAMES

from curbside.errors import IntegrityError
from curbside.model.answer import Basis, Cite, Claim, Finding, Judgement, Verdict, Wording
from curbside.model.document import Extent, Kind, Span
from curbside.verify.checks import CATALOGUE, standard_checks
from curbside.verify.judge import judge

CHECKS = standard_checks(NAMES, CANONICAL)
YES = Finding("Y", Verdict.SUPPORTED, "yes")
NO = Finding("N", Verdict.NOT_ENOUGH, "no")
CONTRARY = Finding("X", Verdict.CONTRADICTED, "the contrary")
CLAIM = a_claim("A claim.", a_cite("A line."))
NOBODY = Finding("V0", Verdict.NOT_ENOUGH, "no check vouches for it; silence is not support")


def vouches(claim: Claim) -> Finding | None:
    return YES


def objects(claim: Claim) -> Finding | None:
    return NO


def contradicts(claim: Claim) -> Finding | None:
    return CONTRARY


def is_silent(claim: Claim) -> Finding | None:
    return None


TABLE = [
    ("a voucher", (vouches,), Judgement(CLAIM, Basis.CURATED, (YES,))),
    ("a voucher and silence", (is_silent, vouches), Judgement(CLAIM, Basis.CURATED, (YES,))),
    ("no checks", (), Judgement(CLAIM, None, (NOBODY,))),
    ("silence is not support", (is_silent, is_silent), Judgement(CLAIM, None, (NOBODY,))),
    ("one objection outweighs", (vouches, objects, vouches), Judgement(CLAIM, None, (YES, NO, YES))),
    ("a contradiction", (contradicts,), Judgement(CLAIM, None, (CONTRARY,))),
]


@pytest.mark.parametrize(("why", "checks", "judgement"), TABLE, ids=[row[0] for row in TABLE])
def test_verdicts_add_up(why: str, checks: tuple[object, ...], judgement: Judgement) -> None:
    assert judge(CLAIM, checks) == judgement  # type: ignore[arg-type]  # a tuple of checks, kept loose in the table


@pytest.mark.parametrize(
    "error",
    [IntegrityError("x"), ValueError("x"), ArithmeticError("x"), ZeroDivisionError("x"), KeyError("x"), TypeError("x")],
    ids=lambda error: type(error).__name__,
)
def test_check_that_stumbles_withholds_the_claim(error: Exception) -> None:
    def stumbles(claim: Claim) -> Finding | None:
        raise error

    failed = Finding("stumbles", Verdict.NOT_ENOUGH, "the check could not be completed")
    assert judge(CLAIM, (vouches, stumbles)) == Judgement(CLAIM, None, (YES, failed))


LINE = "Adults: meropenem 1 g IV every 8 hours."
OTHER = "Adults: meropenem 2 g IV every 8 hours."
ELSE = "Adults: meropenem is often used. Its dose is in the table."
SWAPPED = "Adults: meropenem is an option. Cefepime 1 g IV every 8 hours."


def cited(line: str, text: str | None, extent: Extent = Extent.FULL_TEXT) -> Cite:
    passage = a_passage(text) if text else None
    cite = a_cite(line, passage=passage, citation=a_citation(kind=Kind.GUIDELINE), extent=extent)
    return replace(cite, population=("adult",))


NOT_SHOWN = "the text of a-guideline held here does not show 1 g, every 8 hours; put before the board"
BASES = [
    ("nothing held", cited(LINE, None), Basis.CURATED, None),
    ("full text bears it out", cited(LINE, LINE), Basis.CHECKED, None),
    ("full text has another figure", cited(LINE, OTHER), None, NOT_SHOWN.replace(", every 8 hours", "")),
    ("full text has no figure", cited(LINE, ELSE), None, NOT_SHOWN),
    ("full text gives the figure to another drug", cited(LINE, SWAPPED), None,
     "the text of a-guideline held here differs: what is cited says 1 g of cefepime, not of meropenem"),
    ("the abstract is silent on it", cited(LINE, ELSE, Extent.ABSTRACT), Basis.CURATED, None),
    ("the abstract bears it out", cited(LINE, LINE, Extent.ABSTRACT), Basis.CURATED, None),
]  # fmt: skip


@pytest.mark.parametrize(("why", "cite", "basis", "reason"), BASES, ids=[row[0] for row in BASES])
def test_basis_is_what_the_claim_rests_on(why: str, cite: Cite, basis: Basis | None, reason: str | None) -> None:
    judgement = judge(a_claim("Meropenem 1 g IV every 8 hours.", cite, population="adult"), CHECKS)
    found = judgement.objection
    assert (judgement.basis, found.reason if found else None) == (basis, reason)


def test_source_held_is_asked_only_for_what_its_own_extract_was_cited_for() -> None:
    first = cited(LINE, LINE)
    second = replace(cited("Adults: clindamycin 600 mg IV every 6 hours.", None), reference="b-guideline")
    judgement = judge(
        a_claim("Meropenem 1 g IV every 8 hours plus clindamycin 600 mg IV every 6 hours.", first, second), CHECKS
    )
    assert (judgement.basis, judgement.objection) == (Basis.CURATED, None)


def test_our_words_over_passages_alone_are_checked_and_verbatim_words_are_quoted() -> None:
    passage = a_passage(LINE)
    ours = replace(
        a_cite(passage=passage, extent=Extent.ABSTRACT, citation=a_citation(kind=Kind.GUIDELINE)), population=("adult",)
    )
    quote = a_cite(passage=passage, quote=Span(0, len(LINE)))
    bases = [
        judge(a_claim("Meropenem 1 g IV every 8 hours.", ours), CHECKS).basis,
        judge(a_claim(LINE, quote, wording=Wording.VERBATIM), CHECKS).basis,
        judge(a_claim(LINE.replace("1 g", "9 g"), quote, wording=Wording.VERBATIM), CHECKS).basis,
    ]
    assert bases == [Basis.CHECKED, Basis.QUOTED, None]


def test_every_check_has_a_line_in_the_catalogue() -> None:
    """Each check objects at least once here under an id of the catalogue, in the catalogue's order."""
    ids = [id for id, _ in CATALOGUE]
    checks = ["O1", "S1", "F1", "Q1", "N1", "D1", "R1", "K1", "K2", "P1", "G1", "W1", "V1"]
    assert ids == [*checks, "V0", "H1", "U1", "C1", "C2"]
    assert len(CHECKS) == ids.index("V0")
    assert all(sentence.endswith(".") for _, sentence in CATALOGUE)
