"""What happened on claims that the limitation clock counts, and how well each of it can be proved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import lru_cache
from itertools import chain, compress
from typing import Any

from models.clock import china_day, instant
from models.queries.claims import among
from models.rules.delivery import GOOD_ADDRESSES, OUTCOMES, arrival
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.limitation import EVENT_KINDS, ClaimEvent
from models.rules.proof import Proof, judge
from models.store import Store

ASKS_FOR_PAYMENT = ("demand", "demand2", "final", "acceleration", "plan_default", "before_action")
"""Letters whose arrival interrupts as a demand (诉讼时效规定 8(1)(2)); a reminder before the due date does not."""

Events = dict[int, list[ClaimEvent]]

_PAYMENTS = """
SELECT s.claim_id, r.received_on, r.id, r.memo,
       EXISTS (SELECT 1 FROM evidence e JOIN evidence_claim ec ON ec.evidence_id = e.id
               WHERE ec.claim_id = s.claim_id AND e.kind = 'payment' AND e.voided_at IS NULL)
FROM share s JOIN receipt r ON r.id = s.receipt_id
WHERE {alone}r.reverses_id IS NULL AND r.kind = 'payment' AND r.day_known = 1 AND s.fen > 0
  AND NOT EXISTS (SELECT 1 FROM receipt back WHERE back.reverses_id = r.id) {some}
"""
_CHARGES_PAID = """
SELECT h.claim_id, r.received_on, r.id, r.memo,
       EXISTS (SELECT 1 FROM evidence e JOIN evidence_claim ec ON ec.evidence_id = e.id
               WHERE ec.claim_id = h.claim_id AND e.kind = 'payment' AND e.voided_at IS NULL)
FROM charge_share s JOIN charge h ON h.id = s.charge_id JOIN receipt r ON r.id = s.receipt_id
WHERE {alone}r.reverses_id IS NULL AND r.kind = 'payment' AND s.fen > 0
  AND NOT EXISTS (SELECT 1 FROM share o WHERE o.receipt_id = r.id AND o.claim_id = h.claim_id)
  AND NOT EXISTS (SELECT 1 FROM receipt back WHERE back.reverses_id = r.id) {some}
GROUP BY r.id, h.claim_id
"""
_TALKS = """
SELECT cc.claim_id, k.at, k.id, e.id IS NOT NULL AND e.voided_at IS NULL,
       k.confirmed IN ('full', 'part'), k.identity_checked, k.recording_announced
FROM call k JOIN call_claim cc ON cc.call_id = k.id LEFT JOIN evidence e ON e.id = k.recording_id
WHERE k.outcome = 'connected' AND (k.confirmed IN ('full', 'part')
      OR EXISTS (SELECT 1 FROM promise p WHERE p.call_id = k.id)) {some}
"""
_MESSAGES = """
SELECT cc.claim_id, k.at, k.id, e.id IS NOT NULL AND e.voided_at IS NULL, k.identity_checked, k.asks_payment
FROM call k JOIN call_claim cc ON cc.call_id = k.id LEFT JOIN evidence e ON e.id = k.recording_id
WHERE k.channel IN ('email', 'sms', 'wechat') AND k.outcome IN ('sent', 'connected') AND k.asks_payment = 1 {some}
"""
_ARRIVALS = """
SELECT lc.claim_id, d.happened_on, l.id, l.kind, d.outcome, p.address_source, coalesce(p.carrier, 'hand'),
       p.waybill IS NOT NULL, c.voided_at IS NULL,
       EXISTS (SELECT 1 FROM letter_proof f JOIN evidence e ON e.id = f.evidence_id
               WHERE f.letter_id = l.id AND f.attempt = d.attempt AND e.voided_at IS NULL
                 AND f.kind IN ('tracking', 'reply_slip', 'envelope'))
FROM delivery d JOIN letter l ON l.id = d.letter_id JOIN letter_claim lc ON lc.letter_id = l.id
JOIN evidence c ON c.id = l.evidence_id
LEFT JOIN posting p ON p.id = (SELECT max(id) FROM posting WHERE letter_id = l.id AND attempt = d.attempt)
WHERE l.voided_at IS NULL {some}
  AND d.id = (SELECT max(id) FROM delivery WHERE letter_id = l.id AND attempt = d.attempt)
