"""What a section is for. Background and methods are never findings; what a study gave is no advice."""

import pytest

from curbside.model.document import Role
from curbside.sources.roles import role_of

#   why, heading, parent, role
CASES = [
    ("plain", "Results", Role.OTHER, Role.RESULTS),
    ("capitals and a colon", "RESULTS:", Role.ABSTRACT, Role.RESULTS),
    ("numbered", "3. Results", Role.OTHER, Role.RESULTS),
    ("numbered below", "2.1. Statistical analysis", Role.OTHER, Role.METHODS),
    ("roman numeral", "IV. Discussion", Role.OTHER, Role.DISCUSSION),
    ("findings within methods are findings", "Methods and Findings", Role.ABSTRACT, Role.RESULTS),
    ("two words for one thing", "Methodology/Principal Findings", Role.ABSTRACT, Role.RESULTS),
    ("results and what is thought of them", "Results and discussion", Role.OTHER, Role.RESULTS),
    ("materials", "Materials & Methods", Role.OTHER, Role.METHODS),
    ("patients", "Patients and methods", Role.OTHER, Role.METHODS),
    ("design of a protocol", "Methods/Design", Role.OTHER, Role.METHODS),
    ("aim", "Aims of the study", Role.OTHER, Role.BACKGROUND),
    ("Cochrane", "Authors' conclusions", Role.ABSTRACT, Role.CONCLUSIONS),
    ("Lancet", "Interpretation", Role.ABSTRACT, Role.CONCLUSIONS),
    ("PLoS", "Conclusions/Significance", Role.ABSTRACT, Role.CONCLUSIONS),
    ("an unknown label keeps the abstract's role", "Level of evidence", Role.ABSTRACT, Role.ABSTRACT),
    ("an unknown heading keeps the parent's role", "2.1 Participants’ mood", Role.RESULTS, Role.RESULTS),
    ("no heading keeps the parent's role", "", Role.METHODS, Role.METHODS),
    ("no word of ours in a longer heading", "Results of earlier trials in children", Role.BACKGROUND, Role.BACKGROUND),
    ("advice", "Recommendations", Role.OTHER, Role.RECOMMENDATION),
    ("treatment", "Treatment of acute attacks", Role.OTHER, Role.TREATMENT),
    ("dosage", "Dosage and administration", Role.OTHER, Role.TREATMENT),
    ("management at the end", "Initial management", Role.OTHER, Role.TREATMENT),
    ("data management treats nobody", "Data management", Role.OTHER, Role.OTHER),
    ("cautions", "Contraindications", Role.TREATMENT, Role.CAUTIONS),
    ("side effects", "Adverse effects", Role.TREATMENT, Role.CAUTIONS),
    ("who watched is no caution", "Safety monitoring board", Role.OTHER, Role.OTHER),
    ("harms found are findings", "Adverse events", Role.RESULTS, Role.RESULTS),
    ("how harms were counted is method", "Adverse events", Role.METHODS, Role.METHODS),
    ("what was given is method", "Treatment", Role.METHODS, Role.METHODS),
    ("how given is method", "Dosage", Role.METHODS, Role.METHODS),
    ("earlier findings are background", "Findings", Role.BACKGROUND, Role.BACKGROUND),
    ("findings talked about are discussion", "Principal findings", Role.DISCUSSION, Role.DISCUSSION),
    ("conclusions within a discussion", "Conclusions", Role.DISCUSSION, Role.CONCLUSIONS),
    ("advice within a discussion", "Recommendations", Role.DISCUSSION, Role.RECOMMENDATION),
    ("a statistic within results is method", "Statistical analysis", Role.RESULTS, Role.METHODS),
]  # fmt: skip


@pytest.mark.parametrize(("why", "heading", "parent", "role"), CASES, ids=[case[0] for case in CASES])
def test_role_of_a_heading(why: str, heading: str, parent: Role, role: Role) -> None:
    assert role_of(heading, parent) is role
