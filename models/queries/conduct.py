"""What was said, promised, sent and agreed on each claim, as the dunning ladder needs it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from models.clock import CHINA, china_day, instant, instant_text
from models.queries.agreed import payments_on_plans, plans_in_force
from models.queries.settings import setting
from models.rules.claim_state import DEMANDS, Conduct
from models.settings import PROMISE_GRACE_DAYS
from models.store import Store


@dataclass(frozen=True)
class PromiseRow:
    """A promise and how it stands: kept, open, broken, or replaced by a newer one.

    ``paid_fen`` came in after the call, by ``until``, its day with the grace; of a broken one it is the part that was
    kept. ``replaced_on`` is the day of the newer promise.
    """

    id: int
    call: int
    debtor_id: int
    claims: tuple[int, ...]
    fen: int
    currency: str
    made_on: date
    due_on: date
    paid_fen: int
    state: str
    until: date
    replaced_on: date | None = None

    @property
    def missed(self) -> bool:
        """Whether its day and the grace passed unpaid, even where another promise followed later."""
        late = self.replaced_on is not None and self.replaced_on > self.until
        return self.state == "broken" or (self.state == "replaced" and late)


def conduct(store: Store, today: date, before: date | None = None) -> dict[int, Conduct]:
    """The standing of every claim on which anything happened; ``before`` a day: only of what was done by then."""
    found: dict[int, Conduct] = defaultdict(Conduct)
    until = _beginning_of(before)
    grace = setting(store, PROMISE_GRACE_DAYS)
    told = promises(store, today, grace, before=before) if before else all_promises(store, today)
    for promise in told:
        for claim in promise.claims if promise.state in ("open", "broken") else ():
            _take_promise(found[claim], promise)
    for claim, at, outcome in store.database.execute_sql(
        "SELECT cc.claim_id, k.at, k.outcome FROM call k JOIN call_claim cc ON cc.call_id = k.id "
        "WHERE k.at < ? ORDER BY k.at, k.id",
        (until,),
    ):
        found[claim].last_call_on = china_day(instant(at))
        found[claim].last_call_reached = outcome == "connected"
    _letters(store, found, before or date.max)
    _plans(store, found, before or date.max)
    return found


def _beginning_of(day: date | None) -> str:
    """The first instant of a day in China, as the books have it; the end of all days for None."""
    return "9" if day is None else instant_text(datetime.combine(day, time(), CHINA))


def all_promises(store: Store, today: date) -> list[PromiseRow]:
    """Every promise with the grace of this portfolio; made once for all who ask while nothing is written."""
    with store.reading():
        grace = setting(store, PROMISE_GRACE_DAYS)
        return store.kept("promises", today, lambda _held: promises(store, today, grace))


def promises(
    store: Store, today: date, grace_days: int = 0, debtor: int | None = None, before: date | None = None
) -> list[PromiseRow]:
    """Every promise in the order it was made, measured against what its claims have been paid since.

    A sum pays one promise only: the older is served first. A promise is broken once its day and ``grace_days``
    are past; a promise of a later call on the same claims takes an unkept one's place. Promises of one call stand
    side by side.
    """
    paid = _payments(store, before or date.max)
    rows = []
    calls: dict[int, dict[int, date]] = defaultdict(dict)
    told = store.database.execute_sql(
        "SELECT p.id, p.call_id, p.debtor_id, p.fen, p.currency, p.due_on, k.at, group_concat(cc.claim_id) "
        "FROM promise p JOIN call k ON k.id = p.call_id JOIN call_claim cc ON cc.call_id = k.id "
        "WHERE (?1 IS NULL OR p.debtor_id = ?1) AND k.at < ?2 GROUP BY p.id ORDER BY k.at, p.id",
        (debtor, _beginning_of(before)),
    ).fetchall()
    for told_row in told:
        for claim in map(int, told_row[7].split(",")):
            calls[claim][told_row[1]] = china_day(instant(told_row[6]))
    for key, call, owner, fen, currency, due, at, claims in told:
        keys = tuple(sorted(map(int, claims.split(","))))
        made_on, due_on = china_day(instant(at)), date.fromisoformat(due)
        until = due_on + timedelta(days=grace_days)
        came = _take_payments(paid, keys, made_on, until, fen)
        replaced = _replaced_on([calls[claim] for claim in keys], call)
        state = _state(came, fen, until, today, newest=replaced is None)
        rows.append(
            PromiseRow(key, call, owner, keys, fen, currency, made_on, due_on, came, state, until, replaced)
        )
    return rows


def _replaced_on(calls: Sequence[dict[int, date]], call: int) -> date | None:
    """The day by which every claim of a call had a promise of a later one; None while one has not."""
    following = [list(each.values())[list(each).index(call) + 1 :] for each in calls]
    return max(days[0] for days in following) if all(following) else None


def _state(paid_fen: int, fen: int, until: date, today: date, *, newest: bool) -> str:
    if paid_fen >= fen:
        return "kept"
    if today <= until and newest:
        return "open"
    if not newest:
        return "replaced"
    return "broken"


def _take_promise(standing: Conduct, promise: PromiseRow) -> None:
    if standing.promise_on is None or promise.due_on < standing.promise_on:
        standing.promise_on = promise.due_on
        standing.promise_left_fen = promise.fen - promise.paid_fen


def _payments(store: Store, before: date) -> dict[int, list[list[Any]]]:
    """Per claim: [day, fen not yet counted] of all that was paid, oldest first; what is given up keeps no promise."""
    found: dict[int, list[list[Any]]] = defaultdict(list)
    for claim, on, fen in store.database.execute_sql(
        "SELECT s.claim_id, r.received_on, s.fen FROM share s JOIN receipt r ON r.id = s.receipt_id "
        "WHERE r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM receipt b WHERE b.reverses_id = r.id) "
        "AND s.claim_id IN (SELECT cc.claim_id FROM call_claim cc JOIN promise p ON p.call_id = cc.call_id) "
        "AND r.kind IN ('payment', 'offset') AND r.received_on < ? ORDER BY r.received_on, r.id",
        (before.isoformat(),),
    ):
        found[claim].append([date.fromisoformat(on), fen])
    return found


def _take_payments(
    paid: dict[int, list[list[Any]]], claims: tuple[int, ...], since: date, until: date, fen: int
) -> int:
    """Count payments of these claims from the day of the call up to the promised day, each sum once."""
    taken = 0
    for claim in claims:
        for payment in paid.get(claim, ()):
            if since <= payment[0] <= until and taken < fen:
                part = min(payment[1], fen - taken)
                payment[1] -= part
                taken += part
    return taken


def _letters(store: Store, found: dict[int, Conduct], before: date) -> None:
    """The last letter to the debtor that asked for the money, else the last reminder."""
    for claim, kind, on, pay_by in store.database.execute_sql(
        "SELECT lc.claim_id, l.kind, l.issued_on, l.pay_by FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id "
        "WHERE l.voided_at IS NULL AND l.guarantor_id IS NULL AND l.issued_on < ? ORDER BY l.issued_on, l.id",
        (before.isoformat(),),
    ):
        standing = found[claim]
        if kind == "final" or (kind in DEMANDS and _since_deadline(standing, on)):
            standing.final_on = date.fromisoformat(on)
        if kind in DEMANDS or standing.last_letter_kind not in DEMANDS:
            standing.last_letter_kind = kind
            standing.last_letter_on = date.fromisoformat(on)
            standing.letter_deadline_on = date.fromisoformat(pay_by) if pay_by else None


def _since_deadline(standing: Conduct, on: str) -> bool:
    """Whether an earlier demand's day to pay by had passed: then the next one stands for the final notice."""
    return standing.letter_deadline_on is not None and on > standing.letter_deadline_on.isoformat()


def _plans(store: Store, found: dict[int, Conduct], before: date) -> None:
    """Plans in force, and the first instalment their claims' payments have not reached."""
    lines: dict[int, list[tuple[int, date, int]]] = defaultdict(list)
    for plan, number, due, fen in store.database.execute_sql(
        "SELECT plan_id, number, due_on, principal_fen FROM instalment ORDER BY plan_id, number"
    ):
        lines[plan].append((number, date.fromisoformat(due), fen))
    paid = payments_on_plans(store)
    for plan, claims in plans_in_force(store, before).items():
        number, day = _first_unpaid(lines[plan], sum(fen for _, fen in paid.get(plan, ())))
        for claim in claims:
            standing = found[claim]
            standing.signed_plan = True
            standing.instalment_number, standing.instalment_on = number, day


def _first_unpaid(lines: list[tuple[int, date, int]], paid_fen: int) -> tuple[int | None, date | None]:
    for number, due_on, fen in lines:
        paid_fen -= fen
        if paid_fen < 0:
            return number, due_on
    return None, None
