"""What the page says when it may not, or cannot, answer: honest, useful, and never a quantity."""

from curbside.model.question import Query, Scope

_REPLIES: dict[Scope, str] = {
    Scope.HARMFUL: (
        "Curbside does not answer questions about harming a person. If you, or someone near you, might be in danger, call "
        "the emergency number now, or a crisis line (988 in the US and Canada, 116 123 in the UK and Ireland), and stay with "
        "the person. If something has already been taken, call the poison information service or the emergency number at "
        "once and say what it was, how much and when: treatment works best early."
    ),
    Scope.EMERGENCY: (
        "This sounds like an emergency. Call the emergency number now (112, 911, 999 or 000, depending on where you are) and "
        "follow what the call taker says. Do not wait for an answer from a computer."
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


def notes_on(query: Query) -> tuple[str, ...]:
    """What the asker is told above the answer: words read otherwise than written."""
    return tuple(f"“{written}” was read as “{read}”." for written, read in query.corrections)
