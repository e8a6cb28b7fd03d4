"""`curbside schema`, `doctor`, `export` and `--version`."""

import os
from enum import StrEnum
from typing import Annotated

import typer

from curbside.cli.screen import Home, ListFormat, Listing, say, say_json, say_lines
from curbside.errors import BrokenLibrary, NotHeld


class Described(StrEnum):
    """What there is a JSON Schema of."""

    ANSWER = "answer"
    TOPIC = "topic"
    SOURCES = "sources"
    DRUG = "drug"


class Exported(StrEnum):
    """Formats of an export."""

    JSON = "json"
    MARKDOWN = "markdown"


def schema(what: Annotated[Described, typer.Argument(help="What to describe.")]) -> None:
    """Print the JSON Schema of an answer, a topic file, a source list or a drug file.

    \b
    Example:
      curbside schema answer > answer.schema.json
    """
    if what is Described.ANSWER:
        from curbside.render.schema import answer_schema

        say_json(answer_schema())
    else:
        import json
        from importlib import resources

        described = resources.files("curbside") / "content" / "schema" / f"{what}.schema.json"
        if not described.is_file():
            raise NotHeld(f"this version has no schema of {what.value!r}", "there is one of: answer")
        say_json(json.loads(described.read_text(encoding="utf-8")))


def doctor(format: ListFormat = Listing.TEXT, home: Home = None) -> None:
    """Check the installation, the library and the index; say what to do (exit code 7 when something is wrong).

    \b
    Example:
      curbside doctor
    """
    from curbside.app import open_app

    with open_app(os.environ, home) as opened:
        found = opened.doctor()
    if format is Listing.JSON:
        say_json([{"name": name, "ok": ok, "words": words} for name, ok, words in found])
    else:
        say_lines(f"{'ok' if ok else 'WRONG'} {name}: {words}" for name, ok, words in found)
    if not all(ok for _, ok, _ in found):
        raise typer.Exit(BrokenLibrary.exit_code)


def export(
    id: Annotated[str, typer.Argument(metavar="ID", help="A topic (slug) or a document (id with a colon).")],
    format: Annotated[Exported, typer.Option("--format", help="How it is written.")] = Exported.MARKDOWN,
    home: Home = None,
) -> None:
    """Write a topic or a held document to standard output.

    \b
    Examples:
      curbside export necrotizing-myositis --format markdown > topic.md
      curbside export pmid:31921330 --format json
    """
    from curbside.app import open_app
    from curbside.render.document import document_markdown, document_object
    from curbside.render.topic import topic_markdown, topic_object

    with open_app(os.environ, home) as opened:
        if ":" in id:
            document = opened.document(id)
            written = document_object(document) if format is Exported.JSON else document_markdown(document)
        else:
            topic = opened.topic(id)
            written = topic_object(topic) if format is Exported.JSON else topic_markdown(topic)
    if isinstance(written, str):
        say(written)
    else:
        say_json(written)


def version(wanted: bool) -> None:
    """When wanted, prints the software and content versions and ends the command."""
    if not wanted:
        return
    from curbside.app import open_app

    with open_app(os.environ) as opened:
        software, content = opened.versions()
    say_lines([f"curbside {software}, content {content}"])
    raise typer.Exit(0)
