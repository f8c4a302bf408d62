"""Everything that happened on one claim, or with one debtor, newest first, in codes that are worded elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from models.clock import CHINA, china_day, instant
from models.queries.agreed import Notice, accelerations
from models.queries.conduct import promises
from models.queries.consents import consent_rows
from models.queries.settings import setting
from models.rules.money import grouped
from models.rules.reasons import Reason
from models.settings import PROMISE_GRACE_DAYS
from models.store import Store

GROUPS = ("call", "letter", "receipt", "plan", "evidence", "note", "claim", "legal")


@dataclass(frozen=True)
class Attachment:
    """A file behind an entry: the key of its evidence and its name."""

    evidence: int
    name: str


@dataclass(frozen=True)
class Entry:
    """One thing that happened. ``on`` is its day in China; ``at`` its instant, where one is known.

    ``title`` are words to be joined (催款函·已签收), ``lines`` what is said below, ``text`` what somebody typed.
    ``tone`` is ok, bad, accent, info or text2; ``void`` says that it no longer counts. ``call`` is the key of a contact
    of which no memo was made yet.
    """

    group: str
    on: date
    at: datetime | None
    title: tuple[Reason, ...]
    lines: tuple[Reason, ...] = ()
    text: str | None = None
    tone: str = "text2"
    attachments: tuple[Attachment, ...] = ()
    void: bool = False
    call: int | None = None


@dataclass(frozen=True)
class _Scope:
    """Whose history is told: that of one claim, or of all claims of one debtor."""

    key: int
    of_debtor: bool = False

    def ask(self, store: Store, statement: str, claim: str, debtor: str) -> list[Any]:
        """The rows of a statement; ``{of}`` in it becomes the condition for a claim or for a debtor."""
        told = statement.format(of=debtor if self.of_debtor else claim)
        return list(store.database.execute_sql(told, (self.key,)).fetchall())


def timeline(store: Store, claim: int, today: date) -> list[Entry]:
    """The entries of one claim, newest first; what has no instant counts at the end of its day."""
    return _told(store, _Scope(claim), today)


def timeline_of_debtor(store: Store, debtor: int, today: date) -> list[Entry]:
    """The entries of all claims of a debtor, newest first; what concerns several of them stands once, with its sum."""
    return _told(store, _Scope(debtor, of_debtor=True), today)


def _told(store: Store, scope: _Scope, today: date) -> list[Entry]:
    sources = (
        _registered,
        _calls,
        _promises,
        _receipts,
        _letters,
        _plans,
        _legal,
        _disputes,
        _evidence,
        _notes,
    )
    entries = [entry for source in sources for entry in source(store, scope, today)]
    return sorted(entries, key=_moment, reverse=True)


def _moment(entry: Entry) -> datetime:
    return entry.at or datetime.combine(entry.on, time.max, CHINA)


def money(fen: int, currency: str) -> str:
    """``¥1,000.00``; other currencies by their code."""
    return f"¥{grouped(fen)}" if currency == "CNY" else f"{currency} {grouped(fen)}"


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _registered(store: Store, scope: _Scope, _today: date) -> Iterator[Entry]:
    for registered, file, at in scope.ask(
        store,
        "SELECT c.registered_on, b.file_name, b.imported_at FROM claim c LEFT JOIN batch b ON b.id = c.batch_id "
        "WHERE {of} GROUP BY c.registered_on, c.batch_id",
        "c.id = ?",
        "c.debtor_id = ?",
    ):
        code = "timeline_imported" if file else "timeline_registered"
        when = instant(at) if at else None
        on = china_day(when) if when else _day(registered)
        # First of its day: everything else can only have followed.
        start = datetime.combine(on, time.min, CHINA)
        yield Entry("claim", on, when or start, (Reason(code),), text=file, tone="info")


def _calls(store: Store, scope: _Scope, _today: date) -> Iterator[Entry]:
    rows = scope.ask(
        store,
        "SELECT k.at, k.outcome, k.person, k.role, k.confirmed, k.confirmed_fen, k.note, p.fen, p.currency, p.due_on, "
        "e.id, e.name, e.voided_at, m.id, m.name, m.voided_at, k.id, k.channel FROM call k "
        "LEFT JOIN evidence e ON e.id = k.recording_id LEFT JOIN evidence m ON m.id = k.memo_id "
        "LEFT JOIN promise p ON p.id = (SELECT min(id) FROM promise WHERE call_id = k.id) WHERE {of}",
        "k.id IN (SELECT call_id FROM call_claim WHERE claim_id = ?)",
        "k.debtor_id = ?",
    )
    for *told, recording, recorded_as, recording_voided, memo, memo_as, memo_voided, key, by in rows:
        at, outcome, person, role, confirmed, fen, note, promised, currency, due = told
        files = ((recording, recorded_as, recording_voided), (memo, memo_as, memo_voided))
        lines = []
        if person and outcome == "connected":
            lines.append(
                Reason("timeline_spoke_with", {"person": person, "role": f" {role}" if role else ""})
            )
        if confirmed:
            amount = money(fen, currency or "CNY") if fen is not None else ""
            lines.append(Reason(f"timeline_confirmed_{confirmed}", {"amount": amount}))
        if promised is not None:
            lines.append(Reason("timeline_promised", {"amount": money(promised, currency), "on": due}))
        when = instant(at)
        yield Entry(
            "call",
            china_day(when),
            when,
            _how(by, outcome),
            tuple(lines),
            note,
            "accent" if outcome == "connected" else "text2",
            tuple(Attachment(file, name) for file, name, voided in files if file and not voided),
            call=None if memo and not memo_voided else key,
        )


def _how(channel: str, outcome: str) -> tuple[Reason, Reason]:
    """By which channel, and what came of it."""
    if channel == "phone":
        return Reason("timeline_call"), Reason(f"timeline_call_{outcome}")
    return Reason(f"channel_{channel}"), Reason(f"timeline_contact_{outcome}")


def _promises(store: Store, scope: _Scope, today: date) -> Iterator[Entry]:
    """A promise tells of itself once it is settled one way or the other."""
    owner = scope.ask(store, "SELECT debtor_id FROM claim WHERE {of} LIMIT 1", "id = ?", "debtor_id = ?")
    grace = setting(store, PROMISE_GRACE_DAYS)
    for promise in promises(store, today, grace, debtor=owner[0][0]) if owner else ():
        concerned = scope.of_debtor or scope.key in promise.claims
        if not concerned or promise.state not in ("broken", "kept"):
            continue
        params = {
            "due": money(promise.fen, promise.currency),
            "paid": money(promise.paid_fen, promise.currency),
            "on": promise.due_on.isoformat(),
        }
        on = min(promise.due_on, today)
        yield Entry(
            "call",
            on,
            None,
            (Reason(f"timeline_promise_{promise.state}"),),
            (Reason("timeline_promise_result", params),),
            tone="bad" if promise.state == "broken" else "ok",
        )


def _receipts(store: Store, scope: _Scope, _today: date) -> Iterator[Entry]:
    for on, fen, currency, memo, known, kind, reverses, why, posted, undone in scope.ask(
        store,
        "SELECT r.received_on, s.fen, r.currency, r.memo, r.day_known, r.kind, r.reverses_id, r.why, r.posted_at, "
        "EXISTS (SELECT 1 FROM receipt b WHERE b.reverses_id = r.id) "
        "FROM ({of}) s JOIN receipt r ON r.id = s.receipt_id",
        "SELECT receipt_id, sum(fen) AS fen FROM (SELECT receipt_id, claim_id, fen FROM share UNION ALL "
        "SELECT p.receipt_id, h.claim_id, p.fen FROM charge_share p JOIN charge h ON h.id = p.charge_id) "
        "WHERE claim_id = ? GROUP BY receipt_id",
        "SELECT id AS receipt_id, amount_fen AS fen FROM receipt WHERE debtor_id = ? AND amount_fen <> 0",
    ):
        amount = {"amount": money(abs(fen), currency)}
        if reverses is not None:
            when = instant(posted)
            title = (Reason("timeline_reversal"),)
            lines = (Reason("timeline_took_back", amount),)
            yield Entry("receipt", china_day(when), when, title, lines, why, "bad")
            continue
        code = "timeline_received" if known else "timeline_received_by_ledger"
        code = code if kind == "payment" else "receipt_lowered" if fen > 0 else "receipt_used"
        what = "timeline_receipt" if kind == "payment" else f"receipt_kind_{kind}"
        title = (Reason(what), *((Reason("timeline_reversed"),) if undone else ()))
        yield Entry("receipt", _day(on), None, title, (Reason(code, amount),), memo, "ok", void=bool(undone))


def _disputes(store: Store, scope: _Scope, _today: date) -> Iterator[Entry]:
    """What the debtor contests, and how that ended."""
    for reason, fen, currency, note, at, resolved, how, grounds in scope.ask(
        store,
        "SELECT q.reason, q.fen, c.currency, q.note, q.opened_at, q.resolved_on, q.resolution, q.resolution_note "
        "FROM dispute q JOIN claim c ON c.id = q.claim_id WHERE {of}",
        "c.id = ?",
        "c.debtor_id = ?",
    ):
        when, title = instant(at), Reason("timeline_dispute")
        about = Reason("timeline_disputed", {"amount": money(fen, currency), "reason": reason})
        yield Entry("claim", china_day(when), when, (title,), (about,), note, "bad")
        if resolved:
            ended = (title, Reason(f"resolution_{how}"))
            yield Entry("claim", _day(resolved), None, ended, (about,), grounds, "ok")


def _letters(store: Store, scope: _Scope, _today: date) -> Iterator[Entry]:
    rows = scope.ask(
        store,
        "SELECT l.kind, l.number, l.issued_on, l.pay_by, l.waybill, l.mailed_on, l.result, l.result_on, l.voided_at, "
        "l.void_why, l.evidence_id, e.name, l.proof_id, p.name, s.fen, l.currency "
        "FROM ({of}) s JOIN letter l ON l.id = s.letter_id JOIN evidence e ON e.id = l.evidence_id "
        "LEFT JOIN evidence p ON p.id = l.proof_id",
        "SELECT letter_id, balance_fen AS fen FROM letter_claim WHERE claim_id = ?",
        "SELECT id AS letter_id, total_fen AS fen FROM letter WHERE debtor_id = ?",
    )
    for row in rows:
        yield from _letter(*row)


def _letter(
    kind: str, number: str, issued: str, pay_by: str | None, waybill: str | None, mailed: str | None,
    result: str | None, result_on: str | None, voided: str | None, why: str | None, file: int, name: str,
    proof: int | None, proof_name: str | None, fen: int, currency: str,
) -> Iterator[Entry]:  # fmt: skip
    """One letter: made, posted, arrived or not, and declared void."""
    about, void = Reason(f"letter_kind_{kind}"), voided is not None
    lines = [Reason("timeline_letter_claims", {"number": number, "amount": money(fen, currency)})]
    lines += [Reason("timeline_pay_by", {"on": pay_by})] if pay_by else []
    made = (about, Reason("timeline_letter_issued"))
    yield Entry(
        "letter", _day(issued), None, made, tuple(lines), None, "text2", (Attachment(file, name),), void
    )
    by = (Reason("timeline_waybill", {"waybill": waybill or ""}),) if waybill else ()
    if mailed:
        yield Entry("letter", _day(mailed), None, (about, Reason("timeline_letter_mailed")), by, void=void)
    if result and result_on:
        proofs = (Attachment(proof, proof_name or ""),) if proof else ()
        tone = "ok" if result == "signed" else "warn"
        title = (about, Reason(f"timeline_letter_{result}"))
        yield Entry("letter", _day(result_on), None, title, by, None, tone, proofs, void)
    if voided:
        when = instant(voided)
        title = (about, Reason("timeline_letter_voided"))
        yield Entry("letter", china_day(when), when, title, lines=tuple(lines[:1]), text=why)


_PLANS = """
SELECT p.id, p.number, p.total_fen, p.currency, p.made_at, p.draft_id, d.name, p.sent_on, p.signed_on,
       p.signed_id, f.name,
       p.voided_at, p.void_why, (SELECT count(*) FROM instalment i WHERE i.plan_id = p.id),
       e.number, s.number, s.signed_on
