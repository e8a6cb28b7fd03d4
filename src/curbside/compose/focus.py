"""Which statements of a topic answer this question. A broad question gets the whole page."""

from curbside.model.condition import ADULT, bounds
from curbside.model.patient import Known
from curbside.model.question import Query, QuestionType
from curbside.model.regimen import doses
from curbside.model.topic import Statement, Topic
from curbside.text.analyse import analyse
from curbside.text.normalise import fold

ENOUGH = 0.6
"""Share of a narrow question's own words that the best statement must hold for the page to be narrowed to it."""
NEAR = 0.65
"""A statement is shown as an answer when it holds at least this share of what the best one holds."""
MOST = 12
"""Statements shown as direct answers, at most."""

_BROAD = frozenset(
    analyse(
        "ok okay woman women female lady ladies gentleman guy person people male pt pts patient she he her his him man men adult patient person acute flare flares flaring up new severe recommended ok okay treatment treat "
        "treating management manage therapy regimen best current first line need please tell help options guideline answer question case "
        "go back get when how often soon suspected confirmed old presenting presents hospital ward start approach give use do "
        "daily weekly monthly not none take takes taking taken co morbid morbidities comorbid comorbidities already next u l despite relapse relapsed relapsing escalate escalation initial initially possible possibly first what otherwise "
        "tx rx mx mgmt wt weight weighing g gram grams necessary necessity needed before prior role yes no "
        "normal changes raised elevated up high low healthy level levels value values wide wider wave waves peaked sign signs "
        "kg mg mcg ml dl mmol unit units iu mmhg bpm hour hours hr hrs day days wk wks week weeks month months yr yrs yo year years"
    )
)


def asked_for(topic: Topic, query: Query, own: frozenset[str]) -> tuple[Statement, ...]:
    """Statements that answer a narrow question, best first, with the cautions they require, the points under them and
    what contradicts them; empty: the question is broad, or no statement fits it, and the whole page answers.

    `own` are the words of asking, which never narrow anything."""
    telling = _telling(topic, query, own)
    if not telling:
        return ()
    same = _same(query)
    meant = branches_meant(topic, query)
    shares = {s.id: _share(s, telling, same, query) for s in topic.statements}
    ranked = sorted(
        ((shares[s.id] + _leaning(s, topic, query, meant), s) for s in topic.statements),
        key=lambda pair: (-pair[0], pair[1].line, pair[1].id),
    )
    # What is added for a pregnant patient or a child puts a statement first and shuts no other out.
    best = min(ranked[0][0], max(shares.values())) if ranked else 0.0
    chosen = [s for share, s in ranked if share >= NEAR * best][:MOST] if best >= ENOUGH else []
    about = _on_drugs(topic, query, [s for _, s in ranked], meant)
    if not chosen and not about:
        return ()
    near = {s.section for s in chosen[:4]}
    lead = [s for s in topic.statements if s.section in near and s.must_show]
    return with_theirs(topic, list(dict.fromkeys((*about, *chosen, *lead))))


def covers(topic: Topic, query: Query, own: frozenset[str]) -> bool:
    """Whether a topic speaks of what is asked. What a study would answer is answered by a topic only when at least half
    the words that say what is wanted stand in it; and a drug asked about must stand in it, unless measures of a patient
    say that it is about them. Every other question about its condition is the topic's."""
    telling = _telling(topic, query, own)
    held = frozenset(t for s in topic.statements for t in _words(s))
    same = _same(query)
    found = sum(term in held or any(group and group <= held for group in same.get(term, ())) for term in telling)
    if query.research and found < COVERED * len(telling):
        return False
    told = any(fact.name in _MEASURES for fact in query.patient.facts if fact.known is Known.VALUE)
    taken = {fact.value for fact in query.patient.all("taking")}
    drugs = [c for c in query.concepts if c.kind == "drug" and fold(c.name) not in taken]
    strange = [c for c in drugs if not any(frozenset(analyse(n)) <= held for n in (c.name, *c.also, *c.classes))]
    return told or not strange or len(strange) < len(drugs)


COVERED = 0.5
"""Share of a question's own words that a topic must hold to answer it."""


def _telling(topic: Topic, query: Query, own: frozenset[str]) -> frozenset[str]:
    """The words that say what is wanted of the topic. Drugs the patient takes and measures they were told by are facts
    of the patient and narrow nothing, as long as something else is named."""
    words = frozenset(term for term in query.terms if not any(c.isdigit() for c in term))
    called = _called(topic)
    # A name of which no word is shared is no more than a name ("nec fasc"); else its own word tells something.
    used = (frozenset(analyse(c.surface)) for c in query.concepts if c.topic == topic.slug)
    telling = words - called - _BROAD - own - frozenset(t for name in used if not name & called for t in name)
    measured = {t for fact in query.patient.facts for t in analyse(_MEASURES.get(fact.name, ""))}
    taken = {fact.value for fact in query.patient.all("taking")}
    facts = {t for c in query.concepts if fold(c.name) in taken for t in analyse(c.surface)}
    asking = {t for t, group in query.synonyms if frozenset(group) <= _BROAD | own}
    return telling - measured - facts - asking


_MEASURES = {
    "egfr": "eGFR",
    "crcl": "CrCl creatinine clearance",
    "creatinine": "creatinine",
    "potassium": "K potassium ECG",
    "sodium": "Na sodium",
    "glucose": "glucose sugar BM",
    "ketones": "ketones",
    "ph": "pH",
    "bicarbonate": "HCO3 bicarbonate",
    "lactate": "lactate",
    "ck": "CK creatine kinase",
    "sbp": "BP SBP blood pressure",
    "spo2": "SpO2 sats",
    "gcs": "GCS",
}
"""What a measure is called in a question that gives its value."""


