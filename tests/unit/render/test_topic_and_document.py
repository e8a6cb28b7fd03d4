"""Topics, held documents and library listings on paper."""

import json

from tests.build import a_citation, a_document, an_extract
from tests.unit.render.pages import an_order

from curbside.model.document import Document, Fidelity, Role, Section, Span, Standing
from curbside.model.evidence import Held
from curbside.model.topic import Branch, Source, Statement, Strength, Topic, TopicSection
from curbside.render.answer_json import dumps
from curbside.render.document import document_markdown, document_object, document_text, held_object, library_text
from curbside.render.topic import topic_markdown, topic_object, topic_text


def a_topic() -> Topic:
    strength = Strength("IDSA GRADE", "strong", "low", "for")
    return Topic(
        slug="deep-infection",
        title="Deep infection",
        title_for=(),
        revision="3",
        updated_on="2026-11-01",
        jurisdiction=("US",),
        names=("deep infection", "di"),
        deciding="apart",
        branches=(Branch("infectious", "If infectious", ("d1",)),),
        sections=(TopicSection("apart", "Telling apart"), TopicSection("now", "Now", "infectious", "apart")),
        statements=(
            Statement("d1", "Look for fever.", "apart", ("a-guideline/p1",), lead=True),
            Statement("r1", "Start all of these.", "now", ("a-guideline/p1",), order=an_order(), strength=strength),
            Statement("k1", "Halve in kidney failure.", "now", ("a-guideline/p1",), parent="r1", population="adult"),
        ),
        glossary=(("FVC", "forced vital capacity"),),
        unverified=("Some go back sooner.",),
        thin=True,
        digest="abc",
        sources=(Source("a-guideline", a_citation("A guideline", year=2024), Fidelity.ORIGINAL, (an_extract("x"),)),),
    )


TOPIC = """\
# Deep infection

*Topic deep-infection, revision 3, updated 2026-11-01. Guidance from US.*

**This topic is thin: it holds little and says so.**

Also called: deep infection; di.

- **Branch:** If infectious

## Telling apart

- **Look for fever.** [1] *d1*

### Now (If infectious)

- Start all of these. [1] *strong recommendation, low certainty (IDSA GRADE) · r1*
  - all of:
    - vancomycin IV (adult), maximum 3 g per dose [1]
      - load: 20 to 35 mg/kg (actual body weight) once
      - then maintenance: 15 to 20 mg/kg every 8 to 12 hours
    - PLUS one of:
      - meropenem 1 g IV every 8 hours (adult) [1]
      - OR piperacillin-tazobactam 4.5 g IV every 6 hours (adult) [1]
    - PLUS clindamycin 600 to 900 mg IV every 8 hours (adult) [1]
  - Halve in kidney failure. [1] *adult · k1*

## Glossary

- **FVC:** forced vital capacity

## Believed, not shown: source not opened

- Some go back sooner.

## References

- 1\\. Author A. A guideline. A Journal. 2024. PMID 1. *(randomized trial; current; source text not held here)*
  - <https://pubmed.ncbi.nlm.nih.gov/1/>
  - p1: p. 1, read in the original

*Digest abc.*
"""


def test_a_topic_as_a_markdown_page() -> None:
    assert topic_markdown(a_topic()) == TOPIC


def test_a_topic_in_a_terminal_has_the_same_opening() -> None:
    assert topic_text(a_topic(), 80, colour=False).splitlines()[:4] == [
        "Deep infection",
        "==============",
        "",
        "Topic deep-infection, revision 3, updated 2026-11-01. Guidance from US.",
    ]


def test_a_topic_as_json_keeps_joints_and_places() -> None:
    value = json.loads(dumps(topic_object(a_topic())))
    statement = value["statements"][1]
    assert (statement["id"], statement["cites"], list(statement["order"])) == ("r1", ["a-guideline/p1"], ["all_of"])
    assert value["branches"] == [{"id": "infectious", "label": "If infectious", "discriminators": ["d1"]}]
    assert [reference["id"] for reference in value["references"]] == ["a-guideline"]


TEXT = "Loose words.\n\nGive \x1b[31m5 mg.\n\nTail."


def a_held_document() -> Document:
    sections = (Section("Results", Role.RESULTS, Span(14, 29)),)
    return a_document(TEXT, "pmid:1", sections=sections, remarks=("This text is a draft.",), population=("adult",))


def test_a_document_prints_all_its_text_also_between_sections() -> None:
    page = document_text(a_held_document(), 80, colour=False)
    for words in (
        "Loose words.",
        "Results\n-------",
        "Give ␛[31m5 mg.",
        "Tail.",
        "This text is a draft.",
        "Population: adult.",
    ):
        assert f"\n{words}\n" in page
    assert "\x1b" not in page


def test_a_document_as_markdown_and_json() -> None:
    page = document_markdown(a_held_document())
    assert page.startswith(
        "# A trial of something\n\nAuthor A. A trial of something. A Journal. 2020. PMID 1.\n\n<https://pubmed.ncbi"
    )
    value = document_object(a_held_document())
    assert (value["text"], value["sections"]) == (
        TEXT,
        [{"heading": "Results", "role": "results", "start": 14, "end": 29}],
    )


def a_held(document: Document) -> Held:
    return Held(
        document.id, document.digest, document.citation, document.fidelity, document.extent, document.licence,
        document.population, document.remarks,
    )  # fmt: skip


def test_a_listing_is_one_item_for_each_document() -> None:
    retracted = a_document("x", "pmid:2", citation=a_citation("B", year=None, standing=Standing.RETRACTED))
    page = library_text([a_held(a_held_document()), a_held(retracted)], 120, colour=False)
    assert page == (
        "• pmid:1 A trial of something (2020; randomized trial; current; full text)\n"
        "• pmid:2 B (year not stated; randomized trial; RETRACTED; full text)\n"
    )


def test_an_empty_library_says_what_to_do() -> None:
    assert library_text([], 80, colour=False) == "The library is empty. `curbside library add PATH` fills it.\n"


def test_a_listing_as_json_has_everything_but_the_text() -> None:
    whole, listed = document_object(a_held_document()), held_object(a_held(a_held_document()))
    assert set(whole) - set(listed) == {"text", "sections"}
    assert all(whole[key] == listed[key] for key in listed)
