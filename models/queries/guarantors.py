"""Who stands behind debts and what secures them, each with how it stands today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from models.queries.agreed import accelerations
from models.queries.claims import ClaimRow
from models.queries.consents import ConsentRow, consents_of_guarantors
from models.queries.events import letters_to_guarantors
from models.queries.limitations import Limitations
from models.queries.published import calendar_of
from models.rules.guarantee import Act, GuaranteeClock, Pledge, after_consent, clock
from models.rules.limitation import ClaimEvent
from models.rules.proof import Proof
from models.store import Store
from models.tables import Debtor, Evidence, Guarantor, GuarantorAct, Instalment, PlanClaim, Security

CALLED_MONTHS = 36
"""So long a guarantor of a plan answers once the whole rest was called due, as the agreement has it."""

SECURITY_KINDS = ("mortgage", "pledge", "retention", "lien", "deposit", "insurance")


@dataclass(frozen=True)
class ActRow:
    """One act towards a guarantor; ``provable``: its evidence is on file and stands.

    A letter that reached the guarantor is an act too: ``letter`` is its key, ``id`` 0, ``proof`` its grade and what
    is missing.
    """

    id: int
    what: str
    on: date
    evidence: int | None
    provable: bool
    note: str | None
    voided: bool
    void_why: str | None
    letter: int | None = None
    proof: Proof | None = None


@dataclass(frozen=True)
class GuarantorRow:
    """One guarantor as entered, with its acts in their order and the consents it gave.

    ``contract`` or ``plan`` narrow what it stands for.
    """

    id: int
    debtor_id: int
    debtor: str
    contract: str | None
    plan: int | None
    name: str
    is_person: bool
    uscc: str | None
    address: str | None
    postcode: str | None
    phone: str | None
    email: str | None
    representative: str | None
    pledge: Pledge
    most_fen: int | None
    has_resolution: bool
    evidence: int | None
    voided: bool
    void_why: str | None
    acts: tuple[ActRow, ...]
    consents: tuple[ConsentRow, ...] = ()


@dataclass(frozen=True)
class SecurityRow:
    """One thing that secures a debtor's debts."""

    id: int
    debtor_id: int
    debtor: str
    contract: str | None
    kind: str
    object: str
    fen: int | None
    registration: str | None
    registered_on: date | None
    until_on: date | None
    evidence: int | None
    voided: bool
    void_why: str | None


@dataclass(frozen=True)
class Guarantee:
    """How one guarantor stands for the claims of one due date.

    Where it consented to another plan, ``guarantor`` is bound by that one. ``sure_on`` is how far its period goes
    without a consent that cannot be proved; None where nothing hangs on one.
    """

    guarantor: GuarantorRow
    claims: tuple[ClaimRow, ...]
    clock: GuaranteeClock
    sure_on: date | None = None

    @property
    def provable_on(self) -> date:
        """The last day of the period as far as papers show it."""
        return min(self.clock.period.last_day, self.sure_on or date.max)


def guarantor_rows(store: Store, debtor: int | None = None, *, void: bool = False) -> list[GuarantorRow]:
    """Guarantors of one debtor or of all, in the order they were entered; voided ones only where asked for."""
    query = Guarantor.select(Guarantor, Debtor).join(Debtor).order_by(Guarantor.id)
    if debtor is not None:
        query = query.where(Guarantor.debtor == debtor)
    if not void:
        query = query.where(Guarantor.voided_at.is_null())
    rows = list(query.execute(store.database))
    acts = _acts(store) if rows else {}
    consents = consents_of_guarantors(store) if rows else {}
    return [_guarantor(row, acts.get(row.id, []), consents.get(row.id, [])) for row in rows]


def security_rows(store: Store, debtor: int | None = None, *, void: bool = False) -> list[SecurityRow]:
    """Security of one debtor or of all, in the order it was entered."""
    query = Security.select(Security, Debtor).join(Debtor).order_by(Security.id)
    if debtor is not None:
        query = query.where(Security.debtor == debtor)
    if not void:
        query = query.where(Security.voided_at.is_null())
    return [
        SecurityRow(
            row.id, row.debtor_id, row.debtor.name, row.contract, row.kind, row.object, row.fen, row.registration,
            row.registered_on, row.until_on, row.evidence_id, _gone(row.voided_at), row.void_why,
        )
        for row in query.execute(store.database)
    ]  # fmt: skip


