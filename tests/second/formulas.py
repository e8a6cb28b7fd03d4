"""The equations once more, in floats and from the publications; nothing here comes from `curbside.dosing`."""

from math import exp, log, sqrt


def clearance(years: float, kg: float, scr: float, female: bool) -> float:
    """Cockcroft and Gault 1976."""
    men = (140.0 - years) / 72.0 * kg / scr
    return men - 0.15 * men if female else men


def race_free_filtration(years: float, scr: float, female: bool) -> float:
    """CKD-EPI 2021, piecewise as tabulated: one exponent up to kappa, another above it."""
    start, kappa, below = (143.704, 0.7, -0.241) if female else (142.0, 0.9, -0.302)
    exponent = below if scr <= kappa else -1.2
    return start * exp(exponent * log(scr / kappa) + years * log(0.9938))


def child_filtration(cm: float, scr: float) -> float:
    """Schwartz 2009, bedside."""
    return 0.413 * (cm / scr)


def lean(cm: float, female: bool) -> float:
    """Devine 1974."""
    return (45.5 if female else 50.0) + 2.3 * (cm - 152.4) / 2.54


def between(kg: float, cm: float, female: bool) -> float:
    """Two fifths of the way from the ideal to the actual weight."""
    return 0.4 * kg + 0.6 * lean(cm, female)


def surface(kg: float, cm: float, whose: str) -> float:
    """m2."""
    if whose == "Mosteller":
        return sqrt(kg * cm) / 60.0
    a, h, w = {"DuBois": (0.007184, 0.725, 0.425), "Haycock": (0.024265, 0.3964, 0.5378)}[whose]
    return a * exp(h * log(cm) + w * log(kg))


def mass_index(kg: float, cm: float) -> float:
    """kg/m2."""
    return kg / (cm / 100.0) ** 2


def by_weight(per_kg: float, kg: float, doses_a_day: int, most_once: float, most_daily: float) -> tuple[float, float]:
    """(exact, capped) single dose of an amount per kg."""
    exact = per_kg * kg
    day = min(exact * doses_a_day, most_daily)
    return exact, min(day / doses_a_day, most_once)
