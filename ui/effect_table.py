"""The effect of letters as a sheet, worded in a language. No Qt: the command writes it too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.ledger.sheet_out import Column, Entry, Table
from models.rules.effect import KindEffect, Window
from ui.problems import worded

HEADS = (
    "kind",
    "currency",
    "window",
    "letters",
    "asked",
    "came",
    "rate",
    "without",
    "rate_without",
    "more",
    "control",
)
"""Columns of the sheet and of the window."""

_KINDS = {
    "asked": "money",
    "came": "money",
    "without": "money",
    "more": "money",
    "letters": "whole",
    "control": "whole",
}


def effect_tables(found: Sequence[KindEffect], today: date, language: str) -> list[Table]:
    """One sheet: a row a kind and window."""

    def say(code: str) -> str:
        return worded(f"effect_{code}", language)

    columns = [Column(say(head), _KINDS.get(head, "text")) for head in HEADS]
    rows = [
        (
            worded(f"letter_kind_{each.kind}", language), each.currency,
            worded("effect_days", language, {"days": str(window.days)}), *_figures(window),
        )
        for each in found
        for window in each.windows
    ]  # fmt: skip
    return [Table(say("title"), say("title"), f"{today.isoformat()}　{say('how')}", columns, rows)]


def _figures(window: Window) -> tuple[Entry, ...]:
    return (
        window.letters, window.asked_fen, window.came_fen, share(window.per_mille), window.control_fen,
        share(window.control_per_mille), window.came_fen - window.control_fen, window.control,
    )  # fmt: skip


def share(per_mille: int | None) -> str:
    """A part of a thousand as a percentage with one decimal."""
    return "" if per_mille is None else f"{per_mille / 10:.1f} %"
