"""P1: what the sources deny stays denied, what they affirm stays affirmed, and no effect changes its direction."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from curbside.model.answer import Claim, Finding
from curbside.model.document import Kind
from curbside.text.analyse import stem
from curbside.text.negation import directions, polarity
from curbside.text.quantities import quantities
from curbside.text.scope import Word, read
from curbside.verify.company import turned
from curbside.verify.reading import closest, contradicted, is_ordered, lines, near, not_enough, our_words

OPPOSITE = {"up": "down", "down": "up", "better": "worse", "worse": "better", "for": "against", "against": "for"}
WORDS = {
    "up": "an increase",
    "down": "a decrease",
    "none": "no difference",
    "better": "a benefit",
    "worse": "a harm",
    "for": "advice for it",
    "against": "advice against it",
}
ADVISING = frozenset({Kind.GUIDELINE, Kind.CONSENSUS, Kind.DRUG_LABEL})
"""Kinds in which a dose is advice to give it; in a study it only was given."""
LIKE = 0.8
"""From this share of common words on, a clause of a line is held word for word against ours."""
BEST = 0.8
"""A line speaks of a denial when it shares at least this part of the words that the best line shares."""
_LINK_WORDS = (
    "after before during until over under within least most only once then again yet still already usually often around "
    "compared regarding including rather instead toward upon via onto daily weekly monthly twice"
)
_LINKS = frozenset(map(stem, _LINK_WORDS.split()))
"""Stems of words that link and say nothing that could be denied, and of intervals: N1 asks whether those are."""


def polarity_is_kept(claim: Claim) -> Finding | None:
    """Objects to a denial the lines do not make, to one they make and the claim leaves out, and to a direction of
    effect that the lines nearest to the sentence do not have."""
    cited = lines(claim)
    advising = lines(claim, tuple(cite for cite in claim.cites if cite.citation.kind in ADVISING))
    for text in our_words(claim):
        close = near(text, cited)
        clauses = _clauses(text)
        shapes = (_shape(clause, close) for clause in clauses)
        denials = (_denials(clause, cited) for clause in clauses)
        parts = [" ".join(word.text for word in clause) for clause in clauses]
        for finding in (*shapes, *denials, _directions(text, parts, cited, advising), _turned(text, closest(claim))):
            if finding is not None:
                return finding
    return None


@lru_cache(maxsize=20_000)
def _clauses(text: str) -> tuple[tuple[Word, ...], ...]:
    return tuple(tuple(words) for _, words in groupby(read(text), key=lambda word: word.clause))


@lru_cache(maxsize=20_000)
def _most_cues(line: str) -> int:
    return max(map(_cues, _clauses(line)), default=0)


def _cues(words: Sequence[Word]) -> int:
    return sum(word.cue for word in words)


def _shape(clause: Sequence[Word], close: tuple[str, ...]) -> Finding | None:
    """A denial that denies nothing it names ("is not."), or one denial upon another, is not read as support."""
    if clause[-1].cue and clause[-1].text in ("not", "never", "cannot", "no"):
        return not_enough("P1", f"it ends in “{clause[-1].text}” and does not say what it denies")
    if (cues := _cues(clause)) > 1 and cues > max(map(_most_cues, close), default=0):
        return not_enough("P1", "it denies twice in one clause, the sources cited do not")
    return None


@lru_cache(maxsize=20_000)
def _stems(line: str) -> frozenset[str]:
    return frozenset(word for word, _ in polarity(line))


def _denials(clause: Sequence[Word], cited: tuple[str, ...]) -> Finding | None:
    own = {(stem(word.text), word.denied) for word in clause if word.content and not word.text[0].isdigit()}
    own = {pair for pair in own if pair[0] not in _LINKS}
    stems = {word for word, _ in own}
    read_lines = [(len(stems & _stems(line)), _stems(line), polarity(line)) for line in cited]
    if turned_round := _against_its_like(own, cited):
        return turned_round
    absent, borne = [], False
    for word, denied in sorted(own):
        holding = [(count, said) for count, there, said in read_lines if word in there]
        best = max((count for count, _ in holding), default=0)
        said = frozenset[tuple[str, bool]]().union(*(pairs for count, pairs in holding if count >= best * BEST))
        if (word, denied) in said:
            borne |= denied
        elif holding:
            kept = "denies" if denied else "affirms"
            return contradicted("P1", f"it {kept} “{word}”, the sources cited do the opposite")
        elif denied:
            absent.append(word)
    if absent and not borne:
        return not_enough("P1", f"it denies “{absent[0]}”, of which nothing cited speaks")
    return None


@lru_cache(maxsize=20_000)
def _told_clauses(line: str) -> tuple[tuple[frozenset[str], frozenset[tuple[str, bool]]], ...]:
    """Each clause of a line: its content stems, and those with whether they are denied."""
    pairs = (frozenset((stem(w.text), w.denied) for w in clause if w.content) for clause in _clauses(line))
    return tuple((frozenset(word for word, _ in each), each) for each in pairs)


def _against_its_like(own: set[tuple[str, bool]], cited: tuple[str, ...]) -> Finding | None:
    """A clause that says of a line's clause the opposite in almost the same words, and of no other line the same."""
    stems = {word for word, _ in own}
    like = [
        (len(stems & words) / len(stems | words), said)
        for line in cited
        for words, said in _told_clauses(line)
        if words | stems
    ]
    best = max((share for share, _ in like), default=0.0)
    if best < LIKE:
        return None
    nearest = [said for share, said in like if share == best]
    for word, denied in sorted(own):
        if all((word, not denied) in said and (word, denied) not in said for said in nearest):
            kept = "denies" if denied else "affirms"
            return contradicted("P1", f"it {kept} “{word}”, the sources cited do the opposite")
    return None


def _turned(text: str, cited: tuple[str, ...]) -> Finding | None:
    """A word that stands where the lines have its opposite; a denial that stands where they have none."""
    found = turned(text, cited)
    if found is None:
        return None
    word, other = found
    said = f"say “{other}” there" if other else "do not there"
    return not_enough("P1", f"it says “{word}”, the sources cited {said}")


def _said(close: tuple[str, ...], advising: tuple[str, ...]) -> frozenset[str]:
    said = frozenset(direction for line in close for direction in directions(line))
    dosed = any(is_ordered(quantity) for line in close if line in advising for quantity in quantities(line))
    return said | {"for"} if dosed and "against" not in said else said


def _directions(text: str, clauses: list[str], cited: tuple[str, ...], advising: tuple[str, ...]) -> Finding | None:
    """A direction is said by the lines near to the sentence, or by those near to the clause that has it."""
    said = _said(near(text, cited), advising)
    for direction in sorted(directions(text) - said):
        if any(direction in directions(part) & _said(near(part, cited), advising) for part in clauses):
            continue
        words = WORDS[direction]
        if OPPOSITE.get(direction) in said or (said and (direction == "none") != ("none" in said)):
            return contradicted("P1", f"it speaks of {words}, the sources cited of {_listed(said)}")
        return not_enough("P1", f"it speaks of {words}, and nothing cited does")
    return None


def _listed(said: frozenset[str]) -> str:
    return ", ".join(WORDS[direction] for direction in sorted(said))
