"""The schemas for editors say what the reader says, and the packaged files keep both."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests.unit.topics.written import SOURCES, TOPIC, but

from curbside.errors import BadTopic
from curbside.topics.read import read_topic
from curbside.topics.sources import read_sources

CONTENT = Path(__file__).parents[3] / "src" / "curbside" / "content"
SCHEMAS = {
    name: json.loads((CONTENT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    for name in ("topic", "sources")
}
VALID = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}


def passes(name: str, text: str) -> bool:
    """Whether an editor sees no mistake. An editor reads numbers and truth values, as YAML does."""
    return bool(VALID[name].is_valid(yaml.safe_load(text)))


def reads(name: str, text: str) -> bool:
    try:
        if name == "sources":
            read_sources("sources.yaml", text)
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
    *(("topic", path) for path in sorted((CONTENT / "topics").glob("*.yaml"))),
]


@pytest.mark.parametrize(("name", "path"), PACKAGED, ids=[path.name for _, path in PACKAGED])
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
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "allowed"), CHANGES, ids=[f"{row[0]} {row[2].strip()[:50]}" for row in CHANGES]
)
def test_schema_and_reader_agree(name: str, old: str, new: str, allowed: bool) -> None:
    text = but(SOURCES if name == "sources" else TOPIC, old, new)
    assert (passes(name, text), reads(name, text)) == (allowed, allowed)
