"""Figures that lean on each other: "5 or 10 mg", "grade 3 or 4", "95% CI 0.4, 0.6"."""

from itertools import pairwise

from curbside.text.found import Found
from curbside.text.tokens import Token

_JOINTS = frozenset(["or", "and", "&", "/", "±", "+ / -", ", or", ", and", "vs", "vs .", "versus", "and / or", "then"])
_SHARED = frozenset(["amount", "percent", "duration", "age"])


def join_lists(found: list[Found], tokens: list[Token]) -> list[Found]:
    """Bare numbers take unit or label of the list they stand in; the two limits after a confidence level become one."""
    for right, left in pairwise(reversed(found)):
        _unit_from_right(left, right, _between(left, right, tokens))
    for left, right in pairwise(found):
        _label_from_left(left, right, _between(left, right, tokens))
    return _limits(found, tokens)


def _between(left: Found, right: Found, tokens: list[Token]) -> str:
    end = min(right.cue, right.i)
    return " ".join(token.low for token in tokens[left.j : end]) if end - left.j <= 3 else "..."


def _unit_from_right(left: Found, right: Found, joint: str) -> None:
    if left.kind != "number" or left.unit or right.kind not in _SHARED or right.placed:
        return
    bounded = bool(right.bound) and joint in ("to", "-")
    if not (joint in _JOINTS or (joint == "," and right.listed) or bounded):
        return
    if 1900 <= left.low <= 2100 and left.low % 1 == 0 and joint != "/":
        return
    left.low, left.high = left.low * right.factor, left.high * right.factor
    left.unit, left.per, left.kind, left.factor, left.listed = right.unit, right.per, right.kind, right.factor, True


def _label_from_left(left: Found, right: Found, joint: str) -> None:
    if left.kind == "age" and right.kind == "duration" and joint in (*_JOINTS, ","):
        right.kind = "age"
    if right.kind != "number" or right.unit or not (left.kind == "label" or left.placed):
        return
    if joint in ("or", "and", "&", "/", ", or", ", and", "to", "and / or") or (joint == "," and right.low <= 40):
        right.low, right.high = right.low * left.factor, right.high * left.factor
        right.unit, right.kind, right.placed, right.factor = left.unit, left.kind, left.placed, left.factor


def _limits(found: list[Found], tokens: list[Token]) -> list[Found]:
    """Joins "0.4, 0.6" and "0.4; 0.6" right after a confidence level into the range they are."""
    kept: list[Found] = []
    for right in found:
        left = kept[-1] if kept else None
        level = kept[-2] if len(kept) > 1 else None
        if left and level and level.kind == "confidence" and _is_pair(left, right, tokens):
            near = left.i - level.j <= 8 and not any(t.kind == "number" for t in tokens[level.j : left.i])
            if near and left.low == left.high and right.low == right.high and left.low < right.low:
                left.high, left.j = right.high, right.j
                left.unit, left.per, left.kind = right.unit, right.per, right.kind
                continue
        kept.append(right)
    return kept


def _is_pair(left: Found, right: Found, tokens: list[Token]) -> bool:
    alike = left.kind == right.kind and left.unit == right.unit
    return _between(left, right, tokens) in (",", ";", "and") and (alike or left.kind == "number")
