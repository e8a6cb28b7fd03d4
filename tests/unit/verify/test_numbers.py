"""N1: every figure in a claim, with its unit, stands in a line it cites."""

import pytest
from tests.build import a_cite, a_claim, a_passage

from curbside.model.answer import Finding, Verdict, Wording
from curbside.model.topic import Table
from curbside.verify.numbers import numbers_are_sourced

CASES = [
    ("the same figure", "Apixaban 5 mg twice daily.", "Apixaban 5 mg twice daily.", None),
    ("spacing does not matter", "apixaban 5 mg twice daily", "apixaban 5mg", None),
    ("another unit, another quantity", "apixaban 5 mg twice daily", "apixaban 5 g", "5 g"),
    ("decimal comma is not 5 mg", "apixaban 2,5 mg", "apixaban 5 mg", "5 mg"),
    ("thousands are not 200 mg", "1,200 mg daily", "200 mg", "200 mg"),
    ("one end of a range is not a dose", "5 to 10 mg", "give 10 mg", "10 mg"),
    ("per kg is not per dose", "1 mg/kg", "1 mg", "1 mg"),
    ("another interval", "1 g every 8 hours", "1 g every 6 hours", "every 6 hours"),
    ("weekly, never daily", "once weekly, never daily", "once daily", "daily"),
    ("no figure at all in the source", "give an anticoagulant", "give 5 mg", "5 mg"),
]


@pytest.mark.parametrize(("why", "line", "claim", "missing"), CASES, ids=[row[0] for row in CASES])
def test_figure_stands_in_a_cited_line(why: str, line: str, claim: str, missing: str | None) -> None:
    expected = Finding("N1", Verdict.NOT_ENOUGH, f"nothing cited says {missing}") if missing else None
    assert numbers_are_sourced(a_claim(claim, a_cite(line))) == expected
    assert numbers_are_sourced(a_claim(claim, a_cite(passage=a_passage(line)))) == expected


def test_figures_of_plain_words_tables_and_remarks_are_asked_for_too() -> None:
    cite = a_cite("Apixaban 5 mg.")
    table = Table(("Drug", "Dose"), (("apixaban", "7 mg"),))
    reasons = [
        finding.reason if (finding := numbers_are_sourced(claim)) else None
        for claim in (
            a_claim("Apixaban 5 mg.", cite, plain="Take 6 mg."),
            a_claim("Apixaban 5 mg.", cite, table=table),
            a_claim("Apixaban 5 mg.", cite, remark="8 mg was given in this study"),
            a_claim("Apixaban 5 mg.", cite, remark="draft"),
        )
    ]
    assert reasons == ["nothing cited says 6 mg", "nothing cited says 7 mg", "nothing cited says 8 mg", None]


KIDNEY = (
    "Clearance 20 to 40 mL/min: 2.25 g every 6 hours.",
    "Clearance below 20 mL/min: 2.25 g every 8 hours.",
    "Haemodialysis: 2.25 g every 12 hours.",
)
TORN = [
    ("each dose with its own interval", "At clearance 20 to 40 mL/min 2.25 g every 6 hours; on haemodialysis 2.25 g every 12 hours.", None),
    ("the interval of another clearance", "At clearance 20 to 40 mL/min 2.25 g every 8 hours.", "20 to 40 mL/minute, 2250 mg, every 8 hours"),
    ("the interval of what is said in words", "On haemodialysis 2.25 g every 8 hours.", "2250 mg, every 8 hours"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claim", "torn"), TORN, ids=[row[0] for row in TORN])
def test_dose_is_not_put_together_from_several_lines(why: str, claim: str, torn: str | None) -> None:
    finding = numbers_are_sourced(a_claim(claim, a_cite(*KIDNEY)))
    assert (finding.reason if finding else None) == (f"no one line cited says {torn} of this" if torn else None)


def test_verbatim_words_are_another_checks_business() -> None:
    assert numbers_are_sourced(a_claim("Give 9 mg.", a_cite("nothing"), wording=Wording.VERBATIM)) is None


def test_figures_of_a_line_about_animals_or_children_do_not_count_for_an_adult() -> None:
    cite = a_cite("In mice 5 mg was given.", "Children: 7 mg.")
    adult = a_claim("Give 5 mg or 7 mg.", cite, population="adult")
    child = a_claim("Give 7 mg.", cite, population="child")
    assert [numbers_are_sourced(adult), numbers_are_sourced(child)] == [
        Finding("N1", Verdict.NOT_ENOUGH, "nothing cited says 5 mg, 7 mg"),
        None,
    ]
