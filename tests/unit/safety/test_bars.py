"""Which drugs are not for a patient: what is known bars, what is unknown never does."""

from dataclasses import replace

import pytest
from tests.unit.safety.shelf_of_drugs import FORMULARY, a_case, fact

from curbside import packaged
from curbside.model.drug import Formulary
from curbside.model.patient import Fact, Known
from curbside.safety.bars import ESTIMATES, bars

PENICILLIN = fact("allergy", "penicillin")
LACTAMS = ["benzylpenicillin", "piperacillin-tazobactam", "amoxicillin", "ceftriaxone", "cefalexin", "vancomycin"]
PREGNANT = Fact("pregnancy", Known.YES)
#   why, the patient's facts, drugs in play, what is barred and why
CASES: list[tuple[str, tuple[Fact, ...], list[str], dict[str, str]]] = [
    ("nothing known bars nothing", (), [*LACTAMS, "methotrexate", "apixaban", "warfarin"], {}),
    ("known to be unknown bars nothing", (Fact("allergy", Known.UNKNOWN), Fact("pregnancy", Known.UNKNOWN)),
     [*LACTAMS, "methotrexate", "apixaban"], {}),
    ("no allergies bar nothing", (Fact("allergy", Known.NO),), LACTAMS, {}),
    ("a denied allergy bars nothing", (Fact("allergy", Known.NO, "penicillin"),), LACTAMS, {}),
    ("penicillin bars penicillins, with and without a file, and no cephalosporin", (PENICILLIN,), LACTAMS,
     dict.fromkeys(LACTAMS[:3], "allergy to penicillin")),
    ("what happened is told", (fact("allergy", "penicillin", detail="anaphylaxis"),), ["amoxicillin"],
     {"amoxicillin": "allergy to penicillin: anaphylaxis"}),
    ("one penicillin without a file bars the others", (fact("allergy", "amoxicillin"),), LACTAMS,
     dict.fromkeys(LACTAMS[:3], "allergy to amoxicillin")),
    ("one penicillin with a file bars the others", (fact("allergy", "benzylpenicillin"),), LACTAMS,
     dict.fromkeys(LACTAMS[:3], "allergy to benzylpenicillin")),
    ("a cephalosporin bars cephalosporins and no penicillin", (fact("allergy", "ceftriaxone"),), [*LACTAMS, "cefazolin"],
     dict.fromkeys(["cefazolin", "ceftriaxone", "cefalexin"], "allergy to ceftriaxone")),
    ("one without a file too", (fact("allergy", "cefalexin"),), [*LACTAMS, "cefazolin"],
     dict.fromkeys(["cefazolin", "ceftriaxone", "cefalexin"], "allergy to cefalexin")),
    ("the widest class bars all of it", (fact("allergy", "beta-lactam"),), LACTAMS,
     dict.fromkeys(LACTAMS[:5], "allergy to beta-lactam")),
    ("an antibacterial is not the same as another", (fact("allergy", "vancomycin"),), LACTAMS,
     {"vancomycin": "allergy to vancomycin"}),
    ("a class named is barred with it", (PENICILLIN,), ["penicillin", "cephalosporin"], {"penicillin": "allergy to penicillin"}),
    ("a class of the drug is barred too", (fact("allergy", "amoxicillin"),), ["penicillin", "cephalosporin"],
     {"penicillin": "allergy to amoxicillin"}),
    ("also of one with a file", (fact("allergy", "benzylpenicillin"),), ["penicillin", "cephalosporin", "cefalexin"],
     {"penicillin": "allergy to benzylpenicillin"}),
    ("a wider class is not", (fact("allergy", "benzylpenicillin"),), ["beta-lactam", "antibacterial"], {}),
    ("names are folded", (PENICILLIN,), ["Benzylpenicillin"], {"benzylpenicillin": "allergy to penicillin"}),
    ("a rule that holds", (fact("egfr", "25"),), ["methotrexate"], {"methotrexate": "eGFR below 30"}),
    ("a rule at its limit does not", (fact("egfr", "30"),), ["methotrexate"], {}),
    ("a rule without a reason tells what it is about", (PREGNANT,), ["methotrexate"], {"methotrexate": "pregnancy"}),
    ("the other estimate keeps back and says so", (fact("crcl", "25"),), ["methotrexate"],
     {"methotrexate": f"eGFR below 30; {ESTIMATES}"}),
    ("its own estimate answers, whatever the other says", (fact("crcl", "25"), fact("egfr", "45")), ["methotrexate"], {}),
    ("a range that may lie below bars nothing", (fact("egfr", "15-45"),), ["methotrexate"], {}),
    ("dialysis is kidney failure", (Fact("dialysis", Known.YES),), ["methotrexate"], {"methotrexate": "eGFR below 30"}),
    ("a drug taken", (fact("taking", "trimethoprim"),), ["methotrexate"], {"methotrexate": "trimethoprim"}),
    ("a caution is no bar", (Fact("lactation", Known.YES),), ["methotrexate"], {}),
    ("what holds for everybody bars nobody", (fact("egfr", "10"),), ["warfarin"], {}),
    ("a whole class", (PREGNANT,), ["doac"], {"doac": "pregnancy"}),
    ("half a class is none", (PREGNANT,), ["statin", "atorvastatin"], {"atorvastatin": "pregnancy"}),
    ("a class is not barred by what is unknown", (), ["doac"], {}),
    ("a drug nobody asks about is not told", (PREGNANT,), ["vancomycin"], {}),
    ("a man is not pregnant", (fact("sex", "male"),), ["methotrexate", "doac"], {}),
]  # fmt: skip


