"""The patient of a question: every fact of `model.patient.FACTS` that stands plainly in it. Silence is unknown.

What is said of somebody else ("her mother is allergic"), of another patient, or only supposed ("if she were pregnant")
is not read. What is said both ways, is impossible, or lacks a unit it needs is left out, with a sentence that says so.
"""

from collections.abc import Iterable

from curbside.model.condition import bounds, number
from curbside.model.patient import MEASURED, NAMED, STATED, Fact, Known, Patient
from curbside.text.normalise import fold
from curbside.understand import doubts as say
from curbside.understand.allergies import allergies
from curbside.understand.body import height, hours, weight
from curbside.understand.concepts import apart
from curbside.understand.conditions import antibodies, conditions
from curbside.understand.kidney import dialysis, stage
from curbside.understand.measured import measured
from curbside.understand.people import own, stated
from curbside.understand.pregnancy import lactation, pregnancy
from curbside.understand.taken import taken
from curbside.understand.vocabulary import Vocabulary
from curbside.understand.who import age, sex, young

NOTHING = Vocabulary((), ())
"""No names: allergies to drugs, drugs taken and conditions are not read."""
CARRIED = "carried over"
"""Source of a fact from an earlier question of the same consult: a newer one wins."""


def patient_of(text: str, given: Patient, vocabulary: Vocabulary = NOTHING) -> Patient:
    """Facts given win over facts read, and a difference is a doubt; facts read win over facts carried over.

    Order: as given, then sex, age and pregnancy (always told, perhaps unknown), then the rest as in `FACTS`.
    `assumed` is ("adult",) when no age was given and nothing speaks of a child, else empty."""
    plain = own(text)
    read, doubts = _read(plain, vocabulary)
    facts, differences = _joined(given.facts, read)
    told = Patient(tuple(facts))
    if told.of("pregnancy").known is Known.NO:
        told = Patient(tuple(fact for fact in facts if fact.name != "gestation"))
    assumed = told.of("age").known is Known.UNKNOWN and not young(
        plain, told.of("pregnancy"), number(told.of("weight"))
    )
    return Patient(told.facts, ("adult",) if assumed else (), (*given.doubts, *doubts, *differences))


def tells_of_a_patient(patient: Patient) -> bool:
    """Whether the question itself tells anything that only a patient has: a finding, a weight, weeks of pregnancy,
    what is taken. Sex, age and a condition by its name are anybody's."""
    return any(
        fact.source == "question" and fact.known is not Known.UNKNOWN and fact.name not in ("sex", "age", "condition")
        for fact in patient.facts
    )


def _read(own_text: str, vocabulary: Vocabulary) -> say.Reading:
    text = apart(stated(own_text))
    low = fold(text)
    (of_sex, d1), (of_age, d2) = sex(own_text), age(text)
    carrying, d3 = pregnancy(low)
    nursing = lactation(low)
    if of_sex.value == "male" and Known.YES in {fact.known for fact in (*carrying, *nursing[0])}:
        if d3:  # Weeks that were read as weeks of pregnancy: not a man's.
            carrying, d3 = (Fact("pregnancy", Known.UNKNOWN),), ()
        else:
            of_sex, d1 = Fact("sex", Known.UNKNOWN), (say.more_than_one("sex", ("male", "pregnant or breast-feeding")),)
    readings: list[say.Reading] = [
        ((of_sex,), d1),
        ((of_age,), d2),
        (carrying[:1], d3),
        (carrying[1:], ()),
        weight(text),
        height(text),
        measured(text, stage(text)),
        hours(text),
        nursing,
        dialysis(text),
    ]
    allergic, elsewhere = allergies(text, low, vocabulary)
    readings += [allergic, taken(text, low, vocabulary, elsewhere), conditions(text, low, vocabulary), antibodies(low)]
    return tuple(fact for facts, _ in readings for fact in facts), tuple(d for _, ds in readings for d in ds)


def _joined(given: Iterable[Fact], read: Iterable[Fact]) -> tuple[list[Fact], list[str]]:
    """Given or carried facts in their places, completed and, where carried, replaced by what was read."""
    facts = list(given)
    told = tuple(facts)
    doubts: list[str] = []
    for fact in read:
        if fact.name in NAMED:
            doubts += _name(fact, told, facts)
            continue
        at = next((n for n, held in enumerate(facts) if held.name == fact.name), None)
        if at is None:
            facts.append(fact)
        elif fact.known is not Known.UNKNOWN and (facts[at].known is Known.UNKNOWN or facts[at].source == CARRIED):
            facts[at] = fact
        elif fact.known is not Known.UNKNOWN and not _same(facts[at], fact):
            doubts.append(say.differs(fact.name, say.said(facts[at]), say.said(fact)))
    return facts, doubts


def _name(fact: Fact, told: tuple[Fact, ...], facts: list[Fact]) -> list[str]:
    """Adds one named fact to those held, of which some were `told` before. What is carried over gives way; what was
    given stays, but an allergy that the question tells is kept beside "no allergies": leaving it out is the worse
    mistake."""
    clashing = [
        held
        for held in told
        if held.name == fact.name
        and held.known is not fact.known
        and (held.value is None or fact.value in (None, held.value))
    ]
    for held in clashing:
        if held.source == CARRIED and held in facts:
            facts.remove(held)
    firm = [held for held in clashing if held.source != CARRIED]
    if not firm:
        if not any((held.name, held.known, held.value) == (fact.name, fact.known, fact.value) for held in facts):
            facts.append(fact)
        return []
    held = firm[0]
    what = f"{fact.name} ({fact.value or held.value})" if fact.value or held.value else fact.name
    if fact.name == "allergy" and fact.known is Known.VALUE and held.known is Known.NO:
        facts.append(fact)
        return [f"{what} is in the question, and no allergy was given: the allergy is kept; say which one holds"]
    ways = {Known.VALUE: "there", Known.NO: "not there", Known.UNKNOWN: "unknown"}
    return [f"{what} is {ways[held.known]} as given and {ways[fact.known]} in the question: what was given is used"]


def _same(one: Fact, other: Fact) -> bool:
    if one.known is not other.known:
        return False
    return bounds(one) == bounds(other) if one.name in MEASURED else one.name in STATED or one.value == other.value
