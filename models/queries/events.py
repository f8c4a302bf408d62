"""What happened on claims that the limitation clock counts, and whether the proof is on file."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from models.clock import china_day, instant
from models.rules.limitation import ClaimEvent
from models.store import Store

ASKS_FOR_PAYMENT = ("demand", "demand2", "final", "acceleration", "plan_default", "before_action")
"""Letters whose arrival interrupts as a demand (诉讼时效规定 8(1)(2)); a reminder before the due date does not."""

Events = dict[int, list[ClaimEvent]]

_PAYMENTS = """
SELECT s.claim_id, r.received_on,
       EXISTS (SELECT 1 FROM evidence e JOIN evidence_claim ec ON ec.evidence_id = e.id
               WHERE ec.claim_id = s.claim_id AND e.kind = 'payment' AND e.voided_at IS NULL)
FROM share s JOIN receipt r ON r.id = s.receipt_id
WHERE r.reverses_id IS NULL AND r.day_known = 1 AND s.fen > 0
  AND NOT EXISTS (SELECT 1 FROM receipt back WHERE back.reverses_id = r.id)
"""
_TALKS = """
SELECT cc.claim_id, k.at, e.id IS NOT NULL AND e.voided_at IS NULL
FROM call k JOIN call_claim cc ON cc.call_id = k.id LEFT JOIN evidence e ON e.id = k.recording_id
WHERE k.outcome = 'connected' AND (k.confirmed IN ('full', 'part')
      OR EXISTS (SELECT 1 FROM promise p WHERE p.call_id = k.id))
"""
_ARRIVALS = """
SELECT lc.claim_id, l.result_on, l.waybill IS NOT NULL AND e.id IS NOT NULL AND e.voided_at IS NULL, l.kind,
       l.result, l.address_source
FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id LEFT JOIN evidence e ON e.id = l.proof_id
WHERE l.voided_at IS NULL AND l.result_on IS NOT NULL
"""
_PLANS = """
SELECT pc.claim_id, p.signed_on, e.voided_at IS NULL
FROM plan p JOIN plan_claim pc ON pc.plan_id = p.id JOIN evidence e ON e.id = p.signed_id
WHERE p.signed_on IS NOT NULL AND p.voided_at IS NULL
"""


def claim_events(store: Store) -> Events:
    """Every event of every claim: payments P1, acknowledgements and plans P2, letters that arrived D3."""
    found: Events = defaultdict(list)
    for claim, on, provable in store.database.execute_sql(_PAYMENTS):
        found[claim].append(ClaimEvent("P1", date.fromisoformat(on), bool(provable)))
    for claim, at, provable in store.database.execute_sql(_TALKS):
        found[claim].append(ClaimEvent("P2", china_day(instant(at)), bool(provable)))
    for claim, on, provable, kind, result, source in store.database.execute_sql(_ARRIVALS):
        if kind in ASKS_FOR_PAYMENT and arrived(result, source):
            found[claim].append(ClaimEvent("D3", date.fromisoformat(on), bool(provable)))
    for claim, on, provable in store.database.execute_sql(_PLANS):
        found[claim].append(ClaimEvent("P2", date.fromisoformat(on), bool(provable)))
    return found


def arrived(result: str, address_source: str | None) -> bool:
    """Whether a posted letter counts as having reached the debtor.

    Signed for or refused: yes. Returned: only from an agreed or registered address (法发〔2017〕19号 8; SPC
    (2020)最高法民再253号). Lost: no.
    """
    if result == "returned":
        return address_source in ("agreed", "registered")
    return result in ("signed", "refused")
