"""补证据: the file an event still lacks, filed where the event keeps it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.actions.proofs import prove
from models.rules.limitation import ClaimEvent
from models.rules.proof import NEEDS
from ui.clock_words import items
from ui.clocks.proof_items import ProofItems
from ui.common.cards import KeyValues
from ui.common.fields import Field
from ui.common.file_pick import FilePick
from ui.common.record import RecordDialog
from ui.common.text import text
from ui.context import AppContext
from ui.problems import worded


class ProofDialog(RecordDialog):
    """One event, what is on file for it, what is missing, and the file. ``saved`` carries Changes."""

    def __init__(
        self, context: AppContext, debtor: str, event: ClaimEvent, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent, "", (560, 460), "", primary_icon="paperclip")
        self.setWindowTitle(self.tr("补证据"))
        self.primary.set_words(self.tr("保存证据"))
        self.event_told = event
        self.body.addWidget(text(debtor, size=15, bold=True, wrap=True, selectable=True))
        short = worded(f"event_short_{event.code}", context.language)
        told = context.formats.joined([f"{event.code} {short}", context.formats.day(event.on)])
        self.body.addWidget(text(told, tone="text2"))
        self.rows = KeyValues()
        proof = event.proof
        language = context.language
        self.rows.add(self.tr("已有"), (items(proof.present, language) if proof else "") or "—")
        self.rows.add(self.tr("还缺"), (items(proof.missing, language) if proof else "") or "—", "bad")
        self.body.addWidget(self.rows)
        self.pick = FilePick(self.tr("拖入文件，或选择"))
        self.body.addWidget(Field(self.tr("证据文件"), self.pick))
        self.items = ProofItems(language)
        self.items.setVisible(event.source == "entered")
        if event.source == "entered":
            self.items.show_kind(event.code)
        self.body.addWidget(self.items)
        self.body.addStretch(1)
        self.pick.changed.connect(self._picked)
        self.pick.setFocus()

    def _picked(self) -> None:
        if self.pick.path is not None and self.items.boxes and not self.items.shown:
            self.items.tick_needed(self.event_told.code)

    def save(self) -> None:
        """File it."""
        path, event, desk = self.pick.path, self.event_told, self.context.desk
        if path is None:
            self.say(self.tr("请先选择文件"), "bad")
            return
        shows = self.items.shown
        self.keep(lambda _progress: prove(desk, event.source, event.key, path, shows), self.tr("保存证据"))


def can_be_proved(event: ClaimEvent | None) -> bool:
    """Whether a file of its own would prove the event."""
    return (
        event is not None and event.source in ("call", "letter", "receipt", "entered") and event.code in NEEDS
    )
