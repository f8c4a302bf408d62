"""Setting the dunning policy: each one set is a version that is kept."""

from __future__ import annotations

from models.actions.desk import Desk
from models.actions.people import require
from models.changes import Changes
from models.queries.policies import policy_versions
from models.rules.policy import DEFAULT_POLICY, Policy, policy_problems, policy_text
from models.rules.problems import refuse_if
from models.tables import PolicyVersion


def set_policy(desk: Desk, policy: Policy, note: str | None = None) -> Changes:
    """Let a policy hold from now on; the one before stays among the versions.

    Refused: all of ``policy_problems``, ``not_allowed``. Nothing is written where it is the newest version already.
    """
    require(desk, "policy")
    refuse_if(policy_problems(policy))
    text, versions = policy_text(policy), policy_versions(desk.store)
    if policy_text(versions[0].policy if versions else DEFAULT_POLICY) == text:
        return Changes()
    with desk.act("set_policy") as unit:
        unit.add(PolicyVersion, body=text, note=(note or "").strip() or None, set_at=unit.at, set_by=desk.who)
    return Changes(settings=True, everything=True)


def reset_policy(desk: Desk) -> Changes:
    """Back to the house default, as a version of its own."""
    return set_policy(desk, DEFAULT_POLICY)
