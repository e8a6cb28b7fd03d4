"""Pages as they must be printed."""

ABSTENTION = """\
# Question

**Question:** Who won the cup?

**Review: Submitted, not yet reviewed.** Not yet reviewed by a board.

*As of 2026-11-22. For a clinician.*

**This is outside what is answered here.**

## Disclaimer

For healthcare professionals. Check before acting.

*Made by Curbside 0.1.0, content c-1, composer topics+passages, library sha256:l, settings sha256:s.*
"""

FULL = """\
# Deep infection in an adult

**Question:** How is deep infection treated?

**Review: Submitted, not yet reviewed.** Not yet reviewed by a board.

*As of 2026-11-22. For a clinician. Composed from our curated topics. Guidance from US, UK.*

Read about the patient: weight 70 kg.

Not known: sex, age, pregnancy, breast-feeding, kidney function, allergies, other drugs, other conditions. What depends on these is not worked out.

Assumed: adult.

**Note:** "infecton" was read as "infection"

## The distinction that decides everything

### If infectious

*What points to it:*

- Fever and pain of one limb point here. [1] *curated*

*What to do:*

- **Call a surgeon now.** [1] *curated · strong recommendation, low certainty (IDSA GRADE)*

### If immune-mediated

## If infectious

### Immediate actions

- **Call a surgeon now.** [1] *curated · strong recommendation, low certainty (IDSA GRADE)*
- Start all of these. [1] *curated*
  - all of:
    - vancomycin IV (adult), maximum 3 g per dose [1]
      - load: 20 to 35 mg/kg (actual body weight) once
      - then maintenance: 15 to 20 mg/kg every 8 to 12 hours
    - PLUS one of:
      - meropenem 1 g IV every 8 hours (adult) [1]
      - OR piperacillin-tazobactam 4.5 g IV every 6 hours (adult) [1]
    - PLUS clindamycin 600 to 900 mg IV every 8 hours (adult) [1]
  - Halve the dose in kidney failure. [1] *curated*

#### Second look

- “Patients went back at 24 to 36 hours.” [2] *quoted · was given in this study · other guidance disagrees, see below*
- Wait for 48 hours. [1] *curated*
- Taper slowly. [1] *curated*
  - days 1 to 14: 60 mg per day
  - day 15 onwards: half the starting dose

  | marker | every |
  | --- | --- |
  | CK | 2 weeks |
  | FVC \\| MIP | 4 weeks |

## Addressed and not addressed

- *Addressed:* kidney
- **NOT addressed:** No source here speaks of it.

## Withheld

**These did not pass a check and are not advice.**

- Give 5 g. *withheld by N1: no cited passage mentions 5 g*

## Where guidance disagrees

- “Patients went back at 24 to 36 hours.” [2] *quoted · was given in this study*
  - **but** Wait for 48 hours. [1] *curated*

## References

- 1\\. Invented Body. Invented guideline on deep infection. Invented Press. 2024. *(guideline; current; source text not held here)*
  - Cited: p. 20, Table 4, read in the original
- 2\\. Author A. An invented trial of repeat exploration. A Journal. 2020. PMID 99990001. *(randomized trial; standing not checked; original text; held here)*
  - Cited: results, read in the abstract
  - <https://pubmed.ncbi.nlm.nih.gov/99990001/>

## What the marks mean

- **curated:** our wording, checked against our notes of the source; source text not held here
- **quoted:** quoted word for word from the text held here

## Disclaimer

For healthcare professionals. Check before acting.

*Made by Curbside 0.1.0, content c-1, composer topics+passages, library sha256:l, settings sha256:s.*
"""

TEXT = """\
Deep infection in an adult
==========================

Question: How is deep infection treated?

Review: Submitted, not yet reviewed. Not yet reviewed by a
board.

As of 2026-11-22. For a clinician. Composed from our curated
topics. Guidance from US, UK.

Read about the patient: weight 70 kg.

Not known: sex, age, pregnancy, breast-feeding, kidney
function, allergies, other drugs, other conditions. What
depends on these is not worked out.

Assumed: adult.

Note: "infecton" was read as "infection"

The distinction that decides everything
---------------------------------------

If infectious

What points to it:

• Fever and pain of one limb point here. [1] curated

What to do:

• Call a surgeon now. [1] curated · strong recommendation,
  low certainty (IDSA GRADE)

If immune-mediated

If infectious
-------------

Immediate actions

• Call a surgeon now. [1] curated · strong recommendation,
  low certainty (IDSA GRADE)
• Start all of these. [1] curated
  • all of:
    • vancomycin IV (adult), maximum 3 g per dose [1]
      • load: 20 to 35 mg/kg (actual body weight) once
      • then maintenance: 15 to 20 mg/kg every 8 to 12 hours
    • PLUS one of:
      • meropenem 1 g IV every 8 hours (adult) [1]
      • OR piperacillin-tazobactam 4.5 g IV every 6 hours
        (adult) [1]
    • PLUS clindamycin 600 to 900 mg IV every 8 hours
      (adult) [1]
  • Halve the dose in kidney failure. [1] curated

"""
