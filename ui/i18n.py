"""The language of the window: Chinese as written in the code, English from qingzhang_en.qm.

Words change when a window is built; who switches the language builds the windows anew.
"""

from __future__ import annotations

import locale
import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.theme import RESOURCES

LANGUAGES = ("zh_CN", "en")
_installed: list[QTranslator] = []
_speaking = ["zh_CN"]


def speak(app: QCoreApplication, language: str) -> None:
    """Take ``zh_CN`` or ``en`` for every string asked for from now on, Qt's own included."""
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    _speaking[0] = language
    QLocale.setDefault(QLocale(language))
    if language == "en":
        _install(app, "qingzhang_en", str(RESOURCES / "i18n"))
    else:
        _install(app, "qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))


def language() -> str:
    """The language spoken now."""
    return _speaking[0]


def language_of_system() -> str:
    """Chinese where the system's language is Chinese or not told, else English."""
    told = os.environ.get("LANG") or (locale.getlocale()[0] or "")
    name = QLocale.system().name() if QLocale.system().name() != "C" else told
    return "en" if name and not name.startswith(("zh", "C", "POSIX")) else "zh_CN"


def _install(app: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)
        _installed.append(translator)
