"""Words become a query."""

import re
from html import unescape

from curbside.model.question import Query, Question, Scope
from curbside.model.reader import Reader
from curbside.text.analyse import analyse, words
from curbside.text.normalise import fold
from curbside.understand.concepts import apart, capitals, concepts
from curbside.understand.facts import patient_of, tells_of_a_patient
from curbside.understand.kinds import kinds
from curbside.understand.ordinary import is_ordinary
from curbside.understand.scope import commands, reads_as_lay, scope_of
from curbside.understand.spelling import mend
from curbside.understand.vocabulary import Vocabulary, phrase

LONGEST_ABBREVIATION = 4
"""Words of an expansion that are looked for in the question, at most."""


def understand(question: Question, vocabulary: Vocabulary) -> Query:
    """What is asked: terms, concepts, types, scope, patient facts. Total: every text has a query."""
    spelling = mend(unescape(unescape(question.text)), vocabulary)  # pasted from a web page
    patient = patient_of(spelling.text, question.patient, vocabulary)
    found = concepts(apart(spelling.text), vocabulary)
    asked = tuple(concept for concept in found if concept.kind != "animal")
    synonyms = _synonyms(spelling.text, vocabulary)
    terms = tuple(dict.fromkeys(analyse(spelling.text)))
    expansions = tuple(dict.fromkeys(t for _, group in synonyms for t in group if t not in terms))
    told = tells_of_a_patient(patient)
    scope = scope_of(spelling.text, asked, spelling.unknown, told)
    lay = reads_as_lay(spelling.text, scope)
    return Query(
        text=question.text,
        terms=() if scope in _SILENT else terms,
        expansions=() if scope in _SILENT else expansions,
        concepts=asked,
        types=kinds(spelling.text, asked, told),
        scope=scope,
        patient=patient,
        synonyms=synonyms,
        corrections=spelling.corrections,
        unknown=spelling.unknown,
        compared=bool(_COMPARED.search(spelling.text)),
        research=bool(_RESEARCH.search(spelling.text)),
        commanded=commands(fold(spelling.text)),
        reader=question.reader or (Reader.PATIENT if lay else Reader.CLINICIAN),
    )


_COMPARED = re.compile(
    r"\b(?:vs\.?|versus|compared|comparison|comparing|rather than|instead of|better than|superior|inferior|non-?inferior\w*|"
    r"difference between|alternative to|switch(?:ing)? from)\b",
    re.IGNORECASE,
)
_RESEARCH = re.compile(
    r"\b(?:randomi[sz]ed|cohort|retrospective|prospective|clinical trial|trial of|study|studies|meta-analysis|systematic review|"
    r"feasibility|(?:less|more) accurate|secondary benefits|effects? of|effect on|efficacy|effectiveness|associat\w+|correlat\w+|predict\w*|compared (?:to|with)|versus|vs\.?|"
    r"(?:do|does|did|can|could|is|are)\b[^?.]{0,120}\b(?:reduces?|improves?|increases?|decreases?|prevents?|lowers?|affects?|"
    r"influences?|superior|better|more effective|as effective|risk factors?))\b",
    re.IGNORECASE,
)
_SILENT = (Scope.HARMFUL, Scope.VETERINARY, Scope.FULL_TEXT_REQUEST, Scope.UNCLEAR, Scope.OFF_TOPIC, Scope.EMERGENCY)
"""Scopes for which nothing is searched: the reply is not made of passages."""


def _synonyms(text: str, vocabulary: Vocabulary) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(term, terms that together mean it): abbreviations to their long forms and long forms to their abbreviation.

    An abbreviation with several meanings gives them all; it is then a word to search with and names no concept. One
    that is an ordinary word in small letters ("or", "all", "cap") counts in capitals only."""
    groups: list[tuple[str, tuple[str, ...]]] = []
    seen, stems, loud = words(text), phrase(text), capitals(text)
    for at in range(len(seen)):
        for length in range(1, min(LONGEST_ABBREVIATION, len(seen) - at) + 1):
            short = vocabulary.short.get(seen[at : at + length])
            if short and _meant(short.short, seen[at], loud):
                terms = analyse(" ".join(seen[at : at + length]))
                groups.extend((term, analyse(long)) for term in terms for long in short.long)
            for abbreviation in vocabulary.long.get(stems[at : at + length], ()):
                terms = analyse(" ".join(seen[at : at + length]))
                groups.extend((term, analyse(abbreviation)) for term in terms)
    return tuple(dict.fromkeys((term, group) for term, group in groups if group and group != (term,)))


def _meant(short: str, word: str, loud: frozenset[str]) -> bool:
    return word in loud or not (short.isupper() and (is_ordinary(word) or not analyse(word)))
