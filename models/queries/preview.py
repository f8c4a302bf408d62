"""What another policy would do to today's list, before anybody decides for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.queries.worklist import WorkItem, worklist
from models.rules.policy import Policy
from models.store import Store


@dataclass(frozen=True)
class Moved:
    """Claims that would stand under another reason; ``balance_fen`` of the row as it would be."""

    debtor: str
    before: str
    after: str
    claims: tuple[int, ...]
    balance_fen: int
    currency: str


@dataclass(frozen=True)
class Preview:
    """Rows that would come, rows that would go, claims that would change their reason, rows that stay."""

    added: tuple[WorkItem, ...]
    gone: tuple[WorkItem, ...]
    moved: tuple[Moved, ...]
    same: int


def preview(store: Store, today: date, policy: Policy) -> Preview:
    """Compare today's list with the one that policy would make. Nothing is written."""
    with store.reading():
        now, then = worklist(store, today).items, worklist(store, today, policy=policy).items
    held = {item.matter: item for item in now}
    coming = {item.matter: item for item in then}
    added = [item for item in then if item.matter not in held]
    gone = [item for item in now if item.matter not in coming]
    moved, left_added, left_gone = [], [], list(gone)
    for item in added:
        source = next((old for old in left_gone if set(old.claims) == set(item.claims)), None)
        if source is None:
            left_added.append(item)
            continue
        left_gone.remove(source)
        moved.append(
            Moved(item.debtor, source.reason, item.reason, item.claims, item.balance_fen, item.currency)
        )
    return Preview(tuple(left_added), tuple(left_gone), tuple(moved), len(then) - len(added))
