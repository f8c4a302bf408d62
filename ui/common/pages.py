"""Pages on the screen: a PDF drawn page by page from its very bytes, or one picture; zoomed and turned over."""

from __future__ import annotations

import threading

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ui.theme import current

_PDFIUM = threading.RLock()
"""The PDF library serves one caller at a time, whatever thread it comes from."""
SMALLEST, LARGEST = 0.25, 3.0
_STEP = 1.25
_GUTTER = 16
_NARROWEST = 120
_A5_PT = (419.5, 595.3)
"""Short and long side of a sheet of A5: what is smaller would be blown up if it were as wide as the window."""


class PdfPages:
    """The pages of a PDF. Raises ValueError for bytes that are none, or that want a password."""

    def __init__(self, content: bytes) -> None:
        import pypdfium2  # a library of 8 MB, loaded with the first page that is shown

        with _PDFIUM:
            try:
                self._document = pypdfium2.PdfDocument(content)
                self.count = len(self._document)
            except pypdfium2.PdfiumError as trouble:
                raise ValueError(str(trouble)) from trouble

    def picture(self, page: int, width_px: int) -> QImage:
        """Page ``page``, counted from 0, drawn ``width_px`` pixels wide on white."""
        with _PDFIUM:
            drawn = self._document[page]
            bitmap = drawn.render(scale=width_px / drawn.get_width(), rev_byteorder=True)
            shape = (bitmap.width, bitmap.height, bitmap.stride)
            kinds = {4: QImage.Format.Format_RGBA8888, 3: QImage.Format.Format_RGB888}
            kind = kinds.get(bitmap.n_channels, QImage.Format.Format_Grayscale8)
            return QImage(bytes(bitmap.buffer), *shape, kind).copy()

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        with _PDFIUM:
            return self._document.get_page_size(page)  # type: ignore[no-any-return]

    def close(self) -> None:
        """Give the memory back."""
        with _PDFIUM:
            self._document.close()


class _Sheet(QWidget):
    """One page on its ground, white in both themes."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def take(self, image: QImage) -> None:
        self.image = image
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        ratio = self.image.devicePixelRatioF() or 1.0  # a null image has none
        size = self.image.size()
        return QSize(round(size.width() / ratio) + 2, round(size.height() / ratio) + 2)

    def paintEvent(self, event: QEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painter.fillRect(rect, current()["line2"])
        painter.fillRect(rect.adjusted(1, 1, -1, -1), Qt.GlobalColor.white)
        painter.drawImage(rect.adjusted(1, 1, -1, -1), self.image)
        painter.end()


class PageView(QScrollArea):
    """Shows one page at a time, fitted to the width at first, a label or another page smaller than A5 shown whole.

    PgUp and PgDn turn over, + and − zoom, 0 fits again. ``turned`` carries (page from 0, how many).
    """

    turned = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sunken")
        self.sheet = _Sheet()
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.page, self.zoom = 0, 1.0
        self._pages: PdfPages | None = None
        self._image = QImage()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count if self._pages else 0 if self._image.isNull() else 1

    def show_pdf(self, pages: PdfPages, page: int = 0) -> None:
        """Show a document from that page on."""
        self._pages, self._image = pages, QImage()
        self.go(min(page, pages.count - 1))

    def show_picture(self, image: QImage) -> None:
        """Show one picture."""
        self._pages, self._image = None, image
        self.go(0)

    def go(self, page: int) -> None:
        """Turn to a page that is there."""
        if 0 <= page < self.count:
            self.page = page
            self._draw()
            self.verticalScrollBar().setValue(0)
            self.turned.emit(page, self.count)

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller; 0 fits the width again."""
        self.zoom = min(LARGEST, max(SMALLEST, self.zoom * factor)) if factor else 1.0
        self._draw()

    def _room(self) -> int:
        """How wide a page that fits is drawn, whether the bar beside it stands there just now or not.

        Measured beside the bar that is there, a page which needs it only without it would come and go with it for ever.
        """
        whole, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        room = max(_NARROWEST, whole.width() - 2 * _GUTTER)
        if self._pages and _is_small(self._pages.size(self.page)):
            wide, high = self._pages.size(self.page)
            return max(_NARROWEST, min(room, int((whole.height() - 2 * _GUTTER) * wide / high)))
        return room if self._height_at(room) <= whole.height() else max(_NARROWEST, room - bar)

    def _height_at(self, room: int) -> float:
        if self._pages:
            wide, high = self._pages.size(self.page)
            return room * self.zoom * high / wide
        shown = min(room, self._image.width() / self.devicePixelRatioF())
        return shown * self.zoom * self._image.height() / self._image.width()

    def _draw(self) -> None:
        if not self.count:
            return
        ratio = self.devicePixelRatioF()
        if self._pages:
            width = round(self._room() * self.zoom * ratio)
            image = self._pages.picture(self.page, width)
        else:
            fitted = min(self._image.width(), round(self._room() * ratio))
            image = self._image.scaledToWidth(
                max(1, round(fitted * self.zoom)), Qt.TransformationMode.SmoothTransformation
            )
        image.setDevicePixelRatio(ratio)
        self.sheet.take(image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        if event.oldSize() != event.size():
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turning over and zooming."""
        key = Qt.Key
        acts = {
            key.Key_PageDown: lambda: self.go(self.page + 1),
            key.Key_PageUp: lambda: self.go(self.page - 1),
            key.Key_Home: lambda: self.go(0),
            key.Key_End: lambda: self.go(self.count - 1),
            key.Key_Plus: lambda: self.zoom_by(_STEP),
            key.Key_Equal: lambda: self.zoom_by(_STEP),
            key.Key_Minus: lambda: self.zoom_by(1 / _STEP),
            key.Key_0: lambda: self.zoom_by(0),
        }
        act = acts.get(Qt.Key(event.key()))
        if act:
            act()
        else:
            super().keyPressEvent(event)


def _is_small(size: tuple[float, float]) -> bool:
    return all(side < most for side, most in zip(sorted(size), _A5_PT, strict=True))
