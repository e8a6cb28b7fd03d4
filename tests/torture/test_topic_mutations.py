"""No dangerous change of the packaged content goes unnoticed: mutants of every statement of a topic or a drug file are
withheld by the judge, a softened drug rule is a problem of `effect_is_said`, and nothing that must be shown is lost.

Page by page, so that a new page is tried without a word here. `python -m tests.torture.survivors` prints the counts.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.torture import must_show, survivors

from curbside.model.drug import Drug, Effect
from curbside.topics.effects import effect_is_said

KNOWN = survivors.written()


@pytest.mark.parametrize("slug", survivors.PAGES)
def test_no_mutant_of_a_statement_is_shown(slug: str) -> None:
    assert [pair for pair in survivors.survivors(slug, Counter()) if pair[0] not in KNOWN] == []


def softened(drug: Drug) -> Iterator[tuple[str, bool]]:
    """(rule that bars, whether the check of drug files would mind if it were filed as compatible)."""
    for rule in drug.rules:
        if rule.effect in (Effect.CONTRAINDICATED, Effect.AVOID):
            found = effect_is_said(replace(rule, effect=Effect.COMPATIBLE))
            yield rule.statement.id, any(not problem.warning for problem in found)


def test_what_bars_a_drug_is_not_made_compatible_unnoticed() -> None:
    found = [one for drug in survivors.CONTENT.drugs.values() for one in softened(drug)]
    assert [id for id, minded in found if not minded] == []


def test_nothing_that_must_be_shown_is_lost() -> None:
    """Rewrite with `python -m tests.torture.must_show`; what went missing is the difference to review."""
    now, before = must_show.must_show(), must_show.written()
    assert must_show.missing(now, before) == []
    assert now == before
