"""Answers that the render tests print: a full page, an abstention, and one made of hostile text. All text is invented."""

from decimal import Decimal
from typing import Any

from tests.build import a_citation, a_cite, a_claim, a_judgement, a_passage, a_query, an_answer

from curbside.model.answer import Answer, Arm, Basis, Gap, Outline, Withheld, Wording
from curbside.model.document import Fidelity, Kind, Pmid, Standing
from curbside.model.patient import Fact, Known, Patient
from curbside.model.question import Scope
from curbside.model.regimen import AllOf, Amount, AnyOf, Dose, DoseStep, Order, TaperStep, Then
from curbside.model.topic import ReadIn, Strength, Table

GUIDELINE = a_citation(
    "Invented guideline on deep infection",
    authors=("Invented Body",),
    container="Invented Press",
    kind=Kind.GUIDELINE,
    pmid=None,
    year=2024,
)
TRIAL = a_citation("An invented trial of repeat exploration", pmid=Pmid("99990001"), standing=Standing.UNCHECKED)


def an_amount(low: str, high: str | None = None) -> Amount:
    return Amount(Decimal(low), Decimal(high or low))


def a_dose(drug: str, *steps: DoseStep, route: str = "IV", **more: Any) -> Dose:
    return Dose(drug, route, steps, "adult", "a-guideline/t4", **more)


def an_order() -> Order:
    vancomycin = a_dose(
        "vancomycin",
        DoseStep(an_amount("20", "35"), "mg", "kg", "actual", label="load"),
        DoseStep(an_amount("15", "20"), "mg", "kg", interval="every 8 to 12 hours", label="maintenance"),
        maximum_single="3 g",
    )
    meropenem = a_dose("meropenem", DoseStep(an_amount("1.0"), "g", interval="every 8 hours"))
    piperacillin = a_dose("piperacillin-tazobactam", DoseStep(an_amount("4.5"), "g", interval="every 6 hours"))
    clindamycin = a_dose("clindamycin", DoseStep(an_amount("600", "900"), "mg", interval="every 8 hours"))
    return AllOf((vancomycin, AnyOf((meropenem, piperacillin)), clindamycin))


def a_full_answer() -> Answer:
    rule = a_cite("look for fever", citation=GUIDELINE, at="p. 20, Table 4")
    held = a_passage("Patients went back at 24 to 36 hours. Most did well.", "pmid:99990001", citation=TRIAL)
    quote = a_cite(passage=held, citation=TRIAL, at="results", read_in=ReadIn.ABSTRACT)
    strong = Strength("IDSA GRADE", "strong", "low", "for")
    claims = (
        a_judgement(
            a_claim("Fever and pain of one limb point here.", rule, id="d1", section="deciding", branch="infectious", discriminator=True)
        ),
        a_judgement(
            a_claim("Call a surgeon now.", rule, id="b1", section="now", branch="infectious", bottom_line=True, lead=True, strength=strong)
        ),
        a_judgement(a_claim("Start all of these.", rule, id="r1", section="now", branch="infectious", order=an_order(), requires=("k1",))),
        a_judgement(a_claim("Halve the dose in kidney failure.", rule, id="k1", section="now", branch="infectious", parent="r1", addresses=("kidney",))),
        a_judgement(
            a_claim("Patients went back at 24 to 36 hours.", quote, id="q1", section="again", wording=Wording.VERBATIM, remark="was given in this study", against=("o1",)),
            Basis.QUOTED,
        ),
        a_judgement(a_claim("Wait for 48 hours.", rule, id="o1", section="again")),
        a_judgement(
            a_claim("Taper slowly.", rule, id="t1", section="again", taper=(TaperStep(1, 14, "60", "mg"), TaperStep(15, None, "half the starting dose", "mg")),
                    table=Table(("marker", "every"), (("CK", "2 weeks"), ("FVC | MIP", "4 weeks")))),
        ),
    )  # fmt: skip
    return an_answer(
        *claims,
        question="How is deep infection treated?",
        query=a_query(
            "How is deep infection treated?",
            patient=Patient((Fact("weight", Known.VALUE, "70", "kg"), Fact("pregnancy", Known.UNKNOWN)), ("adult",)),
        ),
        title="Deep infection in an adult",
        outline=(
            Outline("deciding", "Telling them apart"),
            Outline("now", "Immediate actions", "infectious"),
            Outline("again", "Second look", parent="now"),
            Outline("empty", "Nothing stands here"),
        ),
        arms=(Arm("infectious", "If infectious"), Arm("immune", "If immune-mediated")),
        withheld=(Withheld(a_claim("Give 5 g.", rule, id="w1"), "N1", "no cited passage mentions 5 g"),),
        gaps=(Gap("kidney", "answered", ""), Gap("pregnancy", "not_addressed", "No source here speaks of it.")),
        topics=("deep-infection",),
        jurisdiction=("US", "UK"),
        notes=('"infecton" was read as "infection"',),
    )


def an_abstention(question: str = "Who won the cup?") -> Answer:
    return an_answer(
        question=question, title="", scope=Scope.OFF_TOPIC, reply="This is outside what is answered here.", outline=()
    )


HOSTILE = (
    "\x1b[31mred\x1b[0m \x9b2J \u202etxet\u202c <script>alert(1)</script> [x](http://evil.example) "
    "**b** `c` | d | http://evil.example www.evil.example &amp; \ud800 a\u200bb # e $x$ ~~f~~ ![i](j)"
)


def a_hostile_answer() -> Answer:
    """Outside text everywhere it can stand."""
    cite = a_cite(
        "x",
        citation=a_citation(
            HOSTILE, authors=(HOSTILE,), container=HOSTILE, url="javascript:alert(1)", superseded_by=HOSTILE
        ),
        at=HOSTILE,
        fidelity=Fidelity.MACHINE_DERIVED,
    )
    claim = a_claim(
        HOSTILE, cite, strength=Strength(HOSTILE, HOSTILE, HOSTILE, None), remark=HOSTILE, population=HOSTILE,
        order=Then((a_dose(HOSTILE, DoseStep(an_amount("5"), "mg", interval=HOSTILE, until=HOSTILE)),)),
        taper=(TaperStep(1, None, HOSTILE, HOSTILE),), table=Table((HOSTILE, "x"), ((HOSTILE, "| --- |"),)),
    )  # fmt: skip
    quoted = a_claim(HOSTILE, cite, id="c-2", wording=Wording.VERBATIM)
    return an_answer(
        a_judgement(claim),
        a_judgement(quoted, Basis.QUOTED),
        question=HOSTILE,
        title=HOSTILE,
        outline=(Outline("s-1", HOSTILE, "a"),),
        arms=(Arm("a", HOSTILE),),
        withheld=(Withheld(claim, "W1", HOSTILE),),
        gaps=(Gap(HOSTILE, "not_addressed", HOSTILE),),
        notes=(HOSTILE, "# not a heading", "1. not a list", "--- | ---", "> not a quote"),
        reply=HOSTILE,
    )
