"""A rate a year, typed in percent."""

from __future__ import annotations

import re

from ui.common.fields import ValueEdit

_PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?")


class PercentEdit(ValueEdit):
    """``bp`` is the rate in basis points: ``4.5`` is 450."""

    def __init__(self, bp: int | None = None) -> None:
        super().__init__(_read_bp, _percent, bp)

    @property
    def bp(self) -> int | None:
        """The rate typed; None where there is none or it cannot be read."""
        return self.value

    def set_bp(self, bp: int | None) -> None:
        """Show a rate, silently."""
        self.set_value(bp)


def _read_bp(typed: str) -> int | None:
    bare = typed.replace("％", "%").replace("。", ".").strip().removesuffix("%").strip()
    match = _PERCENT.fullmatch(bare)
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0")) if match else None


def _percent(bp: int) -> str:
    return f"{bp // 100}.{bp % 100:02d} %"
