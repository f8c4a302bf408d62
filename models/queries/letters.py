"""Letters that were issued, and who would get one now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from peewee import fn

from models.queries.agreed import plans_in_force
from models.queries.bank import Waiting, waiting_money
from models.queries.claims import ClaimRow, claim_rows
from models.queries.guarantors import GuarantorRow
from models.queries.guard import LettersGuard
from models.queries.letter_subjects import Stood, broken_plans, changed_plans, charged_alone, guarantors_of
from models.queries.parties import DebtorRow
from models.queries.parties import debtor as debtor_of
from models.queries.plans import PlanRow
from models.queries.policies import policy_of
from models.queries.settings import setting
from models.rules.charges import OpenCharge
from models.rules.letter_kinds import LETTER_KINDS
from models.settings import REPEAT_DAYS
from models.store import Store
from models.tables import Debtor, Guarantor, Letter, LetterClaim, LetterRun, LetterRunLine

DEMAND_FROM_DAY = 30
"""Days overdue from which a written demand is due: the policy's level, product row 4."""
REMIND_DAYS_BEFORE = 3
_AFTER = {"demand2": ("demand",), "final": ("demand", "demand2"), "before_action": ("final",)}
"""Letters that follow others: due once the day to pay by of one of those has passed."""


@dataclass(frozen=True)
class Recipient:
    """One debtor in one currency with the claims a letter would state.

    ``why_not`` is the code of what forbids the letter, ``doubts`` are codes of what should be looked at first.
    ``asks_reason``: the contact guard forbids it, and a reason would open it.
    ``letter`` is the key of the very same letter if it was already issued today. ``waiting_fen`` is what the
    debtor has paid that the bank shows and the books do not have yet; ``maybe_waiting_fen`` is likely of this debtor.
    ``guarantor`` is who is written to in the debtor's stead, ``plan`` the plan a letter speaks of. ``charges`` is what
    is owed beside the principal, in fen, by claim, of claims whose principal is paid.
    """

    debtor_id: int
    debtor: str
    currency: str
    rows: tuple[ClaimRow, ...]
    why_not: str | None = None
    asks_reason: bool = False
    doubts: tuple[str, ...] = ()
    letter: int | None = None
    waiting_fen: int = 0
    maybe_waiting_fen: int = 0
    guarantor: GuarantorRow | None = None
    plan: PlanRow | None = None
    charges: Mapping[int, int] = field(default_factory=dict)

    @property
    def key(self) -> tuple[int, str, int]:
        """Debtor, currency and guarantor (0: the debtor itself): no two of a run are alike."""
        return self.debtor_id, self.currency, self.guarantor.id if self.guarantor else 0

    @property
    def addressee(self) -> str:
        """Who is written to."""
        return self.guarantor.name if self.guarantor else self.debtor

    @property
    def total_fen(self) -> int:
        """What the letter lists: the balances without what is disputed; where no principal is open, the charges."""
        return sum(row.called_fen for row in self.rows) or sum(self.charges.values())

    @property
    def still_open(self) -> bool:
        """Whether all its claims still are: the very letter may go out again."""
        return all(row.balance_fen > 0 or row.id in self.charges for row in self.rows)


def recipients(
    store: Store,
    kind: str,
    claims: Iterable[int],
    today: date,
    *,
    leave_paid: bool = False,
    override_why: str | None = None,
    again: bool = False,
) -> list[Recipient]:
    """Who would get a letter of this kind about these claims today, in the order of the claims.

    A demand leaves out what is not yet due, every letter what is settled, wholly in dispute or a credit; of a claim
    whose principal is paid a demand asks for the charges that are open. Money of the
    debtor that waits in the bank is the doubt ``money_waiting``; with ``leave_paid`` it forbids the letter where it is
    certainly the debtor's and as much as the letter asks for. What the contact guard blocks gets no letter, unless the
    rule allows one for a reason and ``override_why`` gives it; what it only warns of is a doubt. ``again`` makes a
    second letter of one that was issued today.
    """
    waiting = waiting_money(store, today)
    rows = claim_rows(store, today, today, claims=claims, settled=True)
    if LETTER_KINDS[kind].states == "account":
        rows = _whole_account(store, rows, today)
    guard = LettersGuard(store, rows, today)
    groups: dict[tuple[int, str], list[ClaimRow]] = {}
    for row in rows:
        groups.setdefault((row.debtor_id, row.currency), []).append(row)
    charged = charged_alone(store, kind, today, {row.id for row in rows})
    asked = _Asked(store, kind, today, charged, again=again)
    told = [each for key, rows in groups.items() for each in asked.recipients(key, rows)]
    found = [_guarded(store, each, guard, override_why) for each in told]
    return [
        _with_waiting(each, waiting[each.debtor_id, each.currency], leave_paid=leave_paid)
        if (each.debtor_id, each.currency) in waiting
        else each
        for each in found
    ]


