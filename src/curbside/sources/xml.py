"""Reading XML without trusting it: nothing is fetched, no entity is expanded, size and depth are bounded."""

import re
from collections.abc import Iterator
from html.entities import html5
from typing import BinaryIO, cast

from lxml import etree

from curbside.errors import UnreadableSource

Element = etree._Element

_REFERENCE = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_BUILT_IN = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_DECLARES = re.compile(rb"<!ENTITY", re.IGNORECASE)
_PROLOG = re.compile(r"\ufeff?(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_PLACE = re.compile(r",? ?line \d+, column \d+.*$", re.DOTALL)
_ENTITIES = "it declares entities of its own, which are never expanded here"
_MEND = "fetch the file again from where it came from, or mend it there"


def root_name(head: str) -> str | None:
    """Name of the outermost element, without prefix; None when `head`, the start of a file, shows none."""
    prolog = _PROLOG.match(head)
    found = _ROOT.match(head, prolog.end() if prolog else 0)
    return found.group(1) if found else None


def parse(content: bytes) -> Element:
    """The root of a whole XML document, comments and processing instructions removed.

    HTML's named characters (`&nbsp;`, `&alpha;`) are read as what they mean, since no DTD is loaded;
    any other entity, declared or not, is refused: leaving it out would lose text. Raises UnreadableSource."""
    if _DECLARES.search(content):
        raise UnreadableSource(_ENTITIES, "remove the <!ENTITY ...> lines from its DOCTYPE")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(_REFERENCE.sub(_character, content), parser)
    except etree.XMLSyntaxError as error:
        raise malformed(error) from error
    except ValueError as error:
        raise UnreadableSource(f"not readable as XML: {error}", _MEND) from error
    refuse_entities(root)
    return _without_namespace(root)


def elements(stream: BinaryIO, tags: tuple[str, ...]) -> Iterator[Element]:
    """Elements of those names as they end, in file order; each is emptied once the next is asked for, so that
    memory stays bounded. Raises UnreadableSource where the file stops being XML."""
    walk = etree.iterparse(
        stream,
        events=("end",),
        tag=tags,
        no_network=True,
        load_dtd=False,
        resolve_entities=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        for _, element in walk:
            yield element
            parent = element.getparent()
            if parent is None or parent.tag in tags:
                continue
            element.clear()
            while element.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError as error:
        raise malformed(error) from error


def refuse_entities(element: Element) -> None:
    """Raises UnreadableSource when an entity was left unread anywhere below: text would be lost."""
    for entity in element.iter(etree.Entity):
        raise UnreadableSource(f"holds {entity.text}, which nothing here defines", _MEND)


def malformed(error: etree.XMLSyntaxError) -> UnreadableSource:
    """The parser's complaint in our words, with the line."""
    what = _PLACE.sub("", error.msg or "") or "it ends too early"
    return UnreadableSource(f"not well-formed XML at line {error.lineno or 1}: {what}", _MEND)


def child_text(element: Element | None, path: str) -> str | None:
    """Squeezed plain text at `path`; None when there is no such element or it is blank."""
    if element is None:
        return None
    found = element.find(path)
    text = " ".join("".join(cast("Iterator[str]", found.itertext())).split()) if found is not None else ""
    return text or None


def _character(reference: re.Match[bytes]) -> bytes:
    name = reference.group(1)
    if name in _BUILT_IN:
        return reference.group()
    characters = html5.get(name.decode("ascii") + ";")
    if characters is None:
        return reference.group()
    return "".join(f"&#{ord(c)};" for c in characters).encode("ascii")


def _without_namespace(root: Element) -> Element:
    """Some JATS archives put every element into a namespace; names alone decide here."""
    if isinstance(root.tag, str) and root.tag.startswith("{"):
        for element in root.iter():
            if isinstance(element.tag, str) and element.tag.startswith("{"):
                element.tag = element.tag.rpartition("}")[2]
    return root
