"""Curated statements become claims, each with the extracts it rests on and, where the source is held, its passage."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from curbside.model.answer import Arm, Cite, Claim, Outline, Wording
from curbside.model.document import Citation, Fidelity, Passage, Standing
from curbside.model.evidence import Held
from curbside.model.topic import Extract, Source, Statement, Topic
from curbside.ports import Passages
from curbside.text.analyse import analyse
from curbside.text.quantities import quantities


def claims_of(topic: Topic, statements: Iterable[Statement], passages: Passages | None) -> tuple[Claim, ...]:
    """One claim for each statement, in the order given. `passages` None: sources held here are not looked up."""
    sources = {source.key: source for source in topic.sources}
    telling = {id for branch in topic.branches for id in branch.discriminators}
    return tuple(claim_of(s, topic, sources, passages, s.id in telling) for s in statements)


def claim_of(
    statement: Statement,
    topic: Topic,
    sources: Mapping[str, Source],
    passages: Passages | None,
    discriminator: bool = False,
) -> Claim:
    """A statement as a claim. KeyError when it cites what is not in the sources (the loader makes sure it does not)."""
    branches = {section.id: section.branch for section in topic.sections}
    return Claim(
        id=f"{topic.slug}/{statement.id}",
        text=statement.text,
        wording=Wording.OURS,
        cites=tuple(_cite(key, sources, passages) for key in statement.cites),
        section=statement.section,
        branch=_branch_of(statement, topic) or branches[statement.section],
        lead=statement.lead,
        bottom_line=statement.bottom_line,
        discriminator=discriminator,
        strength=statement.strength,
        population=statement.population,
        order=statement.order,
        taper=statement.taper,
        table=statement.table,
        requires=tuple(f"{topic.slug}/{id}" for id in statement.requires),
        addresses=statement.addresses,
        against=tuple(f"{topic.slug}/{id}" for id in statement.against),
        parent=f"{topic.slug}/{statement.parent}" if statement.parent else None,
        plain=statement.plain,
        when=statement.when,
        unless=statement.unless,
        reason=statement.reason,
        jurisdiction=statement.jurisdiction,
    )


def outline_of(topic: Topic, meant: frozenset[str] = frozenset()) -> tuple[Outline, ...]:
    """The topic's sections, in page order; those of branches that are meant before those of the others."""
    sections = [Outline(s.id, s.heading, s.branch, s.parent) for s in topic.sections]
    first = next((place for place, section in enumerate(sections) if section.branch), len(sections))
    own = [section for section in sections[first:] if section.branch in meant]
    return (*sections[:first], *own, *(section for section in sections[first:] if section not in own))


def arms_of(topic: Topic, meant: frozenset[str] = frozenset()) -> tuple[Arm, ...]:
    """The topic's branches, in page order; those that are meant first."""
    arms = [Arm(branch.id, branch.label) for branch in topic.branches]
    return tuple(sorted(arms, key=lambda arm: arm.id not in meant))


def _branch_of(statement: Statement, topic: Topic) -> str | None:
    """A discriminator belongs to the branch it tells, whatever section it stands in."""
    return next((branch.id for branch in topic.branches if statement.id in branch.discriminators), None)


def _cite(key: str, sources: Mapping[str, Source], passages: Passages | None) -> Cite:
    name, _, place = key.partition("/")
    source = sources[name]
    extract = next(extract for extract in source.extracts if extract.key == place)
    held = passages.holding(source.citation) if passages else None
    # A copy read by a machine bears out nothing that was read in the original.
    readable = held is not None and held.fidelity in (Fidelity.ORIGINAL, source.fidelity)
    passage = _best_passage(extract, held, passages) if passages and held and readable else None
    return Cite(
        reference=source.key,
        # A notice in the library (a retraction, say) speaks about the source whoever listed it.
        citation=source.citation if held is None else _as_held(source, held),
        fidelity=source.fidelity,
        at=extract.at,
        read_in=extract.read_in,
        extract=extract,
        passage=passage,
        extent=held.extent if held and passage else None,
        population=held.population if held and passage else (),
    )


def _as_held(source: Source, held: Held) -> Citation:
    worse = list(Standing)
    worst = max(source.citation.standing, held.citation.standing, key=worse.index)
    known = held.citation.standing is not Standing.UNCHECKED
    return replace(source.citation, standing=worst if known else source.citation.standing)


def _best_passage(extract: Extract, held: Held, passages: Passages) -> Passage | None:
    """The held passage that shows most of the figures the editor noted, then most of the words; None when none shares
    a word."""
    note = "\n".join(extract.says)
    figures, terms = frozenset(quantities(note)), frozenset(analyse(note))

    def shared(passage: Passage) -> tuple[int, int, int]:
        told = len(figures & frozenset(quantities(passage.text)))
        return told, len(terms & frozenset(analyse(passage.text))), -passage.span.start

    best = max(passages.passages_of(held.id), key=shared, default=None)
    return best if best and terms & frozenset(analyse(best.text)) else None
