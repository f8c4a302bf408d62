"""Damage done to the files of a vault from outside, one file at a time, and what of it went unseen."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from models.store import Store

Found = Callable[[Store], list[tuple[str, str]]]


def missed_files(store: Store, found: Found, blows: int, seed: int) -> list[str]:
    """Damage to files of the vault that ``found`` did not tell, or not as damage to that file and no other."""
    chance, missed = random.Random(seed), []
    paths = _files(store)
    for n in range(blows):
        how = ("flip", "truncate", "delete", "swap", "append")[n % 5]
        path = chance.choice(list(paths))
        sound = path.read_bytes()
        _damage(path, [other for other in paths if other != path], how, chance)
        told = found(store)
        if not (told and all(what == "file" and paths[path][:12] in where for what, where in told)):
            missed.append(f"{how} {path.name}")
        path.unlink(missing_ok=True)
        path.write_bytes(sound)
    return missed


def _files(store: Store) -> dict[Path, str]:
    """Where each content lies, and its SHA-256, which the file of encrypted books does not tell."""
    vault = store.folder.vault
    rows = store.database.execute_sql("SELECT DISTINCT sha256 FROM evidence ORDER BY sha256")
    paths = {vault.path_of(sha256): sha256 for (sha256,) in rows}
    assert {path.name for path in paths} == set(vault.contents())
    return paths


def _damage(path: Path, others: list[Path], how: str, chance: random.Random) -> None:
    content = bytearray(path.read_bytes())
    path.chmod(0o600)
    if how == "delete":
        path.unlink()
    elif how == "swap":
        other = chance.choice(others)
        path.write_bytes(other.read_bytes())
    elif how == "flip":
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
    else:
        path.write_bytes(content[: chance.randrange(len(content))] if how == "truncate" else content + b"\0")
