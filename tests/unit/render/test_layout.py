"""No shown claim is lost, whatever a composer made of sections, parents and branches."""

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from tests.build import a_cite, a_claim, a_judgement, an_answer
from tests.unit.render.pages import a_full_answer

from curbside.model.answer import Answer, Arm, Claim, Outline
from curbside.render.layout import Page, Part, Point, lay_out


def a(id: str, **more: Any) -> Claim:
    return a_claim(id, a_cite("x"), id=id, **more)


def page_of(*claims: Claim, **more: Any) -> Page:
    return lay_out(an_answer(*(a_judgement(claim) for claim in claims), **more))


def tree(points: Iterable[Point]) -> list[object]:
    return [(p.judgement.claim.id, tree(p.points)) if p.points else p.judgement.claim.id for p in points]


def sketch(part: Part) -> tuple[str, str | None, list[object], list[object]]:
    lead = part.lead.judgement.claim.id if part.lead else None
    return part.id, lead, tree(part.points), [sketch(inner) for inner in part.parts]


#   why                                       claims                                                              points of section s-1
NESTING = [
    ("points stand under their parent", [a("a"), a("b", parent="a"), a("c", parent="b")], [("a", [("b", ["c"])])]),
    ("an unknown parent", [a("a", parent="gone")], ["a"]),
    ("its own parent", [a("a", parent="a")], ["a"]),
    ("a circle", [a("a", parent="b"), a("b", parent="a")], ["a", "b"]),
    ("below a circle", [a("a", parent="b"), a("b", parent="a"), a("c", parent="a")], ["a", "b", "c"]),
    ("a child before its parent", [a("b", parent="a"), a("a")], [("a", ["b"])]),
    ("two claims of one id", [a("a"), a("a"), a("b", parent="a")], [("a", ["b"]), "a"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claims", "expected"), NESTING, ids=[row[0] for row in NESTING])
def test_nesting(why: str, claims: list[Claim], expected: list[object]) -> None:
    assert [tree(part.points) for part in page_of(*claims).parts] == [expected]


def test_a_child_of_another_section_stays_in_its_own() -> None:
    outline = (Outline("s-1", "One"), Outline("s-2", "Two"))
    page = page_of(a("a"), a("b", section="s-2", parent="a"), outline=outline)
    assert [sketch(part) for part in page.parts] == [("s-1", None, ["a"], []), ("s-2", None, ["b"], [])]


#   why                                  outline                                                                  sections
OUTLINES = [
    ("nested", (Outline("s-0", "", parent=None), Outline("s-1", "", parent="s-0")), [("s-0", None, [], [("s-1", "l", ["m"], [])])]),
    ("an unknown parent", (Outline("s-1", "", parent="gone"),), [("s-1", "l", ["m"], [])]),
    ("a circle of sections", (Outline("s-1", "", parent="s-2"), Outline("s-2", "", parent="s-1")), [("s-1", "l", ["m"], [])]),
    ("an empty section is not shown", (Outline("s-0", ""), Outline("s-1", "")), [("s-1", "l", ["m"], [])]),
    ("a section named twice", (Outline("s-1", "One"), Outline("s-1", "Again")), [("s-1", "l", ["m"], [])]),
    ("no section at all", (), [("other", None, ["l", "m"], [])]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "outline", "expected"), OUTLINES, ids=[row[0] for row in OUTLINES])
def test_sections(why: str, outline: tuple[Outline, ...], expected: list[object]) -> None:
    page = page_of(a("l", lead=True), a("m", lead=True), outline=outline)
    assert [sketch(part) for part in page.parts] == expected


def test_forks_hold_their_own_and_the_bottom_line_holds_the_rest() -> None:
    page = page_of(
        a("d", discriminator=True, branch="x"),
        a("b", bottom_line=True, branch="x"),
        a("n", bottom_line=True),
        a("g", bottom_line=True, branch="gone"),
        arms=(Arm("x", "If x"), Arm("y", "If y")),
    )
    assert [(f.arm.id, tree(f.discriminators), tree(f.bottom_line)) for f in page.forks] == [
        ("x", ["d"], ["b"]),
        ("y", [], []),
    ]
    assert tree(page.bottom_line) == ["n", "g"]


def test_claims_in_no_section_stand_with_the_reply() -> None:
    page = page_of(a("a", section="reply"), a("b", section="s-1"), reply="Call for help now.")
    assert tree(page.reply) == ["a"]
    assert [sketch(part) for part in page.parts] == [("s-1", None, ["b"], [])]


def test_only_shown_claims_speak_against() -> None:
    page = page_of(a("a", against=("b", "withheld", "a")), a("b"))
    assert [[j.claim.id for j in point.against] for point in page.parts[0].points] == [["b"], []]


def every(page: Page) -> Iterator[str]:
    def down(points: Iterable[Point]) -> Iterator[str]:
        for point in points:
            yield point.judgement.claim.text
            yield from down(point.points)

    def inside(part: Part) -> Iterator[str]:
        yield from down((part.lead,) if part.lead else ())
        yield from down(part.points)
        for inner in part.parts:
            yield from inside(inner)

    for fork in page.forks:
        yield from down((*fork.discriminators, *fork.bottom_line))
    yield from down((*page.bottom_line, *page.reply))
    for part in page.parts:
        yield from inside(part)


def test_no_claim_is_lost_whatever_it_says_of_its_place() -> None:
    options = itertools.product(
        ("s-1", "gone"), (None, "x", "gone"), (None, "c-0", "c-7", "gone"), (True, False), (True, False)
    )
    claims = [
        a_claim(
            f"text {n}",
            a_cite("x"),
            id=f"c-{n}",
            section=section,
            branch=branch,
            parent=parent,
            bottom_line=bottom,
            lead=lead,
        )
        for n, (section, branch, parent, bottom, lead) in enumerate(options)
    ]
    for reply in (None, "a reply"):
        answer: Answer = an_answer(*map(a_judgement, claims), arms=(Arm("x", "X"),), reply=reply)
        assert set(every(lay_out(answer))) == {claim.text for claim in claims}


def test_the_full_page_lays_out_whole() -> None:
    assert [sketch(part) for part in lay_out(a_full_answer()).parts] == [
        ("deciding", None, ["d1"], []),
        ("now", "b1", [("r1", ["k1"])], [("again", None, ["q1", "o1", "t1"], [])]),
    ]