class Guarantees:
    """Every guarantor against the open claims it stands for.

    A guarantor who signed a plan answers from its last instalment, or from the day the whole rest was called due, for
    three years then as the agreement has it; any other keeps the original date (CC 695), as one does who did not sign
    a supplement. One who consented in writing stands as if it had signed.

    A suit against the debtor that was entered on the claim saves a general guarantee too. Where nobody
    stands behind anything, nothing is read.
    """

    def __init__(
        self, store: Store, limitations: Limitations, today: date, debtor: int | None = None
    ) -> None:
        """Read the guarantors, of one debtor or of all, and the plans they signed."""
        self.limitations, self.today = limitations, today
        self.of_debtor: dict[int, list[GuarantorRow]] = defaultdict(list)
        for guarantor in guarantor_rows(store, debtor):
            self.of_debtor[guarantor.debtor_id].append(guarantor)
        self._calendar = calendar_of(store)
        self._plan_claims: dict[int, set[int]] = defaultdict(set)
        self._last_instalment: dict[int, date] = {}
        self._signed: set[int] = set()
        self._called_on: dict[int, date] = {}
        self._supplements: dict[int, int] = {}
        if self.of_debtor:
            self._read_plans(store)

    def _read_plans(self, store: Store) -> None:
        for link in PlanClaim.select().execute(store.database):
            self._plan_claims[link.plan_id].add(link.claim_id)
        for line in Instalment.select().order_by(Instalment.due_on).execute(store.database):
            self._last_instalment[line.plan_id] = line.due_on
        self._signed = _signed_plans(store)
        notices = accelerations(store).items()
        self._called_on = {plan: notice.arrived_on for plan, notice in notices if notice.arrived_on}
        self._supplements = _supplements(store)

    def of(self, row: ClaimRow) -> list[Guarantee]:
        """How each guarantor stands for one claim."""
        return [each for held in self.of_debtor.get(row.debtor_id, ()) for each in self._clocks(held, [row])]

    def all(self, rows: Iterable[ClaimRow]) -> list[Guarantee]:
        """How each guarantor stands for all its claims, one clock a due date."""
        if not self.of_debtor:
            return []
        claims: dict[int, list[ClaimRow]] = defaultdict(list)
        for row in rows:
            claims[row.debtor_id].append(row)
        return [
            each
            for debtor, guarantors in self.of_debtor.items()
            for held in guarantors
            for each in self._clocks(held, claims[debtor])
        ]

    def _clocks(self, guarantor: GuarantorRow, rows: Sequence[ClaimRow]) -> list[Guarantee]:
        covered: dict[ConsentRow | None, list[ClaimRow]] = defaultdict(list)
        for row in rows:
            consent = self._consent(guarantor, row)
            if row.balance_fen > 0 and self._covers(_bound(guarantor, consent), row):
                covered[consent].append(row)
        return [
            each
            for consent, claims in covered.items()
            for each in self._of_consent(guarantor, consent, claims)
        ]

    def _consent(self, guarantor: GuarantorRow, row: ClaimRow) -> ConsentRow | None:
        """The newest plan over a claim to which the guarantor consented."""
        fit = [each for each in guarantor.consents if each.counts and row.id in self._plan_claims[each.plan]]
        return max(fit, key=lambda each: each.plan, default=None)

    def _of_consent(
        self, guarantor: GuarantorRow, consent: ConsentRow | None, covered: Sequence[ClaimRow]
    ) -> list[Guarantee]:
        """The clocks of claims that go by one consent, or by none."""
        held, groups = _bound(guarantor, consent), defaultdict[date, list[ClaimRow]](list)
        for row in covered:
            due_on = self._due_on(held, consent, row)
            if due_on:
                groups[due_on].append(row)
        if guarantor.pledge.determined_on and groups:
            groups = defaultdict(list, {max(groups): list(covered)})
        told = [self._guarantee(held, consent, due_on, claims) for due_on, claims in sorted(groups.items())]
        return [self._after(guarantor, consent, each) for each in told] if consent else told

    def _after(self, guarantor: GuarantorRow, consent: ConsentRow, found: Guarantee) -> Guarantee:
        """How it stands with the consent, beside how it stood without it."""
        others = tuple(each for each in guarantor.consents if each is not consent)
        without = self._clocks(replace(guarantor, consents=others), found.claims)
        before = min(without, key=lambda each: each.provable_on, default=None)
        if before is None:
            return found
        sure_on = None if consent.provable else before.provable_on
        return replace(found, clock=after_consent(consent.told, before.clock, found.clock), sure_on=sure_on)

    def _covers(self, guarantor: GuarantorRow, row: ClaimRow) -> bool:
        if guarantor.plan is not None:
            return row.id in self._plan_claims[guarantor.plan] and not self._signed_on(guarantor)
        return guarantor.contract is None or guarantor.contract == row.contract

    def _signed_on(self, guarantor: GuarantorRow) -> bool:
        """Whether the guarantor of a plan signed the supplement too and stands behind that one instead."""
        later = self._supplements.get(guarantor.plan or 0)
        held = self.of_debtor.get(guarantor.debtor_id, ())
        return later is not None and any((each.plan, each.name) == (later, guarantor.name) for each in held)

    def _due_on(self, guarantor: GuarantorRow, consent: ConsentRow | None, row: ClaimRow) -> date | None:
        plan = guarantor.plan or (consent.plan if consent else None)
        if plan is not None:
            return self._called_on.get(plan) or self._last_instalment.get(plan)
        return row.due_on or self.limitations.clocks(row).claimed.start_on

    def _guarantee(
        self, guarantor: GuarantorRow, consent: ConsentRow | None, due_on: date, claims: Sequence[ClaimRow]
    ) -> Guarantee:
        acts = [Act(act.what, act.on, act.provable) for act in guarantor.acts if not act.voided]
        suits = [
            Act("sued_debtor", event.on, event.provable)
            for event in self.limitations.events.get(claims[0].id, ())
            if event.code == "C1"
        ]
        pledge = guarantor.pledge
        if guarantor.plan in self._called_on and not (consent and consent.until):
            pledge = replace(pledge, months=CALLED_MONTHS, until=None)
        told = clock(
            due_on,
            pledge,
            [*acts, *suits],
            today=self.today,
            calendar=self._calendar,
            plan_without_consent=self._unasked(guarantor, consent, claims),
        )
        return Guarantee(guarantor, tuple(claims), told)

    def _unasked(
        self, guarantor: GuarantorRow, consent: ConsentRow | None, claims: Sequence[ClaimRow]
    ) -> bool:
        """Whether a plan, or a supplement to the one it signed or consented to, was made without the guarantor."""
        plan = guarantor.plan or (consent.plan if consent else None)
        return any(row.id in self._signed for row in claims) if plan is None else plan in self._supplements


