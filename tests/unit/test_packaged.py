"""The content that comes with this version, and an editor's folder in its place."""

from pathlib import Path

import pytest
from tests.unit.topics.written import DRUG, SOURCES, TOPIC, but

from curbside import packaged
from curbside.errors import BadTopic, NotHeld
from curbside.model.terms import Abbreviation, Term
from curbside.topics.sources import read_sources

FEW = {
    "sources.yaml": packaged.files()["sources.yaml"],
    "vocabulary/abbreviations.yaml": "CK: creatine kinase\nPE: pulmonary embolism | physical examination\n",
    "vocabulary/conditions.yaml": "kind: condition\nterms:\n  joints:\n    gout: podagra\n",
    "vocabulary/drugs.yaml": "kind: drug\nclasses:\n  Alkaloid: alkaloids\nterms:\n  Alkaloid:\n    Colchicine: Brand\n",
}


def test_files_come_by_path_in_order() -> None:
    names = list(packaged.files())
    assert names == sorted(names)
    assert {"sources.yaml", "vocabulary/drugs.yaml"} < set(names)
    assert all(name.endswith(".yaml") for name in names)


def test_content_is_what_the_files_say() -> None:
    content = packaged.content_of(FEW)
    assert content.terms == (
        Term("gout", ("podagra",), "condition"),
        Term("Alkaloid", ("alkaloids",), "drug class"),
        Term("Colchicine", ("Brand",), "drug", ("Alkaloid",)),
    )
    assert content.abbreviations == (
        Abbreviation("CK", ("creatine kinase",)),
        Abbreviation("PE", ("pulmonary embolism", "physical examination")),
    )
    assert (dict(content.topics), dict(content.glossary)) == ({}, {})


def test_drug_names_are_folded_and_hold_no_condition() -> None:
    content = packaged.content_of(FEW)
    assert dict(content.canonical) == {
        "alkaloid": "Alkaloid", "alkaloids": "Alkaloid", "colchicine": "Colchicine", "brand": "Colchicine",
    }  # fmt: skip
    assert content.drug_names == frozenset({"alkaloid", "alkaloids", "colchicine", "brand"})


def test_content_without_vocabulary_has_no_names() -> None:
    content = packaged.content_of({"sources.yaml": FEW["sources.yaml"]})
    assert (content.terms, content.abbreviations, content.drug_names) == ((), (), frozenset())


def test_a_file_that_breaks_a_rule_is_refused_by_name() -> None:
    with pytest.raises(BadTopic, match=r"drugs\.yaml"):
        packaged.content_of({**FEW, "vocabulary/drugs.yaml": "kind: gadget\nterms:\n  x:\n    y:\n"})


def test_the_order_of_files_changes_nothing() -> None:
    assert packaged.content_of(dict(reversed(FEW.items()))) == packaged.content_of(FEW)


