"""Verbatim sentences from passages held here, grouped by what they tell. Nothing is reworded.

Background and methods are not findings. What a trial gave is "was given in this study", never under what to do.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from curbside.compose.alone import forbids, leans, speaks_to_the_reader
from curbside.compose.conduct import is_conduct
from curbside.model.answer import Cite, Claim, Outline, Wording
from curbside.model.document import Extent, Fidelity, Kind, Role, Span, Standing
from curbside.model.evidence import Evidence, Held
from curbside.model.question import Query, QuestionType
from curbside.model.topic import ReadIn
from curbside.ports import Passages
from curbside.text.analyse import analyse
from curbside.text.quantities import quantities
from curbside.text.sentences import sentences

GUIDELINES, FINDINGS, GIVEN, HARMS = "guidelines-say", "findings", "given", "harms"
OUTLINE = (
    Outline(GUIDELINES, "What guidelines say"),
    Outline(FINDINGS, "What reviews and studies found"),
    Outline(GIVEN, "What was given in studies"),
    Outline(HARMS, "Harms that were reported"),
)
OPENED = 6
"""Documents whose other passages are read, at most."""
PER_DOCUMENT = 3
"""Sentences quoted from one document, at most."""
PER_GUIDELINE = 8
"""Sentences quoted from one guideline, at most."""
MOST = 14
"""Sentences quoted on one page, at most."""
SHARE = 0.25
"""Share of the question's telling words, by count, that a quoted sentence must hold itself."""
FEW, MOSTLY = 3, 0.3
"""A sentence and its title together must hold all of fewer than FEW telling words, and this share of more."""
LONGEST = 700
"""Code points of a quoted sentence, at most: longer ones are lists that were never closed."""
WORDS = 5
"""Words in a quoted sentence, at least: shorter ones are labels."""

