"""Topic -> JSON, Markdown and the terminal page. It is shown as curated text under review, never as an answer."""

from collections.abc import Iterator

from curbside.model.answer import Reference
from curbside.model.topic import Statement, Topic, TopicSection
from curbside.render import words
from curbside.render.answer_json import order_object
from curbside.render.answer_page import detail_blocks
from curbside.render.blocks import Block, Heading, Item, Line, Run, Style, item, line
from curbside.render.markdown import to_markdown
from curbside.render.references import Numbers, number_of, reference_blocks, reference_object
from curbside.render.terminal import to_text

Json = dict[str, object]


def topic_markdown(topic: Topic) -> str:
    """The topic as a Markdown page."""
    return to_markdown(topic_blocks(topic))


def topic_text(topic: Topic, width: int, colour: bool) -> str:
    """The topic as a terminal page, 40 to 120 columns wide."""
    return to_text(topic_blocks(topic), width, colour)


def topic_blocks(topic: Topic) -> tuple[Block, ...]:
    """All that is curated, in page order, with the place each statement rests on."""
    numbers = _numbers(topic)
    tops = [s for s in topic.sections if s.parent is None or s.parent not in {other.id for other in topic.sections}]
    return (
        *_opening(topic),
        *(block for section in tops for block in _section(topic, section, numbers, 2)),
        *_closing(topic),
    )


def _numbers(topic: Topic) -> Numbers:
    return {source.key: position for position, source in enumerate(topic.sources, 1)}


def _references(topic: Topic) -> tuple[Reference, ...]:
    return tuple(Reference(n, s.key, s.citation, s.fidelity, False) for n, s in enumerate(topic.sources, 1))


def _opening(topic: Topic) -> Iterator[Block]:
    yield Heading(1, topic.title)
    where = f" Guidance from {', '.join(topic.jurisdiction)}." if topic.jurisdiction else ""
    yield line(f"Topic {topic.slug}, revision {topic.revision}, updated {topic.updated_on}.{where}", Style.MARK)
    if topic.thin:
        yield line("This topic is thin: it holds little and says so.", Style.ALERT)
    if topic.names:
        yield line(f"Also called: {'; '.join(topic.names)}.")
    for branch in topic.branches:
        yield Item(0, (Run("Branch:", Style.STRONG), Run(branch.label)))


def _section(topic: Topic, section: TopicSection, numbers: Numbers, level: int) -> Iterator[Block]:
    label = next((branch.label for branch in topic.branches if branch.id == section.branch), None)
    yield Heading(level, f"{section.heading} ({label})" if label and label not in section.heading else section.heading)
    inside = {s.id for s in topic.statements if s.section == section.id}
    for statement in topic.statements:
        if statement.section == section.id and statement.parent not in inside:
            yield from _statement(topic, statement, numbers, 0)
    for inner in topic.sections:
        if inner.parent == section.id:
            yield from _section(topic, inner, numbers, min(level + 1, 6))


def _statement(topic: Topic, statement: Statement, numbers: Numbers, depth: int) -> Iterator[Block]:
    cited = sorted({n for key in statement.cites if (n := number_of(key, numbers)) is not None})
    small = [words.strength(statement.strength)] if statement.strength else []
    small += [statement.population] if statement.population else []
    marks = (Run(f"[{', '.join(map(str, cited))}]", Style.CITE), Run(" · ".join((*small, statement.id)), Style.MARK))
    yield Item(depth, (Run(statement.text, Style.STRONG if statement.lead else Style.PLAIN), *marks))
    yield from detail_blocks(statement, depth + 1, numbers)
    for inner in topic.statements:
        if inner.parent == statement.id and inner.section == statement.section:
            yield from _statement(topic, inner, numbers, depth + 1)


def _closing(topic: Topic) -> Iterator[Block]:
    if topic.glossary:
        yield Heading(2, "Glossary")
    for term, meaning in topic.glossary:
        yield Item(0, (Run(f"{term}:", Style.STRONG), Run(meaning)))
    if topic.unverified:
        yield Heading(2, "Believed, not shown: source not opened")
    for text in topic.unverified:
        yield item(0, text)
    yield Heading(2, "References")
    extracts = {source.key: source.extracts for source in topic.sources}
    for reference, block in zip(_references(topic), _listed(topic), strict=True):
        yield from block
        for extract in extracts[reference.id]:
            yield item(1, f"{extract.key}: {extract.at}, {words.READ_IN[extract.read_in]}")
    yield Line((Run(f"Digest {topic.digest}.", Style.MARK),))


def _listed(topic: Topic) -> tuple[tuple[Block, ...], ...]:
    return tuple(reference_blocks((reference,), ()) for reference in _references(topic))


def topic_object(topic: Topic) -> Json:
    """The topic as JSON values; `cites` name `source-key/extract-key`."""
    numbers = _numbers(topic)
    return {
        "slug": topic.slug,
        "title": topic.title,
        "revision": topic.revision,
        "updated_on": topic.updated_on,
        "jurisdiction": list(topic.jurisdiction),
        "names": list(topic.names),
        "deciding": topic.deciding,
        "branches": [{"id": b.id, "label": b.label, "discriminators": list(b.discriminators)} for b in topic.branches],
        "sections": [
            {"id": s.id, "heading": s.heading, "branch": s.branch, "parent": s.parent} for s in topic.sections
        ],
        "statements": [_statement_object(statement, numbers) for statement in topic.statements],
        "glossary": [{"term": term, "meaning": meaning} for term, meaning in topic.glossary],
        "unverified": list(topic.unverified),
        "thin": topic.thin,
        "digest": topic.digest,
        "references": [reference_object(reference) for reference in _references(topic)],
    }


def _statement_object(statement: Statement, numbers: Numbers) -> Json:
    graded, table = statement.strength, statement.table
    return {
        "id": statement.id,
        "text": statement.text,
        "plain": statement.plain,
        "section": statement.section,
        "parent": statement.parent,
        "lead": statement.lead,
        "bottom_line": statement.bottom_line,
        "must_show": statement.must_show,
        "cites": list(statement.cites),
        "strength": None
        if graded is None
        else {
            "system": graded.system,
            "strength": graded.strength,
            "certainty": graded.certainty,
            "direction": graded.direction,
        },
        "population": statement.population,
        "types": [kind.value for kind in statement.types],
        "order": None if statement.order is None else order_object(statement.order, numbers),
        "taper": [
            {"from_day": s.from_day, "to_day": s.to_day, "amount": s.amount, "unit": s.unit} for s in statement.taper
        ]
        or None,
        "table": None if table is None else {"columns": list(table.columns), "rows": [list(row) for row in table.rows]},
        "requires": list(statement.requires),
        "addresses": list(statement.addresses),
        "against": list(statement.against),
    }
