"""Shown when the program itself is at fault: what is safe, and the report to pass on."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.common.dialog import DialogShell
from ui.common.text import text


class MishapDialog(DialogShell):
    """``report`` is the trace for whoever maintains the program."""

    def __init__(self, parent: QWidget | None, report: str, folder: str) -> None:
        super().__init__(parent, "", (640, 420), "", primary_key="Ctrl+C")
        self.setWindowTitle(self.tr("程序出错"))
        self.primary.set_words(self.tr("复制详情"))
        words = self.tr(
            "程序有一步没有做完，已保存的数据没有改动。请重试；若再次出现，请把下面的详情交给维护人员。"
        )
        self.body.addWidget(text(words, wrap=True))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("详情"))
        self.body.addWidget(self.report, 1)
        self.say(self.tr("同样的内容在 %1").replace("%1", folder))
        self.saved.connect(lambda: QGuiApplication.clipboard().setText(report))
