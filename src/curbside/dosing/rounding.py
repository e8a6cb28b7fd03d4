"""From an exact amount to one that can be measured: by the drug's products, else to a sensible figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from curbside.dosing.amounts import figure, in_unit, limit
from curbside.dosing.tablets import Tablet, nearest
from curbside.model.drug import Drug, Product

SWALLOWED = frozenset({"oral", "sublingual", "buccal"})
INJECTED = frozenset({"IV", "IM", "IO", "subcut", "intra-arterial"})
WHOLE = {
    "suppository": frozenset({"rectal"}), "sachet": frozenset({"oral"}), "bag": frozenset({"IV"}), "premix": frozenset({"IV"}),
    "autoinjector": frozenset({"IM", "subcut", "IM or subcut"}), "auto-injector": frozenset({"IM", "subcut", "IM or subcut"}),
    "capsule": SWALLOWED,
}  # fmt: skip
"""Forms given whole or not at all, and by which route."""
HUNDREDTH, TENTH, HALF = Decimal("0.01"), Decimal("0.1"), Decimal("0.5")
CLOSE = Decimal("0.05")
"""Half millilitres are used above 1 mL, and tenths below, where they change the dose by no more than this share; else
the next finer mark of the syringe."""
FAR, FAR_RISKY = Decimal("0.25"), Decimal("0.1")
"""A product that changes the dose by more than this share does not measure it; less for high-alert drugs and for those of
a narrow therapeutic index."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An amount that can be measured, in the unit asked for."""

    value: Decimal
    words: str | None = None
    """ "3 tablets of 5 mg", "1.6 mL of 50 mg in 2 mL"; None: no product was used."""


def measurable(exact: Decimal, unit: str, route: str, drug: Drug | None, most: Decimal | None) -> Measured:
    """The amount to give for `exact`, never above `most`. Products are used when they fit the route and come near."""
    fitting = [m for m in _by_products(exact, unit, route, drug, most) if abs(m.value - exact) <= _far(drug) * exact]
    if fitting:
        return min(fitting, key=lambda m: abs(m.value - exact))
    return Measured(sensible(exact, most))


def unmeasured(exact: Decimal, unit: str, route: str, drug: Drug | None) -> str | None:
    """A warning when there are products for the route and none measures the amount."""
    if (
        drug is None
        or unit == "units"
        or not any(_fits(product, route) and _strength(product, unit) for product in drug.products)
    ):
        return None
    if any(abs(m.value - exact) <= _far(drug) * exact for m in _by_products(exact, unit, route, drug, None)):
        return None
    return "no product on file measures this amount"


def sensible(exact: Decimal, most: Decimal | None = None) -> Decimal:
    """Whole from 10 up, two digits below: never more than 5 % away, and never above `most`."""
    step = Decimal(1) if exact >= 10 else Decimal(1).scaleb(exact.adjusted() - 1)
    found = exact.quantize(step, ROUND_HALF_UP)
    if most is not None and found > most:
        down = exact.quantize(step, ROUND_DOWN)
        return exact if exact <= most and exact - down > CLOSE * exact else min(down, most)
    return found


def concentration(product: Product, unit: str) -> tuple[Decimal, Decimal] | None:
    """(amount in the unit, mL) of a solution: "50 mg in 2 mL"; None for anything else."""
    strength, _, volume = product.strength.partition(" in ")
    amount, measure = limit(strength), limit(volume)
    if amount is None or measure is None or measure.unit != "mL" or amount.per or measure.per:
        return None
    told = in_unit(amount.number, amount.unit, unit)
    return (told, measure.number) if told is not None else None


def _by_products(exact: Decimal, unit: str, route: str, drug: Drug | None, most: Decimal | None) -> Iterator[Measured]:
    products = [product for product in (drug.products if drug else ()) if _fits(product, route)]
    solid = [
        (product, strength) for product in products if (strength := _strength(product, unit)) and not _liquid(product)
    ]
    for form in dict.fromkeys(product.form for product, _ in solid):
        tablets = [Tablet(s, p.scored and "capsule" not in form, form) for p, s in solid if p.form == form]
        found = nearest(exact, tablets, most)
        if found:
            yield Measured(found[0], " and ".join(_counted(t, n, unit) for t, n in found[1]))
    # Units have syringes and pens of their own, with a mark for each unit: no tenth of a millilitre measures them.
    for product in filter(_liquid, products if unit != "units" else ()):
        amount, volume = concentration(product, unit) or (None, None)
        if amount and volume and (volumed := _millilitres(exact * volume / amount, most and most * volume / amount)):
            yield Measured(volumed * amount / volume, f"{figure(volumed)} mL of {product.strength}")


def _far(drug: Drug | None) -> Decimal:
    return FAR_RISKY if drug and (drug.high_alert or drug.narrow_index) else FAR


def _millilitres(exact: Decimal, most: Decimal | None) -> Decimal | None:
    steps = (HALF, TENTH) if exact >= 1 else (TENTH, HUNDREDTH)
    for step in steps:
        found = (exact / step).quantize(Decimal(1), ROUND_HALF_UP) * step
        if most is not None and found > most:
            found -= step
        if found > 0 and (step == steps[-1] or abs(found - exact) <= CLOSE * exact):
            return found
    return None


def _liquid(product: Product) -> bool:
    return " in " in product.strength


def _strength(product: Product, unit: str) -> Decimal | None:
    if _liquid(product):
        found = concentration(product, unit)
        return found[0] if found else None
    told = limit(product.strength)
    return in_unit(told.number, told.unit, unit) if told and not told.per else None


def _fits(product: Product, route: str) -> bool:
    """Whether a product is for a route. A powder without a volume says nothing about what can be measured of it."""
    form = product.form.lower()
    if _liquid(product):
        swallowed = any(word in form for word in ("oral", "syrup", "suspension", "liquid", "drops"))
        return route in (SWALLOWED if swallowed else INJECTED) and "infusion" not in form
    if "tablet" in form:
        return route in SWALLOWED
    return any(word in form and route in routes for word, routes in WHOLE.items())


def _counted(tablet: Tablet, count: Decimal, unit: str) -> str:
    many = "" if count <= 1 else "s"
    return f"{figure(count)} {tablet.form}{many} of {figure(tablet.strength)} {unit}"
