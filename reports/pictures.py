"""Pictures of a bundle, as they go into a PDF: a JPEG untouched, others without loss, turned as they are meant."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, NamedTuple

from models.rules.exhibits import Readable

MOST_PIXELS = 60_000_000
"""A larger picture stays a file: unpacked it would take more memory than the whole bundle."""

_ORIENTATION = 0x0112
_BAND = 256
"""Rows packed at a time."""


class Pixels(NamedTuple):
    """A picture as a PDF holds it: ``data`` is a JPEG, else rows of bytes deflated; grey, or red, green and blue."""

    jpeg: bool
    grey: bool
    width: int
    height: int
    data: bytes


@dataclass(frozen=True)
class Picture:
    """One picture of a file, upright; ``frame`` counts the pages of a TIFF from 0."""

    file: Readable
    frame: int
    width: int
    height: int

    def pixels(self, beat: Callable[[], object]) -> Pixels:
        """What is drawn, read when its page is bound: one picture is in memory at a time. ``beat`` is called often."""
        with _opened(self.file) as image:
            image.seek(self.frame)
            turned = image.getexif().get(_ORIENTATION, 1) != 1
            if image.format == "JPEG" and not turned and image.mode in ("RGB", "L"):
                return Pixels(True, image.mode == "L", self.width, self.height, self.file.read_bytes())
            return _again(image, beat)


def pictures_of(file: Readable) -> list[Picture]:
    """The pictures in a file; none where it is no picture, broken, or too large to be unpacked."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return list(_frames(file))
    except (
        UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning, OSError, ValueError,
        SyntaxError, EOFError,
    ):  # fmt: skip
        return []


def _frames(file: Readable) -> Iterator[Picture]:
    with _opened(file) as image:
        if image.width * image.height > MOST_PIXELS:
            raise ValueError("too large")
        count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
        for frame in range(count):
            image.seek(frame)
            image.load()  # a broken picture is known now, not when half the bundle is drawn
            aside = image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
            width, height = (image.height, image.width) if aside else image.size
            yield Picture(file, frame, width, height)


@contextmanager
def _opened(file: Readable) -> Iterator[Any]:
    from PIL import Image

    with file.open("rb") as stream, Image.open(stream) as image:
        yield image


def _again(image: Any, beat: Callable[[], object]) -> Pixels:
    """The picture upright, on white, in its format where that loses nothing that can be seen."""
    from PIL import Image, ImageOps

    jpeg = image.format == "JPEG"
    ImageOps.exif_transpose(image, in_place=True)
    upright = image
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        seen = upright.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        upright = Image.alpha_composite(ground, seen)
    kept = upright if upright.mode in ("L", "RGB") else upright.convert("RGB")
    data = _as_jpeg(kept) if jpeg else _packed(kept, beat)
    return Pixels(jpeg, kept.mode == "L", kept.width, kept.height, data)


def _as_jpeg(image: Any) -> bytes:
    image.info = {}
    stream = BytesIO()
    image.save(stream, "JPEG", quality=92)
    return stream.getvalue()


def _packed(image: Any, beat: Callable[[], object]) -> bytes:
    """The rows deflated, a band at a time: the whole is never there twice."""
    packing, packed = zlib.compressobj(), BytesIO()
    for top in range(0, image.height, _BAND):
        band = image.crop((0, top, image.width, min(top + _BAND, image.height)))
        packed.write(packing.compress(band.tobytes()))
        beat()
    packed.write(packing.flush())
    return packed.getvalue()
