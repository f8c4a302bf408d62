"""Taking files in as evidence, voiding them, handing out copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from models.actions.desk import Desk
from models.changes import Changes
from models.progress import Progress, silent
from models.rules.problems import Problem, Refused
from models.store import Unit
from models.tables import Claim, Evidence, EvidenceClaim
from models.vault.vault import Taken

KINDS = (
    "contract", "order", "delivery", "invoice", "statement", "demand", "payment", "recording", "chat", "other",
)  # fmt: skip
RUNS_CODE = frozenset(
    [
        ".exe",
        ".lnk",
        ".scr",
        ".com",
        ".bat",
        ".cmd",
        ".ps1",
        ".vbs",
        ".js",
        ".jar",
        ".msi",
        ".hta",
        ".docm",
        ".xlsm",
        ".pptm",
        ".dotm",
        ".xltm",
    ]
)
"""Endings the program never opens by itself; such a file is taken in with a warning."""


@dataclass(frozen=True)
class Attached:
    """A piece of evidence that is in the vault and in the books. ``doubts`` warn, they do not hinder."""

    evidence: int
    sha256: str
    bytes: int
    doubts: tuple[Problem, ...]
    changes: Changes


def attach(
    desk: Desk,
    claims: Sequence[int],
    file: Path,
    kind: str = "other",
    *,
    proves: str | None = None,
    progress: Progress = silent,
) -> Attached:
    """Take a file in for one or more claims; the original stays where it is.

    Refused: ``unknown_id``, ``unknown_kind``, ``file_unreadable``, ``not_a_file``, ``disk_full``.
    """
    if kind not in KINDS:
        raise Refused(Problem("unknown_kind", {"kind": kind, "kinds": ", ".join(KINDS)}, "kind"))
    require_claims(desk, claims)
    with desk.store.acting(), desk.act("attach_evidence") as unit:
        taken = desk.store.folder.vault.take_in(file, progress)
        doubts = _doubts(desk, file.name, taken, claims)
        key = keep(desk, unit, taken, file.name, kind, claims, proves=proves)
    return Attached(key, taken.sha256, taken.bytes, doubts, unit.changes)


def keep(
    desk: Desk,
    unit: Unit,
    taken: Taken,
    name: str,
    kind: str,
    claims: Sequence[int],
    *,
    proves: str | None = None,
    source: str | None = None,
) -> int:
    """The rows for a content that is already in the vault, as part of a larger act; returns the evidence's key."""
    key = unit.add(
        Evidence,
        sha256=taken.sha256,
        bytes=taken.bytes,
        name=sayable(name),
        kind=kind,
        proves=(proves or "").strip() or None,
        source=source,
        taken_at=unit.at,
        taken_by=desk.who,
    )
    for claim in claims:
        unit.add(EvidenceClaim, evidence=key, claim=claim)
    return key


def void(desk: Desk, evidence: int, why: str) -> Changes:
    """Say that a piece no longer counts, and why; nothing is removed. Refused: ``no_reason``, ``unknown_id``."""
    if not why.strip():
        raise Refused(Problem("no_reason", {}, "why"))
    with desk.act("void_evidence") as unit:
        unit.change(Evidence, evidence, voided_at=unit.at, void_why=why.strip())
        unit.touch_claims(
            row.claim_id
            for row in EvidenceClaim.select()
            .where(EvidenceClaim.evidence == evidence)
            .execute(desk.store.database)
        )
    return unit.changes


def copy_to_open(desk: Desk, evidence: int, folder: Path) -> Path:
    """A read-only copy under its original name, made safe, for the system's own program to open.

    Refused (``unsafe_to_open``) where the ending runs code: such a copy is handed out by export only.
    """
    row = Evidence.select().where(Evidence.id == evidence).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": "evidence", "id": str(evidence)}, str(evidence)))
    if runs_code(row.name):
        raise Refused(Problem("unsafe_to_open", {"file": row.name}, str(evidence)))
    target = folder / f"{row.sha256[:8]}-{safe_name(row.name)}"
    if not target.exists():
        desk.store.folder.vault.copy_out(row.sha256, target)
        target.chmod(0o400)
    return target


def sayable(name: str) -> str:
    """A file's name as text: bytes of it that are no UTF-8 are written as escapes."""
    return name.encode(errors="surrogateescape").decode(errors="backslashreplace")


def runs_code(name: str) -> bool:
    """Whether the file's ending, seen without tricks of spaces and dots, is one that runs code."""
    return PurePath(name.rstrip(" .").lower()).suffix in RUNS_CODE


def safe_name(name: str, longest_bytes: int = 120) -> str:
    """A file name every system takes: no separators, controls or direction marks, the ending kept.

    At most ``longest_bytes`` in UTF-8. Reserved names of Windows get an underscore in front.
    """
    shown = "".join(c if c.isprintable() and c not in '<>:"/\\|?*' else "_" for c in name).strip(" .") or "_"
    stem, suffix = PurePath(shown).stem, PurePath(shown).suffix[:12]
    if stem.split(".")[0].upper() in _RESERVED:
        stem = f"_{stem}"
    room = longest_bytes - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore") + suffix


_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}


def require_claims(desk: Desk, claims: Sequence[int]) -> None:
    """Refused (``unknown_id``) with every claim that is not there."""
    known = {
        row.id
        for row in Claim.select(Claim.id).where(Claim.id.in_(list(claims))).execute(desk.store.database)
    }
    missing = [
        Problem("unknown_id", {"what": "claim", "id": str(key)}, str(key))
        for key in claims
        if key not in known
    ]
    if missing or not claims:
        raise Refused(*missing or [Problem("no_claims", {}, "claims")])


def _doubts(desk: Desk, name: str, taken: Taken, claims: Sequence[int]) -> tuple[Problem, ...]:
    doubts = []
    name = sayable(name)
    if runs_code(name):
        doubts.append(Problem("runs_code", {"file": name}, name))
    twin = (
        Evidence.select()
        .join(EvidenceClaim)
        .where(
            Evidence.sha256 == taken.sha256,
            Evidence.voided_at.is_null(),
            EvidenceClaim.claim.in_(list(claims)),
        )
        .first(desk.store.database)
    )
    if twin is not None:
        doubts.append(Problem("same_content", {"file": name, "as": twin.name}, str(twin.id)))
    if not taken.bytes:
        doubts.append(Problem("empty_file", {"file": name}, name))
    return tuple(doubts)
