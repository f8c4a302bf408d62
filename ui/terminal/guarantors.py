"""Commands over who and what stands behind debts: guarantors, what was done towards them, consents, security."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions import consents, guarantors
from models.actions.desk import Desk
from models.queries.claims import claim_rows
from models.queries.consents import ConsentRow
from models.queries.guarantors import (
    SECURITY_KINDS,
    Guarantee,
    Guarantees,
    GuarantorRow,
    SecurityRow,
    guarantor_rows,
    security_rows,
)
from models.queries.limitations import Limitations
from models.queries.parties import debtor_named
from models.rules.guarantee import ACTS, MODES
from models.rules.problems import Problem, Refused
from ui.clock_words import said
from ui.terminal.values import Json, amount, day, file, iso, key, money


def add_commands(commands: Any) -> None:
    """guarantor, guarantors, guarantor-act, guarantor-consent, security."""
    _add_guarantor(commands)
    _add_consent(commands)
    _add_security(commands)


def debtor_key(desk: Desk, name: str) -> int:
    """The key of a debtor by its name; Refused (``unknown_debtor``)."""
    held = debtor_named(desk.store, name.strip())
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": name}, "debtor"))
    return held.id


def _add_guarantor(commands: Any) -> None:
    party = commands.add_parser("guarantor", help="set down who stands behind a debtor")
    party.add_argument("debtor")
    party.add_argument("name")
    party.add_argument("--mode", choices=MODES, default="unclear")
    party.add_argument("--months", type=int, metavar="N")
    party.add_argument("--until", type=day)
    party.add_argument("--unclear", action="store_true", dest="unclear_period")
    party.add_argument("--signed", type=day, dest="signed_on")
    party.add_argument("--determined", type=day, dest="determined_on")
    party.add_argument("--most", type=amount, dest="most_fen")
    party.add_argument("--person", action="store_true", dest="is_person")
    party.add_argument("--resolution", action="store_true", dest="has_resolution")
    party.add_argument("--plan", type=key)
    for option in ("contract", "uscc", "address", "postcode", "phone", "email", "representative"):
        party.add_argument(f"--{option}")
    party.add_argument("--file", type=file)
    party.add_argument("--replaces", type=key, metavar="GUARANTOR")
    party.set_defaults(work=set_guarantor, reads=False)
    show = commands.add_parser("guarantors", help="who stands behind debts, and how each stands")
    show.add_argument("--debtor")
    show.set_defaults(work=show_guarantors, reads=True)
    act = commands.add_parser("guarantor-act", help="what was done towards a guarantor")
    act.add_argument("guarantor", type=key)
    act.add_argument("what", choices=(*ACTS, "void"))
    act.add_argument("--on", type=day)
    act.add_argument("--file", type=file)
    act.add_argument("--note")
    act.add_argument("--act", type=key, help="with void: that act, not the guarantor")
    act.add_argument("--why")
    act.set_defaults(work=note_act, reads=False)


def _add_consent(commands: Any) -> None:
    consent = commands.add_parser(
        "guarantor-consent", help="a guarantor's written consent to a plan came back"
    )
    consent.add_argument("guarantor", type=key)
    consent.add_argument("plan", type=key, nargs="?")
    consent.add_argument("--signed", type=day, dest="signed_on")
    consent.add_argument("--returned", type=day, dest="returned_on")
    consent.add_argument("--until", type=day)
    consent.add_argument("--file", type=file)
    consent.add_argument("--note")
    consent.add_argument("--void", type=key, metavar="CONSENT")
    consent.add_argument("--why")
    consent.set_defaults(work=keep_consent, reads=False)


def _add_security(commands: Any) -> None:
    thing = commands.add_parser("security", help="what secures a debtor's debts")
    thing.add_argument("debtor")
    thing.add_argument("kind", choices=SECURITY_KINDS, nargs="?")
    thing.add_argument("object", nargs="?")
    thing.add_argument("--amount", type=amount)
    thing.add_argument("--contract")
    thing.add_argument("--registration")
    thing.add_argument("--registered", type=day)
    thing.add_argument("--until", type=day)
    thing.add_argument("--file", type=file)
    thing.add_argument("--void", type=key, metavar="SECURITY")
    thing.add_argument("--why")
    thing.set_defaults(work=set_security, reads=False)


def set_guarantor(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep a guarantor; tells how it stands."""
    names = guarantors.GuarantorDraft.__dataclass_fields__
    draft = guarantors.GuarantorDraft(**{name: getattr(args, name) for name in names})
    debtor = debtor_key(desk, args.debtor)
    if args.replaces is not None:
        kept = guarantors.replace_guarantor(desk, args.replaces, draft)
    else:
        kept = guarantors.add_guarantor(desk, debtor, draft)
    (row,) = [row for row in guarantor_rows(desk.store, debtor) if row.id == kept.key]
    return _guarantor(row, _standing(desk, debtor), args.lang)