def test_an_editors_folder_borrows_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "gout.yaml").write_text("topic", encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("words", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not read", encoding="utf-8")
    found = packaged.files_in(tmp_path)
    topics = {name: text for name, text in found.items() if name.startswith("topics/")}
    assert topics == {"topics/gout.yaml": "topic"}
    assert found["glossary.yaml"] == "words"
    assert found["sources.yaml"] == packaged.files()["sources.yaml"]


def test_a_folder_laid_out_like_ours_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics" / "gout.yaml").write_text("topic", encoding="utf-8")
    (tmp_path / "sources.yaml").write_text("sources", encoding="utf-8")
    found = packaged.files_in(tmp_path)
    assert {n: t for n, t in found.items() if n.startswith(("topics/", "sources", "drugs/"))} == {
        "topics/gout.yaml": "topic", "sources.yaml": "sources",
    }  # fmt: skip


def test_a_folder_without_a_source_list_stands_on_ours(tmp_path: Path) -> None:
    for name in ("topics/gout.yaml", "sources/gout.yaml", "drugs/colchicine.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine", encoding="utf-8")
    ours = {name: text for name, text in packaged.files().items() if not name.startswith("topics/")}
    own = {"topics/gout.yaml": "mine", "sources/gout.yaml": "mine", "drugs/colchicine.yaml": "mine"}
    assert packaged.files_in(tmp_path) == {**ours, **own}


def test_one_topic_file_alone_will_do(tmp_path: Path) -> None:
    path = tmp_path / "gout.yaml"
    path.write_text("topic", encoding="utf-8")
    topics = {n: t for n, t in packaged.files_in(path).items() if n.startswith("topics/")}
    assert topics == {"topics/gout.yaml": "topic"}


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotHeld, match="there is no"):
        packaged.files_in(tmp_path / "nowhere")


BLUE = {
    "sources.yaml": SOURCES,
    "sources/more.yaml": but(SOURCES.replace("a-guideline", "another"), 'content_version: "1.0"\n', ""),
    "topics/blue-fever.yaml": TOPIC,
    "drugs/ampicillin.yaml": DRUG,
}


def test_content_is_read_when_it_is_first_asked_for() -> None:
    """A file that nobody asks for costs nothing: it is not even found to be broken."""
    content = packaged.content_of(
        {
            **BLUE,
            "drugs/broken.yaml": "drug: broken\nrules: [",
            "topics/gout.yaml": "slug: gout\ntitle: Gout\nnames: [gout]\nsections: x\n",
        }
    )
    assert (list(content.drugs), list(content.topics)) == (["ampicillin", "broken"], ["blue-fever", "gout"])
    assert content.drugs["ampicillin"].routes == ("oral", "IV")
    with pytest.raises(BadTopic, match=r"drugs/broken\.yaml:"):
        content.drugs["broken"]
    with pytest.raises(BadTopic, match=r"topics/gout\.yaml:"):
        content.topics["gout"]


def test_what_was_read_is_kept() -> None:
    content = packaged.content_of(BLUE)
    assert content.topics["blue-fever"] is content.topics["blue-fever"]
    assert content.sources["another"] is content.sources["another"]


def test_a_lazy_mapping_is_equal_to_its_values() -> None:
    made: packaged.Lazily[str, int] = packaged.Lazily({"a": lambda: 1, "b": lambda: 2})
    assert made == {"a": 1, "b": 2}
    assert made != {"a": 1, "b": 3}
    assert (list(made), len(made)) == (["a", "b"], 2)


def test_content_of_the_same_files_is_equal_and_of_others_is_not() -> None:
    other = {**BLUE, "drugs/ampicillin.yaml": but(DRUG, "routes: [oral, IV]", "routes: [oral]")}
    assert packaged.content_of(BLUE) == packaged.content_of(dict(reversed(BLUE.items())))
    assert packaged.content_of(BLUE) != packaged.content_of(other)


def test_a_list_beside_the_main_one_adds_its_sources() -> None:
    content = packaged.content_of(BLUE)
    assert (list(content.sources), content.sources["another"].key) == (["a-guideline", "another"], "another")


def test_names_hold_drugs_classes_and_conditions() -> None:
    content = packaged.content_of(FEW)
    assert content.names == frozenset({"alkaloid", "alkaloids", "colchicine", "brand", "gout", "podagra"})
    assert content.members == {"Alkaloid": frozenset({"Colchicine"})}
    assert content.classes == {"colchicine": frozenset({"alkaloid"})}


def test_every_packaged_source_is_found_before_its_list_is_read() -> None:
    """Keys are found by their place in the text; the full reading finds the same."""
    keys: list[str] = []
    for name, text in packaged.files().items():
        if name == "sources.yaml" or name.startswith("sources/"):
            keys += read_sources(name, text, versioned=name == "sources.yaml")[1]
    assert sorted(packaged.load().sources) == sorted(keys)


def test_every_packaged_head_is_what_the_whole_topic_says() -> None:
    content = packaged.load()
    heads = {slug: (head.slug, head.title, head.names, head.cues) for slug, head in content.heads.items()}
    assert heads == {slug: (t.slug, t.title, t.names, t.cues) for slug, t in content.topics.items()}


def test_every_packaged_drug_is_found_under_its_name() -> None:
    content = packaged.load()
    assert {name: drug.name for name, drug in content.drugs.items()} == {name: name for name in content.drugs}
    assert len(content.drugs) == sum(name.startswith("drugs/") for name in packaged.files())
