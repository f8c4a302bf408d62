"""Write the sample ledger: a month's receivables as a bookkeeper keeps them by hand, every firm made up.

It is what the main job imports and what a newcomer drops on the window. Run it only to change the sample:
``.venv/bin/python -m tests.tools.sample_ledger``.
"""

from __future__ import annotations

import random
import sys
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
FILE = SAMPLE / "ledger_2026-10.xlsx"
AS_OF = date(2026, 10, 31)
HEADINGS = (
    *("序号", "客户名称", "行业", "地址", "邮编", "联系人", "联系电话", "合同编号", "单据号", "开票日期"),
    *("到期日", "应收金额", "已收金额", "未收余额", "责任人", "备注"),
)
WIDTHS = (6, 30, 12, 34, 9, 9, 15, 15, 14, 12, 12, 15, 15, 15, 9, 22)
MONEY_COLUMNS = (12, 13, 14)
DAY_COLUMNS = (10, 11)


def firms(chance: random.Random, parts: dict[str, Any]) -> list[list[Any]]:
    """Name, industry, address, postcode, contact, telephone of sixteen firms; one without an address."""
    made = []
    words = chance.sample(parts["words"], 16)
    for index, word in enumerate(words):
        city, (trade, industry) = chance.choice(parts["cities"]), chance.choice(parts["trades"])
        address = f"{city}市{word[0]}兴路 {chance.randrange(2, 900)} 号" if index != 11 else None
        person = chance.choice(parts["surnames"]) + chance.choice(parts["given"])
        postcode = str(chance.randrange(200000, 660000)) if address else None
        telephone = f"0{chance.randrange(510, 580)}-8800 {chance.randrange(1000, 9999)}"
        made.append([f"{city}{word}{trade}有限公司", industry, address, postcode, person, telephone])
    return made


def rows(chance: random.Random) -> list[list[Any]]:
    """The lines of the ledger in the order of its customers; sums in yuan as a workbook holds them."""
    parts = tomllib.loads((SAMPLE / "names.toml").read_text(encoding="utf-8"))
    lines: list[list[Any]] = []
    for firm in firms(chance, parts):
        owner = chance.choice(parts["owners"])
        for _ in range(chance.randrange(1, 5)):
            issued = AS_OF - timedelta(days=chance.randrange(10, 330))
            due = issued + timedelta(days=chance.choice((30, 45, 60, 90)))
            fen = chance.randrange(300_000, 28_000_000)
            paid = fen * chance.choice((0, 0, 0, 20, 50)) // 100
            number = len(lines) + 1
            papers = [f"SP-2026-{chance.randrange(100, 999)}", f"KP2610{number:03d}", issued, due]
            sums = [fen / 100, paid / 100, (fen - paid) / 100]
            lines.append([number, *firm, *papers, *sums, owner, "质保金" if number % 13 == 0 else None])
    return lines


def write(lines: list[list[Any]]) -> None:
    """Lay the lines out with a title, the cut-off day and a total."""
    book = Workbook()
    sheet = book.active
    sheet.title = "应收台账"
    sheet.append(["应收账款台账"])
    sheet.append([f"截止日期：{AS_OF:%Y年%m月%d日}", *[None] * 13, "单位：元"])
    sheet.append(HEADINGS)
    for line in lines:
        sheet.append(line)
    totals = [round(sum(line[column - 1] for line in lines), 2) for column in MONEY_COLUMNS]
    sheet.append(["合计", *[None] * 10, *totals])
    sheet.merge_cells("A1:P1")
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=16), Alignment(horizontal="center")
    hair = Side(style="thin", color="BFBFBF")
    for cells in sheet.iter_rows(min_row=3):
        for cell in cells:
            cell.border = Border(hair, hair, hair, hair)
            if cell.row == 3:
                cell.font, cell.alignment = Font(bold=True), Alignment(horizontal="center")
            if cell.column in MONEY_COLUMNS:
                cell.number_format = "#,##0.00"
            if cell.column in DAY_COLUMNS:
                cell.number_format = "yyyy-mm-dd"
    for column, width in zip(sheet.iter_cols(min_row=3, max_row=3), WIDTHS, strict=True):
        sheet.column_dimensions[column[0].column_letter].width = width
    sheet.freeze_panes = "C4"
    book.save(FILE)


def main() -> int:
    """Write it and say what it holds."""
    lines = rows(random.Random(20261031))
    write(lines)
    balance = sum(round(line[13] * 100) for line in lines)
    firm_count = len({line[1] for line in lines})
    print(f"{FILE.name}: {len(lines)} lines, {firm_count} firms, {balance / 100:,.2f} open")
    return 0


if __name__ == "__main__":
    sys.exit(main())
