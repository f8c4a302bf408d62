"""Choosing a late-payment rate: its kind from a menu, its multiple or percentage beside it."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from models.rules.late_rate import parse
from models.rules.problems import Refused
from ui.common.fields import set_wrong
from ui.common.text import text

_TIMES = ("fixed:lpr1y", "lpr1y", "fixed:lpr5y", "lpr5y", "pboc+lpr1y")
_USUAL = {"fixed:lpr1y": "1.5", "lpr1y": "1.5", "year": "6", "day": "0.05"}


class RateChoice(QWidget):
    """``spec`` is the rate as the commands write it, None where it cannot be read; ``changed`` comes with each change.

    ``optional`` puts 无 before all kinds; then ``spec`` may be "" and ``sound`` all the same.
    """

    changed = Signal()

    def __init__(self, spec: str = "fixed:lpr1y*1.5", *, optional: bool = False) -> None:
        super().__init__()
        self.kinds, self.value = QComboBox(), QLineEdit()
        self.sign = text("", tone="text2")
        self.value.setFixedWidth(96)
        narrow(self.kinds)
        self._fill(optional)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.kinds, 1)
        row.addWidget(self.value)
        row.addWidget(self.sign)
        self.setFocusProxy(self.kinds)
        self.set_spec(spec)
        self.kinds.currentIndexChanged.connect(lambda _: self._chosen())
        self.value.textEdited.connect(lambda _: self._tell())

    def _fill(self, optional: bool) -> None:
        self.kinds.setAccessibleName(self.tr("利率"))
        self.value.setAccessibleName(self.tr("倍数或百分比"))
        if optional:
            self.kinds.addItem(self.tr("没有"), "")
        for kind, words in (
            ("fixed:lpr1y", self.tr("违约时一年期 LPR，固定")),
            ("lpr1y", self.tr("一年期 LPR，随公布分段")),
            ("fixed:lpr5y", self.tr("违约时五年期 LPR，固定")),
            ("lpr5y", self.tr("五年期 LPR，随公布分段")),
            ("pboc+lpr1y", self.tr("2019-08-20 前基准利率，以后 LPR")),
            ("year", self.tr("约定年利率")),
            ("day", self.tr("约定日利率")),
            ("other", self.tr("其他写法")),
        ):
            self.kinds.addItem(words, kind)

    @property
    def kind(self) -> str:
        """Which line of the menu is chosen."""
        return str(self.kinds.currentData())

    @property
    def spec(self) -> str | None:
        """The rate; "" where there is none, None where what is typed is no rate."""
        kind, value = self.kind, self.value.text().strip().removesuffix("%").removesuffix("倍").strip()
        if not kind:
            return ""
        written = {
            "year": f"year:{value}",
            "day": f"day:{value}",
            "other": value,
            "pboc+lpr1y": f"pboc*{value}+lpr1y*{value}",
        }.get(kind, f"{kind}*{value}")
        try:
            parse(written)
        except Refused:
            return None
        return written.lower()

    def set_spec(self, spec: str) -> None:
        """Show a rate, silently."""
        kind, value = _split(spec)
        self.kinds.setCurrentIndex(max(0, self.kinds.findData(kind)))
        self.value.setText(value)
        self._show_sign()

    def _chosen(self) -> None:
        self.value.setText(_USUAL.get(self.kind, "" if self.kind == "other" else "1"))
        self._show_sign()
        self._tell()

    def _show_sign(self) -> None:
        kind = self.kind
        self.value.setVisible(bool(kind))
        self.sign.setText(self.tr("倍") if kind in _TIMES else "%" if kind in ("year", "day") else "")

    def _tell(self) -> None:
        set_wrong(self.value, self.spec is None)
        self.changed.emit()


def narrow(combo: QComboBox) -> None:
    """A menu takes the room it is given, whatever its longest line."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)


def _split(spec: str) -> tuple[str, str]:
    """The line of the menu and the number of a rate."""
    percent = re.fullmatch(r"(year|day):(.+)", spec)
    if percent:
        return percent[1], percent[2]
    one = re.fullmatch(r"((?:fixed:)?lpr[15]y)(?:\*(.+))?", spec)
    if one:
        return one[1], one[2] or "1"
    both = re.fullmatch(r"pboc(?:\*([\d.]+))?\+lpr1y(?:\*([\d.]+))?", spec)
    if both and both[1] == both[2]:
        return "pboc+lpr1y", both[1] or "1"
    return ("other", spec) if spec else ("", "")
