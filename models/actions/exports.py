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
from models.actions.leaving import disclose, leaving
from models.ledger.account_out import write_account
from models.ledger.sheet_out import Table, write_tables
from models.ledger.workbook_out import write_aging, write_claims
from models.progress import Progress, silent
from models.queries.claims import ClaimRow
from models.queries.statement import Statement
from models.rules.call_sheet import CallSheetFacts
from models.rules.facts import AgingFacts
from models.rules.privacy import T, hidden, masked_text
from models.store.backup import BackedUp, backup
from models.vault.durable import write_bytes_whole

Render = Callable[[str, AgingFacts, str], bytes]


def export_claims(
    desk: Desk, target: Path, rows: Sequence[ClaimRow], as_of: date, language: str, openly: str = ""
) -> None:
    """A list of claims as they stand on a day as a formatted workbook, whole under its name."""
    with leaving(desk, "export_claims", target) as (unit, part):
        write_claims(part, all_shown(rows, openly), as_of, language)
        disclose(unit, target, **how(openly), rows=len(rows), as_of=as_of.isoformat())


def export_aging_workbook(
    desk: Desk, target: Path, facts: AgingFacts, rows: Sequence[ClaimRow], openly: str = ""
) -> None:
    """The claims table and the aging as a formatted workbook, whole under its name."""
    with leaving(desk, "export_aging", target) as (unit, part):
        write_aging(part, shown(facts, openly), all_shown(rows, openly))
        disclose(unit, target, **how(openly), rows=len(rows), as_of=facts.as_of.isoformat())


def export_aging_paper(
    desk: Desk, target: Path, facts: AgingFacts, render: Render, language: str, openly: str = ""
) -> None:
    """The aging as a PDF to print, whole under its name."""
    with leaving(desk, "export_aging", target) as (unit, part):
        write_bytes_whole(part, render("aging", shown(facts, openly), language))
        disclose(unit, target, **how(openly), rows=len(facts.lines), as_of=facts.as_of.isoformat())


def export_tables(desk: Desk, target: Path, verb: str, tables: Sequence[Table], openly: str = "") -> None:
    """What a window shows as tables, as a workbook, whole under its name. ``verb`` names the journal entry.

    Whoever makes the tables masks their columns; here only what stands within longer texts is looked for.
    """
    with leaving(desk, verb, target) as (unit, part):
        write_tables(part, tables if openly else [_masked(table) for table in tables])
        disclose(unit, target, **how(openly), rows=sum(len(table.rows) for table in tables))


def export_statement(desk: Desk, target: Path, account: Statement, language: str, openly: str = "") -> None:
    """One debtor's account as a formatted workbook, whole under its name."""
    with leaving(desk, "export_statement", target) as (unit, part):
        write_account(part, shown(account, openly), language)
        disclose(unit, target, **how(openly), rows=len(account.lines), as_of=account.last.isoformat())


def export_call_sheet(
    desk: Desk,
    target: Path,
    facts: CallSheetFacts,
    render: Callable[..., bytes],
    language: str,
) -> None:
    """The day's list as a PDF to print and write on, whole under its name; with telephones, for whom it is to reach."""
    with leaving(desk, "export_call_sheet", target) as (unit, part):
        write_bytes_whole(part, render("call_sheet", facts, language))
        disclose(unit, target, rows=len(facts.lines), as_of=facts.on.isoformat())


def export_backup(desk: Desk, target: Path, progress: Progress = silent) -> BackedUp:
    """One self-contained file, proved by restoring it; refused as ``models.store.backup.backup`` refuses."""
    with desk.store.acting():
        made = backup(desk.store, target, desk.clock.now(), progress)
        with desk.act("export_backup") as unit:
            disclose(unit, made.file, sha256=made.sha256)
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


def how(openly: str) -> dict[str, str | int]:
    """What the log says of personal data in a file: what they are in the clear for, or that they are masked."""
    return {"purpose": openly} if openly else {"masked": 1}
