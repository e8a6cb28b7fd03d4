"""Names in a question: the longest wins, one name once, ordinary words are no names."""

import pytest
from tests.unit.understand.held import vocabulary

from curbside.model.terms import Abbreviation, Term
from curbside.understand.concepts import concepts
from curbside.understand.ordinary import is_ordinary
from curbside.understand.sounds import sound
from curbside.understand.vocabulary import Vocabulary, phrase

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


@pytest.mark.parametrize("short", ["MS", "PE", "RA", "PD", "CF", "AS", "HF", "DM", "MR"])
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
