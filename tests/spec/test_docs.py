"""Nothing written can drift: commands in README and docs run, what they are shown to print is printed, links lead
somewhere, and settings, dependencies, checks and promises are documented as they are."""

import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from curbside import settings
from curbside.cli.main import run
from curbside.verify.checks import CATALOGUE

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md"))]
WRITTEN = [page for page in PAGES if page.parent.name != "reference" and page.name != "THIRD_PARTY_NOTICES.md"]
"""Pages written by hand; the others are generated and checked by `python -m tools.reference --check`."""
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
_YAML_NAME = re.compile(r"`([\w./-]+\.yaml)`[^\n]*\n\n```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """Commands of one block, and what the page shows of their output; "" when it shows nothing."""

    commands: tuple[str, ...]
    shown: str


def names(page: Path) -> str:
    return str(page.relative_to(ROOT))


def steps(page: Path) -> Iterator[Step]:
    """The `sh` blocks of a page, in order, each with the `text` block that directly follows it."""
    text = page.read_text(encoding="utf-8")
    blocks = list(_BLOCK.finditer(text))
    for at, block in enumerate(blocks):
        if block[1] == "sh":
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            told = following and following[1] == "text" and not text[block.end() : following.start()].strip()
            yield Step(tuple(block[2].splitlines()), following[2] if following and told else "")


def written_files(page: Path, folder: Path) -> None:
    """Writes the YAML files that a page gives in full."""
    for name, text in _YAML_NAME.findall(page.read_text(encoding="utf-8")):
        file = folder / "my-topics" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


WITH_COMMANDS = [page for page in WRITTEN if any(steps(page))]


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=names)
def test_the_commands_of_a_page_run_and_print_what_it_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(DOCS / "example", tmp_path / "docs" / "example")
    written_files(page, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CURBSIDE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CURBSIDE_WORKERS", "1")
    monkeypatch.delenv("COLUMNS", raising=False)
    for step in steps(page):
        for command in step.commands:
            program, *words = shlex.split(command)
            assert program in ("./run", "curbside"), command
            assert (command, run(words)) == (command, 0)
        printed = capsys.readouterr().out
        at = 0
        for piece in step.shown.split("…"):
            wanted = " ".join(piece.split())
            found = " ".join(printed.split()).find(wanted, at)
            assert found >= at, f"{names(page)}: not printed, or not in this order: {wanted}"
            at = found + len(wanted)


def test_the_readme_has_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    question = "What is the recommended treatment for a woman with an acute flare-up of necrotizing myositis?"
    assert f'```\n./run ask "{question}"\n./check\n```' in text
    assert [name for name in ("run", "check") if not (ROOT / name).stat().st_mode & 0o111] == []


@pytest.mark.parametrize("page", PAGES, ids=names)
def test_links_lead_somewhere(page: Path) -> None:
    targets = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_page_is_reached_from_the_index() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    linked = {(DOCS / target).resolve() for target in _LINK.findall(index)}
    assert [names(page) for page in sorted(DOCS.rglob("*.md")) if page not in linked and page.name != "README.md"] == []


@pytest.mark.parametrize("setting", fields(settings.Settings), ids=lambda f: f.name)
def test_every_setting_is_documented_as_it_is(setting: "object") -> None:
    name, metadata = getattr(setting, "name", ""), getattr(setting, "metadata", {})
    default = metadata.get("default") or f"`{getattr(setting, 'default', '')}`"
    row = f"| `{settings.PREFIX}{name.upper()}` | {default} | {metadata['doc']} |"
    assert row in (DOCS / "reference" / "settings.md").read_text(encoding="utf-8").splitlines()


def test_every_check_is_documented() -> None:
    page = (DOCS / "reference" / "checks.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| ([A-Z]\d) \|", page, re.MULTILINE) == [id for id, _ in CATALOGUE]


def test_every_dependency_has_one_line_with_licence_and_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = sorted(re.split(r"[=<>~!\[]", need, maxsplit=1)[0].lower() for need in project["dependencies"])
    page = (DOCS / "decisions" / "0001-dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z][\w-]*) \| ([^|]+) \| ([^|]+) \|$", page, re.MULTILINE)
    assert sorted(name for name, _, _ in rows if name != "package") == wanted
    assert [row for row in rows if not (row[1].strip() and row[2].strip())] == []


def test_the_page_on_promises_names_tests_that_exist_and_all_of_them() -> None:
    page = (DOCS / "explanation" / "promises.md").read_text(encoding="utf-8")
    tests = (Path(__file__).parent / "test_promises.py").read_text(encoding="utf-8")
    there = set(re.findall(r"^def (test_p\d_\w+)", tests, re.MULTILINE))
    assert set(re.findall(r"test_p\d_\w+", page)) == there


def test_the_architecture_page_names_every_package() -> None:
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    source = ROOT / "src" / "curbside"
    there = {p.stem for p in source.iterdir() if (p.is_dir() or p.suffix == ".py") and not p.stem.startswith("_")}
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == there
