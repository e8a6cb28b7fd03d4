"""What a PubMed record says of its article: kind, standing, whom it studied; and what a notice says of another."""

from curbside.model.document import Kind, Notice, Standing
from curbside.sources import parts
from curbside.sources.kinds import kind_of_title, says_retracted, worst
from curbside.sources.xml import Element, child_text

# Publication types, first that fits. "Clinical Trial" alone (with or without a phase) does not say whether patients
# were randomized, so it gives no kind; NLM's "Controlled Clinical Trial" is for trials that were not.
_KINDS: tuple[tuple[tuple[str, ...], Kind], ...] = (
    (("D000076942", "Preprint"), Kind.PREPRINT),
    (("Clinical Trial Protocol",), Kind.UNCLASSIFIED),
    (("D016425", "Published Erratum", "D016440", "Retraction of Publication"), Kind.UNCLASSIFIED),
    (("D000075742", "Expression of Concern"), Kind.UNCLASSIFIED),
    (("D017065", "Practice Guideline", "D016431", "Guideline"), Kind.GUIDELINE),
    (("Consensus Development Conference", "Consensus Development Conference, NIH"), Kind.CONSENSUS),
    (("Consensus Statement",), Kind.CONSENSUS),
    (("D000078182", "Systematic Review", "D017418", "Meta-Analysis", "Network Meta-Analysis"), Kind.SYSTEMATIC_REVIEW),
    (("D016449", "Randomized Controlled Trial"), Kind.RANDOMIZED_TRIAL),
    (("D018848", "Controlled Clinical Trial"), Kind.NON_RANDOMIZED_TRIAL),
    (("D064888", "Observational Study"), Kind.OBSERVATIONAL_STUDY),
    (("D002363", "Case Reports"), Kind.CASE_SERIES),
    (("D016454", "Review"), Kind.NARRATIVE_REVIEW),
)
_SAYS_LITTLE = (
    "Journal Article",
    "Research Support",
    "Multicenter Study",
    "Comparative Study",
    "Clinical Trial",
    "English Abstract",
)
_STANDINGS: dict[str, Standing] = {
    "RetractionIn": Standing.RETRACTED,
    "PartialRetractionIn": Standing.RETRACTED,
    "RetractedandRepublishedIn": Standing.RETRACTED,
    "ExpressionOfConcernIn": Standing.CONCERN,
    "ErratumIn": Standing.CORRECTED,
    "CorrectedandRepublishedIn": Standing.CORRECTED,
    "UpdateIn": Standing.SUPERSEDED,
}
_NOTICES: dict[str, Standing] = {
    "RetractionOf": Standing.RETRACTED,
    "PartialRetractionOf": Standing.RETRACTED,
    "RetractedandRepublishedFrom": Standing.RETRACTED,
    "ExpressionOfConcernFor": Standing.CONCERN,
    "ErratumFor": Standing.CORRECTED,
    "CorrectedandRepublishedFrom": Standing.CORRECTED,
    "UpdateOf": Standing.SUPERSEDED,
}
_WHOM: dict[str, str] = {
    "Humans": "humans",
    "Animals": "animal",
    "Male": "men",
    "Female": "women",
    "Pregnancy": "pregnancy",
    "Infant, Newborn": "neonate",
    "Infant": "infant",
    "Child, Preschool": "child",
    "Child": "child",
    "Adolescent": "adolescent",
    "Young Adult": "adult",
    "Adult": "adult",
    "Middle Aged": "adult",
    "Aged": "elderly",
    "Aged, 80 and over": "elderly",
}


def kind_of(article: Element, title: str) -> Kind:
    """Kind by publication type. The title is asked only where the types say little (not yet indexed, or "Review")."""
    types = _types(article)
    named = frozenset(name for pair in types for name in pair)
    for names, kind in _KINDS:
        if named.intersection(names):
            by_title = kind_of_title(title)
            return by_title if (kind, by_title) == (Kind.NARRATIVE_REVIEW, Kind.SYSTEMATIC_REVIEW) else kind
    if all(name.startswith(_SAYS_LITTLE) for _, name in types):
        return Kind.UNCLASSIFIED if says_retracted(title) else kind_of_title(title)
    return Kind.UNCLASSIFIED


def standing_of(citation: Element) -> tuple[Standing, str | None]:
    """Standing, and what superseded it if anything did. PubMed is where notices are recorded, so a record without one
    is `current` as of its file."""
    related = _related(citation)
    found = [_STANDINGS[kind] for kind, _ in related if kind in _STANDINGS]
    types = frozenset(name for pair in _types(citation) for name in pair)
    if types & {"D016441", "Retracted Publication"} or says_retracted(
        child_text(citation, "Article/ArticleTitle") or ""
    ):
        found.append(Standing.RETRACTED)
    of_another = any(kind == "ExpressionOfConcernFor" for kind, _ in related)
    if types & {"D000075742", "Expression of Concern"} and not of_another:
        found.append(Standing.CONCERN)
    by = next((_named(entry) for kind, entry in related if kind == "UpdateIn"), None)
    return worst(found, Standing.CURRENT), by


def notices_of(citation: Element) -> tuple[Notice, ...]:
    """What the record says of other articles that it names by PMID."""
    found = []
    for kind, entry in _related(citation):
        target = parts.pmid(child_text(entry, "PMID"))
        if kind in _NOTICES and target:
            found.append(Notice(f"pmid:{target}", _NOTICES[kind]))
    return tuple(dict.fromkeys(found))


def population_of(citation: Element) -> tuple[str, ...]:
    """MeSH check tags in our words, sorted. Those of laboratory animals are left out: nobody's patients."""
    headings = citation.findall("MeshHeadingList/MeshHeading/DescriptorName")
    whom = {_WHOM[name] for name in ((h.text or "").strip() for h in headings) if name in _WHOM}
    return ("animal",) if "animal" in whom and "humans" not in whom else tuple(sorted(whom))


def _types(citation: Element) -> list[tuple[str, str]]:
    """(identifier or "", name) of each publication type."""
    found = citation.iterfind(".//PublicationType")
    return [(t.get("UI") or "", " ".join((t.text or "").split())) for t in found]


def _related(citation: Element) -> list[tuple[str, Element]]:
    """Related articles with their type; files before 2009 name the type by an element of its own."""
    found: list[tuple[str, Element]] = []
    for entry in citation.iterfind(".//CommentsCorrections"):
        named = entry.get("RefType")
        found += [(named, entry)] if named else [(child.tag, child) for child in entry]
    return found


def _named(entry: Element) -> str | None:
    source, target = child_text(entry, "RefSource"), child_text(entry, "PMID")
    return " ".join(filter(None, (source, f"(PMID {target})" if target else None))) or None
