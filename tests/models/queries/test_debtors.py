from datetime import date

import pytest

from models.actions.calls import Talk, log_call
from models.actions.claims import set_owner
from models.actions.parties import set_debtor
from models.actions.receipts import book_for_claim
from models.queries.debtors import debtor_card, debtor_lines

HENGRUI, RUIHUA = "苏州恒锐精密制造有限公司", "合肥瑞华管业有限公司"


@pytest.fixture
def books(desk, claim):
    claim(HENGRUI, 18_640_000, number="A1")
    claim(HENGRUI, 9_000_000, date(2026, 12, 24), number="A2")
    claim(HENGRUI, 50_000, currency="USD", number="A3")
    claim(RUIHUA, 100, date(2026, 11, 30))
    set_debtor(desk, HENGRUI, phone="0512-8800 0123", uscc="91320594MA1X0000X0")
    set_owner(desk, [1, 2], "周敏")
    return desk


def lines(desk):
    return {line.row.name: line for line in debtor_lines(desk.store, desk.today)}


def test_the_largest_debtor_stands_first(books):
    assert [line.row.name for line in debtor_lines(books.store, books.today)] == [HENGRUI, RUIHUA]


def test_a_line_tells_what_is_open_and_overdue_by_currency(books):
    sums = lines(books)[HENGRUI].sums
    assert [(each.currency, each.fen, each.overdue_fen) for each in sums] == [
        ("CNY", 27_640_000, 18_640_000),
        ("USD", 50_000, 50_000),
    ]


def test_a_line_tells_claims_delay_owners_and_the_most_urgent_step(books):
    line = lines(books)[HENGRUI]
    assert (line.claims, line.longest_days, line.owners) == (3, 47, ("周敏",))
    assert line.step.tone == "due"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("恒锐", {HENGRUI}),
        ("szhr", {HENGRUI}),
        ("HFRH", {RUIHUA}),
        ("ma1x0000", {HENGRUI}),
        ("0512-8800", {HENGRUI}),
        ("88000123", {HENGRUI}),
        ("有限", {HENGRUI, RUIHUA}),
        ("没有", set()),
    ],
)
def test_a_debtor_is_found_by_name_initials_number_and_telephone(books, words, found):
    assert {name for name, line in lines(books).items() if line.has(words)} == found


def test_the_last_contact_is_the_last_call(books, on):
    log_call(on(date(2026, 11, 3)), [1], Talk("no_answer"))
    contact = lines(books)[HENGRUI].last_contact
    assert (contact.on >= date(2026, 11, 3), contact.kind) == (True, "call")
    assert lines(books)[RUIHUA].last_contact is None


def test_a_card_holds_the_open_claims_by_due_date_and_their_history(books):
    book_for_claim(books, 1, 18_640_000)
    card = debtor_card(books.store, 1, books.today)
    assert [view.row.number for view in card.claims] == ["A3", "A2"]
    assert card.entries[0].group in ("receipt", "claim")
    assert {clock.kind for clock in card.clocks} == {"limitation"}


def test_what_concerns_several_claims_stands_once_in_the_history(books, on):
    log_call(on(date(2026, 11, 3)), [1, 2], Talk("no_answer"))
    card = debtor_card(books.store, 1, books.today)
    assert [entry.group for entry in card.entries].count("call") == 1


def test_money_without_a_share_is_told_as_an_advance(books):
    book_for_claim(books, 1, 18_640_000 + 700)
    assert debtor_card(books.store, 1, books.today).advances == {"CNY": 700}


def test_there_is_no_card_without_a_debtor(books):
    assert debtor_card(books.store, 99, books.today) is None
