"""函件: every letter, newest first, with where it is now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QWidget

from models.actions.letter_copies import copy_out
from models.actions.letters import void
from models.changes import Changes
from models.progress import Progress
from models.queries.attempts import open_post
from models.queries.letter_rows import LetterRow, letter_rows
from models.queries.policies import policy_of
from models.rules.letter_kinds import LETTER_KINDS
from models.rules.problems import Problem
from ui.common.ask import ask_text, choose_folder
from ui.common.buttons import Button, shown_key
from ui.common.cards import EmptyState
from ui.common.choices import Choice
from ui.common.dialog import DialogShell
from ui.common.floating import Toast
from ui.common.paper import KeptPaper
from ui.common.table import Column, Paint, RowsModel, Step
from ui.common.table_page import TablePage
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.letters.delivery_dialog import DeliveryDialog
from ui.letters.effect_window import EffectWindow
from ui.letters.letter_wizard import PRINT, REGISTER, LetterWizard
from ui.letters.post_window import PostWindow
from ui.letters.runs_window import RunsWindow
from ui.problems import sentences, worded

ALL = "all"
STATES = (ALL, "issued", "mailed", "signed", "refused", "returned", "presumed", "lost", "void")
TO_DO = ("no_result", "print_proof", "last_month")
"""What of the post is still to be done: filters beside the states."""
_FOLDING = (
    "guarantors", "void", "effect", "runs", "proof", "open", "copy", "deliver", "post", "register", "print",
)  # fmt: skip
"""The buttons from the one that gives way first to the one that stays longest."""
_SIGNS = {
    "issued": ("file-text", "text"),
    "mailed": ("letters", "accent"),
    "signed": ("delivered", "ok"),
    "refused": ("error", "warn"),
    "returned": ("undo", "warn"),
    "presumed": ("delivered", "warn"),
    "lost": ("warning", "bad"),
    "void": ("void", "text3"),
}


class LettersWorkspace(TablePage):
    """The list with its filters and keys. ``evidence_requested`` carries the key of a letter's proof.

    ``new_requested`` asks for the letter wizard, ``guarantors_requested`` for those who stand behind a debtor: what a
    guarantor answers to a letter is entered there.
    """

    new_requested = Signal()
    evidence_requested = Signal(int)
    guarantors_requested = Signal(int)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self.context = context
        super().__init__(RowsModel(self._columns()), parent=parent)
        self.title = self.tr("函件")
        self.state = ALL
        self.rows: list[LetterRow] = []
        self.to_do: dict[str, set[int]] = {}
        self.said = text("", size=12, tone="text2")
        self.paper = KeptPaper(context, self)
        self.paper.said.connect(self._say)
        self._build()
        self.toast = Toast(self)
        self._bind()
        context.bus.changed.connect(self.refresh)
        self.refresh(None)

    def _build(self) -> None:
        empty = EmptyState(self.tr("还没有出具过函件"), self.tr("批量催款函"), icon="letters")
        empty.acted.connect(self.new_requested)
        nothing_found = EmptyState(self.tr("没有符合条件的函件"), self.tr("清除筛选"), icon="filter")
        self.lay_out(self.title, empty, nothing_found)
        self.buttons: dict[str, Button] = {}
        for name, words, icon, key, act in self._commands():
            button = self.buttons[name] = Button(words, icon, key)
            button.clicked.connect(act)
        self.new = Button(self.tr("批量催款函"), "letters", kind="primary")
        self.new.clicked.connect(self.new_requested)
        self.add_buttons(*(self.buttons[name] for name in _FOLDING), self.new)
        self.add_filters(*self._tabs())
        self.said.setContentsMargins(20, 0, 20, 0)
        self.add_foot(self.said)

    def _columns(self) -> list[Column]:
        formats, language = self.context.formats, self.context.language

        def total(row: LetterRow) -> str:
            sign = "" if row.currency == "CNY" else f"{row.currency} "
            return sign + formats.amount(row.total_fen)

        def whom(row: LetterRow) -> str:
            return formats.joined([row.debtor, row.guarantor])

        return [
            Column("debtor", self.tr("债务人"), 230, whom, Paint.NAME, tip=whom),
            Column("state", self.tr("状态"), 100, lambda row: worded(f"letter_state_{row.state}", language),
                   Paint.STEP, value=lambda row: _sign(row, language)),
            Column("number", self.tr("编号"), 200, lambda row: row.number, sort_key=lambda row: row.id),
            Column("kind", self.tr("种类"), 110, lambda row: worded(f"letter_kind_{row.kind}", language)),
            Column("total", self.tr("金额"), 120, total, Paint.MONEY, sort_key=lambda row: row.total_fen),
            Column("issued", self.tr("出具日期"), 100, lambda row: formats.day(row.issued_on), Paint.FAINT),
            Column("pay_by", self.tr("最迟付款日"), 100, lambda row: formats.day(row.pay_by), Paint.FAINT),
            Column("waybill", self.tr("邮件单号"), 150, lambda row: row.waybill or ""),
            Column("mailed", self.tr("交寄日期"), 100, lambda row: formats.day(row.mailed_on), Paint.FAINT),
            Column("result", self.tr("投递日期"), 100, lambda row: formats.day(row.result_on), Paint.FAINT),
            Column("proof", self.tr("凭证"), 180, lambda row: row.proof[1] if row.proof else "",
                   tip=lambda row: row.proof[1] if row.proof else ""),
            Column("why", self.tr("作废原因"), 180, lambda row: row.void_why or "", Paint.FAINT),
        ]  # fmt: skip

    def _commands(self) -> list[tuple[str, str, str, str, Callable[[], object]]]:
        return [
            ("print", self.tr("打印"), "printer", "Ctrl+P", self.print_letters),
            ("copy", self.tr("导出"), "export", "Ctrl+Shift+E", self.copy_letters),
            ("register", self.tr("登记单号"), "barcode", "W", self.register),
            ("post", self.tr("邮寄"), "tag", "P", self.post),
            ("deliver", self.tr("投递结果"), "delivered", "D", self.deliver),
            ("open", self.tr("打开"), "open", "Return", self.open_letter),
            ("proof", self.tr("看凭证"), "eye", "E", self.show_proof),
            ("guarantors", self.tr("保证人和担保"), "people", "G", self.show_guarantors),
            ("void", self.tr("作废"), "void", "Delete", self.void_letter),
            ("runs", self.tr("批次"), "rows", "B", self.show_runs),
            ("effect", self.tr("函件效果"), "dashboard", "F", self.show_effect),
        ]

    def menu(self) -> QMenu:
        """Every command on the chosen letters, with its key."""
        menu = self.row_menu()
        for name, words, _, key, act in self._commands():
            action = menu.addAction(f"{words}\t{shown_key(key)}", act)
            action.setEnabled(self.buttons[name].isEnabled())
        return menu

    def _tabs(self) -> list[Choice]:
        group = QButtonGroup(self)
        self.tabs: dict[str, Choice] = {}
        for name in (*STATES, *TO_DO):
            kind = "post_to_do" if name in TO_DO else "letter_state"
            words = self.tr("全部") if name == ALL else worded(f"{kind}_{name}", self.context.language)
            tab = self.tabs[name] = Choice(words, count="0")
            tab.hide()  # until it is known what there is: a page that nobody sees asks for their room for good
            group.addButton(tab)
            tab.clicked.connect(lambda _=False, name=name: self.show_state(name))
        self.tabs[ALL].setChecked(True)
        return list(self.tabs.values())

    def _bind(self) -> None:
        """The keys act while the list has the keyboard."""
        self.table.activated.connect(lambda _: self.open_letter())
        self.row_changed.connect(self._offer)
        self.table.menu_wanted.connect(lambda _, where: self.menu().popup(where))
        self.model.ticks_changed.connect(self._offer)
        self.bind({key: act for name, _, _, key, act in self._commands() if name != "open"})

    # --- what is shown -----------------------------------------------------------------------------------

    def refresh(self, changes: Changes | None = None) -> None:
        """Ask for the letters anew, unless what changed is none of them."""
        if changes is None or changes.letters or changes.everything or changes.debtors:
            store, today = self.context.store, self.context.today

            def work(_progress: Progress) -> tuple[list[LetterRow], dict[str, set[int]]]:
                with store.reading():
                    waiting = open_post(store, today, policy_of(store).delivery_unknown_days)
                    to_do = {name: {row.letter for row in waiting if row.what == name} for name in TO_DO}
                    return letter_rows(store), to_do

            self.context.jobs.read(work, self._show, owner=self)

    def _show(self, told: tuple[list[LetterRow], dict[str, set[int]]]) -> None:
        rows, self.to_do = told
        self.rows = rows
        counts = Counter(row.state for row in rows)
        counts.update({name: len(letters) for name, letters in self.to_do.items()})
        counts[ALL] = len(rows)
        for name, tab in self.tabs.items():
            tab.set_count(self.context.formats.count(counts[name]))
            tab.setVisible(name in (ALL, "issued", "mailed") or bool(counts[name]))
        words = self.tr("%1 封", "", len(rows)).replace("%1", self.context.formats.count(len(rows)))
        self.subtitle.setText(words if rows else "")
        self.show_state(self.state)

    def show_state(self, name: str) -> None:
        """Show the letters in one state."""
        self.state = name
        self.tabs[name].setChecked(True)
        letters = self.to_do.get(name, set())
        self.model.set_rows([row for row in self.rows if name in (ALL, row.state) or row.id in letters])
        self.show_stack(bool(self.rows))

    def clear_filters(self) -> None:
        """Show every letter again."""
        self.show_state(ALL)
        super().clear_filters()

    def chosen(self) -> list[LetterRow]:
        """The ticked letters, else the current one."""
        wanted = set(self.table.chosen_ids())
        return [row for row in self.model.rows if row.id in wanted]

    def _offer(self) -> None:
        rows = self.chosen()
        one = rows[0] if len(rows) == 1 else None
        live = [row for row in rows if not row.voided]
        may = {
            "print": bool(live),
            "copy": bool(rows),
            "register": any(row.result is None for row in live),
            "deliver": one is not None and not one.voided and one.mailed_on is not None,
            "open": one is not None,
            "proof": one is not None and one.proof is not None,
            "guarantors": one is not None and LETTER_KINDS[one.kind].to_guarantor,
            "void": one is not None and not one.voided,
            "post": bool(live),
            "runs": bool(self.rows),
            "effect": bool(self.rows),
        }
        for name, button in self.buttons.items():
            button.setEnabled(may[name])

    # --- acting -------------------------------------------------------------------------------------------

    def print_letters(self) -> None:
        """Print the chosen letters from what is stored."""
        self._wizard(PRINT)

    def register(self) -> None:
        """Enter the mail numbers of the chosen letters."""
        self._wizard(REGISTER)

    def _wizard(self, at: int) -> None:
        live = [row.id for row in reversed(self.chosen()) if not row.voided]
        if live:
            self._open_window(LetterWizard(self.context, parent=self, letters=live, at=at))

    def deliver(self) -> None:
        """Say what became of the current letter."""
        if self.buttons["deliver"].isEnabled():
            self._open_window(DeliveryDialog(self.context, self.chosen()[0], self))

    def post(self) -> None:
        """Labels, envelopes, list and file of the chosen letters, in the order they were issued."""
        live = [row.id for row in reversed(self.chosen()) if not row.voided]
        if live:
            self._open_window(PostWindow(self.context, live, self))

    def show_runs(self) -> None:
        """Every run of letters with what it left out and what of it is still to be printed."""
        self._open_window(RunsWindow(self.context, self))

    def show_effect(self) -> None:
        """What letters bring in."""
        if self.buttons["effect"].isEnabled():
            self._open_window(EffectWindow(self.context, self))

    def _open_window(self, window: DialogShell) -> None:
        self.window_open = window
        window.show()

    def open_letter(self) -> None:
        """Open a copy of the PDF; the stored one is never handed out."""
        if not self.buttons["open"].isEnabled():
            return
        self.paper.take(self.chosen()[0].evidence)
        self.paper.open()

    def show_proof(self) -> None:
        """Look at what proves the delivery."""
        if self.buttons["proof"].isEnabled():
            proof = self.chosen()[0].proof
            self.evidence_requested.emit(proof[0] if proof else 0)

    def show_guarantors(self) -> None:
        """Who stands behind the debtor of a letter to a guarantor, and what came back from them."""
        if self.buttons["guarantors"].isEnabled():
            self.guarantors_requested.emit(self.chosen()[0].debtor_id)

    def copy_letters(self) -> None:
        """Copy the chosen PDFs into a folder."""
        rows = self.chosen()
        folder = choose_folder(self, self.tr("导出函件")) if rows else None
        if folder is not None:
            words = self.tr("已导出 %1 封到 %2").replace("%1", str(len(rows))).replace("%2", str(folder))
            self._copy([row.id for row in rows], folder, lambda _: self.toast.say(words, undoable=False))

    def _copy(self, letters: list[int], folder: Path, then: Callable[[list[Path]], object]) -> None:
        desk = self.context.desk

        def work(_progress: Progress) -> list[Path]:
            return copy_out(desk, letters, folder)

        title = self.tr("正在导出函件")
        self.context.jobs.write(work, then, self._not_done, title=title, owner=self)

    def void_letter(self) -> None:
        """Void the current letter; its number is never used again."""
        if not self.buttons["void"].isEnabled():
            return
        row, desk = self.chosen()[0], self.context.desk
        words = self.tr("%1 作废后编号不再使用，PDF 仍留在证据里。").replace("%1", row.number)
        why = ask_text(self, self.tr("作废函件"), self.tr("原因"), self.tr("作废"), words=words)
        if why:
            self.context.act(lambda _: void(desk, row.id, why), self._done, self._not_done, owner=self)

    def _done(self, _result: Any) -> None:
        self._say("", "text2")

    def _not_done(self, problems: tuple[Problem, ...]) -> None:
        self._say(sentences(problems, self.context.language), "bad")

    def _say(self, words: str, tone: str) -> None:
        self.said.setText(words)
        set_tone(self.said, tone)


def _sign(row: LetterRow, language: str) -> Step:
    icon, tone = _SIGNS[row.state]
    return Step(icon, worded(f"letter_state_{row.state}", language), tone)
