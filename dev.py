#!/usr/bin/env python3
"""The two commands, and the few its makers add. It needs nothing but Python 3.11 or newer.

    python3 dev.py run [...]                the program; without a display its main job, into out/
    python3 dev.py test [--long] [...]      everything that is checked; what follows goes to pytest
    python3 dev.py ready | bench | shots | lock [--upgrade] | audit | translations | format
The first call makes .venv and installs the locked requirements into it; later calls see that nothing changed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import DEVNULL, PIPE, STDOUT

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
SYSLIBS = VENV / "syslibs"
OUT = HERE / "out"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PYTEST = (PYTHON, "-m", "pytest", "-n", "auto", "--dist", "worksteal")  # on every core
LOCKS = {"program": HERE / "requirements.txt", "makers": HERE / "tests" / "requirements.txt"}
QT_PACKAGES = [
    *("libgl1", "libegl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1", "libxkbcommon0", "libbrotli1"),
    "libgssapi-krb5-2",
]
X11_PACKAGES = [
    *("libx11-xcb1", "libxkbcommon-x11-0", "libxcb-shape0", "libxcb-xkb1"),
    *(f"libxcb-{part}" for part in ("cursor0", "icccm4", "image0", "keysyms1", "randr0", "render-util0")),
]
QT_PROBE = """
import ctypes, pathlib, sys
import PySide6
from PySide6 import QtNetwork, QtPrintSupport, QtSvg, QtWidgets
plugin = pathlib.Path(PySide6.__file__).parent / f"Qt/plugins/platforms/libq{sys.argv[1]}.so"
if sys.platform == "linux":
    ctypes.CDLL(str(plugin))
"""


class Stop(Exception):
    """What was asked for cannot be done; the sentence says what to do."""


# --- running other programs


def environment() -> dict[str, str]:
    """The surroundings of every program started here: UTF-8, and the libraries unpacked for this folder."""
    env = {**os.environ, "PYTHONUTF8": "1"}
    language = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if sys.platform == "linux" and not re.search("utf-?8", language, re.IGNORECASE):
        env["LC_ALL"] = "C.UTF-8"
    if SYSLIBS.is_dir():
        triplet = sysconfig.get_config_var("MULTIARCH") or ""
        found = [str(SYSLIBS / top / triplet) for top in ("usr/lib", "lib")]
        env["LD_LIBRARY_PATH"] = os.pathsep.join([*found, *filter(None, [env.get("LD_LIBRARY_PATH")])])
        if not Path("/etc/fonts/fonts.conf").exists():
            env["FONTCONFIG_PATH"] = str(SYSLIBS / "etc/fonts")
    return env


def answers(*command: object) -> bool:
    """Whether the command can be run and ends well; its output is not shown."""
    try:
        output(*command)
    except Stop:
        return False
    return True


def output(*command: object, env: dict[str, str] | None = None, cwd: Path = HERE) -> str:
    """What the command prints. Raises Stop with its last lines when it fails."""
    words = [str(part) for part in command]
    plain = env or environment()
    try:
        done = subprocess.run(words, stdin=DEVNULL, stdout=PIPE, stderr=STDOUT, env=plain, cwd=cwd)
    except OSError as error:
        raise Stop(f"{words[0]} cannot be run: {error}") from error
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode:
        tail = "\n".join(said.splitlines()[-15:])
        raise Stop(f"{' '.join(words[:6])} … ended with {done.returncode}:\n{tail}")
    return said


def show(*command: object) -> int:
    """Run the command with its output in sight; its exit code."""
    sys.stdout.flush()
    words = [str(part) for part in command]
    return subprocess.run(words, cwd=HERE, env=environment(), check=False).returncode


def timed(what: str, work: Callable[[], object]) -> None:
    """Say what is being done and how long it took."""
    print(f"· {what} …", end="", flush=True)
    begun = time.monotonic()
    try:
        work()
    except BaseException:
        print()
        raise
    print(f" {time.monotonic() - begun:.0f} s", flush=True)


# --- what the machine lacks


def is_root() -> bool:
    """Whether packages may be installed for the whole machine."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def fetch_packages(names: list[str], folder: Path) -> Path:
    """Debian packages with all they need: installed when root, else unpacked into ``folder``.

    Answers the folder that stands for ``/`` in their paths. Raises Stop where there is no apt-get.
    """
    if not shutil.which("apt-get"):
        raise Stop("this machine has no apt-get")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    if is_root():
        output("apt-get", "update", "-qq", env=env)
        output("apt-get", "install", "-y", "-qq", "--no-install-recommends", *names, env=env)
        return Path("/")
    for part in ("lists/partial", "cache/archives/partial", "debs"):
        (folder / ".apt" / part).mkdir(parents=True, exist_ok=True)
    apt = ["apt-get", "-o", f"Dir::State::Lists={folder}/.apt/lists", "-o", f"Dir::Cache={folder}/.apt/cache",
           "-o", "Debug::NoLocking=1"]  # fmt: skip
    output(*apt, "update", "-qq", env=env)
    plan = output(*apt, "install", "--simulate", "-y", "--no-install-recommends", *names, env=env)
    wanted = re.findall(r"^Inst (\S+)", plan, re.MULTILINE)
    if wanted:
        output(*apt, "download", *wanted, env=env, cwd=folder / ".apt/debs")
    for package in sorted((folder / ".apt/debs").glob("*.deb")):
        output("dpkg-deb", "-x", package, folder)
    shutil.rmtree(folder / ".apt")
    return folder


