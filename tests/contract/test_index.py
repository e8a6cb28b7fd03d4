"""What every index promises. A new index adds one line to INDEXES; nothing is skipped."""

import math
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.build import a_document, a_query

from curbside.errors import CurbsideError
from curbside.index.embedded import EmbeddedIndex
from curbside.index.memory import MemoryIndex
from curbside.model.document import DocumentId, Passage, Role, Section, Span, cut
from curbside.model.evidence import Hit
from curbside.model.question import Query
from curbside.ports import Change, KeptIndex

INDEXES: dict[str, Callable[[Path], KeptIndex]] = {"memory": lambda folder: MemoryIndex(), "embedded": EmbeddedIndex}

TEXTS = {
    "pmid:1": ("Warfarin with metronidazole raises the INR a lot.", "Warfarin alone needs monitoring."),
    "pmid:2": ("Apixaban needs no INR monitoring.",),
    "pmid:3": ("Allopurinol is not given with azathioprine.", "Febuxostat is an alternative to allopurinol."),
    "pmid:4": ("Warfarin alone needs monitoring.",),
    "pmid:5": ("---",),
}


@pytest.fixture(params=list(INDEXES))
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], KeptIndex]:
    return lambda name: INDEXES[request.param](tmp_path / name)


def passages(id: str, *texts: str, heading: str = "") -> tuple[Passage, ...]:
    """One passage for each text, all of one document."""
    text = "\n\n".join(texts)
    section = (Section(heading, Role.RESULTS, Span(0, len(text))),)
    document = a_document(text, id, sections=section)
    starts = [sum(len(t) + 2 for t in texts[:n]) for n in range(len(texts))]
    return tuple(cut(document, Span(start, start + len(t))) for start, t in zip(starts, texts, strict=True))


def changes(ids: Iterable[str], first: int = 1) -> list[Change]:
    return [Change(n, DocumentId(id), passages(id, *TEXTS[id])) for n, id in enumerate(ids, start=first)]


def removal(sequence: int, id: str) -> Change:
    return Change(sequence, DocumentId(id), ())


def q(*terms: str, expansions: tuple[str, ...] = ()) -> Query:
    return a_query(terms=terms, expansions=expansions)


QUERIES = [
    q("warfarin"),
    q("warfarin", "monitor"),
    q("monitor", "warfarin"),
    q("allopurinol", expansions=("febuxostat",)),
    q("febuxostat", expansions=("febuxostat", "inr")),
    q("unheard"),
    q("warfarin", "unheard"),
    q(),
]


def all_found(index: KeptIndex) -> list[tuple[Hit, ...]]:
    return [index.search(query, k) for query in QUERIES for k in (1, 2, 10)]


def test_hits_are_best_first_and_scored_by_exact_bm25(make: Callable[[str], KeptIndex]) -> None:
    index = make("a")
    index.apply(changes(["pmid:1", "pmid:2", "pmid:3"]))
    # Five passages of 5, 4, 5, 4 and 3 terms: "with", "the", "is", "an" and "to" are none, "no" and "not" are.
    idf, average = math.log(1 + (5 - 2 + 0.5) / (2 + 0.5)), 21 / 5
    scores = [idf * 2.2 / (1 + 1.2 * (0.25 + 0.75 * length / average)) for length in (4, 5)]
    hits = index.search(q("warfarin"), k=10)
    first, second = passages("pmid:1", *TEXTS["pmid:1"])
    assert [(h.passage_id, h.rank) for h in hits] == [(second.id, 1), (first.id, 2)]
    assert [h.score for h in hits] == pytest.approx(scores)


def test_ties_are_broken_by_passage_id(make: Callable[[str], KeptIndex]) -> None:
    index = make("a")
    same = [Change(n, DocumentId(f"pmid:{n}"), passages(f"pmid:{n}", "Warfarin.")) for n in range(400, 0, -1)]
    index.apply(Change(n, c.document_id, c.passages) for n, c in enumerate(same, start=1))
    hits = index.search(q("warfarin"), k=3)
    assert [h.passage_id for h in hits] == sorted(p.id for c in same for p in c.passages)[:3]
    assert len({h.score for h in hits}) == 1


def test_the_heading_is_searched_with_the_text(make: Callable[[str], KeptIndex]) -> None:
    index = make("a")
    held = passages("pmid:1", "Give 5 mg.", heading="Apixaban in renal failure")
    index.apply([Change(1, DocumentId("pmid:1"), held)])
    assert [h.passage_id for h in index.search(q("renal"), k=10)] == [held[0].id]


