"""What every store promises. A new store adds one line to STORES; nothing is skipped."""

import hashlib
import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.build import a_citation, a_document

from curbside.errors import NotHeld, UnreadableSource
from curbside.model.document import (
    Document,
    DocumentId,
    Doi,
    Extent,
    Fidelity,
    Kind,
    Notice,
    Passage,
    Pmcid,
    Pmid,
    Role,
    Section,
    Span,
    Standing,
    cut,
)
from curbside.ports import Change, Store
from curbside.store.sqlite import SqliteStore

STORES: dict[str, Callable[[Path], SqliteStore]] = {"sqlite": lambda folder: SqliteStore(folder / "library.db", halves)}


def halves(document: Document) -> tuple[Passage, ...]:
    """Passages for a test: the first half, the second half."""
    middle, end = len(document.text) // 2, len(document.text)
    return tuple(cut(document, Span(a, b)) for a, b in ((0, middle), (middle, end)) if a < b)


@pytest.fixture(params=list(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = STORES[request.param](tmp_path)
    yield made
    made.close()


def a_full_document(text: str = "Éa𝛼 5 mg.\n\nSecond: ≥ 3 %") -> Document:
    return a_document(
        text,
        "pmcid:PMC7",
        citation=a_citation(
            title='A "title" with\nlines; and 𝛼',
            authors=("Núñez A", "O'Hara B"),
            container=None,
            year=None,
            kind=Kind.GUIDELINE,
            pmid=Pmid("77"),
            pmcid=Pmcid("PMC7"),
            doi=Doi("10.1000/AbC(7)"),
            url="https://example.org/?a=1&b='2'",
            standing=Standing.DRAFT,
            superseded_by="pmid:9",
        ),
        sections=(Section("", Role.TITLE, Span(0, 1)), Section("Ünits", Role.CAUTIONS, Span(2, len(text)))),
        licence=None,
        fidelity=Fidelity.MACHINE_DERIVED,
        extent=Extent.ABSTRACT,
        population=("adult", "pregnancy"),
        notices=(Notice("doi:10.1000/other", Standing.CONCERN),),
        remarks=("grade B",),
    )


def test_a_document_comes_back_equal_in_every_field(store: Store) -> None:
    document = a_full_document()
    assert store.put(document) == "added"
    again = store.document(document.id)
    assert (again, again.digest) == (document, document.digest)


def test_held_is_everything_but_the_text(store: Store) -> None:
    document = a_full_document()
    store.put(document)
    held = store.held(document.id)
    assert (held.id, held.digest, held.citation) == (document.id, document.digest, document.citation)
    assert (held.fidelity, held.extent, held.licence) == (document.fidelity, document.extent, document.licence)
    assert (held.population, held.remarks) == (document.population, document.remarks)


def test_a_passage_is_the_one_that_was_cut(store: Store) -> None:
    document = a_full_document()
    store.put(document)
    assert store.passages_of(document.id) == halves(document)
    assert tuple(store.passage(p.id) for p in halves(document)) == halves(document)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=2, max_size=60))
def test_any_text_is_cut_where_python_cuts_it(store: Store, text: str) -> None:
    document = a_document(unicodedata.normalize("NFC", text) + "..")
    store.put(document)
    assert [store.passage(p.id).text for p in halves(document)] == [p.text for p in halves(document)]


UNWRITABLE = [
    ("half of a surrogate pair in the text", a_document("a \ud83d b")),
    ("half of a surrogate pair in a heading", a_document("ab", sections=(Section("\udc00", Role.OTHER, Span(0, 2)),))),
    ("half of a surrogate pair in the licence", a_document("ab", licence="\ud800")),
    ("U+0000, where SQL stops counting", a_document("a\0b")),
]


@pytest.mark.parametrize(("why", "document"), UNWRITABLE, ids=[case[0] for case in UNWRITABLE])
def test_what_cannot_be_kept_exactly_is_refused_and_nothing_is_written(
    store: Store, why: str, document: Document
) -> None:
    with pytest.raises(UnreadableSource, match="pmid:1"):
        store.put_all([a_document("fine", "pmid:2"), document])
    assert (list(store.documents()), store.sequence) == ([], 0)


def test_the_same_digest_again_writes_nothing(store: Store) -> None:
    store.put(a_document("one"))
    before = store.sequence, store.library_digest()
    assert store.put(a_document("one")) == "unchanged"
    assert (store.sequence, store.library_digest()) == before


