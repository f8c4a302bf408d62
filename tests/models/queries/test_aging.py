"""Added up in the database or from rows: the same aging, and the same as the ledger."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.actions.claims import ClaimDraft, register
from models.actions.desk import Desk
from models.actions.receipts import book_for_claim
from models.clock import Clock
from models.queries.aging import aging_on, claims_behind, ledger_on
from models.queries.claims import aging, claim_rows
from models.rules.ageing import action_bands, bands_from_ends
from models.store import open_store

TODAY = date(2026, 11, 20)
DAYS = st.none() | st.integers(-40, 400).map(lambda back: TODAY - timedelta(days=back))
CLAIMS = st.tuples(
    st.sampled_from("甲乙丙"), st.integers(-300, 900).filter(bool), DAYS, DAYS,
    st.sampled_from(["CNY", "CNY", "USD"]), st.sampled_from([None, "林晓"]), st.sampled_from(["1", "2", ""]),
)  # fmt: skip
ENDS = st.lists(st.integers(1, 300), min_size=1, max_size=4, unique=True).map(sorted)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    claims=st.lists(CLAIMS, max_size=8), paid=st.lists(st.tuples(st.integers(1, 8), st.integers(1, 400), DAYS)),
    back=st.integers(0, 200), ends=ENDS,
)  # fmt: skip
def test_the_database_adds_up_what_the_rows_add_up(tmp_path_factory, claims, paid, back, ends) -> None:
    store = open_store(tmp_path_factory.mktemp("books"))
    desk = Desk(store, Clock(TODAY), "x")
    for name, fen, issued, due, currency, owner, number in claims:
        late = due if due is None or issued is None or due >= issued else issued
        register(
            desk, ClaimDraft(name, fen, number, issued_on=issued, due_on=late, currency=currency, owner=owner)
        )
    for claim, fen, day in paid:
        if claim <= len(claims):
            book_for_claim(desk, claim, fen, min(day or TODAY, TODAY))
    as_of = TODAY - timedelta(days=back)
    try:
        for bands in (action_bands(), bands_from_ends(ends)):
            rows = claim_rows(store, as_of, TODAY)
            for by in ("debtor", "claim", "industry", "owner"):
                found = aging_on(store, as_of, TODAY, by, bands)
                assert found == aging(rows, as_of, by, bands)
                for line in found.rows:
                    behind = claims_behind(store, as_of, TODAY, by, line, bands)
                    assert sum(row.balance_fen for row in behind) == line.total_fen
                    for band, fen in line.bands.items():
                        cell = claims_behind(store, as_of, TODAY, by, line, bands, band)
                        assert sum(row.balance_fen for row in cell) == fen
            totals = {row.currency: row.total_fen for row in (found.total, *found.others) if row.total_fen}
            assert totals == ledger_on(store, as_of, TODAY)
    finally:
        store.close()


@pytest.mark.parametrize(("due_on", "band"), [
    (TODAY, "not_due"), (date(2026, 11, 19), "1-14"), (date(2026, 11, 6), "1-14"), (date(2026, 11, 5), "15-29"),
    (date(2026, 5, 25), "90-179"), (date(2026, 5, 24), "180+"), (None, "undated"),
])  # fmt: skip
def test_the_first_and_the_last_day_of_a_band_belong_to_it(
    desk: Desk, due_on: date | None, band: str
) -> None:
    register(desk, ClaimDraft("甲", 100, due_on=due_on))
    found = aging_on(desk.store, TODAY, TODAY, "debtor", action_bands())
    assert found.rows[0].bands == {band: 100}
