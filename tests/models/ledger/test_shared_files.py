"""Files that are only borrowed: a published sample of invoices, and the workbooks of other projects' test suites.

They are no part of this tree. Where ``QZ_SHARED`` or ``../shared`` has them, ``--long`` runs read them all.
"""

from __future__ import annotations

import csv
import os
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from models.ledger.grid import Grid, Rows
from models.ledger.reading import propose, read_grid
from models.rules.problems import Refused

SHARED = Path(os.environ.get("QZ_SHARED", Path(__file__).resolve().parents[3].parent / "shared"))
INVOICES = SHARED / "ledgers" / "ibm_late_payments.csv"
CORPORA = SHARED / "corpora"
SECONDS = 10.5
"""The cap of the reader, and what it takes to start and end a process."""

pytestmark = [pytest.mark.long, pytest.mark.timeout(1800)]

if not INVOICES.exists():
    print("\nLEFT OUT: no shared ledgers and corpora (set QZ_SHARED to their folder)")  # noqa: T201  meant to be seen


@pytest.fixture(scope="module")
def manifest() -> list[dict[str, str]]:
    with (CORPORA / "manifest.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


if INVOICES.exists():

    def test_the_published_sample_is_read_with_its_settled_invoices() -> None:
        proposal = propose(INVOICES)
        wanted = {
            "debtor": "customerID",
            "number": "invoiceNumber",
            "issued_on": "InvoiceDate",
            "due_on": "DueDate",
            "amount": "InvoiceAmount",
            "disputed": "Disputed",
            "settled_on": "SettledDate",
        }
        assert {field: proposal.columns.get(field) for field in wanted} == wanted
        assert len(proposal.rows) == 2466
        assert sum(row.amount_fen for row in proposal.rows) == 14770318
        assert {row.balance_fen for row in proposal.rows} == {0}
        assert not proposal.problems
        assert len({row.debtor for row in proposal.rows}) == 100
        assert proposal.rows[0].number == "0000611365"

    def test_every_workbook_of_the_corpora_ends_in_a_proposal_or_a_sentence(
        manifest: list[dict[str, str]],
    ) -> None:
        with ThreadPoolExecutor(2) as pool:
            outcomes = list(pool.map(outcome, manifest))
        for code, times in Counter(code for code, _ in outcomes).most_common():
            print(f"{code:28} {times:4}")  # noqa: T201  the table of outcomes is wanted
        assert len(outcomes) == len(manifest) > 700
        told = list(zip((entry["path"] for entry in manifest), outcomes, strict=True))
        assert [(path, took) for path, (_, took) in told if took > SECONDS] == []
        assert [path for path, (code, _) in told if code in ("ledger_reader_died", "our own fault")] == []

    def test_as_many_numbers_are_read_as_the_readers_of_other_projects_agree_on(
        manifest: list[dict[str, str]],
    ) -> None:
        known = [entry for entry in manifest if int(entry["oracle_numbers"] or 0) and entry["ext"] != "csv"]
        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(numbers, known))
        fewer = [
            entry["path"]
            for entry, count in zip(known, found, strict=True)
            if count is not None and count < int(entry["oracle_numbers"])
        ]
        unread = [entry["path"] for entry, count in zip(known, found, strict=True) if count is None]
        print(f"{len(known)} files with numbers, refused or with hidden sheets: {unread}")  # noqa: T201  meant to be seen
        assert len(unread) * 10 < len(known) > 200
        assert fewer == []


def outcome(entry: dict[str, str]) -> tuple[str, float]:
    """How a file ends, and after how many seconds."""
    began = time.monotonic()
    try:
        propose(CORPORA / entry["path"])
    except Refused as refused:
        problem = refused.problems[0]
        ours = problem.code == "ledger_reader_failed" and "PanicException" not in problem.params["detail"]
        return "our own fault" if ours else problem.code, time.monotonic() - began
    return "proposal", time.monotonic() - began


def numbers(entry: dict[str, str]) -> int | None:
    """How many numbers all sheets of a file hold; None where it is refused or one of its sheets is hidden."""
    path = CORPORA / entry["path"]
    try:
        first = read_grid(path)
        if first.hidden_sheets:
            return None
        sheets = [rows_of(path, name) for name in sheets_of(first)] or [first.rows]
    except Refused:
        return None
    return sum(type(value) in (int, float) for rows in sheets for row in rows for value in row)


def rows_of(path: Path, sheet: str) -> Rows:
    """The rows of one sheet, none where it is empty: that alone is refused, but nothing is left unread."""
    try:
        return read_grid(path, sheet=sheet).rows
    except Refused as refused:
        if refused.problems[0].code == "ledger_empty":
            return ()
        raise


def sheets_of(grid: Grid) -> list[str]:
    """The names of all sheets, also of those that were read as one."""
    parts = [part.sheet for part in grid.parts]
    return sorted({*parts, *grid.sheets, *([grid.sheet] if grid.sheet and not parts else [])})
