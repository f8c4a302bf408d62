"""Where the books lie, and what the clock says: what could harm them one day, told before it does."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from models.clock import CHINA, instant
from models.rules.problems import Problem
from models.store.store import Store

Mount = tuple[str, str]
"""Where a file system is mounted, and of which type it is."""

_NETWORK = frozenset((
    "afpfs", "afs", "ceph", "cifs", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3",
    "smbfs", "webdav", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs",
    "fuse.sshfs",
))  # fmt: skip
_CLOUDS = (
    ("OneDrive", re.compile(r"onedrive\b.*")),
    ("iCloud", re.compile(r"icloud ?drive|com~apple~clouddocs|mobile documents")),
    ("Dropbox", re.compile(r"dropbox\b.*")),
    ("Google Drive", re.compile(r"google ?drive\b.*")),
    ("坚果云", re.compile(r"(我的)?坚果云|nutstore( files)?")),
    ("百度网盘", re.compile(r"baidusyncdisk|baidunetdiskworkspace|百度网盘同步空间")),
    ("WPS 云盘", re.compile(r"wps ?云盘|wpsdrive")),
    ("微云", re.compile(r"微云同步助手.*|weiyun ?sync.*")),
    ("Nextcloud", re.compile(r"nextcloud\b.*")),
    ("ownCloud", re.compile(r"owncloud\b.*")),
    ("Seafile", re.compile(r"seafile|seadrive.*")),
)
"""Services that keep a folder in step, and the names of the folders they do it in (lower case)."""
_MARKS = (("Dropbox", ".dropbox"), ("Syncthing", ".stfolder"))
"""What such a service leaves in a folder that may have any name."""
_DRIFT = timedelta(minutes=2)
"""Clocks that are set by the network step back by seconds; that is no clock set back."""
_REMOTE_DRIVE = 4


def doubts(store: Store, now: datetime, mounts: Iterable[Mount] | None = None) -> list[Problem]:
    """Warnings to whoever works in these books: ``on_network``, ``in_cloud``, ``clock_behind``; none where all is well.

    ``mounts`` are those of this machine unless given.
    """
    root = store.folder.root
    found = [_network(root, list_mounts() if mounts is None else mounts), _cloud(root), _clock(store, now)]
    return [problem for problem in found if problem]


def _network(root: Path, mounts: Iterable[Mount]) -> Problem | None:
    real = root.resolve()
    holding = [(at, kind) for at, kind in mounts if real.is_relative_to(at)]
    # The deepest counts; of two on one spot the later covers the earlier.
    kind = (
        max(enumerate(holding), key=lambda one: (len(Path(one[1][0]).parts), one[0]))[1][1] if holding else ""
    )
    if kind in _NETWORK or _is_remote_drive(real):
        return Problem("on_network", {"folder": str(root)}, str(root))
    return None


def _is_remote_drive(real: Path) -> bool:
    """Windows: a share by its name, or a letter that stands for one."""
    if sys.platform == "win32":
        import ctypes  # only there

        remote = ctypes.windll.kernel32.GetDriveTypeW(real.anchor) == _REMOTE_DRIVE
        return real.drive.startswith("\\\\") or bool(remote)
    return False


def list_mounts() -> list[Mount]:
    """The file systems of this machine in the order they were mounted; none where the system names them otherwise."""
    try:
        if sys.platform == "darwin":
            import subprocess  # only there

            told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
            return re.findall(r" on (.+) \((\w+)", told)
        lines = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    return [_mount(line) for line in lines]


def _mount(line: str) -> Mount:
    """A line of /proc/self/mountinfo, in which a blank of a name is written in octal (proc(5))."""
    at, kind = line.split(" ")[4], line.partition(" - ")[2].split(" ")[0]
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), at), kind


def _cloud(root: Path) -> Problem | None:
    for folder in (root.resolve(), *root.resolve().parents):
        named = (service for service, name in _CLOUDS if name.fullmatch(folder.name.lower()))
        marked = (service for service, mark in _MARKS if (folder / mark).exists())
        service = next(named, None) or next(marked, None)
        if service:
            return Problem("in_cloud", {"folder": str(root), "service": service}, str(root))
    return None


def _clock(store: Store, now: datetime) -> Problem | None:
    row = store.database.execute_sql("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    if row is None or now >= instant(row[0]) - _DRIFT:
        return None
    return Problem("clock_behind", {"now": _minute(now), "last": _minute(instant(row[0]))}, "clock")


def _minute(moment: datetime) -> str:
    return f"{moment.astimezone(CHINA):%Y-%m-%d %H:%M}"
