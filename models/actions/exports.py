"""What leaves the portfolio as a file: each export is an entry of the journal.

Telephone numbers, addresses, accounts and numbers of identity are masked in it. ``openly`` is the purpose for which
they leave in the clear instead; it stands in the log of disclosures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
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
from models.rules.privacy import T, hidden, masked_text
from models.store import Unit
from models.store.backup import BackedUp, backup
from models.vault.durable import part_beside, refuse_no_file, write_bytes_whole

Render = Callable[[str, AgingFacts, str], bytes]


def export_claims(
    desk: Desk, target: Path, rows: Sequence[ClaimRow], as_of: date, language: str, openly: str = ""
) -> None:
    """A list of claims as they stand on a day as a formatted workbook, whole under its name."""
    with desk.act("export_claims") as unit:
        _try_place(target)
        write_claims(target, all_shown(rows, openly), as_of, language)
        disclose(unit, target, openly, rows=len(rows), as_of=as_of.isoformat())


def export_aging_workbook(
    desk: Desk, target: Path, facts: AgingFacts, rows: Sequence[ClaimRow], openly: str = ""
) -> None:
    """The claims table and the aging as a formatted workbook, whole under its name."""
    with desk.act("export_aging") as unit:
        _try_place(target)
        write_aging(target, shown(facts, openly), all_shown(rows, openly))
        disclose(unit, target, openly, rows=len(rows), as_of=facts.as_of.isoformat())


def export_aging_paper(
    desk: Desk, target: Path, facts: AgingFacts, render: Render, language: str, openly: str = ""
) -> None:
    """The aging as a PDF to print, whole under its name."""
    with desk.act("export_aging") as unit:
        _try_place(target)
        write_bytes_whole(target, render("aging", shown(facts, openly), language))
        disclose(unit, target, openly, rows=len(facts.lines), as_of=facts.as_of.isoformat())


def export_tables(desk: Desk, target: Path, verb: str, tables: Sequence[Table], openly: str = "") -> None:
    """What a window shows as tables, as a workbook, whole under its name. ``verb`` names the journal entry.

    Whoever makes the tables masks their columns; here only what stands within longer texts is looked for.
    """
    with desk.act(verb) as unit:
        _try_place(target)
        write_tables(target, tables if openly else [_masked(table) for table in tables])
        disclose(unit, target, openly, rows=sum(len(table.rows) for table in tables))


def export_statement(desk: Desk, target: Path, account: Statement, language: str, openly: str = "") -> None:
    """One debtor's account as a formatted workbook, whole under its name."""
    with desk.act("export_statement") as unit:
        _try_place(target)
        write_account(target, shown(account, openly), language)
        disclose(unit, target, openly, rows=len(account.lines), as_of=account.last.isoformat())


def export_call_sheet(
    desk: Desk,
    target: Path,
    facts: CallSheetFacts,
    render: Callable[..., bytes],
    language: str,
) -> None:
    """The day's list as a PDF to print and write on, whole under its name; with telephones, for whom it is to reach."""
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


def shown(facts: T, openly: str) -> T:
    """Facts as they may leave: masked, unless there is a purpose for which they leave in the clear."""
    return facts if openly else hidden(facts)


def all_shown(rows: Iterable[T], openly: str) -> list[T]:
    """The same of each of many."""
    return [shown(row, openly) for row in rows]


def _masked(table: Table) -> Table:
    """A cell that is a number and nothing else stays: it may be that of a claim."""
    rows = [
        [masked_text(cell) if isinstance(cell, str) and not _is_number(cell) else cell for cell in row]
        for row in table.rows
    ]
    return replace(table, rows=rows)


def _is_number(cell: str) -> bool:
    return cell.isascii() and cell.isalnum()


def disclose(unit: Unit, target: Path, openly: str, **facts: str | int) -> None:
    """Enter what left, and what for where personal data are in it in the clear."""
    how: dict[str, str | int] = {"purpose": openly} if openly else {"masked": 1}
    unit.state("export", file=sayable(target.name), **facts, **how)


def _try_place(target: Path) -> None:
    """OSError at once where the file could not be written, and not after the work of making it."""
    refuse_no_file(target)
    part = part_beside(target)
    part.touch()
    part.unlink()
