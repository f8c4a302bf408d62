"""The pages of the settings, but for the data folder's."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, files, metadata
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtWidgets import QGridLayout

from models.actions.parties import set_creditor
from models.queries.letter_rows import next_number
from models.settings import (
    ALARM_DAYS,
    CUSTOMER_CODE,
    DAYS_TO_PAY,
    DELIVERY_DAYS,
    FONT_PERCENT,
    LANGUAGE,
    LATE_LPR,
    LATE_PERCENT,
    LETTER_COPIES,
    LETTER_DUPLEX,
    LETTER_ORDER,
    LETTER_QR,
    LETTER_WINDOW,
    REPEAT_DAYS,
    ROW_HEIGHT,
    SEA_BY_DEMAND,
    SEA_INTERRUPTION,
    THEME,
    USER_NAME,
)
from ui.common.buttons import KeyCap
from ui.common.cards import KeyValues
from ui.common.creditor_form import CreditorForm
from ui.common.letter_pictures import LetterPictures
from ui.common.table import Column, FrozenTable, Paint, RowsModel
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded
from ui.settings.section import Section

VERSION = "0.1.0"
LOCK = Path(__file__).resolve().parents[2] / "requirements.txt"
"""Everything that is installed with the program, by its exact version."""

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


class GeneralPage(Section):
    """Language, looks, and the name that stands in the journal."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("常规"))
        system = self.tr("跟随系统")
        self.add_choice(LANGUAGE, self.tr("语言"), [("system", system), ("zh_CN", "中文"), ("en", "English")])
        themes = [("system", system), ("light", self.tr("浅色")), ("dark", self.tr("深色"))]
        self.add_choice(THEME, self.tr("主题"), themes)
        sizes = [(100, self.tr("标准")), (115, self.tr("大")), (130, self.tr("特大"))]
        self.add_choice(FONT_PERCENT, self.tr("字号"), sizes)
        heights = [
            ("compact", self.tr("紧凑")),
            ("standard", self.tr("标准")),
            ("loose", self.tr("宽松")),
        ]
        self.add_choice(ROW_HEIGHT, self.tr("行高"), heights)
        hint = self.tr("写进日志，说明每一步是谁做的。留空时用系统的用户名。")
        self.add_text(USER_NAME, self.tr("用户名"), hint)
        alarms = self.tr("届满前多少天在“时效”里提醒，用逗号分开。")
        self.add_text(ALARM_DAYS, self.tr("期限提醒"), alarms)
        breaks = [("suit", self.tr("起诉、仲裁或同意履行")), (SEA_BY_DEMAND, self.tr("请求履行也中断"))]
        self.add_choice(SEA_INTERRUPTION, self.tr("海商法时效因何中断"), breaks)


class CreditorPage(Section):
    """The firm's own data; each field is kept when it is left."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("本单位"), resets=False)
        self.column.addWidget(
            text(self.tr("函件和协议上写明的就是这些资料，改动后只影响以后出具的。"), tone="text2", wrap=True)
        )
        self.form = CreditorForm(context)
        self.form.left.connect(self.keep)
        self.column.addWidget(self.form)

    def keep(self) -> None:
        """Keep what differs from the books."""
        typed, desk = self.form.typed, self.context.desk
        if typed:
            self.context.act(
                lambda _: set_creditor(desk, **typed),
                lambda _: self._applied("creditor"),
                self._not_applied,
                owner=self,
            )


class LettersPage(Section):
    """Days that go into every letter, each with what its default rests on."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("函件"))
        labels = (
            (DELIVERY_DAYS, self.tr("在途天数")),
            (DAYS_TO_PAY, self.tr("付款天数")),
            (REPEAT_DAYS, self.tr("重复提醒间隔（天）")),
        )
        for which, label in labels:
            source = worded(f"setting_source_{which.key}", context.language)
            limits = self.tr("%1，可设 %2 至 %3")
            hint = limits.replace("%1", source).replace("%2", str(which.least)).replace("%3", str(which.most))
            self.add_number(which, label, hint)
        times = [
            (percent, self.tr("%1 倍").replace("%1", str(percent / 100))) for percent in LATE_PERCENT.choices
        ]
        self.add_choice(LATE_PERCENT, self.tr("没有约定利率时，按 LPR 的"), times)
        modes = [("fixed", self.tr("违约时的，固定")), ("floating", self.tr("随公布分段"))]
        self.add_choice(LATE_LPR, self.tr("没有约定利率时的 LPR"), modes)
        self._add_look()
        self.number = KeyValues()
        self.number.add(self.tr("下一个编号"), next_number(context.store, "letter", context.today.year))
        self.column.addWidget(self.number)
        note = self.tr("编号前缀在“本单位”里设置；编号连续，作废的不再使用。")
        self.column.addWidget(text(note, size=12, tone="text3", wrap=True))

    def _add_look(self) -> None:
        """How letters look and are printed; the same as in the window of their look."""
        yes_no = [(False, self.tr("否")), (True, self.tr("是"))]
        self.add_choice(LETTER_WINDOW, self.tr("收件地址印在开窗信封的窗口里"), yes_no)
        self.add_choice(LETTER_QR, self.tr("页脚印编号二维码"), yes_no)
        orders = [("asked", self.tr("按清单顺序")), ("postcode", self.tr("按邮编顺序"))]
        self.add_choice(LETTER_ORDER, self.tr("出具顺序"), orders)
        self.add_number(LETTER_COPIES, self.tr("打印份数"), "")
        self.add_choice(LETTER_DUPLEX, self.tr("双面打印"), yes_no)
        code = self.tr("邮政结算用的协议客户代码，印在详情单上；没有就留空。")
        self.add_text(CUSTOMER_CODE, self.tr("协议客户代码"), code)
        self.pictures = LetterPictures(self.context)
        self.pictures.taken.connect(self.said.hide)
        self.pictures.refused.connect(self._not_applied)
        self.column.addWidget(self.pictures)


