"""Letters that were issued, and who would get one now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from peewee import fn

from models.queries.bank import Waiting, waiting_money
from models.queries.claims import ClaimRow, claim_rows
from models.queries.guard import LettersGuard
from models.queries.parties import DebtorRow
from models.queries.parties import debtor as debtor_of
from models.queries.settings import setting
from models.settings import REPEAT_DAYS
from models.store import Store
from models.tables import Debtor, Letter, LetterClaim, Plan, PlanClaim

DEMAND_FROM_DAY = 30
"""Days overdue from which a written demand is due: the policy's level, product row 4."""
REMIND_DAYS_BEFORE = 3


@dataclass(frozen=True)
class Recipient:
    """One debtor in one currency with the claims a letter would state.

    ``why_not`` is the code of what forbids the letter, ``doubts`` are codes of what should be looked at first.
    ``letter`` is the key of the very same letter if it was already issued today. ``waiting_fen`` is what the
    debtor has paid that the bank shows and the books do not have yet; ``maybe_waiting_fen`` is likely of this debtor.
    """

    debtor_id: int
    debtor: str
    currency: str
    rows: tuple[ClaimRow, ...]
    why_not: str | None = None
    doubts: tuple[str, ...] = ()
    letter: int | None = None
    waiting_fen: int = 0
    maybe_waiting_fen: int = 0

    @property
    def total_fen(self) -> int:
        """What the letter asks for: the balances without what is disputed."""
        return sum(row.called_fen for row in self.rows)

    @property
    def still_open(self) -> bool:
        """Whether all its claims still are: the very letter may go out again."""
        return all(row.balance_fen > 0 for row in self.rows)


def recipients(
    store: Store,
    kind: str,
    claims: Iterable[int],
    today: date,
    *,
    leave_paid: bool = False,
    override_why: str | None = None,
) -> list[Recipient]:
    """Who would get a letter of this kind about these claims today, in the order of the claims.

    A demand leaves out what is not yet due, every letter what is settled, wholly in dispute or a credit. Money of the
    debtor that waits in the bank is the doubt ``money_waiting``; with ``leave_paid`` it forbids the letter where it is
    certainly the debtor's and as much as the letter asks for. What the contact guard blocks gets no letter, unless the
    rule allows one for a reason and ``override_why`` gives it; what it only warns of is a doubt.
    """
    waiting = waiting_money(store, today)
    rows = claim_rows(store, today, today, claims=claims, settled=True)
    guard = LettersGuard(store, rows, today)
    groups: dict[tuple[int, str], list[ClaimRow]] = {}
    for row in rows:
        groups.setdefault((row.debtor_id, row.currency), []).append(row)
    told = [_recipient(store, kind, key, rows, today) for key, rows in groups.items()]
    found = [_guarded(store, each, guard, override_why) for each in told]
    return [
        _with_waiting(each, waiting[each.debtor_id, each.currency], leave_paid=leave_paid)
        if (each.debtor_id, each.currency) in waiting
        else each
        for each in found
    ]


def due_claims(store: Store, kind: str, today: date) -> list[int]:
    """Claims for which a letter of this kind is due today and that no signed plan covers.

    A debtor whose every due claim was told today is named again: asked for twice, they are the same letters. A second
    demand is due once the day to pay by of an earlier demand has passed.
    """
    told, told_today = _told(store, kind, today)
    planned = {
        row.claim_id
        for row in PlanClaim.select()
        .join(Plan)
        .where(Plan.signed_on.is_null(False), Plan.voided_at.is_null())
        .execute(store.database)
    }
    rows = [row for row in claim_rows(store, today, today) if row.id not in told | planned]
    due = [row for row in rows if _is_due(row, kind, today)]
    if kind == "demand2":
        passed = _day_to_pay_passed(store, today)
        due = [row for row in due if row.id in passed]
    fresh = {(row.debtor_id, row.currency) for row in due if row.id not in told_today}
    return [row.id for row in due if row.id not in told_today or (row.debtor_id, row.currency) not in fresh]


def letters(store: Store) -> list[Letter]:
    """Every letter, newest first, with its debtor and its run."""
    query = Letter.select(Letter, Debtor).join(Debtor).order_by(Letter.id.desc())
    return list(query.execute(store.database))


def claims_of_letter(store: Store, letter: int) -> list[int]:
    """Keys of the claims a letter states."""
    rows = LetterClaim.select().where(LetterClaim.letter == letter).order_by(LetterClaim.id)
    return [row.claim_id for row in rows.execute(store.database)]


def _is_due(row: ClaimRow, kind: str, today: date) -> bool:
    if row.called_fen <= 0 or row.due_on is None:
        return False
    if kind == "reminder":
        return today <= row.due_on <= today + timedelta(days=REMIND_DAYS_BEFORE)
    return row.days_overdue >= DEMAND_FROM_DAY


