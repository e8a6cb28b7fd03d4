"""The default composer: curated topics first, then sentences of the library. Works without a language model."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from curbside.compose.beside import beside, bottom_lines, concerning, for_patient, instead
from curbside.compose.focus import asked_for, branches_meant, covers
from curbside.compose.from_passages import OUTLINE, claims_from
from curbside.compose.from_topics import arms_of, claims_of, outline_of
from curbside.compose.once import Once
from curbside.compose.plainly import in_plain_words
from curbside.compose.replies import notes_on, reply_to
from curbside.compose.with_drugs import with_rules
from curbside.model.answer import Claim, Draft, Outline
from curbside.model.condition import Case
from curbside.model.drug import Formulary, barring, case_of
from curbside.model.evidence import Evidence
from curbside.model.question import Query, Question, Scope
from curbside.model.topic import Statement, Topic
from curbside.ports import Passages
from curbside.text.normalise import fold

ASKED = "asked"
"""Section of a narrowed page that answers the question itself."""
BESIDE = "reply"
"""Claims here stand in no section: they come with the reply."""


@dataclass(frozen=True, slots=True)
class Extractive:
    """Composes from topics and passages. `asking`: words that say what is wanted, not what it is wanted for."""

    passages: Passages
    asking: frozenset[str]
    formulary: Formulary

    def compose(self, question: Question, query: Query, evidence: Sequence[Evidence], topics: Sequence[Topic]) -> Draft:
        """A draft for any query: an answer, a reply, or both; without claims when nothing was found."""
        return replace(self, passages=Once(self.passages))._draft(question, query, evidence, topics)

    def _draft(self, question: Question, query: Query, evidence: Sequence[Evidence], topics: Sequence[Topic]) -> Draft:
        draft = Draft(
            question=question,
            query=query,
            title=_title(query, topics),
            scope=query.scope,
            composed_by="nobody",
            reply=reply_to(query),
            notes=notes_on(question, query),
        )
        if query.scope is Scope.UNKNOWN_ENTITY:
            return self._beside_reply(draft, [t for t in topics if t.slug in {c.topic for c in query.concepts}])
        if query.scope in (Scope.PERSONAL, Scope.EMERGENCY):
            return self._plainly(draft, topics)
        if query.scope is not Scope.CLINICAL:
            return draft
        speaking = [topic for topic in topics if covers(topic, query, self.asking)]
        if topics and not speaking:
            draft = replace(draft, notes=(*draft.notes, *(_beyond(topic) for topic in topics[:1])))
        curated = self._from_topics(draft, speaking) if speaking else draft
        return with_rules(self._from_passages(curated, evidence), self.formulary, self.passages)

    def _beside_reply(self, draft: Draft, topics: Sequence[Topic]) -> Draft:
        """Beside "no source knows this name": the bottom lines of the topic, with their cautions."""
        return _with_reply(
            draft,
            topics[:1],
            (
                claim
                for topic in (for_patient(topic, draft.query) for topic in topics[:1])
                for claim in claims_of(topic, bottom_lines(topic, draft.query), self.passages)
            ),
        )

    def _plainly(self, draft: Draft, topics: Sequence[Topic]) -> Draft:
        """Beside "speak to a doctor": the bottom lines of the topic in plain words, no order and no amount."""
        fitting = (for_patient(topic, draft.query) for topic in topics[:1])
        claims = (claim for topic in fitting for claim in in_plain_words(topic, draft.query, self.passages))
        return _with_reply(draft, topics[:1], claims)

    def _from_topics(self, draft: Draft, topics: Sequence[Topic]) -> Draft:
        topic = for_patient(topics[0], draft.query)
        case, meant = case_of(draft.query, self.formulary), branches_meant(topic, draft.query)
        asked = asked_for(topic, draft.query, self.asking)
        if asked:
            asked = (*asked, *(s for s in concerning(topic, case) if s not in asked))
            asked = (*asked, *(s for s in instead(topic, asked, self._barred(draft, case)) if s not in asked))
            claims, outline = self._narrowed(topic, asked, draft.query)
        else:
            claims, outline = claims_of(topic, topic.statements, self.passages), outline_of(topic, meant)
        notes = [*draft.notes, *_about(topic, len(topics[0].statements), bool(asked), draft.query)]
        called = {concept.topic for concept in draft.query.concepts}
        notes += [
            f"The question also touches “{other.title}”: topic “{other.slug}”."
            for other in topics[1:3]
            if other.slug in called
        ]
        return replace(
            draft,
            composed_by="topics",
            claims=claims,
            outline=outline,
            arms=() if asked else arms_of(topic, meant),
            topics=_slugs((topic,)),
            jurisdiction=topic.jurisdiction,
            updated_on=topic.updated_on,
            notes=tuple(notes),
        )

    def _barred(self, draft: Draft, case: Case) -> frozenset[str]:
        """Folded names of the drugs asked about that are not for this patient."""
        files = ((name, self.formulary.drugs.get(fold(name))) for name in draft.query.drugs)
        return frozenset(fold(name) for name, drug in files if drug and barring(drug, case))

    def _narrowed(
        self, topic: Topic, asked: tuple[Statement, ...], query: Query
    ) -> tuple[tuple[Claim, ...], tuple[Outline, ...]]:
        """The answer first; what must be shown whatever was asked follows in its sections, no longer as a bottom line."""
        answers = [replace(claim, section=ASKED, branch=None) for claim in claims_of(topic, asked, self.passages)]
        rest = claims_of(topic, beside(topic, asked, query), self.passages)
        claims = tuple(
            replace(claim, lead=False, bottom_line=False, discriminator=False) for claim in (*answers, *rest)
        )
        return claims, (Outline(ASKED, "What you asked"), *outline_of(topic))

    def _from_passages(self, draft: Draft, evidence: Sequence[Evidence]) -> Draft:
        telling = frozenset(draft.query.terms) - self.asking or frozenset(draft.query.terms)
        claims = claims_from(evidence, draft.query, telling, self.passages)
        if not claims:
            return draft
        composed = "topics+passages" if draft.claims else "passages"
        return replace(draft, claims=(*draft.claims, *claims), outline=(*draft.outline, *OUTLINE), composed_by=composed)


def _with_reply(draft: Draft, topics: Sequence[Topic], claims: Iterable[Claim]) -> Draft:
    """The draft with claims of the topics that stand beside its reply."""
    beside = tuple(
        replace(claim, section=BESIDE, bottom_line=False, discriminator=False, branch=None, parent=None)
        for claim in claims
    )
    slugs = _slugs(topics if beside else ())
    return replace(draft, claims=beside, composed_by="topics" if beside else "nobody", topics=slugs)


def _title(query: Query, topics: Sequence[Topic]) -> str:
    """The topic's title for this patient; else the condition and drugs asked about; else the question itself."""
    if topics:
        fitting = [
            title
            for fact, title in topics[0].title_for
            if query.patient.of(fact.partition("=")[0]).value == fact.partition("=")[2]
        ]
        return fitting[0] if fitting else topics[0].title
    names = [concept.name for concept in query.concepts]
    title = ": ".join(part for part in (", ".join(names), query.types[0].value) if part) if names else query.text
    return (title[:1].upper() + title[1:])[:200]


def _about(topic: Topic, whole: int, narrowed: bool, query: Query) -> list[str]:
    notes = []
    if query.patient.assumed:
        notes.append("No age was given: doses are for adults.")
    if len(topic.statements) < whole:
        notes.append(
            "The patient is a child: what the sources say of adults only is left out. Ask a paediatric specialist."
        )
    if topic.thin:
        notes.append("This topic is thin: few of its sources could be opened.")
    if narrowed:
        notes.append(
            f"Shown: what answers the question and what must not be missed. The whole page: topic “{topic.slug}”."
        )
    return notes


def _beyond(topic: Topic) -> str:
    return f"The topic “{topic.slug}” is held here and does not speak of what was asked."


def _slugs(topics: Sequence[Topic]) -> tuple[str, ...]:
    return tuple(topic.slug for topic in topics)
