"""The content that comes with this version, and an editor's folder in its place."""

from pathlib import Path

import pytest

from curbside import packaged
from curbside.errors import BadTopic, NotHeld
from curbside.model.terms import Abbreviation, Term

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
    assert {n: t for n, t in found.items() if n.startswith(("topics/", "sources"))} == {
        "topics/gout.yaml": "topic", "sources.yaml": "sources",
    }  # fmt: skip


def test_one_topic_file_alone_will_do(tmp_path: Path) -> None:
    path = tmp_path / "gout.yaml"
    path.write_text("topic", encoding="utf-8")
    topics = {n: t for n, t in packaged.files_in(path).items() if n.startswith("topics/")}
    assert topics == {"topics/gout.yaml": "topic"}


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotHeld, match="there is no"):
        packaged.files_in(tmp_path / "nowhere")
