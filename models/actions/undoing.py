"""Taking back what was done, where that is honest, and doing it again: a choice is set back, a booking is reversed.

What was entered as a fact is voided with its reason; what has left the house or was heard by the debtor (a call, a
letter, an agreement) is not undone: it is corrected in the open, and the refusal says how.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from models.actions import bank_undoing, imports
from models.actions.approvals import withdraw
from models.actions.charges import unbook_charge
from models.actions.desk import Desk
from models.actions.names import unmerge
from models.actions.receipts import Money, book_within, check_shares, reverse, reverse_once
from models.actions.restoring import set_back
from models.actions.taking_back import TABLES, UNDONE, take_back, void_again
from models.changes import Changes
from models.queries.claims import claim_rows
from models.queries.journal import Act, act
from models.queries.receipts import receipts_of
from models.rules.problems import Problem, Refused, refuse_if
from models.tables import Claim, Dispute, DisputeEntry, Receipt

BOOKS = ("receipt", "share", "batch")
"""What touches these is done again by booking again, never by putting rows back."""


def can_undo(done: Act) -> bool:
    """Whether this act may be taken back."""
    return done.verb in _WAYS or done.verb.startswith("redo_")


def undo(desk: Desk, seq: int) -> Changes:
    """Take the act of that journal entry back, as an act of its own.

    Refused: ``cannot_undo``, ``changed_since`` where somebody has changed the same again, and what the
    reversal itself refuses.
    """
    done = act(desk.store, seq)
    if done is None or not can_undo(done):
        raise Refused(Problem("cannot_undo", {}, str(seq)))
    return _WAYS.get(done.verb, _take_back)(desk, done)


def can_redo(first: Act, undone: Act) -> bool:
    """Whether an act that was taken back by ``undone`` may be done again."""
    if first.verb == "book_receipt":
        return True
    return all(operation[1] not in BOOKS for operation in undone.operations)


def redo(desk: Desk, seq: int, undone: int) -> Changes:
    """Do the act ``seq`` again that the act ``undone`` took back, as an act of its own.

    Money is booked again as a new receipt with the same shares. Refused: ``cannot_redo``, ``changed_since``, and what
    booking refuses.
    """
    first, taken = act(desk.store, seq), act(desk.store, undone)
    if first is None or taken is None or not can_redo(first, taken):
        raise Refused(Problem("cannot_redo", {}, str(seq)))
    if first.verb == "book_receipt":
        return _book_again(desk, *first.keys("receipt"))
    return take_back(desk, taken, f"redo_{base_verb(first)}")


def base_verb(done: Act) -> str:
    """What kind of act it was, whether it was done, undone or done again."""
    return done.verb.removeprefix("undo_").removeprefix("redo_")


def _take_back(desk: Desk, done: Act) -> Changes:
    return take_back(desk, done, f"undo_{base_verb(done)}")


def _void_again(desk: Desk, done: Act) -> Changes:
    return void_again(desk, done, f"undo_{base_verb(done)}")


def _rebook(desk: Desk, done: Act) -> Changes:
    """A receipt that the clerk took back is booked once more."""
    (back,) = done.keys("receipt")
    held = Receipt.select(Receipt.reverses).where(Receipt.id == back).tuples().first(desk.store.database)
    return _book_again(desk, held[0])


def _book_again(desk: Desk, receipt: int) -> Changes:
    """A new receipt like one that was reversed. Refused: ``cannot_redo`` for money a statement or ledger brought."""
    held = Receipt.select().where(Receipt.id == receipt).first(desk.store.database)
    if held is None or held.source != "clerk" or held.amount_fen <= 0:
        raise Refused(Problem("cannot_redo", {}, str(receipt)))
    with desk.store.acting():
        row = next(each for each in receipts_of(desk.store, held.debtor_id) if each.id == receipt)
        refuse_if([Problem("changed_since", {}, str(receipt))] if row.reversed_by is None else [])
        shares = {claim: fen for claim, _, fen in row.shares}
        charges = {each.charge: each.fen for each in row.charges}
        open_now = claim_rows(desk.store, desk.today, desk.today, claims=row.whole_shares, settled=True)
        check_shares(desk, row.whole_shares, open_now, held.amount_fen, held.kind)
        money = Money(
            held.debtor_id, held.currency, held.amount_fen, held.received_on, held.memo, kind=held.kind, why=held.why
        )  # fmt: skip
        with desk.act("book_receipt") as unit:
            book_within(desk, unit, money, shares, held.rule or "by_hand", charges)
    return unit.changes


def _reverse(desk: Desk, done: Act) -> Changes:
    (receipt,) = done.keys("receipt")
    return reverse(desk, receipt, UNDONE).changes


def _undo_import(desk: Desk, done: Act) -> Changes:
    (batch,) = done.keys("batch")
    return imports.undo(desk, batch).changes


def _unmerge(desk: Desk, done: Act) -> Changes:
    return unmerge(desk, done.seq)


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


def _withdraw(desk: Desk, done: Act) -> Changes:
    (key,) = done.keys("approval")
    return withdraw(desk, key).changes


def _undo_answers(desk: Desk, done: Act) -> Changes:
    """What was booked is reversed, what was said is forgotten."""
    with desk.act(f"undo_{done.verb}") as unit:
        for key in done.keys("receipt"):
            reverse_once(desk, unit, key, UNDONE)
        for kind, name, *told in done.operations:
            if kind == "change":
                set_back(desk, unit, TABLES[name], *told)
    return unit.changes


def _unbook(desk: Desk, done: Act) -> Changes:
    return bank_undoing.unbook(desk, done, UNDONE)


_CHOICES = (
    "set_owner", "set_stage", "set_memo", "amend_claim", "set_debtor", "set_creditor", "register_claim", "add_note",
    "choose_setting", "keep_view", "drop_view", "add_holidays", "drop_holidays", "add_rates", "drop_rates",
    "keep_apart", "forget_apart", "forget_other_name", "amend_dispute", "clear_dispute_mark", "tick_off", "snooze",
    "skip_step", "hand_over", "add_contact", "change_contact", "verify_contact", "end_contact", "set_flag", "end_flag",
    "join_claims", "part_claims", "finish_deadline", "void_deadline", "void_event", "void_terms", "void_guarantor",
    "void_guarantor_act", "void_security", "void_charge", "decide_review", "redate_review", "finish_measure",
    "amend_case", "set_case_member", "keep_post_form", "drop_post_form", "set_post_offset", "add_address",
    "end_address", "send_plan", "check_signing", "keep_copies", "drop_copies",
    "void_consent",
)  # fmt: skip
_ENTERED = (
    "attach_evidence", "enter_event", "prove_event", "add_deadline", "add_guarantor", "replace_guarantor",
    "note_guarantor_act", "add_security", "set_terms", "keep_memo", "keep_case_minutes",
    "keep_consent",
)  # fmt: skip
_WAYS: Mapping[str, Callable[[Desk, Act], Changes]] = {
    **dict.fromkeys(_CHOICES, _take_back),
    **dict.fromkeys(_ENTERED, _void_again),
    **dict.fromkeys(("book_receipt", "set_off"), _reverse),
    "reverse_receipt": _rebook,
    "import_ledger": _undo_import,
    "book_charge": unbook_charge,
    "take_statement": bank_undoing.untake,
    **dict.fromkeys(("book_bank_lines", "link_bank_line"), _unbook),
    **dict.fromkeys(("assign_lines", "set_aside_lines", "take_lines_back"), bank_undoing.set_back),
    "merge_debtors": _unmerge,
    "answer_missing": _undo_answers,
    "open_dispute": _forget_dispute,
    "ask_approval": _withdraw,
    "resolve_dispute": _undo_answers,
}