def _bound(guarantor: GuarantorRow, consent: ConsentRow | None) -> GuarantorRow:
    """The guarantor as its consent binds it: one of a plan stands behind the plan it consented to."""
    if consent is None:
        return guarantor
    plan = consent.plan if guarantor.plan is not None else None
    return replace(guarantor, plan=plan, pledge=consent.told.changed(guarantor.pledge))


def _signed_plans(store: Store) -> set[int]:
    """Claims under a signed plan that stands."""
    return {
        claim
        for (claim,) in store.database.execute_sql(
            "SELECT pc.claim_id FROM plan p JOIN plan_claim pc ON pc.plan_id = p.id "
            "WHERE p.signed_on IS NOT NULL AND p.voided_at IS NULL"
        )
    }


def _supplements(store: Store) -> dict[int, int]:
    """The signed supplement that took the place of a plan."""
    return dict(
        store.database.execute_sql(
            "SELECT replaces_id, id FROM plan "
            "WHERE replaces_id IS NOT NULL AND signed_on IS NOT NULL AND voided_at IS NULL"
        ).fetchall()
    )


def _acts(store: Store) -> dict[int, list[ActRow]]:
    found: dict[int, list[ActRow]] = defaultdict(list)
    standing = {
        row.id
        for row in Evidence.select(Evidence.id).where(Evidence.voided_at.is_null()).execute(store.database)
    }
    for act in GuarantorAct.select().order_by(GuarantorAct.done_on, GuarantorAct.id).execute(store.database):
        provable = act.evidence_id in standing
        found[act.guarantor_id].append(
            ActRow(
                act.id,
                act.what,
                act.done_on,
                act.evidence_id,
                provable,
                act.note,
                _gone(act.voided_at),
                act.void_why,
            )
        )
    for guarantor, letters in letters_to_guarantors(store).items():
        found[guarantor] += map(_letter_act, letters)
        found[guarantor].sort(key=lambda act: act.on)
    return found


def _letter_act(letter: ClaimEvent) -> ActRow:
    """A letter that arrived claims from the guarantor; nothing need be entered."""
    return ActRow(0, "claimed", letter.on, None, letter.provable, None, False, None, letter.key, letter.proof)


def _guarantor(row: Any, acts: Iterable[ActRow], consents: Iterable[ConsentRow]) -> GuarantorRow:
    pledge = Pledge(row.mode, row.months, row.until_on, row.unclear_period, row.signed_on, row.determined_on)
    return GuarantorRow(
        row.id, row.debtor_id, row.debtor.name, row.contract, row.plan_id, row.name, bool(row.is_person), row.uscc,
        row.address, row.postcode, row.phone, row.email, row.representative, pledge, row.most_fen,
        bool(row.has_resolution), row.evidence_id, _gone(row.voided_at), row.void_why, tuple(acts),
        tuple(consents),
    )  # fmt: skip


def _gone(voided_at: datetime | None) -> bool:
    return voided_at is not None
