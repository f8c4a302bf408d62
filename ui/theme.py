"""How the window looks: colours by name, fonts by size, light or dark, and the style sheet made of them.

The look is one for the whole process, as Qt's own palette and style sheet are; painted widgets ask
``current()`` while they paint and so follow every change.
"""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Template
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FAMILIES = {
    "zh_CN": ["Microsoft YaHei UI", "PingFang SC", "Noto Sans SC"],
    "en": ["Segoe UI", "SF Pro Text", "Microsoft YaHei UI", "PingFang SC", "Noto Sans SC"],
}
ROW_HEIGHTS = {"compact": 28, "standard": 34, "loose": 42}


@dataclass(frozen=True)
class Band:
    """The colours of one aging band: ground and text of its pill, and its fill in charts."""

    pill: QColor
    text: QColor
    chart: QColor


@dataclass(frozen=True)
class Theme:
    """One look: ``name`` is ``light`` or ``dark``; ``scale`` multiplies every size."""

    name: str
    scale: float
    language: str
    colours: Mapping[str, QColor]
    bands: tuple[Band, ...]
    fonts: dict[tuple[int, bool], QFont] = field(default_factory=dict, compare=False)
    metrics: dict[tuple[int, bool], QFontMetrics] = field(default_factory=dict, compare=False)

    def __getitem__(self, token: str) -> QColor:
        """The colour of a token of tokens.toml, e.g. ``theme["accent"]``."""
        return self.colours[token]

    def px(self, length: int) -> int:
        """A length at standard font size, in pixels at this one."""
        return round(length * self.scale)

    def font(self, size: int = 13, bold: bool = False) -> QFont:
        """The window's font at ``size`` standard pixels. Two weights only."""
        key = (size, bold)
        if key not in self.fonts:
            self.fonts[key] = self._made_font(size, bold)
        return self.fonts[key]

    def metric(self, size: int = 13, bold: bool = False) -> QFontMetrics:
        """Cached measures of ``font(size, bold)``."""
        key = (size, bold)
        if key not in self.metrics:
            self.metrics[key] = QFontMetrics(self.font(size, bold))
        return self.metrics[key]

    def _made_font(self, size: int, bold: bool) -> QFont:
        font = QFont()
        font.setFamilies(FAMILIES[self.language])
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        hinting = QFont.HintingPreference
        small = font.pixelSize() < 16
        font.setHintingPreference(hinting.PreferVerticalHinting if small else hinting.PreferNoHinting)
        if self.language == "en":  # a Chinese face sets its quotation marks as wide as a character
            font.setFeature(QFont.Tag("palt"), 1)
        return font


class _Look(QObject):
    """Tells whoever keeps something drawn (icons, pages) that the look is another one."""

    changed = Signal()


look = _Look()


@cache
def _tokens() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "theme" / "tokens.toml").read_text("utf-8"))


@cache
def made(name: str = "light", scale: float = 1.0, language: str = "zh_CN") -> Theme:
    """The theme of that name, read from tokens.toml."""
    values = _tokens()[name]
    colours = {key: QColor(value) for key, value in values.items() if key != "bands"}
    bands = tuple(Band(**{part: QColor(value) for part, value in band.items()}) for band in values["bands"])
    return Theme(name, scale, language, colours, bands)


_in_force: list[Theme] = []


def current() -> Theme:
    """The theme in force; light before any was applied."""
    return _in_force[0] if _in_force else made()


def resolved(choice: str) -> str:
    """``light`` or ``dark`` for a choice that may also be ``system``."""
    if choice != "system":
        return choice
    hints = QApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def apply(app: QApplication, choice: str = "system", scale: float = 1.0, language: str = "zh_CN") -> Theme:
    """Dress the whole program: Fusion, palette, font and style sheet, then tell ``look.changed``.

    ``choice`` is ``light``, ``dark`` or ``system``. May be called again at any time; who is dressed so already is left
    alone, as looking at every widget anew takes a second.
    """
    load_fonts()
    theme = made(resolved(choice), scale, language)
    if _in_force and _in_force[0] is theme and app.styleSheet():
        return theme
    _in_force[:] = [theme]
    app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setFont(theme.font())
    app.setStyleSheet(style_sheet(theme))
    look.changed.emit()
    return theme


@cache
def load_fonts() -> tuple[str, ...]:
    """Bring in the bundled sans, so that a machine without any Chinese font shows Chinese. Families found."""
    found: list[str] = []
    for weight in ("Regular", "Bold"):
        number = QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"NotoSansSC-{weight}.ttf"))
        found += QFontDatabase.applicationFontFamilies(number)
    return tuple(found)


_ROLES = {
    "Window": "bg", "WindowText": "text", "Base": "surface", "AlternateBase": "head", "Text": "text",
    "Button": "surface", "ButtonText": "text", "Highlight": "fill", "HighlightedText": "on_fill",
    "ToolTipBase": "bar", "ToolTipText": "bar_text", "PlaceholderText": "text3", "Link": "accent",
    "LinkVisited": "accent", "BrightText": "bad", "Accent": "fill", "Light": "surface", "Midlight": "hover",
    "Mid": "line", "Dark": "line2", "Shadow": "line2",
}  # fmt: skip
_DISABLED = ("WindowText", "Text", "ButtonText", "PlaceholderText")


def palette(theme: Theme) -> QPalette:
    """Qt's own roles in the theme's colours, for whatever the style sheet does not reach."""
    colours = QPalette()
    for role, token in _ROLES.items():
        colours.setColor(QPalette.ColorRole[role], theme[token])
    for role in _DISABLED:
        colours.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], theme["text3"])
    return colours


_MARKS = {
    "arrow": ("text2", '<path d="m3 4.5 3 3 3-3"/>'),
    "check": ("on_fill", '<path d="m2.5 6.2 2.4 2.4 4.6-5"/>'),
    "tick": ("accent", '<path d="m2.5 6.2 2.4 2.4 4.6-5"/>'),
    "dash": ("on_fill", '<path d="M3 6h6"/>'),
}


@cache
def _mark_folder() -> Path:
    """Where the marks lie while the program runs; the style sheet can only take them from files."""
    folder = tempfile.mkdtemp(prefix="qingzhang-marks-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def _mark(theme: Theme, name: str) -> str:
    token, path = _MARKS[name]
    weight = 1.3 if name == "arrow" else 1.7
    file = _mark_folder() / f"{name}-{theme.name}.svg"
    if not file.exists():
        file.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" viewBox="0 0 12 12" fill="none" '
            f'stroke="{theme[token].name()}" stroke-width="{weight}" stroke-linecap="round" '
            f'stroke-linejoin="round">{path}</svg>',
            "utf-8",
        )
    return file.as_posix()


def style_sheet(theme: Theme) -> str:
    """window.qss with the theme's colours, lengths and marks filled in."""
    raw = (RESOURCES / "theme" / "window.qss").read_text("utf-8")
    sized = re.sub(r"\{(\d+)\}px", lambda length: f"{theme.px(int(length[1]))}px", raw)
    values = {token: colour.name() for token, colour in theme.colours.items()}
    return Template(sized).substitute(values, **{name: _mark(theme, name) for name in _MARKS})
