"""Reads a ledger beside the window, one thing at a time, and again after each change of the clerk's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from models.progress import Progress
from models.queries.missing import MissingAnswer
from models.rules.problems import Problem
from ui.context import AppContext
from ui.jobs import Job
from ui.ledger.control import Control, control_of
from ui.ledger.draft import (
    Draft,
    FieldMapping,
    Source,
    Unsure,
    opened,
    toggled,
    with_answers,
    with_correction,
    with_mapping,
    with_names_apart,
    with_same_debtor,
    with_settlement,
)
from ui.ledger.lines import Row, counts_of, rows_of
from ui.ledger.payments import Payment, payments_of
from ui.ledger.written import cell_to_correct


@dataclass(frozen=True)
class Made:
    """A draft with all that is shown of it, made beside the window: a ledger may have a hundred thousand rows."""

    draft: Draft
    rows: list[Row]
    counts: Counter[str]
    control: Control
    payments: list[Payment]

    @classmethod
    def of(cls, draft: Draft, language: str) -> Made:
        """Reckoned once for every change."""
        rows = rows_of(draft, language)
        return cls(draft, rows, counts_of(rows), control_of(draft), payments_of(draft, language))


class LedgerReader(QObject):
    """The draft of one import and its rows. ``opened`` comes after a file was read, ``changed`` after a change.

    ``refused`` carries the problems of a file, ``unchanged`` those of a change; ``unsure`` an Unsure, whose encoding
    is to be chosen; ``began`` a Job that takes its time.
    """

    opened = Signal()
    changed = Signal()
    refused = Signal(object)
    unchanged = Signal(object)
    unsure = Signal(object)
    began = Signal(str, object)
    ended = Signal()

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.made: Made | None = None
        self.reading: Job | None = None
        self._source: Source | None = None
        self._password: str | None = None

    @property
    def draft(self) -> Draft | None:
        """The ledger as it is read now."""
        return self.made.draft if self.made else None

    @property
    def rows(self) -> list[Row]:
        """Its rows as they are shown."""
        return self.made.rows if self.made else []

    @property
    def counts(self) -> Counter[str]:
        """How many of them have each outcome."""
        return self.made.counts if self.made else Counter()

    def open_file(self, path: Path) -> None:
        """Read a file."""
        self._source, self._password = Source(path.name, path), None
        self.open()

    def open_text(self, text: str) -> None:
        """Read what was copied in a spreadsheet."""
        self._source, self._password = Source(self.tr("剪贴板"), text=text), None
        self.open()

    def open(
        self, *, sheet: str | None = None, password: str | None = None, encoding: str | None = None
    ) -> None:
        """Read the source, or read it again: another sheet, with a password, in another encoding."""
        source, context = self._source, self.context
        if source is None or self.reading is not None:
            return
        self._password = password or self._password

        def work(progress: Progress) -> Made | Unsure:
            draft = opened(
                context.store,
                context.today,
                source,
                sheet=sheet,
                password=self._password,
                encoding=encoding,
                progress=progress,
            )
            return draft if isinstance(draft, Unsure) else Made.of(draft, context.language)

        self._start(self.tr("正在读取 %1").replace("%1", source.name), work, self.opened, self.refused)

    def map_columns(self, mapping: FieldMapping) -> None:
        """Match the columns otherwise."""
        context = self.context
        self._change(lambda draft: with_mapping(context.store, context.today, draft, mapping))

    def correct(self, row: int, name: str, words: str) -> None:
        """Read one cell as the clerk typed it."""
        cell = cell_to_correct(self.draft, row, name) if self.draft is not None else None
        context = self.context
        if cell is not None:
            self._change(lambda draft: with_correction(context.store, context.today, draft, cell, words))

    def toggle(self, row: int) -> None:
        """Leave a row out, or take it in again."""
        self._change(lambda draft: toggled(draft, row))

    def settle(self, receipt: int, invoices: list[int] | None) -> None:
        """Set a receipt against these rows; None leaves it to the rules."""
        context = self.context
        self._change(lambda draft: with_settlement(context.store, context.today, draft, receipt, invoices))

    def same_debtor(self, name: str, other: int | str | None) -> None:
        """Take a name for another debtor's; None takes that back."""
        context = self.context
        self._change(lambda draft: with_same_debtor(context.store, context.today, draft, name, other))

    def keep_apart(self, name: str, other: str) -> None:
        """Two names are two debtors, from now on."""
        desk = self.context.desk
        self._change(lambda draft: with_names_apart(desk, draft, name, other), writes=True)

    def answer(self, claims: list[int], answer: MissingAnswer | None) -> None:
        """Say what became of missing claims."""
        self._change(lambda draft: with_answers(draft, claims, answer))

    def check_total(self, fen: int | None) -> None:
        """Hold the sum against one typed in."""
        self._change(lambda draft: replace(draft, typed_total_fen=fen))

    def _change(self, change: Callable[[Draft], Draft], *, writes: bool = False) -> None:
        draft, language = self.draft, self.context.language
        if draft is None or self.reading is not None:
            return

        def work(progress: Progress) -> Made:
            changed = change(draft)
            progress(1, 2)  # stopped here, the draft stays as it was
            return Made.of(changed, language)

        self._start(self.tr("正在重新核对"), work, self.changed, self.unchanged, writes=writes)

    def _start(
        self,
        words: str,
        work: Callable[[Progress], Made | Unsure],
        done: SignalInstance,
        refused: SignalInstance,
        *,
        writes: bool = False,
    ) -> None:
        ended: list[bool] = []

        def take(made: Made | Unsure) -> None:
            self.reading = None
            if isinstance(made, Unsure):
                self.unsure.emit(made)
                return
            self.made = made
            done.emit()

        def refuse(problems: tuple[Problem, ...]) -> None:
            self.reading = None
            refused.emit(problems)

        def end() -> None:
            ended.append(True)
            self.reading = None
            self.ended.emit()

        lane = self.context.jobs.write if writes else self.context.jobs.read
        job = lane(work, take, refuse, on_end=end, owner=self)
        if not ended:
            self.reading = job
            self.began.emit(words, job)

    def stop(self) -> None:
        """Give up what is under way; nothing has been written."""
        if self.reading is not None:
            self.reading.cancel()
