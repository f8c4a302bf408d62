"""Taking files in as evidence, describing, linking and voiding them, handing out copies."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path, PurePath

from models.actions.desk import Desk
from models.changes import Changes
from models.progress import Progress, silent
from models.queries.evidence import claims_with_content
from models.reference import chains
from models.rules.chains import EVIDENCE_KINDS, FORMS, ORIGINS
from models.rules.file_names import safe_name
from models.rules.mail import read_mail
from models.rules.problems import Problem, Refused
from models.store import Unit
from models.tables import Claim, Custody, Evidence, EvidenceClaim
from models.vault.vault import Taken

KINDS = EVIDENCE_KINDS
RUNS_CODE = frozenset({
    ".exe", ".com", ".scr", ".pif", ".cpl", ".msc", ".msi", ".msp", ".bat", ".cmd", ".ps1",
    ".psm1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh",
    ".hta", ".jar", ".jnlp", ".sh", ".py", ".desktop", ".app", ".command",
    ".lnk", ".url", ".website", ".scf", ".reg", ".inf", ".chm",
    ".library-ms", ".settingcontent-ms", ".appref-ms", ".application",
    ".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".xla", ".xll", ".pptm", ".potm",
    ".ppam", ".ppsm", ".sldm", ".slk", ".iqy", ".accde",
})  # fmt: skip
"""Endings the program never opens by itself; such a file is taken in with a warning."""


MAIL_BYTES = 16_000_000
"""A larger mail is kept whole, without taking its attachments out: they would all be in memory at once."""


@dataclass(frozen=True)
class PieceFacts:
    """What a document tells of itself; None where nothing is known. Codes are those of ``models.rules.chains``.

    ``account`` and ``device`` say where a chat or a recording was made, ``keeper`` who has its original.
    """

    document: str | None = None
    form: str | None = None
    origin: str | None = None
    made_on: date | None = None
    account: str | None = None
    device: str | None = None
    keeper: str | None = None
    transcript: str | None = None
    proves: str | None = None

    def checked(self) -> dict[str, object]:
        """The columns to write, texts without blanks around them. Refused: ``unknown_document`` | ``unknown_form``."""
        known = {"document": chains().documents, "form": FORMS, "origin": ORIGINS}
        for name, codes in known.items():
            code = getattr(self, name)
            if code is not None and code not in codes:
                what = "unknown_document" if name == "document" else "unknown_form"
                raise Refused(Problem(what, {"code": str(code), "codes": ", ".join(codes)}, name))
        found = asdict(self)
        return {
            name: (value.strip() or None) if isinstance(value, str) else value
            for name, value in found.items()
        }


NOTHING = PieceFacts()


@dataclass(frozen=True)
class Attached:
    """A piece of evidence that is in the vault and in the books. ``doubts`` warn, they do not hinder.

    ``with_it`` are the pieces that came with it: the attachments of a mail.
    """

    evidence: int
    sha256: str
    bytes: int
    doubts: tuple[Problem, ...]
    changes: Changes
    with_it: tuple[int, ...] = ()


def attach(
    desk: Desk,
    claims: Sequence[int],
    file: Path,
    kind: str = "other",
    *,
    proves: str | None = None,
    facts: PieceFacts = NOTHING,
    progress: Progress = silent,
) -> Attached:
    """Take a file in for one or more claims; the original stays where it is. A mail brings its attachments along.

    Refused: ``unknown_id``, ``unknown_kind``, ``unknown_document``, ``unknown_form``, ``file_unreadable``,
    ``not_a_file``, ``disk_full``.
    """
    if kind not in KINDS:
        raise Refused(Problem("unknown_kind", {"kind": kind, "kinds": ", ".join(KINDS)}, "kind"))
    require_claims(desk, claims)
    facts.checked()
    with desk.store.acting(), desk.act("attach_evidence") as unit:
        taken = desk.store.folder.vault.take_in(file, progress)
        doubts = _doubts(desk, file.name, taken, claims)
        key = keep(desk, unit, taken, file.name, kind, claims, proves=proves, facts=facts)
        with_it, more = _attachments(desk, unit, key, taken, file.name, claims)
    return Attached(key, taken.sha256, taken.bytes, (*doubts, *more), unit.changes, with_it)


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
    facts: PieceFacts = NOTHING,
    parent: int | None = None,
) -> int:
    """The rows for a content that is already in the vault, as part of a larger act; returns the evidence's key."""
    told = facts.checked()
    key = unit.add(
        Evidence,
        sha256=taken.sha256,
        bytes=taken.bytes,
        name=sayable(name),
        kind=kind,
        source=source,
        taken_at=unit.at,
        taken_by=desk.who,
        parent=parent,
        **{**told, "proves": (proves or "").strip() or told["proves"]},
    )
    for claim in claims:
        unit.add(EvidenceClaim, evidence=key, claim=claim)
    return key


def _attachments(
    desk: Desk, unit: Unit, mail: int, taken: Taken, name: str, claims: Sequence[int]
) -> tuple[tuple[int, ...], tuple[Problem, ...]]:
    """The files a mail brought, each kept with it; and what is to be said of them."""
    if PurePath(name).suffix.lower() != ".eml":
        return (), ()
    if taken.bytes > MAIL_BYTES:
        return (), (Problem("mail_kept_whole", {"file": sayable(name)}, sayable(name)),)
    vault, keys = desk.store.folder.vault, []
    doubts: list[Problem] = []
    for each in read_mail(vault.read(taken.sha256)).attachments:
        keys.append(keep(desk, unit, vault.put(each.content), each.name, "other", claims, parent=mail))
        if runs_code(each.name):
            doubts.append(Problem("runs_code", {"file": sayable(each.name)}, sayable(each.name)))
    return tuple(keys), tuple(doubts)


