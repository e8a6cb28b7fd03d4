"""From proposal to page: Claim -> Draft -> Judgement -> Answer. Read this first.

A `Draft` is unverified and no renderer accepts it. `verify` judges each claim; only judged claims
with a basis and an outside citation enter an `Answer`, and what was held back goes in beside them.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from curbside.errors import IntegrityError
from curbside.model.condition import Condition
from curbside.model.document import Citation, Extent, Fidelity, Passage, Span, Standing
from curbside.model.question import Query, Question, Scope
from curbside.model.regimen import Dose, Order, TaperStep
from curbside.model.topic import Extract, ReadIn, Strength, Table


class Wording(StrEnum):
    """Whose words a claim is in."""

    VERBATIM = "verbatim"
    OURS = "ours"


class Basis(StrEnum):
    """What a shown claim rests on; the reader sees it on every claim."""

    QUOTED = "quoted"
    CHECKED = "checked"
    CURATED = "curated"
    COMPUTED = "computed"


class Verdict(StrEnum):
    """What one check says of one claim."""

    SUPPORTED = "supported"
    NOT_ENOUGH = "not enough"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Cite:
    """The place a claim rests on: an extract an editor made, or a passage held here, or both."""

    reference: str
    """Key of the reference: a source key or a document id."""
    citation: Citation
    fidelity: Fidelity
    at: str
    read_in: ReadIn
    extract: Extract | None = None
    passage: Passage | None = None
    quote: Span | None = None
    """For verbatim claims: where the words stand in the document (document coordinates, within the passage)."""
    extent: Extent | None = None
    """How much of the source is held here; None: nothing."""
    population: tuple[str, ...] = ()
    """Populations the held document declares of itself."""

    def __post_init__(self) -> None:
        if self.extract is None and self.passage is None:
            raise IntegrityError(f"{self.reference}: a citation needs an extract or a passage")


@dataclass(frozen=True, slots=True)
class Computed:
    """Arithmetic on an order and patient facts, so that a reader can redo it by hand."""

    formula: str
    """With the figures in it, in the grammar of `text.arithmetic`: "20 mg/kg x 80 kg = 1,600 mg"."""
    inputs: tuple[tuple[str, str], ...]
    """(name, value with unit) of every patient fact used."""
    result: str
    """Exact, with unit, before any cap."""
    rounded: str
    """What to give: capped and rounded to what can be measured, with unit."""
    change: str | None = None
    """What capping or rounding changed, in words; None: nothing."""
    of: str = ""
    """Id of the claim whose order was calculated."""
    dose: Dose | None = None
    """The dose it applies."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence (or order, taper, table) a composer would like to show, and where it belongs."""

    id: str
    text: str
    wording: Wording
    cites: tuple[Cite, ...]
    section: str
    branch: str | None = None
    lead: bool = False
    bottom_line: bool = False
    discriminator: bool = False
    strength: Strength | None = None
    population: str | None = None
    order: Order | None = None
    taper: tuple[TaperStep, ...] = ()
    table: Table | None = None
    requires: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    parent: str | None = None
    remark: str | None = None
    """Said on the same line: "draft", "machine-derived transcription", "was given in this study"."""
    plain: str | None = None
    when: Condition | None = None
    unless: Condition | None = None
    reason: str | None = None
    aside: str | None = None
    """Why it is not for this patient; the gate withholds it, and its text names the drug without any amount."""
    jurisdiction: tuple[str, ...] = ()
    computed: Computed | None = None
    single_source: bool = False
    """A dose of a high-alert drug that rests on one extract only; the page says so."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A section of the page, in page order."""

    id: str
    heading: str
    branch: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Arm:
    """A branch of the deciding distinction, as the page shows it."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A composer's proposal. Nothing in it has been verified; it cannot be rendered."""

    question: Question
    query: Query
    title: str
    scope: Scope
    composed_by: str
    """"topics", "passages", "topics+passages" or "nobody"."""
    claims: tuple[Claim, ...] = ()
    outline: tuple[Outline, ...] = ()
    arms: tuple[Arm, ...] = ()
    topics: tuple[str, ...] = ()
    jurisdiction: tuple[str, ...] = ()
    updated_on: str | None = None
    reply: str | None = None
    """What the page says instead of, or above, an answer: a refusal, an abstention, where to turn."""
    notes: tuple[str, ...] = ()
    """Said to the asker above the answer: spelling that was read otherwise, a thin topic, what is assumed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in words a clinician understands."""

    check: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim with its verdict. Only `verify/judge.py` makes one."""

    claim: Claim
    basis: Basis | None
    """None: withheld."""
    findings: tuple[Finding, ...]

    @property
    def shown(self) -> bool:
        """Whether the claim may be shown."""
        return self.basis is not None

    @property
    def objection(self) -> Finding | None:
        """The first finding that speaks against the claim."""
        return next((f for f in self.findings if f.verdict is not Verdict.SUPPORTED), None)


@dataclass(frozen=True, slots=True)
class Withheld:
    """A claim held back, by which check and why. Part of the answer."""

    claim: Claim
    check: str
    reason: str


@dataclass(frozen=True, slots=True)
class Gap:
    """One item that must not be forgotten: "answered", "not_addressed" or "not_applicable"."""

    item: str
    status: str
    text: str


@dataclass(frozen=True, slots=True)
class Gated:
    """What the gate lets through."""

    shown: tuple[Judgement, ...]
    withheld: tuple[Withheld, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A numbered outside source of the page. `held`: its text can be opened here."""

    number: int
    id: str
    citation: Citation
    fidelity: Fidelity
    held: bool


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """Where the page stands with the board."""

    state: str
    """"submitted", "under_review", "approved" or "mixed"."""
    banner: str
    updated_on: str | None = None
    next_review: str | None = None
    approved_by: tuple[tuple[str, str, str], ...] = ()
    """(name, credential, ISO date); empty until a human board has approved."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made the answer: software version, digests of library and settings, composer."""

    software: str
    content: str
    library: str
    settings: str
    composer: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Only what we can stand behind, and openly, what we held back."""

    question: Question
    query: Query
    title: str
    scope: Scope
    composed_by: str
    claims: tuple[Judgement, ...]
    withheld: tuple[Withheld, ...]
    gaps: tuple[Gap, ...]
    references: tuple[Reference, ...]
    outline: tuple[Outline, ...]
    arms: tuple[Arm, ...]
    topics: tuple[str, ...]
    jurisdiction: tuple[str, ...]
    review: ReviewStatus
    provenance: Provenance
    disclaimer: str
    reply: str | None = None
    notes: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        numbered = {reference.id for reference in self.references}
        for judgement in self.claims:
            claim = judgement.claim
            if judgement.basis is None or not claim.cites:
                raise IntegrityError(f"unsupported claim in an answer: {claim.text!r}")
            for cite in claim.cites:
                if cite.citation.standing is Standing.RETRACTED or cite.reference not in numbered:
                    raise IntegrityError(f"{claim.text!r} rests on {cite.reference}, which may not be cited")

    @property
    def abstains(self) -> bool:
        """Whether the page answers nothing: no claim stands in a section. Claims may still stand with the reply."""
        sections = {section.id for section in self.outline}
        return not any(judgement.claim.section in sections for judgement in self.claims)
