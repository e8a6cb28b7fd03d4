"""Whom a text speaks of: a table of words that do and words that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curbside.text.population import populations

#   why, text, populations
CASES: list[tuple[str, str, set[str]]] = [
    ("adults", "in adults with fever", {"adult"}),
    ("children", "Children received drops", {"child"}),
    ("paediatric", "paediatric and pediatric wards", {"child"}),
    ("girls and boys", "girls and boys", {"child", "women", "men"}),
    ("years old", "a 6-year-old with fever", {"child"}),
    ("an old child is an adult", "a 34-year-old with fever", {"adult"}),
    ("aged range of adults", "patients aged 18-45", {"adult"}),
    ("aged range over the line names no one", "patients aged 12 to 45 years", set()),
    ("under five", "children under 5 years", {"child"}),
    ("months", "aged 3 to 6 months", {"infant"}),
    ("first weeks", "aged 0-28 days", {"neonate"}),
    ("infants", "infants and babies", {"infant"}),
    ("newborns", "newborns", {"neonate"}),
    ("premature infants are neonates", "premature infants", {"neonate"}),
    ("adolescents", "adolescents", {"adolescent"}),
    ("elderly by word", "the elderly", {"elderly"}),
    ("elderly by age", "aged 65 years or older", {"adult", "elderly"}),
    ("pregnant", "pregnant women", {"pregnancy", "women"}),
    ("gestation", "at 28 weeks of gestation", {"pregnancy"}),
    ("nonpregnant", "nonpregnant women", {"women"}),
    ("non-pregnant", "non-pregnant women", {"women"}),
    ("not pregnant", "women who are not pregnant", {"women"}),
    ("pregnancy test", "a negative pregnancy test", set()),
    ("postpartum is neither", "postpartum haemorrhage", set()),
    ("breastfeeding", "while breast-feeding", {"lactation"}),
    ("men", "men and males", {"men"}),
    ("men inside treatment", "treatment of amendment", set()),
    ("mice", "in mice and rabbits", {"animal"}),
    ("rat inside rate", "the rate and the ratio", set()),
    ("dogs", "dogs were given the drug", {"animal"}),
    ("dog bite", "a dog bite in a man", {"men"}),
    ("mouse antibody", "a mouse antibody", set()),
    ("rabbit antithymocyte globulin", "rabbit antithymocyte globulin", set()),
    ("Guinea-Bissau", "in Guinea-Bissau", set()),
    ("guinea pig", "in guinea pigs", {"animal"}),
    ("the child's mother", "the child's mother", set()),
    ("adult-onset", "adult-onset disease", set()),
    ("male-to-female", "the male-to-female ratio", set()),
    ("Child-Pugh", "Child-Pugh class B", set()),
    ("CAT scan", "a CAT scan", set()),
    ("kidney holds kid", "Kidney Disease", set()),
    ("no one", "in patients", set()),
    ("empty", "", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_only_named_populations_are_found(text: str, expected: set[str]) -> None:
    assert populations(text) == expected


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    assert populations(text) <= {
        "adult", "child", "infant", "neonate", "adolescent", "elderly", "pregnancy", "lactation", "women", "men", "animal",
    }  # fmt: skip
