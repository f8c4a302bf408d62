"""时效: every clock of every claim, the nearest first, with the cheapest step that would move it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent

from models.actions.deadlines import finish, void
from models.changes import Changes
from models.progress import Progress
from models.queries.clocks import ClockRow, Clocks
from models.queries.reckoned import reckoned
from models.queries.settings import setting
from models.rules import moves
from models.rules.clocks import alarms_of
from models.rules.problems import Problem
from models.settings import ALARM_DAYS
from ui.clocks.clock_pane import ClockPane
from ui.clocks.columns import ClockColumns
from ui.clocks.facts import Story, story
from ui.clocks.proof_dialog import can_be_proved
from ui.common import ask
from ui.common.buttons import Button
from ui.common.cards import EmptyState
from ui.common.choices import Choice, Segment
from ui.common.table import RowsModel
from ui.common.table_page import TablePage
from ui.context import AppContext
from ui.problems import sentences

HORIZONS = ("7", "30", "90", "180", "all")


@dataclass(frozen=True)
class _Read:
    clocks: Clocks
    rows: list[ClockRow]
    alarms: tuple[int, ...]


class ClocksWorkspace(TablePage):
    """The board. Its signals carry claim keys unless said.

    ``proof_requested`` carries (debtor, event), ``guarantors_requested`` a debtor, ``clock_requested`` one claim;
    ``counted`` how many clocks are within the second nearest alarm, ``alarmed`` how many within the nearest.
    """

    call_requested = Signal(object)
    letter_requested = Signal(object)
    plan_requested = Signal(object)
    evidence_requested = Signal(object)
    claims_requested = Signal(object)
    event_requested = Signal(object, str)
    deadline_requested = Signal(int)
    proof_requested = Signal(str, object)
    guarantors_requested = Signal(int)
    clock_requested = Signal(int)
    counted = Signal(int)
    alarmed = Signal(int)

    def __init__(self, context: AppContext) -> None:
        columns = ClockColumns(context.formats)
        self.pane: ClockPane = ClockPane(context, columns)
        super().__init__(RowsModel(columns.all(), ticking=False), self.pane)
        self.context, self.columns = context, columns
        self.title = self.tr("时效")
        self.clocks: Clocks | None = None
        self.all_rows: list[ClockRow] = []
        self.stale = True
        self._build()
        self._connect()
        self._bind_keys()

    # --- building --------------------------------------------------------------------------------

    def _build(self) -> None:
        empty = EmptyState(
            self.tr("没有要盯的期限"),
            hint=self.tr("有到期日的未收债权、保证人、查封和分期，期限会列在这里。"),
            icon="hourglass",
        )
        nothing_found = EmptyState(self.tr("这段时间内没有期限届满"), self.tr("看全部"), icon="filter")
        self.lay_out(self.title, empty, nothing_found)
        self.deadline = Button(self.tr("登记期限"), "plus", "D")
        words = [
            self.tr("7 天内"),
            self.tr("30 天内"),
            self.tr("90 天内"),
            self.tr("180 天内"),
            self.tr("全部"),
        ]
        self.horizon = Segment(list(zip(HORIZONS, words, strict=True)), "180")
        self.unproved = Choice(self.tr("证据不足"), "U")
        self.add_filters(self.horizon, self.unproved)
        self.add_buttons(self.deadline)

    def _connect(self) -> None:
        self.horizon.changed.connect(lambda _: self.refresh())
        self.unproved.toggled.connect(lambda _: self._show_rows())
        self.deadline.clicked.connect(self.add_deadline)
        self.row_changed.connect(self._show_current)
        self.table.activated.connect(lambda _: self.show_claims())
        self.table.menu_wanted.connect(self._menu)
        self.pane.step_wanted.connect(self.take_step)
        self.pane.event_wanted.connect(self.enter_event)
        self.pane.guarantors_wanted.connect(self.show_guarantors)
        self.pane.done_wanted.connect(self.finish)
        self.context.bus.changed.connect(self.note_changes)

    def _bind_keys(self) -> None:
        self.bind(
            {
                "C": lambda: self._take(moves.CALL),
                "L": lambda: self._take(moves.LETTER),
                "P": lambda: self._take(moves.PLAN),
                "E": lambda: self._take(moves.EVIDENCE),
                "G": self.show_guarantors,
                "J": self.enter_event,
                "D": self.add_deadline,
                "X": self.finish,
                "U": self.unproved.toggle,
                "Y": self.show_how,
                "Delete": self.void_deadline,
            }
        )

    # --- showing ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was put off while nobody looked."""
        super().showEvent(event)
        if self.stale:
            self.refresh()

    def note_changes(self, _changes: Changes) -> None:
        """Anything may move a clock: read anew, at once or when next looked at."""
        self.stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read the clocks anew."""
        self.stale = False
        store, today = self.context.store, self.context.today
        within = None if self.horizon.value == "all" else int(self.horizon.value)

        def work(_progress: Progress) -> _Read:
            with store.reading():
                clocks = reckoned(store, today).clocks
                return _Read(clocks, clocks.rows(within), alarms_of(setting(store, ALARM_DAYS)))

        self.context.jobs.read(work, self._loaded, owner=self)

    def _loaded(self, found: _Read) -> None:
        self.clocks, self.all_rows, self.columns.alarms = found.clocks, found.rows, found.alarms
        self._show_rows()
        near = found.alarms[-2] if len(found.alarms) > 1 else found.alarms[0]
        self.counted.emit(sum(row.left <= near for row in self.all_rows))
        self.alarmed.emit(sum(row.left <= found.alarms[-1] for row in self.all_rows))

    def _show_rows(self) -> None:
        rows = [row for row in self.all_rows if row.unproved or not self.unproved.isChecked()]
        self.model.set_rows(rows)
        passed = sum(row.left < 0 for row in rows)
        unproved = sum(row.unproved for row in self.all_rows)
        self.unproved.set_count(str(unproved) if unproved else "")
        parts = [self.tr("%1 项", "", len(rows)).replace("%1", self.context.formats.count(len(rows)))]
        parts += [self.tr("%1 项已过", "", passed).replace("%1", str(passed))] if passed else []
        self.subtitle.setText(self.context.formats.joined(parts) if rows else "")
        # Beyond the horizon there may be more: only the whole board can be empty.
        self.show_stack(self.horizon.value != "all" or bool(self.all_rows))

    def clear_filters(self) -> None:
        """Show every clock."""
        self.unproved.setChecked(False)
        self.horizon.set_value("all")
        self.refresh()
        super().clear_filters()

    def within(self, days: int) -> None:
        """Show what ends within so many days; the nearest of the choices that hold them."""
        self.horizon.set_value(next((each for each in HORIZONS[:-1] if int(each) >= days), "all"))
        self.refresh()

    @property
    def current_story(self) -> Story:
        """How it was reckoned."""
        row = self.current
        return (
            Story(())
            if row is None or self.clocks is None
            else story(self.clocks, row, self.context.language)
        )

    def _show_current(self) -> None:
        self.pane.show_clock(self.current, self.current_story)

    def _menu(self, _clock: object, where: QPoint) -> None:
        row = self.current
        if row is None:
            return
        menu = self.row_menu()
        menu.addAction(self.tr("记录通话\tC"), lambda: self._take(moves.CALL))
        menu.addAction(self.tr("催款函\tL"), lambda: self._take(moves.LETTER))
        menu.addAction(self.tr("分期协议\tP"), lambda: self._take(moves.PLAN))
        menu.addAction(self.tr("补证据\tE"), lambda: self._take(moves.EVIDENCE))
        menu.addAction(self.tr("登记事件\tJ"), self.enter_event)
        menu.addAction(self.tr("保证人和担保\tG"), self.show_guarantors)
        menu.addAction(self.tr("看这些债权\tEnter"), self.show_claims)
        menu.addAction(self.tr("怎么算的\tY"), self.show_how)
        entered = row.id.startswith("deadline:")
        menu.addAction(self.tr("办结\tX"), self.finish).setEnabled(entered)
        menu.addAction(self.tr("作废\tDelete"), self.void_deadline).setEnabled(entered)
        menu.popup(where)

    # --- acts --------------------------------------------------------------------------------------

    def take_step(self) -> None:
        """The cheapest step of the current clock."""
        row = self.current
        if row is not None:
            self._take(row.move.step)

    def _take(self, step: str) -> None:
        row = self.current
        if row is None or not row.claims:
            return
        claims = list(row.claims)
        if step == moves.EVIDENCE:
            self._prove(row, claims)
        elif step == moves.GUARANTOR or (step == moves.COURT and row.move.why.code == "move_sue_guarantor"):
            self.guarantors_requested.emit(row.debtor_id)
        elif step == moves.COURT:
            self.event_requested.emit(claims, "C1")
        else:
            signals = {
                moves.CALL: self.call_requested,
                moves.LETTER: self.letter_requested,
                moves.PLAN: self.plan_requested,
            }
            signals[step].emit(claims)

    def _prove(self, row: ClockRow, claims: list[int]) -> None:
        event = self.current_story.unproved
        if can_be_proved(event):
            self.proof_requested.emit(row.debtor, event)
        else:
            self.evidence_requested.emit(claims[0])

    def enter_event(self) -> None:
        """Set down what moved the clock; a suit where only that helps."""
        row = self.current
        if row is not None and row.claims:
            self.event_requested.emit(list(row.claims), "C1" if row.move.step == moves.COURT else "D1")

    def add_deadline(self) -> None:
        """Set down a period of the current claim."""
        row = self.current
        if row is not None and row.claims:
            self.deadline_requested.emit(row.claims[0])

    def show_guarantors(self) -> None:
        """Who stands behind the debtor."""
        row = self.current
        if row is not None:
            self.guarantors_requested.emit(row.debtor_id)

    def show_how(self) -> None:
        """How the clocks of the claim are reckoned, in a window of its own."""
        row = self.current
        if row is not None and row.claims:
            self.clock_requested.emit(row.claims[0])

    def show_claims(self) -> None:
        """The claims of the current clock."""
        row = self.current
        if row is not None and row.claims:
            self.claims_requested.emit(list(row.claims))

    def _entered(self) -> ClockRow | None:
        row = self.current
        return row if row is not None and row.id.startswith("deadline:") else None

    def finish(self) -> None:
        """Say that an entered period was met."""
        row, desk = self._entered(), self.context.desk
        if row is not None:
            self.context.act(lambda _: finish(desk, row.key), None, self._refused, owner=self)

    def void_deadline(self) -> None:
        """Say that an entered period was a mistake."""
        row, desk = self._entered(), self.context.desk
        if row is None:
            return
        why = ask.ask_text(
            self, self.tr("作废期限"), self.tr("原因"), self.tr("作废"), words=self.columns.kind(row)
        )
        if why:
            self.context.act(lambda _: void(desk, row.key, why), None, self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.pane.say(sentences(problems, self.context.language), "bad")
