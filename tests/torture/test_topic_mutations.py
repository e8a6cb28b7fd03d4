"""No dangerous change of a packaged topic survives: every mutant of every statement is withheld by the judge.

`pytest -s` prints how many of each kind were tried.
"""

from collections import Counter

from tests.topic_mutants import mutant_claims

from curbside import packaged
from curbside.compose.from_topics import claims_of
from curbside.verify.checks import standard_checks
from curbside.verify.judge import judge
from curbside.verify.naming import DrugNames

CONTENT = packaged.load()
DRUGS = DrugNames(CONTENT.drug_names, CONTENT.canonical, CONTENT.members)
CHECKS = standard_checks(CONTENT.drug_names, CONTENT.canonical, CONTENT.members)
TRUE_AS_WELL = {
    (
        "dec-stop-check",
        "drug swap",
        "Exclude infection before immunoglobulin",
    ): "the place says the same of adding IVIG",
    ("inf-ivig-australia", "order: population swap", ""): "the place gives these doses for adults and for children",
    ("ici-myocarditis", "order: route swap", ""): "the place says oral or IV",
}
"""Changes, by statement, kind and how the changed text begins, that what is cited says as well, and why: no mutants."""
KINDS = {
    "bound turned", "direction swap", "drug swap", "figure /10", "figure x10", "interval swap", "negation inserted", "negation removed",
    "order: drug swap", "order: duration", "order: figure /10", "order: figure x10", "order: interval dropped", "order: interval swap",
    "order: maximum", "order: or made and", "order: other source", "order: over", "order: per swap", "order: population swap",
    "order: range cut", "order: route swap", "order: unit swap", "order: until", "population swap", "strength word", "taper: figure /10",
    "taper: figure x10", "taper: first day x10", "taper: last day x10", "time order", "unit swap",
}  # fmt: skip


def true_as_well(id: str, kind: str, changed: str) -> bool:
    return any(id == one and kind == way and changed.startswith(start) for one, way, start in TRUE_AS_WELL)


def test_no_mutant_of_a_topic_survives() -> None:
    tried, survivors, left_out = Counter[str](), [], Counter[str]()
    for topic in CONTENT.topics.values():
        for claim in claims_of(topic, topic.statements, None):
            assert judge(claim, CHECKS).objection is None, claim.id
            id = claim.id.partition("/")[2]
            for kind, changed, mutant in mutant_claims(claim, DRUGS):
                if true_as_well(id, kind, changed):
                    left_out[kind] += 1
                    continue
                tried[kind] += 1
                if judge(mutant, CHECKS).shown:
                    survivors.append((id, kind, changed))
    print(*(f"{count:6} {kind}" for kind, count in sorted(tried.items())), f"{tried.total():6} in all", sep="\n")
    print(f"left out as true: {dict(left_out)}")
    assert survivors == []
    assert set(tried) == KINDS
    assert left_out == {"drug swap": 1, "order: population swap": 3, "order: route swap": 1}