FROM plan p JOIN evidence d ON d.id = p.draft_id LEFT JOIN evidence f ON f.id = p.signed_id
LEFT JOIN plan e ON e.id = p.replaces_id
LEFT JOIN plan s ON s.replaces_id = p.id AND s.signed_on IS NOT NULL AND s.voided_at IS NULL
WHERE {of}
"""


def _plans(store: Store, scope: _Scope, _today: date) -> Iterator[Entry]:
    rows = scope.ask(
        store, _PLANS, "p.id IN (SELECT plan_id FROM plan_claim WHERE claim_id = ?)", "p.debtor_id = ?"
    )
    notices = accelerations(store) if rows else {}
    for key, *row in rows:
        yield from _plan(notices.get(key), *row)
    yield from _consents(store, {key for key, *_ in rows})


def _consents(store: Store, plans: set[int]) -> Iterator[Entry]:
    """Guarantors who consented in writing to a plan they did not sign."""
    for each in consent_rows(store) if plans else ():
        if each.plan not in plans:
            continue
        lines = [Reason("timeline_plan_consent_of", {"guarantor": each.guarantor, "number": each.number})]
        if each.until:
            lines.append(Reason("timeline_plan_consent_until", {"until": each.until.isoformat()}))
        if not each.provable:
            lines.append(Reason("timeline_plan_consent_unproved"))
        title = (Reason("timeline_plan"), Reason("timeline_plan_consented"))
        files = (Attachment(each.evidence, each.file or ""),) if each.evidence else ()
        yield Entry(
            "plan", each.signed_on, None, title, tuple(lines), each.void_why or each.note,
            "ok" if each.provable else "warn", files, each.voided,
        )  # fmt: skip


def _plan(
    notice: Notice | None, number: str, fen: int, currency: str, made: str, draft: int, name: str, sent: str | None,
    signed: str | None, scan: int | None, scan_name: str | None, voided: str | None, why: str | None, count: int,
    changes: str | None, supplement: str | None, replaced: str | None,
) -> Iterator[Entry]:  # fmt: skip
    """One plan: drawn up, given to the debtor, signed, called due as a whole, replaced, declared void."""
    about, at, void = Reason("timeline_plan"), instant(made), voided is not None
    lines = [
        Reason("timeline_plan_terms", {"number": number, "amount": money(fen, currency), "count": str(count)})
    ]
    lines += [Reason("timeline_plan_changes", {"number": changes})] if changes else []

    def told(on: date, code: str, tone: str, line: Reason | None = None, *files: Attachment) -> Entry:
        title = (about, Reason(f"timeline_plan_{code}"))
        return Entry("plan", on, None, title, (line,) if line else (), None, tone, files, void)

    title = (about, Reason("timeline_plan_made"))
    drawn = (Attachment(draft, name),)
    yield Entry("plan", china_day(at), at, title, tuple(lines), None, "text2", drawn, void)
    if sent:
        yield told(_day(sent), "sent", "info")
    if signed:
        yield told(
            _day(signed), "signed", "ok", None, *((Attachment(scan, scan_name or ""),) if scan else ())
        )
    if notice and notice.arrived_on:
        by = Reason("timeline_plan_notice", {"number": notice.number})
        yield told(notice.arrived_on, "accelerated", "warn", by)
    if replaced and supplement:
        yield told(_day(replaced), "replaced", "text2", Reason("timeline_plan_by", {"number": supplement}))
    if voided:
        when = instant(voided)
        yield Entry("plan", china_day(when), when, (about, Reason("timeline_plan_voided")), text=why)


def _legal(store: Store, scope: _Scope, _today: date) -> Iterator[Entry]:
    """What was entered for the limitation clock."""
    for code, on, until, file, name, note, voided, why in scope.ask(
        store,
        "SELECT l.code, l.happened_on, l.until_on, l.evidence_id, e.name, l.note, l.voided_at, l.void_why "
        "FROM legal_event l LEFT JOIN evidence e ON e.id = l.evidence_id WHERE {of} "
        "GROUP BY l.code, l.happened_on, l.until_on, l.evidence_id, l.note, l.voided_at, l.void_why",
        "l.claim_id = ?",
        "l.claim_id IN (SELECT id FROM claim WHERE debtor_id = ?)",
    ):
        ended = (Reason("timeline_legal_until", {"on": until}),) if until else ()
        gone = (Reason("timeline_legal_voided"),) if voided else ()
        title = (Reason("timeline_legal"), Reason(f"event_short_{code}"), *gone)
        files = (Attachment(file, name),) if file else ()
        yield Entry("legal", _day(on), None, title, ended, why or note, "accent", files, voided is not None)


_PIECES = """
SELECT e.id, e.name, e.kind, e.taken_at, e.voided_at, e.void_why
FROM evidence e WHERE e.id IN (SELECT evidence_id FROM evidence_claim WHERE {of})
  AND NOT EXISTS (SELECT 1 FROM call WHERE recording_id = e.id)
  AND NOT EXISTS (SELECT 1 FROM letter WHERE evidence_id = e.id OR proof_id = e.id)
  AND NOT EXISTS (SELECT 1 FROM plan WHERE draft_id = e.id OR signed_id = e.id)
  AND NOT EXISTS (SELECT 1 FROM guarantor_consent WHERE evidence_id = e.id)
  AND NOT EXISTS (SELECT 1 FROM legal_event WHERE evidence_id = e.id)
