"""What lies on the desk of somebody who checks a statement: the sources, the names known, the drug files."""

from collections.abc import Mapping
from dataclasses import dataclass

from curbside.model.drug import Drug
from curbside.model.topic import Extract, Source


@dataclass(frozen=True, slots=True)
class Desk:
    """What a rule may look at besides the topic."""

    sources: Mapping[str, Source]
    names: frozenset[str]
    """Every folded name of a drug, class or condition in the vocabulary."""
    drugs: Mapping[str, Drug]
    """Drug files by the drug's name; empty: none are at hand, and nothing is asked of them."""

    def extract(self, cite: str) -> Extract | None:
        """The extract a cite names; None when there is none (the reader has said so)."""
        key, _, name = cite.partition("/")
        source = self.sources.get(key)
        return next((e for e in source.extracts if e.key == name), None) if source else None
