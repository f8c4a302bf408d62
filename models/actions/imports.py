"""Taking a ledger over into the books, and taking that back as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.actions.desk import Desk
from models.actions.evidence import sayable
from models.actions.initials import initials_of
from models.actions.missing import book_answers
from models.actions.names import same_debtor
from models.actions.restoring import set_back
from models.actions.settings import keep_value
from models.changes import Changes
from models.ledger.proposal import LedgerRow
from models.progress import Progress, collector_at_rest, silent
from models.queries.batches import BELONGS, Done, as_added, done_by, later_answers, refuse_later_work
from models.queries.comparison import Comparison, compare
from models.queries.missing import Answers, MissingAnswer
from models.rules.problems import Problem, Refused
from models.store import Unit
from models.store.unit import Plain, plain
from models.tables import ACCOUNTED, Batch, Claim, Debtor, Receipt, Share, Table

_FILLED_DEBTOR = {
    "code": "debtor_code", "uscc": "uscc", "industry": "industry", "address": "address", "phone": "phone",
    "postcode": "postcode", "contact_person": "contact_person", "email": "email",
}  # fmt: skip
_FILLED_CLAIM = ("contract", "issued_on", "owner", "memo")
_CLAIM = (
    "debtor_id", "number", "kind", "contract", "issued_on", "due_on", "amount_fen", "currency", "owner", "memo",
    "disputed", "stage_set", "registered_on", "batch_id",
)  # fmt: skip
_RECEIPT = (
    "debtor_id", "received_on", "amount_fen", "currency", "source", "day_known", "batch_id", "posted_at", "posted_by",
)  # fmt: skip
_SHARE = ("receipt_id", "claim_id", "fen")


@dataclass(frozen=True)
class Imported:
    """A ledger in the books: its batch and how many claims were new and changed."""

    batch: int
    new: int
    changed: int
    changes: Changes


def take_over(
    desk: Desk,
    comparison: Comparison,
    file_name: str,
    sha256: str | None = None,
    progress: Progress = silent,
    *,
    mapping: Mapping[str, str | None] | None = None,
    difference_reason: str | None = None,
    answers: Mapping[int, MissingAnswer] = {},
) -> Imported:
    """Book what a ledger says: new claims, changed sums and days, and what it says was paid, as receipts by ledger.

    One act. What the clerk or an earlier ledger has set is only filled in where it was blank. The way its columns were
    read is remembered for ledgers of the same shape: ``mapping`` where the clerk matched them, else as they were found.
    ``difference_reason`` is why the clerk took over a sum other than the file's own total; kept under ``difference:``
    and the batch. Names that the clerk chose to count as a debtor's are remembered as other spellings of it.
    ``answers`` is what the clerk says of claims that the ledger no longer names; without one a claim stays as it is.
    Refused: ``books_changed`` where somebody has worked on its claims since the comparison, and what
    ``models.actions.missing`` refuses of an answer.
    """
    proposal = comparison.proposal
    with collector_at_rest(), desk.store.acting(), desk.act("import_ledger") as unit:
        _refuse_stale(desk, comparison)
        batch = unit.add(
            Batch,
            file_name=sayable(file_name),
            sha256=sha256,
            sheet=proposal.sheet,
            as_of=comparison.as_of,
            rows_read=len(comparison.lines),
            signature=proposal.signature,
            columns=json.dumps(dict(proposal.columns), ensure_ascii=False),
            imported_at=unit.at,
            imported_by=desk.who,
            entry=unit.seq,
        )
        progress(1, 4)
        debtors = _debtors(desk, unit, comparison)
        _remember_names(unit, comparison, debtors)
        progress(2, 4)
        claims = _claims(desk, unit, batch, comparison, debtors)
        progress(3, 4)
        _receipts(desk, unit, batch, comparison, debtors, claims)
        missing: Answers = dict.fromkeys(held.id for held in comparison.missing)
        book_answers(desk, unit, batch, comparison.as_of, missing, answers)
        kept_mapping = dict(proposal.columns if mapping is None else mapping)
        keep_value(desk, unit, f"mapping:{proposal.signature}", kept_mapping)
        if difference_reason:
            keep_value(desk, unit, f"difference:{batch}", difference_reason)
        progress(4, 4)
    return Imported(batch, comparison.count("new"), comparison.count("changed"), unit.changes)


def _refuse_stale(desk: Desk, comparison: Comparison) -> None:
    """Two clerks may have compared the same ledger: what the second would book anew is in the books by now."""
    if desk.store.journal_head()[0] == comparison.seq:
        return
    again = compare(desk.store, comparison.proposal, desk.today, comparison.as_of, same_as=comparison.chosen)
    if not set(comparison.lines) <= set(again.lines):
        raise Refused(Problem("books_changed"))


def _remember_names(unit: Unit, comparison: Comparison, debtors: Mapping[str, int]) -> None:
    """The spellings the clerk settled for this import are known to the next one."""
    for name in comparison.chosen:
        other = comparison.taken_for.get(name.strip())
        if other is not None and other in debtors:
            same_debtor(unit, name.strip(), debtors[other])


def _debtors(desk: Desk, unit: Unit, comparison: Comparison) -> dict[str, int]:
    """Keys of all debtors of the file by name; unknown ones are made, blanks of known ones filled."""
    told: dict[str, LedgerRow] = {}
    for line in comparison.lines:
        told.setdefault(comparison.debtor_of(line.row), line.row)
    keys: dict[str, int] = {}
    for row in Debtor.select().execute(desk.store.database):
        if row.name in told:
            keys[row.name] = row.id
            blanks = {
                column: getattr(told[row.name], field)
                for column, field in _FILLED_DEBTOR.items()
                if getattr(row, column) is None and getattr(told[row.name], field) is not None
            }
            if blanks:
                unit.change(Debtor, row.id, **blanks)
    fresh = [name for name in told if name not in keys]
    columns = ("name", *_FILLED_DEBTOR, "is_person", "initials")
    rows = (
        [name, *(getattr(told[name], field) for field in _FILLED_DEBTOR.values()), 0, initials_of(name)]
        for name in fresh
    )
    keys.update(zip(fresh, unit.add_many(Debtor, columns, rows), strict=True))
    return keys


def _claims(
    desk: Desk, unit: Unit, batch: int, comparison: Comparison, debtors: dict[str, int]
) -> dict[int, int]:
    """Key of the claim of every row, by row number; new ones are made, changed ones changed."""
    lines = comparison.lines
    new = [line for line in lines if line.held is None]
    today = desk.today.isoformat()
    rows = (
        [
            debtors[comparison.debtor_of(line.row)], line.row.number, line.row.kind or "sale", line.row.contract,
            plain(line.row.issued_on), plain(line.row.due_on),
            line.amount_fen, line.row.currency, line.row.owner, line.row.memo, int(line.row.disputed), None, today,
            batch,
        ]
        for line in new
    )  # fmt: skip
    keys = dict(zip((line.row.row for line in new), unit.add_many(Claim, _CLAIM, rows), strict=True))
    held = (
        {row.id: row for row in Claim.select().execute(desk.store.database)} if len(new) < len(lines) else {}
    )
    for line in lines:
        if line.held is not None:
            keys[line.row.row] = line.held.id
            blanks = {
                field: getattr(line.row, field)
                for field in _FILLED_CLAIM
                if getattr(held[line.held.id], field) is None and getattr(line.row, field) is not None
            }
            due = {"due_on": line.row.due_on} if line.row.due_on else {}
            unit.change(Claim, line.held.id, amount_fen=line.amount_fen, **due, **blanks)
    return keys


def _receipts(
    desk: Desk,
    unit: Unit,
    batch: int,
    comparison: Comparison,
    debtors: dict[str, int],
    claims: dict[int, int],
) -> None:
    """What the ledger says was paid beyond the books, as receipts of its day, or of the day it gives."""
    paid = [line for line in comparison.lines if line.more_paid_fen]
    as_of, at = (
        comparison.as_of.isoformat(),
        unit.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    )
    rows: Iterator[Sequence[Plain]] = (
        [
            debtors[comparison.debtor_of(line.row)], line.row.settled_on.isoformat() if line.row.settled_on else as_of,
            line.more_paid_fen, line.row.currency, "ledger", int(line.row.settled_on is not None), batch, at, desk.who,
        ]
        for line in paid
    )  # fmt: skip
    keys = unit.add_many(Receipt, _RECEIPT, rows)
    unit.add_many(
        Share,
        _SHARE,
        ([key, claims[line.row.row], line.more_paid_fen] for key, line in zip(keys, paid, strict=True)),
    )


@dataclass(frozen=True)
class Undone:
    """What taking a batch back came to: claims removed and claims restored.

    ``kept`` names the debtors it had made or filled in that stay so, because somebody has built on them since.
    """

    removed: int
    restored: int
    changes: Changes
    kept: tuple[str, ...] = ()


def undo(desk: Desk, batch: int) -> Undone:
    """Reverse exactly what one import did, and what was answered on the claims it missed; everything else stays.

    What somebody has since set on a debtor stays too, and so does a debtor who is needed by now. Refused:
    ``unknown_id``, ``already_undone``, and ``later_work`` for every claim of the batch on which something was done
    since.
    """
    with desk.act("undo_import") as unit:
        row = Batch.select().where(Batch.id == batch).first(desk.store.database)
        if row is None:
            raise Refused(Problem("unknown_id", {"what": "batch", "id": str(batch)}, str(batch)))
        if row.undone_at is not None:
            raise Refused(Problem("already_undone", {"file": row.file_name}, str(batch)))
        done = done_by(desk.store, row.entry)
        refuse_later_work(desk.store, done)
        receipts, shares = later_answers(desk.store, batch, done)
        unit.remove_many(Share, shares)
        unit.remove_many(Receipt, receipts)
        kept = _take_back(desk, unit, done)
        unit.change(Batch, batch, undone_at=unit.at)
        unit.touch_claims(done.claims_before)
    return Undone(len(done.added["claim"]), len(done.claims_before), unit.changes, kept)


def _take_back(desk: Desk, unit: Unit, done: Done) -> tuple[str, ...]:
    """Remove what was added, restore what was changed; returns the debtors of whom something stays."""
    kept: set[int] = set()
    for table in reversed(ACCOUNTED):
        keys = _removable(desk, table, done)
        kept |= set(done.added["debtor"]) - set(keys) if table is Debtor else set()
        unit.remove_many(table, keys)
    tables = {table._meta.table_name: table for table in ACCOUNTED}
    for name, key, fields in done.changed:
        if not set_back(desk, unit, tables[name], key, fields) and name == "debtor":
            kept.add(key)
    staying = Debtor.select(Debtor.name).where(Debtor.id.in_(sorted(kept))).order_by(Debtor.id)
    return tuple(name for (name,) in staying.tuples().execute(desk.store.database))


def _removable(desk: Desk, table: type[Table], done: Done) -> list[int]:
    """Keys of added rows that may go: a debtor who has other work or other data by now stays."""
    keys = list(done.added[table._meta.table_name])
    if table is not Debtor or not keys:
        return keys
    needed: set[int] = set()
    for other, field in BELONGS:
        needed |= {
            key for (key,) in other.select(getattr(other, field)).tuples().execute(desk.store.database)
        }
    return [key for key in keys if key not in needed and as_added(desk.store, "debtor", key, done)]
