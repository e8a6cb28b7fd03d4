"""The patient in the question: facts that are known, and the rest that is unknown. Unknown is never no."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Known(StrEnum):
    """State of one fact."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Limits:
    """The unit a measured fact is told in, and what a person can have: outside it, it is a slip."""

    unit: str
    low: str
    high: str


MEASURED: Mapping[str, Limits] = {
    "age": Limits("year", "0", "120"),
    "gestation": Limits("week", "1", "44"),
    "weight": Limits("kg", "0.3", "350"),
    "height": Limits("cm", "20", "260"),
    "creatinine": Limits("mg/dL", "0.1", "40"),
    "egfr": Limits("mL/min/1.73 m2", "1", "250"),
    "crcl": Limits("mL/min", "1", "350"),
    "potassium": Limits("mmol/L", "1", "15"),
    "sodium": Limits("mmol/L", "80", "220"),
    "bicarbonate": Limits("mmol/L", "1", "60"),
    "glucose": Limits("mmol/L", "0.2", "150"),
    "ketones": Limits("mmol/L", "0", "30"),
    "lactate": Limits("mmol/L", "0.1", "40"),
    "ph": Limits("", "6.3", "8"),
    "ck": Limits("units/L", "1", "1000000"),
    "alt": Limits("units/L", "1", "50000"),
    "bilirubin": Limits("mg/dL", "0", "80"),
    "inr": Limits("", "0.5", "30"),
    "platelets": Limits("10*9/L", "0", "5000"),
    "paracetamol": Limits("mg/L", "0", "3000"),
    "sbp": Limits("mmHg", "20", "330"),
    "map": Limits("mmHg", "10", "250"),
    "spo2": Limits("%", "20", "100"),
    "gcs": Limits("", "3", "15"),
    "temperature": Limits("Cel", "20", "46"),
    "hours": Limits("hour", "0", "2000"),
}
"""Facts with a number, the unit they are compared in, and the limits of the possible (not of the normal): wide enough
for any patient a page is for, narrow enough for a
slip of the unit."""

STATED = ("pregnancy", "lactation", "dialysis")
"""Facts that are yes, no or unknown."""

NAMED = ("allergy", "taking", "condition", "antibody")
"""Facts that name something, any number of them; each names one thing that is there, is not, or is not known."""

FACTS = ("sex", *MEASURED, *STATED, *NAMED)
"""Everything a patient can be told by."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known or not known about the patient."""

    name: str
    known: Known
    value: str | None = None
    """`MEASURED` facts (`Known.VALUE`): a decimal, or a range "15-29" where only that is known. `NAMED` facts: what is
    named, by its preferred name; None with `Known.NO`: nothing of the kind. "sex": "female" or "male"."""
    unit: str | None = None
    """As stated; one that `model.measure` knows."""
    source: str = "question"
    """"question", "given", "carried over" or "calculated"."""
    detail: str | None = None
    """What else was said: "anaphylaxis" of an allergy, "150 mg" of a drug taken, "Cockcroft-Gault" of an estimate."""


@dataclass(frozen=True, slots=True)
class Patient:
    """Facts, measured and stated ones once each, in a fixed order. A name that is absent is unknown."""

    facts: tuple[Fact, ...] = ()
    assumed: tuple[str, ...] = ()
    """What the page takes for granted and says so, for instance "adult"."""
    doubts: tuple[str, ...] = ()
    """What was said and not taken, in words for the asker: contradictions, impossible values, numbers without unit."""

    def of(self, name: str) -> Fact:
        """The (first) fact called `name`; unknown when nobody stated it."""
        return next((f for f in self.facts if f.name == name), Fact(name, Known.UNKNOWN))

    def all(self, name: str) -> tuple[Fact, ...]:
        """Every fact of a name, in order; empty when nobody stated one."""
        return tuple(f for f in self.facts if f.name == name)
