"""At the hour the clerk chose, the desktop is told how much is due today, where the system has a tray."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from models.clock import CHINA
from models.queries.settings import setting
from models.settings import NOTICE_HOUR
from ui.common import icons
from ui.context import AppContext
from ui.theme import current

LOOK_MS = 60_000
Show = Callable[[str, str], object]


class DayNotice(QObject):
    """Looks once a minute; ``count`` says how many rows are open. Off until an hour is chosen."""

    def __init__(
        self, context: AppContext, count: Callable[[], int], parent: QObject, show: Show | None = None
    ) -> None:
        super().__init__(parent)
        self.context, self.count = context, count
        self.tray: QSystemTrayIcon | None = None
        self.show_message = show or self._show
        self.told_on: date | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """Tell once a day, in the hour chosen."""
        now = self.context.clock.now().astimezone(CHINA)
        due = setting(self.context.store, NOTICE_HOUR) == now.hour and self.told_on != now.date()
        number = self.count() if due else 0
        if number:
            self.told_on = now.date()
            words = self.tr("今日 %1 项，请打开清账。", "", number).replace("%1", str(number))
            self.show_message(self.tr("今日清单"), words)

    def _show(self, title: str, words: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self.tray is None:
            self.tray = QSystemTrayIcon(icons.icon("today", current()["accent"]), self)
        self.tray.show()
        self.tray.showMessage(title, words)
