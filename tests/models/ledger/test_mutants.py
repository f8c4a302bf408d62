"""Files damaged at random end in claims or in a sentence, and in nothing else."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest

from models.ledger.reading import propose
from models.rules.problems import Refused

LEDGERS = sorted((Path(__file__).resolve().parents[2] / "ledgers").glob("0*"))


def mutant(content: bytes, chance: random.Random) -> bytes:
    """One of: some bytes changed, the end cut off, a piece repeated, or, in an archive, one part damaged inside."""
    ways = [flipped, cut, doubled, *([part_damaged] if content.startswith(b"PK") else [])]
    return chance.choice(ways)(content, chance)


def flipped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def doubled(content: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(content)), chance.randrange(1, 2000)
    return content[:at] + content[at : at + size] * 2 + content[at + size :]


def part_damaged(content: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if name.endswith(".xml")]
        chosen = chance.choice(names)
        for name in old.namelist():
            part = old.read(name)
            new.writestr(
                name, chance.choice((flipped, cut, doubled))(part, chance) if name == chosen else part
            )
    return made.getvalue()


def survive(folder: Path, seeds: range) -> None:
    for seed in seeds:
        chance = random.Random(seed)
        source = chance.choice(LEDGERS)
        path = folder / f"{seed}{source.suffix}"
        path.write_bytes(mutant(source.read_bytes(), chance))
        claims, skipped, code = outcome(path)
        assert not claims & skipped, seed
        assert code.startswith("ledger_"), seed


def outcome(path: Path) -> tuple[set[int], set[int], str]:
    """Rows read and rows skipped, or the code of the sentence."""
    try:
        proposal = propose(path)
    except Refused as refused:
        return set(), set(), refused.problems[0].code
    return {row.row for row in proposal.rows}, {each.row for each in proposal.skipped}, "ledger_read"


def test_a_few_damaged_files_are_survived(tmp_path: Path) -> None:
    survive(tmp_path, range(12))


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_many_damaged_files_are_survived(tmp_path: Path) -> None:
    survive(tmp_path, range(12, 1000))
