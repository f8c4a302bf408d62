"""Pages of other PDFs put into ours: each as a form, scaled and turned, its stamps and seals with it; the outline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from reports.leaves import Area

_HIDDEN = 2 | 32
"""Flags of an annotation that is not to be seen: Hidden, NoView (PDF 12.5.3)."""


class Placement(NamedTuple):
    """A page of another PDF on a page of ours, counted from 0."""

    page: int
    source: Any
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
    progress: Callable[[int], object],
) -> bytes:
    """Our PDF with the other pages under what it has drawn. The same input gives the same bytes.

    ``told`` are title and author; ``progress`` is called with the count of pages placed.
    """
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(base)))
    for done, placement in enumerate(placements, 1):
        _place(writer, placement)
        progress(done)
    _write_outline(writer, outline, None)
    writer.page_mode = "/UseOutlines"
    writer.add_metadata({**told, "/Producer": "Qingzhang", "/Creator": "Qingzhang"})
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _write_outline(writer: Any, entries: Sequence[Entry], parent: Any) -> None:
    for entry in entries:
        made = writer.add_outline_item(title=entry.title, page_number=entry.page, parent=parent)
        _write_outline(writer, entry.below, made)


def _place(writer: Any, placement: Placement) -> None:
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject

    page = writer.pages[placement.page]
    form = writer._add_object(_page_form(writer, placement.source))
    resources = DictionaryObject(page["/Resources"].get_object())
    forms = DictionaryObject(resources.get("/XObject", DictionaryObject()))
    forms[NameObject("/Exhibit")] = form
    resources[NameObject("/XObject")] = forms
    page[NameObject("/Resources")] = resources
    matrix = _fit(placement.source, placement.area)
    under = writer._add_object(_stream(f"q {_numbers(matrix)} cm /Exhibit Do Q\n".encode()))
    page[NameObject("/Contents")] = ArrayObject([under, page.raw_get("/Contents")])


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


def _fit(source: Any, area: Area) -> Sequence[float]:
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
