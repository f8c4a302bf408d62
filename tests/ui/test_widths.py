"""At 1280 × 800 nothing is cut off, in either language: no room and no window asks for more than there is."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog

from models import settings
from models.actions.demo import fill
from models.actions.desk import Desk
from models.clock import Clock
from tests.ui.rooms import PDF, TODAY, doors
from ui import i18n, theme
from ui.claims.portfolio import STRIP
from ui.context import AppContext
from ui.main_window import MainWindow

SCREEN = (1280, 800)
SIDEBAR = 216
WINDOW = (1240, 760)
"""What a screen of that size leaves to a window with its frame and the bar of the desktop."""


@pytest.fixture(params=["zh_CN", "en"])
def window(request, store, qapp, inline_jobs, qtbot):
    """The main window on a small portfolio, loaded."""
    i18n.speak(qapp, request.param)
    theme.apply(qapp, "light", 1.0, request.param)
    fill(Desk(store, Clock(TODAY), "林晓"), 12)
    context = AppContext(
        store, Clock(TODAY), lambda *_, **__: PDF, settings, inline_jobs, language=request.param, user="林晓"
    )  # fmt: skip
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.watch.stop()
    made.begin()
    made.resize(*SCREEN)
    yield made
    i18n.speak(qapp, "zh_CN")


def rooms(window):
    found = {name: page.minimumSizeHint() for name, page in window.pages.items()}
    return {name: (size.width(), size.height()) for name, size in found.items()}


def cut_off(sizes, width, height):
    return {name: size for name, size in sizes.items() if size[0] > width or size[1] > height}


def test_every_room_has_its_place_beside_the_sidebar_with_many_filters_and_in_focus_mode(window):
    for name in window.pages:
        window.show_workspace(name)
        QCoreApplication.processEvents()
    assert cut_off(rooms(window), SCREEN[0] - SIDEBAR, SCREEN[1]) == {}
    window.show_workspace("claims")
    for number in range(1, len(STRIP) + 1):
        window.claims.strip.choose(number, add=True)
    window.claims.filter_row.search.setText("没有这样的客户")
    window.show_workspace("today")
    window.today.toggle_focus()
    QCoreApplication.processEvents()
    assert cut_off(rooms(window), SCREEN[0] - SIDEBAR, SCREEN[1]) == {}


def test_every_window_fits_the_screen(window):
    window.show_workspace("claims")
    sizes = {}
    for door in doors(window).values():
        door()
        QCoreApplication.processEvents()
        for each in window.findChildren(QDialog):
            size = each.minimumSizeHint()
            sizes[type(each).__name__] = (size.width(), size.height())
            each.hide()
            each.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(sizes) > 25
    assert cut_off(sizes, *WINDOW) == {}
