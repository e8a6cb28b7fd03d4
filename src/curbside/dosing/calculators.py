"""The equations: body size and kidney function. Decimal all the way, with the figures in sight.

Outside what an equation is valid for there is no number but the reason. Vectors: tests/unit/dosing/test_calculators.py.
"""

from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import wraps
from typing import ParamSpec, TypeAlias

from curbside.dosing.amounts import EXACT, figure, to_places
from curbside.model.calculation import Estimate, NotCalculated
from curbside.model.condition import ADULT
from curbside.model.patient import MEASURED

Result: TypeAlias = Estimate | NotCalculated
DEVINE_CM = Decimal("152.4")
"""60 inches: below it the equation has nothing to say."""
FEMALE, MALE = "female", "male"
LABELS = "drug doses whose label tells a cut-off in mL/min (Cockcroft-Gault); not for staging"
STAGES = "staging kidney disease and cut-offs told as eGFR; not for a label's cut-off in creatinine clearance"
PLACES = {"age": "years", "weight": "kg", "height": "cm", "creatinine": "mg/dL"}

_P = ParamSpec("_P")


def _exactly(function: Callable[_P, Result]) -> Callable[_P, Result]:
    """Runs an equation in the exact context."""

    @wraps(function)
    def run(*args: _P.args, **more: _P.kwargs) -> Result:
        with localcontext(EXACT):
            return function(*args, **more)

    return run


def _refused(name: str, sex: str | None = None, **facts: Decimal) -> NotCalculated | None:
    """Refuses what no person has: a slip of the unit is no number."""
    for fact, value in facts.items():
        limits = MEASURED[fact]
        if not value.is_finite() or not Decimal(limits.low) <= value <= Decimal(limits.high):
            return NotCalculated(name, f"{fact} {value:f} {PLACES[fact]} is outside {limits.low} to {limits.high}")
    if sex is not None and sex not in (FEMALE, MALE):
        return NotCalculated(name, f"the equation needs female or male, not {sex!r}", ("sex",))
    return None


def _inputs(sex: str | None = None, **facts: Decimal) -> tuple[tuple[str, str], ...]:
    told = tuple((name, f"{figure(value)} {PLACES[name]}") for name, value in facts.items())
    return (*told, ("sex", sex)) if sex else told


CG = "Cockcroft-Gault creatinine clearance"


@_exactly
def cockcroft_gault(age: Decimal, weight: Decimal, creatinine: Decimal, sex: str) -> Result:
    """(140 - age) x weight / (72 x creatinine), x 0.85 in women; mL/min.

    Age in years (18 or more), weight in kg (the one the source asks for; actual where it does not say), creatinine in
    mg/dL, stable. Not in pregnancy, acute kidney injury or dialysis: the caller knows."""
    if refused := _refused(CG, sex, age=age, weight=weight, creatinine=creatinine):
        return refused
    if age < ADULT:
        return NotCalculated(CG, "valid from 18 years; children: bedside Schwartz")
    exact = (140 - age) * weight / (72 * creatinine) * (Decimal("0.85") if sex == FEMALE else 1)
    left = f"(140 - {figure(age)}) x {figure(weight)} kg / (72 x {figure(creatinine)} mg/dL)"
    shown = figure(to_places(exact, 1))
    formula = f"{left}{' x 0.85' if sex == FEMALE else ''} = {shown} mL/min"
    inputs = _inputs(sex, age=age, weight=weight, creatinine=creatinine)
    return Estimate(CG, formula, inputs, exact, shown, "mL/min", LABELS, "Cockcroft and Gault, Nephron 1976;16:31-41")


CKD_EPI = "CKD-EPI 2021 eGFR"


