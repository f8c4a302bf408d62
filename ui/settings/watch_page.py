"""Ledgers that come by themselves: the folder, the hour, what waits for the clerk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from models.settings import WATCH_FOLDER, WATCH_HOUR, WATCH_STRICT
from ui.common.ask import choose_folder
from ui.common.buttons import Button
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded
from ui.settings.section import Section


class WatchPage(Section):
    """The watched folder, with what its defaults rest on. A folder that is not there may stand: a drive comes back."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, self.tr("自动导入"))
        words = self.tr(
            "放进这个文件夹的台账，打开程序时和每天到点时自动读取、比对、入账，结果第二天一看便知。文件不移动、不改名、不删除。"
        )
        self.column.addWidget(text(words, tone="text2", wrap=True))
        hint = self.tr("留空就不自动导入。请用专门的文件夹：里面已有的台账也会导入，从最早的开始。")
        self.folder = self.add_text(WATCH_FOLDER, self.tr("文件夹"), hint)
        self.pick = Button(self.tr("选择文件夹"), "folder")
        self.pick.clicked.connect(self.choose)
        row = QHBoxLayout()
        row.addWidget(self.pick)
        row.addStretch(1)
        self.column.addLayout(row)
        limits = self.tr("%1，可设 %2 至 %3").replace("%1", self._source(WATCH_HOUR.key))
        limits = limits.replace("%2", str(WATCH_HOUR.least)).replace("%3", str(WATCH_HOUR.most))
        self.hour = self.add_number(WATCH_HOUR, self.tr("每天查看的钟点"), limits)
        ways = [(True, self.tr("等我处理")), (False, self.tr("能读的先入账"))]
        self.strict = self.add_choice(WATCH_STRICT, self.tr("需要判断的台账"), ways)
        why = self.tr(
            "%1。需要判断的有：读不出或不确定的单元格、存疑的行、合计不符、会改动已有人处理过的债权。"
        )
        self.fields[WATCH_STRICT.key].set_hint(why.replace("%1", self._source(WATCH_STRICT.key)))
        self.applied.connect(lambda _: self._look_at_folder())
        self._look_at_folder()

    def _source(self, key: str) -> str:
        return worded(f"setting_source_{key}", self.context.language)

    def choose(self) -> None:
        """Pick the folder in the system's own window."""
        held = self.folder.text().strip()
        folder = choose_folder(self, self.tr("自动导入的文件夹"), Path(held) if held else None)
        if folder is not None:
            self.folder.setText(str(folder))
            self.apply(WATCH_FOLDER, str(folder))

    def _look_at_folder(self) -> None:
        """Say it where the folder cannot be reached; asked for aside, since a drive that is gone answers slowly."""
        folder = self.folder.text().strip()
        self.context.jobs.read(lambda _: not folder or Path(folder).is_dir(), self._reached, owner=self)

    def _reached(self, there: bool) -> None:
        words = self.tr("这个文件夹现在打不开；接通以后会自动导入。")
        self.fields[WATCH_FOLDER.key].set_doubt("" if there else words)
