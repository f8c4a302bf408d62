"""Every widget of the kit on three pages, in both themes and languages, as pictures.

QT_QPA_PLATFORM=offscreen python tests/ui/gallery.py [folder]
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ui import i18n, theme
from ui.common.buttons import Button, KeyCap, icon_button
from ui.common.cards import Banner, Card, DropZone, EmptyState, KeyValues, WhyNowCard
from ui.common.choices import Chip, ChoiceRow, Segment
from ui.common.dialog import DialogShell, WizardShell
from ui.common.fields import DateEdit, Field, MoneyEdit, SearchEdit
from ui.common.floating import BulkBar, Toast
from ui.common.formats import Formats
from ui.common.marks import (
    AgingPill,
    BandBar,
    EvidenceBoxes,
    NumberDisc,
    ProgressLine,
    RoundIcon,
    StepGlyph,
    Tag,
)
from ui.common.nav import NavItem, Stepper
from ui.common.table import Column, FrozenTable, Paint, Pill, RowsModel, Step
from ui.common.text import text

TODAY = date(2026, 11, 20)
DELAYS = (47, 15, 1041, 96, 33, 30, -3, 62, 22, 128, 212, 8)
NAMES = (
    "苏州恒锐精密制造有限公司",
    "宁波海晟机电设备有限公司",
    "上海晨屿建筑装饰工程有限公司第二分公司",
    "<b>ACME</b> GmbH",
    "R&D 公司",
)


@dataclass(frozen=True)
class Sample:
    """One row of the table page."""

    id: int
    name: str
    fen: int
    due: date
    days: int
    step: Step
    present: tuple[bool, ...]


def band(days: int) -> int:
    """The aging step of a delay."""
    return sum(days >= first for first in (1, 15, 30, 90, 180))


def samples(number: int) -> list[Sample]:
    """Rows that show every band, tone and cut text."""
    steps = (
        Step("broken", "承诺逾期 3 天", "bad"),
        Step("phone", "今天·首次电话", "accent"),
        Step("hourglass", "时效剩 55 天", "bad"),
        Step("phone", "11-23 二次电话"),
    )
    return [
        Sample(
            place,
            NAMES[place % len(NAMES)],
            18640000 + place * 7919,
            TODAY - timedelta(DELAYS[place % len(DELAYS)]),
            DELAYS[place % len(DELAYS)],
            steps[place % len(steps)],
            tuple((place + slot) % 4 > 0 for slot in range(6)),
        )
        for place in range(number)
    ]


def columns(formats: Formats) -> list[Column]:
    """One column of every kind."""
    return [
        Column("name", "债务人", 184, lambda row: row.name, Paint.NAME, tip=lambda row: row.name),
        Column(
            "fen",
            "未收余额",
            110,
            lambda row: formats.amount(row.fen),
            Paint.MONEY,
            sort_key=lambda row: row.fen,
        ),
        Column("due", "到期日", 96, lambda row: formats.day(row.due), Paint.FAINT),
        Column(
            "days",
            "账龄",
            128,
            lambda row: formats.overdue(row.days),
            Paint.PILL,
            value=lambda row: Pill(band(row.days), formats.overdue(row.days)),
            sort_key=lambda row: row.days,
        ),
        Column("step", "下一步", 156, lambda row: row.step.words, Paint.STEP, value=lambda row: row.step),
        Column(
            "boxes",
            "证据链",
            80,
            lambda row: f"{sum(row.present)}/6",
            Paint.BOXES,
            value=lambda row: row.present,
        ),
        Column("id", "债权编号", 240, lambda row: f"AR-{row.id:06d}"),
    ]


def row_of(*widgets: QWidget, stretch: bool = True) -> QWidget:
    """Widgets side by side."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return whole


def column_of(widgets: Sequence[QWidget], width: int) -> QWidget:
    """Widgets one below the other."""
    whole = QWidget()
    whole.setFixedWidth(width)
    column = QVBoxLayout(whole)
    column.setContentsMargins(20, 20, 20, 20)
    column.setSpacing(12)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return whole


def left_column(formats: Formats) -> QWidget:
    """Buttons, choices, marks."""
    badge = NavItem("今日", "today", "29", badge=True)
    chosen = NavItem("债权", "claims", "1,286")
    chosen.setChecked(True)
    off = Button("停用")
    off.setEnabled(False)
    return column_of(
        [
            row_of(
                Button("记录通话", "phone", "C", kind="primary"),
                Button("催款函", key="L"),
                Button("导入", "import"),
            ),
            row_of(
                Button("筛选", "filter", kind="ghost"),
                Button("作废", "void", kind="danger"),
                off,
                icon_button("more", "更多"),
            ),
            row_of(KeyCap("Ctrl+K"), KeyCap("Ctrl+Shift+Return"), KeyCap("Q")),
            row_of(Chip("负责人", "我"), Chip("账龄", "全部", removable=False)),
            ChoiceRow([("y", "确认", "Q"), ("p", "部分确认", "W"), ("n", "否认", "E")], "y"),
            ChoiceRow([("a", "等额", ""), ("b", "先少后多", "")], "a"),
            row_of(Segment([("l", "函件"), ("e", "EMS 详情单"), ("r", "回执联")])),
            row_of(*(AgingPill(band(days), formats.overdue(days)) for days in (-3, 8, 22, 47))),
            row_of(*(AgingPill(band(days), formats.overdue(days)) for days in (96, 391, 1041, 0))),
            row_of(
                *(StepGlyph(step) for step in range(6)), EvidenceBoxes((True, True, False, True, True, False))
            ),
            row_of(
                Tag("信用 B·62"),
                Tag("1 封缺地址", "bad", "warning"),
                Tag("2", "warn", "warning"),
                Tag("已签收", "ok"),
            ),
            row_of(
                RoundIcon("broken", "bad"),
                RoundIcon("phone", "accent"),
                RoundIcon("receipt", "ok"),
                RoundIcon("letters"),
                NumberDisc(1),
            ),
            ProgressLine(0.44),
            BandBar([(0, 3860), (1, 1240), (2, 1085), (3, 1726), (4, 1392), (5, 1177)]),
            Stepper(["选择文件", "列匹配", "检查差异"]),
            badge,
            chosen,
            NavItem("证据不全", "", "143"),
            NavItem("导入台账", "import", "Ctrl I"),
        ],
        470,
    )


