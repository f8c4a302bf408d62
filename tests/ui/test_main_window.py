"""The window as a whole: navigation, undo, others' work, the palette, what is dropped on it."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QShortcut

from models import settings
from models.actions.calls import Talk, log_call
from models.actions.claims import set_owner
from models.actions.desk import Desk
from models.actions.plans import make_plan
from models.actions.receipts import book_for_claim
from models.clock import Clock
from models.queries.claims import claim_rows
from models.queries.evidence import pieces_of
from models.rules.instalments import schedule
from models.store import open_store
from ui.common.ask import answering
from ui.context import AppContext
from ui.ledger.import_wizard import ImportWizard
from ui.main_window import MainWindow
from ui.palette.entries import Found
from ui.settings.recovery_wizard import RecoveryWizard
from ui.shortcut_sheet import ShortcutSheet

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 20)


@pytest.fixture
def context(store, dressed, inline_jobs):
    return AppContext(store, Clock(TODAY), lambda *_, **__: b"%PDF-1.4", settings, inline_jobs, user="林晓")


@pytest.fixture
def window(context, qtbot):
    def make():
        made = MainWindow(context)
        qtbot.addWidget(made)
        made.begin()
        made.resize(1440, 900)
        made.watch.stop()
        # The day is read once its frame is painted.
        qtbot.waitUntil(lambda: not (made.today.isVisible() and made.today.stale))
        return made

    return make


def row(context, key):
    (found,) = claim_rows(context.store, TODAY, TODAY, claims=[key], settled=True)
    return found


def test_before_there_is_any_claim_the_window_shows_how_to_begin(window, claim):
    made = window()
    assert made.stack.currentWidget() is made.first_run
    assert not made.sidebar.view_box.isVisible()
    claim()
    made.context.bus.changed.emit(set_owner(made.context.desk, [1], "林晓"))
    assert made.stack.currentWidget() is made.claims
    assert made.sidebar.view_box.isVisible()


def test_new_books_are_encrypted_from_the_page_on_which_one_begins(window, qtbot):
    made = window()
    qtbot.keyClick(made.first_run.encrypt, Qt.Key.Key_Space)
    (wizard,) = made.findChildren(RecoveryWizard)
    assert (wizard.isVisible(), wizard.fresh) == (True, True)


def test_only_workspaces_that_work_are_in_the_navigation(window, claim):
    claim()
    made = window()
    assert list(made.sidebar.items) == [
        "today",
        "claims",
        "debtors",
        "letters",
        "plans",
        "bank",
        "clocks",
        "review",
    ]
    for name, page in made.pages.items():
        made.sidebar.items[name].click()
        assert made.stack.currentWidget() is page


def test_a_workspace_that_comes_to_the_front_has_the_keyboard_in_its_list(window, claim, qtbot, context):
    key = claim()
    make_plan(context.desk, [key], schedule(18_640_000, 2, TODAY, "month"), context.render)
    made = window()
    qtbot.waitUntil(made.isActiveWindow)
    for name in ("plans", "claims"):
        made.show_workspace(name)
        assert made.pages[name].table.isAncestorOf(made.focusWidget())


def test_no_key_of_the_window_is_taken_by_a_part_of_it_as_well(window, claim):
    claim()
    made = window()
    own = {action.shortcut().toString() for action in made.actions()} - {""}
    parts = {part.key().toString() for part in made.findChildren(QShortcut)}
    assert own
    assert parts
    assert own & parts == set()  # Qt would obey neither


def test_the_window_begins_with_the_day_where_anything_is_due(window, claim):
    claim(due_on=date(2026, 11, 5))
    made = window()
    assert made.stack.currentWidget() is made.today
    assert made.sidebar.items["today"].trailing == "1"


def test_the_window_begins_with_the_claims_where_nothing_is_due(window, claim):
    claim(due_on=date(2026, 12, 30))
    made = window()
    assert made.stack.currentWidget() is made.claims


def test_what_was_ticked_off_is_taken_back_by_undo(window, claim, qtbot):
    claim(due_on=date(2026, 11, 5))
    made = window()
    qtbot.keyClick(made.today.table, KEY.Key_Space)
    assert made.toast.label.said == "已标为完成"
    assert made.today.row is None
    made.history.undo()
    assert made.today.row is not None


def test_the_views_carry_live_counts(window, claim):
    key = claim(owner="林晓")
    made = window()
    assert made.sidebar.views["mine"].trailing == "1"
    made.context.act(lambda _: set_owner(made.context.desk, [key], "周敏"))
    assert made.sidebar.views["mine"].trailing == "0"


def test_a_view_of_the_sidebar_filters_the_table(window, claim):
    claim(due_on=date(2026, 5, 1), number="OLD")
    claim(due_on=date(2026, 12, 1), number="NEW")
    made = window()
    made.sidebar.views["late90"].click()
    assert made.claims.model.count() == 1
    made.claims.clear_filters()
    assert made.claims.model.count() == 2


def test_what_was_done_is_said_and_taken_back(window, claim, context):
    key = claim(owner="周敏")
    made = window()
    context.act(lambda _: set_owner(context.desk, [key], "林晓"))
    assert made.toast.label.said == "已分配负责人，1 笔"
    made.toast.back.click()
    assert row(context, key).owner == "周敏"
    assert made.toast.label.said == "已撤销分配"


def test_undo_goes_back_one_act_after_the_other(window, claim, context):
    key = claim(fen=1000)
    made = window()
    context.act(lambda _: set_owner(context.desk, [key], "林晓"))
    context.act(lambda _: book_for_claim(context.desk, key, 400))
    made.history.undo()
    assert (row(context, key).balance_fen, row(context, key).owner) == (1000, "林晓")
    made.history.undo()
    assert row(context, key).owner is None
    made.history.undo()
    assert made.toast.label.said == "没有可以撤销的操作。"


def test_a_call_is_not_undone_but_the_way_to_correct_it_is_said(window, claim, context):
    key = claim()
    made = window()
    context.act(lambda _: log_call(context.desk, [key], Talk("no_answer")))
    made.history.undo()
    assert made.toast.label.said.startswith("通话记录不能撤销")


def test_what_a_command_writes_appears_without_a_toast(window, claim, context, tmp_path):
    key = claim()
    made = window()
    other = open_store(tmp_path / "data", bind=False)
    set_owner(Desk(other, Clock(TODAY), "周敏"), [key], "周敏")
    other.close()
    made.look_for_others()
    assert made.claims.model.row_at(0).row.owner == "周敏"
    assert not made.toast.isVisible()


def test_initials_in_the_palette_lead_to_the_claims_of_a_debtor(window, claim, qtbot):
    claim("苏州恒锐精密制造有限公司", number="A")
    claim("苏州恒锐精密制造有限公司", number="B")
    claim("宁波海晟机电设备有限公司", number="C")
    made = window()
    palette = made.open_palette()
    qtbot.keyClicks(palette.edit, "hr")
    qtbot.keyClick(palette.edit, KEY.Key_Return)
    assert {made.claims.model.row_at(place).row.number for place in range(made.claims.model.count())} == {
        "A",
        "B",
    }


def test_what_is_clicked_in_the_palette_may_ask_for_a_file_meanwhile_the_palette_goes(window, claim, qtbot):
    palette, done = window().open_palette(), []

    def ask_for_a_file():
        qtbot.wait(20)
        done.append("file")

    palette.model.show_rows([Found("选文件", run=ask_for_a_file)])
    palette.list.setCurrentIndex(palette.model.index(0))
    place = palette.list.visualRect(palette.model.index(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: done == ["file"])


def dropped(made, file):
    file.write_text("客户名称,单据号,金额,到期日\n甲公司,1,100.00,2026-10-01\n", encoding="utf-8")
    drag = QMimeData()
    drag.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    made.dropEvent(QDropEvent(QPointF(5, 5), copy, drag, left, Qt.KeyboardModifier.NoModifier))
    return len(made.findChildren(ImportWizard))


def test_a_ledger_may_be_dropped_anywhere(window, claim, tmp_path):
    assert dropped(window(), tmp_path / "台账.csv") == 1


def test_a_ledger_dropped_beside_an_open_import_has_a_window_of_its_own(window, claim, tmp_path):
    made = window()
    told = [dropped(made, tmp_path / name) for name in ("十月.csv", "十一月.csv", "十月.csv")]
    assert told == [1, 2, 2]


def pasted(made, *files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    QGuiApplication.clipboard().setMimeData(data)
    made.claims.table.paste_wanted.emit(data.text())


def test_a_copied_ledger_is_imported_and_any_other_file_is_evidence(window, claim, context, tmp_path):
    key = claim()
    ledger, contract = tmp_path / "台账.csv", tmp_path / "合同.pdf"
    ledger.write_text("客户名称,单据号,金额,到期日\n甲公司,1,100.00,2026-10-01\n", encoding="utf-8")
    contract.write_bytes(b"%PDF-1.4")
    made = window()
    pasted(made, contract)
    assert made.findChild(ImportWizard) is None
    made.claims.detail.evidence.popup.chosen.emit("contract")
    assert [piece.name for piece in pieces_of(context.store, key)] == ["合同.pdf"]
    pasted(made, ledger)
    assert made.findChild(ImportWizard).draft.source.path == ledger


def test_the_claims_of_a_plan_are_shown_with_their_sum(window, claim):
    keys = [claim(fen=100, number="A"), claim(fen=200, number="B")]
    claim("宁波海晟机电设备有限公司", fen=400, number="C")
    made = window()
    made.plans.claims_requested.emit(keys)
    assert made.stack.currentWidget() is made.claims
    assert made.claims.status.values["sum"].text() == "¥3.00"


def test_before_there_is_any_claim_enter_chooses_a_ledger(window, qtbot, tmp_path):
    file = tmp_path / "台账.csv"
    file.write_text("客户名称,单据号,金额,到期日\n甲公司,1,100.00,2026-10-01\n", encoding="utf-8")
    made = window()
    qtbot.waitUntil(made.isActiveWindow)
    with answering(file):
        qtbot.keyClick(made.focusWidget(), KEY.Key_Return)
    assert made.findChild(ImportWizard).draft.source.path == file


def test_every_command_stands_in_the_menu_and_every_key_once(window, claim):
    claim()
    made = window()
    titles = {action.text() for menu in made.menuBar().actions() for action in menu.menu().actions()}
    assert titles == {command.menu_words for command in made.commands}
    keys = [command.key for command in made.commands if command.key]
    assert len(keys) == len(set(keys))


def test_no_menu_has_a_letter_twice(window, claim):
    claim()
    commands = window().commands
    for menu in {command.menu for command in commands}:
        letters = [command.letter for command in commands if command.menu == menu]
        assert len(letters) == len(set(letters)), menu


def test_f1_lists_every_key(window, claim):
    claim()
    made = window()
    made.show_keys()
    sheet = made.findChild(ShortcutSheet)
    shown = {key for _, rows in sheet._sections(made.commands) for _, key in rows}
    assert {command.key for command in made.commands if command.key} <= shown


def test_a_narrow_window_shows_icons_until_the_sidebar_is_asked_for(window, claim):
    claim()
    made = window()
    made.resize(1200, 800)
    assert made.sidebar.collapsed
    made.toggle_sidebar()
    made.resize(1190, 800)
    assert not made.sidebar.collapsed


def test_the_same_subject_is_not_opened_twice(window, claim):
    key = claim()
    made = window()
    made.rooms.claim(key)
    made.rooms.claim(key)
    assert len(made.rooms.open) == 1


def test_settings_that_stand_open_turn_to_the_section_that_is_asked_for(window, claim):
    claim()
    made = window()
    for asked, shown in (("general", "general"), ("creditor", "creditor"), ("", "creditor")):
        made.rooms.settings(asked)
        settings = made.rooms.open["settings"]
        assert settings.stack.currentIndex() == list(settings.pages).index(shown)


@pytest.mark.parametrize(("why", "says"), [("folder_read_only", "检查权限"), ("disk_full", "腾出空间")])
def test_books_that_can_only_be_looked_at_say_why_and_what_helps(store, window, why, says):
    store.writable, store.why_not = False, why
    made = window()
    words = made.banners.shown["read_only"].label.text()
    assert says in words
    assert "数据没有改动" in words
    store.writable = True
