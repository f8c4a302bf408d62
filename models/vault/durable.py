"""Files that appear whole under their final name, and are on the disk before anything speaks of them."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from models.progress import Progress, silent

PART = ".qz-"
"""Every temporary file begins so and ends in ``.part``: what a crash leaves can be told and swept."""

CHUNK = 1 << 20


def part_beside(target: Path) -> Path:
    """The temporary name beside a file that is being made, its own for each process."""
    end_of_name = os.fsencode(target.name)[-80:].decode(errors="ignore")
    return target.with_name(f"{PART}{os.getpid()}-{end_of_name}.part")


def refuse_no_file(target: Path) -> None:
    """OSError where something stands there that is no ordinary file: renaming over it would destroy a device."""
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(target))


def make_sure_of_room(folder: Path, wanted: int) -> None:
    """OSError (no space left) where the disk has fewer bytes free: what cannot end is not begun."""
    if shutil.disk_usage(folder).free < wanted:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(file: Path) -> None:
    """Bring a file that another has written to the disk."""
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def write_whole(
    target: Path, fill: Callable[[BinaryIO], object], renamed: Callable[[Path], object] = sync_folder
) -> None:
    """Fill a temporary file, bring it to the disk, then give it its name; on any failure nothing remains.

    A folder, a device or a pipe of that name is never replaced: OSError. ``renamed`` is told the folder in which the
    new name still has to reach the disk.
    """
    refuse_no_file(target)
    part = part_beside(target)
    try:
        with part.open("wb") as stream:
            fill(stream)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
        renamed(target.parent)
    finally:
        part.unlink(missing_ok=True)


def write_bytes_whole(target: Path, content: bytes) -> None:
    """The same for content that is already in memory."""
    write_whole(target, lambda stream: stream.write(content))


def stream_into(
    source: BinaryIO, sink: Callable[[bytes], object], total: int, progress: Progress = silent
) -> int:
    """Hand over the source in pieces of a mebibyte, telling the progress; returns the bytes seen."""
    done = 0
    while piece := source.read(CHUNK):
        sink(piece)
        done += len(piece)
        progress(done, max(total, done))
    return done


def sweep_parts(folder: Path) -> int:
    """Take away what interrupted work left in a folder; returns how many files."""
    swept = 0
    for leftover in folder.glob(f"{PART}*.part"):
        leftover.unlink(missing_ok=True)
        swept += 1
    return swept
