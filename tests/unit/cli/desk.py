"""A small application of our own, in memory: everything the commands ask of the real one."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.build import a_document, an_answer
from tests.unit.render.pages import a_full_answer
from tests.unit.render.test_topic_and_document import a_held, a_topic

from curbside.errors import NotHeld
from curbside.model.answer import Answer
from curbside.model.document import Document
from curbside.model.evidence import Held
from curbside.model.question import Question
from curbside.model.topic import Topic


@dataclass
class Outcome:
    """What became of one file."""

    name: str
    status: str
    reason: str | None = None
    document_id: str | None = None


@dataclass
class Desk:
    """Everything the commands ask of the application, in memory."""

    held: dict[str, Document] = field(default_factory=lambda: {"pmid:1": a_document("Give 5 mg.", "pmid:1")})
    raises: BaseException | None = None
    problems: tuple[str, ...] = ()
    well: bool = True
    asked: list[Question] = field(default_factory=list)
    homes: list[str | None] = field(default_factory=list)

    def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        if self.raises is not None:
            raise self.raises
        return a_full_answer() if "infection" in question.text else an_answer(question=question.text)

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 23, 59, tzinfo=UTC)

    def new_id(self) -> str:
        return "a-1"

    def count(self, paths: Sequence[Path]) -> int:
        return len(paths)

    def add(self, paths: Sequence[Path], on_outcome: Callable[[Outcome], None]) -> Counter[str]:
        counts: Counter[str] = Counter()
        for path in paths:
            bad = "bad" in path.name
            outcome = Outcome(path.name, "refused" if bad else "added", "no title" if bad else None)
            if "named" in path.name:
                outcome.reason = f"{path.name}: no title"
            counts[outcome.status] += 1
            on_outcome(outcome)
        return counts

    def documents(self) -> Iterator[Held]:
        return iter([a_held(document) for document in self.held.values()])

    def document(self, id: str) -> Document:
        if id not in self.held:
            raise NotHeld(f"no document called {id!r}", "`curbside library list` prints what is held")
        return self.held[id]

    def remove(self, id: str) -> None:
        self.document(id)
        del self.held[id]

    def stats(self) -> dict[str, int | str]:
        return {"documents": 1234, "digest": "sha256:x"}

    def check_library(self) -> tuple[str, ...]:
        return self.problems

    def topics(self) -> tuple[Topic, ...]:
        return (a_topic(),)

    def topic(self, slug: str) -> Topic:
        if slug != "deep-infection":
            raise NotHeld(f"no topic called {slug!r}", "`curbside topics list` prints them")
        return a_topic()

    def check_topics(self, path: Path | None) -> tuple[tuple[str, ...], tuple[str, ...], int]:
        return self.problems, ("thin",), 7

    def doctor(self) -> tuple[tuple[str, bool, str], ...]:
        return (("index", self.well, "agrees" if self.well else "rebuild it"),)

    def versions(self) -> tuple[str, str]:
        return "0.1.0", "c-1"
