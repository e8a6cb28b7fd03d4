"""The sample questions, and others of their kinds, through the whole engine over the packaged content: every wording
says what must be said, nothing says what must not be said, and every page keeps the rules for all pages."""

from collections.abc import Callable, Iterator

import pytest
from tests.questions.expectations import Ban, Expected, Json, Point, broken, is_met, read
from tests.spec.library import claims, doses, page

from curbside.app import App, open_app
from curbside.model.reader import Reader
from curbside.verify.naming import DrugNames

SAMPLES = read("expected.yaml")
OTHERS = read("others.yaml")
WORDINGS = [(one, wording, text) for one in (*SAMPLES, *OTHERS) for wording, text in one.wordings()]
POINTS = [
    (one, text, point, f"{one.id}-{wording}-{point.point}")
    for one, wording, text in WORDINGS
    for point in one.must
    if wording == "asked" or point.paraphrases
]
BANS = [(one, text, ban, f"{one.id}-{wording}-{ban}") for one, wording, text in WORDINGS for ban in one.must_not]
NEVER_FORGOTTEN = {
    *("pregnancy", "lactation", "kidney", "liver", "age", "weight", "allergy", "interactions", "prophylaxis"),
}

Asked = Callable[[Expected, str], Json]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with open_app({"CURBSIDE_WORKERS": "1"}, str(tmp_path_factory.mktemp("questions"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def asked(app: App) -> Asked:
    """The page of a wording; each is asked once."""
    pages: dict[tuple[str, str], Json] = {}

    def ask(one: Expected, text: str) -> Json:
        key = (text, one.reader)
        if key not in pages:
            pages[key] = page(app.engine, text, Reader(one.reader))
        return pages[key]

    return ask


@pytest.fixture(scope="module")
def names(app: App) -> DrugNames:
    content = app.content
    return DrugNames(content.drug_names, content.canonical, content.members)


@pytest.mark.parametrize(
    ("one", "wording", "text"), WORDINGS, ids=[f"{one.id}-{wording}" for one, wording, _ in WORDINGS]
)
def test_it_is_answered_in_the_right_manner(one: Expected, wording: str, text: str, asked: Asked) -> None:
    shown = asked(one, text)
    assert shown["scope"] == one.scope
    assert bool(shown["sections"]) == (one.scope == "clinical")


@pytest.mark.parametrize(("one", "text", "point"), [row[:3] for row in POINTS], ids=[row[3] for row in POINTS])
def test_what_must_be_said_is_said(one: Expected, text: str, point: Point, asked: Asked) -> None:
    shown = asked(one, text)
    assert is_met(point, shown), f"{text!r} does not say: {point.point}; shown: {[c['id'] for c in claims(shown)]}"


@pytest.mark.parametrize(("one", "text", "ban"), [row[:3] for row in BANS], ids=[row[3] for row in BANS])
def test_what_must_not_be_said_is_not(one: Expected, text: str, ban: Ban, asked: Asked, names: DrugNames) -> None:
    assert broken(ban, asked(one, text), names) == ()


@pytest.mark.parametrize(
    ("one", "wording", "text"), WORDINGS, ids=[f"{one.id}-{wording}" for one, wording, _ in WORDINGS]
)
def test_every_page_keeps_the_rules(one: Expected, wording: str, text: str, asked: Asked) -> None:
    shown = asked(one, text)
    references = {reference["number"]: reference for reference in shown["references"]}
    lacking = [
        dose
        for dose in doses(shown)
        if not (dose["drug"] and dose["route"] and dose["population"] and dose["steps"])
        or dose["reference"] not in references
        or not all(step["unit"] and step["amount"]["low"] for step in dose["steps"])
    ]
    assert lacking == []
    assert [claim["id"] for claim in claims(shown) if not (claim["basis"] and claim["cites"])] == []
    assert {cite["reference"] for claim in claims(shown) for cite in claim["cites"]} <= set(references)
    assert [r for r in references.values() if "curbside" in f"{r['title']} {r['container']} {r['url']}".lower()] == []
    forgotten = NEVER_FORGOTTEN - {gap["item"] for gap in shown["gaps"]} if shown["sections"] else set()
    assert (forgotten, bool(shown["disclaimer"]), bool(shown["review"]["banner"])) == (set(), True, True)


def test_each_sample_has_five_paraphrases() -> None:
    assert [(one.id, len(one.paraphrases)) for one in SAMPLES if len(one.paraphrases) != 5] == []
    assert len(SAMPLES) == 30
    assert len({text for _, _, text in WORDINGS}) == len(WORDINGS)


#   why                                      ban                                                                          found
SEEN = [
    ("a dose of an order",                   Ban(drug="clindamycin", amount="600 to 900", unit="mg", interval="q8h"),     True),
    ("another interval is another dose",     Ban(drug="clindamycin", amount="600 to 900", unit="mg", interval="q6h"),     False),
    ("another unit is another dose",         Ban(drug="clindamycin", amount="600 to 900", unit="g"),                      False),
    ("any dose of a drug",                   Ban(drug="vancomycin"),                                                      True),
    ("a dose told in words",                 Ban(drug="piperacillin-tazobactam", amount="3.375", unit="g"),               True),
    ("a dose told in words and denied",      Ban(drug="piperacillin-tazobactam", amount="3.375", unit="g", unless="label"), False),
    ("a drug without a dose",                Ban(drug="zilucoplan"),                                                      False),
    ("words",                                Ban(words="second look|operating room"),                                     True),
    ("words that are denied beside",         Ban(words="LRINEC", unless="should not"),                                    False),
]  # fmt: skip


@pytest.mark.parametrize(("why", "ban", "found"), SEEN, ids=[row[0] for row in SEEN])
def test_a_ban_sees_what_a_page_shows(why: str, ban: Ban, found: bool, asked: Asked, names: DrugNames) -> None:
    assert bool(broken(ban, asked(SAMPLES[0], SAMPLES[0].asked), names)) == found


#   why                                      point                                                                        met
MET = [
    ("a figure of the order",                Point("x", ("necrotizing-myositis/inf-empiric-order",), ("3,000 mg",)),      True),
    ("a figure that stands elsewhere",       Point("x", ("necrotizing-myositis/inf-surgeon",), ("24 to 36 hours",)),      False),
    ("a claim that is not shown",            Point("x", ("necrotizing-myositis/nothing",)),                               False),
    ("any claim that begins so",             Point("x", ("necrotizing-myositis/inf-second-*",), ("24 to 36 hours",)),     True),
    ("another scope",                        Point("x", ("scope:personal",)),                                             False),
    ("words of a reply that is not there",   Point("x", ("scope:clinical",), reply=("emergency",)),                       False),
    ("nothing named is nothing met",         Point("x", ()),                                                              False),
]  # fmt: skip


@pytest.mark.parametrize(("why", "point", "met"), MET, ids=[row[0] for row in MET])
def test_a_point_is_met_by_its_claims_only(why: str, point: Point, met: bool, asked: Asked) -> None:
    assert is_met(point, asked(SAMPLES[0], SAMPLES[0].asked)) == met
