"""The next state of the embedded index while it is written: a folder of its own, begun as a second name for the
segment files of the current one, so that additions cost only themselves and a kill at any point costs nothing.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import tantivy

from curbside.index.generation import Generation, Sidecar, contents, opened, sizes
from curbside.index.terms import analyser_mark, terms_of
from curbside.ports import Change

_HEAP_BYTES = 60_000_000


class Draft:
    """Writes a new folder. Nobody reads it until a sidecar names it."""

    def __init__(self, folder: Path, start: Generation | None = None) -> None:
        """Starts from what *start* holds, or from nothing."""
        self.folder = folder
        self.removed = False
        """Whether something was taken out: tantivy then still counts it, and the folder must not be published."""
        self._start = start
        self._sequence, self._passages, self._terms = 0, 0, 0
        self._written: set[str] = set()
        folder.mkdir()
        if start:
            now = start.sidecar
            self._sequence, self._passages, self._terms = now.sequence, now.passages, now.terms
            for name in now.files:
                _link(start.folder / name, folder / name)
        self._writer = opened(folder).writer(_HEAP_BYTES, 1)
        self._open = True

    def replay(self, changes: Iterable[Change]) -> int:
        """How many changes were new; those at or below the sequence of *start* were seen before."""
        new = 0
        for change in changes:
            if change.sequence > self._sequence:
                self._replace(change)
                self._sequence = change.sequence
                new += 1
        return new

    def add(self, id: str, document_id: str, terms: str) -> None:
        """Adds a passage; *terms* come joined by spaces."""
        self._writer.add_document(tantivy.Document(id=id, document=document_id, terms=terms))
        self._passages += 1
        self._terms += terms.count(" ") + 1 if terms else 0

    def finish(self) -> Sidecar:
        """Commits, and waits for tantivy's merges: the files change no more. True only when nothing was removed."""
        self._writer.commit()
        self._writer.wait_merging_threads()
        self._open = False
        return Sidecar(
            self._sequence, self._passages, self._terms, analyser_mark(), self.folder.name, sizes(self.folder)
        )

    def copied(self, folder: Path) -> "Draft":
        """What is left in this finished draft, in a fresh folder whose statistics know nothing of the past."""
        fresh = Draft(folder)
        fresh._sequence = self._sequence
        for id, document_id, terms in contents(opened(self.folder).searcher()):
            fresh.add(id, document_id, terms)
        return fresh

    def close(self) -> None:
        """Ends tantivy's threads; what was not finished is dropped."""
        if self._open:
            self._open = False
            self._writer.rollback()
            self._writer.wait_merging_threads()

    def _replace(self, change: Change) -> None:
        id = change.document_id
        if id in self._written or (self._start and self._start.holds(id)):
            self._writer.delete_documents_by_term("document", id)
            self.removed = True
        for passage in change.passages:
            self.add(passage.id, id, " ".join(terms_of(passage)))
            self._written.add(id)


def _link(old: Path, new: Path) -> None:
    """The same file under a second name, where the file system can. tantivy never writes into a segment file; its
    lists of files it replaces, so those are copied."""
    if old.name.endswith(".json"):
        shutil.copyfile(old, new)
        return
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)
