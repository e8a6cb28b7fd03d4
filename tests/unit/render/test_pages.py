"""Markdown and the terminal page: the same page twice, whole, stable, and safe to print."""

import re
from dataclasses import replace
from unicodedata import category

import pytest
from markdown_it import MarkdownIt
from tests.build import a_citation, a_cite, a_claim, a_judgement, an_answer
from tests.unit.render.expected import ABSTENTION, FULL, TEXT
from tests.unit.render.pages import a_dose, a_full_answer, a_hostile_answer, an_abstention, an_amount

from curbside.model.answer import Answer, Basis, Withheld, Wording
from curbside.model.document import Standing
from curbside.model.regimen import DoseStep
from curbside.render.layout import lay_out
from curbside.render.markdown import answer_markdown
from curbside.render.page_text import answer_text
from curbside.render.terminal import columns

AS_OF = "2026-11-22"
ANSI = re.compile(r"\x1b\[[0-9;]+m")
PAGES = {
    "full": a_full_answer(),
    "abstention": an_abstention(),
    "hostile": a_hostile_answer(),
    "long": an_abstention("word " * 399 + "?"),
}


def squashed(text: str) -> str:
    """The letters, sorted: what is said, without how it is laid out (a wide table becomes a list, bullets numbers)."""
    return "".join(sorted(c for c in text if c.isalpha()))


def plain_of(markdown: str) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    return " ".join(child.content for token in tokens for child in (token.children or []))


def test_the_full_page_in_markdown() -> None:
    assert answer_markdown(a_full_answer(), AS_OF) == FULL


def test_the_opening_of_the_full_page_in_a_terminal() -> None:
    assert answer_text(a_full_answer(), AS_OF, 60, colour=False).split("Second look")[0] == TEXT


@pytest.mark.parametrize("answer", PAGES.values(), ids=list(PAGES))
def test_both_pages_say_the_same_at_every_width(answer: Answer) -> None:
    said = squashed(plain_of(answer_markdown(answer, AS_OF)))
    for width in (1, 40, 57, 80, 120, 10_000):
        text = answer_text(answer, AS_OF, width, colour=False)
        assert squashed(text) == said


@pytest.mark.parametrize("answer", PAGES.values(), ids=list(PAGES))
@pytest.mark.parametrize("width", [40, 41, 60, 80, 119, 120])
def test_no_line_is_wider_unless_it_is_one_word(answer: Answer, width: int) -> None:
    text = answer_text(answer, AS_OF, width, colour=False)
    wide = [line for line in text.splitlines() if columns(line) > width and " " in line.strip(" •")]
    assert wide == []


@pytest.mark.parametrize("answer", PAGES.values(), ids=list(PAGES))
def test_colour_adds_colour_and_nothing_else(answer: Answer) -> None:
    coloured = ANSI.sub("", answer_text(answer, AS_OF, 80, colour=True))
    plain = answer_text(answer, AS_OF, 80, colour=False)
    assert [line for line in coloured.splitlines() if line.strip()] == [
        line for line in plain.splitlines() if line.strip() and not re.fullmatch("[=-]+", line)
    ]


