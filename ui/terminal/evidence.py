"""Commands for evidence: what it tells of itself, who had it in hand, scans that wait, the bundle for the court."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from models.actions.bundles import COURT_LANGUAGE, Bundled, Choices, bundle_claim, bundle_into
from models.actions.custody import export_copy, hold, release
from models.actions.desk import Desk
from models.actions.evidence import (
    KINDS,
    Attached,
    PieceFacts,
    attach,
    claims_of_piece,
    describe,
    link,
    piece_of,
    require_claims,
    void,
)
from models.actions.scans import file_scan, file_waiting, set_scan_aside
from models.given_file import content_of
from models.queries.custody import custody_of, kept_until
from models.queries.evidence import ChainRow, EvidenceRow, chain_of, piece
from models.queries.gaps import proof_of_portfolio
from models.queries.scans import waiting_scans
from models.queries.settings import setting
from models.reference import chains
from models.rules.chains import FORMS, ORIGINS, Gap
from models.rules.problems import Problem, Refused
from models.settings import SCAN_FOLDER
from ui.problems import worded
from ui.terminal.values import Json, day, file, iso, key, money

_WORDS = ("account", "device", "keeper", "proves")


def add_commands(commands: Any) -> None:
    """attach, evidence, describe, link, void-evidence, hold, release, custody, copy-out, proof, scans, bundle."""
    kept = commands.add_parser("attach", help="keep a file as evidence of a claim")
    kept.add_argument("claim", type=key)
    kept.add_argument("file", type=file)
    kept.add_argument("--kind", choices=KINDS, default="other")
    _add_facts(kept)
    kept.set_defaults(work=keep_file, reads=False)
    show = commands.add_parser("evidence", help="the evidence chain of a claim")
    show.add_argument("claim", type=key)
    show.set_defaults(work=show_evidence, reads=True)
    told = commands.add_parser("describe", help="what a document tells of itself")
    told.add_argument("evidence", type=key)
    told.add_argument("--kind", choices=KINDS)
    _add_facts(told)
    told.set_defaults(work=describe_piece, reads=False)
    linked = commands.add_parser("link", help="let a document speak for another claim too")
    linked.add_argument("evidence", type=key)
    linked.add_argument("claim", type=key)
    linked.set_defaults(work=link_piece, reads=False)
    _add_custody(commands)
    _add_scans(commands)
    proof = commands.add_parser("proof", help="how well the open claims are proved, and what would help")
    proof.set_defaults(work=show_proof, reads=True)
    _add_bundle(commands)


def _add_facts(parser: Any) -> None:
    parser.add_argument("--document", choices=tuple(chains().documents))
    parser.add_argument("--form", choices=FORMS)
    parser.add_argument("--origin", choices=ORIGINS)
    parser.add_argument("--made-on", type=day)
    parser.add_argument("--transcript", type=file, help="a file with the words of a recording")
    for name in _WORDS:
        parser.add_argument(f"--{name}")


def _add_custody(commands: Any) -> None:
    for name, work, words in (
        ("void-evidence", void, "say that a document no longer counts"),
        ("hold", hold, "keep a document as it is for a case"),
        ("release", release, "end a hold"),
    ):
        parser = commands.add_parser(name, help=words)
        parser.add_argument("evidence", type=key)
        parser.add_argument("--why", required=True)
        parser.set_defaults(work=_with_reason, act=work, reads=False)
    log = commands.add_parser("custody", help="who had a document in hand, and how long it is kept")
    log.add_argument("evidence", type=key)
    log.set_defaults(work=show_custody, reads=True)
    out = commands.add_parser("copy-out", help="a copy of a document for somebody else")
    out.add_argument("evidence", type=key)
    out.add_argument("--out", type=file, required=True)
    out.add_argument("--why")
    out.set_defaults(work=copy_out, reads=False)


def _add_scans(commands: Any) -> None:
    waiting = commands.add_parser("scans", help="the files of the scanner's folder that wait")
    waiting.add_argument("--folder", type=file)
    waiting.set_defaults(work=show_scans, reads=True)
    filed = commands.add_parser("file-scan", help="take a waiting file in for a claim")
    filed.add_argument("name")
    filed.add_argument("claim", type=key)
    filed.add_argument("--folder", type=file)
    filed.add_argument("--kind", choices=KINDS, default="other")
    _add_facts(filed)
    filed.set_defaults(work=file_one, reads=False)
    aside = commands.add_parser("scan-aside", help="a waiting file is no evidence")
    aside.add_argument("name")
    aside.add_argument("--folder", type=file)
    aside.add_argument("--why", required=True)
    aside.set_defaults(work=set_aside, reads=False)


def _add_bundle(commands: Any) -> None:
    made = commands.add_parser("bundle", help="a claim's evidence as one PDF with list and page numbers")
    made.add_argument("claim", type=key)
    made.add_argument("--out", type=file, required=True, help="a .pdf, or a .zip with the originals")
    made.add_argument(
        "--folder", action="store_true", help="--out names a folder to be made, with the originals"
    )
    made.add_argument("--leave-out", type=key, action="append", default=[], metavar="EVIDENCE")
    made.add_argument("--no-interest", action="store_true")
    made.add_argument("--case-number")
    made.add_argument("--language", choices=("zh_CN", "en"), default=COURT_LANGUAGE, help="of its own words")
    made.set_defaults(work=make_bundle, reads=False)


def _facts(args: argparse.Namespace, held: EvidenceRow | None = None) -> PieceFacts:
    """What the options say; what they leave open stays as it was."""
    names = ("document", "form", "origin", "made_on", *_WORDS)
    given = {name: getattr(args, name) for name in names}
    given["transcript"] = _read(args.transcript) if args.transcript else None
    if held is not None:
        given = {name: value if value is not None else getattr(held, name) for name, value in given.items()}
    return PieceFacts(**given)


def _read(words: Path) -> str:
    try:
        content = content_of(words)
    except OSError as error:
        raise Refused(Problem("file_unreadable", {"file": words.name}, str(words))) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", errors="replace")


def keep_file(desk: Desk, args: argparse.Namespace) -> Json:
    """Take a file into the vault for a claim."""
    return _attached(attach(desk, [args.claim], args.file, args.kind, facts=_facts(args)))


def _attached(attached: Attached) -> Json:
    return {
        "evidence": str(attached.evidence),
        "sha256": attached.sha256,
        "bytes": attached.bytes,
        **({"with_it": [str(each) for each in attached.with_it]} if attached.with_it else {}),
        "doubts": list(attached.doubts),
    }


def show_evidence(desk: Desk, args: argparse.Namespace) -> Json:
    """The slots of a claim's evidence, how whole the chain is, and what to get next."""
    require_claims(desk, [args.claim])
    chain: ChainRow = chain_of(desk.store, args.claim)
    return {
        "slots": [
            {"slot": slot.slot, "missing": slot.missing, "items": [_item(item) for item in slot.items]}
            for slot in chain.slots
        ],
        "complete": f"{chain.there}/{chain.wanted}",
        "next": chain.next,
        "score": chain.score,
        "gaps": [_gap(gap, args.lang) for gap in chain.gaps],
    }


