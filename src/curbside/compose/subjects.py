"""What a question asks of a drug: kidney, liver, pregnancy and the other things a drug file answers."""

from curbside.model.patient import Known
from curbside.model.question import Query, QuestionType
from curbside.text.analyse import analyse

_WORDS: dict[str, frozenset[str]] = {
    about: frozenset(analyse(words))
    for about, words in {
        "kidney": "renal kidney kidneys eGFR CrCl creatinine clearance CKD AKI dialysis haemodialysis hemodialysis ESRD",
        "liver": "liver hepatic cirrhosis cirrhotic Child-Pugh hepatitis alcohol alcoholic",
        "pregnancy": "pregnant pregnancy trimester gestation conception conceive teratogenic fetus fetal foetal",
        "lactation": "breastfeeding breastfeed breast-feeding lactation lactating nursing breast milk",
        "contraception": "contraception contraceptive conception fertility",
        "allergy": "allergy allergic anaphylaxis hypersensitivity",
        "interactions": "interaction interactions interact combine combination together",
        "monitoring": "monitor monitoring bloods check checks level levels trough AUC",
        "age": "elderly older child children paediatric pediatric infant neonate",
        "weight": "obese obesity overweight underweight",
        "maximum": "maximum max",
    }.items()
}
_TYPES = {
    QuestionType.INTERACTION: ("interactions",),
    QuestionType.MONITORING: ("monitoring",),
    QuestionType.CONTRAINDICATION: ("kidney", "liver", "pregnancy", "allergy", "interactions"),
}


def subjects(query: Query) -> frozenset[str]:
    """What is asked of the drugs named, as drug files call it; empty: nothing of the kind. Facts of the patient ask too:
    who names a pregnant patient asks about pregnancy."""
    terms = frozenset(query.terms)
    found = {about for about, words in _WORDS.items() if words & terms}
    for fact, about in (("pregnancy", "pregnancy"), ("lactation", "lactation"), ("dialysis", "kidney")):
        if query.patient.of(fact).known is Known.YES:
            found.add(about)
    if any(query.patient.of(fact).known is Known.VALUE for fact in ("egfr", "crcl", "creatinine")):
        found.add("kidney")
    if not found:
        found = set(_TYPES.get(query.types[0], ()))
    # Drugs named together are already held against one another: a list of all others would bury the answer.
    return frozenset(found) - (frozenset(("interactions",)) if len(query.drugs) > 1 else frozenset())
