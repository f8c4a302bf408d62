"""What hides the books on the screen: every window put away, and nothing painted that is not the lock's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QToolTip, QWidget
from shiboken6 import isValid

from ui.common.ask import Question

_FORBIDDEN = frozenset(
    (
        QEvent.Type.ToolTip,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.ContextMenu,
    )
)
_PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
"""Menus and tips: nobody misses them afterwards."""


class Curtain(QObject):
    """Drawn over the main window and all others; what was typed in them stays, and they come back as they were.

    A box of the system in which a file is chosen cannot be put away: it is closed, and holds nothing but a place.
    """

    def __init__(self, window: QMainWindow, sheets: QStackedWidget, page: QWidget) -> None:
        super().__init__(window)
        self.window_of, self.sheets, self.page = window, sheets, page
        self.front = sheets.currentWidget()
        self.sheets.addWidget(page)
        self._away: dict[QWidget, QPoint] = {}
        self._actions: list[QAction] = []
        self._active: QWidget | None = None
        self._bar_shown = False

    def draw(self) -> None:
        """Hide everything."""
        while popup := QApplication.activePopupWidget():
            popup.close()
        QToolTip.hideText()
        self._active = QApplication.activeWindow()
        for window in QApplication.topLevelWidgets():
            if window is not self.window_of and window.isVisible():
                self._put_away(window)
        self._cover()
        if self._active is not None:
            self.window_of.activateWindow()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def open(self) -> None:
        """Show everything as it was."""
        self.forget()
        self.sheets.setCurrentWidget(self.front)
        self.window_of.menuBar().setVisible(self._bar_shown)
        for action in self._actions:
            action.setEnabled(True)
        for window, place in self._away.items():
            if isValid(window):
                window.move(place)
                window.show()
        active = self._active
        if active is not None and isValid(active) and active.isVisible():
            active.activateWindow()
        self._away, self._actions, self._active = {}, [], None

    def forget(self) -> None:
        """The main window goes: others may be shown again."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """No window comes up, nothing is painted, no tip told and nothing dropped that is not the lock's own."""
        kind = event.type()
        if kind in _FORBIDDEN:
            return True
        if kind not in (QEvent.Type.Show, QEvent.Type.Paint) or not isinstance(watched, QWidget):
            return False
        if watched.window() is self.window_of:
            return False
        if kind == QEvent.Type.Show and watched.isWindow():
            # Not from within its own showing, which would finish after it was hidden.
            QTimer.singleShot(0, self, lambda: self._put_away(watched))
        return kind == QEvent.Type.Paint

    def _put_away(self, window: QWidget) -> None:
        if not isValid(window) or not window.isVisible():
            return
        if window.windowType() in _PASSING:
            window.close()
            return
        if isinstance(window, QDialog) and window.isModal() and not isinstance(window, Question):
            window.reject()
            return
        self._away[window] = window.pos()
        window.hide()

    def _cover(self) -> None:
        bar = self.window_of.menuBar()
        self._bar_shown = bar.isVisible()
        bar.setVisible(False)
        self._actions = [action for action in self.window_of.actions() if action.isEnabled()]
        for action in self._actions:
            action.setEnabled(False)
        self.sheets.setCurrentWidget(self.page)