@pytest.mark.parametrize("answer", PAGES.values(), ids=list(PAGES))
def test_nothing_in_a_page_is_obeyed_by_a_terminal(answer: Answer) -> None:
    pages = (
        answer_text(answer, AS_OF, 80, colour=False),
        ANSI.sub("", answer_text(answer, AS_OF, 80, colour=True)),
        answer_markdown(answer, AS_OF),
    )
    for page in pages:
        assert {c for c in page if category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")} == {"\n"}
        page.encode("utf-8")


def test_nothing_in_a_hostile_page_becomes_markup() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(answer_markdown(a_hostile_answer(), AS_OF))
    kinds = {t.type for t in tokens} | {child.type for t in tokens for child in (t.children or [])}
    assert not kinds & {
        "html_block",
        "html_inline",
        "image",
        "code_inline",
        "code_block",
        "fence",
        "blockquote_open",
        "hr",
    }
    links = {child.attrs["href"] for t in tokens for child in (t.children or []) if child.type == "link_open"}
    assert links == {"https://pubmed.ncbi.nlm.nih.gov/1/"}
    assert len([t for t in tokens if t.type == "heading_open" and t.tag == "h1"]) == 1


def test_the_same_answer_gives_the_same_bytes() -> None:
    assert answer_markdown(a_full_answer(), AS_OF) == answer_markdown(a_full_answer(), AS_OF)
    assert answer_text(a_full_answer(), AS_OF, 80, colour=True) == answer_text(a_full_answer(), AS_OF, 80, colour=True)


#   what must stay on one line
FIGURES = [
    "4.5 g",
    "600 to 900 mg",
    "10,000 units",
    "2 to 4 million units",
    "24 to 36 hours",
    "88.5 %",
    "< 30 mL/min",
    "15-20 mg/kg",
    "5 international units",
]


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_is_never_parted_from_its_unit(figure: str) -> None:
    for padding in range(1, 45):
        for wording in Wording:
            claim = a_claim(f"{'x' * padding} {figure} yy", a_cite("x"), wording=wording)
            basis = Basis.QUOTED if wording is Wording.VERBATIM else Basis.CURATED
            text = answer_text(an_answer(a_judgement(claim, basis)), AS_OF, 40, colour=False)
            assert any(figure in line for line in text.splitlines()), text


def test_a_dose_is_never_parted_from_its_unit_at_the_narrowest() -> None:
    for padding in range(1, 40):
        dose = a_dose("d" * padding, DoseStep(an_amount("600", "900"), "mg", interval="every 8 hours"))
        text = answer_text(an_answer(a_judgement(a_claim("t", a_cite("x"), order=dose))), AS_OF, 40, colour=False)
        assert any("600 to 900 mg" in line for line in text.splitlines())
        assert any("8 hours" in line for line in text.splitlines())


def test_quoted_words_keep_every_letter() -> None:
    quote = "Give 1.0 mg MTX QD (≥2·5 µg) — “as is” .5 mg"
    answer = an_answer(a_judgement(a_claim(quote, a_cite("x"), wording=Wording.VERBATIM), Basis.QUOTED))
    assert f"• “{quote}” [1] quoted\n" in answer_text(answer, AS_OF, 120, colour=False)
    assert f"“{quote}” [1] *quoted*\n" in answer_markdown(answer, AS_OF)


def test_an_abstention_gives_its_reply_and_no_references() -> None:
    assert answer_markdown(an_abstention(), AS_OF) == ABSTENTION


def test_an_answer_without_claims_or_reply_still_says_that_it_has_none() -> None:
    assert "**No answer is given: nothing held here supports one.**\n" in answer_markdown(an_answer(), AS_OF)
    assert "\nNo answer is given: nothing held here supports one.\n" in answer_text(
        an_answer(), AS_OF, 80, colour=False
    )


def test_a_withheld_claim_shows_its_check_and_reason_when_nothing_else_is_left() -> None:
    answer = an_answer(withheld=(Withheld(a_claim("Give 5 g."), "N1", "no cited passage mentions 5 g"),))
    assert "\n- Give 5 g. *withheld by N1: no cited passage mentions 5 g*\n" in answer_markdown(answer, AS_OF)
    assert "\n• Give 5 g. withheld by N1: no cited passage mentions 5 g\n" in answer_text(
        answer, AS_OF, 80, colour=False
    )


def test_a_draft_or_superseded_source_says_so_where_it_is_listed() -> None:
    citation = a_citation(standing=Standing.SUPERSEDED, superseded_by="Newer 2025")
    page = answer_markdown(an_answer(a_judgement(a_claim("t", a_cite("x", citation=citation)))), AS_OF)
    assert "*(randomized trial; superseded by Newer 2025; source text not held here)*" in page


def test_a_general_bottom_line_stands_after_the_branches() -> None:
    full = a_full_answer()
    general = a_judgement(a_claim("Send cultures.", a_cite("x"), id="g", section="now", bottom_line=True))
    page = answer_markdown(replace(full, claims=(*full.claims, general)), AS_OF)
    headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
    assert headings[:3] == ["The distinction that decides everything", "In every case", "If infectious"]


def test_every_shown_claim_is_on_the_page() -> None:
    page = answer_markdown(a_full_answer(), AS_OF)
    assert [j.claim.id for j in a_full_answer().claims if j.claim.text not in page] == []
    assert len(lay_out(a_full_answer()).parts) == 2
