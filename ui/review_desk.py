"""What the review asks of the main window: a claim shown, the count in the sidebar."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject


class ReviewDesk(QObject):
    """Connects the review with the rooms of a MainWindow."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        window.review.claim_requested.connect(window.show_claim)
        window.review.counted.connect(lambda number: window.sidebar.set_count("review", number))
