"""What the commands share: the options of every command, and printing that suits a terminal, a pipe or a program."""

import os
import shutil
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

PIPED_WIDTH = 80


class Page(StrEnum):
    """Formats of a page."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


class Listing(StrEnum):
    """Formats of a listing or report."""

    TEXT = "text"
    JSON = "json"


Home = Annotated[
    str | None,
    typer.Option("--home", metavar="PATH", help="Folder that holds the library; CURBSIDE_HOME when not given."),
]
PageFormat = Annotated[Page, typer.Option("--format", help="How the page is printed.")]
ListFormat = Annotated[Listing, typer.Option("--format", help="How the result is printed.")]


def say(text: str) -> None:
    """Prints to standard output. A reader that went away (`| head`) ends the command quietly."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def say_json(value: object) -> None:
    """Prints a value as JSON text that a terminal does not obey."""
    from curbside.render.answer_json import dumps

    say(dumps(value))


def say_lines(lines: Iterable[str]) -> None:
    """Prints one line for each text, whatever it holds."""
    from curbside.render.outside import visible

    say("".join(f"{visible(line)}\n" for line in lines))


def complain(message: str, hint: str = "") -> None:
    """One line on standard error: what, which, and what to do."""
    from curbside.render.outside import visible

    sys.stderr.write(visible(f"curbside: {message}{f'; {hint}' if hint else ''}") + "\n")


def width() -> int:
    """Columns of the terminal; `PIPED_WIDTH` when standard output is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else PIPED_WIDTH


def colour() -> bool:
    """Whether colour is welcome: a terminal, and neither NO_COLOR nor TERM=dumb says otherwise."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
