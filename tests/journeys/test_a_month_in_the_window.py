"""From a real ledger to a letter in the envelope and the money in the books: one month, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl

from models.store.verify import verify
from tests.journeys import month
from tests.journeys.clerk import Clerk


def test_a_month_in_the_window(clerk: Clerk, ledger: Callable[[str], Path], tmp_path: Path) -> None:
    contract, scan, letters = tmp_path / "合同.pdf", tmp_path / "签署.pdf", tmp_path / "函件"
    contract.write_bytes(b"%PDF-1.4 contract")
    scan.write_bytes(b"%PDF-1.4 signed")
    letters.mkdir()
    month.import_first(clerk, ledger("06"))
    month.find_debtor(clerk)
    month.log_call(clerk)
    month.attach(clerk, contract)
    month.print_letters(clerk, letters)
    month.register_numbers(clerk)
    month.make_plan(clerk, tmp_path / "协议.pdf")
    month.sign_plan(clerk, scan)
    month.book_receipt(clerk)
    month.export_aging(clerk, tmp_path / "账龄.xlsx")
    month.import_next_and_take_it_back(clerk, ledger("07"))
    store = clerk.session.store
    assert verify(store, clerk.session.clock.now()).ok
    clerk.press("Ctrl+Q")
    assert not clerk.window.isVisible()
    workbook = openpyxl.load_workbook(tmp_path / "账龄.xlsx")
    assert workbook.sheetnames
