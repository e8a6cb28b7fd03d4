"""What arithmetic on patient facts gives: an estimate, a dose applied to a patient, or why there is no number."""

from dataclasses import dataclass
from decimal import Decimal

from curbside.model.answer import Computed
from curbside.model.document import Citation
from curbside.model.regimen import Amount, Dose, DoseStep


@dataclass(frozen=True, slots=True)
class Estimate:
    """One measure calculated from patient facts."""

    name: str
    """"Cockcroft-Gault creatinine clearance"."""
    formula: str
    """With the figures in it, in the grammar of `text.arithmetic`."""
    inputs: tuple[tuple[str, str], ...]
    """(name, value with unit)."""
    exact: Decimal
    """In `unit`, to some 30 digits."""
    shown: str
    """As it is reported, without unit."""
    unit: str
    use: str
    """What it is for, and what it is not for."""
    source: str
    """Where the equation was published."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotCalculated:
    """There is no number, and why."""

    name: str
    why: str
    missing: tuple[str, ...] = ()
    """Names of the patient facts that would be needed."""


@dataclass(frozen=True, slots=True)
class Applied:
    """One step of a dose for one patient: what to give, or why no amount is given."""

    dose: Dose
    step: DoseStep
    per: str = ""
    """"" (one administration), "per hour" and so on (an infusion), "per day" (a daily amount that is not divided)."""
    exact: Amount | None = None
    """Of one administration (or per time), in the step's unit, before caps and rounding; None: no number."""
    given: Amount | None = None
    """What to give: capped, rounded to what can be measured; in the step's unit. None: no number."""
    computed: Computed | None = None
    """The arithmetic; None where nothing had to be calculated (a fixed amount) and where there is no number."""
    caps: tuple[str, ...] = ()
    """Every limit that holds, in words; `change` says whether one was reached."""
    notes: tuple[str, ...] = ()
    """Warnings and what goes with the amount, in words."""
    products: tuple[str, ...] = ()
    """What measures it: "150 mg: 3 tablets of 50 mg"; empty where no product on file does."""
    why: str | None = None
    """Why there is no number."""
    missing: tuple[str, ...] = ()
    """Names of the patient facts that would be needed."""
    basis: str = ""
    """What the amount was multiplied by, in words: "80 kg", "65.9 kg (ideal body weight)", "1.82 m2"."""
    fits: bool = True
    """False: the dose is not for this patient (another population, or its condition does not hold)."""
    changed: bool = False
    """Whether a cap changed the amount."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One order for a drug in a curated topic, for one patient."""

    topic: str
    """Slug of the topic."""
    statement: str
    text: str
    dose: Dose
    applied: tuple[Applied, ...]
    """By step; empty when the order is put aside."""
    citation: Citation | None
    at: str
    """Locator in the source."""
    cautions: tuple[str, ...]
    """Texts of the statements that must be shown with it."""
    aside: str | None = None
    """Why no amount of it is shown; None: it stands."""


@dataclass(frozen=True, slots=True)
class DrugSheet:
    """Everything curated about giving one drug to one patient."""

    drug: str
    barred: str | None
    """Why it is not for this patient; then there are no orders."""
    orders: tuple[Listed, ...]
    others: int
    """Orders left out because they are for other patients."""
    rules: tuple[tuple[str, str], ...]
    """(effect, text) of every rule of the drug that holds for the patient, or may."""
    unknown: tuple[str, ...]
    """What was looked for about the drug and not found."""
    marks: tuple[str, ...] = ()
    """ "high-alert drug", "narrow therapeutic index", "looks or sounds like metolazone"."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Patient facts that would turn an order into an amount, each once."""
        lacking = (name for order in self.orders for found in order.applied for name in found.missing)
        return tuple(dict.fromkeys(lacking))