def _standing(desk: Desk, debtor: int | None = None) -> list[Guarantee]:
    rows = claim_rows(desk.store, desk.today, desk.today, debtor=debtor)
    return Guarantees(desk.store, Limitations(desk.store), desk.today, debtor).all(rows)


def show_guarantors(desk: Desk, args: argparse.Namespace) -> Json:
    """Guarantors and security, each with how it stands."""
    debtor = None if args.debtor is None else debtor_key(desk, args.debtor)
    standing = _standing(desk, debtor)
    return {
        "guarantors": [_guarantor(row, standing, args.lang) for row in guarantor_rows(desk.store, debtor)],
        "security": [_security(row) for row in security_rows(desk.store, debtor)],
    }


def _guarantor(row: GuarantorRow, standing: list[Guarantee], language: str) -> Json:
    return {
        "guarantor": str(row.id),
        "debtor": row.debtor,
        "name": row.name,
        "mode": row.pledge.mode,
        "contract": row.contract,
        "plan": None if row.plan is None else str(row.plan),
        "signed_on": iso(row.pledge.signed_on),
        "most": money(row.most_fen),
        "acts": [
            {
                "act": str(act.id) if act.id else None,
                "letter": str(act.letter) if act.letter else None,
                "what": act.what,
                "on": iso(act.on),
                "provable": act.provable,
                "missing": list(act.proof.missing) if act.proof else [],
            }
            for act in row.acts
            if not act.voided
        ],
        "consents": [_consent(each) for each in row.consents if not each.voided],
        "clocks": [_guarantee(each, language) for each in standing if each.guarantor.id == row.id],
    }


def _consent(each: ConsentRow) -> Json:
    return {
        "consent": str(each.id),
        "plan": str(each.plan),
        "signed_on": iso(each.signed_on),
        "returned_on": iso(each.returned_on),
        "until": iso(each.until),
        "evidence": None if each.evidence is None else str(each.evidence),
        "provable": each.provable,
        "counts": each.counts,
        "note": each.note,
    }


def _guarantee(each: Guarantee, language: str) -> Json:
    clock = each.clock
    return {
        "claims": [str(row.id) for row in each.claims],
        "kind": clock.kind,
        "last_day": iso(clock.period.last_day),
        "provable_on": iso(each.provable_on),
        "rolled_last_day": iso(clock.period.rolled_last_day),
        "must": clock.period.must,
        "state": clock.state,
        "locked_on": iso(clock.locked_on),
        "debt_last_day": iso(clock.debt_last_day),
        "why": [said(reason, language) for reason in clock.why],
    }


def note_act(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep what was done towards a guarantor, or void an act or the guarantor itself."""
    if args.what == "void":
        if args.act is not None:
            guarantors.void_act(desk, args.act, args.why or "")
        else:
            guarantors.void_guarantor(desk, args.guarantor, args.why or "")
        return {"act": None if args.act is None else str(args.act), "guarantor": str(args.guarantor)}
    kept = guarantors.note_act(desk, args.guarantor, args.what, args.on, args.file, args.note)
    rows = {row.id: row for row in guarantor_rows(desk.store)}
    row = rows[args.guarantor]
    return {"act": str(kept.key), **_guarantor(row, _standing(desk, row.debtor_id), args.lang)}


def keep_consent(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep a consent that came back, or void one; tells how the guarantor stands."""
    if args.void is not None:
        consents.void_consent(desk, args.void, args.why or "")
    elif args.plan is None or args.signed_on is None:
        raise Refused(Problem("consent_needs_plan_and_day", {}, "plan"))
    else:
        draft = consents.ConsentDraft(
            args.plan, args.signed_on, args.returned_on, args.until, args.file, args.note
        )
        consents.keep_consent(desk, args.guarantor, draft)
    rows = {row.id: row for row in guarantor_rows(desk.store)}
    if args.guarantor not in rows:
        raise Refused(Problem("unknown_id", {"what": "guarantor", "id": str(args.guarantor)}, "guarantor"))
    row = rows[args.guarantor]
    return _guarantor(row, _standing(desk, row.debtor_id), args.lang)


def set_security(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep a security or void one; tells all of the debtor."""
    debtor = debtor_key(desk, args.debtor)
    if args.void is not None:
        guarantors.void_security(desk, args.void, args.why or "")
    else:
        draft = guarantors.SecurityDraft(
            args.kind or "",
            args.object or "",
            args.contract,
            args.amount,
            args.registration,
            args.registered,
            args.until,
            args.file,
        )
        guarantors.add_security(desk, debtor, draft)
    return {"security": [_security(row) for row in security_rows(desk.store, debtor)]}


def _security(row: SecurityRow) -> Json:
    return {
        "security": str(row.id),
        "debtor": row.debtor,
        "kind": row.kind,
        "object": row.object,
        "contract": row.contract,
        "amount": money(row.fen),
        "registration": row.registration,
        "registered_on": iso(row.registered_on),
        "until_on": iso(row.until_on),
    }
