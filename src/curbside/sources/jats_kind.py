"""What a JATS article says it is, how it stands, and what it says about other articles."""

from curbside.model.document import Kind, Notice, Standing
from curbside.sources import parts
from curbside.sources.flat import flat
from curbside.sources.kinds import kind_of_title, plans_a_study, says_retracted, worst
from curbside.sources.xml import Element

_HREF = "{http://www.w3.org/1999/xlink}href"
_PREPRINT_SERVERS = ("biorxiv", "medrxiv", "research square", "preprints.org", "arxiv", "ssrn")

# Articles about an article, or not about a study at all: whatever their titles quote, they are no study.
_NEVER_A_STUDY = frozenset(
    [
        "addendum",
        "announcement",
        "article-commentary",
        "books-received",
        "book-review",
        "calendar",
        "collection",
        "correction",
        "discussion",
        "editorial",
        "expression-of-concern",
        "in-brief",
        "introduction",
        "letter",
        "meeting-report",
        "news",
        "obituary",
        "oration",
        "partial-retraction",
        "product-review",
        "protocol",
        "reply",
        "reprint",
        "retraction",
        "study-protocol",
        "methods-article",
        "data-paper",
    ]
)
_HEADINGS: dict[str, Kind] = {
    "systematic review": Kind.SYSTEMATIC_REVIEW,
    "systematic review and meta-analysis": Kind.SYSTEMATIC_REVIEW,
    "systematic reviews and meta-analyses": Kind.SYSTEMATIC_REVIEW,
    "meta-analysis": Kind.SYSTEMATIC_REVIEW,
    "guideline": Kind.GUIDELINE,
    "guidelines": Kind.GUIDELINE,
    "practice guideline": Kind.GUIDELINE,
    "practice guidelines": Kind.GUIDELINE,
    "clinical practice guideline": Kind.GUIDELINE,
    "clinical practice guidelines": Kind.GUIDELINE,
    "consensus statement": Kind.CONSENSUS,
    "consensus statements": Kind.CONSENSUS,
    "randomized controlled trial": Kind.RANDOMIZED_TRIAL,
    "randomised controlled trial": Kind.RANDOMIZED_TRIAL,
    "case report": Kind.CASE_SERIES,
    "case reports": Kind.CASE_SERIES,
    "case series": Kind.CASE_SERIES,
}
"""Section of the journal the article stands in, as the journal names it."""
_TYPES: dict[str, Kind] = {"case-report": Kind.CASE_SERIES, "review-article": Kind.NARRATIVE_REVIEW}
_OF_ITSELF: dict[str, Standing] = {
    "retraction-forward": Standing.RETRACTED,
    "retracted-by": Standing.RETRACTED,
    "correction-forward": Standing.CORRECTED,
    "corrected-by": Standing.CORRECTED,
    "concern-forward": Standing.CONCERN,
    "expression-of-concern-forward": Standing.CONCERN,
}
_OF_ANOTHER: dict[str, Standing] = {
    "retracted-article": Standing.RETRACTED,
    "partial-retraction": Standing.RETRACTED,
    "corrected-article": Standing.CORRECTED,
    "object-of-concern": Standing.CONCERN,
    "object-of-concern-article": Standing.CONCERN,
    "expression-of-concern": Standing.CONCERN,
}


def article_kind(article: Element, title: str, journal: str | None) -> Kind:
    """Kind from the article's type, the journal's heading for it, and its title, in that order of refusal."""
    of_type = (article.get("article-type") or "").casefold()
    headings = _headings(article)
    if of_type == "preprint" or (journal or "").casefold().startswith(_PREPRINT_SERVERS):
        return Kind.PREPRINT
    if of_type in _NEVER_A_STUDY or plans_a_study(title) or any("protocol" in heading for heading in headings):
        return Kind.UNCLASSIFIED
    stated = [_HEADINGS[heading] for heading in headings if heading in _HEADINGS]
    by_title = kind_of_title(title)
    if by_title is not Kind.UNCLASSIFIED:
        return by_title
    return stated[0] if stated else _TYPES.get(of_type, Kind.UNCLASSIFIED)


def standing_of(article: Element, title: str) -> Standing:
    """What the file says of its own article. Silence is `unchecked`: a file knows nothing of what came later."""
    found = [_OF_ITSELF[kind] for kind, _ in _related(article) if kind in _OF_ITSELF]
    if article.get("article-type") == "retracted-article" or says_retracted(title):
        found.append(Standing.RETRACTED)
    return worst(found, Standing.UNCHECKED)


def notices_of(article: Element) -> tuple[Notice, ...]:
    """What a correction, retraction or expression of concern says of the articles it names by identifier."""
    found = []
    for kind, related in _related(article):
        target = _target(related)
        if kind in _OF_ANOTHER and target:
            found.append(Notice(target, _OF_ANOTHER[kind]))
    return tuple(dict.fromkeys(found))


def _related(article: Element) -> list[tuple[str, Element]]:
    """Related articles named in the front matter or, as older notices do, in the body."""
    front = article.findall("front/article-meta/related-article")
    return [(r.get("related-article-type") or "", r) for r in front or article.findall("body//related-article")]


def _target(related: Element) -> str | None:
    kind, href = related.get("ext-link-type"), related.get(_HREF) or ""
    if kind in ("pubmed", "pmid"):
        return f"pmid:{parts.pmid(href)}" if parts.pmid(href) else None
    if kind in ("pmc", "pmcid"):
        return f"pmcid:{parts.pmcid(href)}" if parts.pmcid(href) else None
    found = parts.doi(href)
    return f"doi:{found.lower()}" if found else None


def _headings(article: Element) -> list[str]:
    """Only the journal's own heading: subject lists name topics such as "meta-analysis" too."""
    groups = article.findall("front/article-meta/article-categories/subj-group")
    named = [g for g in groups if (g.get("subj-group-type") or "heading").casefold() == "heading"]
    return [flat(subject).casefold() for group in named for subject in group.findall("subject")]