def _gap(gap: Gap, language: str) -> Json:
    return {
        "slot": gap.slot,
        "document": gap.document.key,
        "why": gap.why,
        "who": gap.document.holder,
        "gain": gap.gain,
        "text": worded(f"gap_{gap.document.holder}_{gap.why}", language, {"document": gap.document.key}),
    }


def _item(item: EvidenceRow) -> Json:
    told = {
        "evidence": str(item.id),
        "name": item.name,
        "kind": item.kind,
        "sha256": item.sha256,
        "bytes": item.bytes,
        "taken_at": iso(item.taken_at),
        "proves": item.proves,
        **_described(item),
    }
    return {**told, "voided": item.void_why} if item.voided_at else told


def _described(item: EvidenceRow) -> Json:
    names = ("document", "form", "origin", "made_on", "account", "device", "keeper", "transcript")
    known = {name: getattr(item, name) for name in names}
    return {
        **{
            name: iso(value) if name == "made_on" else value
            for name, value in known.items()
            if value is not None
        },
        **({"with": str(item.parent_id)} if item.parent_id else {}),
        **({"held": item.held_why} if item.held_at else {}),
    }


def describe_piece(desk: Desk, args: argparse.Namespace) -> Json:
    """Set down what a document tells of itself."""
    piece_of(desk, args.evidence)
    describe(desk, args.evidence, _facts(args, piece(desk.store, args.evidence)), args.kind)
    return _told(desk, args.evidence)


