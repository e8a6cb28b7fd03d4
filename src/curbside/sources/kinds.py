"""What kind of source a title says it is. Reporting rules ask trials and reviews to say so in their titles, so a title
counts as the source's own statement; one that speaks of other people's work does not. Doubt is `unclassified`."""

import re

from curbside.model.document import Kind, Standing

_TITLE_LENGTH = 600
"""Code points of a title that are looked at; longer ones are no titles."""
# Titles come apart at these; a design is stated by a stretch of its own (": a randomised controlled trial").
_STRETCH = re.compile(r"\s*[:.;?!—–\[\]]+\s*|\s+-+\s+|--+|(?<=\w)- |,\s+(?=an? )")
_DESIGN_WORDS = (
    r"(?:an?|the|results? (?:of|from)|findings from|report of|first|two|three|single|double|triple|blind|blinded|"
    r"masked|open|"
    r"label|labell?ed|controlled|controll?ed|placebo|sham|active|comparator|multi|multiple|center|centre|"
    r"multicent(?:er|re)|"
    r"multinational|international|national|nationwide|prospective|pilot|pragmatic|exploratory|preliminary|phase|"
    r"i{1,3}v?|iv|[1-4]|"
    r"i/ii|ii/iii|cluster|group|groups|parallel|factorial|cross|over|crossover|stratified|balanced|arm|armed|"
    r"inferiority|"
    r"noninferiority|superiority|equivalence|large|small|scale|simple|randomi[sz]ed|community|population|school|"
    r"hospital|clinic|"
    r"practice|primary|care|web|internet|online|based|proof|concept|of|week|weeks|month|months|year|years|day|\d+|"
    r"term|long|short|"
    r"clinical|medical|and|observer|assessor|investigator|rater|evaluator|initiated|driven|independent|within|"
    r"subject|sequential|"
    r"adaptive|feasibility|efficacy|effectiveness|comparative|experimental|interventional|field|home|zelen|non|not)"
)
_TRIAL = re.compile(
    rf"(?:(?:[\w-]+ ){{0,4}}results (?:of|from) )?(?:{_DESIGN_WORDS}[\s,/()&-]+){{0,16}}?(?:[\w()]+ )?"
    r"(?<!non-)(?<!non )(?<!quasi-)(?<!quasi )(?<!pseudo-)(?<!pseudo )(?<!not )"
    r"randomi[sz]ed\b(?P<between>[^:;.]{0,100}?)\btrial\b(?P<after>.*)"
)
_ELSEWHERE = re.compile(r"\b(?:of|in|from|among|during|comparing|about|on|trials)\b")
_PART_OF_A_TRIAL = re.compile(
    r"^\W*(?:(?:a|the) )?(?:secondary|post[- ]?hoc|sub-?stud|sub-?analys|sub-?group|analys[ie]s|data|protocol|"
    r"design|rationale|"
    r"baseline|recruitment|follow-?up|participants|process|cohort|population|results? database)|"
    r"\b(?:secondary|post[- ]?hoc|exploratory|retrospective|pooled|ancillary) (?:\w+ )?analys[ie]s\b|"
    r"\bsub-?stud(?:y|ies)\b"
)
_NO_TRIAL = re.compile(
    r"\b(?:secondary|post[- ]?hoc|ancillary|pooled|retrospective|sub-?group) (?:\w+ ){0,2}analys[ie]s\b|"
    r"\bsub-?stud(?:y|ies)\b|"
    r"\bprocess evaluation\b|\bqualitative (?:study|analysis|interviews?|research)\b|\bnested\b|\breview\b|"
    r"\ba simulation study\b|\brecruit(?:ment|ing)\b"
)
_REVIEW = re.compile(r"\bsystematic (?:literature )?review\b(?! protocol)|\bmeta-?\s?analysis\b")
_NO_REVIEW = re.compile(
    r"\b(?:umbrella|overview of|methods? (?:for|of)|how to|guidance|reporting of|conducting|software|critique|"
    r"quality of)\b"
)
_GUIDELINE = re.compile(
    r"\bclinical practice guidelines?\b|\bpractice guidelines? (?:for|on)\b|: (?:\S+ ){0,5}guidelines?$"
)
_CONSENSUS = re.compile(r"\bconsensus (?:conference )?statement\b|\bconsensus (?:recommendations|guidelines?)\b")
_USED = re.compile(
    r"\b(?:adherence|adhering|implement\w*|compliance|concordan\w*|impact|effects?|effectiveness|comparison|"
    r"comparing|quality|"
    r"appraisal|evaluat\w*|assess\w*|survey|uptake|knowledge|barriers|attitudes?|trial|study|analysis|review|"
    r"development|"
    r"developing|dissemination|before|after|use of|using|based|according to|reporting|awareness|perception|critique|"
    r"translat\w*)\b"
)
_PROTOCOL = re.compile(
    r"\b(?:study|trial|research|review|analysis) protocol\b|\bprotocol(?: paper)? (?:for|of)\b|^protocol\b|\bprotocol$|"
    r"\bprotocol\b\s*[:.;,(\[]|\bprotocol and\b|\brationale\b.*\bdesign\b|\bdesign\b.*\brationale\b|"
    r"\b(?:trial|study) design\b|\bdesign of (?:an?|the|this)\b|\bstatistical analysis plan\b|"
    r"\bdesign,? and (?:conduct|recruitment|methods?|methodology|baseline)\b|\brationale and methods?\b|"
    r"\bmethods?(?: and|,) design\b|\bmethods of an?\b|\bdevelopment of an? randomi|\bbaseline (?:characteristics|"
    r"data|findings)\b"
)
_ABOUT_ANOTHER = re.compile(
    r"^(?:commentary|comments? (?:on|to)|editorial|reply|response to|letter|re|correction|corrigendum|corrigenda|"
    r"erratum|errata|"
    r"addendum|retraction|withdrawal|expression of concern|notice of)\b|\bauthors?['’]? repl(?:y|ies)\b|"
    r"[:.] (?:commentary|erratum|corrigendum|correction|retraction|reply|response)$"
)
_GONE = re.compile(
    r"^\W*(?:retracted|withdrawn)(?: article| paper)?\s*[:.\]]|^\W*(?:retracted|withdrawn) article\b", re.IGNORECASE
)


