"""N1: every figure in a claim, with its unit, stands in a line it cites."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from curbside.model.answer import Cite, Claim, Finding
from curbside.text.quantities import Quantity, quantities, shown
from curbside.verify.reading import amount_of, is_ordered, lines, not_enough, ordered, our_words, terms

_DENIED = re.compile(r"\b(?:never|not|no)\s+(?:once\s+|given\s+|taken\s+)?$", re.IGNORECASE)

_JOINS = re.compile(
    r"[,;:()\n]|[.!?](?=\s)|\b(?:plus|and|or|then|with|versus|instead|usually|followed)\b", re.IGNORECASE
)

OF_IT = 0.9
"""The line that gives a dose shares at least this part of the words around it that the best line shares. In curated
statements it always was the best line (37 of 37)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity, and whether the text says "never" or "not" to it ("weekly, never daily")."""

    quantity: Quantity
    denied: bool

    def __str__(self) -> str:
        return ("not " if self.denied else "") + shown(self.quantity)


@lru_cache(maxsize=20_000)
def figures_in(text: str) -> tuple[Figure, ...]:
    """Every figure of a text, in order."""
    return tuple(Figure(q, bool(_DENIED.search(text[: q.start]))) for q in quantities(text))


def figures(claim: Claim) -> tuple[Figure, ...]:
    """Every figure of our wording, in order, without repeats; the remark's too. Of a claim that works a dose out, the
    figures of that dose: the others are K2's."""
    if claim.computed:
        texts = tuple(amount_of(step) for dose in ordered(claim) for step in dose.steps)
    else:
        texts = (*our_words(claim), claim.remark or "")
    return tuple(dict.fromkeys(figure for text in texts for figure in figures_in(text)))


def missing_figures(claim: Claim, cites: tuple[Cite, ...]) -> tuple[Figure, ...]:
    """Figures of the claim that no line of these cites has."""
    sourced = frozenset(figure for line in lines(claim, cites) for figure in figures_in(line))
    return tuple(figure for figure in figures(claim) if figure not in sourced)


@lru_cache(maxsize=20_000)
def breaths(text: str) -> tuple[tuple[str, tuple[Figure, ...]], ...]:
    """The parts of a text between commas, full stops and joining words that hold a figure, each with its figures."""
    edges = [0, *(match.start() for match in _JOINS.finditer(text)), len(text)]
    grouped: dict[int, list[Figure]] = {}
    for figure in figures_in(text):
        grouped.setdefault(sum(edge <= figure.quantity.start for edge in edges), []).append(figure)
    return tuple(
        (text[edges[place - 1] : max(edges[place], group[-1].quantity.end)], tuple(group))
        for place, group in grouped.items()
    )


def _torn(claim: Claim) -> tuple[Figure, ...]:
    """Figures said in one breath, a dose or interval among them, that no one line has together, or only a line about
    something else: a dose beside the interval, or the kidney function, of another dose."""
    cited = [(frozenset(figures_in(line)), terms(line)) for line in lines(claim)]
    for text in () if claim.computed else our_words(claim):
        for said, group in breaths(text):
            if not any(is_ordered(figure.quantity) for figure in group):
                continue
            words = {word for word in terms(said) if not word[0].isdigit()}
            best = max((len(words & there) for _, there in cited), default=0)
            of_it = [len(words & there) for held, there in cited if held.issuperset(group)]
            if not of_it or max(of_it) < best * OF_IT:
                return group
    return ()


def numbers_are_sourced(claim: Claim) -> Finding | None:
    """Objects to a figure that nothing cited has with the same unit (a range is not its ends), and to a dose put
    together of figures from different lines."""
    if missing := missing_figures(claim, claim.cites):
        return not_enough("N1", f"nothing cited says {_listed(missing)}")
    if torn := _torn(claim):
        return not_enough("N1", f"no one line cited says {_listed(torn)} of this")
    if repeated := _repeated(claim):
        return not_enough("N1", f"no line cited says {_listed(repeated)} so many times")
    return None


def _repeated(claim: Claim) -> tuple[Figure, ...]:
    """Figures that a text of ours has more often than the lines cited have it together: one of them stands where
    another belongs. A line that another one says again, to the words, counts once."""
    told: list[tuple[Counter[Figure], frozenset[str]]] = []
    for line in sorted(lines(claim), key=len, reverse=True):
        held, words = Counter(figures_in(line)), terms(line)
        if held and not any(held <= other and words <= there for other, there in told):
            told.append((held, words))
    for text in () if claim.computed else our_words(claim):
        for figure, count in Counter(figures_in(text)).items():
            if figure.quantity.kind != "label" and count > 1 and sum(held[figure] for held, _ in told) < count:
                return (figure,)
    return ()


def _listed(figures: tuple[Figure, ...]) -> str:
    return ", ".join(dict.fromkeys(map(str, figures)))