def _called(topic: Topic) -> frozenset[str]:
    """Words that only say which topic is meant: names of one word, and words that several names share. A word of one
    long name ("staggered overdose") still tells something."""
    names = [frozenset(analyse(name)) for name in topic.names]
    return frozenset(t for n in names for t in n if len(n) == 1 or sum(t in other for other in names) > 1)


def _on_drugs(topic: Topic, query: Query, ranked: list[Statement], meant: frozenset[str]) -> list[Statement]:
    """Statements that order or name a drug the question asks about, of the branches that may be meant: orders first,
    then as ranked. Drugs the patient takes are facts, and not asked about."""
    taken = {fact.value for fact in query.patient.all("taking") if fact.value}
    taken |= {kin for name in taken for kin in _KIN.get(name, ())}
    named = [c for c in query.concepts if c.kind.startswith("drug")]
    asked = [c for c in named if fold(c.name) not in taken]
    ways = [frozenset(analyse(name)) for c in asked for name in (c.name, *c.also, *_KIN.get(fold(c.name), ()))]
    names = {fold(c.name) for c in asked} | {kin for c in asked for kin in _KIN.get(fold(c.name), ())}
    here = [s for s in ranked if not meant or branch_of(s, topic) in (None, *meant)]
    ordering = [s for s in here if s.order and names & {fold(dose.drug) for dose in doses(s.order)}]
    naming = [s for s in here if any(way and way <= frozenset(analyse(s.text)) for way in ways)]
    return list(dict.fromkeys((*ordering[:MOST], *naming[:MOST])))[: MOST + FEW]


_KIN = {"prednisone": ("prednisolone",), "prednisolone": ("prednisone",)}
"""Prednisone is turned into prednisolone in the liver; sources order one or the other, each under its own name."""
FEW = 4


def branches_meant(topic: Topic, query: Query) -> frozenset[str]:
    """Branches that the name used in the question speaks of ("myopathy" and not "myositis"), or the class of a drug it
    names (nivolumab, a checkpoint inhibitor); empty: it could be any."""
    labels = {branch.id: frozenset(analyse(branch.label)) for branch in topic.branches}
    used = frozenset(t for concept in query.concepts if concept.topic == topic.slug for t in analyse(concept.surface))
    used |= {t for concept in query.concepts for name in concept.classes for t in analyse(name)}
    called = {fold(concept.surface) for concept in query.concepts if concept.topic == topic.slug}
    by_name = {branch.id for branch in topic.branches if called & {fold(name) for name in branch.names}}
    if by_name:
        return frozenset(by_name)
    return frozenset(
        id
        for id, label in labels.items()
        if any(term in label and sum(term in other for other in labels.values()) == 1 for term in used)
    )


def branch_of(statement: Statement, topic: Topic) -> str | None:
    """The branch a statement's section belongs to; None: all of them."""
    return next((section.branch for section in topic.sections if section.id == statement.section), None)


def _same(query: Query) -> dict[str, list[frozenset[str]]]:
    """Term of the question -> groups of terms that mean it: expansions, and the other names of what it names."""
    same: dict[str, list[frozenset[str]]] = {}
    for term, group in query.synonyms:
        same.setdefault(term, []).append(frozenset(group))
    for concept in query.concepts:
        if concept.topic is not None:
            continue  # another name of the topic does not stand for the word that tells this one apart
        for term in analyse(concept.surface):
            same.setdefault(term, []).extend(frozenset(analyse(name)) for name in concept.also)
    return same


def _share(statement: Statement, telling: frozenset[str], same: dict[str, list[frozenset[str]]], query: Query) -> float:
    text = _words(statement)
    held = sum(term in text or any(group and group <= text for group in same.get(term, ())) for term in telling)
    typed = bool(statement.types) and query.types[0] in statement.types
    return held / len(telling) + (0.1 if typed and held else 0.0)


def _words(statement: Statement) -> frozenset[str]:
    """Every analysed word of a statement, its plain wording, its order and its table."""
    ordered = " ".join(dose.drug for dose in doses(statement.order)) if statement.order else ""
    cells = " ".join(cell for row in statement.table.rows for cell in row) if statement.table else ""
    return frozenset(analyse(f"{statement.text} {statement.plain or ''} {ordered} {cells} {statement.id}"))


def _leaning(statement: Statement, topic: Topic, query: Query, meant: frozenset[str]) -> float:
    """A little more for an order where a dose was asked, more for a pregnant patient or a child, much less for a branch that was not meant."""
    ordered = 0.1 if statement.order and query.types[0] is QuestionType.DOSE else 0.0
    elsewhere = bool(meant) and branch_of(statement, topic) not in (None, *meant)
    pregnant = query.patient.of("pregnancy").known is Known.YES and "pregnancy" in statement.addresses
    years = bounds(query.patient.of("age"))
    young = statement.population == "child" and years is not None and years[1] < ADULT
    return ordered + (0.4 if pregnant else 0.0) + (0.5 if young else 0.0) - (0.5 if elsewhere else 0.0)


def with_theirs(topic: Topic, chosen: list[Statement]) -> tuple[Statement, ...]:
    """The statements with their parents before them and their points, cautions and disagreements after, each once."""
    kept: dict[str, Statement] = {}

    there = {statement.id: statement for statement in topic.statements}

    def take(statement: Statement) -> None:
        if statement.id in kept:
            return
        if statement.parent:
            take(there[statement.parent])
        kept[statement.id] = statement
        for id in (*statement.requires, *statement.against):
            if id in there:  # a caution that is not there withholds what requires it (check C1)
                take(there[id])

    for statement in chosen:
        take(statement)
        for point in topic.statements:
            if point.parent == statement.id:
                take(point)
    return tuple(kept.values())
