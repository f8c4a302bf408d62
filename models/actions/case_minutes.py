"""The minutes of a case, set on paper and filed with the evidence of the debtor's open claims."""

from __future__ import annotations

from collections.abc import Callable

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.actions.memos import Memo
from models.actions.people import require
from models.queries.case_minutes import case_minutes
from models.rules.case_minutes import CaseMinutesFacts
from models.rules.problems import Problem, refuse_if

Render = Callable[[str, CaseMinutesFacts, str], bytes]


def keep_case_minutes(desk: Desk, case: int, render: Render, language: str = "zh_CN") -> Memo:
    """File the minutes of a case as it stands today; each time a piece of its own.

    Refused: ``unknown_id``, ``not_allowed``, ``case_without_claims`` where the debtor owes nothing any more, whatever
    ``render`` refuses, ``disk_full``.
    """
    require(desk, "case_work")
    with desk.store.acting():
        facts, claims = case_minutes(desk.store, case, desk.today, desk.who)
        refuse_if([] if claims else [Problem("case_without_claims", {"debtor": facts.debtor}, "case")])
        name = f"minutes-{case}-{desk.today.isoformat()}.pdf"
        with desk.act("keep_case_minutes") as unit:
            taken = desk.store.folder.vault.put(render("case_minutes", facts, language))
            key = keep(desk, unit, taken, name, "other", claims, source="minutes")
            unit.touch_claims(claims)
    return Memo(key, name, taken.sha256, unit.changes)