def _day_to_pay_passed(store: Store, today: date) -> set[int]:
    """Claims of demands whose day to pay by is over."""
    query = (
        LetterClaim.select(LetterClaim.claim)
        .join(Letter)
        .where(Letter.kind == "demand", Letter.voided_at.is_null(), Letter.pay_by < today)
    )
    return {row.claim_id for row in query.execute(store.database)}


def _told(store: Store, kind: str, today: date) -> tuple[set[int], set[int]]:
    """Claims of letters of this kind too fresh to repeat: those before today, and those of today."""
    since = today - timedelta(days=setting(store, REPEAT_DAYS))
    query = (
        LetterClaim.select(LetterClaim.claim, Letter.issued_on)
        .join(Letter)
        .where(Letter.kind == kind, Letter.voided_at.is_null(), Letter.issued_on > since)
    )
    told: tuple[set[int], set[int]] = (set(), set())
    for row in query.execute(store.database):
        told[row.letter.issued_on == today].add(row.claim_id)
    return told


def _recipient(
    store: Store, kind: str, key: tuple[int, str], rows: Sequence[ClaimRow], today: date
) -> Recipient:
    held = debtor_of(store, key[0])
    assert held is not None  # noqa: S101 (a claim's debtor cannot be gone)
    fit = tuple(row for row in rows if _fits(row, kind))
    same = _same_today(store, kind, key, rows, fit, today)
    if same is not None:
        stated = claim_rows(store, today, today, claims=claims_of_letter(store, same), settled=True)
        return Recipient(key[0], held.name, key[1], tuple(stated), why_not="issued_today", letter=same)
    if not fit:
        return Recipient(key[0], held.name, key[1], tuple(rows), why_not=_why_none(rows))
    if not held.address:
        return Recipient(key[0], held.name, key[1], fit, why_not="no_address")
    return Recipient(key[0], held.name, key[1], fit, doubts=_doubts(store, kind, held, today))


def _guarded(store: Store, recipient: Recipient, guard: LettersGuard, override_why: str | None) -> Recipient:
    """With what the contact guard says of the letter."""
    held = debtor_of(store, recipient.debtor_id)
    if recipient.why_not is not None or held is None:
        return recipient
    found = guard.findings(held, recipient.rows)
    opened = bool(override_why and override_why.strip())
    shut = [each for each in found if each.severity == "block" and not (opened and each.with_reason)]
    if shut:
        return replace(recipient, why_not=shut[0].problem.code)
    return replace(recipient, doubts=(*recipient.doubts, *(each.problem.code for each in found)))


def _with_waiting(recipient: Recipient, waiting: Waiting, *, leave_paid: bool) -> Recipient:
    if recipient.why_not is not None:
        return recipient
    paid = leave_paid and waiting.certain_fen >= recipient.total_fen
    doubts = (*recipient.doubts, "money_waiting")
    return replace(
        recipient,
        doubts=doubts,
        why_not="money_waiting" if paid else None,
        waiting_fen=waiting.certain_fen,
        maybe_waiting_fen=waiting.likely_fen,
    )


def _fits(row: ClaimRow, kind: str) -> bool:
    if row.called_fen <= 0:
        return False
    return kind == "reminder" or row.days_overdue > 0 or row.due_on is None


def _why_none(rows: Sequence[ClaimRow]) -> str:
    if all(row.balance_fen <= 0 for row in rows):
        return "settled"
    return "disputed" if all(row.rests for row in rows if row.balance_fen > 0) else "not_due"


def _same_today(
    store: Store,
    kind: str,
    key: tuple[int, str],
    rows: Sequence[ClaimRow],
    fit: Sequence[ClaimRow],
    today: date,
) -> int | None:
    """The letter of today that was asked for in the same words; what was paid since then makes no second one."""
    asked, left = {row.id for row in rows}, {row.id for row in fit}
    same_day = Letter.select().where(
        Letter.kind == kind,
        Letter.debtor == key[0],
        Letter.currency == key[1],
        Letter.issued_on == today,
        Letter.voided_at.is_null(),
    )
    covered: set[int] = set()
    newest = None
    for letter in same_day.execute(store.database):
        stated = set(claims_of_letter(store, letter.id))
        if not claim_rows(store, today, today, claims=stated - asked):
            covered |= stated
            newest = int(letter.id)
    return newest if left <= covered else None


def _doubts(store: Store, kind: str, held: DebtorRow, today: date) -> tuple[str, ...]:
    found = [] if held.postcode else ["no_postcode"]
    last = (
        Letter.select(fn.max(Letter.issued_on))
        .where(Letter.debtor == held.id, Letter.kind == kind, Letter.voided_at.is_null())
        .scalar(store.database)
    )
    if last and date.fromisoformat(str(last)) > today - timedelta(days=setting(store, REPEAT_DAYS)):
        found.append("recently_sent")
    return tuple(found)
