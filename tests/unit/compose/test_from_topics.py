"""Curated statements as claims: names, places, and what of their sources is held."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_citation, a_document, a_source, a_statement, a_topic, an_extract
from tests.holding import Holding

from curbside.compose.from_topics import arms_of, claims_of, outline_of
from curbside.model.answer import Arm, Cite, Claim, Outline, Wording
from curbside.model.document import Document, Extent, Fidelity, Kind, Pmid, Standing
from curbside.model.passages import passages_of
from curbside.model.question import QuestionType
from curbside.model.regimen import Amount, Dose, DoseStep
from curbside.model.topic import ReadIn, Statement, Strength, Table

BRANCHES = {"inf": "infectious", "imm": "immune"}
STRENGTH = Strength("GRADE", "strong", "low", "for")
ORDER = Dose("aspirin", "oral", (DoseStep(Amount(Decimal(1), Decimal(1)), "g"),), "adult", "a-guideline/p1")


def only(statement: Statement, held: Holding | None = None, **more: Any) -> Claim:
    (claim,) = claims_of(a_topic(statement, **more), (statement,), held)
    return claim


def test_a_claim_is_a_whole_value() -> None:
    table = Table(("a",), (("b",),))
    statement = Statement(
        id="give",
        text="Give aspirin.",
        section="s-inf",
        cites=("a-guideline/p1", "another/p2"),
        plain="You get aspirin.",
        lead=True,
        bottom_line=True,
        must_show=True,
        strength=STRENGTH,
        population="adult",
        types=(QuestionType.DOSE,),
        order=ORDER,
        table=table,
        requires=("care", "more-care"),
        addresses=("kidney",),
        against=("other",),
        parent="above",
        line=7,
    )
    first = a_source(an_extract("rest helps"))
    second = a_source(an_extract("aspirin helps", source="another", key="p2"), key="another", citation=a_citation("B"))
    cites = tuple(
        Cite(s.key, s.citation, Fidelity.ORIGINAL, "p. 1", ReadIn.ORIGINAL, s.extracts[0]) for s in (first, second)
    )
    assert only(statement, branches=BRANCHES, sources=(first, second)) == Claim(
        id="a-topic/give",
        text="Give aspirin.",
        wording=Wording.OURS,
        cites=cites,
        section="s-inf",
        branch="inf",
        lead=True,
        bottom_line=True,
        strength=STRENGTH,
        population="adult",
        order=ORDER,
        table=table,
        requires=("a-topic/care", "a-topic/more-care"),
        addresses=("kidney",),
        against=("a-topic/other",),
        parent="a-topic/above",
        plain="You get aspirin.",
    )


def test_claims_come_in_the_order_given() -> None:
    one, two = a_statement("one"), a_statement("two")
    assert [claim.id for claim in claims_of(a_topic(one, two), (two, one), None)] == ["a-topic/two", "a-topic/one"]


def test_a_discriminator_stands_in_the_branch_it_tells() -> None:
    told, plain = a_statement("told"), a_statement("plain")
    topic = a_topic(told, plain, branches=BRANCHES, discriminators={"imm": ("told",)})
    claims = claims_of(topic, topic.statements, None)
    assert [(c.id, c.section, c.branch, c.discriminator) for c in claims] == [
        ("a-topic/told", "s-1", "imm", True),
        ("a-topic/plain", "s-1", None, False),
    ]


def test_a_statement_that_cites_what_is_not_there_fails_loudly() -> None:
    for cites in (("nobody/p1",),):
        with pytest.raises(KeyError):
            only(a_statement("one", cites=cites))


def test_outline_and_arms_are_the_topics() -> None:
    topic = a_topic(branches=BRANCHES)
    assert outline_of(topic) == (
        Outline("s-1", "Section one"),
        Outline("s-inf", "Section infectious", "inf"),
        Outline("s-imm", "Section immune", "imm"),
    )
    assert arms_of(topic) == (Arm("inf", "infectious"), Arm("imm", "immune"))


# -- what is held of a source ---------------------------------------------------------------------

NOTE = "aspirin 300 mg once daily in adults with fever"
WORDY = "Aspirin in adults with fever was studied, and adults liked it."
FIGURES = "Give 300 mg of aspirin."


def the_source(fidelity: Fidelity = Fidelity.ORIGINAL, **citation: Any) -> Any:
    cited = a_citation("A guideline", kind=Kind.GUIDELINE, pmid=Pmid("100"), **citation)
    return a_source(an_extract(NOTE), citation=cited, fidelity=fidelity)


def held_as(text: str, **more: Any) -> Document:
    standing = more.pop("standing", Standing.CURRENT)
    return a_document(text, "pmid:100", citation=a_citation("Held", pmid=Pmid("100"), standing=standing), **more)


def paragraphs(*texts: str) -> str:
    """Each long enough to be a passage of its own."""
    return "\n\n".join(f"{text} {'So be it. ' * 60}".strip() for text in texts)


def cite_of(source: Any, *held: Document) -> Cite:
    (cite,) = only(a_statement("one"), Holding(*held), sources=(source,)).cites
    return cite


def test_a_source_that_is_held_brings_its_passage_and_what_it_declares() -> None:
    document = held_as(paragraphs(WORDY, FIGURES), population=("adult",), extent=Extent.ABSTRACT)
    source = the_source()
    assert cite_of(source, document) == Cite(
        reference="a-guideline",
        citation=source.citation,
        fidelity=Fidelity.ORIGINAL,
        at="p. 1",
        read_in=ReadIn.ORIGINAL,
        extract=source.extracts[0],
        passage=passages_of(document)[1],
        extent=Extent.ABSTRACT,
        population=("adult",),
    )


BEST = [
    # why, paragraphs, which
    ("figures before words", (WORDY, FIGURES), 1),
    ("most figures", (FIGURES, "Aspirin 300 mg once daily."), 1),
    ("words where figures are alike", (FIGURES, "Give 300 mg of aspirin once to adults."), 1),
    ("the first of two alike", (FIGURES, FIGURES), 0),
    ("nothing shared", ("Nothing here of it.", "Nor there."), None),
]


@pytest.mark.parametrize(("why", "texts", "which"), BEST, ids=[row[0] for row in BEST])
def test_the_best_passage(why: str, texts: tuple[str, ...], which: int | None) -> None:
    document = held_as(paragraphs(*texts))
    cite = cite_of(the_source(), document)
    assert cite.passage == (None if which is None else passages_of(document)[which])
    assert (cite.extent, cite.population) == ((Extent.FULL_TEXT if which is not None else None), ())


def test_a_source_that_is_not_held_is_cited_by_its_extract_alone() -> None:
    source = the_source()
    other = a_document(FIGURES, "pmid:7")
    for cite in (cite_of(source, other), cite_of(source)):
        assert cite == Cite(
            "a-guideline", source.citation, Fidelity.ORIGINAL, "p. 1", ReadIn.ORIGINAL, source.extracts[0]
        )
    assert only(a_statement("one"), None, sources=(source,)).cites == (cite_of(source),)


STANDINGS = [
    # the editor's, the library's, what is said
    (Standing.CURRENT, Standing.RETRACTED, Standing.RETRACTED),
    (Standing.UNCHECKED, Standing.RETRACTED, Standing.RETRACTED),
    (Standing.CURRENT, Standing.CONCERN, Standing.CONCERN),
    (Standing.CURRENT, Standing.CORRECTED, Standing.CORRECTED),
    (Standing.SUPERSEDED, Standing.CURRENT, Standing.SUPERSEDED),
    (Standing.RETRACTED, Standing.CURRENT, Standing.RETRACTED),
    (Standing.CURRENT, Standing.UNCHECKED, Standing.CURRENT),
    (Standing.DRAFT, Standing.UNCHECKED, Standing.DRAFT),
    (Standing.CURRENT, Standing.CURRENT, Standing.CURRENT),
]


@pytest.mark.parametrize(("listed", "held", "said"), STANDINGS)
def test_the_worse_standing_counts(listed: Standing, held: Standing, said: Standing) -> None:
    source = the_source(standing=listed)
    cite = cite_of(source, held_as(FIGURES, standing=held))
    assert cite.citation == replace(source.citation, standing=said)


FIDELITIES = [
    (Fidelity.ORIGINAL, Fidelity.ORIGINAL, True),
    (Fidelity.ORIGINAL, Fidelity.TRANSCRIPTION, False),
    (Fidelity.ORIGINAL, Fidelity.MACHINE_DERIVED, False),
    (Fidelity.TRANSCRIPTION, Fidelity.TRANSCRIPTION, True),
    (Fidelity.MACHINE_DERIVED, Fidelity.ORIGINAL, True),
    (Fidelity.MACHINE_DERIVED, Fidelity.MACHINE_DERIVED, True),
]


@pytest.mark.parametrize(("source", "held", "attached"), FIDELITIES)
def test_a_copy_bears_out_nothing_that_was_read_in_the_original(
    source: Fidelity, held: Fidelity, attached: bool
) -> None:
    document = held_as(FIGURES, fidelity=held, standing=Standing.RETRACTED)
    cite = cite_of(the_source(fidelity=source), document)
    assert cite.passage == (passages_of(document)[0] if attached else None)
    assert (cite.fidelity, cite.citation.standing) == (source, Standing.RETRACTED)
