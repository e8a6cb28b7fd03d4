"""O1: a claim rests on outside sources that can be found again; our own pages are never evidence."""

import re

from curbside.model.answer import Cite, Claim, Finding
from curbside.verify.reading import not_enough

_OURS = re.compile(r"\bcurbside\b(?![ -]consult)", re.IGNORECASE)
"""Journals have columns called "Curbside Consultation"; those are not us."""
_OWN_KEY = re.compile(r"(?:topic|answer|article|curbside)\b", re.IGNORECASE)
_OWN_URL = re.compile(r"curbside|//(?:localhost|127\.0\.0\.1|\[::1\])|^/(?:topics|answers|articles)/", re.IGNORECASE)


def sources_are_outside(claim: Claim) -> Finding | None:
    """Objects to a claim without a cite, with one of ours, or with one that nobody could look up."""
    if not claim.cites:
        return not_enough("O1", "it cites nothing")
    for cite in claim.cites:
        if _is_ours(cite):
            return not_enough("O1", f"{cite.reference} is a page of ours, not an outside source")
        citation = cite.citation
        # National guidelines often have neither: whoever published it, and its title, find it.
        published = citation.container and citation.title
        if not (citation.pmid or citation.pmcid or citation.doi or citation.url or published):
            return not_enough("O1", f"{cite.reference} has no identifier and no address to find it by")
    return None


def _is_ours(cite: Cite) -> bool:
    citation = cite.citation
    named = (cite.reference, citation.container or "", citation.title, *citation.authors)
    return bool(_OWN_KEY.match(cite.reference) or any(map(_OURS.search, named)) or _OWN_URL.search(citation.url or ""))
