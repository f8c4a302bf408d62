"""Taking back what was done with a bank's lines, exactly as the journal has it."""

from __future__ import annotations

from models.actions.desk import Desk
from models.actions.receipts import reverse_within
from models.changes import Changes
from models.queries.journal import Act
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import BankLine, DebtorAccount, OtherName, Receipt


def untake(desk: Desk, done: Act) -> Changes:
    """Take the lines of a statement away again. Refused (``bank_lines_worked_on``) once one of them was dealt with."""
    keys = done.keys("bank_line")
    with desk.act("undo_take_statement") as unit:
        worked_on = BankLine.select().where(
            BankLine.id.in_(keys), (BankLine.state != "waiting") | BankLine.debtor.is_null(False)
        )
        refuse_if([Problem("bank_lines_worked_on")] if worked_on.exists(desk.store.database) else [])
        unit.remove_many(BankLine, keys)
    return unit.changes


def unbook(desk: Desk, done: Act, why: str) -> Changes:
    """Reverse the receipts of a booking, let its lines wait again, and forget what it taught.

    Refused: ``changed_since`` where a receipt was reversed or a line dealt with meanwhile.
    """
    with desk.act(f"undo_{_BOOKING}") as unit:
        _refuse_changed(desk, done)
        chosen = _chosen_before(desk, done)
        receipts = Receipt.select().where(Receipt.id.in_(done.keys("receipt")))
        for held in list(receipts.execute(desk.store.database)):
            reverse_within(desk, unit, held, why)
        for line, debtor in chosen.items():
            unit.change(BankLine, line, debtor=debtor)
        _set_back(unit, done)
        for table in (OtherName, DebtorAccount):
            unit.remove_many(table, _added(done, table._meta.table_name))
    return unit.changes


def set_back(desk: Desk, done: Act) -> Changes:
    """Undo a choice of debtor, a setting aside, or its taking back. Refused (``changed_since``) after later work."""
    with desk.act("undo_bank_lines") as unit:
        _refuse_changed(desk, done)
        _set_back(unit, done)
    return unit.changes


_BOOKING = "book_bank_lines"
_KEPT = {"state": "state", "debtor_id": "debtor", "receipt_id": "receipt", "why": "why"}


def _changes_of_lines(done: Act) -> list[tuple[int, dict[str, list[object]]]]:
    return [(op[2], op[3]) for op in done.operations if op[0] == "change" and op[1] == "bank_line"]


def _chosen_before(desk: Desk, done: Act) -> dict[int, int | None]:
    """Lines whose debtor the clerk had chosen before they were booked."""
    lines = [key for key, fields in _changes_of_lines(done) if "debtor_id" not in fields]
    query = BankLine.select().where(BankLine.id.in_(lines))
    return {row.id: row.debtor_id for row in query.execute(desk.store.database)}


def _refuse_changed(desk: Desk, done: Act) -> None:
    for key, fields in _changes_of_lines(done):
        held = BankLine.select().where(BankLine.id == key).dicts().first(desk.store.database)
        now = {column: held[name] if held else None for column, name in _KEPT.items()}
        if any(now[column] != new for column, (_, new) in fields.items()):
            raise Refused(Problem("changed_since", {}, str(key)))


def _set_back(unit: Unit, done: Act) -> None:
    for key, fields in _changes_of_lines(done):
        unit.change(BankLine, key, **{_KEPT[column]: old for column, (old, _) in fields.items()})
    for operation in done.operations:
        if operation[0] == "change" and operation[1] == "other_name":
            unit.change(OtherName, operation[2], debtor=operation[3]["debtor_id"][0])


def _added(done: Act, table: str) -> list[int]:
    return [row[0] for op in done.operations if op[0] == "add" and op[1] == table for row in op[3]]
