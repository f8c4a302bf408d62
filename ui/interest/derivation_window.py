"""逾期利息: what one claim bears until a day, on which terms, and how each fen came about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.changes import Changes
from models.ledger.sheet_out import Table
from models.queries.interest import ClaimInterest, interest_of
from models.rules.late_terms import Proposal
from ui.common.buttons import Button
from ui.common.cards import Card
from ui.common.fields import DateEdit, Field
from ui.common.text import text
from ui.context import AppContext
from ui.interest.copies import Copies
from ui.interest.result_view import ResultView, Shown
from ui.interest_sheet import reckoning_of, sheet
from ui.interest_words import said, spec_said


class DerivationWindow(Copies):
    """The interest of a claim. ``terms_requested`` carries the debtor and the contract of the claim."""

    terms_requested = Signal(int, object)

    def __init__(self, context: AppContext, claim: int, parent: QWidget | None = None) -> None:
        super().__init__(context, (1240, 680), parent)
        self.setWindowTitle(self.tr("逾期利息"))
        self.claim = claim
        self.found: ClaimInterest | None = None
        self.name = text(size=16, bold=True, wrap=True, selectable=True)
        self.on = DateEdit(lambda: context.today, context.today)
        self.terms = Button(self.tr("登记约定"), "edit", "T", bind=True)
        self.terms.clicked.connect(self._ask_terms)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.name, 1)
        head.addWidget(Field(self.tr("计至"), self.on))
        head.addWidget(self.terms)
        self.view = ResultView(context.formats)
        self.card = Card("sunken", edge=False, padding=12)
        self.source = text(bold=True, wrap=True, selectable=True, broad=True)
        self.why = text(size=12, tone="text2", wrap=True, selectable=True, broad=True)
        for label in (self.source, self.why):
            self.card.column.addWidget(label)
        self.body.addLayout(head)
        self.body.addWidget(self.card)
        self.body.addWidget(self.view, 1)
        self.on.changed.connect(lambda _: self.refresh())
        context.bus.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Reckon anew."""
        store, today, on, claim = self.context.store, self.context.today, self.on.day, self.claim
        if on is not None:
            self.context.jobs.read(
                lambda _progress: interest_of(store, claim, on, today), self._loaded, self.refused, owner=self
            )

    def _loaded(self, found: ClaimInterest) -> None:
        self.found = found
        formats, row, told = self.context.formats, found.row, reckoning_of(found)
        balance = formats.money(row.balance_fen, row.currency)
        self.name.setText(formats.joined([row.debtor, row.number or "", balance]))
        if told is None:
            self.view.show_nothing(found.doubts)
        else:
            self.view.show_result(Shown(told, found.steps, found.doubts), row.currency)
        self.card.setVisible(found.bearing is not None)
        if found.bearing is not None:
            self._explain(found, found.bearing.proposal)

    def _explain(self, found: ClaimInterest, proposal: Proposal) -> None:
        """Where the rate stands, and what else can be argued."""
        language, agreed = self.context.language, found.agreed
        known = self.tr("按登记的约定") if agreed else self.tr("没有登记约定，按法律规定")
        place = agreed.agreed_in or "" if agreed else ""
        self.source.setText(self.context.formats.joined([known, place, said(proposal.source, language)]))
        lines = [said(reason, language) for reason in proposal.why]
        lines += [
            self.tr("也可以主张 %1：%2")
            .replace("%1", spec_said(other.rate, language))
            .replace("%2", said(other.why, language))
            for other in proposal.alternatives
        ]
        self.why.setText("\n".join(lines))
        self.why.setVisible(bool(lines))

    def _ask_terms(self) -> None:
        if self.found is not None:
            self.terms_requested.emit(self.found.row.debtor_id, self.found.row.contract)

    def sheets(self) -> Sequence[Table]:
        """One sheet: this claim."""
        told = reckoning_of(self.found) if self.found else None
        if self.found is None or told is None:
            return ()
        name = self.found.row.number or str(self.found.row.id)
        return (sheet(told, self.found.steps, name, self.context.language),)
