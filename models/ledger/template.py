"""The empty ledger a clerk can fill in: headings with notes, formats, and a page that explains them."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.vault.durable import write_whole

_TEMPLATE = Path(__file__).resolve().parents[2] / "resources" / "ledger" / "template.toml"
_FORMATS = {"money": "#,##0.00", "day": "yyyy-mm-dd", "text": "@"}
_ROWS_FORMATTED = 1_000
_NEEDED_FILL, _OPTIONAL_FILL = "E8EEFD", "F1F3F6"


def write_template(path: Path) -> None:
    """Write the template as .xlsx: one sheet to fill in, one that says how. The reader knows every heading of it."""
    from openpyxl import Workbook

    with _TEMPLATE.open("rb") as file:
        words = tomllib.load(file)
    book = Workbook()
    _sheet_to_fill(book.active, words)
    _guide(book.create_sheet(words["guide"]), words)
    write_whole(path, book.save)


def _sheet_to_fill(sheet: Any, words: dict[str, Any]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.utils import get_column_letter

    sheet.title = words["sheet"]
    sheet.freeze_panes = "B2"
    for number, column in enumerate(words["columns"], 1):
        cell = sheet.cell(1, number, column["heading"])
        _dress(cell, column.get("needed", False))
        cell.comment = Comment(column["note"], words["guide"], height=60, width=220)
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = 30 if number == 1 else 16
        for row in range(2, _ROWS_FORMATTED + 2):
            sheet.cell(row, number).number_format = _FORMATS[column.get("kind", "text")]
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(words['columns']))}1"


def _guide(sheet: Any, words: dict[str, Any]) -> None:
    for tip in words["tips"]:
        sheet.append([tip])
    sheet.append([])
    sheet.append(words["guide_head"])
    for cell in sheet[sheet.max_row]:
        _dress(cell, False)
    for column in words["columns"]:
        needed = words["needed"] if column.get("needed") else words["optional"]
        sheet.append([column["heading"], needed, column["note"], _example(column)])
        sheet.cell(sheet.max_row, 4).number_format = _FORMATS[column.get("kind", "text")]
    for letter, width in zip("ABCD", (20, 12, 60, 30), strict=True):
        sheet.column_dimensions[letter].width = width


def _example(column: dict[str, Any]) -> str | date | Decimal | None:
    example = column.get("example")
    if column.get("kind") == "money" and example:
        return Decimal(example)
    return example or None


def _dress(cell: Any, needed: bool) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(bold=True)
    cell.fill = PatternFill("solid", fgColor=_NEEDED_FILL if needed else _OPTIONAL_FILL)
    cell.alignment = Alignment(vertical="center", wrap_text=True)
