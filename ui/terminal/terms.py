"""Commands for what was agreed about paying late, and for the interest of the claims in the books."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions.desk import Desk
from models.actions.exports import export_tables
from models.actions.terms import TermsDraft, set_terms, void_terms
from models.queries.claims import claim_rows
from models.queries.interest import ClaimInterest, Interests, interest_of
from models.queries.parties import debtor_named
from models.queries.terms import TermsBook, TermsRow, terms_rows
from models.rules.bearing import Agreed
from models.rules.day_count import Terms
from models.rules.late_terms import Proposal
from models.rules.problems import Problem, Refused
from ui.interest_sheet import reckoning_of, sheet
from ui.interest_words import KINDS, basis_said, derivation_rows, rate_said, said, sentence
from ui.terminal.interest import BASES
from ui.terminal.values import Json, count, day, file, iso, key, money


def add_commands(commands: Any) -> None:
    """terms, interest-of."""
    agreed = commands.add_parser("terms", help="what was agreed about paying late")
    agreed.add_argument("debtor", nargs="?")
    agreed.add_argument("--contract", metavar="N")
    for option in ("rate", "cap"):
        agreed.add_argument(f"--{option}", metavar="SPEC")
    agreed.add_argument("--basis", choices=tuple(BASES), default="365")
    agreed.add_argument("--count", choices=("days", "months"), default="days", dest="counting")
    agreed.add_argument("--count-end", action="store_true")
    agreed.add_argument("--round", choices=("each", "total"), default="each", dest="rounding")
    agreed.add_argument("--grace", type=count, default=0, metavar="DAYS")
    agreed.add_argument("--agreed-in", metavar="TEXT")
    agreed.add_argument("--agreed-on", type=day, metavar="D")
    agreed.add_argument("--file", type=file)
    agreed.add_argument("--void", type=key, metavar="TERMS")
    agreed.add_argument("--why")
    agreed.set_defaults(work=terms, reads=lambda args: args.rate is None and args.void is None)
    bears = commands.add_parser("interest-of", help="the late-payment interest of claims in the books")
    bears.add_argument("claim", type=key, nargs="?")
    bears.add_argument("--on", type=day, metavar="D")
    bears.add_argument("--xlsx", type=file, metavar="FILE")
    bears.set_defaults(work=interest_of_claims, reads=lambda args: args.xlsx is None)


def terms(desk: Desk, args: argparse.Namespace) -> Json:
    """Keep terms or void a version; tells every version of the debtor, or of all."""
    debtor = None if args.debtor is None else _debtor(desk, args.debtor)
    if args.void is not None:
        void_terms(desk, args.void, args.why or "")
    elif args.rate is not None:
        if debtor is None:
            raise Refused(Problem("unknown_debtor", {"debtor": ""}, "debtor"))
        set_terms(desk, debtor, _draft(args))
    book = TermsBook(desk.store)
    return {"terms": [_version(row, book) for row in terms_rows(desk.store, debtor, void=True)]}


def _debtor(desk: Desk, name: str) -> int:
    held = debtor_named(desk.store, name.strip())
    if held is None:
        raise Refused(Problem("unknown_debtor", {"debtor": name}, "debtor"))
    return held.id


def _draft(args: argparse.Namespace) -> TermsDraft:
    counted = Terms(BASES[args.basis], args.count_end, args.rounding, args.counting)
    agreed = Agreed(args.rate, counted, args.grace, args.cap, args.agreed_on)
    return TermsDraft(agreed, args.contract, args.agreed_in, args.file)


def _version(row: TermsRow, book: TermsBook) -> Json:
    agreed = row.agreed
    return {
        "terms": str(row.id),
        "debtor": row.debtor,
        "contract": row.contract,
        "rate": agreed.rate,
        "basis": next(name for name, basis in BASES.items() if basis == agreed.terms.basis),
        "count": agreed.terms.counting,
        "count_end": agreed.terms.count_end,
        "round": agreed.terms.rounding,
        "grace": agreed.grace_days,
        "cap": agreed.cap,
        "agreed_in": row.agreed_in,
        "agreed_on": iso(agreed.on),
        "evidence": None if row.evidence is None else str(row.evidence),
        "set_at": iso(row.set_at),
        "set_by": row.set_by,
        "holds": book.holds(row),
        "void_why": row.void_why,
    }


def interest_of_claims(desk: Desk, args: argparse.Namespace) -> Json:
    """The interest of one claim with all that explains it; without a claim that of every open one."""
    on = args.on or desk.today
    if args.claim is not None:
        found = interest_of(desk.store, args.claim, on, desk.today)
        if args.xlsx is not None:
            _write(desk, found, args)
        return _explained(found, args.lang)
    if args.xlsx is not None:
        raise Refused(Problem("no_claims", {}, "claim"))
    rows = claim_rows(desk.store, on, desk.today)
    book = Interests(desk.store, on, desk.today)
    sums = [(row, book.of(row)) for row in rows]
    return {
        "on": iso(on),
        "claims": [
            {"claim": str(row.id), "debtor": row.debtor, "number": row.number, "interest": money(fen),
             "currency": row.currency}
            for row, fen in sums
        ],
        "total": money(sum(fen or 0 for row, fen in sums if row.currency == "CNY")),
    }  # fmt: skip


def _write(desk: Desk, found: ClaimInterest, args: argparse.Namespace) -> None:
    told = reckoning_of(found)
    if told is None:
        raise Refused(*found.doubts)
    name = found.row.number or str(found.row.id)
    export_tables(desk, args.xlsx, "export_interest", [sheet(told, found.steps, name, args.lang)])


def _explained(found: ClaimInterest, language: str) -> Json:
    told, result = reckoning_of(found), found.result
    answer: Json = {
        "claim": str(found.row.id),
        "on": iso(found.on),
        "total": money(found.total_fen) if result else None,
        "principal_left": money(result.principal_left_fen) if result else None,
        "from": iso(found.bearing.start) if found.bearing else None,
        "terms": None if found.agreed is None else str(found.agreed.id),
        "by_law": money(found.by_law_fen),
        "derivation": derivation_rows(found.steps, language),
        "doubts": list(found.doubts),
    }
    if found.bearing:
        answer |= proposed(found.bearing.proposal, language)
    if told:
        answer |= {
            "rate_text": rate_said(told, language),
            "basis": basis_said(told, language),
            "sentences": {kind: sentence(told, kind, language) for kind in KINDS},
        }
    return answer


def proposed(found: Proposal, language: str) -> Json:
    """A rate with where it stands and what else can be argued, in words."""
    return {
        "rate": found.rate,
        "rule": found.rule,
        "source": said(found.source, language),
        "why": [said(reason, language) for reason in found.why],
        "alternatives": [
            {"rate": other.rate, "why": said(other.why, language)} for other in found.alternatives
        ],
    }
