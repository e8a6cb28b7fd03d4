"""The patient in the question: facts that are known, and the rest that is unknown. Unknown is never no."""

from dataclasses import dataclass
from enum import StrEnum


class Known(StrEnum):
    """State of one fact."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known or not known about the patient."""

    name: str
    known: Known
    value: str | None = None
    """As written, for `Known.VALUE` only."""
    unit: str | None = None
    source: str = "question"
    """"question", "given" or "carried over"."""


@dataclass(frozen=True, slots=True)
class Patient:
    """Facts by name, in a fixed order. A name that is absent is unknown."""

    facts: tuple[Fact, ...] = ()
    assumed: tuple[str, ...] = ()
    """What the page takes for granted and says so, for instance "adult"."""

    def of(self, name: str) -> Fact:
        """The fact called `name`; unknown when nobody stated it."""
        return next((f for f in self.facts if f.name == name), Fact(name, Known.UNKNOWN))
