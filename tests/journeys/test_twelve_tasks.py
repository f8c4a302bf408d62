"""The core tasks of the design, each done with keys alone and within its budget.

One act is a key or chord, one typed value (with the Tab that leaves its field), or one answer in a window of the
system. What a task begins with — the list in front, a row current — is not counted, as it is not in the design.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from models.actions.claims import ClaimDraft, register
from models.actions.desk import Desk
from models.actions.parties import set_creditor, set_debtor
from models.actions.settings import choose
from models.clock import Clock
from models.queries.calls import calls_of
from models.queries.claims import ClaimRow, claim_rows
from models.queries.evidence import pieces_of
from models.queries.letter_rows import letter_rows
from models.queries.plans import plan_rows
from models.queries.reviews import meeting
from models.queries.worklist import worklist
from models.settings import USER_NAME
from models.store import open_store
from tests.journeys.clerk import Clerk, pdf_printer
from ui.common.ask import answering
from ui.ledger.import_wizard import ImportWizard
from ui.letters.letter_wizard import LetterWizard
from ui.review.month_page import CAUSE_KEYS

TODAY = date(2026, 11, 20)
FIRM = "苏州恒锐精密制造有限公司"
DEBTORS = (FIRM, "宁波海晟机电设备有限公司", "佛山南粤陶艺建材有限公司")
EACH = 10


@pytest.fixture(params=("zh_CN", "en"))
def clerk(request: pytest.FixtureRequest, seated: Callable[..., Clerk], tmp_path: Path) -> Clerk:
    """Thirty claims of three debtors, 47 days late, and a debt of half a million; the firm's own data complete."""
    store = open_store(tmp_path / "data")
    desk = Desk(store, Clock(TODAY), "林晓")
    choose(desk, USER_NAME, "林晓")
    set_creditor(
        desk, name="苏南精工", address="苏州 1 号", phone="0512-1000", bank="中国银行", account="123"
    )
    for debtor in DEBTORS:
        for number in range(EACH):
            register(desk, ClaimDraft(debtor, 10_000_00, f"{debtor[:2]}-{number}", due_on=date(2026, 10, 4)))
        set_debtor(desk, debtor, address="人民路 1 号")
    register(desk, ClaimDraft("台州精工模具有限公司", 500_000_00, "TZ-1", due_on=date(2026, 10, 25)))
    store.close()
    return seated(tmp_path / "data", "2026-11-20", request.param)


def rows(clerk: Clerk) -> list[ClaimRow]:
    return claim_rows(clerk.session.store, TODAY, TODAY)


def current(clerk: Clerk) -> ClaimRow:
    return clerk.window.claims.detail.view.row


def test_what_to_do_today_is_seen_in_one(clerk: Clerk) -> None:
    clerk.press("Ctrl+1")
    first = worklist(clerk.session.store, TODAY).items[0]
    assert clerk.window.today.row.top.debtor == first.debtor
    assert clerk.window.today.pane.view.row.debtor == first.debtor
    assert clerk.acts == 1


def test_a_call_with_a_promise_takes_six(clerk: Clerk) -> None:
    row = current(clerk)
    clerk.press("C", "Q", "A", "Z")
    clerk.type("5000")
    clerk.press("Ctrl+Return")
    (call,) = calls_of(clerk.session.store, row.debtor_id)
    assert (call.confirmed, call.reason) == ("full", "cash_flow")
    assert (call.promise_fen, call.promise_on) == (5_000_00, date(2026, 11, 27))
    assert clerk.acts == 6


def test_a_call_nobody_answers_takes_three(clerk: Clerk) -> None:
    row = current(clerk)
    clerk.press("C", "2", "Ctrl+Return")
    (call,) = calls_of(clerk.session.store, row.debtor_id)
    assert call.outcome == "no_answer"
    assert clerk.acts == 3


def test_evidence_copied_from_a_folder_takes_two(clerk: Clerk, tmp_path: Path) -> None:
    file = tmp_path / "送货单.pdf"
    file.write_bytes(b"%PDF-1.4")
    claim = current(clerk).id
    clerk.paste([file])
    clerk.press("3")
    (piece,) = pieces_of(clerk.session.store, claim)
    assert (piece.name, piece.kind) == ("送货单.pdf", "delivery")
    assert clerk.acts == 2


def test_letters_to_all_who_are_due_are_printed_in_four(clerk: Clerk, tmp_path: Path) -> None:
    clerk.press("Shift+L")
    clerk.answer("Ctrl+P", pdf_printer(tmp_path / "printed.pdf"))
    clerk.until(lambda: clerk.room(LetterWizard).print_page.printing.complete)
    assert "3" in clerk.room(LetterWizard).print_page.title.text()
    clerk.press("Ctrl+Return")
    assert {row.debtor for row in letter_rows(clerk.session.store)} == set(DEBTORS)
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000
    assert clerk.acts == 4


