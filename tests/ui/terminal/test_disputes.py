"""``dispute``, ``disputes``, ``dispute-note`` and ``resolve``."""

from __future__ import annotations

import pytest

from tests.ui.terminal.conftest import Commands


@pytest.fixture
def books(run: Commands) -> Commands:
    """甲 owes 100.00 since 60 days; 乙 owes 9.00, which the ledger marks as disputed."""
    head = "客户,单号,金额,到期日,争议"
    run("import", run.ledger(
        "重庆甲公司,INV-1,100.00,2026-10-01,", "无锡乙公司,INV-2,9.00,2026-10-01,是", head=head,
    ))  # fmt: skip
    return run


def claim_of(books: Commands, number: str) -> str:
    return next(claim["id"] for claim in books("claims")["claims"] if claim["number"] == number)


def test_a_part_is_disputed_written_about_and_credited(books: Commands) -> None:
    claim = claim_of(books, "INV-1")
    told = books("dispute", claim, "price", "--amount", "30", "--owner", "周敏", "--due", "2026-12-15")
    (one,) = told["disputes"]
    assert (one["amount"], one["owner"], one["due"], one["correspondence"]) == ("30.00", "周敏", False, [])
    noted = books("dispute-note", one["id"], "已请采购复核价格")
    assert [each["text"] for each in noted["correspondence"]] == ["已请采购复核价格"]
    ended = books("resolve", one["id"], "credit_note", "--amount", "20")
    assert (ended["resolution"], ended["receipt"] is not None) == ("credit_note", True)
    claims = {each["number"]: each for each in books("claims")["claims"]}
    assert (claims["INV-1"]["balance"], claims["INV-1"]["disputed"]) == ("80.00", False)


def test_a_mark_of_the_ledger_stands_among_the_disputes_until_it_is_filled_in_or_cleared(
    books: Commands,
) -> None:
    claim = claim_of(books, "INV-2")
    (one,) = books("disputes")["disputes"]
    assert (one["id"], one["reason"], one["amount"], one["claim"]) == (None, "untold", "9.00", claim)
    assert books("dispute", claim, "--unmark", "台账记错")["disputes"] == []


def test_a_dispute_is_amended(books: Commands) -> None:
    claim = claim_of(books, "INV-1")
    (one,) = books("dispute", claim, "price")["disputes"]
    (changed,) = books("dispute", claim, "quality", "--amount", "5", "--amends", one["id"])["disputes"]
    assert (changed["id"], changed["reason"], changed["amount"]) == (one["id"], "quality", "5.00")
