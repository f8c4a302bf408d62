"""The facts of a call sheet from a day's list, worded in a language. No Qt: the commands print it too."""

from __future__ import annotations

from models.queries.day import Day
from models.queries.parties import creditor, debtor
from models.queries.worklist import WorkItem
from models.rules.call_sheet import CallSheetFacts, SheetLine
from models.store import Store
from ui.common.formats import Formats
from ui.problems import worded
from ui.today.lines import rows_of


def sheet_of(store: Store, day: Day, clerk: str, language: str) -> CallSheetFacts:
    """The open rows of a day, one line a debtor."""
    held = creditor(store)
    lines = tuple(_line(store, row.top, language) for row in rows_of(day.open))
    return CallSheetFacts(day.list.today, clerk, held.name if held else None, lines)


def _line(store: Store, item: WorkItem, language: str) -> SheetLine:
    who = debtor(store, item.debtor_id)
    return SheetLine(
        worded(f"group_{item.reason}", language),
        item.debtor,
        worded(f"why_{item.step.code}", language, item.step.params),
        who.contact_person if who else None,
        who.phone if who else None,
        item.currency,
        item.called_fen,
        Formats(language).overdue(item.late),
    )
