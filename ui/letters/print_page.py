"""Step 3: printing the issued letters, and asking whether all came out well."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.cards import Card
from ui.common.marks import Icon, ProgressLine
from ui.common.text import set_tone, text
from ui.letters.printing import Printing


class PrintPage(QWidget):
    """``print_wanted`` asks for a printer and goes on; ``folder_wanted`` saves instead; ``well`` ends the step."""

    print_wanted = Signal()
    folder_wanted = Signal()
    open_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.printing: Printing | None = None
        self.folder: Path | None = None
        column = QVBoxLayout(self)
        column.addStretch(1)
        card = Card(padding=24)
        card.setFixedWidth(600)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.sign = Icon("printer", "accent", 32)
        self.title = text("", size=17, bold=True, wrap=True)
        head.addWidget(self.sign)
        head.addWidget(self.title, 1)
        card.column.addLayout(head)
        self.words = text("", tone="text2", wrap=True, selectable=True)
        self.barred = text("", tone="bad", wrap=True, selectable=True)
        self.barred.hide()
        self.line = ProgressLine()
        card.column.addSpacing(8)
        card.column.addWidget(self.line)
        card.column.addWidget(self.words)
        card.column.addWidget(self.barred)
        card.column.addSpacing(12)
        card.column.addLayout(self._running_buttons())
        card.column.addWidget(self._question())
        middle = QHBoxLayout()  # an aligned item would not grow with its wrapped words
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(2)

    def _running_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.hold = Button(self.tr("暂停"), "pause")
        self.hold.clicked.connect(self._hold)
        self.stop = Button(self.tr("停止"), "stop")
        self.stop.clicked.connect(self._stop)
        self.go_on = Button(self.tr("继续打印"), "printer")
        self.go_on.clicked.connect(self.print_wanted)
        self.save = Button(self.tr("存为 PDF"), "folder")
        self.save.clicked.connect(self.folder_wanted)
        self.open = Button(self.tr("打开文件夹"), "open")
        self.open.clicked.connect(lambda: self.open_wanted.emit(self.folder))
        for button in (self.hold, self.stop, self.go_on, self.save, self.open):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _question(self) -> QWidget:
        self.question = QWidget()
        row = QHBoxLayout(self.question)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(text(self.tr("打印正常吗？"), bold=True))
        row.addStretch(1)
        row.addWidget(text(self.tr("从第")))
        self.number = QSpinBox()
        self.number.setMinimum(1)
        self.number.setAccessibleName(self.tr("从第几封重打"))
        row.addWidget(self.number)
        self.again = Button(self.tr("封重打"), "refresh")
        self.again.clicked.connect(self._print_again)
        row.addWidget(self.again)
        return self.question

    def show_printing(self, printing: Printing | None) -> None:
        """Show the pile and how far it is; None where nothing was issued."""
        self.printing = printing
        if printing is not None:
            printing.advanced.connect(self.refresh)
            printing.stopped.connect(self.refresh)
            self.number.setMaximum(max(1, len(printing.letters)))
        self.refresh()

    def show_saved(self, folder: Path, count: int) -> None:
        """Say that the letters lie in a folder."""
        self.folder = folder
        self.sign.picture = "folder"
        self.sign.update()
        self.title.setText(self.tr("已存为 %1 份 PDF", "", count).replace("%1", f"{count:,}"))
        self.words.setText(str(folder))
        set_tone(self.words, "text2")
        self._offer(saved=True)

    def tell_barred(self, words: str) -> None:
        """Say whose letters could not be made; it stays while the others are printed or saved."""
        self.barred.setText(words)
        self.barred.show()

    def say_wrong(self, words: str) -> None:
        """Say why it did not go on."""
        self.words.setText(words)
        set_tone(self.words, "bad")

    def refresh(self) -> None:
        """Say how far the printing is."""
        pile = self.printing
        if pile is None:
            return
        of_all = self.tr("%1 / %2").replace("%1", f"{pile.printed:,}").replace("%2", f"{len(pile.letters):,}")
        if pile.running:
            self.title.setText(self.tr("正在打印 %1").replace("%1", of_all))
        elif pile.complete:
            number = len(pile.letters)
            self.title.setText(self.tr("已送到打印机 %1 封", "", number).replace("%1", f"{number:,}"))
        else:
            self.title.setText(self.tr("已打印 %1").replace("%1", of_all))
        self.line.set_share(pile.printed / max(1, len(pile.letters)))
        self.words.setText(self.tr("编号已取，函件已存入证据；关掉这个窗口也可以从“函件”里继续打印。"))
        set_tone(self.words, "text2")
        self.number.setValue(min(pile.printed + 1, len(pile.letters)))
        self._offer(saved=False)

    def _offer(self, *, saved: bool) -> None:
        pile = self.printing
        running = pile is not None and pile.running
        complete = pile is not None and pile.complete
        self.hold.setVisible(running)
        self.hold.set_words(self.tr("继续") if self._held() else self.tr("暂停"))
        self.stop.setVisible(running)
        self.go_on.setVisible(not running and not complete)
        self.go_on.set_words(self.tr("继续打印") if pile is not None and pile.printed else self.tr("打印"))
        self.save.setVisible(not running and not saved)
        self.open.setVisible(saved)
        self.line.setVisible(not saved)
        self.question.setVisible(complete and not running and not saved)

    def _held(self) -> bool:
        return self.printing is not None and self.printing.job is not None and self.printing.job.paused

    def _hold(self) -> None:
        job = self.printing.job if self.printing else None
        if job is not None:
            job.resume() if job.paused else job.pause()
            self._offer(saved=False)

    def _stop(self) -> None:
        if self.printing and self.printing.job:
            self.printing.job.cancel()

    def _print_again(self) -> None:
        if self.printing is not None:
            self.printing.again_from(self.number.value())
            self.print_wanted.emit()
