"""A verb above `ask`: in a consult, what was said of the patient before holds for the next question, until it turns to
another patient."""

from dataclasses import dataclass, replace

from curbside.model.condition import ADULT, number
from curbside.model.patient import Known, Patient
from curbside.model.question import Question
from curbside.model.reader import Reader
from curbside.understand.facts import CARRIED, patient_of
from curbside.understand.people import another_patient
from curbside.understand.vocabulary import Vocabulary

_ANOTHER_IS_READ = "{what} differs from what was said before: read as another patient, nothing is carried over; say again what still holds"


@dataclass(frozen=True, slots=True)
class Turn:
    """The next question of a consult."""

    question: Question
    """Its patient holds the facts carried over; those it tells itself are read when it is asked, and win."""
    topics: tuple[str, ...]
    """Slugs of the topics still spoken of, for a question that names none; empty after a change of patient."""


def follow(
    text: str, carried: Patient, topics: tuple[str, ...], vocabulary: Vocabulary, reader: Reader | None = None
) -> Turn:
    """The question that follows. `carried`: the patient of the answer before.

    Another patient ("next case, 70 M"), another sex or age than before, or a child where an adult was spoken of drops
    every fact carried over: the weight of somebody else is worse than none. `BadQuestion` for a text that is none."""
    kept = _kept(carried)
    if another_patient(text):
        return Turn(Question(text, Patient(), reader), ())
    differing = _differing(patient_of(text, Patient(), vocabulary), carried)
    if differing:
        doubt = _ANOTHER_IS_READ.format(what=" and ".join(differing))
        return Turn(Question(text, Patient(doubts=(doubt,)), reader), topics)
    return Turn(Question(text, kept, reader), topics)


def _kept(patient: Patient) -> Patient:
    """What is known, as carried over. What was assumed, in doubt or calculated is made anew."""
    known = (fact for fact in patient.facts if fact.known is not Known.UNKNOWN and fact.source != "calculated")
    return Patient(tuple(replace(fact, source=CARRIED) for fact in known))


def _differing(new: Patient, before: Patient) -> tuple[str, ...]:
    """What of sex and age is told now and was otherwise before."""
    found = [
        name
        for name in ("sex", "age")
        if new.of(name).known is Known.VALUE and before.of(name).known is Known.VALUE and _other(new, before, name)
    ]
    if before.of("sex").value == "male" and new.of("pregnancy").known is Known.YES:
        found.append("sex")
    if not new.assumed and new.of("age").known is Known.UNKNOWN and _grown_up(before):
        found.append("age")
    return tuple(dict.fromkeys(found))


def _other(new: Patient, before: Patient, name: str) -> bool:
    one, other = new.of(name), before.of(name)
    return (one.value, one.unit) != (other.value, other.unit)


def _grown_up(before: Patient) -> bool:
    """Whether an adult was spoken of; not one whose baby may be meant now."""
    if any(before.of(name).known is Known.YES for name in ("pregnancy", "lactation")):
        return False
    years = number(before.of("age"))
    return bool(before.assumed) if years is None else years >= ADULT
