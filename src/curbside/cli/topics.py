"""`curbside topics`: the curated topics."""

import os
from pathlib import Path
from typing import Annotated

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
from curbside.errors import BadTopic

app = typer.Typer(help="List, show and check the curated topics.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_topics(format: ListFormat = Listing.TEXT, home: Home = None) -> None:
    """List the curated topics.

    \b
    Example:
      curbside topics list
    """
    from curbside.app import open_app

    with open_app(os.environ, home) as opened:
        topics = opened.topics()
    if format is Listing.JSON:
        keys = ("slug", "title", "revision", "updated_on", "thin", "digest")
        say_json([{key: getattr(topic, key) for key in keys} for topic in topics])
    else:
        say_lines(f"{t.slug}: {t.title} ({len(t.statements)} statements, updated {t.updated_on})" for t in topics)


@app.command("show")
def show(
    slug: Annotated[str, typer.Argument(metavar="SLUG", help="A topic, as `topics list` prints it.")],
    format: PageFormat = Page.TEXT,
    home: Home = None,
) -> None:
    """Print a curated topic with the places its statements rest on.

    \b
    Example:
      curbside topics show necrotizing-myositis
    """
    from curbside.app import open_app
    from curbside.render.topic import topic_markdown, topic_object, topic_text

    with open_app(os.environ, home) as opened:
        topic = opened.topic(slug)
    if format is Page.JSON:
        say_json(topic_object(topic))
    elif format is Page.MARKDOWN:
        say(topic_markdown(topic))
    else:
        say(topic_text(topic, width(), colour()))


@app.command("check")
def check(
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A folder of topic files; ours when not given.")
    ] = None,
    format: ListFormat = Listing.TEXT,
    home: Home = None,
) -> None:
    """Validate topic files with every citation, figure and unit in them (exit code 8 when a rule is broken).

    \b
    Example:
      curbside topics check my-topics/
    """
    from curbside.app import open_app

    with open_app(os.environ, home) as opened:
        problems, warnings, checked = opened.check_topics(path)
    if format is Listing.JSON:
        say_json({"checked": checked, "problems": list(problems), "warnings": list(warnings)})
    else:
        say_lines([*problems, f"{checked:,} checked, {len(problems):,} problems, {len(warnings):,} warnings"])
        for warning in warnings:
            complain(f"warning: {warning}")
    if problems:
        raise typer.Exit(BadTopic.exit_code)
