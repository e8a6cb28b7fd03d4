"""Every statement the store runs, made once. Values are always bound, never written into the text."""

from sqlalchemy import bindparam, delete, func, insert, or_, select, update

from curbside.store.tables import IDENTIFIERS, LOG, NOTICES, PASSAGES, VERSIONS

_V, _P = VERSIONS.c, PASSAGES.c
_ALL_BUT_TEXT = [column for column in VERSIONS.c if column.name != "text"]
_ID = _V.document_id == bindparam("document_id")

# -- passages --------------------------------------------------------------------------------------

_PASSAGES = select(_P.version, _P.start, _P.end, _P.role, _P.heading, _V.document_id, _V.digest).join_from(
    VERSIONS, PASSAGES
)
# SQLite counts code points, as spans do; a text never holds U+0000, where it would stop counting.
_CUT = func.substr(_V.text, _P.start + 1, _P.end - _P.start).label("text")
PASSAGE = _PASSAGES.add_columns(_CUT).where(
    _ID,
    _V.digest >= bindparam("low"),
    _V.digest < bindparam("high"),
    _P.start == bindparam("start"),
    _P.end == bindparam("end"),
)
PASSAGES_OF = _PASSAGES.where(_ID, _V.current).order_by(_P.start, _P.end)
CURRENT_TEXT = select(_V.text).where(_ID, _V.current)

# -- documents -------------------------------------------------------------------------------------

# What a document says of itself is in its own citation, so its own notices are left out.
_SAID = (
    select(func.group_concat(NOTICES.c.standing))
    .join_from(IDENTIFIERS, NOTICES, NOTICES.c.target == IDENTIFIERS.c.value)
    .where(IDENTIFIERS.c.document_id == _V.document_id, NOTICES.c.document_id != _V.document_id)
    .scalar_subquery()
)
_HELD = select(*_ALL_BUT_TEXT, _SAID.label("said")).where(_V.current)
HELD = _HELD.where(_ID)
HELD_AFTER = _HELD.where(_V.document_id > bindparam("last")).order_by(_V.document_id).limit(bindparam("page"))
HOLDING = (
    select(IDENTIFIERS.c.document_id)
    .where(IDENTIFIERS.c.value.in_(bindparam("identifiers", expanding=True)))
    .distinct()
)
VERSION = select(VERSIONS).where(
    _ID, or_(_V.digest == bindparam("digest"), (bindparam("digest").is_(None)) & _V.current)
)
VERSIONS_OF = select(_V.digest).where(_ID).order_by(_V.version)
CURRENT_DIGESTS = select(_V.digest).where(_V.current).order_by(_V.digest)

# -- the log ---------------------------------------------------------------------------------------

LAST_SEQUENCE = select(func.max(LOG.c.sequence).label("sequence"))
_LAST = func.max(LOG.c.sequence)
CHANGED_AFTER = (
    select(LOG.c.document_id, _LAST.label("sequence"))
    .where(LOG.c.sequence > bindparam("after"))
    .group_by(LOG.c.document_id)
    .order_by(_LAST)
)
LOGGED = insert(LOG)

# -- writing ---------------------------------------------------------------------------------------

CURRENT = select(_V.version, _V.digest).where(_ID, _V.current)
BY_DIGEST = select(_V.version).where(_V.digest == bindparam("digest"))
NEW_VERSION = insert(VERSIONS).returning(_V.version)
NEW_PASSAGE = insert(PASSAGES)
SET_CURRENT = update(VERSIONS).where(_V.version == bindparam("of")).values(current=bindparam("current"))
NEW_IDENTIFIER = insert(IDENTIFIERS)
NEW_NOTICE = insert(NOTICES)
NO_IDENTIFIERS = delete(IDENTIFIERS).where(IDENTIFIERS.c.document_id == bindparam("of"))
NO_NOTICES = delete(NOTICES).where(NOTICES.c.document_id == bindparam("of"))
NO_PASSAGES = delete(PASSAGES).where(_P.version.in_(select(_V.version).where(_V.document_id == bindparam("of"))))
NO_VERSIONS = delete(VERSIONS).where(_V.document_id == bindparam("of"))
