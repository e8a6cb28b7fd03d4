"""The packaged vocabulary, read once; and the same with a library that knows some words."""

from functools import cache

from curbside import packaged
from curbside.topics.vocabulary import read_abbreviations, read_terms
from curbside.understand.vocabulary import Vocabulary

TOPICS = {"necrotizing-myositis": ("necrotizing myositis", "necrotising myositis")}


@cache
def vocabulary(*known: str) -> Vocabulary:
    """`known`: words that the library holds."""
    files = packaged.files()
    names = ("conditions", "drugs", "species")
    terms = tuple(term for name in names for term in read_terms(name, files[f"vocabulary/{name}.yaml"]))
    abbreviations = read_abbreviations("abbreviations", files["vocabulary/abbreviations.yaml"])
    return Vocabulary(terms, abbreviations, TOPICS, frozenset(known).__contains__)
