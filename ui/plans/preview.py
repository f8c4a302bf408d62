"""The pages of an agreement before it is saved: as they will be printed, with the places of seals shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.common.buttons import icon_button
from ui.common.pages import PageView, PdfPages
from ui.common.text import text


class PagesWindow(QDialog):
    """A window that shows a PDF. Esc closes it."""

    def __init__(self, parent: QWidget | None, title: str, content: bytes) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(820, 760)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        back = icon_button("left", self.tr("上一页"), "PgUp")
        on = icon_button("right", self.tr("下一页"), "PgDown")
        self.place = text(tone="text2")
        row.addWidget(text(title, bold=True))
        row.addStretch(1)
        for widget in (back, self.place, on):
            row.addWidget(widget)
        column.addLayout(row)
        self.view = PageView()
        self.view.turned.connect(lambda page, count: self.place.setText(f"{page + 1} / {count}"))
        back.clicked.connect(lambda: self.view.go(self.view.page - 1))
        on.clicked.connect(lambda: self.view.go(self.view.page + 1))
        column.addWidget(self.view, 1)
        self.view.show_pdf(PdfPages(content))
        self.view.setFocus()
