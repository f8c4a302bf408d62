"""Handing a claim's evidence in: one PDF, or a folder or a zip with the originals, each with its manifest."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO

from models.actions.desk import Desk
from models.actions.evidence import note, sayable
from models.actions.leaving import disclose, leaving
from models.progress import Progress, silent
from models.queries.bundle import bundle_facts
from models.rules.exhibits import Bundle, BundleFacts, ExhibitFacts, Readable
from models.rules.file_names import safe_name
from models.rules.problems import Problem, Refused
from models.vault.durable import (
    CHUNK,
    part_beside,
    refuse_no_file,
    sync_folder,
    write_bytes_whole,
    write_whole,
)

Render = Callable[..., Any]

PDF = "bundle.pdf"
ORIGINALS = "originals"
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The same evidence gives the same zip: an entry has no date of its own."""


COURT_LANGUAGE = "zh_CN"
"""What a court here reads (Provisions on Evidence 17), whatever the clerk works in; an arbitration may want another."""


@dataclass(frozen=True)
class Choices:
    """How a bundle is made. ``leave_out`` are keys of evidence; the language is that of its own words."""

    leave_out: Collection[int] = ()
    with_interest: bool = True
    case_number: str | None = None
    language: str = COURT_LANGUAGE


USUAL = Choices()


@dataclass(frozen=True)
class Bundled:
    """What was written: the PDF or zip, or the folder, and where each document stands."""

    file: Path
    facts: BundleFacts
    bundle: Bundle
    doubts: tuple[Problem, ...]


def bundle_claim(
    desk: Desk,
    claim: int,
    target: Path,
    render: Render,
    choices: Choices = USUAL,
    progress: Progress = silent,
) -> Bundled:
    """Write the bundle of a claim: a PDF, or with the ending ``.zip`` one with the originals.

    Beside a PDF stands its manifest; a zip has it inside. Refused: ``unknown_id``, ``nothing_to_bundle``,
    ``evidence_damaged`` where a file is no longer what was taken in. Cancelled: nothing is left.
    """
    refuse_no_file(target)
    with _aside(target) as folder:
        pdf = folder / PDF
        facts, bundle = _made(desk, claim, pdf, render, choices, progress)
        zipped = target.suffix.lower() == ".zip"

        def vouch() -> None:
            if not zipped:
                beside = target.with_name(f"{target.stem}.manifest.json")
                write_bytes_whole(beside, _manifest(desk, facts, bundle))

        with leaving(desk, "bundle_evidence", target, vouch) as (unit, part):
            if zipped:
                manifest = _manifest(desk, facts, bundle)
                write_whole(part, lambda stream: _zip(stream, pdf, facts, manifest, progress))
            else:
                write_whole(part, lambda stream: _copied(pdf, stream, progress))
            _enter(unit, claim, target, facts, bundle)
    return Bundled(target, facts, bundle, _doubts(facts, bundle))


def bundle_into(
    desk: Desk,
    claim: int,
    folder: Path,
    render: Render,
    choices: Choices = USUAL,
    progress: Progress = silent,
) -> Bundled:
    """The same as a folder that must not be there yet: the PDF, the originals under their numbers, the manifest.

    Refused as ``bundle_claim`` refuses, and ``folder_there``.
    """
    if folder.exists():
        raise Refused(Problem("folder_there", {"folder": str(folder)}, str(folder)))
    with _aside(folder) as part:
        facts, bundle = _made(desk, claim, part / PDF, render, choices, progress)
        vault = desk.store.folder.vault
        (part / ORIGINALS).mkdir()
        for exhibit in facts.exhibits:
            progress(1, 1)
            vault.copy_out(exhibit.sha256, part / ORIGINALS / original_name(exhibit))
        with desk.store.acting():
            with desk.act("bundle_evidence") as unit:
                _enter(unit, claim, folder, facts, bundle)
            write_bytes_whole(part / "manifest.json", _manifest(desk, facts, bundle))
            part.rename(folder)
            sync_folder(folder.parent)
    return Bundled(folder, facts, bundle, _doubts(facts, bundle))


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """A folder beside the target in which it is made; nothing of it remains."""
    part = part_beside(target.with_name(f"{target.name}-pages"))
    part.mkdir()
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _copied(source: Readable, sink: IO[bytes], progress: Progress) -> None:
    """Chunk by chunk; all that was to be made is made, and still it can be stopped."""
    with source.open("rb") as content:
        while chunk := content.read(CHUNK):
            progress(1, 1)
            sink.write(chunk)


