"""催收节点: the ladder, the days beside it, what a change would do to today's list, and the versions kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from models.actions.policy import set_policy
from models.given_file import text_of
from models.queries.policies import policy_of, policy_versions
from models.queries.preview import Preview, preview
from models.rules.policy import (
    DEFAULT_POLICY,
    WAITS,
    Level,
    Policy,
    policy_from,
    policy_problems,
    policy_text,
)
from models.rules.problems import Problem, Refused
from models.settings import (
    NOTICE_HOUR,
    SCORE_AGE,
    SCORE_AMOUNT,
    SCORE_CHANCE,
    SCORE_CLOCK,
    SCORE_PROMISE,
)
from models.vault.durable import write_bytes_whole
from ui.common.ask import choose_file, save_file
from ui.common.buttons import Button
from ui.common.fields import Field
from ui.common.text import set_tone, text
from ui.context import AppContext
from ui.problems import sentences, worded
from ui.settings.level_row import LevelRow
from ui.settings.scope_dialog import ScopeDialog
from ui.settings.section import Section

_NAMED = 6
"""So many debtors are named in a preview."""


class PolicyPage(Section):
    """Levels are edited together and saved as one version; the weights of the score apply at once."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("催收节点"))
        self.kept_by_button = True
        self.rows: list[LevelRow] = []
        self.waits: dict[str, QSpinBox] = {}
        words = self.tr("从到期日算起，第几天做什么；到期前为负数。错过的日子不会跳过，做过的不会重来。")
        self.column.addWidget(text(words, tone="text2", wrap=True))
        self.table = QWidget()
        self.holder = QVBoxLayout()
        self.holder.addWidget(self.table)
        self.column.addLayout(self.holder)
        self._wait_fields()
        self._buttons()
        self.said_preview = text("", size=12, tone="text2", wrap=True)
        self.column.addWidget(self.said_preview)
        self._weights()
        self.show_policy(policy_of(context.store))

    # --- building ----------------------------------------------------------------------------------

    def _wait_fields(self) -> None:
        labels = {
            "call_again_days": self.tr("接通后再次拨打（天）"),
            "guarantee_days": self.tr("保证期间提前（天）"),
            "letter_unanswered_days": self.tr("函件期满后无回应（天）"),
            "delivery_unknown_days": self.tr("交寄后无投递结果（天）"),
            "again_days": self.tr("标为完成但仍未解决，再次列出（天）"),
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for place, (name, bounds) in enumerate(WAITS.items()):
            spin = self.waits[name] = QSpinBox()
            spin.setRange(bounds[0], bounds[-1])
            spin.valueChanged.connect(lambda _: self._edited())
            grid.addWidget(Field(labels[name], spin), place // 2, place % 2)
        self.column.addLayout(grid)

    def _buttons(self) -> None:
        self.add = Button(self.tr("为部分债权另设"), "plus")
        self.look = Button(self.tr("预览影响"), "eye")
        self.keep = Button(self.tr("保存节点"), "check", kind="primary")
        self.read = Button(self.tr("读入"), "import")
        self.write = Button(self.tr("导出"), "export")
        self.versions = QComboBox()
        self.versions.setAccessibleName(self.tr("以前的版本"))
        for button, act in (
            (self.add, self.add_scope),
            (self.look, self.show_preview),
            (self.keep, self.save),
            (self.read, self.read_file),
            (self.write, self.write_file),
        ):
            button.clicked.connect(act)
        self.versions.activated.connect(self._take_version)
        for line in ((self.keep, self.look, self.add), (self.read, self.write, self.versions)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for widget in line:
                row.addWidget(widget)
            row.addStretch(1)
            self.column.addLayout(row)
        self.keep.forbid(self.context.forbidden("policy"))

    def _weights(self) -> None:
        language = self.context.language
        self.column.addWidget(text(self.tr("评分权重"), bold=True))
        for which in (SCORE_AMOUNT, SCORE_AGE, SCORE_CLOCK, SCORE_PROMISE, SCORE_CHANCE):
            self.add_number(which, worded(which.key, language), "")
        hours = [(-1, self.tr("不提醒")), *((hour, f"{hour}:00") for hour in range(24))]
        self.add_choice(NOTICE_HOUR, self.tr("桌面提醒今日清单"), hours)

    # --- what stands in the fields --------------------------------------------------------------------

    def show_policy(self, policy: Policy) -> None:
        """Show a policy in the fields; it holds once it is saved."""
        self.shown = policy
        self._show_levels(policy.ladder)
        for name, spin in self.waits.items():
            spin.blockSignals(True)
            spin.setValue(getattr(policy, name))
            spin.blockSignals(False)
        self._show_versions()
        self._edited()

    def _show_levels(self, ladder: tuple[Level, ...]) -> None:
        self.rows = [LevelRow(level, self.context.formats) for level in ladder]
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(0, 1)
        heads = (self.tr("节点"), self.tr("天数"), self.tr("距上一步"), self.tr("最低金额"))
        for column, words in enumerate(heads):
            grid.addWidget(text(words, size=12, tone="text2"), 0, column)
        for line, row in enumerate(self.rows, 1):
            row.place(grid, line)
            row.changed.connect(self._edited)
            row.removed.connect(lambda row=row: self._remove(row))
        self.holder.replaceWidget(self.table, fresh)
        self.table.deleteLater()
        self.table = fresh

    def _show_versions(self) -> None:
        self.versions.clear()
        self.versions.addItem(self.tr("以前的版本"), None)
        for version in policy_versions(self.context.store):
            moment = self.context.formats.moment(version.set_at, self.context.today)
            words = self.context.formats.joined((moment, version.set_by, version.note or ""))
            self.versions.addItem(words, version.policy)
        self.versions.addItem(self.tr("默认节点"), DEFAULT_POLICY)

    @property
    def policy(self) -> Policy:
        """The policy as the fields say."""
        days = {name: spin.value() for name, spin in self.waits.items()}
        return replace(self.shown, ladder=tuple(row.level for row in self.rows), **days)

    def _edited(self) -> None:
        problems = policy_problems(self.policy)
        self._tell(sentences(problems, self.context.language), "bad")
        changed = policy_text(self.policy) != policy_text(policy_of(self.context.store))
        self.keep.setEnabled(changed and not problems)
        self.look.setEnabled(changed and not problems)

    def _tell(self, words: str, tone: str) -> None:
        self.said_preview.setText(words)
        self.said_preview.setVisible(bool(words))
        set_tone(self.said_preview, tone)

    def _remove(self, gone: LevelRow) -> None:
        self._show_levels(tuple(row.level for row in self.rows if row is not gone))
        self._edited()

    def _take_version(self, place: int) -> None:
        policy = self.versions.itemData(place)
        if policy is not None:
            self.show_policy(replace(policy, limitation_days=self.shown.limitation_days))

    # --- acts ----------------------------------------------------------------------------------------

    def add_scope(self) -> ScopeDialog:
        """One more level, for some claims only."""
        dialog = ScopeDialog(self.window(), self.policy, self.context.language)
        dialog.chosen.connect(self._add_level)
        dialog.show()
        return dialog

    def _add_level(self, level: Level) -> None:
        self._show_levels((*(row.level for row in self.rows), level))
        self._edited()

    def show_preview(self) -> None:
        """Say what the change would do to today's list."""
        store, today, policy = self.context.store, self.context.today, self.policy
        self.context.jobs.read(lambda _: preview(store, today, policy), self._show_changes, owner=self)

    def _show_changes(self, seen: Preview) -> None:
        parts = (
            (self.tr("今日清单会增加 %1 项"), [item.debtor for item in seen.added]),
            (self.tr("会去掉 %1 项"), [item.debtor for item in seen.gone]),
            (self.tr("会换组 %1 项"), [each.debtor for each in seen.moved]),
        )
        formats, lines = self.context.formats, []
        for words, names in parts:
            told = formats.listed(dict.fromkeys(names[:_NAMED]))
            lines.append(f"{words.replace('%1', str(len(names)))}{'：' + told if told else ''}")
        lines.append(self.tr("不变 %1 项").replace("%1", str(seen.same)))
        self._tell("\n".join(lines), "text2")

    def save(self) -> None:
        """Let the policy hold from now on."""
        desk, policy = self.context.desk, self.policy
        self.context.act(
            lambda _: set_policy(desk, policy), lambda _: self._saved(), self._not_applied, owner=self
        )

    def _saved(self) -> None:
        self.show_policy(policy_of(self.context.store))
        self._tell(self.tr("已保存，今日清单按新节点列出。"), "ok")
        self.applied.emit("policy")

    def reset_all(self) -> None:
        """The house default into the fields, to be looked at and saved; the weights at once."""
        super().reset_all()
        self.show_policy(replace(DEFAULT_POLICY, limitation_days=self.shown.limitation_days))

    def read_file(self) -> None:
        """A policy from a file into the fields."""
        file = choose_file(self, self.tr("读入催收节点"), "JSON (*.json)")
        if file is None:
            return
        try:
            policy = policy_from(text_of(file))
        except Refused as refusal:
            self._not_applied(refusal.problems)
        except (OSError, UnicodeDecodeError):
            self._not_applied((Problem("policy_unreadable", {"where": file.name}),))
        else:
            self.show_policy(replace(policy, limitation_days=self.shown.limitation_days))

    def write_file(self) -> None:
        """The policy of the fields as a file."""
        target: Path | None = save_file(self, self.tr("导出催收节点"), "policy.json", "JSON (*.json)")
        if target is not None:
            body = policy_text(self.policy).encode()
            self.context.jobs.read(lambda _: write_bytes_whole(target, body), owner=self)
