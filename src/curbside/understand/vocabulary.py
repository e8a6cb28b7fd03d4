"""Names that questions may hold, ready for looking up."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from curbside.model.question import Concept
from curbside.model.terms import Abbreviation, Term
from curbside.text.analyse import stem, words
from curbside.text.normalise import fold

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
    meanings: Mapping[Phrase, tuple[Concept, ...]] = field(init=False)
    """The phrases, and abbreviations that mean a drug or one of several drugs and nothing else ("pred")."""
    classes: Mapping[str, frozenset[str]] = field(init=False)
    """Folded name of a drug, drug class or condition -> folded names of every class it belongs to, its classes'
    classes too; without an entry: of none known."""
    shouted: Mapping[Phrase, str] = field(init=False)
    """Phrases of names in capitals (AIDS, MODS) -> the folded name: their stem alone ("aid", "mod") is another word."""
    short: Mapping[tuple[str, ...], Abbreviation] = field(init=False)
    """Folded words of an abbreviation ("f", "u") -> the abbreviation."""
    long: Mapping[Phrase, tuple[str, ...]] = field(init=False)
    """Expansion -> abbreviations of one word that mean it and nothing else."""
    spellings: Mapping[str, frozenset[Concept]] = field(init=False)
    """Folded single words of names -> what they are part of the name of; words for animals left out."""
    stems: frozenset[str] = field(init=False)
    """Stems of all words of names, and of abbreviations and their expansions."""
    beginning: Mapping[str, tuple[str, ...]] = field(init=False)
    """First letter -> the spellings of five letters or more that begin with it, sorted."""
    drug_words: tuple[str, ...] = field(init=False)
    """Those of the spellings that stand in the name of a drug or drug class, sorted."""
    longest: int = field(init=False)

    def __post_init__(self) -> None:
        phrases: dict[Phrase, Concept] = {}
        shouted: dict[Phrase, str] = {}
        spellings: dict[str, set[Concept]] = {}
        every: set[str] = set()
        for concept, name in self._names():
            looked_up = phrase(name)
            if phrases.setdefault(looked_up, concept) is concept and name.isupper() and len(looked_up) == 1:
                shouted[looked_up] = name.lower()
            every.update(looked_up)
            for word in words(name) if concept.kind != "animal" else ():
                spellings.setdefault(word, set()).add(concept)
        for abbreviation in self.abbreviations:
            every.update(phrase(" ".join((abbreviation.short, *abbreviation.long))))
        beginning: dict[str, list[str]] = {}
        for word in sorted(spellings):
            if len(word) >= 5 and word.isalpha():
                beginning.setdefault(word[0], []).append(word)
        put = object.__setattr__
        put(self, "phrases", phrases)
        put(self, "meanings", {**{key: (one,) for key, one in phrases.items()}, **_short(self, phrases, shouted)})
        put(self, "classes", _classes(self.terms))
        put(self, "shouted", shouted)
        put(self, "longest", max(map(len, phrases), default=0))
        put(self, "spellings", {word: frozenset(parts) for word, parts in spellings.items()})
        put(self, "stems", frozenset(every))
        put(self, "beginning", {first: tuple(found) for first, found in beginning.items()})
        drugs = (word for word, parts in sorted(spellings.items()) if any(c.kind.startswith("drug") for c in parts))
        put(self, "drug_words", tuple(word for word in drugs if len(word) >= 5))
        put(self, "short", {words(a.short): a for a in self.abbreviations})
        put(self, "long", _long(self.abbreviations))

    def _names(self) -> Iterable[tuple[Concept, str]]:
        for slug, names in self.topics.items():
            for name in names:
                yield Concept(names[0], "condition", name, slug, names), name
        for term in self.terms:
            for name in (term.name, *term.also):
                yield Concept(term.name, term.kind, name, also=(term.name, *term.also), classes=term.classes), name


def _short(
    vocabulary: Vocabulary, phrases: Mapping[Phrase, Concept], shouted: dict[Phrase, str]
) -> dict[Phrase, tuple[Concept, ...]]:
    """Abbreviations of one word that are no phrase yet and mean drugs only; "Mg" is a unit before it is magnesium."""
    found: dict[Phrase, tuple[Concept, ...]] = {}
    for abbreviation in vocabulary.abbreviations:
        key = phrase(abbreviation.short)
        meant = [phrases.get(phrase(long)) for long in abbreviation.long]
        named = tuple(one for one in meant if one is not None)
        drugs = len(named) == len(meant) and all(one.kind.startswith("drug") for one in named)
        word = abbreviation.short.isalpha() and (abbreviation.short.isupper() or len(abbreviation.short) > 2)
        if drugs and word and len(key) == 1 and key not in phrases:
            found[key] = named
            if abbreviation.short.isupper():
                shouted[key] = abbreviation.short.lower()
    return found


KINDS_OF: Mapping[str, tuple[str, ...]] = {
    "acute asthma": ("asthma",),
    "type 1 diabetes": ("diabetes mellitus",),
    "type 2 diabetes": ("diabetes mellitus",),
    "diabetic ketoacidosis": ("diabetes mellitus",),
    "heart failure with reduced ejection fraction": ("heart failure",),
    "heart failure with preserved ejection fraction": ("heart failure",),
    "acute heart failure": ("heart failure",),
    "end-stage kidney disease": ("chronic kidney disease",),
    "ischaemic stroke": ("stroke",),
    "status epilepticus": ("seizure",),
}
"""Conditions that are another one as far as cautions go: whoever has the first has the second."""


def _classes(terms: Iterable[Term]) -> dict[str, frozenset[str]]:
    """Every class of every name. A class all of whose drugs (two at least) are in another class belongs to it."""
    members: dict[str, set[str]] = {}
    for term in terms:
        for one in term.classes:
            members.setdefault(fold(one), set()).add(fold(term.name))
    parents = {fold(term.name): frozenset(map(fold, term.classes)) for term in terms if term.classes}
    for one, drugs in members.items():
        wider = (other for other, more in members.items() if other != one and len(drugs) > 1 and drugs < more)
        parents[one] = parents.get(one, frozenset()) | frozenset(wider)
    held = {fold(term.name) for term in terms}
    parents |= {fold(name): frozenset(map(fold, wider)) for name, wider in KINDS_OF.items() if fold(name) in held}
    return {name: found for name in parents if (found := _above(name, parents))}


def _above(name: str, parents: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found: set[str] = set()
    ahead = list(parents.get(name, ()))
    while ahead:
        one = ahead.pop()
        if one not in found and one != name:
            found.add(one)
            ahead += parents.get(one, ())
    return frozenset(found)


def _long(abbreviations: Iterable[Abbreviation]) -> dict[Phrase, tuple[str, ...]]:
    found: dict[Phrase, tuple[str, ...]] = {}
    for abbreviation in abbreviations:
        if len(abbreviation.long) == 1 and len(words(abbreviation.short)) == 1:
            key = phrase(abbreviation.long[0])
            found[key] = (*found.get(key, ()), abbreviation.short)
    return found
