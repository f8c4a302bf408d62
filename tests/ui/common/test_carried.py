"""What a drag or the clipboard carries."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from ui.common.carried import local_files, on_clipboard


def test_a_clipboard_on_which_nothing_lies_holds_no_file(qapp):
    qapp.clipboard().clear()
    assert qapp.clipboard().mimeData() is None
    assert local_files(on_clipboard()) == []


def test_only_files_of_this_machine_count(tmp_path):
    data = QMimeData()
    data.setUrls([QUrl("https://example.cn/a.pdf"), QUrl.fromLocalFile(str(tmp_path / "回单.pdf"))])
    assert local_files(data) == [Path(tmp_path / "回单.pdf")]
