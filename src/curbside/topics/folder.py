"""A folder of content files, read as a whole: everything that can be read is, and everything wrong is named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from curbside.errors import BadTopic
from curbside.model.topic import Source, Topic
from curbside.topics.read import read_glossary, read_topic
from curbside.topics.rules import broken, unused
from curbside.topics.settle import told
from curbside.topics.sources import read_sources
from curbside.topics.tree import Problem
from curbside.topics.vocabulary import read_abbreviations, read_terms

T = TypeVar("T")
SOURCES, GLOSSARY, ABBREVIATIONS, VOCABULARY = (
    "sources.yaml",
    "glossary.yaml",
    "vocabulary/abbreviations.yaml",
    "vocabulary/",
)


@dataclass(frozen=True, slots=True)
class Folder:
    """What could be read, and what is wrong in words: `file:line: what; what to do`."""

    sources: Mapping[str, Source]
    topics: Mapping[str, Topic]
    """By file name."""
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def read_folder(files: Mapping[str, str], drugs: frozenset[str]) -> Folder:
    """Source list, glossary, vocabulary and topic files by path, read and held against the rules.

    `drugs` holds every folded drug name known. What is no list of another name is a topic file."""
    problems: list[str] = []
    listed = _tried(problems, partial(read_sources, SOURCES, files.get(SOURCES, "")))
    sources = listed[1] if listed else None
    topics: dict[str, Topic] = {}
    for name, text in sorted(files.items()):
        if name == SOURCES:
            continue
        if name == GLOSSARY:
            _tried(problems, partial(read_glossary, name, text))
        elif name.startswith(VOCABULARY):
            _tried(problems, partial(_vocabulary, name, text))
        elif topic := _tried(problems, partial(read_topic, name, text, sources)):
            topics[name] = topic
    if sources is None:
        return Folder({}, {}, tuple(problems), ())
    found = {name: tuple(broken(topic, sources, drugs)) for name, topic in topics.items()}
    # A topic that could not be read cites what nobody else does: nothing is called unused then.
    found[SOURCES] = tuple(unused(tuple(topics.values()), sources)) if not problems else ()
    hard, soft = (_of(found, warning) for warning in (False, True))
    return Folder(sources, topics, (*problems, *hard), soft)


def _vocabulary(name: str, text: str) -> object:
    return read_abbreviations(name, text) if name == ABBREVIATIONS else read_terms(name, text)


def _tried(problems: list[str], read: Callable[[], T]) -> T | None:
    try:
        return read()
    except BadTopic as bad:
        problems += bad.problems
        return None


def _of(found: Mapping[str, tuple[Problem, ...]], warning: bool) -> tuple[str, ...]:
    return tuple(said for name, all in found.items() for said in told(name, [p for p in all if p.warning is warning]))
