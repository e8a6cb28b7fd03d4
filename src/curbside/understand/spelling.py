"""Mends spelling against the vocabulary; never turns one drug name into another.

Four rules, each of which says no on its own:
1. a word that is held (vocabulary, library), ordinary English, or a mere inflection of a held word stays as it is;
2. one edit in a word of six letters or more, or two in one of seven that still sounds the same; never a word with
   another ending or another prefix (hypo, hyper), which is another word and not a misspelling;
3. the text as read must name something: a vocabulary word that is only part of a longer name ("tropical" myositis)
   is no reason to read another word as it, unless the whole name then stands there;
4. a word near two drugs is read as neither. It stays as written and is named as unknown, as is a word that is in no
   vocabulary and ends like a drug.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from curbside.text.analyse import analyse, stem, words
from curbside.text.wordlist import wordlist
from curbside.understand.ordinary import is_ordinary
from curbside.understand.sounds import sound
from curbside.understand.vocabulary import Vocabulary

SHORTEST, SHORTEST_FOR_TWO = 6, 7
"""Letters a word needs to be read with one edit, and with two."""
_DRUG_ENDING = re.compile(
    r"[a-z]{3,}(?:mycin|micin|cillin|mab|rcept|[tn]inib|lisib|ciclib|rafenib|prazole|[aeo]statin|olol|[aio]pril"
    r"|sartan|[aiu]vir|conazole|nidazole|bendazole|cycline|floxacin|dipine|gliptin|gliflozin|glutide|caine|parin|xaban"
    r"|gatran|tidine|setron|triptan|lukast|dronate|penem|sporin|oxetine|zepam|zolam|barbital|grelor|coxib|fungin)s?"
)
"""Stems of international nonproprietary names (WHO INN stem list), as they end a drug name."""
_DISEASE = re.compile(r"(?:itis|osis|a?emia|pathy|oma|algia|uria|rrho?ea)$")
"""Endings that make a word the name of a disease by itself ("bronchitis" of "acute bronchitis")."""
_PREFIXES = wordlist("hypo hyper pre post peri per pro intra inter micro macro anti ante ab ad sub super un in im dys")
_ENDING = re.compile(
    r"(?:[ai]?tions?|[ai]?tors?|[ai]tory|[ai]?tives?|[aio]?c(?:ally|al|s|a|us|um)?|[aeo]ses?|[aeio]sis|ia[ls]?|i[ns]|[aiu]n?t|ous|oid|us|um"
    r"|ar(?:y|ly|is)?|ies|ed|e[rs]?|ing|ment|a[el]?|y|s|o|ity|ness|less|ance|ence)$"
)


@dataclass(frozen=True, slots=True)
class Spelling:
    """The text as it will be read, what was changed, and what could not be read."""

    text: str
    corrections: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


def mend(text: str, vocabulary: Vocabulary) -> Spelling:
    """Reads misspelt names; words the vocabulary or the library hold stay as they are."""
    read: dict[str, str] = {}
    unknown: list[str] = []
    seen = words(text)
    for word in dict.fromkeys(seen):
        if not _may_be_misspelt(word, vocabulary):
            continue
        near, beside_drugs = _nearest(word, vocabulary)
        if near:
            read[word] = near
        if not near and (beside_drugs or _DRUG_ENDING.fullmatch(word)):
            unknown.append(word)
    named = _named(seen, read, vocabulary)
    corrections = tuple((wrong, right) for wrong, right in read.items() if wrong in named)
    for wrong, right in corrections:
        text = re.sub(rf"(?<![^\W_]){re.escape(wrong)}(?![^\W_])", right, text, flags=re.IGNORECASE)
    return Spelling(text, corrections, tuple(unknown))


def _may_be_misspelt(word: str, vocabulary: Vocabulary) -> bool:
    if len(word) < SHORTEST or not word.isascii() or not word.isalpha():
        return False
    inflected = stem(word) in vocabulary.stems and not word.endswith("itis")  # the stem of "tonsilitis" is "tonsil"
    held = word in vocabulary.spellings or inflected or not analyse(word)
    return not (held or is_ordinary(word) or vocabulary.known(word))


def _nearest(word: str, vocabulary: Vocabulary) -> tuple[str | None, bool]:
    """The one vocabulary word this may be a misspelling of, if any; and whether the word lies beside drug names."""
    close = _close(word, vocabulary)
    if not close:
        return None, False
    best = close[0][0]
    names = [name for distance, name in close if distance == best]
    own = _drugs(names[0], vocabulary)
    fits = len({stem(name) for name in names}) == 1 and _misspells(word, names[0], best)
    if own and best > 1 and len(word) < SHORTEST_FOR_TWO + 2:
        fits = False
    if fits and not (own and _beside_another(best + 1, word, own, vocabulary)):
        return names[0], bool(own)
    return None, any(_drugs(name, vocabulary) and _looks_like(word, name, distance) for distance, name in close)


def _looks_like(word: str, drug: str, edits: int) -> bool:
    """Whether a word may be meant for a drug: one edit away, or two with the same beginning and end."""
    alike = word[:3] == drug[:3] and word[-2:] == drug[-2:]
    return edits == 1 or (edits == 2 and alike and len(word) >= SHORTEST_FOR_TWO)


def _beside_another(edits: int, word: str, own: frozenset[str], vocabulary: Vocabulary) -> bool:
    """Whether the word could with so many edits be another drug than its `own`, whatever letter that begins with."""
    names = extract(word, vocabulary.drug_words, scorer=DamerauLevenshtein.distance, score_cutoff=edits, limit=None)
    return any(not _drugs(name, vocabulary) & own for name, _, _ in names)


def _close(word: str, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """(edits, vocabulary word) within three edits, nearest first, ties by word; words of another ending or prefix
    are no neighbours."""
    beginnings = {word[0], sound(word)[:1]}
    near: list[tuple[int, str]] = []
    for first in sorted(beginnings | ({"p"} if word[0] in "ns" else set())):
        found = extract(
            word, vocabulary.beginning.get(first, ()), scorer=DamerauLevenshtein.distance, score_cutoff=3, limit=None
        )
        near += [(int(distance), name) for name, distance, _ in found]
    return sorted((distance, name) for distance, name in near if not _another_word(word, name))


def _misspells(word: str, name: str, edits: int) -> bool:
    if edits == 1:
        return word[0] == name[0] or sound(word) == sound(name)
    return edits == 2 and len(word) >= SHORTEST_FOR_TWO and sound(word) == sound(name)


def _another_word(word: str, name: str) -> bool:
    """Whether the two differ only in a grammatical ending or in a prefix: related words, both rightly spelt."""
    stems = {_ENDING.sub("", word), _ENDING.sub("", name)}
    if (len(stems) == 1 and not re.search(r"it?[ius]?s$", word)) or min(map(len, stems)) < 3:
        return sound(word) != sound(name)
    return any(
        word.startswith(mine) and name.startswith(other) and word[len(mine) :] == name[len(other) :]
        for mine, other in product(("", *_PREFIXES), repeat=2)
        if mine != other
    )


def _named(seen: Sequence[str], read: dict[str, str], vocabulary: Vocabulary) -> frozenset[str]:
    """The misspelt words that, read as proposed, stand in a name."""
    stems = tuple(stem(read.get(word, word)) for word in seen)
    named: set[str] = set()
    for at in range(len(stems)):
        for end in range(at + 1, min(at + vocabulary.longest, len(stems)) + 1):
            if stems[at:end] in vocabulary.phrases:
                named.update(seen[at:end])
    named.update(wrong for wrong, right in read.items() if _DISEASE.search(right) and sound(wrong) == sound(right))
    return frozenset(named & read.keys())


def _drugs(word: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(c.name for c in vocabulary.spellings[word] if c.kind.startswith("drug"))
