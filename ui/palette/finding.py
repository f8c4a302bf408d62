"""What fits the words typed into the palette, section by section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from models.actions.initials import initials_of
from models.queries.claims import ClaimRow
from ui.commands import Command
from ui.context import AppContext
from ui.palette.entries import (
    CLAIMS,
    PAPERS,
    PEOPLE,
    DebtorEntry,
    Found,
    commands_matching,
    debtors_matching,
    digits_of,
    is_tail,
)
from ui.palette.index import Index, PaperEntry, PersonEntry
from ui.problems import worded


class Act(Protocol):
    """What can be done with a debtor: its name, words, icon and key."""

    @property
    def name(self) -> str:
        """Its name for whoever does it."""

    @property
    def words(self) -> str:
        """Its words."""

    @property
    def icon(self) -> str:
        """Its icon."""

    @property
    def key(self) -> str:
        """The letter that does it."""


class Finding(QObject):
    """Makes the rows. ``choose`` is told (what, key), ``act_on`` (name, debtor)."""

    def __init__(
        self,
        context: AppContext,
        commands: Sequence[Command],
        acts: Sequence[Act],
        choose: Callable[[str, object], object],
        act_on: Callable[[str, object], object],
    ) -> None:
        super().__init__()
        self.context, self.commands, self.acts = context, commands, acts
        self.choose, self.act_on = choose, act_on

    def rows(self, index: Index, words: str) -> list[Found]:
        """Debtors and what can be done with the first, people, claims, papers, settings, commands."""
        rows: list[Found] = []
        if words:
            rows += self._debtors(index, words)
            rows += self._section(self.tr("联系人"), map(self._person, people_matching(index.people, words)))
            rows += self._section(self.tr("债权"), map(self._claim, claims_matching(index, words)))
            rows += self._section(self.tr("单据"), map(self._paper, papers_matching(index, words)))
            rows += self._section(self.tr("设置"), self._settings(words))
        commands = commands_matching(self.commands, words)
        return rows + self._section(self.tr("命令"), map(_command, commands))

    def _section(self, title: str, rows: Iterable[Found]) -> list[Found]:
        found = list(rows)
        return [Found(title), *found] if found else []

    def _debtors(self, index: Index, words: str) -> list[Found]:
        hits = debtors_matching(index.debtors, words)
        if not hits:
            return []
        first = hits[0]
        card = Found(
            self.tr("打开客户卡"), partial(self.choose, "card", first.id), "debtors", "", "Ctrl+Return"
        )
        acts = [
            Found(act.words, partial(self.act_on, act.name, first.id), act.icon, "", act.key)
            for act in self.acts
            if act.name != "claims"
        ]
        return [
            *self._section(self.tr("客户"), map(self._debtor, hits)),
            *self._section(self.tr("对“%1”").replace("%1", first.name), [card, *acts]),
        ]

    def _debtor(self, entry: DebtorEntry) -> Found:
        owed = self.tr("未收 %1").replace("%1", entry.balance)
        aside = self.context.formats.joined((owed, entry.late))
        claims, card = partial(self.choose, "claims", entry.id), partial(self.choose, "card", entry.id)
        return Found(entry.name, claims, "debtors", aside, "Return", card)

    def _person(self, entry: PersonEntry) -> Found:
        aside = self.context.formats.joined((entry.debtor, entry.role))
        words = f"{entry.name}  {entry.value}"
        return Found(words, partial(self.choose, "card", entry.debtor_id), "person", aside)

    def _claim(self, row: ClaimRow) -> Found:
        formats = self.context.formats
        aside = formats.joined((row.debtor, formats.money(row.balance_fen, row.currency)))
        name = row.number or row.contract or f"#{row.id}"
        return Found(name, partial(self.choose, "claim", row.id), "claims", aside)

    def _paper(self, entry: PaperEntry) -> Found:
        plan = entry.kind == "plan"
        kind = self.tr("分期协议") if plan else worded(f"letter_kind_{entry.kind}", self.context.language)
        aside = self.context.formats.joined((entry.debtor, kind))
        icon = "plans" if plan else "letters"
        return Found(entry.number, partial(self.choose, "file", entry.evidence), icon, aside)

    def _settings(self, words: str) -> list[Found]:
        sought = words.casefold()
        return [
            Found(said, partial(self.choose, "settings", name), "settings", self.tr("设置"))
            for name, said in self.places()
            if sought in said.casefold() or sought in initials_of(said)
        ]

    def places(self) -> list[tuple[str, str]]:
        """The pages of the settings and what is set on them."""
        return [
            ("general", self.tr("语言、主题、字号")),
            ("creditor", self.tr("本单位资料、账户、经办人")),
            ("policy", self.tr("催收节点与宽限")),
            ("review", self.tr("每月评审与登记")),
            ("people", self.tr("用户、负责人与权限")),
            ("letters", self.tr("函件模板与编号")),
            ("watch", self.tr("自动导入文件夹")),
            ("data", self.tr("数据位置、备份与恢复")),
            ("safety", self.tr("锁定、口令与加密")),
            ("keys", self.tr("快捷键一览")),
            ("about", self.tr("关于与版本")),
        ]


def _command(command: Command) -> Found:
    return Found(command.words, command.run, command.icon, "", command.key)


def people_matching(people: Sequence[PersonEntry], words: str) -> list[PersonEntry]:
    """People whose name, initials or number fit; digits must end the number."""
    sought = words.casefold()
    tail = digits_of(sought) if is_tail(sought) else ""
    found = []
    for entry in people:
        hit = entry.tail.endswith(tail) if tail else sought in entry.text or entry.initials.startswith(sought)
        if hit:
            found.append(entry)
            if len(found) == PEOPLE:
                break
    return found


def claims_matching(index: Index, words: str) -> list[ClaimRow]:
    """Claims whose number or contract contains the words."""
    return [index.rows[place] for place in index.claims.places(words.casefold(), CLAIMS)]


def papers_matching(index: Index, words: str) -> list[PaperEntry]:
    """Letters and plans whose number or mail number contains the words; letters newest first, after plans."""
    return [index.papers[place] for place in index.texts_of_papers.places(words.casefold(), PAPERS)]
