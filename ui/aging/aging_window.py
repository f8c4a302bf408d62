"""账龄: what was open on any day, by whose it is and how old it was; every sum opens the claims it is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.actions.exports import export_aging_paper, export_aging_workbook
from models.changes import Changes
from models.progress import Progress
from models.queries.aging import aging_on, ledger_on
from models.queries.claims import Aging, AgingRow, claim_rows
from models.queries.documents import aging_facts
from models.rules.ageing import ACTION_ENDS, CREDIT, NOT_DUE, UNDATED, Bands, bands_from_ends
from models.rules.problems import Problem
from ui.common.buttons import Button
from ui.common.choices import Segment
from ui.common.dialog import DialogShell
from ui.common.fields import DateEdit, Field
from ui.common.formats import Formats
from ui.common.leaving import place_to_export
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentences, worded
from ui.theme import current

BY = ("debtor", "claim", "industry", "owner")


@dataclass(frozen=True)
class AgingLine:
    """A row of the aging with its place; a claim may be named like another."""

    id: int
    row: AgingRow


def band_words(band: str, formats: Formats) -> str:
    """The name of a band as it heads a column."""
    if band in (UNDATED, CREDIT):
        return worded(f"aging_{band}", formats.language)
    if band == NOT_DUE:
        return formats.band(0, None)
    first, _, last = band.rstrip("+").partition("-")
    return formats.band(int(first), int(last) if last else None)


def _cell(band: str, formats: Formats) -> Callable[[AgingLine], str]:
    return lambda line: formats.amount(line.row.bands[band]) if line.row.bands.get(band) else ""


def _fen(band: str) -> Callable[[AgingLine], int]:
    return lambda line: line.row.bands.get(band, 0)


@dataclass(frozen=True)
class Asked:
    """A sum that was opened; ``band`` None is the whole row."""

    aging: Aging
    by: str
    line: AgingRow
    bands: Bands
    band: str | None


class AgingWindow(DialogShell):
    """``behind_requested`` carries ``Asked``: whose claims are wanted."""

    behind_requested = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (1250, 700), "", primary_icon="sheet", primary_key="Ctrl+E")
        self.setWindowTitle(self.tr("账龄"))
        self.primary.set_words(self.tr("导出 Excel"))
        self.cancel.set_words(self.tr("关闭"))
        self.context = context
        self.bands: Bands = bands_from_ends(ACTION_ENDS)
        self.aging: Aging | None = None
        self.day = DateEdit(lambda: context.today, context.today, past=True)
        self.ends = QLineEdit(",".join(map(str, ACTION_ENDS)))
        words = (self.tr("按债务人"), self.tr("按债权"), self.tr("按行业"), self.tr("按负责人"))
        self.by = Segment(list(zip(BY, words, strict=True)), "debtor")
        self.room = QVBoxLayout()
        self.model: RowsModel | None = None
        self.table: FrozenTable | None = None
        self.total, self.tie = text("", bold=True, wrap=True), text("", size=12, tone="text2", wrap=True)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        self.day_field = Field(self.tr("截止日"), self.day)
        self.ends_field = Field(self.tr("账龄分段的末日"), self.ends)
        self.day.setFixedWidth(current().px(140))
        self.ends.setFixedWidth(current().px(200))
        head.addWidget(self.day_field)
        head.addWidget(self.ends_field)
        head.addWidget(self.by)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addLayout(self.room, 1)
        self.body.addWidget(self.total)
        self.body.addWidget(self.tie)
        self.paper = Button(self.tr("导出 PDF"), "printer", "Ctrl+P", bind=True)
        self.buttons.insertWidget(self.buttons.indexOf(self.cancel), self.paper)

    def _connect(self) -> None:
        self.day.changed.connect(lambda _: self.refresh())
        self.by.changed.connect(lambda _: self.refresh())
        self.ends.editingFinished.connect(self._ends_typed)
        self.paper.clicked.connect(lambda: self._export(paper=True))
        self.context.bus.changed.connect(self._hear)
        for place, by in enumerate(BY, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{place}"), self)
            shortcut.activated.connect(self.by.buttons[by].click)

    def _hear(self, changes: Changes) -> None:
        if changes != Changes(settings=True):
            self.refresh()

    # --- showing ---------------------------------------------------------------------------------

    def _ends_typed(self) -> None:
        """Take other bands, where they are rising whole days."""
        try:
            bands = bands_from_ends([int(part) for part in self.ends.text().replace("，", ",").split(",")])
        except ValueError:
            self.ends_field.set_error(worded("bands_unreadable", self.context.language))
            return
        self.ends_field.set_error("")
        if bands != self.bands:
            self.bands = bands
            self.refresh()

    def refresh(self) -> None:
        """Add up the day shown."""
        store, today, by, bands = self.context.store, self.context.today, self.by.value, self.bands
        day = self.day.day
        if day is None:
            return

        def work(_progress: Progress) -> tuple[Aging, dict[str, int], str]:
            with store.reading():
                return aging_on(store, day, today, by, bands), ledger_on(store, day, today), by

        self.context.jobs.read(work, self._loaded, self.refused, owner=self)

    def _loaded(self, found: tuple[Aging, dict[str, int], str]) -> None:
        aging, ledger, by = found
        held = self.table.hasFocus() if self.table else True
        self.aging = aging
        self.model = RowsModel(self._columns(aging, by), ticking=False)
        self.model.set_rows([AgingLine(place, row) for place, row in enumerate(aging.rows)])
        if self.table is not None:
            self.table.deleteLater()
            self.room.removeWidget(self.table)
        self.table = FrozenTable(self.model)
        self.table.activated.connect(lambda _: self.open_sum())
        self.room.addWidget(self.table)
        if held:
            self.table.setFocus()
        self._show_total(aging, ledger)

    def _columns(self, aging: Aging, by: str) -> list[Column]:
        formats = self.context.formats
        column = partial(Column, filterable=False)
        heads = dict(
            zip(BY, (self.tr("债务人"), self.tr("债权"), self.tr("行业"), self.tr("负责人")), strict=True)
        )
        none = self.tr("未填")
        many = bool(aging.others) or any(row.currency != "CNY" for row in aging.rows)
        shown = [band for band in aging.bands if any(row.bands.get(band) for row in aging.rows)]

        def late(line: AgingLine) -> str:
            return formats.days(line.row.longest_days) if line.row.longest_days else ""

        return [
            column("name", heads[by], 240, lambda line: line.row.name or none, Paint.NAME,
                   tip=lambda line: line.row.name),
            *([column("currency", self.tr("币种"), 60, lambda line: line.row.currency)] if many else []),
            column("total", self.tr("合计"), 136, lambda line: formats.amount(line.row.total_fen), Paint.MONEY,
                   sort_key=lambda line: line.row.total_fen),
            *(column(f"band:{band}", band_words(band, formats), 120, _cell(band, formats), Paint.MONEY,
                     sort_key=_fen(band)) for band in shown),
            column("late", self.tr("最长逾期"), 96, late, right=True, sort_key=lambda line: line.row.longest_days),
        ]  # fmt: skip

    def _show_total(self, aging: Aging, ledger: dict[str, int]) -> None:
        formats = self.context.formats
        rows = [row for row in (aging.total, *aging.others) if row.bands or row.currency == "CNY"]
        parts = [self._total_of(row, aging) for row in rows]
        self.total.setText("\n".join(parts))
        off = {row.currency: row.total_fen - ledger.get(row.currency, 0) for row in rows}
        off |= {currency: -fen for currency, fen in ledger.items() if currency not in off}
        wrong = {currency: fen for currency, fen in off.items() if fen}
        booked = formats.joined(formats.money(ledger.get(row.currency, 0), row.currency) for row in rows)
        words = self.tr(
            "核对：各段合计 = %1 账面净额 %2，相符。只计截止日已开单、已到账的；无到期日和贷方余额单列。"
        )
        if wrong:
            words = self.tr("核对：各段合计与 %1 账面净额 %2 不符，相差 %3。请运行数据校验。")
            differences = formats.joined(formats.money(fen, currency) for currency, fen in wrong.items())
            words = words.replace("%3", differences)
        self.tie.setText(words.replace("%1", formats.day(aging.as_of)).replace("%2", booked))
        set_tone(self.tie, "bad" if wrong else "text2")

    def _total_of(self, row: AgingRow, aging: Aging) -> str:
        """One currency's total with its bands."""
        formats = self.context.formats
        cells = [f"{band_words(band, formats)} {formats.amount(row.bands[band])}" for band in aging.bands
                 if row.bands.get(band)]  # fmt: skip
        whole = self.tr("合计 %1").replace("%1", formats.money(row.total_fen, row.currency))
        return f"{whole}  {formats.joined(cells)}"

    def refused(self, problems: tuple[Problem, ...]) -> None:
        """Say why it cannot be shown."""
        self.say(sentences(problems, self.context.language), "bad")

    # --- acts --------------------------------------------------------------------------------------

    def open_sum(self) -> None:
        """The claims behind the current row, or behind the band the cursor is on."""
        if self.model is None or self.table is None or self.aging is None or self.table.current_id is None:
            return
        line = next(each.row for each in self.model.rows if each.id == self.table.current_id)
        place = self.table.right.currentIndex().column()
        key = self.model.columns[place].key if 0 <= place < len(self.model.columns) else ""
        band = key.removeprefix("band:") if key.startswith("band:") else None
        asked = Asked(
            self.aging, self.by.value, line, self.bands, band if band and line.bands.get(band) else None
        )
        self.behind_requested.emit(asked)

    def press_primary(self) -> None:
        """Write a workbook."""
        self._export(paper=False)

    def _export(self, *, paper: bool) -> None:
        if self.aging is None:
            return
        kind, suffix = ("PDF", "pdf") if paper else ("Excel", "xlsx")
        name = f"{self.tr('账龄')}_{self.aging.as_of:%Y%m%d}.{suffix}"
        place = place_to_export(self.context, self, "export_aging", self.tr("导出账龄"), name, kind)
        if place is None:
            return
        target, openly = place.file, place.openly
        desk, aging, by = self.context.desk, self.aging, self.by.value
        render, language = self.context.render, self.context.language

        def work(_progress: Progress) -> Path:
            facts = aging_facts(desk.store, aging, by)
            if paper:
                export_aging_paper(desk, target, facts, render, language, openly)
            else:
                rows = claim_rows(desk.store, aging.as_of, desk.today)
                export_aging_workbook(desk, target, facts, rows, openly)
            return target

        self.context.act(
            work, self._exported, self.refused, title=self.tr("正在导出账龄"), icon="export", owner=self
        )

    def _exported(self, target: Path) -> None:
        self.say(self.tr("已导出到 %1").replace("%1", str(target)), "ok")
