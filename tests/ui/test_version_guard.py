"""The guard before the window: which pairs of Python and PySide6 it lets through."""

import subprocess
import sys

import pytest

from ui import version_guard
from ui.problems import LANGUAGES, sentence
from ui.version_guard import deadly_pair, refusal


@pytest.mark.parametrize(
    ("python", "pyside", "opens"),
    [
        ((3, 11), "6.12.0", False),
        ((3, 10), "6.12.0", False),
        ((3, 12), "6.12.0", True),
        ((3, 13), "6.12.0", True),
        ((3, 11), "6.11.1", True),
        ((3, 11), "6.12.1", True),
    ],
)
def test_only_the_deadly_pair_is_refused(python: tuple[int, int], pyside: str, opens: bool) -> None:
    assert (deadly_pair(python, pyside) is None) is opens


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_names_both_versions_and_what_to_do(language: str) -> None:
    problem = deadly_pair((3, 11), "6.12.0")
    assert problem is not None
    said = sentence(problem, language)
    assert "6.12.0" in said
    assert "Python 3.11" in said
    assert "python3 dev.py run" in said


def test_what_is_installed_here_opens() -> None:
    assert refusal() is None


def test_the_guard_loads_no_qt() -> None:
    asked = "import sys, ui.version_guard; print([name for name in sys.modules if 'PySide6' in name])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_refusal_speaks_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version_guard, "DEADLY", version_guard.version(version_guard.DISTRIBUTION))
    monkeypatch.setattr(version_guard, "FIRST_SAFE_PYTHON", (4, 0))
    said = refusal()
    assert said is not None
    assert "窗口未打开" in said
    assert "was not opened" in said