def make_venv() -> None:
    """A virtual environment of our own, also where Debian keeps venv or pip in packages of their own."""
    if answers(PYTHON, "-c", ""):
        return
    bare = [] if importlib.util.find_spec("ensurepip") else ["--without-pip"]
    timed("making .venv", lambda: output(sys.executable, "-m", "venv", "--clear", *bare, VENV))


def pip() -> list[object]:
    """The pip that installs into .venv: its own, the machine's, or one brought here."""
    own = [PYTHON, "-m", "pip"]
    if answers(*own, "--version"):
        return own
    machines = [sys.executable, "-m", "pip", "--python", PYTHON]
    if answers(*machines, "--version"):
        return machines
    try:
        timed("fetching pip", bring_pip)
    except Stop as why:
        raise Stop(f"pip is missing and could not be fetched ({why}).\nInstall it, then run this again: "
                   "sudo apt-get install python3-venv python3-pip") from why  # fmt: skip
    return own


def bring_pip() -> None:
    """Debian's own wheel of pip, put into .venv."""
    root = fetch_packages(["python3-pip-whl"], VENV / "boot")
    wheel = max((root / "usr/share/python-wheels").glob("pip-*.whl"))
    output(PYTHON, wheel / "pip", "install", "--no-index", "--no-deps", wheel)


def install(part: str) -> None:
    """The locked requirements of one part, once per change of the lock file or of Python."""
    answers(PYTHON, "-m", "compileall", "-q", "main.py", "models", "reports", "ui")  # commands start at once
    lock = LOCKS[part]
    now = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    stamp = VENV / f"{part}.stamp"
    if stamp.is_file() and stamp.read_text() == now:
        return
    tool = [*pip(), "install", "-q", "--require-hashes", "--no-deps", "--disable-pip-version-check"]
    timed(f"installing the requirements of the {part}", lambda: output(*tool, "-r", lock))
    stamp.write_text(now)


def qt_missing(platform: str) -> str | None:
    """Why Qt cannot start on ``platform`` (offscreen, xcb, wayland), None when it can."""
    if answers(PYTHON, "-c", QT_PROBE, platform):
        return None
    qt = next(VENV.glob("lib/python*/site-packages/PySide6/Qt"), None)
    if not (qt and shutil.which("ldd")):
        return "Qt does not load"
    parts = ("Widgets", "Svg", "Network", "PrintSupport", "XcbQpa" if platform == "xcb" else "Gui")
    files = [qt / f"plugins/platforms/libq{platform}.so", *(qt / f"lib/libQt6{part}.so.6" for part in parts)]
    lacking = sorted(set(re.findall(r"(\S+) => not found", output("ldd", *files))))
    return "missing: " + (" ".join(lacking) or "one of its libraries")


def ready_qt(platform: str) -> str | None:
    """Get what Qt lacks on ``platform``; None when it can start, else what is missing and what to type."""
    if not qt_missing(platform):
        return None
    names = QT_PACKAGES + (X11_PACKAGES if platform == "xcb" else [])
    try:
        timed("fetching the system libraries Qt needs", lambda: fetch_packages(names, SYSLIBS))
    except Stop as why:
        print(f"  {why}")
    mend = f"Type: sudo apt-get install {' '.join(names)}"
    lacking = qt_missing(platform)
    return lacking and f"{lacking}\n{mend if sys.platform == 'linux' else 'Delete .venv and try again.'}"


# --- run


def display() -> str | None:
    """The Qt platform of the display in sight, None without one."""
    if sys.platform != "linux":
        return "native"
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return None
    return "xcb" if os.environ.get("DISPLAY") else "wayland" if os.environ.get("WAYLAND_DISPLAY") else None


def ready(_: list[str]) -> int:
    """Get everything that opening the window takes, and open nothing: the launchers call this first."""
    make_venv()
    install("program")
    if (platform := display()) and (trouble := ready_qt(platform)):
        raise Stop(f"The window cannot open, {trouble}")
    return 0


def run(arguments: list[str]) -> int:
    """Open the window, hand ``arguments`` to the program, or do its main job where no window can be."""
    if display() or arguments:
        ready([])
        return show(PYTHON, "main.py", *arguments)
    make_venv()
    install("program")
    trouble = qt_offscreen()
    return show(PYTHON, "-m", "tests.tools.main_job", OUT, *(["--no-window", trouble] if trouble else []))


# --- test