_AIM = re.compile(
    r"\b(?:aim(?:s|ed)?|objectives?|purpose|hypothes[ie]\w*|we (?:sought|investigated|examined|evaluated|assessed|compared)|to (?:evaluate|"
    r"investigate|determine|assess|examine|compare|test whether)|this (?:study|trial|review|article|protocol) (?:aim|evaluat|investigat|describ|will)"
    r"\w*|will be|protocol|remains? (?:unclear|unknown)|is (?:not|little) known|registered|trial registration|informed consent|ethic\w+)\b",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"\b(?:were|was) (?:randomi[sz]ed|randomly|assigned|allocated|recruited|enrolled|included|excluded|measured|recorded|collected|analy[sz]ed|"
    r"calculated|performed|defined|assessed|evaluated|compared|screened|eligible)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:received|receive|given|administered|treated with|dose of|doses of|prescribed|took|infus\w+)\b", re.IGNORECASE
)
_HARM = re.compile(
    r"\b(?:adverse|side[- ]effects?|harms?|harmful|toxicit\w+|tolerab\w+|(?:well|poorly) tolerated|withdrawals? due|safety (?:profile|events?))\b",
    re.IGNORECASE,
)
_AMOUNT_UNITS = frozenset(
    {"mg", "mL", "units", "IU", "mmol", "mEq", "MBq", "tablet", "capsule", "puff", "spray", "drop"}
)
"""What amounts of a drug are counted in, as quantities are compared: 1 g is 1000 mg."""
_PER_VOLUME = frozenset({"L", "dL", "mL", "mcL"})
"""An amount per volume is a laboratory value or a strength; millilitres a minute are a kidney's."""
_LOCATED = {Role.ABSTRACT: "abstract", Role.TITLE: "title"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that might be quoted; `share` is the part of the telling words it holds, 0 to 1."""

    evidence: Evidence
    start: int
    end: int
    share: float
    section: str

    @property
    def quote_start(self) -> int:
        """Where it begins in the document."""
        return self.evidence.passage.span.start + self.start

    @property
    def text(self) -> str:
        """The words, as they stand in the passage."""
        return self.evidence.passage.text[self.start : self.end]


def claims_from(
    evidence: Sequence[Evidence], query: Query, telling: frozenset[str], passages: Passages
) -> tuple[Claim, ...]:
    """Quoted sentences, the best document first; empty when no sentence tells something about what was asked."""
    chosen: list[Candidate] = []
    for candidate in _ranked(_widened(evidence, passages), query, telling):
        same = [c for c in chosen if c.evidence.held.id == candidate.evidence.held.id]
        most = PER_GUIDELINE if _is_guideline(candidate.evidence) else PER_DOCUMENT
        if len(same) < most and all(c.text != candidate.text for c in chosen):
            chosen.append(candidate)
        if len(chosen) == MOST:
            break
    places = [section.id for section in OUTLINE]
    paged = sorted(chosen, key=lambda candidate: places.index(candidate.section))
    return tuple(_claim(candidate, number) for number, candidate in enumerate(paged, start=1))


def _widened(evidence: Sequence[Evidence], passages: Passages) -> list[Evidence]:
    """The evidence, and the other passages of the best documents: the passage that shows what a paper is about is often
    its methods, and what it found stands elsewhere."""
    wide = list(evidence)
    for id in list(dict.fromkeys(item.held.id for item in evidence))[:OPENED]:
        items = [item for item in evidence if item.held.id == id]
        there = {item.passage.id for item in items}
        last = items[-1]
        wide += [
            Evidence(p, last.held, last.rank, last.score, last.coverage)
            for p in passages.passages_of(id)
            if p.id not in there and p.document_digest == last.held.digest
        ]
    return wide


def _ranked(evidence: Sequence[Evidence], query: Query, telling: frozenset[str]) -> list[Candidate]:
    """Documents in the order of their best passage; within one, fuller sentences first, conclusions before the rest."""
    order: dict[str, int] = {}
    for item in evidence:
        order.setdefault(item.held.id, len(order))
    found = [c for item in evidence for c in _candidates(item, query, telling)]

    def key(c: Candidate) -> tuple[int, bool, float, bool, int, str, int]:
        held, passage = c.evidence.held, c.evidence.passage
        # A dose out of a machine-derived text never stands (check F1): it must not crowd out what does.
        doomed = held.fidelity is not Fidelity.ORIGINAL and _is_dosed(c.text)
        concluding = passage.role in (Role.CONCLUSIONS, Role.RECOMMENDATION, Role.TREATMENT)
        return order[held.id], doomed, -c.share, not concluding, c.evidence.rank, passage.document_id, c.quote_start

    return sorted(found, key=key)


def _candidates(item: Evidence, query: Query, telling: frozenset[str]) -> Iterator[Candidate]:
    passage, guideline = item.passage, _is_guideline(item)
    title = _said(item.held.citation.title, query)
    # In a guideline about the condition itself, every sentence is about it without naming it again.
    about = guideline and telling <= title
    hanging = forbidden = False
    for start, end in sentences(passage.text):
        text = passage.text[start:end]
        # What follows a dose that cannot be shown may speak of it ("not in renal impairment").
        hanging = hanging or (item.held.fidelity is not Fidelity.ORIGINAL and _is_dosed(text))
        if text.endswith(":"):
            forbidden = forbids(text)
            continue
        if forbidden or (hanging and not _is_dosed(text)) or leans(text) or speaks_to_the_reader(text):
            continue
        said = _said(text, query)
        share = 1.0 if about else len(telling & said) / max(len(telling), 1)
        if share < SHARE or not (about or _covers(telling, said | title)):
            continue
        if len(text.split()) < WORDS or len(text) > LONGEST:
            continue
        section = _section(text, passage.role, guideline, query)
        if section is not None:
            yield Candidate(item, start, end, share + _fits(passage.role, query), section)


def _said(text: str, query: Query) -> frozenset[str]:
    """The terms of a text, and those of the question that it says in other words."""
    terms = frozenset(analyse(text))
    return terms | {term for term, group in query.synonyms if group and terms.issuperset(group)}


def _covers(telling: frozenset[str], said: frozenset[str]) -> bool:
    """Whether a sentence with its title speaks of what was asked: of both words of two, of most of more."""
    return len(telling & said) >= (len(telling) if len(telling) < FEW else MOSTLY * len(telling))


def _is_guideline(item: Evidence) -> bool:
    return item.held.citation.kind in (Kind.GUIDELINE, Kind.CONSENSUS)


def _is_dosed(text: str) -> bool:
    """Whether a drug could be given by it (as check F1 reads it)."""
    return any(
        q.kind == "amount"
        and q.unit in _AMOUNT_UNITS
        and not (q.unit == "mL" and "minute" in q.per)
        and _PER_VOLUME.isdisjoint(per.split()[-1] for per in q.per)
        for q in quantities(text)
    )


def _section(text: str, role: Role, guideline: bool, query: Query) -> str | None:
    """Where the sentence belongs; None when it is no finding."""
    if role is Role.TITLE or text.endswith("?"):
        return None
    if guideline:
        wanted = role is not Role.BACKGROUND or QuestionType.GENERAL in query.types
        return GUIDELINES if wanted and role is not Role.METHODS else None
    if role is Role.BACKGROUND or _AIM.search(text):
        return None
    if _is_dosed(text) and _GIVEN.search(text) and not is_conduct(text):
        return GIVEN
    if role is Role.METHODS or _METHOD.search(text) or is_conduct(text):
        return None
    return HARMS if _HARM.search(text) and not _HARM.search(query.text) else FINDINGS


def _fits(role: Role, query: Query) -> float:
    """A little more for a section that answers this type of question; at most a quarter."""
    fitting = {
        QuestionType.TREATMENT: (Role.TREATMENT, Role.RECOMMENDATION),
        QuestionType.DOSE: (Role.TREATMENT, Role.RECOMMENDATION),
        QuestionType.CONTRAINDICATION: (Role.CAUTIONS,),
        QuestionType.INTERACTION: (Role.CAUTIONS,),
        QuestionType.PREVENTION: (Role.RECOMMENDATION,),
    }
    return 0.25 if any(role in fitting.get(kind, ()) for kind in query.types) else 0.0


def _claim(candidate: Candidate, number: int) -> Claim:
    passage, held = candidate.evidence.passage, candidate.evidence.held
    quote = Span(passage.span.start + candidate.start, passage.span.start + candidate.end)
    cite = Cite(
        reference=held.id,
        citation=held.citation,
        fidelity=held.fidelity,
        at=passage.heading or _LOCATED.get(passage.role, "text"),
        read_in=_read_in(held),
        passage=passage,
        quote=quote,
        extent=held.extent,
        population=held.population,
    )
    return Claim(
        id=f"q{number}",
        text=candidate.text,
        wording=Wording.VERBATIM,
        cites=(cite,),
        section=candidate.section,
        remark=_remark(candidate),
    )


def _read_in(held: Held) -> ReadIn:
    """A transcription, by hand or by machine, restates the original however much of it is held."""
    if held.fidelity is not Fidelity.ORIGINAL:
        return ReadIn.RESTATEMENT
    return ReadIn.ORIGINAL if held.extent is Extent.FULL_TEXT else ReadIn.ABSTRACT


def _remark(candidate: Candidate) -> str | None:
    """What must be said on the same line; None when nothing has to be."""
    held = candidate.evidence.held
    said = list(_remarks(candidate))
    if held.fidelity is not Fidelity.ORIGINAL and not any(held.fidelity.value in remark for remark in said):
        said.append(held.fidelity.value)
    return "; ".join(dict.fromkeys(said)) or None


def _remarks(candidate: Candidate) -> Iterable[str]:
    held = candidate.evidence.held
    yield from held.remarks
    if held.citation.standing not in (Standing.CURRENT, Standing.UNCHECKED):
        yield f"source is {_STANDING[held.citation.standing]}"
    if held.citation.kind is Kind.PREPRINT:
        yield "preprint"
    if "animal" in held.population and "humans" not in held.population:
        yield "animal study"
    if candidate.section == GIVEN:
        yield "was given in this study; not a recommendation"
    elif candidate.section != GUIDELINES and _is_dosed(candidate.text):
        yield "a finding, not a recommendation"


_STANDING = {
    Standing.CORRECTED: "corrected: see the correction",
    Standing.DRAFT: "a draft",
    Standing.CONCERN: "under an expression of concern",
    Standing.SUPERSEDED: "superseded",
}
