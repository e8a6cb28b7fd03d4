"""What kind of answer a question asks for: the first type of each."""

import pytest
from tests.unit.understand.held import vocabulary

from curbside.model.question import QuestionType as Q
from curbside.understand.concepts import concepts
from curbside.understand.kinds import kinds

CASES = [
    ("What is the recommended treatment for a flare of necrotizing myositis?", Q.TREATMENT),
    ("how do I treat cellulitis", Q.TREATMENT),
    ("nec fasc tx?", Q.TREATMENT),
    ("management of septic shock", Q.TREATMENT),
    ("first-line therapy for gout", Q.TREATMENT),
    ("drug of choice in absence seizures", Q.TREATMENT),
    ("RSV+ pneumonia no comorbidity abx?", Q.TREATMENT),
    ("what do drs do for myositis", Q.TREATMENT),
    ("When do we go back to theatre?", Q.TREATMENT),
    ("should I give IVIG in GAS NSTI?", Q.TREATMENT),
    ("empiric antibiotics in neutropenic sepsis", Q.TREATMENT),
    ("surgery for appendicitis", Q.TREATMENT),
    ("IVIG dose for necrotising autoimmune myopathy?", Q.DOSE),
    ("adrenaline IM dose 8 yr old 25 kg", Q.DOSE),
    ("how much vancomycin for 80 kg", Q.DOSE),
    ("TNK dosing 70 kg", Q.DOSE),
    ("prednisolone taper", Q.DOSE),
    ("vancomycin loading", Q.DOSE),
    ("how many mg of magnesium", Q.DOSE),
    ("amoxicillin mg/kg", Q.DOSE),
    ("dosage of gentamicin", Q.DOSE),
    ("insulin infusion rate in DKA", Q.DOSE),
    ("Is MRI needed before theatre?", Q.DIAGNOSIS),
    ("how do I diagnose IMNM", Q.DIAGNOSIS),
    ("differential of a raised CK", Q.DIAGNOSIS),
    ("work-up of hyponatraemia", Q.DIAGNOSIS),
    ("symptoms of measles", Q.DIAGNOSIS),
    ("how can I tell cellulitis from DVT", Q.DIAGNOSIS),
    ("criteria for SLE", Q.DIAGNOSIS),
    ("rule out PE", Q.DIAGNOSIS),
    ("muscle biopsy in myositis", Q.DIAGNOSIS),
    ("qSOFA score in sepsis", Q.DIAGNOSIS),
    ("monitoring of methotrexate", Q.MONITORING),
    ("how often to check CK", Q.MONITORING),
    ("follow-up after PE", Q.MONITORING),
    ("vancomycin level target", Q.MONITORING),
    ("melanoma surveillance", Q.MONITORING),
    ("is warfarin contraindicated in pregnancy", Q.CONTRAINDICATION),
    ("can I give ibuprofen in CKD", Q.CONTRAINDICATION),
    ("is paracetamol safe", Q.CONTRAINDICATION),
    ("drugs to avoid in myasthenia", Q.CONTRAINDICATION),
    ("when not to give tPA", Q.CONTRAINDICATION),
    ("safe in breastfeeding: sertraline", Q.CONTRAINDICATION),
    ("penicillin allergy, cefazolin?", Q.CONTRAINDICATION),
    ("contra-indications to lumbar puncture", Q.CONTRAINDICATION),
    ("does clarithromycin interact with simvastatin", Q.INTERACTION),
    ("interaction of warfarin and fluconazole", Q.INTERACTION),
    ("colchicine + clarithromycin CKD4", Q.INTERACTION),
    ("linezolid together with sertraline", Q.INTERACTION),
    ("co-prescribing methotrexate and trimethoprim", Q.INTERACTION),
    ("aspirin and ibuprofen", Q.INTERACTION),
    ("prognosis of anti-SRP myopathy", Q.PROGNOSIS),
    ("mortality of septic shock", Q.PROGNOSIS),
    ("survival in ALS", Q.PROGNOSIS),
    ("relapse rate in GCA", Q.PROGNOSIS),
    ("PJP prophylaxis", Q.PREVENTION),
    ("how to prevent DVT", Q.PREVENTION),
    ("hepatitis B vaccination", Q.PREVENTION),
    ("screening for colorectal cancer", Q.PREVENTION),
    ("PJP proph for pred 60", Q.PREVENTION),
    ("what is achalasia", Q.GENERAL),
    ("necrotizing myositis", Q.GENERAL),
    ("hello", Q.GENERAL),
    ("IMNM", Q.GENERAL),
]


@pytest.mark.parametrize(("text", "first"), CASES)
def test_the_first_type_is_what_is_asked(text: str, first: Q) -> None:
    assert kinds(text, concepts(text, vocabulary()))[0] is first


def test_types_come_in_the_order_of_their_cues_with_treatment_last() -> None:
    text = "treatment, dose and monitoring of gout"
    assert kinds(text, concepts(text, vocabulary())) == (Q.DOSE, Q.MONITORING, Q.TREATMENT)
