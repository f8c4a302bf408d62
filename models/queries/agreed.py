"""Which agreements are in force: signed, not replaced by a supplement, not called due as a whole."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from models.rules.delivery import arrival
from models.store import Store

_NOTICES = """
SELECT l.plan_id, l.id, l.number, l.issued_on, d.happened_on, d.outcome, p.address_source, coalesce(p.carrier, 'hand')
FROM letter l
LEFT JOIN delivery d ON d.letter_id = l.id
  AND d.id = (SELECT max(id) FROM delivery WHERE letter_id = l.id AND attempt = d.attempt)
LEFT JOIN posting p ON p.id = (SELECT max(id) FROM posting WHERE letter_id = l.id AND attempt = d.attempt)
WHERE l.plan_id IS NOT NULL AND l.kind = 'acceleration' AND l.guarantor_id IS NULL AND l.voided_at IS NULL
ORDER BY l.id
"""
_IN_FORCE = """
SELECT p.id, pc.claim_id FROM plan p JOIN plan_claim pc ON pc.plan_id = p.id
WHERE p.signed_on < ? AND p.voided_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM plan s WHERE s.replaces_id = p.id AND s.signed_on < ? AND s.voided_at IS NULL)
ORDER BY p.id
"""
_PAYMENTS = """
SELECT p.id, r.received_on, s.fen FROM plan p JOIN plan_claim pc ON pc.plan_id = p.id
JOIN share s ON s.claim_id = pc.claim_id JOIN receipt r ON r.id = s.receipt_id
WHERE r.posted_at >= p.made_at AND r.reverses_id IS NULL AND s.fen > 0
  AND NOT EXISTS (SELECT 1 FROM receipt back WHERE back.reverses_id = r.id)
ORDER BY r.received_on, r.id
"""


@dataclass(frozen=True)
class Notice:
    """The letter that calls the whole rest of a plan due; it does so on ``arrived_on``, None while it is on its way."""

    letter: int
    number: str
    issued_on: date
    arrived_on: date | None


def accelerations(store: Store) -> dict[int, Notice]:
    """The notice of each plan that was given one: the first that arrived, else the newest."""
    found: dict[int, Notice] = {}
    for plan, letter, number, issued, on, outcome, source, carrier in store.database.execute_sql(_NOTICES):
        there = outcome is not None and arrival(outcome, source, carrier) != "no"
        arrived_on = date.fromisoformat(on) if there else None
        held = found.get(plan)
        if held is None or held.arrived_on is None or (arrived_on and arrived_on < held.arrived_on):
            found[plan] = Notice(letter, number, date.fromisoformat(issued), arrived_on)
    return found


def plans_in_force(store: Store, before: date = date.max) -> dict[int, list[int]]:
    """Claims under each plan that is signed and watched, by what was signed and arrived before a day."""
    found: dict[int, list[int]] = defaultdict(list)
    due = {
        plan
        for plan, notice in accelerations(store).items()
        if notice.arrived_on is not None and notice.arrived_on < before
    }
    day = before.isoformat()
    for plan, claim in store.database.execute_sql(_IN_FORCE, (day, day)):
        if plan not in due:
            found[plan].append(claim)
    return found


def payments_on_plans(store: Store) -> dict[int, list[tuple[date, int]]]:
    """What came in on each plan's claims since the plan was made: (day, fen), oldest first."""
    found: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for plan, on, fen in store.database.execute_sql(_PAYMENTS):
        found[plan].append((date.fromisoformat(on), fen))
    return found
