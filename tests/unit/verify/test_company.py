"""A word that stands where the source has its opposite, or a drug that stands where it has another, is not the source's."""

import pytest
from tests.build import a_cite, a_claim, a_passage
from tests.unit.verify.pairs import CANONICAL, NAMES

from curbside.verify.company import turned
from curbside.verify.drugs import drugs_are_sourced
from curbside.verify.naming import DrugNames

STOP = "mycophenolate is stopped at least 6 weeks before conception and not used in pregnancy"
WINDOW = "cancer risk is increased within the 3 years before and the 3 years after onset"
#   why, what the source says, the text, the word turned and the one the source has there
TURNED = [
    ("as the source says", STOP, STOP, None),
    ("in other words", STOP, "before conception, mycophenolate has been stopped for 6 weeks", None),
    ("before made after", STOP, STOP.replace("before", "after"), ("after", "befor")),
    ("at least made at most", STOP, STOP.replace("least", "most"), ("most", "least")),
    ("stopped made continued", STOP, STOP.replace("stopped", "continued"), ("continu", "stop")),
    ("one of two turned to the other", WINDOW, WINDOW.replace("before", "after"), ("after", "befor")),
    ("increased made lower", WINDOW, WINDOW.replace("increased", "lower"), ("lower", "increas")),
    ("a denial where there is none", "the dose is reduced by half in kidney disease", "the dose is not reduced by half in kidney disease", ("not", "")),
    ("a denial the source has", "live vaccines are not given with the drug", "live vaccines are not given with the drug", None),
    ("adults made children", "risk in adult-onset myopathy is high", "risk in child-onset myopathy is high", ("child", "adult")),
    ("without made with", "no cover in sepsis without an anaerobic risk factor", "no cover in sepsis with an anaerobic risk factor", ("with", "without")),
    ("little company is chance", "fever before rash", "surgery after rash", None),
    ("empty", "", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("says", "text", "found"), [row[1:] for row in TURNED], ids=[row[0] for row in TURNED])
def test_word_stands_where_the_source_has_it(says: str, text: str, found: tuple[str, str] | None) -> None:
    assert turned(text, (says,)) == found


MEMBERS = {"beta-lactam": frozenset({"meropenem"}), "statin": frozenset({"atorvastatin"})}
check = drugs_are_sourced(DrugNames(NAMES | {"beta-lactam", "meropenem"}, CANONICAL, MEMBERS))
CLASSES = [
    ("a member speaks for its class", "Meropenem is given in sepsis.", "A beta-lactam is given in sepsis.", None),
    ("a class does not speak for a member", "A beta-lactam is given in sepsis.", "Meropenem is given in sepsis.", "nothing cited names meropenem"),
    ("no dose goes from a member to its class", "Meropenem 1 g is given.", "A beta-lactam 1 g is given.",
     "what is cited says 1 g of meropenem, not of beta-lactam"),
    ("a drug in the place of another", "In severe penicillin allergy vancomycin or linezolid is given.",
     "In severe linezolid allergy vancomycin or penicillin is given.", "what is cited says this of penicillin, not of linezolid"),
]  # fmt: skip


@pytest.mark.parametrize(("says", "text", "reason"), [row[1:] for row in CLASSES], ids=[row[0] for row in CLASSES])
def test_drug_stands_where_the_source_has_it(says: str, text: str, reason: str | None) -> None:
    finding = check(a_claim(text, a_cite(says)))
    assert (finding.reason if finding else None) == reason


def test_passage_beside_an_editors_line_may_say_the_like_of_another_drug() -> None:
    cite = a_cite(
        "meropenem is given every 8 hours", passage=a_passage("Vancomycin is given every 8 hours IV. Meropenem too.")
    )
    assert check(a_claim("Meropenem is given every 8 hours IV.", cite)) is None
