"""What is read as a name although it is misspelt, what is left alone, and what is named as unknown."""

import pytest
from tests.unit.understand.held import vocabulary

from curbside.understand.spelling import Spelling, mend

READ = {
    "ibruprofen": "ibuprofen", "zrytec": "zyrtec", "augementin": "augmentin", "benedryl": "benadryl",
    "cepahlexin": "cephalexin", "penacillin": "penicillin", "amoxicilin": "amoxicillin", "amoxycilin": "amoxycillin",
    "ghonorrea": "gonorrhea", "apendicitis": "appendicitis", "hemorroids": "hemorrhoids", "glacoma": "glaucoma",
    "hyptotension": "hypotension", "motoprolol": "metoprolol", "atricurium": "atracurium", "mepridine": "meperidine",
    "remifentanyl": "remifentanil", "buprenophine": "buprenorphine", "metfromin": "metformin",
    "azacytidine": "azacitidine", "flourouracil": "fluorouracil", "remipril": "ramipril", "rivatigmine": "rivastigmine",
    "diarrea": "diarrhea", "diahrea": "diarrhea", "neumonia": "pneumonia",
    "pnuemonia": "pneumonia", "rabdomyolysis": "rhabdomyolysis", "myocardits": "myocarditis", "menigitis": "meningitis",
    "meningitus": "meningitis", "celulitis": "cellulitis", "cellulitus": "cellulitis",
    "methotrexat": "methotrexate", "metotrexate": "methotrexate", "warfrin": "warfarin",
    "clindamicin": "clindamycin", "ritximab": "rituximab", "dermatomyocitis": "dermatomyositis",
    "tonsilitis": "tonsillitis", "bronchitus": "bronchitis", "pancreatits": "pancreatitis",
    "anaphylaxsis": "anaphylaxis", "azithromicin": "azithromycin",
}  # fmt: skip


@pytest.mark.parametrize(("written", "read"), list(READ.items()))
def test_a_misspelt_name_is_read_and_reported(written: str, read: str) -> None:
    assert mend(f"treatment of {written} ?", vocabulary()) == Spelling(f"treatment of {read} ?", ((written, read),), ())


ORDINARY = [
    "topical",
    "function",
    "patient",
    "patients",
    "daily",
    "while",
    "score",
    "median",
    "program",
    "programme",
    "question",
    "ability",
    "injection",
    "internal",
    "interval",
    "operative",
    "external",
    "healing",
    "feeling",
    "smell",
    "measures",
    "plaque",
    "approval",
    "search",
    "neural",
    "aesthetic",
    "clarity",
    "efficient",
    "contagious",
    "meantime",
    "simple",
    "story",
    "stent",
    "shoot",
    "reflex",
    "consecutive",
    "constant",
    "insertion",
    "approved",
    "regulator",
    "molecule",
    "anesthesia",
    "anaesthesia",
    "hypoplasia",
    "osteopetrosis",
    "myelopathy",
    "keratosis",
    "perioperative",
    "hypotonic",
    "macroscopic",
    "intramuscular",
    "steatosis",
    "inulin",
    "cockayne",
    "carcinoid",
    "progeria",
    "thyroglobulin",
    "hypophosphatemic",
    "dystrophic",
    "lasik",
    "canker",
    "angioma",
    "kyphosis",
    "dysphasia",
    "protocol",
    "relevant",
    "regional",
    "survival",
    "induction",
    "starting",
    "reduction",
    "cortex",
    "cortisol",
    "carotene",
    "works",
    "month",
    "colour",
    "color",
    "scale",
    "sulphide",
    "parental",
    "infusion",
    "tables",
    "strike",
    "singular",
    "station",
    "herein",
    "precede",
    "covert",
    "methadose",
    "asporin",
    "cholic",
]


@pytest.mark.parametrize("word", ORDINARY)
def test_an_ordinary_word_is_left_alone(word: str) -> None:
    text = f"effect of {word} on outcome"
    assert mend(text, vocabulary()) == Spelling(text, (), ())


NOT_READ = [
    ("between prednisolone and prednisone", "prednisolne"),
    ("between vildagliptin and sitagliptin", "vidagliptin"),
    ("in no vocabulary, ends like an antibiotic", "zorvamycin"),
    ("in no vocabulary, ends like an antibody", "fictitiumab"),
    ("in no vocabulary, ends like a sartan", "filmasartan"),
    ("in no vocabulary, ends like a kinase inhibitor", "madeupatinib"),
    ("a real drug the vocabulary lacks is not read as another", "benidipine"),
    ("too far from propranolol to read it so, too near to say nothing", "propanol"),
]


