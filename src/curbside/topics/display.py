"""How medicines are written: the forms that get misread, and what to write instead (ISMP, FDA and WHO lists).

Read over our own wording only; a quotation is never rewritten. Laboratory values may keep their zeros and units per litre.
"""

import re
from collections.abc import Iterator

_DOSE_UNIT = r"(?:mg|g|mcg|microg|µg|μg|ug|kg|mL|ml|units?|mmol|mEq)"
_NOT_LAB = r"(?!\w)(?!\s?/\s?d?L)(?! per (?:deci)?lit)"
MISREAD: tuple[tuple[str, str], ...] = (
    (
        rf"\d\.\d*0(?=\s?{_DOSE_UNIT}{_NOT_LAB})",
        "a trailing zero can be read ten times too high; write 1 mg, not 1.0 mg",
    ),
    (r"(?<![\w.])\.\d", "a point without a zero before it gets lost; write 0.5, not .5"),
    (rf"(?<![\d,.])\d{{4,}}(?=\s?{_DOSE_UNIT}{_NOT_LAB})", "write thousands with a comma: 1,000 mg"),
    (rf"\d+{_DOSE_UNIT}(?!\w)", "write a space between number and unit: 5 mg"),
    (r"\d+\s?(?:million )?U(?![\w])(?!\s?/\s?m?L)", "U can be read as a zero; write units"),
    (r"\b(?:IU|iu)\b(?!\s?/\s?m?L)", "IU can be read as IV or 10; write international units"),
    (r"[µμ]g\b|\bug\b", "µg can be read as mg; write mcg"),
    (r"\bcc\b", "cc can be read as units; write mL"),
    (r"\d+\s?ml\b", "write mL"),
    (r"\b(?:mg|mcg|mL|units)\.(?=\s+[a-z(])", "no full stop after a unit"),
    (r"(?i)\bq\.?o\.?d\b\.?", "QOD gets misread; write every other day"),
    (r"(?i)\bq\.?d\b\.?", "QD gets misread; write daily"),
    (r"(?i)\bq\.?h\.?s\b\.?|\bqn\b", "QHS gets misread; write nightly"),
    (r"\bHS\b", "HS gets misread; write at bedtime"),
    (r"\bSQ\b|\bsq\b|\bsub q\b|\bSC\b|\bs\.c\.", "SC and SQ get misread; write subcut"),
    (r"(?i)\bd/c\b", "D/C gets misread; write discharge or discontinue"),
    (
        r"\bMSO4\b|\bMgSO4\b|\bMS(?=\s?\d)",
        "MS, MSO4 and MgSO4 get mixed up; write morphine sulfate or magnesium sulfate",
    ),
    (r"\bO[DSU]\b|\bA[SU]\b(?=.*\b(?:ears?|drops?)\b)", "write right, left or each, and eye or ear"),
    (r"(?i)\bteaspoons?\b|\btablespoons?\b|\btsp\b", "write mL"),
    (r"\d\s?x\s?\d+\s?d\b|×\s?\d+\s?d\b", "write for how many days in words"),
)
"""(pattern, why and what to write)."""
SHORT_DRUGS = {
    "MTX": "methotrexate",
    "AZA": "azathioprine",
    "MMF": "mycophenolate mofetil",
    "CYC": "cyclophosphamide",
    "RTX": "rituximab",
    "HCTZ": "hydrochlorothiazide",
    "HCT": "hydrocortisone or hydrochlorothiazide",
    "AZT": "zidovudine",
    "CPZ": "chlorpromazine",
    "APAP": "paracetamol",
    "NTG": "nitroglycerin",
    "PTU": "propylthiouracil",
    "TNK": "tenecteplase",
    "tPA": "alteplase",
    "TPA": "alteplase",
    "rtPA": "alteplase",
    "HCQ": "hydroxychloroquine",
    "NAC": "acetylcysteine",
    "TMP-SMX": "trimethoprim-sulfamethoxazole",
    "pip-tazo": "piperacillin-tazobactam",
    "pip-taz": "piperacillin-tazobactam",
    "IVMP": "intravenous methylprednisolone",
    "KCl": "potassium chloride",
}
"""Short forms of drug names that get mixed up -> what to write."""
_PATTERNS = tuple((re.compile(pattern), advice) for pattern, advice in MISREAD)
_SHORT = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, SHORT_DRUGS))})(?![\w-])")
_SIGN = re.compile(r"[<>≤≥]\s?\d")


def misread(text: str) -> Iterator[str]:
    """What in our wording could be misread, and what to write instead; nothing when all is well."""
    for pattern, advice in _PATTERNS:
        if found := pattern.search(text):
            yield f"{found.group().strip()!r}: {advice}"
    for short in dict.fromkeys(_SHORT.findall(text)):
        yield f"{short!r}: drug names are written out; write {SHORT_DRUGS[short]}"


def misread_order(text: str) -> Iterator[str]:
    """As `misread`, for the words of an order, where signs are written out too."""
    yield from misread(text)
    if found := _SIGN.search(text):
        yield f"{found.group()!r}: signs get turned round in orders; write less than, more than or at least"