@pytest.mark.parametrize(("why", "facts", "names", "expected"), CASES, ids=[row[0] for row in CASES])
def test_what_is_barred(why: str, facts: tuple[Fact, ...], names: list[str], expected: dict[str, str]) -> None:
    assert bars(names, a_case(*facts), FORMULARY) == expected


def test_a_drug_that_the_question_names_counts_as_given() -> None:
    assert bars(["methotrexate"], a_case(given=("trimethoprim",)), FORMULARY) == {"methotrexate": "trimethoprim"}


PACKAGED = [
    ("penicillin", {"benzylpenicillin", "piperacillin-tazobactam", "ampicillin-sulbactam", "amoxicillin"}),
    ("amoxicillin", {"benzylpenicillin", "piperacillin-tazobactam", "ampicillin-sulbactam", "amoxicillin"}),
    # The labels of penicillins with an inhibitor forbid them after a reaction to a cephalosporin.
    ("cefalexin", {"ceftriaxone", "cefazolin", "cefotaxime", "piperacillin-tazobactam", "ampicillin-sulbactam"}),
]


@pytest.mark.parametrize(("allergen", "expected"), PACKAGED, ids=[row[0] for row in PACKAGED])
def test_the_packaged_drug_files_keep_to_allergy_classes(allergen: str, expected: set[str]) -> None:
    content = packaged.load()
    formulary = Formulary(content.drugs, content.classes, lambda _text: frozenset())
    asked = ["benzylpenicillin", "piperacillin-tazobactam", "ampicillin-sulbactam", "amoxicillin", "ceftriaxone"]
    asked += ["cefazolin", "cefotaxime", "vancomycin", "clindamycin"]
    assert set(bars(asked, a_case(fact("allergy", allergen)), formulary)) == expected


def test_a_drug_whose_file_lists_no_allergy_is_barred_by_none() -> None:
    """An antidote is given again after an earlier reaction; its file says so with an empty list."""
    antidote = replace(FORMULARY.drugs["vancomycin"], name="acetylcysteine", allergy=())
    formulary = replace(FORMULARY, drugs={**FORMULARY.drugs, "acetylcysteine": antidote})
    assert bars(["acetylcysteine"], a_case(fact("allergy", "acetylcysteine", detail="rash")), formulary) == {}
