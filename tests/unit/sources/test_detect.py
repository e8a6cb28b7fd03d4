"""The door: formats by content, archives, hostile and broken files. Nothing but a document or a named refusal comes out."""

import gzip
import io
import json
import tarfile
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curbside.errors import UnreadableSource
from curbside.model.document import Document
from curbside.sources import detect
from curbside.sources.detect import read, read_stream

JATS = (
    b'<article><front><article-meta><article-id pub-id-type="pmc">1</article-id><title-group><article-title>On gout</article-title>'
    b"</title-group></article-meta></front><body><sec><title>Results</title><p>Less pain.</p></sec></body></article>"
)
PUBMED = (
    b'<?xml version="1.0"?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://example.org/x.dtd">'
    b"<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>2</PMID><Article><ArticleTitle>Gout.</ArticleTitle></Article>"
    b"</MedlineCitation></PubmedArticle></PubmedArticleSet>"
)
CONDITION = json.dumps(
    {"condition_name": "Gout", "condition_slug": "gout", "source": "NSTG 2022", "treatment": {}}
).encode()
ADVICE = json.dumps({"id": 1, "title": "Gout", "grade": "A", "text": "Screen."}).encode()
TWO = ADVICE + b"\n" + ADVICE.replace(b": 1,", b": 2,") + b"\n"


