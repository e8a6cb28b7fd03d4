"""A folder of content files, read as a whole: everything that can be read is, and everything wrong is named."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from curbside.errors import BadTopic
from curbside.model.drug import Drug
from curbside.model.topic import Source, Topic
from curbside.topics.across import disagreeing, unused
from curbside.topics.desk import Desk
from curbside.topics.drugs import read_drug
from curbside.topics.read import read_glossary, read_topic
from curbside.topics.rules import broken, broken_drug
from curbside.topics.settle import told
from curbside.topics.sources import read_sources
from curbside.topics.tree import Problem
from curbside.topics.vocabulary import read_abbreviations, read_terms

T = TypeVar("T")
SOURCES, MORE_SOURCES, GLOSSARY, ABBREVIATIONS, VOCABULARY, DRUGS = (
    *("sources.yaml", "sources/", "glossary.yaml"),
    *("vocabulary/abbreviations.yaml", "vocabulary/", "drugs/"),
)


@dataclass(frozen=True, slots=True)
class Folder:
    """What could be read, and what is wrong in words: `file:line: what; what to do`."""

    sources: Mapping[str, Source]
    topics: Mapping[str, Topic]
    """By file name."""
    drugs: Mapping[str, Drug]
    """By file name."""
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def read_folder(files: Mapping[str, str], names: frozenset[str]) -> Folder:
    """Source lists, glossary, vocabulary, drug and topic files by path, read and held against the rules.

    `names` holds every folded name of a drug, class or condition known. What is no list of another name is a topic file."""
    problems: list[str] = []
    sources, where, whole = _listed(files, problems)
    topics: dict[str, Topic] = {}
    drugs: dict[str, Drug] = {}
    for name, text in sorted(files.items()):
        if is_sources(name):
            continue
        if name == GLOSSARY:
            _tried(problems, partial(read_glossary, name, text))
        elif name.startswith(VOCABULARY):
            _tried(problems, partial(_vocabulary, name, text))
        elif name.startswith(DRUGS):
            if drug := _tried(problems, partial(read_drug, name, text, sources if whole else None)):
                drugs[name] = drug
        elif topic := _tried(problems, partial(read_topic, name, text, sources if whole else None)):
            topics[name] = topic
    if not whole:
        return Folder({}, {}, {}, tuple(problems), ())
    desk = Desk(sources, names, {drug.name: drug for drug in drugs.values()})
    found = {name: tuple(broken(topic, desk)) for name, topic in topics.items()}
    found |= {name: tuple(broken_drug(drug, desk)) for name, drug in drugs.items()}
    for name, problem in disagreeing(topics):
        found[name] = (*found[name], problem)
    # A file that could not be read cites what nobody else does: nothing is called unused then.
    for key, problem in unused(tuple(topics.values()), tuple(drugs.values()), sources) if not problems else ():
        found[where[key]] = (*found.get(where[key], ()), problem)
    hard, soft = (_of(found, warning) for warning in (False, True))
    return Folder(sources, topics, drugs, (*problems, *hard), soft)


def is_sources(name: str) -> bool:
    """Whether a file is a source list: the main one, or one of the folder beside it."""
    return name == SOURCES or name.startswith(MORE_SOURCES)


def _listed(files: Mapping[str, str], problems: list[str]) -> tuple[dict[str, Source], dict[str, str], bool]:
    """Sources of all lists, the list each stands in, and whether every list could be read."""
    sources: dict[str, Source] = {}
    where: dict[str, str] = {}
    whole = True
    for name, text in sorted({SOURCES: "", **files}.items()):
        if not is_sources(name):
            continue
        listed = _tried(problems, partial(read_sources, name, text, name == SOURCES))
        whole = whole and listed is not None
        for key, source in (listed[1] if listed else {}).items():
            if key in where:
                problems.append(f"{name}:{source.line}: {key} is already in {where[key]}; keep one")
            sources.setdefault(key, source)
            where.setdefault(key, name)
    return sources, where, whole


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
