"""Vocabulary files: read whole, or refused; and what the packaged ones promise."""

import json
import os
import re
from pathlib import Path

import pytest

from curbside.errors import BadTopic
from curbside.model.terms import Abbreviation, Term
from curbside.text.normalise import fold
from curbside.topics.vocabulary import read_abbreviations, read_terms

FOLDER = Path(__file__).parents[3] / "src" / "curbside" / "content" / "vocabulary"
FILE = """\
kind: drug
classes:
  penicillin: penicillins
  beta-lactam:
terms:
  penicillin, beta-lactam:
    ampicillin: Brand One, AMP
    nafcillin:
  other:
    no: "1.10a"
"""


def test_terms_are_read_in_order_classes_first() -> None:
    assert read_terms("drugs.yaml", FILE) == (
        Term("penicillin", ("penicillins",), "drug class"),
        Term("beta-lactam", (), "drug class"),
        Term("ampicillin", ("Brand One", "AMP"), "drug", ("penicillin", "beta-lactam")),
        Term("nafcillin", (), "drug", ("penicillin", "beta-lactam")),
        Term("no", ("1.10a",), "drug"),
    )


def test_groups_without_classes_are_headings_only() -> None:
    text = "kind: condition\nterms:\n  lungs:\n    asthma: wheeze\n"
    assert read_terms("c.yaml", text) == (Term("asthma", ("wheeze",), "condition"),)


def test_a_drug_of_two_groups_has_the_classes_of_both() -> None:
    text = FILE.replace("  other:", "  beta-lactam:\n    ampicillin: Brand Two\n  other:")
    assert read_terms("d.yaml", text)[2] == Term(
        "ampicillin", ("Brand One", "AMP", "Brand Two"), "drug", ("penicillin", "beta-lactam")
    )