CASES: list[tuple[str, Query, int, int]] = [
    #   why                                          query                            k    hits
    ("an empty query finds nothing", q(), 10, 0),
    ("no hits are asked for", q("warfarin"), 0, 0),
    ("fewer than none are asked for", q("warfarin"), -1, 0),
    ("a term that nothing holds", q("unheard"), 10, 0),
    ("a term that nothing holds beside one", q("unheard", "warfarin"), 10, 3),
    ("k is a limit", q("warfarin"), 2, 2),
    ("k beyond all passages", q("warfarin"), 10_000, 3),
    ("terms are not parsed: operators", q("warfarin AND", '"', "*", "terms:inr", "+-^~"), 10, 0),
    ("terms are not parsed: white space", q("warfarin alone"), 10, 0),
    ("an empty term", q(""), 10, 0),
    ("a very long term", q("w" * 70_000), 10, 0),
    ("U+0000", q("warfarin\0"), 10, 0),
]


@pytest.mark.parametrize(("why", "query", "k", "count"), CASES, ids=[case[0] for case in CASES])
def test_hostile_queries(make: Callable[[str], KeptIndex], why: str, query: Query, k: int, count: int) -> None:
    index = make("a")
    index.apply(changes(TEXTS))
    assert len(index.search(query, k)) == count


def test_a_term_longer_than_any_word_is_still_found(make: Callable[[str], KeptIndex]) -> None:
    index = make("a")
    long = "x" * 70_000
    held = passages("pmid:1", f"warfarin {long}")
    index.apply([Change(1, DocumentId("pmid:1"), held)])
    assert [h.passage_id for h in index.search(q(long), k=10)] == [held[0].id]


def test_an_empty_index_finds_nothing_and_has_seen_nothing(make: Callable[[str], KeptIndex]) -> None:
    index = make("a")
    assert (index.sequence, index.search(q("warfarin"), k=10), list(index.passage_ids())) == (0, (), [])
    assert index.weight("warfarin") == math.log(2)


def test_a_document_without_passages_is_only_counted_as_seen(make: Callable[[str], KeptIndex]) -> None:
    index = make("a")
    index.apply([removal(3, "pmid:9")])
    assert (index.sequence, list(index.passage_ids())) == (3, [])


def test_an_expansion_weighs_less_than_a_word_of_the_question(make: Callable[[str], KeptIndex]) -> None:
    index = make("a")
    index.apply(changes(TEXTS))
    asked, expanded = index.search(q("febuxostat"), k=1), index.search(q(expansions=("febuxostat",)), k=1)
    both = index.search(q("febuxostat", expansions=("febuxostat",)), k=1)
    assert expanded[0].score == pytest.approx(0.7 * asked[0].score)
    assert both == asked


def test_weight_is_idf_and_highest_for_a_term_nothing_holds(make: Callable[[str], KeptIndex]) -> None:
    index = make("a")
    index.apply(changes(TEXTS))
    expected = [math.log(1 + (7 - df + 0.5) / (df + 0.5)) for df in (3, 1, 0)]
    assert [index.weight(term) for term in ("warfarin", "azathioprin", "unheard")] == expected


def test_a_new_version_replaces_the_old_one(make: Callable[[str], KeptIndex]) -> None:
    index = make("a")
    index.apply(changes(["pmid:1", "pmid:2"]))
    new = passages("pmid:1", "Withdrawn: see the new edition.")
    index.apply([Change(3, DocumentId("pmid:1"), new)])
    assert index.search(q("warfarin"), k=10) == ()
    assert [h.passage_id for h in index.search(q("withdrawn"), k=10)] == [new[0].id]
    assert set(index.passage_ids()) == {p.id for p in (*new, *passages("pmid:2", *TEXTS["pmid:2"]))}


def test_a_document_replaced_within_one_apply_counts_once(make: Callable[[str], KeptIndex]) -> None:
    index, plain = make("a"), make("b")
    index.apply([*changes(["pmid:1", "pmid:2"]), *changes(["pmid:1"], first=3), removal(4, "pmid:2")])
    plain.apply(changes(["pmid:1"]))
    assert all_found(index) == all_found(plain)
    assert index.sequence == 4


