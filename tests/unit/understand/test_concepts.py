"""Names in a question: the longest wins, one name once, ordinary words are no names."""

import pytest
from tests.unit.understand.held import vocabulary

from curbside.model.terms import Abbreviation, Term
from curbside.understand.concepts import apart, concepts, named
from curbside.understand.ordinary import is_ordinary
from curbside.understand.sounds import sound
from curbside.understand.vocabulary import KINDS_OF, Vocabulary, phrase

#   why, text, names found
CASES = [
    ("gas inside gas gangrene", "gas gangrene", ["gas gangrene"]),
    ("the longer name", "streptococcal toxic shock syndrome", ["streptococcal toxic shock syndrome"]),
    ("the shorter name alone", "toxic shock syndrome", ["toxic shock syndrome"]),
    ("hyphens", "immune-mediated necrotizing myopathy", ["immune-mediated necrotizing myopathy"]),
    ("no hyphens", "immune mediated necrotising myopathy", ["immune-mediated necrotizing myopathy"]),
    ("abbreviation", "IMNM flare", ["immune-mediated necrotizing myopathy"]),
    ("small letters", "imnm flare", ["immune-mediated necrotizing myopathy"]),
    ("plural", "skin abscesses", ["skin abscess"]),
    ("British", "septicaemia", ["sepsis"]),
    ("in text order, each once", "gout and sepsis, gout", ["gout", "sepsis"]),
    ("a drug and its class", "colchicine or NSAIDs", ["colchicine", "NSAID"]),
    ("a name without its last letter", "colchicin", ["colchicine"]),
    ("a brand", "Septrin", ["trimethoprim-sulfamethoxazole"]),
    ("hearing aids are no AIDS", "hearing aids", []),
    ("first aid is no AIDS", "first aid", []),
    ("AIDS is", "AIDS and CMV", ["AIDS", "cytomegalovirus infection"]),
    ("modes are no MODS", "modes of death", []),
    ("an abbreviation of either of two drugs names both", "pred 60 + MTX", ["prednisolone", "prednisone", "methotrexate"]),
    ("an abbreviation of one drug", "on MP", ["methylprednisolone"]),
    ("milligrams are no magnesium", "500 mg", []),
    ("an abbreviation clinicians write for one condition", "HF", ["heart failure"]),
    ("every drug of a list", "colchicine + clarithromycin, warfarin/aspirin", ["colchicine", "clarithromycin", "warfarin", "aspirin"]),
    ("nothing", "what is this", []),
    ("empty", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "names"), CASES)
def test_names_are_found(why: str, text: str, names: list[str]) -> None:
    found = [concept.name for concept in concepts(text, vocabulary()) if concept.kind != "animal"]
    assert found == _preferred(names), why


def _preferred(names: list[str]) -> list[str]:
    """Names as the packaged vocabulary prefers them, so that renaming one there breaks nothing here."""
    return [vocabulary().phrases[phrase(name)].name for name in names]


def test_a_name_is_found_where_it_stands() -> None:
    found = list(named("K 3.1, Septrin ok?", vocabulary()))
    assert [(name.start, name.end, name.concepts[0].name) for name in found] == [
        (7, 14, "trimethoprim-sulfamethoxazole")
    ]


def test_a_stage_is_set_off_from_the_name_it_is_glued_to() -> None:
    assert [apart("CKD4, ckd3b"), apart("CKD and CK 45")] == ["CKD 4, ckd 3b", "CKD and CK 45"]


CLASSES = [
    ("its classes", "amoxicillin", {"penicillin", "beta-lactam", "antibacterial"}),
    ("the classes of a class", "penicillin", {"beta-lactam", "antibacterial"}),
    ("three steps up", "enoxaparin", {"low molecular weight heparin", "heparin class", "anticoagulant"}),
    ("a condition", "acute asthma", {"asthma"}),
]


@pytest.mark.parametrize(("why", "name", "classes"), CLASSES)
def test_a_name_belongs_to_its_classes_and_to_theirs(why: str, name: str, classes: set[str]) -> None:
    assert vocabulary().classes[name] == classes, why


def test_what_has_no_class_has_no_entry() -> None:
    assert "gout" not in vocabulary().classes


def test_a_class_with_one_drug_belongs_to_no_other_for_that() -> None:
    held = Vocabulary((Term("a", classes=("one", "two")), Term("b", classes=("two",))), ())
    assert held.classes == {"a": {"one", "two"}, "b": {"two"}}


def test_every_condition_with_a_kind_is_held() -> None:
    held = {term.name for term in vocabulary().terms}
    assert {*KINDS_OF, *(wider for kinds in KINDS_OF.values() for wider in kinds)} - held == set()


