"""What the clerk says of claims a ledger no longer names: paid, credited, or still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from models.actions.desk import Desk
from models.actions.settings import keep_value
from models.changes import Changes
from models.queries.missing import (
    CREDITED,
    MISSING_ANSWERS,
    OPEN,
    PAID,
    USED,
    Answers,
    MissingAnswer,
    answers_of,
    as_kept,
    fits,
    missing_key,
)
from models.rules.problems import Problem, Refused, refuse_if
from models.store import Unit
from models.tables import Batch, Claim, Receipt, Share

_KINDS = {PAID: "payment", CREDITED: "credit_note", USED: "offset"}


@dataclass(frozen=True)
class Answered:
    """Missing claims settled: the receipts by ledger that were booked, by claim."""

    receipts: Mapping[int, int]
    changes: Changes


def answer_missing(desk: Desk, batch: int, answers: Mapping[int, MissingAnswer]) -> Answered:
    """Say after an import what became of claims it did not name; taken back with the import, or receipt by receipt.

    Refused: ``unknown_id``, ``already_undone``, ``not_missing`` for a claim that import did not miss, ``after_today``,
    ``missing_settled`` or ``missing_is_credit`` where nothing is owed on it, ``missing_no_credit`` for a debt used up.
    """
    with desk.act("answer_missing") as unit:
        row = Batch.select().where(Batch.id == batch).first(desk.store.database)
        if row is None:
            raise Refused(Problem("unknown_id", {"what": "batch", "id": str(batch)}, str(batch)))
        if row.undone_at is not None:
            raise Refused(Problem("already_undone", {"file": row.file_name}, str(batch)))
        receipts = book_answers(desk, unit, batch, row.as_of, answers_of(desk.store, batch), answers)
    return Answered(receipts, unit.changes)


def book_answers(
    desk: Desk, unit: Unit, batch: int, as_of: date, held: Answers, answers: Mapping[int, MissingAnswer]
) -> dict[int, int]:
    """The answers as part of a larger act; ``held`` are the missing claims of that batch with earlier answers.

    What was paid or credited is a receipt by ledger of all that is open, of the day told, else of the ledger's own;
    only a payment whose day is known interrupts limitation. A credit that is used up is taken out by one below zero:
    what it paid comes with the claims of the ledger. Returns the receipts by claim.
    """
    refuse_if(_wrong(desk, held, answers))
    receipts: dict[int, int] = {}
    for claim, answer in answers.items():
        if answer.kind != OPEN:
            receipts[claim] = _book(desk, unit, batch, claim, answer, as_of)
    if held:
        keep_value(desk, unit, missing_key(batch), as_kept({**held, **answers}))
    return receipts


def _wrong(desk: Desk, held: Answers, answers: Mapping[int, MissingAnswer]) -> Iterator[Problem]:
    for claim, answer in answers.items():
        where = str(claim)
        if answer.kind not in MISSING_ANSWERS:
            yield Problem("unknown_missing_answer", {"answer": answer.kind}, where)
        if claim not in held:
            yield Problem("not_missing", {"id": where}, where)
        elif not fits(answer.kind, balance := _balance(desk, claim)):
            credit = "missing_no_credit" if balance > 0 else "missing_is_credit"
            yield Problem(credit if balance else "missing_settled", {"id": where}, where)
        if answer.on is not None:
            desk.day_of_act(answer.on)


_BALANCE = """
SELECT amount_fen - coalesce((SELECT sum(fen) FROM share WHERE claim_id = claim.id), 0) FROM claim WHERE id = ?
"""


def _balance(desk: Desk, claim: int) -> int:
    return int(desk.store.database.execute_sql(_BALANCE, (claim,)).fetchone()[0])


def _book(desk: Desk, unit: Unit, batch: int, claim: int, answer: MissingAnswer, as_of: date) -> int:
    row = Claim.select().where(Claim.id == claim).get(desk.store.database)
    fen = _balance(desk, claim)
    receipt = unit.add(
        Receipt,
        debtor=row.debtor.id,
        received_on=answer.on or as_of,
        amount_fen=fen,
        currency=row.currency,
        memo=(answer.why or "").strip() or None,
        source="ledger",
        day_known=answer.on is not None,
        kind=_KINDS[answer.kind],
        batch=batch,
        posted_at=unit.at,
        posted_by=desk.who,
    )
    unit.add(Share, receipt=receipt, claim=claim, fen=fen)
    return receipt