@_exactly
def ckd_epi_2021(age: Decimal, creatinine: Decimal, sex: str) -> Result:
    """142 x min(Scr/k, 1)^a x max(Scr/k, 1)^-1.200 x 0.9938^age, x 1.012 in women; k 0.7 and a -0.241 in women, 0.9
    and -0.302 in men; mL/min per 1.73 m2, reported as a whole number.

    Age in years (18 or more), creatinine in mg/dL, IDMS-traceable and stable. Not in pregnancy, acute kidney injury or
    dialysis: the caller knows."""
    if refused := _refused(CKD_EPI, sex, age=age, creatinine=creatinine):
        return refused
    if age < ADULT:
        return NotCalculated(CKD_EPI, "valid from 18 years; children: bedside Schwartz")
    kappa, alpha = (Decimal("0.7"), "0.241") if sex == FEMALE else (Decimal("0.9"), "0.302")
    over = creatinine / kappa
    exact = 142 * min(over, Decimal(1)) ** -Decimal(alpha) * max(over, Decimal(1)) ** Decimal("-1.2")
    exact *= Decimal("0.9938") ** age * (Decimal("1.012") if sex == FEMALE else 1)
    ratio = f"{figure(creatinine)} / {kappa}"
    left = f"142 x min({ratio}, 1)^-{alpha} x max({ratio}, 1)^-1.2 x 0.9938^{figure(age)}"
    unit = "mL/min/1.73 m2"
    formula = f"{left}{' x 1.012' if sex == FEMALE else ''} = {figure(to_places(exact, 0))} {unit}"
    inputs = _inputs(sex, age=age, creatinine=creatinine)
    shown = f"{round(exact)}"
    return Estimate(
        CKD_EPI, formula, inputs, exact, shown, unit, STAGES, "Inker and others, N Engl J Med 2021;385:1737-1749"
    )


SCHWARTZ = "bedside Schwartz eGFR"


@_exactly
def bedside_schwartz(age: Decimal, height: Decimal, creatinine: Decimal) -> Result:
    """0.413 x height / creatinine; mL/min per 1.73 m2, reported as a whole number.

    Age in years (1 up to 18), height in cm, creatinine in mg/dL, IDMS-traceable and stable."""
    if refused := _refused(SCHWARTZ, age=age, height=height, creatinine=creatinine):
        return refused
    if not 1 <= age < ADULT:
        return NotCalculated(SCHWARTZ, "valid from 1 year to below 18 years")
    exact = Decimal("0.413") * height / creatinine
    unit = "mL/min/1.73 m2"
    formula = f"0.413 x {figure(height)} cm / {figure(creatinine)} mg/dL = {figure(to_places(exact, 1))} {unit}"
    inputs = _inputs(age=age, height=height, creatinine=creatinine)
    source = "Schwartz and others, J Am Soc Nephrol 2009;20:629-637"
    return Estimate(SCHWARTZ, formula, inputs, exact, f"{round(exact)}", unit, "kidney function of children", source)


IDEAL = "ideal body weight (Devine)"
ADJUSTED = "adjusted body weight"


def devine_text(height: Decimal, sex: str) -> str:
    """The equation with its figures; its units multiply out to kg."""
    start = "45.5" if sex == FEMALE else "50"
    return f"{start} kg + 2.3 kg x ({figure(height)} cm / 2.54 cm - 60)"


@_exactly
def devine(height: Decimal, sex: str) -> Result:
    """50 kg (men) or 45.5 kg (women) + 2.3 kg for every inch over 60; kg.

    Height in cm, 152.4 or more; adults: the caller knows."""
    if refused := _refused(IDEAL, sex, height=height):
        return refused
    if height < DEVINE_CM:
        return NotCalculated(IDEAL, f"valid from {DEVINE_CM} cm (60 inches)")
    exact = (Decimal("45.5") if sex == FEMALE else Decimal(50)) + Decimal("2.3") * (height / Decimal("2.54") - 60)
    shown = figure(to_places(exact, 1))
    formula = f"{devine_text(height, sex)} = {shown} kg"
    use = "doses whose source says ideal body weight"
    return Estimate(
        IDEAL,
        formula,
        _inputs(sex, height=height),
        exact,
        shown,
        "kg",
        use,
        "Devine, Drug Intell Clin Pharm 1974;8:650-655",
    )


def adjusted_text(weight: Decimal, height: Decimal, sex: str) -> str:
    """The equation with its figures, ideal + 0.4 x (actual - ideal) gathered; its units multiply out to kg."""
    return f"0.6 x ({devine_text(height, sex)}) + 0.4 x {figure(weight)} kg"


@_exactly
def adjusted_weight(weight: Decimal, height: Decimal, sex: str) -> Result:
    """Ideal weight + 0.4 x (actual - ideal); kg. Weight in kg, height in cm (152.4 or more); adults.

    Not for a body weight at or below the ideal one, where it would add weight that is not there."""
    ideal = devine(height, sex)
    if refused := _refused(ADJUSTED, sex, weight=weight, height=height):
        return refused
    if isinstance(ideal, NotCalculated):
        return NotCalculated(ADJUSTED, ideal.why, ideal.missing)
    if weight <= ideal.exact:
        return NotCalculated(ADJUSTED, f"the body weight is not above the ideal one ({ideal.shown} kg)")
    exact = ideal.exact + Decimal("0.4") * (weight - ideal.exact)
    shown = figure(to_places(exact, 1))
    formula = f"{adjusted_text(weight, height, sex)} = {shown} kg"
    use = "doses whose source says adjusted body weight"
    source = "ideal weight and two fifths of what is above it"
    return Estimate(ADJUSTED, formula, _inputs(sex, weight=weight, height=height), exact, shown, "kg", use, source)


