"""What came in within 7, 15 and 30 days of each kind of letter, beside debtors of the same age without one."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import accumulate

from models.rules.effect import History, KindEffect, Sent, effects
from models.store import Store

_CLAIMS = """
SELECT c.id, c.debtor_id, c.currency, c.due_on, c.amount_fen, coalesce(c.issued_on, c.due_on, '0001-01-01')
FROM claim c ORDER BY c.id
"""
_MONEY = """
SELECT s.claim_id, r.received_on,
       sum(CASE WHEN r.kind = 'payment' AND r.amount_fen <> 0 THEN s.fen ELSE 0 END), sum(s.fen)
FROM share s JOIN receipt r ON r.id = s.receipt_id
WHERE r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM receipt back WHERE back.reverses_id = r.id)
GROUP BY s.claim_id, r.received_on ORDER BY s.claim_id, r.received_on
"""
_SENT = """
SELECT l.id, l.kind, l.debtor_id, coalesce(l.mailed_on, l.issued_on), lc.claim_id, lc.balance_fen
FROM letter l JOIN letter_claim lc ON lc.letter_id = l.id
WHERE l.voided_at IS NULL AND l.guarantor_id IS NULL ORDER BY l.id, lc.id
"""


def letter_effects(store: Store, today: date) -> list[KindEffect]:
    """The effect of each kind of letter up to today. A letter counts from its posting, else from its own day."""
    with store.reading():
        histories, sent = _histories(store), _sent(store)
    return effects(sent, histories, today)


def _histories(store: Store) -> dict[int, History]:
    money: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
    for claim, on, paid, fell in store.database.execute_sql(_MONEY):
        money[claim].append((on, paid, fell))
    found = {}
    for claim, debtor, currency, due_on, fen, since in store.database.execute_sql(_CLAIMS):
        rows = money.get(claim, [])
        found[claim] = History(
            claim,
            debtor,
            currency,
            date.fromisoformat(due_on) if due_on else None,
            date.fromisoformat(since),
            fen,
            tuple(date.fromisoformat(on) for on, _, _ in rows),
            tuple(accumulate(paid for _, paid, _ in rows)),
            tuple(accumulate(fell for _, _, fell in rows)),
        )
    return found


def _sent(store: Store) -> list[Sent]:
    asked: dict[int, list[tuple[int, int]]] = defaultdict(list)
    heads: dict[int, tuple[str, int, str]] = {}
    for letter, kind, debtor, on, claim, fen in store.database.execute_sql(_SENT):
        heads[letter] = (kind, debtor, on)
        asked[letter].append((claim, fen))
    return [
        Sent(letter, kind, debtor, date.fromisoformat(on), tuple(asked[letter]))
        for letter, (kind, debtor, on) in heads.items()
    ]