class KeysPage(Section):
    """The keys of the windows; those of the main window are a key away."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("快捷键"), resets=False)
        words = self.tr("主窗口的全部快捷键按 F1 查看。下面是各个窗口里的。")
        self.column.addWidget(text(words, tone="text2", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (key, meaning) in enumerate(self._keys()):
            grid.addWidget(KeyCap(key), row, 0)
            grid.addWidget(text(meaning), row, 1)
        self.column.addLayout(grid)

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+Return", self.tr("保存、下一步、导入：窗口的主要按钮")),
            ("Escape", self.tr("关闭窗口或清除查找")),
            ("Ctrl+V", self.tr("导入：从剪贴板粘贴；登记单号：粘贴一列")),
            ("Return", self.tr("导入：改当前行的错误；函件：补当前债务人的地址")),
            ("Delete", self.tr("导入：不导入当前行；函件列表：作废")),
            ("Ctrl+PgDn", self.tr("导入：下一个结果页签")),
            ("Ctrl+Z", self.tr("撤销；导入完成后撤销整批")),
            ("Ctrl+P", self.tr("函件：打印")),
            ("Ctrl+Shift+E", self.tr("函件：导出 PDF")),
            ("PgDn", self.tr("函件预览：下一页、下一封")),
            ("Space", self.tr("勾选当前行")),
            ("W", self.tr("函件列表：登记单号")),
            ("D", self.tr("函件列表：投递结果")),
            ("S", self.tr("自动导入：标为已阅")),
            ("U", self.tr("自动导入：撤销整批")),
        ]


class Part(NamedTuple):
    """Something the program stands on: its name, version and licence."""

    name: str
    version: str
    licence: str


class AboutPage(Section):
    """What this is, and on what it stands."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("关于"), resets=False)
        facts = KeyValues()
        facts.add(self.tr("程序"), "清账 Qingzhang " + VERSION)
        facts.add(self.tr("许可"), "MIT")
        facts.add(self.tr("数据"), self.tr("只存在本机，不联网"))
        facts.add(self.tr("提示"), self.tr("法律条文与期限只是提示，不是法律意见"))
        self.column.addWidget(facts)
        titles = (self.tr("组成"), self.tr("版本"), self.tr("许可"))
        columns = [
            Column("name", titles[0], 220, lambda part: part.name, Paint.NAME),
            Column("version", titles[1], 100, lambda part: part.version),
            Column("licence", titles[2], 260, lambda part: part.licence, tip=lambda part: part.licence),
        ]
        model = RowsModel(columns, parts(), id_of=lambda part: part.name, ticking=False)
        self.table = FrozenTable(model)
        self.table.setMinimumHeight(320)
        self.column.addWidget(self.table)


def parts() -> list[Part]:
    """Every package that is installed with the program, as its own metadata tell, its fonts and icons."""
    fonts = [
        Part("Noto Sans SC, Noto Serif SC", "", "SIL Open Font License 1.1"),
        Part("Source Serif 4", "", "SIL Open Font License 1.1"),
        Part("HanaMin A", "", "GlyphWiki / SIL Open Font License 1.1"),
        Part("Lucide (icons)", "", "ISC"),
    ]
    return [part for name in _PIN.findall(LOCK.read_text("utf-8")) if (part := _installed(name))] + fonts


def _installed(name: str) -> Part | None:
    try:
        told: Any = metadata(name)
    except PackageNotFoundError:
        return None
    declared = str(told.get("License-Expression") or told.get("License") or "").strip().split("\n")[0]
    classified = [
        str(line).rpartition(" :: ")[2]
        for line in told.get_all("Classifier") or ()
        if str(line).startswith("License")
    ]
    licence = declared or ", ".join(classified) or _licence_of_file(name)
    return Part(str(told["Name"]).replace("_", "-"), str(told["Version"]), licence)


def _licence_of_file(name: str) -> str:
    """The title of the licence that comes with a package whose metadata name none."""
    for file in files(name) or ():
        if file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING")):
            words = file.locate().read_text("utf-8", "replace")  # type: ignore[attr-defined]
            return (
                "MIT"
                if "Permission is hereby granted, free of charge" in words
                else words.strip().split("\n")[0]
            )
    return ""
