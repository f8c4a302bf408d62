"""The strings of the window: collected from the source, compiled, or checked to be complete.

The window's own strings are Chinese in the source; each other language has its
``resources/i18n/qingzhang_<lang>.ts`` and, compiled from it, the ``.qm`` that the program loads.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

HERE = Path(__file__).resolve().parents[2]
FOLDER = HERE / "resources" / "i18n"
QT_TOOLS = Path(PySide6.__file__).parent
LANGUAGES = ("en",)


def tool(name: str, *arguments: str | Path) -> None:
    """Run one of Qt's tools that lie in the PySide6 package; raises RuntimeError with what it said."""
    program = QT_TOOLS / (name + (".exe" if os.name == "nt" else ""))
    done = subprocess.run([program, *arguments], cwd=HERE, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{name}: {done.stdout}{done.stderr}")


def update(ts: Path) -> None:
    """Bring a .ts file up to the strings of the window as they stand in the source."""
    sources = sorted(path.relative_to(HERE) for path in (HERE / "ui").rglob("*.py"))
    languages = ("-source-language", "zh_CN", "-target-language", ts.stem.rpartition("_")[2])
    # No guesses from the same words elsewhere: one string can mean two things in two windows.
    guesses = ("-disable-heuristic", "sametext", "-disable-heuristic", "similartext")
    tool("lupdate", "-locations", "none", "-no-obsolete", *guesses, *languages, *sources, "-ts", ts)


def compile_(ts: Path, qm: Path) -> None:
    """Write the form the program loads; one that runs has the old one mapped, which must not change under it."""
    fresh = qm.with_suffix(".qm.new")
    tool("lrelease", ts, "-qm", fresh)
    fresh.replace(qm)


def faults(ts: Path) -> list[str]:
    """What is wrong with one .ts file or its .qm, in words."""
    if not ts.exists():
        return ["it is not there"]
    with tempfile.TemporaryDirectory() as folder:
        fresh, compiled = Path(folder, ts.name), Path(folder, "compiled.qm")
        shutil.copy(ts, fresh)
        update(fresh)
        compile_(ts, compiled)
        now, qm = fresh.read_text(encoding="utf-8"), ts.with_suffix(".qm")
        stale = not qm.exists() or qm.read_bytes() != compiled.read_bytes()
    unfinished = now.count('type="unfinished"')
    behind = now != ts.read_text(encoding="utf-8")
    found = {f"{unfinished} strings lack a translation": unfinished, "it is behind the source": behind}
    return [fault for fault, true in {**found, "its .qm is not compiled from it": stale}.items() if true]


def main() -> int:
    """Collect and compile, or with --check only say what is wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    check = options.parse_args().check
    wrong = []
    for ts in (FOLDER / f"qingzhang_{language}.ts" for language in LANGUAGES):
        if not check:
            update(ts)
            compile_(ts, ts.with_suffix(".qm"))
        wrong += [f"{ts.name}: {fault}" for fault in faults(ts)]
    print("\n".join([*wrong, "type: python3 dev.py translations"] if wrong else ["complete"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
