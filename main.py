"""Qingzhang: with a command it does one thing and ends, without one it opens the window. The only wiring."""

from __future__ import annotations

import os
import sys
from typing import Any


def render(kind: str, facts: Any, language: Any = "zh_CN", *, on_screen: bool = False) -> bytes:
    """The door to paper, opened when first used: its fonts take a moment to load."""
    from reports.render import render as render_now

    return render_now(kind, facts, language, on_screen=on_screen)


def main(arguments: list[str]) -> int:
    """Run a command, or the window where there is none; returns the exit status."""
    from ui.terminal.main import parse, run

    parsed = parse(arguments)
    if parsed.command is not None:
        return run(parsed, render)
    from ui.version_guard import refusal

    if reason := refusal():
        sys.stderr.write(reason + "\n")
        return 1
    from ui.app import open_window

    return open_window(parsed, render)


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main(sys.argv[1:]))
