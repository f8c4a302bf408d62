"""The evidence of one claim: which links of its chain are there, what is missing, and where to put it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.actions.custody import export_copy
from models.actions.evidence import Attached, PieceFacts, attach, void
from models.changes import Changes
from models.progress import Progress
from models.queries.claims import claim_rows
from models.queries.evidence import OTHER, ChainRow, chain_of, piece
from models.rules.file_names import safe_name
from ui.common import ask
from ui.common.buttons import Button, icon_button
from ui.common.cards import Banner, DropZone
from ui.common.carried import local_files, on_clipboard
from ui.common.marks import Tag
from ui.common.scratch import scratch_folder
from ui.common.scrolling import scrolling
from ui.common.text import text, tip
from ui.context import AppContext
from ui.evidence.bundle_dialog import BundleDialog
from ui.evidence.facts_dialog import FactsDialog
from ui.evidence.kinds import document_for, kind_for
from ui.evidence.line_button import LineButton
from ui.evidence.pasted import files_of
from ui.evidence.scans_dialog import ScansDialog
from ui.evidence.slot_card import SlotCard
from ui.evidence.type_popup import TypePopup
from ui.evidence.viewer import EvidenceViewer
from ui.problems import sentences, worded


class EvidencePanel(QWidget):
    """``show_claim`` shows one claim's chain; it follows the news by itself.

    Files come by drop (on a slot: filed there; elsewhere: asked), Ctrl V and ``add`` (E).
    """

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.claim: int | None = None
        self.claim_kind = "sale"
        self.chain: ChainRow | None = None
        self.waiting: list[Path] = []
        self.cards: dict[str, SlotCard] = {}
        self._acts = {Qt.Key.Key_E: self.add, Qt.Key.Key_S: self.scans, Qt.Key.Key_B: self.bundle}
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        folder = self._scratch = scratch_folder(context.store.folder.root, "paste")
        self.destroyed.connect(lambda: shutil.rmtree(folder, ignore_errors=True))
        self._lay_out()
        context.bus.changed.connect(self.refresh)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title = text(bold=True)
        self.tag = Tag("")
        self.add_button = Button(self.tr("添加"), "plus", "E")
        self.add_button.clicked.connect(lambda: self.add())
        head.addWidget(self.title)
        head.addWidget(self.tag)
        head.addStretch(1)
        below = QHBoxLayout()
        below.addStretch(0)
        for icon, words, key, act in (
            ("scan", self.tr("扫描文件夹"), "S", self.scans),
            ("legal", self.tr("证据册"), "B", self.bundle),
        ):
            button = icon_button(icon, words)
            tip(button, f"{words}  {key}")
            button.clicked.connect(act)
            below.addWidget(button)
        head.addWidget(self.add_button)
        column.addLayout(head)
        self.next_step = LineButton("arrow-right", "accent")
        self.next_step.clicked.connect(self._take_next)
        self.next_step.hide()
        below.insertWidget(0, self.next_step, 1)
        column.addLayout(below)
        self.doubt = Banner("")
        self.doubt.hide()
        column.addWidget(self.doubt)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 8)
        inside.setSpacing(8)
        self.slots = QVBoxLayout()
        self.slots.setSpacing(8)
        inside.addLayout(self.slots)
        inside.addWidget(self._build_zone())
        inside.addStretch(1)
        column.addWidget(scrolling(inner), 1)

    def _build_zone(self) -> DropZone:
        zone = DropZone()
        for words, tone, size in (
            (self.tr("拖入文件，或按 Ctrl V 粘贴截图"), "text", 13),
            (self.tr("自动计算 SHA-256 并记录取得时间"), "text2", 12),
        ):
            zone.column.addWidget(text(words, size=size, tone=tone), 0, Qt.AlignmentFlag.AlignHCenter)
        zone.dropped.connect(self.take)
        return zone

    # --- showing ---------------------------------------------------------------------------------

    def show_claim(self, claim: int | None) -> None:
        """Show this claim's evidence; None shows nothing."""
        if claim != self.claim:
            self.doubt.hide()
            self.chain, self.waiting = None, []
        self.claim = claim
        self.setEnabled(claim is not None)
        if claim is not None:
            store, today = self.context.store, self.context.today

            def read(_progress: Progress) -> tuple[int, str, ChainRow] | None:
                rows = claim_rows(store, today, today, claims=[claim], settled=True)
                return (claim, rows[0].kind, chain_of(store, claim)) if rows else None

            self.context.jobs.read(read, self._loaded, owner=self)

    def refresh(self, changes: Changes | None = None) -> None:
        """Read again if the news concern the claim shown."""
        if self.claim is not None and (changes is None or changes.everything or self.claim in changes.claims):
            self.show_claim(self.claim)

    def _loaded(self, told: tuple[int, str, ChainRow] | None) -> None:
        if told is None or told[0] != self.claim:
            return
        _, self.claim_kind, self.chain = told
        unfolded = {slot for slot, card in self.cards.items() if card.unfolded}
        self._clear()
        for slot in self.chain.slots:
            if slot.slot != OTHER or slot.items:
                self._add_card(SlotCard(slot, self.context.formats, slot.slot in unfolded))
        self._say()
        files, self.waiting = self.waiting, []
        self.take(files)

    def _clear(self) -> None:
        while item := self.slots.takeAt(0):
            if held := item.widget():
                held.hide()
                held.deleteLater()
        self.cards.clear()

    def _add_card(self, card: SlotCard) -> None:
        self.cards[card.slot.slot] = card
        card.dropped.connect(lambda slot, files: self.file(files, slot))
        card.add_wanted.connect(self.add)
        card.opened.connect(self.look)
        card.void_wanted.connect(self.void)
        card.export_wanted.connect(self.export)
        card.describe_wanted.connect(self.describe)
        self.slots.addWidget(card)

    def _say(self) -> None:
        assert self.chain is not None  # noqa: S101 (called once it is read)
        there, wanted = self.chain.there, self.chain.wanted
        self.title.setText(self.tr("证据链 %1").replace("%1", f"{there}/{wanted}"))
        self._say_next(self.chain)
        missing = wanted - there
        if not missing:
            self.tag.show_words(self.tr("齐全"), "ok", "check")
            return
        fair = missing * 2 < wanted
        words = self.tr("缺 %1 项，可诉性一般") if fair else self.tr("缺 %1 项，可诉性弱")
        self.tag.show_words(words.replace("%1", str(missing)), "warn" if fair else "bad", "warning")

    def _say_next(self, chain: ChainRow) -> None:
        """What would help most now, and by how much."""
        self.next_step.setVisible(bool(chain.gaps))
        if not chain.gaps:
            return
        gap, language = chain.gaps[0], self.context.language
        words = worded(f"gap_{gap.document.holder}_{gap.why}", language, {"document": gap.document.key})
        gain = self.tr("完整度 %1 分，补上后 %2 分")
        after = str(chain.score + gap.gain)
        self.next_step.say(words, gain.replace("%1", str(chain.score)).replace("%2", after))

    def _take_next(self) -> None:
        if self.chain is not None and self.chain.gaps:
            self.add(self.chain.gaps[0].slot)

    # --- taking in -------------------------------------------------------------------------------

    def add(self, slot: str | None = None) -> None:
        """Choose files on the disk; without a slot it is asked what they are."""
        if self.claim is None:
            return
        files = ask.choose_files(self, self.tr("添加证据"))
        if files and slot:
            self.file(files, slot)
        elif files:
            self.take(files)

    def paste(self) -> None:
        """Take in what the clipboard holds."""
        at = self.context.clock.now()
        data = on_clipboard()
        self.take(files_of(data, self._scratch, at, self.tr("截图")))

    def take(self, files: Sequence[Path]) -> None:
        """Ask what these files are, then file them."""
        if not files or self.claim is None:
            return
        if self.chain is None:
            self.waiting = list(files)  # the slots to choose from are still being read
            return
        name = files[0].name if len(files) == 1 else self.tr("%1 个文件").replace("%1", str(len(files)))
        slots = [slot.slot for slot in self.chain.slots]
        self.popup = TypePopup(self, slots, name, self.context.language)
        self.popup.chosen.connect(lambda slot: self.file(files, slot))
        self.popup.open_at(self.mapToGlobal(QPoint(24, 40)))

    def file(self, files: Sequence[Path], slot: str) -> None:
        """Take the files into the vault for the claim shown, in that slot."""
        if self.claim is None:
            return
        self.doubt.hide()
        for file in files:
            work = self._attaching(file, slot)
            words = self.tr("正在收存 %1").replace("%1", file.name)
            self.context.act(work, self._filed, self._refused, title=words, icon="paperclip", owner=self)

    def _attaching(self, file: Path, slot: str) -> Callable[[Progress], Attached]:
        desk, claim = self.context.desk, self.claim
        assert claim is not None  # noqa: S101 (asked before)
        kind = kind_for(self.claim_kind, slot, file.name)
        facts = PieceFacts(document_for(self.claim_kind, slot))
        return lambda progress: attach(desk, [claim], file, kind, facts=facts, progress=progress)

    def _filed(self, attached: Attached) -> None:
        if attached.doubts:
            self._warn(attached.doubts)

    def _refused(self, problems: tuple[Any, ...]) -> None:
        self._warn(problems)

    def _warn(self, problems: tuple[Any, ...]) -> None:
        self.doubt.say(sentences(problems, self.context.language))
        self.doubt.show()

    # --- one piece -------------------------------------------------------------------------------

    def look(self, evidence: int) -> None:
        """Open a piece in its own window."""
        EvidenceViewer(self.context, evidence, self.window()).show()

    def void(self, evidence: int) -> None:
        """Say that a piece no longer counts, with the reason; nothing is removed."""
        row = piece(self.context.store, evidence)
        if row is None:
            return
        words = self.tr("“%1”仍原样保存，只是不再计入证据链。").replace("%1", row.name)
        why = ask.ask_text(self, self.tr("作废这份证据"), self.tr("原因"), self.tr("作废"), words=words)
        if why:
            desk = self.context.desk
            self.context.act(lambda _progress: void(desk, evidence, why), None, self._refused, owner=self)

    def export(self, evidence: int) -> None:
        """Write a copy where the clerk wants it; it stands in the custody log."""
        row = piece(self.context.store, evidence)
        target = row and ask.save_file(self, self.tr("导出副本"), safe_name(row.name))
        if row and target:
            desk, to = self.context.desk, target
            self.context.act(
                lambda _progress: export_copy(desk, evidence, to),
                None,
                self._refused,
                title=self.tr("正在导出"),
                icon="export",
                owner=self,
            )

    def describe(self, evidence: int) -> None:
        """Open what a piece tells of itself, and its custody log."""
        FactsDialog(self.context, evidence, self.window()).show()

    def scans(self) -> None:
        """Open what waits in the scanner's folder."""
        if self.claim is not None:
            ScansDialog(self.context, self.claim, self.claim_kind, self.window()).show()

    def bundle(self) -> None:
        """Open the bundle of the claim shown."""
        if self.claim is not None:
            BundleDialog(self.context, self.claim, self.window()).show()

    # --- keys and drops --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl V pastes, E adds, S shows what was scanned, B makes the bundle."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif (
            act := self._acts.get(Qt.Key(event.key()))
        ) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            act()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome anywhere."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Outside a slot it is asked what they are."""
        event.acceptProposedAction()
        self.take(local_files(event.mimeData()))
