"""A file that leaves the books: in the journal before it has its name, and beside it a manifest that vouches for it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from models.actions.desk import Desk
from models.actions.evidence import sayable
from models.clock import instant_text
from models.store import Unit
from models.store.backup import MANIFEST, file_hash
from models.vault.durable import part_beside, refuse_no_file, sync_folder, write_bytes_whole

_LONGEST_NAME = 200


@contextmanager
def leaving(
    desk: Desk, verb: str, target: Path, vouch: Callable[[], object] | None = None
) -> Iterator[tuple[Unit, Path]]:
    """An act that makes a file: written where the second says, and entered with ``disclose``, it then gets its name.

    ``vouch`` makes a manifest of its own in place of the usual one. A crash may leave an entry without its file, and
    never a file without its entry. OSError at once where the file could not be written, and not after the work of
    making it.
    """
    refuse_no_file(target)
    part = part_beside(target)
    with desk.store.acting():
        try:
            part.touch()
            with desk.act(verb) as unit:
                yield unit, part
            if vouch is None:
                write_bytes_whole(manifest_of(target), manifest(desk, unit.at, [(target.name, part)]))
            else:
                vouch()
            part.replace(target)
            sync_folder(target.parent)
        finally:
            part.unlink(missing_ok=True)


def disclose(unit: Unit, target: Path, **facts: str | int) -> None:
    """Enter what leaves, for the log of exports."""
    unit.state("export", file=sayable(target.name), **facts)


def manifest_of(target: Path) -> Path:
    """Where the manifest of a file lies: beside it, under its name."""
    name = os.fsencode(target.name)[:_LONGEST_NAME].decode(errors="ignore")
    return target.with_name(f"{name}.{MANIFEST}")


def manifest(desk: Desk, at: datetime, files: Sequence[tuple[str, Path]]) -> bytes:
    """Names and hashes of what left, and the head of the journal, in which the entry of the export stands already."""
    seq, head = desk.store.journal_head()
    told = {
        "made_at": instant_text(at),
        "files": [
            {"file": sayable(name), "bytes": file.stat().st_size, "sha256": file_hash(file)}
            for name, file in files
        ],
        "journal": {"seq": seq, "hash": head},
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()
