"""Sentences that tell how a study went, or what became of one patient, and not what was found."""

import re

_CONDUCT = re.compile(
    r"\b(?:in)?eligib\w+|\b(?:inclusion|exclusion) criteri\w+|\blost to follow[- ]?up|\bwithdr(?:ew|awn)\b|\benrol\w+|\brecruit\w+|\bconsent\w*"
    r"|\bnot being enrolled|\bwere (?:excluded|screened|approached|invited)|\b(?:shown|presented|given|listed|summari[sz]ed|reported|described|seen)"
    r" in (?:the )?(?:table|fig(?:ure)?s?|supplement\w*|appendix)\b|^(?:table|figure|fig\.?) \d|\bsample size|\bstatistical (?:analys[ie]s|power)"
    r"|\bsignificance level|\bbaseline characteristics|\bwere (?:similar|comparable|balanced) at baseline|\bat (?:enrol\w+|recruitment)\b",
    re.IGNORECASE,
)
_ONE_PATIENT = re.compile(
    r"\bwe (?:report|present|describe) (?:a|the|an) (?:rare |unusual )?case\b|\b(?:she|he) (?:was|had|died|presented|developed|underwent|received)\b"
    r"|\b(?:his|her) (?:\w+ )?(?:admission|symptoms|condition|family|mother)\b|\b\d{1,3}[- ]year[- ]old (?:wo)?man\b",
    re.IGNORECASE,
)


def is_conduct(text: str) -> bool:
    """Whether a sentence speaks of enrolment, drop-out, tables, or one patient's course: never a finding."""
    return bool(_CONDUCT.search(text) or _ONE_PATIENT.search(text))
