"""What kind of answer a question asks for."""

import re

from curbside.model.question import Concept, QuestionType

_CUES: tuple[tuple[QuestionType, str], ...] = (
    (QuestionType.INTERACTION, r"interact\w*|together with|co-?prescri\w*|combin(?:e|ed|ing|ation) (?:of|with)"),
    (
        QuestionType.CONTRAINDICATION,
        r"contra-?indicat\w*|safe(?:ty)? (?:in|with|during|for)|(?:is|are) \w+ (?:safe|ok|okay)|can (?:i|we|you|she|he) "
        r"(?:give|use|take|start|have)|avoid\w*|allerg\w*|should not|when not to",
    ),
    (
        QuestionType.DOSE,
        r"dos(?:e|es|ing|age)|how much|how many (?:mg|ml|units|tablets)|mg/kg|loading|infusion rate|taper\w*",
    ),
    (
        QuestionType.MONITORING,
        r"monitor\w*|follow(?:ing)?[- ]?up|how often|levels? (?:check|target)|recheck|target|surveillance",
    ),
    (
        QuestionType.DIAGNOSIS,
        r"diagnos\w*|differential|work-?up|imaging|mri|ct scan|biopsy|criteria|test(?:s|ing)?|how (?:do|can) (?:i|we|you) "
        r"(?:tell|distinguish|recogni[sz]e)|rule out|signs?|symptoms?|features|score",
    ),
    (QuestionType.PREVENTION, r"prevent\w*|prophyla\w*|proph|vaccin\w*|immuni[sz]\w*|screen\w*"),
    (
        QuestionType.PROGNOSIS,
        r"prognos\w*|mortality|surviv\w*|outlook|outcome|risk of (?:death|dying|relapse)|relapse rate",
    ),
    (
        QuestionType.TREATMENT,
        r"treat\w*|therap\w*|manag\w*|tx|rx|regimen\w*|first[- ]line|drug of choice|what (?:to|should \w+) (?:do|give)"
        r"|what do (?:doctors|docs|drs|you|we|they) do|empiric\w*|antibiotics?|abx|give|giving|surgery|operat\w*|theat(?:re|er)|start",
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"(?<![\w-])(?:{cue})(?![\w-])", re.IGNORECASE)) for kind, cue in _CUES)


def kinds(text: str, found: tuple[Concept, ...], told: bool = False) -> tuple[QuestionType, ...]:
    """Types in order of first cue in the text, treatment last among equals. Where nothing tells: TREATMENT when facts
    of a patient are `told` ("K 6.9 ECG wide"), else GENERAL."""
    at = {kind: match.start() for kind, pattern in _PATTERNS if (match := pattern.search(text))}
    drugs = [concept for concept in found if concept.kind == "drug"]
    if len(drugs) > 1 and re.search(r"\+|\bwith\b|\band\b|\bon\b", text) and QuestionType.INTERACTION not in at:
        at[QuestionType.INTERACTION] = len(text)
    order = [kind for kind, _ in _CUES]
    ranked = sorted(at, key=lambda kind: (order.index(kind) == len(order) - 1, at[kind], order.index(kind)))
    return tuple(ranked) or ((QuestionType.TREATMENT,) if told else (QuestionType.GENERAL,))
