"""Importing a ledger of 100,000 rows, beside the bare read of the same file."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import python_calamine

from models.actions.desk import Desk
from models.actions.imports import take_over
from models.clock import Clock
from models.ledger.reading import propose
from models.queries.comparison import compare
from models.store import open_store
from tests.bench.measure import Measured, milliseconds

ROWS = 100_000
TODAY = date(2026, 11, 20)
HEADINGS = (
    "客户编码", "客户名称", "单据编号", "合同号", "单据日期", "到期日", "币种", "应收金额", "已收金额", "未收余额",
    "业务员", "行业", "联系电话", "备注",
)  # fmt: skip


def ledger(path: Path) -> None:
    """A ledger of the usual make: 14 columns, real dates and numbers, three claims a customer."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("应收明细")
    sheet.append(HEADINGS)
    for n in range(ROWS):
        issued = TODAY - timedelta(days=n % 700)
        amount, paid = (n * 37 % 900_000) + 100, 50 if n % 4 == 0 else 0
        sheet.append([
            f"C{n // 3:05d}", f"第{n // 3}号精密制造有限公司", f"XS{n:08d}", f"HT-{n % 997}", issued,
            issued + timedelta(days=60), "CNY", amount, paid, amount - paid, ("林晓", "周敏")[n % 2], "机械",
            "0512-88000456", None,
        ])  # fmt: skip
    book.save(path)


def import_whole(path: Path) -> None:
    """What a clerk waits for: read in the child process, compare, book with the journal."""
    with tempfile.TemporaryDirectory() as room:
        store = open_store(Path(room) / "data")
        desk = Desk(store, Clock(TODAY), "bench")
        proposal = propose(path)
        take_over(desk, compare(store, proposal, TODAY), path.name)
        store.close()


def bare_read(path: Path) -> None:
    """The floor: calamine hands over every cell."""
    python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def slow_read(path: Path) -> None:
    """A peer: openpyxl alone, reading every cell."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for row in book.active.iter_rows(values_only=True):
        len(row)
    book.close()


def bench_import() -> list[Measured]:
    """End to end, twice in turn with its floor and its peer."""
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "ledger.xlsx"
        ledger(path)
        bare_read(path)
        rounds = [[milliseconds(lambda work=work: work(path)) for work in (import_whole, bare_read, slow_read)]
                  for _ in range(3)]  # fmt: skip
    ours, floor, peer = (sorted(column)[1] for column in zip(*rounds, strict=True))
    what = f"import of {ROWS:,} rows, file to books"
    return [
        Measured(what, ours, "calamine's bare read", floor, 2.5),
        Measured(what, ours, "openpyxl read", peer, 1.0),
    ]
