"""Patient facts that stand plainly in the question: sex, age and pregnancy. Everything else stays unknown."""

import re

from curbside.model.patient import Fact, Known, Patient

_SOMEBODY_ELSE = re.compile(
    r"\b(?:her|his|their|the patient's) (?:mother|father|sister|brother|partner|husband|wife|aunt|uncle)\b.*?(?:[,.;]|$)"
)
_FEMALE = re.compile(
    r"\b(?:wom[ae]n|female|girl|lady|wife|mother|she|her|pregnant|postpartum|breast-?feeding)\b|\b\d{1,3}\s?(?:yo\s?)?f\b"
)
_MALE = re.compile(r"\b(?:m[ae]n|male|boy|gentleman|husband|father|he|his)\b|\b\d{1,3}\s?(?:yo\s?)?m\b")
_AGE = re.compile(r"\b(\d{1,3})[- ]?(?:years?|yrs?|yr|y/?o|yo)(?:[- ]?old)?\b|\baged? (\d{1,3})\b|\b(\d{1,3}) ?[mf]\b")
_NOT_PREGNANT = re.compile(r"\b(?:not|isn't|non-?|never) ?pregnant\b|\bpregnancy test (?:is )?negative\b")
_PREGNANT = re.compile(
    r"\bpregnant\b|\bpregnancy\b|\b\d{1,2} ?(?:wk|wks|weeks) (?:pregnant|gestation)\b|\b\d{1,2}/40\b"
)


def patient_of(text: str, given: Patient) -> Patient:
    """Facts given win over facts read; a fact stated both ways in the text is unknown; silence is unknown."""
    own = _SOMEBODY_ELSE.sub(" ", text.lower())
    read = {
        "sex": _sex(own),
        "age": _age(own),
        "pregnancy": _pregnancy(own),
    }
    facts = {fact.name: fact for fact in given.facts}
    for name, fact in read.items():
        if facts.get(name, Fact(name, Known.UNKNOWN)).known is Known.UNKNOWN:
            facts[name] = fact
    age = facts["age"]
    assumed = ("adult",) if age.known is Known.UNKNOWN else ()
    return Patient(tuple(facts.values()), assumed)


def _sex(text: str) -> Fact:
    female, male = bool(_FEMALE.search(text)), bool(_MALE.search(text))
    if female == male:
        return Fact("sex", Known.UNKNOWN)
    return Fact("sex", Known.VALUE, "female" if female else "male")


def _age(text: str) -> Fact:
    found = {next(filter(None, match.groups())) for match in _AGE.finditer(text)}
    if len(found) != 1 or not 0 < int(next(iter(found))) <= 120:
        return Fact("age", Known.UNKNOWN)
    return Fact("age", Known.VALUE, found.pop(), "year")


def _pregnancy(text: str) -> Fact:
    if _NOT_PREGNANT.search(text):
        return Fact("pregnancy", Known.NO)
    return Fact("pregnancy", Known.YES if _PREGNANT.search(text) else Known.UNKNOWN)
