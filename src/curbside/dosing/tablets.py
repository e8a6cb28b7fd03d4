"""What can be made of tablets: exactly, or nearest to an amount. A tablet is split only where it is scored."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import gcd

MOST_CELLS = 50_000
"""Steps of the smallest piece that are searched; no dose of tablets is finer."""


@dataclass(frozen=True, slots=True)
class Tablet:
    """One strength, in the unit of the amounts it is to make."""

    strength: Decimal
    scored: bool = False
    form: str = "tablet"


Made = tuple[tuple[Tablet, Decimal], ...]
"""(tablet, how many), strongest first; halves of scored ones count 0.5."""


def made_of(amount: Decimal, tablets: Sequence[Tablet]) -> Made | None:
    """The fewest pieces that make the amount exactly; None when it cannot be made."""
    grid = _Grid.of(tablets, amount)
    target = grid.cells(amount) if grid else None
    if grid is None or target is None or target == 0:
        return None
    return grid.made(target)


def nearest(amount: Decimal, tablets: Sequence[Tablet], most: Decimal | None = None) -> tuple[Decimal, Made] | None:
    """The amount that can be made and lies nearest, above zero and not above `most`; of two as near, the lower."""
    grid = _Grid.of(tablets, amount)
    if grid is None:
        return None
    reachable = [cell for cell, best in enumerate(grid.best) if best is not None and cell]
    allowed = [cell for cell in reachable if most is None or grid.amount(cell) <= most]
    if not allowed:
        return None
    cell = min(allowed, key=lambda cell: (abs(grid.amount(cell) - amount), cell))
    made = grid.made(cell)
    return (grid.amount(cell), made) if made else None


def in_words(made: Made) -> str:
    """ "2 x 25 + 1.5 x 5": how many of which strength, for a table whose heading has the unit."""
    return " + ".join(f"{count.normalize():f} x {tablet.strength.normalize():,f}" for tablet, count in made)


@dataclass(frozen=True, slots=True)
class _Grid:
    """Every multiple of the largest common part up to a little above the amount, with the last piece of the way there
    that takes the fewest pieces (halves count a little more)."""

    scale: int
    part: int
    pieces: tuple[tuple[int, Tablet, Decimal], ...]
    best: tuple[tuple[int, int] | None, ...]
    """(cost, index of the last piece) by cell; None: cannot be made."""

    @staticmethod
    def of(tablets: Sequence[Tablet], amount: Decimal) -> "_Grid | None":
        """None without tablets, or when they are too fine for the amount."""
        sizes = [(t.strength / 2, t, Decimal("0.5")) for t in tablets if t.scored]
        sizes = [*((t.strength, t, Decimal(1)) for t in tablets), *sizes]
        if not sizes or amount <= 0:
            return None
        scale = 10 ** max(0, *(-int(size.normalize().as_tuple().exponent) for size, _, _ in sizes))
        whole = [int(size * scale) for size, _, _ in sizes]
        part = gcd(*whole)
        cells = int(amount * scale) // part + max(whole) // part + 1
        if cells > MOST_CELLS:
            return None
        pieces = tuple((size // part, tablet, share) for size, (_, tablet, share) in zip(whole, sizes, strict=True))
        return _Grid(scale, part, pieces, _cheapest(pieces, cells))

    def cells(self, amount: Decimal) -> int | None:
        scaled = amount * self.scale / self.part
        return int(scaled) if scaled == int(scaled) and scaled < len(self.best) else None

    def amount(self, cell: int) -> Decimal:
        return Decimal(cell * self.part) / self.scale

    def made(self, cell: int) -> Made | None:
        if self.best[cell] is None:
            return None
        found: dict[Tablet, Decimal] = {}
        while cell and (step := self.best[cell]):
            size, tablet, share = self.pieces[step[1]]
            found[tablet] = found.get(tablet, Decimal(0)) + share
            cell -= size
        return tuple(sorted(found.items(), key=lambda pair: -pair[0].strength))


def _cheapest(pieces: Sequence[tuple[int, Tablet, Decimal]], cells: int) -> tuple[tuple[int, int] | None, ...]:
    best: list[tuple[int, int] | None] = [(0, -1), *([None] * (cells - 1))]
    order = sorted(range(len(pieces)), key=lambda i: -pieces[i][0])
    for cell in range(1, cells):
        for i in order:
            size, _, share = pieces[i]
            before = best[cell - size] if size <= cell else None
            # A half costs a little more than a whole, so that whole tablets are taken where they do.
            cost = before[0] + (1000 if share == 1 else 1001) if before else None
            current = best[cell]
            if cost is not None and (current is None or cost < current[0]):
                best[cell] = (cost, i)
    return tuple(best)
