"""The instalments of a payment plan as a table: in the agreement, and in a letter that tells of a supplement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.rules.facts import InstalmentFacts
from models.rules.money import grouped
from reports import values as say
from reports.flow import Strip
from reports.style import MEASURE, Language
from reports.tables import Column, table
from reports.wording import Values, wording

_MANY = 8
"""From more instalments on the rows are lower."""


def schedule_table(lines: Sequence[InstalmentFacts], values: Values, language: Language) -> list[Strip]:
    """The instalments; interest and its sum only where interest is charged. ``words`` says the total of principal."""
    words = wording("plan", language)
    principal = [line.principal_fen for line in lines]
    interest = [line.interest_fen for line in lines]
    balances = [grouped(line.balance_after_fen) for line in lines]
    columns = [
        Column("place", cells=[str(line.number) for line in lines]),
        Column("due_on", cells=[_due(line.due_on, language) for line in lines]),
        _sums("principal", principal),
    ]
    if any(interest):
        together = [part + more for part, more in zip(principal, interest, strict=True)]
        columns += [_sums("interest", interest), _sums("sum", together)]
    columns.append(Column("balance", True, balances))
    headed = [column._replace(head=words.text(f"columns.{column.head}", values)) for column in columns]
    height_mm = 6.0 if len(lines) > _MANY else 6.4
    return table(headed, words.text("total", values), (), MEASURE, language, height_mm)


def _due(on: date, language: Language) -> str:
    return f"{on.isoformat()}\u3000{say.weekday(on, language)}"


def _sums(key: str, fens: Sequence[int]) -> Column:
    return Column(key, True, [grouped(fen) for fen in fens], grouped(sum(fens)))
