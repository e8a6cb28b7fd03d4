"""The equations against the published check vectors, and what they refuse."""

from decimal import Decimal

import pytest

from curbside.dosing.calculators import (
    Result,
    adjusted_weight,
    bedside_schwartz,
    body_mass_index,
    ckd_epi_2021,
    cockcroft_gault,
    deindexed,
    devine,
    du_bois,
    haycock,
    mosteller,
)
from curbside.model.calculation import Estimate, NotCalculated
from curbside.text.arithmetic import is_right

D = Decimal


def exact(result: Result) -> Decimal:
    assert isinstance(result, Estimate), result
    return result.exact


#    creatinine, age, sex, eGFR, as reported
CKD_EPI = [
    ("0.5", 25, "female", "133.40", "133"),
    ("0.7", 50, "female", "105.3", "105"),
    ("1.0", 50, "female", "68.63", "69"),
    ("1.0", 50, "male", "91.69", "92"),
    ("0.9", 40, "male", "110.73", "111"),
    ("1.2", 65, "male", "67.11", "67"),
    ("1.2", 65, "female", "50.23", "50"),
    ("2.0", 70, "male", "35.24", "35"),
    ("2.0", 70, "female", "26.38", "26"),
    ("4.0", 80, "male", "14.42", "14"),
    ("0.6", 30, "male", "133.18", "133"),
]


@pytest.mark.parametrize(("creatinine", "age", "sex", "value", "shown"), CKD_EPI)
def test_ckd_epi_gives_the_vectors(creatinine: str, age: int, sex: str, value: str, shown: str) -> None:
    found = ckd_epi_2021(D(age), D(creatinine), sex)
    assert isinstance(found, Estimate)
    assert (round(found.exact, -D(value).as_tuple().exponent), found.shown, is_right(found.formula)) == (  # type: ignore[operator]  # vectors are finite
        D(value),
        shown,
        True,
    )


VECTORS = [
    ("Cockcroft-Gault, man", cockcroft_gault(D(60), D(72), D("1.0"), "male"), "80.00", "80"),
    ("Cockcroft-Gault, woman", cockcroft_gault(D(60), D(72), D("1.0"), "female"), "68.00", "68"),
    ("Cockcroft-Gault, old and light", cockcroft_gault(D(85), D(50), D("1.4"), "female"), "23.19", "23.2"),
    ("Cockcroft-Gault, low creatinine is not rounded up", cockcroft_gault(D(40), D(80), D("0.8"), "male"), "138.89", "138.9"),
    ("ideal weight, man", devine(D(170), "male"), "65.93", "65.9"),
    ("ideal weight, woman", devine(D(170), "female"), "61.43", "61.4"),
    ("ideal weight at its lowest height", devine(D("152.4"), "female"), "45.50", "45.5"),
    ("adjusted weight", adjusted_weight(D(120), D(170), "female"), "84.86", "84.9"),
    ("Mosteller", mosteller(D(170), D(70)), "1.82", "1.82"),
    ("DuBois", du_bois(D(170), D(70)), "1.81", "1.81"),
    ("Haycock", haycock(D(170), D(70)), "1.83", "1.83"),
    ("Schwartz", bedside_schwartz(D(8), D(120), D("0.5")), "99.12", "99"),
    ("body mass index", body_mass_index(D(70), D(175)), "22.86", "22.9"),
    ("de-indexed", deindexed(D(69), D("1.9")), "75.78", "75.8"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "value", "shown"), [v[1:] for v in VECTORS], ids=[v[0] for v in VECTORS])
def test_a_vector_holds_and_its_formula_is_right(found: Result, value: str, shown: str) -> None:
    assert isinstance(found, Estimate)
    assert (abs(found.exact - D(value)) <= D("0.0075"), found.shown, is_right(found.formula)) == (True, shown, True)


SURFACES = [
    (mosteller(D(170), D(70)), "1.8181"), (du_bois(D(170), D(70)), "1.8097"), (haycock(D(170), D(70)), "1.8257"),
    (mosteller(D(100), D(15)), "0.6455"), (du_bois(D(100), D(15)), "0.6400"), (haycock(D(100), D(15)), "0.6461"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "value"), SURFACES)
def test_body_surfaces_give_the_vectors(found: Result, value: str) -> None:
    assert round(exact(found), 4) == D(value)


def test_weights_give_the_vectors() -> None:
    found = [
        devine(D(170), "male"),
        devine(D(170), "female"),
        devine(D("152.4"), "female"),
        adjusted_weight(D(120), D(170), "female"),
    ]
    assert [round(exact(one), 2) for one in found] == [D("65.94"), D("61.44"), D("45.50"), D("84.86")]


def test_a_formula_stands_as_a_reader_redoes_it() -> None:
    found = cockcroft_gault(D(60), D(72), D("1.0"), "female")
    assert isinstance(found, Estimate)
    assert (found.formula, found.inputs, found.unit) == (
        "(140 - 60) x 72 kg / (72 x 1 mg/dL) x 0.85 = 68 mL/min",
        (("age", "60 years"), ("weight", "72 kg"), ("creatinine", "1 mg/dL"), ("sex", "female")),
        "mL/min",
    )


REFUSED = [
    ("a child's clearance by an adult equation", cockcroft_gault(D(17), D(60), D(1), "male"), "valid from 18 years; children: bedside Schwartz"),
    ("a child's eGFR by an adult equation", ckd_epi_2021(D("17.9"), D(1), "male"), "valid from 18 years; children: bedside Schwartz"),
    ("an adult by a child's equation", bedside_schwartz(D(18), D(170), D(1)), "valid from 1 year to below 18 years"),
    ("an infant by a child's equation", bedside_schwartz(D("0.5"), D(65), D("0.3")), "valid from 1 year to below 18 years"),
    ("age 240", ckd_epi_2021(D(240), D(1), "male"), "age 240 years is outside 0 to 120"),
    ("a negative weight", cockcroft_gault(D(60), D(-3), D(1), "male"), "weight -3 kg is outside 0.3 to 350"),
    ("micromoles taken for mg/dL", cockcroft_gault(D(60), D(72), D(88), "male"), "creatinine 88 mg/dL is outside 0.1 to 40"),
    ("no creatinine at all", ckd_epi_2021(D(60), D(0), "male"), "creatinine 0 mg/dL is outside 0.1 to 40"),
    ("not a number", ckd_epi_2021(D(60), D("nan"), "male"), "creatinine NaN mg/dL is outside 0.1 to 40"),
    ("without end", mosteller(D("inf"), D(70)), "height Infinity cm is outside 20 to 260"),
    ("metres for centimetres", du_bois(D("1.7"), D(70)), "height 1.7 cm is outside 20 to 260"),
    ("no sex", ckd_epi_2021(D(60), D(1), "unknown"), "the equation needs female or male, not 'unknown'"),
    ("too short for Devine", devine(D("152.3"), "male"), "valid from 152.4 cm (60 inches)"),
    ("too short to adjust", adjusted_weight(D(90), D(150), "male"), "valid from 152.4 cm (60 inches)"),
    ("nothing to adjust", adjusted_weight(D(60), D(170), "male"), "the body weight is not above the ideal one (65.9 kg)"),
    ("an eGFR that nobody has", deindexed(D(900), D("1.7")), "eGFR or body surface is outside what a person has"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_outside_its_validity_an_equation_gives_no_number(found: Result, why: str) -> None:
    assert isinstance(found, NotCalculated)
    assert found.why == why
