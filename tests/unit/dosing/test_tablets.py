"""What can be made of tablets."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curbside.dosing.tablets import Tablet, in_words, made_of, nearest

D = Decimal


def tablets(text: str) -> list[Tablet]:
    """ "5s 1": strengths, scored ones with an s."""
    return [Tablet(D(word.rstrip("s")), word.endswith("s")) for word in text.split()]


CASES = [
    ("one strength", "60", "5", "12 x 5"),
    ("two strengths", "17", "5 1", "3 x 5 + 2 x 1"),
    ("strongest first in whatever order they are told", "17", "1 5", "3 x 5 + 2 x 1"),
    ("where the strongest first would get stuck", "8", "5 4", "2 x 4"),
    ("out of reach", "7.5", "5", None),
    ("half of an unscored tablet", "2.5", "5", None),
    ("half of a scored one", "7.5", "5s", "1.5 x 5"),
    ("whole tablets where they do", "5", "5s 2.5", "1 x 5"),
    ("a whole small one before half a large one", "2.5", "5s 2.5", "1 x 2.5"),
    ("decimals", "0.75", "0.5 0.25", "1 x 0.5 + 1 x 0.25"),
    ("too little", "1", "5", None),
    ("nothing", "0", "5", None),
    ("no tablets", "5", "", None),
    ("far too fine", "1000000", "0.001", None),
]


@pytest.mark.parametrize(("amount", "strengths", "made"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_an_amount_is_made_exactly_or_not_at_all(amount: str, strengths: str, made: str | None) -> None:
    found = made_of(D(amount), tablets(strengths))
    assert (in_words(found) if found else None) == made


@given(st.lists(st.integers(1, 12), min_size=1, max_size=2, unique=True), st.integers(1, 40))
def test_it_is_made_if_and_only_if_it_can_be(strengths: list[int], amount: int) -> None:
    sums = {
        sum(n * s for n, s in zip(counts, strengths, strict=True))
        for counts in product(range(41), repeat=len(strengths))
    }
    made = made_of(D(amount), [Tablet(D(s)) for s in strengths])
    assert (made is not None) == (amount in sums)
    assert made is None or sum(t.strength * n for t, n in made) == amount


@given(
    st.lists(st.integers(1, 12), min_size=1, max_size=2, unique=True),
    st.decimals(D("0.5"), D(40), places=1),
    st.integers(1, 50),
)
def test_the_nearest_is_nearest(strengths: list[int], amount: Decimal, most: int) -> None:
    sums = {
        sum(n * s for n, s in zip(counts, strengths, strict=True))
        for counts in product(range(54), repeat=len(strengths))
    }
    allowed = [s for s in sums if 0 < s <= most]
    found = nearest(amount, [Tablet(D(s)) for s in strengths], D(most))
    assert (found[0] if found else None) == min(allowed, key=lambda s: (abs(s - amount), s), default=None)
