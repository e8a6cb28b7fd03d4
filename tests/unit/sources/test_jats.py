"""A JATS article becomes one document: text in reading order, what it says it is, what it says of others."""

import pytest

from curbside.errors import UnreadableSource
from curbside.model.document import (
    Citation,
    Document,
    DocumentId,
    Doi,
    Extent,
    Fidelity,
    Kind,
    Notice,
    Pmcid,
    Pmid,
    Role,
    Section,
    Span,
    Standing,
)
from curbside.sources.jats import read_jats

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def an_article(
    body: str = "", front: str = "", kind: str = "research-article", title: str = "On gout", **more: str
) -> str:
    meta = more.get("ids", '<article-id pub-id-type="pmc">1234</article-id>')
    return (
        f'<article {XLINK} article-type="{kind}"><front><journal-meta><journal-title-group><journal-title>'
        f"{more.get('journal', 'Journal of Gout')}</journal-title></journal-title-group></journal-meta>"
        f"<article-meta>{meta}<title-group><article-title>{title}</article-title></title-group>{front}</article-meta>"
        f"</front>{f'<body>{body}</body>' if body else ''}{more.get('after', '')}</article>"
    )


def read(article: str) -> Document:
    (document,) = read_jats(article.encode())
    return document


def sections_of(document: Document) -> list[tuple[str, str, str]]:
    return [(s.heading, s.role.value, document.text[s.span.start : s.span.end]) for s in document.sections]


def body_of(body: str, **more: str) -> list[tuple[str, str, str]]:
    return sections_of(read(an_article(body, **more)))[1:]


def test_a_whole_article() -> None:
    front = (
        '<contrib-group><contrib contrib-type="author"><name><surname>Doe</surname><given-names>Mary-Anne J.</given-names>'
        '</name></contrib><contrib contrib-type="author"><name><surname>Roe</surname><given-names>AB</given-names>'
        '<suffix>Jr</suffix></name></contrib><contrib contrib-type="author"><collab>The Gout Group<contrib-group><contrib>'
        '<name><surname>Member</surname></name></contrib></contrib-group></collab></contrib><contrib contrib-type="editor">'
        "<name><surname>Editor</surname></name></contrib></contrib-group>"
        '<pub-date pub-type="ppub"><year>2012</year></pub-date><pub-date pub-type="epub"><year>2011</year></pub-date>'
        '<pub-date pub-type="pmc-release"><year>2010</year></pub-date>'
        '<permissions><license xlink:href="http://creativecommons.org/licenses/by/4.0/"><license-p>Open</license-p></license>'
        "</permissions><abstract><sec><title>Background</title><p>Gout hurts.</p></sec><sec><title>Results</title>"
        "<p>It hurt less.</p></sec></abstract><trans-abstract><p>Gicht</p></trans-abstract>"
    )
    ids = (
        '<article-id pub-id-type="pmid">123</article-id><article-id pub-id-type="pmc">PMC1234</article-id>'
        '<article-id pub-id-type="doi">10.1000/Gout.1</article-id><article-id pub-id-type="doi">10.1000/other</article-id>'
    )
    body = "<sec><title>1. Introduction</title><p>Gout is old.</p></sec>"
    after = (
        "<back><ack><p>Thanks.</p></ack><ref-list><ref><mixed-citation>Ref 5 mg</mixed-citation></ref></ref-list></back>"
        "<sub-article><front-stub/><body><p>Reviewer: fine.</p></body></sub-article>"
    )
    title = "Fictitiumab: a <italic>randomised</italic> controlled trial"
    assert read(an_article(body, front, title=title, ids=ids, after=after)) == Document(
        id=DocumentId("pmcid:PMC1234"),
        citation=Citation(
            title="Fictitiumab: a randomised controlled trial",
            authors=("Doe MAJ", "Roe AB Jr", "The Gout Group"),
            container="Journal of Gout",
            year=2011,
            kind=Kind.RANDOMIZED_TRIAL,
            pmid=Pmid("123"),
            pmcid=Pmcid("PMC1234"),
            doi=Doi("10.1000/Gout.1"),
            standing=Standing.UNCHECKED,
        ),
        text="Fictitiumab: a randomised controlled trial\n\nGout hurts.\n\nIt hurt less.\n\nGout is old.",
        sections=(
            Section("Title", Role.TITLE, Span(0, 42)),
            Section("Background", Role.BACKGROUND, Span(44, 55)),
            Section("Results", Role.RESULTS, Span(57, 70)),
            Section("1. Introduction", Role.BACKGROUND, Span(72, 84)),
        ),
        licence="CC BY 4.0",
        fidelity=Fidelity.ORIGINAL,
        extent=Extent.FULL_TEXT,
    )


