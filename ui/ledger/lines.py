"""Every row of a ledger as the table of differences shows it: what becomes of it, and why. No Qt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from models.ledger.proposal import CellProblem, Proposal
from models.queries.comparison import Comparison
from models.queries.ledger_lines import Held, Line
from models.queries.missing import MissingAnswer
from models.rules.money import grouped
from ui.ledger.draft import Draft
from ui.ledger.written import column_of, written
from ui.problems import worded

TEXTS = ("debtor", "number", "balance", "due_on", "owner", "amount", "paid")
"""The fields shown, each a column of its own where the ledger has it; the note stands after the due date."""


class Cell(NamedTuple):
    """One shown value; ``old`` is what the books say where that differs."""

    words: str
    old: str | None = None
    sort: int | str | None = None


ALL, DOUBTFUL = "all", "doubtful"
ELSEWHERE = "elsewhere"
"""What becomes of a claim the ledger does not name and may never have held."""
_BLANK = Cell("")
_NOTHING: frozenset[str] = frozenset()


Told = tuple[Mapping[str, Cell], str]


@dataclass(eq=False)  # frozen ones take four times as long to make
class Row:
    """One line of the table; never changed once it is made.

    ``id`` is the row of the sheet, or below zero for a claim of the books that the sheet does not name; ``label`` is
    how people call it. ``outcome``: new, changed, same, problem, skipped, missing, elsewhere, left_out; ``answer`` is
    what was said of a missing claim. ``doubtful`` and ``wrong`` (fields whose cell should be looked at) ask for the
    clerk's eyes. Its words are made when it is first seen: a ledger has a hundred thousand rows, a window twenty.
    """

    id: int
    outcome: str
    tell: Callable[[], Told]
    doubtful: bool = False
    wrong: frozenset[str] = _NOTHING
    label: str = ""
    answer: str = ""

    @cached_property
    def _told(self) -> Told:
        return self.tell()

    @property
    def note(self) -> str:
        """Why it is so, and what to do."""
        return self._told[1]

    @property
    def needs_eyes(self) -> bool:
        """Whether a person should look at it."""
        return self.outcome == "problem" or self.doubtful

    def cell(self, name: str) -> Cell:
        """What the column of that field shows."""
        return self._told[0].get(name, _BLANK)


def rows_of(draft: Draft, language: str) -> list[Row]:
    """All rows in the order of the sheet, then the claims it does not name."""
    teller = _Teller(draft, language)
    comparison = draft.comparison
    rows = [teller.claim(line) for line in comparison.lines]
    rows += teller.problems()
    rows += [
        teller.skipped(each.row, each.why)
        for each in comparison.proposal.skipped
        if each.row > comparison.proposal.heading_row
    ]
    rows.sort(key=lambda row: row.id)
    for row in rows:
        row.label = comparison.proposal.row_name(row.id)
    return rows + [teller.missing(held) for held in comparison.missing]


def counts_of(rows: Sequence[Row]) -> Counter[str]:
    """How many rows have each outcome, how many are of the sheet (``ALL``), and how many are ``DOUBTFUL``."""
    counts = Counter(row.outcome for row in rows)
    counts[ALL] = sum(row.id > 0 for row in rows)
    counts[DOUBTFUL] = sum(row.doubtful for row in rows)
    return counts


def sheet_notes(proposal: Proposal, language: str) -> list[str]:
    """What is to be said of the sheet as a whole, or of a column."""
    return [
        _sentence(each, language)
        for each in proposal.warnings
        if each.row <= proposal.heading_row and each.code != "total_differs"
    ]


def needed_fields(comparison: Comparison) -> tuple[str, ...]:
    """The fields worth a column: those of the ledger, and always debtor, number, balance and due date."""
    always = ("debtor", "number", "balance", "due_on")
    return tuple(name for name in TEXTS if name in always or name in comparison.proposal.columns)


class _Teller:
    """Words for the rows of one draft."""

    def __init__(self, draft: Draft, language: str) -> None:
        self.draft, self.language = draft, language
        self.proposal = draft.comparison.proposal
        self.columns = {
            column: name for name in TEXTS if (column := column_of(self.proposal, name)) is not None
        }
        self.warnings = _by_row(self.proposal.warnings)

    def claim(self, line: Line) -> Row:
        """A row that is read as a claim."""
        number = line.row.row
        if number in self.draft.left_out:
            return Row(number, "left_out", partial(self._told_left_out, line))
        warned = self.warnings.get(number, ())
        wrong = frozenset(name for each in warned if (name := self._field(each))) if warned else _NOTHING
        tell = partial(self._told_claim, line, warned, wrong)
        return Row(number, line.outcome, tell, bool(line.doubts or warned), wrong)

    def _told_claim(self, line: Line, warned: Sequence[CellProblem], wrong: frozenset[str]) -> Told:
        notes = (
            self._changes(line) + self._taken_for(line) + [self._doubt(line, doubt) for doubt in line.doubts]
        )
        notes += [_sentence(each, self.language) for each in warned]
        as_written = {"due_on"} if "due_on" in wrong and line.row.due_on is None else set()
        return self._cells(line, as_written), " ".join(notes)

    def _told_left_out(self, line: Line) -> Told:
        return self._cells(line, ()), worded("note_left_out", self.language)

    def _cells(self, line: Line, as_written: Iterable[str]) -> dict[str, Cell]:
        row, held = line.row, line.held
        cells = {
            "debtor": Cell(row.debtor),
            "number": Cell(row.number or ""),
            "owner": Cell(row.owner or ""),
            "amount": _money(line.amount_fen, held and held.amount_fen, row.currency),
            "paid": _money(line.paid_fen, held and held.paid_fen, row.currency),
            "balance": _money(row.balance_fen, held and held.amount_fen - held.paid_fen, row.currency),
            "due_on": _day(row.due_on, held),
        }
        return {**cells, **{name: Cell(self._written(row.row, name)) for name in as_written}}

    def _changes(self, line: Line) -> list[str]:
        if line.outcome != "changed" or line.held is None:
            return []
        notes = []
        if line.amount_fen != line.held.amount_fen:
            notes.append(worded("note_amount_changed", self.language))
        if line.more_paid_fen:
            notes.append(worded("note_paid_more", self.language, {"amount": grouped(line.more_paid_fen)}))
        if line.row.due_on is not None and line.row.due_on != line.held.due_on:
            notes.append(worded("note_due_changed", self.language))
        return ["，".join(notes) if self.language == "zh_CN" else ", ".join(notes)]

    def _taken_for(self, line: Line) -> list[str]:
        debtor = self.draft.comparison.debtor_of(line.row)
        known = debtor == line.row.debtor.strip()
        return [] if known else [worded("note_taken_for", self.language, {"debtor": debtor})]

    def _doubt(self, line: Line, doubt: str) -> str:
        names = {"debtor": line.row.debtor, "number": line.row.number or ""}
        return worded(f"doubt_{doubt}", self.language, names)

    def problems(self) -> list[Row]:
        """The rows that cannot be taken over, their cells as they are written."""
        return [self._problem(row, each) for row, each in _by_row(self.draft.comparison.problems).items()]

    def _problem(self, row: int, problems: Sequence[CellProblem]) -> Row:
        wrong = frozenset(name for each in problems if (name := self._field(each)))
        if wrong & {"amount", "paid"}:
            wrong |= {"balance"}  # the one sum a claim cannot do without mends them all
        note = " ".join(_sentence(each, self.language) for each in problems)
        return Row(
            row, "problem", partial(self._as_written, row, note), wrong=wrong or frozenset(("balance",))
        )

    def skipped(self, row: int, why: str) -> Row:
        """A row that is no claim."""
        note = worded(f"skipped_{why}", self.language)
        return Row(row, "skipped", partial(self._as_written, row, note))

    def _as_written(self, row: int, note: str) -> Told:
        return {name: Cell(self._written(row, name)) for name in TEXTS}, note

    def missing(self, held: Held) -> Row:
        """A claim of the books that the ledger does not name."""
        answer = self.draft.answers.get(held.id)
        return Row(
            -held.id, "missing", partial(self._told_missing, held), answer=answer.kind if answer else ""
        )

    def _told_missing(self, held: Held) -> Told:
        cells = {
            "debtor": Cell(held.debtor),
            "number": Cell(held.number or ""),
            "amount": _money(held.amount_fen, None, held.currency),
            "paid": _money(held.paid_fen, None, held.currency),
            "balance": _money(held.open_fen, None, held.currency),
            "due_on": _day(held.due_on, None),
        }
        return cells, self._missing_note(held)

    def _missing_note(self, held: Held) -> str:
        answer = self.draft.answers.get(held.id)
        if answer is not None:
            return self._answer(answer)
        if held.id in self.draft.comparison.elsewhere:
            return worded("note_elsewhere", self.language)
        before = self.draft.comparison.left_open.get(held.id)
        if before is not None:
            return worded("note_left_open", self.language, {"why": before.why or ""})
        code = "note_used_up" if held.id in self.draft.comparison.used_up else "note_missing"
        return worded(code, self.language)

    def _answer(self, answer: MissingAnswer) -> str:
        on = answer.on.isoformat() if answer.on else self.draft.comparison.as_of.isoformat()
        said = worded(f"answer_{answer.kind}", self.language, {"on": on})
        return f"{said} {answer.why}" if answer.why else said

    def _written(self, row: int, name: str) -> str:
        return written(self.draft, row, name)

    def _field(self, problem: CellProblem) -> str | None:
        """The shown field whose cell a problem names; an amount stands in for a balance that has no column."""
        name = self.columns.get(self.draft.grid.position(problem.cell)[1]) if problem.cell else None
        return "balance" if name == "amount" and "balance" not in self.proposal.columns else name


def _by_row(problems: Iterable[CellProblem]) -> dict[int, list[CellProblem]]:
    found: dict[int, list[CellProblem]] = defaultdict(list)
    for each in problems:
        if each.row:
            found[each.row].append(each)
    return found


def _sentence(problem: CellProblem, language: str) -> str:
    values = {"cell": problem.cell, "value": problem.value, **problem.params}
    return worded(problem.code, language, values)


def _money(fen: int, old: int | None, currency: str) -> Cell:
    sign = "" if currency == "CNY" else f"{currency} "
    differs = old is not None and old != fen
    return Cell(sign + grouped(fen), grouped(old) if differs and old is not None else None, fen)


def _day(day: date | None, held: Held | None) -> Cell:
    words = day.isoformat() if day else ""
    if held is None or day is None or held.due_on == day:
        return Cell(words, None, words or None)
    return Cell(words, held.due_on.isoformat() if held.due_on else None, words)