def test_a_removed_document_leaves_no_trace_in_scores(make: Callable[[str], KeptIndex]) -> None:
    index, never = make("a"), make("b")
    index.apply(changes(TEXTS))
    index.apply([removal(6, "pmid:3"), removal(7, "pmid:4")])
    never.apply(changes(["pmid:1", "pmid:2", "pmid:5"]))
    assert all_found(index) == all_found(never)
    assert index.weight("warfarin") == never.weight("warfarin")
    assert list(index.passage_ids()) == list(never.passage_ids())


def test_the_way_a_set_came_to_be_does_not_show(make: Callable[[str], KeptIndex]) -> None:
    index, other = make("a"), make("b")
    index.apply(changes(TEXTS))
    for n, id in enumerate(["pmid:4", "pmid:1", "pmid:5", "pmid:3", "pmid:2"]):
        other.apply(changes([id], first=10 * n + 1))
        other.apply([removal(10 * n + 2, id)])
        other.apply(changes([id], first=10 * n + 3))
    assert all_found(index) == all_found(other)


def test_a_replay_changes_nothing(make: Callable[[str], KeptIndex]) -> None:
    index, log = make("a"), [*changes(TEXTS), removal(6, "pmid:4")]
    index.apply(log)
    before = all_found(index), index.sequence, list(index.passage_ids())
    index.apply(log)
    index.apply(log[:3])
    index.apply([])
    assert (all_found(index), index.sequence, list(index.passage_ids())) == before


def test_after_an_error_the_index_is_as_it_was(make: Callable[[str], KeptIndex]) -> None:
    def broken() -> Iterable[Change]:
        yield from changes(["pmid:3"], first=3)
        yield removal(4, "pmid:1")
        raise CurbsideError("the store went away")

    index = make("a")
    index.apply(changes(["pmid:1", "pmid:2"]))
    before = all_found(index), index.sequence, list(index.passage_ids())
    with pytest.raises(CurbsideError):
        index.apply(broken())
    assert (all_found(index), index.sequence, list(index.passage_ids())) == before
    index.apply(changes(["pmid:3"], first=3))
    assert index.sequence == 3


def test_a_cleared_index_can_be_filled_again(make: Callable[[str], KeptIndex]) -> None:
    index = make("a")
    index.apply(changes(TEXTS))
    before = all_found(index)
    index.clear()
    assert (index.sequence, list(index.passage_ids()), index.search(q("warfarin"), k=3)) == (0, [], ())
    index.apply(changes(TEXTS))
    assert all_found(index) == before


# -- all implementations agree ---------------------------------------------------------------------

_WORDS = st.sampled_from(["warfarin", "inr", "renal", "dose", "5", "not", "aspirin", "fever", "sepsis", "of"])
_TEXT = st.lists(_WORDS, min_size=1, max_size=60).map(" ".join)
_VERSION = st.lists(_TEXT, max_size=4)
_LOG = st.lists(st.lists(st.tuples(st.integers(1, 6), _VERSION), min_size=1, max_size=5), max_size=5)


def filled(index: KeptIndex, batches: list[list[tuple[int, list[str]]]]) -> KeptIndex:
    sequence = index.sequence
    for batch in batches:
        log = []
        for number, texts in batch:
            sequence += 1
            id = f"pmid:{number}"
            log.append(Change(sequence, DocumentId(id), passages(id, *texts) if texts else ()))
        index.apply(log)
    return index


@settings(max_examples=40, deadline=None)
@given(log=_LOG, terms=st.lists(_WORDS, unique=True, max_size=5), expansions=st.lists(_WORDS, max_size=3))
def test_any_history_ending_in_the_same_set_gives_the_same_hits_in_every_index(
    log: list[list[tuple[int, list[str]]]], terms: list[str], expansions: list[str]
) -> None:
    final = {number: texts for batch in log for number, texts in batch}
    straight = [[(number, texts)] for number, texts in sorted(final.items(), reverse=True)]
    query = q(*terms, expansions=tuple(expansions))
    seen = set()
    with TemporaryDirectory() as folder:
        for name, make in INDEXES.items():
            for way, batches in (("as it was", log), ("straight", straight)):
                index = filled(make(Path(folder) / f"{name}, {way}"), batches)
                found = tuple(index.search(query, k) for k in (1, 3, 50))
                seen.add((found, tuple(map(index.weight, terms)), tuple(index.passage_ids())))
    assert len(seen) == 1