@pytest.mark.parametrize(
    ("why", "ids", "id"),
    [
        (
            "PMC first",
            '<article-id pub-id-type="pmid">12</article-id><article-id pub-id-type="pmc">7</article-id>',
            "pmcid:PMC7",
        ),
        ("then PubMed", '<article-id pub-id-type="pmid">12</article-id>', "pmid:12"),
        (
            "then DOI, lower case",
            '<article-id pub-id-type="doi">https://doi.org/10.1000/AbC(1)</article-id>',
            "doi:10.1000/abc(1)",
        ),
        ("a DOI that cannot be a name", '<article-id pub-id-type="doi">10.1000/a%b</article-id>', "file:"),
        ("a malformed PMID is none", '<article-id pub-id-type="pmid">0012</article-id>', "file:"),
        ("none at all", "", "file:"),
    ],
)
def test_an_article_is_named_by_its_best_identifier(why: str, ids: str, id: str) -> None:
    named = read(an_article("<p>x</p>", ids=ids)).id
    assert named == id or (id == "file:" and named.startswith("file:") and len(named) == 17)


#   why, body, sections
BODIES = [
    ("nested sections keep the parent's role", "<sec><title>Methods</title><p>a</p><sec><title>2.1. Mood</title><p>b</p></sec></sec>",
     [("Methods", "methods", "a"), ("2.1. Mood", "methods", "b")]),
    ("text after an inner section comes after it", "<sec><title>Results</title><p>a</p><sec><title>X</title><p>b</p></sec><p>c</p></sec>",
     [("Results", "results", "a"), ("X", "results", "b"), ("Results", "results", "c")]),
    ("a section without heading goes by the one above", "<sec><title>Results</title><sec><p>a</p></sec></sec>", [("Results", "results", "a")]),
    ("the type tells where the heading does not", '<sec sec-type="materials|methods"><title>How</title><p>a</p></sec>', [("How", "methods", "a")]),
    ("paragraphs are apart by a blank line", "<p>a</p><p>b</p>", [("", "other", "a\n\nb")]),
    ("a list follows its lead-in", '<p>Give:</p><list list-type="order"><list-item><label>1.</label><p>5 mg</p></list-item><list-item><p>7 mg</p></list-item></list>',
     [("", "other", "Give:\n• 5 mg\n• 7 mg")]),
    ("a list within the paragraph", "<p>Give: <list><list-item><p>5 mg</p></list-item></list> and wait.</p>", [("", "other", "Give:\n• 5 mg\n\nand wait.")]),
    ("a list within a list", "<list><list-item><p>a</p><list><list-item><p>b</p></list-item></list></list-item></list>", [("", "other", "• a\n• b")]),
    ("definitions", "<def-list><def-item><term>CK</term><def><p>creatine kinase</p></def></def-item></def-list>", [("", "other", "• CK: creatine kinase")]),
    ("a table", "<table-wrap><label>Table 1.</label><caption><p>Doses</p></caption><table><thead><tr><th>Drug</th><th>Dose</th></tr></thead><tbody><tr><td>A</td><td>5 mg</td></tr></tbody></table><table-wrap-foot><fn><label>a</label><p>daily</p></fn></table-wrap-foot></table-wrap>",
     [("", "other", "Table 1: Doses\nDrug | Dose\nA | 5 mg\na: daily")]),
    ("a cell that spans rows is said in each", '<table-wrap><table><tr><td rowspan="2">A</td><td>adult</td><td>5 mg</td></tr><tr><td>child</td><td>2 mg</td></tr><tr><td>B</td><td>any</td><td>1 mg</td></tr></table></table-wrap>',
     [("", "other", "A | adult | 5 mg\nA | child | 2 mg\nB | any | 1 mg")]),
    ("columns spanned before it count", '<table-wrap><table><tr><td colspan="2">x</td><td rowspan="2">A</td></tr><tr><td>1</td><td>2</td></tr></table></table-wrap>',
     [("", "other", "x | A\n1 | 2 | A")]),
    ("a span ends with the head", '<table-wrap><table><thead><tr><th rowspan="9">H</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></table-wrap>', [("", "other", "H\n1")]),
    ("a table within a sentence comes after the paragraph", "<p>See <table-wrap><table><tr><td>1</td></tr></table></table-wrap>below.</p><p>b</p>", [("", "other", "See below.\n\n1\n\nb")]),
    ("a figure is its caption", "<fig><label>Figure 2</label><caption><p>Flow.</p></caption><graphic/></fig>", [("", "other", "Figure 2: Flow.")]),
    ("a box is a section of its own", "<sec><title>Results</title><p>a</p><boxed-text><caption><title>Key point</title></caption><p>b</p></boxed-text></sec>",
     [("Results", "results", "a"), ("Key point", "results", "b")]),
    ("a footnote comes after its paragraph", "<p>a<fn><p>note</p></fn> b</p>", [("", "other", "a b\n\nnote")]),
    ("interests and thanks are not the article's", "<sec><title>Competing interests</title><p>None.</p></sec><sec><title>Authors' contributions</title><p>JD.</p></sec><sec><title>Results</title><p>a</p></sec>",
     [("Results", "results", "a")]),
    ("links to files are not text", '<sec sec-type="supplementary-material"><title>Files</title><p>Click here</p></sec><p>a</p>', [("", "other", "a")]),
    ("treatment in a review is advice", "<sec><title>Treatment</title><p>a</p></sec><sec><title>Adverse effects</title><p>b</p></sec>",
     [("Treatment", "treatment", "a"), ("Adverse effects", "cautions", "b")]),
    ("treatment in the report of a study is not", "<sec><title>Methods</title><p>m</p></sec><sec><title>Treatment</title><p>a</p></sec>",
     [("Methods", "methods", "m"), ("Treatment", "other", "a")]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "body", "sections"), BODIES, ids=[case[0] for case in BODIES])
