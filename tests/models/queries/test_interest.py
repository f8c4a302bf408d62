"""The interest of claims in the books: by terms, by receipts on their true day, one by one and all at once."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from models.actions.charges import ChargeDraft, book_charge, void_charge
from models.actions.claims import ClaimDraft, register
from models.actions.contacts import Acceptance, end_flag, set_flag
from models.actions.desk import Desk
from models.actions.receipts import book_for_claim, reverse
from models.actions.settings import choose
from models.actions.terms import TermsDraft, set_terms, void_terms
from models.actions.undoing import undo
from models.queries.claims import claim_rows
from models.queries.interest import ClaimInterest, Interests, interest_of, interest_of_rows
from models.queries.parties import debtor_named
from models.rules.bearing import Agreed
from models.rules.day_count import Terms
from models.settings import LATE_LPR, LATE_PERCENT

ON = date(2026, 11, 20)
NAME = "苏州恒锐精密制造有限公司"
Claim = Callable[..., int]


def agree(desk: Desk, agreed: Agreed, contract: str | None = None, name: str = NAME) -> int:
    held = debtor_named(desk.store, name)
    assert held is not None
    return set_terms(desk, held.id, TermsDraft(agreed, contract)).key


def found(desk: Desk, claim: int, on: date = ON) -> ClaimInterest:
    return interest_of(desk.store, claim, on, desk.today)


def test_a_small_firm_rate_gives_the_worked_figure(desk: Desk, claim: Claim) -> None:
    key = claim(fen=320_000_00, due_on=date(2025, 7, 31))
    agree(desk, Agreed("day:0.05"))
    assert found(desk, key, date(2025, 9, 30)).total_fen == 9_600_00  # domain V10: 60 days


def test_where_nothing_was_agreed_the_law_is_proposed_with_its_article(desk: Desk, claim: Claim) -> None:
    told = found(desk, claim())
    assert told.agreed is None
    assert told.bearing is not None
    assert told.bearing.proposal.source.code == "late_source_sale"
    assert told.steps[0].source.code == "late_source_sale"


def test_terms_of_the_contract_come_before_those_of_the_debtor(desk: Desk, claim: Claim) -> None:
    one, other = claim(contract="HT-1", number="1"), claim(contract="HT-2", number="2")
    agree(desk, Agreed("year:10"))
    agree(desk, Agreed("year:5"), "HT-1")
    assert [found(desk, key).bearing.spec for key in (one, other)] == ["year:5", "year:10"]  # type: ignore[union-attr]


def test_a_voided_version_gives_way_to_the_one_before(desk: Desk, claim: Claim) -> None:
    key = claim()
    agree(desk, Agreed("year:5"))
    newest = agree(desk, Agreed("year:6"))
    assert found(desk, key).bearing.spec == "year:6"  # type: ignore[union-attr]
    void_terms(desk, newest, "抄错")
    assert found(desk, key).bearing.spec == "year:5"  # type: ignore[union-attr]


def test_a_receipt_lowers_the_principal_from_its_own_day(desk: Desk, claim: Claim) -> None:
    key = claim(fen=100_000_00, due_on=date(2026, 6, 30))
    agree(desk, Agreed("day:0.1"))
    book_for_claim(desk, key, 40_000_00, date(2026, 7, 11))
    told = found(desk, key, date(2026, 7, 21))
    assert [line.amount_fen for line in told.result.lines] == [1_000_00, 600_00]  # type: ignore[union-attr]
    assert told.by_law_fen == 1_000_00 + 610_00  # interest first: 39,000 of principal
    assert "claim_interest_order" in {doubt.code for doubt in told.doubts}


def test_what_was_reversed_never_was(desk: Desk, claim: Claim) -> None:
    key = claim()
    before = found(desk, key).total_fen
    made = book_for_claim(desk, key, 1_000_00, date(2026, 10, 10))
    assert found(desk, key).total_fen < before
    reverse(desk, made.receipt, "退票")
    assert found(desk, key).total_fen == before


def test_why_nothing_is_reckoned_is_said(desk: Desk, claim: Claim) -> None:
    cases = [
        ({"due_on": None}, "claim_interest_no_due"),
        ({"kind": "loan"}, "claim_interest_no_contract_day"),
        ({"currency": "USD"}, "claim_interest_no_currency"),
        ({"due_on": date(2026, 12, 1)}, "claim_interest_not_yet"),
    ]
    for number, (more, code) in enumerate(cases):
        told = found(desk, claim(number=str(number), **more))
        assert (told.result, told.doubts[0].code) == (None, code)


def test_all_at_once_is_each_alone_to_the_fen(desk: Desk) -> None:
    chance = random.Random(7)
    kinds = ("sale", "construction", "loan", "lease")
    with desk.store.acting():
        for place in range(80):
            issued = date(2018, 1, 1) + timedelta(days=chance.randrange(3000))
            draft = ClaimDraft(
                f"客户{place % 7}", chance.randrange(1_00, 9_000_000_00), number=str(place), kind=chance.choice(kinds),
                issued_on=issued, due_on=issued + timedelta(days=30), contract=f"HT-{place % 11}",
            )  # fmt: skip
            key, _ = register(desk, draft)
            if place % 3 == 0:
                book_for_claim(
                    desk, key, chance.randrange(1, draft.amount_fen), min(ON, issued + timedelta(days=70))
                )
    agree(desk, Agreed("day:0.05", Terms(360, True), 5, "lpr1y*4"), name="客户0")
    agree(desk, Agreed("fixed:lpr1y*1.3", Terms(rounding="total")), name="客户1")
    agree(desk, Agreed("year:30", cap="fixed:lpr1y*4"), "HT-3", name="客户2")
    rows = claim_rows(desk.store, ON, desk.today)
    book = Interests(desk.store, ON, desk.today)
    exact = interest_of_rows(desk.store, rows, ON, desk.today)
    assert [book.of(row) or 0 for row in rows] == [each.total_fen for each in exact]
    assert sum(each.total_fen > 0 for each in exact) > 60


def test_an_agreed_ceiling_is_cited_as_the_contracts(desk: Desk, claim: Claim) -> None:
    key = claim()
    agree(desk, Agreed("day:0.1", cap="year:24"))
    told = found(desk, key)
    assert told.steps[0].source.code == "article_agreed_cap"
    assert told.result is not None
    assert told.result.lines[0].capped


def test_what_cannot_be_published_yet_stops_one_claim_not_all(desk: Desk, claim: Claim) -> None:
    old, new = claim(number="1", due_on=date(2018, 1, 1)), claim(number="2")
    agree(desk, Agreed("lpr1y"))
    assert [doubt.code for doubt in found(desk, old).doubts] == ["rate_not_published"]
    rows = claim_rows(desk.store, ON, desk.today)
    book = Interests(desk.store, ON, desk.today)
    assert [book.of(row) for row in rows] == [None, found(desk, new).total_fen]


def test_what_the_house_claims_where_the_law_leaves_room_is_a_setting(desk: Desk, claim: Claim) -> None:
    key = claim(due_on=date(2024, 3, 31))
    usual = found(desk, key)
    choose(desk, LATE_PERCENT, 130)
    choose(desk, LATE_LPR, "floating")
    told = found(desk, key)
    assert usual.bearing is not None
    assert told.bearing is not None
    assert (usual.bearing.spec, told.bearing.spec) == ("fixed:lpr1y*1.5", "lpr1y*1.3")
    assert {"late_why_floating", "late_why_uplift"} == {reason.code for reason in told.bearing.proposal.why}
    (row,) = claim_rows(desk.store, ON, desk.today)
    assert Interests(desk.store, ON, desk.today).of(row) == told.total_fen


def test_interest_that_was_fixed_is_not_reckoned_again_for_its_days(desk: Desk, claim: Claim) -> None:
    key = claim(fen=100_000_00, due_on=date(2026, 6, 30))
    agree(desk, Agreed("day:0.1"))
    book_for_claim(desk, key, 40_000_00, date(2026, 7, 6))
    charge = book_charge(desk, key, ChargeDraft("interest", 1_234_00, "对账单", date(2026, 7, 10))).key
    told = found(desk, key, date(2026, 7, 21))
    (line,) = told.result.lines  # type: ignore[union-attr]
    assert (line.start, line.base_fen, line.amount_fen) == (date(2026, 7, 11), 60_000_00, 600_00)
    assert told.fixed is not None
    assert (told.fixed.until, told.fixed.fen) == (date(2026, 7, 10), 1_234_00)
    (said,) = [doubt for doubt in told.doubts if doubt.code == "claim_interest_fixed"]
    assert said.params == {"until": "2026-07-10", "amount": "1,234.00", "source": "对账单"}
    (row,) = claim_rows(desk.store, ON, desk.today)
    assert Interests(desk.store, ON, desk.today).of(row) == found(desk, key).total_fen
    void_charge(desk, charge, "登错")
    assert found(desk, key, date(2026, 7, 21)).total_fen == 500_00 + 900_00


def test_interest_fixed_later_than_the_day_asked_for_changes_nothing(desk: Desk, claim: Claim) -> None:
    key = claim(fen=100_000_00, due_on=date(2026, 6, 30))
    agree(desk, Agreed("day:0.1"))
    before = found(desk, key, date(2026, 7, 21)).total_fen
    book_charge(desk, key, ChargeDraft("interest", 1_234_00, "对账单", date(2026, 8, 1)))
    assert found(desk, key, date(2026, 7, 21)).total_fen == before


def test_a_penalty_that_was_fixed_stops_nothing_and_is_said(desk: Desk, claim: Claim) -> None:
    key = claim()
    before = found(desk, key).total_fen
    book_charge(desk, key, ChargeDraft("penalty", 5_000_00, "合同第九条", date(2026, 10, 1)))
    assert found(desk, key).total_fen == before
    assert "claim_interest_penalty" in {doubt.code for doubt in found(desk, key).doubts}


ACCEPTED = date(2026, 7, 31)


@pytest.mark.parametrize(
    ("terms", "days"),
    [
        # From 2026-07-01 to the day of acceptance, which bears none, also where the last day is counted.
        (Agreed("day:0.1"), 30),
        (Agreed("day:0.1", terms=Terms(count_end=True)), 30),
    ],
)
def test_interest_of_a_bankrupt_debtors_claims_stops_on_the_day_of_acceptance(
    desk: Desk, claim: Claim, terms: Agreed, days: int
) -> None:
    """企业破产法 46(2)."""
    key = claim(fen=100_000_00, due_on=date(2026, 6, 30))
    agree(desk, terms)
    (row,) = claim_rows(desk.store, desk.today, desk.today, claims=[key])
    before = found(desk, key, ACCEPTED - timedelta(days=5)).total_fen
    set_flag(desk, row.debtor_id, "bankrupt", "法院公告", Acceptance(ACCEPTED, "苏州中院", "破申12号"))
    told = found(desk, key)
    assert (told.total_fen, told.result and told.result.stopped_on) == (100_00 * days, ACCEPTED)
    assert Interests(desk.store, desk.today, desk.today).of(row) == told.total_fen
    assert [(step.start, step.source.code) for step in told.steps if step.what == "stop"] == [
        (ACCEPTED, "article_bankruptcy_46")
    ]
    codes = {doubt.code for doubt in told.doubts}
    assert "interest_stopped_by_bankruptcy" in codes
    assert "claim_interest_bankrupt" not in codes
    assert found(desk, key, ACCEPTED - timedelta(days=5)).total_fen == before


def test_a_claim_that_fell_due_after_the_acceptance_bears_nothing(desk: Desk, claim: Claim) -> None:
    key = claim(due_on=date(2026, 8, 15))
    (row,) = claim_rows(desk.store, desk.today, desk.today, claims=[key])
    set_flag(desk, row.debtor_id, "bankrupt", "法院公告", Acceptance(ACCEPTED))
    told = found(desk, key)
    assert (told.total_fen, told.result and told.result.stopped_on) == (0, ACCEPTED)
    assert Interests(desk.store, desk.today, desk.today).of(row) == 0


def test_the_day_of_acceptance_is_undone_and_interest_goes_on(desk: Desk, claim: Claim) -> None:
    key = claim()
    (row,) = claim_rows(desk.store, desk.today, desk.today, claims=[key])
    before = found(desk, key).total_fen
    set_flag(desk, row.debtor_id, "bankrupt", "法院公告")
    set_flag(desk, row.debtor_id, "bankrupt", "", Acceptance(date(2026, 10, 20)))
    assert found(desk, key).total_fen < before
    undo(desk, desk.store.journal_head()[0])
    assert found(desk, key).total_fen == before


def test_a_debtor_marked_bankrupt_is_said_beside_its_interest(desk: Desk, claim: Claim) -> None:
    key = claim()
    assert "claim_interest_bankrupt" not in {doubt.code for doubt in found(desk, key).doubts}
    (row,) = claim_rows(desk.store, desk.today, desk.today, claims=[key])
    set_flag(desk, row.debtor_id, "bankrupt", "法院公告")
    assert "claim_interest_bankrupt" in {doubt.code for doubt in found(desk, key).doubts}
    end_flag(desk, row.debtor_id, "bankrupt")
    assert "claim_interest_bankrupt" not in {doubt.code for doubt in found(desk, key).doubts}
