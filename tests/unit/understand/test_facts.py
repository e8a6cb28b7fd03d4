"""Sex, age and pregnancy are read only where they stand plainly; what is doubtful stays unknown. (Every other fact,
and the doubts: tests/unit/test_patient_facts.py.)"""

import pytest

from curbside.model.patient import Fact, Known, Patient
from curbside.understand.facts import patient_of

#   why, text, sex, age (with unit), pregnancy, adult assumed
CASES = [
    ("the reference question", "treatment for a woman with a flare of myositis", "female", None, None, True),
    ("nothing said", "IVIG dose for myopathy?", None, None, None, True),
    ("a terminal escape is no man", "\x1b[31mnecrotizing myositis", None, None, None, True),
    ("nor without its first character", "[31m myositis [0m", None, None, None, True),
    ("a child's age", "adrenaline IM dose 8 yr old 25 kg", None, "8 year", None, False),
    ("hyphens", "IMNM in 6-yr-old pred dose", None, "6 year", None, False),
    ("year-old in words", "a 6-year-old boy with fever", "male", "6 year", None, False),
    ("months", "bronchiolitis in a 4-month-old girl", "female", "4 month", None, False),
    ("weeks", "3 week old infant with fever", None, "3 week", None, False),
    ("days", "10 day old neonate", None, "10 day", None, False),
    ("children in general", "amoxicillin dose in children", None, None, None, False),
    ("paediatric", "paediatric sepsis fluids", None, None, None, False),
    ("pediatric", "pediatric dosing of IVIG", None, None, None, False),
    ("neonate", "gentamicin in the neonate", None, None, None, False),
    ("adolescents", "depression in adolescents", None, None, None, False),
    ("an age range of children", "asthma in those aged 5 to 11", None, None, None, False),
    ("Child-Pugh is no child", "apixaban in Child-Pugh B cirrhosis", None, None, None, True),
    ("Child's B is no child", "Child B cirrhosis and morphine", None, None, None, True),
    ("childbearing is no child", "valproate in women of child-bearing age", "female", None, None, True),
    ("baby aspirin is no baby", "baby aspirin for prevention", None, None, None, True),
    ("my son", "my son has a rash", "male", None, None, False),
    ("letters", "34F with fever", "female", "34 year", None, False),
    ("letters and a space", "62 M on warfarin, INR 9", "male", "62 year", None, False),
    ("the letter first", "F 34, cellulitis", "female", "34 year", None, False),
    ("the letter first with a stroke", "M/71 with AF", "male", "71 year", None, False),
    ("yo and letter", "45yoM with chest pain", "male", "45 year", None, False),
    ("y/o", "72 y/o woman, hip fracture", "female", "72 year", None, False),
    ("five million", "5 M copies of the virus", None, None, None, True),
    ("molar", "0.5 M sucrose", None, None, None, True),
    ("molar at the start", "3M bulk fill", None, None, None, True),
    ("seventy at the start", "70 M with COPD", "male", "70 year", None, False),
    ("a fever in Fahrenheit", "temp: 102 F and cough", None, None, None, True),
    ("technetium", "Technetium-99m Tilmanocept", None, None, None, True),
    ("milligrams are no age", "metoprolol 65 mg twice", None, None, None, True),
    ("a count is no age", "PJP prophylaxis CD4 200", None, None, None, True),
    ("too old", "a 130-year-old man", "male", None, None, True),
    ("nought is no age", "0 year old", None, None, None, False),
    ("oldest", "120-year-old woman", "female", "120 year", None, False),
    ("a duration is no age", "tamoxifen for 5 years", None, None, None, True),
    ("survival is no age", "5-year survival of melanoma", None, None, None, True),
    ("a follow-up is no age", "HbA1c at 2 years", None, None, None, True),
    ("a bound is no age", "fluids in sepsis >= 65 years old", None, None, None, True),
    ("above is no age", "statins over 75 years of age", None, None, None, True),
    ("a range of grown-ups is no age", "tdap 18-64 years old", None, None, None, True),
    ("two ages", "a 30-year-old and a 60-year-old", None, None, None, True),
    ("aged", "woman aged 44 with lupus", "female", "44 year", None, False),
    ("age with a colon", "age: 50, eGFR 25", None, "50 year", None, False),
    ("year and a noun", "a 60 year man with gout", "male", "60 year", None, False),
    ("she", "can she take NSAIDs", "female", None, None, True),
    ("he", "has he got gout?", "male", None, None, True),
    ("HER2 is no woman", "HER2 positive breast cancer", None, None, None, True),
    ("HER-2 is no woman", "HER-2 testing", None, None, None, True),
    ("HE is no man", "lactulose in HE grade 3", None, None, None, True),
    ("MEN 1 is no man", "MEN1 syndrome screening", None, None, None, True),
    ("both sexes", "dose in men and women", None, None, None, True),
    ("a contradiction", "34F, he has fever", None, "34 year", None, False),
    ("her mother", "her mother is allergic to penicillin", None, None, None, True),
    ("a woman and her husband", "woman with measles, her husband is immune", "female", None, None, True),
    ("a man and his pregnant wife", "man with measles, his wife is pregnant", "male", None, None, True),
    ("another patient", "another patient is pregnant", None, None, None, True),
    ("somebody whose wife is pregnant", "a man whose wife is pregnant has measles", "male", None, None, True),
    ("the family history", "gout, family history of stroke in a sister", None, None, None, True),
    ("my wife", "my wife has myositis", "female", None, None, True),
    ("the nursed child's age is the child's", "I am breastfeeding my 17 month old, is it safe", "female", None, None, True),
    ("pregnant", "pregnant 12 wk anti-SRP flare", "female", None, "yes", True),
    ("weeks pregnant", "12 wk pregnant, on MMF", "female", None, "yes", True),
    ("weeks of gestation", "asthma at 26 weeks gestation", None, None, "yes", True),
    ("out of forty", "38/40 seizing no epilepsy", None, None, "yes", True),
    ("out of forty with days", "26+3/40 with asthma", None, None, "yes", True),
    ("visual acuity is no pregnancy", "visual acuity 20/40 after surgery", None, None, None, True),
    ("a pill is no pregnancy", "telmisartan/amlodipine 20/40 mg", None, None, None, True),
    ("weeks alone are no pregnancy", "warfarin 30 weeks", None, None, None, True),
    ("weeks behind an acute illness are", "PE 30 weeks - apixaban?", None, None, "yes", True),
    ("weeks of treatment", "treated for 12 weeks", None, None, None, True),
    ("a trimester", "azathioprine in the first trimester", None, None, "yes", True),
    ("pregnancy as a topic", "is mycophenolate contraindicated in pregnancy?", None, None, "yes", True),
    ("not pregnant", "woman, not pregnant, UTI", "female", None, "no", True),
    ("isn't pregnant", "she isn't pregnant", "female", None, "no", True),
    ("non-pregnant", "UTI in a non-pregnant woman", "female", None, "no", True),
    ("the test is negative", "34F, pregnancy test negative", "female", "34 year", "no", False),
    ("the test is positive", "34F, pregnancy test positive", "female", "34 year", "yes", False),
    ("a test to be made", "pregnancy test before mycophenolate", None, None, None, True),
    ("postpartum", "postpartum woman with seizures", "female", None, "no", True),
    ("both at once", "pregnant and non-pregnant women", "female", None, None, True),
    ("perhaps", "could she be pregnant?", "female", None, None, True),
    ("a plan", "she wants to get pregnant on methotrexate", "female", None, None, True),
    ("planning", "woman planning pregnancy on MMF", "female", None, None, True),
    ("born early is not pregnant", "neonate born at 30 weeks gestation", None, None, None, False),
    ("the baby of a pregnant woman is not the patient", "pregnant, will it harm the baby", "female", None, "yes", True),
    ("capitals", "PREGNANT WOMAN WITH SEPSIS", "female", None, "yes", True),
    ("curly apostrophe", "she isn’t pregnant", "female", None, "no", True),
]  # fmt: skip