def describe(desk: Desk, evidence: int, facts: PieceFacts, kind: str | None = None) -> Changes:
    """Set down what a document tells of itself; the file stays as it is.

    Refused: ``unknown_id``, ``unknown_kind``, ``unknown_document``, ``unknown_form``.
    """
    told = facts.checked()
    if kind is not None:
        if kind not in KINDS:
            raise Refused(Problem("unknown_kind", {"kind": kind, "kinds": ", ".join(KINDS)}, "kind"))
        told["kind"] = kind
    with desk.act("describe_evidence") as unit:
        unit.change(Evidence, evidence, **told)
        note(unit, "described", [evidence])
        unit.touch_claims(claims_of_piece(desk, evidence))
    return unit.changes


def link(desk: Desk, evidence: int, claims: Sequence[int]) -> Changes:
    """Let a piece that is kept already speak for more claims; where it does, nothing changes.

    Refused: ``unknown_id``.
    """
    piece_of(desk, evidence)
    require_claims(desk, claims)
    held = set(claims_of_piece(desk, evidence))
    with desk.act("link_evidence") as unit:
        for claim in claims:
            if claim not in held:
                unit.add(EvidenceClaim, evidence=evidence, claim=claim)
                note(unit, "linked", [evidence], str(claim))
    return unit.changes


def claims_of_piece(desk: Desk, evidence: int) -> list[int]:
    """Keys of the claims a piece speaks for."""
    query = EvidenceClaim.select().where(EvidenceClaim.evidence == evidence).order_by(EvidenceClaim.id)
    return [row.claim_id for row in query.execute(desk.store.database)]


def void(desk: Desk, evidence: int, why: str) -> Changes:
    """Say that a piece no longer counts, and why; nothing is removed.

    Refused: ``no_reason``, ``unknown_id``, ``evidence_held`` while it must be kept as it is for a case.
    """
    if not why.strip():
        raise Refused(Problem("no_reason", {}, "why"))
    with desk.act("void_evidence") as unit:
        held = piece_of(desk, evidence)
        if held.held_at is not None:
            raise Refused(
                Problem("evidence_held", {"file": held.name, "why": held.held_why or ""}, str(evidence))
            )
        unit.change(Evidence, evidence, voided_at=unit.at, void_why=why.strip())
        note(unit, "voided", [evidence], why.strip())
        unit.touch_claims(claims_of_piece(desk, evidence))
    return unit.changes


def copy_to_open(desk: Desk, evidence: int, folder: Path) -> Path:
    """A read-only copy under its original name, made safe, for the system's own program to open.

    Refused (``unsafe_to_open``) where the ending runs code: such a copy is handed out by export only.
    """
    row = piece_of(desk, evidence)
    if runs_code(row.name):
        raise Refused(Problem("unsafe_to_open", {"file": row.name}, str(evidence)))
    target = folder / f"{row.sha256[:8]}-{safe_name(row.name)}"
    if not target.exists():
        desk.store.folder.vault.copy_out(row.sha256, target)
        target.chmod(0o400)
    return target


def piece_of(desk: Desk, evidence: int) -> Evidence:
    """The piece. Refused: ``unknown_id``."""
    row = Evidence.select().where(Evidence.id == evidence).first(desk.store.database)
    if row is None:
        raise Refused(Problem("unknown_id", {"what": "evidence", "id": str(evidence)}, str(evidence)))
    assert isinstance(row, Evidence)  # noqa: S101 (peewee does not say what it gives)
    return row


def note(unit: Unit, act: str, pieces: Sequence[int], why: str | None = None) -> None:
    """A line in the custody log of each piece, as part of a larger act; ``act`` as in ``models.rules.custody``."""
    for key in pieces:
        unit.add(Custody, evidence=key, act=act, why=why, acted_at=unit.at, acted_by=unit.who)


def sayable(name: str) -> str:
    """A file's name as text: bytes of it that are no UTF-8 are written as escapes."""
    return name.encode(errors="surrogateescape").decode(errors="backslashreplace")


def runs_code(name: str) -> bool:
    """Whether the ending is one that runs code: as it looks, invisible marks left out, or as a copy would have it."""
    seen = "".join(char for char in unicodedata.normalize("NFKC", name) if char.isprintable())
    endings = (PurePath(each.rstrip(" .").lower()).suffix for each in (seen, safe_name(name)))
    return not RUNS_CODE.isdisjoint(endings)


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
    doubts += _twins(desk, name, taken, claims)
    if not taken.bytes:
        doubts.append(Problem("empty_file", {"file": name}, name))
    return tuple(doubts)


def _twins(desk: Desk, name: str, taken: Taken, claims: Sequence[int]) -> list[Problem]:
    """The same content is on file already: for one of these claims, or for another that is named."""
    found = claims_with_content(desk.store, taken.sha256)
    here = next((each for each in found if each.claim in claims), None)
    if here is not None:
        return [Problem("same_content", {"file": name, "as": here.name}, str(here.evidence))]
    return [
        Problem(
            "same_content_elsewhere",
            {"file": name, "debtor": each.debtor, "number": each.number or str(each.claim)},
            str(each.evidence),
        )
        for each in found[:3]
    ]
