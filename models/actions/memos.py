"""Making the memo of a contact and filing it with the evidence of its claims."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models.actions.desk import Desk
from models.actions.evidence import keep
from models.changes import Changes
from models.queries.memos import claims_of_call, memo_facts
from models.rules.memo import MemoFacts
from models.store import Unit
from models.tables import Call, Evidence

Render = Callable[[str, MemoFacts, str], bytes]


@dataclass(frozen=True)
class Memo:
    """The memo on file."""

    evidence: int
    name: str
    sha256: str
    changes: Changes


def keep_memo(desk: Desk, call: int, render: Render, language: str = "zh_CN") -> Memo:
    """Set a contact on paper and file it; where that was done before and still counts, the same memo is told again.

    Refused: ``unknown_id``, whatever ``render`` refuses, ``disk_full``.
    """
    held = Evidence.select().join(Call, on=Call.memo == Evidence.id).where(Call.id == call)
    filed = held.where(Evidence.voided_at.is_null()).first(desk.store.database)
    if filed is not None:
        return Memo(filed.id, filed.name, filed.sha256, Changes())
    with desk.store.acting(), desk.act("keep_memo") as unit:
        key, name, sha256 = file_memo(desk, unit, call, render, language)
    return Memo(key, name, sha256, unit.changes)


def file_memo(desk: Desk, unit: Unit, call: int, render: Render, language: str) -> tuple[int, str, str]:
    """``keep_memo`` as part of a larger act: the key of the evidence, its name and SHA-256."""
    facts, claims = memo_facts(desk.store, call), claims_of_call(desk.store, call)
    name = f"memo-{call}.pdf"
    taken = desk.store.folder.vault.put(render("call_memo", facts, language))
    key = keep(desk, unit, taken, name, "demand", claims, source="memo")
    unit.change(Call, call, memo=key)
    unit.touch_claims(claims)
    return key, name, taken.sha256
