"""The ledger against a small reference of its own: whole fen, after any sequence of acts, none off."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from models.actions import receipts, settling
from models.actions.charges import ChargeDraft, book_charge
from models.actions.claims import ClaimDraft, register
from models.actions.desk import Desk
from models.clock import Clock
from models.queries.charges import open_charges
from models.queries.claims import claim_rows
from models.queries.parties import debtor_named
from models.queries.receipts import advances_of
from models.rules.problems import Refused
from models.store import Store, open_store
from models.store.verify import verify
from tests.harness.acts import TODAY

DEBTORS = ("甲", "乙")
STEPS = 50
"""So many acts one portfolio sees."""

fen = st.integers(1, 2_000_00)
names = st.sampled_from(DEBTORS)
picks = st.integers(0, 10**6)


@dataclass
class Reference:
    """What is owed, by the simplest book that could be kept: what is open of each claim, and who did what to it.

    Money pays the oldest claim first, on each the costs before the principal (CC 560, 561: all are due, unsecured and
    equally heavy, and no two of a debtor on one day).
    """

    debtor: dict[int, str] = field(default_factory=dict)
    principal: Counter[int] = field(default_factory=Counter)
    costs: Counter[int] = field(default_factory=Counter)
    advance: Counter[str] = field(default_factory=Counter)
    took: dict[int, tuple[str, int, Counter[tuple[str, int]]]] = field(default_factory=dict)

    def claims(self, name: str) -> list[int]:
        """A debtor's claims; those registered later were due earlier."""
        return sorted((claim for claim, of in self.debtor.items() if of == name), reverse=True)

    def owed(self, name: str) -> int:
        """All that is open of a debtor, costs too."""
        return sum(self.principal[claim] + self.costs[claim] for claim in self.claims(name))

    def pay(self, receipt: int, name: str, money: int, claims: Iterable[int], *, costs: bool = True) -> None:
        """Money comes in, over these claims in turn; the rest is the advance."""
        took, left = Counter[tuple[str, int]](), money
        for claim in claims:
            for what, open_now in (
                ("costs", self.costs if costs else Counter()),
                ("principal", self.principal),
            ):
                part = min(left, open_now[claim])
                open_now[claim] -= part
                left -= part
                took[what, claim] += part
        self.advance[name] += left
        self.took[receipt] = (name, money, took)

    def set_off(self, receipt: int, name: str) -> None:
        """The advance pays what it can."""
        amount = min(self.advance[name], self.owed(name))
        self.advance[name] -= amount
        self.pay(receipt, name, amount, self.claims(name))
        self.took[receipt] = (name, 0, self.took[receipt][2])

    def take_back(self, receipt: int) -> bool:
        """As if it had never been; False where its advance is used."""
        name, money, took = self.took[receipt]
        left = money - took.total()
        if self.advance[name] - left < 0:
            return False
        del self.took[receipt]
        self.advance[name] -= left
        for (what, claim), part in took.items():
            (self.costs if what == "costs" else self.principal)[claim] += part
        return True


