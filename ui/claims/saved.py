"""Views of the table that the clerk kept under a name."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.actions.settings import drop_view, keep_view
from models.queries.settings import kept_under
from ui.claims.criteria import SavedView, criteria_of
from ui.common.ask import ask_text
from ui.context import AppContext


class SavedViews(QObject):
    """Kept in the settings of the portfolio, so that they travel with it. ``changed`` after any change."""

    changed = Signal()

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.window_of = context, parent
        self._read: list[SavedView] | None = None

    def all(self) -> list[SavedView]:
        """By name."""
        if self._read is None:
            kept = kept_under(self.context.store, "view:")
            self._read = [_view(name, value) for name, value in kept.items() if isinstance(value, dict)]
        return self._read

    def keep(self, shown: SavedView) -> None:
        """Ask for a name and keep what is shown; a name that is there already is overwritten."""
        name = ask_text(self.window_of.window(), self.tr("保存当前筛选"), self.tr("名称"), self.tr("保存"))
        if not name:
            return
        desk, value = self.context.desk, _plain(shown)
        self.context.act(lambda _progress: keep_view(desk, name, value), lambda _: self._renew(), owner=self)

    def drop(self, name: str) -> None:
        """Forget a view."""
        desk = self.context.desk
        self.context.act(lambda _progress: drop_view(desk, name), lambda _: self._renew(), owner=self)

    def _renew(self) -> None:
        self._read = None
        self.changed.emit()


def _plain(view: SavedView) -> dict[str, Any]:
    return {
        **view.criteria.kept(),
        "columns": {key: sorted(values) for key, values in view.columns.items()},
        "words": view.words,
        "sort": list(view.sort),
    }


def _view(name: str, kept: dict[str, Any]) -> SavedView:
    columns = kept.get("columns")
    sort = kept.get("sort")
    return SavedView(
        name,
        criteria_of(kept),
        {key: frozenset(values) for key, values in columns.items()} if isinstance(columns, dict) else {},
        str(kept.get("words", "")),
        (str(sort[0]), bool(sort[1])) if isinstance(sort, list) and len(sort) == 2 else ("", False),
    )
