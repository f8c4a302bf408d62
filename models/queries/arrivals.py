"""Ledgers that came by themselves: what became of each, and why one had to wait for the clerk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from models.clock import CHINA, instant
from models.queries.comparison import Comparison
from models.queries.ledger_lines import Line
from models.rules.problems import Problem
from models.store import Store

TAKEN, WAITING, AGAIN, UNDONE, BY_HAND = "taken", "waiting", "again", "undone", "by_hand"
COUNTS = ("new", "changed", "same", "missing", "doubtful", "problems")


@dataclass(frozen=True)
class ArrivalRow:
    """One file that was found, newest first in a list.

    ``state``: taken | undone (its batch was taken back) | waiting (for the clerk) | by_hand (waited, and was imported
    in the window since) | again (its content was there before). ``counts`` are rows by outcome, those of COUNTS, empty
    where the file could not be read. ``why`` says what it waits for; ``warnings`` what was doubtful in it.
    """

    id: int
    file_name: str
    folder: str
    came_at: datetime
    state: str
    as_of: date | None
    counts: Mapping[str, int]
    why: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    batch: int | None
    seen: bool

    @property
    def path(self) -> Path:
        """Where the file was found."""
        return Path(self.folder) / self.file_name

    @property
    def wants_attention(self) -> bool:
        """Whether the clerk has not yet looked at it, nor dealt with it."""
        return not self.seen and self.state != BY_HAND


_ROWS = """
SELECT a.id, a.file_name, a.came_at, a.outcome, a.batch_id, a.seen_at IS NOT NULL, b.undone_at IS NOT NULL,
       (SELECT max(h.id) FROM batch h WHERE h.sha256 = a.sha256 AND h.undone_at IS NULL)
FROM arrival a LEFT JOIN batch b ON b.id = a.batch_id WHERE a.seen_at IS NULL OR ? ORDER BY a.id DESC
"""


def arrivals(store: Store) -> list[ArrivalRow]:
    """Every ledger that came by itself, newest first."""
    return [_row(found) for found in store.database.execute_sql(_ROWS, (True,)).fetchall()]


def wanting_attention(store: Store) -> list[ArrivalRow]:
    """Those the clerk has not looked at nor dealt with, newest first."""
    rows = [_row(found) for found in store.database.execute_sql(_ROWS, (False,)).fetchall()]
    return [row for row in rows if row.wants_attention]


def _row(found: Sequence[Any]) -> ArrivalRow:
    key, name, came_at, outcome, batch, seen, undone, by_hand = found
    told = json.loads(outcome)
    state = told["result"]
    if state == TAKEN and undone:
        state = UNDONE
    elif state == WAITING and by_hand is not None:
        state, batch = BY_HAND, by_hand
    return ArrivalRow(
        key,
        name,
        told["folder"],
        instant(came_at),
        state,
        date.fromisoformat(told["as_of"]) if told.get("as_of") else None,
        told.get("counts", {}),
        _problems(told.get("why", ())),
        _problems(told.get("warnings", ())),
        batch,
        bool(seen),
    )


def _problems(told: Iterable[Mapping[str, Any]]) -> tuple[Problem, ...]:
    return tuple(Problem(each["code"], each["params"], each["where"]) for each in told)


def look_is_due(last: datetime | None, now: datetime, hour: int) -> bool:
    """Whether the hour of the day, in China, has come since the last look; before any look, always."""
    local = now.astimezone(CHINA)
    mark = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    if mark > local:
        mark -= timedelta(days=1)
    return last is None or last < mark


def looked_at(store: Store, folder: str) -> set[tuple[str, int, int]]:
    """Name, size and time of the files of a folder that were taken in before: they are not even read again."""
    rows = store.database.execute_sql(
        "SELECT file_name, json_extract(outcome, '$.size'), json_extract(outcome, '$.written_ns') FROM arrival "
        "WHERE json_extract(outcome, '$.folder') = ?",
        (folder,),
    )
    return {(name, size, written) for name, size, written in rows}


def names_of_content(store: Store, sha256: str) -> tuple[list[str], list[str]]:
    """Under which names this content arrived by itself, and under which it is in the books by an import."""
    arrived = store.database.execute_sql("SELECT file_name FROM arrival WHERE sha256 = ?", (sha256,))
    booked = store.database.execute_sql(
        "SELECT file_name FROM batch WHERE sha256 = ? AND undone_at IS NULL", (sha256,)
    )
    return [row[0] for row in arrived], [row[0] for row in booked]


# --- why a ledger waits -------------------------------------------------------------------------------

NOTHING_GUESSED = frozenset(
    (
        *("debtor_from_title", "hidden_rows_read", "hidden_sheets_not_read", "other_sheets_alike"),
        *("opening_not_read", "balance_missing"),
    )
)
"""Warnings that tell of a sheet without doubting a value of it; any other one needs a person's eye."""


