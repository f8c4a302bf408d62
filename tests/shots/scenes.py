"""What each picture shows: a window of the program with something done in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from main import render
from models.queries.day import day_of
from models.queries.letters import letters
from models.store.app_lock import lock_of
from tests.shots.sample import USER
from tests.shots.stage import Stage
from ui.call_sheet import sheet_of
from ui.common.dialog import DialogShell
from ui.common.pages import PdfPages
from ui.jobs import Job
from ui.lock.window_lock import WindowLock
from ui.main_window import MainWindow

LEDGER = Path(__file__).resolve().parents[2] / "resources" / "sample" / "ledger_2026-10.xlsx"
PAPER_PX = 1240
"""A page of paper is drawn so wide."""


def main(stage: Stage) -> QPixmap:
    """The claims with three of them ticked."""
    window = stage.window()
    _tick(window)
    return stage.grab(window)


def narrow(stage: Stage) -> QPixmap:
    """The same at 1280 × 800."""
    window = stage.window(1280, 800)
    _tick(window)
    return stage.grab(window)


def _tick(window: MainWindow) -> None:
    table = window.claims.table
    here = max(0, table.current_place)
    window.claims.model.tick(
        place for place in (here, here + 2, here + 3) if place < window.claims.model.count()
    )


def evidence(stage: Stage) -> QPixmap:
    """The evidence of a claim."""
    window = stage.window()
    window.claims.detail.tabs.show_tab(1)
    return stage.grab(window)


def items(stage: Stage) -> QPixmap:
    """One band only, the other claims of the debtor beside it."""
    window = stage.window()
    window.claims.strip.choose(4)
    window.claims.detail.tabs.show_tab(2)
    return stage.grab(window)


def profile(stage: Stage) -> QPixmap:
    """The debtor's data, with the menu bar shown."""
    window = stage.window()
    window.claims.detail.tabs.show_tab(3)
    window.toggle_menu()
    return stage.grab(window)


def states(stage: Stage) -> QPixmap:
    """A banner, a toast with undo, long work under way."""
    window = stage.window()
    zh = stage.language == "zh_CN"
    words = "备份盘未连接，上次备份 11-18。" if zh else "The backup disk is not connected; last backup 11-18."
    window.banners.say("backup", words, "备份到其他位置" if zh else "Back up elsewhere")
    job = Job("正在打印催款函" if zh else "Printing letters", "printer")
    job.started_s -= 60
    job.done, job.total = 87, 199
    window.context.jobs.began.emit(job)
    window.strip.refresh()
    window.toast.say("已分配负责人，3 笔" if zh else "Owner assigned, 3 claims")
    return stage.grab(window)


def nothing(stage: Stage) -> QPixmap:
    """Nothing fits the filters."""
    window = stage.window()
    window.claims.strip.choose(2)
    window.claims.filter_row.search.setText("没有这样的客户")
    return stage.grab(window)


def first_run(stage: Stage) -> QPixmap:
    """Before there is any claim."""
    return stage.grab(stage.window(store=stage.empty))


def palette(stage: Stage) -> QPixmap:
    """Ctrl K with initials typed."""
    window = stage.window()
    opened = window.open_palette()
    opened.edit.setText("hr")
    return stage.grab(opened)


def card(stage: Stage) -> QPixmap:
    """The debtor of the current claim in full."""
    window = stage.window()
    window.debtor_desk.show(debtor_of(window))
    return stage.grab(window)


def keys(stage: Stage) -> QPixmap:
    """F1."""
    return stage.grab(stage.dialog("ShortcutSheet", lambda window: window.show_keys()))


def workspace(name: str) -> Callable[[Stage], QPixmap]:
    """Another workspace in front."""

    def scene(stage: Stage) -> QPixmap:
        window = stage.window()
        window.show_workspace(name)
        return stage.grab(window)

    return scene


def focus(stage: Stage) -> QPixmap:
    """The day, one row at a time."""
    window = stage.window()
    window.show_workspace("today")
    stage.settle()
    window.today.toggle_focus()
    return stage.grab(window)


def meeting(stage: Stage) -> QPixmap:
    """A meeting instead of a call."""
    call = stage.dialog("CallDialog", lambda window: window.rooms.call(stage.claims[:1]))
    QTest.keyClick(call, Qt.Key.Key_0)
    return stage.grab(call)


def over(kind: str, open_it: Callable[[MainWindow, Stage], object]) -> Callable[[Stage], QPixmap]:
    """A window opened on the claim everything happened on."""

    def scene(stage: Stage) -> QPixmap:
        return stage.grab(stage.dialog(kind, lambda window: open_it(window, stage)))

    return scene


def differences(stage: Stage) -> QPixmap:
    """A ledger read in, before it is booked."""
    wizard = stage.dialog("ImportWizard", lambda window: window.rooms.ledger(LEDGER))
    assert isinstance(wizard, DialogShell)
    wizard.press_primary()
    return stage.grab(wizard)


