"""A small portfolio in which something of every kind has happened, so that every window has something to show."""

from __future__ import annotations

from datetime import timedelta

from main import render
from models.actions.bank import take_statement
from models.actions.demo import fill
from models.actions.desk import Desk
from models.actions.disputes import DisputeDraft, open_dispute
from models.actions.guarantors import GuarantorDraft, add_guarantor
from models.actions.letters import issue
from models.actions.plans import make_plan
from models.actions.post import mail
from models.actions.receipts import book_for_debtor
from models.ledger.statement import understand_statement
from models.queries.claims import ClaimRow, claim_rows
from models.rules.instalments import schedule
from tests.models.ledger.statements import HEAD, grid

CLAIMS = 40


def fill_with_all(desk: Desk) -> None:
    """The sample, and on its claims letters, a plan, a dispute, a guarantor, money of a wrong order, a bank's lines."""
    fill(desk, CLAIMS)
    late = [row for row in claim_rows(desk.store, desk.today, desk.today) if row.days_overdue > 0]
    written, planned, contested = late[:3], late[3], late[4]
    run = issue(desk, "demand", [row.id for row in written], render)
    mail(desk, run.letters[0].letter, "1078334211501")
    lines = schedule(planned.balance_fen, 3, desk.today + timedelta(days=7), "month")
    make_plan(desk, [planned.id], lines, render)
    open_dispute(desk, contested.id, DisputeDraft("price", contested.balance_fen // 2))
    add_guarantor(desk, written[0].debtor_id, GuarantorDraft("宏远控股有限公司", "joint"))
    _pay(desk, late[5])


def _pay(desk: Desk, row: ClaimRow) -> None:
    for days in (5, 25):
        book_for_debtor(desk, row.debtor, row.balance_fen // 4, desk.today - timedelta(days=days), "银行回单")
    lines = [[f"{desk.today}", name, "", 1234.56, "", "", "货款", name] for name in (row.debtor, "某某公司")]
    take_statement(desk, understand_statement(grid(HEAD, *lines), desk.today), "流水.csv")
