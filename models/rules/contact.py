"""The contact guard: whether a call, a visit, a message or a letter may be made now.

Rules G01-G20. Their numbers bind lenders towards consumers (中国银行业协会 催收工作指引, 2026; GB/T 45251-2025);
privacy and the peace of private life bind everyone (CC 1032-1033). So natural persons get the strict column, firms
the mild one. A contact already made is still recorded: then a finding tells, it does not stop.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal

from models.rules.lexicon import Entry, Hit, bare_numbers, hits, sums_in
from models.rules.problems import Problem

Severity = Literal["block", "warn"]
Verdict = Literal["yes", "with_reason", "no"]

CHINA = timezone(timedelta(hours=8))
QUIET_FROM_HOUR = 22
QUIET_UNTIL_HOUR = 8
VISITS_UNTIL_HOUR = 20
"""House default: visits from 08:00 until 20:00."""
VISITORS_AT_MOST = 2

MESSAGES = ("email", "sms", "wechat")
OPEN_TO_ALL = ("group", "posting", "postcard")
"""Where others read along: a group chat or public post, a notice on a wall, a card or open envelope."""
CHANNELS = ("phone", "visit", *MESSAGES, "meeting", "letter", *OPEN_TO_ALL)

FIRM_ROLES = (
    "legal_representative", "finance", "purchasing", "staff", "agent", "guarantor", "third_party",
)  # fmt: skip
PERSON_ROLES = ("debtor", "joint_debtor", "guarantor", "agent", "relative", "third_party")
"""In what capacity somebody is reached, for a firm and for a natural person."""
OWN_ROLES = frozenset(
    {"debtor", "joint_debtor", "guarantor", "agent", "legal_representative", "finance", "purchasing", "staff"}
)
"""Who may be spoken to about the debt: who owes it or acts for who does. All others are third parties."""

FRAIL = ("minor", "ill", "bereaved", "complaint", "disputed")
FLAGS = ("minor", "ill", "bereaved", "complaint", "bankrupt", "lawyer", "illegal_debt")
"""What may be known of a debtor. ``disputed`` is no flag: it follows from the claims."""


@dataclass(frozen=True)
class Limit:
    """Counts from which a contact is doubtful and from which it must not be; None for never."""

    warn_at: int | None
    block_at: int | None

    def severity(self, count: int) -> Severity | None:
        """What so many contacts on one day mean for one more."""
        if self.block_at is not None and count >= self.block_at:
            return "block"
        return "warn" if self.warn_at is not None and count >= self.warn_at else None


@dataclass(frozen=True)
class GuardRule:
    """One rule with its source. ``person`` and ``firm`` say how hard it is on each.

    ``with_reason``: a reason, kept in the journal, opens what it blocks; else nothing does.
    """

    id: str
    code: str
    person: Limit
    firm: Limit
    source: str
    with_reason: bool = False

    def limit(self, is_person: bool) -> Limit:
        """The column that applies to the debtor."""
        return self.person if is_person else self.firm


_WARN = Limit(1, None)
_BLOCK = Limit(None, 1)
_WARN_THEN_BLOCK = Limit(1, 2)

GUARD_RULES: tuple[GuardRule, ...] = (
    GuardRule("G01", "contact_at_night", _BLOCK, _WARN, "催收工作指引 2026; CC 1033(1)"),
    GuardRule("G02", "contact_unanswered_often", Limit(None, 6), Limit(3, 6), "催收工作指引 2026", True),
    GuardRule("G03", "contact_connected_often", Limit(3, None), Limit(5, None), "house default"),
    GuardRule("G04", "contact_third_party", _BLOCK, _BLOCK, "CC 1024, 1032-1034; 个人信息保护法 23"),
    GuardRule("G05", "contact_stopped", _BLOCK, _BLOCK, "个人信息保护法 15, 47; 催收工作指引 2026"),
    GuardRule(
        "G06", "contact_words", _WARN_THEN_BLOCK, _WARN_THEN_BLOCK, "CC 1024; 刑法 293-1; 治安管理处罚法 50"
    ),
    GuardRule("G07", "contact_untrue", _BLOCK, _BLOCK, "征信业管理条例 13, 15, 29; CC 1024"),
    GuardRule("G08", "contact_in_public", _BLOCK, _BLOCK, "CC 1024, 1033; 个人信息保护法 25"),
    GuardRule("G09", "contact_visit", _BLOCK, _WARN, "催收工作指引 2026; CC 1033(2); house default", True),
    GuardRule("G10", "contact_other_sum", _BLOCK, _BLOCK, "催收工作指引 2026"),
    GuardRule("G11", "contact_court_like", _BLOCK, _BLOCK, "律师法 13; 刑法 280"),
    GuardRule("G12", "contact_recording_not_announced", _WARN, _WARN, "CC 1033; 个人信息保护法 17"),
    GuardRule("G13", "contact_frail", _BLOCK, _WARN, "CC 1033; house default: the supervisor decides", True),
    GuardRule("G14", "contact_bankrupt", _BLOCK, _BLOCK, "破产法 16, 32, 48"),
    GuardRule("G15", "contact_lawyer", _BLOCK, _BLOCK, "CC 165; house default: through the lawyer", True),
    GuardRule("G16", "contact_bare_numbers", _WARN, _WARN, "个人信息保护法 28, 51"),
    GuardRule("G17", "contact_expired", _WARN_THEN_BLOCK, _WARN_THEN_BLOCK, "CC 192; 诉讼时效规定 19, 21"),
    GuardRule("G18", "contact_illegal_debt", _BLOCK, _BLOCK, "刑法 293-1; 民间借贷规定 13, 25"),
    GuardRule("G19", "contact_nameless", _BLOCK, _BLOCK, "个人信息保护法 17; 催收工作指引 2026"),
    GuardRule("G20", "contact_record_incomplete", _WARN, _WARN, "消费金融公司管理办法; 证据规定 19"),
)
_RULES: Mapping[str, GuardRule] = {rule.id: rule for rule in GUARD_RULES}


@dataclass(frozen=True)
class PlannedContact:
    """A contact about to be made. ``at`` is aware; counts are those of the same China day and debtor.

    ``role`` is that of the person reached, None while unknown. ``lost_contact_reason``: the debtor cannot be found and
    a third party is asked only for its whereabouts, without a word on the debt; persons only. ``stopped_why``: this
    contact, or this channel, was asked to be left alone. ``text`` goes out, ``note`` is kept. ``owed_fen`` are the sums
    a text may name: the ledger's. ``sender`` is the creditor's name and the clerk's, ``own_numbers`` its accounts.
    ``flags`` are known of the debtor, ``facts`` of the case (``resources/lexicon``). ``place``: home | office.
    """

    channel: str
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
    stopped_why: str | None = None
    text: str = ""
    note: str = ""
    owed_fen: Collection[int] = ()
    sender: tuple[str, ...] = ()
    own_numbers: Collection[str] = ()
    flags: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset({"in_time"})
    place: str | None = None
    visitors: int = 1
    consented_to_visit: bool = False
    lexicon: tuple[Entry, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Finding:
    """One rule that speaks against a contact, how hard, and what to tell the clerk."""

    rule: str
    severity: Severity
    problem: Problem
    source: str = ""

    @property
    def with_reason(self) -> bool:
        """Whether a reason opens it; what only warns needs none."""
        return self.severity == "warn" or _RULES[self.rule].with_reason


def check(contact: PlannedContact) -> tuple[Finding, ...]:
    """Every rule that speaks against the contact, in the order of the table; empty where it may be made."""
    found = []
    for rule in GUARD_RULES:
        count, params = _TOUCHED[rule.id](contact)
        severity = rule.limit(contact.is_person).severity(count)
        if severity:
            told = {**_params(contact, count), **params}
            found.append(Finding(rule.id, severity, Problem(rule.code, told, rule.id), rule.source))
    return tuple(found)


def blocked(findings: Iterable[Finding]) -> bool:
    """Whether the contact must not be made as it stands."""
    return any(finding.severity == "block" for finding in findings)


def verdict(findings: Iterable[Finding]) -> Verdict:
    """Whether the contact may be made: yes, only with a reason for the journal, or not at all."""
    against = [finding for finding in findings if finding.severity == "block"]
    if not against:
        return "yes"
    return "with_reason" if all(finding.with_reason for finding in against) else "no"


Touched = tuple[int, dict[str, str]]
"""How often a rule is touched, and what else its sentence says; 0 or 1 for yes or no."""


def _night(contact: PlannedContact) -> Touched:
    """From 22:00 until 08:00 in China; 22:00 is night, 08:00 is not. Letters and e-mails wake nobody."""
    hour = contact.at.astimezone(CHINA).hour
    night = hour >= QUIET_FROM_HOUR or hour < QUIET_UNTIL_HOUR
    disturbs = contact.channel not in ("letter", "email", *OPEN_TO_ALL)
    return int(disturbs and night and not contact.consented_to_night), {}


def _unanswered(contact: PlannedContact) -> Touched:
    return (contact.unanswered_today if contact.channel == "phone" else 0), {}


def _connected(contact: PlannedContact) -> Touched:
    return (contact.connected_today if contact.channel == "phone" else 0), {}


def _third_party(contact: PlannedContact) -> Touched:
    """Whether someone outside the debt is addressed without the one excuse the rules know."""
    if contact.role is None or contact.role in OWN_ROLES:
        return 0, {}
    return int(not (contact.is_person and contact.lost_contact_reason)), {}


def _stopped(contact: PlannedContact) -> Touched:
    return int(contact.stopped_why is not None), {"why": contact.stopped_why or ""}


def _words(contact: PlannedContact) -> Touched:
    """What goes out must not hold them; what is only kept may quote the other side, so it is doubtful."""
    for text, count in ((contact.text, 2), (contact.note, 1)):
        if hit := _hit(contact, "G06", text):
            return count, {"word": hit.word, "topic": hit.topic}
    return 0, {}


def _untrue(contact: PlannedContact) -> Touched:
    hit = _hit(contact, "G07", contact.text)
    return int(hit is not None), {"word": hit.word, "topic": hit.topic} if hit else {}


def _in_public(contact: PlannedContact) -> Touched:
    return int(contact.channel in OPEN_TO_ALL), {}


def _visit(contact: PlannedContact) -> Touched:
    if contact.channel != "visit":
        return 0, {}
    hour = contact.at.astimezone(CHINA).hour
    at_odds = not QUIET_UNTIL_HOUR <= hour < VISITS_UNTIL_HOUR
    home = contact.place == "home" and not contact.consented_to_visit
    return int(at_odds or home or contact.visitors > VISITORS_AT_MOST), {}


def _other_sum(contact: PlannedContact) -> Touched:
    """A text that names sums must name one of the ledger's, to the fen."""
    said = sums_in(contact.text)
    wrong = bool(said) and not any(abs(fen - owed) <= 1 for fen in said for owed in contact.owed_fen)
    return int(wrong), {}