#   why                                     what stands there     what is put there      line, what is said
BROKEN = [
    ("one spelling for two drugs", "nafcillin:", "nafcillin: amp", 8, "'amp' already stands for 'ampicillin'; keep it in one place"),
    ("a drug called as its class", "nafcillin:", "nafcillin: Penicillin", 8, "'Penicillin' already stands for 'penicillin'"),
    ("a name said twice", "nafcillin:", "nafcillin: Nafcillin", 8, "'Nafcillin' already stands for 'nafcillin'"),
    ("a class that is not there", "penicillin, beta-lactam:", "penicilin:", 6, "no class called 'penicilin'; add it under `classes:`"),
    ("a comma inside a name leaves a figure", "nafcillin:", "nafcillin: 1,25-nafcillin", 8, "'1' is no name"),
    ("a figure alone", "nafcillin:", "nafcillin: 5", 8, "'5' is no name"),
    ("a letter alone", "nafcillin:", "nafcillin: K", 8, "'K' is no name"),
    ("two commas", "Brand One, AMP", "Brand One,, AMP", 7, "an empty name between two commas"),
    ("a list", "nafcillin:", "nafcillin: [a]", 8, "other names are written on one line"),
    ("no group", "  other:\n    no:", "  no:", 9, "no class called 'no'"),
    ("no kind", "kind: drug", "kind: potion", 1, "`kind` cannot be 'potion'; there are: drug, condition, animal"),
    ("another key", "kind: drug", "kind: drug\nterm: x", 2, "a vocabulary has no field 'term'; did you mean `terms`?"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new", "line", "said"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_wrong_line_is_named(why: str, old: str, new: str, line: int, said: str) -> None:
    assert old in FILE
    with pytest.raises(BadTopic) as bad:
        read_terms("v.yaml", FILE.replace(old, new))
    expected = f"v.yaml:{line}: {said}"
    assert expected in [problem[: len(expected)] for problem in bad.value.problems]


def test_abbreviations_keep_every_meaning_in_order() -> None:
    assert read_abbreviations("a.yaml", "f/u: follow-up\nMS: multiple sclerosis | mitral stenosis\n") == (
        Abbreviation("f/u", ("follow-up",)),
        Abbreviation("MS", ("multiple sclerosis", "mitral stenosis")),
    )


@pytest.mark.parametrize("long", ["", "a |", "a | a", "[a, b]"])
def test_an_abbreviation_without_a_meaning_is_named(long: str) -> None:
    with pytest.raises(BadTopic) as bad:
        read_abbreviations("a.yaml", f"x: y\nMS: {long}\n")
    assert bad.value.problems == ("a.yaml:2: MS: write one or more different expansions, ` | ` between",)


# -- the packaged files -----------------------------------------------------------------------------


def terms(name: str) -> tuple[Term, ...]:
    return read_terms(name, (FOLDER / name).read_text(encoding="utf-8"))


def called(name: str) -> dict[str, Term]:
    return {fold(spelling): term for term in terms(name) for spelling in (term.name, *term.also)}


def test_the_packaged_vocabulary_is_large_enough() -> None:
    drugs, conditions = terms("drugs.yaml"), terms("conditions.yaml")
    short = read_abbreviations("a", (FOLDER / "abbreviations.yaml").read_text(encoding="utf-8"))
    counts = (sum(t.kind == "drug" for t in drugs), len(conditions), len(short))
    assert [count >= least for count, least in zip(counts, (700, 500, 300), strict=True)] == [True, True, True]


def test_no_spelling_means_a_drug_and_a_condition() -> None:
    files = [called(name) for name in ("drugs.yaml", "conditions.yaml", "species.yaml")]
    assert [files[i].keys() & files[j].keys() for i, j in ((0, 1), (0, 2), (1, 2))] == [set(), set(), set()]


MEANT_IN_CAPITALS = {"acs", "cap", "mi", "pe"}
"""Have a second meaning, and mean this one to a clinician who writes nothing else beside them."""


def test_an_ambiguous_abbreviation_is_no_name_of_one_condition_or_drug() -> None:
    short = read_abbreviations("a", (FOLDER / "abbreviations.yaml").read_text(encoding="utf-8"))
    ambiguous = {fold(a.short) for a in short if len(a.long) > 1}
    found = [ambiguous & called(name).keys() for name in ("drugs.yaml", "conditions.yaml")]
    assert found == [set(), MEANT_IN_CAPITALS]


#   one drug                 the other
UNLIKE = [
    ("prednisone", "prednisolone"),
    ("methylprednisolone", "medroxyprogesterone"),
    ("vinblastine", "vincristine"),
    ("hydroxyzine", "hydralazine"),
    ("daunorubicin", "doxorubicin"),
    ("quinine", "quinidine"),
    ("amphotericin b", "liposomal amphotericin b"),
    ("tenofovir disoproxil", "tenofovir alafenamide"),
    ("paclitaxel", "nab-paclitaxel"),
    ("morphine", "hydromorphone"),
    ("penicillin", "penicillamine"),
    ("azathioprine", "azacitidine"),
    ("ivig", "scig"),
    ("cefuroxime", "cefotaxime"),
    ("tpa", "txa"),
]


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_drugs_that_sound_alike_stay_two(one: str, other: str) -> None:
    drugs = called("drugs.yaml")
    assert drugs[one] != drugs[other]


#   names of one drug
ALIKE = [
    ("paracetamol", "acetaminophen", "APAP", "Tylenol"),
    ("adrenaline", "epinephrine", "EpiPen"),
    ("noradrenaline", "norepinephrine"),
    ("salbutamol", "albuterol"),
    ("ciclosporin", "cyclosporine", "cyclosporin"),
    ("rifampicin", "rifampin"),
    ("furosemide", "frusemide", "Lasix"),
    ("pethidine", "meperidine"),
    ("benzylpenicillin", "penicillin G"),
    ("trimethoprim-sulfamethoxazole", "co-trimoxazole", "Septrin"),
    ("piperacillin-tazobactam", "pip-tazo", "tazocin"),
    ("immunoglobulin", "IVIG"),
    ("methotrexate", "MTX"),
]


@pytest.mark.parametrize("names", ALIKE, ids=[row[0] for row in ALIKE])
def test_names_of_one_drug_lead_to_it(names: tuple[str, ...]) -> None:
    drugs = called("drugs.yaml")
    assert {drugs[fold(name)].name for name in names} == {names[0]}


@pytest.mark.real_data
def test_brands_and_ingredients_agree_with_the_register_of_approved_drugs() -> None:
    register: dict[str, set[str]] = {}
    path = Path(os.environ["CURBSIDE_TEST_DATA"], "vocab", "drugsatfda_ingredients.jsonl")
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for name in row["names"]:
            register.setdefault(fold(name), set()).add(fold(row["ingredient"]))
    stems = {
        t.name: {w[:6] for n in (t.name, *t.also) for w in re.findall(r"\w{5,}", fold(n))} for t in terms("drugs.yaml")
    }
    held = [(name, term) for name, term in called("drugs.yaml").items() if term.kind == "drug" and name in register]
    unlike = [name for name, term in held if not any(stem in i for i in register[name] for stem in stems[term.name])]
    # The register knows vitamin D as its D2 only, and Gaviscon as an antacid; elsewhere it is an alginate.
    assert (len(held) > 900, unlike) == (True, ["vitamin d", "gaviscon"])
