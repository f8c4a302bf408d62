"""The journal as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from models.actions.desk import Desk
from models.actions.exports import export_tables
from models.clock import CHINA
from models.ledger.sheet_out import Column, Table
from models.queries.journal_entries import Detail, Entry, details, entries_of
from models.store import Store

_HEADS = {
    "zh_CN": ("日志", "序号", "时间", "谁", "做了什么", "表", "编号", "字段", "之前", "之后", "散列"),
    "en": ("Journal", "Entry", "At", "Who", "Act", "Table", "Key", "Field", "Before", "After", "Hash"),
}
_WIDTHS = (9, 21, 14, 22, 18, 9, 20, 32, 32, 66)


def export_journal(
    desk: Desk, target: Path, chosen: Sequence[int], language: str, *, openly: str = ""
) -> None:
    """Entries with what they wrote, a line a value, in the order they were written.

    Personal data are masked, unless ``openly`` says for what purpose they leave in the clear.
    """
    title, *heads = _HEADS[language]
    columns = [Column(head, "text", width) for head, width in zip(heads, _WIDTHS, strict=True)]
    rows = [
        list(line) for one in entries_of(desk.store, chosen) for line in _lines(desk.store, one, bool(openly))
    ]
    export_tables(desk, target, "export_journal", [Table(title, title, "", columns, rows)], openly)


def _lines(store: Store, one: Entry, openly: bool) -> Iterator[tuple[str | int | None, ...]]:
    at = one.at.astimezone(CHINA).isoformat(sep=" ", timespec="seconds")
    head = (str(one.seq), at[:19], one.who, one.verb)
    for each in _shown(details(store, one.seq), openly):
        key = None if each.key is None else str(each.key)
        yield (*head, each.table, key, each.column, _text(each.before), _text(each.after), one.hash)


def _shown(found: Iterable[Detail], openly: bool) -> Iterator[Detail]:
    return (each if openly else each.hidden() for each in found)


def _text(value: str | int | None) -> str | None:
    return None if value is None else str(value)
