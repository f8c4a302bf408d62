"""Files damaged at random end in claims or in a sentence, and in nothing else."""

from __future__ import annotations

import io
import random
import re
import struct
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from models.ledger.grid import Value
from models.ledger.reading import propose
from models.ledger.sheet_out import Column
from models.rules.problems import Refused
from tests.models.ledger.binary_workbook import write_xlsb
from tests.models.ledger.broken_reader import command
from tests.models.ledger.made_tables import write_table
from tests.models.ledger.old_formats import write_ods, write_xls
from tests.models.ledger.reading_room import Died, Overran, Room

LEDGERS = sorted((Path(__file__).resolve().parents[2] / "ledgers").glob("0*"))
HEAD: list[Value] = ["客户名称", "单据号", "到期日", "未收余额", "备注"]
ROWS: list[list[Value]] = [
    [f"第{n // 3}号公司", f"XS{n:04d}", date(2026, 1, 1) + timedelta(days=n), n * 1.25, "<&>"]
    for n in range(60)
]
Way = Callable[[bytes, random.Random], bytes]
MUTANTS = 10_000


def flipped(content: bytes, chance: random.Random) -> bytes:
    """A few bytes are others."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    """The end is gone."""
    return content[: chance.randrange(len(content))]


def doubled(content: bytes, chance: random.Random) -> bytes:
    """A piece stands there twice."""
    at, size = chance.randrange(len(content)), chance.randrange(1, 2000)
    return content[:at] + content[at : at + size] * 2 + content[at + size :]


def broken_markup(content: bytes, chance: random.Random) -> bytes:
    """One tag or attribute is lost, repeated, or says something absurd."""
    tags = list(re.finditer(rb"<[^<>]+>", content))
    if not tags:
        return flipped(content, chance)
    tag = chance.choice(tags)
    absurd = re.sub(
        rb'="[^"]*"', b'="' + chance.choice((b"-1", b"4294967296", b"", b"A0", b"\xff")) + b'"', tag[0]
    )
    return (
        content[: tag.start()] + chance.choice((b"", tag[0] * 2, absurd, tag[0][:-1])) + content[tag.end() :]
    )


def rebuilt(
    content: bytes, chance: random.Random, change: Callable[[dict[str, bytes]], list[tuple[str, bytes]]]
) -> bytes:
    """An archive with other parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        warnings.simplefilter("ignore")  # of two parts with one name
        for name, part in change(parts):
            new.writestr(name, part)
    return made.getvalue()


def part_damaged(content: bytes, chance: random.Random) -> bytes:
    """One part is damaged inside, its check sum right."""
    way = chance.choice((flipped, cut, doubled, broken_markup, broken_markup))

    def change(parts: dict[str, bytes]) -> list[tuple[str, bytes]]:
        hit = chance.choice([name for name, part in parts.items() if part])
        return [(name, way(part, chance) if name == hit else part) for name, part in parts.items()]

    return rebuilt(content, chance, change)


def parts_swapped(content: bytes, chance: random.Random) -> bytes:
    """Two parts stand under each other's names; or one has another name, stands there twice, or is gone."""

    def change(parts: dict[str, bytes]) -> list[tuple[str, bytes]]:
        one, other = chance.choice(list(parts)), chance.choice(list(parts))
        changes: list[list[tuple[str, bytes]]] = [
            list((parts | {one: parts[other], other: parts[one]}).items()),
            [(f"{name}x" if name == one else name, part) for name, part in parts.items()],
            [*parts.items(), (one, parts[other])],
            [each for each in parts.items() if each[0] != one],
        ]
        return chance.choice(changes)

    return rebuilt(content, chance, change)


def sizes_wrong(content: bytes, chance: random.Random) -> bytes:
    """The central directory lies about a part: its sizes, its check sum, or where it begins."""
    entries = [found.start() for found in re.finditer(b"PK\x01\x02", content)]
    if not entries:
        return flipped(content, chance)
    changed = bytearray(content)
    at = chance.choice(entries) + chance.choice((10, 16, 20, 24, 42))
    if at + 4 <= len(changed):
        struct.pack_into(
            "<I", changed, at, chance.choice((0, 1, 0x7FFFFFFF, 0xFFFFFFFF, chance.randrange(2**32)))
        )
    return bytes(changed)


WAYS: tuple[Way, ...] = (flipped, cut, doubled)
MARKUP_WAYS: tuple[Way, ...] = (*WAYS, broken_markup)
ARCHIVE_WAYS: tuple[Way, ...] = (*WAYS, part_damaged, part_damaged, part_damaged, parts_swapped, sizes_wrong)


def mutant(content: bytes, chance: random.Random) -> bytes:
    """The file damaged in one way."""
    if content.startswith(b"PK"):
        return chance.choice(ARCHIVE_WAYS)(content, chance)
    return chance.choice(MARKUP_WAYS if content.lstrip().startswith(b"<") else WAYS)(content, chance)


