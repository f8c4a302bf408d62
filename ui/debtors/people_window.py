"""联系人与须知: who speaks for a debtor, how often they answered, and what binds whoever contacts it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.actions.contacts import end_contact, end_flag, set_flag, verify_contact
from models.changes import Changes
from models.progress import Progress
from models.queries.contacts import ContactRow, FlagRow, Reach, contacts_of, flags_of, reach_of
from models.queries.parties import debtor as debtor_of
from models.queries.promises import Kept, promises_of
from models.rules.contact import FLAGS
from models.rules.problems import Problem
from ui.common import ask
from ui.common.buttons import icon_button
from ui.common.cards import Card, EmptyState
from ui.common.choices import Choice
from ui.common.dialog import DialogShell
from ui.common.marks import Tag
from ui.common.scrolling import scrolling
from ui.common.slot import Slot
from ui.common.text import text
from ui.context import AppContext
from ui.debtors.bankruptcy_dialog import BankruptcyDialog
from ui.debtors.contact_dialog import ContactDialog
from ui.problems import sentences, worded


@dataclass(frozen=True)
class _Read:
    debtor: str
    is_person: bool
    contacts: tuple[ContactRow, ...]
    flags: tuple[FlagRow, ...]
    reach: Reach
    kept: Kept


class PeopleWindow(DialogShell):
    """The contacts of one debtor with their reach, its flags, and how its promises were kept."""

    def __init__(self, context: AppContext, debtor: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (640, 620), "", primary_key="Ctrl+N", primary_icon="plus")
        self.setWindowTitle(self.tr("联系人与须知"))
        self.primary.set_words(self.tr("新增联系人"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.debtor = context, debtor
        self.found: _Read | None = None
        self.name = text(size=16, bold=True, wrap=True, selectable=True)
        self.about = text(size=12, tone="text2", wrap=True)
        self.body.addWidget(self.name)
        self.body.addWidget(self.about)
        self.list = Slot(right=8)
        self.body.addWidget(scrolling(self.list), 1)
        context.bus.changed.connect(self.refresh)
        self.refresh()

    def press_primary(self) -> None:
        """Another contact."""
        if self.found:
            ContactDialog(self.context, self.debtor, is_person=self.found.is_person, parent=self).show()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read everything anew."""
        store, today, debtor = self.context.store, self.context.today, self.debtor

        def work(_progress: Progress) -> _Read:
            with store.reading():
                held = debtor_of(store, debtor)
                return _Read(
                    held.name if held else "",
                    bool(held and held.is_person),
                    tuple(contacts_of(store, debtor)),
                    tuple(flags_of(store, debtor)),
                    reach_of(store, debtor),
                    promises_of(store, today, debtor).by_debtor.get(debtor, Kept()),
                )

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, found: _Read) -> None:
        self.found = found
        self.name.setText(found.debtor)
        self.about.setText(self._about(found))
        parts: list[QWidget] = [self._flags(found.flags), *map(self._contact, found.contacts)]
        if not found.contacts:
            hint = self.tr("登记后，通话窗口会列出姓名和号码，并记住各自的接通情况。")
            parts.append(EmptyState(self.tr("还没有联系人"), hint=hint, icon="people"))
        self.list.fill(*parts)

    def _about(self, found: _Read) -> str:
        reach, kept = found.reach, found.kept
        half_days = self.tr("上午接通 %1/%2，下午接通 %3/%4")
        counts = (reach.morning_reached, reach.morning_tried, reach.afternoon_reached, reach.afternoon_tried)
        for place, count in enumerate(counts, 1):
            half_days = half_days.replace(f"%{place}", str(count))
        promised = self.tr("承诺兑现 %1/%2").replace("%1", str(kept.kept)).replace("%2", str(kept.judged))
        shown = [half_days if reach.tried else "", promised if kept.judged else ""]
        return self.context.formats.joined(shown)

    def _flags(self, flags: tuple[FlagRow, ...]) -> Card:
        card = Card()
        card.column.setSpacing(8)
        card.column.addWidget(text(self.tr("联系前须知"), bold=True))
        known = {row.kind: row for row in flags}
        for start in range(0, len(FLAGS), 4):
            row = QHBoxLayout()
            row.setSpacing(8)
            for kind in FLAGS[start : start + 4]:
                choice = Choice(worded(f"flag_{kind}", self.context.language))
                choice.setChecked(kind in known)
                choice.clicked.connect(lambda _=False, kind=kind, on=kind in known: self._toggle(kind, on))
                row.addWidget(choice)
            row.addStretch(1)
            card.column.addLayout(row)
        for each in flags:
            card.column.addLayout(self._flag(each))
        return card

    def _flag(self, row: FlagRow) -> QHBoxLayout:
        """What is known, and whence; of a bankruptcy since when, and where that is told."""
        known_words = worded(f"known_{row.kind}", self.context.language)
        parts = [known_words, row.why, *(self._acceptance(row) if row.kind == "bankrupt" else ())]
        line = QHBoxLayout()
        line.addWidget(text(self.context.formats.joined(parts), size=12, tone="warn", wrap=True), 1)
        if row.kind == "bankrupt":
            more = icon_button("edit", self.tr("补填受理日、法院、案号"))
            more.clicked.connect(lambda: self._tell_bankruptcy(row))
            line.addWidget(more)
        return line

    def _acceptance(self, row: FlagRow) -> tuple[str, ...]:
        if row.accepted_on is None:
            return (self.tr("没有受理日，利息没有停止"), row.court or "", row.case_number or "")
        stopped = self.tr("%1 受理，利息自该日起停止").replace(
            "%1", self.context.formats.day(row.accepted_on)
        )
        return (stopped, row.court or "", row.case_number or "")

    def _tell_bankruptcy(self, held: FlagRow | None = None) -> None:
        BankruptcyDialog(self.context, self.debtor, held, self).show()

    def _toggle(self, kind: str, held: bool) -> None:
        desk, debtor = self.context.desk, self.debtor
        if held:
            self._act(lambda _progress: end_flag(desk, debtor, kind))
            return
        if kind == "bankrupt":
            self.refresh()  # it is not known before it is noted
            self._tell_bankruptcy()
            return
        known = worded(f"known_{kind}", self.context.language)
        why = ask.ask_text(self, known, self.tr("从何得知"), self.tr("登记"))
        if why is None:
            self.refresh()
        else:
            self._act(lambda _progress: set_flag(desk, debtor, kind, why))

    def _contact(self, row: ContactRow) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text(row.name, bold=True, selectable=True))
        head.addWidget(text(self._ways(row), tone="text2", selectable=True), 1)
        if row.do_not_call:
            head.addWidget(Tag(self.tr("不再这样联系"), "bad"))
        if row.night_consent:
            head.addWidget(Tag(self.tr("同意夜间"), "ok"))
        for icon, words, pressed in (
            ("check", self.tr("今天核实无误"), lambda: self._verify(row)),
            ("edit", self.tr("更正"), lambda: self._edit(row)),
            ("void", self.tr("停用"), lambda: self._end(row)),
        ):
            button = icon_button(icon, words)
            button.clicked.connect(pressed)
            head.addWidget(button)
        card.column.addLayout(head)
        if told := self._told(row):
            card.column.addWidget(text(told, size=12, tone="text2", wrap=True))
        return card

    def _ways(self, row: ContactRow) -> str:
        role = worded(f"role_{row.role}", self.context.language) if row.role else ""
        way = worded(f"channel_{row.channel}", self.context.language)
        return self.context.formats.joined([role, f"{way} {row.value}"])

    def _told(self, row: ContactRow) -> str:
        day = self.context.formats.day
        reach = (
            self.tr("接通 %1/%2").replace("%1", str(row.reach.reached)).replace("%2", str(row.reach.tried))
        )
        verified = self.tr("%1 核实").replace("%1", day(row.verified_on)) if row.verified_on else ""
        parts = [reach if row.reach.tried else "", verified, row.do_not_call_why or "", row.note or ""]
        return self.context.formats.joined([part for part in parts if part])

    def _verify(self, row: ContactRow) -> None:
        desk = self.context.desk
        self._act(lambda _progress: verify_contact(desk, row.id))

    def _edit(self, row: ContactRow) -> None:
        is_person = bool(self.found and self.found.is_person)
        ContactDialog(self.context, self.debtor, is_person=is_person, held=row, parent=self).show()

    def _end(self, row: ContactRow) -> None:
        desk = self.context.desk
        self._act(lambda _progress: end_contact(desk, row.id))

    def _act(self, work: Callable[[Progress], object]) -> None:
        self.context.act(work, None, self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
