"""A few cells of an .xlsx or .xlsm changed, and nothing else: formulas, formats, pictures and macros stay as they are.

The archive is copied part by part; only the sheet's XML and the styles are written anew, as text. Libraries that
load and save a workbook drop what they do not know, and every saved result of a formula.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from models.ledger.grid import letters, position
from models.ledger.zip_scan import part_of_sheet

_STYLES = "xl/styles.xml"
_ROW = re.compile(r"<((?:\w+:)?)row\b([^>]*?)(?:/>|>(.*?)</\1row>)", re.DOTALL)
_CELL = re.compile(r"<((?:\w+:)?)c\b([^>]*?)(?:/>|>(.*?)</\1c>)", re.DOTALL)
_COLUMN = re.compile(r"<(?:\w+:)?col\b[^>]*?/>")
_DIMENSION = re.compile(r"<(?:\w+:)?dimension\b[^>]*?/>")
_DATA = re.compile(r"<((?:\w+:)?)sheetData\b")
_FILLS = re.compile(r"<((?:\w+:)?)fills\b([^>]*?)>(.*?)</\1fills>", re.DOTALL)
_FILL = re.compile(r"<(?:\w+:)?fill\b[^>]*?(?:/>|>.*?</(?:\w+:)?fill>)", re.DOTALL)
_FORMATS = re.compile(r"<((?:\w+:)?)cellXfs\b([^>]*?)>(.*?)</\1cellXfs>", re.DOTALL)
_FORMAT = re.compile(r"<((?:\w+:)?)xf\b([^>]*?)(?:/>|>(.*?)</\1xf>)", re.DOTALL)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Patch:
    """What is changed in one sheet.

    ``notes`` ({row from 1: text}) stand in ``column`` (from 0, ``width`` characters wide), all else there goes;
    ``cells`` (``G12``) take ``colour`` (RRGGBB) as their ground, all others lose it; ``typed`` replaces what stands in
    a cell that holds no formula.
    """

    column: int
    notes: Mapping[int, str]
    cells: frozenset[str]
    typed: Mapping[str, str]
    width: int
    colour: str


def patched(source: Path, patches: Mapping[str, Patch]) -> bytes | None:
    """The workbook with a patch for each of these sheets; None where it is no plain workbook of XML.

    Refused as ``zip_scan.scan``.
    """
    with source.open("rb") as file:
        if file.read(2) != b"PK":
            return None
    parts = {sheet: part_of_sheet(source, sheet) for sheet in patches}
    with zipfile.ZipFile(source) as archive:
        looks = _read(archive, _STYLES)
        cells = {sheet: _read(archive, part) for sheet, part in parts.items()}
        if looks is None or None in cells.values() or not (_FORMATS.search(looks) and _FILLS.search(looks)):
            return None
        changed: dict[str, str] = {}
        styles = _Styles(looks, next(iter(patches.values())).colour)
        for sheet, patch in patches.items():
            changed[parts[sheet] or ""] = _Sheet(styles, patch).patched(cells[sheet] or "")
        return _copied(archive, {**changed, _STYLES: styles.written()})


def _read(archive: zipfile.ZipFile, part: str | None) -> str | None:
    """A part as text; None where there is none of XML in UTF-8."""
    if part is None or not part.endswith(".xml") or part not in archive.namelist():
        return None
    try:
        return archive.read(part).decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _copied(archive: zipfile.ZipFile, changed: Mapping[str, str]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as out:
        for info in archive.infolist():
            new = changed.get(info.filename)
            content = archive.read(info) if new is None else new.encode()
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, content)
    return whole.getvalue()


def _attribute(attributes: str, name: str) -> str:
    found = re.search(rf'(?:^|\s){name}="([^"]*)"', attributes)
    return found[1] if found else ""


def _with(attributes: str, **values: str) -> str:
    """The attributes with some set otherwise; an empty value takes one away."""
    for name, value in values.items():
        attributes = re.sub(rf'(?:^|\s+){name}="[^"]*"', "", attributes)
        attributes += f' {name}="{value}"' if value else ""
    return attributes


class _Styles:
    """The table of cell formats, to which coloured twins are added as they are asked for."""

    def __init__(self, xml: str, colour: str) -> None:
        self.xml = xml
        self.colour = colour
        formats, fills = _FORMATS.search(xml), _FILLS.search(xml)
        assert formats is not None and fills is not None  # noqa: S101, PT018  the caller has looked
        self.formats = [found[0] for found in _FORMAT.finditer(formats[3])]
        self.prefix = formats[1]
        self.fills = [found[0] for found in _FILL.finditer(fills[3])]
        self.ours = next(
            (at for at, fill in enumerate(self.fills) if f'"FF{colour}"' in fill), len(self.fills)
        )
        self.coloured_before = {at for at, each in enumerate(self.formats) if f'fillId="{self.ours}"' in each}
        self.made: dict[tuple[int, str], int] = {}

    def coloured(self, style: int) -> int:
        """The number of the same format on our ground."""
        return self._twin(style, str(self.ours))

    def plain(self, style: int) -> int:
        """The number of the same format without our ground."""
        return self._twin(style, "0") if style in self.coloured_before else style

    def note(self) -> int:
        """The number of the format of a reason: text that stays text, on our ground."""
        return self._twin(0, str(self.ours), numFmtId="49", quotePrefix="1")

    def _twin(self, style: int, fill: str, **more: str) -> int:
        key = (style, fill + "".join(more.values()))
        if key not in self.made:
            found = _FORMAT.fullmatch(self.formats[style if style < len(self.formats) else 0])
            assert found is not None  # noqa: S101  it was found by the same pattern
            wanted = {"fillId": fill, "applyFill": "1" if fill != "0" else "", **more}
            attributes, inner = _with(found[2], **wanted), found[3]
            body = f">{inner}</{found[1]}xf>" if inner else "/>"
            self.formats.append(f"<{found[1]}xf{attributes}{body}")
            self.made[key] = len(self.formats) - 1
        return self.made[key]

    def written(self) -> str:
        """The whole part."""
        p, fills = self.prefix, list(self.fills)
        if self.ours == len(fills):
            fills.append(
                f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FF{self.colour}"/>'
                f'<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
            )
        xml = _replaced(_FILLS, "fills", self.xml, fills)
        return _replaced(_FORMATS, "cellXfs", xml, self.formats)


def _replaced(pattern: re.Pattern[str], name: str, xml: str, entries: list[str]) -> str:
    def written(found: re.Match[str]) -> str:
        attributes = _with(found[2], count=str(len(entries)))
        return f"<{found[1]}{name}{attributes}>{''.join(entries)}</{found[1]}{name}>"

    return pattern.sub(written, xml, count=1)


@dataclass
class _Sheet:
    """The XML of one sheet under the patch."""

    styles: _Styles
    patch: Patch
    rows_wanted: set[int] = field(init=False)
    last: int = 0

    def __post_init__(self) -> None:
        cells = {*self.patch.cells, *self.patch.typed}
        self.rows_wanted = {*self.patch.notes, *(position(cell)[0] + 1 for cell in cells)}

    def patched(self, xml: str) -> str:
        """The whole part, one column of reasons the richer."""
        if not self.patch.notes and not self.rows_wanted and not self.styles.coloured_before:
            return xml
        xml = _DIMENSION.sub("", xml, count=1)
        data = _DATA.search(xml)
        at = data.start() if data else 0
        head = self._with_width(xml[:at], data[1] if data else "")
        return head + _ROW.sub(self._row, xml[at:])

    def _with_width(self, head: str, prefix: str) -> str:
        """Widths of columns may not overlap: ours is cut out of the one it lies in."""
        number = self.patch.column + 1
        own = f'<{prefix}col min="{number}" max="{number}" width="{self.patch.width}" customWidth="1"/>'
        found = list(_COLUMN.finditer(head))
        if not found:
            return f"{head}<{prefix}cols>{own}</{prefix}cols>"
        pieces = [piece for each in found for piece in _around(each[0], number)]
        pieces.append((number, own))
        told = "".join(piece for _, piece in sorted(pieces))
        return head[: found[0].start()] + told + head[found[-1].end() :]

    def _row(self, found: re.Match[str]) -> str:
        prefix, attributes, body = found[1], found[2], found[3] or ""
        number = int(_attribute(attributes, "r") or self.last + 1)
        self.last = number
        old_note = f'r="{letters(self.patch.column)}{number}"' in body
        if number not in self.rows_wanted and not old_note and not self.styles.coloured_before:
            return found[0]
        cells = "".join(xml for _, xml in sorted(self._cells(number, prefix, body)))
        attributes = _with(attributes, spans="")
        return f"<{prefix}row{attributes}>{cells}</{prefix}row>"

    def _cells(self, number: int, prefix: str, body: str) -> Iterator[tuple[int, str]]:
        """Column and XML of every cell the row has afterwards."""
        wrong = {position(cell)[1]: cell for cell in self.patch.cells if position(cell)[0] == number - 1}
        column = -1
        for found in _CELL.finditer(body):
            address = _attribute(found[2], "r")
            column = position(address)[1] if address else column + 1
            if column != self.patch.column:
                yield column, self._cell(found, f"{letters(column)}{number}", column in wrong)
            wrong.pop(column, None)
        for missing, cell in wrong.items():
            yield missing, f'<{prefix}c r="{cell}" s="{self.styles.coloured(0)}"/>'
        note = self.patch.notes.get(number)
        if note:
            cell = f"{letters(self.patch.column)}{number}"
            yield self.patch.column, _text_cell(prefix, f' r="{cell}" s="{self.styles.note()}"', note)

    def _cell(self, found: re.Match[str], cell: str, wrong: bool) -> str:
        prefix, attributes, inner = found[1], found[2], found[3] or ""
        style = int(_attribute(attributes, "s") or 0)
        new = self.styles.coloured(style) if wrong else self.styles.plain(style)
        attributes = _with(attributes, s=str(new) if new else "")
        if cell in self.patch.typed and not re.search(r"<(?:\w+:)?f\b", inner):
            return _text_cell(prefix, _with(attributes, t=""), self.patch.typed[cell])
        return f"<{prefix}c{attributes}>{inner}</{prefix}c>" if inner else f"<{prefix}c{attributes}/>"


def _text_cell(prefix: str, attributes: str, text: str) -> str:
    words = escape(_NOT_IN_XML.sub("", text), quote=False)
    return (
        f'<{prefix}c{attributes} t="inlineStr"><{prefix}is><{prefix}t xml:space="preserve">{words}'
        f"</{prefix}t></{prefix}is></{prefix}c>"
    )


def _around(column: str, number: int) -> Iterator[tuple[int, str]]:
    """The width of a run of columns without the column of that number."""
    first, last = (int(_attribute(column, name) or 0) for name in ("min", "max"))
    if not first <= number <= last:
        yield first, column
        return
    if first < number:
        yield first, re.sub(r'max="\d+"', f'max="{number - 1}"', column)
    if number < last:
        yield number + 1, re.sub(r'min="\d+"', f'min="{number + 1}"', column)
