from __future__ import annotations

import pytest

from models.reference import chains
from models.rules.chains import (
    CLAIM_KINDS,
    EVIDENCE_KINDS,
    FORMS,
    MOST_LIKELY,
    ORIGINS,
    Document,
    Piece,
    completeness,
    filled,
    gaps,
    next_missing,
    place,
    slot_of,
)

BOOK = chains()


def on_file(*kinds: str) -> frozenset[Piece]:
    return frozenset(Piece(kind) for kind in kinds)


def test_a_sale_is_proved_by_six_links() -> None:
    keys = [slot.key for slot in BOOK.of("sale")]
    assert keys == ["contract", "order", "delivery", "invoice", "statement", "demand"]


def test_every_kind_of_claim_has_its_chain() -> None:
    assert set(BOOK.by_kind) == set(CLAIM_KINDS)


def test_a_link_is_filled_by_any_file_of_its_kinds() -> None:
    found = filled(BOOK, "sale", on_file("contract", "delivery", "recording"))
    assert found == (True, False, True, False, False, True)


def test_a_document_fills_its_link_whatever_kind_of_file_it_is() -> None:
    chat = Piece("chat", "chat_terms")
    slot = place(BOOK.of("sale"), chat)
    assert slot is not None
    assert slot.key == "contract"


def test_a_bank_slip_fills_no_link_of_a_sale_but_the_transfer_of_a_loan() -> None:
    assert slot_of(BOOK, "sale", "payment") is None
    assert slot_of(BOOK, "loan", "payment") == "transfer"


def test_an_unknown_kind_of_claim_is_proved_like_a_sale() -> None:
    assert BOOK.of("barter") == BOOK.of("sale")


@pytest.mark.parametrize(
    ("pieces", "score"),
    [
        ([], 0),
        ([Piece("delivery")], 30),  # the signed delivery note
        ([Piece("delivery", "carrier_receipt")], 21),  # 30 x 70 %
        ([Piece("delivery", form="copy")], 22),  # 30 x 75 %, rounded down
        ([Piece("delivery", form="copy"), Piece("delivery", "carrier_receipt")], 22),  # the better one
        ([Piece("other")], 0),
    ],
)
def test_a_chain_is_as_whole_as_the_best_document_of_each_link(pieces: list[Piece], score: int) -> None:
    assert completeness(BOOK, "sale", frozenset(pieces)) == score


def test_what_helps_most_comes_first_and_what_we_have_ourselves_before_what_the_debtor_has() -> None:
    found = gaps(BOOK, "sale", on_file("demand", "invoice", "order"))
    assert [(gap.slot, gap.gain, gap.why) for gap in found] == [
        ("delivery", 30, "missing"),
        ("contract", 20, "missing"),
        ("statement", 20, "missing"),
        ("invoice", 2, "weak"),
    ]
    assert next_missing(found) == "delivery"


def test_where_only_a_copy_is_at_hand_its_original_is_asked_for() -> None:
    pieces = frozenset([Piece("contract", form="copy")])
    (gap,) = [gap for gap in gaps(BOOK, "sale", pieces) if gap.slot == "contract"]
    assert (gap.why, gap.gain, gap.document.key) == ("original", 5, "signed_contract")


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_the_strongest_document_of_each_link_makes_a_chain_whole(kind: str) -> None:
    best = [max(slot.documents, key=lambda each: each.strength) for slot in BOOK.of(kind)]
    whole = frozenset(Piece(each.kind, each.key, each.form) for each in best)
    assert completeness(BOOK, kind, whole) == 100
    assert gaps(BOOK, kind, whole) == ()
    assert next_missing(gaps(BOOK, kind, whole)) is None


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_no_file_could_fill_two_links(kind: str) -> None:
    kinds = [each for slot in BOOK.of(kind) for each in slot.kinds]
    assert len(kinds) == len(set(kinds))
    assert set(kinds) <= set(EVIDENCE_KINDS)
    documents = [each.key for slot in BOOK.of(kind) for each in slot.documents]
    assert len(documents) == len(set(documents))


@pytest.mark.parametrize("kind", CLAIM_KINDS)
def test_the_weights_of_a_chain_add_up_to_a_hundred(kind: str) -> None:
    assert sum(slot.weight for slot in BOOK.of(kind)) == 100


@pytest.mark.parametrize("document", BOOK.documents.values(), ids=lambda each: each.key)
def test_a_document_is_described_in_known_words(document: Document) -> None:
    assert document.kind in EVIDENCE_KINDS
    assert document.form in FORMS
    assert document.origin in ORIGINS
    assert document.holder in MOST_LIKELY
    assert 0 < document.strength <= 100