def test_body_text(why: str, body: str, sections: list[tuple[str, str, str]]) -> None:
    assert body_of(body) == sections


def test_a_table_kept_at_the_end_is_read_where_it_is_first_named() -> None:
    body = '<sec><title>Results</title><p>See <xref ref-type="table" rid="t1">Table 1</xref> now.</p><p>More.</p></sec>'
    after = '<floats-group><table-wrap id="t1"><table><tr><td>5 mg</td></tr></table></table-wrap><fig id="f"><caption><p>Unnamed.</p></caption></fig></floats-group>'
    assert body_of(body, after=after) == [
        ("Results", "results", "See Table 1 now.\n\n5 mg\n\nMore."),
        ("Tables and figures", "other", "Unnamed."),
    ]


def test_an_appendix_is_read_and_back_matter_is_not() -> None:
    after = "<back><app-group><app><title>Appendix 1</title><p>a</p></app></app-group><fn-group><fn><p>Money.</p></fn></fn-group></back>"
    assert body_of("<p>b</p>", after=after) == [("", "other", "b"), ("Appendix 1", "other", "a")]


def test_without_a_body_it_is_an_abstract() -> None:
    document = read(
        an_article(front='<abstract><p>Short.</p></abstract><abstract abstract-type="graphical"><p>x</p></abstract>')
    )
    assert (document.extent, sections_of(document)[1:]) == (Extent.ABSTRACT, [("Abstract", "abstract", "Short.")])


#   why, article-type, title, more, kind
KINDS = [
    ("a research article is no kind", "research-article", "Gout in adults", {}, Kind.UNCLASSIFIED),
    ("a review", "review-article", "Gout in adults", {}, Kind.NARRATIVE_REVIEW),
    ("a systematic review by title", "review-article", "Gout: a systematic review", {}, Kind.SYSTEMATIC_REVIEW),
    ("a case report", "case-report", "A man with gout", {}, Kind.CASE_SERIES),
    ("a correction quotes the title of a trial", "correction", "Gout: a randomised controlled trial", {}, Kind.UNCLASSIFIED),
    ("a letter about a trial", "letter", "Gout: a randomised controlled trial", {}, Kind.UNCLASSIFIED),
    ("a protocol by type", "protocol", "Gout: a randomised controlled trial", {}, Kind.UNCLASSIFIED),
    ("a protocol by heading", "research-article", "Gout: a randomised controlled trial", {"heading": "Study Protocol"}, Kind.UNCLASSIFIED),
    ("a heading of the journal counts", "research-article", "Gout", {"heading": "Practice Guideline"}, Kind.GUIDELINE),
    ("a topic does not", "research-article", "Gout", {"topic": "Meta-analysis"}, Kind.UNCLASSIFIED),
    ("a preprint is that first", "research-article", "Gout: a randomised controlled trial", {"journal": "medRxiv"}, Kind.PREPRINT),
    ("a preprint by type", "preprint", "Gout: a randomised controlled trial", {}, Kind.PREPRINT),
    ("keywords prove nothing", "research-article", "Gout", {"keyword": "randomized controlled trial"}, Kind.UNCLASSIFIED),
]  # fmt: skip


