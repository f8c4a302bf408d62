"""Commands that settle which names are one debtor, and what became of claims a ledger no longer names."""

from __future__ import annotations

import argparse
from typing import Any

from models.actions.desk import Desk
from models.actions.missing import answer_missing
from models.actions.names import forget_apart, forget_other_name, keep_apart, merge_debtors, unmerge
from models.queries.comparison import Comparison
from models.queries.missing import MISSING_ANSWERS, USED, MissingAnswer, MissingClaim, fits, missing_of
from models.queries.names import kept_apart, other_spellings, suggestions
from models.rules.problems import Problem, Refused
from ui.terminal.values import Json, day, iso, key, keys, money

ASK, ALL = "ask", "all"


def add_commands(commands: Any) -> None:
    """names, merge, unmerge, apart, forget, missing."""
    commands.add_parser("names", help="names that may be one debtor").set_defaults(
        work=show_names, reads=True
    )
    one = commands.add_parser("merge", help="make one debtor of two")
    one.add_argument("name")
    one.add_argument("--into", required=True)
    one.add_argument("--although-uscc-differs", action="store_true", dest="although_uscc_differs")
    one.set_defaults(work=merge, reads=False)
    two = commands.add_parser("unmerge", help="take a merge back")
    two.add_argument("act", type=key)
    two.set_defaults(work=take_merge_back, reads=False)
    apart = commands.add_parser("apart", help="never suggest two names as one debtor again")
    apart.add_argument("name")
    apart.add_argument("other")
    apart.set_defaults(work=set_apart, reads=False)
    forget = commands.add_parser("forget", help="forget another spelling, or that two names are apart")
    forget.add_argument("name")
    forget.add_argument("other", nargs="?")
    forget.set_defaults(work=forget_names, reads=False)
    _add_missing(commands)


def _add_missing(commands: Any) -> None:
    missing = commands.add_parser("missing", help="claims an import did not name, and what became of them")
    missing.add_argument("batch", type=key)
    missing.add_argument("--as", choices=MISSING_ANSWERS, dest="answer")
    missing.add_argument("--claims", help="identifiers between commas, or all")
    missing.add_argument("--on", type=day)
    missing.add_argument("--why")
    missing.set_defaults(work=settle_missing, reads=lambda parsed: parsed.answer is None)


def add_choices(importing: argparse.ArgumentParser) -> None:
    """The options of ``import`` that settle names and missing claims."""
    importing.add_argument("--same-as", action="append", default=[], type=_same_as, dest="same_as")
    importing.add_argument("--missing", choices=(*MISSING_ANSWERS, ASK), default=ASK)


def _same_as(text: str) -> tuple[str, str]:
    name, mark, other = (part.strip() for part in text.partition("="))
    if not (name and mark and other):
        raise argparse.ArgumentTypeError(f"a name of the ledger, =, and the debtor it is: {text}")
    return name, other


def same_as(args: argparse.Namespace) -> dict[str, str]:
    """What ``--same-as`` says: name of the ledger → debtor."""
    return dict(args.same_as)


def answers(args: argparse.Namespace, comparison: Comparison) -> dict[int, MissingAnswer]:
    """What ``--missing`` says of all missing claims of which it can be said and that this kind of ledger holds."""
    if args.missing == ASK:
        return {}
    return {
        held.id: MissingAnswer(args.missing)
        for held in comparison.missing
        if _is_meant(args.missing, held.open_fen) and held.id not in comparison.elsewhere
    }


def _is_meant(answer: str, open_fen: int) -> bool:
    """Whether an answer on all of them means this one: on credits only that they are used up."""
    return fits(answer, open_fen) and (open_fen > 0 or answer == USED)


def told_of(comparison: Comparison) -> Json:
    """Names that look alike, and the missing claims, for the answer of ``import``."""
    return {
        "alike": [
            {"name": each.name, "known": each.known, "why": each.why, "rows": list(each.rows)}
            for each in comparison.alike
        ],
        "missing_claims": [
            {
                "id": str(held.id),
                "debtor": held.debtor,
                "number": held.number,
                "balance": money(held.open_fen),
                "currency": held.currency,
                "elsewhere": held.id in comparison.elsewhere,
                "left_open": held.id in comparison.left_open,
                "used_up": held.id in comparison.used_up,
            }
            for held in comparison.missing
        ],
    }


def show_names(desk: Desk, _args: argparse.Namespace) -> Json:
    """Suggestions over all debtors, confirmed spellings, and names kept apart."""
    return {
        "names": [
            {"name": each.name, "known": each.known, "why": each.why} for each in suggestions(desk.store)
        ],
        "other_names": [{"name": each.name, "debtor": each.debtor} for each in other_spellings(desk.store)],
        "apart": [{"name": name, "other": other} for name, other in sorted(kept_apart(desk.store))],
    }


def merge(desk: Desk, args: argparse.Namespace) -> Json:
    """Make one debtor of two."""
    done = merge_debtors(desk, args.into, args.name, although_uscc_differs=args.although_uscc_differs)
    return {"debtor": args.into.strip(), "moved": dict(sorted(done.moved.items())), "act": str(done.entry)}


def take_merge_back(desk: Desk, args: argparse.Namespace) -> Json:
    """Make two debtors again."""
    changes = unmerge(desk, args.act)
    return {"debtors": [str(debtor) for debtor in sorted(changes.debtors)]}


def set_apart(desk: Desk, args: argparse.Namespace) -> Json:
    """Two names are two debtors."""
    keep_apart(desk, args.name, args.other)
    return {"apart": sorted([args.name.strip(), args.other.strip()])}


def forget_names(desk: Desk, args: argparse.Namespace) -> Json:
    """A spelling, or two names apart, count no longer."""
    if args.other is None:
        forget_other_name(desk, args.name)
        return {"forgotten": [args.name.strip()]}
    forget_apart(desk, args.name, args.other)
    return {"forgotten": sorted([args.name.strip(), args.other.strip()])}


def settle_missing(desk: Desk, args: argparse.Namespace) -> Json:
    """Show the claims an import did not name; with ``--as``, say what became of some."""
    booked: Json = {}
    if args.answer is not None:
        answer = MissingAnswer(args.answer, args.on, args.why)
        with desk.store.acting():
            chosen = _chosen(desk, args)
            done = answer_missing(desk, args.batch, dict.fromkeys(chosen, answer))
        booked = {str(claim): str(receipt) for claim, receipt in done.receipts.items()}
    return {"claims": [_missing(each, booked) for each in missing_of(desk.store, args.batch)]}


def _chosen(desk: Desk, args: argparse.Namespace) -> list[int]:
    if not args.claims:
        raise Refused(Problem("answer_without_claims", {}, "claims"))
    if args.claims != ALL:
        return keys(args.claims)
    held = missing_of(desk.store, args.batch)
    return [each.id for each in held if each.answer is None and _is_meant(args.answer, each.balance_fen)]


def _missing(claim: MissingClaim, booked: Json) -> Json:
    answer = claim.answer
    return {
        "id": str(claim.id),
        "debtor": claim.debtor,
        "number": claim.number,
        "due_on": iso(claim.due_on),
        "balance": money(claim.balance_fen),
        "currency": claim.currency,
        "answer": answer.kind if answer else None,
        "on": iso(answer.on) if answer else None,
        "why": answer.why if answer else None,
        "receipt": booked.get(str(claim.id)),
    }
