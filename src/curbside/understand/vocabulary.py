"""Names that questions may hold, ready for looking up."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from curbside.model.question import Concept
from curbside.model.terms import Abbreviation, Term
from curbside.text.analyse import stem, words

Phrase = tuple[str, ...]


def phrase(name: str) -> Phrase:
    """A name as the words it is looked up by: folded and stemmed, stop words kept."""
    return tuple(stem(word) for word in words(name))


@dataclass(frozen=True)
class Vocabulary:
    """Drugs, conditions, animals and abbreviations by phrase. `known` says whether a folded word occurs in the library."""

    terms: tuple[Term, ...]
    abbreviations: tuple[Abbreviation, ...]
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Slug of a curated topic -> names of its condition, preferred first."""
    known: Callable[[str], bool] = lambda _word: False

    phrases: Mapping[Phrase, Concept] = field(init=False)
    short: Mapping[str, tuple[str, ...]] = field(init=False)
    """Folded abbreviation -> expansions."""
    long: Mapping[Phrase, str] = field(init=False)
    """Expansion -> abbreviation, for abbreviations with one meaning only."""
    spellings: Mapping[str, frozenset[Concept]] = field(init=False)
    """Folded single words of names -> what they are part of the name of."""
    stems: frozenset[str] = field(init=False)
    """Stems of those words."""
    longest: int = field(init=False)

    def __post_init__(self) -> None:
        phrases: dict[Phrase, Concept] = {}
        for concept, name in self._names():
            phrases.setdefault(phrase(name), concept)
        spellings: dict[str, set[Concept]] = {}
        for concept, name in self._names():
            for word in words(name):
                spellings.setdefault(word, set()).add(concept)
        put = object.__setattr__
        put(self, "phrases", phrases)
        put(self, "longest", max(map(len, phrases), default=0))
        put(self, "spellings", {word: frozenset(parts) for word, parts in spellings.items()})
        put(self, "stems", frozenset(map(stem, spellings)))
        put(self, "short", {"".join(words(a.short)): a.long for a in self.abbreviations})
        put(self, "long", {phrase(a.long[0]): a.short for a in self.abbreviations if len(a.long) == 1})

    def _names(self) -> Iterable[tuple[Concept, str]]:
        for slug, names in self.topics.items():
            for name in names:
                yield Concept(names[0], "condition", name, slug, names), name
        for term in self.terms:
            for name in (term.name, *term.also):
                yield Concept(term.name, term.kind, name, also=(term.name, *term.also)), name
