"""Pages of other PDFs and pictures put into ours, scaled and turned, stamps and seals with them; the outline.

What is large goes to the disk as soon as its document is placed, and only one document is open at a time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from models.rules.exhibits import Readable
from reports.leaves import Area, Sheet
from reports.pictures import Picture
from reports.spool import Spool, Watched

_HIDDEN = 2 | 32
"""Flags of an annotation that is not to be seen: Hidden, NoView (PDF 12.5.3)."""


class Placement(NamedTuple):
    """A page of another PDF, or a picture, on a page of ours, counted from 0."""

    page: int
    source: Sheet | Picture
    area: Area


class Entry(NamedTuple):
    """A line of the outline; ``below`` are the lines under it."""

    title: str
    page: int
    below: Sequence[Entry] = ()


def bind(
    base: bytes,
    placements: Sequence[Placement],
    outline: Sequence[Entry],
    told: dict[str, str],
    into: Path,
    progress: Callable[[float], object],
) -> None:
    """Write our PDF with the other pages under what it has drawn. The same input gives the same bytes.

    ``told`` are title and author; ``progress`` is called with the share that is done, 0 to 1.
    """
    from pypdf import PdfReader, PdfWriter

    writer: Any = PdfWriter(clone_from=PdfReader(BytesIO(base)))
    with tempfile.TemporaryFile(dir=into.parent) as aside, into.open("wb") as file:
        spool = Spool(aside)
        with _Sources(writer) as sources:
            first = len(writer._objects)
            for done, placement in enumerate(placements):
                _place(writer, placement, sources, partial(progress, done / len(placements) / 2))
                first = spool.relieve(writer, first)
        _write_outline(writer, outline, None)
        writer.page_mode = "/UseOutlines"
        writer.add_metadata({**told, "/Producer": "Qingzhang", "/Creator": "Qingzhang"})
        size = spool.size + len(base)
        writer.write(Watched(file, lambda at: progress(0.5 + min(at / size, 1.0) / 2)))


class _Sources:
    """The PDFs whose pages are placed, one open at a time."""

    def __init__(self, writer: Any) -> None:
        self.writer = writer
        self.file: BinaryIO | None = None
        self.path: Readable | None = None
        self.reader: Any = None

    def page(self, sheet: Sheet) -> Any:
        """A page of a PDF."""
        from pypdf import PdfReader

        if sheet.file != self.path:
            self.close()
            self.path, self.file = sheet.file, sheet.file.open("rb")
            self.reader = PdfReader(self.file)
            if self.reader.is_encrypted:
                self.reader.decrypt("")
        return self.reader.pages[sheet.number]

    def close(self) -> None:
        """Be done with the document that is open."""
        if self.file is not None:
            self.writer.reset_translation(self.reader)
            self.file.close()
        self.file = self.path = self.reader = None

    def __enter__(self) -> _Sources:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _write_outline(writer: Any, entries: Sequence[Entry], parent: Any) -> None:
    for entry in entries:
        made = writer.add_outline_item(title=entry.title, page_number=entry.page, parent=parent)
        _write_outline(writer, entry.below, made)


def _place(writer: Any, placement: Placement, sources: _Sources, beat: Callable[[], object]) -> None:
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject

    beat()
    area, page = placement.area, writer.pages[placement.page]
    if isinstance(placement.source, Picture):
        form, matrix = _image(placement.source, beat), (area.width, 0.0, 0.0, area.height, area.x, area.y)
    else:
        source = sources.page(placement.source)
        form, matrix = _page_form(writer, source), _fit(source, area)
    resources = DictionaryObject(page["/Resources"].get_object())
    forms = DictionaryObject(resources.get("/XObject", DictionaryObject()))
    forms[NameObject("/Exhibit")] = writer._add_object(form)
    resources[NameObject("/XObject")] = forms
    page[NameObject("/Resources")] = resources
    under = writer._add_object(_stream(f"q {_numbers(matrix)} cm /Exhibit Do Q\n".encode()))
    page[NameObject("/Contents")] = ArrayObject([under, page.raw_get("/Contents")])


def _image(picture: Picture, beat: Callable[[], object]) -> Any:
    """The picture as an image one unit wide and high."""
    from pypdf.generic import EncodedStreamObject, NameObject, NumberObject

    pixels, image = picture.pixels(beat), EncodedStreamObject()
    image._data = pixels.data
    named = {
        "/Type": "/XObject", "/Subtype": "/Image", "/Filter": "/DCTDecode" if pixels.jpeg else "/FlateDecode",
        "/ColorSpace": "/DeviceGray" if pixels.grey else "/DeviceRGB",
    }  # fmt: skip
    counted = {"/Width": pixels.width, "/Height": pixels.height, "/BitsPerComponent": 8}
    image.update({NameObject(key): NameObject(value) for key, value in named.items()})
    image.update({NameObject(key): NumberObject(value) for key, value in counted.items()})
    return image


def _page_form(writer: Any, source: Any) -> Any:
    """The page as one form: what it draws, then what its annotations show (electronic seals, filled fields)."""
    from pypdf.generic import DictionaryObject, NameObject

    contents = source.get_contents()
    resources = source.get("/Resources")
    drawn = _form(
        contents.get_data() if contents is not None else b"",
        source.cropbox,
        resources.get_object().clone(writer) if resources is not None else DictionaryObject(),
    )
    forms = DictionaryObject({NameObject("/Page"): writer._add_object(drawn)})
    operators = ["/Page Do"]
    for number, (appearance, matrix) in enumerate(_appearances(source)):
        forms[NameObject(f"/Mark{number}")] = appearance.clone(writer).indirect_reference
        operators.append(f"q {_numbers(matrix)} cm /Mark{number} Do Q")
    return _form(
        "\n".join(operators).encode(), source.cropbox, DictionaryObject({NameObject("/XObject"): forms})
    )


def _form(content: bytes, box: Any, resources: Any) -> Any:
    from pypdf.generic import ArrayObject, FloatObject, NameObject

    form = _stream(content)
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject([FloatObject(float(part)) for part in box])
    form[NameObject("/Resources")] = resources
    return form


def _stream(content: bytes) -> Any:
    from pypdf.generic import DecodedStreamObject

    stream = DecodedStreamObject()
    stream.set_data(content)
    return stream.flate_encode()


def _appearances(source: Any) -> list[tuple[Any, Sequence[float]]]:
    """What each annotation shows, with the matrix that brings it to its place (PDF 12.5.5, algorithm 8.1)."""
    found = []
    annotations = source.get("/Annots")
    for reference in annotations.get_object() if annotations is not None else ():
        annotation = reference.get_object()
        appearance = _appearance(annotation)
        if appearance is not None:
            found.append((appearance, _onto(appearance, [float(part) for part in annotation["/Rect"]])))
    return found


def _appearance(annotation: Any) -> Any:
    """The stream an annotation shows now; None where it shows none."""
    if (
        not hasattr(annotation, "get")
        or int(annotation.get("/F", 0)) & _HIDDEN
        or annotation.get("/Subtype") == "/Popup"
    ):
        return None
    looks = annotation.get("/AP")
    shown = looks.get_object().get("/N") if looks is not None else None
    shown = shown.get_object() if shown is not None else None
    if shown is not None and not hasattr(shown, "get_data"):
        state = shown.get(annotation.get("/AS"))
        shown = state.get_object() if state is not None else None
    usable = shown is not None and hasattr(shown, "get_data") and "/BBox" in shown and "/Rect" in annotation
    return shown if usable else None


def _onto(appearance: Any, rect: Sequence[float]) -> Sequence[float]:
    a, b, c, d, e, f = (float(part) for part in appearance.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    left, low, right, high = (float(part) for part in appearance["/BBox"])
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (low, high)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    wide, tall = max(xs) - min(xs), max(ys) - min(ys)
    across = (max(rect[0], rect[2]) - min(rect[0], rect[2])) / wide if wide else 1.0
    up = (max(rect[1], rect[3]) - min(rect[1], rect[3])) / tall if tall else 1.0
    return (
        across, 0.0, 0.0, up, min(rect[0], rect[2]) - min(xs) * across, min(rect[1], rect[3]) - min(ys) * up,
    )  # fmt: skip


def _fit(source: Any, area: Area) -> tuple[float, float, float, float, float, float]:
    """From the source's own coordinates, turned as it is to be shown, to its area on our page."""
    box, turn = source.cropbox, source.rotation % 360
    left, low, wide, high = (float(part) for part in (box.left, box.bottom, box.width, box.height))
    turned = {
        0: (1, 0, 0, 1, -left, -low),
        90: (0, -1, 1, 0, -low, left + wide),
        180: (-1, 0, 0, -1, left + wide, low + high),
        270: (0, 1, -1, 0, low + high, -left),
    }[turn]
    scale = area.width / (wide if turn % 180 == 0 else high)
    a, b, c, d, e, f = (part * scale for part in turned)
    return (a, b, c, d, e + area.x, f + area.y)


def _numbers(matrix: Sequence[float]) -> str:
    return " ".join(f"{part:.5f}" for part in matrix)
