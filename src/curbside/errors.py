"""Every error raised on purpose, grouped by whose move is next.

Each kind has its own exit code for the command line. Messages name what, which and what to do.
Finding no evidence is not an error: it is an answer that abstains.
"""


class CurbsideError(Exception):
    """Root of all errors raised on purpose. `hint` says what to do next; it may be empty."""

    exit_code = 70

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


# -- the asker's move ---------------------------------------------------------------------------


class BadQuestion(CurbsideError):
    """The question is blank or too long. Rephrase it."""

    exit_code = 3


class BadPatient(CurbsideError):
    """A fact given about the patient is unknown, impossible, without its unit or against another. Correct it."""

    exit_code = 9


class BadPlan(CurbsideError):
    """A taper cannot be read, goes up, or cannot be put in a calendar. Write it out step by step."""

    exit_code = 10


class NotHeld(CurbsideError):
    """No document, passage or topic of that name is held here. List what is held."""

    exit_code = 4


# -- the operator's move ------------------------------------------------------------------------


class BadSetting(CurbsideError):
    """A setting is unknown or out of range. Correct the environment."""

    exit_code = 5


class UnreadableSource(CurbsideError):
    """A file is not what it claims to be. The rest of the batch goes in; this one is named."""

    exit_code = 1


class LibraryBusy(CurbsideError):
    """Another process is writing to this library. Wait for it to finish, then repeat."""

    exit_code = 6


class BrokenLibrary(CurbsideError):
    """The store or the index cannot be read, or they disagree. `curbside doctor` says what to do."""

    exit_code = 7


# -- the editor's move --------------------------------------------------------------------------


class BadTopic(CurbsideError):
    """A topic, drug or source file breaks a rule. The message gives the file, the line and the rule."""

    exit_code = 8

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems), "correct the lines named; `curbside topics check PATH` reads them again")
        self.problems = problems


# -- our move -----------------------------------------------------------------------------------


class IntegrityError(CurbsideError):
    """A value was built that must not exist. This is a defect in Curbside; please report it."""

    exit_code = 71
