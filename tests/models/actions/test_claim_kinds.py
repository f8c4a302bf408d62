"""The kind of a claim as ledgers call it; the names are those of the exports in tests/ledgers and of the trade."""

import pytest

from models.actions.claim_kinds import kinds_of


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("", "sale"),
        (None, "sale"),
        ("销售专用发票", "sale"),
        ("RV", "sale"),
        ("应收货款", "sale"),
        ("工程款", "construction"),
        ("工程服务费", "construction"),
        ("借款", "loan"),
        ("物业管理费", "property"),
        ("厂房租赁费", "lease"),
        ("保理应收账款", "factoring"),
        ("运输费", "transport"),
        ("技术服务费", "service"),
        ("其他应收单", "other"),
        ("charter", "charter"),
    ],
)
def test_the_words_of_a_ledger_are_one_of_the_kinds_the_books_know(told, kind):
    assert kinds_of([told]) == [kind]


def test_each_claim_has_the_kind_of_its_row():
    assert kinds_of(["工程款", "", "工程款"]) == ["construction", "sale", "construction"]
