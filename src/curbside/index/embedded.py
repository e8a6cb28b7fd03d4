"""The default index: tantivy files in a folder, giving exactly the hits and scores of the reference index.

Every `apply` writes a folder of its own and then names it current by replacing one small file. So an apply is all or
nothing, readers (also in other processes) go on with the folder they have, and nothing can be left half done.
tantivy counts removed passages until it merges, and scores would then depend on the past: when an apply removed or
replaced anything, what is left is copied into a fresh folder.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from curbside.errors import BrokenLibrary, LibraryBusy
from curbside.index.bm25 import Collection
from curbside.index.draft import Draft
from curbside.index.generation import Generation, Sidecar
from curbside.index.terms import analyser_mark
from curbside.model.evidence import Hit
from curbside.model.question import Query
from curbside.ports import Change

BUSY_S = 5.0
"""How long a writer waits for another one, seconds."""

_Stamp = tuple[int, int, int] | None


class EmbeddedIndex:
    """Fits `ports.KeptIndex`. Safe to share between threads; one process writes at a time, any number read.

    An index that is damaged, or was written with another analyser, is empty with `sequence` 0: replaying the
    store's log makes it anew."""

    def __init__(self, folder: Path, busy_s: float = BUSY_S) -> None:
        """Makes the folder when there is none."""
        self._busy_s = busy_s
        self._home = folder
        self._sidecar = folder / "current.json"
        self._mark = analyser_mark()
        self._read: tuple[_Stamp, Generation | None] = (None, None)
        self._told = 0
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise BrokenLibrary(f"{folder}: {error.strerror}", "name another folder for the library") from error

    @property
    def sequence(self) -> int:
        current = self._current()
        self._told = current.sidecar.sequence if current else 0
        return self._told

    def search(self, query: Query, k: int) -> tuple[Hit, ...]:
        current = self._current()
        return current.search(query, k) if current else ()

    def weight(self, term: str) -> float:
        current = self._current()
        return current.weight(term) if current else Collection(0, 0).idf(0)

    def passage_ids(self) -> Iterator[str]:
        current = self._current()
        return iter(current.passage_ids() if current else ())

    def apply(self, changes: Iterable[Change]) -> None:
        with self._alone():
            current = self._current()
            if (current.sidecar.sequence if current else 0) < self._told:
                # The changes were chosen for an index that is gone; on top of an empty one they would leave gaps.
                raise BrokenLibrary(f"the index in {self._home} was lost or cleared meanwhile", "repeat the command")
            try:
                self._apply(changes, current)
            finally:
                self._sweep()

    def clear(self) -> None:
        with self._alone():
            self._sidecar.unlink(missing_ok=True)
            self._told = 0
            self._sweep()

    def _apply(self, changes: Iterable[Change], current: Generation | None) -> None:
        with closing(Draft(self._new_folder(), current)) as draft:
            if not draft.replay(changes):
                return
            sidecar = draft.finish()
            if draft.removed:
                with closing(draft.copied(self._new_folder())) as copy:
                    sidecar = copy.finish()
        sidecar.write(self._sidecar)

    # -- one writer --------------------------------------------------------------------------------

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """The only writer, or `LibraryBusy`. SQLite's file lock: it works everywhere and ends with its process."""
        path = self._home / "writer.lock"
        with closing(sqlite3.connect(path, timeout=self._busy_s, isolation_level=None)) as lock:
            try:
                lock.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                raise LibraryBusy(
                    f"another process is writing to the index in {self._home}",
                    "wait for it to finish, then repeat the command",
                ) from error
            yield

    def _new_folder(self) -> Path:
        """Numbered upwards: a name is not used again while anyone may still read the folder of that name."""
        taken = [int(folder.name[2:]) for folder in self._home.glob("g-*") if folder.name[2:].isdecimal()]
        return self._home / f"g-{max(taken, default=0) + 1}"

    def _sweep(self) -> None:
        """Deletes folders that are not current: old ones, and what a killed process left. The only writer does."""
        current = self._current()
        for folder in self._home.glob("g-*"):
            if current is None or folder != current.folder:
                shutil.rmtree(folder, ignore_errors=True)

    # -- many readers ------------------------------------------------------------------------------

    def _current(self) -> Generation | None:
        """What the sidecar names now; None when there is nothing, or nothing that can be used."""
        stamp = self._stamp()
        if self._read[0] != stamp:
            self._read = self._open()
        return self._read[1]

    def _open(self) -> tuple[_Stamp, Generation | None]:
        while True:
            stamp = self._stamp()
            sidecar = Sidecar.read(self._sidecar)
            if sidecar is None or sidecar.analyser != self._mark:
                return stamp, None
            try:
                return stamp, Generation(self._home / sidecar.folder, sidecar)
            except (ValueError, OSError):
                # Either it is damaged, or a writer has just gone on to the next folder.
                if self._stamp() == stamp:
                    return stamp, None

    def _stamp(self) -> _Stamp:
        try:
            found = self._sidecar.stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino
