"""Taking a ledger over into the books, and taking that back as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

from models.actions.claim_kinds import kinds_of
from models.actions.desk import Desk
from models.actions.evidence import sayable
from models.actions.initials import initials_of
from models.actions.missing import book_answers
from models.actions.names import same_debtor
from models.actions.restoring import set_back
from models.actions.settings import keep_value
from models.changes import Changes
from models.clock import instant_text
from models.ledger.ledger_rows import LedgerRows
from models.ledger.proposal import LedgerRow
from models.progress import Progress, collector_at_rest, silent
from models.queries.batches import BELONGS, Done, done_by, later_answers, refuse_later_work, unlike_added
from models.queries.comparison import Comparison, compare
from models.queries.ledger_lines import Lines
from models.queries.missing import Answers, MissingAnswer
from models.rules.problems import Problem, Refused
from models.store import Unit
from models.store.rows import Columns, Plain
from models.store.unit import day_text
from models.tables import ACCOUNTED, Batch, Claim, Debtor, Receipt, Share, Table
from models.vault.durable import make_sure_of_room

_FILLED_DEBTOR = {
    "code": "debtor_code", "uscc": "uscc", "industry": "industry", "address": "address", "phone": "phone",
    "postcode": "postcode", "contact_person": "contact_person", "email": "email",
}  # fmt: skip
_HELD_DEBTORS = f"SELECT id, name, {', '.join(_FILLED_DEBTOR)} FROM debtor ORDER BY id"  # noqa: S608 (our own names)
_FILLED_CLAIM = (("contract", "contract"), ("issued_on", "issued_on"), ("owner", "owner"), ("memo", "memo"))
_ROW_BYTES = 1_000
"""A row of a ledger with all it brings: its claim, its receipt, and both in the journal and in SQLite's log."""
_HELD_CLAIMS = "SELECT id, amount_fen, due_on, contract, issued_on, owner, memo FROM claim"


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
        make_sure_of_room(
            desk.store.folder.root, (comparison.count("new") + comparison.count("changed")) * _ROW_BYTES
        )
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
        owners = _debtors(desk, unit, comparison)
        _remember_names(unit, comparison, owners)
        progress(2, 4)
        claims = _claims(desk, unit, batch, comparison, owners)
        progress(3, 4)
        _receipts(desk, unit, batch, comparison, owners, claims)
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
    if comparison.taken_for != again.taken_for or not set(comparison.lines) <= set(again.lines):
        raise Refused(Problem("books_changed"))


def _remember_names(unit: Unit, comparison: Comparison, owners: Sequence[int]) -> None:
    """The spellings the clerk settled for this import are known to the next one."""
    chosen = {name.strip() for name in comparison.chosen} & set(comparison.taken_for)
    if not chosen:
        return
    written = map(str.strip, comparison.lines.rows.column("debtor"))
    found = dict(zip(written, owners, strict=True))
    for name in sorted(chosen & set(found)):
        same_debtor(unit, name, found[name])


def _debtors(desk: Desk, unit: Unit, comparison: Comparison) -> list[int]:
    """The debtor of each line; unknown ones are made, blanks of known ones filled."""
    rows, names = comparison.lines.rows, comparison.debtors()
    first = dict(zip(reversed(names), reversed(range(len(names))), strict=True))
    keys: dict[str, int] = {}
    for key, name, *held in desk.store.database.execute_sql(_HELD_DEBTORS):
        if name in first:
            keys[name] = key
            blanks = _blanks(rows[first[name]], _FILLED_DEBTOR.items(), held)
            if blanks:
                unit.change(Debtor, key, **blanks)
    fresh = [name for name in dict.fromkeys(names) if name not in keys]
    made = unit.add_columns(Debtor, _debtor_columns(fresh, rows, [first[name] for name in fresh]))
    keys.update(zip(fresh, made, strict=True))
    return [keys[name] for name in names]


def _debtor_columns(names: Sequence[str], rows: LedgerRows, first: Sequence[int]) -> Columns:
    """The columns of new debtors, each told by the first row of its name."""
    return {
        "name": names,
        **{
            column: list(map(rows.column(field).__getitem__, first))
            for column, field in _FILLED_DEBTOR.items()
        },
        "is_person": [0] * len(names),
        "initials": list(map(initials_of, names)),
    }


def _blanks(row: LedgerRow, fields: Iterable[tuple[str, str]], held: Iterable[Plain]) -> dict[str, object]:
    """What the row says of columns in which nothing is held: {column: value}; ``fields`` are column and field."""
    return {
        column: getattr(row, field)
        for (column, field), value in zip(fields, held, strict=True)
        if value is None and getattr(row, field) is not None
    }


