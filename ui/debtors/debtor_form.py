"""The fields of a debtor, and what is doubtful about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from models.queries.parties import DebtorRow
from ui.common.choices import Segment
from ui.common.fields import Field
from ui.common.identity import mail_fits, person_number_fits, postcode_fits, uscc_fits

FIRM, PERSON = "firm", "person"
CHINESE, ENGLISH = "zh_CN", "en"
SOURCES = ("", "agreed", "registered", "last_used", "other")


class DebtorForm(QWidget):
    """``show_debtor`` fills it; ``typed`` is what differs from then on. ``edited`` comes with every change."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.edits: dict[str, QLineEdit] = {}
        self.person = Segment([(FIRM, self.tr("单位")), (PERSON, self.tr("自然人"))])
        self.language = Segment([(CHINESE, self.tr("中文")), (ENGLISH, self.tr("English"))])
        self.source = QComboBox()
        for value, words in zip(SOURCES, self._source_words(), strict=True):
            self.source.addItem(words, value)
        self._before: dict[str, str | bool | None] = {}
        self._lay_out()
        self._connect()

    def _source_words(self) -> tuple[str, ...]:
        return (
            self.tr("未注明"),
            self.tr("合同约定的送达地址"),
            self.tr("登记住所"),
            self.tr("最近一次妥投的地址"),
            self.tr("其他"),
        )

    def _lay_out(self) -> None:
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        for column in (0, 1):
            self.grid.setColumnStretch(column, 1)
        self.grid.setRowStretch(6, 1)
        self._put(Field(self.tr("性质"), self.person), 0, 0)
        self._put(Field(self.tr("函件语言"), self.language), 0, 1)
        self._line("uscc", self.tr("统一社会信用代码"), 1, 0)
        self._line("industry", self.tr("行业"), 1, 1)
        self._line("address", self.tr("收件地址"), 2, 0, wide=True)
        self._put(Field(self.tr("地址来源"), self.source), 3, 0)
        self._line("postcode", self.tr("邮编"), 3, 1)
        self._line("contact_person", self.tr("联系人"), 4, 0)
        self._line("phone", self.tr("电话"), 4, 1)
        self._line("email", self.tr("电子邮箱"), 5, 0)
        self._line("code", self.tr("客户编码"), 5, 1)
        self.edits["phone"].setPlaceholderText(self.tr("多个电话用顿号隔开"))

    def _put(self, field: Field, row: int, column: int, wide: bool = False) -> None:
        self.grid.addWidget(field, row, column, 1, 2 if wide else 1)

    def _line(self, name: str, label: str, row: int, column: int, *, wide: bool = False) -> None:
        edit = self.edits[name] = QLineEdit()
        self.fields[name] = Field(label, edit)
        self._put(self.fields[name], row, column, wide)

    def _connect(self) -> None:
        for edit in self.edits.values():
            edit.textEdited.connect(lambda _: self._changed())
        for chosen in (self.person.changed, self.language.changed, self.source.activated):
            chosen.connect(lambda _: self._changed())

    def _changed(self) -> None:
        self.doubt()
        self.edited.emit()

    def show_debtor(self, debtor: DebtorRow) -> None:
        """What the books say of it."""
        for name, edit in self.edits.items():
            edit.setText(getattr(debtor, name) or "")
        self.person.set_value(PERSON if debtor.is_person else FIRM)
        self.language.set_value(debtor.letter_language or CHINESE)
        self.source.setCurrentIndex(max(0, self.source.findData(debtor.address_source or "")))
        self._before = self._values()
        self.doubt()

    def _values(self) -> dict[str, str | bool | None]:
        return {
            **{name: edit.text().strip() for name, edit in self.edits.items()},
            "is_person": self.is_person,
            "letter_language": self.language.value,
            "address_source": self.source.currentData(),
        }

    @property
    def is_person(self) -> bool:
        """Whether a natural person owes."""
        return self.person.value == PERSON

    @property
    def typed(self) -> Mapping[str, str | bool | None]:
        """What differs from what was shown: {field: value}."""
        before = self._before or self._values()
        return {name: value for name, value in self._values().items() if value != before[name]}

    def doubt(self) -> None:
        """Say what looks wrong; all of it can be saved."""
        number = self.tr("身份证号码") if self.is_person else self.tr("统一社会信用代码")
        self.fields["uscc"].label.setText(number)
        self.edits["uscc"].setAccessibleName(number)
        self._judge(
            "uscc",
            person_number_fits if self.is_person else uscc_fits,
            self.tr("校验位不对，请核对；仍可保存"),
        )
        self._judge("postcode", postcode_fits, self.tr("邮编是六位数字；仍可保存"))
        self._judge("email", mail_fits, self.tr("不像电子邮箱，请核对；仍可保存"))
        missing = not self.edits["address"].text().strip()
        self.fields["address"].set_hint(self.tr("没有地址就不能寄函") if missing else "")

    def _judge(self, name: str, fits: Callable[[str], bool], doubt: str) -> None:
        typed = self.edits[name].text().strip()
        self.fields[name].set_doubt("" if not typed or fits(typed) else doubt)
