"""What the lines above a table say for all of it: unit, currency, day, and on a sheet of one customer whose it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.ledger.cells import text
from models.ledger.days import as_of
from models.ledger.grid import Grid, address
from models.ledger.headings import Layout
from models.ledger.synonyms import currency_code, folded, simplified

_UNITS = {
    "元": 1,
    "千元": 1_000,
    "万元": 10_000,
    "百万元": 1_000_000,
    "千万元": 10_000_000,
    "亿元": 100_000_000,
}
_UNIT = re.compile(
    r"单位[:：]?[(]?(?:人民币|rmb|cny)?[:：/]?(千万元|百万元|亿元|万元|千元|元)|[(](?:人民币)?(百万元|亿元|万元|千元)[)]"
)
_HEADING_UNIT = re.compile(r"(千万元|百万元|亿元|万元|千元)")
_CURRENCY = re.compile(r"(?:币种|币别|货币|本位币|单位|currency)\s*[:：]\s*([^\s,;，；、|]+)", re.IGNORECASE)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_OWN = re.compile(
    r"核算单位|编制单位|填报单位|填制单位|账套|公司代码|销货单位|供方|卖方|债权人|本单位|编报单位|companycode"
)
_LABELLED = re.compile(
    r"(?:客户名称|客户全称|客户单位|客户|往来单位名称|往来单位|往来户|购货单位|购买方|付款单位|欠款单位|单位名称|对账单位|对方单位|债务人|客商|买方|需方"
    r"|customer\s*name|customer|debtor|client|bill\s*to)\s*[:：]\s*([^:：]+?)(?=\s{2,}|\s+\S+[:：]|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*(客户|客户名称|往来单位|单位名称|购货单位|customer)\s*[:：]\s*", re.IGNORECASE)
_FIRM = re.compile(
    r"[\u3400-\u9fff\U00020000-\U0003ffffA-Za-z0-9()（）·&]{2,}?"
    r"(?:公司|集团|工厂|厂|商行|经营部|合作社|事务所|医院|学校|大学|中心|商店|门市部|酒店|工作室|研究院|研究所|供销社)"
)
_GENERIC_TAB = re.compile(
    r"sheet\d*|工作表\d*|表\d*|第\d+页|page\d*|export.*|table.*|data|数据.*|\d+|.*(应收|明细|台账|台帐|账龄|余额|汇总|往来|对账|报表|总账|列表|清单|导出|债权|欠款|未收|发票|销售).*"
    r"|.*\d+月.*|(20\d\d).*|全部.*|客户|ledger.*|invoices?|receivables?|aging|ar"
)


@dataclass(frozen=True)
class Titles:
    """What holds for the whole sheet. ``lines`` are the texts above the heading."""

    lines: frozenset[str]
    unit: int
    currency: str
    as_of: date | None


def read_titles(grid: Grid, layout: Layout) -> Titles:
    """Read the lines above the heading; sums are yuan unless a line says otherwise."""
    lines = tuple(
        line
        for row in grid.rows[: layout.top]
        for value in row
        if isinstance(value, str) and (line := text(value))
    )
    plain = [simplified(unicodedata.normalize("NFKC", line)) for line in lines]
    unit = next((_UNITS[found[1] or found[2]] for line in plain if (found := _UNIT.search(folded(line)))), 1)
    days = [text(value) or "" for row in grid.rows[: layout.top] for value in row]
    return Titles(frozenset(lines), unit, _currency(plain), as_of(days))


def _currency(lines: Sequence[str]) -> str:
    for line in lines:
        for found in _CURRENCY.finditer(line):
            if code := currency_code(found[1]):
                return code
    return "CNY"


def heading_unit(heading: str, titles: Titles) -> int:
    """What one stands for in a column: its own heading before the lines above the table."""
    whole = folded(heading)
    if found := _HEADING_UNIT.search(whole):
        return _UNITS[found[1]]
    return 1 if "(元)" in whole else titles.unit


def heading_currency(heading: str) -> str | None:
    """The currency that stands in the brackets of a heading: ``余额(USD)``."""
    plain = unicodedata.normalize("NFKC", heading)
    return next((code for inner in _BRACKETED.findall(plain) if (code := currency_code(inner))), None)


def debtor_of_sheet(grid: Grid, layout: Layout) -> tuple[str, str] | None:
    """The customer of a sheet without a customer column, and the cell that names it (empty: the tab).

    What is labelled as customer comes first; then a tab that is a name, in full where a title holds it; then a firm
    in a title, unless that line speaks of the firm that keeps the books.
    """
    cells = [
        (simplified(unicodedata.normalize("NFKC", value)), address(row, column), value)
        for row, line in enumerate(grid.rows[: layout.top])
        for column, value in enumerate(line)
        if isinstance(value, str) and value.strip()
    ]
    for index, (plain, where, raw) in enumerate(cells):
        if found := _LABELLED.search(plain):
            return _as_written(raw, found[1]), where
        if _LABEL.fullmatch(plain) and index + 1 < len(cells):
            return cells[index + 1][2].strip(), cells[index + 1][1]
    firms = [
        (_as_written(raw, found[0]), where)
        for plain, where, raw in cells
        if not _OWN.search(folded(plain)) and (found := _FIRM.search(plain))
    ]
    tab = (grid.sheet or "").strip()
    if tab and not _GENERIC_TAB.fullmatch(folded(tab)):
        return next(((firm, where) for firm, where in firms if folded(tab) in folded(firm)), (tab, ""))
    return firms[0] if firms else None


def _as_written(raw: str, found: str) -> str:
    """The part of the cell as it stands, with its own full-width brackets."""
    plain = simplified(unicodedata.normalize("NFKC", raw))
    start, same_length = plain.find(found), len(plain) == len(raw)
    return (raw[start : start + len(found)] if same_length and start >= 0 else found).strip()
