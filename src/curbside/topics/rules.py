"""What an editor must keep to beyond the form of the file. One small function a rule; each yields its problems."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from curbside.model.document import Standing
from curbside.model.drug import Drug
from curbside.model.regimen import AllOf, Dose, DoseStep, doses
from curbside.model.topic import Statement, Strength, Topic
from curbside.text.normalise import fold
from curbside.topics.desk import Desk
from curbside.topics.display import misread, misread_order
from curbside.topics.effects import effect_is_said
from curbside.topics.plausible import condition_is_known, dose_is_plausible, drug_has_a_file
from curbside.topics.tree import Problem

LONGEST = 400
"""Characters a statement may have before it is hard to read on one line of a page."""
_RECOMMEND = re.compile(r"\brecommend(?:s|ed|ing)?\b", re.IGNORECASE)
_STRONG = re.compile(r"(?:(?:class|grade|level|cor) )?(?:strong\b.*|1|i|a|[1i][abc])", re.IGNORECASE)
"""What the systems in use call their strongest recommendation: GRADE "strong", BSR "1", ACC/AHA "I", USPSTF "A"."""
_STRONG_AGAINST = re.compile(r"(?:(?:class|cor) )?(?:3|iii)\b.*", re.IGNORECASE)
_OURS = re.compile(r"\bcurbside\b(?![ -]consult)", re.IGNORECASE)
_OWN_URL = re.compile(r"curbside|//(?:localhost|127\.0\.0\.1|\[::1\])", re.IGNORECASE)
_WEEKLY = re.compile(r"\bweek(?:ly)?\b", re.IGNORECASE)


Rule = Callable[[Statement, Desk], Iterator[Problem]]


def own_pages(statement: Statement, desk: Desk) -> Iterator[Problem]:
    """Our own pages are never evidence."""
    for key in _keys(statement):
        source = desk.sources.get(key)
        if source is None:
            continue
        citation = source.citation
        named = " ".join((key, citation.title, citation.container or "", *citation.authors))
        if _OURS.search(named) or _OWN_URL.search(citation.url or ""):
            yield Problem(statement.line, f"{key} is a page of ours; cite the outside source it rests on")


def standing(statement: Statement, desk: Desk) -> Iterator[Problem]:
    """What was retracted or superseded supports nothing here."""
    for key in _keys(statement):
        source = desk.sources.get(key)
        found = source.citation.standing if source else None
        if found in (Standing.RETRACTED, Standing.SUPERSEDED):
            yield Problem(statement.line, f"{key} is {found}; cite what stands in its place")


def dose_is_complete(statement: Statement, _desk: Desk) -> Iterator[Problem]:
    """A dose says how often, or over how long, and rests on an extract that its statement cites."""
    for dose in _doses(statement):
        for step in dose.steps:
            if not (step.interval or step.over or step.rate or step.label in ("load", "bolus", "start")):
                what = f"the dose of {dose.drug} does not say how often; add interval (or over, or rate; `once` is one)"
                yield Problem(statement.line, what)
        if dose.reference not in statement.cites:
            yield Problem(statement.line, f"the dose of {dose.drug} rests on {dose.reference}; add it to `cites`")


def drug_is_known(statement: Statement, desk: Desk) -> Iterator[Problem]:
    """A drug is one the vocabulary has: a misspelt drug is another drug."""
    for dose in _doses(statement):
        if fold(dose.drug) not in desk.names:
            yield Problem(statement.line, f"no drug called {dose.drug!r} in the vocabulary; correct it or add it there")


def methotrexate_is_weekly(statement: Statement, _desk: Desk) -> Iterator[Problem]:
    """Daily methotrexate has killed people; outside cancer it is given once a week."""
    for dose in _doses(statement):
        if "methotrexate" in fold(dose.drug) and not all(_WEEKLY.search(step.interval or "") for step in dose.steps):
            yield Problem(statement.line, "methotrexate is given once weekly; write the interval so, in every step")


def recommend_is_strong(statement: Statement, _desk: Desk) -> Iterator[Problem]:
    """ "Recommend" is kept for strong recommendations."""
    wording = " ".join((statement.text, statement.plain or ""))
    if _RECOMMEND.search(wording) and not _strong(statement.strength):
        yield Problem(statement.line, "it says “recommend” without a strong grade; write suggests, lists or advises")


def strength_is_published(statement: Statement, desk: Desk) -> Iterator[Problem]:
    """Strength is shown as a cited extract has it."""
    extracts = [desk.extract(cite) for cite in statement.cites]
    if statement.strength and statement.strength not in [e.strength for e in extracts if e]:
        yield Problem(
            statement.line, "no extract it cites publishes this strength; copy it from the extract, or leave it out"
        )


def medicines_are_written_out(statement: Statement, _desk: Desk) -> Iterator[Problem]:
    """Nothing that gets misread: zeros, units, abbreviations of drugs and of times."""
    cells = [cell for row in statement.table.rows for cell in row] if statement.table else []
    columns = statement.table.columns if statement.table else ()
    for text in (statement.text, statement.plain or "", *columns, *cells):
        yield from (Problem(statement.line, what) for what in misread(text))
    for text in _order_words(statement):
        yield from (Problem(statement.line, what) for what in misread_order(text))


def plain_words(statement: Statement, _desk: Desk) -> Iterator[Problem]:
    """What every page must show has words for a patient. Orders are not worded for patients."""
    if (statement.must_show or statement.bottom_line) and not statement.plain and not statement.order:
        yield Problem(statement.line, f"{statement.id} is always shown and has no `plain` wording", warning=True)


def length(statement: Statement, _desk: Desk) -> Iterator[Problem]:
    """One statement, one thing."""
    if len(statement.text) > LONGEST:
        yield Problem(statement.line, f"{len(statement.text)} characters; split what is over {LONGEST}", warning=True)


RULES: tuple[Rule, ...] = (
    *(own_pages, standing, dose_is_complete, drug_is_known, methotrexate_is_weekly, recommend_is_strong),
    *(strength_is_published, medicines_are_written_out, plain_words, length),
    *(drug_has_a_file, dose_is_plausible, condition_is_known),
)
"""Asked of every statement, in this order."""
NEEDED = ("kidney", "liver", "pregnancy", "lactation", "interactions", "monitoring", "maximum")
"""What the file of a high-alert drug answers, or says it could not find."""


def broken(topic: Topic, desk: Desk) -> Iterator[Problem]:
    """Everything in a topic that breaks a rule."""
    for statement in topic.statements:
        for rule in RULES:
            yield from rule(statement, desk)
    for text in (topic.title, *(title for _, title in topic.title_for), *(s.heading for s in topic.sections)):
        yield from (Problem(1, f"in a title or heading, {what}") for what in misread(text))
    yield from differing_orders(topic)


def broken_drug(drug: Drug, desk: Desk) -> Iterator[Problem]:
    """Everything in a drug file that breaks a rule."""
    if fold(drug.name) not in desk.names:
        yield Problem(drug.line, f"no drug called {drug.name!r} in the vocabulary; correct it or add it there")
    for rule in drug.rules:
        for keeps in RULES:
            yield from keeps(rule.statement, desk)
        yield from effect_is_said(rule)
    told = {rule.about for rule in drug.rules}
    for item in NEEDED if drug.high_alert else ():
        if item not in told and item not in drug.unknown:
            what = f"{drug.name} is a high-alert drug and says nothing of {item}; add a rule, or list it in `unknown`"
            yield Problem(drug.line, what, warning=True)


def differing_orders(topic: Topic) -> Iterator[Problem]:
    """Two statements that order the same drug, route, population and step differently, and do not say that they differ."""
    first: dict[tuple[str, ...], tuple[Statement, frozenset[object]]] = {}
    for statement in topic.statements:
        for key, amounts in _given(statement).items():
            other, before = first.setdefault(key, (statement, amounts))
            if before == amounts or other is statement:
                continue
            if statement.id not in other.against and other.id not in statement.against:
                what = f"{key[0]} is ordered otherwise on line {other.line} ({other.id}); name it in `against`, or correct one"
                yield Problem(statement.line, what, warning=True)


def _given(statement: Statement) -> dict[tuple[str, ...], frozenset[object]]:
    """(drug, route, population, section, step) -> the amounts one statement orders."""
    found: dict[tuple[str, ...], frozenset[object]] = {}
    for dose in _doses(statement):
        for step in dose.steps:
            key = (fold(dose.drug), dose.route, fold(dose.population), statement.section, step.label or "")
            found[key] = found.get(key, frozenset()) | {_size(step)}
    return found


def _size(step: DoseStep) -> tuple[Decimal, Decimal, str, str, str]:
    return (step.amount.low, step.amount.high, step.unit, step.per or "", step.interval or "")


def _strong(strength: Strength | None) -> bool:
    if strength is None or strength.strength is None:
        return False
    if strength.direction == "against" and _STRONG_AGAINST.fullmatch(strength.strength):
        return True
    return bool(_STRONG.fullmatch(strength.strength))


def _keys(statement: Statement) -> dict[str, None]:
    return dict.fromkeys(cite.partition("/")[0] for cite in statement.cites)


def _doses(statement: Statement) -> tuple[Dose, ...]:
    return doses(statement.order or AllOf(()))


def _order_words(statement: Statement) -> Iterator[str]:
    for dose in _doses(statement):
        yield from filter(None, (dose.drug, dose.population, dose.maximum_single, dose.maximum_daily, dose.note))
        for step in dose.steps:
            yield from filter(None, (step.rate, step.over, step.interval, step.duration, step.until))
    for stretch in statement.taper:
        yield f"{stretch.amount} {stretch.unit}"
