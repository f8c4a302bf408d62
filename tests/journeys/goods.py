"""What lies about on a clerk's desktop, and the system's window that asks for some of it."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from tests.ui.rooms import PDF

HERE = Path(__file__).resolve().parents[1]
LEDGERS, STATEMENTS = HERE / "ledgers", HERE / "statements"
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082"
)


def lay_out(folder: Path) -> Path:
    """A folder with good things, broken ones, and some that are none of the program's business."""
    folder.mkdir()
    for ledger in sorted(LEDGERS.glob("0*")):
        shutil.copy(ledger, folder)
    for statement in ("icbc.csv", "boc.csv"):
        shutil.copy(STATEMENTS / statement, folder)
    whole = next(LEDGERS.glob("01_*")).read_bytes()
    for name, held in {
        "截断.xlsx": whole[: len(whole) // 2],
        "不是表.csv": bytes(range(256)),
        "空.xlsx": b"",
        "合同.pdf": PDF,
        "签收单.png": _PNG,
        "坏图.jpg": b"\xff\xd8\xff",
        "setup.exe": b"MZ",
        "节点.json": b'{"a": [1]}',
        "邮单.toml": b"[",
        "旧.qzbackup": b"PK",
    }.items():
        (folder / name).write_bytes(held)
    (folder / "扫描件").mkdir()
    (folder / "扫描件" / "合同.pdf").write_bytes(PDF)
    return folder


class FileBox:
    """Stands where the program asks the system for a file, and takes whatever lies in a folder, or nothing.

    Now and then the box of Qt comes up instead: it stays until somebody shuts it.
    """

    def __init__(self, chance: random.Random, folder: Path) -> None:
        self.chance, self.folder = chance, folder

    def any(self) -> Path:
        """Anything there, a folder too, or what the program has written there itself."""
        return self.chance.choice(sorted(self.folder.iterdir()))

    def getOpenFileName(self, *asked: Any) -> tuple[str, str]:
        """One file."""
        return self._answer(QFileDialog.getOpenFileName, asked, lambda: (str(self.any()), ""))

    def getOpenFileNames(self, *asked: Any) -> tuple[list[str], str]:
        """One to three."""
        some = self.chance.randint(1, 3)
        return self._answer(
            QFileDialog.getOpenFileNames, asked, lambda: ([str(self.any()) for _ in range(some)], "")
        )

    def getSaveFileName(self, parent: Any, title: str, name: str, kinds: str) -> tuple[str, str]:
        """The name that is proposed, of any of the kinds, or a name that a folder has."""
        taken = self.folder / "扫描件" if self.chance.random() < 0.1 else self.folder / name
        kind = self.chance.choice(kinds.split(";;"))
        return self._answer(
            QFileDialog.getSaveFileName, (parent, title, name, kinds), lambda: (str(taken), kind)
        )

    def getExistingDirectory(self, *asked: Any) -> str:
        """One of the folders."""
        return self._answer(QFileDialog.getExistingDirectory, asked, lambda: str(self.folder / "扫描件"))

    def _answer(self, ask: Any, asked: tuple[Any, ...], pick: Any) -> Any:
        return ask(*asked) if self.chance.random() < 0.2 else pick()
