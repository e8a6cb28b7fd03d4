"""D1: every drug a claim names is named by what it cites, and no figure goes from one drug to another."""

import pytest
from tests.build import a_cite, a_claim
from tests.unit.verify.pairs import CANONICAL, NAMES

from curbside.model.answer import Wording
from curbside.text.quantities import shown
from curbside.verify.drugs import drugs_are_sourced
from curbside.verify.naming import DrugNames

names = DrugNames(NAMES, CANONICAL)
check = drugs_are_sourced(names)
TWO = ("Vancomycin 15 mg/kg every 12 hours plus meropenem 1 g every 8 hours.",)
APART = ("Vancomycin 15 mg/kg every 12 hours.", "Meropenem 1 g every 8 hours.")

CASES = [
    ("as the source says", TWO, "Vancomycin 15 mg/kg every 12 hours plus meropenem 1 g every 8 hours.", None),
    ("a drug nothing names", TWO, "Linezolid is an option.", "nothing cited names linezolid"),
    ("drug swapped for another of the same line", TWO, "Meropenem 15 mg/kg.", "what is cited says 15 mg/kg of vancomycin, not of meropenem"),
    ("drug swapped for that of another line", APART, "Vancomycin 1 g.", "what is cited says 1 g of meropenem, not of vancomycin"),
    ("interval taken from the other drug", TWO, "Vancomycin every 8 hours.", "what is cited says every 8 hours of meropenem, not of vancomycin"),
    ("figure before its drug", TWO, "Give 1 g of meropenem every 8 hours and 15 mg/kg of vancomycin.", None),
    ("a line that names no drug is silence", ("Give 1 g every 8 hours.", "Meropenem is used."), "Meropenem 1 g.", "no line cited says 1 g of meropenem"),
    ("a synonym is the same drug", ("Co-trimoxazole is given.",), "Trimethoprim-sulfamethoxazole is given.", None),
    ("a slash is a hyphen", ("Piperacillin/tazobactam 4.5 g.",), "Piperacillin–tazobactam 4.5 g.", None),
    ("half of a combination is another drug", ("Piperacillin-tazobactam 4.5 g.",), "Piperacillin 4.5 g.", "nothing cited names piperacillin"),
    ("a name of two words", ("Benzylpenicillin 2 million units.",), "Penicillin G 2 million units.", None),
    ("plural of a class", ("Statins are stopped.",), "Stop the statin.", None),
    ("a drug in no list, by its stem", ("Vancomycin.",), "Give evilomycin.", "nothing cited names evilomycin"),
    ("alternatives share the dose", ("Prednisolone or methylprednisolone 40 mg.",), "Prednisolone 40 mg.", None),
    ("a sum does not share the dose", ("Vancomycin plus meropenem 1 g.",), "Vancomycin 1 g.", "what is cited says 1 g of meropenem, not of vancomycin"),
    ("half of a compound takes no dose", ("Steroid-sparing treatment: methotrexate 15 mg.",), "Methotrexate 15 mg.", None),
    ("the drug compared with is another", ("Meropenem compared with vancomycin.",), "Vancomycin compared with meropenem.", "nothing cited compares another drug with meropenem"),
    ("the drug replaced is another", ("Linezolid replaced vancomycin plus clindamycin.",), "Vancomycin can replace linezolid.", "nothing cited compares another drug with linezolid"),
    ("one of those replaced", ("Linezolid replaced vancomycin plus clindamycin.",), "Linezolid can replace clindamycin.", None),
    ("what is said of another drug", ("Azathioprine is safe throughout pregnancy.", "Rituximab is used rarely."), "Rituximab is safe throughout pregnancy.", "what is cited says this of azathioprine, not of rituximab"),
    ("a drug beside itself", ("Methotrexate is not given with co-trimoxazole.",), "Methotrexate is not given with methotrexate.", "it names methotrexate beside itself, the sources cited do not"),
    ("how many people is no drug's figure", ("100 adults were asked.", "Meropenem helped."), "Meropenem helped 100 adults.", None),
    ("dose in the next clause", APART, "Vancomycin first; then 1 g every 8 hours.", "what is cited says 1 g of meropenem, not of vancomycin"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "says", "claim", "reason"), CASES, ids=[row[0] for row in CASES])
def test_drug_keeps_its_figures(why: str, says: tuple[str, ...], claim: str, reason: str | None) -> None:
    finding = check(a_claim(claim, a_cite(*says)))
    assert (finding.reason if finding else None) == reason


def test_verbatim_words_are_another_checks_business() -> None:
    assert check(a_claim("Linezolid 600 mg.", a_cite("nothing"), wording=Wording.VERBATIM)) is None


FOUND = [
    ("trimethoprim-sulfamethoxazole 960 mg", ("trimethoprim-sulfamethoxazole",)),
    ("CO-TRIMOXAZOLE", ("trimethoprim-sulfamethoxazole",)),
    ("trimethoprim/sulfamethoxazole", ("trimethoprim-sulfamethoxazole",)),
    ("penicillin G and Penicillin-G", ("penicillin g", "penicillin g")),
    ("non-statin treatment", ()),
    ("folic acid", ("folic acid",)),
    ("folic, acid", ()),
    ("It is in April that a person eats protein.", ()),
    ("IVIG", ("immunoglobulin",)),
]


@pytest.mark.parametrize(("text", "drugs"), FOUND, ids=[row[0] for row in FOUND])
def test_drug_is_recognised(text: str, drugs: tuple[str, ...]) -> None:
    assert tuple(mention.drug for mention in names.found(text)) == drugs


BOUND = [
    ("Vancomycin 15 mg/kg, meropenem 1 g", [("15 mg/kg", ("vancomycin",)), ("1 g", ("meropenem",))]),
    ("1 g meropenem or 600 mg of linezolid", [("1 g", ("meropenem",)), ("600 mg", ("linezolid",))]),
    ("after 6 hours; vancomycin", [("6 hours", ())]),
    ("vancomycin; then 1 g", [("1 g", ("vancomycin",))]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BOUND, ids=[row[0] for row in BOUND])
def test_figure_belongs_to_a_drug(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(shown(item.quantity), item.drugs) for item in names.bound(text)] == expected
