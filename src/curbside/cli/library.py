"""`curbside library`: what is held."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from curbside.cli.screen import (
    Home,
    ListFormat,
    Listing,
    Page,
    PageFormat,
    colour,
    complain,
    say,
    say_json,
    say_lines,
    width,
)
from curbside.errors import BrokenLibrary, UnreadableSource

if TYPE_CHECKING:
    from curbside.ingest import Outcome

STATES = ("added", "changed", "unchanged", "refused")

app = typer.Typer(help="Add, list, show, remove and check what is held.", no_args_is_help=True, rich_markup_mode=None)


@app.command("add")
def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="Files, folders, .tar.gz or .gz.")],
    format: ListFormat = Listing.TEXT,
    home: Home = None,
) -> None:
    """Add documents. Adding the same again changes nothing; a bad file is named, the rest goes in (exit code 1).

    \b
    Examples:
      curbside library add papers/ guideline.json
      curbside library add pubmed26n0001.xml.gz --format json
    """
    from curbside.app import open_app

    refused: list[tuple[str, str]] = []

    with open_app(os.environ, home) as opened:
        quiet = format is Listing.JSON or not sys.stderr.isatty()
        with _progress(0 if quiet else opened.count(paths), quiet) as advance:

            def note(outcome: "Outcome") -> None:
                if outcome.status == "refused":
                    refused.append((outcome.name, outcome.reason or "no reason given"))
                advance()

            counts = opened.add(paths, note)
    if format is Listing.JSON:
        names = [{"name": name, "reason": reason} for name, reason in refused]
        say_json({"counts": {state: counts[state] for state in STATES}, "refused": names})
    else:
        say_lines([", ".join(f"{counts[state]:,} {state}" for state in STATES)])
        for name, reason in refused:
            complain(f"refused {reason if reason.startswith(name) else f'{name}: {reason}'}")
    if refused or counts["refused"]:
        raise typer.Exit(UnreadableSource.exit_code)


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar on standard error that each call moves on by one; nothing at all when quiet."""
    if quiet:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Adding", total=total or None)
        yield lambda: bar.advance(task)


@app.command("list")
def list_documents(format: ListFormat = Listing.TEXT, home: Home = None) -> None:
    """List the documents held, by id.

    \b
    Example:
      curbside library list --format json
    """
    from curbside.app import open_app
    from curbside.render.document import held_object, library_text

    with open_app(os.environ, home) as opened:
        if format is Listing.JSON:
            say_json([held_object(held) for held in opened.documents()])
        else:
            say(library_text(opened.documents(), width(), colour()))


@app.command("show")
def show(
    id: Annotated[str, typer.Argument(metavar="ID", help="A document id, as `library list` prints it.")],
    format: PageFormat = Page.TEXT,
    home: Home = None,
) -> None:
    """Print a held document with its text.

    \b
    Example:
      curbside library show pmid:31921330
    """
    from curbside.app import open_app
    from curbside.render.document import document_markdown, document_object, document_text

    with open_app(os.environ, home) as opened:
        document = opened.document(id)
    if format is Page.JSON:
        say_json(document_object(document))
    elif format is Page.MARKDOWN:
        say(document_markdown(document))
    else:
        say(document_text(document, width(), colour()))


@app.command("remove")
def remove(
    id: Annotated[str, typer.Argument(metavar="ID", help="A document id, as `library list` prints it.")],
    home: Home = None,
) -> None:
    """Forget a document and all its versions.

    \b
    Example:
      curbside library remove pmid:31921330
    """
    from curbside.app import open_app

    with open_app(os.environ, home) as opened:
        opened.remove(id)
    say_lines([f"removed {id}"])


@app.command("stats")
def stats(format: ListFormat = Listing.TEXT, home: Home = None) -> None:
    """Print what the library holds, in numbers.

    \b
    Example:
      curbside library stats
    """
    from curbside.app import open_app

    with open_app(os.environ, home) as opened:
        found = opened.stats()
    if format is Listing.JSON:
        say_json(found)
    else:
        say_lines(
            f"{name}: {value:,}" if isinstance(value, int) else f"{name}: {value}" for name, value in found.items()
        )


@app.command("check")
def check(format: ListFormat = Listing.TEXT, home: Home = None) -> None:
    """Read every digest, index entry and citation again and name what does not agree (exit code 7).

    \b
    Example:
      curbside library check
    """
    from curbside.app import open_app

    with open_app(os.environ, home) as opened:
        problems = opened.check_library()
    if format is Listing.JSON:
        say_json({"problems": list(problems)})
    else:
        say_lines(problems or ["the library agrees with itself"])
    if problems:
        raise typer.Exit(BrokenLibrary.exit_code)
