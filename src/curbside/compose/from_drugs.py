"""The rules of drugs as statements of a page of their own kind."""

from curbside.model.drug import Drug
from curbside.model.topic import Topic, TopicSection

SECTION = "drug-rules"
"""Section the rules of drugs stand in; the loader of drug files puts them there."""
HEADING = "Before these drugs are given"


def as_topic(drug: Drug) -> Topic:
    """The drug's rules as a topic of one section, so that they are composed and judged like any other statement."""
    return Topic(
        slug=f"drug:{drug.name}",
        title=drug.name,
        title_for=(),
        revision="1",
        updated_on="",
        jurisdiction=(),
        names=(drug.name,),
        deciding=None,
        branches=(),
        sections=(TopicSection(SECTION, HEADING),),
        statements=tuple(rule.statement for rule in drug.rules),
        digest=drug.digest,
        sources=drug.sources,
    )