MOSTELLER, DU_BOIS, HAYCOCK = (f"body surface area ({name})" for name in ("Mosteller", "DuBois", "Haycock"))


def mosteller_text(height: Decimal, weight: Decimal) -> str:
    """The equation with its figures."""
    return f"({figure(height)} x {figure(weight)} / 3,600)^0.5 m2"


@_exactly
def mosteller(height: Decimal, weight: Decimal) -> Result:
    """sqrt(height x weight / 3,600); m2, height in cm, weight in kg. All ages; the one used for doses here."""
    if refused := _refused(MOSTELLER, height=height, weight=weight):
        return refused
    exact, text = (height * weight / 3600).sqrt(), mosteller_text(height, weight)
    return _surface(
        MOSTELLER, text, exact, _inputs(height=height, weight=weight), "Mosteller, N Engl J Med 1987;317:1098"
    )


@_exactly
def du_bois(height: Decimal, weight: Decimal) -> Result:
    """0.007184 x height^0.725 x weight^0.425; m2, height in cm, weight in kg."""
    return _fitted(DU_BOIS, height, weight, ("0.007184", "0.725", "0.425"))


@_exactly
def haycock(height: Decimal, weight: Decimal) -> Result:
    """0.024265 x height^0.3964 x weight^0.5378; m2, height in cm, weight in kg; made from children and adults."""
    return _fitted(HAYCOCK, height, weight, ("0.024265", "0.3964", "0.5378"))


FITTED_BY = {
    DU_BOIS: "Du Bois and Du Bois, Arch Intern Med 1916;17:863-871",
    HAYCOCK: "Haycock and others, J Pediatr 1978;93:62-66",
}


def _fitted(name: str, height: Decimal, weight: Decimal, by: tuple[str, str, str]) -> Result:
    if refused := _refused(name, height=height, weight=weight):
        return refused
    exact = Decimal(by[0]) * height ** Decimal(by[1]) * weight ** Decimal(by[2])
    text = f"{by[0]} x {figure(height)}^{by[1]} x {figure(weight)}^{by[2]} m2"
    return _surface(name, text, exact, _inputs(height=height, weight=weight), FITTED_BY[name])


def _surface(name: str, text: str, exact: Decimal, inputs: tuple[tuple[str, str], ...], source: str) -> Result:
    use = "doses per m2" if name == MOSTELLER else "comparison; doses per m2 here use Mosteller"
    shown = figure(to_places(exact, 2))
    return Estimate(name, f"{text} = {shown} m2", inputs, exact, shown, "m2", use, source)


BMI = "body mass index"


@_exactly
def body_mass_index(weight: Decimal, height: Decimal) -> Result:
    """Weight / height in metres squared; kg/m2, weight in kg, height in cm. Its classes are for adults."""
    if refused := _refused(BMI, weight=weight, height=height):
        return refused
    exact = weight * 10_000 / (height * height)
    shown = figure(to_places(exact, 1))
    formula = f"{figure(weight)} x 10,000 / ({figure(height)} x {figure(height)}) = {shown} kg/m2"
    use = "to see which body weight to think about; it changes no dose by itself"
    return Estimate(BMI, formula, _inputs(weight=weight, height=height), exact, shown, "kg/m2", use, "definition")


DEINDEXED = "eGFR of this body, de-indexed"


@_exactly
def deindexed(egfr: Decimal, surface: Decimal) -> Result:
    """eGFR x body surface / 1.73; mL/min. eGFR in mL/min per 1.73 m2, surface in m2 (0.05 to 6)."""
    if not (0 < egfr <= 250 and Decimal("0.05") <= surface <= 6):
        return NotCalculated(DEINDEXED, "eGFR or body surface is outside what a person has")
    exact = egfr * surface / Decimal("1.73")
    shown = figure(to_places(exact, 1))
    formula = f"{figure(egfr)} x {figure(surface)} / 1.73 = {shown} mL/min"
    inputs = (("egfr", f"{figure(egfr)} mL/min/1.73 m2"), ("body surface", f"{figure(surface)} m2"))
    use = "doses told in mL/min by sources that used CKD-EPI, in very large and very small people"
    return Estimate(DEINDEXED, formula, inputs, exact, shown, "mL/min", use, "definition of the index")
