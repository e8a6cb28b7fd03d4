"""Faithful statements about necrotizing infection and myopathy, each with the lines of its extract.

Wording is ours; the extracts hold further lines about other drugs, because that is what extracts are like.
"""

from typing import NamedTuple


class Pair(NamedTuple):
    """A statement, the lines of its extract, and the populations the extract declares."""

    claim: str
    says: tuple[str, ...]
    population: tuple[str, ...] = ()


DRUGS = (
    "vancomycin", "linezolid", "piperacillin-tazobactam", "meropenem", "imipenem", "ertapenem", "clindamycin", "penicillin G",
    "ceftriaxone", "metronidazole", "doxycycline", "ciprofloxacin", "methotrexate", "azathioprine", "mycophenolate",
    "prednisolone", "methylprednisolone", "immunoglobulin", "rituximab", "statin", "tacrolimus", "trimethoprim-sulfamethoxazole",
    "allopurinol", "zilucoplan", "cefepime", "infliximab", "noradrenaline", "folic acid", "cyclophosphamide",
)  # fmt: skip
CANONICAL = {
    "co-trimoxazole": "trimethoprim-sulfamethoxazole",
    "ivig": "immunoglobulin",
    "pip-tazo": "piperacillin-tazobactam",
    "mtx": "methotrexate",
    "benzylpenicillin": "penicillin g",
}
NAMES = frozenset(name.lower() for name in DRUGS) | frozenset(CANONICAL)

_TABLE = (
    "Mixed infection: vancomycin 30 mg/kg/day in 2 divided doses.",
    "Mixed infection: piperacillin-tazobactam 3.37 g IV every 6 to 8 hours.",
    "Mixed infection: imipenem 1 g IV every 6 to 8 hours.",
    "Mixed infection: meropenem 1 g IV every 8 hours.",
    "Mixed infection: ertapenem 1 g IV every 24 hours.",
    "Streptococcus: penicillin G 2 to 4 million units IV every 4 to 6 hours plus clindamycin 600 to 900 mg IV every 8 hours.",
)

