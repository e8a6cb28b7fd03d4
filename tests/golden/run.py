"""A golden question, answered by the real engine over documents written for the tests."""

from contextlib import ExitStack
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from tests.golden.cases import AS_OF

from curbside.app import App, open_app
from curbside.model.answer import Answer
from curbside.model.question import Question
from curbside.render.markdown import answer_markdown

CORPUS = Path(__file__).parent / "corpus"


class Bench:
    """Throw-away libraries, one for each corpus, made when first asked. Use as `with Bench() as bench`."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._app = cache(self._library)

    def __enter__(self) -> "Bench":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._open.close()

    def ask(self, question: str, corpus: str) -> Answer:
        """The answer. `corpus` is a folder of `corpus/`, or "nothing" for an empty library."""
        return self._app(corpus).ask(Question(question))

    def answer(self, question: str, corpus: str) -> str:
        """The page in Markdown."""
        return answer_markdown(self.ask(question, corpus), AS_OF)

    def _library(self, corpus: str) -> App:
        home = self._open.enter_context(TemporaryDirectory())
        app = self._open.enter_context(open_app({"CURBSIDE_WORKERS": "1"}, home))
        if corpus != "nothing":
            refused: list[str] = []
            app.add([CORPUS / corpus], lambda o: refused.append(o.name) if o.status == "refused" else None)
            if refused or not (CORPUS / corpus).is_dir():
                raise ValueError(f"corpus {corpus!r} cannot be read: {refused}")
        return app
