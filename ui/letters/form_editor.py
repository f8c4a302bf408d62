"""自定表格: a form of the post measured by the clerk: its fields as numbers in mm, and at once how it will print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.actions.post_paper import keep_form
from models.progress import Progress
from models.queries.mails import forms, mails
from models.rules.mails import PostFacts
from models.rules.post_forms import INSIDE, MOST_MM, STEP_MM, WHATS, Form, Place, faults
from models.rules.problems import Problem
from ui.common.buttons import Button
from ui.common.choices import ChoiceRow
from ui.common.fields import Field
from ui.common.pages import PageView, PdfPages
from ui.common.record import RecordDialog
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.context import AppContext
from ui.letters.sheet_picture import SheetPicture
from ui.problems import sentences, worded

OWN = "own_"
"""Keys of forms that the clerk began from another one."""


@dataclass(frozen=True)
class _Row:
    """A field in the table; ``id`` is its number in the form."""

    id: int
    place: Place


class FormEditor(RecordDialog):
    """``saved`` carries the form kept. A form the program brings is copied, one of the clerk's own is changed."""

    def __init__(
        self,
        context: AppContext,
        form: Form,
        own: bool,
        letters: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, self.tr("自定表格"), (1180, 720), self.tr("保存"), margin=0)
        name = form.called(context.language) + self.tr("（副本）")
        copied = replace(form, key=_new_key(context), name=name, name_en="")
        self.form, self.letters = form if own else copied, list(letters)
        self.pages: PdfPages | None = None
        self.view = PageView()
        self.picture = SheetPicture(self._named)
        self.model = RowsModel(self._columns(), ticking=False)
        self.model.edited.connect(self._edited)
        self.table = FrozenTable(self.model)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._fields(), 6)
        row.addLayout(self._sights(), 5)
        self.body.addLayout(row, 1)
        self.table.current_changed.connect(lambda _: self._show_current())
        self.picture.picked.connect(self.table.go_to)
        self.picture.moved.connect(lambda at, x, y: self._put(at, replace(self.form.places[at], x=x, y=y)))
        gone = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.remove)
        gone.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show_rows()
        self.refresh()

    # --- building --------------------------------------------------------------------------------------------

    def _fields(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 16, 20)
        column.setSpacing(12)
        self.name = QLineEdit(self.form.called(self.context.language))
        self.name.setCursorPosition(0)
        self.name.textChanged.connect(lambda name: self._change(name=name.strip(), name_en=""))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Field(self.tr("表格名称"), self.name), 2)
        for words, side in ((self.tr("纸宽 mm"), "width"), (self.tr("纸高 mm"), "height")):
            head.addWidget(Field(words, self._size(side)), 1)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addLayout(self._numbers())
        column.addLayout(self._below())
        return column

    def _sights(self) -> QVBoxLayout:
        """The sheet with its fields, or the first letter as it will print."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(12)
        choices = [("sheet", self.tr("版面"), ""), ("letter", self.tr("第一封的样子"), "")]
        self.sight = ChoiceRow(choices, "sheet")
        self.sights = QStackedWidget()
        self.sights.addWidget(self.picture)
        self.sights.addWidget(self.view)
        self.sight.chosen.connect(self._look_at)
        column.addWidget(self.sight)
        column.addWidget(self.sights, 1)
        return column

    def _look_at(self, which: str | None) -> None:
        self.sight.set_value(which or "sheet")
        self.sights.setCurrentIndex(int(which == "letter"))

    def _numbers(self) -> QHBoxLayout:
        """The numbers of the current field, drawn while they are typed."""
        row = QHBoxLayout()
        row.setSpacing(8)
        self.numbers: dict[str, QDoubleSpinBox] = {}
        for key, words in self._titles().items():
            edit = self.numbers[key] = QDoubleSpinBox()
            edit.setRange(-MOST_MM, MOST_MM)
            edit.setSingleStep(STEP_MM)
            edit.setDecimals(2 if key == "height" else 1)
            edit.valueChanged.connect(lambda value, key=key: self._typed(key, value))
            row.addWidget(Field(words, edit), 1)
        return row

    def _size(self, side: str) -> QDoubleSpinBox:
        edit = QDoubleSpinBox()
        edit.setRange(10, MOST_MM)
        edit.setDecimals(1)
        edit.setValue(getattr(self.form, side))
        edit.setReadOnly(self.form.sheet is not None)
        edit.valueChanged.connect(lambda value: self._change(**{side: value}))
        return edit

    def _below(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.what = QComboBox()
        for what in WHATS:
            if self.form.use == "waybill" or what not in INSIDE:
                self.what.addItem(self._named(what), what)
        self.add = Button(self.tr("加栏目"), "plus")
        self.add.clicked.connect(self.add_field)
        self.drop = Button(self.tr("删栏目"), "void", "Delete")
        self.drop.clicked.connect(self.remove)
        row.addWidget(self.what)
        row.addWidget(self.add)
        row.addWidget(self.drop)
        row.addStretch(1)
        return row

    def _titles(self) -> dict[str, str]:
        return {
            "x": self.tr("左 mm"),
            "y": self.tr("上 mm"),
            "width": self.tr("宽 mm"),
            "height": self.tr("高 mm"),
            "size": self.tr("字号"),
        }

    def _columns(self) -> list[Column]:
        def number(key: str) -> Callable[[_Row], str]:
            return lambda row: f"{round(_number(row.place, key), 2):g}"

        return [
            Column("what", self.tr("栏目"), 190, lambda row: self._named(row.place.what), Paint.NAME),
            *(
                Column(key, title, 82, number(key), right=True, editable=True, filterable=False)
                for key, title in self._titles().items()
            ),
        ]

    def _named(self, what: str) -> str:
        return worded(f"post_what_{what}", self.context.language)

    # --- what is changed -----------------------------------------------------------------------------------

    def _change(self, **facts: Any) -> None:
        self.form = replace(self.form, **facts)
        self.refresh()

    def _put(self, at: int, place: Place) -> None:
        places = list(self.form.places)
        places[at] = place
        self._change(places=tuple(places))
        self._show_rows()

    def _typed(self, key: str, value: float) -> None:
        """A number of the current field, from its own box."""
        at = self.table.current_id
        if isinstance(at, int) and at < len(self.form.places):
            given: dict[str, Any] = {key: value}
            self._put(at, replace(self.form.places[at], **given))

    def _edited(self, at: int, key: str, words: str) -> None:
        try:
            given: dict[str, Any] = {key: float(words.replace("，", ".").replace(",", "."))}
        except ValueError:
            self.say(self.tr("请输入数字"), "bad")
            return
        self._put(at, replace(self.form.places[at], **given))

    def add_field(self) -> None:
        """One more field, at the upper left; its numbers are then set."""
        place = Place(str(self.what.currentData()), 5.0, 5.0, 30.0)
        self._change(places=(*self.form.places, place))
        self._show_rows()
        self.table.go_to(len(self.form.places) - 1)

    def remove(self) -> None:
        """The current field prints no more."""
        at = self.table.current_id
        if isinstance(at, int) and len(self.form.places) > 1:
            self._change(places=self.form.places[:at] + self.form.places[at + 1 :])
            self._show_rows()

    def _show_rows(self) -> None:
        self.model.set_rows([_Row(at, place) for at, place in enumerate(self.form.places)])

    # --- what is shown -----------------------------------------------------------------------------------

    def _show_current(self) -> None:
        """The numbers of the current field, and where it falls."""
        at = self.table.current_id
        at = at if isinstance(at, int) and at < len(self.form.places) else -1
        for key, edit in self.numbers.items():
            edit.setEnabled(at >= 0)
            if at >= 0 and not edit.hasFocus():
                with QSignalBlocker(edit):
                    edit.setValue(_number(self.form.places[at], key))
        self.picture.show_form(self.form, at)

    def refresh(self) -> None:
        """Judge the form, draw it and set the first letter on it."""
        self._show_current()
        problems = tuple(faults(self.form))
        self.primary.setEnabled(not problems)
        if problems:
            self.refused(problems)
            return
        store, render, form, letters = self.context.store, self.context.render, self.form, self.letters[:1]

        def work(_progress: Progress) -> bytes:
            facts = PostFacts(form, tuple(mails(store, letters)))
            return bytes(render("post", facts, "zh_CN", on_screen=True))

        self.context.jobs.read(work, self._shown, self._not_shown, owner=self)

    def _shown(self, content: bytes) -> None:
        if self.pages:
            self.pages.close()
        self.pages = PdfPages(content)
        self.view.show_pdf(self.pages)
        self.say(f"{self.form.width:g} × {self.form.height:g} mm")

    def _not_shown(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "warn")

    def save(self) -> None:
        """Keep it."""
        desk, form = self.context.desk, self.form

        def work(_progress: Progress) -> Form:
            keep_form(desk, form)
            return form

        self.context.jobs.write(work, self.kept, self.refused, owner=self)


def _number(place: Place, key: str) -> float:
    return place.deep if key == "height" else float(getattr(place, key))


def _new_key(context: AppContext) -> str:
    """A key that no form has yet."""
    known = forms(context.store)
    return next(key for number in range(1, len(known) + 2) if (key := f"{OWN}{number}") not in known)