def a_tar(**members: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return out.getvalue()


def found(content: bytes, name: str = "x") -> list[str]:
    """Ids of documents and messages of refusals, in order."""
    return [f.id if isinstance(f, Document) else f.message for f in read_stream(name, io.BytesIO(content))]


#   why, name, content, what comes out
FORMATS = [
    ("JATS", "a.xml", JATS, ["pmcid:PMC1"]),
    ("the name does not matter", "a.json", JATS, ["pmcid:PMC1"]),
    ("PubMed", "a", PUBMED, ["pmid:2"]),
    ("after a byte order mark", "a", b"\xef\xbb\xbf" + JATS, ["pmcid:PMC1"]),
    ("after comments and a DOCTYPE", "a", b'<?xml version="1.0"?>\n<!-- x > y --><!DOCTYPE article PUBLIC "a" "b.dtd" [<!-- z -->]>\n' + JATS, ["pmcid:PMC1"]),
    ("UTF-16", "a", JATS.decode().encode("utf-16"), ["pmcid:PMC1"]),
    ("Latin-1, declared", "a", b'<?xml version="1.0" encoding="ISO-8859-1"?>' + JATS.replace(b"gout", b"go\xfct"), ["pmcid:PMC1"]),
    ("a condition", "GOUT.json", CONDITION, ["nstg2022:gout"]),
    ("a condition over several lines", "GOUT.json", CONDITION.replace(b", ", b",\n"), ["nstg2022:gout"]),
    ("JSON lines", "r.jsonl", TWO, ["uspstf:1", "uspstf:2"]),
    ("one JSON line", "r.jsonl", ADVICE + b"\n", ["uspstf:1"]),
    ("blank lines are no records", "r.jsonl", TWO.replace(b"\n", b"\n\n"), ["uspstf:1", "uspstf:2"]),
    ("an array", "r.json", b"[" + ADVICE + b", " + CONDITION + b"]", ["uspstf:1", "nstg2022:gout"]),
    ("gzipped", "a.gz", gzip.compress(PUBMED), ["pmid:2"]),
    ("gzipped in two members", "a.gz", gzip.compress(TWO[:50]) + gzip.compress(TWO[50:]), ["uspstf:1", "uspstf:2"]),
    ("an archive", "a.tar", a_tar(one=JATS, two=PUBMED), ["pmcid:PMC1", "pmid:2"]),
    ("a gzipped archive of gzipped files", "a.tar.gz", gzip.compress(a_tar(one=gzip.compress(JATS))), ["pmcid:PMC1"]),
    ("empty", "a.xml", b"", ["a.xml: is empty"]),
    ("blank", "a.xml", b" \n ", ["a.xml: is empty"]),
    ("nothing we know", "a.pdf", b"%PDF-1.7", ["a.pdf: is of no known format"]),
    ("a web page", "a.html", b"<!DOCTYPE html><html></html>", ["a.html: is XML of an unknown kind (<html>)"]),
    ("JSON of another shape", "a.json", b'{"a": 1}', ["a.json: is JSON of an unknown shape"]),
    ("no JSON", "a.json", b'{"a": 1', ["a.json: not well-formed JSON at column 8: Expecting ',' delimiter"]),
    ("JSON in another encoding", "a.json", b'{"a": "\xff"}', ["a.json: is not UTF-8 at byte 7"]),
    ("a bad line among good ones", "r.jsonl", ADVICE + b"\n{\n" + ADVICE + b"\n", ["uspstf:1", "r.jsonl: line 2: not well-formed JSON at column 2: Expecting property name enclosed in double quotes", "uspstf:1"]),
    ("a bad first line", "r.jsonl", b"{\n" + ADVICE + b"\n", ["r.jsonl: line 1: not well-formed JSON at column 2: Expecting property name enclosed in double quotes", "uspstf:1"]),
    ("a bad line of a value over several", "r.json", b'{"a":\n\n}', ["r.json: not well-formed JSON at line 3, column 1: Expecting value"]),
    ("a bad member among good ones", "a.tar", a_tar(one=JATS, two=b"?", three=PUBMED), ["pmcid:PMC1", "a.tar/two: is of no known format", "pmid:2"]),
    ("not well-formed", "a.xml", JATS.replace(b"</p>", b"\n</q>"), ["a.xml: not well-formed XML at line 2: Opening and ending tag mismatch: p line 1 and q"]),
    ("not the encoding it says", "a.xml", JATS.replace(b"gout", b"go\xfct"), ["a.xml: not well-formed XML at line 1: Invalid bytes in character encoding"]),
    ("an archive in an archive", "a.tar", a_tar(inner=a_tar(one=JATS)), ["a.tar/inner: is an archive within an archive"]),
    ("JSON deeper than can be read", "a.json", b'{"a":' + b"[" * 100_000, ["a.json: is JSON that cannot be read: maximum recursion depth exceeded while decoding a JSON array from a unicode string"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "name", "content", "out"), FORMATS, ids=[case[0] for case in FORMATS])
def test_formats_are_known_by_their_content(why: str, name: str, content: bytes, out: list[str]) -> None:
    assert found(content, name) == out


LAUGHS = b'<!DOCTYPE article [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
ENTITIES = "x: it declares entities of its own, which are never expanded here"

#   why, content, message
HOSTILE = [
    ("a billion laughs", LAUGHS + JATS.replace(b"Less", b"&b;"), ENTITIES),
    ("even unused", LAUGHS + JATS, ENTITIES),
    ("a local file", b'<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + JATS.replace(b"Less", b"&a;"), ENTITIES),
    ("a parameter entity", b'<!DOCTYPE article [<!ENTITY % a SYSTEM "http://example.org/x">%a;]>' + JATS, ENTITIES),
    ("an entity nobody defines", b'<!DOCTYPE article SYSTEM "x.dtd">' + JATS.replace(b"Less", b"&frob;"), "x: holds &frob;, which nothing here defines"),
    ("an entity in a PubMed record", PUBMED.replace(b"Gout.", b"&nbsp;Gout."), "x: record 1: holds &nbsp;, which nothing here defines"),
    ("deeper than any article", JATS.replace(b"Less pain.", b"<italic>" * 300 + b"</italic>" * 300), "x: not well-formed XML at line 1: Excessive depth in document: 256, use XML_PARSE_HUGE option"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "content", "message"), HOSTILE, ids=[case[0] for case in HOSTILE])
def test_hostile_xml_is_refused_in_words(why: str, content: bytes, message: str) -> None:
    assert found(content) == [message]


def test_a_local_file_named_by_a_record_is_never_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    hostile = PUBMED.replace(
        b'"https://example.org/x.dtd"', f'"x" [<!ENTITY a SYSTEM "{secret.as_uri()}">]'.encode()
    ).replace(b"Gout.", b"&a;")
    assert found(hostile) == ["x: record 1: holds &a;, which nothing here defines"]


def test_deep_but_lawful_nesting_is_read() -> None:
    deep = JATS.replace(b"Less pain.", b"<italic><sup>" * 120 + b"deep" + b"</sup></italic>" * 120)
    assert [d.text for d in read("x", deep)] == ["On gout\n\ndeep"]


def test_named_characters_of_html_are_read_as_what_they_mean() -> None:
    (document,) = read("x", JATS.replace(b"Less pain.", b"&beta;&nbsp;&lt; 5&thinsp;mg &amp; &Eacute;"))
    assert document.text == "On gout\n\nβ < 5 mg & É"


def test_read_raises_at_the_first_refusal_with_a_way_out() -> None:
    with pytest.raises(UnreadableSource) as refused:
        list(read("a.xml", b""))
    assert (refused.value.message, refused.value.hint) == ("a.xml: is empty", "fetch the file again")


def test_a_single_document_has_a_largest_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detect, "MOST_BYTES", 2**20)
    bomb = gzip.compress(JATS.replace(b"Less pain.", b"a" * 2**21))
    assert found(bomb) == ["x: is larger than 1 MiB"]


def test_a_stream_that_gives_little_at_a_time_and_cannot_go_back_is_enough() -> None:
    class Trickle:
        """A pipe: seven bytes a time at most."""

        def __init__(self, content: bytes) -> None:
            self._left = io.BytesIO(content)

        def read(self, size: int = -1) -> bytes:
            return self._left.read(min(size, 7) if size >= 0 else 7)

    for content, ids in (
        (gzip.compress(a_tar(one=JATS, two=PUBMED)), ["pmcid:PMC1", "pmid:2"]),
        (TWO, ["uspstf:1", "uspstf:2"]),
    ):
        stream: BinaryIO = Trickle(content)  # type: ignore[assignment]  # only read(n) is asked for
        assert [getattr(f, "id", f) for f in read_stream("x", stream)] == ids


SAMPLES = (
    JATS,
    PUBMED,
    CONDITION,
    TWO,
    gzip.compress(PUBMED),
    a_tar(one=JATS),
    gzip.compress(a_tar(one=JATS, two=TWO)),
)


@given(sample=st.sampled_from(SAMPLES), end=st.integers(0, 20_000))
def test_a_truncated_file_gives_documents_or_named_refusals(sample: bytes, end: int) -> None:
    for one in read_stream("name.of.file", io.BytesIO(sample[: end % len(sample)])):
        assert isinstance(one, Document) or one.message.startswith("name.of.file")


@given(sample=st.sampled_from(SAMPLES), at=st.integers(0, 20_000), noise=st.binary(min_size=1, max_size=40))
def test_a_corrupted_file_gives_documents_or_named_refusals(sample: bytes, at: int, noise: bytes) -> None:
    at %= len(sample)
    for one in read_stream("name.of.file", io.BytesIO(sample[:at] + noise + sample[at + len(noise) :])):
        assert isinstance(one, Document) or one.message.startswith("name.of.file")


@given(content=st.binary(max_size=300))
def test_noise_gives_a_named_refusal(content: bytes) -> None:
    for start in (b"", b"<article>", b"{", b"\x1f\x8b\x08\x00"):
        for one in read_stream("name.of.file", io.BytesIO(start + content)):
            assert isinstance(one, UnreadableSource)
            assert one.message.startswith("name.of.file")
