"""The only place where a name becomes a thing that runs: settings become a store, an index, a shelf and an engine."""

import hashlib
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property, partial
from importlib import metadata
from math import log
from pathlib import Path

from curbside import ask as asking
from curbside import audit, ingest, packaged
from curbside.compose.composer import Extractive
from curbside.errors import CurbsideError, LibraryBusy, NotHeld
from curbside.index.embedded import EmbeddedIndex
from curbside.ingest import Outcome
from curbside.model.answer import Answer, Provenance
from curbside.model.document import Document, DocumentId
from curbside.model.drug import Formulary
from curbside.model.evidence import Held
from curbside.model.passages import passages_of
from curbside.model.patient import Patient
from curbside.model.question import Question
from curbside.model.topic import Topic
from curbside.retrieve.select import ASKING
from curbside.retrieve.shelf import CuratedShelf
from curbside.settings import Settings, read
from curbside.sources import walk
from curbside.store.sqlite import SqliteStore
from curbside.text.analyse import stem
from curbside.text.normalise import fold
from curbside.understand.given import read_patient
from curbside.understand.vocabulary import Vocabulary
from curbside.verify.checks import standard_checks
from curbside.verify.naming import DrugNames

COMPOSER = "extractive-1"


@dataclass(frozen=True)
class App:
    """One open library with everything that works on it. Made by `open_app`."""

    settings: Settings
    store: SqliteStore
    index: EmbeddedIndex
    _told: dict[int, Provenance] = field(default_factory=dict, repr=False, compare=False)
    """Provenance by the store's sequence; the latest only."""

    @cached_property
    def content(self) -> packaged.Content:
        """Topics, sources and vocabulary, read once."""
        return packaged.load()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Names questions may hold; a word that two passages of the library hold counts as known."""
        twice = log(5) - 1e-9
        # idf is ln((N + 1) / (df + 1/2)), so a term of df passages lies ln(2 df + 1) below one of none.
        return Vocabulary(
            self.content.terms,
            self.content.abbreviations,
            {slug: head.names for slug, head in self.content.heads.items()},
            lambda word: self.index.weight("\0") - self.index.weight(stem(word)) >= twice,
        )

    @cached_property
    def formulary(self) -> Formulary:
        """Every drug file, and how drugs are found in words."""
        names = DrugNames(self.content.drug_names, self.content.canonical, self.content.members)
        drugs = {fold(name): name for name in self.content.drugs}
        files = packaged.Lazily({key: partial(self.content.drugs.__getitem__, name) for key, name in drugs.items()})
        return Formulary(files, self.vocabulary.classes, names.named)

    @cached_property
    def engine(self) -> asking.Engine:
        """What answers questions over this library."""
        return asking.Engine(
            vocabulary=self.vocabulary,
            topics=CuratedShelf(
                self.content.topics, self.content.heads, self.vocabulary.classes, self.content.preferred
            ),
            index=self.index,
            passages=self.store,
            composer=Extractive(self.store, ASKING, self.formulary),
            checks=standard_checks(
                self.content.drug_names, self.content.canonical, self.content.members, self.content.conditions
            ),
            formulary=self.formulary,
            provenance=self._provenance(),
            depth=self.settings.depth,
        )

    def ask(self, question: Question) -> Answer:
        """The answer to a question over the library as it is now."""
        return asking.ask(question, replace(self.engine, provenance=self._provenance()))

    def patient(self, text: str) -> Patient:
        """Facts given as `key=value, key=value`; `BadPatient` names what cannot be read."""
        return read_patient(text, self.vocabulary)

    def now(self) -> datetime:
        """The time at the rim; the core has no clock."""
        return datetime.now(UTC)

    def new_id(self) -> str:
        """A name for an answer that nobody can guess."""
        return f"a-{uuid.uuid4().hex}"

    def versions(self) -> tuple[str, str]:
        """(software, content)."""
        return metadata.version("curbside"), self.content.version

    # -- library -----------------------------------------------------------------------------------

    def count(self, paths: Sequence[Path]) -> int:
        """About how many documents the paths hold, for a progress bar."""
        return walk.count(paths)

    def add(self, paths: Sequence[Path], on_outcome: Callable[[Outcome], None]) -> Counter[str]:
        """Adds what the paths hold and counts outcomes by status."""
        counts: Counter[str] = Counter()
        readings = walk.readings(paths, self.settings.workers)
        for outcome in ingest.ingest(readings, self.store, self.index):
            counts[outcome.status] += 1
            on_outcome(outcome)
        return counts

    def documents(self) -> Iterator[Held]:
        """Current versions by id."""
        return self.store.documents()

    def document(self, id: str) -> Document:
        """A document with its text; `NotHeld` when there is none."""
        return self.store.document(_document_id(id))

    def remove(self, id: str) -> None:
        """Forgets a document; `NotHeld` when there is none."""
        ingest.remove(_document_id(id), self.store, self.index)

    def stats(self) -> dict[str, int | str]:
        """What the library holds, in numbers, and its digest."""
        found: Counter[str] = Counter()
        for held in self.documents():
            found["documents"] += 1
            found[f"kind: {held.citation.kind}"] += 1
            found[f"standing: {held.citation.standing}"] += 1
            found[f"fidelity: {held.fidelity}"] += 1
        totals: dict[str, int | str] = {"documents": found.pop("documents", 0)}
        totals["passages"] = sum(1 for _ in self.index.passage_ids())
        totals |= dict(sorted(found.items()))
        return totals | {"home": str(self.settings.home), "digest": f"sha256:{self.store.library_digest()}"}

    def check_library(self) -> tuple[str, ...]:
        """What does not agree in store and index; empty when all does."""
        return audit.library_check(self.store, self.index)

    # -- topics ------------------------------------------------------------------------------------

    def topics(self) -> tuple[Topic, ...]:
        """The curated topics by slug."""
        return tuple(self.content.topics[slug] for slug in sorted(self.content.topics))

    def topic(self, slug: str) -> Topic:
        """One topic; `NotHeld` when there is none of that name."""
        if slug not in self.content.topics:
            there = ", ".join(sorted(self.content.topics)) or "none"
            raise NotHeld(f"no topic {slug!r}", f"there are: {there}")
        return self.content.topics[slug]

    def check_topics(self, path: Path | None) -> tuple[tuple[str, ...], tuple[str, ...], int]:
        """(problems, warnings, number of statements checked) of a folder of topic files, or of the packaged ones. Nobody
        is warned of a packaged file that stands in for what the folder lacks."""
        files = packaged.files() if path is None else packaged.files_in(path)
        words = self.content if path is None else replace(self.content, terms=packaged.terms_of(files))
        checks = standard_checks(words.drug_names, words.canonical, words.members, words.conditions)
        checked = audit.topics_check(files, checks, words.names)
        ours = packaged.files() if path else {}
        lent = {name for name, text in files.items() if ours.get(name) == text}
        warnings = tuple(warning for warning in checked.warnings if warning.partition(":")[0] not in lent)
        return checked.problems, warnings, checked.statements

    # -- the installation --------------------------------------------------------------------------

    def doctor(self) -> tuple[tuple[str, bool, str], ...]:
        """(what, whether it is well, in words and what to do), one for each thing that can go wrong."""
        behind = self.store.sequence != self.index.sequence
        well = [("home", True, str(self.settings.home))]
        well.append(("software", True, f"{self.versions()[0]}, content {self.content.version}"))
        problems = self.check_library()
        words = "; ".join(problems[:3]) or f"{sum(1 for _ in self.documents()):,} documents, every digest agrees"
        well.append(("library", not problems, words))
        well.append(("index", not behind, "behind the store: any command catches it up" if behind else "in step"))
        topics, _, statements = self.check_topics(None)
        well.append(("topics", not topics, "; ".join(topics[:3]) or f"{statements} statements hold up"))
        return tuple(well)

    def _provenance(self) -> Provenance:
        """Of the library as it is now: it may have changed since the last question, here or in another process."""
        sequence = self.store.sequence
        if sequence not in self._told:
            self._told.clear()
            self._told[sequence] = self._provenance_now()
        return self._told[sequence]

    def _provenance_now(self) -> Provenance:
        software, content = self.versions()
        library = hashlib.sha256((self.store.library_digest() + self.content.digest).encode()).hexdigest()
        return Provenance(software, content, f"sha256:{library}", f"sha256:{self.settings.digest()}", COMPOSER)


@contextmanager
def open_app(environ: Mapping[str, str], home: str | None = None) -> Iterator[App]:
    """The library of an environment, made on first use, with the index in step with the store."""
    settings = read(environ, home)
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CurbsideError(
            f"cannot make the folder {settings.home}: {error.strerror}",
            "set CURBSIDE_HOME to a folder you may write to",
        ) from error
    store = SqliteStore(settings.home / "library.sqlite", passages_of)
    try:
        index = EmbeddedIndex(settings.home / "index")
        with suppress(LibraryBusy):  # another process is writing and will bring it into step; reading needs no lock
            ingest.catch_up(store, index)
        yield App(settings, store, index)
    finally:
        store.close()


def _document_id(id: str) -> DocumentId:
    if not DocumentId.pattern.fullmatch(id):
        raise NotHeld(f"{id!r} is no document id", "ids look like pmcid:PMC123; `curbside library list` prints them")
    return DocumentId(id)