def checked(name: str, work: Callable[[], int]) -> bool:
    """One step of the test run, with its name before and its result and time after."""
    print(f"\n── {name} ──", flush=True)
    begun = time.monotonic()
    code = work()
    print(f"── {name}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - begun:.1f} s", flush=True)
    return code == 0


def test(arguments: list[str]) -> int:
    """Everything that CI runs; no step is left out because an earlier one failed."""
    begun = time.monotonic()
    prepare()
    trouble = qt_offscreen()
    chosen = ["-m", "not long"] if "--long" not in arguments else []
    rest = [word for word in arguments if word != "--long"]
    steps: dict[str, Callable[[], int]] = {
        "format": lambda: show(PYTHON, "-m", "ruff", "format", "--check", "."),
        "lint": lambda: show(PYTHON, "-m", "ruff", "check", "."),
        "types": lambda: show(PYTHON, "-m", "mypy"),
        "imports": lambda: show(
            PYTHON, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-logo"
        ),
        "translations": lambda: show(PYTHON, "-m", "tests.tools.translations", "--check"),
        "tests": lambda: show(*PYTEST, *chosen, *(without_qt() if trouble else ()), *rest),
    }
    if trouble:
        del steps["translations"]  # Qt's own tools read and compile them
    failed = [name for name, work in steps.items() if not checked(name, work)]
    if trouble:
        print(f"\n!! Qt cannot start here: NOTHING OF THE WINDOW OR ITS WORDS WAS TESTED.\n!! {trouble}")
    seconds = time.monotonic() - begun
    print(f"\n{len(steps) - len(failed)} of {len(steps)} steps passed in {seconds:.0f} s", end="")
    print(f"; failed: {', '.join(failed)}" if failed else "")
    return 1 if failed else 0


DRAWS = re.compile(
    r"\bq(?:tbot|app)\b|^\s*(?:from|import) (?:PySide6|tests\.tools\b"
    r"|ui(?!(?:\.| import )(?:terminal|problems|version_guard)\b))",
    re.MULTILINE,
)


def without_qt() -> list[str]:
    """The options that leave out pytest-qt and every test that draws: without Qt they end the whole run."""
    files = [*HERE.glob("tests/**/test_*.py"), *HERE.glob("tests/**/conftest.py")]
    left_out = [path for path in sorted(files) if DRAWS.search(path.read_text(encoding="utf-8"))]
    for path in left_out:
        print(f"!! left out, it needs Qt: {path.relative_to(HERE)}")
    ignored = {path.parent if path.name == "conftest.py" else path for path in left_out}
    no_plugin = ("-p", "no:pytest-qt", "-W", "ignore::pytest.PytestConfigWarning")
    return [*no_plugin, *(f"--ignore={path}" for path in sorted(ignored))]


# --- the rest


def prepare() -> None:
    """The environment with both parts installed."""
    make_venv()
    install("program")
    install("makers")


def qt_offscreen() -> str | None:
    """Draw without a display from here on; None when Qt can, else what is missing and what to type."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return ready_qt("offscreen")


def draw(tool: str, *arguments: object) -> int:
    """Run a tool of the makers that draws the window."""
    prepare()
    if trouble := qt_offscreen():
        raise Stop(f"Qt cannot start, {trouble}")
    return show(PYTHON, "-m", tool, *arguments)


def bench(arguments: list[str]) -> int:
    """The measurements beside their floors and peers."""
    return draw("tests.bench", *arguments)


def shots(arguments: list[str]) -> int:
    """Pictures of every window, in both languages and both themes, into out/shots."""
    return draw("tests.shots", OUT / "shots", *arguments)


def translations(_: list[str]) -> int:
    """Collect the strings of the window and compile what is translated."""
    return draw("tests.tools.translations")


def lock(arguments: list[str]) -> int:
    """Exact versions with hashes, without a registry's address; pins that fit stay, ``--upgrade`` takes the newest."""
    make_venv()
    output(*pip(), "install", "-q", "uv")
    compile_ = [PYTHON, "-m", "uv", "pip", "compile", "--universal", "--generate-hashes", *arguments]
    bare = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    for part, target in LOCKS.items():
        same = ["-c", LOCKS["program"]] if part == "makers" else []
        output(*compile_, *bare, *same, target.with_suffix(".in"), "-o", target)
    return 0


def format_code(_: list[str]) -> int:
    """Lay the code out and mend what can be mended without thought."""
    prepare()
    return show(PYTHON, "-m", "ruff", "format", ".") or show(PYTHON, "-m", "ruff", "check", "--fix", ".")


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "ready": ready,
    "run": run,
    "test": test,
    "bench": bench,
    "shots": shots,
    "lock": lock,
    "audit": lambda words: show(PYTHON, "-m", "tests.tools.audit", *words),
    "translations": translations,
    "format": format_code,
}


def main(arguments: list[str]) -> int:
    """Do the named command; its exit code."""
    if sys.version_info < (3, 11):
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Stop as why:
        print(why, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
