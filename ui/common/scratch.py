"""Folders for copies in clear that another program reads: private, gone when the program ends, or at its next start."""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from pathlib import Path


def scratch_folder(root: Path, use: str) -> Path:
    """A new folder of its owner alone for copies out of the data folder ``root``."""
    folder = tempfile.mkdtemp(prefix=f"{_prefix(root)}{use}-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def sweep_scratch(root: Path) -> int:
    """Take away what a crash left of them; only who holds the window's lock of ``root`` may. Returns how many."""
    left = list(Path(tempfile.gettempdir()).glob(f"{_prefix(root)}*"))
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _prefix(root: Path) -> str:
    """One data folder's windows know each other's copies from those of other books."""
    return f"qingzhang-{hashlib.sha256(str(root.resolve()).encode('utf-8', 'surrogateescape')).hexdigest()[:16]}-"