PAIRS = (
    Pair("Meropenem 1 g IV every 8 hours.", _TABLE, ("adult",)),
    Pair("Imipenem 1 g IV every 6 to 8 hours for mixed infection.", _TABLE, ("adult",)),
    Pair(
        "Once group A streptococcus is confirmed: penicillin G 2 to 4 million units IV every 4 to 6 hours plus clindamycin "
        "600 to 900 mg IV every 8 hours.",
        (*_TABLE, "Group A streptococcus confirmed: switch to penicillin G plus clindamycin."),
        ("adult",),
    ),
    Pair(
        "Return to theatre 24 to 36 hours after the first debridement, then daily until no necrosis is left.",
        (
            "Second operation 24 to 36 hours after the first debridement, then daily until no necrosis is left to remove.",
        ),
    ),
    Pair(
        "Surgery within 6 hours of presentation was followed by lower mortality (19% versus 32%).",
        (
            "Mortality was lower with surgery within 6 hours of presentation: 19% versus 32% with later surgery.",
            "Odds ratio 0.43 (95% CI 0.26 to 0.70) for death with surgery within 6 hours.",
        ),
    ),
    Pair(
        "Do not use LRINEC to rule the infection out: a score of 6 or more has a sensitivity of 68.2% only.",
        ("LRINEC of 6 or more: sensitivity 68.2%, specificity 84.8%.", "Do not use LRINEC to rule out the infection."),
    ),
    Pair(
        "Imaging must not delay exploration.",
        ("Imaging must not delay surgical exploration.", "CT: sensitivity 88.5%, specificity 93.3%."),
    ),
    Pair(
        "Group A streptococcus was found in 74% of published cases; only 3.5% were polymicrobial.",
        ("Group A streptococcus in 74% of published cases.", "Polymicrobial infection in 3.5% of published cases."),
    ),
    Pair(
        "Stop antibiotics when no further debridement is needed, the patient is better and there has been no fever for 48 "
        "to 72 hours.",
        (
            "Stop antibiotics when no further debridement is needed, the patient is clinically better and there has been no "
            "fever for 48 to 72 hours.",
        ),
    ),
    Pair(
        "Hyperbaric oxygen is not advised for gas gangrene: it is unproven and may delay surgery.",
        ("Hyperbaric oxygen is not advised for gas gangrene because it is unproven and may delay surgery.",),
    ),
    Pair(
        "In 100 adults, immunoglobulin 25 g daily for 3 days did not improve physical function over saline.",
        (
            "Randomised trial in 100 adults.",
            "Immunoglobulin 25 g daily for 3 days did not improve physical function over saline at 6 months.",
        ),
        ("adult",),
    ),
    Pair(
        "Vancomycin plus piperacillin-tazobactam did not raise the rate of kidney injury compared with cefepime (2,511 adults).",
        (
            "2,511 adults, piperacillin-tazobactam compared with cefepime; most received vancomycin.",
            "Vancomycin plus piperacillin-tazobactam did not raise the rate of kidney injury compared with cefepime.",
            "Neurotoxicity was more frequent with cefepime.",
        ),
        ("adult",),
    ),
    Pair(
        "Start prednisolone 0.5 to 1 mg/kg daily, usually 40 to 60 mg.",
        (
            "Adults start prednisolone 0.5 to 1 mg/kg daily, usually 40 to 60 mg.",
            "Methotrexate, azathioprine or tacrolimus may be added.",
        ),
        ("adult",),
    ),
    Pair(
        "In severe weakness give methylprednisolone 500 to 1000 mg IV daily for 3 days.",
        (
            "Severe weakness: methylprednisolone 500 to 1000 mg IV daily for 3 days.",
            "Prednisolone 1 mg/kg daily for 6 weeks.",
        ),
        ("adult",),
    ),
    Pair(
        "Immunoglobulin 2 g/kg over 2 to 5 days, repeated every 4 weeks.",
        ("Immunoglobulin 2 g/kg over 2 to 5 days, repeated every 4 weeks.", "Rituximab 1 g IV on day 1 and day 15."),
    ),
    Pair(
        "Stop the statin for good; statin-triggered myopathy goes on after the drug is stopped.",
        (
            "Stop the statin and do not restart it.",
            "Statin-triggered autoimmune myopathy goes on after the statin is stopped.",
        ),
    ),
    Pair(
        "Methotrexate is given once weekly, never daily, with folic acid 5 mg once weekly.",
        ("Methotrexate is given once weekly, never daily.", "With methotrexate give folic acid 5 mg once weekly."),
    ),
    Pair(
        "Methotrexate must not be given with trimethoprim-sulfamethoxazole because of the risk of pancytopenia.",
        ("Methotrexate must not be given with co-trimoxazole: risk of pancytopenia.",),
    ),
    Pair(
        "Stop methotrexate at least 1 month before conception.",
        (
            "Stop methotrexate at least 1 month before conception.",
            "Stop mycophenolate at least 6 weeks before conception.",
        ),
    ),
    Pair(
        "Azathioprine is compatible with pregnancy; mycophenolate is not compatible with it.",
        ("Azathioprine is compatible with pregnancy.", "Mycophenolate is not compatible with pregnancy."),
        ("pregnancy",),
    ),
    Pair(
        "Test TPMT and NUDT15 before azathioprine 2 to 3 mg/kg daily.",
        ("Azathioprine 2 to 3 mg/kg daily in normal metabolisers.", "Test TPMT and NUDT15 before azathioprine."),
    ),
    Pair(
        "Linezolid 600 mg every 12 hours can replace vancomycin plus clindamycin.",
        ("Linezolid 600 mg every 12 hours replaced vancomycin plus clindamycin.", "62 matched pairs."),
        ("adult",),
    ),
    Pair(
        "Zilucoplan 0.3 mg/kg daily for 8 weeks had no effect on creatine kinase compared with placebo.",
        ("Zilucoplan 0.3 mg/kg daily for 8 weeks: no effect on creatine kinase compared with placebo, 27 patients.",),
    ),
    Pair(
        "Vancomycin: aim for an AUC/MIC of 400 to 600 mg.h/L; trough-only monitoring is no longer advised.",
        (
            "Vancomycin: aim for an AUC/MIC of 400 to 600 mg.h/L.",
            "Trough-only vancomycin monitoring is no longer advised.",
        ),
    ),
    Pair(
        "In children with osteomyelitis give clindamycin 10 mg/kg every 6 hours.",
        (
            "Children: clindamycin 10 mg/kg every 6 hours.",
            "Adults: clindamycin 600 mg every 8 hours.",
            "Osteomyelitis in children.",
        ),
        ("adult", "child"),
    ),
    Pair(
        "Give at least 30 mL/kg of crystalloid within 3 hours.",
        ("Give at least 30 mL/kg of crystalloid within 3 hours.", "Noradrenaline is the first vasopressor."),
        ("adult",),
    ),
    Pair(
        "In clindamycin-treated streptococcal toxic shock, immunoglobulin was associated with lower mortality (odds ratio 0.34, "
        "95% CI 0.15 to 0.75).",
        (
            "Streptococcal toxic shock treated with clindamycin: immunoglobulin associated with lower mortality, odds ratio 0.34 "
            "(95% CI 0.15 to 0.75).",
        ),
    ),
    Pair(
        "No drug is approved for immune-mediated necrotizing myopathy.",
        ("No drug is approved for immune-mediated necrotizing myopathy.",),
    ),
    Pair(
        "Higher initial prednisolone was associated with a larger fall in creatine kinase.",
        ("A larger fall in creatine kinase was associated with higher initial prednisolone.",),
    ),
    Pair(
        "Noradrenaline is the first vasopressor; add vasopressin rather than raising the dose.",
        ("Noradrenaline is the first vasopressor.", "Add vasopressin rather than raising the dose of noradrenaline."),
    ),
    Pair(
        "Avoid live vaccines during rituximab treatment.",
        (
            "Avoid live vaccines during rituximab treatment.",
            "Delay rituximab for at least 2 weeks after influenza vaccine.",
        ),
    ),
    Pair(
        "Do not give high-dose steroids until infection has been excluded.",
        ("Do not give high-dose steroids until infection has been excluded.",),
    ),
)
