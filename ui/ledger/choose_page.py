"""Step 1 of an import: a file or the clipboard, a password, an encoding, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.common.buttons import Button
from ui.common.file_choice import FileChoice, Wanted
from ui.ledger.draft import Unsure
from ui.ledger.encoding_pane import EncodingPane


class ChoosePage(FileChoice):
    """``pasted`` carries the clipboard's wish, ``encoding_chosen`` the code in which a text file is to be read."""

    pasted = Signal()
    encoding_chosen = Signal(str)

    def __init__(self) -> None:
        hint = self.tr("支持金蝶、用友、SAP 等导出的应收明细，也可以在 Excel 里复制后粘贴")
        line = self.tr("拖入 .xlsx / .xls / .csv")
        wanted = Wanted("import", self.tr("台账"), self.tr("选择台账"), line, hint)
        self.paste = Button(self.tr("从剪贴板粘贴"), "clipboard", "Ctrl+V", bind=True)
        super().__init__(wanted, [self.paste])
        self.paste.clicked.connect(self.pasted)
        self.encodings = EncodingPane()
        self.encodings.accepted.connect(self.encoding_chosen)
        self.encodings.hide()
        self.column.addWidget(self.encodings)
        self.column.addStretch(3)

    @property
    def asking(self) -> bool:
        """Whether an encoding is asked for."""
        return not self.encodings.isHidden()

    @property
    def next_words(self) -> str:
        """As of any file; an encoding goes first."""
        return self.tr("按这种编码读入") if self.asking else super().next_words

    def go_on(self) -> None:
        """Take the encoding or the password that is asked for, else ask the system for a file."""
        if self.asking:
            self.encodings.accept()
        else:
            super().go_on()

    def show_problems(self, codes: set[str], words: str) -> None:
        """Say why it was not read; no encoding is asked for any more."""
        self.encodings.hide()
        super().show_problems(codes, words)

    def ask_encoding(self, unsure: Unsure) -> None:
        """Show how the file reads in each encoding."""
        self.trouble.hide()
        self.locked.hide()
        self.encodings.show_choices(unsure.encodings, unsure.likeliest)
        self.encodings.show()
        self.encodings.focus_choice()
