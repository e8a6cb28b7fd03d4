"""Whether a sentence can be quoted alone: cut off from the words around it, it must not say something else."""

import re

_LEANING = re.compile(
    r"[\W_]*(?:not|same|it|its|this|these|those|they|their|he|she|such|also|then|thereafter|however|if so|or|and|but|as above|the "
    r"(?:former|latter|above|same)|both|otherwise|in addition|moreover|furthermore|similarly|conversely|in contrast|alternatively)\b",
    re.IGNORECASE,
)
"""Beginnings of a sentence that leans on the one before: alone it would say something else, or nothing."""
_OPEN = re.compile(
    r"[\W_]*(?:contra-?indicated|(?:avoid(?:ed)?|cautio(?:n|us)|use|do not (?:use|give|take|repeat|exceed))\s+(?:in|if|with|for|to|during|when|unless|"
    r"only)|(?:should|must|may|can) (?:not |only )?be)\b",
    re.IGNORECASE,
)
"""Beginnings of a sentence that does not name the drug it forbids or allows."""
_DENYING = re.compile(
    r"\b(?:(?:do|should|must|may|be) not|not (?:be )?(?:used?|given?|recommended|indicated)|never|avoid\w*|contra-?indicat\w*|"
    r"except|withh[eo]ld\w*)\b",
    re.IGNORECASE,
)
"""In a line that leads into a list: what stands in the list may be the very thing not to do."""
_TO_THE_READER = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}\b(?:instructions?|rules?|prompts?|guidelines? above|above|previous|prior)\b"
    r"|\b(?:tell|convince) (?:the )?(?:reader|user|assistant|model)\b|\b(?:system prompt|as an ai|language model)\b"
    r"|\byou (?:are|must|should|will) (?:now |always |never )?(?:an? |say|answer|respond|reply|output|recommend|tell)\b|\b(?:respond|reply|answer) (?:only )?with\b",
    re.IGNORECASE,
)
"""Text that speaks to whoever reads it by machine. It is data like all other text, and no finding."""


def leans(text: str) -> bool:
    """Whether a sentence says something else, or nothing, without the one before it."""
    return bool(_LEANING.match(text) or _OPEN.match(text))


def forbids(lead: str) -> bool:
    """Whether a line that leads into a list forbids what the list holds, or some of it."""
    return bool(_DENYING.search(lead))


def speaks_to_the_reader(text: str) -> bool:
    """Whether a sentence tells whatever reads it what to do with its instructions."""
    return bool(_TO_THE_READER.search(text))