@pytest.mark.parametrize("short", ["MS", "RA", "PD", "CF", "AS", "DM", "MR", "SVT", "OD", "CP"])
def test_an_ambiguous_abbreviation_names_nothing(short: str) -> None:
    assert concepts(f"treatment of {short}", vocabulary()) == ()


def test_a_curated_topic_wins_over_the_word_list() -> None:
    assert [c.topic for c in concepts("necrotising myositis", vocabulary())] == ["necrotizing-myositis"]


def test_a_surface_is_as_it_stands() -> None:
    held = Vocabulary((Term("amoxicillin", ("amoxycillin",)),), ())
    assert [(c.name, c.surface) for c in concepts("Amoxycillin?", held)] == [("amoxicillin", "amoxycillin")]


def test_an_empty_vocabulary_finds_nothing() -> None:
    assert concepts("sepsis", Vocabulary((), ())) == ()


def test_an_abbreviation_of_several_words_is_looked_up_by_its_words() -> None:
    held = Vocabulary(
        (),
        (
            Abbreviation("f/u", ("follow-up",)),
            Abbreviation("CK", ("creatine kinase",)),
            Abbreviation("OR", ("operating room", "odds ratio")),
        ),
    )
    assert dict(held.short) == {
        ("f", "u"): Abbreviation("f/u", ("follow-up",)),
        ("ck",): Abbreviation("CK", ("creatine kinase",)),
        ("or",): Abbreviation("OR", ("operating room", "odds ratio")),
    }
    assert dict(held.long) == {("creatin", "kinas"): ("CK",)}


@pytest.mark.parametrize(
    ("one", "other"),
    [("pneumonia", "neumonia"), ("rheumatoid", "rumatoid"), ("cefalexin", "cephalexin"), ("gonorrhea", "ghonorrea")],
)
def test_spellings_of_one_sound_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("hypoplasia", "hyperplasia"), ("myelopathy", "myopathy"), ("ileum", "ilium x")]
)
def test_other_words_sound_different(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_no_drug_of_the_vocabulary_is_an_ordinary_word() -> None:
    drugs = [term for term in vocabulary().terms if term.kind == "drug"]
    assert [term.name for term in drugs if " " not in term.name and is_ordinary(term.name.lower())] == []


#   why                                          question                              names
SHORT = [
    ("what clinicians write in capitals",        "AF with HF after MI",                ["atrial fibrillation", "heart failure", "myocardial infarction"]),
    ("and in small letters",                     "pe at 30 weeks, apixaban?",          ["pulmonary embolism", "apixaban"]),
    ("an ordinary word in capitals",             "CAP, abx?",                          ["community-acquired pneumonia", "antibacterial"]),
    ("the ordinary word",                        "cap refill 4 s in sepsis",           ["sepsis"]),
    ("ten is a number",                          "ten days of apixaban",               ["apixaban"]),
    ("dress the wound",                          "dress the wound, tetanus vaccine?",  ["tetanus vaccine"]),
    ("once daily is no overdose",                "prednisolone 40 mg OD",              ["prednisolone"]),
    ("clipped names of drugs",                   "clarithro + colchicine",             ["clarithromycin", "colchicine"]),
    ("of two at once",                           "nivo/ipi, sepsis?",                  ["nivolumab", "ipilimumab", "sepsis"]),
    ("epi is adrenaline",                        "epi IM dose",                        ["adrenaline"]),
    ("a stem is no name",                        "immune response to apixaban",        ["apixaban"]),
    ("lactate is no lactation",                  "lactate 5 in sepsis",                ["sepsis"]),
    ("the name of that stem",                    "immunisation in sepsis",             ["vaccine", "sepsis"]),
    ("a lay name",                               "flesh eating bug",                   ["necrotizing soft tissue infection"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "names"), SHORT, ids=[row[0] for row in SHORT])
def test_short_names_and_stems(why: str, text: str, names: list[str]) -> None:
    assert [concept.name for concept in concepts(text, vocabulary()) if concept.kind != "animal"] == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("paracetamol", "acetaminophen"),
        ("adrenaline", "epinephrine"),
        ("noradrenaline", "norepinephrine"),
        ("salbutamol", "albuterol"),
        ("haemorrhagic stroke in anaemia", "hemorrhagic stroke in anemia"),
        ("necrotising fasciitis", "necrotizing fasciitis"),
        ("hyperkalaemia", "hyperkalemia"),
        ("aciclovir", "acyclovir"),
        ("furosemide", "frusemide"),
    ],
)
def test_two_spellings_are_one_thing(one: str, other: str) -> None:
    assert [c.name for c in concepts(one, vocabulary())] == [c.name for c in concepts(other, vocabulary())] != []
