"""Windows that are opened once: asking for one that is open brings it to the front."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.claims.claim_dialog import ClaimDialog
from ui.context import AppContext
from ui.debtors.debtor_dialog import DebtorDialog
from ui.evidence.viewer import EvidenceViewer

_Window = TypeVar("_Window", bound=QWidget)


class Doors:
    """What opens a window over ``over`` and remembers it while it is ``open``, by its subject."""

    context: AppContext
    over: QWidget
    open: dict[Hashable, Any]

    def _show(self, key: Hashable, make: Callable[[], _Window]) -> _Window:
        found: _Window | None = self.open.get(key)
        if found is None:
            found = self.open[key] = make()
            found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            found.destroyed.connect(lambda: self.open.pop(key, None))
            found.show()
        else:
            found.raise_()
            found.activateWindow()
        return found

    def claim(self, claim: int | None) -> None:
        """Register a claim, or amend one."""
        self._show(("claim", claim), lambda: ClaimDialog(self.context, claim, self.over))

    def debtor(self, debtor: int) -> None:
        """A debtor's data."""
        self._show(("debtor", debtor), lambda: DebtorDialog(self.context, debtor, self.over))

    def file(self, evidence: int) -> None:
        """Look at a piece of evidence."""
        self._show(("file", evidence), lambda: EvidenceViewer(self.context, evidence, self.over))
