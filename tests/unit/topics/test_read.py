"""Topic files and the glossary: read whole, or refused with every wrong line."""

import hashlib
from decimal import Decimal

import pytest
from tests.unit.topics.written import SOURCES, TOPIC, but

from curbside.errors import BadTopic
from curbside.model.question import QuestionType
from curbside.model.regimen import Amount, Dose, DoseStep
from curbside.model.topic import Branch, Statement, Strength, Table, Topic, TopicSection
from curbside.topics.read import read_glossary, read_topic
from curbside.topics.sources import canonical, read_sources

_, HELD = read_sources("sources.yaml", SOURCES)


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(BadTopic) as bad:
        read_topic("topics/blue-fever.yaml", text, HELD)
    return bad.value.problems


def with_statement(fields: str) -> str:
    """The topic with one more statement; its id is on line 24."""
    return f"{TOPIC}  - id: more\n    section: treatment\n    text: More.\n    cites: [a-guideline/rec-2]\n{fields}"


def test_a_topic_is_read_whole() -> None:
    step = DoseStep(Amount(Decimal("500"), Decimal("500")), "mg", interval="every 6 hours")
    order = Dose("ampicillin", "oral", (step,), "adult", "a-guideline/rec-1")
    text = "Adults with blue fever are given ampicillin."
    first = Statement("give-ampicillin", text, "treatment", ("a-guideline/rec-1",), order=order, line=10)
    rest = Statement("rest", "Rest is advised in blue fever.", "treatment", ("a-guideline/rec-2",), line=21)
    source = HELD["a-guideline"]
    assert read_topic("blue-fever.yaml", TOPIC, HELD) == Topic(
        slug="blue-fever",
        title="Blue fever",
        title_for=(),
        revision="1",
        updated_on="2026-01-31",
        jurisdiction=("US",),
        names=("blue fever", "BLF"),
        deciding=None,
        branches=(),
        sections=(TopicSection("treatment", "Treatment"),),
        statements=(first, rest),
        digest=hashlib.sha256(f"{TOPIC}\n{canonical(source)}".encode()).hexdigest(),
        sources=(source,),
    )


def test_every_field_of_a_statement_is_read() -> None:
    fields = (
        "    plain: In plain words.\n    lead: true\n    bottom_line: true\n    must_show: true\n"
        "    strength: {system: BSR, strength: 1, certainty: B}\n    population: adult\n    types: [dose, treatment]\n"
        "    requires: [rest]\n    addresses: [kidney]\n    against: [rest]\n"
        "    table: {columns: [A, B], rows: [[1, no]]}\n"
    )
    assert read_topic("blue-fever.yaml", with_statement(fields), HELD).statement("more") == Statement(
        id="more",
        text="More.",
        section="treatment",
        cites=("a-guideline/rec-2",),
        plain="In plain words.",
        lead=True,
        bottom_line=True,
        must_show=True,
        strength=Strength("BSR", "1", "B", None),
        population="adult",
        types=(QuestionType.DOSE, QuestionType.TREATMENT),
        table=Table(("A", "B"), (("1", "no"),)),
        requires=("rest",),
        addresses=("kidney",),
        against=("rest",),
        line=25,
    )


def test_branches_titles_glossary_and_what_is_unverified_are_read() -> None:
    more = (
        'deciding: treatment\ntitle_for: {sex=female: "Blue fever in a woman"}\nthin: true\n'
        "branches: [{id: mild, label: Mild, discriminators: [rest]}]\nglossary: {fever: A high temperature.}\n"
        "unverified: [That it is blue.]\n"
    )
    topic = read_topic("blue-fever.yaml", TOPIC + more, HELD)
    assert (topic.deciding, topic.title_for, topic.thin, topic.branches, topic.glossary, topic.unverified) == (
        "treatment",
        (("sex=female", "Blue fever in a woman"),),
        True,
        (Branch("mild", "Mild", ("rest",)),),
        (("fever", "A high temperature."),),
        ("That it is blue.",),
    )


