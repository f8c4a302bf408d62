"""The sample portfolio of the pictures: the demo, and on its first claims everything that can happen to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from main import render
from models.actions.calls import Talk, add_note, log_call
from models.actions.charges import ChargeDraft, book_charge
from models.actions.demo import fill
from models.actions.desk import Desk
from models.actions.letters import issue
from models.actions.plans import make_plan
from models.actions.post import deliver, mail
from models.actions.receipts import book_for_claim, book_for_debtor
from models.actions.settings import choose
from models.clock import CHINA, Clock
from models.queries.claims import ClaimRow, claim_rows
from models.rules.instalments import schedule
from models.settings import USER_NAME
from models.store import Store

USER = "林晓"


@dataclass(frozen=True)
class Then(Clock):
    """A clock that stands still at twelve minutes past nine, so that every picture says the same."""

    def now(self) -> datetime:
        return datetime.combine(self.today(), time(9, 12), CHINA)


def fill_sample(store: Store, today: date) -> list[int]:
    """Fill an empty portfolio; returns the claims to look at, the richest first."""
    desk = Desk(store, Then(today), USER)
    fill(desk, 300)
    choose(desk, USER_NAME, USER)
    rows = claim_rows(store, today, today)
    late = [row for row in rows if 40 <= row.days_overdue <= 60 and row.paid_fen == 0]
    shown = late[0]
    _letters(store, today, [row.id for row in late[:5]])
    book_for_claim(desk, shown.id, shown.balance_fen // 3, today - timedelta(days=18), "银行回单 0921")
    at = datetime.combine(today - timedelta(days=10), time(10, 24), CHINA)
    promise = Talk(
        "connected", person="王建国", role="财务经理", identity_checked=True, recording_announced=True,
        confirmed="full", reason="upstream", promise_fen=shown.balance_fen // 3,
        promise_on=today - timedelta(days=3), note="称下游回款延迟，月底前安排。", at=at,
    )  # fmt: skip
    log_call(desk, [shown.id], promise)
    add_note(desk, shown.id, "对方每月 25 日集中付款，25 日前再打一次。")
    book_charge(desk, shown.id, ChargeDraft("costs", 1_280_00, "诉前保全费票据", today - timedelta(days=5)))
    other = late[5]
    lines = schedule(other.balance_fen, 4, today + timedelta(days=7), "month")
    make_plan(desk, [other.id], lines, render)
    return [shown.id, *(row.id for row in late[1:5]), _entered_late(desk, rows)]


def _entered_late(desk: Desk, rows: Sequence[ClaimRow]) -> int:
    """Money of an earlier day entered after that of a later one: the debtor's claims would have been paid otherwise."""
    held = defaultdict(list)
    for row in rows:
        if row.days_overdue > 60 and not row.paid_fen:
            held[row.debtor].append(row)
    name, owed = next((name, owed) for name, owed in held.items() if len(owed) > 1)
    last = min(owed, key=lambda row: row.balance_fen)
    for days, fen in ((5, last.balance_fen), (25, last.balance_fen // 2)):
        book_for_debtor(desk, name, fen, desk.today - timedelta(days=days), "银行回单")
    return last.id


def _letters(store: Store, today: date, claims: list[int]) -> None:
    """Letters three weeks ago; two posted, one of them signed for."""
    then = today - timedelta(days=24)
    run = issue(Desk(store, Then(then), USER), "demand", claims, render)
    for place, letter in enumerate(run.letters[:2]):
        mail(Desk(store, Then(then), USER), letter.letter, f"10783342{place}11CS")
    if run.letters:
        deliver(Desk(store, Then(today - timedelta(days=21)), USER), run.letters[0].letter, "signed")
