"""Signing: numbered references, sections that hold something, an honest reply when nothing is left."""

from dataclasses import replace
from typing import Any

from tests.build import a_citation, a_cite, a_claim, a_passage

from curbside.model.answer import (
    Arm,
    Basis,
    Claim,
    Draft,
    Finding,
    Gated,
    Judgement,
    Outline,
    Provenance,
    Verdict,
    Withheld,
)
from curbside.model.patient import Patient
from curbside.model.question import Query, Question, QuestionType, Scope
from curbside.verify.judge import judge
from curbside.verify.sign import ALL_WITHHELD, BANNER, DISCLAIMER, NOTHING_HELD, sign

PROVENANCE = Provenance("0.1.0", "c", "l", "s", "topics")
YES = Finding("Y", Verdict.SUPPORTED, "yes")


def yes(claim: Claim) -> Finding | None:
    return YES


def shown(*claims: Claim) -> Gated:
    return Gated(tuple(judge(claim, (yes,)) for claim in claims), (), ())


def a_draft(*claims: Claim, **more: Any) -> Draft:
    question = Question("What now?")
    query = Query("What now?", (), (), (), (QuestionType.GENERAL,), Scope.CLINICAL, Patient())
    defaults: dict[str, Any] = {"title": "T", "scope": Scope.CLINICAL, "composed_by": "topics", "claims": claims}
    return Draft(question, query, **{**defaults, **more})


def by(reference: str, id: str, **more: Any) -> Claim:
    return a_claim(f"Claim {id}.", a_cite("A line.", reference=reference), id=id, **more)


def test_references_are_numbered_as_they_appear_on_the_page() -> None:
    claims = (
        by("r6", "late", section="second"),
        by("r5", "point", section="first", parent="opening"),
        by("r4", "opening", section="first"),
        by("r3", "lead", section="first", lead=True),
        by("r2", "general", section="second", bottom_line=True),
        by("r1", "b", section="second", branch="arm-b", bottom_line=True),
        by("r0", "a", section="second", branch="arm-a", discriminator=True),
        by("r4", "again", section="second"),
        by("r7", "nowhere", section="no-such-section"),
    )
    outline = (Outline("first", "First"), Outline("second", "Second"))
    draft = a_draft(*claims, outline=outline, arms=(Arm("arm-a", "A"), Arm("arm-b", "B")))
    answer = sign(draft, shown(*claims), PROVENANCE)
    assert [(r.number, r.id) for r in answer.references] == [
        (1, "r0"), (2, "r1"), (3, "r2"), (4, "r3"), (5, "r4"), (6, "r5"), (7, "r6"), (8, "r7")
    ]  # fmt: skip
    assert [judgement.claim for judgement in answer.claims] == list(claims)


def test_points_in_a_circle_and_twins_do_not_lose_their_references() -> None:
    claims = (by("r1", "x", parent="y"), by("r2", "y", parent="x"), by("r3", "z", parent="z"), by("r4", "z"))
    answer = sign(a_draft(*claims), shown(*claims), PROVENANCE)
    assert sorted(reference.id for reference in answer.references) == ["r1", "r2", "r3", "r4"]


def test_reference_is_held_when_any_cite_of_it_is_held() -> None:
    held = a_cite("A line.", passage=a_passage("A line."))
    claims = (by("a-guideline", "one"), a_claim("Two.", held, id="two"), by("b", "three"))
    answer = sign(a_draft(*claims), shown(*claims), PROVENANCE)
    assert [(r.id, r.held, r.citation) for r in answer.references] == [
        ("a-guideline", True, a_citation()),
        ("b", False, a_citation()),
    ]


def test_empty_sections_are_dropped_and_those_above_a_claim_kept() -> None:
    outline = (Outline("top", "Top"), Outline("empty", "Empty"), Outline("inner", "Inner", parent="top"))
    claim = by("r", "c", section="inner")
    assert sign(a_draft(claim, outline=outline), shown(claim), PROVENANCE).outline == (outline[0], outline[2])


def test_whole_answer_says_where_it_stands() -> None:
    claim = by("r", "c")
    draft = a_draft(
        claim,
        outline=(Outline("s-1", "One"),),
        topics=("t",),
        jurisdiction=("UK",),
        updated_on="2026-11-22",
        notes=("note",),
    )
    answer = sign(draft, shown(claim), PROVENANCE)
    assert (answer.scope, answer.composed_by, answer.reply, answer.notes) == (Scope.CLINICAL, "topics", None, ("note",))
    assert (answer.review.state, answer.review.banner, answer.review.updated_on, answer.review.approved_by) == (
        "submitted",
        BANNER,
        "2026-11-22",
        (),
    )
    assert (answer.disclaimer, answer.provenance, answer.abstains) == (DISCLAIMER, PROVENANCE, False)


def test_nothing_shown_is_said_honestly() -> None:
    claim = by("r", "c")
    lost = Gated((), (Withheld(claim, "N1", "nothing cited says 5 mg"),), ())
    nothing = Gated((), (), ())
    draft = a_draft(claim)
    answers = [
        sign(draft, lost, PROVENANCE),
        sign(draft, nothing, PROVENANCE),
        sign(replace(draft, reply="No topic of that name is held."), nothing, PROVENANCE),
        sign(replace(draft, scope=Scope.HARMFUL, reply="I will not help with that."), nothing, PROVENANCE),
    ]
    assert [(a.scope, a.reply, a.composed_by, a.abstains, a.references) for a in answers] == [
        (Scope.NOT_HELD, ALL_WITHHELD, "nobody", True, ()),
        (Scope.NOT_HELD, NOTHING_HELD, "nobody", True, ()),
        (Scope.NOT_HELD, "No topic of that name is held.", "nobody", True, ()),
        (Scope.HARMFUL, "I will not help with that.", "nobody", True, ()),
    ]


def test_basis_travels_with_the_claim() -> None:
    claim = by("r", "c")
    assert sign(a_draft(claim), shown(claim), PROVENANCE).claims == (Judgement(claim, Basis.CURATED, (YES,)),)
