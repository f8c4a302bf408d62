"""Mail numbers being entered: which letter has which, and what is wrong with any. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.queries.letter_rows import LetterRow, letter_rows
from models.rules.problems import Problem
from models.rules.waybills import tidy, waybill_problem
from models.store import Store


@dataclass(frozen=True)
class Entry:
    """One letter and the number typed for it; ``problem`` says what is wrong with the number."""

    id: int
    letter: LetterRow
    typed: str = ""
    problem: Problem | None = None


class WaybillList:
    """The letters of a run in their order; a number is judged as soon as it stands."""

    def __init__(self, letters: Sequence[LetterRow], used: dict[str, str]) -> None:
        """``used`` are the numbers other letters have: {waybill: number of the letter}."""
        self.used = used
        self.entries = [Entry(letter.id, letter, letter.waybill or "") for letter in letters]

    def put(self, place: int, written: Sequence[str]) -> int:
        """Set numbers from a place on, one a letter; returns the place after the last."""
        for offset, words in enumerate(written):
            if place + offset < len(self.entries):
                entry = self.entries[place + offset]
                self.entries[place + offset] = replace(entry, typed=tidy(words))
        self._judge()
        return min(place + len(written), len(self.entries))

    def _judge(self) -> None:
        counts = Counter(entry.typed for entry in self.entries if entry.typed)
        self.entries = [replace(entry, problem=self._problem(entry, counts)) for entry in self.entries]

    def _problem(self, entry: Entry, counts: Counter[str]) -> Problem | None:
        if not entry.typed:
            return None
        if counts[entry.typed] > 1:
            return Problem("waybill_twice", {"waybill": entry.typed}, "waybill")
        if entry.typed in self.used:
            told = {"waybill": entry.typed, "number": self.used[entry.typed]}
            return Problem("waybill_used", told, "waybill")
        return waybill_problem(entry.typed)

    @property
    def sound(self) -> list[Entry]:
        """What can be saved: typed, without fault, and not kept already."""
        return [
            entry for entry in self.entries
            if entry.typed and entry.problem is None and entry.typed != entry.letter.waybill
        ]  # fmt: skip

    @property
    def faulty(self) -> int:
        """How many numbers are wrong."""
        return sum(entry.problem is not None for entry in self.entries)


def waybill_list(store: Store, letters: Sequence[int]) -> WaybillList:
    """The list for these letters, in their order; voided ones are left out."""
    rows = {row.id: row for row in letter_rows(store)}
    wanted = [rows[key] for key in letters if key in rows and not rows[key].voided]
    mine = {row.id for row in wanted}
    used = {row.waybill: row.number for row in rows.values() if row.waybill and row.id not in mine}
    return WaybillList(wanted, used)
