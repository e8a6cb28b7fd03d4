"""O1: a claim rests on outside sources that can be found again."""

from typing import Any

import pytest
from tests.build import a_citation, a_cite, a_claim

from curbside.model.answer import Claim
from curbside.verify.outside import sources_are_outside


def citing(reference: str = "a-guideline", **citation: Any) -> Claim:
    return a_claim("A claim.", a_cite("A line.", reference=reference, citation=a_citation(**citation)))


OURS = "{} is a page of ours, not an outside source"
CASES = [
    ("an outside source", citing(), None),
    ("found by its address alone", citing(pmid=None, url="https://example.org/guideline"), None),
    ("no cite", a_claim("A claim."), "it cites nothing"),
    ("found by its title and publisher", citing(pmid=None), None),
    ("nothing to find it by", citing(pmid=None, container=None), "a-guideline has no identifier and no address to find it by"),
    ("our topic", citing("topic:necrotizing-myositis"), OURS.format("topic:necrotizing-myositis")),
    ("our answer", citing("answer:7"), OURS.format("answer:7")),
    ("our name as the key", citing("curbside-necrotizing"), OURS.format("curbside-necrotizing")),
    ("we as the publisher", citing(container="Curbside"), OURS.format("a-guideline")),
    ("we in the title", citing("x", title="Necrotizing infection: Curbside topic page"), OURS.format("x")),
    ("our address", citing("x", url="https://CURBSIDE.example/topics/a"), OURS.format("x")),
    ("this very machine", citing("x", url="http://127.0.0.1:8000/topics/a"), OURS.format("x")),
    ("a page of this site", citing("x", url="/topics/a"), OURS.format("x")),
    ("a journal's column of that name", citing("x", title="Curbside Consultation: a painful thigh"), None),
    ("a second cite that is ours", a_claim("A claim.", *citing().cites, *citing("topic:x").cites), OURS.format("topic:x")),
]  # fmt: skip


@pytest.mark.parametrize(("why", "claim", "reason"), CASES, ids=[row[0] for row in CASES])
def test_source_is_outside(why: str, claim: Claim, reason: str | None) -> None:
    finding = sources_are_outside(claim)
    assert (finding.reason if finding else None) == reason
