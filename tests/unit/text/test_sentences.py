"""Where sentences end: a table of stops that do and stops that do not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curbside.text.sentences import sentences

#   why, text, the sentences
CASES: list[tuple[str, str, list[str]]] = [
    ("two", "It rained. We stayed.", ["It rained.", "We stayed."]),
    ("one without a stop", "It rained", ["It rained"]),
    ("white space is trimmed", "  It rained.  \n", ["It rained."]),
    ("question and exclamation", "Why? Because! Good.", ["Why?", "Because!", "Good."]),
    ("e.g.", "Use a drug, e.g. Aspirin daily. Stop.", ["Use a drug, e.g. Aspirin daily.", "Stop."]),
    ("i.e.", "The worst, i.e. Death, was rare.", ["The worst, i.e. Death, was rare."]),
    ("et al.", "Shown by Doe et al. in 2014. Good.", ["Shown by Doe et al. in 2014.", "Good."]),
    ("vs.", "Aspirin vs. Placebo was tried.", ["Aspirin vs. Placebo was tried."]),
    ("Fig.", "See Fig. 2 for it. Good.", ["See Fig. 2 for it.", "Good."]),
    ("No.", "Case No. 5 died. Good.", ["Case No. 5 died.", "Good."]),
    ("Dr.", "Dr. Who came.", ["Dr. Who came."]),
    ("approx.", "It took approx. 5 days.", ["It took approx. 5 days."]),
    ("initials", "By J. Smith and A. B. Jones. Good.", ["By J. Smith and A. B. Jones.", "Good."]),
    ("decimals", "Give 0.5 mg now. Stop.", ["Give 0.5 mg now.", "Stop."]),
    ("a p value", "It fell (p = .05). Good.", ["It fell (p = .05).", "Good."]),
    ("species", "S. aureus and C. difficile grew. Good.", ["S. aureus and C. difficile grew.", "Good."]),
    ("species first", "It grew. S. Aureus did.", ["It grew.", "S. Aureus did."]),
    ("an ending vitamin", "She took vitamin D. Then she left.", ["She took vitamin D.", "Then she left."]),
    ("abbreviation and lower case", "Give it incl. salts. Stop.", ["Give it incl. salts.", "Stop."]),
    ("lower case goes on", "The unit (approx.) was set. good.", ["The unit (approx.) was set. good."]),
    ("mixed case opens", "It works. mRNA vaccines too.", ["It works.", "mRNA vaccines too."]),
    ("weeks. Patients", "for 2 weeks. Patients left.", ["for 2 weeks.", "Patients left."]),
    ("bracket", "It fell (P<0.05). In men it rose.", ["It fell (P<0.05).", "In men it rose."]),
    ("quotation", 'He said "stop." Then he left.', ['He said "stop."', "Then he left."]),
    ("a figure opens", "It stopped. 12 died.", ["It stopped.", "12 died."]),
    ("a figure ends", "It was 5. Then 6.", ["It was 5.", "Then 6."]),
    ("note number glued", "It is effective.12 The drug works.", ["It is effective.12", "The drug works."]),
    ("note numbers glued", "It is effective.3,4-6 The drug works.", ["It is effective.3,4-6", "The drug works."]),
    ("note superscript", "It is effective.¹² The drug works.", ["It is effective.¹²", "The drug works."]),
    ("citation mark", "It is effective.[12] The drug works.", ["It is effective.[12]", "The drug works."]),
    ("a blank line always divides", "Without a stop\n\nnext line", ["Without a stop", "next line"]),
    ("a single line break does not", "Without\na stop", ["Without\na stop"]),
    ("dashed bullets", "Give:\n- one\n- two", ["Give:", "- one", "- two"]),
    ("dots as bullets", "Give:\n• one\n• two", ["Give:", "• one", "• two"]),
    ("bullets within a line", "Give • one • two", ["Give", "• one", "• two"]),
    ("numbered lines", "1. Give fluids.\n2. Give oxygen. Wait.", ["1. Give fluids.", "2. Give oxygen.", "Wait."]),
    ("a dash within a line is no bullet", "Give it - now.", ["Give it - now."]),
    ("a range at a line's start", "of 5\n-10 mg was given.", ["of 5\n-10 mg was given."]),
    ("etc.", "Cough, fever, etc. Then rash.", ["Cough, fever, etc.", "Then rash."]),
    ("empty", "", []),
    ("blank", " \n\n \t", []),
    ("stops only", "...", ["..."]),
    ("very many stops", "." * 30_000 + "a", ["." * 30_000 + "a"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


PIECES = st.sampled_from(
    ["It rained. ", "e.g. ", "0.5 mg", "\n\n", "\n- ", " • ", "5. ", "A. ", "a", " ", ")", "[1] ", ".12 ", "\r\n"]
)


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map("".join)))
def test_spans_hold_everything_but_white_space_in_order(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert not any("\n\n" in text[start:end] for start, end in spans)
