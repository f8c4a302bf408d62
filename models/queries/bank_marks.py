"""Which lines of a statement are new: overlapping statements bring nothing twice."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from models.ledger.statement import Statement
from models.ledger.statement_rows import StatementLine
from models.rules.money import grouped
from models.rules.problems import Problem
from models.store import Store
from models.tables import BankLine


@dataclass(frozen=True)
class Fresh:
    """What a statement would bring: new lines with their marks, how many are there already, and what only looks so."""

    new: tuple[tuple[StatementLine, str], ...]
    same: int
    doubts: tuple[Problem, ...]


def fresh(store: Store, statement: Statement) -> Fresh:
    """Compare a statement with the lines kept before. Pure reading."""
    known = {mark for (mark,) in BankLine.select(BankLine.mark).tuples().execute(store.database)}
    marked = list(marks(statement.lines))
    new = tuple((line, mark) for line, mark in marked if mark not in known)
    held = _held(store)
    doubts = [
        Problem(
            "bank_alike",
            {"payer": line.payer or line.account or "", "day": line.on.isoformat(), "amount": grouped(line.amount_fen)},
            str(line.row),
        )
        for line, _ in new
        if _likeness(line.on, line.amount_fen, line.currency, line.payer, line.account) in held
    ]  # fmt: skip
    return Fresh(new, len(marked) - len(new), tuple(doubts))


def marks(lines: Iterable[StatementLine]) -> Iterator[tuple[StatementLine, str]]:
    """Each line with what knows it again: the whole line, and which of its equals in the file it is.

    The row it stands in is no part of it, as the next statement begins elsewhere.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        whole = (
            line.on.isoformat(),
            str(line.amount_fen),
            line.currency,
            *(
                " ".join((part or "").split())
                for part in (line.payer, line.account, line.reference, line.memo)
            ),
        )
        seen[whole] += 1
        text = "\n".join((*whole, str(seen[whole])))
        yield line, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


Likeness = tuple[date, int, str, str]


def _held(store: Store) -> set[Likeness]:
    """Day, sum and payer of every line with a payer that is kept."""
    rows = BankLine.select(
        BankLine.entered_on, BankLine.amount_fen, BankLine.currency, BankLine.payer, BankLine.payer_account
    )
    likes = (_likeness(*row) for row in rows.tuples().execute(store.database))
    return {each for each in likes if each is not None}


def _likeness(on: date, fen: int, currency: str, payer: str | None, account: str | None) -> Likeness | None:
    who = (payer or account or "").strip()
    return (on, fen, currency, who) if who else None