def original_name(exhibit: ExhibitFacts) -> str:
    """The name of an original beside a bundle: its number and its own name, made safe."""
    return f"{exhibit.number:03}-{safe_name(exhibit.name)}"


def _made(
    desk: Desk, claim: int, into: Path, render: Render, choices: Choices, progress: Progress
) -> tuple[BundleFacts, Bundle]:
    facts = bundle_facts(
        desk.store,
        claim,
        desk.today,
        leave_out=choices.leave_out,
        with_interest=choices.with_interest,
        case_number=choices.case_number,
    )
    vault = desk.store.folder.vault

    def watched(_done: int, _total: int) -> None:
        progress(0, 1)

    damaged = [each for each in facts.exhibits if vault.digest(each.sha256, watched) != each.sha256]
    if damaged:
        raise Refused(
            *(Problem("evidence_damaged", {"file": each.name}, str(each.evidence)) for each in damaged)
        )
    made = render("bundle", facts, choices.language, watch=progress, into=into)
    assert isinstance(made, Bundle)  # noqa: S101 (the door to paper gives nothing else for a bundle)
    return facts, made


def _enter(unit: Any, claim: int, target: Path, facts: BundleFacts, bundle: Bundle) -> None:
    note(unit, "bundled", [each.evidence for each in facts.exhibits], sayable(target.name))
    disclose(unit, target, claim=claim, documents=len(bundle.exhibits), pages=bundle.pages)


def _manifest(desk: Desk, facts: BundleFacts, bundle: Bundle) -> bytes:
    """Every document with its hash and pages, and the head of the journal: a cut tail is found by it."""
    documents = [
        {
            "number": each.number,
            "file": original_name(each),
            "name": each.name,
            "bytes": each.bytes,
            "sha256": each.sha256,
            "from_page": bound.from_page,
            "to_page": bound.to_page,
        }
        for each, bound in zip(facts.exhibits, bundle.exhibits, strict=True)
    ]
    seq, head = desk.store.journal_head()
    told = {"made_on": facts.made_on.isoformat(), "pages": bundle.pages, "documents": documents}
    return json.dumps({**told, "journal": {"seq": seq, "hash": head}}, ensure_ascii=False, indent=1).encode()


def _zip(stream: BinaryIO, pdf: Path, facts: BundleFacts, manifest: bytes, progress: Progress) -> None:
    files: list[tuple[str, Readable]] = [
        (PDF, pdf), *((f"{ORIGINALS}/{original_name(each)}", each.file) for each in facts.exhibits)
    ]  # fmt: skip
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, file in files:
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            with archive.open(entry, "w", force_zip64=True) as sink:
                _copied(file, sink, progress)
        archive.writestr(zipfile.ZipInfo("manifest.json", _ZIP_DATE), manifest)


def _doubts(facts: BundleFacts, bundle: Bundle) -> tuple[Problem, ...]:
    """Documents no page could show, and recordings without their words."""
    found = []
    for exhibit in facts.exhibits:
        if exhibit.number in bundle.not_shown:
            found.append(Problem("exhibit_not_shown", {"file": exhibit.name}, str(exhibit.evidence)))
        elif exhibit.kind == "recording" and not exhibit.transcript:
            found.append(Problem("exhibit_no_transcript", {"file": exhibit.name}, str(exhibit.evidence)))
    return tuple(found)
