"""The patient as the page shows them: what was read, what was not taken, what is not known, what is assumed."""

from collections.abc import Iterator

from curbside.model.answer import Answer
from curbside.model.patient import MEASURED, NAMED, Fact, Known, Patient
from curbside.render.blocks import Block, Line, Run, Style, line
from curbside.render.words import FACTS, UNITS

_KIDNEY = ("egfr", "crcl", "creatinine", "dialysis")
_NAMES = {"condition": "", "taking": "taking", "allergy": "allergy to", "antibody": ""}
_NONE = {
    "condition": "no other conditions",
    "taking": "no other drugs",
    "allergy": "no known allergies",
    "antibody": "no antibodies",
}


def patient_blocks(answer: Answer) -> Iterator[Block]:
    """Lines on the patient; what is not known and what is assumed only where something is claimed."""
    patient = answer.query.patient
    read = [fact(one) for one in patient.facts if one.known is not Known.UNKNOWN]
    if read:
        yield line(f"Read about the patient: {'; '.join(read)}.")
    for doubt in patient.doubts:
        yield Line(
            (Run("Not taken:", Style.ALERT), Run(f"{doubt[:1].upper()}{doubt[1:]}{'' if doubt[-1:] in '.?!' else '.'}"))
        )
    if not answer.claims:
        return
    yield line(f"Not known: {', '.join(not_known(patient))}. What depends on these is not worked out.")
    if patient.assumed:
        yield line(f"Assumed: {', '.join(patient.assumed)}.")


def not_known(patient: Patient) -> tuple[str, ...]:
    """What a prescriber would ask and nobody said, in words; never empty: nobody says everything."""
    names = ["sex", "age"]
    if patient.of("sex").value != "male":
        names += ["pregnancy", "breast-feeding"]
    names += ["weight", "kidney function", "allergies", "other drugs", "other conditions"]
    told: dict[str, Fact | None] = {
        "breast-feeding": patient.of("lactation"),
        "kidney function": next((f for name in _KIDNEY if (f := patient.of(name)).known is not Known.UNKNOWN), None),
        "allergies": patient.of("allergy"),
        "other drugs": patient.of("taking"),
        "other conditions": patient.of("condition"),
    }
    found = {name: told[name] if name in told else patient.of(name) for name in names}
    unknown = [name for name, one in found.items() if one is None or one.known is Known.UNKNOWN]
    return tuple(unknown) or ("anything else about the patient",)


def fact(value: Fact) -> str:
    """ "weight 70 kg", "pregnancy: yes", "allergy to penicillin (anaphylaxis)", "eGFR 15 to 29 mL/min/1.73 m2"."""
    detail = f" ({value.detail})" if value.detail else ""
    carried = f", {value.source}" if value.source in ("carried over", "calculated") else ""
    name = FACTS.get(value.name, value.name)
    if value.known is not Known.VALUE:
        if value.name in NAMED:
            return (_NONE[value.name] if value.value is None else f"no {value.name}: {value.value}") + carried
        return f"{name}: {value.known}{carried}"
    if value.name in NAMED:
        return f"{_NAMES[value.name]} {value.value}".strip() + detail + carried
    number = (value.value or "").replace("-", " to ") if value.name in MEASURED else value.value
    unit = UNITS.get(value.unit or "", value.unit)
    return " ".join(part for part in (name, number, unit) if part) + detail + carried
