"""Signing: what the gate let through becomes an answer with numbered references and its review status."""

from curbside.model.answer import Answer, Draft, Gated, Judgement, Outline, Provenance, Reference, ReviewStatus
from curbside.model.drug import Formulary
from curbside.model.question import Scope
from curbside.verify.single import marked

BANNER = (
    "For education. No medical board has reviewed this page yet: open the sources, check each dose against your own "
    "guidance, and take care."
)
DISCLAIMER = (
    "This page is meant for health professionals, to support their judgement and not to stand in for it. It was put "
    "together from the sources listed and does not know the patient in front of you. Check doses, interactions and "
    "local guidance before you act, and ask a specialist when in doubt. It is no advice to any one patient; in an "
    "emergency call the emergency service."
)
NOTHING_HELD = (
    "We do not know: nothing held here answers this question. Put it in other words, add sources to the library, or "
    "ask a specialist."
)
ALL_WITHHELD = (
    "We do not know: what was found did not hold up when it was checked against its sources, so nothing is shown. "
    "What was held back, and why, is listed below."
)


def sign(draft: Draft, gated: Gated, provenance: Provenance, formulary: Formulary | None = None) -> Answer:
    """The answer of a draft: references numbered as they first appear on the page. A clinical draft of which nothing is
    left becomes "not held" and says so. `formulary` says which drugs are high-alert: a dose of one that rests on one
    source is marked; None: nothing is."""
    shown = tuple(marked(judgement, formulary) for judgement in gated.shown) if formulary else gated.shown
    nothing = draft.scope is Scope.CLINICAL and not shown
    honest = ALL_WITHHELD if gated.withheld else NOTHING_HELD
    return Answer(
        question=draft.question,
        query=draft.query,
        title=draft.title,
        scope=Scope.NOT_HELD if nothing else draft.scope,
        composed_by=draft.composed_by if shown else "nobody",
        claims=shown,
        withheld=gated.withheld,
        gaps=gated.gaps,
        references=_references(_page_order(draft, shown)),
        outline=_filled(draft.outline, shown),
        arms=draft.arms if shown else (),
        topics=draft.topics,
        jurisdiction=draft.jurisdiction,
        review=ReviewStatus("submitted", BANNER, draft.updated_on),
        provenance=provenance,
        disclaimer=DISCLAIMER,
        reply=(draft.reply or honest) if nothing else draft.reply,
        notes=draft.notes,
    )


def _page_order(draft: Draft, shown: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The deciding distinction first (arm by arm, then what holds for all), then section by section: the lead, the
    claims as drafted, each followed by its points."""
    arms = {arm.id: place for place, arm in enumerate(draft.arms)}
    sections = {section.id: place for place, section in enumerate(draft.outline)}
    drafted = {judgement.claim.id: place for place, judgement in reversed(tuple(enumerate(shown)))}

    def place(at: int) -> tuple[int, int, bool, int, bool, int]:
        claim = shown[at].claim
        if claim.bottom_line or claim.discriminator:
            return 0, arms.get(claim.branch or "", len(arms)), not claim.discriminator, at, False, at
        top = _top(at, shown, drafted)
        return 1, sections.get(claim.section, len(sections)), not shown[top].claim.lead, top, at != top, at

    return tuple(shown[at] for at in sorted(range(len(shown)), key=place))


def _top(at: int, shown: tuple[Judgement, ...], drafted: dict[str, int]) -> int:
    """Where the claim stands under which this one is a point; itself when it is none, or when points form a circle."""
    passed = {at}
    while (above := drafted.get(shown[at].claim.parent or "")) is not None and above not in passed:
        passed.add(at := above)
    return at


def _references(shown: tuple[Judgement, ...]) -> tuple[Reference, ...]:
    cites = [cite for judgement in shown for cite in judgement.claim.cites]
    held = {cite.reference for cite in cites if cite.extent is not None}
    first = {cite.reference: cite for cite in reversed(cites)}
    return tuple(
        Reference(number, id, first[id].citation, first[id].fidelity, id in held)
        for number, id in enumerate(dict.fromkeys(cite.reference for cite in cites), start=1)
    )


def _filled(outline: tuple[Outline, ...], shown: tuple[Judgement, ...]) -> tuple[Outline, ...]:
    """Sections that hold a claim, and those above them."""
    above = {section.id: section.parent for section in outline}
    filled: set[str] = set()
    for judgement in shown:
        section: str | None = judgement.claim.section
        while section in above and section not in filled:
            filled.add(section)
            section = above[section]
    return tuple(section for section in outline if section.id in filled)
