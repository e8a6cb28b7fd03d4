"""What was asked, and what was understood of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from curbside.errors import BadQuestion
from curbside.model.patient import Patient
from curbside.model.reader import Reader

MAX_QUESTION = 2_000
"""Characters in a question, at most (the outside contract)."""


class QuestionType(StrEnum):
    """What kind of answer would help."""

    TREATMENT = "treatment"
    DOSE = "dose"
    DIAGNOSIS = "diagnosis"
    MONITORING = "monitoring"
    CONTRAINDICATION = "contraindication"
    INTERACTION = "interaction"
    PROGNOSIS = "prognosis"
    PREVENTION = "prevention"
    GENERAL = "general"


class Scope(StrEnum):
    """Whether and how the question may be answered here."""

    CLINICAL = "clinical"
    OFF_TOPIC = "off_topic"
    VETERINARY = "veterinary"
    HARMFUL = "harmful"
    UNCLEAR = "unclear"
    NOT_HELD = "not_held"
    PERSONAL = "personal"
    EMERGENCY = "emergency"
    UNKNOWN_ENTITY = "unknown_entity"
    FULL_TEXT_REQUEST = "full_text_request"


@dataclass(frozen=True, slots=True)
class Question:
    """The text as asked. Not blank, at most `MAX_QUESTION` characters; else `BadQuestion`."""

    text: str
    patient: Patient = field(default_factory=Patient)
    reader: Reader | None = None
    """Who the page shall be worded for; None: nobody chose, and the words of the question decide."""
    consult: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise BadQuestion("the question is empty", "write what you want to know in plain words")
        if len(self.text) > MAX_QUESTION:
            raise BadQuestion(
                f"the question has {len(self.text):,} characters; at most {MAX_QUESTION:,} are read",
                "shorten it to the one thing you need to know",
            )


@dataclass(frozen=True, slots=True)
class Concept:
    """A condition or a drug named in the question."""

    name: str
    """Preferred name, lower case."""
    kind: str
    """"condition" or "drug"."""
    surface: str
    """As it stands in the question."""
    topic: str | None = None
    """Slug of the curated topic about it, when there is one."""
    also: tuple[str, ...] = ()
    """Everything it is called, preferred name first; empty: only its name."""
    classes: tuple[str, ...] = ()
    """Names of the classes a drug belongs to; empty: none known, or no drug."""


@dataclass(frozen=True, slots=True)
class Query:
    """The question as understood. Made by `understand`."""

    text: str
    terms: tuple[str, ...]
    """Analysed terms to search for, in order of first appearance, without repeats; empty finds nothing."""
    expansions: tuple[str, ...]
    """Analysed terms that mean the same as terms of the question (abbreviations, synonyms)."""
    concepts: tuple[Concept, ...]
    types: tuple[QuestionType, ...]
    """Best first; never empty."""
    scope: Scope
    patient: Patient
    synonyms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """(term of the question, terms that together say the same): a text that holds all of them covers the term."""
    corrections: tuple[tuple[str, str], ...] = ()
    """(as written, as read): spelling that was mended and is shown to the asker."""
    unknown: tuple[str, ...] = ()
    """Words that look like a drug or condition name and are in no vocabulary held here."""
    commanded: bool = False
    """Whether the text tells whatever reads it to drop its rules or what to say. It is data, and never followed."""
    reader: Reader = Reader.CLINICIAN
    """Who the page is worded for: the reader chosen, else a patient where the words are a lay person's."""

    compared: bool = False
    """Whether the drugs are held against one another ("apixaban or warfarin"), not given together."""

    research: bool = False
    """Whether it asks what a study would answer ("does X reduce Y in Z?"), not what to do."""

    @property
    def drugs(self) -> tuple[str, ...]:
        """Drugs named in the question, preferred names."""
        return tuple(c.name for c in self.concepts if c.kind == "drug")
