"""What a section is for, from its heading. Background and methods are never findings, so doubt goes their way."""

import re

from curbside.model.document import Role

_NUMBERING = re.compile(r"^\s*(?:(?:\d+|[ivx]+|[a-z])[.)]\s*)*(?:\d+(?:\.\d+)*\s+)?", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:/|\||&|,|;|\+|\band\b|\bor\b)\s*")

# A heading is cut at "and", "/" and commas; a part counts only when it is one of these as a whole.
_PARTS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.RESULTS,
        re.compile(
            r"(?:main |key |principal |major |primary |secondary |clinical |overall |study )?(?:results?|findings)"
        ),
    ),
    (
        Role.CONCLUSIONS,
        re.compile(
            r"(?:authors?['’]? |main |overall )?conclusions?|concluding remarks|interpretations?|significance|"
            r"(?:clinical |practice |policy )?implications|implications for practice"
        ),
    ),
    (Role.DISCUSSION, re.compile(r"(?:general )?discussions?|comments?|(?:study )?limitations|strengths")),
    (
        Role.METHODS,
        re.compile(
            r"materials?|patients?|subjects?|participants?|study population|settings?|(?:study |trial |"
            r"research )?design|"
            r"(?:research |study |experimental |statistical |search )?methods?|methodology|procedures?|interventions?|"
            r"experimental (?:procedures?|design|section)|statistics|(?:statistical|data) analys[ie]s|analysis|"
            r"(?:main |primary |secondary )?outcome measures?|main outcomes?|measurements?|data sources?|"
            r"search strategy|"
            r"study selection|(?:selection|eligibility|inclusion|exclusion) criteria|data (?:collection|extraction|"
            r"synthesis)|"
            r"randomi[sz]ation|blinding|sample size(?: calculation)?|ethics|ethics? (?:approvals?|statement|"
            r"considerations)|"
            r"ethical (?:approval|issues|considerations)|(?:informed )?consent|"
            r"(?:clinical )?trials? registration(?: number)?"
        ),
    ),
    (
        Role.BACKGROUND,
        re.compile(
            r"(?:the )?(?:background|introduction|context|rationale|importance|purpose|hypothes[ie]s)|"
            r"(?:study |trial |specific |main |primary )?(?:objectives?|aims?)|"
            r"(?:aims?|purpose|objectives?) of (?:the|this) (?:study|trial|review)|what is (?:already )?known.*"
        ),
    ),
)
_CAUTIONS = re.compile(
    r"^(?:drug )?(?:adverse (?:events?|effects?|reactions?|drug reactions?)|safety(?!\s+\w*(?:monitoring|analys|"
    r"assess|measure))|"
    r"warnings?|contra-?indications?|precautions?|cautions?|side[- ]effects?|toxicit(?:y|ies)|tolerability|"
    r"interactions?|harms)\b|"
    r"\badverse (?:events?|effects?|reactions?)$|\bcontra-?indications?$"
)
_RECOMMENDATION = re.compile(r"\brecommendations?\b|^practice points?$")
_TREATMENT = re.compile(
    r"^(?:(?:medical|drug|pharmacological|initial|specific|surgical|general|acute|supportive) )?"
    r"(?:treatments?|management|therap(?:y|ies)|dos(?:age|ing|es?)|posology)\b|\b(?:treatment|therapy)$|"
    r"(?<!data )(?<!trial )(?<!study )(?<!project )(?<!sample )\bmanagement$"
)
_NOT_HERE: dict[Role, frozenset[Role]] = {
    # What was given, or went wrong, in a study is no advice; and only findings of this study are findings.
    Role.METHODS: frozenset((Role.TREATMENT, Role.CAUTIONS, Role.RECOMMENDATION)),
    Role.RESULTS: frozenset((Role.TREATMENT, Role.CAUTIONS, Role.RECOMMENDATION)),
    Role.BACKGROUND: frozenset((Role.TREATMENT, Role.CAUTIONS, Role.RECOMMENDATION, Role.RESULTS)),
    Role.DISCUSSION: frozenset((Role.TREATMENT, Role.CAUTIONS, Role.RESULTS, Role.METHODS, Role.BACKGROUND)),
    Role.CONCLUSIONS: frozenset((Role.TREATMENT, Role.CAUTIONS, Role.RESULTS, Role.METHODS, Role.BACKGROUND)),
}


def role_of(heading: str, parent: Role) -> Role:
    """Role of a section so headed that stands within a section of role `parent`; the parent's when the heading says
    nothing, or says something that does not hold there ("Adverse events" under Results stays results)."""
    own = _own_role(_NUMBERING.sub("", heading).strip(" .:–—-").casefold())
    if own is None or own in _NOT_HERE.get(parent, frozenset()):
        return parent
    return own


def _own_role(heading: str) -> Role | None:
    if not heading:
        return None
    parts = [part for part in _JOINED.split(heading) if part]
    for role, words in _PARTS:
        if any(words.fullmatch(part) for part in parts):
            return role
    if _CAUTIONS.search(heading):
        return Role.CAUTIONS
    if _RECOMMENDATION.search(heading):
        return Role.RECOMMENDATION
    if _TREATMENT.search(heading):
        return Role.TREATMENT
    return None
