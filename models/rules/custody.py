"""What can be done with a piece of evidence once it is kept, and how long it is kept.

Accounting vouchers and what belongs to them are kept for thirty years from the end of their year (会计档案管理办法 14,
15); a claim lapses twenty years after its breach at the latest (CC 188). The longer one is the default.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

CUSTODY_ACTS = (
    "taken", "described", "looked", "opened", "exported", "bundled", "linked", "held", "released", "voided",
)  # fmt: skip
"""What a line of the custody log can tell."""


def keep_until(ended_on: Iterable[date | None], years: int) -> date | None:
    """The last day a piece must be kept: ``years`` after the end of the year in which its last claim ended.

    ``ended_on`` has a day for every claim it speaks for, None for one that is still open; with one open claim, or with
    none at all, there is no such day yet.
    """
    days = list(ended_on)
    if not days or None in days:
        return None
    return date(max(day for day in days if day).year + years, 12, 31)