def test_mail_numbers_are_registered_in_three(clerk: Clerk, tmp_path: Path) -> None:
    clerk.press("Shift+L")
    clerk.answer("Ctrl+Shift+E", tmp_path)
    clerk.press("Escape", "Ctrl+4", "Ctrl+A")
    clerk.acts = 0
    clerk.press("W")
    clerk.paste("1078334211501\n1078334211502\n1078334211503\n")
    clerk.press("Ctrl+Return")
    numbers = {row.waybill for row in letter_rows(clerk.session.store)}
    assert numbers == {"1078334211501", "1078334211502", "1078334211503"}
    assert clerk.acts == 3


@pytest.fixture
def known(seated: Callable[..., Clerk], ledger: Callable[[str], Path], tmp_path: Path) -> Clerk:
    """Last month's ledger is in the books; this month's has the same columns."""
    clerk = seated(tmp_path / "books")
    clerk.answer("Return", ledger("06"))
    clerk.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    clerk.acts = 0
    return clerk


def test_the_ledger_of_a_month_takes_three(known: Clerk, ledger: Callable[[str], Path]) -> None:
    known.paste([ledger("07")])
    known.press("Ctrl+Return", "Ctrl+Return")
    assert len(claim_rows(known.session.store, date(2026, 11, 30), date(2026, 11, 30), settled=True)) == 53
    assert not known.dialogs()
    assert known.acts == 3


def test_a_ledger_with_one_cell_to_mend_takes_six(known: Clerk, tmp_path: Path) -> None:
    head = "客户名称\t合同编号\t单据号\t业务日期\t应收日期\t开票金额\t回款金额\t欠款余额\t责任人\n"
    good = "甲公司\tHT1\tN-1\t2026-11-01\t2026-12-01\t100.00\t0\t100.00\t林晓\n"
    wrong = "乙公司\tHT2\tN-2\t2026-11-01\t2026-12-01\t待定\t0\t待定\t林晓\n"
    known.paste(head + wrong + good)
    known.press("Ctrl+Return")
    assert known.room(ImportWizard).hint.text().startswith("将写入 1 行·1 行错误跳过")
    known.press("Return")
    known.type("88.00", "Return")
    known.press("Ctrl+Return", "Ctrl+Return")
    found = claim_rows(known.session.store, date(2026, 11, 30), date(2026, 11, 30))
    assert {row.number: row.balance_fen for row in found}["N-2"] == 88_00
    assert known.acts == 6


def test_a_plan_of_five_takes_four(clerk: Clerk) -> None:
    clerk.window.claims.table.go_to_id(next(row.id for row in rows(clerk) if row.number == "TZ-1"))
    clerk.press("P")
    clerk.type("5", "Tab")
    clerk.type("2026-12-08")
    with answering(None):  # the printer comes after the task: there is none
        clerk.press("Ctrl+Return")
    (plan,) = plan_rows(clerk.session.store, TODAY)
    assert [line.principal_fen for line in plan.instalments] == [100_000_00] * 5
    assert [line.due_on.day for line in plan.instalments] == [8] * 5
    assert clerk.acts == 4


def test_a_payment_takes_three(clerk: Clerk) -> None:
    row = current(clerk)
    clerk.press("M")
    clerk.type("600.00")
    clerk.press("Ctrl+Return")
    debtor = [each for each in rows(clerk) if each.debtor_id == row.debtor_id]
    assert sum(each.paid_fen for each in debtor) == 600_00
    assert clerk.acts == 3


def test_a_debtor_is_found_in_three(clerk: Clerk) -> None:
    clerk.press("Ctrl+K")
    clerk.type("hr")
    clerk.press("Return")
    assert clerk.column("debtor") == [FIRM] * EACH
    assert clerk.window.claims.detail.name.text() == FIRM
    assert clerk.acts == 3


def test_thirty_claims_are_handed_over_in_five(clerk: Clerk) -> None:
    clerk.press("Alt+4")
    assert clerk.status("shown").split()[0] == "30"
    clerk.press("Ctrl+A", "A")
    clerk.type("周敏")
    clerk.press("Return")
    assert sum(row.owner == "周敏" for row in rows(clerk)) == 30
    assert "30" in clerk.toast
    assert clerk.acts == 5


def test_a_review_of_seventeen_exceptions_takes_no_forty(
    seated: Callable[..., Clerk], tmp_path: Path
) -> None:
    store = open_store(tmp_path / "data")
    desk = Desk(store, Clock(TODAY), "林晓")
    choose(desk, USER_NAME, "林晓")
    for number in range(17):
        register(desk, ClaimDraft(f"第{number}公司", 10_000_00, f"R-{number}", due_on=date(2026, 10, 4)))
    store.close()
    clerk = seated(tmp_path / "data", "2026-11-20")
    names = [name for name, *_ in clerk.window.workspaces()]
    clerk.press(f"Ctrl+{names.index('review') + 1}")
    for _ in range(17):
        clerk.press(CAUSE_KEYS[0])
    clerk.press("Ctrl+Return")
    assert meeting(clerk.session.store, TODAY, "2026-11").signed_by == "林晓"
    assert clerk.acts <= 40