def answered(stage: Stage) -> QPixmap:
    """A call in which the debt was confirmed and a payment promised."""
    call = stage.dialog("CallDialog", lambda window: window.rooms.call(stage.claims[:1]))
    for key in "QAZ":
        QTest.keyClick(call, Qt.Key(ord(key)))
    return stage.grab(call)


def choosing(stage: Stage) -> QPixmap:
    """The first page of the letters: who gets one."""
    wizard = stage.dialog("LetterWizard", lambda window: window.rooms.letters(stage.claims))
    wizard.go(0)  # type: ignore[attr-defined]
    return stage.grab(wizard)


def of_letters(kind: str, act: str) -> Callable[[Stage], QPixmap]:
    """A window that the list of letters opens on the letters chosen in it."""

    def scene(stage: Stage) -> QPixmap:
        def act_on(window: MainWindow) -> None:
            window.show_workspace("letters")
            stage.settle()
            rows = window.letters.model.rows
            window.letters.table.go_to_id(next(row.id for row in rows if row.mailed_on))
            getattr(window.letters, act)()

        return stage.grab(stage.dialog(kind, act_on))

    return scene


def of_check_page(kind: str, button: str) -> Callable[[Stage], QPixmap]:
    """A window that the letters' second page opens."""

    def scene(stage: Stage) -> QPixmap:
        wizard = stage.dialog("LetterWizard", lambda window: window.rooms.letters(stage.claims))
        stage.settle(rounds=40)
        getattr(wizard.check_page.options, button).click()  # type: ignore[attr-defined]
        stage.settle()
        return stage.grab(next(each for each in wizard.findChildren(QDialog) if type(each).__name__ == kind))

    return scene


def behind(stage: Stage) -> QPixmap:
    """The claims behind one sum of the aging."""
    aging = stage.dialog("AgingWindow", lambda window: window.rooms.aging())
    stage.settle(rounds=40)
    aging.table.go_to(0)  # type: ignore[attr-defined]
    aging.open_sum()  # type: ignore[attr-defined]
    stage.settle(rounds=40)
    (window,) = stage.windows
    return stage.grab(
        next(each for each in window.findChildren(QDialog) if type(each).__name__ == "BehindWindow")
    )


def replay(stage: Stage) -> QPixmap:
    """Money entered late would have been shared otherwise."""

    def open_it(window: MainWindow) -> None:
        window.claims.show_claim(stage.claims[-1])
        window.rooms.replay(debtor_of(window))

    dialog = stage.dialog("ReplayDialog", open_it)
    assert dialog.model.count()  # type: ignore[attr-defined]
    return stage.grab(dialog)


def registration(name: str) -> Callable[[Stage], QPixmap]:
    """A tab of the review: what was registered, and which documents are missing."""

    def scene(stage: Stage) -> QPixmap:
        window = stage.window()
        window.show_workspace("review")
        window.review.show_tab(name)
        return stage.grab(window)

    return scene


def call_sheet(stage: Stage) -> QPixmap:
    """The day's list on paper; paper has one theme."""
    facts = sheet_of(stage.store, day_of(stage.store, stage.today), USER, stage.language)
    pages = PdfPages(render("call_sheet", facts, stage.language))
    return QPixmap.fromImage(pages.picture(0, PAPER_PX))


def locked(stage: Stage) -> QPixmap:
    """What a locked window shows; the next scene finds no lock."""
    window, lock, guard = stage.window(), lock_of(stage.store), WindowLock()
    lock.put("correct horse battery")
    guard.guard(window.context, window)
    picture = stage.grab(window)
    guard.stop()
    lock.take_away()
    return picture


def section(name: str) -> Callable[[Stage], QPixmap]:
    """A page of the settings."""
    return over("SettingsWindow", lambda window, _: window.rooms.settings(name))


def first_letter(stage: Stage) -> int:
    """The stored page of the newest letter."""
    return int(letters(stage.store)[-1].evidence_id)


def debtor_of(window: MainWindow) -> int:
    """The debtor of the current claim."""
    view = window.claims.detail.view
    return view.row.debtor_id if view else 0


