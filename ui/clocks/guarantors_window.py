"""保证人和担保: who and what stands behind a debtor, how each stands today, and what was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.actions.consents import void_consent
from models.actions.guarantors import void_act, void_guarantor, void_security
from models.changes import Changes
from models.progress import Progress
from models.queries.claims import claim_rows
from models.queries.consentable import plans_to_consent
from models.queries.consents import ConsentRow
from models.queries.guarantors import (
    ActRow,
    Guarantee,
    Guarantees,
    GuarantorRow,
    SecurityRow,
    guarantor_rows,
    security_rows,
)
from models.queries.limitations import Limitations
from models.queries.parties import debtor as debtor_of
from models.queries.plans import PlanRow
from models.rules.problems import Problem
from ui.clock_words import items
from ui.clocks.consent_dialog import ConsentDialog
from ui.clocks.facts import of_guarantee
from ui.clocks.guarantor_dialog import GuarantorDialog
from ui.clocks.small_dialogs import ActDialog, SecurityDialog
from ui.clocks.view import ClockView
from ui.common import ask
from ui.common.buttons import Button, icon_button
from ui.common.cards import Card, EmptyState
from ui.common.dialog import DialogShell
from ui.common.marks import Tag
from ui.common.scrolling import scrolling
from ui.common.slot import Slot
from ui.common.text import text
from ui.context import AppContext
from ui.problems import sentences, worded

TONES = {"open": "warn", "locked": "ok", "lapsed": "bad"}


@dataclass(frozen=True)
class _Read:
    debtor: str
    guarantors: tuple[GuarantorRow, ...]
    standing: tuple[Guarantee, ...]
    security: tuple[SecurityRow, ...]
    plans: dict[int, list[PlanRow]]
    """The plans each guarantor may still consent to."""


class GuarantorsWindow(DialogShell):
    """Guarantors and security of one debtor. ``file_opened`` carries evidence, ``clock_requested`` a claim."""

    file_opened = Signal(int)
    clock_requested = Signal(int)

    def __init__(self, context: AppContext, debtor: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "", (680, 700), "", primary_key="Ctrl+N", primary_icon="plus")
        self.setWindowTitle(self.tr("保证人和担保"))
        self.primary.set_words(self.tr("登记保证人"))
        self.cancel.set_words(self.tr("关闭"))
        self.context, self.debtor = context, debtor
        self.found: _Read | None = None
        self.add_thing = self.add_button(self.tr("登记担保物"), "lock", "Ctrl+T")
        self.add_thing.clicked.connect(self._add_security)
        self.name = text(size=16, bold=True, wrap=True, selectable=True)
        self.body.addWidget(self.name)
        self.list = Slot(12, right=8)
        self.body.addWidget(scrolling(self.list), 1)
        context.bus.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _changes: Changes | None = None) -> None:
        """Read everything anew."""
        store, today, debtor = self.context.store, self.context.today, self.debtor

        def work(_progress: Progress) -> _Read:
            with store.reading():
                rows = claim_rows(store, today, today, debtor=debtor)
                standing = Guarantees(store, Limitations(store), today, debtor).all(rows)
                held = debtor_of(store, debtor)
                guarantors = tuple(guarantor_rows(store, debtor))
                return _Read(
                    held.name if held else "",
                    guarantors,
                    tuple(standing),
                    tuple(security_rows(store, debtor)),
                    {row.id: plans_to_consent(store, row, today) for row in guarantors},
                )

        self.context.jobs.read(work, self._loaded, self._refused, owner=self)

    def _loaded(self, found: _Read) -> None:
        self.found = found
        self.name.setText(found.debtor)
        cards: list[QWidget] = [
            *map(self._guarantor, found.guarantors),
            *map(self._security, found.security),
        ]
        if not cards:
            hint = self.tr("登记保证人后，保证期间会列在“时效”里。")
            cards.append(EmptyState.among_rows(self.tr("还没有保证人和担保物"), hint, "people"))
        self.list.fill(*cards)

    def _guarantor(self, row: GuarantorRow) -> Card:
        card = Card()
        card.column.setSpacing(8)
        standing = [each for each in self.found.standing if each.guarantor.id == row.id] if self.found else []
        standing.sort(key=lambda each: (each.clock.state != "open", each.clock.period.last_day))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text(row.name, size=15, bold=True, wrap=True, selectable=True), 1)
        for state in dict.fromkeys(each.clock.state for each in standing):
            head.addWidget(Tag(worded(f"guarantee_state_{state}", self.context.language), TONES[state]))
        for icon, words, pressed in (
            ("edit", self.tr("更正"), lambda: self._edit(row)),
            ("void", self.tr("作废"), lambda: self._void(row)),
        ):
            button = icon_button(icon, words)
            button.clicked.connect(pressed)
            head.addWidget(button)
        card.column.addLayout(head)
        card.column.addWidget(text(self._about(row), size=12, tone="text2", wrap=True))
        for place, each in enumerate(standing):
            if place:
                card.column.addLayout(self._line(each))
            else:
                card.column.addWidget(self._view(each))
        for act in row.acts:
            if not act.voided:
                card.column.addLayout(self._act(act))
        for consent in row.consents:
            if not consent.voided:
                card.column.addLayout(self._consent(consent))
        card.column.addLayout(self._buttons(row))
        return card

    def _buttons(self, row: GuarantorRow) -> QHBoxLayout:
        line = QHBoxLayout()
        note = Button(self.tr("登记行为"), "check")
        note.clicked.connect(lambda: ActDialog(self.context, row, self).show())
        line.addWidget(note, 1)
        if plans := self.found.plans.get(row.id) if self.found else None:
            consent = Button(self.tr("登记书面同意"), "file-text")
            consent.clicked.connect(lambda: ConsentDialog(self.context, row, plans, self).show())
            line.addWidget(consent, 1)
        return line

    def _view(self, each: Guarantee) -> ClockView:
        """The clock that ends first, in full."""
        view = ClockView(self.context.formats)
        view.show_story(of_guarantee(each, self.context.language), self.context.today)
        return view

    def _line(self, each: Guarantee) -> QHBoxLayout:
        """Every other due date in one line; its derivation is that of its claim."""
        day, clock = self.context.formats.day, each.clock
        words = self.tr("到期 %1，%2 笔：保证期间至 %3", "", len(each.claims)).replace(
            "%1", day(clock.base_on)
        )
        words = words.replace("%2", str(len(each.claims))).replace("%3", day(clock.period.last_day))
        state = worded(f"guarantee_state_{clock.state}", self.context.language)
        told = text(self.context.formats.joined([words, state]), size=12, tone=TONES[clock.state], wrap=True)
        how = icon_button("sheet", self.tr("怎么算的"))
        how.clicked.connect(lambda: self.clock_requested.emit(each.claims[0].id))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(told, 1)
        row.addWidget(how)
        return row

    def _about(self, row: GuarantorRow) -> str:
        formats = self.context.formats
        scope = row.contract or (self.tr("分期协议") if row.plan else self.tr("全部债权"))
        signed = (
            self.tr("签订 %1").replace("%1", formats.day(row.pledge.signed_on))
            if row.pledge.signed_on
            else ""
        )
        most = self.tr("最高额 %1").replace("%1", formats.money(row.most_fen)) if row.most_fen else ""
        return formats.joined([scope, signed, most, row.phone or ""])

    def _consent(self, consent: ConsentRow) -> QHBoxLayout:
        """A consent that came back, and what it lacks to count or to be proved."""
        day = self.context.formats.day
        words = self.tr("%1 书面同意 %2").replace("%1", day(consent.signed_on)).replace("%2", consent.number)
        until = self.tr("期间至 %1").replace("%1", day(consent.until)) if consent.until else ""
        lacking = "" if consent.provable else self.tr("没有证据")
        if not consent.counts:
            lacking = self.tr("协议已作废")
        told = self.context.formats.joined([words, until, lacking, consent.note or ""])
        return self._noted(
            told, consent.evidence, is_sound=not lacking, drop=lambda: self._void_consent(consent)
        )

    def _noted(
        self, words: str, evidence: int | None, *, is_sound: bool, drop: Callable[[], None] | None
    ) -> QHBoxLayout:
        """A line of what was noted: its file can be looked at, and itself voided where it was typed here."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text(words, tone="text" if is_sound else "warn", wrap=True, selectable=True), 1)
        if evidence is not None:
            look = icon_button("eye", self.tr("查看证据"))
            look.clicked.connect(lambda: self.file_opened.emit(evidence))
            row.addWidget(look)
        if drop is not None:
            gone = icon_button("void", self.tr("作废这个行为"))
            gone.clicked.connect(drop)
            row.addWidget(gone)
        return row

    def _act(self, act: ActRow) -> QHBoxLayout:
        name = worded(f"guarantee_act_{act.what}", self.context.language)
        proved = "" if act.provable else self.tr("没有证据")
        if act.letter is not None:
            proved = self._proof_of_letter(act)
        words = self.context.formats.joined(
            [f"{self.context.formats.day(act.on)} {name}", proved, act.note or ""]
        )
        drop = (lambda: self._void_act(act)) if act.letter is None else None
        return self._noted(words, act.evidence, is_sound=act.provable, drop=drop)

    def _proof_of_letter(self, act: ActRow) -> str:
        """What proves that the letter arrived; it is corrected where letters are."""
        lacking = items(act.proof.missing, self.context.language) if act.proof else ""
        told = self.tr("函件已到达") if act.provable else self.tr("函件已到达，证据不足，还缺 %1")
        return told.replace("%1", lacking)

    def _security(self, thing: SecurityRow) -> Card:
        card = Card()
        formats, head = self.context.formats, QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(text(thing.object, size=15, bold=True, wrap=True, selectable=True), 1)
        head.addWidget(Tag(worded(f"security_kind_{thing.kind}", self.context.language)))
        drop = icon_button("void", self.tr("作废"))
        drop.clicked.connect(lambda: self._void_security(thing))
        head.addWidget(drop)
        card.column.addLayout(head)
        told = [
            formats.money(thing.fen) if thing.fen else "",
            thing.registration or "",
            self.tr("登记 %1").replace("%1", formats.day(thing.registered_on)) if thing.registered_on else "",
            self.tr("到期 %1").replace("%1", formats.day(thing.until_on)) if thing.until_on else "",
        ]
        card.column.addWidget(text(formats.joined(told), size=12, tone="text2", wrap=True))
        return card

    # --- acts --------------------------------------------------------------------------------------

    def press_primary(self) -> None:
        """One more guarantor."""
        GuarantorDialog(self.context, self.debtor, None, self).show()

    def _edit(self, row: GuarantorRow) -> None:
        GuarantorDialog(self.context, self.debtor, row, self).show()

    def _add_security(self) -> None:
        SecurityDialog(self.context, self.debtor, self).show()

    def _why(self, title: str) -> str | None:
        return ask.ask_text(self, title, self.tr("原因"), self.tr("作废"))

    def _void(self, row: GuarantorRow) -> None:
        desk, why = self.context.desk, self._why(self.tr("作废保证人"))
        if why:
            self.context.act(lambda _: void_guarantor(desk, row.id, why), None, self._refused, owner=self)

    def _void_act(self, act: ActRow) -> None:
        desk, why = self.context.desk, self._why(self.tr("作废行为"))
        if why:
            self.context.act(lambda _: void_act(desk, act.id, why), None, self._refused, owner=self)

    def _void_consent(self, consent: ConsentRow) -> None:
        desk, why = self.context.desk, self._why(self.tr("作废书面同意"))
        if why:
            self.context.act(lambda _: void_consent(desk, consent.id, why), None, self._refused, owner=self)

    def _void_security(self, thing: SecurityRow) -> None:
        desk, why = self.context.desk, self._why(self.tr("作废担保物"))
        if why:
            self.context.act(lambda _: void_security(desk, thing.id, why), None, self._refused, owner=self)

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.say(sentences(problems, self.context.language), "bad")
