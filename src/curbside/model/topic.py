"""Curated topics: statements in our words, each resting on an extract of an outside source."""

from dataclasses import dataclass, field
from enum import StrEnum

from curbside.model.condition import Condition, Criterion
from curbside.model.document import Citation, Fidelity
from curbside.model.question import QuestionType
from curbside.model.regimen import Order, TaperStep


class ReadIn(StrEnum):
    """Where the editor read what the extract holds."""

    ORIGINAL = "original"
    ABSTRACT = "abstract"
    RESTATEMENT = "restatement"


@dataclass(frozen=True, slots=True)
class Strength:
    """Strength and certainty exactly as the source published them; None where it gave none."""

    system: str
    strength: str | None
    certainty: str | None
    direction: str | None
    """"for", "against" or None."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What one cited place says, as read by an editor: figures, units, drugs, directions and populations.

    `says` holds one line per fact, in our words. A line binds the drug and the figures that stand in it;
    the checks read a line as they read a sentence of a passage held here.
    """

    source: str
    """Key in the source list, e.g. "idsa-ssti-2014"."""
    key: str
    at: str
    """Locator in words: "p. 20, Table 4", "abstract", "recommendation 3"."""
    read_in: ReadIn
    says: tuple[str, ...]
    population: tuple[str, ...] = ()
    """Populations the place speaks of: adult, child, infant, neonate, pregnancy, women, men, animal; empty: not stated."""
    strength: Strength | None = None
    line: int = field(default=0, compare=False)
    """Where it stands in its file; 1 is the first line, 0 unknown."""


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the source list."""

    key: str
    citation: Citation
    fidelity: Fidelity
    extracts: tuple[Extract, ...]
    """At least one."""
    line: int = field(default=0, compare=False)
    """Where it stands in its file; 1 is the first line, 0 unknown."""


@dataclass(frozen=True, slots=True)
class Cue:
    """How a question reaches a topic without naming it: every part must be found in it, by words or by a finding."""

    parts: tuple[tuple[str, ...], ...]
    """For each part its alternatives in words: names, classes, phrases."""
    findings: tuple[tuple[Criterion, ...], ...]
    """For each part, in the same order, its alternatives that are findings of the patient."""


@dataclass(frozen=True, slots=True)
class Table:
    """A small table; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or one order of a topic, with what it rests on."""

    id: str
    """Unique in its topic, stable over revisions."""
    text: str
    section: str
    cites: tuple[str, ...]
    """`source-key/extract-key`; at least one."""
    plain: str | None = None
    """Wording for a patient; same figures, same cautions."""
    lead: bool = False
    bottom_line: bool = False
    must_show: bool = False
    strength: Strength | None = None
    population: str | None = None
    """"adult", "child", "pregnancy" or None: not limited."""
    types: tuple[QuestionType, ...] = ()
    """Kinds of question this statement helps with; empty means all."""
    order: Order | None = None
    taper: tuple[TaperStep, ...] = ()
    table: Table | None = None
    requires: tuple[str, ...] = ()
    """Ids of the statements that must be shown with it (its cautions)."""
    addresses: tuple[str, ...] = ()
    """Items of the not-to-be-forgotten list it answers: pregnancy, lactation, kidney, liver, age, weight, allergy,
    interactions, prophylaxis, infection."""
    against: tuple[str, ...] = ()
    """Ids of statements of this topic that other guidance contradicts it with (a disagreement, shown side by side)."""
    parent: str | None = None
    """Id of the statement it is a point under."""
    when: Condition | None = None
    """For which patients it is: holds, it comes first; does not hold, it is left out; unknown, it stands as it is."""
    unless: Condition | None = None
    """For which patients it is put aside; unknown, it stands."""
    reason: str | None = None
    """Why it is put aside, in a few words."""
    fact: str | None = None
    """Statements of several topics with the same key carry the same figures."""
    jurisdiction: tuple[str, ...] = ()
    """Where it holds; empty: not limited."""
    line: int = 0
    """Where it stands in its file; 1 is the first line, 0 unknown."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One arm of the deciding distinction. Its bottom line is made of the statements marked so."""

    id: str
    label: str
    discriminators: tuple[str, ...]
    """Ids of the statements that tell this branch from the others."""
    names: tuple[str, ...] = ()
    """Names of the topic that mean this branch alone."""


@dataclass(frozen=True, slots=True)
class TopicSection:
    """A section of the page, in page order. `branch` None: it belongs to all branches."""

    id: str
    heading: str
    branch: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """How a question reaches a topic, read before the topic is."""

    slug: str
    title: str
    names: tuple[str, ...]
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """All that is curated about one subject."""

    slug: str
    title: str
    title_for: tuple[tuple[str, str], ...]
    """(patient fact as "sex=female", title): the first that fits the patient is the page's title."""
    revision: str
    updated_on: str
    """ISO date of the last edit."""
    jurisdiction: tuple[str, ...]
    names: tuple[str, ...]
    """What the condition is called, preferred name first, lower case; abbreviations included."""
    deciding: str | None
    """Id of the section that holds the deciding distinction."""
    branches: tuple[Branch, ...]
    sections: tuple[TopicSection, ...]
    statements: tuple[Statement, ...]
    glossary: tuple[tuple[str, str], ...] = ()
    unverified: tuple[str, ...] = ()
    """What is believed and not shown, because its source has not been opened."""
    thin: bool = False
    cues: tuple[Cue, ...] = ()
    """How a question reaches it without naming it; empty: only by its names."""
    digest: str = ""
    """SHA-256 over the file it came from and the sources it cites."""
    sources: tuple[Source, ...] = field(default=(), repr=False)
    """The entries of the source list that the statements cite, in order of first citation."""

    def statement(self, id: str) -> Statement:
        """The statement called `id`; KeyError when there is none (the loader makes sure there is)."""
        for statement in self.statements:
            if statement.id == id:
                return statement
        raise KeyError(id)
