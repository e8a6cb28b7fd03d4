"""Formulas shown to readers: the grammar, and redoing what they state."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curbside.text.arithmetic import is_right, work

D = Decimal

#    why                                       formula                                                            right  cancels
WORKED = [
    ("a dose by weight",                       "20 mg/kg x 80 kg = 1,600 mg",                                     True,  True),
    ("a digit wrong",                          "20 mg/kg x 80 kg = 1,060 mg",                                     False, True),
    ("ten-fold",                               "20 mg/kg x 80 kg = 16,000 mg",                                    False, True),
    ("the wrong unit",                         "20 mg/kg x 80 kg = 1,600 mcg",                                    True,  False),
    ("no unit stated",                         "20 mg/kg x 80 kg = 1,600",                                        True,  False),
    ("Cockcroft-Gault",                        "(140 - 60) x 72 kg / (72 x 1 mg/dL) = 80 mL/min",                 True,  False),
    ("a product before a sum",                 "2 + 3 x 4 = 14",                                                  True,  True),
    ("from left to right",                     "10 - 3 - 2 = 5",                                                  True,  True),
    ("division from left to right",            "100 / 5 / 2 = 10",                                                True,  True),
    ("rounded to the digits shown",            "10 / 3 = 3.33",                                                   True,  True),
    ("rounded wrongly",                        "10 / 3 = 3.34",                                                   False, True),
    ("half a digit either way",                "5 / 2 = 3",                                                       False, True),
    ("a half that is small against the whole", "125 / 2 = 63",                                                    True,  True),
    ("down to nothing",                        "0.1 mg/kg x 3 kg = 0 mg",                                         False, True),
    ("powers",                                 "(170 x 70 / 3,600)^0.5 m2 = 1.8181 m2",                           True,  True),
    ("a negative power",                       "2^-1 = 0.5",                                                      True,  True),
    ("min and max",                            "min(20 mg/kg x 200 kg, 3,000 mg) = 3,000 mg",                     True,  True),
    ("max of two",                             "max(1 / 0.7, 1) = 1.4286",                                        True,  True),
    ("CKD-EPI of a woman of 50",               "142 x min(1 / 0.7, 1)^-0.241 x max(1 / 0.7, 1)^-1.2 x 0.9938^50 x 1.012 = 69 mL/min/1.73 m2", True, False),
    ("an ideal weight inside a dose",          "2 mg/kg x (45.5 kg + 2.3 kg x (170 cm / 2.54 cm - 60)) = 122.87 mg", True, True),
    ("time in words",                          "0.1 units/kg per hour x 80 kg = 8 units per hour",                True,  True),
    ("a rate turned into another",             "5 mcg/kg per minute x 80 kg x 60 minutes/hour / 1,000 mcg/mg = 24 mg per hour", True, True),
    ("a volume",                               "8 units per hour / 1 units/mL = 8 mL per hour",                   True,  True),
    ("two formulas, both right",               "20 mg/kg x 80 kg = 1,600 mg; 35 mg/kg x 80 kg = 2,800 mg",        True,  True),
    ("two formulas, one wrong",                "20 mg/kg x 80 kg = 1,600 mg; 35 mg/kg x 80 kg = 2,900 mg",        False, True),
    ("divided doses",                          "50 mg/kg per day x 12 kg / 4 doses/day = 150 mg/doses",           True,  True),
    ("units that do not add up",               "80 kg + 3 mg = 83 kg",                                            True,  False),
]  # fmt: skip


@pytest.mark.parametrize(("formula", "right", "cancels"), [row[1:] for row in WORKED], ids=[row[0] for row in WORKED])
def test_a_formula_is_redone(formula: str, right: bool, cancels: bool) -> None:
    assert (is_right(formula), all(one.cancels for one in work(formula))) == (right, cancels)


HOSTILE = [
    ("nothing", ""),
    ("no result", "20 mg/kg x 80 kg"),
    ("two results", "1 + 1 = 2 = 2"),
    ("a name", "weight x 2 = 160"),
    ("code", "__import__('os').system('ls') = 0"),
    ("a call", "abs(2) = 2"),
    ("python's power", "9**9 = 1"),
    ("a tower of powers", "9^9^9 = 1"),
    ("a power that runs away", "9^999 = 1"),
    ("a power that runs away within its bound", "999,999,999^150 = 1"),
    ("division by zero", "1 / 0 = 1"),
    ("zero divided by zero", "0 / 0 = 0"),
    ("zero to a negative power", "0^-1 = 1"),
    ("a root of a negative number", "(1 - 2)^0.5 = 1"),
    ("an exponent", "1e3 x 2 = 2,000"),
    ("infinity", "inf x 2 = 2"),
    ("not a number", "nan x 2 = 2"),
    ("thousands without a comma", "1600 mg x 1 = 1,600 mg"),
    ("a comma in the wrong place", "16,00 mg x 1 = 1,600 mg"),
    ("a decimal comma", "2,5 mg x 2 = 5 mg"),
    ("no zero before the point", ".5 mg x 2 = 1 mg"),
    ("nothing after the point", "5. mg x 2 = 10 mg"),
    ("a leading zero", "05 mg x 2 = 10 mg"),
    ("two points", "1.2.3 x 1 = 1.2"),
    ("a negative number", "-5 + 10 = 5"),
    ("an operator without spaces", "2x3 = 6"),
    ("an unknown unit", "5 teaspoons x 2 = 10 teaspoons"),
    ("an unknown unit behind a slash", "5 mg/stone x 2 = 10 mg/stone"),
    ("an open parenthesis", "(2 + 3 = 5"),
    ("a closed one too many", "2 + 3) = 5"),
    ("parentheses without end", "(" * 200 + "1" + ")" * 200 + " = 1"),
    ("too long", "1 + " * 400 + "1 = 401"),
    ("other figures", "٣ x 2 = 6"),
    ("full-width figures", "２ x 2 = 4"),
    ("an invisible character", "2\u200b x 2 = 4"),
    ("a line break", "2 x\n2 = 4"),
    ("an untrue factor", "5 mg x 100 mcg/mg = 500 mcg"),
    ("an untrue factor of time", "5 mg/min x 24 min/hour = 120 mg/hour"),
    ("two units in a row", "(5 mg) mg x 2 = 10 mg"),
    ("words behind the result", "2 x 2 = 4 or so"),
    ("a formula and nothing", "2 x 2 = 4; "),
]


@pytest.mark.parametrize("text", [text for _, text in HOSTILE], ids=[why for why, _ in HOSTILE])
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        work(text)


def test_what_was_worked_out_is_all_told() -> None:
    (one,) = work("20 mg/kg x 80 kg = 1,600.0 mg")
    told = (one.stated, one.unit, one.exact, one.places, one.cancels, one.operands)
    assert told == (D("1600.0"), "mg", D("1600"), 1, True, ((D(20), "mg/kg"), (D(80), "kg")))


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(0, 3))
def test_a_product_is_right_and_its_neighbours_are_not(a: int, b: int, places: int) -> None:
    exact = D(a) * D(b).scaleb(-places)
    step = D(1).scaleb(-places)
    told = [
        f"{D(a):,} mg/kg x {D(b).scaleb(-places):,f} kg = {value:,.{places}f} mg" for value in (exact, exact + step)
    ]
    assert [is_right(one) for one in told] == [True, False]


@given(st.text(alphabet="0123456789.,()+-x/^ =;minaxgkL", max_size=60))
def test_any_text_is_redone_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert all(one.exact.is_finite() for one in work(text))
