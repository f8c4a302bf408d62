"""What the main window says of ledgers that came by themselves: a line at the top, a count at the left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from models.queries.arrivals import ArrivalRow
from models.queries.settings import setting
from models.settings import WATCH_FOLDER
from ui.banners import Banners
from ui.common.floating import Toast
from ui.context import AppContext
from ui.ledger.arrivals_watch import ArrivalsWatch
from ui.ledger.arrivals_words import ArrivalWords
from ui.rooms import Rooms
from ui.sidebar import Sidebar

LINE, GONE = "arrivals", "watch_folder"


class ArrivalsLine(QObject):
    """Holds the watch of the folder, as long as the sidebar is there.

    A line that was closed comes back only with something new.
    """

    def __init__(
        self, context: AppContext, banners: Banners, sidebar: Sidebar, rooms: Rooms, toast: Toast
    ) -> None:
        super().__init__(sidebar)
        self.context, self.banners, self.sidebar, self.rooms, self.toast = (
            context, banners, sidebar, rooms, toast,
        )  # fmt: skip
        self.words = ArrivalWords(context.formats)
        self.closed: set[int] = set()
        self.watch = ArrivalsWatch(context, self)
        self.watch.unseen.connect(self._show)
        self.watch.gone.connect(self._show_gone)
        self.watch.nothing_new.connect(self._nothing_new)
        sidebar.arrivals_wanted.connect(self.open)
        rooms.look_wanted.connect(self.look)

    def begin(self) -> None:
        """The window is open: say what came, look for more."""
        self.watch.begin()

    def stop(self) -> None:
        """The window goes."""
        self.watch.stop()

    def open(self) -> None:
        """The list of what came."""
        self.rooms.arrivals()

    def look(self) -> None:
        """Look into the folder now; where none is chosen, the place to choose one."""
        if setting(self.context.store, WATCH_FOLDER):
            self.watch.look(asked=True)
        else:
            self.rooms.settings("watch")

    def _show(self, rows: Sequence[ArrivalRow]) -> None:
        self.sidebar.show_arrived(len(rows))
        keys = {row.id for row in rows}
        words = self.words.summary(rows)
        if not words or keys <= self.closed:
            self.banners.drop(LINE)
            return
        banner = self.banners.say(LINE, words, self.tr("查看"), "info")
        banner.acted.connect(self.open)
        banner.closed.connect(lambda: self.closed.update(keys))

    def _show_gone(self, words: str) -> None:
        self.banners.drop(GONE)
        if words:
            self.banners.say(GONE, words, self.tr("再看一次")).acted.connect(self.look)

    def _nothing_new(self) -> None:
        self.toast.say(self.tr("文件夹里没有新台账"), undoable=False)
