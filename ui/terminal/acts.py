"""Commands that set down calls and parties."""

from __future__ import annotations

import argparse
from dataclasses import fields
from typing import Any

from models.actions import calls
from models.actions.desk import Desk
from models.actions.memos import keep_memo
from models.actions.parties import CREDITOR_FIELDS, DEBTOR_FIELDS, set_creditor, set_debtor
from models.queries.claims import claim_rows
from models.queries.parties import creditor, debtor_named
from models.queries.views import Views
from models.rules.problems import Problem, Refused
from ui.terminal.values import Json, amount, file, instant, iso, key, promise

_CREDITOR_OPTIONS = (
    "name", "uscc", "address", "phone", "bank", "account", "contact", "latin-name", "postcode", "email",
    "representative", "letter-prefix",
)  # fmt: skip
_DEBTOR_OPTIONS = ("address", "postcode", "phone", "contact", "email", "uscc", "industry", "address-source")


def add_commands(commands: Any) -> None:
    """creditor, debtor, call, memo."""
    firm = commands.add_parser("creditor", help="set and show the firm that is owed")
    for option in _CREDITOR_OPTIONS:
        firm.add_argument(f"--{option}")
    firm.set_defaults(work=set_firm, reads=False)
    party = commands.add_parser("debtor", help="set and show a debtor")
    party.add_argument("name")
    for option in _DEBTOR_OPTIONS:
        party.add_argument(f"--{option}")
    party.add_argument("--person", action=argparse.BooleanOptionalAction, default=None)
    party.set_defaults(work=set_party, reads=False)
    _add_call(commands)
    memo = commands.add_parser("memo", help="the memo of a contact as PDF, filed with the evidence")
    memo.add_argument("call", type=key)
    memo.set_defaults(work=file_memo, reads=False)


def _add_call(commands: Any) -> None:
    call = commands.add_parser("call", help="log a call, a visit, a message or a meeting")
    call.add_argument("claim", type=key)
    call.add_argument("--outcome", choices=calls.OUTCOMES, required=True)
    call.add_argument("--person")
    call.add_argument("--role")
    call.add_argument("--confirmed", choices=calls.CONFIRMED)
    call.add_argument("--amount", type=amount)
    call.add_argument("--reason")
    call.add_argument("--promise", type=promise, action="append", default=[])
    call.add_argument("--recording", type=file)
    call.add_argument("--recording-announced", action="store_true", dest="recording_announced")
    call.add_argument("--note")
    call.add_argument("--at", type=instant)
    call.add_argument("--channel", choices=tuple(calls.CHANNELS), default="phone")
    call.add_argument("--identity-checked", action="store_true", dest="identity_checked")
    call.add_argument("--asked", help="what was read or sent, word for word")
    call.add_argument("--asks-payment", action="store_true", dest="asks_payment")
    call.add_argument("--override-why", dest="override_why")
    call.add_argument("--reached", help="their number, address or account")
    call.add_argument("--sent-from", help="ours")
    call.add_argument("--place", help="of a visit or a meeting")
    call.add_argument("--present", help="who took part")
    call.add_argument("--memo", action="store_true", help="file a memo of it with the evidence")
    call.set_defaults(work=log_call, reads=False)


def set_firm(desk: Desk, args: argparse.Namespace) -> Json:
    """Set what is given of the creditor, print all."""
    options = [option.replace("-", "_") for option in _CREDITOR_OPTIONS]
    given = {option: getattr(args, option) for option in options if getattr(args, option) is not None}
    if given:
        set_creditor(desk, **given)
    row = creditor(desk.store)
    return {field: getattr(row, field, None) for field in CREDITOR_FIELDS}


def set_party(desk: Desk, args: argparse.Namespace) -> Json:
    """Set what is given of a debtor, print all."""
    names = {option: option.replace("-", "_") for option in _DEBTOR_OPTIONS} | {"contact": "contact_person"}
    given: dict[str, str | bool | None] = {
        field: getattr(args, option.replace("-", "_"))
        for option, field in names.items()
        if getattr(args, option.replace("-", "_")) is not None
    }
    if args.person is not None:
        given["is_person"] = args.person
    if given:
        set_debtor(desk, args.name, **given)
    row = debtor_named(desk.store, args.name.strip())
    if row is None:
        raise Refused(Problem("unknown_debtor", {"debtor": args.name}, "name"))
    told = {"name": row.name, **{field: getattr(row, field) for field in DEBTOR_FIELDS}}
    return {**told, "contact": told["contact_person"]}


def log_call(desk: Desk, args: argparse.Namespace) -> Json:
    """Log a call; tells the clocks of its claim afterwards."""
    logged = calls.log_call(
        desk,
        [args.claim],
        _talk(args),
        args.render if args.memo else None,
        args.lang,
    )
    return {
        "call": str(logged.call),
        "promise": None if logged.promise is None else str(logged.promise),
        **({"memo": str(logged.memo)} if logged.memo else {}),
        **clocks(desk, args.claim),
        "doubts": list(logged.doubts),
    }


def _talk(args: argparse.Namespace) -> calls.Talk:
    """What was said; but for the sum and the promises an option is called as what it tells."""
    promised_fen, promised_on = next(iter(args.promise), (None, None))
    named = {each.name: getattr(args, each.name) for each in fields(calls.Talk) if hasattr(args, each.name)}
    told = {"amount_fen": args.amount, "promise_fen": promised_fen, "promise_on": promised_on}
    return calls.Talk(**named, **told, more_promises=tuple(args.promise[1:]))


def file_memo(desk: Desk, args: argparse.Namespace) -> Json:
    """Set a contact of earlier on paper and file it; the same again where that was done."""
    memo = keep_memo(desk, args.call, args.render, args.lang)
    return {"evidence": str(memo.evidence), "name": memo.name, "sha256": memo.sha256}


def clocks(desk: Desk, claim: int) -> Json:
    """Both nominal last days of limitation of one claim."""
    (row,) = claim_rows(desk.store, desk.today, desk.today, claims=[claim], settled=True)
    view = Views(desk.store, desk.today).of(row)
    return {"limitation_on": iso(view.limitation_on), "provable_on": iso(view.provable_on)}
