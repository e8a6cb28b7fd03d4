"""Answer -> blocks of the page, in the house's order: the distinction that decides everything, what to do now,
the sections, what is missing, what was held back, where guidance disagrees, references."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from curbside.model.answer import Answer, Claim, Computed, Judgement, Wording
from curbside.model.topic import Statement
from curbside.render import words
from curbside.render.blocks import Block, Grid, Heading, Item, Line, Run, Style, item, line
from curbside.render.layout import Page, Part, Point, lay_out
from curbside.render.patient import patient_blocks
from curbside.render.plainly import team_blocks, worded
from curbside.render.references import Numbers, mark, number_of, reference_blocks


def answer_blocks(answer: Answer, as_of: str) -> tuple[Block, ...]:
    """The whole page, in the words of its reader. `as_of` is an ISO date."""
    held, answer = answer, worded(answer)
    page = lay_out(answer)
    numbers = {reference.id: reference.number for reference in answer.references}
    return (
        *_opening(answer, as_of),
        *_reply(answer, page, numbers),
        *_forks(page, numbers),
        *_bottom_line(page, numbers),
        *_sections(page, numbers),
        *team_blocks(held, numbers),
        *_gaps(answer),
        *_withheld(answer),
        *_disagreements(answer, numbers),
        *_references(answer),
        *_closing(answer),
    )


def _opening(answer: Answer, as_of: str) -> Iterator[Block]:
    yield Heading(1, answer.title if answer.title.strip() else "Question")
    yield Line((Run("Question:", Style.STRONG), Run(answer.question.text)))
    review = answer.review
    state = words.REVIEW.get(review.state, review.state)
    updated = f"Updated {review.updated_on}." if review.updated_on else ""
    due = f"Next review {review.next_review}." if review.next_review else ""
    signed = (f"Approved by {name}, {credential}, {on}." for name, credential, on in review.approved_by)
    said = " ".join(text for text in (review.banner, *signed, updated, due) if text)
    yield Line((Run(f"Review: {state}.", Style.ALERT), Run(said)))
    composed = words.COMPOSED.get(answer.composed_by)
    origin = f" Composed from {composed}." if composed else ""
    where = f" Guidance from {', '.join(answer.jurisdiction)}." if answer.jurisdiction else ""
    yield line(f"As of {as_of}. For a {answer.query.reader}.{origin}{where}", Style.MARK)
    yield from patient_blocks(answer)
    for note in answer.notes:
        yield Line((Run("Note:", Style.ALERT), Run(note)))


def _reply(answer: Answer, page: Page, numbers: Numbers) -> Iterator[Block]:
    if answer.reply is not None:
        yield line(answer.reply, Style.STRONG)
    elif answer.abstains:
        yield line(words.NOTHING, Style.STRONG)
    for point in page.reply:
        yield from claim_blocks(point, 0, numbers)


def _forks(page: Page, numbers: Numbers) -> Iterator[Block]:
    if not page.forks:
        return
    yield Heading(2, "The distinction that decides everything")
    for fork in page.forks:
        yield Heading(3, fork.arm.label)
        if fork.discriminators:
            yield line("What points to it:", Style.MARK)
        for point in fork.discriminators:
            yield from claim_blocks(point, 0, numbers)
        if fork.bottom_line:
            yield line("What to do:", Style.MARK)
        for point in fork.bottom_line:
            yield from claim_blocks(point, 0, numbers)


def _bottom_line(page: Page, numbers: Numbers) -> Iterator[Block]:
    if page.bottom_line:
        yield Heading(2, "In every case" if page.forks else "Bottom line")
    for point in page.bottom_line:
        yield from claim_blocks(point, 0, numbers)


def _fresh(parts: Iterable[Part], page: Page) -> tuple[Part, ...]:
    """The sections without the discriminators printed with their branch, unless something stands under them."""
    printed = {id(point.judgement) for fork in page.forks for point in fork.discriminators}

    def fresh(part: Part) -> Part:
        points = tuple(p for p in part.points if p.points or id(p.judgement) not in printed)
        lead = part.lead if part.lead and (part.lead.points or id(part.lead.judgement) not in printed) else None
        return replace(part, lead=lead, points=points, parts=_fresh(part.parts, page))

    return tuple(part for part in map(fresh, parts) if part.lead or part.points or part.parts)


def _sections(page: Page, numbers: Numbers) -> Iterator[Block]:
    """The sections; those of one branch in a row stand under its label."""
    labels = {fork.arm.id: fork.arm.label for fork in page.forks}
    under = None
    for part in _fresh(page.parts, page):
        label = labels.get(part.branch or "")
        if label is not None and label != under:
            yield Heading(2, label)
        under = label
        yield from _part(part, numbers, 2 if label is None else 3)


def _part(part: Part, numbers: Numbers, level: int) -> Iterator[Block]:
    yield Heading(level, part.heading)
    if part.lead is not None:
        yield from claim_blocks(part.lead, 0, numbers)
    for point in part.points:
        yield from claim_blocks(point, 0, numbers)
    for inner in part.parts:
        yield from _part(inner, numbers, min(level + 1, 6))


def claim_blocks(point: Point, depth: int, numbers: Numbers) -> Iterator[Block]:
    """One claim as one list item, with its order, taper, table and points under it."""
    yield Item(depth, claim_runs(point.judgement, numbers, bool(point.against)))
    yield from detail_blocks(point.judgement.claim, depth + 1, numbers)
    for inner in point.points:
        yield from claim_blocks(inner, depth + 1, numbers)


def claim_runs(judgement: Judgement, numbers: Numbers, disputed: bool = False) -> tuple[Run, ...]:
    """The words of a claim, its citation mark, and in small print its basis, strength, population and remark."""
    claim = judgement.claim
    quoted = claim.wording is Wording.VERBATIM
    style = Style.QUOTE if quoted else Style.STRONG if claim.lead else Style.PLAIN
    small = [words.MARK[judgement.basis]] if judgement.basis else []
    if claim.strength is not None:
        small.append(words.strength(claim.strength))
    small += [text for text in (claim.population, ", ".join(claim.jurisdiction), claim.remark) if text]
    if claim.single_source:
        small.append("single source")
    if disputed:
        small.append("other guidance disagrees, see below")
    return (Run(claim.text, style), mark(claim.cites, numbers), Run(" · ".join(small), Style.MARK))


def computed_blocks(computed: Computed, depth: int) -> Iterator[Block]:
    """The arithmetic, so that it can be redone by hand."""
    yield item(depth, f"Formula: {computed.formula}", Style.MARK)
    if computed.change:
        yield item(depth, f"Changed: {computed.change}", Style.MARK)


def detail_blocks(claim: Claim | Statement, depth: int, numbers: Numbers) -> Iterator[Block]:
    """The order (PLUS, OR, THEN), the taper and the table of a claim or statement."""
    if isinstance(claim, Claim) and claim.computed is not None:
        yield from computed_blocks(claim.computed, depth)
    if claim.order is not None:
        for under in words.order(claim.order, lambda key: number_of(key, numbers)):
            source = () if under.cited is None else (Run(f"[{under.cited}]", Style.CITE),)
            yield Item(depth + under.depth, (Run(under.text), *source))
    for step in claim.taper:
        yield item(depth, words.taper(step))
    if claim.table is not None:
        yield Grid(depth, claim.table.columns, claim.table.rows)


def _gaps(answer: Answer) -> Iterator[Block]:
    if answer.gaps:
        yield Heading(2, "Addressed and not addressed")
    for gap in answer.gaps:
        style = Style.ALERT if gap.status == "not_addressed" else Style.MARK
        yield Item(0, (Run(f"{words.GAP.get(gap.status, gap.status)}:", style), Run(gap.text or gap.item)))


def _withheld(answer: Answer) -> Iterator[Block]:
    """First what is not for this patient, then what did not pass a check."""
    aside = [withheld for withheld in answer.withheld if withheld.claim.aside is not None]
    failed = [withheld for withheld in answer.withheld if withheld.claim.aside is None]
    if aside:
        yield Heading(2, "Not for this patient")
        yield line("Put aside because of what is known about the patient; amounts are left out.", Style.ALERT)
    for withheld in aside:
        yield Item(0, (Run(withheld.claim.text), Run(f"because: {withheld.reason}", Style.MARK)))
    if failed:
        yield Heading(2, "Withheld")
        yield line("These did not pass a check and are not advice.", Style.ALERT)
    for withheld in failed:
        yield Item(0, (Run(withheld.claim.text), Run(f"withheld by {withheld.check}: {withheld.reason}", Style.MARK)))


def _disagreements(answer: Answer, numbers: Numbers) -> Iterator[Block]:
    pairs: dict[frozenset[str], tuple[Judgement, Judgement]] = {}
    for point in _every(lay_out(answer)):
        for other in point.against:
            ids = frozenset((point.judgement.claim.id, other.claim.id))
            pairs.setdefault(ids, (point.judgement, other))
    if pairs:
        yield Heading(2, "Where guidance disagrees")
    for says, against in pairs.values():
        yield Item(0, claim_runs(says, numbers))
        yield Item(1, (Run("but", Style.STRONG), *claim_runs(against, numbers)))


def _every(page: Page) -> Iterator[Point]:
    """Every point of the page, nested ones included; some more than once."""

    def down(points: Iterable[Point]) -> Iterator[Point]:
        for point in points:
            yield point
            yield from down(point.points)

    def inside(part: Part) -> Iterator[Point]:
        yield from down((part.lead, *part.points) if part.lead else part.points)
        for inner in part.parts:
            yield from inside(inner)

    for fork in page.forks:
        yield from (*fork.discriminators, *fork.bottom_line)
    yield from page.bottom_line
    for part in page.parts:
        yield from inside(part)
    yield from down(page.reply)


def _references(answer: Answer) -> Iterator[Block]:
    if answer.references:
        yield Heading(2, "References")
        cites = (cite for judgement in answer.claims for cite in judgement.claim.cites)
        yield from reference_blocks(answer.references, cites)
    bases = dict.fromkeys(judgement.basis for judgement in answer.claims if judgement.basis)
    if bases:
        yield Heading(2, "What the marks mean")
    for basis in bases:
        yield Item(0, (Run(f"{words.MARK[basis]}:", Style.STRONG), Run(words.BASIS[basis])))


def _closing(answer: Answer) -> Iterator[Block]:
    made = answer.provenance
    yield Heading(2, "Disclaimer")
    yield line(answer.disclaimer)
    origin = f"Curbside {made.software}, content {made.content}, composer {made.composer}"
    yield line(f"Made by {origin}, library {made.library}, settings {made.settings}.", Style.MARK)
