"""Every faithful statement is shown; every statement with one dangerous change is withheld."""

from dataclasses import replace

import pytest
from tests.build import a_citation, a_cite, a_claim, a_passage
from tests.mutations import mutants
from tests.unit.verify.pairs import CANONICAL, DRUGS, NAMES, PAIRS, Pair

from curbside.model.answer import Basis, Cite
from curbside.model.document import Kind
from curbside.verify.checks import standard_checks
from curbside.verify.judge import judge
from curbside.verify.vouch import SHARED, shared

CHECKS = standard_checks(NAMES, CANONICAL)


def curated(pair: Pair) -> Cite:
    return a_cite(*pair.says, population=pair.population, citation=a_citation(kind=Kind.GUIDELINE))


def held(pair: Pair) -> Cite:
    passage = a_passage(" ".join(pair.says))
    return replace(a_cite(passage=passage, citation=a_citation(kind=Kind.GUIDELINE)), population=pair.population)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.claim[:60] for pair in PAIRS])
def test_faithful_statement_is_shown(pair: Pair) -> None:
    by_extract = judge(a_claim(pair.claim, curated(pair)), CHECKS)
    by_passage = judge(a_claim(pair.claim, held(pair)), CHECKS)
    assert (by_extract.objection, by_extract.basis) == (None, Basis.CURATED)
    assert (by_passage.objection, by_passage.basis) == (None, Basis.CHECKED)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.claim[:60] for pair in PAIRS])
def test_dangerous_statement_is_withheld(pair: Pair) -> None:
    cite = curated(pair)
    shown = [(kind, text) for kind, text in mutants(pair.claim, DRUGS) if judge(a_claim(text, cite), CHECKS).shown]
    assert shown == []


def test_every_kind_of_danger_is_tried() -> None:
    kinds = {kind for pair in PAIRS for kind, _ in mutants(pair.claim, DRUGS)}
    assert kinds == {
        "figure x10",
        "figure /10",
        "unit swap",
        "unit removed",
        "interval swap",
        "drug swap",
        "negation inserted",
        "negation removed",
        "population swap",
        "direction swap",
        "bound turned",
        "time order",
    }


def test_voucher_tells_faithful_pairs_from_strangers() -> None:
    """The figures behind the voucher's threshold."""
    faithful = [shared(pair.claim, pair.says) for pair in PAIRS]
    strangers = sorted(
        shared(pair.claim, other.says)
        for pair in PAIRS
        for other in PAIRS
        if pair is not other and not set(pair.says) & set(other.says)
    )
    assert min(faithful) >= SHARED + 0.1
    assert strangers[int(len(strangers) * 0.95)] < SHARED
