"""What both indexes store of a passage: its analysed terms, and a mark that tells when the analyser has changed."""

import hashlib
import inspect
import unicodedata
from importlib.metadata import version

from curbside.model.document import Passage
from curbside.text import analyse as analyse_module
from curbside.text import normalise as normalise_module
from curbside.text.analyse import analyse

LONGEST_TERM = 200
"""Characters of a term that count; the rest is cut off, alike in passages and in queries (tantivy drops very long
terms, and nothing a clinician asks for is longer)."""


def terms_of(passage: Passage) -> list[str]:
    """The terms a passage is found by: those of its heading and its text, in order, with repeats."""
    return [clip(term) for term in analyse(f"{passage.heading}\n{passage.text}")]


def clip(term: str) -> str:
    """The part of a term that counts."""
    return term[:LONGEST_TERM]


def analyser_mark() -> str:
    """Changes whenever terms may come out differently: another analyser, stemmer or Unicode version. An index
    written under another mark is rebuilt; a needless rebuild is cheap, a silent mismatch is not."""
    sources = (inspect.getsource(module) for module in (analyse_module, normalise_module))
    parts = (*sources, version("pystemmer"), unicodedata.unidata_version, str(LONGEST_TERM))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
