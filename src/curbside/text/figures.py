"""Reading all figures of a text: number, unit, range, bound, and what kind of figure the words around make it."""

from decimal import Decimal

from curbside.text.cues import bound_after, bound_before, changes, follows_between, follows_people, speaks_of_age
from curbside.text.found import ONE, Found, a_frequency, unread
from curbside.text.glue import (
    LOOKALIKE,
    MEASURED,
    is_list_number,
    is_name,
    is_negative,
    is_note,
    lookalike,
    named_by_next,
    proportion,
    runs_on,
)
from curbside.text.kinds import LEVEL, grown, kind_of
from curbside.text.lists import join_lists
from curbside.text.measures import Measure, measure, period_at, unit_at
from curbside.text.numbers import LABELS, ROMAN, SMALL, starts_number, value
from curbside.text.rhythm import WORDS, every_token, hourly, rhythm
from curbside.text.tokens import glued, tokens
from curbside.text.units import alike
from curbside.text.wordlist import wordlist

_ADJECTIVES = wordlist(
    "divided equal equally separate single consecutive oral additional further daily weekly intravenous iv more full "
    "complete total subsequent monthly"
)


def figures(text: str) -> list[Found]:
    """All figures in text order."""
    reader = _Reader(text)
    reader.read()
    reader.found = join_lists(reader.found, reader.tokens)
    for found in (*reader.found, *reader.rates):
        found.start, found.end = reader.tokens[found.i].start, reader.tokens[found.j - 1].end
    return sorted((*reader.found, *reader.rates), key=lambda found: (found.start, found.end))