def _court_like(contact: PlannedContact) -> Touched:
    hit = _hit(contact, "G11", contact.text)
    return int(hit is not None), {"word": hit.word} if hit else {}


def _recording(contact: PlannedContact) -> Touched:
    return int(contact.recorded and not contact.recording_announced), {}


def _frail(contact: PlannedContact) -> Touched:
    known = [flag for flag in FRAIL if flag in contact.flags]
    return int(bool(known)), {"flag": known[0]} if known else {}


def _flag(name: str) -> Callable[[PlannedContact], Touched]:
    return lambda contact: (int(name in contact.flags), {})


def _lawyer(contact: PlannedContact) -> Touched:
    """The lawyer may be spoken to: that is the way."""
    return int("lawyer" in contact.flags and contact.role != "agent"), {}


def _bare(contact: PlannedContact) -> Touched:
    return len(bare_numbers(contact.text, contact.own_numbers)), {}


def _expired(contact: PlannedContact) -> Touched:
    """An expired debt may be asked for; to threaten suit for it misleads."""
    if "in_time" in contact.facts:
        return 0, {}
    return (2 if _hit(contact, "G17", contact.text) else 1), {}


def _nameless(contact: PlannedContact) -> Touched:
    if contact.channel not in MESSAGES or not contact.text:
        return 0, {}
    missing = not contact.sender or any(name not in contact.text for name in contact.sender)
    return int(missing), {"sender": " · ".join(contact.sender)}


def _incomplete(contact: PlannedContact) -> Touched:
    return int(contact.connected and not (contact.person and contact.role)), {}


_TOUCHED: Mapping[str, Callable[[PlannedContact], Touched]] = {
    "G01": _night,
    "G02": _unanswered,
    "G03": _connected,
    "G04": _third_party,
    "G05": _stopped,
    "G06": _words,
    "G07": _untrue,
    "G08": _in_public,
    "G09": _visit,
    "G10": _other_sum,
    "G11": _court_like,
    "G12": _recording,
    "G13": _frail,
    "G14": _flag("bankrupt"),
    "G15": _lawyer,
    "G16": _bare,
    "G17": _expired,
    "G18": _flag("illegal_debt"),
    "G19": _nameless,
    "G20": _incomplete,
}


def _hit(contact: PlannedContact, rule: str, text: str) -> Hit | None:
    entries = [entry for entry in contact.lexicon if entry.rule == rule]
    return next(iter(hits(text, entries, contact.facts)), None)


def _params(contact: PlannedContact, count: int) -> dict[str, str]:
    at = contact.at.astimezone(UTC).astimezone(CHINA)
    return {"time": at.strftime("%H:%M"), "count": str(count), "role": contact.role or ""}
