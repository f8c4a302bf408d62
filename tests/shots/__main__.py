"""Pictures of every window: ``python -m tests.shots FOLDER [--only WORDS] [--size 1.3] …``.

Drawn without a display, on a sample portfolio that is the same every time, in both languages and both themes.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from models.store import open_store
from tests.shots.sample import fill_sample
from tests.shots.scenes import SCENES
from tests.shots.stage import Stage

SCREEN = Path(__file__).with_name("screen.json")
"""A screen of the usual size: on the plugin's own, 800 pixels wide, no window has its room."""
TODAY = date(2026, 11, 20)
LOOKS = (("", "zh_CN", "light"), ("", "zh_CN", "dark"), ("en-", "en", "light"), ("en-", "en", "dark"))
DOCS = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "claims.png"


def arguments() -> argparse.Namespace:
    """What was asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument(
        "--only", default="", help="only pictures whose name contains this, or one of these between commas"
    )
    options.add_argument("--data", type=Path, help="take this portfolio as it is, not the sample")
    options.add_argument("--today", type=date.fromisoformat, default=TODAY)
    options.add_argument("--size", type=float, default=1.0, help="the size of the text: 1, 1.15 or 1.3")
    options.add_argument("--docs", action="store_true", help="also renew the picture in the README")
    return options.parse_args()


def complain(_kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what the screenless plugin says of every window it shows."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def main() -> int:
    """Draw them, one line each."""
    given = arguments()
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
    qInstallMessageHandler(complain)
    app = QApplication(sys.argv[:1])
    given.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        store = open_store(given.data or Path(scratch) / "data")
        empty = open_store(Path(scratch) / "empty", bind=False)
        claims = [] if given.data else fill_sample(store, given.today)
        for prefix, language, theme in LOOKS:
            wanted = {f"{name}-{prefix}{theme}": scene for name, scene in SCENES.items()}
            for name, scene in wanted.items():
                if any(word in name for word in given.only.split(",")):
                    stage = Stage(app, store, empty, given.today, language, theme, given.size, claims)
                    picture = scene(stage)
                    picture.save(str(given.folder / f"{name}.png"))
                    if given.docs and name == "main-light":
                        DOCS.parent.mkdir(parents=True, exist_ok=True)
                        picture.save(str(DOCS))
                    print(f"{name}.png {picture.width()} × {picture.height()}", flush=True)
                    stage.clear()
        store.close()
        empty.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
