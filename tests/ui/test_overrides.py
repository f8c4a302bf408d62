import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import FunctionType

import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

import ui
from ui.overrides import FIRST_WHOLE_PYTHON

HERE = Path(__file__).resolve().parents[2]
older = pytest.mark.skipif(sys.version_info[:2] >= FIRST_WHOLE_PYTHON, reason="every exception is whole")

WINDOW = """
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])

class Window(QWidget):
    def resizeEvent(self, event):
        [].pop()

    def event(self, event):
        return super().event(event)

try:
    Window().show()
except IndexError as fault:
    print(fault)
"""


def ended(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", program], cwd=HERE, capture_output=True, text=True)


@older
def test_a_fault_of_c_code_in_an_event_is_told() -> None:
    told = ended("from ui.overrides import guard_overrides\nguard_overrides()\n" + WINDOW)
    assert told.returncode == 0
    assert "pop from empty list" in told.stdout


@older
def test_without_the_guard_it_would_end_the_program() -> None:
    assert ended(WINDOW).returncode < 0


def test_the_program_guards_before_any_window_is_made() -> None:
    asked = "ui.overrides.guard_overrides = lambda: sys.exit('ui.app' in sys.modules or 7)"
    assert ended(f"import sys, main, ui.overrides\n{asked}\nmain.main([])").returncode == 7


def classes(base: type) -> Iterator[type]:
    for each in base.__subclasses__():
        yield each
        yield from classes(each)


@older
def test_every_override_of_the_program_is_guarded() -> None:
    for module in walk_packages(ui.__path__, "ui."):
        import_module(module.name)
    ours = {each for each in classes(QObject) if each.__module__.startswith("ui.")}
    overrides = [
        method
        for each in ours
        for name, method in vars(each).items()
        if isinstance(method, FunctionType)
        and not name.startswith("__")
        and any(name in vars(base) for base in each.__mro__ if base.__module__.startswith("PySide6."))
    ]
    assert len(overrides) > 100
    assert [method for method in overrides if not hasattr(method, "__wrapped__")] == []


def test_a_guarded_method_without_arguments_is_given_none_by_a_signal(qtbot) -> None:
    class Box(QDialog):
        def reject(self) -> None:
            super().reject()

    box = Box()
    qtbot.addWidget(box)
    button = QPushButton(box)
    button.clicked.connect(box.reject)  # carries whether it is checked
    box.show()
    button.click()
    assert not box.isVisible()


def test_what_an_override_gives_back_stays(qtbot) -> None:
    class Tall(QWidget):
        def heightForWidth(self, width: int) -> int:
            return 2 * width

    tall = Tall()
    qtbot.addWidget(tall)
    assert QWidget.heightForWidth(tall, 5) == -1
    assert tall.heightForWidth(5) == 10


@older
def test_how_a_window_is_made_is_nothing_that_qt_calls(qtbot) -> None:
    class Pane(QWidget):
        def __init__(self, *, width: int = 1) -> None:
            super().__init__()
            self.wide = width

        def sizeHint(self, *, rows: int = 1) -> QSize:
            return QSize(self.wide, rows)

    assert not hasattr(Pane.__init__, "__wrapped__")
    assert Pane(width=2).sizeHint(rows=3) == QSize(2, 3)