@pytest.mark.parametrize(("why", "written"), NOT_READ)
def test_a_doubtful_drug_name_is_read_as_no_drug_and_named_as_unknown(why: str, written: str) -> None:
    text = f"dose of {written} in sepsis"
    assert mend(text, vocabulary()) == Spelling(text, (), (written,)), why


TRAPS = [
    "prednisolone/prednisone",
    "hydroxyzine/hydralazine",
    "clonidine/clonazepam",
    "vinblastine/vincristine",
    "chlorpromazine/chlorpropamide",
    "cefazolin/ceftazidime",
    "cefotaxime/cefoxitin",
    "carbamazepine/oxcarbazepine",
    "dopamine/dobutamine",
    "ephedrine/adrenaline",
    "fluoxetine/paroxetine",
    "glipizide/gliclazide",
    "lamotrigine/lamivudine",
    "metronidazole/metformin",
    "methadone/methylphenidate",
    "quinine/quinidine",
    "risperidone/ropinirole",
    "sulfadiazine/sulfasalazine",
    "tramadol/trazodone",
    "valaciclovir/valganciclovir",
    "amiodarone/amlodipine",
    "azathioprine/azithromycin",
    "bupropion/buspirone",
    "cyclosporine/cycloserine",
    "daunorubicin/doxorubicin",
    "infliximab/rituximab",
    "levetiracetam/levofloxacin",
    "morphine/hydromorphone",
    "nifedipine/nimodipine",
    "oxycodone/oxymorphone",
]


def _misspellings(name: str) -> list[str]:
    """Every letter left out, doubled, or swapped with its neighbour; every vowel made another."""
    found = {name[:i] + name[i + 1 :] for i in range(1, len(name))}
    found |= {name[:i] + name[i] + name[i:] for i in range(len(name))}
    found |= {name[: i - 1] + name[i] + name[i - 1] + name[i + 1 :] for i in range(2, len(name))}
    found |= {name[:i] + v + name[i + 1 :] for i, c in enumerate(name) if c in "aeiouy" for v in "aeiouy"}
    return sorted(found - {name})


@pytest.mark.parametrize("pair", TRAPS)
def test_no_slip_of_the_pen_turns_a_drug_into_the_one_it_is_confused_with(pair: str) -> None:
    one, other = pair.split("/")
    for name in (one, other):
        meant = _drugs(name)
        for slip in _misspellings(name):
            if slip in vocabulary().spellings:
                continue
            read = mend(slip, vocabulary()).corrections
            assert all(_drugs(right) & meant for _, right in read), (slip, read)


def _drugs(word: str) -> set[str]:
    return {concept.name for concept in vocabulary().spellings.get(word, ())}


CONFUSED = [
    ("clonadine", ()), ("hydralzine", (("hydralzine", "hydralazine"),)), ("hydroxizine", (("hydroxizine", "hydroxyzine"),)),
    ("cefazolim", (("cefazolim", "cefazolin"),)),
]  # fmt: skip


@pytest.mark.parametrize(("written", "read"), CONFUSED)
def test_a_drug_is_read_only_where_no_second_drug_is_nearly_as_close(
    written: str, read: tuple[tuple[str, str], ...]
) -> None:
    assert mend(written, vocabulary()).corrections == read


def test_a_word_the_library_knows_stays_as_it_is() -> None:
    assert mend("dose of penacillin and zorvamycin", vocabulary("penacillin", "zorvamycin")) == Spelling(
        "dose of penacillin and zorvamycin", (), ()
    )


def test_two_misspelt_words_of_one_name_are_read_together() -> None:
    assert mend("nectrotizing fascitus", vocabulary()).text == "necrotizing fascitis"


def test_a_word_that_is_only_part_of_a_name_is_read_where_the_whole_name_stands() -> None:
    assert mend("necrotizng myositis", vocabulary()).corrections == (("necrotizng", "necrotizing"),)
    assert mend("a necrotizng thing", vocabulary()).corrections == ()


def test_british_and_american_spelling_and_plurals_are_no_misspellings() -> None:
    text = "necrotising fasciitis, oedemas, haemorrhages, anaemia, leukaemia, diarrhoea, oesophagitis, tumours"
    assert mend(text, vocabulary()) == Spelling(text, (), ())


def test_every_correction_is_in_the_text_once_for_all_places() -> None:
    assert mend("Ibruprofen or ibruprofen", vocabulary()) == Spelling(
        "ibuprofen or ibuprofen", (("ibruprofen", "ibuprofen"),), ()
    )
