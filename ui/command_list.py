"""The commands of the main window, in the order of its menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from ui.commands import Command


def command_list(window: Any) -> list[Command]:
    """Every command of a MainWindow."""
    return _CommandList(window).all()


class _CommandList(QObject):
    """Words and keys, in the language of the window."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self.window_of = window

    def all(self) -> list[Command]:
        """All of them; a menu shows its own in this order."""
        return [
            *self._claim(),
            *self._clocks(),
            *self._interest(),
            *self._people(),
            *self._sums(),
            *self._file(),
            *self._letters(),
            *self._edit(),
            *self._view(),
            *self._help(),
        ]

    def _file(self) -> list[Command]:
        window, rooms = self.window_of, self.window_of.rooms
        return [
            Command("import", self.tr("导入台账"), "file", "I", rooms.ledger, "import", "Ctrl+I"),
            Command("statement", self.tr("导入银行流水"), "file", "B", rooms.statement, "receipt"),
            Command(
                "new_claim", self.tr("新增债权"), "file", "N", lambda: rooms.claim(None), "plus", "Ctrl+N"
            ),
            Command(
                "letters_due",
                self.tr("批量催款函"),
                "file",
                "L",
                lambda: rooms.letters(None),
                "letters",
                "Shift+L",
                in_list=True,
            ),
            *self._exports_and_arrivals(),
            Command(
                "creditor", self.tr("本单位资料"), "file", "C", lambda: rooms.settings("creditor"), "creditor"
            ),
            *self._trust(),
            Command(
                "lock",
                self.tr("锁定"),
                "file",
                "Z",
                window.lock_wanted.emit,
                "lock",
                "Ctrl+Alt+L",
                everywhere=True,
            ),
            Command("settings", self.tr("设置"), "file", "S", rooms.settings, "settings", "Ctrl+,"),
            Command("quit", self.tr("退出"), "file", "Q", window.close, "close", "Ctrl+Q"),
        ]

    def _trust(self) -> list[Command]:
        rooms = self.window_of.rooms
        return [
            Command("journal", self.tr("日志"), "file", "J", rooms.journal, "history", "Ctrl+Shift+J"),
            Command("disclosures", self.tr("导出记录"), "file", "M", rooms.disclosures, "export"),
            Command("person", self.tr("个人信息"), "file", "U", rooms.person, "person"),
            Command("restore", self.tr("从备份恢复"), "file", "K", rooms.restore, "history"),
        ]

    def _exports_and_arrivals(self) -> list[Command]:
        window, rooms, claims = self.window_of, self.window_of.rooms, self.window_of.claims
        return [
            Command(
                "export",
                self.tr("导出所选债权"),
                "file",
                "E",
                lambda: claims.do("export"),
                "export",
                "Ctrl+Shift+E",
            ),
            Command("aging", self.tr("账龄（任一截止日）"), "file", "G", rooms.aging, "sheet", "Ctrl+G"),
            Command("receipts", self.tr("回款记录"), "file", "R", rooms.receipts, "receipt", "Ctrl+M"),
            Command(
                "account",
                self.tr("对账明细"),
                "claim",
                "B",
                lambda: rooms.account_of(claims.table.current_id),
                "file-text",
                "Ctrl+Shift+D",
            ),
            Command(
                "aging_xlsx",
                self.tr("导出账龄 Excel"),
                "file",
                "X",
                lambda: rooms.export_aging(paper=False),
                "sheet",
            ),
            Command(
                "aging_pdf",
                self.tr("导出账龄 PDF"),
                "file",
                "P",
                lambda: rooms.export_aging(paper=True),
                "printer",
            ),
            Command(
                "arrivals",
                self.tr("自动导入的台账"),
                "file",
                "A",
                rooms.arrivals,
                "bell",
                "Ctrl+Shift+I",
            ),
            Command(
                "look_now", self.tr("现在查看自动导入文件夹"), "file", "W", window.arrivals.look, "refresh"
            ),
        ]

    def _letters(self) -> list[Command]:
        """What is done with letters that were issued, and with the papers and the money of the claim shown."""
        rows: list[tuple[str, str, str, Callable[[], object], str]] = [
            ("post", self.tr("函件邮寄"), "T", partial(self._with_letters, "post"), "letters"),
            ("deliver", self.tr("登记函件签收"), "D", partial(self._with_letters, "deliver"), "delivered"),
            ("runs", self.tr("函件批次"), "V", partial(self._with_letters, "show_runs"), "rows"),
            ("effect", self.tr("函件效果"), "F", partial(self._with_letters, "show_effect"), "sheet"),
            ("bundle", self.tr("证据册"), "H", self._bundle, "legal"),
            ("set_off", self.tr("用预收款或贷项抵账"), "O", partial(self._money, "set_off"), "receipt"),
            ("replay", self.tr("按到账顺序重新分配回款"), "Y", partial(self._money, "replay"), "history"),
        ]
        return [Command(name, words, "file", letter, act, icon) for name, words, letter, act, icon in rows]

    def _with_letters(self, act: str) -> None:
        """Go to the letters and do something with those chosen there."""
        self.window_of.show_workspace("letters")
        getattr(self.window_of.letters, act)()

    def _bundle(self) -> None:
        claims = self.window_of.claims
        claims.show_pane(True)
        claims.detail.bundle()

    def _money(self, room: str) -> None:
        """Of the debtor of the claim shown."""
        view = self.window_of.claims.detail.view
        if view is not None:
            getattr(self.window_of.rooms, room)(view.row.debtor_id, view.row.currency)

    def _edit(self) -> list[Command]:
        window, claims = self.window_of, self.window_of.claims
        return [
            Command("undo", self.tr("撤销"), "edit", "U", window.history.undo, "undo", "Ctrl+Z"),
            Command("redo", self.tr("重做"), "edit", "R", window.history.redo, "redo", "Ctrl+Y"),
            Command("find", self.tr("表内查找"), "edit", "F", window.find_here, "search", "Ctrl+F"),
            Command(
                "filter", self.tr("筛选"), "edit", "L", claims.filters.open_menu, "filter", "Ctrl+Shift+L"
            ),
            Command("clear_filters", self.tr("清除筛选"), "edit", "C", claims.clear_filters, "close"),
            Command("keep_view", self.tr("保存当前筛选为视图"), "edit", "V", claims.keep_view, "save"),
        ]

    def _claim(self) -> list[Command]:
        claims = self.window_of.claims
        rows = [
            ("call", self.tr("记录通话"), "C", "phone", "C"),
            ("letter", self.tr("催款函"), "L", "letters", "L"),
            ("plan", self.tr("新建分期协议"), "P", "plans", "P"),
            ("receipt", self.tr("登记回款"), "M", "receipt", "M"),
            ("dispute", self.tr("登记或查看争议"), "S", "warning", "D"),
            ("assign", self.tr("分配负责人"), "A", "person", "A"),
            ("task_force", self.tr("划入或移出专项小组"), "T", "people", "T"),
            ("evidence", self.tr("添加证据"), "E", "paperclip", "E"),
            ("note", self.tr("写备注"), "N", "note", "N"),
            ("edit", self.tr("在表中修改负责人或备注"), "I", "edit", "F2"),
        ]
        return [
            *(
                Command(name, words, "claim", letter, partial(claims.do, name), icon, key, in_list=True)
                for name, words, letter, icon, key in rows
            ),
            Command("proof", self.tr("证据完整度"), "claim", "R", self.window_of.rooms.proofs, "paperclip"),
        ]

    def _clocks(self) -> list[Command]:
        window = self.window_of
        return [
            Command(
                "clock",
                self.tr("时效怎么算的"),
                "claim",
                "K",
                lambda: window.clock_desk.show_clock(),
                "hourglass",
                "K",
                in_list=True,
            ),
            Command(
                "event",
                self.tr("登记时效事件"),
                "claim",
                "V",
                lambda: window.clock_desk.enter_event(),
                "hourglass",
            ),
            Command(
                "deadline",
                self.tr("登记期限"),
                "claim",
                "D",
                lambda: window.clock_desk.enter_deadline(),
                "plus",
            ),
            Command(
                "joint",
                self.tr("登记连带债务"),
                "claim",
                "H",
                lambda: window.clock_desk.enter_joint(),
                "link",
            ),
            Command(
                "guarantors",
                self.tr("保证人和担保"),
                "claim",
                "G",
                lambda: window.clock_desk.show_guarantors(),
                "people",
            ),
        ]

    def _people(self) -> list[Command]:
        window = self.window_of
        return [
            Command(
                "disputes",
                self.tr("全部争议"),
                "claim",
                "Z",
                lambda: window.people_desk.show_disputes(),
                "warning",
            ),
            Command("case", self.tr("专案"), "claim", "W", lambda: window.people_desk.show_case(), "people"),
            Command("cases", self.tr("全部专案"), "claim", "J", lambda: window.rooms.cases(), "people"),
            Command(
                "write_off", self.tr("核销"), "claim", "O", lambda: window.people_desk.write_off(), "void"
            ),
            Command(
                "approvals",
                self.tr("待批准"),
                "claim",
                "Q",
                lambda: window.people_desk.show_approvals(),
                "check",
            ),
        ]

    def _interest(self) -> list[Command]:
        window = self.window_of
        how = self.tr("利息怎么算的")
        rows = [
            ("terms", self.tr("登记逾期利息约定"), "X", lambda: window.interest_desk.enter_terms()),
            ("charges", self.tr("登记费用和利息"), "F", lambda: window.interest_desk.enter_charge()),
        ]
        return [
            Command(
                "interest", how, "claim", "Y", lambda: window.interest_desk.show_interest(), "sheet", "Y", in_list=True
            ),
            *(Command(name, words, "claim", letter, act, "sheet") for name, words, letter, act in rows),
        ]  # fmt: skip

    def _sums(self) -> list[Command]:
        rooms = self.window_of.rooms
        rows = [
            ("calculator", self.tr("利息计算器"), "I", "interest", "F9"),
            ("judgment", self.tr("判决后的利息"), "J", "judgment", ""),
            ("fees", self.tr("诉讼费用"), "F", "fees", ""),
            ("capitals", self.tr("金额大写"), "C", "uppercase", ""),
            ("workday", self.tr("工作日"), "W", "workday", ""),
            ("filing", self.tr("破产申报"), "B", "claim-filing", ""),
            ("indicators", self.tr("回款指标和坏账准备"), "K", "indicators", ""),
        ]
        return [
            Command(name, words, "sums", letter, partial(rooms.calculator, page), "sheet", key)
            for name, words, letter, page, key in rows
        ]

    def _view(self) -> list[Command]:
        window = self.window_of
        places = [(name, words, icon) for name, words, icon in window.workspaces()]
        shown = [
            Command(
                f"show_{name}", self.tr("转到%1").replace("%1", words), "view", str(place),
                partial(window.show_workspace, name), icon, f"Ctrl+{place}",
            )
            for place, (name, words, icon) in enumerate(places, 1)
        ]  # fmt: skip
        return [
            *shown,
            Command("palette", self.tr("搜索或命令"), "view", "K", window.open_palette, "search", "Ctrl+K"),
            Command("pane", self.tr("显示或隐藏详情"), "view", "D", window.claims.show_pane, "pane", "F8"),
            Command(
                "sidebar", self.tr("收起或展开侧栏"), "view", "B", window.toggle_sidebar, "sidebar", "Ctrl+B"
            ),
            Command("menu", self.tr("显示或隐藏菜单栏"), "view", "M", window.toggle_menu, "rows", "F10"),
        ]

    def _help(self) -> list[Command]:
        return [Command("keys", self.tr("快捷键"), "help", "K", self.window_of.show_keys, "keyboard", "F1")]
