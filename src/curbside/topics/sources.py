"""The source list: YAML -> sources with their extracts."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from curbside.model.document import Citation, Doi, Fidelity, Kind, Pmcid, Pmid, Standing
from curbside.model.topic import Extract, ReadIn, Source, Strength
from curbside.topics.record import KEY, Record, record
from curbside.topics.settle import opened, settle
from curbside.topics.tree import Fields, Problem

POPULATIONS = (
    *("adult", "child", "infant", "neonate", "adolescent", "elderly"),
    *("pregnancy", "lactation", "women", "men", "animal"),
)
"""Whom a place can speak of."""
STRENGTH = ("system", "strength", "certainty", "direction")
_SOURCE = (
    *("kind", "title", "authors", "container", "year", "pmid", "pmcid", "doi", "url"),
    *("standing", "fidelity", "superseded_by", "extracts"),
)
_EXTRACT = ("at", "read_in", "population", "strength", "says")


def read_sources(name: str, text: str, versioned: bool = True) -> tuple[str, Mapping[str, Source]]:
    """The content version and the sources by key, in file order; `BadTopic` names everything that is wrong.

    Only the main list is `versioned`; the version of any other is ""."""
    root, problems = opened(name, text, "source list", ("content_version", "sources") if versioned else ("sources",))
    version = root.needed("content_version") if versioned else ""
    root.needed_mapping("sources")
    found: dict[str, Source] = {}
    entries = root.value("sources")
    for key, value in entries.entries if isinstance(entries, Fields) else ():
        _check_key(key.text, key.line, "source", problems)
        source = record(value, "source", _SOURCE, problems)
        if source:
            found[key.text] = _source(key.text, key.line, source)
    settle(name, problems)
    return version, found


def canonical(source: Source) -> str:
    """Everything a source says, in one fixed form (where it stands in its file is not part of it)."""
    return json.dumps(_plain(source), ensure_ascii=True)


def read_strength(owner: Record) -> Strength | None:
    """The strength of an extract or statement, as published; None when left out."""
    found = owner.record("strength", "strength", STRENGTH)
    if found is None:
        return None
    system, direction = found.needed("system"), found.choice("direction", ("for", "against"))
    return Strength(system, found.text("strength"), found.text("certainty"), direction)


def _source(key: str, line: int, source: Record) -> Source:
    citation = Citation(
        title=source.needed("title"),
        authors=source.texts("authors"),
        container=source.text("container"),
        year=source.whole("year", 1800, 2100),
        kind=source.one_of("kind", Kind, Kind.UNCLASSIFIED),
        pmid=source.made("pmid", Pmid),
        pmcid=source.made("pmcid", Pmcid),
        doi=source.made("doi", Doi),
        url=source.made("url", _url),
        standing=source.one_of("standing", Standing, Standing.UNCHECKED),
        superseded_by=source.text("superseded_by"),
    )
    if not (source.has("pmid", "pmcid", "doi", "url") or (citation.container and citation.year)):
        source.note(line, f"{key} cannot be found again; add pmid, pmcid, doi or url, or both container and year")
    fidelity = source.one_of("fidelity", Fidelity, Fidelity.ORIGINAL)
    return Source(key, citation, fidelity, _extracts(key, source), line)


def _extracts(key: str, source: Record) -> tuple[Extract, ...]:
    source.needed_mapping("extracts")
    entries = source.value("extracts")
    found = []
    for name, value in entries.entries if isinstance(entries, Fields) else ():
        _check_key(name.text, name.line, "extract", source.problems)
        extract = record(value, "extract", _EXTRACT, source.problems)
        if extract:
            found.append(_extract(key, name.text, name.line, extract))
    return tuple(found)


def _extract(source: str, key: str, line: int, extract: Record) -> Extract:
    if not extract.has("says"):
        extract.note(line, f"{source}/{key} says nothing; add `says` with one line per fact")
    return Extract(
        source,
        key,
        extract.needed("at"),
        extract.one_of("read_in", ReadIn, ReadIn.RESTATEMENT),
        extract.texts("says"),
        extract.choices("population", POPULATIONS),
        read_strength(extract),
        line,
    )


def _url(text: str) -> str:
    if not text.startswith(("https://", "http://")) or " " in text:
        raise ValueError(f"not a web address: {text!r}")
    return text


def _check_key(key: str, line: int, what: str, problems: list[Problem]) -> None:
    if not KEY.fullmatch(key):
        problems.append(
            Problem(line, f"{key!r} cannot be the key of the {what}; use small letters, digits and hyphens")
        )


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value) if field.compare}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
