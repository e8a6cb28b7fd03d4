"""What a rule of a drug does is what its sentence says: a drug that is ruled out is not filed as one to be watched."""

import re
from collections.abc import Iterator

from curbside.model.drug import BARRING, Effect, Rule
from curbside.topics.tree import Problem

_OUT = r"contra-?indicat\w*|ruled out|must not|not for\b|should not"
_AGAINST = r"avoid\w*|not (?:\w+ ){0,3}(?:advised|recommended|used|combined|started|given again)|advis\w+ against|risk of aspiration"
_STOP = r"stop\w*|discontinu\w*|with(?:held|hold\w*)|suspend\w*|interrupt\w*|before|held"
_WORDS = {
    Effect.CONTRAINDICATED: re.compile(rf"\b(?:{_OUT}|{_AGAINST}|never|not)\b", re.IGNORECASE),
    Effect.AVOID: re.compile(rf"\b(?:{_OUT}|{_AGAINST}|{_STOP}|instead|not|never|no|only)\b", re.IGNORECASE),
    Effect.STOP: re.compile(rf"\b(?:{_OUT}|{_AGAINST}|{_STOP}|not)\b", re.IGNORECASE),
}
"""What the sentence of a rule that bars a drug says, at the least."""
_BARS = re.compile(r"\b(?:is|are) (?:strictly |absolutely )?contra-?indicated\b|\bcontraindicates\b", re.IGNORECASE)
_WARNS = re.compile(
    rf"\b(?:contra-?indicat\w*|must not|should not|{_AGAINST}|not (?:\w+ )?(?:be )?given|no dose|exceptional|stop(?:ped)?|not to|is not for|"
    r"no \w+ \w+ is added)\b",
    re.IGNORECASE,
)
_SAFE = re.compile(
    r"compatible|acceptable|encouraged|appropriate|can be (?:used|continued)|not withheld|no contra-?indications?|should not deter|"
    r"not contra-?indicat|no (?:\S+ ){0,3}(?:adjustment|change)",
    re.IGNORECASE,
)


def effect_is_said(rule: Rule) -> Iterator[Problem]:
    """A rule that bars a drug has words that do; one whose sentence warns is not filed as compatible. A sentence that says
    contraindicated of what is filed as less is pointed out: it may be meant for whom no condition can tell."""
    text, line, id = rule.statement.text, rule.statement.line, rule.statement.id
    words = _WORDS.get(rule.effect)
    if words and not words.search(text):
        yield Problem(line, f"{id} is filed as {rule.effect}, and its sentence does not say so; correct one")
    if _SAFE.search(text):
        return
    if rule.effect is Effect.COMPATIBLE and _WARNS.search(text):
        yield Problem(line, f"{id} is filed as compatible, and its sentence warns; correct one")
    elif rule.effect not in BARRING and _BARS.search(text):
        what = (
            f"{id} is filed as {rule.effect}, and its sentence says contraindicated; file it so, or say why in its text"
        )
        yield Problem(line, what, warning=True)
