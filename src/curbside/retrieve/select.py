"""Hits become evidence: what may be cited, is about the question, and covers it."""

from collections.abc import Callable, Iterable

from curbside.errors import NotHeld
from curbside.model.document import Fidelity, Kind, Passage, Role, Standing
from curbside.model.evidence import Evidence, Held, Hit
from curbside.model.question import Query
from curbside.ports import Passages
from curbside.text.analyse import analyse

READ = 80
"""Hits whose passages are opened, at most."""
COVERED = 0.72
"""Share of the question's terms, by weight, that a passage with its title must hold before it counts as an answer."""
ABOUT = 0.30
"""Share of the question's terms, by weight, in the title: enough to say that the document is about the question."""
SPECIFIC = 18.0
"""Covered weight above which so many telling words agree that the title need not repeat them.

COVERED, ABOUT and SPECIFIC were chosen on training questions of a judged set (benchmarks/abstention.py prints the
trade-off between answering what is not held and abstaining from what is)."""
PER_DOCUMENT = 3
"""Passages of one document, at most."""

ASKING = frozenset(
    analyse(
        "compare compared comparison effect effects efficacy control placebo group groups mean baseline versus patient patients "
        "treatment treat treating therapy dose dosing dosage recommended recommend recommendation best management manage managing "
        "drug drugs used use using intervention standard usual care change changes level levels score scores study trial trials "
        "outcome outcomes much many help please tell list role known common main disease syndrome symptom symptoms diagnosis "
        "diagnose people person first line give given adult adults information know latest evidence guideline guidelines way "
        "regimen options option need needed acute does work happen happens doctor doctors between different difference"
    )
)
"""Words of asking: they say what is wanted, not what it is wanted for."""

_KIND = {
    Kind.GUIDELINE: 1.15,
    Kind.CONSENSUS: 1.1,
    Kind.SYSTEMATIC_REVIEW: 1.1,
    Kind.RANDOMIZED_TRIAL: 1.05,
    Kind.PREPRINT: 0.9,
}
_STANDING = {Standing.CONCERN: 0.6, Standing.SUPERSEDED: 0.6, Standing.DRAFT: 0.8, Standing.CORRECTED: 0.95}
_ROLE = {Role.BACKGROUND: 0.6, Role.METHODS: 0.6, Role.OTHER: 0.9}


def select(
    hits: Iterable[Hit], passages: Passages, query: Query, weight: Callable[[str], float]
) -> tuple[Evidence, ...]:
    """Evidence, best first; empty when nothing held covers the question."""
    wanted = _wanted(query, weight)
    found: list[Evidence] = []
    for hit in sorted(hits, key=lambda h: h.rank)[:READ]:
        opened = _open(hit, passages)
        if opened is None:
            continue
        passage, held = opened
        coverage = _coverage(passage, held, wanted, query)
        if coverage is not None:
            score = hit.score * coverage * _standing(passage, held)
            found.append(Evidence(passage, held, hit.rank, score, coverage))
    return _ranked(found)


def _open(hit: Hit, passages: Passages) -> tuple[Passage, Held] | None:
    """The passage and its document; None when it may not be cited or was removed since the search."""
    try:
        passage = passages.passage(hit.passage_id)
        held = passages.held(passage.document_id)
    except NotHeld:
        return None
    return None if held.citation.standing is Standing.RETRACTED else (passage, held)


def _wanted(query: Query, weight: Callable[[str], float]) -> dict[str, float]:
    telling = [term for term in query.terms if term not in ASKING] or list(query.terms)
    return {term: weight(term) for term in telling}


def _coverage(passage: Passage, held: Held, wanted: dict[str, float], query: Query) -> float | None:
    """Share of wanted weight in passage and title; None when it is too little to count as an answer."""
    total = sum(wanted.values())
    if not total:
        return None
    title = frozenset(analyse(held.citation.title))
    text = title | frozenset(analyse(f"{passage.heading} {passage.text}"))
    covered = sum(value for term, value in wanted.items() if holds(term, text, query))
    about = sum(value for term, value in wanted.items() if holds(term, title, query))
    enough = covered >= COVERED * total and (about >= ABOUT * total or covered >= SPECIFIC)
    return covered / total if enough else None


def holds(term: str, text: frozenset[str], query: Query) -> bool:
    """Whether a text's terms hold this term, or all terms of something that means the same."""
    return term in text or any(set(group) <= text for name, group in query.synonyms if name == term)


def _standing(passage: Passage, held: Held) -> float:
    machine = 0.95 if held.fidelity is Fidelity.MACHINE_DERIVED else 1.0
    kind = _KIND.get(held.citation.kind, 1.0)
    return kind * _STANDING.get(held.citation.standing, 1.0) * _ROLE.get(passage.role, 1.0) * machine


def _ranked(found: list[Evidence]) -> tuple[Evidence, ...]:
    best = sorted(found, key=lambda e: (-e.score, e.passage.id))
    kept: list[Evidence] = []
    for evidence in best:
        same = sum(e.held.id == evidence.held.id for e in kept)
        if same < PER_DOCUMENT:
            kept.append(Evidence(evidence.passage, evidence.held, len(kept) + 1, evidence.score, evidence.coverage))
    return tuple(kept)