def kind_of_title(title: str) -> Kind:
    """The kind a title states; `unclassified` when it states none, or plans or discusses a study instead."""
    words = _plain(title)
    if _PROTOCOL.search(words) or _ABOUT_ANOTHER.search(words):
        return Kind.UNCLASSIFIED
    if _REVIEW.search(words) and not _NO_REVIEW.search(words):
        return Kind.SYSTEMATIC_REVIEW
    if _states_a_trial(words):
        return Kind.RANDOMIZED_TRIAL
    if _CONSENSUS.search(words) and not _USED.search(words):
        return Kind.CONSENSUS
    if _GUIDELINE.search(words) and not _USED.search(words):
        return Kind.GUIDELINE
    return Kind.UNCLASSIFIED


def plans_a_study(title: str) -> bool:
    """Whether the title is that of a protocol: it reports no findings, whatever else its record says."""
    return _PROTOCOL.search(_plain(title)) is not None


def says_retracted(title: str) -> bool:
    """Whether a title begins with the publisher's mark of a retracted article."""
    return _GONE.search(title) is not None


def worst(standings: list[Standing], otherwise: Standing) -> Standing:
    """The one that weighs most; `otherwise` when there is none."""
    order = list(Standing)
    return max(standings, key=order.index, default=otherwise)


def _plain(title: str) -> str:
    start = title[:_TITLE_LENGTH].casefold().replace("‐", "-").replace("‑", "-")
    return " ".join(start.split()).strip(" .")


def _states_a_trial(words: str) -> bool:
    if _NO_TRIAL.search(words):
        return False
    for stretch in _STRETCH.split(words):
        stated = _TRIAL.fullmatch(stretch)
        if stated and not _ELSEWHERE.search(stated["between"]) and not _PART_OF_A_TRIAL.search(stated["after"]):
            return True
    return False
