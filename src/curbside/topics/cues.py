"""Cues: how a question reaches a topic that it does not name."""

from curbside.errors import IntegrityError
from curbside.model.topic import Cue
from curbside.topics.conditions import finding
from curbside.topics.record import Record


def read_cues(root: Record) -> tuple[Cue, ...]:
    """The cues of a topic, in file order. Parts stand with ` + ` between them, alternatives with ` | `."""
    found = []
    for words in root.many("cues"):
        try:
            found.append(cue(words.text))
        except (IntegrityError, ValueError) as error:
            root.note(words.line, f"`cues`: {error}")
    return tuple(found)


def cue(text: str) -> Cue:
    """ "tenecteplase | alteplase + stroke" as a cue; ValueError when a part or an alternative is empty."""
    parts = tuple(tuple(way.strip() for way in part.split(" | ")) for part in text.split(" + "))
    if not all(way and not {"+", "|"} & set(way.split()) for part in parts for way in part):
        raise ValueError(f"{text!r} has an empty part; write `one | other + third`")
    return Cue(
        tuple(tuple(way for way in part if finding(way) is None) for part in parts),
        tuple(tuple(one for way in part if (one := finding(way)) is not None) for part in parts),
    )
