"""Doses, strengths and citations in words."""

from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_citation
from tests.unit.render.pages import a_dose, an_amount, an_order

from curbside.model.answer import Basis
from curbside.model.document import Citation, Doi, Fidelity, Kind, Pmcid, Pmid, Standing
from curbside.model.patient import Fact, Known
from curbside.model.regimen import AllOf, AnyOf, DoseStep, Order, TaperStep, Then
from curbside.model.topic import ReadIn, Strength
from curbside.render import patient, words

#   why                                  low        high     in words
AMOUNTS = [
    ("no trailing zero", "1.0", None, "1"),
    ("no trailing zeros after a figure", "0.50", None, "0.5"),
    ("a zero before the point", ".5", None, "0.5"),
    ("a whole hundred keeps its zeros", "100", None, "100"),
    ("thousands have a comma", "1250", None, "1,250"),
    ("no exponent, ever", "1E+3", None, "1,000"),
    ("no exponent for small ones either", "1E-7", None, "0.0000001"),
    ("a range is written with to", "600", "900", "600 to 900"),
    ("a range of one is one", "2.0", "2.00", "2"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "low", "high", "expected"), AMOUNTS, ids=[row[0] for row in AMOUNTS])
def test_amount(why: str, low: str, high: str | None, expected: str) -> None:
    assert words.amount(an_amount(low, high)) == expected


ONE_GRAM = an_amount("1")

#   why                                 the step                                                          in words
STEPS = [
    ("fixed", DoseStep(ONE_GRAM, "g", interval="every 8 hours"), "1 g IV every 8 hours"),
    ("no interval is once", DoseStep(ONE_GRAM, "g"), "1 g IV once"),
    ("per kg per day", DoseStep(an_amount("0.5", "1"), "mg", "kg", interval="per day"), "0.5 to 1 mg/kg per day IV"),
    ("per m2 is written so", DoseStep(ONE_GRAM, "g", "m2"), "1 g/m² IV once"),
    ("which weight", DoseStep(an_amount("25"), "mg", "kg", "actual"), "25 mg/kg (actual body weight) IV once"),
    ("a course is not called once", DoseStep(an_amount("2"), "g", "kg", over="2 to 5 days"), "2 g/kg IV over 2 to 5 days"),
    (
        "all of it",
        DoseStep(an_amount("4.5"), "g", rate="per hour", over="3 hours", interval="every 6 hours", duration="7 days", until="afebrile"),
        "4.5 g per hour IV over 3 hours every 6 hours for 7 days until afebrile",
    ),
    ("no word is said twice", DoseStep(ONE_GRAM, "g", over="over 3 hours", duration="for 2 days"), "1 g IV over 3 hours for 2 days"),
    ("units are spelt", DoseStep(an_amount("5000"), "units"), "5,000 units IV once"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "step", "expected"), STEPS, ids=[row[0] for row in STEPS])
def test_step(why: str, step: DoseStep, expected: str) -> None:
    assert words.step(step, "IV") == expected


def cited(key: str) -> int | None:
    return {"a-guideline/t4": 3}.get(key)


def test_a_dose_of_one_step_is_one_line() -> None:
    dose = a_dose(
        "meropenem", DoseStep(ONE_GRAM, "g", interval="every 8 hours"), maximum_daily="6 g", note="longer is better"
    )
    text = "meropenem 1 g IV every 8 hours (adult), maximum 6 g per day; longer is better"
    assert words.order(dose, cited) == (words.OrderLine(0, text, 3),)


def test_an_order_shows_plus_or_load_and_maintenance() -> None:
    assert [(line.depth, line.text, line.cited) for line in words.order(an_order(), cited)] == [
        (0, "all of:", None),
        (1, "vancomycin IV (adult), maximum 3 g per dose", 3),
        (2, "load: 20 to 35 mg/kg (actual body weight) once", None),
        (2, "then maintenance: 15 to 20 mg/kg every 8 to 12 hours", None),
        (1, "PLUS one of:", None),
        (2, "meropenem 1 g IV every 8 hours (adult)", 3),
        (2, "OR piperacillin-tazobactam 4.5 g IV every 6 hours (adult)", 3),
        (1, "PLUS clindamycin 600 to 900 mg IV every 8 hours (adult)", 3),
    ]


@pytest.mark.parametrize(("joint", "word"), [(AllOf, "PLUS"), (AnyOf, "OR"), (Then, "THEN")])
def test_each_joint_has_its_word(joint: type[AllOf | AnyOf | Then], word: str) -> None:
    one, other = a_dose("a", DoseStep(ONE_GRAM, "g")), a_dose("b", DoseStep(ONE_GRAM, "g"))
    order: Order = joint((one, other))
    assert [line.text for line in words.order(order, lambda _: None)][1:] == [
        "a 1 g IV once (adult)",
        f"{word} b 1 g IV once (adult)",
    ]


