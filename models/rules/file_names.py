"""Names of files that go out, taken from names of people, papers and files that came in."""

from __future__ import annotations

from pathlib import PurePath

_TWINS = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
"""What some file system forbids, and its full-width twin, which every one takes and people read alike."""
_PORTS = {f"{port}{number}" for port in ("COM", "LPT") for number in "123456789¹²³"}
_RESERVED = _PORTS | {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
"""Devices of Windows, whatever ending follows."""
_SUFFIX = 12


def safe_name(name: str, longest_bytes: int = 120) -> str:
    """A file name every system takes, and as near to ``name`` as can be; its ending is kept.

    Forbidden marks become their full-width twins, controls and marks of direction ``_``; no dot or space begins or
    ends it; a device of Windows gets ``_`` in front. At most ``longest_bytes`` in UTF-8.
    """
    shown = "".join(_shown(char) for char in name.translate(_TWINS)).strip(" .") or "_"
    stem, suffix = PurePath(shown).stem, PurePath(shown).suffix[:_SUFFIX].rstrip(" .")
    if stem.split(".")[0].rstrip().upper() in _RESERVED:
        stem = f"_{stem}"
    room = longest_bytes - len(suffix.encode())
    return stem.encode(errors="replace")[:room].decode(errors="ignore").rstrip(" .") + suffix


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    return " " if char.isspace() and char not in "\r\n" else "_"
