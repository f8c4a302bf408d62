from __future__ import annotations

import pytest

from models.rules.chains import CHAINS, EVIDENCE_KINDS, chain_for, filled, next_missing, slot_of


def test_a_sale_is_proved_by_six_links() -> None:
    keys = [slot.key for slot in chain_for("sale")]
    assert keys == ["contract", "order", "delivery", "invoice", "statement", "demand"]


def test_a_link_is_filled_by_any_file_of_its_kinds() -> None:
    assert filled("sale", {"contract", "delivery", "recording"}) == (True, False, True, False, False, True)


def test_what_to_ask_for_next_is_the_first_gap() -> None:
    assert next_missing("sale", {"contract", "delivery"}) == "order"
    assert next_missing("loan", {"contract"}) == "transfer"
    assert next_missing("sale", set(EVIDENCE_KINDS)) is None


def test_a_bank_slip_fills_no_link_of_a_sale_but_the_transfer_of_a_loan() -> None:
    assert slot_of("sale", "payment") is None
    assert slot_of("loan", "payment") == "transfer"


def test_an_unknown_kind_of_claim_is_proved_like_a_sale() -> None:
    assert chain_for("barter") == chain_for("sale")


@pytest.mark.parametrize("kind", sorted(CHAINS))
def test_no_file_could_fill_two_links(kind: str) -> None:
    kinds = [each for slot in chain_for(kind) for each in slot.kinds]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) <= set(EVIDENCE_KINDS)