@pytest.mark.parametrize(("why", "of_type", "title", "more", "kind"), KINDS, ids=[case[0] for case in KINDS])
def test_kind_is_what_the_source_says(why: str, of_type: str, title: str, more: dict[str, str], kind: Kind) -> None:
    front = "<article-categories>"
    for group, subject in (
        ("heading", more.get("heading", "Article")),
        ("Discipline-v2", more.get("topic", "Medicine")),
    ):
        front += f'<subj-group subj-group-type="{group}"><subject>{subject}</subject></subj-group>'
    front += f"</article-categories><kwd-group><kwd>{more.get('keyword', 'gout')}</kwd></kwd-group>"
    article = an_article("<p>x</p>", front, of_type, title, journal=more.get("journal", "Journal of Gout"))
    assert read(article).citation.kind is kind


#   why, related-article attributes, standing of its own, notices
RELATED = [
    ("corrects by PubMed id", 'related-article-type="corrected-article" ext-link-type="pubmed" xlink:href="123"', Standing.UNCHECKED, (Notice("pmid:123", Standing.CORRECTED),)),
    ("retracts by DOI", 'related-article-type="retracted-article" ext-link-type="doi" xlink:href="10.1000/AB"', Standing.UNCHECKED, (Notice("doi:10.1000/ab", Standing.RETRACTED),)),
    ("DOI with a resolver", 'related-article-type="retracted-article" ext-link-type="doi" xlink:href="https://doi.org/10.1000/AB"', Standing.UNCHECKED, (Notice("doi:10.1000/ab", Standing.RETRACTED),)),
    ("concern by PMC id without prefix", 'related-article-type="object-of-concern" ext-link-type="pmc" xlink:href="99"', Standing.UNCHECKED, (Notice("pmcid:PMC99", Standing.CONCERN),)),
    ("a target without identifier is none", 'related-article-type="corrected-article" ext-link-type="pmc" vol="5" page="1"', Standing.UNCHECKED, ()),
    ("a companion is nothing", 'related-article-type="companion" ext-link-type="doi" xlink:href="10.1000/ab"', Standing.UNCHECKED, ()),
    ("it was itself retracted", 'related-article-type="retraction-forward" ext-link-type="pubmed" xlink:href="5"', Standing.RETRACTED, ()),
    ("it was itself corrected", 'related-article-type="correction-forward" ext-link-type="pubmed" xlink:href="5"', Standing.CORRECTED, ()),
]  # fmt: skip


@pytest.mark.parametrize(("why", "attributes", "standing", "notices"), RELATED, ids=[case[0] for case in RELATED])
def test_what_it_says_of_itself_and_of_others(
    why: str, attributes: str, standing: Standing, notices: tuple[Notice, ...]
) -> None:
    document = read(an_article("<p>x</p>", f"<related-article {attributes}/>"))
    assert (document.citation.standing, document.notices) == (standing, notices)


def test_a_title_that_says_retracted_is_believed() -> None:
    assert read(an_article("<p>x</p>", title="RETRACTED: On gout")).citation.standing is Standing.RETRACTED


@pytest.mark.parametrize(
    ("licence", "said"),
    [
        ('<license xlink:href="https://creativecommons.org/licenses/by-nc/3.0/"/>', "CC BY-NC 3.0"),
        ('<license><license-p>See <ext-link xlink:href="http://creativecommons.org/licenses/by/2.0">this</ext-link></license-p></license>', "CC BY 2.0"),
        ("<license><p>Terms: http://creativecommons.org/publicdomain/zero/1.0/</p></license>", "CC0 1.0"),
        ('<license xlink:href="http://example.org/terms"><p>Ours.</p></license>', "http://example.org/terms"),
        ("<license><p>All rights reserved.</p></license>", "All rights reserved."),
        ("<copyright-statement>© 2020 Us</copyright-statement>", "© 2020 Us"),
        ("", None),
    ],
)  # fmt: skip
def test_licence(licence: str, said: str | None) -> None:
    assert read(an_article("<p>x</p>", f"<permissions>{licence}</permissions>")).licence == said


def test_names_in_a_namespace_are_the_same_names() -> None:
    plain = an_article("<p>x</p>")
    assert read(plain.replace("<article ", '<article xmlns="http://jats.nlm.nih.gov" ')) == read(plain)


def test_a_set_of_articles_gives_each() -> None:
    one, two = an_article("<p>x</p>"), an_article("<p>y</p>", ids='<article-id pub-id-type="pmid">5</article-id>')
    assert [d.id for d in read_jats(f"<pmc-articleset>{one}{two}</pmc-articleset>".encode())] == [
        "pmcid:PMC1234",
        "pmid:5",
    ]


def test_an_article_without_a_word_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="neither a title nor any text"):
        read(an_article(title=""))
