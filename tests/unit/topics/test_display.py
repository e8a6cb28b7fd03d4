"""How medicines are written: each form that gets misread is found, and what is well written is left alone."""

import pytest

from curbside.topics.display import MISREAD, SHORT_DRUGS, misread, misread_order

#   written                          what is found
MISREADS = [
    ("1.0 mg", "1.0"),
    ("2.50 mg", "2.50"),
    ("1.0mg", "1.0"),
    ("0.10 mL", "0.10"),
    ("give .5 mg", ".5"),
    ("10000 units", "10000"),
    ("1500mg", "1500"),
    ("5mg daily", "5mg"),
    ("10 U subcut", "10 U"),
    ("10U", "10U"),
    ("400 IU daily", "IU"),
    ("50 µg", "µg"),
    ("50 μg", "μg"),
    ("50 ug", "ug"),
    ("5 cc", "cc"),
    ("5 ml", "5 ml"),
    ("5 mg. every day", "mg."),
    ("40 mg QD", "QD"),
    ("40 mg q.d.", "q.d."),
    ("40 mg QOD", "QOD"),
    ("40 mg qhs", "qhs"),
    ("40 mg HS", "HS"),
    ("100 mg SC", "SC"),
    ("100 mg SQ", "SQ"),
    ("D/C the drug", "D/C"),
    ("MgSO4 2 g", "MgSO4"),
    ("MS 10 mg", "MS"),
    ("1 drop OD", "OD"),
    ("1 teaspoon", "teaspoon"),
    ("MTX weekly", "MTX"),
    ("azathioprine (AZA)", "AZA"),
    ("pip-tazo 4.5 g", "pip-tazo"),
    ("tPA within hours", "tPA"),
]


@pytest.mark.parametrize(("written", "found"), MISREADS, ids=[row[0] for row in MISREADS])
def test_what_gets_misread_is_found(written: str, found: str) -> None:
    assert repr(found) in [what.partition(": ")[0] for what in misread(written)]


@pytest.mark.parametrize(
    "written",
    [
        "Give 0.5 to 1 mg/kg daily, at most 1,000 mg.",
        "potassium 4.0 mmol/L and creatinine 1.0 mg/dL",
        "CK 5326 U/L, later 4919 IU/L",
        "10.5 mg and 20 mg",
        "hydrate with 500 mL. Then stop.",
        "in 1500 patients; 1277 deaths",
        "version 1.0 of the guideline",
        "multiple sclerosis (MS)",
        "intravenous immunoglobulin (IVIG) 2 g/kg per course",
        "10 million units every 4 hours",
        "piperacillin-tazobactam 4.5 g",
        "at 2.0 times the limit",
        "methotrexate 15 mg once weekly",
        "the UK and the US, 2024",
        "5 mg, then 10 mg.",
        "ASAP",
    ],
)
def test_what_is_well_written_is_left_alone(written: str) -> None:
    assert list(misread(written)) == []


def test_signs_are_written_out_in_orders_only() -> None:
    assert (list(misread("if CK >5 times normal")), list(misread_order("until CK <5 times normal"))) == (
        [],
        ["'<5': signs get turned round in orders; write less than, more than or at least"],
    )


def test_every_form_says_what_to_write() -> None:
    assert [advice for _, advice in MISREAD if "write" not in advice and "no full stop" not in advice] == []
    assert [short for short, long in SHORT_DRUGS.items() if len(long) <= len(short)] == []
