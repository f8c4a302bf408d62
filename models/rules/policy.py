"""The dunning policy: the ladder of levels counted from the due date, whom each is for, and how long matters may rest.

A level may stand in the ladder several times under one key with different scopes; of those that fit a claim the most
specific one counts: by debtor before by kind before by industry before for all.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import pairwise
from typing import Any

from models.rules.money import parse_yuan, yuan
from models.rules.problems import Problem, Refused, refuse_if

ACTIONS = ("reminder", "call", "letter", "final", "task_force", "legal")
"""What a level asks for, in the order of their weight."""
CLAIM_KINDS = (
    "sale", "construction", "loan", "service", "transport", "lease", "property", "factoring", "other",
)  # fmt: skip
LETTERS = ("reminder", "demand", "demand2", "final", "acceleration", "before_action")
"""Kinds of letter a level may send."""
LEVEL_DAYS = range(-90, 1000)
WAITS: Mapping[str, range] = {
    "call_again_days": range(1, 91),
    "guarantee_days": range(366),
    "letter_unanswered_days": range(181),
    "delivery_unknown_days": range(1, 181),
    "again_days": range(1, 91),
}
"""Days beside the ladder, with their bounds."""


@dataclass(frozen=True)
class Level:
    """One level: ``action`` so many ``days`` from the due date, before it negative.

    ``letter`` is the kind of letter it sends; ``wait_days`` must pass since the last call or letter; it is for claims
    of ``least_fen`` and more. ``debtors``, ``kinds`` and ``industries`` narrow it; ``off``: there is no such level for
    those. Sums are in the claim's own currency.
    """

    key: str
    action: str
    days: int
    letter: str = ""
    wait_days: int = 0
    least_fen: int = 0
    debtors: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    off: bool = False

    @property
    def weight(self) -> int:
        """How specific it is; 0 for all claims."""
        return 4 * bool(self.debtors) + 2 * bool(self.kinds) + bool(self.industries)

    def fits(self, debtor: str, kind: str, industry: str | None) -> bool:
        """Whether a claim of that debtor, kind and industry is in its scope."""
        return (
            (not self.debtors or debtor in self.debtors)
            and (not self.kinds or kind in self.kinds)
            and (not self.industries or industry in self.industries)
        )


DEFAULT_LADDER = (
    Level("reminder", "reminder", -3, "reminder"),
    Level("call", "call", 15),
    Level("letter", "letter", 30, "demand"),
    Level("final", "final", 45, "final"),
    Level("task_force", "task_force", 90),
    Level("legal", "legal", 180),
)
"""House default: reminder 3 days before, call at 15, demand at 30, final at 45, task force at 90, legal at 180."""


@dataclass(frozen=True)
class Policy:
    """The ladder and the days beside it.

    ``call_again_days`` between calls that reached someone; ``limitation_days`` ahead of the last day of limitation,
    ``guarantee_days`` of a guarantee; a letter is unanswered so many days after its day to pay by, its delivery unknown
    so many days after mailing; what was ticked off and is still so comes back after ``again_days``.
    """

    ladder: tuple[Level, ...] = DEFAULT_LADDER
    call_again_days: int = 7
    limitation_days: int = 180
    guarantee_days: int = 90
    letter_unanswered_days: int = 7
    delivery_unknown_days: int = 7
    again_days: int = 7

    def with_days(self, **days: int) -> Policy:
        """The same with other days for some levels, named by their keys."""
        return replace(
            self, ladder=tuple(replace(each, days=days.get(each.key, each.days)) for each in self.ladder)
        )


DEFAULT_POLICY = Policy()


@dataclass
class Ladders:
    """Tells for each claim the policy with only its own levels, by rising days; few different ones are made."""

    policy: Policy
    _made: dict[object, Policy] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """See what the levels ask of a claim at all."""
        ladder = self.policy.ladder
        self._debtors = {name for each in ladder for name in each.debtors}
        self._kinds = {name for each in ladder for name in each.kinds}
        self._industries = {name for each in ladder for name in each.industries}
        self._sums = sorted({each.least_fen for each in ladder} - {0})
        whole = replace(self.policy, ladder=_rising(each for each in ladder if not each.off))
        asks = self._debtors or self._kinds or self._industries or self._sums
        self.one: Policy | None = None if asks else whole

    def of(self, debtor: str, kind: str, industry: str | None, balance_fen: int) -> Policy:
        """The policy of one claim; ``one`` is that of all where no level asks anything of them."""
        if self.one:
            return self.one
        key = (
            debtor if debtor in self._debtors else "",
            kind if kind in self._kinds else "",
            industry if industry in self._industries else "",
            bisect_right(self._sums, balance_fen),
        )
        if key not in self._made:
            self._made[key] = self._narrowed(debtor, kind, industry, balance_fen)
        return self._made[key]

    def _narrowed(self, debtor: str, kind: str, industry: str | None, balance_fen: int) -> Policy:
        chosen: dict[str, Level] = {}
        for level in self.policy.ladder:
            held = chosen.get(level.key)
            if level.fits(debtor, kind, industry) and (held is None or level.weight >= held.weight):
                chosen[level.key] = level
        kept = (each for each in chosen.values() if not each.off and each.least_fen <= balance_fen)
        return replace(self.policy, ladder=_rising(kept))


def _rising(levels: Iterable[Level]) -> tuple[Level, ...]:
    return tuple(sorted(levels, key=lambda level: (level.days, ACTIONS.index(level.action))))


def policy_problems(policy: Policy) -> tuple[Problem, ...]:
    """Why this policy cannot hold: all reasons at once."""
    found = [problem for level in policy.ladder for problem in _level_problems(level)]
    base = [level for level in policy.ladder if not level.weight and not level.off]
    if not base:
        found.append(Problem("policy_empty", {}, "levels"))
    for before, level in pairwise(base):
        if level.days <= before.days:
            facts = {"level": level.key, "days": str(level.days), "before": before.key}
            found.append(Problem("policy_not_rising", facts, level.key))
    scopes = [(each.key, each.debtors, each.kinds, each.industries) for each in policy.ladder]
    found += [
        Problem("policy_level_twice", {"level": scope[0]}, scope[0])
        for place, scope in enumerate(scopes)
        if scope in scopes[:place]
    ]
    for name, bounds in WAITS.items():
        if getattr(policy, name) not in bounds:
            found.append(_out_of_range(name, getattr(policy, name), bounds))
    return tuple(found)


def _level_problems(level: Level) -> Iterable[Problem]:
    if not level.key.strip() or level.action not in ACTIONS:
        yield Problem("policy_unknown_action", {"level": level.key, "action": level.action}, level.key)
    if level.days not in LEVEL_DAYS:
        yield _out_of_range(level.key, level.days, LEVEL_DAYS)
    if level.wait_days not in range(366):
        yield _out_of_range(level.key, level.wait_days, range(366))
    if level.least_fen < 0:
        yield Problem("policy_least_negative", {"level": level.key}, level.key)
    if level.letter and level.letter not in LETTERS:
        yield Problem("policy_unknown_letter", {"level": level.key, "letter": level.letter}, level.key)
    for kind in level.kinds:
        if kind not in CLAIM_KINDS:
            yield Problem("policy_unknown_kind", {"level": level.key, "kind": kind}, level.key)


def _out_of_range(name: str, value: int, bounds: range) -> Problem:
    facts = {"name": name, "days": str(value), "least": str(bounds[0]), "most": str(bounds[-1])}
    return Problem("policy_days_out_of_range", facts, name)


# --- as JSON ---------------------------------------------------------------------------------------------------


def policy_text(policy: Policy) -> str:
    """The policy as JSON, to be kept and handed on; sums in yuan, what is usual is left out of a level."""
    body = {name: getattr(policy, name) for name in WAITS}
    return json.dumps(
        {"levels": [_told(level) for level in policy.ladder], **body}, ensure_ascii=False, indent=1
    )


def _told(level: Level) -> dict[str, Any]:
    plain = asdict(Level(level.key, level.action, level.days))
    told = {name: value for name, value in asdict(level).items() if value != plain[name]}
    told.pop("least_fen", None)
    least = {"least": yuan(level.least_fen)} if level.least_fen else {}
    return {"key": level.key, "action": level.action, "days": level.days, **told, **least}


def policy_from(text: str) -> Policy:
    """The policy of such JSON. Refused: ``policy_unreadable`` naming the place, and all of ``policy_problems``."""
    try:
        body = json.loads(text)
    except ValueError as error:
        raise Refused(Problem("policy_unreadable", {"where": str(error)}, "policy")) from error
    if not isinstance(body, dict) or not isinstance(body.get("levels"), list):
        raise _unreadable("levels")
    unknown = [name for name in body if name != "levels" and name not in WAITS]
    if unknown:
        raise _unreadable(unknown[0])
    levels = tuple(_level(told, place) for place, told in enumerate(body["levels"], 1))
    days = {name: _whole(body, name) for name in WAITS if name in body}
    policy = Policy(levels, **days)
    refuse_if(policy_problems(policy))
    return policy


def _unreadable(where: str) -> Refused:
    return Refused(Problem("policy_unreadable", {"where": where}, where))


_TEXTS = ("key", "action", "letter")
_LISTS = ("debtors", "kinds", "industries")
_NAMES = {*_TEXTS, *_LISTS, "days", "wait_days", "least", "off"}


def _level(told: Any, place: int) -> Level:
    where = f"levels[{place}]"
    if not isinstance(told, dict) or set(told) - _NAMES or not {"key", "action", "days"} <= set(told):
        raise _unreadable(where)
    given: dict[str, Any] = {name: told[name] for name in _TEXTS if name in told}
    lists = {name: told[name] for name in _LISTS if name in told}
    if not all(isinstance(text, str) for text in given.values()) or not all(map(_names, lists.values())):
        raise _unreadable(where)
    try:
        given["least_fen"] = parse_yuan(str(told.get("least", "0")))
    except ValueError as error:
        raise _unreadable(f"{where}.least") from error
    given |= {name: _whole(told, name) for name in ("days", "wait_days") if name in told}
    given |= {name: tuple(names) for name, names in lists.items()}
    return Level(**given, off=told.get("off") is True)


def _names(told: object) -> bool:
    return (
        isinstance(told, Sequence)
        and not isinstance(told, str)
        and all(isinstance(each, str) for each in told)
    )


def _whole(told: Mapping[str, Any], name: str) -> int:
    value = told[name]
    if type(value) is not int:
        raise _unreadable(name)
    return value