def sources(folder: Path) -> list[Path]:
    """Files of every format, made here, beside the ledgers."""
    columns = [
        Column(str(name), kind)
        for name, kind in zip(HEAD, ("text", "text", "day", "money", "text"), strict=True)
    ]
    write_table(folder / "a.xlsx", columns, [[*row[:3], n * 125, row[4]] for n, row in enumerate(ROWS)])
    (folder / "a.xlsm").write_bytes((folder / "a.xlsx").read_bytes())
    for biff in (5, 8):
        write_xls(folder / f"a{biff}.xls", [HEAD, *ROWS], biff=biff)
    write_xlsb(folder / "a.xlsb", [HEAD, *ROWS])
    write_ods(folder / "a.ods", [HEAD, *ROWS])
    lines = "\n".join(",".join(map(str, row)) for row in (HEAD, *ROWS))
    for encoding in ("utf-8", "gb18030", "utf-16"):
        (folder / f"{encoding}.csv").write_text(lines, encoding)
    cells = "".join(
        "<tr>" + "".join(f"<td>{value}</td>" for value in row[:4]) + "</tr>" for row in (HEAD, *ROWS)
    )
    (folder / "page.xls").write_text(f"<html><body><table>{cells}</table></body></html>", "utf-8")
    return [*sorted(folder.iterdir()), *LEDGERS]


@contextmanager
def rooms(count: int) -> Iterator[list[Room]]:
    with ExitStack() as open_ones:
        yield [open_ones.enter_context(closing(Room())) for _ in range(count)]


def rows_of(path: Path) -> int:
    """How many a file has that was made here."""
    return 0 if path in LEDGERS else len(ROWS)


def outcomes(folder: Path, room: Room, made: list[Path], seeds: range) -> Counter[tuple[str, str]]:
    """{(ending of the name, how it ended): how often}."""
    found: Counter[tuple[str, str]] = Counter()
    for seed in seeds:
        chance = random.Random(seed)
        source = chance.choice(made)
        path = folder / f"{seeds.start}{source.suffix}"
        path.write_bytes(mutant(source.read_bytes(), chance))
        found[source.suffix, outcome(room, path)] += 1
    return found


def outcome(room: Room, path: Path, rows: int = 0) -> str:
    """How a file ends; a sound one has so many rows, each a claim or told to be none."""
    try:
        proposal = room.propose(path)
    except Refused as refused:
        return refused.problems[0].code
    except Died:
        return "died"
    except Overran:
        return "overran"
    claims, skipped = {row.row for row in proposal.rows}, {each.row for each in proposal.skipped}
    if claims & skipped:
        return "rows told twice"
    return "read" if len(claims | skipped) >= rows else "rows lost"


def test_a_few_damaged_files_are_survived(tmp_path: Path) -> None:
    codes = [alone(tmp_path / str(seed), random.Random(seed)) for seed in range(6)]
    assert not [code for code in codes if not code.startswith(("ledger_", "read"))]


def alone(path: Path, chance: random.Random) -> str:
    """A mutant in a process of its own, as the program reads it."""
    path.write_bytes(mutant(chance.choice(LEDGERS).read_bytes(), chance))
    try:
        propose(path)
    except Refused as refused:
        return refused.problems[0].code
    return "read"


def test_every_format_is_survived_when_damaged(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    made = sources(tmp_path / "made")
    with rooms(1) as (room,):
        assert [outcome(room, path, rows_of(path)) for path in made] == ["read"] * len(made)
        found = outcomes(tmp_path, room, made, range(150))
    assert not {how for _, how in found} & {"died", "overran", "rows told twice"}


@pytest.mark.parametrize(
    ("how", "seen"), [("lose_the_last_row", "rows lost"), ("never_end", "overran"), ("die", "died")]
)
def test_a_broken_reader_is_found_out(tmp_path: Path, how: str, seen: str) -> None:
    (tmp_path / "made").mkdir()
    path = next(path for path in sources(tmp_path / "made") if path.suffix == ".xlsx")
    with closing(Room(command(how, "room"), seconds=3.0)) as room:
        assert outcome(room, path, rows_of(path)) == seen


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_ten_thousand_damaged_files_are_survived(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    made = sources(tmp_path / "made")
    with rooms(2) as both, ThreadPoolExecutor(2) as pool:
        halves = [range(MUTANTS // 2), range(MUTANTS // 2, MUTANTS)]
        told = pool.map(lambda room, seeds: outcomes(tmp_path, room, made, seeds), both, halves)
        found = sum(told, Counter[tuple[str, str]]())
    for (ending, how), times in sorted(found.items()):
        print(f"{ending:6} {how:28} {times:6}")  # noqa: T201  the table of outcomes is wanted
    ends = Counter[str]()
    for (_, how), times in found.items():
        ends[how] += times
    assert ends["rows told twice"] == 0
    assert ends["died"] + ends["overran"] <= MUTANTS // 1000
