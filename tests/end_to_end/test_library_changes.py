"""A library that changes while it is open: the next answer is of the library as it is now."""

from pathlib import Path

from tests.end_to_end.command import CORPUS

from curbside.app import open_app
from curbside.model.question import Question

EPISTAXIS = Question("Does topical tranexamic acid help in epistaxis?")


def test_an_open_library_answers_as_a_fresh_one_would(tmp_path: Path) -> None:
    with open_app({}, str(tmp_path)) as app:
        before = app.ask(EPISTAXIS)
        app.add([CORPUS], lambda _: None)
        after = app.ask(EPISTAXIS)
    with open_app({}, str(tmp_path)) as fresh:
        assert after == fresh.ask(EPISTAXIS)
    assert (before.abstains, after.abstains) == (True, False)
    assert before.provenance.library != after.provenance.library
