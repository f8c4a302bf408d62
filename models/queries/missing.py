"""Claims that a ledger no longer names, and what the clerk has said became of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.queries.settings import kept, kept_under
from models.rules.problems import Problem, Refused
from models.store import Store
from models.tables import Batch

PAID, CREDITED, USED, OPEN = "paid", "credited", "used", "open"
MISSING_ANSWERS = (PAID, CREDITED, USED, OPEN)


@dataclass(frozen=True)
class MissingAnswer:
    """What the clerk says of a claim the ledger no longer names.

    ``kind``: paid (all that is left came in) | credited (the firm gave it up by a credit note) | used (an open credit,
    perhaps an advance, has paid what the ledger shows as paid) | open (still owed).
    ``on`` is the day, where it is known; ``why`` is what the clerk noted.
    """

    kind: str
    on: date | None = None
    why: str | None = None


def fits(kind: str, open_fen: int) -> bool:
    """Whether such an answer can be given on what is open: only a credit is used up, only a debt paid or credited."""
    return kind == OPEN or (open_fen < 0 if kind == USED else open_fen > 0)


@dataclass(frozen=True)
class MissingClaim:
    """A claim that was open when a ledger came that did not name it; ``balance_fen`` is what is open now."""

    id: int
    debtor: str
    number: str | None
    currency: str
    due_on: date | None
    balance_fen: int
    answer: MissingAnswer | None


Answers = Mapping[int, MissingAnswer | None]
"""Per missing claim what was said of it, None where nothing was yet."""

_PREFIX = "missing:"


def missing_key(batch: int) -> str:
    """The key under which the missing claims of an import are kept."""
    return f"{_PREFIX}{batch}"


def as_kept(answers: Answers) -> dict[str, Any]:
    """Missing claims and their answers as JSON has them."""
    return {
        str(claim): None
        if answer is None
        else {"kind": answer.kind, "on": answer.on.isoformat() if answer.on else None, "why": answer.why}
        for claim, answer in answers.items()
    }


def _as_told(held: Mapping[str, Any]) -> dict[int, MissingAnswer | None]:
    return {
        int(claim): None
        if told is None
        else MissingAnswer(told["kind"], date.fromisoformat(told["on"]) if told["on"] else None, told["why"])
        for claim, told in held.items()
    }


def answers_of(store: Store, batch: int) -> dict[int, MissingAnswer | None]:
    """The claims an import did not name, with what was said of each."""
    told = kept(store, missing_key(batch))
    return _as_told(json.loads(told)) if told else {}


def left_open(store: Store, claims: Iterable[int]) -> dict[int, MissingAnswer]:
    """Which of these claims were missing before and said to be still open, with the newest such answer."""
    told = kept_under(store, _PREFIX)
    if not told:
        return {}
    standing = Batch.select(Batch.id).where(Batch.undone_at.is_null()).order_by(Batch.id)
    newest: dict[int, MissingAnswer | None] = {}
    for (batch,) in standing.tuples().execute(store.database):
        answers = _as_told(told.get(str(batch), {}))
        newest.update({claim: answer for claim, answer in answers.items() if answer is not None})
    wanted = set(claims)
    return {
        claim: answer
        for claim, answer in newest.items()
        if answer and claim in wanted and answer.kind == OPEN
    }


_ROWS = """
SELECT c.id, d.name, c.number, c.currency, c.due_on,
       c.amount_fen - coalesce((SELECT sum(s.fen) FROM share s WHERE s.claim_id = c.id), 0)
FROM claim c JOIN debtor d ON d.id = c.debtor_id WHERE c.id IN (SELECT value FROM json_each(?)) ORDER BY c.id
"""


def missing_of(store: Store, batch: int) -> list[MissingClaim]:
    """The claims that an import did not name, as they stand now, with the clerk's answers. Refused: ``unknown_id``."""
    if not Batch.select().where(Batch.id == batch).exists(store.database):
        raise Refused(Problem("unknown_id", {"what": "batch", "id": str(batch)}, str(batch)))
    answers = answers_of(store, batch)
    rows = store.database.execute_sql(_ROWS, (json.dumps(list(answers)),))
    return [
        MissingClaim(
            key, debtor, number, currency, date.fromisoformat(due) if due else None, fen, answers[key]
        )
        for key, debtor, number, currency, due, fen in rows
    ]
