"""PubMed and MEDLINE records of every year; the traps are NLM's own."""

import io

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
    Standing,
)
from curbside.sources.pubmed_xml import read_pubmed


def a_record(
    article: str = "", *, after: str = "", types: str = "", pmid: str = "1", data: str = "", title: str = "On gout."
) -> str:
    listed = "".join(f"<PublicationType>{name}</PublicationType>" for name in types.split("|") if name)
    return (
        f'<PubmedArticle><MedlineCitation><PMID Version="1">{pmid}</PMID><Article><ArticleTitle>{title}</ArticleTitle>'
        f"{article}<PublicationTypeList>{listed}</PublicationTypeList></Article>{after}</MedlineCitation>"
        f"<PubmedData>{data}</PubmedData></PubmedArticle>"
    )


def found_in(*records: str, root: str = "PubmedArticleSet") -> list[Document | UnreadableSource]:
    return list(read_pubmed(io.BytesIO(f"<{root}>{''.join(records)}</{root}>".encode())))


def read(*records: str, root: str = "PubmedArticleSet") -> Document:
    (document,) = found_in(*records, root=root)
    assert isinstance(document, Document)
    return document


def test_a_whole_record() -> None:
    article = (
        "<Journal><JournalIssue><PubDate><Year>2019</Year></PubDate></JournalIssue><Title>Journal of Gout</Title></Journal>"
        '<Abstract><AbstractText Label="AIM" NlmCategory="OBJECTIVE">To <i>see</i>.</AbstractText>'
        '<AbstractText Label="RESULTS" NlmCategory="RESULTS">10<sup>9</sup>/L.</AbstractText>'
        "<CopyrightInformation>© Us</CopyrightInformation></Abstract>"
        '<AuthorList><Author ValidYN="Y"><LastName>Doe</LastName><ForeName>Mary Anne</ForeName><Initials>MA</Initials></Author>'
        '<Author ValidYN="N"><LastName>Wrong</LastName></Author><Author><CollectiveName>Gout Group</CollectiveName></Author></AuthorList>'
    )
    after = (
        "<OtherAbstract><AbstractText>Gicht</AbstractText></OtherAbstract><MeshHeadingList><MeshHeading><DescriptorName>Humans"
        "</DescriptorName></MeshHeading><MeshHeading><DescriptorName>Infant, Newborn</DescriptorName></MeshHeading></MeshHeadingList>"
    )
    data = (
        '<ArticleIdList><ArticleId IdType="doi">10.1000/gout</ArticleId><ArticleId IdType="pmc">PMC77</ArticleId></ArticleIdList>'
        '<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList></Reference></ReferenceList>'
    )
    document = read(a_record(article, after=after, types="Journal Article|Randomized Controlled Trial", data=data))
    assert document == Document(
        id=DocumentId("pmid:1"),
        citation=Citation(
            title="On gout.",
            authors=("Doe MA", "Gout Group"),
            container="Journal of Gout",
            year=2019,
            kind=Kind.RANDOMIZED_TRIAL,
            pmid=Pmid("1"),
            pmcid=Pmcid("PMC77"),
            doi=Doi("10.1000/gout"),
            standing=Standing.CURRENT,
        ),
        text="On gout.\n\nTo see.\n\n10^9/L.",
        sections=document.sections,
        licence="© Us",
        fidelity=Fidelity.ORIGINAL,
        extent=Extent.ABSTRACT,
        population=("humans", "neonate"),
    )
    assert [(s.heading, s.role.value) for s in document.sections] == [
        ("Title", "title"),
        ("AIM", "background"),
        ("RESULTS", "results"),
    ]


def test_the_identifiers_of_cited_papers_are_not_its_own() -> None:
    data = '<ReferenceList><Reference><ArticleIdList><ArticleId IdType="pmc">PMC9</ArticleId></ArticleIdList></Reference></ReferenceList>'
    citation = read(a_record(data=data)).citation
    assert (citation.pmcid, citation.doi) == (None, None)


def test_the_old_format_of_bare_citations() -> None:
    old = (
        "<MedlineCitation><PMID>2</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>2007 Nov-Dec</MedlineDate></PubDate>"
        '</JournalIssue></Journal><ArticleTitle>Old.</ArticleTitle><ELocationID EIdType="doi" ValidYN="N">10.1000/bad</ELocationID>'
        '<ELocationID EIdType="doi" ValidYN="Y">10.1000/old</ELocationID></Article><MedlineJournalInfo><MedlineTA>J Gout</MedlineTA>'
        '</MedlineJournalInfo><OtherID Source="NLM">NIHMS1</OtherID><OtherID Source="NLM">PMC8 [Available on 12/01/16]</OtherID></MedlineCitation>'
    )
    citation = read(old, root="MedlineCitationSet").citation
    assert (citation.year, citation.container, citation.doi, citation.pmcid) == (2007, "J Gout", "10.1000/old", "PMC8")


