"""邮寄: waybill labels, envelopes and address labels of chosen letters, printed where they belong; list and file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSizeF
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from models.actions import post_paper
from models.actions.settings import remember
from models.progress import Progress
from models.queries.mails import forms, offset, own_forms
from models.queries.settings import preference
from models.rules.mails import PostFacts
from models.rules.post_forms import MOST_OFFSET_MM, STEP_MM, Offset
from models.rules.problems import Problem
from ui.common.ask import choose_file, choose_printer, confirm, save_file
from ui.common.buttons import Button, icon_button
from ui.common.dialog import DialogShell
from ui.common.fields import Field
from ui.common.pages import PageView, PdfPages
from ui.common.paper import print_content
from ui.common.text import text
from ui.context import AppContext
from ui.letters.form_editor import FormEditor
from ui.problems import sentences

_LAST = "post_form"
"""The form and the printer a clerk used last."""


class PostWindow(DialogShell):
    """The form and the printer at the left, the very pages at the right. ``letters`` in the order they are printed."""

    def __init__(self, context: AppContext, letters: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (1080, 720), "", primary_key="Ctrl+P", primary_icon="printer", margin=0)
        self.setWindowTitle(self.tr("邮寄"))
        self.primary.set_words(self.tr("打印"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.letters = context, list(letters)
        self.facts: PostFacts | None = None
        self.pages: PdfPages | None = None
        self.view = PageView()
        self.view.turned.connect(self._turned)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._choices())
        row.addWidget(self.view, 1)
        self.body.addLayout(row, 1)
        self.save_pdf = self.add_button(self.tr("存为 PDF"), "save", "Ctrl+S")
        self.save_pdf.clicked.connect(self.save)
        self._fill_forms()
        self.refresh()

    # --- building --------------------------------------------------------------------------------------------

    def _choices(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 16, 20)
        column.setSpacing(12)
        column.addLayout(self._head())
        self.form = QComboBox()
        self.form.setMinimumWidth(290)
        self.form.currentIndexChanged.connect(lambda _: self._form_chosen())
        column.addWidget(Field(self.tr("表格、信封、标签"), self.form))
        self.printer = QLineEdit(str((preference(self.context.store, _LAST) or {}).get("printer", "")))
        self.printer.editingFinished.connect(self._form_chosen)
        column.addWidget(Field(self.tr("打印机"), self.printer, self.tr("偏移按打印机和表格分别保存")))
        column.addLayout(self._offsets())
        self.first = QSpinBox()
        self.first.valueChanged.connect(lambda _: self.refresh())
        self.first_field = Field(self.tr("从第几枚标签开始"), self.first)
        column.addWidget(self.first_field)
        for words, icon, act in (
            (self.tr("存校准页"), "file-text", self.save_calibration),
            (self.tr("添加表格"), "plus", self.add_form),
            (self.tr("改表格或另建"), "edit", self.edit_form),
            (self.tr("交寄清单"), "clipboard", self.save_list),
            (self.tr("邮政软件 CSV"), "export", self.save_csv),
        ):
            button = Button(words, icon)
            button.clicked.connect(act)
            column.addWidget(button)
        self.drop = Button(self.tr("删除表格"), "trash")
        self.drop.clicked.connect(self.drop_form)
        column.addWidget(self.drop)
        column.addStretch(1)
        return column

    def _head(self) -> QHBoxLayout:
        """How many letters, and which of their pages is shown."""
        row = QHBoxLayout()
        row.setSpacing(4)
        words = self.tr("%1 封", "", len(self.letters)).replace("%1", f"{len(self.letters):,}")
        row.addWidget(text(words, size=16, bold=True))
        row.addStretch(1)
        self.back = icon_button("left", self.tr("上一页"), "PgUp")
        self.onward = icon_button("right", self.tr("下一页"), "PgDown")
        self.place = text("", tone="text2")
        self.back.clicked.connect(lambda: self.view.go(self.view.page - 1))
        self.onward.clicked.connect(lambda: self.view.go(self.view.page + 1))
        for widget in (self.back, self.place, self.onward):
            row.addWidget(widget)
        return row

    def _offsets(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.right, self.down = QDoubleSpinBox(), QDoubleSpinBox()
        for edit, words in ((self.right, self.tr("右移 mm")), (self.down, self.tr("下移 mm"))):
            edit.setRange(-MOST_OFFSET_MM, MOST_OFFSET_MM)
            edit.setSingleStep(STEP_MM)
            edit.setDecimals(1)
            edit.valueChanged.connect(lambda _: self._moved())
            row.addWidget(Field(words, edit), 1)
        return row

    def _fill_forms(self) -> None:
        last = (preference(self.context.store, _LAST) or {}).get("form")
        with QSignalBlocker(self.form):
            self.form.clear()
            for each in forms(self.context.store).values():
                self.form.addItem(each.called(self.context.language), each.key)
            self.form.setCurrentIndex(max(0, self.form.findData(last)))
        self._show_offset()

    # --- what is shown -----------------------------------------------------------------------------------

    @property
    def key(self) -> str:
        """The form chosen."""
        return str(self.form.currentData())

    def _form_chosen(self) -> None:
        remember(self.context.desk, _LAST, {"form": self.key, "printer": self.printer.text().strip()})
        self._show_offset()
        self.refresh()

    def _show_offset(self) -> None:
        form = forms(self.context.store)[self.key]
        told = offset(self.context.store, self.printer.text().strip(), self.key)
        with QSignalBlocker(self.right), QSignalBlocker(self.down), QSignalBlocker(self.first):
            self.right.setValue(told.right)
            self.down.setValue(told.down)
            self.first.setRange(1, form.on_page)
        self.first_field.setVisible(form.sheet is not None)
        self.drop.setVisible(self.key in own_forms(self.context.store))

    def _moved(self) -> None:
        """Keep the offset, rounded to its steps, and show what it does."""
        right, down = (round(edit.value() / STEP_MM) * STEP_MM for edit in (self.right, self.down))
        desk, printer, key = self.context.desk, self.printer.text().strip(), self.key
        given = Offset(right, down)
        self._write(lambda _: post_paper.set_offset(desk, printer, key, given), lambda _: self.refresh())

    def refresh(self) -> None:
        """Set the pages anew."""
        desk, render = self.context.desk, self.context.render
        key, printer, first = self.key, self.printer.text().strip(), self.first.value()

        def work(_progress: Progress) -> tuple[PostFacts, bytes]:
            facts = post_paper.post_facts(desk, key, self.letters, printer, first)
            return facts, render("post", facts, "zh_CN", on_screen=True)

        self.context.jobs.read(work, self._show, self._not_done, owner=self)

    def _show(self, told: tuple[PostFacts, bytes]) -> None:
        self.facts, content = told
        if self.pages:
            self.pages.close()
        self.pages = PdfPages(content)
        self.view.show_pdf(self.pages)
        self._may(True)
        pages = self.tr("%1 页", "", self.pages.count).replace("%1", f"{self.pages.count:,}")
        width, height = self.facts.form.page
        self.say(self.context.formats.joined([pages, f"{width:g} × {height:g} mm"]))

    def _turned(self, page: int, count: int) -> None:
        self.place.setText(f"{page + 1:,} / {count:,}")
        self.back.setEnabled(page > 0)
        self.onward.setEnabled(page + 1 < count)

    def _may(self, ready: bool) -> None:
        self.primary.setEnabled(ready)
        self.save_pdf.setEnabled(ready)

    def _not_done(self, problems: tuple[Problem, ...]) -> None:
        self._may(self.facts is not None and bool(self.pages) and problems[0].code != "post_text_long")
        self.say(sentences(problems, self.context.language), "bad")

    # --- acting --------------------------------------------------------------------------------------------

    def press_primary(self) -> None:
        """Print on a printer the clerk chooses, on paper of the form's size."""
        if self.facts is None:
            return
        try:
            printer = choose_printer(self, self.tr("打印"))
        except LookupError:
            self.say(self.tr("这台电脑没有打印机，可以存为 PDF 后到别处打印。"), "warn")
            return
        if printer is not None:
            content = self.context.render("post", self.facts, "zh_CN")
            size = self.facts.form.page
            self.context.jobs.aside(
                lambda _progress: _print(content, printer, size),
                lambda _: self.say(self.tr("已送到打印机"), "ok"),
                title=self.tr("正在打印"),
                owner=self,
            )

    def save(self) -> None:
        """The pages as a PDF."""
        facts, desk, render = self.facts, self.context.desk, self.context.render
        if facts is not None:
            self._save(facts.form.called(self.context.language), "PDF (*.pdf)", "pdf",
                       lambda target: post_paper.export_post(desk, target, facts, render))  # fmt: skip

    def save_calibration(self) -> None:
        """The page with rulers, to be printed and measured."""
        desk, render, language = self.context.desk, self.context.render, self.context.language
        facts = post_paper.calibration_facts(desk, self.key, self.printer.text().strip())
        name = self.tr("校准页") + f" {facts.form.called(language)}"
        self._save(name, "PDF (*.pdf)", "pdf",
                   lambda target: post_paper.export_calibration(desk, target, facts, render, language))  # fmt: skip

    def save_list(self) -> None:
        """The list handed in at the counter."""
        desk, render, letters = self.context.desk, self.context.render, self.letters
        self._save(self.tr("交寄清单"), "PDF (*.pdf)", "pdf",
                   lambda target: post_paper.export_posting_list(desk, target, letters, render, "zh_CN"))  # fmt: skip

    def save_csv(self) -> None:
        """The same fields for the program of the post."""
        desk, letters = self.context.desk, self.letters
        self._save(self.tr("交寄信息"), "CSV (*.csv)", "csv",
                   lambda target: post_paper.export_mails(desk, target, letters))  # fmt: skip

    def _save(self, name: str, kinds: str, suffix: str, export: Callable[[Path], object]) -> None:
        """Ask where to, write it, say where it is."""
        target = save_file(self, name, f"{name}_{self.context.today:%Y%m%d}.{suffix}", kinds)
        if target is not None:
            words = self.tr("已存到 %1").replace("%1", str(target))
            self._write(lambda _: export(target), lambda _: self.say(words, "ok"))

    def add_form(self) -> None:
        """Take a measured form from a file."""
        path = choose_file(self, self.tr("添加表格（TOML 或 JSON）"))
        if path is not None:
            desk = self.context.desk
            self._write(lambda _: post_paper.keep_form_file(desk, path), self._form_added)

    def edit_form(self) -> None:
        """Change a form of one's own, or begin one from that chosen."""
        store = self.context.store
        form, own = forms(store)[self.key], self.key in own_forms(store)
        self.editor = FormEditor(self.context, form, own, self.letters, self)
        self.editor.saved.connect(self._form_added)
        self.editor.show()

    def drop_form(self) -> None:
        """Forget a form of one's own."""
        words = self.tr("删除后不能再用它打印。程序自带的同名表格会恢复。")
        desk, key = self.context.desk, self.key
        if confirm(self, self.tr("删除表格"), words, self.tr("删除"), danger=True):
            self._write(lambda _: post_paper.drop_form(desk, key), lambda _: self._form_dropped())

    def _form_dropped(self) -> None:
        self._fill_forms()
        self.refresh()

    def _form_added(self, form: Any) -> None:
        remember(self.context.desk, _LAST, {"form": form.key, "printer": self.printer.text().strip()})
        self._fill_forms()
        self.refresh()

    def _write(self, work: Callable[[Progress], Any], then: Callable[[Any], object]) -> None:
        self.context.jobs.write(work, then, self._not_done, owner=self)


def _print(content: bytes, printer: Any, size: tuple[float, float]) -> None:
    """Each page at its own size, from the very corner of the paper."""
    printer.setPageSize(QPageSize(QSizeF(*size), QPageSize.Unit.Millimeter))
    print_content(content, printer)
