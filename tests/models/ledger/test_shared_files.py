"""Files that are only borrowed: a published sample of invoices, and the workbooks of other projects' test suites.

They are no part of this tree. Where ``QZ_SHARED`` or ``../shared`` has them, ``--long`` runs read them all.
"""

from __future__ import annotations

import csv
import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from models.ledger.reading import propose
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
        def outcome(entry: dict[str, str]) -> tuple[str, float]:
            began = time.monotonic()
            try:
                propose(CORPORA / entry["path"])
            except Refused as refused:
                problem = refused.problems[0]
                ours = (
                    problem.code == "ledger_reader_failed"
                    and "PanicException" not in problem.params["detail"]
                )
                return "our own fault" if ours else problem.code, time.monotonic() - began
            return "proposal", time.monotonic() - began

        with ThreadPoolExecutor(2) as pool:
            outcomes = list(pool.map(outcome, manifest))
        assert len(outcomes) == len(manifest) > 700
        slow = [
            (entry["path"], took)
            for entry, (_, took) in zip(manifest, outcomes, strict=True)
            if took > SECONDS
        ]
        assert slow == []
        crashed = [
            entry["path"]
            for entry, (code, _) in zip(manifest, outcomes, strict=True)
            if code in ("ledger_reader_died", "our own fault")
        ]
        assert crashed == []