UNION ALL
SELECT lc.claim_id, l.result_on, l.id, l.kind, l.result, l.address_source, 'ems', l.waybill IS NOT NULL,
       c.voided_at IS NULL, e.id IS NOT NULL AND e.voided_at IS NULL
FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id JOIN evidence c ON c.id = l.evidence_id
LEFT JOIN evidence e ON e.id = l.proof_id
WHERE l.voided_at IS NULL AND l.result_on IS NOT NULL {some}
  AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.letter_id = l.id)
"""
_PLANS = """
SELECT pc.claim_id, p.signed_on, p.id, e.voided_at IS NULL
FROM plan p JOIN plan_claim pc ON pc.plan_id = p.id JOIN evidence e ON e.id = p.signed_id
WHERE p.signed_on IS NOT NULL AND p.voided_at IS NULL {some}
"""
_ENTERED = """
SELECT l.claim_id, l.code, l.happened_on, l.until_on, l.id, l.shows, e.id IS NOT NULL AND e.voided_at IS NULL
FROM legal_event l LEFT JOIN evidence e ON e.id = l.evidence_id
WHERE l.voided_at IS NULL {some}
"""
_JOINT = "SELECT id, joint_group FROM claim WHERE joint_group IS NOT NULL"

Found = Iterator[tuple[int, ClaimEvent]]
Ask = Callable[[str, str], Any]
"""Runs one of the statements above, whose claims stand in the column named."""


def claim_events(store: Store, claims: Collection[int] | None = None) -> Events:
    """Every event of every claim: payments P1, acknowledgements and plans P2, messages D4, letters, what was entered.

    What interrupts a claim interrupts those owed jointly with it too (诉讼时效规定 15). ``claims``: at least of these.
    """
    groups = _joint_groups(store)
    wanted = None if claims is None else _with_joint(claims, groups)

    def ask(statement: str, column: str) -> Any:
        some = among(column, wanted)
        # + takes an index away: SQLite would begin at all receipts that reverse none, though few claims are asked for.
        return store.database.execute_sql(statement.format(some=some, alone="+" if some else ""))

    found: Events = defaultdict(list)
    for source in (_payments, _talks, _messages, _arrivals, _plans, _entered):
        for claim, event in source(ask):
            found[claim].append(event)
    _share_jointly(groups, found)
    return found


_day = lru_cache(maxsize=8192)(date.fromisoformat)


@lru_cache(maxsize=8192)
def _china_day(at: str) -> date:
    return china_day(instant(at))


def _event(code: str, on: date, items: Collection[str], source: str, key: int, what: str = "") -> ClaimEvent:
    proof = judge(what or code, items)
    return ClaimEvent(code, on, proof.provable, None, proof, source, key)


def _payments(ask: Ask) -> Found:
    paid = chain(ask(_PAYMENTS, "s.claim_id"), ask(_CHARGES_PAID, "h.claim_id"))
    for claim, on, key, memo, slip in paid:
        proof = _slip_and_memo(bool(slip), bool(memo))
        yield claim, ClaimEvent("P1", _day(on), proof.provable, None, proof, "receipt", key)


@lru_cache(maxsize=4)
def _slip_and_memo(slip: bool, memo: bool) -> Proof:
    """How well a payment is proved: of most of what happens this is asked."""
    return judge("P1", set(compress(("bank_slip", "bank_memo"), (slip, memo))))


def _talks(ask: Ask) -> Found:
    names = ("recording", "acknowledgement", "debtor_identity", "recording_told")
    for claim, at, key, *there in ask(_TALKS, "cc.claim_id"):
        yield claim, _event("P2", _china_day(at), set(compress(names, there)), "call", key, "call")


def _messages(ask: Ask) -> Found:
    """Messages that asked for the money, on the day they reached the debtor's account (电子签名法 11)."""
    names = ("message_record", "account_identity", "message_names_debt")
    for claim, at, key, *there in ask(_MESSAGES, "cc.claim_id"):
        yield claim, _event("D4", _china_day(at), set(compress(names, there)), "call", key)


