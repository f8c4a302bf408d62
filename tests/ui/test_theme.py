from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from ui import theme


class Looked(QWidget):
    """Counts how often it is asked to look at its style anew."""

    def __init__(self):
        super().__init__()
        self.looks = 0

    def changeEvent(self, event):
        self.looks += event.type() == QEvent.Type.StyleChange


def test_a_window_that_wears_the_look_already_is_left_alone(dressed, qtbot):
    window = Looked()
    qtbot.addWidget(window)
    window.show()
    worn = window.looks
    theme.apply(dressed, "light")
    assert window.looks == worn
    theme.apply(dressed, "dark")
    assert window.looks > worn
