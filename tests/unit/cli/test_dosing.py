"""`dose`, `renal` and `taper` over a small application of our own."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from tests.build import a_source, a_statement, a_topic, an_extract
from tests.unit.dosing.sums import a_drug, a_range, per_kg

from curbside.cli.main import run
from curbside.errors import NotHeld
from curbside.model.answer import Claim, Finding, Verdict
from curbside.model.drug import Drug, Formulary
from curbside.model.regimen import TaperStep
from curbside.model.topic import Topic
from curbside.understand.vocabulary import Vocabulary

TAPER = (
    TaperStep(1, 7, "full starting dose", "mg"),
    TaperStep(8, None, "reduce by 10 mg every week down to 10 mg", "mg"),
)
TOPIC = a_topic(
    a_statement(
        "load",
        "Load with it.",
        order=per_kg("20-35", label="load", interval="once", maximum_single="3,000 mg"),
        requires=("care",),
    ),
    a_statement("children", "For children.", order=per_kg("15", population="child")),
    a_statement("care", "Watch the kidneys."),
    a_statement("down", "Examplamycin goes down slowly.", taper=TAPER, requires=("care",)),
    a_statement("doubtful", "Nobody vouches for it.", taper=TAPER),
    sources=(a_source(an_extract("20 to 35 mg/kg")),),
)


def vouched(claim: Claim) -> Finding | None:
    return None if "Nobody" in claim.text else Finding("V1", Verdict.SUPPORTED, "said so")


@dataclass
class Desk:
    """What the commands ask of the application."""

    formulary: Formulary
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary((), (), {}))
    content: Any = field(
        default_factory=lambda: SimpleNamespace(
            canonical={"examplamycin": "examplamycin", "exa": "examplamycin", "nofilamycin": "nofilamycin"}
        )
    )
    engine: Any = field(default_factory=lambda: SimpleNamespace(checks=(vouched,)))
    store: None = None

    def topics(self) -> tuple[Topic, ...]:
        return (TOPIC,)

    def topic(self, slug: str) -> Topic:
        if slug != "a-topic":
            raise NotHeld(f"no topic {slug!r}", "there are: a-topic")
        return TOPIC


@pytest.fixture(autouse=True)
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    drug: Drug = a_drug(a_range("10", "40", per="kg"), a_range("100", "4000"), high_alert=True)
    there = Desk(
        Formulary(
            {"examplamycin": drug}, {}, lambda text: frozenset({"examplamycin"} if "Examplamycin" in text else ())
        )
    )

    @contextmanager
    def open_app(environ: Mapping[str, str], home: str | None = None) -> Iterator[Desk]:
        yield there

    application = ModuleType("curbside.app")
    application.__dict__["open_app"] = open_app
    monkeypatch.setitem(sys.modules, "curbside.app", application)
    return there


def test_dose_lists_the_orders_that_fit(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dose", "Exa", "--patient", "age=60, weight=80 kg"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out == (
        "examplamycin\n"
        "Patient: age 60 years; weight 80 kg.\n"
        "! high-alert drug\n"
        "\n"
        "a-topic/load: Load with it.\n"
        "  load: 20 to 35 mg/kg IV once (adult)\n"
        "    = 1,600 to 2,800 mg\n"
        "    formula: 20 mg/kg x 80 kg = 1,600 mg; 35 mg/kg x 80 kg = 2,800 mg\n"
        "  maximum: 3,000 mg in one dose\n"
        "  caution: Watch the kidneys.\n"
        "  source: Author A. A guideline. A Journal. 2020. PMID 100. [p. 1]\n"
        "\n"
        "Left out: 1 order for other patients.\n"
        "\n"
        "Calculated, not reviewed. Check before acting.\n"
    )


def test_dose_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(["dose", "examplamycin", "--topic", "a-topic", "--route", "IV", "--patient", "age=60", "--format", "json"])
        == 0
    )
    told = json.loads(capsys.readouterr().out)
    assert (told["drug"], told["missing"], told["others"], [o["statement"] for o in told["orders"]]) == (
        "examplamycin",
        ["weight"],
        1,
        ["load"],
    )
    assert told["orders"][0]["steps"] == [
        {
            "order": "20 to 35 mg/kg IV once",
            "label": "load",
            "given": None,
            "computed": None,
            "caps": [],
            "products": [],
            "notes": [],
            "why": "the weight is not stated",
            "missing": ["weight"],
        }
    ]


def test_dose_of_a_barred_drug_shows_no_amount(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dose", "examplamycin", "--patient", "age=60, weight=80 kg, allergy=examplamycin"]) == 0
    out = capsys.readouterr().out
    assert ("NOT FOR THIS PATIENT: allergy to examplamycin. No amount is shown." in out, "mg" in out) == (True, False)


REFUSED = [
    ("a drug nobody knows", ["dose", "examplamycim"], 4, "curbside: no drug called 'examplamycim' here; near it are: examplamycin\n"),
    ("a drug like no other", ["dose", "qqqq"], 4, "curbside: no drug called 'qqqq' here; write the name in full\n"),
    ("a topic that is not", ["dose", "exa", "--topic", "b"], 4, "curbside: no topic 'b'; there are: a-topic\n"),
    ("a date in another order", ["taper", "5 mg x 7 days, stop", "--start", "22/11/2026"], 10, "curbside: '22/11/2026' is no date; write it as 2026-11-22\n"),
    ("a day that is not", ["taper", "5 mg x 7 days, stop", "--start", "2026-02-30"], 10, "curbside: '2026-02-30' is no date; write it as 2026-11-22\n"),
    ("a taper that is not", ["taper", "a-topic/up", "--start", "2026-11-22"], 4, "curbside: no taper 'up' in a-topic; there are: down, doubtful\n"),
    ("a taper nobody vouches for", ["taper", "a-topic/doubtful", "--start", "2026-11-22"], 10, "curbside: a-topic/doubtful is withheld: no check vouches for it; silence is not support; correct the topic; `curbside topics check` says where\n"),
    ("a curated taper without a dose", ["taper", "a-topic/down", "--start", "2026-11-22"], 10, "curbside: this taper begins with the patient's own dose (full starting dose); give it: --dose '60 mg'\n"),
    ("a dose that goes up", ["taper", "5 mg x 7 days, 10 mg x 7 days", "--start", "2026-11-22"], 10, "curbside: the dose goes up from 5 mg to 10 in step 2; a taper goes down; correct the step\n"),
    ("a strength that is none", ["taper", "5 mg x 7 days, stop", "--start", "2026-11-22", "--strengths", "five"], 10, "curbside: 'five' is not a strength in mg; write --strengths '5 mg, 1 mg scored'\n"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "code", "line"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_cannot_be_done_is_one_line_with_a_way_out(
    arguments: list[str], code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (run(arguments), *capsys.readouterr()) == (code, "", line)


@pytest.mark.parametrize("route", ["sideways", "oral or IV"])
def test_dose_knows_the_routes(route: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dose", "exa", "--route", route]) == 4
    assert capsys.readouterr().err.startswith(f"curbside: no route {route!r}; there are: IV, IM, ")


def test_a_drug_without_a_file_has_no_order_and_no_guess(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["dose", "nofilamycin"]) == 0
    assert "No curated order for such a patient." in capsys.readouterr().out


def test_renal_labels_both_estimates(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["renal", "--patient", "age=60, sex=male, weight=72 kg, creatinine=1 mg/dL"]) == 0
    assert capsys.readouterr().out == (
        "Patient: age 60 years; sex male; weight 72 kg; creatinine 1 mg/dL.\n"
        "\n"
        "Cockcroft-Gault creatinine clearance: 80 mL/min\n"
        "  formula: (140 - 60) x 72 kg / (72 x 1 mg/dL) = 80 mL/min\n"
        "  for: drug doses whose label tells a cut-off in mL/min (Cockcroft-Gault); not for staging\n"
        "  note: actual body weight\n"
        "  equation: Cockcroft and Gault, Nephron 1976;16:31-41\n"
        "\n"
        "CKD-EPI 2021 eGFR: 86 mL/min/1.73 m2\n"
        "  formula: 142 x min(1 / 0.9, 1)^-0.302 x max(1 / 0.9, 1)^-1.2 x 0.9938^60 = 86 mL/min/1.73 m2\n"
        "  for: staging kidney disease and cut-offs told as eGFR; not for a label's cut-off in creatinine clearance\n"
        "  equation: Inker and others, N Engl J Med 2021;385:1737-1749\n"
        "\n"
        "Calculated, not reviewed. Check before acting.\n"
    )


def test_renal_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["renal", "--patient", "age=60", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "results": [
            {"name": "Cockcroft-Gault creatinine clearance", "why": "not stated: weight, creatinine, sex", "missing": ["weight", "creatinine", "sex"]},
            {"name": "CKD-EPI 2021 eGFR", "why": "not stated: creatinine, sex", "missing": ["creatinine", "sex"]},
        ]
    }  # fmt: skip


def test_renal_with_a_height_tells_sizes_too(capsys: pytest.CaptureFixture[str]) -> None:
    facts = "age=60, sex=female, weight=120 kg, height=170 cm, creatinine=1 mg/dL"
    assert run(["renal", "--patient", facts, "--format", "json"]) == 0
    told = [(one["name"], one["shown"]) for one in json.loads(capsys.readouterr().out)["results"]]
    assert told == [
        ("Cockcroft-Gault creatinine clearance", "113.3"),
        ("Cockcroft-Gault creatinine clearance", "80.2"),
        ("CKD-EPI 2021 eGFR", "64"),
        ("eGFR of this body, de-indexed", "88.7"),
        ("ideal body weight (Devine)", "61.4"),
        ("adjusted body weight", "84.9"),
        ("body mass index", "41.5"),
        ("body surface area (Mosteller)", "2.38"),
        ("body surface area (DuBois)", "2.28"),
        ("body surface area (Haycock)", "2.44"),
    ]


def test_taper_prints_and_writes_both_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ics, table = tmp_path / "t.ics", tmp_path / "t.csv"
    plan = "20 mg x 2 days, reduce 5 mg every 1 day to 10 mg, stop"
    assert (
        run(
            ["taper", plan, "--start", "2026-11-22", "--strengths", "5 mg", "--calendar", str(ics), "--csv", str(table)]
        )
        == 0
    )
    out, err = capsys.readouterr()
    assert (out.splitlines()[-3:], err) == (
        ["Stop: no dose from Thu 2026-11-26.", "Total: 65 mg in all.", "Tablets in all: 13 of 5 mg."],
        f"curbside: wrote {ics}\ncurbside: wrote {table}\n",
    )
    assert (ics.read_bytes().count(b"BEGIN:VEVENT\r\n"), len(table.read_bytes().split(b"\r\n"))) == (4, 7)


def test_a_curated_taper_carries_its_words_and_cautions(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["taper", "a-topic/down", "--dose", "30 mg", "--start", "2026-11-22", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["title"], told["stop"], [s["amount"] for s in told["stretches"]], told["notes"]) == (
        "Examplamycin",
        None,
        ["30", "20", "10"],
        ["Examplamycin goes down slowly. [a-guideline/p1]", "Watch the kidneys. [a-guideline/p1]"],
    )


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "no" / "t.ics"
    assert run(["taper", "5 mg x 7 days, stop", "--start", "2026-11-22", "--calendar", str(missing)]) == 70
    assert (
        capsys.readouterr().err
        == f"curbside: cannot write {missing}: No such file or directory; name a file in a folder that is yours\n"
    )


@pytest.mark.parametrize("command", ["dose", "renal", "taper"])
def test_a_command_explains_itself_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert "Example" in capsys.readouterr().out
