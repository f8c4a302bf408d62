"""November of one clerk: each function is one act in the window, by keys, with what is then seen and kept.

The data stand here once, so that the same month can be done by commands as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from models.queries.calls import calls_of
from models.queries.claims import ClaimRow, claim_rows
from models.queries.evidence import chain_of, pieces_of
from models.queries.letter_rows import letter_rows
from models.queries.parties import debtor_named
from models.queries.plans import plan_rows
from models.queries.receipts import receipts_of
from tests.journeys.clerk import Clerk
from ui.debtors.debtor_dialog import DebtorDialog
from ui.ledger.import_wizard import ImportWizard
from ui.letters.letter_wizard import LetterWizard
from ui.plans.plan_dialog import PlanDialog
from ui.receipts.receipt_dialog import ReceiptDialog

TODAY = date(2026, 11, 30)
FIRM, OTHER = "常州市岑砚医疗器械有限公司", "台州市岑砚科技有限公司"
CALLED = "YS2639"
"""The claim of FIRM that its row in the table names first."""
INITIALS, SHARED = "czscy", "岑砚"
CREDITOR = {
    "name": "苏南精工科技有限公司",
    "address": "苏州工业园区星澄路 88 号",
    "phone": "0512-8800 0456",
    "bank": "中国工商银行苏州工业园区支行",
    "account": "1102 0260 0900 0012 345",
}
_FORM = (
    "name", "latin_name", "uscc", "representative", "address", "postcode", "phone", "contact", "email", "bank",
    "account", "letter_prefix",
)  # fmt: skip
ADDRESSES = {FIRM: "常州市新北区衡山路 7 号", OTHER: "台州市椒江区东海大道 3 号"}
WAYBILLS = ("1078334211501", "1078334211502")
PROMISE, PROMISED_ON = "2000.00", date(2026, 12, 11)
PAID = "1234.56"
FIRST_ON, INSTALMENTS = date(2026, 12, 8), 3


def rows(clerk: Clerk, debtor: str | None = None) -> list[ClaimRow]:
    """The claims in the books, settled ones too."""
    store = clerk.session.store
    found = claim_rows(store, TODAY, TODAY, settled=True)
    return [row for row in found if debtor in (None, row.debtor)]


def debtor_id(clerk: Clerk, name: str) -> int:
    """The key of a debtor."""
    return int(debtor_named(clerk.session.store, name).id)


def import_first(clerk: Clerk, ledger: Path) -> None:
    """The first ledger: Enter on the page that begins, match, look, take over."""
    assert clerk.window.stack.currentWidget() is clerk.window.first_run
    clerk.answer("Return", ledger)
    wizard = clerk.room(ImportWizard)
    assert wizard.hint.text() == "这一步还不会写入任何数据"
    clerk.press("Ctrl+Return")
    assert wizard.hint.text() == "将写入 45 行·导入后可整批撤销"
    assert not rows(clerk)
    clerk.press("Ctrl+Return")
    assert wizard.done_page.title.text() == "已导入 45 行"
    clerk.press("Ctrl+Return")
    assert clerk.toast.startswith("台账已导入")
    assert (clerk.status("shown"), clerk.status("sum")) == ("45 笔", "¥1,956,887.44")
    assert sum(row.balance_fen for row in rows(clerk)) == 1_956_887_44


def find_debtor(clerk: Clerk) -> None:
    """By the initials of its name; its most urgent claim is current."""
    clerk.press("Ctrl+K")
    clerk.type(INITIALS)
    clerk.press("Return")
    assert set(clerk.column("debtor")) == {FIRM}
    assert clerk.window.claims.detail.name.text() == FIRM


def log_call(clerk: Clerk) -> None:
    """Connected, the debt confirmed, short of cash, so much by next Friday."""
    before = clerk.window.claims.detail.view
    assert before.row.number == CALLED
    clerk.press("C", "Q", "A", "Z")
    clerk.type(PROMISE)
    clerk.press("Ctrl+Return")
    assert clerk.toast == "已记录通话"
    assert clerk.seen("step") == "12-11 承诺还款"
    (call,) = calls_of(clerk.session.store, before.row.debtor_id)
    assert (call.outcome, call.confirmed, call.reason) == ("connected", "full", "cash_flow")
    assert (call.promise_fen, call.promise_on) == (2_000_00, PROMISED_ON)
    view = clerk.window.claims.detail.view
    assert before.limitation_on < view.limitation_on == date(2029, 11, 30)


def attach(clerk: Clerk, file: Path) -> None:
    """A file from the disk, filed as the contract."""
    claim = clerk.window.claims.table.current_id
    assert clerk.seen("number") == CALLED
    clerk.answer("E", [file])
    clerk.press("1")
    assert clerk.toast == "已归档证据"
    assert clerk.seen("evidence") == "1/6"
    assert clerk.window.claims.detail.evidence.title.text() == "证据链 1/6"
    (piece,) = pieces_of(clerk.session.store, claim)
    assert (piece.name, piece.kind) == (file.name, "contract")
    assert clerk.session.store.folder.vault.holds(piece.sha256)


def choose_both(clerk: Clerk) -> None:
    """Two debtors whose names have a word in common: find it, tick all."""
    clerk.press("Ctrl+K")
    clerk.type("清除筛选")
    clerk.press("Return", "Ctrl+F")
    clerk.type(SHARED)
    clerk.press("Return", "Ctrl+A")
    assert set(clerk.column("debtor")) == {FIRM, OTHER}
    assert clerk.status("ticked") == str(len(clerk.column("debtor")))


def fill_in_creditor(clerk: Clerk) -> None:
    """Asked for where it is first needed: in the place of the pages."""
    wizard = clerk.room(LetterWizard)
    assert not wizard.primary.isEnabled()
    for name in _FORM:
        clerk.type(CREDITOR.get(name, ""), "Tab")
    clerk.press("Return")
    assert wizard.hint.text() == "0 封可打印"
    assert wizard.check_page.barred.words == "2 封缺地址"


def fill_in_addresses(clerk: Clerk) -> None:
    """Enter on a red line opens the debtor at its address."""
    wizard = clerk.room(LetterWizard)
    for _ in ADDRESSES:
        place = next(place for place, row in enumerate(wizard.model.rows) if not row.may_go)
        clerk.press("Home", *["Down"] * place, "Return")
        name = clerk.room(DebtorDialog).name.text()
        clerk.type(ADDRESSES[name])
        clerk.press("Ctrl+Return")
        assert debtor_named(clerk.session.store, name).address == ADDRESSES[name]
    assert wizard.check_page.barred.isHidden()
    assert wizard.primary.text() == "打印 2 封"


def print_letters(clerk: Clerk, folder: Path) -> None:
    """Two demands, numbered, stored and saved as PDF."""
    choose_both(clerk)
    clerk.press("L")
    fill_in_creditor(clerk)
    fill_in_addresses(clerk)
    wizard = clerk.room(LetterWizard)
    clerk.answer("Ctrl+Shift+E", folder)
    assert wizard.print_page.title.text() == "已存为 2 份 PDF"
    letters = letter_rows(clerk.session.store)
    assert {row.debtor for row in letters} == {FIRM, OTHER}
    assert sum(row.total_fen for row in letters) == sum(_open(clerk, name) for name in (FIRM, OTHER))
    assert len(list(folder.glob("*.pdf"))) == 2


def _open(clerk: Clerk, debtor: str) -> int:
    return sum(row.balance_fen for row in rows(clerk, debtor))


def register_numbers(clerk: Clerk) -> None:
    """A column of mail numbers, pasted."""
    clerk.press("Ctrl+Return")
    clerk.paste("\n".join(WAYBILLS))
    wizard = clerk.room(LetterWizard)
    assert wizard.primary.text() == "登记 2 个单号"
    clerk.press("Ctrl+Return")
    assert not clerk.dialogs()
    letters = letter_rows(clerk.session.store)[::-1]
    assert tuple(row.waybill for row in letters) == WAYBILLS
    assert {row.mailed_on for row in letters} == {TODAY}
    clerk.press("Ctrl+4")
    assert clerk.window.letters.tabs["mailed"].count == "2"


def make_plan(clerk: Clerk, target: Path) -> None:
    """Three instalments of all that one debtor owes; no printer now, so a file."""
    find_debtor(clerk)
    clerk.press("Ctrl+A", "P")
    window: Any = clerk.room(PlanDialog)
    clerk.type(str(INSTALMENTS), "Tab")
    clerk.type(FIRST_ON.isoformat())
    assert window.schedule.verdict.text() == "等于欠款"
    clerk.answer("Ctrl+Return", None)
    clerk.answer("Ctrl+S", target)
    clerk.press("Escape")
    (plan,) = plan_rows(clerk.session.store, TODAY)
    assert plan.instalments[0].due_on == FIRST_ON
    assert sum(line.principal_fen for line in plan.instalments) == _open(clerk, FIRM)
    assert plan.state == "draft"
    assert target.read_bytes().startswith(b"%PDF")


def sign_plan(clerk: Clerk, scan: Path) -> None:
    """The scan makes it binding."""
    clerk.press("Ctrl+5")
    assert clerk.window.plans.subtitle.text() == "1 份·1 份待签"
    clerk.answer("E", scan)
    (plan,) = plan_rows(clerk.session.store, TODAY)
    assert (plan.state, plan.signed_on) == ("running", TODAY)
    assert clerk.window.plans.pane.said.text() == "扫描件已登记，协议自 2026-11-30 起生效"
    clerk.press("Ctrl+2")
    assert clerk.seen("stage") == "分期协议"


def book_receipt(clerk: Clerk) -> None:
    """Money came in for the debtor; the rules say which claim it lowers."""
    find_debtor(clerk)
    open_before = _open(clerk, FIRM)
    clerk.press("M")
    clerk.type(PAID)
    assert clerk.room(ReceiptDialog).sharing.total.text() == "抵充合计 ¥1,234.56"
    clerk.press("Ctrl+Return")
    assert clerk.toast == "已登记回款"
    assert _open(clerk, FIRM) == open_before - 1_234_56
    (receipt,) = receipts_of(clerk.session.store, debtor_id(clerk, FIRM))
    assert (receipt.amount_fen, receipt.left_fen) == (1_234_56, 0)
    shown = sum(round(float(cell.replace(",", "")) * 100) for cell in clerk.column("balance"))
    assert shown == _open(clerk, FIRM)


def export_aging(clerk: Clerk, target: Path) -> None:
    """The whole aging as a workbook, through the palette."""
    clerk.press("Ctrl+K")
    clerk.type("导出账龄 Excel")
    clerk.answer("Return", target)
    assert clerk.toast == f"已导出到 {target}"


def import_next_and_take_it_back(clerk: Clerk, ledger: Path) -> None:
    """November's ledger goes straight to the differences; the batch comes off again as a whole."""
    before = rows(clerk)
    clerk.press("Ctrl+I")
    clerk.answer("Return", ledger)
    wizard = clerk.room(ImportWizard)
    counts = {name: tab.count for name, tab in wizard.difference_page.tabs.items()}
    assert (counts["new"], counts["changed"], counts["missing"]) == ("8", "8", "5")
    clerk.press("Ctrl+Return", "Ctrl+Return")
    assert len(rows(clerk)) == 53
    clerk.press("Ctrl+Z")
    assert clerk.toast == "已撤销导入"
    assert rows(clerk) == before


def evidence_of(clerk: Clerk, claims: Sequence[int]) -> list[tuple[int, int]]:
    """How complete each chain is."""
    chains = [chain_of(clerk.session.store, claim) for claim in claims]
    return [(chain.there, chain.wanted) for chain in chains]
