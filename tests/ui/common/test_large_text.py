"""Larger text takes a larger window; English counts take the singular."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QApplication

from ui import i18n, theme
from ui.common.dialog import DialogShell


@pytest.fixture
def app(qapp):
    assert isinstance(qapp, QApplication)
    yield qapp
    i18n.speak(qapp, "zh_CN")
    theme.apply(qapp, "light", 1.0, "zh_CN")


def test_a_window_grows_with_its_text_as_far_as_the_screen_goes(app, qtbot):
    theme.apply(app, "light", 1.3, "zh_CN")
    window = DialogShell(None, "", (400, 300), "")
    qtbot.addWidget(window)
    assert window.size() == QSize(520, 390)
    wide = DialogShell(None, "", (9000, 300), "")
    qtbot.addWidget(wide)
    assert wide.width() == window.screen().availableGeometry().width() - 16


@pytest.mark.parametrize(
    ("count", "words"), [(0, "letters"), (1, "letter"), (2, "letters"), (199, "letters")]
)
def test_one_letter_is_not_letters(app, count, words):
    i18n.speak(app, "en")
    assert QCoreApplication.translate("LetterWizard", "打印 %1 封", "", count) == f"Print %1 {words}"