def _claims(desk: Desk, unit: Unit, batch: int, comparison: Comparison, owners: Sequence[int]) -> list[int]:
    """Key of the claim of every line; new ones are made, changed ones changed."""
    lines = comparison.lines
    held = lines.column("held")
    columns = _claim_columns(lines, owners, desk.today, batch)
    if any(held):
        new = [each is None for each in held]
        columns = {name: list(compress(values, new)) for name, values in columns.items()}
    made = iter(unit.add_columns(Claim, columns))
    if any(held):
        _amend(desk, unit, lines)
    return [each.id if each else next(made) for each in held]


def _claim_columns(lines: Lines, owners: Sequence[int], today: date, batch: int) -> Columns:
    """What the ledger says of claims, column by column."""
    count, told = len(lines), lines.rows.column
    return {
        "debtor_id": owners,
        "number": told("number"),
        "kind": kinds_of(told("kind")),
        "contract": told("contract"),
        "issued_on": _day_texts(told("issued_on")),
        "due_on": _day_texts(told("due_on")),
        "amount_fen": lines.column("amount_fen"),
        "currency": told("currency"),
        "owner": told("owner"),
        "memo": told("memo"),
        "disputed": list(map(int, told("disputed"))),
        "stage_set": [None] * count,
        "registered_on": [day_text(today)] * count,
        "batch_id": [batch] * count,
    }


def _day_texts(days: Sequence[date | None]) -> list[str | None]:
    """Each day is written once, as a ledger repeats the same few hundred."""
    texts = {day: day_text(day) if day else None for day in set(days)}
    return [texts[day] for day in days]


def _amend(desk: Desk, unit: Unit, lines: Lines) -> None:
    """Bring known claims up to what the ledger says of them; what is blank in the ledger stays."""
    found = desk.store.database.execute_sql(_HELD_CLAIMS)
    books = {key: (amount, due_on, rest) for key, amount, due_on, *rest in found}
    for row, _, held, amount, *_ in lines:
        if held is None:
            continue
        amount_then, due_then, rest = books[held.id]
        changed = _blanks(row, _FILLED_CLAIM, rest)
        if amount != amount_then:
            changed["amount_fen"] = amount
        if row.due_on and day_text(row.due_on) != due_then:
            changed["due_on"] = row.due_on
        if changed:
            unit.change(Claim, held.id, **changed)


def _receipts(
    desk: Desk,
    unit: Unit,
    batch: int,
    comparison: Comparison,
    owners: Sequence[int],
    claims: Sequence[int],
) -> None:
    """What the ledger says was paid beyond the books, as receipts of its day, or of the day it gives."""
    more, rows = comparison.lines.column("more_paid_fen"), comparison.lines.rows
    days, currencies = rows.column("settled_on"), rows.column("currency")
    paid = [at for at, fen in enumerate(more) if fen]
    fen = [more[at] for at in paid]
    as_of, count = day_text(comparison.as_of), len(paid)
    columns: Columns = {
        "debtor_id": [owners[at] for at in paid],
        "received_on": [day_text(days[at]) if days[at] else as_of for at in paid],
        "amount_fen": fen,
        "currency": [currencies[at] for at in paid],
        "source": ["ledger"] * count,
        "day_known": [int(days[at] is not None) for at in paid],
        "batch_id": [batch] * count,
        "posted_at": [instant_text(unit.at)] * count,
        "posted_by": [desk.who] * count,
    }
    keys = unit.add_columns(Receipt, columns)
    unit.add_columns(Share, {"receipt_id": keys, "claim_id": [claims[at] for at in paid], "fen": fen})


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
    return Undone(len(done.added["claim"].rows), len(done.claims_before), unit.changes, kept)


def _take_back(desk: Desk, unit: Unit, done: Done) -> tuple[str, ...]:
    """Remove what was added, restore what was changed; returns the debtors of whom something stays."""
    kept: set[int] = set()
    for table in reversed(ACCOUNTED):
        keys = _removable(desk, table, done)
        kept |= set(done.added["debtor"].rows) - set(keys) if table is Debtor else set()
        unit.remove_many(table, keys)
    tables = {table._meta.table_name: table for table in ACCOUNTED}
    for name, key, fields in done.changed:
        if not set_back(desk, unit, tables[name], key, fields) and name == "debtor":
            kept.add(key)
    staying = Debtor.select(Debtor.name).where(Debtor.id.in_(sorted(kept))).order_by(Debtor.id)
    return tuple(name for (name,) in staying.tuples().execute(desk.store.database))


def _removable(desk: Desk, table: type[Table], done: Done) -> list[int]:
    """Keys of added rows that may go: a debtor who has other work or other data by now stays."""
    keys = list(done.added[table._meta.table_name].rows)
    if table is not Debtor or not keys:
        return keys
    needed: set[int] = set()
    for other, field in BELONGS:
        needed |= {
            key for (key,) in other.select(getattr(other, field)).tuples().execute(desk.store.database)
        }
    needed |= unlike_added(desk.store, "debtor", done)
    return [key for key in keys if key not in needed]
