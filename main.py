"""Qingzhang: with a command it does one thing and ends, without one it opens the window. The only wiring."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

OWN_PYTHON = Path(__file__).parent / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def render(
    kind: str,
    facts: Any,
    language: Any = "zh_CN",
    *,
    on_screen: bool = False,
    watch: Any = None,
    into: Path | None = None,
) -> Any:
    """The door to paper, opened when first used: its fonts take a moment to load.

    The bytes of a PDF; a ``bundle``, which may be large, is written ``into`` a file and tells where everything stands;
    ``watch`` follows its progress.
    """
    if kind == "bundle" and into is not None:
        from reports.bundle import bundle

        return bundle(facts, language, on_screen, watch or (lambda _done, _total: None), into)
    from reports.render import render as render_now

    return render_now(kind, facts, language, on_screen=on_screen)


def main(arguments: list[str]) -> int:
    """Run a command, or the window where there is none; returns the exit status."""
    if find_spec("peewee") is None:
        return under_its_own_python(arguments)
    from ui.terminal.main import parse, run

    parsed = parse(arguments)
    if parsed.command is not None:
        return run(parsed, render)
    from ui.version_guard import refusal

    if reason := refusal():
        sys.stderr.write(reason + "\n")
        return 1
    from ui.overrides import guard_overrides

    guard_overrides()
    from ui.app import open_window

    return open_window(parsed, render)


def under_its_own_python(arguments: list[str]) -> int:
    """The Python at hand lacks the program's libraries: go on under the one that dev.py has prepared."""
    if not OWN_PYTHON.is_file() or os.environ.get("QZ_OWN_PYTHON"):
        sys.stderr.write("清账还没有装好，请先运行 / Not installed yet, run first: python3 dev.py run\n")
        return 1
    environment = {**os.environ, "QZ_OWN_PYTHON": "1"}
    return subprocess.run([OWN_PYTHON, __file__, *arguments], env=environment).returncode  # noqa: S603 (ourselves)


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main(sys.argv[1:]))
