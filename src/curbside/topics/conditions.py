"""Conditions of statements, doses, rules and cues: YAML -> values."""

import re
from decimal import Decimal
from difflib import get_close_matches

from curbside.errors import IntegrityError
from curbside.model.condition import Condition, Criterion
from curbside.model.measure import convert
from curbside.model.patient import FACTS, MEASURED, NAMED, STATED, Known
from curbside.text.normalise import fold
from curbside.topics.record import Record
from curbside.topics.tree import Fields, Listed, Problem, Value, Words

_COMPARED = re.compile(r"(<=|>=|<|>) ?(\d{1,7}(?:\.\d{1,4})?)(?: (\S.*))?")
_UNITS = {
    **{f"{unit}s": unit for unit in ("year", "month", "week", "day", "hour", "minute")},
    "\u00b0C": "Cel",
    "C": "Cel",
    "mL/min/1.73 m2": "mL/min/1.73 m2",
    "units/L": "units/L",
}
_KNOWN = (*FACTS, "given")


def read_condition(owner: Record, key: str) -> Condition | None:
    """The condition of a field; None when it is left out, or wrong (noted)."""
    value = owner.value(key)
    if value is None:
        return None
    groups = (value.items or (value,)) if isinstance(value, Listed) else (value,)
    made = tuple(group for item in groups if (group := _group(item, key, owner.problems)))
    return Condition(made) if made and len(made) == len(groups) else None


def finding(text: str) -> Criterion | None:
    """ "potassium > 5.4 mmol/L" as a criterion; None when the text is none. ValueError when it nearly is."""
    name, _, rest = text.partition(" ")
    if name not in MEASURED or rest[:1] not in ("<", ">"):
        return None
    return _measured(name, rest)


def _group(value: Value, key: str, problems: list[Problem]) -> tuple[Criterion, ...]:
    if not isinstance(value, Fields) or not value.entries:
        problems.append(
            Problem(value.line, f'`{key}` is a mapping such as {{pregnancy: yes}} or {{age: "< 18 years"}}')
        )
        return ()
    found: list[Criterion] = []
    wrong = len(problems)
    for name, asked in value.entries:
        try:
            found += _criteria(name.text, asked)
        except (IntegrityError, ValueError) as error:
            problems.append(Problem(name.line, f"`{key}`: {error}"))
    return tuple(found) if len(problems) == wrong else ()


def _criteria(name: str, asked: Value) -> tuple[Criterion, ...]:
    if name not in _KNOWN:
        near = get_close_matches(name, _KNOWN, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(_KNOWN)}"
        raise ValueError(f"no patient fact is called {name!r}; {hint}")
    items = asked.items if isinstance(asked, Listed) else (asked,)
    texts = [item.text for item in items if isinstance(item, Words) and item.text]
    if not texts or len(texts) < len(items):
        raise ValueError(f"{name!r} needs a value, or a list of values")
    if name in MEASURED:  # several comparisons of one measure are the ends of a band
        return tuple(_measured(name, text) for text in texts)
    if name in STATED:
        if len(texts) > 1 or texts[0] not in ("yes", "no"):
            raise ValueError(f"{name!r} is yes or no, not {', '.join(texts)!r}")
        return (Criterion(name, "is", wanted=Known(texts[0])),)
    if name == "sex" and not (len(texts) == 1 and texts[0] in ("female", "male")):
        raise ValueError(f"sex is female or male, not {', '.join(texts)!r}")
    return (Criterion(name, "is", names=tuple(fold(text) for text in texts)),)


def _measured(name: str, text: str) -> Criterion:
    found = _COMPARED.fullmatch(text)
    if not found:
        raise ValueError(f'{name!r} is compared, for instance "< 30" or ">= 65 years", not {text!r}')
    sign, figure, unit = found[1], found[2], found[3] or ""
    unit = _UNITS.get(unit, unit)
    if unit:
        convert(Decimal(figure), unit, MEASURED[name].unit, name)
    return Criterion(name, sign, Decimal(figure), unit)


def named(condition: Condition | None) -> tuple[tuple[str, str], ...]:
    """(fact, name) of everything a condition names, to be held against the vocabulary."""
    criteria = condition.criteria if condition else ()
    return tuple((one.name, name) for one in criteria if one.name in (*NAMED, "given") for name in one.names)
