"""The dunning policy in force, those before it, and the weights of the score."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from models.queries.settings import setting
from models.rules.clocks import alarms_of
from models.rules.policy import DEFAULT_POLICY, Policy, policy_from
from models.rules.problems import Refused
from models.rules.scoring import Weights
from models.settings import ALARM_DAYS, SCORE_AGE, SCORE_AMOUNT, SCORE_CHANCE, SCORE_CLOCK, SCORE_PROMISE
from models.store import Store
from models.tables import PolicyVersion


@dataclass(frozen=True)
class VersionRow:
    """One version of the policy, and who set it when."""

    id: int
    policy: Policy
    note: str | None
    set_at: datetime
    set_by: str


def policy_of(store: Store) -> Policy:
    """The policy in force. One that this program cannot read counts as the default one."""
    newest = PolicyVersion.select().order_by(PolicyVersion.id.desc()).first(store.database)
    policy = DEFAULT_POLICY if newest is None else _read(newest.body)
    return replace(policy, limitation_days=alarms_of(setting(store, ALARM_DAYS))[0])


def policy_versions(store: Store) -> list[VersionRow]:
    """Every version that was set, the newest first."""
    rows = PolicyVersion.select().order_by(PolicyVersion.id.desc()).execute(store.database)
    return [VersionRow(row.id, _read(row.body), row.note, row.set_at, row.set_by) for row in rows]


def _read(body: str) -> Policy:
    try:
        return policy_from(body)
    except Refused:
        return DEFAULT_POLICY


def weights_of(store: Store) -> Weights:
    """What each term of the score counts."""
    chosen = (SCORE_AMOUNT, SCORE_AGE, SCORE_CLOCK, SCORE_PROMISE, SCORE_CHANCE)
    return Weights(*(setting(store, which) for which in chosen))