def right_column(formats: Formats) -> QWidget:
    """Fields, cards, banners, empty states."""
    combo = QComboBox()
    combo.addItems(["王建国·采购经理·0512-8800 0123", "前台"])
    wrong = Field("应还日", DateEdit(lambda: TODAY, TODAY))
    wrong.set_error("日期不存在，可直接改。")
    ticked = QCheckBox("已核实身份")
    ticked.setChecked(True)
    card = Card("sunken", edge=False)
    card.column.addWidget(text("未收余额", size=12, tone="text2"))
    card.column.addWidget(text(formats.money(18640000), size=22, bold=True))
    card.column.addWidget(KeyValues([("原额", "¥286,400.00"), ("联系人", "<b>王</b>建国")]))
    drop = DropZone((".xlsx",))
    drop.column.addWidget(text("拖入 .xlsx / .xls / .csv", size=15, bold=True))
    return column_of(
        [
            Banner("备份盘未连接，上次备份 11-18。", "备份到其他位置"),
            SearchEdit("表内查找 Ctrl F"),
            row_of(
                Field("金额", MoneyEdit(18640000)),
                Field("还款日", DateEdit(lambda: TODAY, TODAY)),
                wrong,
                stretch=False,
            ),
            Field("接听人", combo),
            row_of(ticked, QCheckBox("已告知录音")),
            Field("备注", QLineEdit("称下游回款推迟一周"), "回车保存"),
            card,
            WhyNowCard(
                "bad", "broken", "承诺已逾期 3 天，请回访", "应付 ¥100,000，未到账。王建国 0512-8800 0123"
            ),
            WhyNowCard(
                "info", "info", "催告到达即中断诉讼时效", "内件品名写明催讨事项与金额；保留寄件存根。"
            ),
            drop,
            EmptyState("没有符合条件的债权", "清除筛选"),
        ],
        600,
    )


def kit_page(formats: Formats) -> QWidget:
    """All small widgets."""
    page = QWidget()
    page.setObjectName("page")
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(left_column(formats))
    row.addWidget(right_column(formats))
    page.resize(1090, 900)
    return page


def table_page(formats: Formats, number: int = 200) -> FrozenTable:
    """The table with ticks, a current row, a sorted and a filtered column, the bulk bar and a toast."""
    model = RowsModel(columns(formats), samples(number))
    table = FrozenTable(model)
    table.resize(860, 560)
    table.go_to(0)
    model.tick([0, 4, 5])
    model.find_words = "精密"
    table.sort_by(model.column("fen"))
    table.set_filter("step", frozenset(row.step.words for row in model.rows))
    table.bar = BulkBar(
        table, [("letter", "催款函", "L"), ("assign", "分配", "A"), ("export", "导出", "Ctrl+Shift+E")]
    )
    table.bar.say("已选 3 笔")
    table.make_room(True)
    table.toast = Toast(table, 80)
    table.toast.say("已记录通话，承诺 11-27 ¥100,000.00")
    return table


def dialog_page() -> DialogShell:
    """An empty window with its foot."""
    dialog = DialogShell(None, "记录通话", (900, 420), "保存")
    dialog.body.addWidget(text("通话结果", size=16, bold=True))
    dialog.body.addWidget(ChoiceRow([("1", "已接通", "1"), ("2", "无人接听", "2")], "1"))
    dialog.body.addStretch(1)
    dialog.add_button("保存并下一位", key="Ctrl+Shift+Return")
    dialog.say("数字与字母键可直接作答")
    return dialog


def wizard_page() -> WizardShell:
    """A wizard at its second step."""
    wizard = WizardShell(
        None, "导入台账", (900, 420), ["选择文件", "列匹配", "检查差异", "完成"], "导入 184 行"
    )
    for words in ("一", "二", "三", "四"):
        page = QWidget()
        QVBoxLayout(page).addWidget(text(words))
        wizard.add_page(page)
    wizard.go(2)
    wizard.say("将写入 184 行·5 行错误跳过·导入后可整批撤销")
    return wizard


def pages(formats: Formats) -> dict[str, QWidget]:
    """Every page by name."""
    return {
        "kit": kit_page(formats),
        "table": table_page(formats),
        "dialog": dialog_page(),
        "wizard": wizard_page(),
    }


def shoot(app: QApplication, folder: Path) -> list[Path]:
    """Draw every page in every look; the files made."""
    made = []
    folder.mkdir(parents=True, exist_ok=True)
    for name, scale, language in (("light", 1.0, "zh_CN"), ("dark", 1.0, "en"), ("light", 1.3, "zh_CN")):
        i18n.speak(app, language)
        theme.apply(app, name, scale, language)
        for title, page in pages(Formats(language)).items():
            page.show()
            app.processEvents()
            file = folder / f"{title}-{name}-{language}-{scale}.png"
            page.grab().save(str(file))
            made.append(file)
            page.close()
    return made


if __name__ == "__main__":
    for picture in shoot(QApplication([]), Path(sys.argv[1] if len(sys.argv) > 1 else "out/gallery")):
        sys.stdout.write(f"{picture}\n")
