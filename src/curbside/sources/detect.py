"""The door: a file of any known format becomes documents. What it is is told by its content, never by its name alone.

Known: JATS articles, PubMed and MEDLINE XML, guideline JSON and JSON lines; each plain, gzipped (.gz) or in a tar
archive (.tar, .tar.gz). Nothing is unpacked to disk and nothing is fetched.
"""

import io
import json
from collections.abc import Iterator
from typing import BinaryIO, cast

from curbside.errors import UnreadableSource
from curbside.model.document import Document
from curbside.sources import pubmed_xml
from curbside.sources.archives import DAMAGED, MOST_BYTES, damaged, is_tar, members, plain
from curbside.sources.guideline_json import is_guideline, read_guideline
from curbside.sources.jats import read_jats
from curbside.sources.xml import root_name

_HEAD = 65_536
_LINES_TRIED = 20
"""Lines looked at to tell JSON lines from one JSON value, so that a bad first line does not hide the good ones."""
_KNOWN = "add JATS XML, PubMed XML, guideline JSON or JSON lines, or a .gz or .tar.gz of these"

Found = Document | UnreadableSource


def read(name: str, content: bytes) -> Iterator[Document]:
    """The documents of a file, in file order. Raises UnreadableSource, naming the file, at the first that is none."""
    for found in read_stream(name, io.BytesIO(content)):
        if isinstance(found, UnreadableSource):
            raise found
        yield found


def read_stream(name: str, stream: BinaryIO) -> Iterator[Found]:
    """The documents of a file as it is read, in file order; only `read(n)` of the stream is used.

    Raises no UnreadableSource: what cannot be read comes as the error naming file, record and what to do, in its
    place among the documents, and the rest still follows."""
    return _named(name, stream, within_archive=False)


def _named(name: str, stream: BinaryIO, within_archive: bool) -> Iterator[Found]:
    try:
        content = plain(cast("BinaryIO", _Source(stream)))
        if not is_tar(content):
            for found in _document(name, _Source(content)):
                yield found if isinstance(found, Document) else _of(name, found)
        elif within_archive:
            raise UnreadableSource("is an archive within an archive", "unpack it first")
        else:
            for member, packed in members(name, content):
                if isinstance(packed, UnreadableSource):
                    yield packed
                else:
                    yield from _named(member, io.BytesIO(packed), within_archive=True)
    except UnreadableSource as error:
        yield _of(name, error)
    except RecursionError:
        yield _of(name, UnreadableSource("is nested too deeply", _KNOWN))
    except DAMAGED as error:
        yield damaged(name, error)


def _of(name: str, error: UnreadableSource) -> UnreadableSource:
    return UnreadableSource(f"{name}: {error.message}", error.hint)


def _document(name: str, source: "_Source") -> Iterator[Found]:
    if not source.head.strip():
        raise UnreadableSource("is empty", "fetch the file again")
    start = _decoded(source.head)
    first = start.lstrip("\ufeff \t\r\n")[:1]
    if first == "<":
        root = root_name(start)
        if root in ("article", "pmc-articleset"):
            yield from read_jats(source.whole())
        elif root in pubmed_xml.ROOTS:
            yield from pubmed_xml.read_pubmed(cast("BinaryIO", source))
        else:
            raise UnreadableSource(f"is XML of an unknown kind (<{root or '?'}>)", _KNOWN)
    elif first in ("{", "["):
        yield from _json(name, source)
    else:
        raise UnreadableSource("is of no known format", _KNOWN)


def _json(name: str, source: "_Source") -> Iterator[Found]:
    """One object, an array of objects, or one object a line."""
    lines = source.head.split(b"\n")[:-1] if source.head.lstrip()[:1] != b"[" else []
    if not any(is_guideline(_value(line)) for line in lines[:_LINES_TRIED]):
        value = _value(source.whole())
        records = value if isinstance(value, list) else [value]
        for number, record in enumerate(records, 1):
            yield _record(name, record, f"record {number}: " if len(records) > 1 else "")
        return
    reader, number = io.BufferedReader(source, _HEAD), 0
    while line := reader.readline(MOST_BYTES + 1):
        number += 1
        if len(line) > MOST_BYTES:
            raise _too_large()
        if line.strip():
            yield _record(name, _value(line.strip()), f"line {number}: ")


def _record(name: str, record: object, place: str) -> Found:
    try:
        if isinstance(record, UnreadableSource):
            raise record
        if not isinstance(record, dict) or not is_guideline(record):
            raise UnreadableSource("is JSON of an unknown shape", _KNOWN)
        return read_guideline(record, name)
    except UnreadableSource as error:
        return UnreadableSource(place + error.message, error.hint)


def _value(content: bytes) -> object:
    """The JSON value; or, as a value, the UnreadableSource that says why there is none."""
    try:
        return cast("object", json.loads(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        return UnreadableSource(f"is not UTF-8 at byte {error.start}", "save the file as UTF-8")
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        return UnreadableSource(f"not well-formed JSON at {place}: {error.msg}", "mend that line")
    except (RecursionError, ValueError) as error:
        return UnreadableSource(f"is JSON that cannot be read: {error}", "mend that record")


def _decoded(head: bytes) -> str:
    """Enough of the start to tell the format; UTF-16 by its mark, else as if Latin-1."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.decode("utf-16" if wide else "latin-1", errors="replace").removeprefix("ï»¿")


class _Source(io.RawIOBase):
    """A stream whose start can be looked at before it is read."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self.head = _filled(stream, _HEAD)
        self._ahead = self.head

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """At most *size* bytes; all that is left when it is negative."""
        if size < 0:
            taken, self._ahead = self._ahead + self._stream.read(), b""
        elif self._ahead:
            taken, self._ahead = self._ahead[:size], self._ahead[size:]
        else:
            taken = self._stream.read(size)
        return taken

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]  # narrower than any buffer
        taken = self.read(len(buffer))
        buffer[: len(taken)] = taken
        return len(taken)

    def whole(self) -> bytes:
        """All of it. Raises UnreadableSource when it is larger than a document may be."""
        content = self._ahead + _filled(self._stream, MOST_BYTES - len(self._ahead) + 1)
        if len(content) > MOST_BYTES:
            raise _too_large()
        return content


def _too_large() -> UnreadableSource:
    return UnreadableSource(f"is larger than {MOST_BYTES // 2**20} MiB", "split it into its documents")


def _filled(stream: BinaryIO, size: int) -> bytes:
    """*size* bytes, or fewer only at the end: a pipe or an unpacker may give less at a time."""
    taken = []
    while size > 0:
        piece = stream.read(min(size, 2**20))
        if not piece:
            break
        taken.append(piece)
        size -= len(piece)
    return b"".join(taken)
