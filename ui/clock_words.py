"""How clocks are worded, in the window and in the commands. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.queries.guarantors import Guarantee
from models.queries.limitations import Limitation, lacking
from models.rules.clocks import Running
from models.rules.guarantee import checks
from models.rules.limitation import GENERAL, Clock, JudgedEvent
from models.rules.moves import Move
from models.rules.reasons import Reason
from ui.problems import worded


@dataclass(frozen=True)
class Line:
    """One line of a derivation: what happened or holds, in a tone, with its day where it has one."""

    words: str
    tone: str = "text"
    icon: str = ""
    detail: str = ""


def said(reason: Reason, language: str) -> str:
    """A reason in words."""
    return worded(reason.code, language, reason.params)


def judged(verdict: JudgedEvent, language: str) -> str:
    """What an event did to the clock."""
    name = worded(f"event_{verdict.code}", language)
    return worded(verdict.why.code, language, {**verdict.why.params, "event": name})


def items(names: Iterable[str], language: str) -> str:
    """Items of proof in a row."""
    return ("、" if language == "zh_CN" else ", ").join(worded(f"proof_{name}", language) for name in names)


def moved(move: Move, language: str) -> str:
    """Why a step would move the clock."""
    params = dict(move.why.params)
    if "item" in params:
        params["item"] = items([params["item"]], language)
    return worded(move.why.code, language, params)


def limitation_lines(found: Limitation, language: str) -> Iterator[Line]:
    """The derivation of a limitation clock: start, every event with its proof, both ends."""
    yield Line(_start(found.claimed, language), "text2", "calendar")
    for verdict in found.claimed.events:
        yield _event_line(verdict, language)
    if found.claimed.last_day is None:
        return
    yield Line(_end("clock_claimed", found.claimed, language), "text", "hourglass")
    if found.provable.last_day != found.claimed.last_day:
        yield Line(_end("clock_provable", found.provable, language), "bad", "warning")
    rolled = found.claimed.rolled_last_day
    if rolled and rolled != found.claimed.last_day:
        days = {"day": str(rolled), "last_day": str(found.claimed.last_day)}
        yield Line(worded("clock_rolled_substance", language, days), "text2", "calendar")
    if found.claimed.beyond_cap:
        yield Line(
            worded("limitation_cap_passed", language, {"cap_on": str(found.claimed.cap_on)}),
            "warn",
            "warning",
        )


def _start(clock: Clock, language: str) -> str:
    if clock.start_on is None:
        return worded("clock_no_start", language)
    period = clock.period
    if period is GENERAL and clock.last_day and (clock.last_day.year - clock.start_on.year) == 2:
        return worded("clock_two_years", language)
    article = worded(f"period_{period.key}", language)
    params = {"start": str(clock.start_on), "months": str(period.months), "article": article}
    return worded("clock_starts", language, params)


def _end(code: str, clock: Clock, language: str) -> str:
    return worded(code, language, {"last_day": str(clock.last_day or "—")})


def _event_line(verdict: JudgedEvent, language: str) -> Line:
    moves = verdict.interrupts or verdict.revives or verdict.suspends
    event = verdict.event
    detail = ""
    if event and event.proof:
        params = {"grade": worded(f"proof_{event.proof.grade}", language)}
        params["items"] = items(lacking(event) or event.proof.missing, language)
        detail = worded("proof_lacks" if params["items"] else "proof_whole", language, params)
    provable = event is None or event.provable
    tone = ("ok" if provable else "bad") if moves else "text3"
    return Line(
        judged(verdict, language),
        tone,
        "check" if moves and provable else "warning" if moves else "minus",
        detail,
    )


def guarantee_lines(found: Guarantee, language: str) -> Iterator[Line]:
    """The derivation of a guarantee: mode, period, what saves it, and what to check before relying on it."""
    tones = {
        "open": "warn",
        "locked": "ok",
        "lapsed": "bad",
        "consent_unproved": "bad",
        "consented_late": "bad",
    }
    for reason in found.clock.why:
        state = next(
            (tone for name, tone in tones.items() if reason.code.startswith(f"guarantee_{name}")), "text"
        )
        yield Line(said(reason, language), state, "info")
    rolled = found.clock.period
    if rolled.rolled_last_day != rolled.last_day:
        days = {"day": str(rolled.rolled_last_day), "last_day": str(rolled.last_day)}
        yield Line(worded("clock_rolled_substance", language, days), "text2", "calendar")
    who = found.guarantor
    todo = checks(
        who.pledge,
        is_person=who.is_person,
        has_resolution=who.has_resolution,
        has_contract=who.evidence is not None,
    )
    for reason in todo:
        yield Line(said(reason, language), "warn", "warning")


def running_lines(found: Running, language: str) -> Iterator[Line]:
    """The derivation of any other period: its source, how it was reckoned, what a day off does."""
    kind = found.kind
    yield Line(worded(f"clock_source_{kind.key}", language), "text2", "legal")
    yield Line(said(found.why, language), "text", "hourglass")
    if found.rolled_last_day != found.last_day:
        days = {"day": str(found.rolled_last_day), "last_day": str(found.last_day)}
        yield Line(worded(f"clock_rolled_{kind.rolled}", language, days), "text2", "calendar")
    if found.act_by != found.last_day:
        yield Line(worded("clock_act_by", language, {"day": str(found.act_by)}), "warn", "bell")
    if kind.extinguishes:
        yield Line(worded("clock_extinguishes", language), "warn", "warning")
