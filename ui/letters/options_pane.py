"""What is sent: kind, language, the one day to pay by, the number it begins with, the item name of the waybill."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.actions.letters import Order
from models.queries.documents import deadline
from models.queries.letter_rows import next_number
from models.queries.published import calendar_of
from models.queries.settings import setting
from models.rules.facts import Deadline, LetterFacts
from models.rules.letter_kinds import LETTER_KINDS, item_name
from models.settings import DAYS_TO_PAY, DELIVERY_DAYS, LETTER_ORDER
from ui.common.buttons import Button, icon_button
from ui.common.cards import Card, WhyNowCard
from ui.common.fields import DateEdit, Field, set_wrong
from ui.common.text import text
from ui.context import AppContext
from ui.letters.fill_in import FillIn
from ui.problems import sentences, worded


class OptionsPane(QWidget):
    """The right side of step 2. ``kind_changed`` carries the kind; ``changed``: the letters look otherwise.

    ``why_given``: a reason to send what the contact guard holds back was given, or taken back. ``reword_wanted``: this
    kind is to be put into other words; ``look_wanted``: letters are to look otherwise; ``how_wanted``: the interest of
    the letter in sight is to be explained.
    """

    kind_changed = Signal(str)
    changed = Signal()
    why_given = Signal()
    reword_wanted = Signal()
    look_wanted = Signal()
    how_wanted = Signal()

    def __init__(self, context: AppContext, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        self._build_choices(kind)
        self.day = DateEdit(lambda: context.today, self._usual().on)
        self.day.changed.connect(self._day_changed)
        self.day_field = Field(self.tr("最迟付款日"), self.day)
        self.number = QLineEdit()
        self.number.setReadOnly(True)
        column.addWidget(Field(self.tr("函件种类"), self.kinds))
        column.addWidget(Field(self.tr("语言"), self.languages))
        column.addWidget(self.day_field)
        self.interest = QCheckBox(self.tr("写明逾期利息"))
        self.interest.toggled.connect(lambda _: self.changed.emit())
        self.how = Button(self.tr("利息怎么算的"), "sheet", "Alt+Y", kind="ghost", bind=True)
        self.how.clicked.connect(self.how_wanted)
        self.how.hide()
        for widget in (self.interest, self.how):
            column.addWidget(widget)
        self.request = QCheckBox(self.tr("请对方提供最能补强的证据"))
        self.request.toggled.connect(lambda _: self.changed.emit())
        column.addWidget(self.request)
        self.fill_in = FillIn(context.language)
        self.fill_in.changed.connect(self.changed)
        column.addWidget(self.fill_in)
        self.why = QLineEdit()
        self.why.editingFinished.connect(self._why_left)
        self.why_field = Field(
            self.tr("仍要寄送的理由"), self.why, self.tr("联系规则拦下的，写明理由才寄，理由记入日志")
        )
        self.why_field.hide()
        self._why = ""
        column.addWidget(self.why_field)
        self.reword = Button(self.tr("改用语"), "edit")
        self.reword.clicked.connect(self.reword_wanted)
        self.look = Button(self.tr("版式"), "settings")
        self.look.clicked.connect(self.look_wanted)
        row = QHBoxLayout()
        row.addWidget(self.reword)
        row.addWidget(self.look)
        row.addStretch(1)
        column.addLayout(row)
        self.doubts = text("", size=12, tone="warn", wrap=True)
        self.doubts.hide()
        column.addWidget(self.doubts)
        column.addWidget(Field(self.tr("编号"), self.number, self.tr("出具时按顺序取号，作废的编号不再使用")))
        column.addWidget(self._item())
        self.card = WhyNowCard("info", "info", "", " ")
        column.addWidget(self.card)
        column.addStretch(1)
        self._show_kind()

    def _build_choices(self, kind: str) -> None:
        self.kinds = QComboBox()
        for name in LETTER_KINDS:
            self.kinds.addItem(worded(f"letter_kind_{name}", self.context.language), name)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(kind)))
        self.kinds.currentIndexChanged.connect(lambda _: self._kind_chosen())
        self.languages = QComboBox()
        self.languages.addItem(self.tr("随债务人"), None)
        self.languages.addItem("中文", "zh_CN")
        self.languages.addItem("English", "en")
        self.languages.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _item(self) -> QWidget:
        box = Card("sunken", padding=12)
        self.item = text("", wrap=True, selectable=True)
        self.item.setAccessibleName(self.tr("EMS 内件品名"))
        copy = icon_button("copy", self.tr("复制"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.item.text()))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.item, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        box.column.addLayout(row)
        return Field(self.tr("EMS 内件品名"), box, self.tr("照写在详情单上，写明催讨的事项与金额"))

    # --- what is chosen ------------------------------------------------------------------------------

    @property
    def kind(self) -> str:
        """The kind of letter."""
        return str(self.kinds.currentData())

    @property
    def language(self) -> str | None:
        """The language of the letters; None is each debtor's own."""
        return self.languages.currentData()  # type: ignore[no-any-return]

    @property
    def pay_by(self) -> Deadline | None:
        """The day to pay by; None where the kind names none or what is typed is no day to come."""
        day = self.day.day
        if not LETTER_KINDS[self.kind].with_deadline or day is None or day <= self.context.today:
            return None
        usual = self._usual()
        return (
            usual if day == usual.on else Deadline(day, calendar_of(self.context.store).published(day.year))
        )

    @property
    def with_interest(self) -> bool:
        """Whether interest stands beside the principal; a second demand always says it."""
        stated = LETTER_KINDS[self.kind].interest
        return stated == "always" or (stated == "optional" and self.interest.isChecked())

    @property
    def order(self) -> Order:
        """How the letters are to be."""
        by_postcode = setting(self.context.store, LETTER_ORDER) == "postcode"
        said = self.fill_in.said(self.kind)
        return Order(self.language, self.pay_by, self.with_interest, said, by_postcode=by_postcode,
                     with_request=self.request.isChecked())  # fmt: skip

    @property
    def override_why(self) -> str | None:
        """Why letters go out that the contact guard lets out only for a reason."""
        return self.why.text().strip() or None

    def ask_why(self, wanted: bool) -> None:
        """Ask for that reason where a letter waits for it; one that was given stays in sight."""
        self.why_field.setVisible(wanted or self.override_why is not None)

    def _why_left(self) -> None:
        if self.why.text().strip() != self._why:
            self._why = self.why.text().strip()
            self.why_given.emit()

    @property
    def sound(self) -> bool:
        """Whether the letters could be issued so."""
        return not LETTER_KINDS[self.kind].with_deadline or self.pay_by is not None

    def _usual(self) -> Deadline:
        return deadline(self.context.store, self.context.today)

    # --- what it says ----------------------------------------------------------------------------------

    def _kind_chosen(self) -> None:
        self._show_kind()
        self.kind_changed.emit(self.kind)

    def _show_kind(self) -> None:
        kind = LETTER_KINDS[self.kind]
        self.day_field.setVisible(kind.with_deadline)
        self.interest.setVisible(kind.interest == "optional")
        self.request.setVisible(kind.may_request)
        self.fill_in.show_kind(self.kind)
        self.number.setText(
            self.tr("%1 起").replace("%1", next_number(self.context.store, "letter", self.context.today.year))
        )
        if kind.interrupts:
            self.card.title.setText(self.tr("催告到达即中断诉讼时效"))
            self.card.body.setText(
                self.tr("内件品名写明催讨事项与金额；保留寄件存根、返单与跟踪记录。寄出本身不中断时效。")
            )
        else:
            self.card.title.setText(self.tr("这种函件到达不中断诉讼时效"))
            self.card.body.setText(
                self.tr("要中断时效，请寄催款函并保留送达证据，或者取得债务人签署的确认。")
            )
        self._explain_day()

    def _day_changed(self, _day: object) -> None:
        self._explain_day()
        self.changed.emit()

    def _explain_day(self) -> None:
        day = self.day.day
        if day is None or day <= self.context.today:
            set_wrong(self.day, True)
            self.day_field.set_error(self.tr("请填写今天以后的日期"))
            return
        self.day_field.set_hint(self._explanation(day))

    def _explanation(self, day: date) -> str:
        store, formats = self.context.store, self.context.formats
        pay, transit = setting(store, DAYS_TO_PAY), setting(store, DELIVERY_DAYS)
        rule = self.tr("%1 天付款＋%2 天在途，遇休息日顺延")
        parts = [formats.weekday(day), rule.replace("%1", str(pay)).replace("%2", str(transit))]
        if not calendar_of(self.context.store).published(day.year):
            parts.append(self.tr("%1 年节假日未公布").replace("%1", str(day.year)))
        if day < self.context.today + timedelta(days=transit + 15):
            parts.append(self.tr("少于 15 天，可能被认为不合理"))
        return formats.joined(parts)

    def show_facts(self, facts: LetterFacts) -> None:
        """Show what belongs to the letter in sight, and what of its interest could be argued with."""
        doubts = facts.interest.doubts if facts.interest else ()
        self.how.setVisible(facts.interest is not None)
        self.doubts.setText(sentences(doubts, self.context.language))
        self.doubts.setVisible(bool(doubts))
        self.item.setText(item_name(facts))
