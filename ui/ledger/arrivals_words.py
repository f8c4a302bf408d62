"""What came of ledgers that came by themselves, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from models.queries.arrivals import AGAIN, TAKEN, WAITING, ArrivalRow
from ui.common.formats import Formats
from ui.problems import kept_sentence


class ArrivalWords(QObject):
    """Sentences for the banner and for the rows of the list, in the language of the window."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.formats = formats

    def summary(self, rows: Sequence[ArrivalRow]) -> str:
        """Several files in one line: what was booked, what waits; empty where there is nothing to say."""
        taken = [row for row in rows if row.state == TAKEN]
        waiting = sum(row.state == WAITING for row in rows)
        again = sum(row.state == AGAIN for row in rows)
        parts = []
        if taken:
            parts.append(self._taken(taken))
        if waiting:
            words = self.tr("%1 份台账等待处理", "", waiting)
            parts.append(words.replace("%1", self.formats.count(waiting)))
        if again:
            words = self.tr("%1 份内容重复，没有入账", "", again)
            parts.append(words.replace("%1", self.formats.count(again)))
        return ("；" if self.formats.chinese else "; ").join(parts)

    def _taken(self, rows: Sequence[ArrivalRow]) -> str:
        words = self.tr("已自动导入 %1 份台账：新增 %2，变化 %3", "", len(rows))
        numbers = (len(rows), *(sum(row.counts.get(name, 0) for row in rows) for name in ("new", "changed")))
        for place, number in enumerate(numbers, 1):
            words = words.replace(f"%{place}", self.formats.count(number))
        return words

    def outcome(self, row: ArrivalRow) -> str:
        """What came of one file: for one that waits why, else its rows."""
        if row.why:
            return self._sentences(row)[0]
        return self.counts(row)

    def counts(self, row: ArrivalRow) -> str:
        """Its rows by outcome; empty where it could not be read."""
        if not row.counts:
            return ""
        names = {
            "new": self.tr("新增"),
            "changed": self.tr("变化"),
            "same": self.tr("不变"),
            "missing": self.tr("缺失"),
            "doubtful": self.tr("存疑"),
            "problems": self.tr("错误"),
        }
        told = [
            f"{words} {self.formats.count(row.counts[name])}"
            for name, words in names.items()
            if row.counts.get(name)
        ]
        return self.formats.listed(told) if told else self.tr("没有变化")

    def whole(self, row: ArrivalRow) -> str:
        """Everything there is to say of one file: folder, rows, reasons."""
        return "\n".join(line for line in (str(row.path), self.counts(row), *self._sentences(row)) if line)

    def _sentences(self, row: ArrivalRow) -> list[str]:
        language, mark = self.formats.language, "：" if self.formats.chinese else ": "
        told = [kept_sentence(problem, language) for problem in row.why]
        told += [
            (f"{problem.where}{mark}" if problem.where else "") + kept_sentence(problem, language)
            for problem in row.warnings
        ]
        return list(dict.fromkeys(told))