def _whole_account(store: Store, rows: Sequence[ClaimRow], today: date) -> list[ClaimRow]:
    """All that is open between the parties in the currencies asked for: an account that leaves out claims is none."""
    asked = dict.fromkeys((row.debtor_id, row.currency) for row in rows)
    found = {
        debtor: claim_rows(store, today, today, debtor=debtor)
        for debtor in dict.fromkeys(key[0] for key in asked)
    }
    return [row for debtor, currency in asked for row in found[debtor] if row.currency == currency] or list(
        rows
    )


def due_claims(store: Store, kind: str, today: date) -> list[int]:
    """Claims for which a letter of this kind is due today and that no signed plan covers.

    A debtor whose every due claim was told today is named again: asked for twice, they are the same letters. A second
    demand, a final notice and a letter before action are due once the day to pay by of the one before has passed.
    Whom a run put off waits until its day.
    """
    told, told_today = _told(store, kind, today)
    states, rests = LETTER_KINDS[kind].states, _postponed(store, kind, today)
    planned = {claim for claims in plans_in_force(store).values() for claim in claims}
    left = told if states in ("plan", "changed", "open", "account") and kind != "reminder" else told | planned
    charged = charged_alone(store, kind, today)
    held = [*claim_rows(store, today, today), *claim_rows(store, today, today, claims=charged, settled=True)]
    rows = [row for row in held if row.id not in left and row.debtor_id not in rests]
    ladder = {level.action: level.days for level in policy_of(store).ladder} if kind == "final" else {}
    from_day = ladder.get("final", DEMAND_FROM_DAY)
    late = {claim for claim, owed in charged.items() if (today - owed[0].owed_on).days >= from_day}
    due = [row for row in rows if row.id in late or _is_due(row, kind, today, from_day)]
    only = _only(store, kind, today)
    due = due if only is None else [row for row in due if row.id in only]
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


def _is_due(row: ClaimRow, kind: str, today: date, from_day: int) -> bool:
    states = LETTER_KINDS[kind].states
    if states == "disputed":
        return row.disputed_fen > 0
    if row.called_fen <= 0 or row.due_on is None:
        return False
    if kind == "reminder":
        return today <= row.due_on <= today + timedelta(days=REMIND_DAYS_BEFORE)
    if states in ("open", "plan", "changed", "account"):
        return True
    return row.days_overdue >= from_day


def _only(store: Store, kind: str, today: date) -> set[int] | None:
    """The claims to which a kind is confined; None where it is not."""
    if LETTER_KINDS[kind].states == "plan":
        broken = broken_plans(store, today).values()
        return {claim for plan in broken if _may_say(plan, kind, today) for claim in plan.claims}
    if LETTER_KINDS[kind].states == "changed":
        return {
            claim for plan in changed_plans(store, today).values() if plan.untold for claim in plan.claims
        }
    if LETTER_KINDS[kind].to_guarantor:
        standing = Guarantor.select().where(Guarantor.voided_at.is_null()).execute(store.database)
        backed = {row.debtor_id for row in standing}
        return {row.id for row in claim_rows(store, today, today) if row.debtor_id in backed}
    return _day_to_pay_passed(store, _AFTER[kind], today) if kind in _AFTER else None


def _may_say(plan: PlanRow, kind: str, today: date) -> bool:
    """Whether a broken plan stands as a letter of this kind says: the whole rest is called due only once it may be."""
    return kind != "acceleration" or (plan.callable_from is not None and plan.callable_from <= today)


def _day_to_pay_passed(store: Store, kinds: Sequence[str], today: date) -> set[int]:
    """Claims of letters of these kinds whose day to pay by is over."""
    query = (
        LetterClaim.select(LetterClaim.claim)
        .join(Letter)
        .where(Letter.kind.in_(kinds), Letter.voided_at.is_null(), Letter.pay_by < today)
    )
    return {row.claim_id for row in query.execute(store.database)}


def _postponed(store: Store, kind: str, today: date) -> set[int]:
    """Debtors whom a run of this kind put off to a day that is still to come."""
    query = (
        LetterRunLine.select(LetterRunLine.debtor)
        .join(LetterRun)
        .where(LetterRun.kind == kind, LetterRunLine.outcome == "postponed", LetterRunLine.until_on > today)
    )
    return {row.debtor_id for row in query.execute(store.database)}


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


