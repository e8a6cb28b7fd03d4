"""Drug files: every field is read, and every mistake is named with its line."""

from decimal import Decimal

import pytest
from tests.unit.topics.written import DRUG, SOURCES, but

from curbside.errors import BadTopic
from curbside.model.condition import Condition, Criterion
from curbside.model.drug import ABOUT, Drug, Effect, Plausible, Product, Rule
from curbside.model.regimen import Amount, Dose, DoseStep
from curbside.model.topic import Statement, Strength
from curbside.topics.drugs import SECTION, file_name, read_drug
from curbside.topics.read import ADDRESSES
from curbside.topics.sources import read_sources

_, HELD = read_sources("sources.yaml", SOURCES)
WHOLE = """\
drug: methotrexate sodium
class: [antimetabolite]
routes: [oral, IV]
high_alert: true
narrow_index: true
look_alike: [metolazone]
allergy: [methotrexate sodium]
plausible:
  - {route: IV, unit: mg, per: m2, rate: per hour, low: "0.5", high: "1,000", population: child}
products:
  - {form: tablet, strength: 2.5 mg, scored: true}
  - {form: injection, strength: 50 mg in 2 mL}
rules:
  - id: methotrexate-kidney
    about: kidney
    effect: adjust
    when: {crcl: "< 50"}
    text: Half of it.
    plain: Half.
    reason: weak kidneys
    cites: [a-guideline/rec-1, a-guideline/rec-2]
    strength: {system: GRADE, strength: strong, certainty: low, direction: for}
    population: adult
    jurisdiction: [UK]
    fact: methotrexate/kidney
    order:
      drug: methotrexate sodium
      route: oral
      population: adult
      reference: a-guideline/rec-1
      steps: [{amount: 5, unit: mg, interval: once weekly}]
unknown: [weight, age]
"""


def read(text: str = DRUG, name: str = "drugs/ampicillin.yaml") -> Drug:
    return read_drug(name, text, HELD)


def test_every_field_of_a_drug_file_is_read() -> None:
    five = Amount(Decimal(5), Decimal(5))
    order = Dose(
        "methotrexate sodium", "oral", (DoseStep(five, "mg", interval="once weekly"),), "adult", "a-guideline/rec-1"
    )
    kidney = Statement(
        "methotrexate-kidney",
        "Half of it.",
        SECTION,
        ("a-guideline/rec-1", "a-guideline/rec-2"),
        plain="Half.",
        strength=Strength("GRADE", "strong", "low", "for"),
        population="adult",
        order=order,
        addresses=("kidney",),
        when=Condition(((Criterion("crcl", "<", Decimal(50)),),)),
        reason="weak kidneys",
        fact="methotrexate/kidney",
        jurisdiction=("UK",),
        line=14,
    )
    found = read(WHOLE, "drugs/methotrexate-sodium.yaml")
    assert found == Drug(
        name="methotrexate sodium",
        classes=("antimetabolite",),
        routes=("oral", "IV"),
        high_alert=True,
        narrow_index=True,
        look_alike=("metolazone",),
        allergy=("methotrexate sodium",),
        plausible=(Plausible("IV", Decimal("0.5"), Decimal(1000), "mg", "m2", "per hour", "child"),),
        products=(Product("tablet", "2.5 mg", True), Product("injection", "50 mg in 2 mL")),
        rules=(Rule(kidney, "kidney", Effect.ADJUST),),
        unknown=("weight", "age"),
    )
    assert [source.key for source in found.sources] == ["a-guideline"]


def test_the_digest_is_of_the_file_and_of_what_it_cites() -> None:
    other = but(SOURCES, "[Rest is advised in blue fever.]", "[Rest helps in blue fever.]")
    _, changed = read_sources("sources.yaml", other)
    digests = {read().digest, read_drug("ampicillin.yaml", DRUG, changed).digest, read(f"{DRUG}# note\n").digest}
    assert len(digests) == 3
    assert read().digest == read().digest


