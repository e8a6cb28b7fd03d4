"""The library in one SQLite file: every version of every document, and the log of what changed."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from curbside.errors import NotHeld, UnreadableSource
from curbside.model.document import Citation, Document, DocumentId, Extent, Passage
from curbside.model.evidence import Held
from curbside.ports import Change
from curbside.store import statements as sql
from curbside.store.file import BUSY_S, LibraryFile
from curbside.store.rows import document_of, held_of, identifiers_of, passage_of, row_of, spelling

_PASSAGE_ID = re.compile(r"(?P<document>.+)@(?P<digest>[0-9a-f]{16}):(?P<start>\d{1,10})-(?P<end>\d{1,10})")
_PAGE = 250
"""Documents read at a time when all are listed."""
_HELD_KEPT = 20_000

Cuts = Callable[[Document], tuple[Passage, ...]]
"""The passages of a document. Asked once, when a version goes in; the spans are kept."""


class SqliteStore:
    """Fits `ports.Store`. Safe to share between threads; several processes may open the same file."""

    def __init__(self, path: Path, cuts: Cuts, busy_s: float = BUSY_S) -> None:
        """Makes the file when there is none. `BrokenLibrary` when it is no library or a newer one."""
        self._file = LibraryFile(path, busy_s)
        self._cuts = cuts
        self._held: dict[str, Held] = {}
        self._seen = -1

    def close(self) -> None:
        """Gives the file back."""
        self._file.close()

    # -- reading -----------------------------------------------------------------------------------

    def passage(self, id: str) -> Passage:
        named = _PASSAGE_ID.fullmatch(id)
        if named is None:
            raise NotHeld(f"no passage {id!r} is held here", "passage ids look like pmid:1@0123456789abcdef:0-80")
        # A digest beginning with the sixteen digits given sorts between them and them followed by "g".
        digest = {"low": named["digest"], "high": named["digest"] + "g"}
        span = {"start": int(named["start"]), "end": int(named["end"])}
        rows = self._file.rows(sql.PASSAGE, document_id=named["document"], **digest, **span)
        if not rows:
            raise NotHeld(f"no passage {id!r} is held here", "its document may have been removed")
        return passage_of(rows[0], rows[0].text)

    def held(self, id: DocumentId) -> Held:
        with self._fresh():
            if id not in self._held:
                rows = self._file.rows(sql.HELD, document_id=id)
                if not rows:
                    raise _not_held(id)
                if len(self._held) >= _HELD_KEPT:
                    self._held.clear()
                self._held[id] = held_of(rows[0])
            return self._held[id]

    def holding(self, citation: Citation) -> Held | None:
        cited = identifiers_of(DocumentId("citation:itself"), citation) - {"citation:itself"}
        with self._fresh():
            ids = [row.document_id for row in self._file.rows(sql.HOLDING, identifiers=sorted(cited))]
            held = [self.held(DocumentId(id)) for id in ids]
        return min(held, key=lambda h: (h.extent is not Extent.FULL_TEXT, h.id), default=None)

    def passages_of(self, id: DocumentId) -> tuple[Passage, ...]:
        with self._fresh():
            texts = self._file.rows(sql.CURRENT_TEXT, document_id=id)
            rows = self._file.rows(sql.PASSAGES_OF, document_id=id)
        return tuple(passage_of(row, texts[0].text[row.start : row.end]) for row in rows)

    def documents(self) -> Iterator[Held]:
        last = ""
        while rows := self._file.rows(sql.HELD_AFTER, last=last, page=_PAGE):
            last = rows[-1].document_id
            yield from map(held_of, rows)

    def document(self, id: DocumentId, digest: str | None = None) -> Document:
        rows = self._file.rows(sql.VERSION, document_id=id, digest=digest)
        if not rows:
            raise _not_held(id, "" if digest is None else f" in version {digest[:16]}")
        return document_of(rows[0])

    def versions(self, id: DocumentId) -> tuple[str, ...]:
        return tuple(row.digest for row in self._file.rows(sql.VERSIONS_OF, document_id=id))

    @property
    def sequence(self) -> int:
        return int(self._file.rows(sql.LAST_SEQUENCE)[0].sequence or 0)

    def changes(self, after: int) -> Iterator[Change]:
        for row in self._file.rows(sql.CHANGED_AFTER, after=after):
            id = DocumentId(row.document_id)
            yield Change(row.sequence, id, self.passages_of(id))

    def library_digest(self) -> str:
        digests = (row.digest for row in self._file.rows(sql.CURRENT_DIGESTS))
        return hashlib.sha256("\n".join(digests).encode()).hexdigest()

    # -- writing -----------------------------------------------------------------------------------

    def put(self, document: Document) -> str:
        return self.put_all((document,))[0]

    def put_all(self, documents: Sequence[Document]) -> tuple[str, ...]:
        with self._file.writing() as connection:
            done = tuple(self._put(connection, document) for document in documents)
        self._forget()
        return done

    def remove(self, id: DocumentId) -> None:
        with self._file.writing() as connection:
            current = connection.execute(sql.CURRENT, {"document_id": id}).first()
            if current is None:
                raise _not_held(id)
            for statement in (sql.NO_IDENTIFIERS, sql.NO_NOTICES, sql.NO_PASSAGES, sql.NO_VERSIONS):
                connection.execute(statement, {"of": id})
            connection.execute(sql.LOGGED, {"document_id": id, "digest": None, "previous": current.digest})
        self._forget()

    def _put(self, connection: Connection, document: Document) -> str:
        id = document.id
        current = connection.execute(sql.CURRENT, {"document_id": id}).first()
        if current is not None and current.digest == document.digest:
            return "unchanged"
        known = connection.execute(sql.BY_DIGEST, {"digest": document.digest}).first()
        version = self._write(connection, document) if known is None else known.version
        if current is not None:
            connection.execute(sql.SET_CURRENT, {"of": current.version, "current": False})
        connection.execute(sql.SET_CURRENT, {"of": version, "current": True})
        _speak(connection, document)
        previous = current.digest if current is not None else None
        connection.execute(sql.LOGGED, {"document_id": id, "digest": document.digest, "previous": previous})
        return "added" if current is None else "changed"

    def _write(self, connection: Connection, document: Document) -> int:
        """The number of the new version. `UnreadableSource` for a text that cannot be written down exactly."""
        if "\0" in document.text:
            raise UnreadableSource(f"{document.id}: its text holds U+0000, which is no character", "mend the source")
        try:
            version = int(connection.execute(sql.NEW_VERSION, row_of(document) | {"current": False}).scalar_one())
            passages = [
                {"version": version, "start": p.span.start, "end": p.span.end, "role": p.role, "heading": p.heading}
                for p in self._cuts(document)
            ]
            if passages:
                connection.execute(sql.NEW_PASSAGE, passages)
        except UnicodeEncodeError as error:
            raise UnreadableSource(f"{document.id}: its text holds half a character", "mend the source") from error
        return version

    # -- what is kept in memory --------------------------------------------------------------------

    @contextmanager
    def _fresh(self) -> Iterator[None]:
        """One state of the library for all reads inside, with nothing in memory that a commit has made stale."""
        with self._file.reading() as foreign_commits:
            if foreign_commits != self._seen:
                self._forget()
                self._seen = foreign_commits
            yield

    def _forget(self) -> None:
        with self._file.turn:
            self._held.clear()


def _speak(connection: Connection, document: Document) -> None:
    """Makes the identifiers and notices of a document those of this version."""
    names = [{"value": value, "document_id": document.id} for value in identifiers_of(document.id, document.citation)]
    says = {(spelling(notice.target), notice.standing.value) for notice in document.notices}
    notices = [{"target": target, "document_id": document.id, "standing": standing} for target, standing in says]
    connection.execute(sql.NO_IDENTIFIERS, {"of": document.id})
    connection.execute(sql.NO_NOTICES, {"of": document.id})
    connection.execute(sql.NEW_IDENTIFIER, names)
    if notices:
        connection.execute(sql.NEW_NOTICE, notices)


def _not_held(id: str, which: str = "") -> NotHeld:
    return NotHeld(f"no document {id} is held here{which}", "list what is held with `curbside library list`")