def _arrivals(ask: Ask) -> Found:
    """Every attempt of a letter that has reached the debtor, as claimed; a record of delivery makes it provable."""
    for claim, on, key, kind, *told in ask(_ARRIVALS, "lc.claim_id"):
        code, items = _interrupts(kind), _items_of_letter(*told)
        if code is None or items is None:
            continue
        items |= {"assignment_notice"} if code == "A1" and "letter_copy" in items else set()
        yield claim, _event(code, _day(on), items, "letter", key)


def _items_of_letter(outcome: str, address: str | None, carrier: str, *there: int) -> set[str] | None:
    """What is on file of one attempt of a letter; None where it has not arrived."""
    told = OUTCOMES[outcome]
    if arrival(outcome, address, carrier) == "no":
        return None
    names = ("waybill_stub", "letter_copy", "delivery_record")
    items = set(compress(names, there)) - ({"delivery_record"} if told.result == "presumed" else set())
    items |= {"good_address"} if address in GOOD_ADDRESSES else set()
    return items | ({"entitled_signer"} if told.entitled else set())


def letters_to_guarantors(store: Store) -> dict[int, list[ClaimEvent]]:
    """Letters that claimed from a guarantor and reached it, by guarantor (CC 693), with their proof.

    A letter that only tells of a change of the debt claims nothing.
    """
    owners = dict(
        store.database.execute_sql(
            "SELECT id, guarantor_id FROM letter "
            "WHERE guarantor_id IS NOT NULL AND kind = 'guarantor' AND voided_at IS NULL"
        ).fetchall()
    )
    found: dict[int, dict[tuple[int, date], ClaimEvent]] = defaultdict(dict)
    arrivals = _ARRIVALS.format(some="AND l.guarantor_id IS NOT NULL AND l.kind = 'guarantor'")
    for _, on, key, _, *told in store.database.execute_sql(arrivals) if owners else ():
        items = _items_of_letter(*told)
        if items is not None:
            found[owners[key]][key, _day(on)] = _event("D3", _day(on), items, "letter", key)
    return {guarantor: list(events.values()) for guarantor, events in found.items()}


def _interrupts(kind: str) -> str | None:
    """The event that the arrival of a letter of that kind is, None where it moves no clock."""
    known = LETTER_KINDS.get(kind)
    if known is not None and known.interrupts:
        return known.interrupts
    return "D3" if kind in ASKS_FOR_PAYMENT else "A1" if kind == "assignment" else None


def _plans(ask: Ask) -> Found:
    for claim, on, key, scan in ask(_PLANS, "pc.claim_id"):
        yield claim, _event("P2", _day(on), {"signed_plan"} if scan else (), "plan", key, "plan")


def _entered(ask: Ask) -> Found:
    for claim, code, on, until, key, shows, file in ask(_ENTERED, "l.claim_id"):
        proof = judge(code, shows.split() if file else ())
        end = _day(until) if until else None
        yield claim, ClaimEvent(code, _day(on), proof.provable, end, proof, "entered", key)


def _joint_groups(store: Store) -> list[list[int]]:
    """Claims that are owed jointly."""
    groups: dict[str, list[int]] = defaultdict(list)
    for claim, group in store.database.execute_sql(_JOINT):
        groups[group].append(claim)
    return list(groups.values())


def joint_with(store: Store, claim: int) -> set[int]:
    """The other claims that are owed jointly with one."""
    return _with_joint([claim], _joint_groups(store)) - {claim}


def _with_joint(claims: Collection[int], groups: list[list[int]]) -> set[int]:
    wanted = set(claims)
    return wanted.union(*(members for members in groups if not wanted.isdisjoint(members)))


def _share_jointly(groups: list[list[int]], found: Events) -> None:
    for members in groups:
        own = {claim: list(found.get(claim, ())) for claim in members}
        for claim in members:
            others = (event for other, events in own.items() if other != claim for event in events)
            shared = [event for event in others if event.code in EVENT_KINDS and event not in own[claim]]
            if shared:
                found[claim] = [*own[claim], *dict.fromkeys(shared)]
