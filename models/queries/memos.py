"""The facts of a memo, from the books."""

from __future__ import annotations

from models.clock import china_day
from models.queries.claims import claim_rows
from models.queries.documents import item_facts
from models.queries.parties import creditor_facts, debtor, debtor_facts
from models.rules.memo import MemoFacts
from models.rules.problems import Problem, Refused
from models.store import Store
from models.tables import Call, CallClaim, Evidence, Promise


def memo_facts(store: Store, key: int) -> MemoFacts:
    """Everything on file of one contact; sums as of its day. Refused: ``unknown_id``."""
    call = Call.select().where(Call.id == key).first(store.database)
    if call is None:
        raise Refused(Problem("unknown_id", {"what": "call", "id": str(key)}, str(key)))
    held = debtor(store, call.debtor_id)
    assert held is not None  # noqa: S101 (a call's debtor cannot be gone)
    day = china_day(call.at)
    rows = claim_rows(store, day, day, claims=claims_of_call(store, key), settled=True)
    proof = Evidence.select().where(Evidence.id == call.recording_id).first(store.database)
    told = Promise.select().where(Promise.call == key).order_by(Promise.due_on).execute(store.database)
    names = (
        "channel", "outcome", "at", "logged_at", "person", "role", "asked", "confirmed", "confirmed_fen", "reason",
        "note", "override_why", "reached", "sent_from", "place", "present",
    )  # fmt: skip
    return MemoFacts(
        creditor=creditor_facts(store),
        debtor=debtor_facts(held),
        items=tuple(item_facts(row) for row in rows),
        currency=rows[0].currency if rows else "CNY",
        total_fen=sum(row.balance_fen for row in rows),
        by=call.logged_by,
        identity_checked=bool(call.identity_checked),
        recording_announced=bool(call.recording_announced),
        promises=tuple((row.fen, row.due_on) for row in told),
        proof_name=proof.name if proof else None,
        proof_sha256=proof.sha256 if proof else None,
        journal_head=store.journal_head()[1][:16],
        **{name: getattr(call, name) for name in names},
    )


def claims_of_call(store: Store, key: int) -> list[int]:
    """Keys of the claims a contact was about."""
    query = CallClaim.select().where(CallClaim.call == key).order_by(CallClaim.id)
    return [row.claim_id for row in query.execute(store.database)]
