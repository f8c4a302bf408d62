"""dev.py: what it decides before it starts anything."""

import ast
import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

import dev


def test_it_stands_on_the_standard_library_alone() -> None:
    tree = ast.parse(Path(dev.__file__).read_text(encoding="utf-8"))
    names = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        )
    }
    assert names <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("words", [[], ["help"], ["testt"]])
def test_an_unknown_word_names_the_commands(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(words) == 2
    assert "python3 dev.py run" in capsys.readouterr().out


def test_an_old_python_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert dev.main(["run"]) == 2
    assert "3.11" in capsys.readouterr().err


def test_a_stop_is_said_in_a_sentence_and_ends_with_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stops(_: list[str]) -> int:
        raise dev.Stop("pip is missing")

    monkeypatch.setitem(dev.COMMANDS, "run", stops)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "pip is missing\n"


@pytest.mark.parametrize(
    ("surroundings", "platform"),
    [
        ({}, None),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "wayland"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "xcb"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, None),
    ],
)
def test_a_display_is_seen(
    surroundings: dict[str, str], platform: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    assert dev.display() == platform


def test_a_bare_language_becomes_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("LANG", "C")
    assert dev.environment()["LC_ALL"] == "C.UTF-8"
    monkeypatch.setenv("LANG", "zh_CN.utf8")
    assert "LC_ALL" not in dev.environment()


def test_unpacked_libraries_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "SYSLIBS", tmp_path)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/theirs")
    path = dev.environment()["LD_LIBRARY_PATH"].split(":")
    assert path[0].startswith(str(tmp_path / "usr/lib"))
    assert path[-1] == "/opt/theirs"


def test_locked_requirements_are_installed_once_per_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("nothing\n", encoding="utf-8")
    now = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    (tmp_path / "program.stamp").write_text(now, encoding="utf-8")
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "no-python-here")
    monkeypatch.setitem(dev.LOCKS, "program", lock)
    dev.install("program")
    lock.write_text("something\n", encoding="utf-8")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python-here"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.Stop, match="sudo apt-get install python3-venv python3-pip"):
        dev.install("program")


def test_what_a_program_said_last_is_told_when_it_fails() -> None:
    with pytest.raises(dev.Stop, match="ended with 3:\nthe reason"):
        dev.output(sys.executable, "-c", "print('the reason'); raise SystemExit(3)")


@pytest.mark.parametrize(
    ("text", "draws"),
    [
        ("from PySide6.QtCore import Qt", True),
        ("    import PySide6", True),
        ("def test_it({}bot): ...".format("qt"), True),
        ("from ui.common.text import text", True),
        ("from ui.terminal.main import main", False),
        ("from ui.problems import sentence", False),
        ("from ui import version_guard", False),
        ("from ui import theme", True),
        ("from ui.version_guard import deadly_pair", False),
        ("from models.rules.money import yuan  # PySide6 sees it too", False),
    ],
)
def test_a_test_that_draws_is_known_by_its_text(text: str, draws: bool) -> None:
    assert bool(dev.DRAWS.search(text)) is draws


def test_ci_runs_the_command_a_developer_types() -> None:
    script = (dev.HERE / ".ci" / "run").read_text(encoding="utf-8")
    assert script.splitlines()[-1] == "exec python3 dev.py test"


@pytest.mark.parametrize("script", ["qingzhang.sh", "Qingzhang.command", ".ci/run"])
def test_a_script_reads_well_and_may_be_run(script: str) -> None:
    path = dev.HERE / script
    assert path.stat().st_mode & 0o100
    assert subprocess.run(["bash", "-n", path], check=False).returncode == 0


def test_the_windows_launcher_has_its_own_line_ends() -> None:
    lines = (dev.HERE / "Qingzhang.cmd").read_bytes().splitlines(keepends=True)
    assert all(line.endswith(b"\r\n") for line in lines)
