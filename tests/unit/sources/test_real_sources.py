"""Nothing well-formed is refused: every file of the real data sets goes in, and what they say of themselves is kept."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from curbside.errors import UnreadableSource
from curbside.model.document import Document, Extent, Fidelity, Kind, Role, Standing
from curbside.model.passages import passages_of
from curbside.sources.detect import read_stream

pytestmark = pytest.mark.real_data


def documents(folder: str, pattern: str) -> list[Document]:
    """Every document of the files, none refused."""
    found = list(everything(folder, pattern))
    assert [f.message for f in found if isinstance(f, UnreadableSource)] == []
    return [f for f in found if isinstance(f, Document)]


def everything(folder: str, pattern: str) -> Iterator[Document | UnreadableSource]:
    for path in sorted((Path(os.environ["CURBSIDE_TEST_DATA"]) / folder).glob(pattern)):
        with path.open("rb") as stream:
            yield from read_stream(path.name, stream)


def assert_passages_are_verbatim(document: Document) -> None:
    passages = passages_of(document)
    assert passages
    for passage in passages:
        assert passage.text == document.text[passage.span.start : passage.span.end]
        assert len(passage.text) <= 2_000


def test_two_thousand_open_access_articles() -> None:
    read = documents("evidence_inference", "jats_ccby.tar.gz")
    assert len(read) == len({d.id for d in read}) == 2_002
    assert all(d.id.startswith("pmcid:") and d.citation.year and d.citation.container for d in read)
    assert Counter(d.extent for d in read) == {Extent.FULL_TEXT: 1_983, Extent.ABSTRACT: 19}
    assert {d.citation.standing for d in read} == {Standing.UNCHECKED}
    assert Counter(n.standing for d in read for n in d.notices) == {Standing.CORRECTED: 18}
    assert all(d.citation.kind is Kind.UNCLASSIFIED for d in read if d.notices)
    kinds = Counter(d.citation.kind for d in read)
    assert kinds[Kind.RANDOMIZED_TRIAL] > 400
    assert kinds[Kind.GUIDELINE] == kinds[Kind.CONSENSUS] == kinds[Kind.OBSERVATIONAL_STUDY] == 0
    assert sum(any(s.role is Role.RESULTS for s in d.sections) for d in read) > 1_600
    for document in read:
        assert_passages_are_verbatim(document)


def test_articles_of_other_publishers() -> None:
    assert [d.extent for d in documents("jats_other", "*.nxml")] == [Extent.FULL_TEXT] * 8


def test_medline_of_2016_and_pubmed_of_2024() -> None:
    read = documents("pubmed_xml", "*.xml*")
    assert len(read) == len({d.id for d in read}) == 609
    assert all(d.extent is Extent.ABSTRACT and d.citation.year for d in read)
    kinds = Counter(d.citation.kind for d in read)
    assert kinds[Kind.RANDOMIZED_TRIAL] > 5
    assert kinds[Kind.NARRATIVE_REVIEW] > 30
    assert Counter(d.citation.standing for d in read) == {Standing.CURRENT: 608, Standing.CORRECTED: 1}
    assert [n.target for d in read for n in d.notices] == ["pmid:22828228"]
    for document in read:
        assert_passages_are_verbatim(document)


def test_a_national_guideline() -> None:
    read = documents("guidelines/nstg2022/json", "*.json")
    assert len(read) == len({d.id for d in read}) == 270
    assert {(d.citation.kind, d.fidelity, d.citation.year) for d in read} == {
        (Kind.GUIDELINE, Fidelity.MACHINE_DERIVED, 2022)
    }
    assert sum(any(s.role is Role.TREATMENT for s in d.sections) for d in read) > 200
    for document in read:
        assert_passages_are_verbatim(document)


def test_graded_recommendations() -> None:
    read = documents("guidelines/uspstf", "recommendations.jsonl")
    assert len(read) == len({d.id for d in read}) == 137
    assert Counter(d.remarks for d in read) == {
        ("grade I",): 54,
        ("grade B",): 37,
        ("grade D",): 22,
        ("grade A",): 15,
        ("grade C",): 9,
    }
    assert not any("<i" in d.text or "< i" in d.text or "</" in d.text for d in read)
    for document in read:
        assert_passages_are_verbatim(document)
