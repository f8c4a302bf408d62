"""The minutes of a monthly review as files: each is an entry of the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import sayable
from models.actions.exports import export_tables
from models.ledger.sheet_out import Table
from models.rules.minutes import MinutesFacts
from models.vault.durable import write_bytes_whole

Render = Callable[[str, MinutesFacts, str], bytes]


def minutes_paper(desk: Desk, target: Path, facts: MinutesFacts, render: Render, language: str) -> None:
    """The minutes as a PDF to sign and file, whole under its name."""
    with desk.act("export_minutes") as unit:
        write_bytes_whole(target, render("minutes", facts, language))
        unit.state("export", file=sayable(target.name), month=facts.month, as_of=facts.as_of.isoformat())


def minutes_workbook(desk: Desk, target: Path, tables: Sequence[Table]) -> None:
    """The minutes as a workbook, whole under its name."""
    export_tables(desk, target, "export_minutes", tables)
