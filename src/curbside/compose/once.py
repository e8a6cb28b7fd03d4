"""The library, asked for each source once while one page is composed: a page cites the same source many times."""

from dataclasses import dataclass, field

from curbside.model.document import Citation, DocumentId, Passage
from curbside.model.evidence import Held
from curbside.ports import Passages


@dataclass(frozen=True, slots=True)
class Once:
    """The passages of a library. Lives for one page only: the library may change between two."""

    passages: Passages
    told: dict[Citation, Held | None] = field(default_factory=dict)

    def holding(self, citation: Citation) -> Held | None:
        """As the library answers, remembered."""
        if citation not in self.told:
            self.told[citation] = self.passages.holding(citation)
        return self.told[citation]

    def passage(self, id: str) -> Passage:
        """As the library answers."""
        return self.passages.passage(id)

    def held(self, id: DocumentId) -> Held:
        """As the library answers."""
        return self.passages.held(id)

    def passages_of(self, id: DocumentId) -> tuple[Passage, ...]:
        """As the library answers."""
        return self.passages.passages_of(id)
