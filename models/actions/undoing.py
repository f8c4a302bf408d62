"""Taking back the last act, where that is honest: a choice is set back, a booking is reversed.

What has left the house or was heard by the debtor (a call, a letter, an agreement) is not undone; it is
corrected in the open, and the refusal says how.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.actions import bank_undoing, imports
from models.actions.desk import Desk
from models.actions.names import unmerge
from models.actions.receipts import reverse, reverse_once
from models.actions.restoring import set_back
from models.changes import Changes
from models.queries.journal import Act, act
from models.rules.problems import Problem, Refused
from models.tables import ACCOUNTED, Claim, Dispute, DisputeEntry

CHOICES = frozenset({"set_stage", "set_memo"})
UNDONE = "撤销"
"""The reason that stands in the books beside a receipt taken back at once."""


def can_undo(done: Act) -> bool:
    """Whether this act may be taken back."""
    return done.verb in _WAYS


def undo(desk: Desk, seq: int) -> Changes:
    """Take the act of that journal entry back, as an act of its own.

    Refused: ``cannot_undo``, ``changed_since`` where somebody has changed the same again, and what the
    reversal itself refuses.
    """
    done = act(desk.store, seq)
    if done is None or not can_undo(done):
        raise Refused(Problem("cannot_undo", {}, str(seq)))
    return _WAYS[done.verb](desk, done)


def _set_back(desk: Desk, done: Act) -> Changes:
    with desk.act(f"undo_{done.verb}") as unit:
        for _, _, key, fields in done.operations:
            held = Claim.select().where(Claim.id == key).first(desk.store.database)
            for field, (_, new) in fields.items():
                if held is None or getattr(held, field) != new:
                    raise Refused(Problem("changed_since", {}, str(key)))
            unit.change(Claim, key, **{field: old for field, (old, _) in fields.items()})
    return unit.changes


def _reverse(desk: Desk, done: Act) -> Changes:
    (receipt,) = done.keys("receipt")
    return reverse(desk, receipt, UNDONE).changes


def _undo_import(desk: Desk, done: Act) -> Changes:
    (batch,) = done.keys("batch")
    return imports.undo(desk, batch).changes


def _unmerge(desk: Desk, done: Act) -> Changes:
    return unmerge(desk, done.seq)


def _take_back(desk: Desk, done: Act) -> Changes:
    """Rows that were added go, rows that were removed come back, changed ones read as before."""
    with desk.act(f"undo_{done.verb}") as unit:
        for kind, name, *told in reversed(done.operations):
            if kind == "state":
                continue
            if kind == "add":
                unit.remove_many(_TABLES[name], [row[told[0].index("id")] for row in told[1]])
            elif kind == "remove":
                unit.put_back(_TABLES[name], *told)
            elif not set_back(desk, unit, _TABLES[name], *told):
                raise Refused(Problem("changed_since", {}, str(told[0])))
    return unit.changes


def _forget_dispute(desk: Desk, done: Act) -> Changes:
    """The dispute goes while nobody has worked on it; a file that came with it stays as evidence of the claim."""
    (key,) = done.keys("dispute")
    entries = done.keys("dispute_entry")
    held = Dispute.select().where(Dispute.id == key).first(desk.store.database)
    later = DisputeEntry.select().where(DisputeEntry.dispute == key, DisputeEntry.id.not_in(entries))
    if held is None or held.resolved_on is not None or later.exists(desk.store.database):
        raise Refused(Problem("changed_since", {}, str(key)))
    with desk.act("undo_open_dispute") as unit:
        unit.remove_many(DisputeEntry, entries)
        unit.remove(Dispute, key)
        for kind, name, *told in done.operations:
            if kind == "change" and name == "claim":
                set_back(desk, unit, Claim, *told)
    return unit.changes


def _undo_answers(desk: Desk, done: Act) -> Changes:
    """What was booked is reversed, what was said is forgotten."""
    with desk.act(f"undo_{done.verb}") as unit:
        for key in done.keys("receipt"):
            reverse_once(desk, unit, key, UNDONE)
        for kind, name, *told in done.operations:
            if kind == "change":
                set_back(desk, unit, _TABLES[name], *told)
    return unit.changes


def _unbook(desk: Desk, done: Act) -> Changes:
    return bank_undoing.unbook(desk, done, UNDONE)


_TABLES = {table._meta.table_name: table for table in ACCOUNTED}
_WAYS: Mapping[str, Callable[[Desk, Act], Changes]] = {
    **dict.fromkeys(CHOICES, _set_back),
    **dict.fromkeys(("book_receipt", "set_off"), _reverse),
    "import_ledger": _undo_import,
    "take_statement": bank_undoing.untake,
    **dict.fromkeys(("book_bank_lines", "link_bank_line"), _unbook),
    **dict.fromkeys(("assign_lines", "set_aside_lines", "take_lines_back"), bank_undoing.set_back),
    "merge_debtors": _unmerge,
    "answer_missing": _undo_answers,
    **dict.fromkeys(("keep_apart", "forget_apart", "forget_other_name"), _take_back),
    "open_dispute": _forget_dispute,
    "resolve_dispute": _undo_answers,
    **dict.fromkeys(("set_owner", "amend_dispute", "clear_dispute_mark"), _take_back),
    **dict.fromkeys(("tick_off", "snooze", "skip_step", "hand_over"), _take_back),
}
