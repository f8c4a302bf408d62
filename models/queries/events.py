"""What happened on claims that the limitation clock counts, and how well each of it can be proved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from models.clock import china_day, instant
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.limitation import EVENT_KINDS, ClaimEvent
from models.rules.proof import judge
from models.store import Store

ASKS_FOR_PAYMENT = ("demand", "demand2", "final", "acceleration", "plan_default", "before_action")
"""Letters whose arrival interrupts as a demand (诉讼时效规定 8(1)(2)); a reminder before the due date does not."""

GOOD_ADDRESSES = ("agreed", "registered")
"""Where a letter counts as arrived even when it comes back (法发〔2017〕19号 8)."""

Events = dict[int, list[ClaimEvent]]

_PAYMENTS = """
SELECT s.claim_id, r.received_on, r.id, r.memo,
       EXISTS (SELECT 1 FROM evidence e JOIN evidence_claim ec ON ec.evidence_id = e.id
               WHERE ec.claim_id = s.claim_id AND e.kind = 'payment' AND e.voided_at IS NULL)
FROM share s JOIN receipt r ON r.id = s.receipt_id
WHERE r.reverses_id IS NULL AND r.kind = 'payment' AND r.day_known = 1 AND s.fen > 0
  AND NOT EXISTS (SELECT 1 FROM receipt back WHERE back.reverses_id = r.id)
"""
_TALKS = """
SELECT cc.claim_id, k.at, k.id, e.id IS NOT NULL AND e.voided_at IS NULL,
       k.confirmed IN ('full', 'part'), k.identity_checked, k.recording_announced
FROM call k JOIN call_claim cc ON cc.call_id = k.id LEFT JOIN evidence e ON e.id = k.recording_id
WHERE k.outcome = 'connected' AND (k.confirmed IN ('full', 'part')
      OR EXISTS (SELECT 1 FROM promise p WHERE p.call_id = k.id))
"""
_MESSAGES = """
SELECT cc.claim_id, k.at, k.id, e.id IS NOT NULL AND e.voided_at IS NULL, k.identity_checked, k.asks_payment
FROM call k JOIN call_claim cc ON cc.call_id = k.id LEFT JOIN evidence e ON e.id = k.recording_id
WHERE k.channel IN ('email', 'sms', 'wechat') AND k.outcome IN ('sent', 'connected') AND k.asks_payment = 1
"""
_ARRIVALS = """
SELECT lc.claim_id, l.result_on, l.id, l.kind, l.result, l.address_source, l.waybill IS NOT NULL,
       c.voided_at IS NULL, e.id IS NOT NULL AND e.voided_at IS NULL
FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id JOIN evidence c ON c.id = l.evidence_id
LEFT JOIN evidence e ON e.id = l.proof_id
WHERE l.voided_at IS NULL AND l.result_on IS NOT NULL
"""
_PLANS = """
SELECT pc.claim_id, p.signed_on, p.id, e.voided_at IS NULL
FROM plan p JOIN plan_claim pc ON pc.plan_id = p.id JOIN evidence e ON e.id = p.signed_id
WHERE p.signed_on IS NOT NULL AND p.voided_at IS NULL
"""
_ENTERED = """
SELECT l.claim_id, l.code, l.happened_on, l.until_on, l.id, l.shows, e.id IS NOT NULL AND e.voided_at IS NULL
FROM legal_event l LEFT JOIN evidence e ON e.id = l.evidence_id
WHERE l.voided_at IS NULL
"""
_JOINT = "SELECT id, joint_group FROM claim WHERE joint_group IS NOT NULL"

Found = Iterator[tuple[int, ClaimEvent]]


def claim_events(store: Store) -> Events:
    """Every event of every claim: payments P1, acknowledgements and plans P2, messages D4, letters, what was entered.

    What interrupts a claim interrupts those owed jointly with it too (诉讼时效规定 15).
    """
    found: Events = defaultdict(list)
    for source in (_payments, _talks, _messages, _arrivals, _plans, _entered):
        for claim, event in source(store):
            found[claim].append(event)
    _share_jointly(store, found)
    return found


def _event(code: str, on: str, items: set[str], source: str, key: int, what: str = "") -> ClaimEvent:
    proof = judge(what or code, items)
    return ClaimEvent(code, date.fromisoformat(on), proof.provable, None, proof, source, key)


def _payments(store: Store) -> Found:
    for claim, on, key, memo, slip in store.database.execute_sql(_PAYMENTS):
        items = {"bank_slip"} if slip else set()
        yield claim, _event("P1", on, items | ({"bank_memo"} if memo else set()), "receipt", key)


def _talks(store: Store) -> Found:
    names = ("recording", "acknowledgement", "debtor_identity", "recording_told")
    for claim, at, key, *there in store.database.execute_sql(_TALKS):
        items = {name for name, is_there in zip(names, there, strict=True) if is_there}
        yield claim, _event("P2", china_day(instant(at)).isoformat(), items, "call", key, "call")


def _messages(store: Store) -> Found:
    """Messages that asked for the money, on the day they reached the debtor's account (电子签名法 11)."""
    names = ("message_record", "account_identity", "message_names_debt")
    for claim, at, key, *there in store.database.execute_sql(_MESSAGES):
        items = {name for name, is_there in zip(names, there, strict=True) if is_there}
        yield claim, _event("D4", china_day(instant(at)).isoformat(), items, "call", key)


def _arrivals(store: Store) -> Found:
    names = ("waybill_stub", "letter_copy", "delivery_record")
    for claim, on, key, kind, result, address, *there in store.database.execute_sql(_ARRIVALS):
        code = _interrupts(kind)
        if code is None or not arrived(result, address):
            continue
        items = {name for name, is_there in zip(names, there, strict=True) if is_there}
        items |= {"good_address"} if address in GOOD_ADDRESSES else set()
        items |= {"assignment_notice"} if code == "A1" and "letter_copy" in items else set()
        yield claim, _event(code, on, items, "letter", key)


def _interrupts(kind: str) -> str | None:
    """The event that the arrival of a letter of that kind is, None where it moves no clock."""
    known = LETTER_KINDS.get(kind)
    if known is not None and known.interrupts:
        return known.interrupts
    return "D3" if kind in ASKS_FOR_PAYMENT else "A1" if kind == "assignment" else None


def _plans(store: Store) -> Found:
    for claim, on, key, scan in store.database.execute_sql(_PLANS):
        yield claim, _event("P2", on, {"signed_plan"} if scan else set(), "plan", key, "plan")


def _entered(store: Store) -> Found:
    for claim, code, on, until, key, shows, file in store.database.execute_sql(_ENTERED):
        proof = judge(code, shows.split() if file else ())
        end = date.fromisoformat(until) if until else None
        yield claim, ClaimEvent(code, date.fromisoformat(on), proof.provable, end, proof, "entered", key)


def _share_jointly(store: Store, found: Events) -> None:
    groups: dict[str, list[int]] = defaultdict(list)
    for claim, group in store.database.execute_sql(_JOINT):
        groups[group].append(claim)
    for members in groups.values():
        own = {claim: list(found.get(claim, ())) for claim in members}
        for claim in members:
            others = (event for other, events in own.items() if other != claim for event in events)
            shared = [event for event in others if event.code in EVENT_KINDS and event not in own[claim]]
            if shared:
                found[claim] = [*own[claim], *dict.fromkeys(shared)]


def arrived(result: str, address_source: str | None) -> bool:
    """Whether a posted letter counts as having reached the debtor.

    Signed for or refused: yes. Returned: only from an agreed or registered address (法发〔2017〕19号 8; SPC
    (2020)最高法民再253号). Lost: no.
    """
    if result == "returned":
        return address_source in GOOD_ADDRESSES
    return result in ("signed", "refused")
