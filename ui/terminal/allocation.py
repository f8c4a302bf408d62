"""Sharing a payment over debts, with the reason: ``allocate``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

from models.given_file import text_of
from models.rules.allocation import Debt, Share, allocate, ranking
from models.rules.money import yuan
from models.rules.problems import Problem, Refused
from ui.interest_words import said
from ui.problems import worded
from ui.terminal import given

Json = dict[str, object]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register ``allocate``."""
    parser = commands.add_parser("allocate")
    parser.add_argument("file", metavar="FILE")
    parser.set_defaults(handler=allocate_file)


def allocate_file(args: argparse.Namespace) -> Json:
    """A payment shared over debts, read as JSON from a file or from standard input (``-``)."""
    told = _json(_text(args.file))
    debts = [_debt(each, number) for number, each in enumerate(_list(told, "debts"))]
    amount = given.fen(_field(told, "amount"), "amount")
    on, agreed, designated = (
        given.day(_field(told, "on"), "on"),
        _named(told, "agreed"),
        _named(told, "designated"),
    )
    found = allocate(amount, debts, on=on, agreed=agreed, designated=designated)
    language = args.lang or "zh_CN"
    return {
        "shares": [_share(share) for share in found.shares],
        "left": yuan(found.left),
        "rule": found.rule,
        "why": said(found.why, language),
        "passed_over": list(found.passed_over),
        "order": [
            {
                "debt": each.debt.id,
                "place": each.place,
                "because": each.because,
                "why": worded(f"how_because_{each.because}", language),
            }
            for each in ranking(debts, on, agreed=agreed, designated=designated)
        ],
    }


def _named(told: Mapping[str, object], field: str) -> list[str]:
    """Debts that go before the order of the statute; the list may be left out."""
    return [str(each) for each in _list(told, field)] if told.get(field) else []


def _share(share: Share) -> Json:
    return {
        "debt": share.debt,
        "costs": yuan(share.costs),
        "interest": yuan(share.interest),
        "principal": yuan(share.principal),
    }


def _text(file: str) -> str:
    """The text of a file or of standard input."""
    try:
        return sys.stdin.read() if file == "-" else text_of(Path(file))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(Problem("allocation_file_unreadable", {"file": file}, file)) from error


def _json(text: str) -> Mapping[str, object]:
    """The object in a JSON text; its numbers stay text, so that no sum passes through a float."""
    try:
        found = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (json.JSONDecodeError, RecursionError) as error:
        line = str(getattr(error, "lineno", 1))
        raise Refused(Problem("allocation_json_unreadable", {"line": line})) from error
    if not isinstance(found, dict):
        raise Refused(Problem("allocation_json_unreadable", {"line": "1"}))
    return found


def _list(told: Mapping[str, object], field: str) -> list[object]:
    found = told.get(field)
    if not isinstance(found, list):
        raise Refused(Problem("allocation_field_missing", {"field": field}, field))
    return found


def _field(told: Mapping[str, object], field: str, where: str | None = None) -> str:
    found = told.get(field)
    if not isinstance(found, str):
        raise Refused(Problem("allocation_field_missing", {"field": where or field}, where or field))
    return found


def _debt(told: object, number: int) -> Debt:
    """One debt of the file; what may be left out counts as nothing."""
    where = f"debts[{number}]"
    if not isinstance(told, dict):
        raise Refused(Problem("allocation_field_missing", {"field": where}, where))
    due_on = told.get("due_on")

    def optional(field: str) -> int:
        return given.fen(str(told.get(field) or "0.00"), f"{where}.{field}")

    return Debt(
        id=_field(told, "id", f"{where}.id"),
        principal_fen=given.fen(_field(told, "principal", f"{where}.principal"), f"{where}.principal"),
        costs_fen=optional("costs"),
        interest_fen=optional("interest"),
        due_on=given.day(str(due_on), f"{where}.due_on") if due_on else None,
        secured_fen=optional("secured"),
        burden_percent=Fraction(
            given.decimal(str(told.get("burden_percent") or "0"), f"{where}.burden_percent")
        ),
        expired=told.get("expired") is True,
        joint=told.get("joint") is True,
    )
