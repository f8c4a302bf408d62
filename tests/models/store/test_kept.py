"""What was read of the books is told again as long as nobody writes; never what is not there any more."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

from models.actions.desk import Desk
from models.actions.receipts import book_for_claim
from models.queries.claims import ClaimRow, claim_rows
from models.rules.problems import Refused
from models.store import Store, open_store
from models.tables import Claim

TOMORROW = timedelta(days=1)


def rows(store: Store, day: date) -> list[ClaimRow]:
    return claim_rows(store, day, day)


def test_the_same_books_are_read_once_a_day(desk: Desk, claim: Callable[..., int]) -> None:
    claim()
    (first,), (again,) = rows(desk.store, desk.today), rows(desk.store, desk.today)
    assert first is again


def test_an_act_is_seen_at_once(desk: Desk, claim: Callable[..., int]) -> None:
    key = claim(fen=500)
    rows(desk.store, desk.today)
    book_for_claim(desk, key, 200, desk.today)
    assert [row.paid_fen for row in rows(desk.store, desk.today)] == [200]


def test_an_act_of_another_window_is_seen(desk: Desk, claim: Callable[..., int]) -> None:
    claim()
    rows(desk.store, desk.today)
    other = open_store(desk.store.folder.root, bind=False)
    with other.unit("change", "x", desk.clock.now()) as unit:
        unit.change(Claim, 1, amount_fen=7)
    other.close()
    assert [row.amount_fen for row in rows(desk.store, desk.today)] == [7]


def test_what_an_act_leaves_unfinished_is_seen_by_it_alone(desk: Desk, claim: Callable[..., int]) -> None:
    claim(fen=500)
    rows(desk.store, desk.today)
    seen: list[ClaimRow] = []
    with suppress(Refused), desk.act("change") as unit:
        unit.change(Claim, 1, amount_fen=7)
        seen = rows(desk.store, desk.today)
        unit.change(Claim, 2, amount_fen=7)
    assert [row.amount_fen for row in seen] == [7]
    assert [row.amount_fen for row in rows(desk.store, desk.today)] == [500]


def test_each_thread_looks_for_itself(desk: Desk, claim: Callable[..., int]) -> None:
    claim()
    told: list[ClaimRow] = []

    def look() -> None:
        told.extend(rows(desk.store, desk.today))
        desk.store.close()

    other = threading.Thread(target=look)
    other.start()
    other.join()
    assert told == rows(desk.store, desk.today)
    assert told[0] is not rows(desk.store, desk.today)[0]


def test_another_day_is_as_if_read_anew(desk: Desk, claim: Callable[..., int]) -> None:
    late, undated, settled = claim(fen=500), claim(fen=300, due_on=None), claim(fen=100)
    for key, fen, day in ((late, 200, desk.today), (settled, 100, desk.today - TOMORROW)):
        book_for_claim(desk, key, fen, day)
    rows(desk.store, desk.today)
    day = desk.today + 40 * TOMORROW
    anew = open_store(desk.store.folder.root, bind=False)
    assert rows(desk.store, day) == rows(anew, day)
    assert [row.id for row in rows(desk.store, day)] == [late, undated]
    anew.close()