class _Asked:
    """One question for recipients: the kind, the day, and what is looked up once for all of them."""

    def __init__(
        self,
        store: Store,
        kind: str,
        today: date,
        charged: Mapping[int, tuple[OpenCharge, ...]],
        *,
        again: bool,
    ) -> None:
        self.store, self.kind, self.today, self.again = store, kind, today, again
        self.charges = {claim: sum(each.fen for each in held) for claim, held in charged.items()}
        self.rule = LETTER_KINDS[kind]
        self.plans = broken_plans(store, today) if self.rule.states == "plan" else {}
        self.changed = changed_plans(store, today) if self.rule.states == "changed" else {}

    def recipients(self, key: tuple[int, str], rows: Sequence[ClaimRow]) -> list[Recipient]:
        """Who is written to about the claims of one debtor: it, or each of its guarantors."""
        if not self.rule.to_guarantor:
            return [self._recipient(key, rows, None)]
        behind = guarantors_of(self.store, [row for row in rows if self._fits(row, None)], self.today)
        asked = [each for each in behind if self.rule.states != "changed" or each[0].plan in self.changed]
        if not asked:
            held = debtor_of(self.store, key[0])
            assert held is not None  # noqa: S101 (a claim's debtor cannot be gone)
            why = "plan_not_changed" if behind else "no_guarantor"
            return [Recipient(key[0], held.name, key[1], tuple(rows), why_not=why)]
        return [self._guarantor(key, each) for each in asked]

    def _guarantor(self, key: tuple[int, str], stood: Stood) -> Recipient:
        who, claims, free = stood
        found = replace(self._recipient(key, claims, who), plan=self.changed.get(who.plan or 0))
        return replace(found, why_not="guarantor_free") if free else found

    def _recipient(
        self, key: tuple[int, str], rows: Sequence[ClaimRow], guarantor: GuarantorRow | None
    ) -> Recipient:
        held = debtor_of(self.store, key[0])
        assert held is not None  # noqa: S101 (a claim's debtor cannot be gone)
        plan = self.plans.get(key)
        fit = tuple(row for row in rows if self._fits(row, plan))
        charges = {row.id: self.charges[row.id] for row in fit if row.id in self.charges}
        told = Recipient(key[0], held.name, key[1], fit, guarantor=guarantor, plan=plan, charges=charges)
        same = None if self.again else _same_today(self.store, self.kind, told.key, rows, fit, self.today)
        if same is not None:
            claims = claims_of_letter(self.store, same)
            stated = claim_rows(self.store, self.today, self.today, claims=claims, settled=True)
            return replace(told, rows=tuple(stated), why_not="issued_today", letter=same)
        if not fit:
            return replace(told, rows=tuple(rows), why_not=self._why_none(rows))
        address = guarantor.address if guarantor else held.address
        if not address:
            return replace(told, why_not="no_address")
        return replace(told, doubts=_doubts(self.store, self.kind, held, self.today))

    def _fits(self, row: ClaimRow, plan: PlanRow | None) -> bool:
        states = self.rule.states
        if states == "disputed":
            return row.disputed_fen > 0
        if states in ("account", "changed"):
            return row.balance_fen > 0
        if row.called_fen <= 0:
            return row.id in self.charges
        if states == "plan":
            return plan is not None and row.id in plan.claims and _may_say(plan, self.kind, self.today)
        return states == "open" or row.days_overdue > 0 or row.due_on is None

    def _why_none(self, rows: Sequence[ClaimRow]) -> str:
        if all(row.balance_fen <= 0 for row in rows):
            return "settled"
        if self.rule.states == "disputed":
            return "not_disputed"
        if self.rule.states == "plan":
            broken = {claim for plan in self.plans.values() for claim in plan.claims}
            return "plan_not_callable" if any(row.id in broken for row in rows) else "plan_not_broken"
        return "disputed" if all(row.rests for row in rows if row.balance_fen > 0) else "not_due"


def _guarded(store: Store, recipient: Recipient, guard: LettersGuard, override_why: str | None) -> Recipient:
    """With what the contact guard says of the letter."""
    held = debtor_of(store, recipient.debtor_id)
    if recipient.why_not is not None or held is None:
        return recipient
    found = guard.findings(held, recipient.rows, to_guarantor=recipient.guarantor is not None)
    opened = bool(override_why and override_why.strip())
    shut = [each for each in found if each.severity == "block" and not (opened and each.with_reason)]
    if shut:
        asks = not opened and all(each.with_reason for each in shut)
        return replace(recipient, why_not=shut[0].problem.code, asks_reason=asks)
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


def _same_today(
    store: Store,
    kind: str,
    key: tuple[int, str, int],
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
        Letter.guarantor == key[2] if key[2] else Letter.guarantor.is_null(),
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
