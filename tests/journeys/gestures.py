"""What hands do with a window of the desktop: keys, clicks, the wheel, a drag, files let fall on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QWidget

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
_NONE = Qt.KeyboardModifier.NoModifier
_OFFERED = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)


def press(target: QWidget, chord: str) -> None:
    """A key or a chord."""
    keys = QKeySequence(chord)[0]
    QTest.keyClick(target, keys.key(), keys.keyboardModifiers())


def type_into(target: QWidget, words: str) -> None:
    """Plain characters key by key; others come from an input method, all at once."""
    if words.isascii():
        QTest.keyClicks(target, words)
        return
    committed = QInputMethodEvent()
    committed.setCommitString(words)
    QCoreApplication.sendEvent(target, committed)


def click(window: QWidget, place: QPoint, button: Qt.MouseButton, *, double: bool = False) -> None:
    """A click on whatever lies there."""
    target, inside = under(window, place)
    (QTest.mouseDClick if double else QTest.mouseClick)(target, button, _NONE, inside)


def drag(window: QWidget, start: QPoint, end: QPoint) -> None:
    """Press, move by way of the middle, let go."""
    target, inside = under(window, start)
    shift = end - start
    QTest.mousePress(target, LEFT, _NONE, inside)
    for way in (inside + shift / 2, inside + shift):
        _move(target, way)
    QTest.mouseRelease(target, LEFT, _NONE, inside + shift)


def roll(window: QWidget, place: QPoint, steps: int) -> None:
    """So many clicks of the wheel, away from oneself when positive."""
    target, inside = under(window, place)
    local, everywhere = QPointF(inside), QPointF(target.mapToGlobal(inside))
    turned = QPoint(0, 120 * steps)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(local, everywhere, QPoint(), turned, Qt.MouseButton.NoButton, _NONE, phase, False)
    QCoreApplication.sendEvent(target, event)


def drop(window: QWidget, place: QPoint, files: Sequence[Path]) -> bool:
    """Files brought over a place and let go there, or taken on where they are not wanted; whether they were."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    target, inside = under(window, place)
    copy = Qt.DropAction.CopyAction
    said: tuple[Any, ...] = (copy, data, LEFT, _NONE)
    enters = QDragEnterEvent(inside, *said)
    if not (QCoreApplication.sendEvent(target, enters) and enters.isAccepted()):
        QCoreApplication.sendEvent(target, QDragLeaveEvent())
        return False
    QCoreApplication.sendEvent(target, QDragMoveEvent(inside, *said))
    QCoreApplication.sendEvent(target, QDropEvent(QPointF(inside), *said))
    return True


def under(window: QWidget, place: QPoint) -> tuple[QWidget, QPoint]:
    """What lies at a place of a window, and that place within it."""
    target = window.childAt(place) or window
    return target, target.mapFrom(window, place) if target is not window else place


def offered(window: QWidget) -> Iterator[QPoint]:
    """The middle of everything that can be pressed, chosen from or written into now."""
    for kind in _OFFERED:
        for each in window.findChildren(kind):
            if each.isVisible() and each.isEnabled() and each.window() is window:
                yield each.mapTo(window, each.rect().center())


def _move(target: QWidget, inside: QPoint) -> None:
    local, everywhere = QPointF(inside), QPointF(target.mapToGlobal(inside))
    event = QMouseEvent(QEvent.Type.MouseMove, local, everywhere, Qt.MouseButton.NoButton, LEFT, _NONE)
    QCoreApplication.sendEvent(target, event)
