"""从备份恢复: what a backup holds is shown, it is tried, and it comes back beside the books."""

import pytest
from PySide6.QtCore import Qt

from models.actions.backups import keep_generation
from models.actions.claims import set_owner
from models.actions.exports import export_backup
from models.store import open_store
from models.store.generations import ASKED, DAILY
from ui.common.ask import answering
from ui.settings.restore_window import RestoreWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(context, keys):
    """Two generations: one with three claims nobody owns, one after the first has an owner."""
    first = keep_generation(context.desk, DAILY)
    set_owner(context.desk, keys[:1], "林晓")
    return [first, keep_generation(context.desk, ASKED)]


@pytest.fixture
def window(context, windows):
    return windows.show(RestoreWindow(context, context.store.folder))


@pytest.mark.usefixtures("made")
def test_the_newest_comes_first_and_says_what_it_holds(window):
    assert [offer.why for offer in window.list.model.rows] == [ASKED, DAILY]
    window.list.table.go_to_id(str(window.offers[0].source))
    assert "债权 3 笔" in window.facts.values["备份里有"].text()


def test_a_backup_is_restored_beside_the_books(context, made, window, windows):
    window.list.table.go_to_id(str(made[0].folder))
    windows.press(window, (Qt.Key.Key_Return, CTRL))
    assert "验证完好" in window.told.text()
    assert window.restored.parent == context.store.folder.root.parent
    again = open_store(window.restored, bind=False)
    assert again.journal_head() == (made[0].seq, made[0].head)
    again.close()
    assert context.store.journal_head()[0] == made[1].seq


def test_a_backup_is_only_verified_and_leaves_nothing(context, made, window, windows):
    before = set(context.store.folder.root.parent.iterdir())
    window.list.table.go_to_id(str(made[0].folder))
    windows.press(window, (Qt.Key.Key_T, CTRL))
    assert window.told.text().startswith("这份备份完好")
    assert set(context.store.folder.root.parent.iterdir()) == before


def test_a_damaged_backup_is_named_and_nothing_is_left(made, window, windows):
    content = bytearray((made[0].folder / "qingzhang.db").read_bytes())
    content[-1] ^= 1
    (made[0].folder / "qingzhang.db").write_bytes(content)
    window.list.table.go_to_id(str(made[0].folder))
    windows.press(window, (Qt.Key.Key_Return, CTRL))
    assert "损坏" in window.told.text()
    assert not window.target.exists()


def test_a_backup_file_from_elsewhere_can_be_chosen(context, keys, window, tmp_path):
    export_backup(context.desk, tmp_path / "usb" / "all.qzbackup")
    with answering(tmp_path / "usb" / "all.qzbackup"):
        window.other.click()
    assert window.current.why == "file"
    assert window.current.seq == context.store.journal_head()[0] - 1


def test_a_file_that_is_no_backup_is_told(window, tmp_path):
    (tmp_path / "x.qzbackup").write_bytes(b"x")
    with answering(tmp_path / "x.qzbackup"):
        window.other.click()
    assert "不是本程序的备份" in window.told.text()
