"""Vocabulary: names of drugs, conditions and animals with their other names, and abbreviations with what they stand for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """One thing and everything it is called."""

    name: str
    """Preferred name, lower case (abbreviations keep their capitals)."""
    also: tuple[str, ...] = ()
    """Other names in file order: synonyms, spellings, brands, lay names, abbreviations; empty: none known."""
    kind: str = "drug"
    """"drug", "drug class", "condition" or "animal"."""
    classes: tuple[str, ...] = ()
    """Names of the drug classes it belongs to; empty: none named, or not a drug."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A clinical abbreviation. More than one expansion: it is ambiguous and must not be read as one of them unasked."""

    short: str
    """As usually written; case matters only where two abbreviations differ by nothing else."""
    long: tuple[str, ...]
    """Expansions, most usual first; at least one."""
