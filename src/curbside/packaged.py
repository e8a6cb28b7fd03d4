"""The clinical content that came with this version: files become topics, sources and vocabulary."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from curbside.errors import NotHeld
from curbside.model.drug import Drug
from curbside.model.terms import Abbreviation, Term
from curbside.model.topic import Head, Source, Topic
from curbside.text.normalise import fold
from curbside.topics.drugs import read_drug
from curbside.topics.read import read_glossary, read_head, read_topic
from curbside.topics.sources import read_sources
from curbside.topics.vocabulary import read_abbreviations, read_terms

SOURCES, MORE_SOURCES, GLOSSARY, VOCABULARY, TOPICS, DRUGS = (
    *("sources.yaml", "sources/", "glossary.yaml", "vocabulary/", "topics/", "drugs/"),
)


ABBREVIATIONS = f"{VOCABULARY}abbreviations.yaml"


K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True, eq=False)
class Lazily(Mapping[K, V]):
    """A mapping whose values are made when they are first asked for, and kept. Equal to a mapping with equal values."""

    makers: Mapping[K, Callable[[], V]]
    made: dict[K, V] = field(default_factory=dict)

    def __getitem__(self, key: K) -> V:
        if key not in self.made:
            self.made[key] = self.makers[key]()
        return self.made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.makers)

    def __len__(self) -> int:
        return len(self.makers)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything curated. `version` is the content's own, beside the code's."""

    version: str
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    glossary: Mapping[str, str]
    terms: tuple[Term, ...]
    abbreviations: tuple[Abbreviation, ...]
    drugs: Mapping[str, Drug] = field(default_factory=dict)
    """Drug files by the drug's preferred name."""
    heads: Mapping[str, Head] = field(default_factory=dict)
    """How questions reach a topic, by slug."""
    digest: str = ""
    """SHA-256 over all files: the same content, the same digest."""

    @property
    def canonical(self) -> Mapping[str, str]:
        """Every drug and drug class name, folded, to its preferred name."""
        drugs = [term for term in self.terms if term.kind.startswith("drug")]
        return {fold(name): term.name for term in drugs for name in (term.name, *term.also)}

    @property
    def members(self) -> Mapping[str, frozenset[str]]:
        """Preferred names of the drugs of each class, by the class's preferred name."""
        found: dict[str, frozenset[str]] = {}
        for term in self.terms:
            for name in term.classes:
                found[name] = found.get(name, frozenset()) | {term.name}
        return found

    @property
    def classes(self) -> Mapping[str, frozenset[str]]:
        """Folded name of a drug -> folded names of the classes it belongs to."""
        return {fold(term.name): frozenset(fold(name) for name in term.classes) for term in self.terms if term.classes}

    @property
    def conditions(self) -> Mapping[str, str]:
        """Any folded name of a condition -> its preferred name."""
        found = [term for term in self.terms if term.kind == "condition"]
        return {fold(name): term.name for term in found for name in (term.name, *term.also)}

    @property
    def preferred(self) -> Mapping[str, str]:
        """Any folded name of a drug, class or condition -> its folded preferred name."""
        return {fold(name): fold(term.name) for term in self.terms for name in (term.name, *term.also)}

    @property
    def drug_names(self) -> frozenset[str]:
        """Folded names of drugs and drug classes."""
        return frozenset(self.canonical)

    @property
    def names(self) -> frozenset[str]:
        """Folded names of drugs, drug classes and conditions: what a condition of a topic may name."""
        return frozenset(fold(name) for term in self.terms for name in (term.name, *term.also))


def load() -> Content:
    """The packaged content; `BadTopic` when a file breaks a rule, which a release never does."""
    return content_of(files())


