"""What the tracking says, and whether the letter has arrived by it (domain: 诉讼时效规定 8 and the cases to it)."""

import pytest

from models.rules.delivery import OUTCOMES, TOLD, Tried, arrival, next_address, standing

GOOD, BAD = "registered", "last_used"


@pytest.mark.parametrize(
    ("outcome", "source", "carrier", "found"),
    [
        ("signed_addressee", BAD, "ems", "yes"),
        ("signed_mail_room", BAD, "ems", "yes"),
        ("signed_other", GOOD, "ems", "open"),
        ("signed", GOOD, "ems", "open"),
        ("refused", BAD, "ems", "yes"),
        ("returned_unknown", GOOD, "ems", "yes"),
        ("returned_unknown", BAD, "ems", "no"),
        ("returned_moved", "agreed", "ems", "yes"),
        ("returned_moved", BAD, "ems", "no"),
        ("returned", None, "ems", "no"),
        ("no_record", BAD, "ems", "open"),
        ("no_record", BAD, "registered", "open"),
        ("no_record", GOOD, "courier", "no"),
        ("lost", "agreed", "ems", "no"),
    ],
)
def test_each_outcome_has_its_effect(outcome: str, source: str | None, carrier: str, found: str) -> None:
    assert arrival(outcome, source, carrier) == found


def test_every_outcome_names_its_proof_and_its_authority() -> None:
    assert all(each.needs and each.source for each in OUTCOMES.values())
    assert set(TOLD) < set(OUTCOMES)


@pytest.mark.parametrize(
    ("attempts", "stands"),
    [
        ((), None),
        ((Tried(1, None, GOOD, "ems"),), 1),
        ((Tried(1, "returned_moved", BAD, "ems"), Tried(2, None, GOOD, "ems")), 2),
        ((Tried(1, "signed_addressee", BAD, "ems"), Tried(2, "returned_moved", BAD, "ems")), 1),
        ((Tried(1, "signed_other", BAD, "ems"), Tried(2, "refused", GOOD, "ems")), 2),
    ],
    ids=["none", "on its way", "came back", "first arrived", "both arrived"],
)
def test_a_letter_stands_by_the_newest_attempt_that_arrived(
    attempts: tuple[Tried, ...], stands: int | None
) -> None:
    assert standing(attempts) == stands


def test_the_best_address_not_tried_yet_comes_next() -> None:
    known = [("last_used", "C"), ("agreed", "A"), ("registered", "B")]
    assert next_address(known, []) == "A"
    assert next_address(known, ["A"]) == "B"
    assert next_address(known, ["A", "B", "C"]) is None
