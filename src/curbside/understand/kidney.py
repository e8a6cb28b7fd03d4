"""Stages of kidney disease as ranges of eGFR, and dialysis.

Stages after KDIGO 2024 (G1 >= 90, G2 60-89, G3a 45-59, G3b 30-44, G4 15-29, G5 < 15 mL/min/1.73 m2).
"""

import re

from curbside.model.patient import MEASURED, Fact, Known
from curbside.understand.doubts import Reading, more_than_one

STAGES = {
    "1": f"90-{MEASURED['egfr'].high}", "2": "60-89", "3": "30-59", "3a": "45-59", "3b": "30-44", "4": "15-29", "5": "1-14",
}  # fmt: skip
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iiia": "3a", "iiib": "3b", "iv": "4", "v": "5"}
_CKD = r"(?:ckd|chronic (?:kidney|renal) (?:disease|failure|insufficiency))"
_STAGE = r"(?P<{0}>[1-5][ab]?|iii[ab]?|ii|iv|i|v)"
_STAGED = re.compile(
    rf"\b{_CKD},?[ -]?(?:\(?(?:stage|grade|g)[ -]?)?{_STAGE.format('a')}(?:d\b|a[123]\b|\b)(?!\s?(?:-|–|/|to|or|and)\s?(?:[1-5]|i|v|[ab]\b)|\.\d)"
    rf"|\bstage[ -]?{_STAGE.format('b')} (?:{_CKD}|kidney disease)",
    re.IGNORECASE,
)
_FAILED = re.compile(r"\b(?:esrd|eskd|esrf|end[- ]stage (?:renal|kidney) (?:disease|failure))\b", re.IGNORECASE)
_DIALYSIS = r"(?:ha?emo-?dialysis|peritoneal dialysis|dialysis)"
_OFF = re.compile(
    rf"\b(?:not|never|isn't|isnt|no longer|not yet|off|without|non)[- ](?:yet )?(?:currently )?(?:on |needing |requiring |receiving )?(?:{_DIALYSIS}|hd\b)",
    re.IGNORECASE,
)
_ON = re.compile(
    rf"\b(?:on|receiv\w+|undergo\w+|has|having|via|regular|chronic|maintenance|long-?term|esrd|eskd|anuric|home|started) (?:regular |chronic |maintenance |long-?term |home |thrice[- ]weekly )?{_DIALYSIS}\b"
    rf"|\b{_DIALYSIS}[- ](?:patient|pt|dependen\w+|dependan\w+)\b|\b(?:on|receiving) (?-i:HD)\b(?! ?\d)|\b(?-i:HD)[- ](?:patient|pt|dependent)\b|\bon (?-i:C?APD|PD)\b(?![- ]?(?:1|L1|inhib|med|drug))"
    r"|\b(?-i:PD)[- ](?:patient|pt)\b(?=.*\bperitonitis)|\b(?-i:HD) (?:3|three times|thrice)|\bckd ?5d\b|\bdialy[sz]ed (?:patient|pt)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:avoid\w*|needs?|needed|needing|need for|requir\w+|indicat\w+|initiat\w+|commenc\w+|start\w*|urgent|emergen\w+|when|role|refus\w+|declin\w+|consider\w*|for|by|pre|before|acute"
    r"|does|is|should|would|can|could|remov\w*|clear\w*|plan\w*|prevent\w*|risk|progress\w*|delay\w*|to|or|vs|versus|instead|how|what|which|why|stop\w*|after|bath|disequilibrium|catheter|access)\b",
    re.IGNORECASE,
)


def stage(text: str) -> list[Fact]:
    """Ranges of eGFR that a stage of kidney disease tells; empty when no single stage is named."""
    found: list[Fact] = []
    for match in _STAGED.finditer(text):
        named = (match["a"] or match["b"]).lower()
        stage = _ROMAN.get(named, named)
        if stage in STAGES:
            found.append(_egfr(STAGES[stage], f"CKD stage {stage} (KDIGO)"))
    if _FAILED.search(text):
        found.append(_egfr(STAGES["5"], "kidney failure, KDIGO G5"))
    return found


def _egfr(value: str, detail: str) -> Fact:
    return Fact("egfr", Known.VALUE, value, MEASURED["egfr"].unit, detail=detail)


def dialysis(text: str) -> Reading:
    """Whether the patient is on dialysis. The mere word counts only where nothing asks for it or argues with it."""
    off = bool(_OFF.search(text))
    rest = _OFF.sub(" ", text)
    on = bool(_ON.search(rest)) or bool(re.search(rf"\b{_DIALYSIS}\b", rest, re.IGNORECASE) and not _ASKED.search(rest))
    if off and on:
        return (), (more_than_one("dialysis", ("yes", "no")),)
    return ((Fact("dialysis", Known.YES if on else Known.NO),) if on or off else ()), ()
