"""A look into a workbook's archive before anything is built from it, and for what the reader does not tell.

The reader allocates rows × columns at once and aborts the process on a bomb; it gives an empty text for ``#N/A``
and for a formula saved without its result, and says nothing of hidden rows and of days counted from 1904.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TypeVar

from models.ledger.grid import Area
from models.rules.problems import Problem, Refused

Answer = TypeVar("Answer")
Source = Path | bytes
"""An archive on the disk, or one that came out of a password."""

Passing = Callable[[zipfile.ZipFile, str, str, Iterator[bytes]], Iterator[bytes]]
"""(archive, part, name of the sheet, its XML in chunks) → the same chunks: somebody else takes part in the look."""

LARGEST_TABLE = 5_000_000
LARGEST_PART = 600_000_000
_LARGEST_WHOLE = 900_000_000
_MOST_PARTS = 10_000
_BOMB_RATIO, _BOMB_FLOOR = 400, 50_000_000
_LARGEST_DOCUMENT = 60_000_000
MOST_COUNTED = 200_000
"""Values up to which they are counted: where there are more, the slow second reader is not asked."""
_CHUNK = 1 << 20
_TAIL = 1 << 16
_ROW_MARKS = (b"<row ", b"<x:row ")
_CELL_OR_ROW = (b"<c ", b":c ", b"<row ", b":row ")

_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\sr="(\d+)"')
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*\shidden="(?:1|true)"')
_WIDE = re.compile(rb' r="([A-Z]{2,})\d')
_LETTER = re.compile(rb' r="([A-Z])\d')
_ERROR = re.compile(
    rb'<(?:\w+:)?c\b([^>]*\st="e"[^>]*)>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)</', re.DOTALL
)
_RESULTLESS = re.compile(rb"f><(?:/|v ?/|v></)|<f [^>]*/>\s*</")
"""Where this finds nothing, no formula lacks its result: the slow search is for the rest."""
_NO_RESULT = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
_STYLE = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_NOUGHTS = re.compile(rb"0{2,}")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>")
_REFERENCE = re.compile(rb'\sr="([A-Z]+\d+)"')
_SHEET = re.compile(r'<(?:\w+:)?sheet\b[^>]*?\sname="([^"]*)"[^>]*?\s\w+:id="([^"]*)"')
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")


@dataclass
class SheetFacts:
    """What one sheet's XML says beside its values.

    ``rows`` and ``columns`` are how far its cells reach, ``values`` how many hold something, up to a point. ``digits``:
    cells whose format shows leading zeros (``00000000``), with the number of digits shown. ``texts``: cells
    ({(row, column): text}) whose letters only the scan can read. ``merged``: areas that only the scan tells.
    """

    rows: int = 0
    columns: int = 0
    values: int = 0
    hidden_rows: int = 0
    blind: dict[str, str] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    digits: dict[str, int] = field(default_factory=dict)
    merged: list[Area] | None = None


@dataclass
class ArchiveFacts:
    """What the archive says: sheets by name, and whether days count from 1904.

    ``parts`` are those of the sheets of an .xlsx, ``later`` those of them too large to be looked at before the reader
    begins. ``names`` are the sheets in order, where only the scan can read them.
    ``open_document`` is the XML of an .ods of common size.
    """

    sheets: dict[str, SheetFacts] = field(default_factory=dict)
    epoch_1904: bool = False
    parts: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    open_document: bytes = b""


def scan(source: Source, largest_sheet: int = LARGEST_PART) -> ArchiveFacts:
    """Read every part once: check sums, sizes, no DTD, cells within five million. Raises Refused otherwise.

    Sheets whose XML is larger than ``largest_sheet`` bytes are left for ``scan_later``.
    """
    return read_archive(source, lambda archive: _facts(archive, largest_sheet))


def scan_later(source: Source, facts: ArchiveFacts, passing: Passing) -> None:
    """Look at the sheets left out; their XML goes through ``passing``. Raises Refused as ``scan``."""
    read_archive(source, lambda archive: _add_sheets(archive, facts, passing))


def part_of_sheet(path: Path, sheet: str) -> str | None:
    """The part of the archive that holds a sheet; None where it is no such workbook. Raises Refused as ``scan``."""
    parts = read_archive(path, _sheet_parts)
    return next((part for part, name in parts.items() if name == sheet), None)


def read_archive(source: Source, ask: Callable[[zipfile.ZipFile], Answer]) -> Answer:
    """The answer of an archive that is whole and no bomb. Raises Refused for any other."""
    try:
        with zipfile.ZipFile(source if isinstance(source, Path) else io.BytesIO(source)) as archive:
            _refuse_bombs(archive)
            return ask(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        UnicodeError,
        RuntimeError,
    ):
        raise Refused(Problem("ledger_broken")) from None


def _refuse_bombs(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    sizes = [part.file_size for part in parts]
    swollen = any(
        part.file_size > _BOMB_FLOOR and part.file_size > _BOMB_RATIO * max(part.compress_size, 1)
        for part in parts
    )
    if (
        len(parts) > _MOST_PARTS
        or swollen
        or max(sizes, default=0) > LARGEST_PART
        or sum(sizes) > _LARGEST_WHOLE
    ):
        raise Refused(Problem("ledger_hostile"))
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(Problem("ledger_password"))


def _facts(archive: zipfile.ZipFile, largest_sheet: int) -> ArchiveFacts:
    names = _sheet_parts(archive)
    facts = ArchiveFacts()
    parts = [part for part in archive.infolist() if not part.is_dir()]
    sheets = [part.filename for part in parts if part.filename in names and part.filename.endswith(".xml")]
    facts.later = tuple(name for name in sheets if archive.getinfo(name).file_size <= largest_sheet)
    facts.parts = tuple(sheets)
    _add_sheets(archive, facts)
    facts.later = tuple(name for name in sheets if archive.getinfo(name).file_size > largest_sheet)
    for part in parts:
        if part.filename == "content.xml" and part.file_size < _LARGEST_DOCUMENT:
            facts.open_document = archive.read(part)
            _refuse_doctype(facts.open_document)
        elif part.filename not in sheets:
            with archive.open(part) as stream:
                for number, chunk in enumerate(iter(lambda: stream.read(_CHUNK), b"")):
                    if number == 0:
                        _refuse_doctype(chunk)
                        facts.epoch_1904 |= b'date1904="1"' in chunk or b'date1904="true"' in chunk
    return facts


def _add_sheets(archive: zipfile.ZipFile, facts: ArchiveFacts, passing: Passing | None = None) -> None:
    names, styles = _sheet_parts(archive), _zero_styles(archive)
    for part in facts.later:
        with archive.open(part) as stream:
            chunks = iter(partial(stream.read, _CHUNK), b"")
            seen = passing(archive, part, names[part], chunks) if passing else chunks
            facts.sheets[names[part]] = _sheet(seen, styles)


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """{part: sheet name} of an OOXML workbook; empty for other archives."""
    book = next((n for n in archive.namelist() if re.fullmatch(r"xl/workbook\d*\.xml", n)), None)
    if book is None:
        return {}
    text = archive.read(book).decode("utf-8", "replace")
    relations = str(PurePosixPath(book).parent / "_rels" / f"{PurePosixPath(book).name}.rels")
    if relations not in archive.namelist():
        return {}
    parts = dict(targets(archive.read(relations).decode("utf-8", "replace")))
    return {parts[rel]: _unescaped(name) for name, rel in _SHEET.findall(text) if rel in parts}


def targets(text: str) -> Iterator[tuple[str, str]]:
    """(identity, part) of what a workbook refers to."""
    for relation in _RELATION.findall(text):
        identity = re.search(r'\sId="([^"]*)"', relation)
        target = re.search(r'\sTarget="([^"]*)"', relation)
        if identity and target:
            whole = target[1].lstrip("/") if target[1].startswith("/") else f"xl/{target[1]}"
            yield identity[1], whole


def _unescaped(name: str) -> str:
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        name = name.replace(entity, letter)
    return name


def _refuse_doctype(start: bytes) -> None:
    if b"<!DOCTYPE" in start[:_TAIL] or "<!DOCTYPE".encode("utf-16-le") in start[:_TAIL]:
        raise Refused(Problem("ledger_hostile"))


def _zero_styles(archive: zipfile.ZipFile) -> dict[bytes, int]:
    """{style: digits shown} of the formats made of noughts, by which ``457`` stands as ``00000457``."""
    if "xl/styles.xml" not in archive.namelist() or archive.getinfo("xl/styles.xml").file_size > 4 * _CHUNK:
        return {}
    xml = archive.read("xl/styles.xml")
    formats = {_attribute(tag, b"numFmtId"): _attribute(tag, b"formatCode") for tag in _FORMAT.findall(xml)}
    widths = {key: len(code) for key, code in formats.items() if _NOUGHTS.fullmatch(code)}
    styles = _STYLE.findall(xml[xml.find(b"<cellXfs") : xml.find(b"</cellXfs>")]) if widths else []
    keys = [(b"%d" % at, _attribute(tag, b"numFmtId")) for at, tag in enumerate(styles)]
    return {style: widths[key] for style, key in keys if key in widths}


def _attribute(tag: bytes, name: bytes) -> bytes:
    found = re.search(rb"\s" + name + rb'="([^"]*)"', tag)
    return found[1] if found else b""


def _sheet(chunks: Iterator[bytes], zero_styles: dict[bytes, int]) -> SheetFacts:
    facts = SheetFacts()
    kept = b""
    for number, chunk in enumerate(chunks):
        if number == 0:
            _refuse_doctype(chunk)
        window = kept + chunk
        cut = _last_begun(window, _CELL_OR_ROW)
        whole, kept = window[:cut], window[cut:]
        _look(whole, facts)
        _look_for_noughts(whole, facts, zero_styles)
        if len(kept) > 4 * _CHUNK:
            raise Refused(Problem("ledger_hostile"))
    _look(kept, facts)
    _look_for_noughts(kept, facts, zero_styles)
    refuse_reach(facts)
    return facts


def _last_begun(window: bytes, marks: Sequence[bytes]) -> int:
    """Where the last of these begins, 0 where there is none; cut there, no cell is torn.

    The end is looked at first: a mark that is nowhere would be looked for in all of it.
    """
    for start in (max(len(window) - _TAIL, 0), 0):
        last = max(window.rfind(mark, start) for mark in marks)
        if last >= 0:
            return last
    return 0


def _look(window: bytes, facts: SheetFacts) -> None:
    """Take note of one stretch of whole cells; plain finding first, as most stretches hold nothing odd."""
    last = _ROW.match(window, _last_begun(window, _ROW_MARKS))
    facts.rows = max(facts.rows, int(last[1]) if last else 0)
    facts.columns = max(facts.columns, _widest(window))
    if facts.values <= MOST_COUNTED:
        facts.values += window.count(b"</v>") + window.count(b"</is>") + window.count(b":v>") // 2
    if b"hidden=" in window:
        facts.hidden_rows += len(_HIDDEN_ROW.findall(window))
    if b't="e"' in window:
        _note(facts, ((attrs, said.decode("ascii", "replace")) for attrs, said in _ERROR.findall(window)))
    if b"f" in window and (b"<f" in window or b":f" in window) and _RESULTLESS.search(window):
        _note(facts, ((attrs, "formula") for attrs in _NO_RESULT.findall(window) if b't="str"' not in attrs))


def _look_for_noughts(window: bytes, facts: SheetFacts, zero_styles: dict[bytes, int]) -> None:
    for attrs in _CELL.findall(window) if zero_styles else ():
        width = zero_styles.get(_attribute(attrs, b"s"))
        if width and (found := _REFERENCE.search(attrs)):
            facts.digits[found[1].decode("ascii")] = width


def _widest(window: bytes) -> int:
    """The furthest column of a stretch; up to Z the first rows stand for the others."""
    wide = _WIDE.findall(window)
    return max(map(_number, set(wide or _LETTER.findall(window[:100_000]))), default=0)


def _note(facts: SheetFacts, cells: Iterator[tuple[bytes, str]]) -> None:
    for attrs, said in cells:
        if found := _REFERENCE.search(b" " + attrs):
            facts.blind.setdefault(found[1].decode("ascii"), said)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def refuse_reach(facts: SheetFacts) -> None:
    """Raises Refused where the cells reach beyond a sheet or five million: the reader would make room for all."""
    if facts.rows > 1_048_576 or facts.columns > 16_384 or facts.rows * facts.columns > LARGEST_TABLE:
        raise Refused(Problem("ledger_too_large", {"rows": str(facts.rows), "columns": str(facts.columns)}))
