"""A small file that somebody hands over, such as a policy or a picture: read whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MOST_BYTES = 16 << 20
"""What is longer is no text that somebody wrote and no list that somebody keeps."""


def content_of(file: Path) -> bytes:
    """The bytes of a regular file, also through a link.

    OSError where it is not there or longer than ``MOST_BYTES``, and for a folder, a pipe or a device: a pipe would be
    waited at for ever, and a device has no end.
    """
    if not stat.S_ISREG(file.stat().st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(file))
    with file.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(file))
    return content


def text_of(file: Path) -> str:
    """The same of UTF-8, its mark left out and its lines ended by one character. UnicodeDecodeError of other bytes."""
    return content_of(file).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
