"""Why something is as it is: a code with its facts, worded elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Reason:
    """One reason. ``code`` names its sentence in ``resources/i18n/messages``, ``params`` fill it."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
