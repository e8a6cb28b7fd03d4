"""The running text of a JATS article: sections in reading order, with lists, tables and captions in their place.

A table or figure is read after the paragraph it stands in, or, when the file keeps it at the end, after the paragraph
that first names it. What is said about the article (interests, contributions, thanks, references) is left out.
"""

import re
from collections.abc import Iterator

from curbside.model.document import Role
from curbside.sources.flat import flat
from curbside.sources.jats_blocks import Blocks
from curbside.sources.parts import Part
from curbside.sources.roles import role_of
from curbside.sources.xml import Element

# Said about the article, not by it.
_ABOUT = re.compile(
    r"^(?:(?:declarations? of )?competing interests?|(?:declaration of |potential )?conflicts? of interests?.*|"
    r"disclosures?|"
    r"authors?.{0,2} (?:contributions?|information|details|original submitted files for images)|acknowledge?ments?.*|"
    r"pre-?publication history|supplementa(?:ry|l) (?:materials?|information|data)|supporting information|references|"
    r"electronic supplementary material|funding(?:/support)?|availability of data.*|consent for publication)$"
)
_FLOATS = frozenset(("table-wrap", "table-wrap-group", "fig", "fig-group", "boxed-text"))
_SKIPPED = frozenset(("title", "label", "sec-meta", "supplementary-material", "media", "graphic", "ref-list", "ack"))
Floats = dict[str, Element]
"""Tables, figures and boxes kept at the end of the file, by id, until something names them."""


def body_parts(article: Element) -> Iterator[Part]:
    """Body, appendices, and floats that no paragraph names. Empty when the article has no body text."""
    floats: Floats = {}
    for group in article.findall("floats-group") + article.findall("floats-wrap"):
        floats.update((f.get("id") or f"#{n}", f) for n, f in enumerate(group) if f.tag in _FLOATS)
    body = article.find("body")
    if body is not None:
        yield from _Reader(floats).section(body, "", Role.OTHER)
    for appendix in article.iterfind("back/app-group/app"):
        yield from _Reader(floats).section(appendix, heading_of(appendix), Role.OTHER)
    for left in list(floats.values()):
        yield from _Reader({}).box(left, "Tables and figures", Role.OTHER)


def section_parts(section: Element, role: Role, heading: str) -> Iterator[Part]:
    """A section of that role and heading with those inside it, in reading order."""
    yield from _Reader({}).section(section, heading, role)


def heading_of(section: Element) -> str:
    """Heading as printed; "" when there is none."""
    title = section.find("title")
    return flat(title if title is not None else section.find("caption/title"))


class _Reader:
    """Walks one section after another; knows which floats still wait for their first mention."""

    def __init__(self, floats: Floats) -> None:
        self._floats = floats

    def headed(self, section: Element, parent: Role, above: str = "") -> Iterator[Part]:
        """A section under its heading, or under that of the section `above` when it has none."""
        heading = heading_of(section)
        if _ABOUT.match(heading.strip(" .:").casefold()) or section.get("sec-type") == "supplementary-material":
            return
        by_type = role_of((section.get("sec-type") or "").replace("|", " and "), parent)
        yield from self.section(section, heading or above, role_of(heading, by_type))

    def section(self, section: Element, heading: str, role: Role) -> Iterator[Part]:
        blocks = Blocks()
        for child in section:
            if child.tag in ("sec", "boxed-text"):
                yield from blocks.part(heading, role)
                yield from self.headed(child, role, heading) if child.tag == "sec" else self.box(child, heading, role)
                continue
            boxes = self._block(child, blocks)
            if boxes:
                yield from blocks.part(heading, role)
                for box in boxes:
                    yield from self.box(box, heading, role)
        yield from blocks.part(heading, role)

    def box(self, box: Element, heading: str, role: Role) -> Iterator[Part]:
        """A box as a section of its own; any other float as a part under the heading given."""
        if box.tag == "boxed-text":
            own = heading_of(box)
            yield from self.section(box, own or heading, role_of(own, role))
        else:
            blocks = Blocks()
            blocks.float(box)
            yield from blocks.part(heading, role)

    def _block(self, child: Element, blocks: Blocks) -> list[Element]:
        """Adds a paragraph-like element; gives back the boxes it named, to be read after it."""
        if not isinstance(child.tag, str) or child.tag in _SKIPPED:
            return []
        if child.tag in _FLOATS:
            blocks.float(child)
            return []
        aside: list[Element] = []
        for element in child.iterfind("p") if child.tag == "caption" else (child,):
            blocks.add(element, aside)
        boxes = []
        for element in aside:
            for found in self._named(element) if element.tag == "xref" else (element,):
                if found.tag == "boxed-text":
                    boxes.append(found)
                else:
                    blocks.float(found)
        return boxes

    def _named(self, reference: Element) -> Iterator[Element]:
        for key in (reference.get("rid") or "").split():
            found = self._floats.pop(key, None)
            if found is not None:
                yield found