def reasons_to_wait(store: Store, comparison: Comparison) -> list[Problem]:
    """What a person should judge before this ledger is booked; nothing where it can be booked unseen."""
    touched = touching_work(store, comparison)
    newest = _newest_of_its_kind(store, comparison.proposal.signature)
    reasons = _doubts_of(comparison)
    if touched:
        reasons.append(Problem("arrival_touches_work", {"count": str(len(touched))}))
    if newest is not None and newest > comparison.as_of:
        days = {"as_of": str(comparison.as_of), "newest": str(newest)}
        reasons.append(Problem("arrival_older", days))
    return reasons


def _doubts_of(comparison: Comparison) -> list[Problem]:
    """What the file itself leaves to be judged."""
    warnings = comparison.proposal.warnings
    totals = [each for each in warnings if each.code == "total_differs"]
    counts = {
        "arrival_problems": len(comparison.problems),
        "arrival_doubtful": comparison.doubtful,
        "arrival_guessed": sum(each.code not in NOTHING_GUESSED for each in warnings) - len(totals),
        "arrival_matched": sum(each.how in ("amount", "oldest") for each in comparison.proposal.settlements),
    }
    return [Problem("total_differs", each.params, each.cell) for each in totals] + [
        Problem(code, {"count": str(count)}) for code, count in counts.items() if count
    ]


_WORKED_ON = """
SELECT claim_id FROM letter_claim UNION SELECT claim_id FROM plan_claim UNION SELECT claim_id FROM call_claim
UNION SELECT claim_id FROM evidence_claim UNION SELECT claim_id FROM note WHERE claim_id IS NOT NULL
UNION SELECT s.claim_id FROM share s JOIN receipt r ON r.id = s.receipt_id WHERE r.source <> 'ledger'
"""
_PAID_SINCE = """
SELECT s.claim_id FROM share s JOIN receipt r ON r.id = s.receipt_id
WHERE r.source <> 'ledger' AND r.received_on > ?
"""
_AMENDED = "SELECT body FROM journal WHERE verb = 'amend_claim'"


def touching_work(store: Store, comparison: Comparison) -> list[Line]:
    """The rows that would change what a clerk has worked with.

    A sum or due date that moves under a letter, a plan, a call, a receipt, evidence, a note or a correction by hand;
    and money the ledger reports on a claim for which the clerk has booked money of a day after the ledger's: it may
    be the same money.
    """
    changed = [line for line in comparison.lines if line.outcome == "changed" and line.held is not None]
    if not changed:
        return []
    worked_on = _keys(store, _WORKED_ON) | _amended(store)
    paid_since = _keys(store, _PAID_SINCE, comparison.as_of.isoformat())
    return [line for line in changed if _touches(line, worked_on, paid_since)]


def _touches(line: Line, worked_on: set[int], paid_since: set[int]) -> bool:
    held = line.held
    if held is None:
        return False
    moved = line.amount_fen != held.amount_fen or line.row.due_on not in (None, held.due_on)
    return (moved and held.id in worked_on) or (line.more_paid_fen > 0 and held.id in paid_since)


def _keys(store: Store, question: str, *params: str) -> set[int]:
    return {row[0] for row in store.database.execute_sql(question, params)}


def _amended(store: Store) -> set[int]:
    """Claims whose sum or due date was corrected by hand."""
    found: set[int] = set()
    for (body,) in store.database.execute_sql(_AMENDED):
        for operation in json.loads(body):
            if operation[:2] == ["change", "claim"] and {"amount_fen", "due_on"} & set(operation[3]):
                found.add(operation[2])
    return found


def _newest_of_its_kind(store: Store, signature: str) -> date | None:
    """The latest day of which a ledger of this shape in the books speaks."""
    (found,) = store.database.execute_sql(
        "SELECT max(as_of) FROM batch WHERE signature = ? AND undone_at IS NULL", (signature,)
    ).fetchone()
    return date.fromisoformat(found) if found else None
