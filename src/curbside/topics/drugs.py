"""Drug files: YAML -> values. What a file does not say is unknown."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from curbside.errors import IntegrityError
from curbside.model.drug import ABOUT, Drug, Effect, Plausible, Product, Rule
from curbside.model.regimen import RATES, ROUTES, UNITS
from curbside.model.topic import Source, Statement
from curbside.topics.conditions import read_condition
from curbside.topics.links import Links
from curbside.topics.orders import amount, read_order
from curbside.topics.read import ADDRESSES
from curbside.topics.record import Record
from curbside.topics.settle import opened, settle
from curbside.topics.sources import POPULATIONS, canonical, read_strength
from curbside.topics.tree import Listed

SECTION = "drug-rules"
"""Section the rules of drugs stand in on a page."""
_DRUG = (
    *("drug", "class", "routes", "high_alert", "narrow_index", "look_alike", "allergy", "plausible", "products"),
    *("rules", "unknown"),
)
_RULE = (
    *("id", "about", "effect", "when", "text", "plain", "reason", "cites", "strength", "population", "order"),
    *("jurisdiction", "fact"),
)
_SIMPLE_ROUTES = tuple(route for route in ROUTES if " or " not in route)


def read_drug(name: str, text: str, sources: Mapping[str, Source] | None) -> Drug:
    """The drug of one file; `BadTopic` names everything that is wrong. The file is called as its drug.

    `sources` None: the source list could not be read, so cites are taken as they are and the drug is not for use."""
    root, problems = opened(name, text, "drug", _DRUG)
    links = Links(problems=problems)
    drug = _drug(root, links)
    links.cite(sources or {})
    problems += links.dangling(("rule",) if sources is None else ("rule", "extract"))
    called = name.replace("\\", "/").split("/")[-1].rsplit(".", 1)[0]
    if drug.name and called != file_name(drug.name):
        root.note(root.line, f"the drug is {drug.name!r}; call the file {file_name(drug.name)}.yaml")
    settle(name, problems)
    keys = dict.fromkeys(cite.split("/")[0] for rule in drug.rules for cite in rule.statement.cites)
    cited = tuple((sources or {})[key] for key in keys if key in (sources or {}))
    digest = hashlib.sha256("\n".join((text, *map(canonical, cited))).encode()).hexdigest()
    return replace(drug, sources=cited, digest=digest)


def file_name(drug: str) -> str:
    """What the file of a drug is called, without ending."""
    return drug.lower().replace(" ", "-").replace("/", "-")


def _drug(root: Record, links: Links) -> Drug:
    for key in ("class", "routes", "plausible", "allergy"):
        if not root.has(key):
            root.needed(key)
    products = root.records("products", "product", ("form", "strength", "scored"))
    plausible = root.records(
        "plausible", "plausible range", ("route", "low", "high", "unit", "per", "rate", "population")
    )
    return Drug(
        name=root.needed("drug"),
        classes=root.texts("class"),
        routes=root.choices("routes", _SIMPLE_ROUTES),
        high_alert=root.flag("high_alert"),
        narrow_index=root.flag("narrow_index"),
        look_alike=root.texts("look_alike"),
        allergy=_allergens(root),
        plausible=tuple(found for item in plausible if (found := _plausible(item))),
        products=tuple(Product(p.needed("form"), p.needed("strength"), p.flag("scored")) for p in products),
        rules=tuple(made for item in root.records("rules", "rule", _RULE) if (made := _rule(item, links))),
        unknown=root.choices("unknown", ABOUT),
        line=root.line,
    )


def _allergens(root: Record) -> tuple[str, ...]:
    """What an allergy to bars the drug. An empty list is meant: nothing does (an antidote after an earlier reaction)."""
    value = root.value("allergy")
    return () if isinstance(value, Listed) and not value.items else root.texts("allergy")


def _plausible(found: Record) -> Plausible | None:
    before = len(found.problems)
    route, unit = found.choice("route", ROUTES), found.choice("unit", UNITS)
    low, high = found.made("low", _number), found.made("high", _number)
    for key in ("route", "unit", "low", "high"):
        if not found.has(key):
            found.needed(key)
    per, rate = found.choice("per", ("kg", "m2")), found.choice("rate", RATES)
    population = found.choice("population", POPULATIONS)
    if low and high and low > high:
        found.note(found.line, f"a range goes from low to high, not from {low} to {high}")
    if len(found.problems) > before or not (route and unit and low and high):
        return None
    return Plausible(route, low, high, unit, per, rate, population)


def _number(text: str) -> Decimal:
    found = amount(text)
    if found.low != found.high:
        raise IntegrityError(f"{text!r} is a range; one number is needed")
    return found.low


def _rule(rule: Record, links: Links) -> Rule | None:
    about, effect = rule.choice("about", ABOUT), rule.choice("effect", [effect.value for effect in Effect])
    for key in ("about", "effect", "cites"):
        if not rule.has(key):
            rule.needed(key)
    statement = Statement(
        id=rule.id(),
        text=rule.needed("text"),
        section=SECTION,
        cites=rule.texts("cites"),
        plain=rule.text("plain"),
        strength=read_strength(rule),
        population=rule.choice("population", POPULATIONS),
        order=read_order(rule),
        addresses=_addresses(about or ""),
        when=read_condition(rule, "when"),
        reason=rule.text("reason"),
        fact=rule.text("fact"),
        jurisdiction=rule.texts("jurisdiction"),
        line=rule.line,
    )
    links.name("rule", statement.id, rule.line)
    for cited in rule.many("cites"):
        links.point("extract", cited.text, cited.line)
    return Rule(statement, about, Effect(effect)) if about and effect else None


def _addresses(about: str) -> tuple[str, ...]:
    """The item that must not be forgotten which a rule answers; empty: none of them."""
    item = "pregnancy" if about == "contraception" else about
    return (item,) if item in ADDRESSES else ()
