"""The source list: read whole, or refused with every wrong line."""

import pytest
from tests.unit.topics.written import SOURCES, but

from curbside.errors import BadTopic
from curbside.model.document import Citation, Fidelity, Kind, Pmid, Standing
from curbside.model.topic import Extract, ReadIn, Source, Strength
from curbside.topics.sources import canonical, read_sources


def test_a_source_list_is_read_whole() -> None:
    citation = Citation(
        title="Care of blue fever",
        authors=("Author A", "Author B"),
        container="A Journal",
        year=2020,
        kind=Kind.GUIDELINE,
        pmid=Pmid("123"),
        standing=Standing.CURRENT,
    )
    says = ("Adults with blue fever are given ampicillin 500 mg orally every 6 hours.",)
    strength = Strength("GRADE", "strong", "low", "for")
    first = Extract("a-guideline", "rec-1", "p. 3", ReadIn.ORIGINAL, says, ("adult",), strength)
    second = Extract("a-guideline", "rec-2", "p. 4", ReadIn.ABSTRACT, ("Rest is advised in blue fever.",))
    source = Source("a-guideline", citation, Fidelity.ORIGINAL, (first, second))
    assert read_sources("sources.yaml", SOURCES) == ("1.0", {"a-guideline": source})


def test_sources_and_extracts_know_their_lines() -> None:
    _, sources = read_sources("sources.yaml", SOURCES)
    source = sources["a-guideline"]
    assert (source.line, [extract.line for extract in source.extracts]) == (3, [13, 19])


#   why                          what stands there                 what is put there                  line, what is said
BROKEN = [
    ("misspelt field", "    year: 2020", "    yaer: 2020", 8, "a source has no field 'yaer'; did you mean `year`?"),
    ("a kind of its own", "guideline\n    title", "blog\n    title", 4, "`kind` cannot be 'blog'; there are: guideline"),
    ("kind guessed from nothing", "    kind: guideline\n", "", 4, "this source has no `kind`; add it"),
    ("no standing", "    standing: current\n", "", 4, "this source has no `standing`; add it"),
    ("no title", "    title: Care of blue fever\n", "", 4, "this source has no `title`; add it"),
    ("a title with nothing in it", "title: Care of blue fever", "title:", 5, "`title` is empty; fill it"),
    ("a PMID with letters", '"123"', "PMC123", 9, "`pmid`: not a Pmid: 'PMC123'"),
    ("a PMID with a leading zero", '"123"', '"0123"', 9, "`pmid`: not a Pmid: '0123'"),
    ("a resolver before the DOI", 'pmid: "123"', "doi: https://doi.org/10.1/x", 9, "`doi`: not a Doi"),
    ("an address without a scheme", 'pmid: "123"', "url: www.example.org", 9, "`url`: not a web address"),
    ("a script as address", 'pmid: "123"', "url: javascript:alert(1)", 9, "`url`: not a web address"),
    ("a year in words", "year: 2020", "year: last", 8, "`year` is a whole number from 1800 to 2100"),
    ("a year of the future", "year: 2020", "year: 20200", 8, "`year` is a whole number from 1800 to 2100"),
    ("an extract that says nothing", "        says: [Rest is advised in blue fever.]\n", "", 19, "a-guideline/rec-2 says nothing"),
    ("an extract without a place", "        at: p. 4\n", "", 20, "this extract has no `at`; add it"),
    ("read in a dream", "read_in: abstract", "read_in: dream", 21, "`read_in` cannot be 'dream'"),
    ("one line instead of a list", "says: [Rest is advised in blue fever.]", "says: Rest", 22, "`says` is a list"),
    ("an empty list", "says: [Rest is advised in blue fever.]", "says: []", 22, "`says` is a list"),
    ("a population of Martians", "[adult]", "[martian]", 16, "`population` cannot be 'martian'"),
    ("strength without its system", "{system: GRADE, strength", "{strength", 17, "this strength has no `system`"),
    ("a direction of its own", "direction: for", "direction: maybe", 17, "`direction` cannot be 'maybe'"),
    ("a slash in a key", "rec-2:", "rec/2:", 19, "'rec/2' cannot be the key of the extract"),
    ("capitals in a key", "  a-guideline:", "  A-Guideline:", 3, "'A-Guideline' cannot be the key of the source"),
    ("no version", 'content_version: "1.0"\n', "", 1, "this source list has no `content_version`"),
    ("an author twice", "Author B", "Author A", 6, "'Author A' stands twice in `authors`"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new", "line", "said"), BROKEN, ids=[row[0] for row in BROKEN])
def test_a_wrong_line_is_named(why: str, old: str, new: str, line: int, said: str) -> None:
    with pytest.raises(BadTopic) as bad:
        read_sources("sources.yaml", but(SOURCES, old, new))
    expected = f"sources.yaml:{line}: {said}"
    assert [problem[: len(expected)] for problem in bad.value.problems] == [expected]


def test_all_wrong_lines_are_named_at_once_in_order() -> None:
    text = but(but(SOURCES, "read_in: abstract", "read_in: dream"), "guideline\n", "blog\n")
    with pytest.raises(BadTopic) as bad:
        read_sources("sources.yaml", text)
    assert [problem.split(":")[1] for problem in bad.value.problems] == ["4", "21"]


def test_a_source_that_nobody_could_find_again_is_refused() -> None:
    with pytest.raises(BadTopic) as bad:
        read_sources("sources.yaml", but(but(SOURCES, '    pmid: "123"\n', ""), "    year: 2020\n", ""))
    said = "a-guideline cannot be found again; add pmid, pmcid, doi or url, or both container and year"
    assert bad.value.problems == (f"sources.yaml:3: {said}",)


def test_the_canonical_form_changes_with_every_word_but_not_with_the_place_in_the_file() -> None:
    one = read_sources("s", SOURCES)[1]["a-guideline"]
    moved = read_sources("s", "# a remark\n" + SOURCES)[1]["a-guideline"]
    other = read_sources("s", but(SOURCES, "500 mg", "250 mg"))[1]["a-guideline"]
    assert (canonical(moved) == canonical(one), canonical(other) == canonical(one)) == (True, False)
