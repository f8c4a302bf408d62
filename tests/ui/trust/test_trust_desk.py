"""What the window does by itself for the books: checked, backed up, unfinished work named."""

from datetime import timedelta

import pytest

from models.actions import parties
from models.actions.desk import Desk
from models.actions.settings import choose, remember
from models.queries.unfinished import IMPORT_UNDER_WAY, import_left
from models.settings import BACKUP_FOLDER
from models.store.generations import CLOSE, DAILY
from models.store.series import backup_place, generations, series
from models.store.verify import last_good
from tests.ui.rooms import At
from ui.ledger.import_wizard import ImportWizard
from ui.main_window import MainWindow
from ui.settings.damage_window import DamageWindow
from ui.settings.data_page import DataPage
from ui.trust.closing_backup import ClosingBackup
from ui.trust_desk import TrustDesk


@pytest.fixture
def desk(context, keys, qtbot):
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.watch.stop()
    made = TrustDesk(window)
    yield made
    made.stop()


def backups(context):
    folder = context.store.folder
    return generations(series(folder, backup_place(folder)))


def said(desk):
    return {name: banner.label.text() for name, banner in desk.banners.shown.items()}


def test_where_all_is_well_nothing_is_said_and_the_day_has_its_backup(desk, context):
    desk.look()
    assert said(desk) == {}
    assert [one.why for one in backups(context)] == [DAILY]
    assert last_good(context.store.folder) is not None


def test_a_second_look_on_the_same_day_makes_no_second_backup(desk, context):
    desk.look()
    choose(context.desk, BACKUP_FOLDER, "")
    desk.watch.look()
    assert len(backups(context)) == 1


def shown(desk):
    """The window that lists the damage, as the banner opens it."""
    desk.banners.shown["damage"].acted.emit()
    (window,) = [each for each in desk.window_of.rooms.open.values() if isinstance(each, DamageWindow)]
    return window


def test_damage_is_said_once_and_shown_where_it_is(desk, context):
    context.store.database.execute_sql("UPDATE creditor SET account = '0'")
    desk.look()
    assert list(said(desk)) == ["damage"]
    assert "1 处损坏" in said(desk)["damage"]
    assert backups(context) == []
    assert [line.where for line in shown(desk).list.model.rows] == ["本单位 1 (苏南精工机械有限公司)"]


def test_damage_that_only_the_backup_came_upon_is_looked_for_and_named(desk, context):
    desk.check.look(quick=True)
    context.store.database.execute_sql("UPDATE creditor SET account = '0'")
    desk.look()
    assert list(said(desk)) == ["damage"]


def test_a_journal_that_was_emptied_is_found_where_a_check_knew_it(desk, context):
    desk.check.look(quick=True)
    context.store.database.execute_sql("DELETE FROM journal")
    desk.look(after_crash=True)
    assert "damage" in said(desk)


def test_a_place_that_cannot_be_written_is_said(desk, context, tmp_path):
    (tmp_path / "file").write_text("x")
    choose(context.desk, BACKUP_FOLDER, str(tmp_path / "file"))
    desk.look()
    assert "备份位置" in said(desk)["backup"]


def test_a_run_that_broke_off_is_named_with_its_report(desk):
    desk.begin("ui/app.py:7 begin")
    assert "上次没有正常退出" in said(desk)["crash"]


def test_an_import_that_broke_off_goes_on(desk, context, tmp_path):
    ledger = tmp_path / "台账.csv"
    ledger.write_text("客户,单号,金额,到期日\n甲公司,1,100.00,2026-09-01\n", "utf-8-sig")
    remember(context.desk, IMPORT_UNDER_WAY, str(ledger))
    desk.begin()
    desk.banners.shown["import_left"].acted.emit()
    wizard = desk.window_of.rooms.open["ledger", ledger, None]
    assert isinstance(wizard, ImportWizard)
    assert wizard.draft is not None
    wizard.close()
    assert import_left(context.store) is None


def test_the_backup_at_closing_is_made_and_not_made_twice(desk, context, qtbot):
    for _ in range(2):
        window = ClosingBackup(context)
        qtbot.addWidget(window)
        window.run()
    assert [one.why for one in backups(context)] == [CLOSE]


def test_a_clock_before_the_last_entry_is_warned_of(desk, context):
    later = At(context.today, context.clock.now() + timedelta(days=2))
    parties.set_creditor(Desk(context.store, later, context.user), phone="0512-2000")
    desk.begin()
    assert "早于日志最后一条" in said(desk)["clock_behind"]


def test_a_folder_that_a_cloud_keeps_in_step_is_warned_of_here_and_in_the_settings(desk, context):
    (context.store.folder.root.parent / ".stfolder").mkdir()
    desk.begin()
    assert "Syncthing" in said(desk)["in_cloud"]
    assert "Syncthing" in DataPage(context).doubtful.text()
