"""Small content files for tests. Everything in them is invented."""

SOURCES = """\
content_version: "1.0"
sources:
  a-guideline:
    kind: guideline
    title: Care of blue fever
    authors: [Author A, Author B]
    container: A Journal
    year: 2020
    pmid: "123"
    standing: current
    fidelity: original
    extracts:
      rec-1:
        at: p. 3
        read_in: original
        population: [adult]
        strength: {system: GRADE, strength: strong, certainty: low, direction: for}
        says: [Adults with blue fever are given ampicillin 500 mg orally every 6 hours.]
      rec-2:
        at: p. 4
        read_in: abstract
        says: [Rest is advised in blue fever.]
"""
TOPIC = """\
slug: blue-fever
title: Blue fever
revision: "1"
updated_on: "2026-01-31"
jurisdiction: [US]
names: [blue fever, BLF]
sections:
  - {id: treatment, heading: Treatment}
statements:
  - id: give-ampicillin
    section: treatment
    text: Adults with blue fever are given ampicillin.
    cites: [a-guideline/rec-1]
    order:
      drug: ampicillin
      route: oral
      population: adult
      reference: a-guideline/rec-1
      steps:
        - {amount: 500, unit: mg, interval: every 6 hours}
  - id: rest
    section: treatment
    text: Rest is advised in blue fever.
    cites: [a-guideline/rec-2]
"""
DRUG = """\
drug: ampicillin
class: [penicillin, antibacterial]
routes: [oral, IV]
allergy: [ampicillin, penicillin]
plausible:
  - {route: oral, unit: mg, low: "250", high: "1,000", population: adult}
products:
  - {form: capsule, strength: 250 mg}
rules:
  - id: ampicillin-kidney
    about: kidney
    effect: avoid
    when: {crcl: "< 10"}
    text: Rest is advised in blue fever, and ampicillin is avoided.
    reason: failing kidneys
    cites: [a-guideline/rec-2]
unknown: [lactation]
"""


def but(text: str, old: str, new: str) -> str:
    """The file with one thing otherwise; the thing must be there once."""
    assert text.count(old) == 1, (old, text.count(old))
    return text.replace(old, new)
