"""The tables of a library. Versions are never rewritten; identifiers and notices speak of current versions only."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, String, Table, text

METADATA = MetaData()

VERSIONS = Table(
    "versions",
    METADATA,
    Column("version", Integer, primary_key=True),
    Column("document_id", String, nullable=False),
    Column("digest", String, nullable=False, unique=True),
    Column("current", Boolean, nullable=False),
    Column("citation", String, nullable=False),
    Column("sections", String, nullable=False),
    Column("licence", String),
    Column("fidelity", String, nullable=False),
    Column("extent", String, nullable=False),
    Column("population", String, nullable=False),
    Column("notices", String, nullable=False),
    Column("remarks", String, nullable=False),
    # Last, so that reading a row without its text does not walk over it.
    Column("text", String, nullable=False),
    Index("versions_by_document", "document_id", "digest"),
    sqlite_autoincrement=True,
)
Index("one_current_version", VERSIONS.c.document_id, unique=True, sqlite_where=text("current = 1"))

# No text: a passage is a span of its version's text, so it is verbatim by construction.
PASSAGES = Table(
    "passages",
    METADATA,
    Column("version", Integer, ForeignKey("versions.version", ondelete="CASCADE"), primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("role", String, nullable=False),
    Column("heading", String, nullable=False),
    sqlite_with_rowid=False,
)

IDENTIFIERS = Table(
    "identifiers",
    METADATA,
    Column("value", String, primary_key=True),
    Column("document_id", String, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

NOTICES = Table(
    "notices",
    METADATA,
    Column("target", String, primary_key=True),
    Column("document_id", String, primary_key=True, index=True),
    Column("standing", String, primary_key=True),
    sqlite_with_rowid=False,
)

LOG = Table(
    "log",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("document_id", String, nullable=False),
    Column("digest", String),
    Column("previous", String),
    sqlite_autoincrement=True,
)
