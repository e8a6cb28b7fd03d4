"""One SQLite file behind one connection: opening, taking turns, transactions, and errors in our words."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, Engine, Row, create_engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool
from sqlalchemy.sql import Executable

from curbside.errors import BrokenLibrary, CurbsideError, LibraryBusy
from curbside.store.migrations import is_current, migrate

BUSY_S = 5.0
"""How long a writer waits for another process that is writing, seconds."""


class LibraryFile:
    """Safe to share between threads: they take turns. Other processes may read and write the same file."""

    def __init__(self, path: Path, busy_s: float = BUSY_S) -> None:
        self._path = path
        self.turn = threading.RLock()
        self._engine = _engine(path, busy_s)
        with self._in_our_words():
            self._connection = self._engine.connect()
        try:
            self._prepare()
        except BaseException:
            self.close()
            raise

    def rows(self, statement: Executable, **values: Any) -> list[Row[Any]]:
        """All rows of a SELECT."""
        with self.turn, self._in_our_words():
            return list(self._connection.execute(statement, values))

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction: all or nothing, also after Ctrl-C or a kill. `LibraryBusy` when another
        process keeps writing for longer than `BUSY_S`."""
        with self.turn, self._in_our_words():
            self._connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.exec_driver_sql("COMMIT")
            except BaseException:
                # A full disk may have ended the transaction already, and Ctrl-C inside a statement the connection with
                # it; ROLLBACK would hide the reason.
                if not self._connection.invalidated and self._raw.in_transaction:
                    self._connection.exec_driver_sql("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[int]:
        """All reads inside see one state of the file. Gives a number that changes whenever another process
        (or another opening of the file) has committed."""
        with self.turn, self._in_our_words():
            outermost = not self._raw.in_transaction
            if outermost:
                self._raw.execute("BEGIN")
            try:
                yield int(self._raw.execute("PRAGMA data_version").fetchone()[0])
            finally:
                if outermost and not self._connection.invalidated:
                    self._raw.execute("COMMIT")

    def close(self) -> None:
        """Gives the file back. Closing twice is fine."""
        with self.turn:
            self._connection.close()
            self._engine.dispose()

    @property
    def _raw(self) -> sqlite3.Connection:
        """The driver's own connection: for the few words said at every read, where a layer would cost too much."""
        return cast(sqlite3.Connection, self._connection.connection.dbapi_connection)

    def _prepare(self) -> None:
        with self._in_our_words():
            fresh = not is_current(self._connection)
            # Durable before it is reported: an index must never be ahead of the store after a power cut.
            for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
                self._connection.exec_driver_sql(f"PRAGMA {setting}")
        if fresh:
            with self.writing() as connection:
                migrate(connection)

    @contextmanager
    def _in_our_words(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, sqlite3.DatabaseError) as error:
            raise self._broken(str(getattr(error, "orig", error))) from error
        except BrokenLibrary as error:
            if str(self._path) in error.message:
                raise
            raise BrokenLibrary(f"{self._path}: {error.message}", error.hint) from error

    def _broken(self, reason: str) -> CurbsideError:
        if "locked" in reason or "busy" in reason:
            return LibraryBusy(
                f"another process is writing to {self._path}", "wait for it to finish, then repeat the command"
            )
        return BrokenLibrary(
            f"{self._path}: {reason}",
            "check that the folder exists, may be written to and has room; or name another file",
        )


def _engine(path: Path, busy_s: float) -> Engine:
    # AUTOCOMMIT leaves BEGIN and COMMIT to `writing`: the driver would begin late and let two writers collide.
    return create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        poolclass=StaticPool,
        isolation_level="AUTOCOMMIT",
        connect_args={"timeout": busy_s, "check_same_thread": False},
    )
