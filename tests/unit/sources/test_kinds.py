"""A title states a kind only when it speaks of its own work."""

import pytest

from curbside.model.document import Kind, Standing
from curbside.sources.kinds import kind_of_title, plans_a_study, says_retracted, worst

RCT, REVIEW, NONE = Kind.RANDOMIZED_TRIAL, Kind.SYSTEMATIC_REVIEW, Kind.UNCLASSIFIED

#   why, title, kind
CASES = [
    ("as CONSORT asks", "Fictitiumab for gout: a randomised controlled trial", RCT),
    ("American spelling", "Fictitiumab for gout: A Randomized, Double-Blind, Placebo-Controlled Phase III Clinical Trial", RCT),
    ("at the start", "A pragmatic cluster-randomized trial of fictitiumab in primary care", RCT),
    ("after a dash", "Fictitiumab for gout – a multicentre randomized trial", RCT),
    ("after a question", "Does fictitiumab help? An open-label randomized trial comparing two doses", RCT),
    ("its own results", "Fictitiumab: 12-month results of a randomized controlled trial", RCT),
    ("registered", "Fictitiumab for gout: randomized controlled trial [ISRCTN00000000]", RCT),
    ("a trial about costs is a trial", "Costs of gout care: a randomised trial", RCT),
    ("a trial of a guideline is no guideline", "Practice guidelines for gout in primary care: a cluster randomised trial", RCT),
    ("a protocol has no findings", "Fictitiumab for gout: study protocol for a randomised controlled trial", NONE),
    ("protocol at the end", "A randomised controlled trial of fictitiumab: protocol", NONE),
    ("a design has no findings", "Rationale and design of the GOUT trial: a randomized controlled trial", NONE),
    ("a plan has no findings", "Fictitiumab, a randomised trial: statistical analysis plan", NONE),
    ("baseline only", "Baseline characteristics of patients: a randomized controlled trial", NONE),
    ("commentary", "Commentary: a randomised controlled trial of fictitiumab", NONE),
    ("erratum", "Erratum to: Fictitiumab for gout: a randomised controlled trial", NONE),
    ("erratum at the end", "Fictitiumab for gout: A randomized controlled trial: Erratum", NONE),
    ("reply", "Response to: fictitiumab: a randomised trial - authors' reply", NONE),
    ("secondary analysis", "Pain in gout: a secondary analysis of a randomized controlled trial", NONE),
    ("post hoc", "Pain in gout: randomized controlled trial post hoc analysis", NONE),
    ("about people in one", "Views of patients enrolled in a randomized controlled trial", NONE),
    ("a study nested in one", "Hope: a qualitative study within a randomised controlled trial", NONE),
    ("trials, not a trial", "Randomised controlled trials of fictitiumab", NONE),
    ("not randomized", "Fictitiumab for gout: a non-randomized controlled trial", NONE),
    ("not randomised, in one word", "Fictitiumab for gout: a nonrandomized trial", NONE),
    ("quasi-randomized", "Fictitiumab for gout: a quasi-randomised trial", NONE),
    ("randomized but no trial", "A randomised comparison of two doses", NONE),
    ("a trial but not said to be randomized", "The GOUT trial: fictitiumab in adults", NONE),
    ("the word for a bladder muscle", "Randomized study of the time trial", NONE),
    ("review of trials", "Fictitiumab: a systematic review of randomised controlled trials", REVIEW),
    ("meta-analysis", "Fictitiumab for gout: meta-analysis using individual patient data", REVIEW),
    ("network", "Drugs for gout: a systematic review and network meta-analysis", REVIEW),
    ("protocol of a review", "Fictitiumab: protocol for a systematic review", NONE),
    ("protocol of a review at the end", "Drugs for gout: a systematic review protocol", NONE),
    ("how to review", "Methods for meta-analysis of rare events", NONE),
    ("a plain review says nothing of method", "Fictitiumab: a review", NONE),
    ("guideline", "Clinical practice guideline for the management of gout", Kind.GUIDELINE),
    ("guideline at the end", "Management of gout: a national guideline", Kind.GUIDELINE),
    ("whether it is followed", "Adherence to clinical practice guidelines for gout", NONE),
    ("what it changed", "Impact of practice guidelines for gout on prescribing", NONE),
    ("consensus", "Dosing in gout: an international consensus statement", Kind.CONSENSUS),
    ("a word alone", "Consensus sequences in gene promoters", NONE),
    ("empty", "", NONE),
]  # fmt: skip


@pytest.mark.parametrize(("why", "title", "kind"), CASES, ids=[case[0] for case in CASES])
def test_kind_of_a_title(why: str, title: str, kind: Kind) -> None:
    assert kind_of_title(title) is kind


def test_a_title_of_a_million_words_is_read_in_no_time_and_states_nothing() -> None:
    assert kind_of_title("rationale single double " * 100_000) is NONE


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("RETRACTED: Fictitiumab for gout", True),
        ("Retracted article: Fictitiumab for gout", True),
        ("[Retracted] Fictitiumab for gout", True),
        ("WITHDRAWN: Fictitiumab for gout", True),
        ("Retraction notice to: Fictitiumab for gout", False),
        ("Retracted eardrums in children", False),
        ("Comparison of two retractors", False),
    ],
)
def test_only_the_publishers_mark_says_retracted(title: str, said: bool) -> None:
    assert says_retracted(title) is said


def test_a_protocol_is_known_by_its_title() -> None:
    assert plans_a_study("GOUT: study protocol for a randomised trial")
    assert not plans_a_study("A protocol-driven sepsis bundle lowers mortality")


def test_the_worst_standing_weighs_most() -> None:
    assert worst([Standing.CORRECTED, Standing.RETRACTED, Standing.CONCERN], Standing.CURRENT) is Standing.RETRACTED
    assert worst([], Standing.CURRENT) is Standing.CURRENT
