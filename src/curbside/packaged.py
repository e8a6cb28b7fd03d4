"""The clinical content that came with this version: files become topics, sources and vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from curbside.errors import NotHeld
from curbside.model.terms import Abbreviation, Term
from curbside.model.topic import Source, Topic
from curbside.text.normalise import fold
from curbside.topics.read import read_glossary, read_topic
from curbside.topics.sources import read_sources
from curbside.topics.vocabulary import read_abbreviations, read_terms

SOURCES, GLOSSARY, VOCABULARY, TOPICS = "sources.yaml", "glossary.yaml", "vocabulary/", "topics/"


@dataclass(frozen=True, slots=True)
class Content:
    """Everything curated. `version` is the content's own, beside the code's."""

    version: str
    topics: Mapping[str, Topic]
    sources: Mapping[str, Source]
    glossary: Mapping[str, str]
    terms: tuple[Term, ...]
    abbreviations: tuple[Abbreviation, ...]

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
    def drug_names(self) -> frozenset[str]:
        """Folded names of drugs and drug classes."""
        return frozenset(self.canonical)


def load() -> Content:
    """The packaged content; `BadTopic` when a file breaks a rule, which a release never does."""
    return content_of(files())


def content_of(files: Mapping[str, str]) -> Content:
    """Content of files by their path below the content folder."""
    version, sources = read_sources(SOURCES, files[SOURCES])
    topics = [read_topic(name, text, sources) for name, text in sorted(files.items()) if name.startswith(TOPICS)]
    words = {name: text for name, text in sorted(files.items()) if name.startswith(VOCABULARY)}
    abbreviations = words.pop(f"{VOCABULARY}abbreviations.yaml", None)
    return Content(
        version,
        {topic.slug: topic for topic in topics},
        sources,
        read_glossary(GLOSSARY, files[GLOSSARY]) if GLOSSARY in files else {},
        tuple(term for name, text in words.items() for term in read_terms(name, text)),
        read_abbreviations("abbreviations.yaml", abbreviations) if abbreviations else (),
    )


def files() -> dict[str, str]:
    """The packaged YAML files by path below the content folder, in order of path."""
    return dict(sorted(_below(resources.files("curbside") / "content", "")))


def files_in(folder: Path) -> dict[str, str]:
    """An editor's content folder, laid out like ours; packaged files stand in for what it lacks (the source list, the
    vocabulary). One topic file alone will do."""
    if folder.is_file():
        return {**_without_topics(), f"{TOPICS}{folder.name}": folder.read_text(encoding="utf-8")}
    if not folder.is_dir():
        raise NotHeld(f"there is no {folder}", "name a topic file or a folder of topic files")
    own = dict(_below(folder, ""))
    if not any(name.startswith(TOPICS) for name in own):
        own = {name if name in (SOURCES, GLOSSARY) else f"{TOPICS}{name}": text for name, text in own.items()}
    return {**_without_topics(), **dict(sorted(own.items()))}


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
