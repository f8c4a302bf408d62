"""Pictures of a bundle, as they go into a PDF: a JPEG untouched, others without loss, turned as they are meant."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

MOST_PIXELS = 60_000_000
"""A larger picture stays a file: unpacked it would take more memory than the whole bundle."""

_ORIENTATION = 0x0112


@dataclass(frozen=True)
class Picture:
    """One picture of a file, upright; ``frame`` counts the pages of a TIFF from 0."""

    file: Path
    frame: int
    width: int
    height: int

    def content(self) -> bytes:
        """JPEG or PNG. Read when it is drawn: only one picture is in memory at a time."""
        with _opened(self.file) as image:
            image.seek(self.frame)
            turned = image.getexif().get(_ORIENTATION, 1) != 1
            if image.format == "JPEG" and not turned and image.mode in ("RGB", "L"):
                return self.file.read_bytes()
            return _again(image)


def pictures_of(file: Path) -> list[Picture]:
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


def _frames(file: Path) -> Iterator[Picture]:
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


def _opened(file: Path) -> Any:
    from PIL import Image

    return Image.open(file)


def _again(image: Any) -> bytes:
    """The picture upright, on white, in its format where that loses nothing that can be seen."""
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(image)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        seen = upright.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        upright = Image.alpha_composite(ground, seen)
    kind = "JPEG" if image.format == "JPEG" else "PNG"
    kept = upright if upright.mode == "L" else upright.convert("RGB")
    kept.info = {}
    stream = BytesIO()
    kept.save(stream, kind, **({"quality": 92} if kind == "JPEG" else {}))
    return stream.getvalue()
