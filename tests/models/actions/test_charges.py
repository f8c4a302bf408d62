"""What is owed besides the principal: entered, paid first, exact to the fen, taken back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from models.actions.charges import ChargeDraft, book_charge, void_charge
from models.actions.desk import Desk
from models.actions.letters import issue
from models.actions.receipts import Wish, book_for_claim, book_for_debtor, reverse
from models.actions.settling import accept_replay, set_off
from models.actions.undoing import redo, undo
from models.queries.charges import charge_rows, open_charges, payable_rows
from models.queries.claims import claim_rows
from models.queries.documents import letter_facts
from models.queries.letters import due_claims, recipients
from models.queries.parties import debtor_named
from models.queries.receipts import advances_of, receipts_of
from models.queries.replay import replay_of
from models.queries.statement import statement_of
from models.queries.timeline import timeline
from models.rules.facts import FixedInterest
from models.rules.payment_order import PRINCIPAL_FIRST
from models.rules.problems import Refused
from models.store.verify import verify
from reports.render import render
from tests.reports.reading import text_of

TODAY = date(2026, 11, 20)
FIRM = "苏州恒锐精密制造有限公司"
Claim = Callable[..., int]


@pytest.fixture
def key(desk: Desk, claim: Claim) -> int:
    """100,000.00 due, 500.00 of costs and 5,983.56 of interest fixed by a judgment: domain.md §3."""
    found = claim(FIRM, 10_000_000, date(2024, 1, 1), number="HR-1001")
    book_charge(desk, found, ChargeDraft("costs", 50_000, "受理费票据", date(2024, 6, 1)))
    book_charge(desk, found, ChargeDraft("interest", 598_356, "（2024）苏0508民初1号", date(2024, 7, 1)))
    return found


def open_fen(desk: Desk, claim: int) -> tuple[int, int]:
    """Principal and what is owed beside it."""
    (row,) = claim_rows(desk.store, TODAY, TODAY, claims=[claim], settled=True)
    return row.balance_fen, sum(each.fen for each in open_charges(desk.store).get(claim, ()))


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def firm(desk: Desk) -> int:
    held = debtor_named(desk.store, FIRM)
    assert held
    return held.id


def test_costs_then_interest_then_principal(desk: Desk, key: int) -> None:
    """CC 561; domain.md §3: 30,000 on costs 500, interest 5,983.56 leaves the principal at 76,483.56."""
    booked = book_for_debtor(desk, FIRM, 3_000_000, date(2024, 7, 1))
    assert booked.shares == ((key, 2_351_644),)
    assert [fen for _, fen in booked.charges] == [50_000, 598_356]
    assert booked.left_fen == 0
    assert open_fen(desk, key) == (7_648_356, 0)


def test_where_the_parties_agreed_the_principal_goes_first(desk: Desk, key: int) -> None:
    book_for_debtor(desk, FIRM, 3_000_000, wish=Wish(order=PRINCIPAL_FIRST))
    assert open_fen(desk, key) == (7_000_000, 648_356)


def test_a_payment_pays_nothing_that_came_to_be_owed_after_it(desk: Desk, key: int) -> None:
    book_for_debtor(desk, FIRM, 3_000_000, date(2024, 6, 15))
    assert open_fen(desk, key) == (7_050_000, 598_356)


def test_a_credit_note_gives_up_principal_alone(desk: Desk, key: int) -> None:
    book_for_debtor(desk, FIRM, 3_000_000, kind="credit_note")
    assert open_fen(desk, key) == (7_000_000, 648_356)


def test_a_paid_claim_with_costs_still_takes_money(desk: Desk, claim: Claim) -> None:
    found = claim(FIRM, 10_000, date(2026, 1, 1))
    book_for_claim(desk, found, 10_000)
    book_charge(desk, found, ChargeDraft("costs", 3_000, "保全费票据"))
    assert [row.id for row in payable_rows(desk.store, TODAY, firm(desk))] == [found]
    booked = book_for_debtor(desk, FIRM, 5_000)
    assert (booked.shares, booked.left_fen) == ((), 2_000)
    assert open_fen(desk, found) == (0, 0)
    assert advances_of(desk.store, firm(desk)) == {"CNY": 2_000}


def test_a_reversal_takes_back_what_it_paid_of_each(desk: Desk, key: int) -> None:
    booked = book_for_debtor(desk, FIRM, 3_000_000)
    reverse(desk, booked.receipt, "退票")
    assert open_fen(desk, key) == (10_000_000, 648_356)
    assert [row.left_fen for row in receipts_of(desk.store, firm(desk))] == [0, 0]


def test_a_reversal_that_is_undone_pays_the_same_again(desk: Desk, key: int) -> None:
    booked = book_for_debtor(desk, FIRM, 3_000_000)
    reverse(desk, booked.receipt, "记错")
    undo(desk, desk.store.journal_head()[0])
    assert open_fen(desk, key) == (7_648_356, 0)


def test_an_advance_pays_costs_first_too(desk: Desk, key: int, claim: Claim) -> None:
    book_for_claim(desk, claim(FIRM, 100, date(2026, 1, 1)), 60_100)
    done = set_off(desk, FIRM)
    assert [fen for _, fen in done.charges] == [50_000, 10_000]
    assert done.left_fen == 0
    assert open_fen(desk, key) == (10_000_000, 588_356)


def test_the_statement_ties_with_what_is_owed_beside_the_principal(desk: Desk, key: int) -> None:
    book_for_debtor(desk, FIRM, 20_000)
    found = statement_of(desk.store, firm(desk), None, TODAY, TODAY)
    assert {"costs", "interest"} <= {line.what for line in found.lines}
    assert (found.claims_fen, found.charges_fen, found.advance_fen) == (10_000_000, 628_356, 0)
    assert found.closing_fen == found.claims_fen + found.charges_fen - found.advance_fen


def test_a_replay_in_order_leaves_everything(desk: Desk, key: int) -> None:
    book_for_debtor(desk, FIRM, 3_000_000, date(2024, 7, 1))
    book_for_debtor(desk, FIRM, 8_000_000, date(2024, 8, 1))
    assert not replay_of(desk.store, firm(desk), TODAY).differs
    assert open_fen(desk, key) == (0, 0)


def test_a_replay_that_is_accepted_keeps_every_sum(desk: Desk, key: int, claim: Claim) -> None:
    """The older debt was there on the day of the late-entered money; costs stay paid before principal."""
    other = claim(FIRM, 1_000_000, date(2025, 1, 1))
    book_for_debtor(desk, FIRM, 11_000_000, date(2025, 6, 1))
    book_for_debtor(desk, FIRM, 500_000, date(2024, 7, 2))
    assert replay_of(desk.store, firm(desk), TODAY).differs
    accept_replay(desk, FIRM, "CNY", "补录")
    sums = [sum(open_fen(desk, each)) for each in (key, other)]
    assert sum(sums) == 10_648_356 + 1_000_000 - 11_500_000
    assert not replay_of(desk.store, firm(desk), TODAY).differs


def test_what_was_paid_is_not_voided(desk: Desk, key: int) -> None:
    book_for_debtor(desk, FIRM, 20_000)
    (costs, _) = charge_rows(desk.store)
    with pytest.raises(Refused) as refused:
        void_charge(desk, costs.id, "重复")
    assert codes(refused) == ["charge_paid"]


def test_an_entry_is_undone_and_done_again(desk: Desk, key: int) -> None:
    first = desk.store.journal_head()[0]
    undo(desk, first)
    assert open_fen(desk, key) == (10_000_000, 50_000)
    redo(desk, first, desk.store.journal_head()[0])
    assert open_fen(desk, key) == (10_000_000, 648_356)


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (ChargeDraft("fun", 1, "票据"), "charge_kind_unknown"),
        (ChargeDraft("costs", 0, "票据"), "amount_not_above_zero"),
        (ChargeDraft("costs", 1, " "), "charge_needs_source"),
        (ChargeDraft("costs", 1, "票据", date(2026, 11, 21)), "after_today"),
    ],
)
def test_a_charge_that_cannot_stand_is_refused(desk: Desk, key: int, draft: ChargeDraft, code: str) -> None:
    with pytest.raises(Refused) as refused:
        book_charge(desk, key, draft)
    assert codes(refused) == [code]


def test_the_journal_rebuilds_charges_and_what_paid_them(desk: Desk, key: int) -> None:
    book_for_debtor(desk, FIRM, 3_000_000)
    assert verify(desk.store, desk.clock.now()).ok


def test_the_time_line_tells_all_that_a_receipt_paid_on_the_claim(desk: Desk, key: int) -> None:
    book_for_debtor(desk, FIRM, 20_000)
    (told,) = [entry for entry in timeline(desk.store, key, TODAY) if entry.group == "receipt"]
    assert "200.00" in str(told.lines[0].params["amount"])


def test_a_demand_states_the_charges_of_its_claims_as_far_as_unpaid(desk: Desk, key: int) -> None:
    book_for_claim(desk, key, 30_000, TODAY)
    book_charge(desk, key, ChargeDraft("penalty", 7_00, "合同第九条", TODAY))
    (to,) = recipients(desk.store, "demand", [key], TODAY)
    stated = letter_facts(desk.store, "demand", to, "1", TODAY).charges
    assert stated == (("costs", 20_000), ("interest", 598_356), ("penalty", 7_00))


@pytest.mark.parametrize("kind", ["reminder", "acknowledgement", "statement", "statement_seal", "assignment"])
def test_whatever_lists_what_is_owed_states_the_same_charges(desk: Desk, key: int, kind: str) -> None:
    (to,) = recipients(desk.store, kind, [key], TODAY)
    assert letter_facts(desk.store, kind, to, "1", TODAY).charges == (
        ("costs", 50_000),
        ("interest", 598_356),
    )


def test_a_statement_states_charges_of_claims_whose_principal_is_paid_and_the_advance(
    desk: Desk, key: int, claim: Claim
) -> None:
    paid = claim(FIRM, 100, date(2026, 1, 1), number="HR-1002")
    book_for_claim(desk, paid, 100, TODAY)
    book_charge(desk, paid, ChargeDraft("costs", 7_00, "保全费票据", TODAY))
    (to,) = recipients(desk.store, "statement_moves", [key], TODAY)
    facts = letter_facts(desk.store, "statement_moves", to, "1", TODAY)
    assert facts.charges == (("costs", 50_700), ("interest", 598_356))
    assert facts.account is not None
    assert facts.account.closing_fen == facts.total_fen + 50_700 + 598_356

    book_for_claim(desk, paid, 9_00, TODAY)
    (to,) = recipients(desk.store, "statement_seal", [key], TODAY)
    account = letter_facts(desk.store, "statement_seal", to, "2", TODAY).account
    assert account is not None
    assert account.advance_fen == 2_00


def test_the_table_of_a_second_demand_names_the_days_that_were_fixed(desk: Desk, key: int) -> None:
    (to,) = recipients(desk.store, "demand2", [key], TODAY)
    interest = letter_facts(desk.store, "demand2", to, "1", TODAY).interest
    assert interest is not None
    assert interest.fixed == (FixedInterest("HR-1001", date(2024, 7, 1), 598_356),)
    assert min(line.start for line in interest.lines) == date(2024, 7, 2)


@pytest.fixture
def paid_up(firm: Desk, key: int) -> int:
    """The principal is paid first by agreement, 10.00 of the costs too: 490.00 and 5,983.56 are open."""
    book_for_debtor(firm, FIRM, 10_000_000, date(2024, 8, 1), wish=Wish(order=PRINCIPAL_FIRST))
    book_for_claim(firm, key, 1_000, date(2024, 8, 2))
    return key


def test_a_demand_lists_the_charges_of_a_claim_whose_principal_is_paid(firm: Desk, paid_up: int) -> None:
    (to,) = recipients(firm.store, "demand", [paid_up], TODAY)
    facts = letter_facts(firm.store, "demand", to, "1", TODAY, with_interest=True)
    assert (to.why_not, to.still_open, to.total_fen, facts.total_fen) == (None, True, 647_356, 647_356)
    assert [
        (each.charge, each.number, each.due_on, each.paid_fen, each.balance_fen) for each in facts.items
    ] == [
        ("costs", "HR-1001", date(2024, 6, 1), 1_000, 49_000),
        ("interest", "HR-1001", date(2024, 7, 1), 0, 598_356),
    ]
    assert (facts.charges, facts.interest, facts.claim_kind) == ((), None, "other")


def test_beside_a_principal_the_charges_of_a_paid_claim_stand_among_the_others(
    firm: Desk, paid_up: int, claim: Claim
) -> None:
    other = claim(FIRM, 5_000, date(2026, 1, 1), number="HR-1002")
    (to,) = recipients(firm.store, "demand", [paid_up, other], TODAY)
    facts = letter_facts(firm.store, "demand", to, "1", TODAY)
    assert ([each.number for each in facts.items], facts.total_fen) == (["HR-1002"], 5_000)
    assert facts.charges == (("costs", 49_000), ("interest", 598_356))


def test_charges_alone_are_demanded_by_a_run_and_not_by_a_reminder(
    firm: Desk, paid_up: int, claim: Claim
) -> None:
    fresh = claim(FIRM, 100, date(2026, 1, 1), number="HR-1002")
    book_for_claim(firm, fresh, 100, TODAY)
    book_charge(firm, fresh, ChargeDraft("costs", 7_00, "保全费票据", TODAY))
    assert due_claims(firm.store, "demand", TODAY) == [paid_up]
    assert recipients(firm.store, "reminder", [paid_up], TODAY)[0].why_not == "settled"
    run = issue(firm, "demand", [paid_up], render)
    assert [(each.claims, each.total_fen) for each in run.letters] == [((paid_up,), 647_356)]
    book_for_claim(firm, paid_up, 647_356, TODAY)
    assert recipients(firm.store, "demand", [paid_up], TODAY, again=True)[0].why_not == "settled"


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("demand2", "现再次请贵司最迟于"),
        ("final", "现通知贵司最迟于"),
        ("before_action", "请贵司最迟于"),
        ("lawyer_draft", "请贵司最迟于"),
    ],
)
def test_what_follows_a_demand_asks_for_charges_alone_too(
    firm: Desk, paid_up: int, kind: str, asked: str
) -> None:
    (to,) = recipients(firm.store, kind, [paid_up], TODAY)
    facts = letter_facts(firm.store, kind, to, "1", TODAY)
    said = re.sub(r"\s", "", text_of(render(kind, facts, "zh_CN")))
    assert (to.why_not, facts.interest) == (None, None)
    assert asked in said
    assert "将上列款项合计6,473.56元付至" in said
    assert not re.search("本金(合计)?陆仟|及逾期付款利息的函|利息计算表", said)
