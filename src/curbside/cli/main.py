"""The command line: parse, call a verb, print. Every error is one line that says what, which and what to do."""

import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated

import typer
from typer.exceptions import TyperException

from curbside.cli import asking, dosing, library, reports, topics
from curbside.cli.screen import complain, say, say_json
from curbside.errors import CurbsideError

INTERRUPTED = 130

app = typer.Typer(
    name="curbside",
    help="Ask a clinical question; get a page in which every sentence opens down to its source.",
    epilog="Examples:  curbside ask 'dose of meropenem in necrotizing fasciitis?'  |  curbside library add papers/",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("ask")(asking.ask)
app.add_typer(library.app, name="library")
app.add_typer(topics.app, name="topics")
app.command("dose")(dosing.dose)
app.command("renal")(dosing.renal)
app.command("taper")(dosing.taper)
app.command("schema")(reports.schema)
app.command("doctor")(reports.doctor)
app.command("export")(reports.export)


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=reports.version, help="Print the software and content versions."
        ),
    ] = False,
) -> None:
    """Ask a clinical question; get a page in which every sentence opens down to its source."""


def run(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit code. Errors raised on purpose, and no others, become a line."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        code = app(args=list(arguments), standalone_mode=False, prog_name="curbside")
    except CurbsideError as error:
        return _refuse(arguments, type(error).__name__, error.message, error.hint, error.exit_code)
    except TyperException as error:
        return _usage(arguments, error)
    if code == INTERRUPTED:
        complain("stopped; what was finished stays, nothing is half-written")
    return code if isinstance(code, int) else 0


def _usage(arguments: Sequence[str], error: TyperException) -> int:
    context = getattr(error, "ctx", None)
    message = error.format_message().replace("Value error, ", "")
    if context is not None and type(error).__name__ == "NoArgsIsHelpError":
        say(context.get_help() + "\n")
        return 2
    path = context.command_path if context is not None else "curbside"
    return _refuse(arguments, "Usage", message.rstrip("."), f"`{path} --help` shows how it is used", 2)


def _refuse(arguments: Sequence[str], kind: str, message: str, hint: str, code: int) -> int:
    if _wants_json(arguments):
        name = "".join(f"_{c.lower()}" if c.isupper() else c for c in kind).lstrip("_")
        say_json({"error": {"kind": name, "message": message, "hint": hint}})
    complain(message, hint)
    return code


def _wants_json(arguments: Sequence[str]) -> bool:
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)


def main() -> None:
    """The `curbside` command."""
    sys.exit(run(sys.argv[1:]))
