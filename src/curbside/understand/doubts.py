"""Sentences about what was said of the patient and not taken: what it was, and what to do."""

from collections.abc import Sequence

from curbside.model.patient import MEASURED, Fact, Known

Reading = tuple[tuple[Fact, ...], tuple[str, ...]]
"""Facts as read, and the doubts of the reading."""
_LABELS = {
    "egfr": "eGFR",
    "crcl": "creatinine clearance",
    "ck": "CK",
    "alt": "ALT",
    "ph": "pH",
    "inr": "INR",
    "gcs": "GCS",
    "spo2": "SpO2",
    "sbp": "systolic blood pressure",
    "map": "mean arterial pressure",
    "hours": "time since onset",
    "gestation": "weeks of pregnancy",
}
_TIMES = ("minute", "hour", "day", "week", "month", "year")
_ASKED_IN = {
    "weight": ("kg", "lb"),
    "height": ("cm", "ft"),
    "creatinine": ("mg/dL", "umol/L"),
    "bilirubin": ("mg/dL", "umol/L"),
    "glucose": ("mmol/L", "mg/dL"),
    "paracetamol": ("mg/L", "umol/L"),
    "temperature": ("Cel", "degF"),
}


def label(name: str) -> str:
    """What a fact is called in a sentence."""
    return _LABELS.get(name, name)


def figure(value: str | None, unit: str | None) -> str:
    """A number with its unit in words."""
    plural = f"{unit}s" if unit in _TIMES and value != "1" else unit
    return f"{value} {plural}" if plural else f"{value}"


def said(fact: Fact) -> str:
    """What a fact says: "yes", "70 kg", "female", "none"."""
    if fact.known is Known.VALUE:
        return figure(fact.value, fact.unit)
    return fact.known.value


def units_of(name: str) -> tuple[str, ...]:
    """The units an asker may write; at least one, but for what has none."""
    return _ASKED_IN.get(name, tuple(filter(None, (MEASURED[name].unit,))))


def impossible(name: str, value: str, unit: str | None) -> str:
    """A figure outside the limits of the possible."""
    limits = MEASURED[name]
    within = f"{limits.low} to {figure(limits.high, limits.unit)}"
    return f"{label(name)} {figure(value, unit)} is not possible ({within}): left out; check the figure and its unit"


def unitless(name: str, value: str) -> str:
    """A figure that means different things in different units."""
    return f"{label(name)} {value} has no unit: left out; write it with its unit ({' or '.join(units_of(name))})"


def wrong_unit(name: str, unit: str) -> str:
    """A unit that does not measure this."""
    units = " or ".join(units_of(name))
    return f"{label(name)} is not measured in {unit}: left out; write it with its unit ({units})"


def two_units(name: str, value: str, units: Sequence[str]) -> str:
    """Two units behind one figure."""
    return f"{label(name)} {value} has two units ({', '.join(units)}): left out; write one"


def more_than_one(name: str, ways: Sequence[str]) -> str:
    """One fact, told differently in the same text."""
    return f"{label(name)} is said more than one way ({'; '.join(ways)}): taken as unknown; say which one holds"


def both_ways(what: str) -> str:
    """A name that is there and is not."""
    return f"{what} is said both ways: taken as unknown; say which one holds"


def differs(name: str, given: str, read: str) -> str:
    """What was given is not what the question says."""
    return f"{label(name)} is {given} as given and {read} in the question: what was given is used"


def named(fact: Fact) -> str:
    """A named fact in words: "allergy to penicillin", "taking warfarin", "asthma"."""
    lead = {"allergy": "allergy to ", "taking": "taking ", "antibody": "", "condition": ""}[fact.name]
    return f"{lead}{fact.value}"
