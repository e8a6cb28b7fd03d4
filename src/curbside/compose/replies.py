"""What the page says when it may not, or cannot, answer: honest, useful, and never a quantity."""

from curbside.model.question import Query, Question, Scope
from curbside.model.reader import Reader

READ_AS_LAY = "Read as a question from a patient or relative: worded for a patient."
NOT_FOLLOWED = "The question tells Curbside what to answer or which rules to drop: that was not followed. What is shown is what the sources say."

_REPLIES: dict[Scope, str] = {
    Scope.HARMFUL: (
        "Curbside does not answer questions about harming a person. It does not help to drug somebody, to misuse a "
        "medicine or to get round what makes medicines safe either. If you might be in danger from yourself, call the "
        "emergency number now, or a crisis line (988 in the US and Canada, 116 123 in the UK and Ireland), and do not stay "
        "alone. If somebody else is in danger, or may be given something without knowing, call the emergency services or "
        "the police now. If something has already been taken, call the poison information service or the emergency number "
        "at once and say what it was, how much and when: treatment works best early. A doctor or a drug service helps in "
        "confidence with drugs and medicines that have got out of hand."
    ),
    Scope.EMERGENCY: (
        "This sounds like an emergency. Call the emergency number now (112, 911, 999 or 000, depending on where you are) and "
        "follow what the call taker says. Do not wait for an answer from a computer. If something was swallowed, say what, "
        "how much and when. A medicine that was prescribed for just this, such as an adrenaline pen or a reliever inhaler, "
        "is used as it was taught."
    ),
    Scope.VETERINARY: (
        "Curbside is for human medicine only; doses and drugs for people can kill animals. For an animal that is badly ill, "
        "call a veterinary surgeon or the nearest animal emergency clinic now."
    ),
    Scope.FULL_TEXT_REQUEST: (
        "Curbside does not reproduce whole guidelines, articles or books: they belong to their publishers. Ask about the part "
        "you need, and you get it summarised with the reference and a link to the original."
    ),
    Scope.OFF_TOPIC: "Curbside answers clinical questions only. Ask about a condition, a drug, a test or a treatment.",
    Scope.UNCLEAR: (
        "That is too little to go on. Name the condition or the drug and what you want to know of it, for instance "
        "“second look after debridement of necrotizing myositis: when?”."
    ),
    Scope.PERSONAL: (
        "Curbside cannot examine anyone and does not advise one person about their own care. Fever, pain that gets worse "
        "fast or is far worse than it looks, one limb swollen or changing colour, drowsiness or confusion, trouble with "
        "breathing or swallowing, or dark urine: call the emergency number or go to an emergency department now. "
        "Otherwise speak to the treating team or a doctor today. Treatment is chosen by that team; nobody should stop, "
        "start or change steroids or other medicines on their own."
    ),
}


def reply_to(query: Query) -> str | None:
    """The reply for a query's scope; None for a clinical question, which is answered or abstained from by what is found."""
    if query.scope is Scope.UNKNOWN_ENTITY:
        names = " and ".join(f"“{name}”" for name in query.unknown)
        return (
            f"No source held here knows {names}. Curbside does not guess at names, and never reads one drug for another: "
            "please check the spelling, or ask by the generic name."
        )
    return _REPLIES.get(query.scope)


def notes_on(question: Question, query: Query) -> tuple[str, ...]:
    """What the asker is told above the answer: for whom it is worded where nobody chose, a command that was not followed,
    words read otherwise than written."""
    notes = [READ_AS_LAY] if question.reader is None and query.reader is Reader.PATIENT else []
    notes += [NOT_FOLLOWED] if query.commanded else []
    return (*notes, *(f"“{written}” was read as “{read}”." for written, read in query.corrections))