class _Reader:
    """Walks the tokens once. `rates` are the intervals said by a denominator ("40 mg/day")."""

    __slots__ = ("found", "rates", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text, self.tokens = text, tokens(text)
        self.found: list[Found] = []
        self.rates: list[Found] = []

    def read(self) -> None:
        i, all_tokens = 0, self.tokens
        while all_tokens[i].kind:
            token = all_tokens[i]
            if starts_number(token):
                i = self._figure(i)
            elif token.low in WORDS:
                after_amount = bool(self.found) and self.found[-1].j == i
                i = self._add(*rhythm(all_tokens, i, after_amount))
            elif token.kind == "word":
                i = self._word(i)
            elif token.kind == "every":
                i = self._add(every_token(token, i), i + 1)
            elif token.kind == "odd":
                endless = len(token.raw) > 18
                i = self._add(unread(all_tokens, i, i + 1), i + 1) if endless else self._unread(i, i + 1)
            else:
                i = self._past_citation(i) if token.raw == "[" else i + 1

    def _add(self, found: Found | None, next: int) -> int:
        if found:
            alone = found.j == found.i + 1 and found.kind == "interval"
            if found.kind in ("interval", "frequency", "duration") and not alone:
                found.bound, found.cue, _ = bound_before(self.tokens, found.i)
            self.found.append(found)
        return next

    def _unread(self, i: int, j: int) -> int:
        """Tokens [i, j) look like a figure and are none; only with a unit after them do they matter."""
        found = unit_at(self.tokens, j)
        if found is None or found[0].family not in MEASURED:
            return j
        return self._add(unread(self.tokens, i, found[1]), found[1])

    def _word(self, i: int) -> int:
        """A Roman grade or stage, "first-line", or letters that pass for figures ("lO mg")."""
        token, then = self.tokens[i], self.tokens[i + 1]
        if token.low in LABELS and then.raw in ROMAN:
            low = high = ROMAN[then.raw]
            j = i + 2
            if self.tokens[j].low in ("-", "to", "/", "or") and ROMAN.get(self.tokens[j + 1].raw, low) > low:
                high, j = ROMAN[self.tokens[j + 1].raw], j + 2
            return self._add(Found(low, high, i, j, LABELS[token.low], kind="label", cue=i), j)
        if token.low in ("first", "second", "third", "fourth"):
            k = i + 2 if then.raw == "-" else i + 1
            if self.tokens[k].low == "line":
                rank = Decimal(("first", "second", "third", "fourth").index(token.low) + 1)
                return self._add(Found(rank, rank, i, k + 1, "line", kind="label", cue=i), k + 1)
        if token.low.endswith("fold") and (times := SMALL.get(token.low.removesuffix("fold"))):
            return self._add(Found(times, times, i, i + 1, "fold", kind="ratio", cue=i), i + 1)
        mixed = token.raw[0] in LOOKALIKE and all(char in LOOKALIKE or char.isdigit() for char in token.raw)
        return self._unread(i, i + 1) if mixed and len(token.raw) > 1 else i + 1

    def _past_citation(self, i: int) -> int:
        """The index after "[12]" or "[3-5, 7]"; the next token when it is not a citation mark."""
        k = i + 1
        while self.tokens[k].raw.isdigit() or self.tokens[k].raw in (",", "-"):
            k += 1
        cited = self.tokens[k].raw == "]" and k > i + 1 and self.tokens[i - 1].kind != "number"
        return k + 1 if cited and self.tokens[i - 1].low not in (*LEVEL, "iqr", "range") else i + 1

    # -- one figure -----------------------------------------------------------------------------

    def _figure(self, i: int) -> int:
        all_tokens = self.tokens
        read = value(all_tokens, i)
        if read is None:
            return i + 1
        low, j = read
        if is_name(all_tokens, i, j) or is_list_number(all_tokens, i, self.text):
            return j
        if is_note(all_tokens, i):
            return self._unread(i, j)
        low = -low if is_negative(all_tokens, i, self.text) else low
        first = measure(all_tokens, j)
        return self._range(i, low, first) or self._alone(i, low, low, j, first)

    def _stranger(self, i: int, low: Decimal, high: Decimal, j: int) -> int:
        """A number glued to a word that is no unit: named by it, unreadable, or part of a name ("5-HT", "18F")."""
        named = named_by_next(self.tokens, i, j)
        if named:
            return self._add(Found(low, high, i, named[1], named[0], kind="label", cue=i), named[1])
        if low >= 1000:
            return self._add(Found(low, high, i, j, cue=i), j)
        if lookalike(self.tokens, j):
            return self._unread(i, j + 1)
        return j + 2 if self.tokens[j].raw == "-" else j + 1

    def _proportion(self, i: int, low: Decimal, j: int) -> int:
        found = proportion(self.tokens, i, low, j)
        read = value(self.tokens, found[1]) if found else None
        if found is None or read is None or (found[0] == "1:" and read[0] < 2 and self.tokens[j].low == "in"):
            return 0
        return self._add(Found(read[0], read[0], i, read[1], found[0], kind="ratio", cue=i), read[1])

    def _range(self, i: int, low: Decimal, first: Measure) -> int:
        """Reads "5-10 mg", "5 mg to 10 mg", "between 5 and 10 mg"; 0 when there is no range."""
        all_tokens = self.tokens
        k = self._separated(i, first.next)
        if not k:
            return 0
        minus = all_tokens[k].raw == "-"
        read = value(all_tokens, k + minus)
        if read is None:
            return 0
        high, after = (-read[0] if minus else read[0]), read[1]
        found = hourly(all_tokens, low, high, i, after) if low < high and first.unit is None else None
        if found:
            return self._add(found, found.j)
        second = measure(all_tokens, after)
        if all_tokens[k - 1].low == "or" and not self._counts_times(second):
            return 0
        if second.stranger or (first.unit and not second.unit):
            return 0
        return self._joined(Found(low, high, i, after), first, second)

    def _joined(self, found: Found, first: Measure, second: Measure) -> int:
        low, high = found.low, found.high
        if first.unit and second.unit:
            names = alike(first.unit.name, second.unit.name)
            if names is None or (first.per and first.per != second.per):
                return 0
            low, high = low * first.unit.factor * names[1], high * second.unit.factor * names[2]
            second.unit = second.unit._replace(name=names[0], factor=ONE)
        if low >= high or changes(self.tokens, found.i):
            return 0
        return self._alone(found.i, low, high, found.j, second)

    def _separated(self, i: int, k: int) -> int:
        """Where the second number of a range starts, when a first one in tokens [i, k) is followed by one; else 0."""
        here, then = self.tokens[k], self.tokens[k + 1]
        between = follows_between(self.tokens, i)
        if here.raw == "-" and then.low == "to" and self.tokens[k + 2].raw == "-":
            return k + 3 if starts_number(self.tokens[k + 3]) else 0
        if here.low in ("-", "to", "or") or (here.low == "and" and between):
            signed = then.raw == "-" and glued(then, self.tokens[k + 2]) and starts_number(self.tokens[k + 2])
            return k + 1 if starts_number(then) or (signed and here.low != "or") else 0
        return 0

    def _counts_times(self, measured: Measure) -> bool:
        return bool(measured.unit and measured.unit.symbol == "fold" and period_at(self.tokens, measured.next))

    def _alone(self, i: int, low: Decimal, high: Decimal, j: int, measured: Measure) -> int:
        """One figure or range whose number ends before token `j`."""
        found = hourly(self.tokens, low, high, i, j)
        if found:
            return self._add(found, found.j)
        if measured.unit is None and runs_on(self.tokens, j):
            return self._add(unread(self.tokens, i, j + 1), j + 1)
        if measured.stranger:
            return self._stranger(i, low, high, j)
        if measured.unit and runs_on(self.tokens, measured.next + 1) and self.tokens[measured.next].raw == "/":
            return self._add(unread(self.tokens, i, measured.next + 2), measured.next + 2)
        if self._counts_times(measured):
            each = period_at(self.tokens, measured.next)
            return self._add(a_frequency(low, high, each[0], i, each[1]), each[1]) if each else j
        if low == high and measured.unit is None and not measured.per:
            proportion = self._proportion(i, low, j)
            if proportion:
                return proportion
        go_on = measured.next
        if measured.unit is None and not measured.per:
            measured, go_on = self._past_adjectives(j, measured)
        return self._settle(Found(low, high, i, measured.next), measured, j, go_on)

    def _past_adjectives(self, j: int, measured: Measure) -> tuple[Measure, int]:
        """ "2 divided doses", "3 or more doses": the unit behind, and where to go on reading."""
        bound = bound_after(self.tokens, j)
        k = bound[1]
        while self.tokens[k].low in _ADJECTIVES and k < j + 4:
            k += 1
        behind = unit_at(self.tokens, k) if k > j else None
        if behind is None or behind[0].family not in ("count", "time", *MEASURED):
            return measured, j
        plain_bound = k == bound[1]
        return Measure(behind[0], behind[1]), behind[1] if plain_bound else j

    def _settle(self, found: Found, measured: Measure, j: int, go_on: int) -> int:
        """Adds bound, unit and kind."""
        all_tokens, here = self.tokens, measured.unit
        before, found.cue, cue = bound_before(all_tokens, found.i)
        inner = bound_after(all_tokens, j)
        after = bound_after(all_tokens, found.j) if found.j > j or not inner[0] else inner
        after = inner if inner[0] else after
        if found.j <= j and after[0]:
            found.j, go_on = after[1], max(go_on, after[1])
        elif after[0] and not inner[0]:
            go_on = max(go_on, after[1])
        cued = (cue, after[2])
        aged = speaks_of_age(all_tokens, found.cue, measured.next, cued)
        found.bound, found.per = before or after[0], measured.per
        if here:
            found.low, found.high, found.unit = found.low * here.factor, found.high * here.factor, here.name
            found.factor = here.factor
        if here is None and not measured.per and (found.bound or found.low != found.high):
            aged = aged or (follows_people(all_tokens, found.cue) and 1 <= found.high <= 110)
        timed = here is not None and here.family == "time"
        if timed and not aged:
            bounded = found.bound or found.low != found.high
            aged = here is not None and here.symbol in ("year", "month", "week", "day") and bool(bounded)
            aged = aged and (follows_people(all_tokens, found.cue) or grown(all_tokens, found))
        if timed and cue == "over" and not aged:
            found.bound = after[0]
        found.kind = kind_of(all_tokens, found, measured, aged, self.found[-1].j if self.found else 0)
        if found.kind == "number" and all_tokens[found.i].low == "one" and found.j == found.i + 1 and not found.bound:
            return j
        self.found.append(found)
        if measured.every is not None:
            every = measured.every
            self.rates.append(Found(every, every, found.i, found.j, measured.every_unit, kind="interval"))
        return go_on
