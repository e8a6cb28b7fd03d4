"""A page for a patient: plain words, medicines by name, and no amount to take. The answer itself keeps everything."""

from dataclasses import replace

from tests.build import a_cite, a_claim, a_judgement, a_query, an_answer
from tests.unit.render.pages import a_dose, an_amount, an_order

from curbside.model.answer import Answer, Computed, Outline
from curbside.model.reader import Reader
from curbside.model.regimen import DoseStep, TaperStep
from curbside.render.answer_json import answer_object
from curbside.render.markdown import answer_markdown
from curbside.render.plainly import DECIDED, TEAM, team_blocks, worded

CITE = a_cite("a rule")
SUM = Computed("20 mg/kg x 80 kg = 1,600 mg", (("weight", "80 kg"),), "1,600 mg", "1,600 mg")
CLAIMS = (
    a_judgement(
        a_claim("Give 40 mg at once.", CITE, id="r", section="now", order=an_order(), plain="Tablets start at once.")
    ),
    a_judgement(a_claim("Reduce by steps.", CITE, id="t", section="now", taper=(TaperStep(1, 14, "60", "mg"),))),
    a_judgement(a_claim("Vancomycin 1,600 mg.", CITE, id="c", section="now", computed=SUM)),
    a_judgement(
        a_claim("Again.", CITE, id="o", section="now", order=a_dose("meropenem", DoseStep(an_amount("2"), "g")))
    ),
)


def page(reader: Reader) -> Answer:
    return an_answer(*CLAIMS, query=a_query(reader=reader), outline=(Outline("now", "Now"),))


def test_a_patient_reads_plain_words_and_no_amount() -> None:
    shown = worded(page(Reader.PATIENT)).claims
    assert [(j.claim.text, j.claim.order, j.claim.taper) for j in shown] == [
        ("Tablets start at once.", None, ()),
        ("Reduce by steps.", None, ()),
        ("Again.", None, ()),
    ]


def test_any_other_reader_reads_the_answer_as_it_is() -> None:
    for reader in set(Reader) - {Reader.PATIENT}:
        answer = page(reader)
        assert worded(answer) == answer
        assert tuple(team_blocks(answer, {"a-guideline": 1})) == ()


def test_the_medicines_are_named_once_without_amounts() -> None:
    text = answer_markdown(page(Reader.PATIENT), "2026-01-01")
    after = text[text.index(f"## {TEAM}") :]
    listed = [line.split(" [")[0] for line in after.splitlines() if line.startswith("- ") and "(IV)" in line]
    assert DECIDED in after
    assert listed == [
        "- vancomycin (IV)", "- meropenem (IV)", "- piperacillin-tazobactam (IV)", "- clindamycin (IV)",
    ]  # fmt: skip
    assert [amount for amount in (" mg", " g ") if amount in text] == []
    assert "For a patient." in text


def test_the_answer_as_data_keeps_orders_and_wording_for_every_reader() -> None:
    pages = [
        answer_object(page(r), id="a-1", as_of="2026-01-01", took_ms=None) for r in (Reader.PATIENT, Reader.CLINICIAN)
    ]
    assert [found["reader"] for found in pages] == ["patient", "clinician"]
    assert replace(page(Reader.PATIENT), query=a_query()) == page(Reader.CLINICIAN)
    assert pages[0]["sections"] == pages[1]["sections"]
