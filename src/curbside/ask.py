"""The main verb: a question becomes a cited, checked answer. The whole way is on this screen."""

from dataclasses import dataclass

from curbside.dosing.dose import dose
from curbside.dosing.kidney import derived
from curbside.model.answer import Answer, Provenance
from curbside.model.drug import Formulary, case_of
from curbside.model.question import Question
from curbside.ports import Check, Composer, Index, Passages, Shelf
from curbside.retrieve.select import select
from curbside.safety.fit import fit
from curbside.safety.gate import gate
from curbside.understand.understand import understand
from curbside.understand.vocabulary import Vocabulary
from curbside.verify.judge import judge
from curbside.verify.sign import sign


@dataclass(frozen=True, slots=True)
class Engine:
    """Everything an answer is made of. `depth` is the number of passages read per question."""

    vocabulary: Vocabulary
    topics: Shelf
    index: Index
    passages: Passages
    composer: Composer
    formulary: Formulary
    checks: tuple[Check, ...]
    provenance: Provenance
    depth: int


def ask(question: Question, engine: Engine) -> Answer:
    """The answer to a question; the same question over the same library gives the same answer."""
    query = derived(understand(question, engine.vocabulary))
    topics = engine.topics.about(query)
    evidence = select(engine.index.search(query, k=engine.depth), engine.passages, query, engine.index.weight)
    draft = engine.composer.compose(question, query, evidence, topics)
    draft = dose(fit(draft, case_of(query, engine.formulary), engine.formulary), engine.formulary)
    judged = tuple(judge(claim, engine.checks) for claim in draft.claims)
    return sign(draft, gate(judged, draft, engine.formulary), engine.provenance, engine.formulary)