def test_a_title_alone_is_a_document_and_is_its_text() -> None:
    assert read(a_record()).text == "On gout."


def test_an_abstract_without_labels_is_an_abstract() -> None:
    document = read(a_record("<Abstract><AbstractText>Short.</AbstractText></Abstract>"))
    assert [(s.heading, s.role.value) for s in document.sections] == [("Title", "title"), ("Abstract", "abstract")]


#   why, publication types, title, kind
KINDS = [
    ("a trial", "Journal Article|Randomized Controlled Trial|Multicenter Study", "Gout", Kind.RANDOMIZED_TRIAL),
    ("a guideline before a review", "Practice Guideline|Review", "Gout", Kind.GUIDELINE),
    ("a systematic review before a review", "Review|Systematic Review", "Gout", Kind.SYSTEMATIC_REVIEW),
    ("meta-analysis", "Meta-Analysis", "Gout", Kind.SYSTEMATIC_REVIEW),
    ("a review whose title says systematic", "Review", "Gout: a systematic review", Kind.SYSTEMATIC_REVIEW),
    ("a review", "Journal Article|Review", "Gout", Kind.NARRATIVE_REVIEW),
    ("controlled but not randomized", "Controlled Clinical Trial", "Gout", Kind.NON_RANDOMIZED_TRIAL),
    ("a trial of a phase says nothing of randomization", "Clinical Trial, Phase II", "Gout", Kind.UNCLASSIFIED),
    ("observational", "Observational Study", "Gout", Kind.OBSERVATIONAL_STUDY),
    ("cases", "Case Reports", "Gout", Kind.CASE_SERIES),
    ("a preprint of a trial", "Preprint|Randomized Controlled Trial", "Gout", Kind.PREPRINT),
    ("a protocol of a trial", "Clinical Trial Protocol|Randomized Controlled Trial", "Gout", Kind.UNCLASSIFIED),
    ("an erratum of a trial", "Published Erratum", "Gout: a randomised controlled trial", Kind.UNCLASSIFIED),
    ("not yet indexed, but the title says so", "Journal Article", "Gout: a randomised controlled trial", Kind.RANDOMIZED_TRIAL),
    ("a letter about a trial", "Letter", "Gout: a randomised controlled trial", Kind.UNCLASSIFIED),
    ("nothing said", "Journal Article", "Gout", Kind.UNCLASSIFIED),
    ("nothing at all", "", "Gout", Kind.UNCLASSIFIED),
]  # fmt: skip


@pytest.mark.parametrize(("why", "types", "title", "kind"), KINDS, ids=[case[0] for case in KINDS])
def test_kind_is_the_publication_type(why: str, types: str, title: str, kind: Kind) -> None:
    assert read(a_record(types=types, title=title)).citation.kind is kind


def test_a_publication_type_is_known_by_its_number_too() -> None:
    typed = a_record().replace(
        "<PublicationTypeList>", '<PublicationTypeList><PublicationType UI="D016449">Essai</PublicationType>'
    )
    assert read(typed).citation.kind is Kind.RANDOMIZED_TRIAL


def related(kind: str, pmid: str = "<PMID>9</PMID>") -> str:
    return f'<CommentsCorrectionsList><CommentsCorrections RefType="{kind}"><RefSource>J Gout. 2020;1:1</RefSource>{pmid}</CommentsCorrections></CommentsCorrectionsList>'


#   why, after the article, publication types, standing, superseded by, notices
STANDINGS = [
    ("nothing against it", "", "", Standing.CURRENT, None, ()),
    ("retracted by type", "", "Retracted Publication", Standing.RETRACTED, None, ()),
    ("retracted by reference", related("RetractionIn"), "", Standing.RETRACTED, None, ()),
    ("partly retracted: nobody knows which part", related("PartialRetractionIn"), "", Standing.RETRACTED, None, ()),
    ("corrected", related("ErratumIn"), "", Standing.CORRECTED, None, ()),
    ("concern", related("ExpressionOfConcernIn"), "", Standing.CONCERN, None, ()),
    ("updated", related("UpdateIn"), "", Standing.SUPERSEDED, "J Gout. 2020;1:1 (PMID 9)", ()),
    ("corrected, then retracted", related("ErratumIn") + related("RetractionIn"), "", Standing.RETRACTED, None, ()),
    ("a comment is nothing", related("CommentIn"), "", Standing.CURRENT, None, ()),
    ("the notice of a retraction", related("RetractionOf"), "Retraction of Publication", Standing.CURRENT, None, (Notice("pmid:9", Standing.RETRACTED),)),
    ("an erratum", related("ErratumFor"), "Published Erratum", Standing.CURRENT, None, (Notice("pmid:9", Standing.CORRECTED),)),
    ("an update", related("UpdateOf"), "", Standing.CURRENT, None, (Notice("pmid:9", Standing.SUPERSEDED),)),
    ("the notice of a concern", related("ExpressionOfConcernFor"), "Expression of Concern", Standing.CURRENT, None, (Notice("pmid:9", Standing.CONCERN),)),
    ("a notice without target says nothing of anyone", related("RetractionOf", ""), "", Standing.CURRENT, None, ()),
    ("as files before 2009 have it", "<CommentsCorrections><RetractionIn><RefSource>x</RefSource><PMID>9</PMID></RetractionIn></CommentsCorrections>", "", Standing.RETRACTED, None, ()),
]  # fmt: skip


