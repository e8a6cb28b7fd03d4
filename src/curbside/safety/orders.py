"""Orders without what is not for this patient: a barred drug is named last, with its reason and without any amount."""

from collections.abc import Mapping

from curbside.model.condition import Case, holds
from curbside.model.patient import Known
from curbside.model.regimen import AllOf, AnyOf, Barred, Dose, Order, Then
from curbside.text.normalise import fold


def fitted(order: Order, barred: Mapping[str, str], case: Case) -> Order | None:
    """The order for this patient; a `Barred` when nothing of it is for them, None when it is meant for others.

    A choice keeps what is left of it. What is given together, or one after the other, falls as a whole when a part falls:
    half a regimen is another regimen."""
    if isinstance(order, Barred):
        return order
    if isinstance(order, Dose):
        return _dose(order, barred, case)
    parts = [part for each in order.orders if (part := fitted(each, barred, case)) is not None]
    if not parts:
        return None
    kept = [part for part in parts if not isinstance(part, Barred)]
    fallen = [part for part in parts if isinstance(part, Barred)]
    if isinstance(order, AnyOf):
        return _joined(AnyOf, (*kept, *fallen)) if kept else _all_of_them(fallen)
    if fallen:
        return fallen[0]
    return _joined(AllOf if isinstance(order, AllOf) else Then, tuple(kept))


def _dose(dose: Dose, barred: Mapping[str, str], case: Case) -> Order | None:
    reason = barred.get(fold(dose.drug))
    if reason:
        return Barred(dose.drug, reason, dose.reference)
    if dose.when is not None and holds(dose.when, case) is Known.NO:
        return None
    return dose


def _all_of_them(fallen: list[Barred]) -> Barred:
    """Several barred drugs as one: each is named, each reason is given once."""
    drugs = dict.fromkeys(one.drug for one in fallen)
    reasons = dict.fromkeys(one.reason for one in fallen)
    return Barred(", ".join(drugs), ", ".join(reasons), fallen[0].reference)


def _joined(kind: type[AllOf | AnyOf | Then], parts: tuple[Order, ...]) -> Order:
    return parts[0] if len(parts) == 1 else kind(parts)
