"""The contact guard: whether a call or letter may be made now.

Rules G01-G04, G12 and G20. Their numbers bind lenders towards consumers (中国银行业协会 催收工作指引, 2026;
GB/T 45251-2025); privacy and the peace of private life bind everyone (CC 1032-1033). So natural persons get
the strict column, firms the mild one. A call already made is still recorded: then a finding tells, it does
not stop.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal

from models.rules.problems import Problem

Severity = Literal["block", "warn"]

CHINA = timezone(timedelta(hours=8))
QUIET_FROM_HOUR = 22
QUIET_UNTIL_HOUR = 8

OWN_ROLES = frozenset(
    {"debtor", "joint_debtor", "guarantor", "agent", "legal_representative", "finance", "purchasing", "staff"}
)
"""Who may be spoken to about the debt: who owes it or acts for who does. All others are third parties."""


@dataclass(frozen=True)
class Limit:
    """Counts of one day from which a contact is doubtful and from which it must not be; None for never."""

    warn_at: int | None
    block_at: int | None

    def severity(self, count: int) -> Severity | None:
        """What so many contacts on one day mean for one more."""
        if self.block_at is not None and count >= self.block_at:
            return "block"
        return "warn" if self.warn_at is not None and count >= self.warn_at else None


@dataclass(frozen=True)
class GuardRule:
    """One rule with its source. ``person`` and ``firm`` say how hard it is on each."""

    id: str
    code: str
    person: Limit
    firm: Limit
    source: str

    def limit(self, is_person: bool) -> Limit:
        """The column that applies to the debtor."""
        return self.person if is_person else self.firm


_WARN = Limit(1, None)
_BLOCK = Limit(None, 1)

GUARD_RULES: tuple[GuardRule, ...] = (
    GuardRule("G01", "contact_at_night", _BLOCK, _WARN, "催收工作指引 2026; CC 1033(1)"),
    GuardRule("G02", "contact_unanswered_often", Limit(None, 6), Limit(3, 6), "催收工作指引 2026"),
    GuardRule("G03", "contact_connected_often", Limit(3, None), Limit(5, None), "house default"),
    GuardRule("G04", "contact_third_party", _BLOCK, _BLOCK, "CC 1024, 1032-1034; 个人信息保护法 23"),
    GuardRule("G12", "contact_recording_not_announced", _WARN, _WARN, "CC 1033; 个人信息保护法 17"),
    GuardRule("G20", "contact_record_incomplete", _WARN, _WARN, "消费金融公司管理办法; 证据规定 19"),
)


@dataclass(frozen=True)
class PlannedContact:
    """A call or letter about to be made. ``at`` is aware; counts are those of the same China day and number.

    ``role`` is that of the person reached, None while unknown. ``lost_contact_reason``: the debtor cannot be
    found and a third party is asked only for its whereabouts, without a word on the debt; persons only.
    """

    channel: Literal["call", "letter"]
    at: datetime
    is_person: bool
    role: str | None = "debtor"
    person: str | None = None
    consented_to_night: bool = False
    unanswered_today: int = 0
    connected_today: int = 0
    lost_contact_reason: str | None = None
    recorded: bool = False
    recording_announced: bool = False
    connected: bool = False


@dataclass(frozen=True)
class Finding:
    """One rule that speaks against a contact, how hard, and what to tell the clerk."""

    rule: str
    severity: Severity
    problem: Problem


def check(contact: PlannedContact) -> tuple[Finding, ...]:
    """Every rule that speaks against the contact, in the order of the table; empty where it may be made."""
    counts = _counts(contact)
    found = []
    for rule in GUARD_RULES:
        count = counts[rule.id]
        severity = rule.limit(contact.is_person).severity(count)
        if severity:
            found.append(Finding(rule.id, severity, Problem(rule.code, _params(contact, count))))
    return tuple(found)


def blocked(findings: Iterable[Finding]) -> bool:
    """Whether the contact must not be made."""
    return any(finding.severity == "block" for finding in findings)


def _counts(contact: PlannedContact) -> dict[str, int]:
    """How often each rule is touched; 0 or 1 for yes or no. Hours and counts concern calls only."""
    call = contact.channel == "call"
    return {
        "G01": int(call and _at_night(contact.at) and not contact.consented_to_night),
        "G02": contact.unanswered_today if call else 0,
        "G03": contact.connected_today if call else 0,
        "G04": int(_third_party(contact)),
        "G12": int(contact.recorded and not contact.recording_announced),
        "G20": int(contact.connected and not (contact.person and contact.role)),
    }


def _at_night(at: datetime) -> bool:
    """From 22:00 until 08:00 in China; 22:00 is night, 08:00 is not."""
    hour = at.astimezone(CHINA).hour
    return hour >= QUIET_FROM_HOUR or hour < QUIET_UNTIL_HOUR


def _third_party(contact: PlannedContact) -> bool:
    """Whether someone outside the debt is addressed without the one excuse the rules know."""
    if contact.role is None or contact.role in OWN_ROLES:
        return False
    return not (contact.is_person and contact.lost_contact_reason)


def _params(contact: PlannedContact, count: int) -> dict[str, str]:
    at = contact.at.astimezone(UTC).astimezone(CHINA)
    return {"time": at.strftime("%H:%M"), "count": str(count), "role": contact.role or ""}
