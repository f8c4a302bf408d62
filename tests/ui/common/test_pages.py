"""Pages are drawn from the very bytes, turned and zoomed; a window that makes a record ends in one way."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from models.rules.problems import Problem, Refused
from tests.ui.rooms import PDF
from ui.common import ask
from ui.common.buttons import Button
from ui.common.pages import LARGEST, PageView, PdfPages
from ui.common.record import RecordDialog


def test_a_page_is_drawn_as_wide_as_asked_and_white(dressed):
    pages = PdfPages(PDF)
    picture = pages.picture(1, 100)
    assert (picture.width(), picture.height()) == (100, 150)
    assert picture.pixelColor(50, 50).name() == "#ffffff"
    assert pages.size(0) == (200, 300)
    pages.close()


@pytest.mark.parametrize("content", [b"", b"no pdf at all", PDF[:60]])
def test_what_is_no_pdf_is_told(dressed, content):
    with pytest.raises(ValueError, match=r"."):
        PdfPages(content)


LARGE = PDF.replace(b"0 0 200 300", b"0 0 600 900")
"""Two empty pages of the same shape, larger than A5."""


@pytest.mark.parametrize("high", range(540, 570, 3))
def test_a_page_that_only_just_fits_is_not_fitted_over_and_over(dressed, windows, high):
    view = PageView()
    view.resize(400, high)  # the page is 368 × 552, or 358 × 537 beside a bar
    view.show_pdf(PdfPages(LARGE))
    windows.show(view)
    pictures = []
    for _ in range(20):
        QApplication.processEvents()
        pictures.append(view.sheet.image.cacheKey())
    assert len(set(pictures[10:])) == 1


@pytest.mark.parametrize("size", [(800, 400), (400, 800), (300, 300)])
def test_a_label_is_shown_whole_whatever_the_window(dressed, windows, size):
    view = PageView()
    view.show_pdf(PdfPages(PDF))
    windows.show(view)
    view.resize(*size)
    QApplication.processEvents()
    room = view.maximumViewportSize()
    assert not view.verticalScrollBar().isVisible()
    assert view.sheet.height() <= room.height()
    assert room.width() - view.sheet.width() <= 32 or room.height() - view.sheet.height() <= 32


def test_a_page_of_a_letter_is_as_wide_as_the_window(dressed, windows):
    view = PageView()
    view.resize(800, 400)
    view.show_pdf(PdfPages(LARGE))
    windows.show(view)
    assert view.sheet.width() > 740


def test_no_page_grows_beyond_what_memory_takes(dressed, windows):
    view = PageView()
    view.resize(400, 300)
    view.show_pdf(PdfPages(PDF))
    windows.show(view)
    for _ in range(20):
        windows.press(view, (Qt.Key.Key_Plus,))
    assert view.zoom == LARGEST


def test_a_small_picture_is_not_blown_up(dressed, windows):
    view = PageView()
    view.resize(400, 300)
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    view.show_picture(image)
    windows.show(view)
    assert view.sheet.width() == 42


class Saving(RecordDialog):
    def __init__(self, context, work):
        super().__init__(context, None, "t", (300, 200), "保存")
        self.work = work

    def save(self):
        self.keep(self.work)


def test_a_record_is_told_once_and_the_window_goes(context, windows, qtbot):
    dialog = windows.show(Saving(context, lambda _progress: 7))
    told = []
    dialog.saved.connect(told.append)
    windows.press(dialog, (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert told == [7]


def test_a_refusal_leaves_the_window_open_and_says_why(context, windows):
    def refuse(_progress):
        raise Refused(Problem("no_amount"))

    dialog = windows.show(Saving(context, refuse))
    windows.press(dialog, (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier))
    assert dialog.isVisible()
    assert "没有填写金额" in dialog.hint.text()
    assert dialog.primary.isEnabled()


@pytest.mark.parametrize(("pressed", "answer"), [("保存草稿", True), ("放弃", False), ("取消", None)])
def test_a_question_with_two_ways_has_three_ends(dressed, pressed, answer):
    def press():
        box = QApplication.activeModalWidget()
        next(button for button in box.findChildren(Button) if button.text() == pressed).click()

    QTimer.singleShot(0, press)
    assert ask.choose(None, "通话还没有保存", "", "保存草稿", "放弃") is answer
