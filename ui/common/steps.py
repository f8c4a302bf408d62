"""What comes next on a claim, in words, with its icon and tone."""

from __future__ import annotations

from datetime import date

from models.rules.dunning import NextStep
from ui.common.formats import Formats
from ui.common.table import Step
from ui.problems import worded

ICONS = {
    "step_promise_broken": "broken",
    "step_promise_due": "promise",
    "step_plan_broken": "broken",
    "step_instalment": "plans",
    "step_limitation": "hourglass",
    "step_limitation_passed": "hourglass",
    "step_limitation_unproved": "hourglass",
    "step_guarantee_general": "legal",
    "step_guarantee_joint": "people",
    "step_reminder": "bell",
    "step_call_first": "phone",
    "step_call_again": "phone",
    "step_letter": "letters",
    "step_final": "letters",
    "step_task_force": "people",
    "step_legal": "legal",
    "step_letter_again": "letters",
    "step_letter_unanswered": "phone",
    "step_delivery_unknown": "delivered",
    "step_delivery_unshown": "delivered",
    "step_dispute": "warning",
}
TONES = {"bad": "bad", "due": "accent", "later": "text", "none": "text3"}


def shown(step: NextStep, formats: Formats, today: date) -> Step:
    """``今天·首次电话`` when due, ``11-23 二次电话`` when to come, the words alone when something is broken."""
    words = worded(step.code, formats.language, step.params)
    if step.tone == "due":
        # English: the step follows the comma, in lower case.
        after = words if formats.chinese else words[:1].lower() + words[1:]
        words = formats.joined(("今天" if formats.chinese else "Today", after))
    elif step.tone == "later" and step.due_on:
        words = f"{formats.short_day(step.due_on, today)} {words}"
    return Step(ICONS.get(step.code, ""), words, TONES[step.tone])


def why(step: NextStep, language: str) -> str:
    """The rule that applies, in a sentence; nothing where there is no step."""
    return "" if step.reason is None else worded(f"why_{step.code}", language, step.params)
