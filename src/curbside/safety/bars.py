"""Which drugs are not for this patient, and why."""

from collections.abc import Iterable, Mapping

from curbside.model.condition import Case, holds
from curbside.model.drug import Drug, Formulary, barring
from curbside.model.patient import Fact, Known
from curbside.text.normalise import fold

ESTIMATES = "the limit is told in the other estimate of kidney function"


def bars(names: Iterable[str], case: Case, formulary: Formulary) -> Mapping[str, str]:
    """Folded drug name -> why it is not for this patient, in a few words. Drugs without a bar, or without a file, are
    not in it."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(fold(name) for name in names):
        drug = formulary.drugs.get(name)
        reason = _allergic(name, drug, case, formulary) or (_ruled(drug, case) if drug else None)
        if reason:
            found[name] = reason
    for name in dict.fromkeys(fold(name) for name in names):
        if name not in formulary.drugs and (reason := _whole_class(name, case, formulary)):
            found.setdefault(name, reason)
    return found


def _whole_class(name: str, case: Case, formulary: Formulary) -> str | None:
    """Why a class is not for this patient: every drug of it that has a file is barred; None when one is not."""
    members = [key for key in formulary.drugs if name in formulary.classes.get(key, frozenset())]
    reasons = [_ruled(formulary.drugs[key], case) for key in members]
    return reasons[0] if reasons and all(reasons) else None


def _ruled(drug: Drug, case: Case) -> str | None:
    rule = barring(drug, case)
    if rule is None or rule.statement.when is None:
        return None
    reason = rule.statement.reason or rule.about
    # The amount is kept back, not changed: which estimate the source meant is said, and nothing is calculated.
    return reason if holds(rule.statement.when, case) is Known.YES else f"{reason}; {ESTIMATES}"


def _allergic(name: str, drug: Drug | None, case: Case, formulary: Formulary) -> str | None:
    if drug is not None and not drug.allergy:
        return None  # the file says so: an earlier reaction does not bar an antidote
    own = _allergens(name, drug, formulary)
    for fact in case.patient.all("allergy"):
        if fact.known is not Known.VALUE or not fact.value:
            continue
        if name in formulary.classes.get(fact.value, frozenset()) and _is_class(fact.value, formulary):
            continue  # an allergy to penicillin is none to every beta-lactam
        if fact.value in own or _shared(fact.value, name, formulary):
            return _allergy(fact)
    return None


def _is_class(name: str, formulary: Formulary) -> bool:
    return any(name in own for own in formulary.classes.values())


def _shared(allergen: str, name: str, formulary: Formulary) -> frozenset[str]:
    """The names through which an allergy to one drug reaches another, or a class. Of two without files none is known,
    unless one is the class of the other: two antibacterials are not alike for being that."""
    wide = name in formulary.drugs
    shared = _reach(allergen, formulary, wide) & _reach(name, formulary, wide)
    filed = wide or allergen in formulary.drugs
    return shared if filed else shared & {allergen, name}


def _reach(name: str, formulary: Formulary, wide: bool) -> frozenset[str]:
    """What stands for a name among allergens: itself and the classes its file lists (without a file, its own). Unless
    `wide`, the narrowest only: amoxicillin is a penicillin first, and not every beta-lactam falls with it."""
    drug = formulary.drugs.get(name)
    classes = (_classes(drug) if drug else formulary.classes.get(name, frozenset())) - {name}
    return (classes if wide and drug else _narrowest(classes, formulary)) | {name}


def _narrowest(classes: frozenset[str], formulary: Formulary) -> frozenset[str]:
    members = {one: {name for name, own in formulary.classes.items() if one in own} for one in classes}
    return frozenset(one for one in classes if not any(members[other] < members[one] for other in classes))


def _allergens(name: str, drug: Drug | None, formulary: Formulary) -> frozenset[str]:
    """Everything an allergy to which bars the drug: itself, its classes, and what its file lists."""
    return frozenset((name,)) | formulary.classes.get(name, frozenset()) | _classes(drug)


def _classes(drug: Drug | None) -> frozenset[str]:
    return frozenset(fold(allergen) for allergen in drug.allergy) if drug else frozenset()


def _allergy(fact: Fact) -> str:
    return f"allergy to {fact.value}" + (f": {fact.detail}" if fact.detail else "")
