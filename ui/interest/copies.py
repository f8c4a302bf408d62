"""The foot of the windows of interest: copy the table, copy a sentence, write a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from models.actions.exports import export_tables
from models.ledger.sheet_out import Table
from models.progress import Progress
from models.rules.problems import Problem
from ui.common.ask import save_file
from ui.common.buttons import Button
from ui.common.dialog import DialogShell
from ui.context import AppContext
from ui.interest.result_view import ResultView
from ui.problems import sentences


class Copies(DialogShell):
    """A window with a ``ResultView`` called ``view``; a subclass says in ``sheets`` what goes into the workbook."""

    view: ResultView

    def __init__(self, context: AppContext, size: tuple[int, int], parent: object) -> None:
        super().__init__(parent, "", size, "", primary_key="Ctrl+Shift+C", primary_icon="copy")  # type: ignore[arg-type]
        self.context = context
        self.primary.set_words(self.tr("复制表格"))
        self.cancel.set_words(self.tr("关闭"))
        self.words = self.add_button(self.tr("复制文句"), "note", "Ctrl+Shift+S")
        self.words.clicked.connect(self.open_sentences)
        self.export = self.add_button(self.tr("导出 Excel"), "export", "Ctrl+Shift+E")
        self.export.clicked.connect(self.write_workbook)

    def sheets(self) -> Sequence[Table]:
        """The tables of the workbook; a subclass says which."""
        return ()

    def file_name(self) -> str:
        """What the workbook is called at first."""
        return self.tr("逾期利息") + f"_{self.context.today:%Y%m%d}.xlsx"

    def table_text(self) -> str:
        """What is copied as the table; empty where nothing is reckoned."""
        return self.view.table_text()

    def sentences(self) -> list[tuple[str, str]]:
        """What can be copied as a sentence: what it is for, and the words, for a letter or a complaint."""
        view = self.view
        if view.shown is None:
            return []
        return [
            (self.tr("函件用，中文"), view.sentence("letter", "zh_CN")),
            (self.tr("起诉状用，中文"), view.sentence("complaint", "zh_CN")),
            (self.tr("函件用，英文"), view.sentence("letter", "en")),
            (self.tr("起诉状用，英文"), view.sentence("complaint", "en")),
        ]

    def press_primary(self) -> None:
        """Copy the table."""
        words = self.table_text()
        if words:
            QGuiApplication.clipboard().setText(words)
            self.say(self.tr("已复制，可以粘贴到 Excel"))

    def sentence_menu(self) -> QMenu:
        """The sentences, each with what it is for."""
        menu = QMenu(self)
        for name, words in self.sentences():
            menu.addAction(name, partial(QGuiApplication.clipboard().setText, words))
        return menu

    def open_sentences(self) -> None:
        """Choose which sentence."""
        if self.sentences():
            menu = self.sentence_menu()
            button: Button = self.words
            menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def write_workbook(self) -> None:
        """The derivation as a workbook."""
        tables = self.sheets()
        if not tables:
            return
        target = save_file(self, self.tr("导出 Excel"), self.file_name(), "Excel (*.xlsx)")
        if target is None:
            return
        desk = self.context.desk

        def work(_progress: Progress) -> Path:
            export_tables(desk, target, "export_interest", tables)
            return target

        self.context.act(work, self._written, self.refused, owner=self)

    def _written(self, target: Path) -> None:
        self.say(self.tr("已导出到 %1").replace("%1", str(target)))

    def refused(self, problems: tuple[Problem, ...]) -> None:
        """Say why not."""
        self.say(sentences(problems, self.context.language), "bad")
