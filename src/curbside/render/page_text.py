"""Answer -> the terminal page."""

from curbside.model.answer import Answer
from curbside.render.answer_page import answer_blocks
from curbside.render.terminal import to_text


def answer_text(answer: Answer, as_of: str, width: int, colour: bool) -> str:
    """The page of an answer for a terminal `width` columns wide (40 to 120). `as_of` is an ISO date."""
    return to_text(answer_blocks(answer, as_of), width, colour)
