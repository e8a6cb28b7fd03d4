"""Which curated topics a question is about: those it names, then those its words and findings point to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from curbside.model.condition import Case, Criterion, met
from curbside.model.patient import Known
from curbside.model.question import Query
from curbside.model.topic import Cue, Head, Topic
from curbside.text.analyse import analyse
from curbside.text.normalise import fold


@dataclass(frozen=True)
class CuratedShelf:
    """The curated topics, by slug, with the classes that drugs and conditions belong to (folded names)."""

    topics: Mapping[str, Topic]
    heads: Mapping[str, Head]
    """By the same slugs; only the topics a question is about are looked up."""
    classes: Mapping[str, frozenset[str]]
    preferred: Mapping[str, str] = field(default_factory=dict)
    """Any folded name of a drug, class or condition -> its folded preferred name."""

    def about(self, query: Query) -> tuple[Topic, ...]:
        """Topics named in the question, in the order they are named; then those a cue reaches, the most telling first."""
        named = [slug for slug in dict.fromkeys(c.topic for c in query.concepts if c.topic) if slug in self.topics]
        named += [slug for slug in self._called(query) if slug not in named]
        named.sort(key=lambda slug: self._is_a_reaction(slug, query))
        reached = [slug for slug in self._reached(query) if slug not in named]
        return tuple(self.topics[slug] for slug in (*named, *reached))

    def _is_a_reaction(self, slug: str, query: Query) -> bool:
        """Whether a topic is named only as what happened once ("anaphylaxis to penicillin"): another one then leads."""
        names = {fold(name) for name in self.heads[slug].names}
        return any(fact.detail and fold(fact.detail) in names for fact in query.patient.all("allergy"))

    def _called(self, query: Query) -> list[str]:
        """Topics that share a name with a condition of the question, however it is called there."""
        asked = [{fold(name) for name in (c.name, *c.also)} for c in query.concepts if c.kind == "condition"]
        names = {slug: {fold(name) for name in head.names} for slug, head in self.heads.items()}
        return [slug for own in asked for slug in sorted(names) if own & names[slug]]

    def _reached(self, query: Query) -> list[str]:
        asked = _Asked.of(query, self.classes, self.preferred)
        telling = {slug: max((asked.weight(cue) for cue in head.cues), default=0) for slug, head in self.heads.items()}
        return sorted((slug for slug, weight in telling.items() if weight), key=lambda slug: (-telling[slug], slug))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question holds, as far as cues are concerned."""

    terms: frozenset[str]
    names: frozenset[str]
    """Folded names of what it names, with every class that belongs to it."""
    case: Case
    preferred: Mapping[str, str]

    @staticmethod
    def of(query: Query, classes: Mapping[str, frozenset[str]], preferred: Mapping[str, str]) -> "_Asked":
        own = frozenset(fold(c.name) for c in query.concepts)
        own |= frozenset(fact.value for fact in query.patient.facts if fact.known is Known.VALUE and fact.value)
        wider = frozenset[str]().union(*(classes.get(name, frozenset()) for name in own))
        also = frozenset(fold(name) for c in query.concepts for name in c.also)
        terms = frozenset((*query.terms, *query.expansions))
        return _Asked(terms, own | wider | also, Case(query.patient, own, classes), preferred)

    def weight(self, cue: Cue) -> int:
        """Parts of a cue, and words that met them; 0 when a part is not met."""
        met_by = [self._met(words, findings) for words, findings in zip(cue.parts, cue.findings, strict=True)]
        return sum(10 + found for found in met_by) if all(met_by) else 0

    def _met(self, words: tuple[str, ...], findings: tuple[Criterion, ...]) -> int:
        """How many words the longest alternative has that is met; 0: none is."""
        found = [1 for one in findings if met(one, self.case) is Known.YES]
        for way in words:
            terms = analyse(way)
            named = fold(way) in self.names or self.preferred.get(fold(way)) in self.names
            if named or (terms and frozenset(terms) <= self.terms):
                found.append(max(len(terms), 1))
        return max(found, default=0)
