"""The minutes of a monthly review as files: each is an entry of the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from models.actions.desk import Desk
from models.actions.exports import export_tables, how, shown
from models.actions.leaving import disclose, leaving
from models.ledger.sheet_out import Table
from models.rules.minutes import MinutesFacts
from models.vault.durable import write_bytes_whole

Render = Callable[[str, MinutesFacts, str], bytes]
LayOut = Callable[[MinutesFacts, str], Sequence[Table]]


def minutes_paper(
    desk: Desk, target: Path, facts: MinutesFacts, render: Render, language: str, openly: str = ""
) -> None:
    """The minutes as a PDF to sign and file, whole under its name; ``openly`` as ``models.actions.exports`` says."""
    with leaving(desk, "export_minutes", target) as (unit, part):
        write_bytes_whole(part, render("minutes", shown(facts, openly), language))
        disclose(unit, target, **how(openly), month=facts.month, as_of=facts.as_of.isoformat())


def minutes_workbook(
    desk: Desk, target: Path, facts: MinutesFacts, lay_out: LayOut, language: str, openly: str = ""
) -> None:
    """The minutes as a workbook, whole under its name; ``lay_out`` makes the tables of the facts."""
    export_tables(desk, target, "export_minutes", lay_out(shown(facts, openly), language), openly)
