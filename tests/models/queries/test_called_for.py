"""Where a part of a claim is disputed, the rest is what is asked for."""

from datetime import timedelta

from models.actions.disputes import DisputeDraft, open_dispute
from models.queries.claims import claim_rows
from models.queries.guard import sums_owed
from models.queries.worklist import worklist
from tests.conftest import TODAY


def dispute(desk, claim, fen):
    key = claim("苏州恒锐", 1_000_00, TODAY - timedelta(days=40))
    open_dispute(desk, key, DisputeDraft("quality", fen))
    return key


def test_the_list_asks_for_what_is_not_disputed(desk, claim):
    dispute(desk, claim, 300_00)
    (item,) = worklist(desk.store, TODAY).items
    assert (item.balance_fen, item.called_fen, item.asked_fen) == (1_000_00, 700_00, 700_00)


def test_either_sum_may_be_told(desk, claim):
    key = dispute(desk, claim, 300_00)
    assert sums_owed(claim_rows(desk.store, TODAY, TODAY, claims=[key])) == {1_000_00, 700_00}