SCENES: dict[str, Callable[[Stage], QPixmap]] = {
    "main": main,
    "main-1280": narrow,
    "main-evidence": evidence,
    "main-items": items,
    "main-profile": profile,
    "states": states,
    "nothing-found": nothing,
    "first-run": first_run,
    "palette": palette,
    "keys": keys,
    "today": workspace("today"),
    "today-focus": focus,
    "disputes": over("DisputesWindow", lambda window, _: window.rooms.disputes()),
    "cases": over("CasesWindow", lambda window, _: window.rooms.cases()),
    "policy": over("SettingsWindow", lambda window, _: window.rooms.settings("policy")),
    "settings-review": over("SettingsWindow", lambda window, _: window.rooms.settings("review")),
    "letters-list": workspace("letters"),
    "bank-list": workspace("bank"),
    "clocks-list": workspace("clocks"),
    "review-list": workspace("review"),
    "review-sweep": registration("sweep"),
    "review-audit": registration("audit"),
    "plans-list": workspace("plans"),
    "debtors-list": workspace("debtors"),
    "debtor-card": card,
    "call": over("CallDialog", lambda window, stage: window.rooms.call(stage.claims[:1])),
    "call-answered": answered,
    "call-meeting": meeting,
    "letters": over("LetterWizard", lambda window, stage: window.rooms.letters(stage.claims)),
    "import": over("ImportWizard", lambda window, _: window.rooms.ledger(LEDGER)),
    "import-differences": differences,
    "plan": over("PlanDialog", lambda window, stage: window.rooms.plan(stage.claims[:1])),
    "receipt": over("ReceiptDialog", lambda window, stage: window.rooms.receipt(stage.claims[:1])),
    "claim": over("ClaimDialog", lambda window, stage: window.rooms.claim(stage.claims[0])),
    "debtor": over("DebtorDialog", lambda window, _: window.rooms.debtor(debtor_of(window))),
    "viewer": over("EvidenceViewer", lambda window, stage: window.rooms.file(first_letter(stage))),
    "settings": over("SettingsWindow", lambda window, _: window.rooms.settings()),
    "letters-choose": choosing,
    "letters-look": of_check_page("LookWindow", "look"),
    "letters-wording": of_check_page("WordingWindow", "reword"),
    "post": of_letters("PostWindow", "post"),
    "delivery": of_letters("DeliveryDialog", "deliver"),
    "effect": of_letters("EffectWindow", "show_effect"),
    "runs": of_letters("RunsWindow", "show_runs"),
    "bundle": over("BundleDialog", lambda window, _: window.claims.detail.bundle()),
    "statement": over("StatementDialog", lambda window, _: window.rooms.statement()),
    "account": over("AccountWindow", lambda window, stage: window.rooms.account_of(stage.claims[0])),
    "receipts": over("ReceiptsWindow", lambda window, _: window.rooms.receipts()),
    "replay": replay,
    "proof": over("ProofWindow", lambda window, _: window.rooms.proofs()),
    "call-sheet": call_sheet,
    "set-off": over("SetOffDialog", lambda window, _: window.rooms.set_off(debtor_of(window))),
    "charges": over("ChargeDialog", lambda window, stage: window.rooms.charges(stage.claims[0])),
    "interest": over("DerivationWindow", lambda window, stage: window.rooms.interest(stage.claims[0])),
    "terms": over("TermsDialog", lambda window, _: window.rooms.terms(debtor_of(window))),
    "calculator": over("CalculatorWindow", lambda window, _: window.rooms.calculator()),
    "judgment": over("CalculatorWindow", lambda window, _: window.rooms.calculator("judgment")),
    "fees": over("CalculatorWindow", lambda window, _: window.rooms.calculator("fees")),
    "capitals": over("CalculatorWindow", lambda window, _: window.rooms.calculator("uppercase")),
    "workday": over("CalculatorWindow", lambda window, _: window.rooms.calculator("workday")),
    "aging": over("AgingWindow", lambda window, _: window.rooms.aging()),
    "aging-behind": behind,
    "clock": over("ClaimClockWindow", lambda window, stage: window.rooms.clock(stage.claims[0])),
    "event": over("EventDialog", lambda window, stage: window.rooms.legal_event(stage.claims[:1])),
    "deadline": over("DeadlineDialog", lambda window, stage: window.rooms.deadline(stage.claims[0])),
    "joint": over("JointDialog", lambda window, stage: window.rooms.joint(stage.claims[0])),
    "guarantors": over("GuarantorsWindow", lambda window, _: window.rooms.guarantors(debtor_of(window))),
    "dispute": over("DisputeDialog", lambda window, stage: window.rooms.dispute(stage.claims[0])),
    "write-off": over("WriteOffDialog", lambda window, stage: window.rooms.write_off(stage.claims[0])),
    "approvals": over("ApprovalsWindow", lambda window, _: window.rooms.approvals()),
    "case": over("CaseWindow", lambda window, _: window.rooms.case(debtor_of(window))),
    "merge": over("MergeDialog", lambda window, _: window.rooms.merge(debtor_of(window))),
    "arrivals": over("ArrivalsWindow", lambda window, _: window.rooms.arrivals()),
    "settings-letters": section("letters"),
    "settings-people": section("people"),
    "settings-watch": section("watch"),
    "settings-data": section("data"),
    "settings-safety": section("safety"),
    "locked": locked,
    "settings-about": section("about"),
    "journal": over("JournalWindow", lambda window, _: window.rooms.journal()),
    "disclosures": over("DisclosuresWindow", lambda window, _: window.rooms.disclosures()),
    "person": over("PersonWindow", lambda window, _: window.rooms.person()),
    "restore": over("RestoreWindow", lambda window, _: window.rooms.restore()),
    "assign": over("AssignDialog", lambda window, _: window.claims.do("assign")),
}
