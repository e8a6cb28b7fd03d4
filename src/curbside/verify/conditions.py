"""K1: for whom a claim or a dose is, and for whom not, is what its sentence or its sources say.

A limit needs its figure, in its kind of unit and on its side; what is named needs its name; yes needs a word of it, and
no a denial.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from curbside.model.answer import Claim, Finding
from curbside.model.condition import ESTIMATES, Condition, Criterion
from curbside.model.measure import convert
from curbside.model.patient import MEASURED, NAMED, STATED, Known
from curbside.model.regimen import Dose
from curbside.ports import Check
from curbside.text.analyse import stem
from curbside.text.normalise import fold
from curbside.text.quantities import Quantity, quantities, shown
from curbside.text.wordlist import wordlist
from curbside.verify.families import FAMILIES
from curbside.verify.limits import COMPLEMENT, OTHER, is_of, sides
from curbside.verify.naming import DrugNames
from curbside.verify.orders import giving
from curbside.verify.reading import is_dose, not_enough, ordered, our_words, terms, told

_WORDS = {
    "pregnancy": r"pregnan\w*|gestation\w*|trimester\w*|f(?:o?e)t(?:us|al)\w*|unborn|teratogen\w*|antenatal\w*|"
    r"(?:pre-?)?eclampsi\w*|womb|maternal|obstetric\w*",
    "lactation": r"breast-?\s?fe\w+|lactat(?:ion|ing)\w*|milk|nursing",
    "dialysis": r"\w*dialy[sz]\w*|h(?:a?e)modiafiltration|(?:kidney|renal) replacement|end-stage (?:kidney|renal)",
    "female": r"wom[ae]n|females?|pregnan\w*|girls?|menopaus\w*|childbearing|contracepti\w*|mothers?",
    "male": r"m[ae]n|males?|boys?|fathers?|sperm|semen",
}
_DENIED = r"\bnon-?\s?|\bnot (?:(?:currently|yet|on|receiving|undergoing|requiring|chronic) )*|\boutside (?:of )?|(?<!and )(?<!or )\bwithout |\bno "
_SPOKEN = {
    name: re.compile(rf"(?P<denied>{_DENIED})?(?:(?<![^\W_])|(?<=non))(?:{words})(?!\w)", re.I)
    for name, words in _WORDS.items()
}
_VERB = re.compile(r"breast-?\s?feed$", re.IGNORECASE)
""" "Should not breastfeed" speaks to who does."""
_MEANT = re.compile(r"\b(?:is|are) (?:only )?for\b", re.IGNORECASE)
_ONLY = re.compile(r"(?:for|only)\b|.*\b(?:took|begins?|starts?)\b", re.IGNORECASE)
"""How a reason begins that tells whom the claim is for."""
_WARNS = re.compile(
    r"\b(?:not|never|no|avoid\w*|contraindicat\w*|unless|except|caution\w*|stop\w*|with(?:hold|held)|hold|held|delay\w*|"
    r"waits?|instead|ruled out|reduc\w*|less)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_COMMON = frozenset(map(stem, wordlist("acute chronic disease disorder syndrome severe active history type 1 2")))
"""Words of a condition's name that do not tell it from others."""
KIDNEY = frozenset(ESTIMATES)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a claim says and rests on: its own words, and the lines it cites."""

    own: tuple[str, ...]
    lines: tuple[str, ...]
    names: tuple[DrugNames, ...]
    """The lists of what can be named: drugs, conditions."""

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.own, *self.lines)


def conditions_are_sourced(drugs: DrugNames, conditions: DrugNames) -> Check:
    """The check for one list of drug names and one of names of conditions."""

    def check(claim: Claim) -> Finding | None:
        # A sum is shown with the claim it was worked out from, whose conditions are asked there.
        doses = () if claim.computed else tuple(dose for dose in ordered(claim) if dose.when)
        if not (claim.when or claim.unless or claim.reason or doses):
            return None
        lines = tuple(dict.fromkeys(line for cite in claim.cites for line in told(cite)))
        said = _Said(our_words(claim), lines, (drugs, conditions))
        return next(chain(_conditions(claim, said), _reason(claim, said), _doses(claim, doses, said, drugs)), None)

    return check


def _conditions(claim: Claim, said: _Said) -> Iterator[Finding]:
    for condition, turned in ((claim.when, _for_others(claim)), (claim.unless, True)):
        for one in condition.criteria if condition else ():
            borne = _borne(one, said, turned) or _reasoned(one, claim.reason or "", said)
            if not (borne or _implied(one, condition, said, turned, claim.reason or "")):
                yield not_enough("K1", f"neither the sentence nor anything cited says {_phrase(one)}")


def _reasoned(one: Criterion, reason: str, said: _Said) -> bool:
    """Whether the reason tells in words for whom it is; a figure stands in what is cited."""
    if not reason or (one.name in MEASURED and _FIGURE.search(reason)):
        return False
    return _borne(one, _Said((), (reason,), said.names), False)


def _for_others(claim: Claim) -> bool:
    """Whether a claim tells its reader that something is meant for others ("the guideline is for adults")."""
    return _MEANT.search(claim.text) is not None


def _borne(one: Criterion, said: _Said, turned: bool = False) -> bool:
    """Whether a criterion is borne out. `turned`: of `unless`, where a text may tell who gets it instead of who does
    not. Our own words decide where they speak of it; else the lines cited do."""
    if one.name in NAMED or one.name == "given":
        return all(any(_names(text, name, said.names) for text in said.all) for name in one.names)
    for texts in (said.own, said.lines):
        if turned and one.name in MEASURED:
            there = frozenset[str]().union(*(_barring(text, one) for text in texts))
        else:
            there = frozenset[str]().union(*(_tells(text, one) for text in texts))
        if there and one.name in STATED:
            # A text that compares the pregnant with the others speaks of the pregnant.
            said_no = there == {"no"}
            return (one.wanted is Known.YES and (not said_no or turned)) or (one.wanted is Known.NO and said_no)
        if there:
            return _asked(one) in there
    return False


def _barring(text: str, one: Criterion) -> frozenset[str]:
    """The sides of a limit on which a text says that a thing is not for somebody: its own where it warns, the other
    where it tells who gets it."""
    there = sides(text, one)
    return there if _WARNS.search(text) else frozenset(COMPLEMENT.get(sign, sign) for sign in there)


def _tells(text: str, one: Criterion) -> frozenset[str]:
    """The sides of a limit that a text tells, or which of "yes" and "no" of a stated fact, or of whom of a sex."""
    if one.name in MEASURED:
        return sides(text, one)
    if one.name == "sex":
        return frozenset(sex for sex in ("female", "male") if _SPOKEN[sex].search(text))
    found = _SPOKEN[one.name].finditer(text)
    return frozenset("no" if match["denied"] and not _VERB.search(match[0]) else "yes" for match in found)


def _asked(one: Criterion) -> str:
    return one.sign if one.name in MEASURED else one.names[0] if one.name == "sex" else one.wanted.value


def _turned(one: Criterion) -> str:
    if one.name in MEASURED:
        return COMPLEMENT.get(one.sign, "")
    return "no" if one.wanted is Known.YES else "yes"


def _implied(one: Criterion, condition: Condition | None, said: _Said, turned: bool, reason: str = "") -> bool:
    """Whether a criterion says no more than others of its condition do: a limit of kidney function in the other
    estimate, dialysis beside such a limit, weeks of pregnancy beside pregnancy."""

    def holds(other: Criterion) -> bool:
        return _borne(other, said, turned) or _reasoned(other, reason, said)

    others = [group[0] for group in (condition.groups if condition else ()) if len(group) == 1 and group[0] != one]
    if one.name in KIDNEY:
        return any(other == replace(one, name=ESTIMATES[one.name]) and holds(other) for other in others)
    if one.name == "dialysis" and one.wanted is Known.YES:
        return any(other.name in KIDNEY and other.sign[0] == "<" and holds(other) for other in others)
    if one.name != "gestation" or one.sign[0] != ">" or not _is_possible(one):
        return False
    return any(other.name == "pregnancy" and holds(other) for other in others)


def _is_possible(one: Criterion) -> bool:
    limits = MEASURED[one.name]
    here = convert(one.number or Decimal(0), one.unit or limits.unit, limits.unit, one.name)
    return Decimal(limits.low) <= here <= Decimal(limits.high)


@lru_cache(maxsize=20_000)
def _names(text: str, name: str, lists: tuple[DrugNames, ...]) -> bool:
    """Whether a text names a drug, allergen, condition or antibody: by any of its names, by its class or a member, by the
    words that tell it from others, or by the organ it is of."""
    if any(listed.covers(text, name) for listed in lists):
        return True
    there = terms(text)
    telling = (terms(name) - _COMMON) or terms(name)
    return telling <= there or any(name in family and words.search(text) for family, words in FAMILIES)


def _reason(claim: Claim, said: _Said) -> Iterator[Finding]:
    """The reason says nothing that the sentence, the sources and the condition do not, and does not turn them round."""
    reason = claim.reason
    if not reason:
        return
    asked = tuple(one for condition in (claim.when, claim.unless) if condition for one in condition.criteria)
    there = {replace(quantity, bound="") for text in said.all for quantity in quantities(text)}
    ends = {(quantity.low, quantity.high) for quantity in there}
    for quantity in quantities(reason):
        figure = _FIGURE.search(reason[quantity.start : quantity.end]) and not _is_year(quantity)
        one_number = quantity.low == quantity.high
        limits = one_number and any(one.name in MEASURED and is_of(quantity, one) for one in asked)
        limits = limits or (not one_number and (quantity.low, quantity.high) in ends)
        if figure and replace(quantity, bound="") not in there and not limits:
            yield not_enough("K1", f"the reason says {shown(quantity)}, nothing else does")
    left_out = claim.unless.criteria if claim.unless else ()
    for one in asked:
        told_there = frozenset[str]() if one.name in (*NAMED, "given") else _tells(reason, one) - {"is", OTHER}
        for_others = one.name in MEASURED and one in left_out and _ONLY.match(reason)
        wanted = _turned(one) if for_others else _asked(one)
        if told_there and wanted not in told_there:
            yield not_enough("K1", f"the reason does not say {_phrase(one)}")
    names = said.names[0]
    own = frozenset[str]().union(*map(names.vouched, (*said.own, *(dose.drug for dose in ordered(claim)))))
    given = {name for one in asked for name in one.names}
    strange = sorted(
        name
        for name in names.named(reason) - own
        if fold(name) not in given
        and not any(_names(name, one, said.names) or _names(one, fold(name), said.names) for one in given)
    )
    met = [
        name for name in names.named(reason) if any(_names(name, one, said.names) or fold(name) == one for one in given)
    ]
    asks_drugs = any(one.name in ("given", "taking", "allergy") for one in asked)
    if asks_drugs and len(asked) == 1 and names.named(reason) and not met:
        yield not_enough("K1", "the reason names another drug than its condition")
    if strange:
        yield not_enough("K1", f"the reason names {strange[0]}, nothing else does")


def _is_year(quantity: Quantity) -> bool:
    return quantity.kind == "number" and 1900 <= quantity.low <= 2100


def _doses(claim: Claim, doses: tuple[Dose, ...], said: _Said, drugs: DrugNames) -> Iterator[Finding]:
    for dose in doses:
        for one in dose.when.criteria if dose.when else ():
            held = _of_dose(one, claim, dose, said, drugs) if one.name in MEASURED else _borne(one, said)
            if not (held or _implied(one, dose.when, said, False)):
                yield not_enough("K1", f"nothing cited gives {dose.drug} in this dose for {_phrase(one)}")


def _of_dose(one: Criterion, claim: Claim, dose: Dose, said: _Said, drugs: DrugNames) -> bool:
    """Whether a limit is that of a dose: the line that gives the dose says so; or it says nothing of it, and what gives
    another dose to everybody else does, or a text that gives none."""
    there = _given(one, claim, dose, drugs)
    rivals = [other for other in ordered(claim) if other is not dose and other.drug == dose.drug]
    taken = any(other.when and one in other.when.criteria and other.route == dose.route for other in rivals)
    if one.sign in there:
        return not (taken and COMPLEMENT[one.sign] in there)  # The line gives both, and another dose is for them.
    for other in ordered(claim):
        for counter in other.when.criteria if other.when and other.drug == dose.drug else ():
            if counter == replace(one, sign=COMPLEMENT[one.sign]):
                # Who stands on the limit goes to one of two doses where the source gives it to both.
                if any(sign[0] == one.sign[0] for sign in there):
                    return True
                if not there and counter.sign in _given(counter, claim, other, drugs):
                    return True
    if there:
        return False
    if taken:
        return False
    silent = (text for text in said.all if not any(map(is_dose, quantities(text))))
    return any(one.sign in sides(text, one) for text in silent)


def _given(one: Criterion, claim: Claim, dose: Dose, drugs: DrugNames) -> frozenset[str]:
    return frozenset[str]().union(*(sides(line, one) for line in giving(claim, dose, drugs)))


def _phrase(one: Criterion) -> str:
    if one.name in MEASURED:
        unit = one.unit or MEASURED[one.name].unit
        return f"{one.name} {one.sign} {one.number:f} {unit}".strip()
    if one.name in NAMED or one.name == "given":
        return f"{one.name} {' or '.join(one.names)}"
    return f"{one.name} {' or '.join(one.names) or one.wanted.value}"
