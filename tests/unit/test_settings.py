"""Settings are read once, whole, and refuse what they do not know."""

from pathlib import Path

import pytest

from curbside.errors import BadSetting
from curbside.settings import Settings, read

REFUSED = [
    ("an unknown name", {"CURBSIDE_DEPHT": "50"}, "CURBSIDE_DEPHT is no setting"),
    ("a name in small letters", {"CURBSIDE_depth": "50"}, "CURBSIDE_depth is no setting"),
    ("the prefix alone", {"CURBSIDE_": "1"}, "CURBSIDE_ is no setting"),
    ("no number", {"CURBSIDE_DEPTH": "many"}, "CURBSIDE_DEPTH is 'many'"),
    ("empty", {"CURBSIDE_DEPTH": ""}, "CURBSIDE_DEPTH is ''"),
    ("a fraction", {"CURBSIDE_WORKERS": "1.5"}, "CURBSIDE_WORKERS is '1.5'"),
    ("too few", {"CURBSIDE_DEPTH": "19"}, "CURBSIDE_DEPTH is 19"),
    ("too many", {"CURBSIDE_DEPTH": "2001"}, "CURBSIDE_DEPTH is 2001"),
    ("no worker", {"CURBSIDE_WORKERS": "0"}, "CURBSIDE_WORKERS is 0"),
    ("a negative", {"CURBSIDE_WORKERS": "-2"}, "CURBSIDE_WORKERS is -2"),
    ("an army", {"CURBSIDE_WORKERS": "65"}, "CURBSIDE_WORKERS is 65"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "environ", "says"), REFUSED)
def test_a_bad_setting_is_refused_by_name(why: str, environ: dict[str, str], says: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read(environ, "/somewhere")
    assert refused.value.message == says, why
    assert refused.value.hint


def test_an_unknown_setting_lists_those_there_are() -> None:
    with pytest.raises(BadSetting) as refused:
        read({"CURBSIDE_INDEX": "memory"})
    assert refused.value.hint == "there are: CURBSIDE_DEPTH, CURBSIDE_HOME, CURBSIDE_WORKERS"


def test_an_environment_is_read_whole_and_nothing_else_of_it() -> None:
    environ = {
        "CURBSIDE_HOME": "/library",
        "CURBSIDE_DEPTH": " 20 ",
        "CURBSIDE_WORKERS": "64",
        "PATH": "/bin",
        "HOME": "/x",
    }
    assert read(environ) == Settings(Path("/library"), 20, 64)


def test_the_place_of_test_data_is_no_setting() -> None:
    assert read({"CURBSIDE_TEST_DATA": "/data"}, "/library") == Settings(Path("/library"))


def test_a_home_named_at_the_call_wins() -> None:
    assert read({"CURBSIDE_HOME": "/library"}, "/other").home == Path("/other")


def test_an_empty_environment_gives_what_is_documented() -> None:
    settings = read({})
    assert (settings.depth, settings.workers, settings.home.name) == (200, 2, "curbside")


def test_a_digest_changes_with_what_can_change_an_answer_and_with_nothing_else() -> None:
    assert Settings(Path("/a"), 50, 1).digest() == Settings(Path("/b"), 50, 9).digest()
    assert Settings(Path("/a"), 50).digest() != Settings(Path("/a"), 51).digest()
