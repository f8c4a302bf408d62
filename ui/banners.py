"""The lines across the top of the window: sample data, read only, what was refused, what went wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.common.cards import Banner


class Banners(QWidget):
    """One banner a name; the newest stands lowest."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.shown: dict[str, Banner] = {}

    def say(
        self, name: str, words: str, action: str = "", tone: str = "warn", *, closable: bool = True
    ) -> Banner:
        """Show a banner; one of the same name gives way."""
        self.drop(name)
        banner = self.shown[name] = Banner(words, action, tone, closable=closable)
        banner.closed.connect(lambda: self.drop(name))
        self.column.addWidget(banner)
        return banner

    def drop(self, name: str) -> None:
        """Take one away, if it is there."""
        banner = self.shown.pop(name, None)
        if banner is not None:
            self.column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