@pytest.mark.parametrize("case", STANDINGS, ids=[case[0] for case in STANDINGS])
def test_standing_and_notices(case: tuple[str, str, str, Standing, str | None, tuple[Notice, ...]]) -> None:
    _, after, types, standing, by, notices = case
    document = read(a_record(after=after, types=types))
    assert (document.citation.standing, document.citation.superseded_by, document.notices) == (standing, by, notices)


@pytest.mark.parametrize(
    ("tags", "population"),
    [
        ("Humans|Male|Middle Aged|Aged, 80 and over|Gout", ("adult", "elderly", "humans", "men")),
        (
            "Humans|Pregnancy|Female|Child, Preschool|Adolescent",
            ("adolescent", "child", "humans", "pregnancy", "women"),
        ),
        ("Animals|Male|Rats|Adult", ("animal",)),
        ("Animals|Humans|Male", ("animal", "humans", "men")),
        ("Gout", ()),
    ],
)
def test_population_is_the_check_tags(tags: str, population: tuple[str, ...]) -> None:
    headings = "".join(f"<MeshHeading><DescriptorName>{tag}</DescriptorName></MeshHeading>" for tag in tags.split("|"))
    assert read(a_record(after=f"<MeshHeadingList>{headings}</MeshHeadingList>")).population == population


def test_a_book_chapter_is_read_and_a_list_of_deleted_records_is_not() -> None:
    book = (
        "<PubmedBookArticle><BookDocument><PMID>5</PMID><Book><BookTitle>Gout Handbook</BookTitle><PubDate><Year>2018</Year></PubDate>"
        "</Book><ArticleTitle>Dosing</ArticleTitle><Abstract><AbstractText>Text.</AbstractText></Abstract></BookDocument></PubmedBookArticle>"
    )
    document = read(book, "<DeleteCitation><PMID>6</PMID></DeleteCitation>")
    assert (document.id, document.text, document.citation.container, document.citation.year) == (
        "pmid:5",
        "Dosing\n\nText.",
        "Gout Handbook",
        2018,
    )


def test_a_bad_record_is_named_and_the_rest_goes_in() -> None:
    first, second, third = found_in(a_record(), a_record(pmid=""), a_record(pmid="3"))
    assert isinstance(second, UnreadableSource)
    assert second.message == "record 2: has no PMID or no Article"
    assert [getattr(d, "id", None) for d in (first, third)] == ["pmid:1", "pmid:3"]


def test_records_before_the_file_breaks_off_go_in() -> None:
    broken = f"<PubmedArticleSet>{a_record()}<PubmedArticle><MedlineCitation>".encode()
    documents = read_pubmed(io.BytesIO(broken))
    first = next(documents)
    assert isinstance(first, Document)
    with pytest.raises(UnreadableSource, match="not well-formed XML at line 1"):
        next(documents)


def test_memory_stays_bounded_over_many_records() -> None:
    class Endless(io.RawIOBase):
        """Twenty thousand records, made as they are read; counts what is still waiting to be read."""

        def __init__(self) -> None:
            self.left, self.buffer = 20_000, b"<PubmedArticleSet>"

        def read(self, size: int = -1) -> bytes:
            while len(self.buffer) < size and self.left:
                self.left -= 1
                self.buffer += a_record(pmid=str(20_000 - self.left)).encode()
            if not self.left and not self.buffer.endswith(b"</PubmedArticleSet>") and self.buffer:
                self.buffer += b"</PubmedArticleSet>"
            taken, self.buffer = self.buffer[:size], self.buffer[size:]
            return taken

    stream = Endless()
    documents = read_pubmed(stream)  # type: ignore[arg-type]  # only read(n) is used
    next(documents)
    assert stream.left > 19_000
    assert sum(1 for _ in documents) == 19_999
