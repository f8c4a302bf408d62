"""The columns of the table of differences: row, what becomes of it, its values old and new, and why."""

from __future__ import annotations

from collections.abc import Sequence

from ui.common.table import Change, Column, Paint, Step
from ui.ledger.lines import Cell, Row
from ui.problems import worded

_SIGNS = {
    "new": ("plus", "ok"),
    "changed": ("edit", "info"),
    "same": ("check", "text2"),
    "problem": ("warning", "bad"),
    "skipped": ("minus", "text3"),
    "missing": ("eye", "warn"),
    "elsewhere": ("eye", "text3"),
    "left_out": ("close", "text3"),
}
_WIDTHS = {
    "debtor": 210,
    "number": 130,
    "owner": 84,
    "due_on": 104,
    "balance": 124,
    "amount": 124,
    "paid": 124,
}
_WIDE = {**_WIDTHS, "due_on": 184, "balance": 190, "amount": 190, "paid": 190}
_SUMS = ("amount", "paid", "balance")


def columns_for(
    names: Sequence[str], language: str, titles: tuple[str, str, str], *, changes: bool
) -> list[Column]:
    """The columns of the table of differences; ``titles`` are those of row, result and note.

    ``changes``: sums and days need room for what stood there before.
    """
    made = [
        Column("row", titles[0], 52, lambda row: row.label if row.id > 0 else "", Paint.FAINT, right=True,
               sort_key=lambda row: row.id if row.id > 0 else None, filterable=False),
        Column("outcome", titles[1], 96, lambda row: worded(f"outcome_{row.outcome}", language), Paint.STEP,
               value=lambda row: _sign(row, language)),
    ]  # fmt: skip
    note = Column("note", titles[2], 360, lambda row: row.note, tone=_note_tone, tip=lambda row: row.note)
    fields = {name: _column(name, worded(f"field_{name}", language), changes) for name in names}
    first = [fields.pop(name) for name in ("debtor", "number", "balance", "due_on")]
    return [*made, *first, note, *fields.values()]


def _column(name: str, title: str, changes: bool) -> Column:
    money = name in _SUMS

    def change(row: Row) -> Change | None:
        cell: Cell = row.cell(name)
        return Change(cell.old, cell.words) if cell.old is not None else None

    return Column(
        name,
        title,
        (_WIDE if changes else _WIDTHS)[name],
        lambda row: row.cell(name).words,
        Paint.CHANGE if money or name == "due_on" else Paint.TEXT,
        value=change,
        right=money,
        sort_key=(lambda row: row.cell(name).sort) if money else None,
        tone=_tone,
        wrong=lambda row: name in row.wrong,
        editable=True,
        filterable=not money,
    )


def _sign(row: Row, language: str) -> Step:
    icon, tone = _SIGNS[row.outcome]
    return Step(icon, worded(f"outcome_{row.outcome}", language), tone)


def _tone(row: Row) -> str:
    return "text2" if row.outcome in ("same", "skipped", "left_out", "missing", "elsewhere") else "text"


def _note_tone(row: Row) -> str:
    return "bad" if row.outcome == "problem" else "warn" if row.doubtful else "text2"


def ground_of(row: Row) -> str:
    """The ground of a whole row: red for an error, amber for a doubt."""
    return "bad_tint" if row.outcome == "problem" else "warn_tint" if row.doubtful else ""