TAPERS = [
    (TaperStep(1, 14, "60", "mg"), "days 1 to 14: 60 mg per day"),
    (TaperStep(15, 15, "50.0", "mg"), "day 15: 50 mg per day"),
    (TaperStep(16, None, "1000", "mg/day"), "day 16 onwards: 1,000 mg/day"),
    (TaperStep(1, 28, "full starting dose", "mg"), "days 1 to 28: full starting dose"),
]


@pytest.mark.parametrize(("step", "expected"), TAPERS)
def test_taper(step: TaperStep, expected: str) -> None:
    assert words.taper(step) == expected


#   why                        system, strength, certainty, direction        in words
STRENGTHS = [
    ("GRADE in words", ("IDSA GRADE", "strong", "low", "for"), "strong recommendation, low certainty (IDSA GRADE)"),
    ("against is said", ("SSC", "conditional", "very low", "against"), "conditional recommendation against, very low certainty (SSC)"),
    ("a code is shown as published", ("BSR", "1", "B", "for"), "strength 1, certainty B (BSR)"),
    ("a phrase stands as it is", ("WHO", "good practice statement", None, None), "good practice statement (WHO)"),
    ("certainty alone", ("GRADE", None, "moderate", None), "moderate certainty (GRADE)"),
    ("direction alone", ("GRADE", None, None, "against"), "recommendation against (GRADE)"),
    ("nothing is made up", ("GRADE", None, None, None), "no strength published (GRADE)"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "published", "expected"), STRENGTHS, ids=[row[0] for row in STRENGTHS])
def test_strength(why: str, published: tuple[str, str | None, str | None, str | None], expected: str) -> None:
    assert words.strength(Strength(*published)) == expected


CITATIONS = [
    (Citation("A title"), "A title. year not stated."),
    (
        Citation("Does it work?", ("One A", "Two B"), "A Journal", 2020, pmid=Pmid("1"), pmcid=Pmcid("PMC2"), doi=Doi("10.1000/x")),
        "One A, Two B. Does it work? A Journal. 2020. PMID 1. PMC2. doi:10.1000/x.",
    ),
    (Citation("T", tuple(f"N{i}" for i in range(6)), year=1999), "N0, N1, N2, N3, N4, N5. T. 1999."),
    (Citation("T", tuple(f"N{i}" for i in range(7)), year=1999), "N0, N1, N2, et al. T. 1999."),
]  # fmt: skip


@pytest.mark.parametrize(("citation", "expected"), CITATIONS)
def test_citation(citation: Citation, expected: str) -> None:
    assert words.citation(citation) == expected


#   why                                       what the source gives                                              opens at
LINKS = [
    ("its own address", {"url": "https://example.org/a?b=1#c"}, "https://example.org/a?b=1#c"),
    ("a script is no address", {"url": "javascript:alert(1)", "pmid": None}, None),
    ("nor one that breaks out of markup", {"url": "https://example.org/><b>", "pmid": None}, None),
    ("nor one with letters that look alike", {"url": "https://exаmple.org/", "pmid": None}, None),
    ("a bad address falls back", {"url": "data:text/html,x"}, "https://pubmed.ncbi.nlm.nih.gov/1/"),
    ("DOI before PubMed", {"doi": Doi("10.1000/x")}, "https://doi.org/10.1000/x"),
    ("a DOI that breaks out falls back", {"doi": Doi("10.1000/x<y>")}, "https://pubmed.ncbi.nlm.nih.gov/1/"),
    ("PMC before PubMed", {"pmcid": Pmcid("PMC2")}, "https://pmc.ncbi.nlm.nih.gov/articles/PMC2/"),
    ("nowhere", {"pmid": None}, None),
]  # fmt: skip


@pytest.mark.parametrize(("why", "given", "expected"), LINKS, ids=[row[0] for row in LINKS])
def test_link(why: str, given: dict[str, Any], expected: str | None) -> None:
    assert words.link(a_citation(**given)) == expected


def test_a_superseded_source_names_what_replaced_it() -> None:
    superseded = a_citation(standing=Standing.SUPERSEDED, superseded_by="Invented guideline 2025")
    assert words.standing(superseded) == "superseded by Invented guideline 2025"


def test_a_fact_says_whether_it_is_known() -> None:
    facts = (
        Fact("weight", Known.VALUE, "70", "kg"),
        Fact("pregnancy", Known.UNKNOWN),
        Fact("sex", Known.VALUE, "female"),
    )
    assert [patient.fact(fact) for fact in facts] == ["weight 70 kg", "pregnancy: unknown", "sex female"]


def test_every_kind_of_thing_has_words() -> None:
    assert set(words.BASIS) == set(Basis)
    assert set(words.MARK) == set(Basis)
    assert set(words.STANDING) == set(Standing)
    assert set(words.FIDELITY) == set(Fidelity)
    assert set(words.READ_IN) == set(ReadIn)
    assert set(words.KIND) == set(Kind)


def test_number_keeps_every_digit_that_counts() -> None:
    assert [words.number(Decimal(n)) for n in ("0.10", "10", "10.0", "12345.6700")] == ["0.1", "10", "10", "12,345.67"]
