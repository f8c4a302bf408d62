"""Importing a ledger of 100,000 rows, beside the bare read of the same file."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median

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
ROUNDS = 3
LIBREOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
GOALS = {"calamine's bare read": 2.5, "openpyxl read": 1.0, "LibreOffice to csv": 0.6}
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


def converted(path: Path) -> None:
    """A peer: LibreOffice turning the file into text, where the machine has it."""
    with tempfile.TemporaryDirectory() as room:
        line = [str(LIBREOFFICE), "--headless", "--convert-to", "csv", "--outdir", room, str(path)]
        subprocess.run(line, check=True, capture_output=True)


def peak_bytes() -> int:
    """The most memory this process has held so far; only Linux tells."""
    told = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(told[1]) * 1024 if told else 0


def growth_of_import(path: Path) -> float:
    """How much the program itself grows by an import, in megabytes: tried in a process of its own."""
    line = [sys.executable, "-m", "tests.bench.bench_import", str(path)]
    return float(subprocess.run(line, check=True, capture_output=True, text=True).stdout)


def bench_import() -> list[Measured]:
    """End to end, in turn with its floor and its peers; then the memory it takes."""
    works = {"ours": import_whole, "calamine's bare read": bare_read, "openpyxl read": slow_read}
    if LIBREOFFICE:
        works["LibreOffice to csv"] = converted
    else:
        print("LibreOffice: not on this machine")
    with tempfile.TemporaryDirectory() as room:
        path = Path(room) / "ledger.xlsx"
        ledger(path)
        bare_read(path)
        rounds = [
            {name: milliseconds(lambda work=work: work(path)) for name, work in works.items()}
            for _ in range(ROUNDS)
        ]
        grown = growth_of_import(path) if Path("/proc/self/status").exists() else None
    took = {name: median(each[name] for each in rounds) for name in works}
    ours = took.pop("ours")
    what = f"import of {ROWS:,} rows, file to books"
    found = [Measured(what, ours, peer, theirs, GOALS[peer]) for peer, theirs in took.items()]
    return (
        found if grown is None else [*found, Measured(f"{what}, memory in MB", grown, "allowed", 150.0, 1.0)]
    )


if __name__ == "__main__":
    before = peak_bytes()
    import_whole(Path(sys.argv[1]))
    print((peak_bytes() - before) / 2**20)
