"""Topic files and the glossary: YAML -> values. One wrong line and there is no topic, and every wrong line is named."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from curbside.model.question import QuestionType
from curbside.model.regimen import doses
from curbside.model.topic import Branch, Head, Source, Statement, Topic, TopicSection
from curbside.text.normalise import fold
from curbside.topics.conditions import read_condition
from curbside.topics.cues import read_cues
from curbside.topics.links import Links, circles, misplaced
from curbside.topics.orders import read_order, read_table, read_taper
from curbside.topics.record import Record
from curbside.topics.settle import opened, settle
from curbside.topics.sources import POPULATIONS, canonical, read_strength

ADDRESSES = (
    *("pregnancy", "lactation", "kidney", "liver", "age", "weight", "allergy"),
    *("interactions", "prophylaxis", "infection"),
)
"""The items that must not be forgotten."""
_TOPIC = (
    *("slug", "title", "title_for", "revision", "updated_on", "jurisdiction", "names", "deciding", "branches"),
    *("sections", "statements", "glossary", "unverified", "thin", "cues"),
)
_STATEMENT = (
    *("id", "section", "text", "plain", "cites", "lead", "bottom_line", "must_show", "strength", "population", "types"),
    *("requires", "addresses", "against", "parent", "order", "taper", "table", "when", "unless", "reason", "fact"),
    "jurisdiction",
)
_KINDS = ("statement", "section", "branch")


def read_topic(name: str, text: str, sources: Mapping[str, Source] | None) -> Topic:
    """The topic of one file; `BadTopic` names everything that is wrong. The file is called as its slug.

    `sources` None: the source list could not be read, so cites are taken as they are and the topic is not for use."""
    root, problems = opened(name, text, "topic", _TOPIC)
    links = Links(problems=problems)
    topic = _topic(root, links)
    links.cite(sources or {})
    problems += links.dangling(_KINDS if sources is None else (*_KINDS, "extract"))
    if topic.slug and name.replace("\\", "/").split("/")[-1].rsplit(".", 1)[0] != topic.slug:
        root.note(root.line, f"the slug is {topic.slug!r}; call the file {topic.slug}.yaml")
    settle(name, problems)
    if (head := read_head(name, text)) and (head.names, head.cues) != (topic.names, topic.cues):
        root.note(
            root.line, "write `names` and `cues` before `branches` and `sections`: questions reach the topic by them"
        )
    settle(name, problems)
    settle(name, (*circles(topic), *misplaced(topic)))
    return _with_sources(topic, text, sources or {})


_BODY = re.compile(r"^(?:branches|sections|statements|glossary|unverified):", re.MULTILINE)


def read_head(name: str, text: str) -> Head:
    """How questions reach the topic of a file: what stands before its branches and sections. The rest is not read."""
    body = _BODY.search(text)
    root, problems = opened(name, text[: body.start()] if body else text, "topic", _TOPIC)
    head = Head(root.id("slug"), root.needed("title"), root.texts("names"), read_cues(root))
    settle(name, problems)
    return head


def read_glossary(name: str, text: str) -> Mapping[str, str]:
    """Terms and what they mean, in file order."""
    root, problems = opened(name, text, "glossary")
    found: dict[str, str] = {}
    spelt: dict[str, str] = {}
    for term, _ in root.fields.entries:
        found[term.text] = root.text(term.text) or ""
        if spelt.setdefault(fold(term.text), term.text) != term.text:
            root.note(term.line, f"{term.text!r} is there as {spelt[fold(term.text)]!r}; keep one")
    settle(name, problems)
    return found


def _with_sources(topic: Topic, text: str, sources: Mapping[str, Source]) -> Topic:
    keys = dict.fromkeys(cite.split("/")[0] for statement in topic.statements for cite in statement.cites)
    cited = tuple(sources[key] for key in keys if key in sources)
    digest = hashlib.sha256("\n".join((text, *map(canonical, cited))).encode()).hexdigest()
    return replace(topic, digest=digest, sources=cited)


def _topic(root: Record, links: Links) -> Topic:
    statements = tuple(_statement(item, links) for item in root.records("statements", "statement", _STATEMENT))
    for key in ("statements", "names", "jurisdiction", "sections"):
        if not root.has(key):
            root.needed(key)
    deciding = root.words("deciding")
    if deciding:
        links.point("section", deciding.text, deciding.line)
    names = root.many("names")
    if len({fold(name.text) for name in names}) < len(names):
        root.note(names[0].line, "two names differ by capitals only; keep one")
    updated = root.made("updated_on", _day)
    if not root.has("updated_on"):
        root.needed("updated_on")
    return Topic(
        slug=root.id("slug"),
        title=root.needed("title"),
        title_for=_titles(root),
        revision=root.needed("revision"),
        updated_on=updated or "",
        jurisdiction=root.texts("jurisdiction"),
        names=tuple(name.text for name in names),
        deciding=deciding.text if deciding else None,
        branches=tuple(
            _branch(b, links) for b in root.records("branches", "branch", ("id", "label", "discriminators", "names"))
        ),
        sections=tuple(
            _section(s, links) for s in root.records("sections", "section", ("id", "heading", "branch", "parent"))
        ),
        statements=statements,
        glossary=tuple((term.text, meaning) for term, meaning in root.pairs("glossary")),
        unverified=root.texts("unverified"),
        thin=root.flag("thin"),
        cues=read_cues(root),
    )


def _titles(root: Record) -> tuple[tuple[str, str], ...]:
    pairs = root.pairs("title_for")
    for fact, _ in pairs:
        if fact.text.count("=") != 1 or fact.text.strip("=") != fact.text:
            root.note(fact.line, f'{fact.text!r} is no patient fact; write it as "sex=female"')
    return tuple((fact.text, title) for fact, title in pairs)


def _branch(branch: Record, links: Links) -> Branch:
    found = Branch(branch.id(), branch.needed("label"), branch.texts("discriminators"), branch.texts("names"))
    links.name("branch", found.id, branch.line)
    for told in branch.many("discriminators"):
        links.point("statement", told.text, told.line)
    return found


def _section(section: Record, links: Links) -> TopicSection:
    found = TopicSection(section.id(), section.needed("heading"), section.text("branch"), section.text("parent"))
    links.name("section", found.id, section.line)
    links.point("branch", found.branch, section.line)
    links.point("section", found.parent, section.line)
    return found


def _statement(statement: Record, links: Links) -> Statement:
    found = Statement(
        id=statement.id(),
        text=statement.needed("text"),
        section=statement.needed("section"),
        cites=statement.texts("cites"),
        plain=statement.text("plain"),
        lead=statement.flag("lead"),
        bottom_line=statement.flag("bottom_line"),
        must_show=statement.flag("must_show"),
        strength=read_strength(statement),
        population=statement.choice("population", POPULATIONS),
        types=tuple(QuestionType(t) for t in statement.choices("types", [t.value for t in QuestionType])),
        order=read_order(statement),
        taper=read_taper(statement),
        table=read_table(statement),
        requires=statement.texts("requires"),
        addresses=statement.choices("addresses", ADDRESSES),
        against=statement.texts("against"),
        parent=statement.text("parent"),
        when=read_condition(statement, "when"),
        unless=read_condition(statement, "unless"),
        reason=statement.text("reason"),
        fact=statement.text("fact"),
        jurisdiction=statement.texts("jurisdiction"),
        line=statement.line,
    )
    if statement.has("unless") and not found.reason:
        statement.note(statement.line, f"{found.id} is put aside for some; add `reason`: why, in a few words")
    if not statement.has("cites"):
        statement.note(statement.line, f"{found.id or 'this statement'} cites nothing; add `cites: [source/extract]`")
    _links_of(statement, found, links)
    return found


def _links_of(statement: Record, found: Statement, links: Links) -> None:
    links.name("statement", found.id, found.line)
    links.point("section", found.section, found.line)
    links.point("statement", found.parent, found.line)
    for key, kind in (("cites", "extract"), ("requires", "statement"), ("against", "statement")):
        for pointed in statement.many(key):
            links.point(kind, pointed.text, pointed.line)
    for dose in doses(found.order) if found.order else ():
        links.point("extract", dose.reference, found.line)


def _day(text: str) -> str:
    if len(text) != 10:
        raise ValueError(f"{text!r} is not a date such as 2026-11-22")
    return date.fromisoformat(text).isoformat()
