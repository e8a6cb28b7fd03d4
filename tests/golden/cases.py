"""Golden cases as files: a title that says why the case exists, a corpus, a question, and the page it gives."""

from dataclasses import dataclass, replace
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
AS_OF = "2026-01-01"
"""The date printed on golden pages."""

_QUESTION, _ANSWER = "\n## Question\n", "\n## Answer\n"


class BadCase(Exception):
    """A case file is not in the form README.md describes."""


@dataclass(frozen=True, slots=True)
class Case:
    """One file. `answer` is the page in Markdown, ending with a line break; empty when it was never written."""

    title: str
    corpus: str
    question: str
    answer: str = ""


def read(text: str) -> Case:
    """The case a file's text holds."""
    head, asked, rest = text.partition(_QUESTION)
    question, answered, answer = rest.partition(_ANSWER)
    lines = [line for line in head.splitlines() if line.strip()]
    if (
        not (asked and answered)
        or len(lines) != 2
        or not lines[0].startswith("# ")
        or not lines[1].startswith("corpus: ")
    ):
        raise BadCase("a case is `# title`, `corpus: name`, `## Question`, the question, `## Answer`, the page")
    case = Case(
        lines[0][2:].strip(), lines[1].removeprefix("corpus: ").strip(), question.strip(), answer.removeprefix("\n")
    )
    if not (case.title and case.corpus and case.question):
        raise BadCase("the title, the corpus and the question must not be empty")
    return case


def write(case: Case) -> str:
    """The text of a case's file; `read` gives the same case back."""
    return f"# {case.title}\ncorpus: {case.corpus}\n{_QUESTION}\n{case.question}\n{_ANSWER}\n{case.answer}"


def settled(page: str) -> str:
    """A page without its last line, which names the versions and digests that made it and changes with every one."""
    body, made, _ = page.rpartition("\n*Made by Curbside ")
    return body.rstrip("\n") + "\n" if made else page


def files() -> tuple[Path, ...]:
    """All case files, by name."""
    return tuple(sorted(FOLDER.glob("*.md")))


def answered(case: Case, page: str) -> Case:
    """The case with the page as it is now."""
    return replace(case, answer=settled(page))
