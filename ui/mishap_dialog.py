"""Shown when the program itself was at fault: what is safe, and the report to look at, to save, to pass on by hand."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from models.vault.durable import write_bytes_whole
from ui.common.ask import save_file
from ui.common.dialog import DialogShell
from ui.common.text import text


class MishapDialog(DialogShell):
    """``report`` is what ``ui.faults.report`` tells; ``title`` and ``words`` say what happened and what is safe."""

    def __init__(self, parent: QWidget | None, report: str, title: str = "", words: str = "") -> None:
        super().__init__(parent, "", (680, 460), "", primary_key="Ctrl+C", primary_icon="copy")
        self.setWindowTitle(title or self.tr("程序出错"))
        self.primary.set_words(self.tr("复制报告"))
        self.cancel.set_words(self.tr("关闭"))
        usual = self.tr(
            "程序有一步没有做完，已保存的数据没有改动。请重试；若再次出现，请把下面的报告交给维护人员。"
        )
        self.body.addWidget(text(words or usual, wrap=True))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("报告"))
        self.body.addWidget(self.report, 1)
        self.say(self.tr("报告里没有单位、姓名和金额；程序不会自己发送它。"))
        self.add_button(self.tr("另存为"), "save", "Ctrl+S").clicked.connect(self.save)

    def press_primary(self) -> None:
        """Copy the whole report."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.say(self.tr("已复制"), "ok")

    def save(self) -> None:
        """Keep the report as a file."""
        target = save_file(self, self.tr("保存报告"), "qingzhang-report.txt", self.tr("文本 (*.txt)"))
        if target is None:
            return
        try:
            write_bytes_whole(target, self.report.toPlainText().encode())
        except OSError as trouble:
            self.say(self.tr("没有存成：%1").replace("%1", trouble.strerror or str(target)), "bad")
            return
        self.say(self.tr("已存到 %1").replace("%1", str(target)), "ok")
