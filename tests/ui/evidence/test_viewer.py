"""A piece of evidence is looked at without being altered, and never run."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QImage
from shiboken6 import delete

from models.actions.evidence import attach
from tests.ui.rooms import PDF, filled
from ui.common import ask
from ui.evidence.viewer import EvidenceViewer
from ui.jobs import Jobs

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def look(context, windows, tmp_path):
    claim = filled(context)[0]

    def show(name, content):
        file = tmp_path / name
        file.write_bytes(content)
        kept = attach(context.desk, [claim], file)
        return windows.show(EvidenceViewer(context, kept.evidence)), kept

    return show


@pytest.fixture
def outside(monkeypatch):
    asked = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: asked.append(Path(url.toLocalFile())) or True
    )
    return asked


def test_pages_are_turned_by_keys(windows, look):
    viewer, _ = look("合同.pdf", PDF)
    assert viewer.place.text() == "1 / 2"
    windows.press(viewer, (Qt.Key.Key_PageDown,))
    assert viewer.place.text() == "2 / 2"
    windows.press(viewer, (Qt.Key.Key_PageDown,))
    assert viewer.view.page == 1


def test_a_page_grows_and_fits_again(windows, look):
    viewer, _ = look("合同.pdf", PDF)
    fitted = viewer.view.sheet.width()
    windows.press(viewer, (Qt.Key.Key_Plus,))
    assert viewer.view.sheet.width() > fitted
    windows.press(viewer, (Qt.Key.Key_0,))
    assert viewer.view.sheet.width() == fitted


def test_a_picture_is_shown(look, tmp_path):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF8800)
    image.save(str(tmp_path / "x.png"))
    viewer, _ = look("签收.png", (tmp_path / "x.png").read_bytes())
    assert viewer.view.count == 1
    assert viewer.view.sheet.width() > 40 - 1


def test_a_broken_picture_is_opened_outside_and_qt_says_nothing_of_it(look, qtlog):
    viewer, _ = look("坏图.jpg", b"\xff\xd8\xff")
    assert "看不了" in viewer.stack.currentWidget().label.text()
    assert [said for said in qtlog.records if "JPEG" in said.message] == []


def test_a_note_of_use_that_is_refused_is_told_to_no_viewer_that_has_gone(context, look, qtbot, monkeypatch):
    viewer, _ = look("合同.pdf", PDF)
    lanes, go_on = Jobs(), threading.Event()
    monkeypatch.setattr(context, "jobs", lanes)
    lanes.write(lambda _progress: go_on.wait())
    viewer.evidence = 0  # there is none, so that it will be refused
    viewer._note("opened")
    delete(viewer)
    go_on.set()
    qtbot.waitUntil(lambda: not lanes.busy)  # what would be raised by the one that has gone fails this test
    lanes.close()


def test_words_of_an_old_encoding_are_read(look):
    viewer, _ = look("说明.txt", "已收到货物".encode("gb18030"))
    assert viewer.words.toPlainText() == "已收到货物"


def test_what_is_no_pdf_says_so_instead_of_failing(look):
    viewer, _ = look("假.pdf", b"nothing")
    assert "看不了" in viewer.stack.currentWidget().label.text()


def test_another_program_gets_a_read_only_copy(windows, look, outside):
    viewer, kept = look("表.docx", b"words")
    windows.press(viewer, (Qt.Key.Key_O, CTRL))
    (copy,) = outside
    assert copy.name == f"{kept.sha256[:8]}-表.docx"
    assert copy.stat().st_mode & 0o777 == 0o400
    viewer.close()
    assert not copy.exists()


def test_what_runs_code_is_never_opened(windows, look, outside, tmp_path):
    viewer, _ = look("发票.pdf.exe", b"MZ")
    assert viewer.primary.isHidden()
    viewer.open_outside()
    assert outside == []
    target = tmp_path / "out.bin"
    with ask.answering(target):
        windows.press(viewer, (Qt.Key.Key_E, CTRL))
    assert target.read_bytes() == b"MZ"


def test_a_content_that_changed_is_told_and_not_shown(context, windows, look):
    viewer, kept = look("合同.pdf", PDF)
    assert viewer.sound.words == "与收存时一致"
    path = context.store.folder.vault.path_of(kept.sha256)
    path.chmod(0o600)
    path.write_bytes(b"other")
    again = windows.show(EvidenceViewer(context, kept.evidence))
    assert again.sound.words == "内容已损坏"
    assert again.primary.isHidden()


def test_what_is_not_there_is_said(context, windows, look):
    viewer = windows.show(EvidenceViewer(context, 999))
    assert "999" in viewer.hint.text()
