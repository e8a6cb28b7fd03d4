"""Who the words are for. The reader changes words and order, never a number, a caution or a citation."""

from enum import StrEnum


class Reader(StrEnum):
    """The person reading the page."""

    CLINICIAN = "clinician"
    TRAINEE = "trainee"
    NURSE = "nurse"
    PHARMACIST = "pharmacist"
    PATIENT = "patient"