def test_an_old_version_stays_openable_for_ever(store: Store) -> None:
    old, new = a_document("the old text"), a_document("the new and other text")
    assert [store.put(old), store.put(new)] == ["added", "changed"]
    assert store.document(new.id) == new
    assert store.document(old.id, old.digest) == old
    assert store.versions(old.id) == (old.digest, new.digest)
    assert store.passage(halves(old)[0].id) == halves(old)[0]
    assert store.passages_of(new.id) == halves(new)


def test_a_text_that_comes_back_is_the_version_it_was(store: Store) -> None:
    old, new = a_document("the old text"), a_document("the new text")
    assert [store.put(d) for d in (old, new, old)] == ["added", "changed", "changed"]
    assert store.held(old.id).digest == old.digest
    assert store.versions(old.id) == (old.digest, new.digest)
    assert [c.passages for c in store.changes(0)] == [halves(old)]


def test_a_removed_document_is_gone_with_all_versions(store: Store) -> None:
    old, new = a_document("the old text"), a_document("the new text")
    store.put_all([old, new, a_document("another", "pmid:2")])
    store.remove(old.id)
    for ask in (
        lambda: store.held(old.id),
        lambda: store.document(old.id),
        lambda: store.document(old.id, old.digest),
        lambda: store.passage(halves(old)[0].id),
        lambda: store.passage(halves(new)[0].id),
        lambda: store.remove(old.id),
    ):
        with pytest.raises(NotHeld):
            ask()
    assert (store.passages_of(old.id), store.versions(old.id)) == ((), ())
    assert store.holding(old.citation) is None
    assert [held.id for held in store.documents()] == ["pmid:2"]


NO_PASSAGES = [
    "", "pmid:1", "pmid:1@", "pmid:1@0123456789abcdef:0-1", "pmid:1@0123456789ABCDEF:0-1", "%@%%%%%%%%%%%%%%%%:0-1",
    "pmid:1@0123456789abcdef:0-99999999999999999999", "pmid:1' OR '1'='1@0123456789abcdef:0-1", "\ud800", "x\0y",
]  # fmt: skip


@pytest.mark.parametrize("id", NO_PASSAGES)
def test_what_is_no_passage_is_not_held(store: Store, id: str) -> None:
    store.put(a_document("text"))
    with pytest.raises(NotHeld):
        store.passage(id)


def test_only_passages_that_were_cut_can_be_opened(store: Store) -> None:
    document = a_document("abcdef")
    store.put(document)
    with pytest.raises(NotHeld):
        store.passage(cut(document, Span(1, 2)).id)


def test_documents_are_listed_by_id_however_many(store: Store) -> None:
    ids = [f"pmid:{n}" for n in range(1, 601)]
    random.Random(5).shuffle(ids)
    store.put_all([a_document("text", id) for id in ids])
    assert [held.id for held in store.documents()] == sorted(ids)


# -- standing --------------------------------------------------------------------------------------


def a_notice(target: str, standing: Standing, id: str = "pmid:9") -> Document:
    return a_document("A notice.", id, notices=(Notice(target, standing),))


SAYS = [
    #   why                                   itself                what a notice says    target          read as
    ("worse than itself", Standing.CURRENT, Standing.RETRACTED, "pmid:1", Standing.RETRACTED),
    ("better than itself", Standing.CONCERN, Standing.CORRECTED, "pmid:1", Standing.CONCERN),
    ("unchecked is below current", Standing.UNCHECKED, Standing.CURRENT, "pmid:1", Standing.UNCHECKED),
    ("named by its PMCID", Standing.CURRENT, Standing.RETRACTED, "pmcid:PMC1", Standing.RETRACTED),
    ("named by its DOI in any case", Standing.CURRENT, Standing.RETRACTED, "doi:10.1000/ABC", Standing.RETRACTED),
    ("another document is meant", Standing.CURRENT, Standing.RETRACTED, "pmid:11", Standing.CURRENT),
    ("a PMID is not a PMCID", Standing.CURRENT, Standing.RETRACTED, "pmcid:PMC11", Standing.CURRENT),
]


@pytest.mark.parametrize(("why", "own", "said", "target", "read"), SAYS, ids=[case[0] for case in SAYS])
@pytest.mark.parametrize("notice_first", [True, False])
def test_standing_is_the_worse_of_its_own_and_what_notices_say(  # noqa: PLR0917  # the columns of the table
    store: Store, why: str, own: Standing, said: Standing, target: str, read: Standing, notice_first: bool
) -> None:
    citation = a_citation(pmid=Pmid("1"), pmcid=Pmcid("PMC1"), doi=Doi("10.1000/aBc"), standing=own)
    document = a_document("text", "pmcid:PMC1", citation=citation)
    both = [a_notice(target, said), document]
    for each in both if notice_first else reversed(both):
        store.put(each)
        store.documents()
    assert store.held(document.id).citation == replace(citation, standing=read)
    assert [h.citation.standing for h in store.documents() if h.id == document.id] == [read]
    found = store.holding(citation)
    assert found is not None
    assert found.citation.standing == read
    assert store.document(document.id) == document


