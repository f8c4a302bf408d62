"""Commands of the post: numbers, deliveries and their proofs, addresses, forms, lists, what letters bring in."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from models.actions import post, post_paper
from models.actions.desk import Desk
from models.actions.exports import export_tables
from models.actions.letters import the_letter
from models.given_file import content_of
from models.ledger.decoding import decoded
from models.queries.attempts import Attempt, addresses, attempts, open_post, second_address
from models.queries.letter_effect import letter_effects
from models.queries.letters import claims_of_letter
from models.queries.mails import forms, offset
from models.queries.parties import debtor_named
from models.queries.policies import policy_of
from models.rules.delivery import ADDRESS_SOURCES, CARRIERS, OUTCOMES, PROOFS
from models.rules.effect import KindEffect, Window
from models.rules.post_forms import Offset
from models.rules.problems import Problem, Refused
from ui.effect_table import effect_tables
from ui.terminal.acts import clocks
from ui.terminal.values import Json, count, day, file, iso, key, keys, money


def add_commands(commands: Any) -> None:
    """mailed, waybills, delivered, delivery, delivery-proof, open-post, address and what is printed for the post."""
    _add_numbers(commands)
    _add_deliveries(commands)
    _add_paper(commands)
    told = commands.add_parser("letter-effect", help="what came in after each kind of letter")
    told.add_argument("--xlsx", type=file)
    told.set_defaults(work=show_effect, reads=lambda parsed: not parsed.xlsx)


def _add_numbers(commands: Any) -> None:
    posted = commands.add_parser("mailed", help="keep a letter's waybill number")
    posted.add_argument("letter", type=key)
    posted.add_argument("--waybill", required=True)
    posted.add_argument("--on", type=day)
    posted.add_argument("--address-source", choices=ADDRESS_SOURCES, dest="address_source")
    posted.add_argument("--address", help="where it went, unless to the address it had")
    posted.add_argument("--carrier", choices=CARRIERS[:-1], default="ems")
    posted.add_argument(
        "--again", action="store_true", help="another attempt, to the next address unless told"
    )
    posted.set_defaults(work=mailed, reads=False)
    many = commands.add_parser("waybills", help="keep the numbers of many letters, all or none")
    many.add_argument("letters", type=keys)
    given = many.add_mutually_exclusive_group(required=True)
    given.add_argument("--numbers", help="in the order of the letters, between commas")
    given.add_argument("--file", type=file, help="one number a line")
    many.add_argument("--on", type=day)
    many.add_argument("--carrier", choices=CARRIERS[:-1], default="ems")
    many.set_defaults(work=mailed_many, reads=False)
    places = commands.add_parser("address", help="the addresses of a debtor, the best for service first")
    places.add_argument("debtor")
    places.add_argument("--add", metavar="TEXT")
    places.add_argument("--source", choices=ADDRESS_SOURCES, default="other")
    places.add_argument("--postcode")
    places.add_argument("--end", type=key, metavar="ADDRESS")
    places.set_defaults(work=show_addresses, reads=lambda parsed: not (parsed.add or parsed.end))


def _add_deliveries(commands: Any) -> None:
    arrived = commands.add_parser("delivered", help="keep what became of a posted letter")
    arrived.add_argument("letter", type=key)
    arrived.add_argument("--result", choices=tuple(OUTCOMES), required=True)
    arrived.add_argument("--on", type=day)
    arrived.add_argument("--proof", type=file)
    arrived.add_argument("--proof-kind", choices=PROOFS, default="tracking", dest="proof_kind")
    arrived.add_argument("--attempt", type=count)
    arrived.add_argument("--signer")
    arrived.set_defaults(work=delivered, reads=False)
    proof = commands.add_parser("delivery-proof", help="add a file that shows something of a delivery")
    proof.add_argument("letter", type=key)
    proof.add_argument("file", type=file)
    proof.add_argument("--kind", choices=PROOFS, default="tracking")
    proof.add_argument("--attempt", type=count)
    proof.set_defaults(work=prove, reads=False)
    shown = commands.add_parser("delivery", help="every attempt to bring a letter to the debtor")
    shown.add_argument("letter", type=key)
    shown.set_defaults(work=show_delivery, reads=True)
    waiting = commands.add_parser("open-post", help="letters without a result or without proof of delivery")
    waiting.add_argument("--days", type=count, help="days without a result; the policy's unless told")
    waiting.set_defaults(work=show_open_post, reads=True)


def _add_paper(commands: Any) -> None:
    paper = commands.add_parser("post", help="waybill labels, envelopes or address labels of letters as PDF")
    paper.add_argument("letters", type=keys)
    paper.add_argument("--form", required=True)
    paper.add_argument("--out", type=file, required=True)
    paper.add_argument("--printer", default="", help="whose offset holds")
    paper.add_argument("--first", type=count, default=1, help="the first free label of a sheet")
    paper.set_defaults(work=print_post, reads=False)
    known = commands.add_parser("post-forms", help="the forms there are; add or forget one of your own")
    change = known.add_mutually_exclusive_group()
    change.add_argument("--add", type=file, metavar="FILE")
    change.add_argument("--drop", metavar="FORM")
    known.set_defaults(work=show_forms, reads=lambda parsed: not (parsed.add or parsed.drop))
    beside = commands.add_parser("post-offset", help="how far a printer prints beside on a form")
    beside.add_argument("form")
    beside.add_argument("--printer", default="")
    beside.add_argument("--right", type=_millimetres)
    beside.add_argument("--down", type=_millimetres)
    beside.add_argument("--page", type=file, help="the calibration page as PDF")
    beside.set_defaults(work=calibrate, reads=False)
    for name, help_text, work in (
        ("posting-list", "the list handed in with letters, as PDF", list_posting),
        ("mail-csv", "the fields of the waybills for the program of the post", list_mails),
    ):
        parser = commands.add_parser(name, help=help_text)
        parser.add_argument("letters", type=keys)
        parser.add_argument("--out", type=file, required=True)
        parser.set_defaults(work=work, reads=False)


def _millimetres(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not a length in mm: {text}") from error


def mailed(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep the posting of a letter."""
    post.mail(
        desk, args.letter, args.waybill, args.on, args.address_source, carrier=args.carrier, address=args.address,
        again=args.again,
    )  # fmt: skip
    return _letter_clocks(desk, args.letter)


