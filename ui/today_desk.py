"""What the day's list asks of the main window: rooms opened, the badge in the sidebar, the page to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from models.actions.exports import export_call_sheet
from models.progress import Progress
from models.queries.day import Day
from ui.call_sheet import sheet_of
from ui.common.ask import save_file
from ui.day_notice import DayNotice


class TodayDesk(QObject):
    """Connects the list and its pane with the rooms of a MainWindow."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window_of, self.begun = window, False
        today, rooms, pane = window.today, window.rooms, window.today.pane
        for asking, answer in (
            (today.call_requested, rooms.call),
            (today.letter_requested, rooms.letters),
            (today.reminder_requested, lambda claims: rooms.letters(claims, "reminder")),
            (today.plan_requested, rooms.plan),
            (today.receipt_requested, rooms.receipt),
            (today.claims_requested, window.show_claims),
            (today.guarantors_requested, rooms.guarantors),
            (today.letters_shown, lambda: window.show_workspace("letters")),
            (today.all_claims_requested, lambda: window.show_workspace("claims")),
            (pane.call_requested, rooms.call),
            (pane.letter_requested, rooms.letters),
            (pane.plan_requested, rooms.plan),
            (pane.receipt_requested, rooms.receipt),
            (pane.claim_edit_requested, rooms.claim),
            (pane.debtor_edit_requested, rooms.debtor),
            (pane.export_requested, rooms.export_claims),
            (pane.file_opened, rooms.file),
            (pane.claim_chosen, self.show_claim),
            (pane.clock_requested, rooms.clock),
            (pane.guarantors_requested, rooms.guarantors),
        ):
            asking.connect(answer)
        today.print_requested.connect(self.print_sheet)
        today.counted.connect(lambda number: window.sidebar.set_count("today", number))
        today.loaded.connect(self.begin)
        self.notice = DayNotice(window.context, lambda: today.open_count, self)
        window.context.bus.changed.connect(pane.refresh)

    def print_sheet(self, day: Day) -> None:
        """The open rows as a call sheet, where the clerk says."""
        context = self.window_of.context
        name = self.tr("催收单") + f"_{context.today:%Y%m%d}.pdf"
        target = save_file(self.window_of, self.tr("打印催收单：电话号码不遮，请保管好"), name, "PDF (*.pdf)")
        if target is None:
            return
        desk, render, language = context.desk, context.render, context.language

        def work(_progress: Progress) -> Path:
            sheet = sheet_of(desk.store, day, desk.who, language)
            export_call_sheet(desk, target, sheet, render, language)
            return target

        def done(file: Path) -> None:
            self.window_of.rooms.exported.emit(
                self.tr("已导出到 %1。表上的电话号码没有遮。").replace("%1", str(file))
            )

        context.act(work, done, title=self.tr("正在导出催收单"), icon="printer", owner=self)

    def begin(self) -> None:
        """The first list: where nothing is due, the claims come to the front."""
        window = self.window_of
        if self.begun:
            return
        self.begun = True
        if not window.today.lines.open and window.stack.currentWidget() is window.today:
            window.show_workspace("claims")

    def show_claim(self, claim: int | None) -> None:
        """A claim chosen in the pane, in its table; the pane left, back in the list."""
        if claim is not None and self.window_of.today.row is None:
            self.window_of.show_claim(claim)
        else:
            self.window_of.today.table.setFocus()
