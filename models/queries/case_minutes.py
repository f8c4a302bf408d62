"""The facts of the minutes of a case, from the books."""

from __future__ import annotations

from datetime import date

from models.queries.cases import CaseRow, EntryRow, case
from models.queries.claims import ClaimRow, claim_rows
from models.queries.parties import creditor
from models.rules.case_minutes import CaseClaim, CaseMinutesFacts, CaseNote
from models.rules.cases import MEASURE
from models.rules.problems import Problem, Refused
from models.store import Store


def case_minutes(store: Store, key: int, today: date, by: str) -> tuple[CaseMinutesFacts, list[int]]:
    """What the minutes of a case say today, and the open claims they speak of. Refused: ``unknown_id``."""
    held = case(store, key)
    if held is None:
        raise Refused(Problem("unknown_id", {"what": "case", "id": str(key)}, str(key)))
    rows = [row for row in claim_rows(store, today, today, debtor=held.debtor_id) if row.balance_fen > 0]
    return _facts(store, held, rows, today, by), [row.id for row in rows]


def _facts(store: Store, held: CaseRow, rows: list[ClaimRow], today: date, by: str) -> CaseMinutesFacts:
    firm, oldest_first = creditor(store), tuple(reversed(held.entries))
    return CaseMinutesFacts(
        as_of=today,
        creditor_name=firm.name if firm else None,
        debtor=held.debtor,
        title=held.title,
        goal=held.goal,
        opened_on=held.opened_on,
        closed_on=held.closed_on,
        outcome=held.outcome,
        members=tuple((each.person, each.role) for each in held.members),
        claims=tuple(
            CaseClaim(row.number, row.currency, row.balance_fen, row.called_fen, row.due_on, row.days_overdue)
            for row in rows
        ),
        measures=tuple(_note(each) for each in oldest_first if each.kind == MEASURE),
        notes=tuple(_note(each) for each in oldest_first if each.kind != MEASURE),
        by=by,
        journal_head=store.journal_head()[1][:16],
    )


def _note(each: EntryRow) -> CaseNote:
    return CaseNote(each.kind, each.held_on, each.text, each.owner or each.by, each.due_on, each.done_on)
