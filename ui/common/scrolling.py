"""Room for more than fits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrolling(inner: QWidget) -> QScrollArea:
    """``inner`` in an area that scrolls up and down where there is too little room."""
    area = scroll_area(None)
    area.setWidget(inner)
    return area


def scroll_area(parent: QWidget | None) -> QScrollArea:
    """Such an area, empty still.

    What is large is built in its ``viewport()`` and then handed to ``setWidget``: a part that comes to its place when
    it is finished has its style looked up again with all that stands in it.
    """
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
