"""The guarantee period: by when the creditor must act against whom, or the guarantor is free.

It is never suspended, interrupted or extended (CC 692). Other than limitation it ends the right itself. Once the
creditor has acted in time the guarantee debt has a limitation of its own (CC 694).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from models.rules.limitation import ClaimEvent, run
from models.rules.problems import Problem, Refused
from models.rules.reasons import Reason
from models.rules.workdays import Calendar, add_months

Kind = Literal["general", "joint"]
State = Literal["open", "locked", "lapsed"]

MODES = ("general", "joint", "unclear")
"""What a contract says of the mode; ``unclear`` leaves it to the law."""

ACTS = (
    "claimed",
    "sued_debtor",
    "sued_guarantor",
    "enforced",
    "enforcement_ended",
    "withdrawn",
    "served",
    "refused",
)
"""What is done towards a guarantor. ``withdrawn`` takes the suit before it back, ``served`` says that its copy had
reached the guarantor, ``enforced`` is a filing for enforcement, ``refused`` stands in the books and moves nothing."""

UNCLEAR_MONTHS = 6
"""Where nothing, or nothing clear, was agreed (CC 692; 担保解释 32)."""
OLD_UNCLEAR_MONTHS = 24
"""Where the words of a guarantee from before 2021 settle no period (民法典时间效力规定 27)."""
CIVIL_CODE_ON = date(2021, 1, 1)

_MUST: dict[Kind, str] = {"general": "sue_debtor", "joint": "claim_guarantor"}
_LOCKS: dict[Kind, tuple[str, ...]] = {
    "general": ("sued_debtor", "enforced"),
    "joint": ("claimed", "sued_guarantor"),
}
_GENERAL_WORDS = (
    "不能履行",
    "无法履行",
    "不能清偿",
    "无力偿还",
    "无力清偿",
    "无法清偿",
    "不能偿还",
    "无法偿还",
)
_JOINT_WORDS = ("连带", "不履行", "未履行", "不偿还", "未偿还", "未清偿", "无条件", "不清偿")


@dataclass(frozen=True)
class GuaranteePeriod:
    """``must`` is done until ``last_day``: ``sue_debtor`` (general) or ``claim_guarantor`` (joint), CC 693.

    ``rolled_last_day`` is where a day off moves it; act by ``last_day``. ``agreed`` is False where the law's
    months stand in for an agreement that is missing, unclear or ends no later than the debt is due.
    """

    last_day: date
    rolled_last_day: date
    must: str
    agreed: bool
    why: Reason


@dataclass(frozen=True)
class Pledge:
    """What a guarantor signed. ``unclear_period``: the words ("until all is paid") settle no period.

    ``determined_on`` makes it a guarantee of a maximum: its period runs from the day the debts were fixed, or from
    the last due date where that is later (担保解释 30).
    """

    mode: str
    months: int | None = None
    until: date | None = None
    unclear_period: bool = False
    signed_on: date | None = None
    determined_on: date | None = None


@dataclass(frozen=True)
class Consent:
    """A written consent to a change of the debt (CC 695). ``until``: the end of the period it names, where it does."""

    on: date
    until: date | None = None
    provable: bool = True

    def changed(self, pledge: Pledge) -> Pledge:
        """What was signed as the consent changes it; one that names no day leaves what was agreed of the period."""
        if self.until is None:
            return pledge
        return replace(pledge, months=None, until=self.until, unclear_period=False)


@dataclass(frozen=True)
class Act:
    """Something done towards or because of a guarantor; ``what`` is one of ``ACTS``."""

    what: str
    on: date
    provable: bool = True


@dataclass(frozen=True)
class GuaranteeClock:
    """How a guarantee stands. ``open`` runs to ``last_day``, ``locked`` was saved on ``locked_on``, else ``lapsed``.

    ``debt_last_day`` is the limitation of the guarantee debt once locked; None for a general guarantor who may
    still refuse (CC 694). ``provable`` says whether the locking act can be proved.
    """

    kind: Kind
    base_on: date
    period: GuaranteePeriod
    state: State
    locked_on: date | None
    debt_last_day: date | None
    provable: bool
    why: tuple[Reason, ...]


def guaranteed_until(last_on: date) -> date:
    """The day proposed for a guarantee of a plan: three years after its last instalment.

    Without a day it would be six months, with one no later than the debt is due as well (CC 692).
    """
    return add_months(last_on, 36)


def kind_of(mode: str, signed_on: date | None = None) -> tuple[Kind, Reason]:
    """The mode the law takes. Unclear is general (CC 686), before 2021 it was joint (担保法 19)."""
    if mode == "joint":
        return "joint", Reason("guarantee_mode_joint")
    if mode == "general":
        return "general", Reason("guarantee_mode_general")
    if signed_on and signed_on < CIVIL_CODE_ON:
        return "joint", Reason("guarantee_mode_before_2021")
    return "general", Reason("guarantee_mode_unclear")


def mode_of_wording(words: str) -> str:
    """What the words of a guarantee mean: ``general``, ``joint`` or ``unclear`` (担保解释 25).

    "Cannot pay" leaves a general guarantee, "does not pay" or "unconditionally" a joint one; both together are
    joint only where the word itself stands there.
    """
    if "连带" in words:
        return "joint"
    if any(word in words for word in _GENERAL_WORDS):
        return "general"
    return "joint" if any(word in words for word in _JOINT_WORDS) else "unclear"


def period(
    due_on: date,
    kind: Kind,
    *,
    months: int | None = None,
    until: date | None = None,
    unclear: bool = False,
    signed_on: date | None = None,
    calendar: Calendar,
) -> GuaranteePeriod:
    """The guarantee period of a debt, agreed in months from its due date, as a last day, or not at all.

    Raises Refused where both are given, or a number of months no contract has.
    """
    if months is not None and until is not None:
        raise Refused(Problem("guarantee_agreed_twice", where="until"))
    if months is not None and not 0 <= months <= 1200:
        raise Refused(Problem("guarantee_months", {"months": str(months)}, "months"))
    agreed_on = add_months(due_on, months) if months is not None else until
    if unclear or agreed_on is None or agreed_on <= due_on:
        last_day, why = _by_law(due_on, agreed_on, unclear=unclear, signed_on=signed_on)
        return GuaranteePeriod(last_day, calendar.rolled(last_day), _MUST[kind], False, why)
    why = Reason("guarantee_agreed", {"last_day": agreed_on.isoformat()})
    return GuaranteePeriod(agreed_on, calendar.rolled(agreed_on), _MUST[kind], True, why)


def _by_law(
    due_on: date, agreed_on: date | None, *, unclear: bool, signed_on: date | None
) -> tuple[date, Reason]:
    """The last day where no agreement holds, and which rule gives it."""
    old = unclear and signed_on is not None and signed_on < CIVIL_CODE_ON
    last_day = add_months(due_on, OLD_UNCLEAR_MONTHS if old else UNCLEAR_MONTHS)
    code = "guarantee_period_none"
    if old:
        code = "guarantee_period_before_2021"
    elif unclear:
        code = "guarantee_period_unclear"
    elif agreed_on is not None:
        code = "guarantee_period_too_early"
    return last_day, Reason(code, {"last_day": last_day.isoformat()})


def clock(
    due_on: date,
    pledge: Pledge,
    acts: Iterable[Act],
    *,
    today: date,
    calendar: Calendar,
    plan_without_consent: bool = False,
) -> GuaranteeClock:
    """How a guarantee stands today, for a debt due on ``due_on``: the original date (CC 695).

    Each guarantor is judged alone: what was done towards one saves none of the others (担保解释 29).
    """
    kind, mode_why = kind_of(pledge.mode, pledge.signed_on)
    base, whys = due_on, [mode_why]
    if pledge.determined_on and pledge.determined_on > due_on:
        base = pledge.determined_on
        whys.append(Reason("guarantee_maximum", {"on": base.isoformat()}))
    found = period(
        base,
        kind,
        months=pledge.months,
        until=pledge.until,
        unclear=pledge.unclear_period,
        signed_on=pledge.signed_on,
        calendar=calendar,
    )
    whys.append(found.why)
    if plan_without_consent:
        whys.append(Reason("guarantee_plan_without_consent"))
    standing = sorted(acts, key=lambda act: (act.on, ACTS.index(act.what)))
    lock = _lock(kind, standing, due_on, found.rolled_last_day)
    if lock is None:
        state: State = "lapsed" if today > found.last_day else "open"
        must = Reason(f"guarantee_{state}_{kind}", {"last_day": found.last_day.isoformat()})
        return GuaranteeClock(kind, base, found, state, None, None, True, (*whys, must))
    debt, why = _debt_limitation(kind, lock, standing, calendar)
    locked = Reason(f"guarantee_locked_{lock.what}", {"on": lock.on.isoformat()})
    return GuaranteeClock(kind, base, found, "locked", lock.on, debt, lock.provable, (*whys, locked, why))


def after_consent(consent: Consent, before: GuaranteeClock, after: GuaranteeClock) -> GuaranteeClock:
    """How a guarantee stands once its guarantor consented: ``before`` is it without the consent, ``after`` with it.

    What was saved before stays saved. A consent signed once the period was over revives nothing (担保解释 34). A saving
    act in time only because of a consent that cannot be proved cannot be proved either.
    """
    day = {"on": consent.on.isoformat()}
    if before.locked_on is not None and before.locked_on <= consent.on:
        return replace(before, why=(*before.why, Reason("guarantee_consented_saved", day)))
    if before.period.rolled_last_day < consent.on:
        return replace(before, why=(*before.why, Reason("guarantee_consented_late", day)))
    whys = [*after.why, Reason("guarantee_consented", day)]
    if not consent.provable:
        whys.append(Reason("guarantee_consent_unproved", {"last_day": before.period.last_day.isoformat()}))
    proved = after.provable and (consent.provable or before.state == "locked")
    return replace(after, provable=proved, why=tuple(whys))


def _lock(kind: Kind, acts: Sequence[Act], due_on: date, until: date) -> Act | None:
    """The first act in time that saves the guarantee and was not withdrawn (CC 693; 担保解释 27, 31).

    What was done before the debt was due claims nothing yet.
    """
    for place, act in enumerate(acts):
        if (
            act.what in _LOCKS[kind]
            and due_on <= act.on <= until
            and not _taken_back(kind, act, acts[place + 1 :])
        ):
            return act
    return None


def _taken_back(kind: Kind, act: Act, later: Sequence[Act]) -> bool:
    """A withdrawn suit saves nothing, unless its copy had reached a joint guarantor (担保解释 31)."""
    if not act.what.startswith("sued"):
        return False
    withdrawn = any(each.what == "withdrawn" for each in later)
    served = kind == "joint" and any(each.what == "served" for each in later)
    return withdrawn and not served


def _debt_limitation(
    kind: Kind, lock: Act, acts: Sequence[Act], calendar: Calendar
) -> tuple[date | None, Reason]:
    """Limitation of the guarantee debt (CC 694; 担保解释 28).

    Joint: from the claim. General: from the end of enforcement, or a year after it was filed for; before that
    the guarantor may refuse and no period runs. Later claims on the guarantor interrupt.
    """
    start: date | None = lock.on
    if kind == "general":
        ended = [act.on for act in acts if act.what == "enforcement_ended"]
        filed = [add_months(act.on, 12) for act in acts if act.what == "enforced"]
        start = min(ended) if ended else min(filed) if filed else None
    if start is None:
        return None, Reason("guarantee_debt_waits")
    moved = [
        ClaimEvent("D3", act.on)
        for act in acts
        if act.what in ("claimed", "sued_guarantor") and act.on > start
    ]
    last_day = run(start, moved, calendar=calendar).last_day
    return last_day, Reason("guarantee_debt_runs", {"from": start.isoformat(), "last_day": str(last_day)})


def checks(
    pledge: Pledge, *, is_person: bool, has_resolution: bool, has_contract: bool
) -> tuple[Reason, ...]:
    """What to look at before relying on a guarantee: resolution of a company, words, dates, the paper itself."""
    found = []
    if not has_contract:
        found.append(Reason("guarantee_check_contract"))
    if not is_person and not has_resolution:
        found.append(Reason("guarantee_check_resolution"))
    if pledge.mode == "unclear":
        found.append(Reason("guarantee_check_mode"))
    if pledge.signed_on is None:
        found.append(Reason("guarantee_check_signed"))
    return tuple(found)
