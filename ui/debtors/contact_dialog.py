"""One person of a debtor: name, role, how they are reached, what they agreed to or asked for."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from models.actions.contacts import WAYS, ContactDraft, add_contact, change_contact
from models.queries.contacts import ContactRow
from models.rules.contact import FIRM_ROLES, PERSON_ROLES
from models.rules.problems import Problem
from ui.common.choices import Choice
from ui.common.fields import DateEdit, Field
from ui.common.record import RecordDialog
from ui.context import AppContext
from ui.problems import sentence, worded


class ContactDialog(RecordDialog):
    """A new contact of a debtor, or the correction of ``held``."""

    def __init__(
        self,
        context: AppContext,
        debtor: int,
        *,
        is_person: bool = False,
        held: ContactRow | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent, "", (540, 440), "", primary_icon="person")
        self.setWindowTitle(self.tr("更正联系人") if held else self.tr("新增联系人"))
        self.primary.set_words(self.tr("保存"))
        self.debtor, self.held = debtor, held
        self.name, self.value, self.why, self.note = (QLineEdit() for _ in range(4))
        self.role, self.channel = QComboBox(), QComboBox()
        self.role.addItem(self.tr("身份"), None)
        for role in PERSON_ROLES if is_person else FIRM_ROLES:
            self.role.addItem(worded(f"role_{role}", context.language), role)
        for way in WAYS:
            self.channel.addItem(worded(f"channel_{way}", context.language), way)
        self.verified = DateEdit(lambda: context.today, past=True)
        self.alone = Choice(self.tr("不再这样联系"))
        self.night = Choice(self.tr("同意夜间联系"))
        self._lay_out()
        self.alone.toggled.connect(self.fields["do_not_call_why"].setVisible)
        if held:
            self._show(held)
        self.name.setFocus()

    def _lay_out(self) -> None:
        self.fields = {
            "name": Field(self.tr("姓名"), self.name),
            "role": Field(self.tr("身份"), self.role),
            "channel": Field(self.tr("方式"), self.channel),
            "value": Field(self.tr("号码或账号"), self.value),
            "verified_on": Field(self.tr("核实日期"), self.verified),
            "note": Field(self.tr("备注"), self.note),
            "do_not_call_why": Field(self.tr("谁提出、为什么"), self.why),
        }
        pairs = (("name", "role"), ("channel", "value"), ("verified_on", "note"))
        for names in pairs:
            self._row(*(self.fields[name] for name in names))
        self._row(self.alone, self.night, stretch=True)
        self.body.addWidget(self.fields["do_not_call_why"])
        self.fields["do_not_call_why"].hide()
        self.body.addStretch(1)
        order = (
            self.name,
            self.role,
            self.channel,
            self.value,
            self.verified,
            self.note,
            self.alone,
            self.night,
        )
        for before, after in pairwise((*order, self.why)):
            QWidget.setTabOrder(before, after)

    def _row(self, *widgets: QWidget, stretch: bool = False) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in widgets:
            row.addWidget(widget, 0 if stretch else 1)
        if stretch:
            row.addStretch(1)
        self.body.addLayout(row)

    def _show(self, held: ContactRow) -> None:
        self.name.setText(held.name)
        self.value.setText(held.value)
        self.note.setText(held.note or "")
        self.why.setText(held.do_not_call_why or "")
        self.role.setCurrentIndex(max(0, self.role.findData(held.role)))
        self.channel.setCurrentIndex(self.channel.findData(held.channel))
        self.verified.set_day(held.verified_on)
        self.alone.setChecked(held.do_not_call)
        self.night.setChecked(held.night_consent)

    @property
    def draft(self) -> ContactDraft:
        """As the window stands."""
        role = self.role.currentData()
        return ContactDraft(
            self.name.text(),
            self.value.text(),
            str(role) if role else None,
            str(self.channel.currentData()),
            self.verified.day,
            do_not_call=self.alone.isChecked(),
            do_not_call_why=self.why.text() if self.alone.isChecked() else None,
            night_consent=self.night.isChecked(),
            note=self.note.text(),
        )

    def save(self) -> None:
        """Keep it."""
        draft, desk, debtor, held = self.draft, self.context.desk, self.debtor, self.held
        if held:
            self.keep(lambda _progress: change_contact(desk, held.id, draft), self.tr("保存联系人"))
        else:
            self.keep(lambda _progress: add_contact(desk, debtor, draft), self.tr("保存联系人"))

    def refused(self, problems: tuple[Problem, ...]) -> None:
        """Say it where it belongs."""
        super().refused(problems)
        told = {problem.where: problem for problem in problems}
        for name, field in self.fields.items():
            field.set_error(sentence(told[name], self.context.language) if name in told else "")
