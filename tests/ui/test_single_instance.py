"""A second start on the same folder raises the first window."""

from models.store.locks import FolderLock
from ui.single_instance import SingleInstance


def test_the_second_start_asks_the_first_to_come_to_the_front(qapp, qtbot, tmp_path):
    first = SingleInstance(tmp_path, FolderLock(tmp_path / "window"))
    second = SingleInstance(tmp_path, FolderLock(tmp_path / "window"))
    assert first.take()
    assert not second.take()
    with qtbot.waitSignal(first.raised):
        assert second.raise_other()
    first.let_go()


def test_after_the_first_has_gone_the_folder_is_free(qapp, tmp_path):
    first = SingleInstance(tmp_path, FolderLock(tmp_path / "window"))
    first.take()
    first.let_go()
    second = SingleInstance(tmp_path, FolderLock(tmp_path / "window"))
    assert second.take()
    second.let_go()


def test_where_nobody_answers_nobody_is_raised(qapp, tmp_path):
    assert not SingleInstance(tmp_path, FolderLock(tmp_path / "window")).raise_other()
