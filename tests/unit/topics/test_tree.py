"""Strict YAML: nothing is guessed, and what an editor cannot see is refused with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curbside.topics.tree import MAX_CHARACTERS, MAX_DEPTH, Fields, Listed, Refused, Words, tree

#   why                                     text                              line, beginning of what is said
REFUSED = [
    ("the later key would win silently", "a: 1\nb: 2\na: 3", 3, "'a' a second time (first on line 1)"),
    ("inside a flow mapping too", "x: {a: 1, a: 2}", 1, "'a' a second time"),
    ("an anchor", "a: &x 1", 1, "an anchor or alias"),
    ("an alias", "a: 1\nb: *a", 2, "an anchor or alias"),
    ("billion laughs", "a: &a [x]\nb: [*a, *a]", 1, "an anchor or alias"),
    ("a merge key", "a: 1\n<<: {b: 2}", 2, "a merge key"),
    ("a tag that makes an object", "a: !!python/object:os.system x", 1, "a tag"),
    ("a tag that only makes a string", "a:\n  b: !!str 1", 2, "a tag"),
    ("a tag on a list", "a: !!set [x]", 1, "a tag"),
    ("a tab", "a: 1\nb:\t2", 2, "a tab"),
    ("a zero-width space inside a dose", "a: 1\u200b0 mg", 1, "an invisible character (U+200B)"),
    ("text that reads backwards", "a: x\nb: \u202egm 01", 2, "an invisible character (U+202E)"),
    ("a line break that editors do not count", "a: x\u2028b: y", 1, "an invisible character (U+2028)"),
    ("a byte order mark", "\ufeffa: x", 1, "an invisible character (U+FEFF)"),
    ("half a surrogate pair", "a: \ud800", 1, "an invisible character (U+D800)"),
    ("a control character", "a: x\x00", 1, "not YAML"),
    ("a second document", "a: 1\n---\nb: 2", 3, "a second document"),
    ("a list", "- a", 1, "the file is not a mapping"),
    ("one word", "a", 1, "the file is not a mapping"),
    ("nothing", "", 1, "the file is not a mapping"),
    ("comments only", "# a", 1, "the file is not a mapping"),
    ("a list as a key", "? [a]\n: b", 1, "a key must be a word"),
    ("an empty key", "? \n: b", 1, "a key must be a word"),
    ("a bracket left open", "a: [x\nb: y", 2, "not YAML"),
    ("a bracket left open on the last line", "a: [", 1, "not YAML"),
    ("an unquoted colon", "a: b: c", 1, "not YAML"),
    ("deep nesting", "a: " + "[" * 5000, 1, f"more than {MAX_DEPTH} levels"),
    ("a file of megabytes", "a: " + "x" * MAX_CHARACTERS, 1, "the file has"),
]


@pytest.mark.parametrize(("why", "text", "line", "said"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_an_editor_would_not_expect_is_refused_with_its_line(why: str, text: str, line: int, said: str) -> None:
    with pytest.raises(Refused) as refused:
        tree(text)
    found = refused.value.problem
    assert (found.line, found.what[: len(said)]) == (line, said)


#   why                        written              read
SCALARS = [
    ("no is not false", "no", "no"),
    ("versions keep their zero", "1.10", "1.10"),
    ("dates stay text", "2026-11-22", "2026-11-22"),
    ("octal stays as written", "0755", "0755"),
    ("base 60 stays as written", "12:30:45", "12:30:45"),
    ("null is a word", "null", "null"),
    ("a tilde is a tilde", "~", "~"),
    ("nothing is empty", "", ""),
    ("quotes come off", '"5 mg"', "5 mg"),
    ("text is composed", '"e\u0301"', "\u00e9"),
    ("white space is squeezed", '"a \u00a0 b"', "a b"),
    ("folded lines become one", ">\n  a\n  b\n", "a b"),
]


@pytest.mark.parametrize(("why", "written", "read"), SCALARS, ids=[row[0] for row in SCALARS])
def test_every_scalar_stays_what_is_written(why: str, written: str, read: str) -> None:
    assert tree(f"a: {written}").entries[0][1] == Words(read, 1)


def test_every_value_knows_its_line() -> None:
    assert tree("a:\n  - b\n  - c: d\n") == Fields(
        ((Words("a", 1), Listed((Words("b", 2), Fields(((Words("c", 3), Words("d", 3)),), 3)), 2)),), 1
    )


def test_windows_line_ends_count_once() -> None:
    assert tree("a: 1\r\nb: 2\r\n").entries[1] == (Words("b", 2), Words("2", 2))


def test_as_deep_as_allowed_is_read() -> None:
    assert tree("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)).line == 1


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_and_nothing_else_happens(text: str) -> None:
    try:
        line = tree(text).line
    except Refused as refused:
        line = refused.problem.line
    assert 1 <= line <= len(text.splitlines()) + 1
