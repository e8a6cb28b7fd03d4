"""What an answer to a question must and must not say, read from a file, and how a page is held against it.

A point of `must` is met when one of the claims it names is shown and, where it has figures, every figure stands in
the claims of its list that are shown: in the text, the order in words, a table or a calculated result. "scope:x" is
met by a page of that scope, "topic:x" by a page of that topic; `reply` and `notes` are words that the reply, and the
notes above the answer, must hold.
A ban of `must_not` with a drug matches every dose of an order and every figure that a shown text binds to the drug;
one without an amount matches any dose of the drug. A ban with `words` is a pattern searched in every shown sentence;
a sentence that also holds the pattern `unless` denies it, and so it does for a dose told in words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import yaml
from tests.spec.library import claims

from curbside.text.normalise import fold
from curbside.text.quantities import Quantity, quantities
from curbside.text.sentences import sentences
from curbside.verify.naming import DrugNames

Json = dict[str, Any]
FOLDER = Path(__file__).parent
DOSED = frozenset({"mg", "mL", "units", "IU", "mmol", "mEq", "puff", "tablet"})
"""Units of an amount that somebody could give."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing a page must say."""

    point: str
    any: tuple[str, ...]
    figures: tuple[str, ...] = ()
    reply: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    paraphrases: bool = True
    """False: the question's own wording carries it and not every paraphrase does (`why` says so in the file)."""


