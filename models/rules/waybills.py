"""Mail numbers: what can be told wrong before anybody asks the post."""

from __future__ import annotations

import re

from models.rules.problems import Problem

_SHAPE = re.compile(r"[0-9A-Z]{8,20}")
_S10 = re.compile(r"[A-Z]{2}(\d{8})(\d)[A-Z]{2}")
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def tidy(written: str) -> str:
    """A mail number as it is kept: without spaces, in capitals."""
    return "".join(written.split()).upper()


def check_digit(serial: str) -> int:
    """The check digit of the eight digits of a mail number (UPU standard S10): 12345678 → 5."""
    rest = 11 - sum(int(digit) * weight for digit, weight in zip(serial, _WEIGHTS, strict=True)) % 11
    return {10: 0, 11: 5}.get(rest, rest)


def waybill_problem(number: str) -> Problem | None:
    """What is wrong with a tidy mail number, or None.

    ``bad_waybill`` where it is not 8 to 20 letters and digits; ``waybill_check_digit`` where it has the shape of
    S10 (two letters, nine digits, two letters) and its check digit does not fit. Domestic numbers of 13 digits have
    no public check digit.
    """
    if not _SHAPE.fullmatch(number):
        return Problem("bad_waybill", {"waybill": number}, "waybill")
    found = _S10.fullmatch(number)
    if found and check_digit(found[1]) != int(found[2]):
        return Problem("waybill_check_digit", {"waybill": number}, "waybill")
    return None