RULE = "    about: kidney\n    effect: avoid\n"
RANGE = '{route: oral, unit: mg, low: "250", high: "1,000", population: adult}'
#   why                                what stands there                 what is put there              what is said
WRONG = [
    ("no name", "drug: ampicillin\n", "", ["1: this drug has no `drug`; add it"]),
    ("the file is called otherwise", "drug: ampicillin", "drug: amoxicillin", ["1: the drug is 'amoxicillin'; call the file amoxicillin.yaml"]),
    ("no class", "class: [penicillin, antibacterial]\n", "", ["1: this drug has no `class`; add it"]),
    ("no routes", "routes: [oral, IV]\n", "", ["1: this drug has no `routes`; add it"]),
    ("no allergy", "allergy: [ampicillin, penicillin]\n", "", ["1: this drug has no `allergy`; add it"]),
    ("a field nobody knows", "routes:", "dose: 5 mg\nroutes:", ["3: a drug has no field 'dose'; there are: drug, class, routes, high_alert, narrow_index, look_alike, allergy, plausible, products, rules, unknown"]),
    ("two routes in one", "[oral, IV]", "[oral or IV]", ["3: `routes` cannot be 'oral or IV'; there are: IV, IM, IO, oral, subcut, inhaled, nebulised, topical, rectal, intranasal, sublingual, buccal, intra-arterial"]),
    ("a flag that is none", "allergy:", "high_alert: very\nallergy:", ["4: `high_alert` is true or false, not 'very'"]),
    ("an empty list", "allergy:", "look_alike: []\nallergy:", ["4: `look_alike` is a list with at least one entry; write [one, two], or leave it out"]),
    ("a range turned round", RANGE, '{route: oral, unit: mg, low: "500", high: "250"}', ["6: a range goes from low to high, not from 500 to 250"]),
    ("a range without its end", RANGE, '{route: oral, unit: mg, low: "500"}', ["6: this plausible range has no `high`; add it"]),
    ("a range in a range", RANGE, '{route: oral, unit: mg, low: "1-2", high: "5"}', ["6: `low`: '1-2' is a range; one number is needed; correct it"]),
    ("zero", RANGE, '{route: oral, unit: mg, low: "0", high: "5"}', ["6: `low`: not an amount: 0 to 0; correct it"]),
    ("a number that gets misread", RANGE, '{route: oral, unit: mg, low: ".5", high: "5.0"}', [
        "6: `low`: '.5' is not an amount such as 40, 0.5, 1,000 or 0.5-1 (no trailing or missing zeros); correct it",
        "6: `high`: '5.0' is not an amount such as 40, 0.5, 1,000 or 0.5-1 (no trailing or missing zeros); correct it",
    ]),
    ("a product without strength", "{form: capsule, strength: 250 mg}", "{form: capsule}", ["8: this product has no `strength`; add it"]),
    ("a rule about nothing", RULE, "    effect: avoid\n", ["10: this rule has no `about`; add it"]),
    ("a rule without effect", RULE, "    about: kidney\n", ["10: this rule has no `effect`; add it"]),
    ("an effect nobody knows", "effect: avoid", "effect: beware", ["12: `effect` cannot be 'beware'; there are: contraindicated, avoid, stop, adjust, caution, monitor, compatible"]),
    ("a rule that rests on nothing", "    cites: [a-guideline/rec-2]\n", "", ["10: this rule has no `cites`; add it"]),
    ("an extract that is not there", "a-guideline/rec-2", "a-guideline/rec-3", ["16: there is no extract 'a-guideline/rec-3'; did you mean 'a-guideline/rec-2'?"]),
    ("a source that is not there", "a-guideline/rec-2", "guideline/rec-2", ["16: there is no extract 'guideline/rec-2'; did you mean 'a-guideline/rec-2'?"]),
    ("a condition that is none", '{crcl: "< 10"}', "{kreatinin: high}", ["13: `when`: no patient fact is called 'kreatinin'; did you mean 'creatinine'?"]),
    ("a rule put aside for some", "    reason:", "    unless: {pregnancy: yes}\n    reason:", ["15: a rule has no field 'unless'; there are: id, about, effect, when, text, plain, reason, cites, strength, population, order, jurisdiction, fact"]),
    ("unknown about what", "unknown: [lactation]", "unknown: [cost]", [f"17: `unknown` cannot be 'cost'; there are: {', '.join(ABOUT)}"]),
    ("an id twice", "unknown:", "  - {id: ampicillin-kidney, about: liver, effect: caution, text: Rest., cites: [a-guideline/rec-2]}\nunknown:", ["17: rule 'ampicillin-kidney' already stands on line 10; give it another id"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "old", "new", "said"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_wrong_is_named_with_its_line(why: str, old: str, new: str, said: list[str]) -> None:
    with pytest.raises(BadTopic) as refused:
        read(but(DRUG, old, new))
    assert [problem.removeprefix("drugs/ampicillin.yaml:") for problem in refused.value.problems] == said


@pytest.mark.parametrize(
    "text", ["", "- a\n", "drug: [", "drug: a\ndrug: b\n", "!!python/object:os.system {}\n", "\x00"]
)
def test_a_file_that_is_no_mapping_is_refused_and_not_run(text: str) -> None:
    with pytest.raises(BadTopic):
        read(text)


def test_without_source_lists_cites_are_taken_as_they_are() -> None:
    assert read_drug("ampicillin.yaml", but(DRUG, "rec-2", "rec-9"), None).sources == ()


ITEMS = {
    **{about: (about,) for about in ABOUT if about in ADDRESSES},
    "contraception": ("pregnancy",),
    **dict.fromkeys(("monitoring", "maximum", "administration"), ()),
}


@pytest.mark.parametrize("about", ABOUT)
def test_a_rule_answers_the_item_it_is_about(about: str) -> None:
    found = read(but(DRUG, "about: kidney", f"about: {about}"))
    assert found.rules[0].statement.addresses == ITEMS[about]


@pytest.mark.parametrize(
    ("drug", "name"),
    [
        ("ampicillin", "ampicillin"),
        ("Folic acid", "folic-acid"),
        ("amoxicillin/clavulanate", "amoxicillin-clavulanate"),
    ],
)
def test_a_file_is_called_as_its_drug(drug: str, name: str) -> None:
    assert file_name(drug) == name