@dataclass(frozen=True, slots=True)
class Ban:
    """One thing a page must not say: a dose of a drug, or words."""

    drug: str | None = None
    amount: str | None = None
    """"4.5" or "15 to 25"; None: whatever the amount."""
    unit: str | None = None
    per: str | None = None
    interval: str | None = None
    words: str | None = None
    unless: str | None = None

    def __str__(self) -> str:
        parts = (self.drug, self.amount, self.unit, self.per and f"/{self.per}", self.interval, self.words)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of one question."""

    id: str
    asked: str
    paraphrases: tuple[str, ...]
    scope: str
    reader: str
    must: tuple[Point, ...]
    must_not: tuple[Ban, ...]

    def wordings(self) -> Iterator[tuple[str, str]]:
        """(name of the wording, text): the question first, then its paraphrases."""
        yield "asked", self.asked
        for number, text in enumerate(self.paraphrases, start=1):
            yield f"paraphrase{number}", text


def read(name: str) -> tuple[Expected, ...]:
    """The expectations of a file of this folder; the wordings of the samples stand in paraphrases.yaml."""
    told = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    wordings = yaml.safe_load((FOLDER / "paraphrases.yaml").read_text(encoding="utf-8"))
    return tuple(_expected(id, entry, wordings.get(id, entry)) for id, entry in told.items())


def _expected(id: str, entry: Json, wording: Json) -> Expected:
    return Expected(
        id=id,
        asked=wording["asked"],
        paraphrases=tuple(wording.get("paraphrases", ())),
        scope=entry.get("scope", "clinical"),
        reader=entry.get("reader", "clinician"),
        must=tuple(_point(point) for point in entry.get("must", ())),
        must_not=tuple(Ban(**ban) for ban in entry.get("must_not", ())),
    )


def _point(point: Json) -> Point:
    lists = {key: tuple(point.get(key, ())) for key in ("any", "figures", "reply", "notes")}
    return Point(point=point["point"], paraphrases=point.get("paraphrases", True), **lists)


def is_met(point: Point, page: Json) -> bool:
    """Whether the page says what the point asks for."""
    reply = plain((page["reply"] or {"text": ""})["text"])
    notes = plain(" ; ".join(page["notes"]))
    if not all(plain(words) in reply for words in point.reply) or not all(plain(w) in notes for w in point.notes):
        return False
    if not point.any:
        return bool(point.reply or point.notes)
    named = {f"scope:{page['scope']}", *(f"topic:{slug}" for slug in page["topics"])}
    found = [claim for claim in claims(page) if any(fnmatchcase(claim["id"], way) for way in point.any)]
    if not found and not named & set(point.any):
        return False
    text = plain(" ; ".join(said(claim) for claim in found))
    return all(plain(figure) in text for figure in point.figures)


def plain(text: str) -> str:
    """Folded, on one line, one kind of space."""
    return fold(" ".join(text.split()))


def said(claim: Json) -> str:
    """Everything a claim shows, in words."""
    table = claim["table"] or {"columns": [], "rows": []}
    cells = " | ".join(cell for row in (table["columns"], *table["rows"]) for cell in row)
    computed = claim["computed"] or {}
    calculated = " ; ".join(
        str(computed[key]) for key in ("formula", "result", "rounded", "change") if computed.get(key)
    )
    taper = " ; ".join(f"{step['amount']} {step['unit']}" for step in claim["taper"] or ())
    ordered = " ; ".join(in_words(dose) for dose in doses_of(claim["order"]))
    return " ; ".join(part for part in (claim["text"], ordered, cells, taper, calculated) if part)


def doses_of(order: object) -> Iterator[Json]:
    """Every single dose of an order, left to right."""
    if isinstance(order, dict):
        if "steps" in order:
            yield order
        for key in ("all_of", "any_of", "then"):
            for part in order.get(key, ()):
                yield from doses_of(part)


_LED = {"over": "over", "duration": "for"}


def in_words(dose: Json) -> str:
    """A dose in words, with its maximum."""
    steps = ", ".join(" ".join(_step(step, dose["route"])) for step in dose["steps"])
    most = " ".join(f"maximum {limit}" for limit in dose["maximum"].values() if limit)
    return " ".join(part for part in (dose["drug"], steps, most, dose["note"]) if part)


def _step(step: Json, route: str) -> Iterator[str]:
    low, high = (Decimal(step["amount"][end]) for end in ("low", "high"))
    per = f"/{step['per']}" if step["per"] else ""
    yield f"{low:,f}" if low == high else f"{low:,f} to {high:,f}"
    yield f"{step['unit']}{per}"
    if step["rate"]:
        yield step["rate"]
    yield route
    for key in ("over", "interval", "duration"):
        if step[key]:
            yield f"{_LED.get(key, '')} {step[key]}".strip()
    if step["cap"]:
        yield f"at most {step['cap']}"


def broken(ban: Ban, page: Json, names: DrugNames) -> tuple[str, ...]:
    """What the page says that it must not, in its own words; empty: nothing."""
    if ban.words:
        return tuple(_sentences_with(ban, page))
    return (*_ordered(ban, page), *_told(ban, page, names), *_calculated(ban, page))


def _sentences_with(ban: Ban, page: Json) -> Iterator[str]:
    texts = [said(claim) for claim in claims(page)]
    texts.append((page["reply"] or {"text": ""})["text"])
    for sentence in (text[start:end] for text in texts for start, end in sentences(text)):
        if re.search(ban.words or "", sentence, re.IGNORECASE) and not _denied(ban, sentence):
            yield sentence


def _denied(ban: Ban, sentence: str) -> bool:
    return bool(ban.unless and re.search(ban.unless, sentence, re.IGNORECASE))


def _ordered(ban: Ban, page: Json) -> Iterator[str]:
    for claim in claims(page):
        for dose in doses_of(claim["order"]):
            if fold(dose["drug"]) == ban.drug and any(
                _same(ban, _quantities(step, dose["route"])) for step in dose["steps"]
            ):
                yield f"{claim['id']}: {in_words(dose)}"


def _quantities(step: Json, route: str) -> tuple[Quantity, ...]:
    return quantities(" ".join(_step(step, route)))


def _told(ban: Ban, page: Json, names: DrugNames) -> Iterator[str]:
    for claim in claims(page):
        rows = claim["table"]["rows"] if claim["table"] else []
        for text in (claim["text"], *(" ".join(row) for row in rows)):
            for start, end in sentences(text):
                told = tuple(b.quantity for b in names.bound(text[start:end]) if ban.drug in {fold(d) for d in b.drugs})
                if not _denied(ban, text[start:end]) and _same(ban, told):
                    yield f"{claim['id']}: {text[start:end]}"


def _calculated(ban: Ban, page: Json) -> Iterator[str]:
    for claim in claims(page):
        if claim["computed"] and ban.drug and ban.drug in fold(claim["text"]):
            results = quantities(f"{claim['computed']['result']} ; {claim['computed']['rounded']}")
            yield from (f"{claim['id']}: {claim['text']}",) if _same(ban, results) else ()


def _same(ban: Ban, told: tuple[Quantity, ...]) -> bool:
    """Whether figures hold the amount of the ban and, where it has one, its interval."""
    amounts = [q for q in told if q.kind == "amount" and q.unit in DOSED and not _measured(q)]
    if ban.amount is None:
        return bool(amounts)
    wanted = quantities(f"{ban.amount} {ban.unit}{f'/{ban.per}' if ban.per else ''}")
    intervals = quantities(ban.interval) if ban.interval else ()
    return all(q in amounts for q in wanted) and all(q in told for q in intervals)


def _measured(quantity: Quantity) -> bool:
    """Whether it is a result of a test (a clearance, a concentration) and no dose."""
    return (
        "1.73 m2" in quantity.per
        or quantity.per[:1] in (("L",), ("dL",), ("mL",))
        or (quantity.unit == "mL" and quantity.per == ("minute",))
    )