"""


def _evidence(store: Store, scope: _Scope, _today: date) -> Iterator[Entry]:
    """Pieces that came on their own; those of a call, a letter or a plan stand there."""
    for key, name, kind, taken, voided, why in scope.ask(
        store, _PIECES, "claim_id = ?", "claim_id IN (SELECT id FROM claim WHERE debtor_id = ?)"
    ):
        at, void = instant(taken), voided is not None
        ended = (Reason("timeline_voided"),) if void else ()
        title = (Reason("timeline_evidence"), Reason(f"evidence_kind_{kind}"), *ended)
        yield Entry("evidence", china_day(at), at, title, (), why, "info", (Attachment(key, name),), void)


def _notes(store: Store, scope: _Scope, _today: date) -> Iterator[Entry]:
    for text, written, who in scope.ask(
        store,
        "SELECT n.text, n.written_at, n.written_by FROM note n WHERE {of}",
        "n.id IN (SELECT n.id FROM note n JOIN claim c ON c.id = ? "
        "WHERE n.claim_id = c.id OR (n.claim_id IS NULL AND n.debtor_id = c.debtor_id))",
        "n.debtor_id = ?",
    ):
        at = instant(written)
        yield Entry("note", china_day(at), at, (Reason("timeline_note"), *_by(who)), text=text)


def _by(who: str) -> tuple[Reason, ...]:
    return (Reason("timeline_by", {"who": who}),) if who else ()
