"""用户与负责人: who works with this portfolio, who is at this machine now, and what each role may do."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.actions.people import set_person
from models.queries.people import PersonRow, at_work, hindrance, people
from models.rules.roles import MAY, ROLES
from models.settings import PLAN_LIMIT, USER_NAME
from ui.common.buttons import Button
from ui.common.cards import KeyValues
from ui.common.choices import Choice
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentence, worded
from ui.settings.section import Section

_NAME_WIDTH = 104


class PeoplePage(Section):
    """Everybody with the roles held. While nobody is set up, everyone may everything, and the page says so."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("用户与负责人"), resets=False)
        self.state = text(wrap=True)
        self.column.addWidget(self.state)
        self.who = QWidget()
        self.column.addWidget(self.who)
        self.list = QWidget()
        self.column.addWidget(self.list)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("姓名"))
        self.name.setAccessibleName(self.tr("姓名"))
        self.name.returnPressed.connect(self.add)
        self.fresh = {role: Choice(self._role(role)) for role in ROLES}
        self.plus = Button(self.tr("添加"), "plus")
        self.plus.clicked.connect(self.add)
        self.column.addLayout(self._new_row())
        hint = self.tr("元。%1").replace("%1", worded("setting_source_plan_limit", context.language))
        self.add_number(PLAN_LIMIT, self.tr("须批准的分期协议，从多少起"), hint)
        self.column.addWidget(text(self.tr("各角色能做的事"), bold=True))
        self.column.addWidget(self._rights())
        self.applied.connect(lambda _: self.show_people())
        self.show_people()

    def _role(self, role: str) -> str:
        return worded(f"role_{role}", self.context.language)

    def _new_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.name.setFixedWidth(_NAME_WIDTH)
        row.addWidget(self.name)
        for choice in self.fresh.values():
            row.addWidget(choice)
        row.addWidget(self.plus)
        row.addStretch(1)
        return row

    def _rights(self) -> KeyValues:
        table, language = KeyValues(label_width=180), self.context.language
        for act, roles in MAY.items():
            table.add(
                worded(f"right_{act}", language), worded(f"holders_{'_'.join(sorted(roles))}", language)
            )
        return table

    def show_people(self) -> None:
        """What is in force."""
        found, working = people(self.context.store), at_work(self.context.store)
        self.who = self._put(self.who, self._users(working))
        self.list = self._put(self.list, self._rows(found))
        problem = hindrance(self.context.store, self.context.user, "people")
        for widget in (self.name, self.plus, *self.fresh.values()):
            widget.setEnabled(problem is None)
        if not working:
            words = self.tr(
                "还没有设置人员，任何人都可以做任何事。添加第一个人后开始分角色，第一个人须是主管。"
            )
        elif problem:
            words = sentence(problem, self.context.language)
        else:
            words = self.tr("每个人只能做角色允许的事；不能做的按钮停用并说明原因。")
        self.state.setText(words)

    def _put(self, old: QWidget, fresh: QWidget) -> QWidget:
        self.column.replaceWidget(old, fresh)
        old.hide()
        old.deleteLater()
        return fresh

    def _users(self, working: list[PersonRow]) -> QWidget:
        """Who is at this machine now; choosing another name is what the journal says from then on."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(text(self.tr("现在使用的是"), tone="text2"))
        for person in working:
            button = Choice(person.name)
            button.setChecked(person.name == self.context.user)
            button.clicked.connect(lambda _=False, name=person.name: self._become(name))
            row.addWidget(button)
        if self.context.user not in {person.name for person in working}:
            row.addWidget(text(self.context.user, bold=True))
        row.addStretch(1)
        return line

    def _become(self, name: str) -> None:
        self.apply(USER_NAME, name)
        self.show_people()

    def _rows(self, found: list[PersonRow]) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for person in found:
            column.addLayout(self._row(person))
        return whole

    def _row(self, person: PersonRow) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        may_change = hindrance(self.context.store, self.context.user, "people") is None
        name = text(person.name, bold=person.active, tone="text" if person.active else "text3")
        name.setFixedWidth(_NAME_WIDTH)
        row.addWidget(name)
        for role in ROLES:
            choice = Choice(self._role(role))
            choice.setChecked(role in person.roles)
            choice.setEnabled(person.active and may_change)
            choice.clicked.connect(lambda _=False, role=role: self._turn(person, role))
            row.addWidget(choice)
        leave = Button(self.tr("不在岗") if person.active else self.tr("回到岗位"), kind="ghost")
        leave.setEnabled(may_change)
        leave.clicked.connect(lambda: self._keep(person.name, person.roles, active=not person.active))
        row.addWidget(leave)
        row.addStretch(1)
        return row

    def _turn(self, person: PersonRow, role: str) -> None:
        roles = set(person.roles) ^ {role}
        self._keep(person.name, tuple(sorted(roles)))

    def add(self) -> None:
        """One person more, with the roles that are on."""
        self._keep(self.name.text(), tuple(role for role, choice in self.fresh.items() if choice.isChecked()))

    def _keep(self, name: str, roles: tuple[str, ...], *, active: bool = True) -> None:
        desk = self.context.desk
        self.context.act(
            lambda _progress: set_person(desk, name, roles, active=active),
            lambda _: self._kept(),
            self._not_applied,
            owner=self,
        )

    def _kept(self) -> None:
        self.said.hide()
        self.name.clear()
        for choice in self.fresh.values():
            choice.setChecked(False)
        self.show_people()

    def show_values(self) -> None:
        """Show what is in force, after a refusal too."""
        super().show_values()
        self.show_people()
