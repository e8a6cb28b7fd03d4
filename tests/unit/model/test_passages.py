"""Passages: paragraph-sized, verbatim, within one section, the same every time."""

from hypothesis import given
from hypothesis import strategies as st
from tests.build import a_document

from curbside.model.document import Document, Role, Section, Span
from curbside.model.passages import passages_of

SENTENCE = "Fictitium eased the pain of gout in nine of ten adults within a day. "


def of(*texts: tuple[Role, str]) -> Document:
    """A document of sections with these roles and texts."""
    sections, at = [], 0
    for number, (role, text) in enumerate(texts):
        sections.append(Section(f"h{number}", role, Span(at, at + len(text))))
        at += len(text) + 2
    return a_document("\n\n".join(text for _, text in texts), sections=tuple(sections))


def cut(text: str) -> list[str]:
    return [passage.text for passage in passages_of(of((Role.RESULTS, text)))]


def test_a_paragraph_is_a_passage() -> None:
    assert cut(SENTENCE.strip()) == [SENTENCE.strip()]


def test_short_neighbours_are_joined_and_long_ones_are_not() -> None:
    long = (SENTENCE * 10).strip()
    assert cut(f"Short.\n\nToo.\n\n{long}\n\nEnd.") == ["Short.\n\nToo.\n\n" + long, "End."]


def test_long_neighbours_stand_alone() -> None:
    long = (SENTENCE * 8).strip()
    assert cut(f"{long}\n\n{long}") == [long, long]


def test_a_long_paragraph_is_cut_where_sentences_end() -> None:
    pieces = cut((SENTENCE * 40).strip())
    assert " ".join(pieces) == (SENTENCE * 40).strip()
    assert all(piece.endswith("day.") and 400 <= len(piece) <= 1_400 for piece in pieces)


def test_a_sentence_without_end_is_cut_at_spaces() -> None:
    pieces = cut("word " * 1_000 + "end")
    assert " ".join(pieces) == "word " * 1_000 + "end"
    assert all(len(piece) <= 1_400 for piece in pieces)


def test_a_word_without_end_is_cut_anywhere() -> None:
    assert "".join(cut("a" * 5_000)) == "a" * 5_000


def test_a_list_stays_with_its_lead_in() -> None:
    listed = "Give one of these:\n" + "\n".join(f"• {SENTENCE.strip()}" for _ in range(20))
    assert len(listed) < 2_000
    assert cut(listed) == [listed]


def test_a_lead_in_stays_with_the_next_paragraph() -> None:
    lead = SENTENCE * 8 + "In adults:"
    assert cut(f"{lead}\n\nFictitium 5 mg daily.\n\n{(SENTENCE * 7).strip()}")[0] == f"{lead}\n\nFictitium 5 mg daily."


def test_a_long_table_is_cut_between_rows() -> None:
    rows = [f"Drug {n} | {n} mg | daily | {SENTENCE.strip()}" for n in range(60)]
    pieces = cut("\n".join(rows))
    assert "\n".join(pieces).split("\n") == rows
    assert len(pieces) > 3


def test_sections_are_never_joined() -> None:
    passages = passages_of(of((Role.METHODS, "Given 5 mg."), (Role.RESULTS, "It helped.")))
    assert [(p.text, p.role, p.heading) for p in passages] == [
        ("Given 5 mg.", Role.METHODS, "h0"),
        ("It helped.", Role.RESULTS, "h1"),
    ]


def test_a_title_is_a_passage() -> None:
    assert [p.text for p in passages_of(of((Role.TITLE, "On gout"), (Role.RESULTS, "Less pain.")))] == [
        "On gout",
        "Less pain.",
    ]
    assert [p.text for p in passages_of(of((Role.TITLE, "On gout")))] == ["On gout"]
    assert [p.text for p in passages_of(of((Role.TITLE, "On gout"), (Role.RESULTS, " \n ")))] == ["On gout"]


def test_a_document_without_sections_or_words() -> None:
    assert [p.text for p in passages_of(a_document("Less pain.", sections=()))] == ["Less pain."]
    assert passages_of(a_document("  \n\n ", sections=())) == ()


words = st.text(alphabet="ab .:\n•|5", max_size=400) | st.sampled_from(
    (SENTENCE * 30, "• item\n" * 400, "x" * 3_000, "In adults:\n\n" * 50)
)
documents = st.lists(
    st.tuples(st.sampled_from((Role.TITLE, Role.METHODS, Role.RESULTS)), words.filter(bool)), min_size=1, max_size=4
).map(lambda parts: of(*parts))


@given(documents)
def test_every_passage_is_verbatim_inside_its_section_and_in_order(document: Document) -> None:
    passages, end = passages_of(document), 0
    for passage in passages:
        assert passage.text == document.text[passage.span.start : passage.span.end] == passage.text.strip()
        assert any(s.span.start <= passage.span.start and passage.span.end <= s.span.end for s in document.sections)
        assert passage.span.start >= end
        end = passage.span.end
    assert passages_of(document) == passages


@given(documents)
def test_no_word_is_left_out(document: Document) -> None:
    kept = "".join("".join(p.text.split()) for p in passages_of(document))
    body = [document.text[s.span.start : s.span.end] for s in document.sections]
    assert kept == "".join("".join(text.split()) for text in body)
