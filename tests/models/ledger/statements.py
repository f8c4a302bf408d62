"""Statements as the banks export them, with invented names and numbers; they lie in ``tests/statements``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from models.ledger.grid import Grid, Value
from models.ledger.reading import read_grid

TODAY = date(2026, 11, 20)
FIRM, OTHER = "苏州恒锐精密制造有限公司", "宁波海晟机电设备有限公司"
HEAD: list[Value] = ["交易日期", "对方户名", "对方账号", "收入金额", "支出金额", "余额", "摘要", "流水号"]
EXPORTS = Path(__file__).resolve().parents[2] / "statements"
BANKS = ("icbc", "ccb", "cmb", "abc", "boc")
"""Exports of five banks; beside them a list kept by hand and a firm's own journal of its bank."""


def export(name: str) -> Grid:
    """The sheet of one export."""
    return read_grid(EXPORTS / f"{name}.csv", in_child=False)


def grid(*rows: list[Value]) -> Grid:
    """A sheet of these rows, all of one width."""
    width = max(map(len, rows))
    return Grid([[*row, *[""] * (width - len(row))] for row in rows])
