"""分期还款协议: six fields, a schedule that must add up, the clauses; saved and printed in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.actions.plans import Made, make_plan
from models.changes import Changes
from models.progress import Progress
from models.queries.plans import PlanRow
from models.rules.facts import PlanTerms
from models.rules.instalments import Instalment, adds_up
from models.rules.problems import Problem, Refused
from reports.plan_values import clause_texts, plan_gaps
from ui.common import ask
from ui.common.buttons import Button
from ui.common.how_window import open_how
from ui.common.marks import AgingPill
from ui.common.record import RecordDialog
from ui.common.scrolling import scroll_area
from ui.common.text import text
from ui.context import AppContext
from ui.plans.clauses import Clauses
from ui.plans.facts import (
    Own,
    PlanSubject,
    clashes,
    lines_of,
    own_of,
    read_subject,
    unpublished_years,
    with_day,
    with_sum,
)
from ui.plans.fields_row import FREE, FieldsRow
from ui.plans.guarantor_box import GuarantorBox
from ui.plans.how import how_scheduled
from ui.plans.notes import GapRow, HolidayRow
from ui.plans.preview import PagesWindow
from ui.plans.saved_page import SavedPage
from ui.plans.schedule_table import ScheduleTable
from ui.problems import sentence, sentences, worded


class PlanDialog(RecordDialog):
    """A plan for all that is open on ``claim_ids`` of one debtor; ``saved`` carries ``Made``.

    It changes no due date: it waits for signature until the signed scan is filed. With ``replaces`` it is a supplement
    to that plan. Once saved, the window offers its paper and stays until it is closed. ``debtor_requested`` (debtor)
    and ``creditor_requested`` ask for the window in which a gap of the agreement is filled.
    """

    debtor_requested = Signal(int)
    creditor_requested = Signal()

    def __init__(
        self,
        context: AppContext,
        claim_ids: Sequence[int],
        parent: QWidget | None = None,
        *,
        replaces: int | None = None,
    ) -> None:
        super().__init__(context, parent, "", (960, 760), "", primary_icon="printer", margin=0)
        self._take(replaces)
        self.primary.set_words(self.tr("保存并打印"))
        self.claim_ids = list(claim_ids)
        self.subject: PlanSubject | None = None
        self.lines: tuple[Instalment, ...] = ()
        self.by_hand: tuple[tuple[int, int], ...] = ()
        self.own: Own = ()
        self.touched = False
        inner = self._inner()
        self.fields = FieldsRow(lambda: context.today, inner)
        self.schedule = ScheduleTable(context.formats, lambda: context.today, inner)
        self.holidays = HolidayRow(context.formats)
        self.clauses = Clauses(lambda problem: sentence(problem, context.language), inner)
        self.guarantor = GuarantorBox(lambda: context.today, inner)
        self.gaps = GapRow(context.formats, context.language)
        self._lay_out()
        self._connect()
        self.fields.count.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields.count.selectAll()
        self._read()

    def _inner(self) -> QWidget:
        """What scrolls; it stands in the window before anything stands in it."""
        self.stack = QStackedWidget(self.page)
        self.body.addWidget(self.stack)
        self.area = scroll_area(self.stack)
        self.stack.addWidget(self.area)
        inner = QWidget(self.area.viewport())
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(24, 20, 24, 16)
        self.column.setSpacing(12)
        self.area.setWidget(inner)
        return inner

    def _lay_out(self) -> None:
        column = self.column
        head = QHBoxLayout()
        head.setSpacing(10)
        self.name = text(size=15, bold=True, selectable=True)
        self.about = text(tone="text2")
        self.pill = AgingPill(0, "")
        for widget in (self.name, self.about, self.pill):
            head.addWidget(widget)
        head.addStretch(1)
        column.addLayout(head)
        self.others = text(tone="warn", wrap=True, selectable=True)
        self.others.hide()
        self.amend = Button(self.tr("改为补充协议"), "plans", "Alt+S", bind=True)
        self.amend.hide()
        row = QHBoxLayout()
        row.addWidget(self.others, 1)
        row.addWidget(self.amend)
        column.addLayout(row)
        column.addWidget(self.fields)
        column.addWidget(self.schedule)
        column.addWidget(self.holidays)
        column.addWidget(self.clauses)
        column.addWidget(self.guarantor)
        column.addWidget(self.gaps)
        column.addStretch(1)
        self.how = self.add_button(self.tr("怎么算的"), "sheet", "Alt+Y")
        self.look = self.add_button(self.tr("预览协议"), "file-text", "Ctrl+P")
        self.say(self.tr("双方签字盖章并登记扫描件后，协议才生效"))

    def _connect(self) -> None:
        self.fields.changed.connect(self._fields_moved)
        self.schedule.changed_by_hand.connect(self._typed)
        self.schedule.day_by_hand.connect(self._day_typed)
        self.fields.shape.chosen.connect(self._shape_chosen)
        self.holidays.roll_chosen.connect(self.fields.roll.setChecked)
        self.guarantor.changed.connect(self._show_agreement)
        self.clauses.changed.connect(self._show_agreement)
        self.guarantor.there.toggled.connect(self._bring_guarantor_into_sight)
        for part in (self.fields, self.clauses, self.guarantor):
            part.changed.connect(self._touch)
        self.context.bus.changed.connect(self._news)
        self.look.clicked.connect(self.preview)
        self.how.clicked.connect(self.show_how)
        self.amend.clicked.connect(self.make_supplement)
        self.gaps.creditor_wanted.connect(self.creditor_requested)
        self.gaps.debtor_wanted.connect(self._ask_for_debtor)

    def _take(self, replaces: int | None) -> None:
        """A plan of its own, or a supplement to this one."""
        self.replaces = replaces
        self.setWindowTitle(self.tr("分期还款协议") if replaces is None else self.tr("补充协议"))

    def make_supplement(self) -> None:
        """Change the plan that is there instead of setting a second one beside it; what was typed stays."""
        plan = self.subject.amends if self.subject else None
        if plan is not None:
            self._take(plan.id)
            self._read()

    # --- the schedule ----------------------------------------------------------------------------

    def _read(self) -> None:
        desk, claims, replaces = self.context.desk, self.claim_ids, self.replaces
        self.context.jobs.read(
            lambda _progress: read_subject(desk, claims, replaces), self._loaded, self.refused, owner=self
        )

    def _news(self, _changes: Changes) -> None:
        """An address filled in or a payment booked beside this window counts here at once."""
        if not self.is_kept and self.subject is not None:
            self._read()

    def _bring_guarantor_into_sight(self, there: bool) -> None:
        """Once the block has its room, which is after this event."""
        if there:
            QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.guarantor.block))

    def _ask_for_debtor(self) -> None:
        if self.subject is not None:
            self.debtor_requested.emit(self.subject.rows[0].debtor_id)

    def _touch(self) -> None:
        self.touched = True

    def _loaded(self, subject: PlanSubject) -> None:
        self.subject = subject
        formats = self.context.formats
        self.name.setText(subject.debtor)
        owed = formats.money(subject.total_fen, subject.currency)
        told = self.tr("欠款 %1·%2 笔债权").replace("%1", owed).replace("%2", str(len(subject.rows)))
        self.about.setText(told)
        self.pill.show_band(subject.step, formats.overdue(subject.days_overdue))
        self.fields.total.set_fen(subject.total_fen)
        self.clauses.offer_spouse(subject.facts.debtor.is_person)
        if subject.replaces is not None:
            words = self.tr("协议 %1 的补充协议").replace("%1", subject.replaces.number)
            self.about.setText(formats.joined([told, words]))
            if not self.touched:
                self._begin_with(subject.replaces)
        self._rebuild()

    def _begin_with(self, plan: PlanRow) -> None:
        """A supplement begins with what was agreed before."""
        self.fields.roll.setChecked(plan.terms.roll_holidays)
        self.clauses.set_terms(plan.terms)
        self.guarantor.set_guarantor(plan.guarantor, plan.terms.guarantor_spouse)
        self.touched = False

    def _fields_moved(self) -> None:
        """Another number or sum of instalments begins anew; moving days keeps what was typed over."""
        fields = self.fields.fields
        if fields and len(self.lines) != fields.count:
            self.by_hand = self.own = ()
        self._rebuild()

    def _shape_chosen(self, _shape: str | None) -> None:
        """What stands is where typing day by day begins; another shape shares anew."""
        self.by_hand, self.own = (), own_of(self.lines) if self.fields.is_free else ()
        self._rebuild()

    def _day_typed(self, number: int, day: date) -> None:
        """A day typed over makes the schedule the parties' own."""
        self._touch()
        self.fields.shape.set_value(FREE)
        self._settle(with_day(self.own or own_of(self.lines), number, day), self.by_hand)

    def _settle(self, own: Own, by_hand: tuple[tuple[int, int], ...]) -> None:
        """Take what was typed over, where it makes a schedule."""
        before = self.own, self.by_hand
        self.own, self.by_hand = own, by_hand
        if not self._rebuild():
            said, (self.own, self.by_hand) = self.hint.text(), before
            self._rebuild()
            self.say(said, "bad")

    def _typed(self, number: int, fen: int) -> None:
        self._touch()
        if self.fields.is_free:
            self._settle(with_sum(self.own or own_of(self.lines), number, fen), self.by_hand)
            return
        earlier = tuple(change for change in self.by_hand if change[0] < number)
        self._settle(self.own, (*earlier, (number, fen)))

    def _rebuild(self) -> bool:
        """The schedule of the fields; whether there is one."""
        fields = self.fields.fields
        self.fields.labelled[self.fields.first_on].set_error(self._wrong_first_day())
        if self.subject is None or fields is None:
            return False
        try:
            self.lines = lines_of(self.subject, replace(fields, by_hand=self.by_hand, own=self.own))
        except Refused as refusal:
            self.say(sentences(refusal.problems, self.context.language), "bad")
            return False
        self.say(self.tr("双方签字盖章并登记扫描件后，协议才生效"))
        self._show_lines()
        return True

    def _wrong_first_day(self) -> str:
        day, language = self.fields.first_on.day, self.context.language
        if day is None:
            return sentence(Problem("day_unreadable", {"value": self.fields.first_on.text()}), language)
        if day < self.context.today:
            return sentence(Problem("first_in_the_past", {"day": str(day)}), language)
        return ""

    def _show_lines(self) -> None:
        assert self.subject is not None  # noqa: S101 (there are lines only then)
        found = clashes(self.lines, self.subject.calendar)
        numbers = frozenset(clash.number for clash in found)
        self.schedule.show_lines(self.lines, self.subject.total_fen, self.subject.currency, numbers)
        self.guarantor.propose_until(self.lines[-1].due_on)
        years = unpublished_years(self.lines, self.subject.calendar)
        self.holidays.show_days(found, years, moves=self.fields.roll.isChecked())
        self._show_agreement()

    def _show_agreement(self) -> None:
        """The words of the clauses, what they leave open, and what a supplement costs without the guarantor."""
        if self.subject is None or not self.lines:
            return
        facts = self.subject.with_plan(self.lines, self.terms, self.guarantor.guarantor)
        self.clauses.show_words(clause_texts(facts, self.subject.language))
        self.gaps.show_gaps(plan_gaps(facts))
        self._say_others(self.subject)

    def _say_others(self, subject: PlanSubject) -> None:
        """Other plans over the same claims; of a supplement, what is lost with the guarantor's signature."""
        lost = subject.lost(self.lines, self.terms, self.guarantor.guarantor)
        words = (
            self.tr("这些债权已有协议 %1。要变更它，请改为补充协议；两份并行会相互矛盾。")
            if subject.amends
            else self.tr("这些债权已有协议 %1。新协议签署前，请先作废旧的，以免两份并行。")
        )
        told = [worded(reason.code, self.context.language, reason.params) for reason in lost]
        if subject.others:
            numbers = self.context.formats.listed(plan.number for plan in subject.others)
            told.append(words.replace("%1", numbers))
        self.amend.setVisible(subject.amends is not None)
        self.others.setText("\n".join(told))
        self.others.setVisible(bool(told))

    # --- preview and saving ----------------------------------------------------------------------

    @property
    def terms(self) -> PlanTerms:
        """What the parties chose."""
        return replace(
            self.clauses.terms(self.fields.roll.isChecked()), guarantor_spouse=self.guarantor.spouse
        )

    def _problems(self) -> list[Problem]:
        """Why this plan cannot be printed yet."""
        found = []
        if self._wrong_first_day() or self.fields.fields is None:
            found.append(Problem("plan_field_unreadable"))
        if self.subject and not adds_up(self.lines, self.subject.total_fen):
            found.append(Problem("does_not_add_up"))
        if self.guarantor.nameless:
            found.append(Problem("guarantor_without_name"))
        if self.clauses.unreadable:
            found.append(Problem("late_rate_missing"))
        return found

    def show_how(self) -> None:
        """How the days, sums and interest of the schedule came about."""
        fields = self.fields.fields
        if self.subject is not None and fields is not None and self.lines:
            formats, asked = self.context.formats, replace(fields, by_hand=self.by_hand, own=self.own)
            open_how(formats, how_scheduled(self.subject, asked, self.lines, formats), self)

    def preview(self) -> None:
        """Show the pages as they would be printed."""
        problems = self._problems()
        if self.subject is None or problems:
            self.refused(tuple(problems))
            return
        context, subject = self.context, self.subject
        lines, terms, guarantor = self.lines, self.terms, self.guarantor.guarantor

        def work(_progress: Progress) -> bytes:
            facts = subject.with_plan(lines, terms, guarantor)
            return context.render("plan", facts, subject.language, on_screen=True)

        context.jobs.read(work, self._show_pages, self.refused, owner=self, title=self.tr("正在排版"))

    def _show_pages(self, content: bytes) -> None:
        self.pages = PagesWindow(self, self.tr("还款协议预览"), content)
        self.pages.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages.show()

    def save(self) -> None:
        """Set the plan down with its agreement."""
        problems = self._problems()
        if self.subject is None or problems:
            self.refused(tuple(problems))
            return
        context, subject = self.context, self.subject
        desk, lines, terms, guarantor = context.desk, self.lines, self.terms, self.guarantor.guarantor
        claims = [row.id for row in subject.rows]

        def work(_progress: Progress) -> Made:
            return make_plan(
                desk, claims, lines, context.render, terms=terms, guarantor=guarantor, language=subject.language,
                replaces=self.replaces, annual_rate_bp=self.fields.rate.bp or 0,
            )  # fmt: skip

        self.keep(work, self.tr("正在保存协议"))

    def kept(self, result: Any) -> None:
        """On to the printer, or into a file."""
        self.is_kept = True
        self.saved_page = SavedPage(self.context, self.stack)
        self.stack.addWidget(self.saved_page)
        self.saved_page.show_made(result)
        self.stack.setCurrentWidget(self.saved_page)
        for button in (self.primary, self.look):
            button.hide()
        self.cancel.set_words(self.tr("关闭"))
        self.say("")
        self.saved_page.print.setFocus()
        self.saved.emit(result)
        self.saved_page.paper.print()

    @property
    def has_draft(self) -> bool:
        """Something was chosen."""
        return not self.is_kept and self.touched

    def may_close(self) -> bool:
        """What was chosen is thrown away only when the clerk says so."""
        title, words = self.tr("协议还没有保存"), self.tr("关闭后，刚才的期数、金额和条款不会保留。")
        return not self.has_draft or ask.confirm(self, title, words, self.tr("放弃填写"), danger=True)
