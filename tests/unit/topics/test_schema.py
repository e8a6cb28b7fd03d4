"""The schemas for editors say what the reader says, and the packaged files keep both."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests.unit.topics.written import DRUG, SOURCES, TOPIC, but

from curbside.errors import BadTopic
from curbside.model.patient import FACTS, MEASURED
from curbside.topics.drugs import read_drug
from curbside.topics.read import read_topic
from curbside.topics.sources import read_sources

CONTENT = Path(__file__).parents[3] / "src" / "curbside" / "content"
SCHEMAS = {
    name: json.loads((CONTENT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    for name in ("topic", "sources", "drug")
}
WRITTEN = {"topic": TOPIC, "sources": SOURCES, "drug": DRUG}
VALID = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}


def passes(name: str, text: str) -> bool:
    """Whether an editor sees no mistake. An editor reads numbers and truth values, as YAML does."""
    return bool(VALID[name].is_valid(yaml.safe_load(text)))


def reads(name: str, text: str) -> bool:
    try:
        if name == "sources":
            read_sources("sources.yaml", text)
        elif name == "drug":
            read_drug("ampicillin.yaml", text, None)
        else:
            read_topic("blue-fever.yaml", text, None)
    except BadTopic:
        return False
    return True


def parts(schema: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    """Every property of a schema with its path."""
    found: list[tuple[str, dict[str, Any]]] = []
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties" and path.rsplit("/", 1)[-1] != "then":
                found += [(f"{path}/{name}", part) for name, part in value.items()]
            found += parts(value, f"{path}/{key}")
    if isinstance(schema, list):
        found += [part for item in schema for part in parts(item, path)]
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_editor_is_told_what_every_field_is(name: str) -> None:
    assert [path for path, part in parts(SCHEMAS[name]) if "description" not in part and "$ref" not in part] == []


PACKAGED = [
    ("sources", CONTENT / "sources.yaml"),
    *(("sources", path) for path in sorted((CONTENT / "sources").glob("*.yaml"))),
    *(("topic", path) for path in sorted((CONTENT / "topics").glob("*.yaml"))),
    *(("drug", path) for path in sorted((CONTENT / "drugs").glob("*.yaml"))),
]


@pytest.mark.parametrize(("name", "path"), PACKAGED, ids=[f"{name} {path.name}" for name, path in PACKAGED])
def test_packaged_files_keep_the_schema(name: str, path: Path) -> None:
    errors = VALID[name].iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


STEP = "- {amount: 500, unit: mg, interval: every 6 hours}"
#   file, what stands there, what is put there, whether it may be so
CHANGES = [
    ("sources", "kind: guideline", "kind: guideline", True),
    ("sources", "year: 2020", 'year: "2020"', True),
    ("sources", '    pmid: "123"\n', "", True),
    ("sources", "    authors: [Author A, Author B]\n", "", True),
    ("sources", "kind: guideline", "kind: blog", False),
    ("sources", "    kind: guideline\n", "", False),
    ("sources", "    title: Care of blue fever\n", "", False),
    ("sources", "    standing: current\n", "", False),
    ("sources", "    fidelity: original\n", "", False),
    ("sources", "standing: current", "standing: fine", False),
    ("sources", '"123"', '"0123"', False),
    ("sources", '"123"', '"123456789"', False),
    ("sources", 'pmid: "123"', "doi: https://doi.org/10.1000/x", False),
    ("sources", 'pmid: "123"', "doi: 10.1000/x", True),
    ("sources", 'pmid: "123"', "url: ftp://example.org", False),
    ("sources", 'pmid: "123"', "pmcid: 123", False),
    ("sources", "year: 2020", "year: 1700", False),
    ("sources", "        at: p. 4\n", "", False),
    ("sources", "        says: [Rest is advised in blue fever.]\n", "", False),
    ("sources", "says: [Rest is advised in blue fever.]", "says: []", False),
    ("sources", "read_in: abstract", "read_in: dream", False),
    ("sources", "[adult]", "[martian]", False),
    ("sources", "{system: GRADE, strength", "{strength", False),
    ("sources", "direction: for", "direction: maybe", False),
    ("sources", "rec-2:", "Rec 2:", False),
    ("sources", "    year: 2020", "    yaer: 2020", False),
    ("sources", "[Author A, Author B]", "[Author A, Author A]", False),
    ("topic", "title: Blue fever", "title: Blue fever", True),
    ("topic", "    cites: [a-guideline/rec-2]\n", "", False),
    ("topic", "cites: [a-guideline/rec-2]", "cites: []", False),
    ("topic", '"2026-01-31"', "soon", False),
    ("topic", "jurisdiction: [US]", "jurisdiction: US", False),
    ("topic", "names: [blue fever, BLF]\n", "", False),
    ("topic", "slug: blue-fever", "slug: Blue Fever", False),
    ("topic", "title: Blue fever\n", "", False),
    ("topic", 'revision: "1"', "revision: 1", True),
    ("topic", "route: oral", "route: PO", False),
    ("topic", "      route: oral\n", "", False),
    ("topic", "      population: adult\n", "", False),
    ("topic", "      drug: ampicillin\n", "", False),
    ("topic", "      reference: a-guideline/rec-1\n", "", False),
    ("topic", STEP, "- {unit: mg}", False),
    ("topic", STEP, "- {amount: 500}", False),
    ("topic", STEP, '- {amount: "1,000", unit: mg}', True),
    ("topic", STEP, "- {amount: 0.5-1, unit: mg}", True),
    ("topic", STEP, '- {amount: "0.50", unit: mg}', False),
    ("topic", STEP, '- {amount: "1000", unit: mg}', False),
    ("topic", STEP, "- {amount: 1000, unit: mg}", False),
    ("topic", STEP, "- {amount: five, unit: mg}", False),
    ("topic", STEP, "- {amount: 5, unit: U}", False),
    ("topic", STEP, "- {amount: 5, unit: mg, per: kg, weight: ideal}", True),
    ("topic", STEP, "- {amount: 5, unit: mg, per: m2, weight: ideal}", False),
    ("topic", STEP, "- {amount: 5, unit: mg, weight: ideal}", False),
    ("topic", STEP, "- {amount: 5, unit: mg, per: day}", False),
    ("topic", STEP, "- {amount: 5, unit: mg, label: boost}", False),
    ("topic", "text: Rest is", "must_show: true\n    text: Rest is", True),
    ("topic", "text: Rest is", "must_show: 1\n    text: Rest is", False),
    ("topic", "text: Rest is", "addresses: [kidney]\n    text: Rest is", True),
    ("topic", "text: Rest is", "addresses: [money]\n    text: Rest is", False),
    ("topic", "text: Rest is", "types: [cure]\n    text: Rest is", False),
    ("topic", "text: Rest is", "population: everybody\n    text: Rest is", False),
    ("topic", "text: Rest is", "strength: strong\n    text: Rest is", False),
    ("topic", "text: Rest is", "says: [x]\n    text: Rest is", False),
    ("topic", "text: Rest is", "taper: [{from_day: 1, amount: 5, unit: mg}]\n    text: Rest is", True),
    ("topic", "text: Rest is", "taper: [{from_day: 0, amount: 5, unit: mg}]\n    text: Rest is", False),
    ("topic", "text: Rest is", "taper: [{from_day: 1, amount: 5}]\n    text: Rest is", False),
    ("topic", "text: Rest is", "table: {columns: [A], rows: [[1]]}\n    text: Rest is", True),
    ("topic", "text: Rest is", "table: {columns: [A]}\n    text: Rest is", False),
    ("topic", "text: Rest is", "order: {any_of: []}\n    text: Rest is", False),
    ("topic", "text: Rest is", "order: take two\n    text: Rest is", False),
    ("topic", "slug: blue-fever", "title_for: {sex=female: Hers}\nslug: blue-fever", True),
    ("topic", "slug: blue-fever", "title_for: {female: Hers}\nslug: blue-fever", False),
    ("topic", "slug: blue-fever", "branches: [{id: mild}]\nslug: blue-fever", False),
    ("topic", "slug: blue-fever", "thin: maybe\nslug: blue-fever", False),
    ("topic", "names: [", "cues: [fever + blue skin | blue lips, sodium < 120 mmol/L]\nnames: [", True),
    ("topic", "names: [", "cues: fever\nnames: [", False),
    ("topic", "names: [", "cues: []\nnames: [", False),
    ("topic", "text: Rest is", "unless: {sodium: < 120 mmol/L}\n    reason: low sodium\n    text: Rest is", True),
    ("topic", "text: Rest is", "unless: {sodium: < 120 mmol/L}\n    text: Rest is", False),
    ("topic", "text: Rest is", "fact: blue-fever/rest\n    jurisdiction: [UK]\n    text: Rest is", True),
    ("topic", "text: Rest is", "jurisdiction: UK\n    text: Rest is", False),
    *(("topic", "text: Rest is", f"when: {when}\n    text: Rest is", allowed) for when, allowed in [
        ("{pregnancy: yes}", True),
        ("{pregnancy: maybe}", False),
        ("{sex: female}", True),
        ("{sex: both}", False),
        ('{age: ">= 65 years"}', True),
        ('{age: [">= 12 years", "< 18 years"]}', True),
        ("{age: old}", False),
        ("{crcl: < 30}", True),
        ("{crcl: 30}", False),
        ("{crcl: below 30}", False),
        ("{crcl: => 30}", False),
        ("{crcl: []}", False),
        ("{allergy: penicillin}", True),
        ("{allergy: [penicillin, macrolide], lactation: no}", True),
        ("{given: [clarithromycin]}", True),
        ("{given: []}", False),
        ("{kidney: bad}", False),
        ("[{crcl: < 30}, {egfr: < 30}]", True),
        ("[]", False),
        ("{}", False),
        ("pregnancy", False),
    ]),
    ("topic", STEP, "- {amount: 0.1, unit: units, per: kg, rate: per hour, label: infusion, cap: 10 units}", True),
    ("topic", STEP, "- {amount: 0.1, unit: units, rate: 5 mL per hour}", False),
    ("topic", STEP, "- {amount: 2, unit: puffs, interval: daily, divided: 2}", True),
    ("topic", STEP, "- {amount: 2, unit: mg, divided: 1}", False),
    ("topic", STEP, "- {amount: 2, unit: mg, divided: 25}", False),
    ("topic", "route: oral", "route: IM or subcut", True),
    ("topic", "      population: adult\n", "      population: adult\n      when: {weight: < 60 kg}\n", True),
    ("topic", "      population: adult\n", "      population: adult\n      when: light\n", False),
    ("drug", "drug: ampicillin", "drug: ampicillin", True),
    ("drug", "drug: ampicillin\n", "", False),
    ("drug", "class: [penicillin, antibacterial]\n", "", False),
    ("drug", "class: [penicillin, antibacterial]", "class: penicillin", False),
    ("drug", "routes: [oral, IV]\n", "", False),
    ("drug", "routes: [oral, IV]", "routes: [oral or IV]", False),
    ("drug", "allergy: [ampicillin, penicillin]\n", "", False),
    ("drug", "allergy: [ampicillin, penicillin]", "allergy: []", True),
    ("drug", "allergy: [", "look_alike: []\nallergy: [", False),
    ("drug", "allergy: [", "look_alike: [amikacin]\nhigh_alert: true\nnarrow_index: false\nallergy: [", True),
    ("drug", "allergy: [", "high_alert: very\nallergy: [", False),
    ("drug", '"250"', "250", True),
    ("drug", '"250"', "250-500", False),
    ("drug", '"1,000"', '"1000"', False),
    ("drug", 'low: "250", ', "", False),
    ("drug", "route: oral, ", "", False),
    ("drug", "unit: mg, ", "", False),
    ("drug", "route: oral, ", "route: oral, per: kg, rate: per hour, ", True),
    ("drug", "route: oral, ", "route: oral, per: person, ", False),
    ("drug", "population: adult", "population: all", False),
    ("drug", "strength: 250 mg", "scored: true", False),
    ("drug", "strength: 250 mg", "strength: 250 mg, scored: true", True),
    ("drug", "about: kidney", "about: money", False),
    ("drug", "    about: kidney\n", "", False),
    ("drug", "effect: avoid", "effect: beware", False),
    ("drug", "    effect: avoid\n", "", False),
    ("drug", "    cites: [a-guideline/rec-2]\n", "", False),
    ("drug", '    when: {crcl: "< 10"}\n', "", True),
    ("drug", "    reason: failing kidneys\n", "", True),
    ("drug", "    reason: failing", "    unless: {crcl: < 5}\n    reason: failing", False),
    ("drug", "unknown: [lactation]", "unknown: [money]", False),
    ("drug", "unknown: [lactation]\n", "", True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "allowed"), CHANGES, ids=[f"{row[0]} {row[2].strip()[:50]}" for row in CHANGES]
)
def test_schema_and_reader_agree(name: str, old: str, new: str, allowed: bool) -> None:
    text = but(WRITTEN[name], old, new)
    assert (passes(name, text), reads(name, text)) == (allowed, allowed)


#   what it is for the reader, the file, where an unknown field is put, where the schema tells the fields
FIELDS = [
    ("topic", "topic", "slug: blue-fever", "zzz: 1\nslug: blue-fever", "properties"),
    ("section", "topic", "{id: treatment,", "{zzz: 1, id: treatment,", "properties/sections/items/properties"),
    ("branch", "topic", "sections:", "branches: [{zzz: 1, id: a, label: b}]\nsections:", "properties/branches/items/properties"),
    ("statement", "topic", "text: Rest is", "zzz: 1\n    text: Rest is", "$defs/statement/properties"),
    ("dose", "topic", "      route: oral", "      zzz: 1\n      route: oral", "$defs/dose/properties"),
    ("maximum", "topic", "      route: oral", "      maximum: {zzz: 1}\n      route: oral", "$defs/dose/properties/maximum/properties"),
    ("step", "topic", "{amount: 500,", "{zzz: 1, amount: 500,", "$defs/step/properties"),
    ("taper step", "topic", "text: Rest is", "taper: [{zzz: 1, from_day: 1, amount: 5, unit: mg}]\n    text: Rest is", "$defs/taper/properties"),
    ("table", "topic", "text: Rest is", "table: {zzz: 1, columns: [A], rows: [[1]]}\n    text: Rest is", "$defs/table/properties"),
    ("strength", "topic", "text: Rest is", "strength: {zzz: 1, system: GRADE}\n    text: Rest is", "$defs/strength/properties"),
    ("source list", "sources", "sources:", "zzz: 1\nsources:", "properties"),
    ("source", "sources", "    year: 2020", "    zzz: 1\n    year: 2020", "$defs/source/properties"),
    ("extract", "sources", "        at: p. 4", "        zzz: 1\n        at: p. 4", "$defs/extract/properties"),
    ("drug", "drug", "drug: ampicillin", "zzz: 1\ndrug: ampicillin", "properties"),
    ("plausible range", "drug", "{route: oral,", "{zzz: 1, route: oral,", "$defs/plausible/properties"),
    ("product", "drug", "{form: capsule,", "{zzz: 1, form: capsule,", "$defs/product/properties"),
    ("rule", "drug", "    about: kidney", "    zzz: 1\n    about: kidney", "$defs/rule/properties"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "name", "old", "new", "place"), FIELDS, ids=[row[0] for row in FIELDS])
def test_schema_and_reader_know_the_same_fields(what: str, name: str, old: str, new: str, place: str) -> None:
    read = {"topic": read_topic, "drug": read_drug}.get(name)
    file = "blue-fever.yaml" if name == "topic" else "ampicillin.yaml"
    text = but(WRITTEN[name], old, new)
    with pytest.raises(BadTopic) as refused:
        read(file, text, None) if read else read_sources("sources.yaml", text)
    said = [re.search(rf"a {what} has no field 'zzz'; there are: (.*)", problem) for problem in refused.value.problems]
    fields: Any = SCHEMAS[name]
    for key in place.split("/"):
        fields = fields[key]
    assert [sorted(found[1].split(", ")) for found in said if found] == [sorted(fields)]


@pytest.mark.parametrize("name", ["topic", "drug"])
def test_a_condition_can_ask_for_every_fact(name: str) -> None:
    assert list(SCHEMAS[name]["$defs"]["group"]["properties"]) == [*FACTS, "given"]


@pytest.mark.parametrize("fact", MEASURED)
def test_a_measure_is_described_with_its_unit(fact: str) -> None:
    unit = {"Cel": "C"}.get(MEASURED[fact].unit, MEASURED[fact].unit)
    told = SCHEMAS["topic"]["$defs"]["group"]["properties"][fact]["description"]
    assert told.endswith(f"A comparison{' in ' + unit if unit else ''}, or two for a band.")


@pytest.mark.parametrize("shared", ["order", "dose", "step", "strength", "condition", "group"])
def test_topics_and_drugs_share_the_form_of_what_they_share(shared: str) -> None:
    assert SCHEMAS["drug"]["$defs"][shared] == SCHEMAS["topic"]["$defs"][shared]


def test_only_the_main_list_tells_the_version() -> None:
    _, listed = read_sources("sources/more.yaml", but(SOURCES, 'content_version: "1.0"\n', ""), versioned=False)
    assert list(listed) == ["a-guideline"]
    with pytest.raises(BadTopic, match="this source list has no `content_version`; add it"):
        read_sources("sources.yaml", but(SOURCES, 'content_version: "1.0"\n', ""))
    with pytest.raises(BadTopic, match="a source list has no field 'content_version'"):
        read_sources("sources/more.yaml", SOURCES, versioned=False)
