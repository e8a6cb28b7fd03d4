"""The shape of the house: size budget, floors, who may make what, words not used in names."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "curbside"
MODULES = sorted(SOURCE.rglob("*.py"))
FUNCTION_LINES, MODULE_LINES = 40, 300
UNUSED_WORDS = {
    *("manager", "helper", "helpers", "util", "utils", "handler", "processor", "service", "data", "info", "context"),
    *("base", "common", "misc", "process", "handle", "do"),
}


def names(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in MODULES:
        yield names(path), ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_a_module_keeps_the_size_budget_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [n.name for n in functions if (n.end_lineno or 0) - n.lineno + 1 > FUNCTION_LINES]
    assert (long, len(text.splitlines()) <= MODULE_LINES, bool(ast.get_docstring(tree))) == ([], True, True)


def test_names_are_words_of_the_field() -> None:
    defined = [
        (module, node.name)
        for module, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]
    parts = [
        (module, name)
        for module, name in defined
        if UNUSED_WORDS & set(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().split("_"))
    ]
    assert parts == []


def test_only_the_judge_makes_judgements() -> None:
    makers = {
        module
        for module, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Judgement"
    }
    assert makers == {"verify/judge.py"}


def test_only_cut_makes_passages_in_the_core() -> None:
    makers = {
        module
        for module, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Passage"
    }
    assert makers == {"model/document.py", "store/rows.py"}


def test_no_renderer_accepts_a_draft() -> None:
    mentions = [
        path.name for path in sorted((SOURCE / "render").glob("*.py")) if re.search(r"\bDraft\b", path.read_text())
    ]
    assert mentions == []


def test_the_floors_and_the_quiet_core_hold() -> None:
    lint = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
