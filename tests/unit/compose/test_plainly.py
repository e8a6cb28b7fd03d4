"""Beside a reply to a lay person: bottom lines in plain words, whole with their cautions, never an amount to take."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from tests.build import a_formulary, a_query, a_statement, a_topic
from tests.holding import Holding

from curbside.compose.composer import BESIDE, Extractive
from curbside.compose.from_topics import claims_of
from curbside.compose.plainly import MOST, in_plain_words
from curbside.compose.replies import READ_AS_LAY, notes_on, reply_to
from curbside.model.answer import Draft
from curbside.model.question import Question, Scope
from curbside.model.reader import Reader
from curbside.model.regimen import Amount, Dose, DoseStep
from curbside.model.topic import Statement

ORDER = Dose("aspirin", "oral", (DoseStep(Amount(Decimal(300), Decimal(300)), "mg"),), "adult", "a-guideline/p1")
ASKED = a_query("my leg?", scope=Scope.PERSONAL, reader=Reader.PATIENT)


def a_line(id: str, plain: str | None, **more: Any) -> Statement:
    return a_statement(id, f"{id} in a clinician's words", plain=plain, bottom_line=True, must_show=True, **more)


def texts(*statements: Statement) -> list[str]:
    return [claim.text for claim in in_plain_words(a_topic(*statements), ASKED, Holding())]


#   why                                     statements                                                                       shown
CASES = [
    ("plain words in place of the others",  (a_line("cut", "Doctors operate early."),),                                      ["Doctors operate early."]),
    ("nothing without plain words",         (a_line("cut", None),),                                                          []),
    ("no amount to take",                   (a_line("give", "Aspirin 300 mg helps."), a_line("two", "Take 2 tablets.")),      []),
    ("a time and a share are no amounts",   (a_line("cut", "Within 6 hours, 19% died; 3 days of tablets."),),                ["Within 6 hours, 19% died; 3 days of tablets."]),
    ("bottom lines only",                   (a_line("cut", "Plain."), a_statement("rest", plain="Not a bottom line.")),      ["Plain."]),
    ("with its caution",                    (a_line("give", "A steroid.", requires=("care",)), a_statement("care", plain="Infection first.")),
                                                                                                                            ["A steroid.", "Infection first."]),
    ("not without its caution",             (a_line("give", "A steroid.", requires=("care",)), a_statement("care")),         []),
    ("nor without a caution's caution",     (a_line("give", "A steroid.", requires=("care",)), a_statement("care", plain="Infection first.", requires=("more",)),
                                             a_statement("more")),                                                          []),
    ("the same words once",                 (a_line("one", "Infection first."), a_line("two", "A steroid.", requires=("again",)),
                                             a_statement("again", plain="Infection first.")),                               ["Infection first.", "A steroid."]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "statements", "shown"), CASES, ids=[row[0] for row in CASES])
def test_lines_in_plain_words(why: str, statements: tuple[Statement, ...], shown: list[str]) -> None:
    assert texts(*statements) == shown


def test_a_line_loses_its_order_and_all_that_is_measured() -> None:
    ordering = a_line("give", "A painkiller.", order=ORDER)
    assert in_plain_words(a_topic(ordering), ASKED, Holding()) == claims_of(
        a_topic(replace(ordering, text="A painkiller.", plain=None, order=None)),
        (replace(ordering, text="A painkiller.", plain=None, order=None),),
        Holding(),
    )


@pytest.mark.parametrize(("scope", "most"), sorted(MOST.items()))
def test_only_so_many_lines_are_read_in_need(scope: Scope, most: int) -> None:
    many = tuple(a_line(f"l{n:02}", f"Line {chr(97 + n)}.") for n in range(20))
    found = in_plain_words(a_topic(*many), replace(ASKED, scope=scope), Holding())
    assert [claim.id for claim in found] == [f"a-topic/l{n:02}" for n in range(most)]


@pytest.mark.parametrize("scope", [Scope.PERSONAL, Scope.EMERGENCY])
def test_the_lines_stand_with_the_reply_and_in_no_section(scope: Scope) -> None:
    topic = a_topic(a_line("cut", "Doctors operate early."))
    query = replace(ASKED, scope=scope)
    draft = Extractive(Holding(), frozenset(), a_formulary()).compose(Question("my leg?"), query, (), (topic,))
    claims = tuple(replace(c, section=BESIDE, bottom_line=False) for c in in_plain_words(topic, query, Holding()))
    assert draft == Draft(
        Question("my leg?"),
        query,
        "A condition",
        scope,
        "topics",
        claims=claims,
        topics=("a-topic",),
        reply=reply_to(query),
        notes=(READ_AS_LAY,),
    )


def test_the_reader_is_told_for_whom_it_is_worded_unless_they_chose() -> None:
    assert notes_on(Question("my leg?"), ASKED) == (READ_AS_LAY,)
    assert notes_on(Question("my leg?", reader=Reader.PATIENT), ASKED) == ()
    assert notes_on(Question("my leg?"), replace(ASKED, reader=Reader.CLINICIAN)) == ()


def test_a_reply_to_harm_points_to_help_for_oneself_and_for_others() -> None:
    reply = reply_to(a_query(scope=Scope.HARMFUL)) or ""
    help = ("emergency number", "crisis line", "police", "poison information service", "stay alone")
    assert [words for words in help if words not in reply] == []