#   why                              what stands there             what is put there                    line, what is said
BROKEN = [
    ("misspelt field", "title: Blue fever", "titel: Blue fever", 1, "this topic has no `title`; add it"),
    ("a date of another country", '"2026-01-31"', '"31.01.2026"', 4, "`updated_on`:"),
    ("a day that never was", '"2026-01-31"', '"2026-02-31"', 4, "`updated_on`:"),
    ("a slug unlike its file", "slug: blue-fever", "slug: red-fever", 1, "the slug is 'red-fever'; call the file"),
    ("a name twice in other letters", "BLF]", "Blue Fever]", 6, "two names differ by capitals only"),
    ("a cite of nothing", "cites: [a-guideline/rec-2]", "cites: [a-guideline/rec-9]", 24, "there is no extract 'a-guideline/rec-9'; did you mean 'a-guideline/rec-2'?"),
    ("a cite of a source without place", "cites: [a-guideline/rec-2]", "cites: [a-guideline]", 24, "there is no extract 'a-guideline'"),
    ("a cite of our own page", "cites: [a-guideline/rec-2]", "cites: [blue-fever/rest]", 24, "there is no extract 'blue-fever/rest'"),
    ("no cites", "    cites: [a-guideline/rec-2]\n", "", 21, "rest cites nothing; add `cites: [source/extract]`"),
    ("cites left empty", "cites: [a-guideline/rec-2]", "cites:", 24, "`cites` is a list with at least one entry"),
    ("a section that is not there", "section: treatment\n    text: Rest", "section: tretment\n    text: Rest", 21, "there is no section 'tretment'; did you mean 'treatment'?"),
    ("a section of no branch", "heading: Treatment}", "heading: Treatment, branch: mild}", 8, "there is no branch 'mild'"),
    ("a section under nothing", "heading: Treatment}", "heading: Treatment, parent: top}", 8, "there is no section 'top'"),
    ("an id twice", "- id: rest", "- id: give-ampicillin", 21, "statement 'give-ampicillin' already stands on line 10"),
    ("an id with spaces", "- id: rest", "- id: take a rest", 21, "'take a rest' is not an id"),
    ("an order from nowhere", "reference: a-guideline/rec-1", "reference: a-guideline/rec-7", 10, "there is no extract 'a-guideline/rec-7'"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new", "line", "said"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_wrong_line_is_named(why: str, old: str, new: str, line: int, said: str) -> None:
    expected = f"topics/blue-fever.yaml:{line}: {said}"
    assert expected in [problem[: len(expected)] for problem in problems(but(TOPIC, old, new))]


#   why                                 fields of one more statement                       line, what is said
ADDED = [
    ("a caution that is not there", "    requires: [rst]\n", 29, "there is no statement 'rst'; did you mean 'rest'?"),
    ("against nobody", "    against: [nobody]\n", 29, "there is no statement 'nobody'"),
    ("a point under nothing", "    parent: nobody\n", 25, "there is no statement 'nobody'"),
    ("its own caution", "    requires: [more]\n", 25, "`requires` goes in a circle: more -> more"),
    ("its own parent", "    parent: more\n", 25, "`parent` goes in a circle: more -> more"),
    ("against itself", "    against: [more]\n", 25, "'more' cannot speak against itself"),
    ("yes is not true", "    must_show: yes\n", 29, "`must_show` is true or false, not 'yes'"),
    ("a type of its own", "    types: [cure]\n", 29, "`types` cannot be 'cure'; there are: treatment, dose"),
    ("an item not on the list", "    addresses: [money]\n", 29, "`addresses` cannot be 'money'; there are: pregnancy"),
    ("a population of its own", "    population: everybody\n", 29, "`population` cannot be 'everybody'"),
    ("a row too short", "    table: {columns: [A, B], rows: [[1]]}\n", 29, "this row needs 2 filled cells"),
    ("an empty cell", "    table: {columns: [A, B], rows: [[1, '']]}\n", 29, "this row needs 2 filled cells"),
    ("a table without rows", "    table: {columns: [A, B]}\n", 29, "a table needs `rows`"),
    ("strength as one word", "    strength: strong\n", 29, "a strength is a mapping"),
    ("a field of somewhere else", "    says: [x]\n", 29, "a statement has no field 'says'"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "fields", "line", "said"), ADDED, ids=[row[0] for row in ADDED])
def test_a_wrong_statement_is_named(why: str, fields: str, line: int, said: str) -> None:
    expected = f"topics/blue-fever.yaml:{line}: {said}"
    assert [problem[: len(expected)] for problem in problems(with_statement(fields))] == [expected]


def test_a_circle_of_cautions_is_named_once() -> None:
    text = but(
        with_statement("    requires: [rest]\n"),
        "cites: [a-guideline/rec-2]\n  - id: more",
        "cites: [a-guideline/rec-2]\n    requires: [more]\n  - id: more",
    )
    said = "`requires` goes in a circle: rest -> more -> rest; take one of them out"
    assert problems(text) == (f"topics/blue-fever.yaml:21: {said}",)


def test_sections_cannot_stand_under_one_another() -> None:
    text = but(
        TOPIC, "heading: Treatment}", "heading: Treatment, parent: b}\n  - {id: b, heading: B, parent: treatment}"
    )
    assert problems(text) == (
        "topics/blue-fever.yaml:1: `parent` goes in a circle: treatment -> b -> treatment; take one of them out",
    )


def test_a_section_has_one_lead() -> None:
    text = but(with_statement("    lead: true\n"), "text: Rest is advised", "lead: true\n    text: Rest is advised")
    said = "section 'treatment' already has its lead on line 21; keep one"
    assert problems(text) == (f"topics/blue-fever.yaml:26: {said}",)


def test_a_point_stands_in_the_section_of_its_parent() -> None:
    more = but(
        with_statement("    parent: rest\n"),
        "heading: Treatment}",
        "heading: Treatment}\n  - {id: other, heading: Other}",
    )
    text = but(more, "id: more\n    section: treatment", "id: more\n    section: other")
    assert problems(text) == ("topics/blue-fever.yaml:26: its parent 'rest' is in another section; put them in one",)


def test_all_wrong_lines_are_named_at_once_in_order() -> None:
    text = but(but(TOPIC, '"2026-01-31"', "soon"), "cites: [a-guideline/rec-2]", "cites: [nothing/here]")
    assert [problem.split(":")[1] for problem in problems(text)] == ["4", "24"]


def test_the_digest_changes_with_the_text_and_with_a_cited_source() -> None:
    _, changed = read_sources("sources.yaml", but(SOURCES, "Rest is advised", "Rest is needed"))
    one = read_topic("blue-fever.yaml", TOPIC, HELD).digest
    assert (
        len(
            {
                one,
                read_topic("blue-fever.yaml", TOPIC + "\n", HELD).digest,
                read_topic("blue-fever.yaml", TOPIC, changed).digest,
            }
        )
        == 3
    )


def test_a_glossary_is_read_in_order() -> None:
    assert read_glossary("glossary.yaml", "CK: creatine kinase\nno: not yes\n") == {
        "CK": "creatine kinase",
        "no": "not yes",
    }


def test_a_glossary_explains_a_term_once() -> None:
    with pytest.raises(BadTopic) as bad:
        read_glossary("glossary.yaml", "CK: creatine kinase\nck: again\nALT:\n")
    assert bad.value.problems == (
        "glossary.yaml:2: 'ck' is there as 'CK'; keep one",
        "glossary.yaml:3: `ALT` is empty; fill it or leave it out",
    )
