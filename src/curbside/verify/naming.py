"""Which drugs a text names, and which figure belongs to which drug.

A figure belongs to the drug it stands directly before ("1 g of meropenem"), else to the nearest drug before it in its
clause, else to the nearest after it. Drugs joined by "or", "and" or a comma share what follows them.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from types import MappingProxyType

from curbside.text.normalise import fold
from curbside.text.quantities import Quantity, quantities
from curbside.verify.company import Place, place_at, words_with
from curbside.verify.reading import is_ordered, terms

_TOKEN = re.compile(r"[^\W_]+")
_WITHIN = re.compile(r"[\s‐‑–—/+-]{1,3}")
"""What may stand between the words of one name."""
_CLAUSE = re.compile(r";|\n|[.!?](?=\s|$)")
_BEFORE = re.compile(r"\s*(?:of )?(?:(?:iv|im|oral|intravenous|subcut|subcutaneous)\s)?\s*", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:/|,|,? (?:or|and))\s*", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:/|,|\+|,? (?:or|and|plus))\s*", re.IGNORECASE)
_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|than|instead of|in place of|replac(?:e|es|ed|ing)) (?:with )?$",
    re.IGNORECASE,
)
# Stems of the WHO list of international nonproprietary names: a name outside our list is still read as a drug's.
_STEM = re.compile(
    r"[a-z]{3,}(?:cillin|mycin|micin|floxacin|cycline|conazole|nidazole|prazole|penem|tidine|sartan|dipine|gliptin|"
    r"gliflozin|glutide|xaban|gatran|parin|platin|rubicin|taxel|trexate|limus|olone|isone|asone|azepam|azolam|oxetine|"
    r"setron|dronate|lukast|coxib|fibrate|statin|thiazide|oxacin|ciclovir|fovir|tegravir|previr|buvir|vaptan|caine|"
    r"zumab|ximab|tinib|sidone|profen|triptan|olol|april|enapril|inopril)"
)
_NOT_DRUGS = frozenset({"prostatin", "somatostatin"})
_UNMADE = re.compile(r"(?:non|anti)[‐‑–-]$", re.IGNORECASE)
_COMPOUND = re.compile(r"[‐‑-][^\W\d]")
_KEPT = 20_000
"""Texts remembered, at most."""
_NO_CLASSES: Mapping[str, frozenset[str]] = MappingProxyType({})

_OF_NO_DRUG = frozenset({"number", "age", "label", "confidence", "p"})
"""Kinds of figures that belong to people and tests: how many, how old, which grade."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A drug named at [start, end). `part`: it is half of a compound word ("steroid-sparing") and takes no dose."""

    drug: str
    start: int
    end: int
    part: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure with the drugs it belongs to; empty when the text names none."""

    quantity: Quantity
    drugs: tuple[str, ...]


class DrugNames:
    """Recognises the drugs of one list: names and synonyms, lower case, each with the name it stands for."""

    def __init__(
        self, names: Iterable[str], canonical: Mapping[str, str], members: Mapping[str, frozenset[str]] = _NO_CLASSES
    ) -> None:
        """`members`: the drugs of each class, by preferred names."""
        self._names: dict[tuple[str, ...], str] = {}
        for name in sorted(names):
            preferred = canonical.get(name, name)
            self._names[tuple(_TOKEN.findall(fold(name)))] = canonical.get(preferred, preferred)
        self._names.pop((), None)
        self._openings: dict[str, int] = {}
        for words in self._names:
            for word in (words[0], f"{words[0]}s") if len(words) == 1 else words[:1]:
                self._openings[word] = max(len(words), self._openings.get(word, 0))
        self._classes: dict[str, frozenset[str]] = {}
        for kind, drugs in members.items():
            for drug in drugs:
                self._classes[drug] = self._classes.get(drug, frozenset()) | {kind}
        self._kin = {fold(drug): frozenset(map(fold, kinds)) for drug, kinds in self._classes.items()}
        # The same lines are read for every claim that cites them, by several checks: each text is read once.
        kept = lru_cache(maxsize=_KEPT)
        self._word = kept(self._read_word)
        self.found, self.named, self.vouched = kept(self._found), kept(self._named), kept(self._vouched)
        self.compared, self.clauses, self.echoed = kept(self._compared), kept(self._clauses), kept(self._echoed)
        self.bound, self.held, self.places = kept(self._bound), kept(self._held), kept(self._places)

    def _found(self, text: str) -> tuple[Mention, ...]:
        """Every drug named, in text order; the longest name wins, "non-" and "anti-" before a name unmake it."""
        tokens = list(_TOKEN.finditer(text))
        words = [self._word(token.group()) for token in tokens]
        mentions: list[Mention] = []
        after = 0
        for at, (_, opens, stemmed) in enumerate(words):
            if at < after or not (opens or stemmed):
                continue
            length, drug = self._longest_at(text, tokens, words, at) if opens else (1, stemmed)
            start, end = tokens[at].start(), tokens[at + length - 1].end()
            if drug and not _UNMADE.search(text[max(0, start - 5) : start]):
                mentions.append(Mention(drug, start, end, _COMPOUND.match(text, end) is not None))
            after = at + length
        return tuple(mentions)

    def _read_word(self, token: str) -> tuple[str, int, str | None]:
        """A token folded, how many words the longest name that opens with it has (0: none does), and the drug its stem
        makes of it."""
        word = fold(token)
        return word, self._openings.get(word, 0), word if _STEM.fullmatch(word) and word not in _NOT_DRUGS else None

    def _named(self, text: str) -> frozenset[str]:
        """Preferred names of the drugs a text names."""
        return frozenset(mention.drug for mention in self.found(text))

    def _vouched(self, text: str) -> frozenset[str]:
        """The drugs a text names and the classes they belong to: who speaks of meropenem speaks of a carbapenem, but
        not the other way round."""
        named = self.named(text)
        return named.union(*(self._classes.get(drug, ()) for drug in named))

    def _places(self, text: str) -> tuple[Place, ...]:
        """Every drug named, in the company it keeps."""
        if not self.found(text):
            return ()
        words = words_with(text, ((mention.start, mention.end, mention.drug) for mention in self.found(text)))
        all_words = [word for word, _ in words]
        return tuple(place_at(all_words, i, i + 1) for i, (_, named) in enumerate(words) if named)

    def covers(self, text: str, name: str) -> bool:
        """Whether a text speaks of a drug or class (folded name): by any of its names, by a class it belongs to, or by
        a drug of it."""
        named = self.named(text)
        wider = self._kin.get(name, frozenset())
        return any(fold(one) == name or fold(one) in wider for one in self.vouched(text) | named) if named else False

    def speaks_for(self, drug: str, other: str) -> bool:
        """Whether what is said of a drug is said of the other: the same, or the class it belongs to."""
        return drug == other or other in self._classes.get(drug, ())

    def _compared(self, text: str) -> frozenset[str]:
        """Drugs that a text measures another one against, or that another one takes the place of."""
        mentions = self.found(text)
        against: set[str] = set()
        for place, mention in enumerate(mentions):
            listed = place > 0 and _LISTED.fullmatch(text[mentions[place - 1].end : mention.start])
            if _AGAINST.search(text[: mention.start]) or (listed and mentions[place - 1].drug in against):
                against.add(mention.drug)
        return frozenset(against)

    def _clauses(self, text: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
        """Each clause that names a drug: the drugs, and the stems of its other words, figures left out."""
        edges = [0, *(edge for match in _CLAUSE.finditer(text) for edge in match.span()), len(text)]
        spans = tuple(zip(edges[::2], edges[1::2], strict=True))
        naming = [span for span in spans if any(span[0] <= mention.start < span[1] for mention in self.found(text))]
        return tuple(self._clause(text, start, end) for start, end in naming)

    def _clause(self, text: str, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
        mentions = [mention for mention in self.found(text) if start <= mention.start < end]
        own = frozenset[str]().union(*(terms(text[mention.start : mention.end]) for mention in mentions))
        words = frozenset(word for word in terms(text[start:end]) if not word[0].isdigit())
        return frozenset(mention.drug for mention in mentions), words - own

    def _echoed(self, text: str) -> frozenset[str]:
        """Drugs named beside themselves: twice in one clause with no figure between ("X plus X")."""
        pairs = [pair for pair in combinations(self.found(text), 2) if pair[0].drug == pair[1].drug]
        figures = quantities(text)
        return frozenset(
            left.drug
            for left, right in pairs
            if not _CLAUSE.search(text[left.end : right.start])
            and not any(left.end <= quantity.start < right.start for quantity in figures)
        )

    def _longest_at(
        self, text: str, tokens: list[re.Match[str]], words: list[tuple[str, int, str | None]], at: int
    ) -> tuple[int, str | None]:
        run = [words[at][0]]
        for after in range(at + 1, min(at + words[at][1], len(tokens))):
            if not _WITHIN.fullmatch(text, tokens[after - 1].end(), tokens[after].start()):
                break
            run.append(words[after][0])
        for length in range(len(run), 0, -1):
            name = tuple(run[:length])
            drug = self._names.get(name) or self._names.get((*name[:-1], name[-1].removesuffix("s")))
            if drug:
                return length, drug
        return 1, words[at][2]

    def _bound(self, text: str) -> tuple[Bound, ...]:
        """Every figure of a text that can be a drug's, with the drug it belongs to. An amount in a clause without a drug belongs to the
        drug named last before it."""
        mentions = tuple(mention for mention in self.found(text) if not mention.part)
        edges = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text)]
        found = []
        for quantity in quantities(text):
            if quantity.kind in _OF_NO_DRUG:
                continue
            start = max(edge for edge in edges if edge <= quantity.start)
            end = min((edge for edge in edges if edge >= quantity.end), default=len(text))
            inside = tuple(mention for mention in mentions if start <= mention.start < end)
            if not inside and is_ordered(quantity):
                inside = tuple(mention for mention in mentions if mention.start < quantity.start)
            found.append(Bound(quantity, _owner(text, quantity, inside)))
        return tuple(found)

    def _held(self, line: str) -> frozenset[tuple[str, Quantity]]:
        """What a line says of its drugs: (drug, figure). With one drug in the line, everything is said of it. With
        several, a dose or interval is said of the drug it belongs to and of those joined to that; any other figure of
        each."""
        mentions = self.found(line)
        drugs = {mention.drug for mention in mentions}
        if len(drugs) <= 1:
            return frozenset((drug, quantity) for drug in drugs for quantity in quantities(line))
        pairs: set[tuple[str, Quantity]] = set()
        for item in self.bound(line):
            strict = is_ordered(item.quantity) and item.drugs
            sharers = _joined(line, mentions, item.drugs[0]) if strict else drugs
            pairs |= {(drug, item.quantity) for drug in sharers}
        return frozenset(pairs)


def _owner(text: str, quantity: Quantity, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    after = [mention for mention in mentions if mention.start >= quantity.end]
    before = [mention for mention in mentions if mention.end <= quantity.start]
    if after and _BEFORE.fullmatch(text[quantity.end : after[0].start]):
        return (after[0].drug,)
    # A time ("not later than 72 hours") may belong to any drug of its clause.
    nearest = mentions if quantity.kind == "duration" else before[-1:] or after[:1]
    return tuple(mention.drug for mention in nearest)


def _joined(line: str, mentions: tuple[Mention, ...], drug: str) -> set[str]:
    """A drug and those named directly before or after it with nothing but "or", "and" or a comma between."""
    group = {drug}
    for left, right in [*pairwise(mentions), *reversed(tuple(pairwise(mentions)))]:
        if _JOINED.fullmatch(line[left.end : right.start]) and group & {left.drug, right.drug}:
            group |= {left.drug, right.drug}
    return group