def link_piece(desk: Desk, args: argparse.Namespace) -> Json:
    """Let a document speak for another claim too."""
    piece_of(desk, args.evidence)
    link(desk, args.evidence, [args.claim])
    return _told(desk, args.evidence)


def _with_reason(desk: Desk, args: argparse.Namespace) -> Json:
    piece_of(desk, args.evidence)
    args.act(desk, args.evidence, args.why)
    return _told(desk, args.evidence)


def _told(desk: Desk, evidence: int) -> Json:
    found = piece(desk.store, evidence)
    assert found is not None  # noqa: S101 (it was asked for before)
    return {**_item(found), "claims": [str(claim) for claim in claims_of_piece(desk, evidence)]}


def show_custody(desk: Desk, args: argparse.Namespace) -> Json:
    """Who had a document in hand, and how long it must be kept."""
    piece_of(desk, args.evidence)
    lines = custody_of(desk.store, args.evidence)
    return {
        "keep_until": iso(kept_until(desk.store, args.evidence, desk.today)),
        "log": [{"act": line.act, "at": iso(line.at), "by": line.by, "why": line.why} for line in lines],
    }


def copy_out(desk: Desk, args: argparse.Namespace) -> Json:
    """Hand out a copy."""
    export_copy(desk, args.evidence, args.out, args.why)
    return {"file": str(args.out), "sha256": piece_of(desk, args.evidence).sha256}


def show_proof(desk: Desk, args: argparse.Namespace) -> Json:
    """The open claims, least proved money first."""
    found = proof_of_portfolio(desk.store, desk.today)
    claims = [
        {
            "id": str(each.row.id),
            "debtor": each.row.debtor,
            "number": each.row.number,
            "balance": money(each.row.balance_fen),
            "currency": each.row.currency,
            "score": each.score,
            "next": _gap(each.gaps[0], args.lang)["text"] if each.gaps else None,
        }
        for each in found.rows
    ]
    return {"score": found.score, "empty": found.empty, "claims": claims}


def show_scans(desk: Desk, args: argparse.Namespace) -> Json:
    """The files that wait."""
    folder = _folder(desk, args)
    waiting = waiting_scans(desk.store, folder)
    return {
        "folder": str(folder),
        "waiting": [{"name": each.path.name, "bytes": each.size} for each in waiting],
    }


def file_one(desk: Desk, args: argparse.Namespace) -> Json:
    """Take a waiting file in."""
    waiting = file_waiting(desk, _folder(desk, args), args.name)
    return _attached(file_scan(desk, waiting, [args.claim], args.kind, facts=_facts(args)))


def set_aside(desk: Desk, args: argparse.Namespace) -> Json:
    """A waiting file is no evidence."""
    set_scan_aside(desk, file_waiting(desk, _folder(desk, args), args.name), args.why)
    return show_scans(desk, args)


def _folder(desk: Desk, args: argparse.Namespace) -> Path:
    chosen = args.folder or setting(desk.store, SCAN_FOLDER)
    if not chosen:
        raise Refused(Problem("no_scan_folder", {}, "folder"))
    return Path(chosen)


def make_bundle(desk: Desk, args: argparse.Namespace) -> Json:
    """Write a claim's bundle."""
    choices = Choices(
        leave_out=args.leave_out,
        with_interest=not args.no_interest,
        case_number=args.case_number,
        language=args.language,
    )
    write = bundle_into if args.folder else bundle_claim
    return _bundled(write(desk, args.claim, args.out, args.render, choices))


def _bundled(made: Bundled) -> Json:
    documents = [
        {
            "number": each.number,
            "title": each.title,
            "from_page": each.from_page,
            "to_page": each.to_page,
            "sha256": each.sha256,
        }
        for each in made.bundle.exhibits
    ]
    span = made.bundle.interest_pages
    return {
        "file": str(made.file),
        "documents": documents,
        "pages": made.bundle.pages,
        "copies": made.facts.copies,
        "interest": {"from_page": span[0], "to_page": span[1]} if span else None,
        "doubts": list(made.doubts),
    }