def content_of(files: Mapping[str, str]) -> Content:
    """Content of files by their path below the content folder. Topics, drugs and further source lists are read when they
    are first asked for, so that a question pays for what it is about; `BadTopic` comes then."""
    version, main = read_sources(SOURCES, files[SOURCES])
    sources = _sources(files, main)
    drugs = {_named_in(text, "drug"): name for name, text in sorted(files.items()) if name.startswith(DRUGS)}
    topics = {_named_in(text, "slug"): name for name, text in sorted(files.items()) if name.startswith(TOPICS)}
    return Content(
        version,
        Lazily({slug: partial(read_topic, name, files[name], sources) for slug, name in topics.items()}),
        sources,
        read_glossary(GLOSSARY, files[GLOSSARY]) if GLOSSARY in files else {},
        terms_of(files),
        read_abbreviations("abbreviations.yaml", files[ABBREVIATIONS]) if ABBREVIATIONS in files else (),
        Lazily({drug: partial(read_drug, name, files[name], sources) for drug, name in drugs.items()}),
        {slug: read_head(name, files[name]) for slug, name in topics.items()},
        hashlib.sha256("\0".join(part for pair in sorted(files.items()) for part in pair).encode()).hexdigest(),
    )


def _sources(files: Mapping[str, str], main: Mapping[str, Source]) -> Mapping[str, Source]:
    """Every source by key; a list beside the main one is read when one of its sources is first asked for."""
    makers: dict[str, Callable[[], Source]] = {key: partial(main.__getitem__, key) for key in main}
    for name, text in sorted(files.items()):
        if name.startswith(MORE_SOURCES):
            listed = cache(partial(_listed, name, text))
            makers |= {key: partial(_of_list, listed, key) for key in _SOURCE_KEY.findall(text)}
    return Lazily(makers)


def _listed(name: str, text: str) -> Mapping[str, Source]:
    return read_sources(name, text, versioned=False)[1]


def _of_list(listed: Callable[[], Mapping[str, Source]], key: str) -> Source:
    return listed()[key]


def _named_in(text: str, key: str) -> str:
    """What a file says it is about, read without reading the file."""
    found = re.search(rf"^{key}: *[\"']?(.+?)[\"']? *$", text, re.MULTILINE)
    return found[1] if found else ""


_SOURCE_KEY = re.compile(r"^  ([a-z0-9][a-z0-9.-]*):[ ]*$", re.MULTILINE)


def terms_of(files: Mapping[str, str]) -> tuple[Term, ...]:
    """Terms of every vocabulary file, in order of path; `BadTopic` when one cannot be read."""
    words = [name for name in sorted(files) if name.startswith(VOCABULARY) and name != ABBREVIATIONS]
    return tuple(term for name in words for term in read_terms(name, files[name]))


def files() -> dict[str, str]:
    """The packaged YAML files by path below the content folder, in order of path."""
    return dict(sorted(_below(resources.files("curbside") / "content", "")))


def files_in(folder: Path) -> dict[str, str]:
    """An editor's content folder, laid out like ours; packaged files stand in for what it lacks (the vocabulary, the
    source lists and drug files). One topic file alone will do.

    A folder with a source list of its own stands on that: our lists and the drug files that cite them stay out."""
    if folder.is_file():
        return {**_without_topics(), f"{TOPICS}{folder.name}": folder.read_text(encoding="utf-8")}
    if not folder.is_dir():
        raise NotHeld(f"there is no {folder}", "name a topic file or a folder of topic files")
    own = dict(_below(folder, ""))
    if not any(name.startswith(TOPICS) for name in own):
        own = {name if _placed(name) else f"{TOPICS}{name}": text for name, text in own.items()}
    ours = _without_topics()
    if SOURCES in own:
        ours = {name: text for name, text in ours.items() if not name.startswith((MORE_SOURCES, DRUGS))}
    return {**ours, **dict(sorted(own.items()))}


def _placed(name: str) -> bool:
    return name in (SOURCES, GLOSSARY) or name.startswith((MORE_SOURCES, VOCABULARY, DRUGS))


def _without_topics() -> dict[str, str]:
    return {name: text for name, text in files().items() if not name.startswith(TOPICS)}


def _below(folder: Traversable | Path, prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += _below(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".yaml"):
            found.append((prefix + entry.name, entry.read_text(encoding="utf-8")))
    return found