def mailed_many(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep the numbers of many letters."""
    numbers = _numbers(args)
    if len(numbers) != len(args.letters):
        told = {"letters": str(len(args.letters)), "numbers": str(len(numbers))}
        raise Refused(Problem("waybills_unequal", told, "numbers"))
    pairs = list(zip(args.letters, numbers, strict=True))
    post.mail_many(desk, pairs, args.on, carrier=args.carrier)
    return {
        "letters": [
            {"letter": str(letter), "waybill": the_letter(desk, letter).waybill} for letter, _ in pairs
        ]
    }


def _numbers(args: argparse.Namespace) -> list[str]:
    """The numbers in their order; of a file the first column."""
    if not args.file:
        return [text.strip() for text in args.numbers.split(",") if text.strip()]
    try:
        lines = decoded(content_of(args.file)).text.splitlines()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Refused(
            Problem("file_unreadable", {"file": str(args.file), "why": why}, str(args.file))
        ) from error
    return [line.split("\t")[0].strip() for line in lines if line.strip()]


def delivered(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep the delivery of a letter."""
    post.deliver(
        desk, args.letter, args.result, args.on, args.proof, proof_kind=args.proof_kind, attempt=args.attempt,
        signer=args.signer,
    )  # fmt: skip
    row = the_letter(desk, args.letter)
    doubts = [] if row.waybill else [Problem("delivered_unposted", {"number": row.number}, str(row.id))]
    return {**_letter_clocks(desk, args.letter), "doubts": doubts}


def prove(desk: Desk, args: argparse.Namespace) -> Json:
    """Add a file to an attempt."""
    post.prove_delivery(desk, args.letter, args.file, args.kind, args.attempt)
    return _letter_clocks(desk, args.letter)


def _letter_clocks(desk: Desk, letter: int) -> Json:
    """The nearest clocks among the claims of a letter."""
    told = [clocks(desk, claim) for claim in claims_of_letter(desk.store, letter)]
    nearest = {
        name: min((each[name] for each in told if each[name]), default=None)
        for name in ("limitation_on", "provable_on")
    }
    return {"letter": str(letter), **nearest}


def show_delivery(desk: Desk, args: argparse.Namespace) -> Json:
    """Every attempt, and where the letter could go next."""
    row = the_letter(desk, args.letter)
    best = second_address(desk.store, row.id, row.debtor.id)
    tried = attempts(desk.store, [row.id]).get(row.id, [])
    return {
        "letter": str(row.id),
        "number": row.number,
        "attempts": [_attempt(each) for each in tried],
        "next_address": best.address if best else None,
    }


def _attempt(each: Attempt) -> Json:
    return {
        "attempt": each.number,
        "carrier": each.carrier,
        "waybill": each.waybill,
        "mailed_on": iso(each.mailed_on),
        "address": each.address,
        "address_source": each.address_source,
        "result": each.outcome,
        "on": iso(each.happened_on),
        "signer": each.signer,
        "arrived": each.arrival,
        "proofs": [{"kind": proof.kind, "evidence": str(proof.evidence), "name": proof.name}
                   for proof in each.proofs if not proof.voided],
        "corrected": each.corrected,
    }  # fmt: skip


def show_open_post(desk: Desk, args: argparse.Namespace) -> Json:
    """What of the post is still to be done, the nearest end first."""
    days = args.days or policy_of(desk.store).delivery_unknown_days
    return {
        "letters": [
            {
                "letter": str(row.letter), "number": row.number, "debtor": row.debtor, "attempt": row.attempt.number,
                "waybill": row.attempt.waybill, "mailed_on": iso(row.attempt.mailed_on), "days": row.days,
                "what": row.what, "until": iso(row.until),
            }
            for row in open_post(desk.store, desk.today, days)
        ]
    }  # fmt: skip


def show_addresses(desk: Desk, args: argparse.Namespace) -> Json:
    """The addresses of a debtor after what was changed."""
    held = debtor_named(desk.store, args.debtor)
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": args.debtor}, "debtor"))
    if args.add:
        post.add_address(desk, args.debtor, args.add, args.source, args.postcode)
    if args.end:
        post.end_address(desk, args.end)
    return {
        "addresses": [
            {
                "address": row.address, "source": row.source, "postcode": row.postcode,
                "key": str(row.key) if row.key else None,
            }
            for row in addresses(desk.store, held.id)
        ]
    }  # fmt: skip


def print_post(desk: Desk, args: argparse.Namespace) -> Json:
    """Labels or envelopes as a PDF."""
    facts = post_paper.post_facts(desk, args.form, args.letters, args.printer, args.first)
    post_paper.export_post(desk, args.out, facts, args.render)
    moved = {"right": facts.offset.right, "down": facts.offset.down}
    return {"file": str(args.out), "form": args.form, "letters": len(facts.mails), **moved}


def show_forms(desk: Desk, args: argparse.Namespace) -> Json:
    """The forms after what was changed."""
    if args.add:
        post_paper.keep_form_file(desk, args.add)
    if args.drop:
        post_paper.drop_form(desk, args.drop)
    return {
        "forms": [
            {
                "form": form.key,
                "name": form.called(args.lang),
                "use": form.use,
                "width": form.width,
                "height": form.height,
            }
            for form in forms(desk.store).values()
        ]
    }


def calibrate(desk: Desk, args: argparse.Namespace) -> Json:
    """The offset after what was changed; the calibration page where asked for."""
    now = offset(desk.store, args.printer, args.form)
    if args.right is not None or args.down is not None:
        wanted = Offset(
            now.right if args.right is None else args.right, now.down if args.down is None else args.down
        )
        post_paper.set_offset(desk, args.printer, args.form, wanted)
    facts = post_paper.calibration_facts(desk, args.form, args.printer)
    if args.page:
        post_paper.export_calibration(desk, args.page, facts, args.render, args.lang)
    told = {"right": facts.offset.right, "down": facts.offset.down}
    return {"form": args.form, "printer": args.printer, **told, "file": str(args.page) if args.page else None}


def list_posting(desk: Desk, args: argparse.Namespace) -> Json:
    """The posting list as a PDF."""
    batch = post_paper.export_posting_list(desk, args.out, args.letters, args.render, "zh_CN")
    return {"file": str(args.out), "batch": batch, "letters": len(args.letters)}


def list_mails(desk: Desk, args: argparse.Namespace) -> Json:
    """The file for the program of the post."""
    return {"file": str(args.out), "letters": post_paper.export_mails(desk, args.out, args.letters)}


def show_effect(desk: Desk, args: argparse.Namespace) -> Json:
    """What came in after each kind of letter, beside claims of the same age without one."""
    found = letter_effects(desk.store, desk.today)
    if args.xlsx:
        export_tables(desk, args.xlsx, "export_effect", effect_tables(found, desk.today, args.lang))
    return {"kinds": [_kind(each) for each in found], "file": str(args.xlsx) if args.xlsx else None}


def _kind(each: KindEffect) -> Json:
    return {
        "kind": each.kind,
        "currency": each.currency,
        "letters": each.letters,
        "windows": _windows(each.windows),
    }


def _windows(windows: Sequence[Window]) -> list[Json]:
    return [
        {
            "days": window.days, "letters": window.letters, "asked": money(window.asked_fen),
            "came": money(window.came_fen), "without": money(window.control_fen), "control": window.control,
            "few": window.few,
        }
        for window in windows
    ]  # fmt: skip
