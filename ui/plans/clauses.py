"""What the parties chose beside the schedule: each clause as a choice, with its words beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from models.rules.facts import PlanTerms
from models.rules.plan_clauses import ALLOCATIONS, PENALTIES, SECURITIES, forbidden
from models.rules.problems import Problem
from ui.common.cards import Card
from ui.common.text import set_tone, text
from ui.plans.percent_edit import PercentEdit
from ui.theme import current

Worded = Callable[[Problem], str]
"""The sentence of a refusal."""


class Clauses(QWidget):
    """``terms(roll)`` are the PlanTerms they stand for. ``changed`` comes with each.

    ``show_words`` puts the words of the clause that has the keyboard beside the choices.
    """

    changed = Signal()

    def __init__(self, sentence: Worded, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = sentence
        self.words: Mapping[str, tuple[str, str]] = {}
        self.at = "penalty"
        self.clause_of: dict[QObject, str] = {}
        self._make_choices()
        self._make_edits()
        self._name()
        self._lay_out()
        self._connect()
        self.set_terms(PlanTerms())

    # --- building --------------------------------------------------------------------------------

    def _make_choices(self) -> None:
        self.penalty = _combo(
            PENALTIES, self.tr("保留合同违约金"), self.tr("由本协议金额代替"), self.tr("按期付清则免收")
        )
        self.allocation = _combo(ALLOCATIONS, self.tr("先费用、违约金，后本金"), self.tr("先本金，后费用"))
        kinds = (
            self.tr("无"),
            self.tr("抵押"),
            self.tr("质押"),
            self.tr("所有权保留"),
            self.tr("票据"),
        )
        self.security = _combo(("", *SECURITIES), *kinds)
        self.forum = _combo(("court", "arbitration"), self.tr("法院"), self.tr("仲裁"))

    def _make_edits(self) -> None:
        self.days, self.lates = QSpinBox(), QSpinBox()
        self.days.setRange(0, 90)
        self.lates.setRange(1, 12)
        self.late = QCheckBox(self.tr("逾期部分按年利率计息"))
        self.late_rate = PercentEdit()
        self.lawyer = QCheckBox(self.tr("律师费按未付款项的比例"))
        self.lawyer_share = PercentEdit()
        self.security_object, self.seat = QLineEdit(), QLineEdit()
        self.place, self.extra, self.spouse = QLineEdit(), QLineEdit(), QLineEdit()
        self.security_object.setPlaceholderText(self.tr("担保物，如不动产权证号"))
        self.extra.setPlaceholderText(self.tr("双方另外约定的一条"))
        self.spouse.setPlaceholderText(self.tr("姓名；作为夫妻共同债务一同签署"))
        self.electronic = QCheckBox(self.tr("同意电子送达"))
        self.notarise = QCheckBox(self.tr("办理具有强制执行效力的公证"))
        for edit in (self.days, self.lates):
            edit.setFixedWidth(current().px(52))
        for rate in (self.late_rate, self.lawyer_share):
            rate.setFixedWidth(current().px(84))

    def _name(self) -> None:
        for widget, name in (
            (self.days, self.tr("逾期几日后全部到期")),
            (self.lates, self.tr("累计几期逾期后全部到期")),
            (self.late_rate, self.tr("逾期年利率")),
            (self.lawyer_share, self.tr("律师费比例")),
            (self.security_object, self.tr("担保物")),
            (self.seat, self.tr("管辖法院或者仲裁机构")),
        ):
            widget.setAccessibleName(name)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QWidget(self)
        self.grid = QGridLayout(left)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(7)
        self.grid.setColumnStretch(1, 1)
        due = (
            text(self.tr("逾期超过")),
            self.days,
            text(self.tr("日或累计")),
            self.lates,
            text(self.tr("期")),
        )
        self._row("penalty", self.tr("合同违约金"), self.penalty)
        self._row("acceleration", self.tr("全部到期"), *due)
        self._row("late", "", self.late, self.late_rate)
        self._row("account", self.tr("违约后冲抵"), self.allocation)
        self._row("costs", "", self.lawyer, self.lawyer_share)
        self._row("security", self.tr("担保物"), self.security, self.security_object)
        self.spouse_label = text(self.tr("乙方配偶"), tone="text2")
        self._row("spouse", self.spouse_label, self.spouse)
        self._row("court", self.tr("争议解决"), self.forum, self.seat)
        self._row("service", "", self.electronic)
        self._row("notary", "", self.notarise)
        self._row("extra", self.tr("特别约定"), self.extra)
        self._row("other", self.tr("签订地"), self.place)
        row.addWidget(left, 5)
        row.addWidget(self._beside(), 4)

    def _row(self, clause: str, label: str | QLabel, *widgets: QWidget) -> None:
        place = self.grid.rowCount()
        shown = text(label, tone="text2") if isinstance(label, str) else label
        named = shown.text()
        if named:
            self.grid.addWidget(shown, place, 0)
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in widgets:
            line.addWidget(widget, 1 if isinstance(widget, QLineEdit) and widget.maximumWidth() > 9999 else 0)
            if widget.focusPolicy():
                self.clause_of[widget] = clause
                widget.installEventFilter(self)
                if named and not widget.accessibleName():
                    widget.setAccessibleName(named)
        if not any(isinstance(widget, QLineEdit) and widget.maximumWidth() > 9999 for widget in widgets):
            line.addStretch(1)
        self.grid.addLayout(line, place, 1)

    def _beside(self) -> Card:
        card = Card("sunken", edge=False)
        self.heading = text(bold=True, size=12, selectable=True)
        self.body = text(size=12, wrap=True, selectable=True)
        self.refusal = text(size=12, tone="bad", wrap=True, selectable=True)
        for widget in (self.heading, self.body, self.refusal):
            card.column.addWidget(widget)
        card.column.addStretch(1)
        return card

    def _connect(self) -> None:
        for box, edit in ((self.late, self.late_rate), (self.lawyer, self.lawyer_share)):
            box.toggled.connect(edit.setEnabled)
        self.security.currentIndexChanged.connect(lambda at: self.security_object.setEnabled(at > 0))
        self.forum.currentIndexChanged.connect(lambda _: self._name_seat())
        for signal, widget in (
            *((box.toggled, box) for box in (self.late, self.lawyer, self.electronic, self.notarise)),
            *((spin.valueChanged, spin) for spin in (self.days, self.lates)),
            *(
                (combo.currentIndexChanged, combo)
                for combo in (self.penalty, self.allocation, self.security, self.forum)
            ),
            *((rate.changed, rate) for rate in (self.late_rate, self.lawyer_share)),
            *((edit.textEdited, edit) for edit in self._typed),
        ):
            signal.connect(lambda *_, widget=widget: self._chosen(widget))

    @property
    def _typed(self) -> tuple[QLineEdit, ...]:
        return self.security_object, self.seat, self.place, self.extra, self.spouse

    def offer_spouse(self, is_person: bool) -> None:
        """Whether the debtor is a natural person, whose spouse may sign too."""
        self.spouse.setVisible(is_person)
        self.spouse_label.setVisible(is_person)

    # --- what they say ---------------------------------------------------------------------------

    def _chosen(self, widget: QWidget) -> None:
        self.at = self.clause_of[widget]
        self.changed.emit()

    def _name_seat(self) -> None:
        usual = self.tr("甲方住所地人民法院")
        self.seat.setPlaceholderText(usual if self.forum.currentIndex() == 0 else self.tr("仲裁机构全称"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The clause whose choice has the keyboard is the one whose words stand beside."""
        if event.type() == QEvent.Type.FocusIn and watched in self.clause_of:
            self.at = self.clause_of[watched]
            self._show()
        return super().eventFilter(watched, event)

    def show_words(self, words: Mapping[str, tuple[str, str]]) -> None:
        """Heading and words of each clause the agreement has now."""
        self.words = words
        self._show()

    def _show(self) -> None:
        heading, body = self.words.get(self.at, (self.tr("不写入协议"), ""))
        self.heading.setText(heading)
        self.body.setText(body)
        set_tone(self.heading, "text" if body else "text3")
        barred = forbidden(self.extra.text()) if self.at == "extra" else []
        self.refusal.setText(" ".join(self.sentence(problem) for problem in barred))
        self.refusal.setVisible(bool(barred))

    @property
    def unreadable(self) -> bool:
        """Whether the late rate is ticked and says nothing."""
        return self.late.isChecked() and not self.late_rate.bp

    def terms(self, roll: bool) -> PlanTerms:
        """As ticked and typed; ``roll`` is the toggle beside the fields."""
        seat, is_court = self.seat.text().strip() or None, self.forum.currentData() == "court"
        security = str(self.security.currentData())
        return PlanTerms(
            penalty=str(self.penalty.currentData()),
            accelerate_after_days=self.days.value(),
            late_rate_bp=self.late_rate.bp if self.late.isChecked() else None,
            roll_holidays=roll,
            court=seat if is_court else None,
            place=self.place.text().strip() or None,
            notarise=self.notarise.isChecked(),
            accelerate_after_count=self.lates.value(),
            allocation=str(self.allocation.currentData()),
            lawyer_bp=self.lawyer_share.bp if self.lawyer.isChecked() else None,
            security=security,
            security_object=(self.security_object.text().strip() or None) if security else None,
            arbitration=None if is_court else seat,
            electronic_service=self.electronic.isChecked(),
            extra=self.extra.text().strip() or None,
            debtor_spouse=self.spouse.text().strip() or None,
        )

    def set_terms(self, terms: PlanTerms) -> None:
        """Begin with these."""
        for combo, value in (
            (self.penalty, terms.penalty),
            (self.allocation, terms.allocation),
            (self.security, terms.security),
            (self.forum, "arbitration" if terms.arbitration else "court"),
        ):
            combo.setCurrentIndex(combo.findData(value))
        self.days.setValue(terms.accelerate_after_days)
        self.lates.setValue(terms.accelerate_after_count)
        for box, edit, bp in (
            (self.late, self.late_rate, terms.late_rate_bp),
            (self.lawyer, self.lawyer_share, terms.lawyer_bp),
        ):
            edit.set_bp(bp)
            box.setChecked(bp is not None)
            edit.setEnabled(bp is not None)
        self.security_object.setText(terms.security_object or "")
        self.security_object.setEnabled(bool(terms.security))
        self.seat.setText(terms.arbitration or terms.court or "")
        self._name_seat()
        self.place.setText(terms.place or "")
        self.extra.setText(terms.extra or "")
        self.spouse.setText(terms.debtor_spouse or "")
        self.electronic.setChecked(terms.electronic_service)
        self.notarise.setChecked(terms.notarise)
        self.at = "penalty"
        self._show()


def _combo(values: tuple[str, ...], *names: str) -> QComboBox:
    combo = QComboBox()
    for value, name in zip(values, names, strict=True):
        combo.addItem(name, value)
    return combo