def test_a_notice_taken_back_or_removed_no_longer_speaks(store: Store) -> None:
    document, id = a_document("text"), DocumentId("pmid:9")
    store.put_all([document, a_notice("pmid:1", Standing.RETRACTED)])
    seen = [store.held(document.id).citation.standing]
    store.put(a_document("The notice was withdrawn.", id))
    seen.append(store.held(document.id).citation.standing)
    store.put(a_notice("pmid:1", Standing.CONCERN))
    seen.append(store.held(document.id).citation.standing)
    store.remove(id)
    seen.append(store.held(document.id).citation.standing)
    assert seen == [Standing.RETRACTED, Standing.CURRENT, Standing.CONCERN, Standing.CURRENT]


def test_the_worst_of_several_notices_counts(store: Store) -> None:
    notices = [a_notice("pmid:1", s, f"pmid:{n}") for n, s in enumerate((Standing.CORRECTED, Standing.CONCERN), 8)]
    store.put_all([*notices, a_document("text")])
    assert store.held(DocumentId("pmid:1")).citation.standing == Standing.CONCERN


def test_a_document_cannot_speak_of_itself_through_a_notice(store: Store) -> None:
    store.put(a_notice("pmid:9", Standing.RETRACTED))
    assert store.held(DocumentId("pmid:9")).citation.standing == Standing.CURRENT


# -- what is cited, and whether it is held ---------------------------------------------------------


def test_holding_prefers_the_full_text_then_the_id(store: Store) -> None:
    citation = a_citation(pmid=Pmid("5"), doi=Doi("10.1000/x"))
    store.put_all([
        a_document("abstract", "pmid:5", citation=citation, extent=Extent.ABSTRACT),
        a_document("full", "pmcid:PMC5", citation=citation),
        a_document("full too", "pmcid:PMC6", citation=citation),
    ])  # fmt: skip
    found = store.holding(a_citation(pmid=None, doi=Doi("10.1000/X")))
    assert found is not None
    assert found.id == "pmcid:PMC5"


def test_a_source_without_identifiers_or_not_held_is_not_holding(store: Store) -> None:
    store.put(a_document("text", "nstg:a", citation=a_citation(pmid=None)))
    assert store.holding(a_citation(pmid=None)) is None
    assert store.holding(a_citation(pmid=Pmid("3"))) is None


def test_an_identifier_of_an_old_version_is_no_longer_it(store: Store) -> None:
    store.put(a_document("text", "pmcid:PMC1", citation=a_citation(pmid=Pmid("3"))))
    store.put(a_document("text", "pmcid:PMC1", citation=a_citation(pmid=Pmid("4"))))
    assert store.holding(a_citation(pmid=Pmid("3"))) is None


# -- the log ---------------------------------------------------------------------------------------


def test_the_log_tells_each_document_once_as_it_is_now(store: Store) -> None:
    one, two, other = a_document("one"), a_document("two", "pmid:2"), a_document("one, changed")
    store.put_all([one, two])
    start = store.sequence
    store.put(other)
    store.remove(two.id)
    changes = list(store.changes(0))
    assert [(c.document_id, c.passages) for c in changes] == [(one.id, halves(other)), (two.id, ())]
    assert list(store.changes(start)) == changes
    assert list(store.changes(changes[0].sequence)) == [Change(store.sequence, two.id, ())]
    assert list(store.changes(store.sequence)) == []


def test_sequence_numbers_are_never_used_again(store: Store) -> None:
    store.put(a_document("one"))
    store.remove(DocumentId("pmid:1"))
    before = store.sequence
    store.put(a_document("one"))
    assert store.sequence > before


def test_the_library_digest_is_that_of_the_set(store: Store) -> None:
    def expected(*documents: Document) -> str:
        return hashlib.sha256("\n".join(sorted(d.digest for d in documents)).encode()).hexdigest()

    one, two, new = a_document("one"), a_document("two", "pmid:2"), a_document("one, new")
    empty = store.library_digest()
    store.put_all([two, one])
    both = store.library_digest()
    store.put(new)
    changed = store.library_digest()
    store.remove(two.id)
    store.put_all([one, two])
    assert (empty, both, changed, store.library_digest()) == (
        expected(), expected(one, two), expected(new, two), expected(one, two)
    )  # fmt: skip