def _fact(name: str, value: str | None) -> Fact:
    if value is None:
        return Fact(name, Known.UNKNOWN)
    if name == "pregnancy":
        return Fact(name, Known(value))
    figure, _, unit = value.partition(" ")
    return Fact(name, Known.VALUE, figure, unit or None)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_facts_are_read(case: tuple[str, str, str | None, str | None, str | None, bool]) -> None:
    why, text, sex, age, pregnancy, adult = case
    read = patient_of(text, Patient())
    told = Patient(tuple(fact for fact in read.facts if fact.name in ("sex", "age", "pregnancy")), read.assumed)
    facts = (_fact("sex", sex), _fact("age", age), _fact("pregnancy", pregnancy))
    assert told == Patient(facts, ("adult",) if adult else ()), why


def test_given_facts_win_and_keep_their_place() -> None:
    weight = Fact("weight", Known.VALUE, "70", "kg", "given")
    sex = Fact("sex", Known.VALUE, "male", None, "given")
    age = Fact("age", Known.UNKNOWN, source="given")
    read = patient_of("a 34-year-old woman, not pregnant", Patient((weight, sex, age)))
    facts = (weight, sex, Fact("age", Known.VALUE, "34", "year"), Fact("pregnancy", Known.NO))
    doubt = "sex is male as given and female in the question: what was given is used"
    assert read == Patient(facts, (), (doubt,))
