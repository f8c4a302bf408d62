"""Files that are only borrowed: a published sample of invoices, and the workbooks of other projects' test suites.

They are no part of this tree. Where ``QZ_SHARED`` or ``../shared`` has them, ``--long`` runs read them all. That
readers broken on purpose are found out is tried everywhere, on a file made here.
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
from models.ledger.sheet_out import Column
from models.rules.problems import Refused
from tests.models.ledger.broken_reader import command
from tests.models.ledger.made_tables import write_table

SHARED = Path(os.environ.get("QZ_SHARED", Path(__file__).resolve().parents[3].parent / "shared"))
INVOICES = SHARED / "ledgers" / "ibm_late_payments.csv"
CORPORA = SHARED / "corpora"
SECONDS = 10.5
"""The cap of the reader, and what it takes to start and end a process."""

Entry = dict[str, str]
Ending = tuple[str, float]
"""How a file ended, and after how many seconds."""

if not INVOICES.exists():
    print("\nLEFT OUT: no shared ledgers and corpora (set QZ_SHARED to their folder)")  # noqa: T201  meant to be seen


@pytest.fixture(scope="module")
def manifest() -> list[Entry]:
    with (CORPORA / "manifest.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


if INVOICES.exists():

    @pytest.mark.long
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

    @pytest.mark.long
    @pytest.mark.timeout(1800)
    def test_every_workbook_of_the_corpora_ends_in_a_proposal_or_a_sentence(manifest: list[Entry]) -> None:
        told = endings(manifest)
        for code, times in Counter(code for code, _ in told.values()).most_common():
            print(f"{code:28} {times:4}")  # noqa: T201  the table of outcomes is wanted
        assert len(told) == len(manifest) > 700
        assert ended_badly(told) == []

    @pytest.mark.long
    @pytest.mark.timeout(1800)
    def test_as_many_numbers_are_read_as_the_readers_of_other_projects_agree_on(
        manifest: list[Entry],
    ) -> None:
        known = [entry for entry in manifest if int(entry["oracle_numbers"] or 0) and entry["ext"] != "csv"]
        fewer, unread = lost_numbers(known)
        print(f"{len(known)} files with numbers, refused or with hidden sheets: {unread}")  # noqa: T201  meant to be seen
        assert len(unread) * 10 < len(known) > 200
        assert fewer == []


@pytest.fixture
def made(tmp_path: Path) -> Entry:
    """A workbook with ten numbers."""
    columns = [Column("客户名称", "text"), Column("金额", "money")]
    write_table(tmp_path / "a.xlsx", columns, [[f"第{n}号公司", 100_00 + n] for n in range(10)])
    entry = {"path": str(tmp_path / "a.xlsx"), "oracle_numbers": "10"}
    assert ended_badly(endings([entry]), seconds=60) == []
    assert lost_numbers([entry]) == ([], [])
    return entry


def break_reader(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setattr("models.ledger.reading._command", lambda: command(how))


def test_a_reader_that_loses_the_last_row_is_found_out(made: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    break_reader(monkeypatch, "lose_the_last_row")
    assert lost_numbers([made]) == ([made["path"]], [])


def test_a_reader_that_dies_is_found_out(made: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    break_reader(monkeypatch, "die")
    assert [path for path, _ in ended_badly(endings([made]))] == [made["path"]]
    assert lost_numbers([made]) == ([], [made["path"]])


def test_a_reader_that_never_ends_and_that_nobody_stops_in_time_is_found_out(
    made: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_reader(monkeypatch, "never_end")
    monkeypatch.setattr("models.ledger.reading._LEAST_SECONDS", 1)
    monkeypatch.setattr("models.ledger.reading._PATIENCE", 0)
    told = endings([made])
    assert told[made["path"]][0] == "ledger_too_slow"
    assert [path for path, _ in ended_badly(told, seconds=0.9)] == [made["path"]]


def endings(entries: list[Entry]) -> dict[str, Ending]:
    """How each file ends."""
    with ThreadPoolExecutor(2) as pool:
        return dict(zip((entry["path"] for entry in entries), pool.map(outcome, entries), strict=True))


def ended_badly(told: dict[str, Ending], seconds: float = SECONDS) -> list[tuple[str, Ending]]:
    """Files that took too long, ended the reader, or found a fault of our own."""
    bad = ("ledger_reader_died", "our own fault")
    return [(path, (code, took)) for path, (code, took) in told.items() if took > seconds or code in bad]


def lost_numbers(known: list[Entry]) -> tuple[list[str], list[str]]:
    """Files of which fewer numbers are read than there are, and files of which none could be."""
    with ThreadPoolExecutor(2) as pool:
        found = list(zip(known, pool.map(numbers, known), strict=True))
    fewer = [
        entry["path"] for entry, count in found if count is not None and count < int(entry["oracle_numbers"])
    ]
    return fewer, [entry["path"] for entry, count in found if count is None]


def outcome(entry: Entry) -> Ending:
    began = time.monotonic()
    try:
        propose(CORPORA / entry["path"])
    except Refused as refused:
        problem = refused.problems[0]
        ours = problem.code == "ledger_reader_failed" and "PanicException" not in problem.params["detail"]
        return "our own fault" if ours else problem.code, time.monotonic() - began
    return "proposal", time.monotonic() - began


def numbers(entry: Entry) -> int | None:
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
