"""Facts given about the patient: `sex=female, age=34, weight=70 kg, allergy=penicillin`, or the same as a mapping.

Nothing is guessed here and nothing left out in silence: what cannot be a fact is `BadPatient`, and says what to do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extractOne

from curbside.errors import BadPatient
from curbside.model.condition import bounds
from curbside.model.patient import FACTS, MEASURED, NAMED, Fact, Known, Patient
from curbside.text.normalise import fold, nfc, squeeze
from curbside.understand import doubts as say
from curbside.understand.allergies import ALLERGENS
from curbside.understand.conditions import ANTIBODIES
from curbside.understand.measured import checked, plain
from curbside.understand.named import AMOUNT
from curbside.understand.notation import UNITS_ALONE, unit_at, usual_unit
from curbside.understand.vocabulary import Vocabulary, phrase

GIVEN = "given"
"""Source of a fact that was given."""
_PAIR = re.compile(r"\s*(?P<key>[A-Za-z][\w -]*?)\s*=\s*(?P<value>.*)", re.DOTALL)
_NEXT = re.compile(r"[,;\n]\s*(?=[A-Za-z][\w -]*?\s*=)")
_NUMBER = re.compile(r"(?P<n>-?\d+(?:[.,]\d+)*)\s*(?P<unit>.*)", re.DOTALL)
_TIME = {"y": "year", "mo": "month", "mt": "month", "w": "week", "d": "day", "h": "hour", "mi": "minute"}
_TIMES = re.compile(
    r"(?:years?|yrs?|y|months?|mths?|mos?|weeks?|wks?|w|days?|d|hours?|hrs?|h|minutes?|mins?|min)(?: old)?", re.I
)
_YES, _NO = ("yes", "y", "true"), ("no", "n", "false")
_NONE = ("none", "no", "nil", "nkda", "nothing", "false")
_UNKNOWN = ("unknown", "?", "not known")
_SEXES = {"female": "female", "f": "female", "woman": "female", "male": "male", "m": "male", "man": "male"}
_NAME = re.compile(
    rf"(?P<no>(?:no|not) )?(?P<name>.+?)(?:\s+\((?P<what>[^()]+)\)|\s+(?P<amount>{AMOUNT}))?", re.IGNORECASE
)
_WAY = "write for example: sex=female, age=34, weight=70 kg, creatinine=0.9 mg/dL, allergy=penicillin, taking=allopurinol + aspirin"


def read_patient(text: str, vocabulary: Vocabulary) -> Patient:
    """The patient of `key=value, key=value`; keys are those of `model.patient.FACTS`, lists are joined by ` + ` or by
    repeating the key. Blank text: nobody. `BadPatient` when anything cannot be read."""
    pairs: list[tuple[str, object]] = []
    for part in _NEXT.split(nfc(text)) if text.strip() else ():
        match = _PAIR.fullmatch(part.strip().rstrip(",;"))
        if match is None:
            raise BadPatient(f"not a fact about the patient: {squeeze(part)!r}", _WAY)
        pairs.append((match["key"], match["value"]))
    return _patient(pairs, vocabulary)


def patient_from(facts: Mapping[str, object], vocabulary: Vocabulary) -> Patient:
    """The same of a mapping: texts, numbers (where `read_patient` needs no unit), true and false, None (unknown), and
    sequences of texts for what can be several."""
    return _patient(facts.items(), vocabulary)


def _patient(pairs: Iterable[tuple[str, object]], vocabulary: Vocabulary) -> Patient:
    facts: list[Fact] = []
    doubts: list[str] = []
    for key, value in pairs:
        name = _key(key)
        for one in _values(name, value):
            fact, doubt = _fact(name, one, vocabulary)
            _agrees(fact, facts)
            if fact not in facts:
                facts.append(fact)
            doubts += [doubt] if doubt else []
    _fits(facts)
    return Patient(tuple(facts), (), tuple(doubts))


def _key(key: str) -> str:
    name = squeeze(str(key)).lower().replace(" ", "_").replace("-", "_")
    if name in FACTS:
        return name
    near = extractOne(name, FACTS, scorer=DamerauLevenshtein.distance, score_cutoff=3)
    meant = f"; did you mean {near[0]}?" if near else ""
    raise BadPatient(f"no fact about a patient is called {key!r}{meant}", f"there are: {', '.join(FACTS)}")


def _values(name: str, value: object) -> Sequence[str]:
    if isinstance(value, (list, tuple)) and name in NAMED and all(isinstance(one, str) for one in value):
        return [one for one in value if one.strip()]
    if value is None:
        return ("unknown",)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if not isinstance(value, (str, int, float, Decimal)):
        raise BadPatient(f"{name} cannot be read from {type(value).__name__}", _WAY)
    text = squeeze(str(value))
    if not text:
        raise BadPatient(f"{name} is empty", f"write {name}=unknown, or leave it out")
    return [part for part in re.split(r"\s\+\s", text) if part.strip()] if name in NAMED else (text,)


def _fact(name: str, text: str, vocabulary: Vocabulary) -> tuple[Fact, str | None]:
    low = fold(text)
    if low in _UNKNOWN:
        return Fact(name, Known.UNKNOWN, source=GIVEN), None
    if name in MEASURED:
        return _measured(name, text), None
    if name in NAMED:
        return _named(name, low, vocabulary)
    if name == "sex":
        if low not in _SEXES:
            raise BadPatient(f"sex cannot be {text!r}", "write sex=female, sex=male or sex=unknown")
        return Fact("sex", Known.VALUE, _SEXES[low], source=GIVEN), None
    if low not in (*_YES, *_NO):
        raise BadPatient(f"{name} cannot be {text!r}", f"write {name}=yes, {name}=no or {name}=unknown")
    return Fact(name, Known.YES if low in _YES else Known.NO, source=GIVEN), None


def _measured(name: str, text: str) -> Fact:
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise BadPatient(f"{name} cannot be {text!r}", f"write a number, for example {_example(name)}")
    sign = "-" if match["n"].startswith("-") else ""
    value = sign + plain(match["n"].lstrip("-"))
    unit = _unit(name, match["unit"].strip(), value)
    fact = checked(name, value, unit or None)
    if isinstance(fact, str):
        problem, _, rest = fact.partition(": left out; ")
        raise BadPatient(problem, rest)
    return Fact(name, Known.VALUE, fact.value, fact.unit, GIVEN)


def _unit(name: str, written: str, value: str) -> str:
    if not written:
        usual = UNITS_ALONE.get(name, usual_unit(name))
        if usual is None or (name == "temperature" and Decimal(value) > Decimal(MEASURED[name].high)):
            problem = say.unitless(name, value).partition(":")[0]
            raise BadPatient(problem, f"write it with its unit, for example {_example(name)}")
        return usual
    if name in UNITS_ALONE and _TIMES.fullmatch(written):
        return _TIME.get(written.lower()[:2]) or _TIME[written.lower()[0]]
    found = unit_at(written, 0)
    if found is None or found[1] != len(written):
        raise BadPatient(f"{name} is not measured in {written!r}", f"write for example {_example(name)}")
    if name == "egfr" and found[0] == "mL/min":
        return MEASURED[name].unit
    return found[0]


def _example(name: str) -> str:
    unit = (say.units_of(name) or ("",))[0]
    number = {"age": "34", "weight": "70", "height": "170", "creatinine": "0.9", "ph": "7.3", "glucose": "12"}.get(
        name, "20"
    )
    return f"{name}={number} {unit}".strip()


def _named(name: str, low: str, vocabulary: Vocabulary) -> tuple[Fact, str | None]:
    if low in _NONE:
        return Fact(name, Known.NO, source=GIVEN), None
    match = _NAME.fullmatch(low)
    if match is None:
        raise BadPatient(f"{name} cannot be {low!r}", _WAY)
    value = _preferred(name, match["name"], vocabulary)
    detail = match["what"] or (re.sub(r"(?<=\d)(?=[a-z])", " ", match["amount"].strip()) if match["amount"] else None)
    known = Known.NO if match["no"] else Known.VALUE
    fact = Fact(name, known, value or match["name"], source=GIVEN, detail=detail)
    if value:
        return fact, None
    return (
        fact,
        f'{name} "{match["name"]}": that name is not known here, so nothing is checked against it; check its spelling',
    )


def _preferred(name: str, written: str, vocabulary: Vocabulary) -> str | None:
    """The preferred name of what was written, folded; None when no name of that kind is held."""
    if name == "antibody":
        return next((value for value, spelt in ANTIBODIES if re.fullmatch(rf"(?:anti-)?(?:{spelt})", written)), None)
    if name == "allergy" and written in ALLERGENS:
        return ALLERGENS[written]
    kind = "condition" if name == "condition" else "drug"
    meant = vocabulary.meanings.get(phrase(written), ())
    return next((fold(one.name) for one in meant if one.kind.startswith(kind)), None)


def _agrees(fact: Fact, facts: list[Fact]) -> None:
    for other in facts:
        if other.name != fact.name:
            continue
        if fact.name not in NAMED:
            same = other.known is fact.known and (
                bounds(other) == bounds(fact) if fact.name in MEASURED else other.value == fact.value
            )
            clash = not same
        else:
            clash = other.known is not fact.known and (None in (other.value, fact.value) or other.value == fact.value)
        if clash:
            what = f"{say.label(fact.name)} is given more than one way: {_words(other)} and {_words(fact)}"
            raise BadPatient(what, "give the one that holds")


def _words(fact: Fact) -> str:
    if fact.name in NAMED:
        return f"{'no ' if fact.known is Known.NO else ''}{fact.value}" if fact.value else "none"
    return say.said(fact)


def _fits(facts: list[Fact]) -> None:
    told = Patient(tuple(facts))
    carrying = told.of("pregnancy").known is Known.YES or told.of("gestation").known is Known.VALUE
    if told.of("sex").value == "male":
        for name, there in (("pregnancy", carrying), ("lactation", told.of("lactation").known is Known.YES)):
            if there:
                raise BadPatient(f"sex is male and {name} is yes", "give the one that holds; leave the other out")
    if told.of("gestation").known is Known.VALUE and told.of("pregnancy").known is Known.NO:
        raise BadPatient(
            "pregnancy is no and weeks of pregnancy are given", "give the one that holds; leave the other out"
        )
    if told.of("gestation").known is Known.VALUE and told.of("pregnancy").known is Known.UNKNOWN:
        facts[:] = [fact for fact in facts if fact.name != "pregnancy"]
        facts.append(Fact("pregnancy", Known.YES, source=GIVEN))
