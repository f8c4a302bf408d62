"""Small painted signs: aging pill, step glyph, tag, evidence boxes, round icon, progress line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common import icons, painting
from ui.common.painted import CENTRE, LEFT, Painted
from ui.theme import Theme

PLAIN_TONES = ("text", "text2", "text3")


class AgingPill(Painted):
    """How late a claim is: ``step`` 0–5 gives colour and bars, ``words`` say it (``Formats.overdue``)."""

    def __init__(self, step: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_band(step, words)

    def show_band(self, step: int, words: str) -> None:
        """Say another delay."""
        self.step, self.words = step, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(painting.pill_width(self.theme, self.words), self.theme.px(painting.PILL_HEIGHT))

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """The pill."""
        painting.pill(painter, theme, rect, self.step, self.words)


class StepGlyph(Painted):
    """The five bars alone, in the chart colour of the band."""

    def __init__(self, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step

    def sizeHint(self) -> QSize:
        """Five bars."""
        return QSize(painting.GLYPH_WIDTH, 14)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """The bars."""
        painting.step_glyph(painter, rect, self.step, theme.bands[self.step].text)


class Tag(Painted):
    """A word on a tinted ground: 信用 B·62, ⚠ 2. ``tone``: text, ok, warn, bad, info, accent."""

    def __init__(self, words: str, tone: str = "text", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_words(words, tone, icon)

    def show_words(self, words: str, tone: str = "text", icon: str = "") -> None:
        """Say something else."""
        self.words, self.tone, self.picture = words, tone, icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon and words."""
        width = self.theme.metric(12, True).horizontalAdvance(self.words) + 16
        return QSize(width + (18 if self.picture else 0), self.theme.px(22))

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Ground, icon, words."""
        plain = self.tone in PLAIN_TONES
        painting.box(painter, rect, theme["sunken" if plain else f"{self.tone}_tint"], None, 4)
        left = 8
        if self.picture:
            icons.paint(painter, self.picture, theme[self.tone], QRectF(6, 0, 14, rect.height()), 14)
            left = 24
        painter.setFont(theme.font(12, True))
        painter.setPen(theme[self.tone])
        painter.drawText(rect.adjusted(left, 0, 0, 0), LEFT, self.words)


class EvidenceBoxes(Painted):
    """One box a slot, filled where the piece is there."""

    def __init__(self, present: Sequence[bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.present = tuple(present)
        self.setAccessibleName(f"{sum(self.present)}/{len(self.present)}")

    def sizeHint(self) -> QSize:
        """Nine pixels a slot."""
        return QSize(9 * len(self.present), 16)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """The boxes."""
        painting.evidence_boxes(painter, theme, rect, self.present)


class RoundIcon(Painted):
    """An icon on a disc of 24 px, tinted by ``tone``: entries of the timeline, lines of 保存后."""

    def __init__(self, icon: str, tone: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self.tone = icon, tone

    def sizeHint(self) -> QSize:
        """The disc."""
        return QSize(24, 24)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Disc and icon."""
        painting.round_icon(painter, theme, rect, self.picture, self.tone)


class Icon(Painted):
    """A bare icon in a tone."""

    def __init__(self, icon: str, tone: str = "text2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture, self.tone, self.side = icon, tone, size

    def sizeHint(self) -> QSize:
        """The icon."""
        return QSize(self.side, self.side)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """The icon."""
        icons.paint(painter, self.picture, theme[self.tone], rect, self.side)


class Avatar(Painted):
    """The first character of a name on a disc."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.letter = name[:1] or "?"

    def sizeHint(self) -> QSize:
        """A disc."""
        return QSize(30, 30)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Disc and character."""
        painting.box(painter, rect, theme["accent_tint"], None, 15)
        painter.setFont(theme.font(13, True))
        painter.setPen(theme["accent"])
        painter.drawText(rect, CENTRE, self.letter)


class NumberDisc(Painted):
    """The number of a question on a disc."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number

    def sizeHint(self) -> QSize:
        """The disc."""
        return QSize(self.theme.px(22), self.theme.px(22))

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Disc and number."""
        painting.box(painter, rect, theme["sunken"], theme["line2"], rect.height() / 2)
        painter.setFont(theme.font(12, True))
        painter.setPen(theme["text2"])
        painter.drawText(rect, CENTRE, str(self.number))


class ProgressLine(Painted):
    """A thin bar, ``share`` from 0 to 1; or several ``shares`` in chart colours side by side."""

    def __init__(self, share: float = 0.0, height: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share, self.thickness = share, height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Move on."""
        self.share = min(1.0, max(0.0, share))
        self.update()

    def show_progress(self, done: int, total: int) -> None:
        """Connected itself to a job's ``progressed``: a job outlives the window that shows it."""
        self.set_share(done / total if total else 0.0)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(120, self.thickness)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Ground and what is done."""
        painting.box(painter, rect, theme["line"], None, self.thickness / 2)
        done = QRectF(rect.x(), rect.y(), rect.width() * self.share, rect.height())
        if done.width() >= self.thickness:
            painting.box(painter, done, theme["fill"], None, self.thickness / 2)


class BandBar(Painted):
    """Sums in the chart colours of their bands, one beside the other with a gap of one pixel."""

    def __init__(self, shares: Sequence[tuple[int, int]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shares = tuple(shares)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_shares(self, shares: Sequence[tuple[int, int]]) -> None:
        """Show other (step, amount) pairs; amounts at or below zero are left out."""
        self.shares = tuple((step, amount) for step, amount in shares if amount > 0)
        self.update()

    def sizeHint(self) -> QSize:
        """Seven pixels high."""
        return QSize(200, 7)

    def draw(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Round at both ends, flat between."""
        whole = sum(amount for _, amount in self.shares)
        if not whole:
            painting.box(painter, rect, theme["line"], None, 3.5)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        left = rect.x()
        for place, (step, amount) in enumerate(self.shares):
            width = max(2.0, rect.width() * amount / whole)
            self._segment(painter, QRectF(left, rect.y(), width, rect.height()), place, theme, step)
            left += width

    def _segment(self, painter: QPainter, spot: QRectF, place: int, theme: Theme, step: int) -> None:
        painter.setBrush(theme.bands[step].chart)
        first, last = place == 0, place == len(self.shares) - 1
        if first or last:
            painter.drawRoundedRect(spot.adjusted(0, 0, 0 if last else -1, 0), 3.5, 3.5)
        squared = spot.adjusted(4 if first else 0, 0, -4 if last else -1, 0)
        if squared.width() > 0:
            painter.drawRect(squared)