class Ledger(RuleBasedStateMachine):
    """The program's books beside the reference; after every act they say the same."""

    template: Path
    acts = 0

    def __init__(self) -> None:
        super().__init__()
        self.room = Path(tempfile.mkdtemp())
        shutil.copytree(self.template, self.room / "data")
        self.desk = Desk(open_store(self.room / "data"), Clock(TODAY), "clerk")
        self.desk.store.database.execute_sql(
            "PRAGMA synchronous = OFF"
        )  # what a power cut does is tried elsewhere
        self.reference = Reference()

    @rule(name=names, amount=fen)
    def claim(self, name: str, amount: int) -> None:
        due = TODAY - timedelta(days=1 + len(self.reference.debtor))
        key, _ = register(self.desk, ClaimDraft(name, amount, due_on=due))
        self.reference.debtor[key] = name
        self.reference.principal[key] = amount

    @precondition(lambda self: self.reference.debtor)
    @rule(pick=picks, amount=fen)
    def cost(self, pick: int, amount: int) -> None:
        claim = self.any_claim(pick)
        book_charge(self.desk, claim, ChargeDraft("costs", amount, "通知"))
        self.reference.costs[claim] += amount

    @precondition(lambda self: self.reference.debtor)
    @rule(pick=picks, amount=fen)
    def pay_debtor(self, pick: int, amount: int) -> None:
        name = self.reference.debtor[self.any_claim(pick)]
        booked = receipts.book_for_debtor(self.desk, name, amount)
        self.reference.pay(booked.receipt, name, amount, self.reference.claims(name))

    @precondition(lambda self: self.reference.debtor)
    @rule(pick=picks, amount=fen, credit=st.booleans())
    def pay_claim(self, pick: int, amount: int, credit: bool) -> None:
        claim = self.any_claim(pick)
        kind = "credit_note" if credit else "payment"
        booked = receipts.book_for_claim(self.desk, claim, amount, kind=kind)
        self.reference.pay(booked.receipt, self.reference.debtor[claim], amount, [claim], costs=not credit)

    @precondition(lambda self: self.reference.debtor)
    @rule(pick=picks)
    def set_off(self, pick: int) -> None:
        name = self.reference.debtor[self.any_claim(pick)]
        if self.reference.advance[name] and self.reference.owed(name):
            self.reference.set_off(settling.set_off(self.desk, name).receipt, name)
        else:
            with pytest.raises(Refused, match="nothing_to_set_off"):
                settling.set_off(self.desk, name)

    @precondition(lambda self: self.reference.took)
    @rule(pick=picks)
    def take_back(self, pick: int) -> None:
        keys = sorted(self.reference.took)
        receipt = keys[pick % len(keys)]
        if self.reference.take_back(receipt):
            receipts.reverse(self.desk, receipt, "退票")
        else:
            with pytest.raises(Refused, match="advance_used"):
                receipts.reverse(self.desk, receipt, "退票")

    @invariant()
    def to_the_fen(self) -> None:
        """Every balance, every cost, every advance."""
        type(self).acts += 1
        store = self.desk.store
        rows = claim_rows(store, TODAY, TODAY, settled=True)
        assert {row.id: row.balance_fen for row in rows} == dict(self.reference.principal)
        held = {claim: sum(each.fen for each in charges) for claim, charges in open_charges(store).items()}
        assert held == {claim: part for claim, part in self.reference.costs.items() if part}
        assert advances(store) == {name: part for name, part in self.reference.advance.items() if part}

    def teardown(self) -> None:
        assert verify(self.desk.store, Clock().now(), quick=True).ok
        self.desk.store.close()
        shutil.rmtree(self.room)

    def any_claim(self, pick: int) -> int:
        keys = sorted(self.reference.debtor)
        return keys[pick % len(keys)]


def advances(store: Store) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for name in DEBTORS:
        held = debtor_named(store, name)
        if held is not None:
            found[name] += advances_of(store, held.id).get("CNY", 0)
    return {name: part for name, part in found.items() if part}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty portfolio, made once."""
    folder = tmp_path_factory.mktemp("template") / "data"
    open_store(folder, bind=False).close()
    return folder


def play(template: Path, acts: int) -> int:
    """So many acts, in portfolios of ``STEPS``; how many they were."""
    Ledger.template, Ledger.acts = template, 0
    quiet = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Ledger,
        settings=settings(
            max_examples=max(1, acts // STEPS), stateful_step_count=STEPS, deadline=None, database=None,
            derandomize=True, suppress_health_check=quiet, phases=[Phase.generate],
        ),
    )  # fmt: skip
    return Ledger.acts


def test_no_sequence_of_acts_is_a_fen_off(template: Path) -> None:
    assert play(template, 500) > 250


@pytest.mark.long
@pytest.mark.timeout(7200)
def test_a_hundred_thousand_acts_are_not_a_fen_off(template: Path) -> None:
    done = 0
    while done < 100_000:
        done += play(template, 100_000 - done)


def test_a_build_that_loses_a_fen_is_found_out(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = receipts.book_shared

    def one_fen_less(desk, unit, money, shares, *more):  # type: ignore[no-untyped-def]
        return sound(
            desk, unit, money, {claim: part - (part > 1000) for claim, part in shares.items()}, *more
        )

    monkeypatch.setattr(receipts, "book_shared", one_fen_less)
    with pytest.raises(AssertionError):
        play(template, 500)
