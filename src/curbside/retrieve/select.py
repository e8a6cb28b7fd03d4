"""Hits become evidence: what may be cited, is about the question, and covers it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from curbside.errors import NotHeld
from curbside.model.document import Fidelity, Kind, Passage, Role, Standing
from curbside.model.evidence import Evidence, Held, Hit
from curbside.model.question import Query, QuestionType
from curbside.ports import Passages
from curbside.text.analyse import analyse

READ = 80
"""Hits whose passages are opened, at most."""
COVERED = 0.70
"""Share of the question's terms, by weight, that a passage with its title must hold before it counts as an answer."""
WHOLE = 0.95
"""Share of the question's terms, by weight, that the whole document must hold: a paper that answers a question speaks
somewhere of everything it asks about."""
ABOUT = 0.30
"""Share of the question's terms, by weight, in the title: enough to say that the document is about the question."""
SPECIFIC = 18.0
"""Covered weight above which so many telling words agree that the title need not repeat them."""
MANY = 5
"""Telling words of a question that is not short. A short question about one thing is about the condition or drug
it names, or else about its most telling word: the title must hold that.

COVERED, ABOUT, SPECIFIC and MANY were chosen on training questions of a judged set (benchmarks/abstention.py prints the
trade-off between answering what is not held and abstaining from what is)."""
ADVICE = (Kind.GUIDELINE, Kind.CONSENSUS)
ENTIRE = 0.99
FIRST = 4.0
"""A guideline whose title says all that was asked comes before the studies: the factor hardly any study makes up for."""
TREATS = 1.5
"""A section on treatment answers a question about treatment before a recommendation to screen does."""
EXACT, LONG_TITLE = 9, 6
"""How little the other words of a title weigh, and how many of them count: study titles are long, and no worse for it."""
PER_DOCUMENT = 3
"""Passages of one document, at most."""

ASKING = frozenset(
    analyse(
        "compare compared comparison effect effects efficacy control placebo group groups mean baseline versus patient patients "
        "treatment treat treating therapy dose dosing dosage recommended recommend recommendation best management manage managing "
        "drug drugs used use using intervention standard usual care change changes level levels score scores study trial trials "
        "outcome outcomes much many help please tell list role known common main disease syndrome symptom symptoms diagnosis "
        "diagnose people person first line give given adult adults information know latest evidence guideline guidelines way "
        "regimen options option need needed acute does work happen happens doctor doctors between different difference via time woman women man men female male"
    )
)
"""Words of asking: they say what is wanted, not what it is wanted for."""

RELATING = frozenset(
    analyse("compared versus effect effects influence impact reduce increase improve prevent associated association")
)
"""Words of a question that sets two things against each other; one that has none of them is about one thing."""

_KIND = {
    Kind.GUIDELINE: 1.6,
    Kind.CONSENSUS: 1.4,
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
    wanted = Wanted.of(query, weight)
    whole: dict[str, bool] = {}
    found: list[Evidence] = []
    for hit in sorted(hits, key=lambda h: h.rank)[:READ]:
        opened = _open(hit, passages)
        fit = wanted.fit(*opened) if opened else None
        if opened and fit:
            passage, held = opened
            if held.id not in whole:
                whole[held.id] = fit.coverage >= WHOLE or wanted.share(passages.passages_of(held.id), held) >= WHOLE
            if not whole[held.id]:
                continue
            score = hit.score * fit.coverage * (1 + fit.about) * fit.exactness * _standing(passage, held)
            if passage.role is Role.TREATMENT and query.types[0] in (QuestionType.TREATMENT, QuestionType.DOSE):
                score *= TREATS
            if held.citation.kind in ADVICE and fit.about > ENTIRE:
                score *= FIRST
            found.append(Evidence(passage, held, hit.rank, score, fit.coverage))
    return _ranked(found)


def _open(hit: Hit, passages: Passages) -> tuple[Passage, Held] | None:
    """The passage and its document; None when it may not be cited, or was removed or changed since the search."""
    try:
        passage = passages.passage(hit.passage_id)
        held = passages.held(passage.document_id)
    except NotHeld:
        return None
    citable = held.citation.standing is not Standing.RETRACTED and passage.document_digest == held.digest
    return (passage, held) if citable else None


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a passage fits the question: shares of the wanted weight, 0 to 1."""

    coverage: float
    """In passage and title."""
    about: float
    """In the title alone."""
    exactness: float
    """1 when the title speaks of nothing else, less for each word more: "leukaemia" before "chronic leukaemia"."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the question wants to hear of: telling terms by weight, and the names of what it asks about."""

    terms: Mapping[str, float]
    names: tuple[tuple[str, ...], ...]
    """For each condition or drug asked about, everything it is called, as analysed words between spaces."""
    query: Query

    @staticmethod
    def of(query: Query, weight: Callable[[str], float]) -> "Wanted":
        telling = [term for term in query.terms if term not in ASKING] or list(query.terms)
        names = (tuple(map(_spaced, filter(analyse, (*c.also, c.name, c.surface)))) for c in query.concepts)
        return Wanted({term: weight(term) for term in telling}, tuple(filter(None, names)), query)

    def fit(self, passage: Passage, held: Held) -> Fit | None:
        """None when it is too little to count as an answer."""
        total = sum(self.terms.values())
        title = _spaced(held.citation.title)
        text = title + _spaced(passage.heading) + _spaced(passage.text)
        in_title, in_text = frozenset(title.split()), frozenset(text.split())
        covered = sum(value for term, value in self.terms.items() if holds(term, in_text, self.query))
        about = sum(value for term, value in self.terms.items() if holds(term, in_title, self.query))
        named = sum(any(name in text for name in names) for names in self.names)
        specific = covered >= SPECIFIC and len(self.terms) >= MANY
        one_thing = len(self.terms) < MANY and RELATING.isdisjoint(self.query.terms)
        subject = about >= ABOUT * total and (not one_thing or self._heads(title))
        missing = len(self.names) - named
        if not total or covered < COVERED * total or (missing and (not specific or named < missing)):
            return None
        if not (specific or subject):
            return None
        others = sum(term not in self.terms and term not in ASKING for term in in_title)
        return Fit(covered / total, about / total, (1 + EXACT) / (1 + EXACT + min(others, LONG_TITLE)))

    def _heads(self, title: str) -> bool:
        """Whether a title (spaced) names something that was asked about: a condition or drug, else the most telling
        word."""
        if self.names:
            return any(name in title for names in self.names for name in names)
        heaviest = max(self.terms, key=lambda term: (self.terms[term], term), default="")
        return holds(heaviest, frozenset(title.split()), self.query)

    def share(self, passages: Iterable[Passage], held: Held) -> float:
        """Share of the wanted weight that a whole document holds."""
        text = frozenset(analyse(f"{held.citation.title}\n" + "\n".join(f"{p.heading} {p.text}" for p in passages)))
        covered = sum(value for term, value in self.terms.items() if holds(term, text, self.query))
        return covered / (sum(self.terms.values()) or 1.0)


def _spaced(text: str) -> str:
    return f" {' '.join(analyse(text))} "


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
