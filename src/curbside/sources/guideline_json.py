"""Guidelines kept as JSON: a condition of a national treatment guideline, or a graded recommendation.

The condition format is by its making a machine-derived transcription (a guideline read by optical recognition and put
into fields by a language model), so every document of it says so. Neither format says whether it still holds:
`unchecked`. Strings are kept as they stand, bullets included; paragraphs are the items of a field.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from curbside.errors import UnreadableSource
from curbside.model.document import Citation, Document, DocumentId, Extent, Fidelity, Kind, Role
from curbside.sources import parts
from curbside.sources.parts import Part
from curbside.text.normalise import nfc

_FIELDS: tuple[tuple[str, str, Role], ...] = (
    ("investigations", "Investigations", Role.OTHER),
    ("other_investigations", "Other investigations", Role.OTHER),
    ("differential_diagnoses", "Differential diagnoses", Role.OTHER),
    ("complications", "Complications", Role.OTHER),
    ("treatment.goals", "Treatment goals", Role.TREATMENT),
    ("treatment.non_drug", "Non-drug treatment", Role.TREATMENT),
    ("treatment.drug", "Drug treatment", Role.TREATMENT),
    ("definitive_treatment", "Definitive treatment", Role.TREATMENT),
    ("treatment.supportive_measures", "Supportive measures", Role.TREATMENT),
    ("treatment.adverse_reactions_and_cautions", "Adverse reactions and cautions", Role.CAUTIONS),
    ("prevention", "Prevention", Role.RECOMMENDATION),
    ("prognosis", "Prognosis", Role.OTHER),
)
_TAG = re.compile(r"<\s*/?\s*(?:i|b|em|strong|p|br|ul|ol|li|sup|sub|a|span)\b[^<>]*>", re.IGNORECASE)
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_ORDINAL = re.compile(r"[ _-](\d{1,2})$")
_ENDINGS = re.compile(r"(?:\.(?:json|jsonl|ndjson|gz))+$", re.IGNORECASE)
_TASK_FORCE = "U.S. Preventive Services Task Force"
_AGES: tuple[tuple[str, float, float], ...] = (
    ("neonate", 0, 0),
    ("infant", 0, 1),
    ("child", 2, 11),
    ("adolescent", 12, 17),
    ("adult", 18, 64),
    ("elderly", 65, 200),
)
"""Completed years, both ends included."""

Record = Mapping[str, object]


def is_guideline(record: object) -> bool:
    """Whether a JSON value has the shape of one of the two formats."""
    return isinstance(record, dict) and (
        {"condition_name", "treatment"} <= set(record) or {"id", "grade", "text"} <= set(record)
    )


def read_guideline(record: Record, file_name: str) -> Document:
    """The document of one JSON object. Raises UnreadableSource naming the field that is not what it must be."""
    return _condition(record, file_name) if "condition_name" in record else _recommendation(record)


def _condition(record: Record, file_name: str) -> Document:
    name, source = _string(record, "condition_name"), _string(record, "source")
    if not name or not source:
        raise UnreadableSource("`condition_name` or `source` is empty", "fill it in from the guideline")
    slug = _string(record, "condition_slug") or _slug(name)
    prefix = _NOT_A_WORD.sub("", source.casefold())
    text, sections = parts.joined([parts.titled(name), *_condition_parts(record)])
    return Document(
        id=_id(prefix, _own_name(slug, file_name)),
        citation=Citation(name, container=source, year=parts.year(source), kind=Kind.GUIDELINE),
        text=text,
        sections=sections,
        licence=None,
        fidelity=Fidelity.MACHINE_DERIVED,
        extent=Extent.FULL_TEXT,
        remarks=("machine-derived transcription",),
    )


def _condition_parts(record: Record) -> Iterator[Part]:
    yield Part("Introduction", Role.BACKGROUND, _string(record, "introduction"))
    features = record.get("clinical_features") or []
    if not isinstance(features, list):
        raise _wrong("clinical_features", "a list")
    for group in features:
        if not isinstance(group, dict):
            raise _wrong("clinical_features", "a list of objects")
        label = _string(group, "type")
        yield Part(
            f"Clinical features: {label}" if label else "Clinical features", Role.OTHER, _items(group, "features")
        )
    for path, heading, role in _FIELDS:
        within: object = record
        *above, last = path.split(".")
        for key in above:
            within = within.get(key) or {} if isinstance(within, dict) else {}
        if not isinstance(within, dict):
            raise _wrong(path, "inside an object")
        yield Part(heading, role, _items(within, last))


def _own_name(slug: str, file_name: str) -> str:
    """The condition's slug, told apart by the file's name where several files carry the same one: an ordinal at its
    end ("CELLULITIS_2") is kept, and a file that shares only some words with the slug goes by its own name."""
    stem = _ENDINGS.sub("", file_name.replace("\\", "/").rpartition("/")[2]).strip()
    ordinal = _ORDINAL.search(stem)
    named = _slug(stem[: ordinal.start()] if ordinal else stem)
    shared, words = set(named.split("-")), set(_slug(slug).split("-"))
    own = named if shared & words and not words <= shared else slug
    return f"{own}-{ordinal.group(1)}" if ordinal and shared & words else own


def _recommendation(record: Record) -> Document:
    number, grade, title = record.get("id"), _string(record, "grade"), _string(record, "title")
    if isinstance(number, bool) or not isinstance(number, int | str) or not title:
        raise UnreadableSource("`id` or `title` is missing", "fill it in from the recommendation")
    recommendation = _string(record, "text")
    if not recommendation:
        raise UnreadableSource(f"recommendation {number} has no text", "fill in `text` from the recommendation")
    shown = (
        parts.titled(title),
        Part("Recommendation", Role.RECOMMENDATION, recommendation),
        Part("Frequency of service", Role.RECOMMENDATION, _string(record, "servFreq")),
        Part("Risk", Role.OTHER, _string(record, "riskText")),
    )
    text, sections = parts.joined(shown)
    return Document(
        id=_id("uspstf", str(number)),
        citation=Citation(title, container=_TASK_FORCE, kind=Kind.GUIDELINE),
        text=text,
        sections=sections,
        licence=None,
        fidelity=Fidelity.TRANSCRIPTION,
        extent=Extent.ABSTRACT,
        population=_population(record, title),
        remarks=(f"grade {grade}",) if grade else (),
    )


def _population(record: Record, title: str) -> tuple[str, ...]:
    ages, sex = record.get("ageRange"), _string(record, "sex").casefold()
    found = set()
    if isinstance(ages, list) and len(ages) == 2 and all(isinstance(a, int | float) for a in ages):
        low, high = ages
        found = {name for name, start, end in _AGES if low <= end and start <= high}
    if sex:
        found |= {"women"} if "female" in sex or "women" in sex else set()
        found |= {"men"} if re.search(r"\b(?:male|men)\b", sex) else set()
    if re.search(r"(?<!non)(?<!non-)(?<!not )\bpregnan", title.casefold()):
        found.add("pregnancy")
    return tuple(sorted(found))


def _id(prefix: str, name: str) -> DocumentId:
    id = f"{prefix}:{name}"
    if not DocumentId.pattern.fullmatch(id):
        raise UnreadableSource(f"{id!r} cannot name a document", "use letters, digits and hyphens")
    return DocumentId(id)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold()).replace("'", "").replace("’", "")
    return _NOT_A_WORD.sub("-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def _string(record: Record, key: str) -> str:
    """A string field without markup, NFC; "" when absent or null. What is no character (control codes, lone
    surrogates) is shown as U+FFFD: left out, "16 to 55" might become "16 55"."""
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _wrong(key, "text")
    return nfc(_NO_TEXT.sub("\ufffd", _TAG.sub("", value).replace("\r\n", "\n"))).strip()


def _items(record: Record, key: str) -> str:
    """A field of texts as paragraphs; "" when absent, null or empty."""
    value = record.get(key)
    if value is None or isinstance(value, str):
        return _string(record, key)
    if not isinstance(value, list):
        raise _wrong(key, "a list of texts")
    return "\n\n".join(filter(None, (_string({key: item}, key) for item in value)))


def _wrong(key: str, expected: str) -> UnreadableSource:
    return UnreadableSource(f"`{key}` is not {expected}", "compare it with the format's description")
