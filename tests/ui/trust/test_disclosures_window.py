"""导出记录: every file with its purpose, which is asked for once."""

import pytest
from PySide6.QtCore import Qt

from models.actions.exports import export_tables
from models.ledger.sheet_out import Column, Table
from ui.common.ask import answering
from ui.main_window import MainWindow
from ui.trust.disclosures_window import DisclosuresWindow
from ui.trust_desk import TrustDesk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def export(context, keys, tmp_path):
    def make(verb="export_claims"):
        export_tables(
            context.desk, tmp_path / "债权.xlsx", verb, [Table("a", "a", "", [Column("b")], [["c"]])]
        )

    return make


def purposes(window):
    return [row.purpose for row in window.list.model.rows]


def test_a_purpose_holds_for_its_kind_from_then_on(context, export, windows):
    export()
    export("export_interest")
    window = windows.show(DisclosuresWindow(context))
    assert purposes(window) == ["", ""]
    window.list.table.go_to_id(window.list.model.rows[1].seq)
    with answering("给律师核对"):
        windows.press(window, (Qt.Key.Key_E, CTRL))
    assert purposes(window) == ["", "给律师核对"]
    export()
    window.refresh()
    assert purposes(window) == ["给律师核对", "", "给律师核对"]


def test_the_window_asks_after_the_first_file_of_a_kind_and_not_again(context, export, qtbot):
    main = MainWindow(context)
    qtbot.addWidget(main)
    main.watch.stop()
    desk = TrustDesk(main)
    context.jobs.write(lambda _: export(), title="导出")
    assert "债权.xlsx" in main.banners.shown["purpose"].label.text()
    main.banners.shown["purpose"].acted.emit()
    (window,) = [each for each in main.rooms.open.values() if isinstance(each, DisclosuresWindow)]
    window.list.table.go_to_id(window.list.model.rows[0].seq)
    with answering("对账"):
        window.press_primary()
    context.jobs.write(lambda _: export(), title="导出")
    assert "purpose" not in main.banners.shown
    desk.stop()
