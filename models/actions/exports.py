"""What leaves the portfolio as a file: each export is an entry of the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import sayable
from models.ledger.account_out import write_account
from models.ledger.sheet_out import Table, write_tables
from models.ledger.workbook_out import write_aging, write_claims
from models.progress import Progress, silent
from models.queries.claims import ClaimRow
from models.queries.statement import Statement
from models.rules.call_sheet import CallSheetFacts
from models.rules.facts import AgingFacts
from models.store.backup import BackedUp, backup
from models.vault.durable import part_beside, refuse_no_file, write_bytes_whole

Render = Callable[[str, AgingFacts, str], bytes]


def export_claims(desk: Desk, target: Path, rows: Sequence[ClaimRow], as_of: date, language: str) -> None:
    """A list of claims as they stand on a day as a formatted workbook, whole under its name."""
    with desk.act("export_claims") as unit:
        _try_place(target)
        write_claims(target, rows, as_of, language)
        unit.state("export", file=sayable(target.name), rows=len(rows), as_of=as_of.isoformat())


def export_aging_workbook(desk: Desk, target: Path, facts: AgingFacts, rows: Sequence[ClaimRow]) -> None:
    """The claims table and the aging as a formatted workbook, whole under its name."""
    with desk.act("export_aging") as unit:
        _try_place(target)
        write_aging(target, facts, rows)
        unit.state("export", file=sayable(target.name), rows=len(rows), as_of=facts.as_of.isoformat())


def export_aging_paper(desk: Desk, target: Path, facts: AgingFacts, render: Render, language: str) -> None:
    """The aging as a PDF to print, whole under its name."""
    with desk.act("export_aging") as unit:
        _try_place(target)
        write_bytes_whole(target, render("aging", facts, language))
        unit.state("export", file=sayable(target.name), rows=len(facts.lines), as_of=facts.as_of.isoformat())


def export_tables(desk: Desk, target: Path, verb: str, tables: Sequence[Table]) -> None:
    """What a window shows as tables, as a workbook, whole under its name. ``verb`` names the journal entry."""
    with desk.act(verb) as unit:
        _try_place(target)
        write_tables(target, tables)
        unit.state("export", file=sayable(target.name), rows=sum(len(table.rows) for table in tables))


def export_statement(desk: Desk, target: Path, account: Statement, language: str) -> None:
    """One debtor's account as a formatted workbook, whole under its name."""
    with desk.act("export_statement") as unit:
        _try_place(target)
        write_account(target, account, language)
        last = account.last.isoformat()
        unit.state("export", file=sayable(target.name), rows=len(account.lines), as_of=last)


def export_call_sheet(
    desk: Desk, target: Path, facts: CallSheetFacts, render: Callable[..., bytes], language: str
) -> None:
    """The day's list as a PDF to print and write on, whole under its name."""
    with desk.act("export_call_sheet") as unit:
        _try_place(target)
        write_bytes_whole(target, render("call_sheet", facts, language))
        unit.state("export", file=sayable(target.name), rows=len(facts.lines), as_of=facts.on.isoformat())


def export_backup(desk: Desk, target: Path, progress: Progress = silent) -> BackedUp:
    """One self-contained file, proved by restoring it; refused as ``models.store.backup.backup`` refuses."""
    with desk.store.acting():
        made = backup(desk.store, target, desk.clock.now(), progress)
        with desk.act("export_backup") as unit:
            unit.state("export", file=sayable(made.file.name), sha256=made.sha256)
    return made


def _try_place(target: Path) -> None:
    """OSError at once where the file could not be written, and not after the work of making it."""
    refuse_no_file(target)
    part = part_beside(target)
    part.touch()
    part.unlink()
